"""Servers of our own on this machine, as honest or as false as a test wants them."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Network

import httpx

from bot.links.fetching import Fetcher, Limits, network
from bot.links.reach import Address, Policy

HOST = "127.0.0.1"
OTHER_HOST = "127.0.0.2"
_HERE = IPv4Network("127.0.0.0/8")

Answer = Callable[["Asked", asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Asked:
    """A request as it came."""

    path: str
    headers: dict[str, str]


@dataclass
class Site:
    """A server that runs."""

    host: str
    port: int
    asked: list[Asked] = field(default_factory=list)

    def url(self, path: str = "/", name: str = "xa.example", scheme: str = "http") -> str:
        return f"{scheme}://{name}:{self.port}{path}"


@asynccontextmanager
async def serving(
    answer: Answer | bytes, host: str = HOST, port: int = 0, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Site]:
    """Serve until the test is done."""
    site = Site(host, port)
    tasks: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            site.asked.append(_read(await reader.readuntil(b"\r\n\r\n")))
            if isinstance(answer, bytes):
                writer.write(answer)
            else:
                await answer(site.asked[-1], writer)
            await writer.drain()
        writer.close()
        tasks.discard(task)

    server = await asyncio.start_server(handle, host, port, ssl=tls)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _read(head: bytes) -> Asked:
    first, *lines = head.decode("latin-1").strip().split("\r\n")
    headers = (line.partition(":") for line in lines)
    return Asked(first.split()[1], {name.lower(): value.strip() for name, _, value in headers})


def http(body: bytes | str = b"", status: str = "200 OK", *, length: bool = True, **headers: str) -> bytes:
    """Write an answer; `Content_Type="…"` is the header of that name."""
    data = body.encode() if isinstance(body, str) else body
    told = {"Content-Type": "text/html; charset=utf-8"} | {n.replace("_", "-"): v for n, v in headers.items()}
    if length and "Content-Length" not in told:
        told["Content-Length"] = str(len(data))
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}Connection: close\r\n\r\n".encode("latin-1") + data


def redirect(to: str, status: str = "302 Found") -> bytes:
    return http(status=status, Location=to)


def paths(table: Mapping[str, bytes]) -> Answer:
    """Answer by path."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(table.get(asked.path, http(status="404 Not Found")))

    return answer


@dataclass
class Names:
    """A resolver of our own: each name's answers, one after the other, the last again and again."""

    table: Mapping[str, Sequence[Sequence[str]]]
    asked: list[str] = field(default_factory=list)

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        answers = self.table.get(host)
        if answers is None:
            raise OSError(f"no such name: {host}")
        return answers[min(self.asked.count(host), len(answers)) - 1]


def everywhere(*addresses: str) -> Callable[[str, int], Awaitable[Sequence[str]]]:
    """A resolver that has the same answer to every name."""

    async def answer(host: str, port: int) -> Sequence[str]:
        return addresses

    return answer


def admitting(*hosts: str) -> Callable[[Address], bool]:
    """Admit these addresses of this machine, and no other."""
    return lambda address: address in _HERE and str(address) in hosts


def fetcher(
    *sites: Site,
    resolver: Callable[[str, int], Awaitable[Sequence[str]]] | None = None,
    tls: ssl.SSLContext | None = None,
    **limits: float,
) -> Fetcher:
    """Build what fetches from these sites, where every name leads to the first unless told otherwise."""
    policy = Policy(admitting(*(site.host for site in sites)), frozenset(site.port for site in sites))

    def trusting(usual: ssl.SSLContext) -> httpx.AsyncBaseTransport:
        return network(tls or usual)

    resolver = resolver or everywhere(sites[0].host)
    return Fetcher(policy, resolver, replace(Limits(), **limits), trusting)  # type: ignore[arg-type]
