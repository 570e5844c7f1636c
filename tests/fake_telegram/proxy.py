"""A proxy on 127.0.0.1 (HTTP with and without CONNECT, SOCKS5) that stalls where a test wants it to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Self
from urllib.parse import urlsplit

from tests.fake_telegram.resets import reset

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PATIENCE = 10.0


class Stall(Enum):
    """Where the proxy falls silent; the connection stays open."""

    GREETING = "greeting"  # SOCKS: the answer to the greeting
    CONNECT = "connect"  # the answer to CONNECT, or to the SOCKS request
    TUNNEL = "tunnel"  # after that: what the client says (its TLS hello) goes nowhere
    ANSWER = "answer"  # the request goes through, the answer does not come back
    FORWARD = "forward"  # plain HTTP: the request goes nowhere


class RefusedError(Exception):
    """The client is not served."""


Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(eq=False)
class Proxy:
    """`async with Proxy().serve() as proxy`; then `proxy.http_url` or `proxy.socks_url`."""

    port: int = 0
    seen: list[str] = field(default_factory=list)  # what was asked for: "CONNECT host:port" and the like
    stalled: int = 0
    _stall: Stall | None = None
    _times: int | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)

    @property
    def http_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def socks_url(self) -> str:
        return f"socks5://127.0.0.1:{self.port}"

    def stall(self, where: Stall | str, times: int | None = None) -> None:
        """Fall silent there, for so many connections or until `heal`."""
        self._stall, self._times = Stall(where), times

    def heal(self) -> None:
        """Serve new connections again; those that stall stay as they are, as in life."""
        self._stall = self._times = None

    def drop_all(self) -> None:
        """Break all connections, those that stall too."""
        for writer in self._writers:
            reset(writer.transport)

    @asynccontextmanager
    async def serve(self) -> AsyncIterator[Self]:
        server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            await self._stop()
            await asyncio.wait_for(server.wait_closed(), PATIENCE)

    async def _stop(self) -> None:
        """Clients that wait are told so: a socket they forgot would be a warning in some later test."""
        self.drop_all()
        await asyncio.sleep(0.01)
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=PATIENCE)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._writers.add(writer)
        try:
            await self._talk(reader, writer)
        except (OSError, EOFError, RefusedError, asyncio.CancelledError):
            pass  # the end of a connection is no failure of the proxy
        finally:
            self._tasks.discard(task)
            self._writers.discard(writer)
            writer.transport.abort()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = await reader.readexactly(1)
        if first == b"\x05":
            await self._socks((reader, writer))
        else:
            await self._http((reader, writer), first)

    async def _stall_at(self, *places: Stall) -> None:
        if self._stall in places and self._times != 0:
            if self._times is not None:
                self._times -= 1
            self.stalled += 1
            await asyncio.Event().wait()  # until the connection or the proxy is ended

    # HTTP

    async def _http(self, client: Streams, first: bytes) -> None:
        head = first + await client[0].readuntil(b"\r\n\r\n")
        method, target, _ = head.decode("latin-1").split(" ", 2)
        self.seen.append(f"{method} {target}")
        if method == "CONNECT":
            await self._stall_at(Stall.CONNECT)
            host, _, port = target.rpartition(":")
            server = await _connect(host, int(port))
            client[1].write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            await self._tunnel(client, server)
        else:
            await self._forward(client, head)

    async def _forward(self, client: Streams, head: bytes) -> None:
        """Requests in absolute form, one after the other, to the host of the first."""
        place = urlsplit(head.split(b" ", 2)[1].decode())
        await self._stall_at(Stall.FORWARD)
        server = await _connect(place.hostname or "", place.port or 80)
        await _both(self._send_requests(client[0], server[1], head), self._back(server, client))

    async def _send_requests(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes
    ) -> None:
        with _closing(writer):
            while True:
                method, target, rest = head.split(b" ", 2)
                place = urlsplit(target.decode())
                path = place.path + (f"?{place.query}" if place.query else "")
                writer.write(b" ".join([method, path.encode(), rest]))
                await _copy_body(reader, writer, head)
                head = await reader.readuntil(b"\r\n\r\n")
                await self._stall_at(Stall.FORWARD)

    # SOCKS5

    async def _socks(self, client: Streams) -> None:
        reader, writer = client
        await reader.readexactly((await reader.readexactly(1))[0])
        await self._stall_at(Stall.GREETING)
        writer.write(b"\x05\x00")
        host, port = await _read_socks_request(reader)
        self.seen.append(f"SOCKS {host}:{port}")
        await self._stall_at(Stall.CONNECT)
        server = await _connect(host, port)
        writer.write(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")
        await self._tunnel(client, server)

    # Tunnels

    async def _tunnel(self, client: Streams, server: Streams) -> None:
        with _closing(server[1]):
            await self._stall_at(Stall.TUNNEL)
            await _both(_copy(client[0], server[1]), self._back(server, client))

    async def _back(self, server: Streams, client: Streams) -> None:
        first = await server[0].read(1)
        await self._stall_at(Stall.ANSWER)
        client[1].write(first)
        await _copy(server[0], client[1])


async def _connect(host: str, port: int) -> Streams:
    if host not in LOOPBACK:
        raise RefusedError(f"{host} is not this machine")
    return await asyncio.wait_for(asyncio.open_connection(host, port), PATIENCE)


async def _read_socks_request(reader: asyncio.StreamReader) -> tuple[str, int]:
    kind = (await reader.readexactly(4))[3]
    if kind == 1:
        host = ".".join(map(str, await reader.readexactly(4)))
    elif kind == 3:
        host = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
    else:
        raise RefusedError(f"address kind {kind}")
    return host, int.from_bytes(await reader.readexactly(2), "big")


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()


async def _copy_body(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes) -> None:
    headers = head.decode("latin-1").lower()
    if "transfer-encoding: chunked" in headers:
        return await _copy_chunks(reader, writer)
    _, found, length = headers.partition("content-length:")
    if found:
        writer.write(await reader.readexactly(int(length.split("\r\n", 1)[0])))
    return await writer.drain()


async def _copy_chunks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    size = -1
    while size:
        line = await reader.readuntil(b"\r\n")
        size = int(line, 16)
        writer.write(line + await reader.readexactly(size + 2))
        await writer.drain()


async def _both(there: Coroutine[Any, Any, None], back: Coroutine[Any, Any, None]) -> None:
    """Copy both ways until one side ends."""
    tasks = {asyncio.ensure_future(there), asyncio.ensure_future(back)}
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@contextmanager
def _closing(writer: asyncio.StreamWriter) -> Iterator[None]:
    try:
        yield
    finally:
        writer.close()
