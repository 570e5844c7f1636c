"""Count the month's messages, in and out: a Zalo plan has so many, and no answer tells how many are left."""

from __future__ import annotations

import logging

from bot.service import Service
from bot.zalo import PLATFORM
from handlers.chat import Reply
from handlers.richtext import RichText
from storage import records, usage
from storage.db import Session

log = logging.getLogger(__name__)

TOLD_AT = 80
ANSWERS_ONLY_AT = 95
"""Per cent of the month's messages."""


class Quota:
    """What is left of the month; without a limit there is always enough."""

    def __init__(self, service: Service):
        self._service = service
        self._most = service.settings.zalo_monthly_messages

    async def count(self, session: Session, direction: usage.Direction, number: int = 1) -> None:
        """Count messages."""
        if number:
            await usage.count(session, PLATFORM, direction, self._service.clock(), number)

    async def count_sent(self) -> None:
        """Count a message that went out, or may have, and tell the administrators where that is a lot."""
        async with self._service.database.session() as session:
            await self.count(session, "out")
        await self.tell()

    async def used(self, session: Session) -> int:
        """Give how many per cent of the month's messages are used."""
        if not self._most:
            return 0
        return await usage.total(session, PLATFORM, self._service.clock()) * 100 // self._most

    async def allows_pushes(self) -> bool:
        """Tell whether words that nobody asked for may still go out."""
        async with self._service.database.session() as session:
            return await self.used(session) < ANSWERS_ONLY_AT

    async def tell(self) -> None:
        """Tell the administrators at 80 %, once a month, wherever they can be reached."""
        now = self._service.clock()
        fact = f"quota {PLATFORM} {usage.month_of(now)}"
        async with self._service.database.session() as session:
            used = await self.used(session)
            if used < TOLD_AT or await records.fact(session, fact):
                return
            await records.set_fact(session, fact, str(used))
            counted = await usage.total(session, PLATFORM, now)

            values = {"used": used, "count": counted, "most": self._most, "stop": ANSWERS_ONLY_AT}
            await self._service.tell_admins(
                session, lambda texts: Reply(RichText(texts("quota.told", **values)))
            )
        log.warning("%s %% of the month's messages on Zalo are used (%s of %s)", used, counted, self._most)
        self._service.wake_tellers()
