"""What an administrator has to mend before anything can be sent: told once, shown until it is mended."""

from __future__ import annotations

import logging

from bot.calls import CallError
from bot.service import Service
from bot.zalo_oa import PLATFORM
from handlers.chat import Reply
from handlers.richtext import RichText
from storage import records

log = logging.getLogger(__name__)

LINK = "oa.todo.link"
FACT = f"{records.TROUBLE}{PLATFORM}"


class Trouble:
    """The sentence that tells what to do, kept over restarts."""

    def __init__(self, service: Service):
        self._service = service
        self._known: str | None = None
        self._is_read = False

    async def begin(self, sentence: str, error: CallError) -> None:
        """Tell administrators what to do, where they can be reached: on the other platforms.

        Of what comes and goes (a quota, say) they are told once a day.
        """
        await self._read()
        if self._known == sentence:
            return
        self._known = sentence
        log.error("nothing can be sent on Zalo OA: %s. %s", error, self._service.texts(sentence))
        async with self._service.database.session() as session:
            await records.set_fact(session, FACT, sentence)
            told, today = f"told {PLATFORM} {sentence}", self._service.clock().date().isoformat()
            if await records.fact(session, told) == today:
                return
            await records.set_fact(session, told, today)
            await self._service.tell_admins(
                session, lambda texts: Reply(RichText(texts(sentence))), but_on=PLATFORM
            )
        self._service.wake_tellers()

    async def end(self, *, of_link: bool) -> None:
        """Take note that it goes on: that there are tokens again, or else that a message was sent.

        A token may serve for hours after no other was to be had.
        """
        await self._read()
        if self._known is None or (self._known == LINK) != of_link:
            return
        log.info("messages can be sent on Zalo OA again")
        self._known = None
        async with self._service.database.session() as session:
            await records.forget_fact(session, FACT)

    async def _read(self) -> None:
        if not self._is_read:
            async with self._service.database.session() as session:
                self._known = await records.fact(session, FACT)
            self._is_read = True
