"""Answer stored updates: each in its chat's order, with its mark and its replies in one transaction."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, Protocol, TypeVar

from bot.attached import Attached
from bot.calls import Json
from bot.links.opening import LinkOpener
from bot.order import Turns
from bot.pauses import Pauses
from bot.service import Service, Settle
from handlers.chat import Place, Request
from handlers.posting import Replies
from storage import drafts, inbox, records
from storage.db import Session
from storage.inbox import Incoming
from storage.times import stamp, time_of

TOLD = "told what arrives"
TOLD_FOR = timedelta(hours=1)
"""So long a chat is told once: five files sent in a row get one answer."""


class Message(Protocol):
    """A message as it came in."""

    @property
    def chat(self) -> str:
        """Tell where it stands."""

    @property
    def attachment(self) -> str | None:
        """Name the kind of what was sent with it."""


M = TypeVar("M", bound=Message)
Keep = Callable[[Session, str, str, Replies], Awaitable[None]]
"""Keeps replies for a chat, and what their choices mean to a person."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where what is answered comes from, and where it goes."""

    pauses: Pauses
    wake_outbox: Callable[[], None]
    keep: Keep
    attached: Attached
    links: LinkOpener


class Answering(ABC, Generic[M]):
    """Hands each update to the handlers, and their replies to the outbox. A platform says how it is read.

    `unread` are the kinds of attachment that bring nothing that can be read.
    """

    unread: frozenset[str] = frozenset()

    def __init__(self, service: Service, platform: str, ways: Ways):
        self._service = service
        self._database = service.database
        self._platform = platform
        self._pauses = ways.pauses
        self._wake_outbox = ways.wake_outbox
        self._keep = ways.keep
        self._attached = ways.attached
        self._links = ways.links
        self._turns = Turns()

    @abstractmethod
    def _read(self, update: Json) -> M | None:
        """Read an update, None where it has nothing to answer."""

    @abstractmethod
    async def _request(self, message: M, row: int) -> Request:
        """Turn a message into a request."""

    @abstractmethod
    async def _opened(self, request: Request, message: M) -> Request:
        """Open what a message brings, where it is to be opened."""

    async def handle(self, incoming: Incoming) -> None:
        """Handle one stored update, and mark it even where there is nothing to answer."""
        kept = json.loads(incoming.payload)
        if "pause" in kept:
            async with self._turns.take([kept["chat"]]):
                await self._on_pause(kept["pause"], incoming.id)
            return
        message = self._read(kept["update"])
        if message is None:
            await self._finish(incoming.id)
            return
        async with self._turns.take([message.chat]):
            if message.attachment in self.unread and await self._told_lately(message.chat):
                await self._finish(incoming.id)
            else:
                await self._respond(message, incoming.id)

    async def _finish(self, row: int) -> None:
        async with self._database.session() as session:
            await inbox.finish(session, row, self._service.clock())

    async def _on_pause(self, number: int, row: int) -> None:
        async with self._database.session() as session:
            draft = await drafts.find(session, number)
        if draft is None:
            await self._finish(row)
            return
        # a private chat has the id of its only person
        place = Place(self._platform, draft.chat, private=draft.owner == f"{self._platform}:{draft.chat}")
        await self._service.settle_draft(number, self._settle(row, draft.chat, draft.owner), place)
        self._wake_outbox()
        await self._pauses.wait_on(number)

    async def _respond(self, message: M, row: int) -> None:
        request = await self._request(message, row)
        unread = message.attachment in self.unread
        settle = self._settle(row, message.chat, request.sender.identity, unread=unread)
        try:
            request = await self._opened(request, message)
        except Exception as error:  # noqa: BLE001 logged and answered there
            await self._service.apologise(error, settle, request.place)
        else:
            await self._service.respond(request, settle)
        self._wake_outbox()
        await self._pauses.watch(request)

    async def _told_lately(self, chat: str) -> bool:
        """Tell whether a chat was told a while ago what does not arrive: each message counts."""
        async with self._database.session() as session:
            told = await records.fact(session, self._told(chat))
        return told is not None and abs(self._service.clock() - time_of(told)) < TOLD_FOR

    def _told(self, chat: str) -> str:
        return f"{TOLD} {self._platform} {chat}"

    def _settle(self, row: int, chat: str, owner: str, *, unread: bool = False) -> Settle:
        """Keep replies in the outbox, what their choices mean, and the mark of the update."""

        async def settle(session: Session, replies: Replies) -> None:
            if unread:
                await records.set_fact(session, self._told(chat), stamp(self._service.clock()))
            await self._keep(session, chat, owner, replies)
            await inbox.finish(session, row, self._service.clock())

        return settle
