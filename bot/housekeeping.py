"""Keep house soon after the start and every hour: drop forgotten drafts, purge deleted reports, key targets.

All of it can be done twice, or stop anywhere, without harm: what is done is done in small transactions.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import groupby

from bot.service import Service
from handlers.chat import Reply
from handlers.draft_list import dropped_unstored
from storage import (
    asked,
    buttons,
    deletions,
    inbox,
    itemindex,
    keying,
    linked,
    outbox,
    people,
    records,
    unstored,
)
from storage.db import Session
from storage.drafts import Draft
from storage.unstored import Waiting

log = logging.getLogger(__name__)

ACTOR = "sohop"
"""Who did it, for the audit."""
AT_ONCE = 20
"""Rows dropped in one transaction, so that nobody waits long for the only writer."""
INDEXED_AT_ONCE = 5
OLD_AT_ONCE = 500
QUESTION_KEPT = timedelta(days=1)
ASKED_KEPT = timedelta(days=90)
"""How long a button of a long list works."""

Tell = Callable[[Session, Draft, Reply], Awaitable[None]]
"""Keeps a word for the chat of a draft, in the transaction that drops it."""


class Housekeeping:
    """What has to be done from time to time on one platform."""

    def __init__(self, service: Service, platform: str, tell: Tell, told: Callable[[], None] | None = None):
        self._service = service
        self._database = service.database
        self._platform = platform
        self._tell = tell
        self._told = told

    async def run(self, first: float, every: float) -> None:
        """Keep house until cancelled; a fault is logged, and what it left is done the next time.

        First after a moment (seconds): who pressed "Lưu" while the bot was down is answered before.
        """
        await asyncio.sleep(first)
        while True:
            try:
                await self.keep()
            except Exception:
                log.exception("housekeeping failed; it is tried again later")
            await asyncio.sleep(every)

    async def keep(self) -> None:
        """Do all that is due."""
        while await self._drop_some():
            if self._told:
                self._told()
        while await self._purge_some():
            pass
        while await self._index_some():
            pass
        while await self._forget_old_index():
            pass
        await self.forget_old()
        while await self._key_some():
            pass

    async def forget_old(self) -> None:
        """Forget what nobody will ask for again."""
        async with self._database.session() as session:
            now = self._service.clock()
            await inbox.forget_old(session, now)
            await outbox.forget_old(session, now)
            await linked.forget_old(session, now)
            await people.forget_questions(session, now - QUESTION_KEPT)
            await asked.forget(session, now - ASKED_KEPT)
            await buttons.forget(session, now - ASKED_KEPT)

    async def _index_some(self) -> bool:
        """Let questions find reports that were stored before there were any; tells whether there were."""
        async with self._database.session() as session:
            if not await itemindex.waits(session):
                return False
            await itemindex.catch_up(session, INDEXED_AT_ONCE)
        await asyncio.sleep(0)
        return True

    async def _forget_old_index(self) -> bool:
        """Take out some of what an older version indexed; tells whether there is more."""
        async with self._database.session() as session:
            return await itemindex.forget_old(session, OLD_AT_ONCE)

    async def _drop_some(self) -> bool:
        """Drop drafts that nobody touched for a week, and tell their owners; tells whether any was due."""
        now = self._service.clock()
        before = now - unstored.KEPT
        async with self._database.session() as session:
            due = await unstored.untouched(session, self._platform, before, limit=AT_ONCE)
            dropped = [w for w in due if await unstored.drop_untouched(session, w.draft.id, before)]
            for waiting in dropped:
                await records.note(session, ACTOR, "expire", f"draft {waiting.draft.id}", now)
            for _, theirs in groupby(sorted(dropped, key=_whose), key=_whose):
                if held := [waiting for waiting in theirs if waiting.beginning]:
                    texts = self._service.texts_at(self._platform)
                    await self._tell(session, held[0].draft, dropped_unstored(held, texts, now))
        return bool(due)

    async def _purge_some(self) -> bool:
        """Take out what was deleted more than 30 days ago; tells whether any was due."""
        now = self._service.clock()
        before = now - deletions.KEPT
        async with self._database.session() as session:
            due = await deletions.expired(session, before, limit=AT_ONCE)
            for number in due:
                if await deletions.purge(session, number, before):
                    await records.note(session, ACTOR, "purge", f"report {number}", now)
        return bool(due)

    async def _key_some(self) -> bool:
        """Put targets of reports that were stored by an older version into their series."""
        async with self._database.session() as session:
            return bool(await keying.catch_up(session, AT_ONCE))


def _whose(waiting: Waiting) -> tuple[str, int, str]:
    """Tell where a word about a draft goes, and whose it is."""
    draft = waiting.draft
    return draft.chat, draft.thread or 0, draft.owner
