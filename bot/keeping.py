"""Keep replies to be sent, and what their choices mean to whom they are for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from bot.handing import Publish
from bot.service import Service
from handlers.posting import Replies
from storage import outbox, people
from storage.db import Session


@dataclass(frozen=True, slots=True)
class To:
    """Where replies go, and for whom their choices are."""

    chat: str
    owner: str


@dataclass(frozen=True, slots=True)
class Written:
    """Replies as messages, each with the bytes of its file; and the actions that numbers stand for."""

    messages: list[tuple[str, bytes]]
    actions: list[str]


class Keeping(ABC):
    """Puts replies into the outbox; a platform says how they are written. `publish` makes links to files."""

    def __init__(self, service: Service, platform: str, publish: Publish | None = None):
        self._service = service
        self._platform = platform
        self._publish = publish

    @abstractmethod
    async def _write(self, session: Session, replies: Replies, to: To, push: bool, /) -> Written:
        """Write replies as messages of the platform."""

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
        """Keep replies; a `push` is a word that nobody asked for."""
        if not replies:
            return
        written = await self._write(session, replies, To(chat, owner), push)
        payloads = [payload for payload, _ in written.messages]
        rows = await outbox.put(session, self._platform, chat, payloads, self._service.clock())
        for row, (_, data) in zip(rows, written.messages, strict=True):
            if data:
                await outbox.attach(session, row, data)
        if asked or written.actions:  # a word that nobody asked for leaves the choices before it as they are
            await people.offer(session, self._platform, chat, owner, written.actions)
