"""The HTTP side: routes, calls, answers, broken connections."""

from __future__ import annotations

import asyncio
import inspect
import json
import time
from collections.abc import Awaitable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from tests.fake_telegram import chats, messages, profile, sim
from tests.fake_telegram.answers import ANSWERS
from tests.fake_telegram.errors import ApiError, unauthorized
from tests.fake_telegram.faults import Break, BrokenError
from tests.fake_telegram.requests import Call, read_call
from tests.fake_telegram.resets import reset

if TYPE_CHECKING:
    from tests.fake_telegram.fake import FakeTelegram

__all__ = ["chats", "make_app", "messages", "profile"]  # imported to register their methods

GARBAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"
LONGEST_STALL = 300.0


class Answer(JSONResponse):
    """In ASCII, as the real server writes: so that half a surrogate pair gets through."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content).encode()


def make_app(fake: FakeTelegram) -> Starlette:
    async def call_method(request: Request) -> Response:
        return await answer_call(fake, request)

    async def download(request: Request) -> Response:
        return send_file(fake, request)

    async def nothing_here(request: Request, error: Exception) -> Response:
        return JSONResponse(ApiError(404, "Not Found").to_json(), 404)

    return Starlette(
        routes=[
            Route("/bot{token}/{method}", call_method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", download, methods=["GET"]),
            *sim.routes(fake),
        ],
        exception_handlers={404: nothing_here},
    )


def send_file(fake: FakeTelegram, request: Request) -> Response:
    path = request.path_params["path"]
    file = next((file for file in fake.server.world.files.values() if file.path == path), None)
    if request.path_params["token"] != fake.token or file is None:
        return JSONResponse(ApiError(404, "Not Found").to_json(), 404)
    return Response(file.data, media_type=file.mime_type)


async def answer_call(fake: FakeTelegram, request: Request) -> Response:
    """One request to the Bot API, with whatever a test ordered to go wrong."""
    try:
        if request.path_params["token"] != fake.token:
            raise unauthorized()
        call = await read_call(request.path_params["method"], request)
    except ApiError as error:
        fake.note_refusal(request.path_params["method"], error)
        return JSONResponse(error.to_json(), error.code)
    return await _answer(fake, call, request)


async def _answer(fake: FakeTelegram, call: Call, request: Request) -> Response:
    call.at = time.time()
    fake.calls.append(call)
    try:
        await fake.faults.strike(call, after=False)
        result = await _run(fake, call, request)
        call.answer = {"ok": True, "result": result}
        await fake.faults.strike(call, after=True)
    except ApiError as error:
        call.answer = error.to_json()
        return Answer(call.answer, error.code)
    except BrokenError as broken:
        return await _break(fake, broken.how, request)
    finally:
        fake.changed.fire()
    return Answer(call.answer)


async def _run(fake: FakeTelegram, call: Call, request: Request) -> Any:
    """The result; a long poll also ends when its client goes away."""
    result = ANSWERS[call.method](fake.server, call)
    if not inspect.isawaitable(result):
        return result
    return await _while_connected(result, request)


async def _while_connected(waiting: Awaitable[Any], request: Request) -> Any:
    """The value, or nothing when the client goes away before."""
    value = asyncio.ensure_future(waiting)
    gone = asyncio.ensure_future(_disconnected(request.receive))
    try:
        await asyncio.wait({value, gone}, return_when=asyncio.FIRST_COMPLETED)
        return value.result() if value.done() else None
    finally:
        for task in (value, gone):
            task.cancel()
        await asyncio.gather(value, gone, return_exceptions=True)


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _break(fake: FakeTelegram, how: Break, request: Request) -> Response:
    if how is Break.GARBAGE:
        return Response(GARBAGE, 200, media_type="text/html")
    if how is Break.STALL:
        await _while_connected(fake.faults.released.wait(LONGEST_STALL), request)
    return Broke(fake, how)


class Broke(Response):
    """Not a response: the connection ends. Without a socket the client's own error says so."""

    def __init__(self, fake: FakeTelegram, how: Break) -> None:
        super().__init__()
        self.fake = fake
        self.how = how

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        transport = self.fake.transport_of(scope)
        if transport is None:
            if self.how is Break.RESET:
                raise httpx.ReadError("connection reset by peer")
            raise httpx.RemoteProtocolError("Server disconnected without sending a response.")
        if self.how is Break.RESET:
            reset(transport)
        else:
            transport.abort()
        with suppress(TimeoutError):
            await asyncio.wait_for(_disconnected(receive), 5)
