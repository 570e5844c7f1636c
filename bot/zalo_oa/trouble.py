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

FACT = f"{records.TROUBLE}{PLATFORM}"


class Trouble:
    """The sentence that tells what to do, kept over restarts."""

    def __init__(self, service: Service):
        self._service = service
        self._known: str | None = None
        self._is_read = False

    async def begin(self, sentence: str, error: CallError) -> None:
        """Tell administrators what to do, where they can be reached: on the other platforms."""
        await self._read()
        if self._known == sentence:
            return
        self._known = sentence
        log.error("nothing can be sent on Zalo OA: %s. %s", error, self._service.texts(sentence))
        async with self._service.database.session() as session:
            await records.set_fact(session, FACT, sentence)
            await self._service.tell_admins(
                session, lambda texts: Reply(RichText(texts(sentence))), but_on=PLATFORM
            )
        self._service.wake_tellers()

    async def end(self) -> None:
        """Take note that it goes on."""
        await self._read()
        if self._known is None:
            return
        log.info("messages can be sent on Zalo OA again")
        self._known = None
        async with self._service.database.session() as session:
            await records.forget_fact(session, FACT)

    async def end_of(self, sentence: str) -> None:
        """Take note that one thing is mended; another may be left."""
        await self._read()
        if self._known == sentence:
            await self.end()

    async def _read(self) -> None:
        if not self._is_read:
            async with self._service.database.session() as session:
                self._known = await records.fact(session, FACT)
            self._is_read = True
