"""What comes by webhook while the probe listens: only its shape is kept, and the first is refused once."""

from __future__ import annotations

import asyncio
import hmac
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.calls import Json
from bot.running import end
from bot.settings import Settings
from bot.web import listening_at, serve_app
from bot.zalo import HOOK, SECRET_HEADER
from bot.zalo.updates import PROBE, event_of, unwrap

MOST_BYTES = 65_536
FAILED = 500


class Receiver:
    """Takes deliveries. The first message is answered by 500, to see whether it comes again."""

    def __init__(self, secret: str):
        self._secret = secret.encode()
        self._messages = 0
        self._came = asyncio.Event()
        self.deliveries: list[Json] = []
        self._started = time.monotonic()

    async def answer(self, request: Request) -> Response:
        """Write down how something came."""
        body = await _body(request)
        update = unwrap(body)
        is_try = event_of(update) in (PROBE, "")
        self._messages += not is_try
        status = FAILED if not is_try and self._messages == 1 else 200
        given = request.headers.get(SECRET_HEADER)
        self.deliveries.append(
            {
                "event": event_of(update)[:60],
                "wrapped": update is not body,
                "secret": "none" if given is None else "right" if self._is_right(given) else "wrong",
                "type": request.headers.get("content-type", "")[:60],
                "agent": request.headers.get("user-agent", "")[:60],
                "after": round(time.monotonic() - self._started, 1),
                "answered": status,
            }
        )
        if self._messages > 1:
            self._came.set()
        return PlainTextResponse("", status)

    def _is_right(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._secret)

    async def wait_for_two(self, seconds: float) -> None:
        """Wait until a message came a second time, so long at most."""
        try:
            async with asyncio.timeout(seconds):
                await self._came.wait()
        except TimeoutError:
            return


async def _body(request: Request) -> Json:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            return {}
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return given if isinstance(given, dict) else {}


@asynccontextmanager
async def receiving(settings: Settings, secret: str) -> AsyncIterator[Receiver]:
    """Listen where the bot would. Raises PollingError where the port cannot be had."""
    receiver, stop = Receiver(secret), asyncio.Event()
    app = Starlette(routes=[Route(HOOK, receiver.answer, methods=["POST"])])
    with listening_at(settings) as listening:
        serving = asyncio.create_task(serve_app(app, listening, stop))
        try:
            yield receiver
        finally:
            stop.set()
            await asyncio.wait([serving], timeout=10)
            await end(serving)
