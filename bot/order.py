"""Keep the order within a chat, let chats go side by side."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager

AT_ONCE = 16
"""Chats answered side by side; more is slower (256 at once are slower than one)."""


class Turns:
    """Gives each chat its turns strictly in order, and a limited number of chats a place at once."""

    def __init__(self, at_once: int = AT_ONCE):
        self._places = asyncio.Semaphore(at_once)
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[str, int] = defaultdict(int)

    @asynccontextmanager
    async def take(self, chats: Iterable[str]) -> AsyncIterator[None]:
        """Wait for the turn of these chats, then for a place."""
        async with AsyncExitStack() as stack:
            for chat in chats:
                await stack.enter_async_context(self._turn(chat))
            async with self._places:
                yield

    @asynccontextmanager
    async def aside(self) -> AsyncIterator[None]:
        """Leave the place to other chats while this one waits for something slow; it keeps its turn."""
        self._places.release()
        try:
            yield
        finally:
            await self._places.acquire()

    @asynccontextmanager
    async def _turn(self, chat: str) -> AsyncIterator[None]:
        self._waiting[chat] += 1
        try:
            async with self._locks[chat]:
                yield
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._waiting[chat], self._locks[chat]
