"""Who may be written to: free for 48 hours after what they did last, billed for 7 days, then not at all."""

from __future__ import annotations

import logging
from datetime import datetime

from bot.queues import Never
from bot.service import Service
from bot.zalo_oa import PLATFORM
from bot.zalo_oa.answers import FREE, Posted
from handlers.chat import Reply
from handlers.richtext import RichText
from handlers.status import REACH
from storage import contacts, people, records, usage
from storage.usage import Price

log = logging.getLogger(__name__)

FREE_FOR, OPEN_FOR = REACH
ACTOR = "sohop"


class Windows:
    """What may go out to whom, and what it costs."""

    def __init__(self, service: Service):
        self._service = service

    async def refusal(self, person: str, *, push: bool) -> Never | None:
        """Tell why a message may not go out, None where it may.

        Of somebody who is not known yet Zalo knows more than the bot does.
        """
        async with self._service.database.session() as session:
            contact = await contacts.find(session, PLATFORM, person)
        if push and contact.has_left:
            return Never("the person does not follow the account any more")
        if contact.last_at and self._service.clock() - contact.last_at > OPEN_FOR:
            return await self.late(person, "the person did nothing here for 7 days")
        return None

    async def count(self, person: str, posted: Posted) -> None:
        """Count a message that was sent: as Zalo says that it counts, else by the time that passed."""
        async with self._service.database.session() as session:
            now = self._service.clock()
            contact = await contacts.find(session, PLATFORM, person)
            await usage.price(session, PLATFORM, price_of(posted, contact.last_at, now), now)

    async def late(self, person: str, why: str) -> Never:
        """Drop a message that came too late; the audit says so, and administrators are told once a day."""
        service, identity = self._service, f"{PLATFORM}:{person}"
        async with service.database.session() as session:
            now = service.clock()
            await usage.price(session, PLATFORM, "refused", now)
            await records.note(session, ACTOR, "drop message", identity, now, reason="7 days")
            fact, today = f"too late {identity}", now.date().isoformat()
            if await records.fact(session, fact) != today:
                await records.set_fact(session, fact, today)
                name = (await people.names(session, [identity]))[identity]
                who = f"{name} ({identity})" if name else identity
                await service.tell_admins(
                    session, lambda texts: Reply(RichText(texts("oa.too_late", who=who)))
                )
        service.wake_tellers()
        return Never(why)

    async def gone(self, person: str) -> None:
        """Remember that somebody cannot be reached, until they do something again."""
        async with self._service.database.session() as session:
            await contacts.left(session, PLATFORM, person, self._service.clock())


def price_of(posted: Posted, last_at: datetime | None, now: datetime) -> Price:
    """Tell what a message cost."""
    if posted.quota:
        return "free" if posted.quota == FREE else "billed"
    return "billed" if last_at and now - last_at > FREE_FOR else "free"
