"""Calls of a platform's HTTP interface: each made once, never waited for without end, its secrets never told.

CallError
  x TransportError  no answer came
  x GatewayError    something before the server said no, in a page of its own
  x DecodeError     an answer came that is none of the interface's

A platform adds the error of its own envelope. None of them holds the address of a call, nor what httpx
raised: secrets may stand there.
"""

from __future__ import annotations

import asyncio
import logging

import httpx
from pydantic import SecretStr

from bot.patience import Patience

log = logging.getLogger(__name__)

Json = dict[str, object]
CONNECTIONS = 32


class CallError(Exception):
    """A call failed."""

    @property
    def is_doubtful(self) -> bool:
        """Tell whether nobody knows if the call took effect."""
        return False


class TransportError(CallError):
    """No answer came; `sent` tells whether the request may have arrived."""

    def __init__(self, method: str, what: str, *, sent: bool):
        super().__init__(f"{method}: {what}")
        self.sent = sent

    @property
    def is_doubtful(self) -> bool:
        """Tell whether the request may have arrived."""
        return self.sent


class GatewayError(CallError):
    """An HTTP error without an envelope: for two hours in August 2026 every bot of Zalo got 502 and 504."""

    def __init__(self, method: str, status: int):
        super().__init__(f"{method}: HTTP {status}")
        self.status = status

    @property
    def is_doubtful(self) -> bool:
        """Tell whether the server behind may have done it before it was told: also a 502 may come late."""
        return self.status >= 500


class DecodeError(CallError):
    """The answer is not JSON, or not of the shape that is documented."""

    is_doubtful = True


class Caller:
    """The connections to one server; those that stall are left behind."""

    def __init__(
        self,
        name: str,
        patience: Patience,
        *,
        proxy: SecretStr | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ):
        self._name = name
        self._patience = patience
        self._proxy = proxy
        self._transport = transport
        self.client = self._build_client()
        self._closing: set[asyncio.Task[None]] = set()

    async def send(self, name: str, request: httpx.Request, seconds: float | None = None) -> httpx.Response:
        """Send a request and read its answer. Raises TransportError, without its cause."""
        patience = seconds or self._patience.answer * 2
        limits = httpx.Timeout(self._patience.answer, read=patience, pool=self._patience.pool)
        request.extensions["timeout"] = limits.as_dict()
        client = self.client
        try:
            async with asyncio.timeout(patience + self._patience.grace):
                return await client.send(request)
        except TimeoutError:
            self._heal(client)
            raise TransportError(name, "the request stalled", sent=True) from None
        except httpx.PoolTimeout:
            self._heal(client)
            raise TransportError(name, "no connection was free", sent=False) from None
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
            raise TransportError(name, type(error).__name__, sent=False) from None
        except httpx.HTTPError as error:
            raise TransportError(name, type(error).__name__, sent=True) from None

    async def close(self) -> None:
        """Close the connections, and those that were replaced."""
        await asyncio.gather(*self._closing, return_exceptions=True)
        await self.client.aclose()

    def _build_client(self) -> httpx.AsyncClient:
        limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS // 2)
        return httpx.AsyncClient(
            headers={"Accept": "application/json"},
            limits=limits,
            transport=self._transport,
            proxy=self._proxy.get_secret_value() if self._proxy else None,
            trust_env=False,  # no proxy that only the environment names
        )

    def _heal(self, stalled: httpx.AsyncClient) -> None:
        """Put a fresh client in the place of a stalled one, unless another call did so already."""
        if self.client is not stalled:
            return
        log.warning("a connection to %s stalled; starting with a fresh one", self._name)
        self.client = self._build_client()
        closing = asyncio.create_task(stalled.aclose())
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)


def text_of(values: object, *names: str) -> str:
    """Read the first of these keys that holds something, a number as text (ids came as numbers once)."""
    if not isinstance(values, dict):
        return ""
    for name in names:
        value = values.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            return str(value)
    return ""
