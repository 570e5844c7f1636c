"""Keep replies to be sent: their choices numbered, their files behind links."""

from __future__ import annotations

from dataclasses import replace

from bot.handing import told
from bot.keeping import Keeping, To, Written
from bot.numbering import numbered
from bot.parts import parts_of
from bot.zalo import PLATFORM
from bot.zalo.messages import Payload
from handlers.chat import Reply
from handlers.posting import Replies
from handlers.richtext import RichText, join
from storage.db import Session


class ZaloKeeping(Keeping):
    """Writes replies for Zalo. Without `publish` a file is told of, a picture is its words."""

    async def _write(self, session: Session, replies: Replies, _: To, push: bool, /) -> Written:
        written, actions = numbered([await self._linked(session, reply) for reply in replies], "\n")
        payloads: list[Payload] = []
        for text, reply in zip(written, replies, strict=True):
            payloads += [Payload(part, push) for part in parts_of(text)]
            payloads += [Payload(RichText(), push, url) for url in await self._pictures(session, reply)]
        return Written([(payload.dump(), b"") for payload in payloads], actions)

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
