"""Fetch a page or a file from the public internet, within limits that its server has no say in."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from bot import __version__
from bot.links.body import read_body
from bot.links.problems import LinkError, Problem
from bot.links.reach import Policy, checked
from bot.links.transport import PinnedTransport, Resolver, is_of_tls, resolve

PAGES = ("text/html", "application/xhtml+xml")
TYPES = frozenset(
    {
        *PAGES,
        "text/plain",
        "application/pdf",
        "application/x-pdf",
        "application/msword",  # it may be another by its content; if not, the answer tells what to do
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/octet-stream",  # so portals hand out files of all kinds
        "application/force-download",
        "application/x-download",
        "",
    }
)
HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; sohop/{__version__})",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "vi,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_REFUSALS = {401: Problem.FORBIDDEN, 403: Problem.FORBIDDEN, 404: Problem.NOT_FOUND, 410: Problem.NOT_FOUND}


@dataclass(frozen=True, slots=True)
class Limits:
    """What fetching a link may take, redirects and all."""

    seconds: float = 15.0
    size: int = 5 << 20  # on the wire, and unpacked
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stood at an address.

    `address` is the one that redirects led to; `name` tells what it claims to be.
    """

    address: str
    name: str
    is_page: bool
    data: bytes


Network = Callable[[ssl.SSLContext], httpx.AsyncBaseTransport]


def network(tls: ssl.SSLContext) -> httpx.AsyncBaseTransport:
    """Build what connects: no proxy, and no connection twice, for it was made to another name."""
    return httpx.AsyncHTTPTransport(
        verify=tls, trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)
    )


class Fetcher:
    """Fetches links. What may be reached, and how names are looked up, a test sets for itself.

    `types` are what a server may say that it sends; None takes anything, for whoever looks at the content.
    """

    def __init__(
        self,
        policy: Policy | None = None,
        resolver: Resolver = resolve,
        limits: Limits | None = None,
        network: Network = network,
        types: frozenset[str] | None = TYPES,
    ):
        self._policy = policy or Policy()
        self._resolver = resolver
        self._limits = limits or Limits()
        self._network = network
        self._types = types
        self._tls: ssl.SSLContext | None = None

    async def fetch(self, address: str) -> Fetched:
        """Fetch what stands at an address. Raises LinkError."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await self._fetch(address)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise LinkError(Problem.TOO_SLOW) from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            raise LinkError(Problem.ADDRESS) from error
        except httpx.TransportError as error:
            raise LinkError(_of_transport(error)) from error

    async def _fetch(self, address: str) -> Fetched:
        url = checked(httpx.URL(address), self._policy)
        transport = PinnedTransport(self._network(await self._verifying()), self._policy, self._resolver)
        async with httpx.AsyncClient(
            transport=transport, headers=HEADERS, trust_env=False, timeout=self._limits.seconds
        ) as client:
            for _ in range(self._limits.redirects + 1):
                response = await client.send(client.build_request("GET", url), stream=True)
                try:
                    if response.next_request is None:
                        return await self._taken(response, url)
                finally:
                    await response.aclose()
                url = checked(response.next_request.url, self._policy)
                client.cookies.clear()
        raise LinkError(Problem.REDIRECTS)

    async def _verifying(self) -> ssl.SSLContext:
        """Load the certificates of authorities, once and beside the loop: it takes a while."""
        if self._tls is None:
            self._tls = await asyncio.to_thread(httpx.create_ssl_context, trust_env=False)
        return self._tls

    async def _taken(self, response: httpx.Response, url: httpx.URL) -> Fetched:
        if not response.is_success:
            raise LinkError(_REFUSALS.get(response.status_code, Problem.FAILED))
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if self._types is not None and kind not in self._types:
            raise LinkError(Problem.OTHER_TYPE)
        data = await read_body(response, self._limits.size)
        return Fetched(str(url), _name(url, is_page=kind in PAGES), kind in PAGES, data)


def _name(url: httpx.URL, *, is_page: bool) -> str:
    """Name what was fetched as the address does; a page is one whatever its address ends in (.aspx, .pdf)."""
    name = url.path.rstrip("/").rpartition("/")[2] or url.host
    return f"{name}.html" if is_page else name


def _of_transport(error: httpx.TransportError) -> Problem:
    if is_of_tls(error):
        return Problem.TLS
    return Problem.UNREACHABLE if isinstance(error, httpx.ConnectError) else Problem.BROKEN
