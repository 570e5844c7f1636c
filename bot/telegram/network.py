"""Requests that cannot hang, and limits that Telegram sets."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

import httpx
from aiolimiter import AsyncLimiter
from telegram._utils.types import ODVInput
from telegram.error import TimedOut
from telegram.ext import AIORateLimiter
from telegram.request import BaseRequest, HTTPXRequest, RequestData

log = logging.getLogger(__name__)

GRACE = 15.0
"""Seconds beyond its own time-outs after which a request is taken for stalled."""
CHATS_REMEMBERED = 1024

Json = dict[str, Any]


class HealingRequest(HTTPXRequest):
    """Requests with a deadline of their own, and a fresh client after it.

    Behind a proxy httpx leaks a connection for each stalled handshake, and a SOCKS handshake has no
    time-out at all; a pool that is used up never heals by itself.
    """

    def __init__(self, *, grace: float = GRACE, **options: Any):
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


class ChatRateLimiter(AIORateLimiter):
    """At most one message a second to a chat, twenty a minute to a group, thirty a second in all."""

    __slots__ = ("_chats",)

    def __init__(self) -> None:
        super().__init__()
        self._chats: dict[str, AsyncLimiter] = {}

    async def process_request(  # noqa: PLR0913, PLR0917 the library's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | Json | list[Json]]],
        args: Any,
        kwargs: Json,
        endpoint: str,
        data: Json,
        rate_limit_args: int | None,
    ) -> bool | Json | list[Json]:
        """Wait for the chat's turn, then for everybody's."""
        if "chat_id" in data and endpoint.startswith(("send", "edit", "forward", "copy")):
            await self._limiter(str(data["chat_id"])).acquire()
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)

    def _limiter(self, chat: str) -> AsyncLimiter:
        if len(self._chats) >= CHATS_REMEMBERED:
            self._chats = {c: limiter for c, limiter in self._chats.items() if not limiter.has_capacity()}
        if chat not in self._chats:
            self._chats[chat] = AsyncLimiter(max_rate=1, time_period=1)
        return self._chats[chat]
