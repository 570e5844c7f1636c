"""Keep the order within a chat, let chats go side by side."""

from __future__ import annotations

import asyncio
import inspect
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 16
"""Chats answered side by side; more is slower (256 at once are slower than one)."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause in a paste that may be its end."""

    chat: str
    draft: int


class PerChatProcessor(BaseUpdateProcessor):
    """Answers each chat's updates strictly in order, and a limited number of chats side by side."""

    def __init__(self, at_once: int = AT_ONCE):
        super().__init__(max_concurrent_updates=100_000)  # one busy chat must not hold the places of all
        self._places = asyncio.Semaphore(at_once)
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[str, int] = defaultdict(int)

    async def initialize(self) -> None:
        """Have nothing to prepare."""

    async def shutdown(self) -> None:
        """Have nothing to put away."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then for a place."""
        try:
            async with AsyncExitStack() as stack:
                for chat in chats_of(update):
                    await stack.enter_async_context(self._turn(chat))
                async with self._places:
                    await coroutine
        finally:
            if inspect.iscoroutine(coroutine):
                coroutine.close()  # where the turn never came, it would be missed with a warning

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


def chats_of(update: object) -> list[str]:
    """Name the chat that an update belongs to; where a group got a new id, its old one too.

    So what was said before the move is handled before it, and what is said after it, after it.
    """
    if isinstance(update, Pause):
        return [update.chat]
    chat = update.effective_chat if isinstance(update, Update) else None
    if not isinstance(update, Update) or chat is None:
        return [""]
    old = update.message.migrate_from_chat_id if update.message else None
    return [str(chat.id), *([str(old)] if old else [])]
