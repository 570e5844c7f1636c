"""The web part: webhooks of every platform, health, metrics, and signed links to files.

It stands behind a proxy that ends TLS. Whatever comes is hostile: size, secret and type are looked at
before anything is read or parsed, and a webhook is answered as soon as its update is stored.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import uvicorn
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot import metrics
from bot.batching import Batching
from bot.hooks import Hook, Json, OddUpdateError
from bot.linked import Linked
from bot.platforms import DEFAULT_PORT, Platform
from bot.running import PollingError
from bot.service import Service
from bot.settings import Settings
from bot.watching import Watch
from storage import records

log = logging.getLogger(__name__)

MOST_BYTES = 1_000_000
PROBE_BYTES = 1024
"""What comes without the secret is read so far at most: the tries of an address have 150 bytes, or none."""
READ_WITHIN = 10.0
"""Seconds for a body to arrive."""
REACH_WITHIN = 5.0
KEPT_READY = 10.0
"""Seconds; whoever asks more often must not make the platforms be asked."""


class Receiver:
    """Takes in what a platform delivers."""

    def __init__(self, hook: Hook, secret: SecretStr | None, watch: Watch):
        self._hook = hook
        self._secret = secret.get_secret_value().encode() if secret else b""
        self._watch = watch
        self._batching = Batching(hook.store)

    async def answer(self, request: Request) -> Response:
        """Answer a delivery, and count by what."""
        answer = await self._answer(request)
        self._watch.deliveries[answer.status_code] += 1
        return answer

    async def _answer(self, request: Request) -> Response:
        """Answer 200 only once an update is stored."""
        given = request.headers.get(self._hook.header)
        if given is None and self._hook.probes:
            return await self._try(request)
        if refusal := self._refusal(request, given or ""):
            return refusal
        body = await _body(request, MOST_BYTES)
        if isinstance(body, Response):
            return body
        if self._hook.signed and not self._hook.signed(given or "", body):
            return PlainTextResponse("forbidden", 403)
        return await self._take(body)

    async def _try(self, request: Request) -> Response:
        """Answer what came without the secret: 200 to a try of the address, and nothing is done for it."""
        body = await _body(request, PROBE_BYTES)
        if isinstance(body, bytes):
            with suppress(ValueError, RecursionError):
                if self._read(body) is None:
                    return PlainTextResponse("ok")
        return PlainTextResponse("forbidden", 403)

    def _refusal(self, request: Request, given: str) -> Response | None:
        """Refuse by the headers alone."""
        is_known = bool(given) if self._hook.signed else hmac.compare_digest(given.encode(), self._secret)
        if not is_known:
            return PlainTextResponse("forbidden", 403)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return PlainTextResponse("only application/json", 415)
        size = request.headers.get("content-length", "0")
        if not size.isdecimal() or len(size) > 9 or int(size) > MOST_BYTES:
            return PlainTextResponse("too large", 413)
        return None

    def _read(self, body: bytes) -> Json | None:
        """Read an update, None where it is only a try. Raises ValueError, or RecursionError."""
        given = json.loads(body) if body.strip() else {}
        if not isinstance(given, dict):
            raise OddUpdateError("no object")
        return self._hook.read(given) if given else None

    async def _take(self, body: bytes) -> Response:
        try:
            update = self._read(body)
        except (ValueError, RecursionError):
            return PlainTextResponse("no update", 400)
        if update is not None:
            try:
                await self._batching.put(update)
            except Exception:  # whatever it was, what is not stored is not taken
                log.exception("an update could not be stored; the platform is to send it again")
                return PlainTextResponse("try again", 503)
        return PlainTextResponse("ok")


async def _body(request: Request, most: int) -> bytes | Response:
    """Read a body; one that comes too slowly, or is too large whatever its headers said, is answered."""
    body = bytearray()
    try:
        async with asyncio.timeout(READ_WITHIN):
            async for piece in request.stream():
                body += piece
                if len(body) > most:
                    return PlainTextResponse("too large", 413)
    except (TimeoutError, ClientDisconnect):
        return PlainTextResponse("too slow", 408)
    return bytes(body)


class Web:
    """Everything that is asked over HTTP."""

    def __init__(self, service: Service, platforms: Sequence[Platform]):
        self._service = service
        self._settings = service.settings
        self._platforms = platforms
        linked = Linked(service)
        routes = [
            Route("/healthz", self._health),
            Route("/readyz", self._ready),
            Route("/metrics", self._metrics),
            Route("/files/{signed}/{name}", linked.answer),
        ]
        self._asking = asyncio.Lock()
        self._asked_until = 0.0
        self._states: dict[str, bool] = {}
        self.port = 0
        self.app = Starlette(routes=[*self._hooks(), *routes])

    def _hooks(self) -> Iterator[Route]:
        """Open a way in for each platform, where they deliver at all.

        An account's address is set at Zalo by hand; there it also sends whoever gave permission to.
        """
        secret = self._settings.webhook_secret if self._settings.webhook_url else None
        for platform in self._platforms:
            hook, watch = platform.hook, self._service.watches[platform.name]
            if secret or hook.signed:
                yield Route(hook.path, Receiver(hook, secret, watch).answer, methods=["POST"])
            if hook.signed:
                yield Route(hook.path, self._permitted, methods=["GET"])

    async def _permitted(self, _: Request) -> Response:
        """Tell what to do with the address that the browser ended at."""
        return PlainTextResponse(self._service.texts("oa.callback"), headers={"Cache-Control": "no-store"})

    async def run(self, stop: asyncio.Event) -> None:
        """Listen until `stop`. Raises PollingError where the port cannot be had."""
        with listening_at(self._settings) as listening:
            self.port = listening.getsockname()[1]
            log.info("listening on %s, port %s", self._settings.listen, self.port)
            await serve_app(self.app, listening, stop)

    async def _health(self, _: Request) -> Response:
        """Say that the process is up."""
        return PlainTextResponse("ok")

    async def _ready(self, _: Request) -> Response:
        """Say whether the database takes writes, and each platform answers, as of a few seconds ago."""
        now = asyncio.get_running_loop().time()
        async with self._asking:
            if now >= self._asked_until:
                asked = [self._database(), *map(self._answers, self._platforms)]
                self._states = dict(await asyncio.gather(*asked))
                self._asked_until = asyncio.get_running_loop().time() + KEPT_READY
            states = self._states
        return JSONResponse(states, 200 if all(states.values()) else 503)

    async def _database(self) -> tuple[str, bool]:
        try:
            async with self._service.database.session() as session:
                await records.set_fact(session, "ready", self._service.clock().isoformat())
        except Exception:
            log.exception("the database takes no writes")
            return "database", False
        return "database", True

    async def _answers(self, platform: Platform) -> tuple[str, bool]:
        if platform.name in self._service.left:
            return platform.name, False
        try:
            async with asyncio.timeout(REACH_WITHIN):
                return platform.name, await platform.answers()
        except TimeoutError:
            return platform.name, False

    async def _metrics(self, _: Request) -> Response:
        """Give the numbers as Prometheus reads them."""
        return Response(await metrics.write(self._service), media_type=metrics.MEDIA_TYPE)


class _Server(uvicorn.Server):
    """A server that leaves signals to the program."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def listening_at(settings: Settings) -> socket.socket:
    """Open the port. Raises PollingError."""
    port = DEFAULT_PORT if settings.port is None else settings.port
    try:
        family = socket.AF_INET6 if ":" in settings.listen else socket.AF_INET
        listening = socket.create_server((settings.listen, port), family=family, backlog=512)
    except OSError as error:
        raise PollingError(
            f"PORT: không mở được cổng {port} tại {settings.listen} ({error.strerror}). "
            "Đặt LISTEN và PORT khác. Ví dụ: PORT=8080"
        ) from None
    # asyncio does it only for sockets that name their protocol; without it an answer waits 40 ms for an ACK
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


async def serve_app(app: Starlette, listening: socket.socket, stop: asyncio.Event) -> None:
    """Answer until `stop`."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=5,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve([listening]))
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([serving, stopped], return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopped.cancel()
        server.should_exit = True
        await serving
