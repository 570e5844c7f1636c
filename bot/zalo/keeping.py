"""Keep replies to be sent: their choices numbered, their files behind links."""

from __future__ import annotations

from dataclasses import replace

from bot.handing import Publish, told
from bot.numbering import numbered
from bot.parts import parts_of
from bot.service import Service
from bot.zalo import PLATFORM
from bot.zalo.messages import Payload
from handlers.chat import Reply
from handlers.posting import Replies
from handlers.richtext import RichText, join
from storage import outbox, people
from storage.db import Session


class Keeping:
    """Puts replies into the outbox. Without `publish` a file is told of, a picture is its words."""

    def __init__(self, service: Service, publish: Publish | None = None):
        self._service = service
        self._publish = publish

    async def keep(  # noqa: PLR0913 what, where, for whom, and on whose behalf
        self,
        session: Session,
        chat: str,
        owner: str,
        replies: Replies,
        *,
        push: bool = False,
        asked: bool = True,
    ) -> None:
        """Keep replies, and what their numbers mean to whom they are for."""
        if not replies:
            return
        written, actions = numbered([await self._linked(session, reply) for reply in replies], "\n")
        payloads: list[Payload] = []
        for text, reply in zip(written, replies, strict=True):
            payloads += [Payload(part, push) for part in parts_of(text)]
            payloads += [Payload(RichText(), push, url) for url in await self._pictures(session, reply)]
        messages = [payload.dump() for payload in payloads]
        await outbox.put(session, PLATFORM, chat, messages, self._service.clock())
        if asked or actions:  # a word that nobody asked for leaves the last answer's choices as they are
            await people.offer(session, PLATFORM, chat, owner, actions)

    async def _pictures(self, session: Session, reply: Reply) -> list[str]:
        """Put pictures behind addresses: Zalo fetches them when they are sent."""
        if self._publish is None:
            return []
        return [await self._publish(session, file) for file in reply.files if file.picture]

    async def _linked(self, session: Session, reply: Reply) -> Reply:
        """Name the files that are no pictures by their links, below the text."""
        files = [file for file in reply.files if not file.picture]
        sentences = await told(session, files, self._service.texts_at(PLATFORM), self._publish)
        return replace(reply, text=join([reply.text, *sentences], "\n\n"), files=())
