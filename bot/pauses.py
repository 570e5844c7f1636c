"""Notice when a paste that came in several messages has ended."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable

from bot.beside import Beside
from bot.service import Clock
from handlers.chat import Request
from storage import drafts, inbox
from storage.db import Database
from storage.drafts import Draft


class Pauses:
    """Waits for the end of pastes; an end is a row of the inbox: handled in the chat's order, and once.

    How long to wait stands with the draft in storage, so a restart waits on.
    """

    def __init__(
        self, database: Database, platform: str, clock: Clock, wake: Callable[[], None], beside: Beside
    ):
        self._database = database
        self._platform = platform
        self._clock = clock
        self._wake = wake
        self._beside = beside
        self._timers: dict[int, asyncio.TimerHandle] = {}

    async def resume(self) -> None:
        """Wait for the pastes that were going on when the program stopped."""
        async with self._database.session() as session:
            for draft in await drafts.waiting(session, self._platform):
                self._wait(draft)

    async def watch(self, request: Request) -> None:
        """Wait for the end of this sender's paste, where one is going on."""
        place = request.place
        async with self._database.session() as session:
            draft = await drafts.last_of(session, self._platform, place.chat, request.sender.identity)
        if draft:
            self._wait(draft)

    async def wait_on(self, number: int) -> None:
        """Wait again where a pause came too early: the clock was set back, or the paste went on."""
        async with self._database.session() as session:
            draft = await drafts.find(session, number)
        if draft and draft.settle_at and draft.settle_at > self._clock():
            self._wait(draft)

    def _wait(self, draft: Draft) -> None:
        if draft.settle_at is None:
            return
        if earlier := self._timers.pop(draft.id, None):
            earlier.cancel()
        seconds = max((draft.settle_at - self._clock()).total_seconds(), 0)
        loop = asyncio.get_running_loop()
        self._timers[draft.id] = loop.call_later(seconds, self._ended, draft)

    def _ended(self, draft: Draft) -> None:
        del self._timers[draft.id]
        self._beside.start(self._store(draft))

    async def _store(self, draft: Draft) -> None:
        """Store the end; one that is stored twice, around a restart, is answered once."""
        now = self._clock()
        row = (f"pause {draft.id} {now.isoformat()}", json.dumps({"pause": draft.id, "chat": draft.chat}))
        async with self._database.session() as session:
            await inbox.put(session, self._platform, [row], now)
        self._wake()

    def stop(self) -> None:
        """Wait no more; the next start waits on."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
