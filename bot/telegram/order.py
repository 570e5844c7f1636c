"""The order within a chat, for python-telegram-bot."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.order import AT_ONCE, Turns


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause in a paste that may be its end."""

    chat: str
    draft: int


class PerChatProcessor(BaseUpdateProcessor):
    """Answers each chat's updates strictly in order, and a limited number of chats side by side."""

    def __init__(self, at_once: int = AT_ONCE):
        super().__init__(max_concurrent_updates=100_000)  # one busy chat must not hold the places of all
        self._turns = Turns(at_once)

    async def initialize(self) -> None:
        """Have nothing to prepare."""

    async def shutdown(self) -> None:
        """Have nothing to put away."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then for a place."""
        try:
            async with self._turns.take(chats_of(update)):
                await coroutine
        finally:
            if inspect.iscoroutine(coroutine):
                coroutine.close()  # where the turn never came, it would be missed with a warning

    def aside(self) -> AbstractAsyncContextManager[None]:
        """Leave the place to other chats while this one waits for something slow; it keeps its turn."""
        return self._turns.aside()


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
