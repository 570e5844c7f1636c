"""Answer stored updates: each in its chat's order, with its mark and its replies in one transaction."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace

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
from storage import drafts, inbox
from storage.db import Session
from storage.inbox import Incoming

log = logging.getLogger(__name__)


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
        if message is None or (message.attachment == "unsupported" and not message.private):
            await self._finish(incoming.id)  # in a group nobody is told: it may not have been for the bot
            return
        async with self._turns.take([message.chat]):
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
        place = Place(PLATFORM, draft.chat, private=draft.owner == f"{PLATFORM}:{draft.chat}")
        await self._service.settle_draft(number, self._settle(row, draft.chat, draft.owner), place)
        self._wake_outbox()
        await self._pauses.wait_on(number)

    async def _respond(self, message: Message, row: int) -> None:
        request = request_of(message, row, self.names, self._service.settings.zone)
        settle = self._settle(row, message.chat, request.sender.identity)
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

    def _settle(self, row: int, chat: str, owner: str) -> Settle:
        """Keep replies in the outbox, what their numbers mean, and the mark of the update."""

        async def settle(session: Session, replies: Replies) -> None:
            await self._keeping.keep(session, chat, owner, replies)
            await inbox.finish(session, row, self._service.clock())

        return settle
