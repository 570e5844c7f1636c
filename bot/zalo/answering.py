"""Answer stored updates of Zalo: what each is, and what it brings."""

from __future__ import annotations

from dataclasses import replace

from bot.answering import Answering, Ways
from bot.calls import Json
from bot.service import Service
from bot.zalo import PLATFORM
from bot.zalo.client import ZaloBot
from bot.zalo.typing import typing
from bot.zalo.updates import Message, read_message, request_of
from handlers.chat import Request


class ZaloAnswering(Answering[Message]):
    """Reads Zalo's updates."""

    unread = frozenset({"unsupported", "sticker", "voice"})

    def __init__(self, service: Service, ways: Ways, bot: ZaloBot):
        super().__init__(service, PLATFORM, ways)
        self._bot = bot
        self.names: tuple[str, ...] = ()
        """What the bot is called, as it learns at its start."""

    def _read(self, update: Json) -> Message | None:
        message = read_message(update, self._service.clock())
        if message and message.attachment in self.unread and not message.private:
            return None  # in a group nobody is told: it may not have been for the bot
        return message

    async def _request(self, message: Message, row: int) -> Request:
        return request_of(message, row, self.names, self._service.settings.zone)

    async def _opened(self, request: Request, message: Message) -> Request:
        if message.photo and await self._service.takes_file(request):
            name = self._service.texts("file.photo")
            async with typing(self._bot, message.chat), self._turns.aside():
                return replace(request, file=await self._attached.open(message.photo, name, is_photo=True))
        if address := await self._service.address_in(request):
            async with typing(self._bot, message.chat), self._turns.aside():
                return replace(request, file=await self._links.open(address))
        return request
