"""The HTTP side: any of four ways to send parameters, one envelope, and what a test ordered to go wrong."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fake_zalo.faults import CODES, Fault
from tests.fake_zalo.methods import METHODS, RefusedError
from tests.served import Broke, disconnected

if TYPE_CHECKING:
    from tests.fake_zalo.fake import FakeZalo

Json = dict[str, Any]
PAGE = "<html><body><h1>Bad Gateway</h1></body></html>"


def make_app(fake: FakeZalo) -> Starlette:
    async def call(request: Request) -> Response:
        return await answer(fake, request)

    async def picture(request: Request) -> Response:
        data = fake.pictures.get(request.path_params["name"])
        # the content type is not a registered one, as seen in life
        return Response(data, media_type="image/jpg") if data else Response(status_code=404)

    return Starlette(
        routes=[
            Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
            Route("/pictures/{name}", picture, methods=["GET"]),
        ]
    )


def refused(code: int, description: str, method: str) -> Response:
    name = "errorCode" if method == "testWebhook" else "error_code"
    return JSONResponse({"ok": False, "description": description, name: code})


async def answer(fake: FakeZalo, request: Request) -> Response:
    method = request.path_params["method"]
    if request.path_params["token"] != fake.token:
        return refused(401, "Unauthorized", method)
    if method not in METHODS:
        return refused(400, "Bad request", method)
    try:
        given = await parameters(request)
    except ValueError:  # no JSON, no UTF-8
        fake.violations.append(f"{method}: parameters that cannot be read")
        return refused(400, "Bad request", method)
    fake.calls.append((method, given))
    fake.changed.fire()
    fault = fake.fault_for(method)
    if fault is not None and not fault.takes_effect:
        return await broken(fake, fault, method)
    return await _answered(fake, request, method, given, fault)


async def _answered(
    fake: FakeZalo, request: Request, method: str, given: Json, fault: Fault | None
) -> Response:
    try:
        result = await while_connected(METHODS[method](fake, given), request)
    except RefusedError as error:
        if error.code == 400:
            fake.violations.append(f"{method}: {error.description}")
        return refused(error.code, error.description, method)
    finally:
        fake.changed.fire()
    if fault is not None:
        return await broken(fake, fault, method)
    return JSONResponse({"ok": True} if result is None else {"ok": True, "result": result, "error_code": 0})


async def parameters(request: Request) -> Json:
    given: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        body = await request.json()
        return given | (body if isinstance(body, dict) else {})
    if kind.startswith("application/x-www-form-urlencoded"):
        return given | dict(parse_qsl((await request.body()).decode()))
    if kind.startswith("multipart/form-data"):
        return given | _fields(kind, await request.body())
    return given


def _fields(kind: str, body: bytes) -> Json:
    """Read the fields of a multipart form; files in it are not looked at, as nobody wrote that they are."""
    parsed = BytesParser().parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    parts = [part for part in parsed.walk() if not part.is_multipart() and not part.get_filename()]
    names = [part.get_param("name", header="content-disposition") for part in parts]
    contents = [part.get_payload(decode=True) for part in parts]
    return {str(n): c.decode() for n, c in zip(names, contents, strict=True) if isinstance(c, bytes)}


async def while_connected(work: Any, request: Request) -> Any:
    """The value; where the client goes away before, nothing, and a poll hands out nothing either."""
    value = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(disconnected(request.receive))
    try:
        await asyncio.wait({value, gone}, return_when=asyncio.FIRST_COMPLETED)
        return value.result() if value.done() else None
    finally:
        for task in (value, gone):
            task.cancel()
        with suppress(asyncio.CancelledError, RefusedError):
            await asyncio.gather(value, gone, return_exceptions=True)


async def broken(fake: FakeZalo, fault: Fault, method: str) -> Response:
    if fault in CODES:
        return refused(*CODES[fault], method)
    match fault:
        case Fault.GATEWAY:
            return Response(PAGE, 502, media_type="text/html")
        case Fault.SLOW_GATEWAY:
            return Response(PAGE, 504, media_type="text/html")
        case Fault.GARBAGE:
            return Response(PAGE, 200, media_type="text/html")
        case Fault.NO_RESULT:
            return JSONResponse({"ok": True})
        case _:
            return Broke(fake, stalls=fault in (Fault.STALL, Fault.STALL_AFTER))
