"""Answer stored updates: each in its chat's order, with its mark and its replies in one transaction."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.links.opening import LinkOpener
from bot.order import Turns
from bot.pauses import Pauses
from bot.service import Service, Settle
from bot.zalo import PLATFORM
from bot.zalo.client import ZaloBot
from bot.zalo.keeping import Keeping
from bot.zalo.pictures import Pictures, typing
from bot.zalo.updates import Message, read_message, request_of
from handlers.chat import Place, Request
from handlers.posting import Replies
from storage import drafts, inbox, records
from storage.db import Session
from storage.inbox import Incoming
from storage.times import stamp, time_of

log = logging.getLogger(__name__)

UNREAD = frozenset({"unsupported", "sticker", "voice"})
"""What brings nothing that can be read."""
TOLD = f"told what arrives {PLATFORM} "
TOLD_FOR = timedelta(hours=1)
"""So long a chat is told once: five files sent in a row get one answer."""


class Answering:
    """Hands each update to the handlers, and their replies to the outbox."""

    def __init__(  # noqa: PLR0913, PLR0917 wired once, in the runner
        self,
        service: Service,
        bot: ZaloBot,
        pauses: Pauses,
        wake_outbox: Callable[[], None],
        keeping: Keeping,
        pictures: Pictures,
        links: LinkOpener,
    ):
        self._service = service
        self._database = service.database
        self._bot = bot
        self._pauses = pauses
        self._wake_outbox = wake_outbox
        self._keeping = keeping
        self._pictures = pictures
        self._links = links
        self._turns = Turns()
        self.names: tuple[str, ...] = ()
        """What the bot is called, as it learns at its start."""

    async def handle(self, incoming: Incoming) -> None:
        """Handle one stored update, and mark it even where there is nothing to answer."""
        kept = json.loads(incoming.payload)
        if "pause" in kept:
            async with self._turns.take([kept["chat"]]):
                await self._on_pause(kept["pause"], incoming.id)
            return
        message = read_message(kept["update"], self._service.clock())
        if message is None or (message.attachment in UNREAD and not message.private):
            await self._finish(incoming.id)  # in a group nobody is told: it may not have been for the bot
            return
        async with self._turns.take([message.chat]):
            if message.attachment in UNREAD and await self._told_lately(message.chat):
                await self._finish(incoming.id)
            else:
                await self._respond(message, incoming.id)

    async def _finish(self, row: int) -> None:
        async with self._database.session() as session:
            await inbox.finish(session, row, self._service.clock())

    async def _told_lately(self, chat: str) -> bool:
        """Tell whether a chat was told a while ago what does not arrive: each message counts."""
        async with self._database.session() as session:
            told = await records.fact(session, TOLD + chat)
        return told is not None and abs(self._service.clock() - time_of(told)) < TOLD_FOR

    async def _on_pause(self, number: int, row: int) -> None:
        async with self._database.session() as session:
            draft = await drafts.find(session, number)
        if draft is None:
            await self._finish(row)
            return
        # a private chat has the id of its only person
        place = Place(PLATFORM, draft.chat, private=draft.owner == f"{PLATFORM}:{draft.chat}")
        await self._service.settle_draft(number, self._settle(row, draft.chat, draft.owner), place)
        self._wake_outbox()
        await self._pauses.wait_on(number)

    async def _respond(self, message: Message, row: int) -> None:
        request = request_of(message, row, self.names, self._service.settings.zone)
        unread = message.attachment in UNREAD
        settle = self._settle(row, message.chat, request.sender.identity, unread=unread)
        try:
            request = await self._opened(request, message)
        except Exception as error:  # noqa: BLE001 logged and answered there
            await self._service.apologise(error, settle, request.place)
        else:
            await self._service.respond(request, settle)
        self._wake_outbox()
        await self._pauses.watch(request)

    async def _opened(self, request: Request, message: Message) -> Request:
        """Open what a message brings, where it is to be opened."""
        if message.photo and await self._service.takes_file(request):
            name = self._service.texts("file.photo")
            async with typing(self._bot, message.chat), self._turns.aside():
                return replace(request, file=await self._pictures.open(message.photo, name))
        if address := await self._service.address_in(request):
            async with typing(self._bot, message.chat), self._turns.aside():
                return replace(request, file=await self._links.open(address))
        return request

    def _settle(self, row: int, chat: str, owner: str, *, unread: bool = False) -> Settle:
        """Keep replies in the outbox, what their numbers mean, and the mark of the update."""

        async def settle(session: Session, replies: Replies) -> None:
            if unread:
                await records.set_fact(session, TOLD + chat, stamp(self._service.clock()))
            await self._keeping.keep(session, chat, owner, replies)
            await inbox.finish(session, row, self._service.clock())

        return settle
