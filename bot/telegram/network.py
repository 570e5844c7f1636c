"""Requests that cannot hang."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx
from telegram._utils.types import ODVInput
from telegram.error import TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

log = logging.getLogger(__name__)


class HealingRequest(HTTPXRequest):
    """Requests with a deadline of their own, and a fresh client after it.

    Behind a proxy httpx leaks a connection for each stalled handshake, and a SOCKS handshake has no
    time-out at all; a pool that is used up never heals by itself. `grace` are the seconds beyond its
    own time-outs after which a request is taken for stalled.
    """

    def __init__(self, *, grace: float, **options: Any):
        super().__init__(**options)
        self._grace = grace
        self._closing: set[asyncio.Task[None]] = set()

    async def do_request(  # noqa: PLR0913, PLR0917 the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make a request. Raises TimedOut also where the library would wait for ever."""
        patience = read_timeout if isinstance(read_timeout, int | float) else self.read_timeout or 0
        client = self._client
        try:
            async with asyncio.timeout(patience + self._grace):
                return await super().do_request(
                    url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
                )
        except TimeoutError as error:
            self._heal(client)
            raise TimedOut("the request stalled") from error
        except TimedOut as error:
            if isinstance(error.__cause__, httpx.PoolTimeout):
                self._heal(client)
            raise

    def _heal(self, stalled: httpx.AsyncClient) -> None:
        """Put a fresh client in the place of a stalled one, unless another request did so already."""
        if self._client is not stalled:
            return
        log.warning("a connection stalled; starting with a fresh one")
        self._client = self._build_client()
        closing = asyncio.create_task(stalled.aclose())
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)

    async def shutdown(self) -> None:
        """Close the client, and those that were replaced."""
        await asyncio.gather(*self._closing, return_exceptions=True)
        await super().shutdown()
