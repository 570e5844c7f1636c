"""Send files: pictures to be seen, others to be opened."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import Bot, InlineKeyboardMarkup, MessageEntity, ReplyParameters
from telegram.constants import MessageLimit
from telegram.error import BadRequest

from bot.patience import Patience
from handlers.chat import Attachment, Reply
from handlers.richtext import join
from handlers.texts import Texts
from storage import outbox
from storage.db import Database

CAPTION_UNITS = int(MessageLimit.CAPTION_LENGTH)
MOST_BYTES = 50_000_000
MOST_OF_A_PICTURE = 10_000_000
"""A larger picture goes out as a file to be opened."""
AT_ONCE = 4
"""Files in memory at once; others wait, and with them only their chats."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a message looks, and where it is put."""

    chat: int
    text: str
    entities: Sequence[MessageEntity]
    keyboard: InlineKeyboardMarkup | None
    thread: int | None
    under: ReplyParameters | None


class Uploads:
    """Sends the files that the outbox keeps."""

    def __init__(self, bot: Bot, database: Database, patience: Patience):
        self._bot = bot
        self._database = database
        self._patience = patience
        self._room = asyncio.Semaphore(AT_ONCE)

    async def send(self, number: int, file: Attachment, shown: Shown) -> None:
        """Send the file of a stored message, what the message says as its caption."""
        async with self._room:
            file = replace(file, data=await self._bytes_of(number))
            if not file.picture:
                await self._send_document(file, shown)
                return
            try:
                await self._send_photo(file, shown)
            except BadRequest as error:
                if not _is_no_photo(error):
                    raise
                await self._send_document(file, shown)

    async def _bytes_of(self, number: int) -> bytes:
        async with self._database.session() as session:
            return await outbox.file_of(session, number) or b""

    async def _send_document(self, file: Attachment, shown: Shown) -> None:
        await self._bot.send_document(
            shown.chat,
            file.data,
            filename=file.name,
            caption=shown.text or None,
            caption_entities=shown.entities,
            reply_markup=shown.keyboard,
            message_thread_id=shown.thread,
            reply_parameters=shown.under,
            read_timeout=self._patience.upload,
        )

    async def _send_photo(self, file: Attachment, shown: Shown) -> None:
        await self._bot.send_photo(
            shown.chat,
            file.data,
            filename=file.name,
            caption=shown.text or None,
            caption_entities=shown.entities,
            reply_markup=shown.keyboard,
            message_thread_id=shown.thread,
            reply_parameters=shown.under,
            read_timeout=self._patience.upload,
        )


def _is_no_photo(error: BadRequest) -> bool:
    """Tell whether Telegram cannot show a picture: its sides are too long, or too unlike."""
    return any(word in str(error).lower() for word in ("photo", "image"))


def sendable(reply: Reply, texts: Texts) -> Reply:
    """Leave out files that Telegram does not take, each with a sentence; send large pictures as files."""
    if not reply.files:
        return reply
    taken = [file for file in reply.files if len(file.data) <= MOST_BYTES]
    refused = [
        texts("file.out_too_large", name=file.name, limit=MOST_BYTES // 1_000_000)
        for file in reply.files
        if len(file.data) > MOST_BYTES
    ]
    files = tuple(replace(f, picture=f.picture and len(f.data) <= MOST_OF_A_PICTURE) for f in taken)
    return replace(reply, text=join([reply.text, *refused], "\n\n"), files=files)
