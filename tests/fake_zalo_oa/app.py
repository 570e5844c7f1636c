"""The HTTP side: one envelope, errors as HTTP 200, and what a test ordered to go wrong."""

from __future__ import annotations

import json
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fake_zalo_oa.faults import Fault
from tests.fake_zalo_oa.methods import METHODS, PATHS, RefusedError
from tests.served import Broke

if TYPE_CHECKING:
    from tests.fake_zalo_oa.fake import FakeOa

Json = dict[str, Any]
PAGE = "<html><body><h1>Bad Gateway</h1></body></html>"
OURS = frozenset({-201, -210})
"""Refusals that a correct client never gets."""


def make_app(fake: FakeOa) -> Starlette:
    async def call(request: Request) -> Response:
        return await answer(fake, request)

    async def tokens(request: Request) -> Response:
        return await grant(fake, request)

    async def media(request: Request) -> Response:
        data = fake.media.get(request.path_params["name"])
        return Response(data, media_type="application/octet-stream") if data else Response(status_code=404)

    return Starlette(
        routes=[
            Route("/v4/oa/access_token", tokens, methods=["POST"]),
            Route("/media/{name}", media, methods=["GET"]),
            Route("/{path:path}", call, methods=["GET", "POST"]),
        ]
    )


async def grant(fake: FakeOa, request: Request) -> Response:
    given = dict(parse_qsl((await request.body()).decode()))
    fake.note("oauth", given)
    fault = fake.fault_for("oauth")
    if fault is not None and not fault.takes_effect:
        return broken(fake, fault)
    answered = fake.oauth.grant(given, request.headers.get("secret_key", ""))
    return JSONResponse(answered) if fault is None else broken(fake, fault)


async def answer(fake: FakeOa, request: Request) -> Response:
    name = PATHS.get((request.method, request.url.path))
    if name is None:
        fake.violations.append(f"no such path: {request.method} {request.url.path}")
        return Response(PAGE, 404, media_type="text/html")
    given = await parameters(request)
    fake.note(name, given)
    fault = fake.fault_for(name)
    if fault is not None and not fault.takes_effect:
        return broken(fake, fault)
    token = request.headers.get("access_token", "")
    if token not in fake.oauth.access:
        return refused(-216, "Access token is invalid")
    if fake.oauth.access[token] < fake.now():
        return refused(-220, "Access token has expired")
    return await answered(fake, name, given, fault)


async def answered(fake: FakeOa, name: str, given: Json, fault: Fault | None) -> Response:
    try:
        data = await METHODS[name](fake, given)
    except RefusedError as error:
        if error.code in OURS:
            fake.violations.append(f"{name}: {error.message}")
        return refused(error.code, error.message)
    finally:
        fake.changed.fire()
    if fault is not None:
        return broken(fake, fault)
    return JSONResponse({"error": 0, "message": "Success", "data": data})


def refused(code: int, message: str) -> Response:
    return JSONResponse({"error": code, "message": message})


async def parameters(request: Request) -> Json:
    kind, body = request.headers.get("content-type", ""), await request.body()
    if request.method == "GET":
        return dict(json.loads(request.query_params.get("data", "{}")))
    if kind.startswith("multipart/form-data"):
        return files_of(kind, body)
    return dict(json.loads(body))


def files_of(kind: str, body: bytes) -> Json:
    """Read the files of a multipart form, each with its name."""
    parsed = BytesParser().parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    parts = [part for part in parsed.walk() if not part.is_multipart()]
    names = [str(part.get_param("name", header="content-disposition")) for part in parts]
    return {
        n: (p.get_filename() or "", p.get_payload(decode=True)) for n, p in zip(names, parts, strict=True)
    }


def broken(fake: FakeOa, fault: Fault) -> Response:
    if fault.code is not None:
        return refused(fault.code, fault.name)
    match fault:
        case Fault.GATEWAY:
            return Response(PAGE, 502, media_type="text/html")
        case Fault.DOWN:
            return JSONResponse({"error": -14014, "error_name": "Internal error"}, 503)
        case Fault.GARBAGE:
            return Response(PAGE, 200, media_type="text/html")
        case Fault.NO_DATA:
            return JSONResponse({"error": 0, "message": "Success"})
        case _:
            return Broke(fake, stalls=fault in (Fault.STALL, Fault.STALL_AFTER))
