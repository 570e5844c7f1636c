"""Fetch what was sent with a message and open it, with a word in the chat where that takes a while."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from telegram import Document, Message, PhotoSize
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.patience import Patience
from bot.reading import PICTURE, TOO_LARGE, open_file
from bot.telegram.client import RawBot
from bot.telegram.order import PerChatProcessor
from bot.telegram.polling import pause_after
from bot.telegram.telling import Telling
from documents.model import MAX_BYTES
from documents.opening import Opener
from handlers.chat import File, Request
from handlers.texts import Texts

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Files in memory at once; others wait, and with them only their chats."""
ATTEMPTS = 3
UNAVAILABLE = "unavailable"


class Files:
    """Opens the attachments of messages."""

    def __init__(  # noqa: PLR0913, PLR0917 wired once
        self,
        bot: RawBot,
        opener: Opener,
        texts: Texts,
        processor: PerChatProcessor,
        telling: Telling,
        patience: Patience,
    ):
        self._bot = bot
        self._opener = opener
        self._texts = texts
        self._processor = processor
        self._telling = telling
        self._patience = patience
        self._room = asyncio.Semaphore(AT_ONCE)

    async def attach(self, request: Request, message: Message) -> tuple[Request, int | None]:
        """Open what came with a message; gives the request with it, and the message that told of the work."""
        sent = message.document or largest(message.photo)
        if sent is None:
            return request, None
        name = self._name(sent)
        if problem := self._problem(sent):
            return replace(request, file=File(name, problem=problem)), None
        words = self._texts("file.reading", name=name)
        async with self._telling.of(request, words) as progress, self._processor.aside(), self._room:
            file = await self._open(sent, name)
        return replace(request, file=file), progress.message

    def _name(self, sent: Document | PhotoSize) -> str:
        if isinstance(sent, PhotoSize):
            return self._texts("file.photo")
        return sent.file_name or self._texts("file.unnamed")

    def _problem(self, sent: Document | PhotoSize) -> str | None:
        """Tell what is known of a file before it is fetched."""
        if (sent.file_size or 0) > MAX_BYTES:
            return TOO_LARGE
        return PICTURE if isinstance(sent, PhotoSize) and not self._opener.ocr else None

    async def _open(self, sent: Document | PhotoSize, name: str) -> File:
        try:
            data = await self._fetch(sent.file_id)
        except TelegramError as error:
            log.warning("a file could not be fetched: %s", error)
            return File(name, problem=TOO_LARGE if "too big" in str(error).lower() else UNAVAILABLE)
        return await open_file(self._opener, data, name)

    async def _fetch(self, file_id: str) -> bytes:
        """Fetch a file, with another attempt where the network failed."""
        pause = self._patience.first_pause
        for attempt in range(1, ATTEMPTS + 1):
            try:
                file = await self._bot.get_file(file_id)
                return bytes(await file.download_as_bytearray(read_timeout=self._patience.download))
            except (BadRequest, Forbidden):
                raise
            except TelegramError as error:
                if attempt == ATTEMPTS:
                    raise
                await asyncio.sleep(pause_after(error, pause * attempt))
        raise AssertionError


def largest(sizes: tuple[PhotoSize, ...]) -> PhotoSize | None:
    """Choose the sharpest of a photo's sizes."""
    return max(sizes, key=lambda size: size.width * size.height, default=None)
