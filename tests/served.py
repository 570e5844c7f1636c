"""What our fake servers share: a socket in the loop of the test, waits, and connections that break."""

# ruff: noqa: ASYNC109 - a wait takes its timeout, so that none is without end
from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, Generic, Self, TypeVar

import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from tests.fake_telegram.resets import reset
from tests.fake_telegram.signals import Signal

PATIENCE = 10.0
F = TypeVar("F")


class Served(Generic[F]):
    """A server of ours on 127.0.0.1, with the faults that it is ordered to have."""

    app: Starlette

    def __init__(self, url: str) -> None:
        self.url = url
        self.changed = Signal()
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self._faults: list[tuple[str, F]] = []
        self._uvicorn: uvicorn.Server | None = None

    @asynccontextmanager
    async def serve(self, port: int = 0) -> AsyncIterator[Self]:
        """Listen on 127.0.0.1, in the loop of the test."""
        listening = socket.create_server(("127.0.0.1", port))
        config = uvicorn.Config(
            self.app, http="h11", log_config=None, lifespan="off", timeout_graceful_shutdown=1
        )
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[listening])
        self._uvicorn, before = server, self.url
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        try:
            yield self
        finally:
            self.changed.fire()
            server.should_exit = True
            await server.shutdown()
            self._uvicorn, self.url = None, before

    def transport_of(self, scope: Scope) -> asyncio.Transport | None:
        if self._uvicorn is None:
            return None
        connections = [c for c in self._uvicorn.server_state.connections if isinstance(c, H11Protocol)]
        return next((c.transport for c in connections if c.client == scope["client"]), None)

    async def wait_for(self, condition: Callable[[], Any], what: str, timeout: float = PATIENCE) -> None:
        if not await self.changed.until(condition, timeout):
            raise AssertionError(f"did not happen: {what}; calls: {[name for name, _ in self.calls]}")

    def fail_next(self, method: str, fault: F, times: int = 1) -> None:
        self._faults += [(method, fault)] * times

    def fault_for(self, method: str) -> F | None:
        order = next((order for order in self._faults if order[0] == method), None)
        if order is None:
            return None
        self._faults.remove(order)
        return order[1]

    def called(self, method: str) -> int:
        return sum(name == method for name, _ in self.calls)


class Broke(Response):
    """Not a response: the connection ends, or nothing comes."""

    def __init__(self, server: Served[Any], *, stalls: bool) -> None:
        super().__init__()
        self.server = server
        self.stalls = stalls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.stalls:
            with suppress(TimeoutError):
                await asyncio.wait_for(disconnected(receive), 60)
            return
        transport = self.server.transport_of(scope)
        assert transport is not None
        reset(transport)
        with suppress(TimeoutError):
            await asyncio.wait_for(disconnected(receive), 5)


async def disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
