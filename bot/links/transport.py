"""Connections that go to the very address that was checked.

A name may lead to one address when it is looked up to be checked, and to another when it is looked up to be
connected to. So each request's name is looked up once; all its addresses are checked; the connection is
made to one of them by number. The name goes on in the `Host` header, and in TLS, which verifies it.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence

import httpx

from bot.links.problems import LinkError, Problem
from bot.links.reach import Address, Policy, checked, port_of

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
MOST_TRIED = 3
"""Addresses of a name that are tried one after the other."""


async def resolve(host: str, port: int) -> Sequence[str]:
    """Look a name up as this machine does. Raises OSError."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class PinnedTransport(httpx.AsyncBaseTransport):
    """Sends each request to an address that the policy admits."""

    def __init__(self, inner: httpx.AsyncBaseTransport, policy: Policy, resolver: Resolver = resolve):
        self._inner = inner
        self._policy = policy
        self._resolver = resolver

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request. Raises LinkError, or what httpx raises where no address of the name answers."""
        tried = (await self._addresses(checked(request.url, self._policy)))[:MOST_TRIED]
        for address in tried:
            try:
                return await self._inner.handle_async_request(_pinned(request, address))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                if address is tried[-1] or is_of_tls(error):
                    raise
        raise AssertionError

    async def _addresses(self, url: httpx.URL) -> list[Address]:
        """Look a name up, once. Raises LinkError where one of its addresses may not be reached."""
        try:
            found = await self._resolver(url.raw_host.decode("ascii"), port_of(url))
        except (OSError, UnicodeError) as error:
            raise LinkError(Problem.UNKNOWN_HOST) from error
        addresses = [ipaddress.ip_address(address) for address in found]
        if not addresses:
            raise LinkError(Problem.UNKNOWN_HOST)
        if not all(map(self._policy.admits, addresses)):
            raise LinkError(Problem.PRIVATE)
        return addresses

    async def aclose(self) -> None:
        """Close all connections."""
        await self._inner.aclose()


def _pinned(request: httpx.Request, address: Address) -> httpx.Request:
    """Write a request anew for an address; the header `Host` was set from the name before."""
    name = request.url.raw_host.decode("ascii").rstrip(".")
    return httpx.Request(
        request.method,
        request.url.copy_with(host=str(address)),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": name},
    )


def is_of_tls(error: BaseException | None) -> bool:
    """Tell whether a connection failed at its encryption."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
