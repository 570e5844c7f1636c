"""From replies to Telegram's messages, by way of the outbox."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)
from telegram.constants import MessageLimit
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    RetryAfter,
    TelegramError,
)

from bot.queues import Later, Moved, Never, Outcome, Sent
from bot.telegram import PLATFORM
from bot.telegram.polling import pause_of
from bot.telegram.uploads import CAPTION_UNITS, Shown, Uploads
from handlers.chat import Attachment, Reply, Request
from handlers.richtext import RichText, Style, Styled, cut, utf16_units
from storage import outbox
from storage.db import Session
from storage.outbox import Outgoing

LIMIT = int(MessageLimit.MAX_TEXT_LENGTH)
MOST_PLACES = int(MessageLimit.MESSAGE_ENTITIES)
_ENTITY = {
    Style.BOLD: MessageEntity.BOLD,
    Style.MARK: MessageEntity.BOLD,
    Style.ITALIC: MessageEntity.ITALIC,
    Style.CODE: MessageEntity.CODE,
    Style.QUOTE: MessageEntity.BLOCKQUOTE,
}
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Payload:
    """One message as the outbox keeps it.

    `edits` is the message whose place it takes; `answers` the one it is shown under in a group. With a
    `file` the text is its caption; the file's bytes are kept beside the payload, not in it.
    """

    text: RichText
    choices: tuple[tuple[tuple[str, str], ...], ...] = ()
    thread: int | None = None
    edits: int | None = None
    answers: int | None = None
    file: Attachment | None = None

    def dump(self) -> str:
        """Write as JSON."""
        places = [[p.start, p.end, p.style.value] for p in self.text.places]
        return json.dumps(
            {
                "text": self.text.text,
                "places": places,
                "choices": self.choices,
                "thread": self.thread,
                "edits": self.edits,
                "answers": self.answers,
                "file": [self.file.name, self.file.picture] if self.file else None,
            },
            ensure_ascii=False,
        )

    @classmethod
    def load(cls, text: str) -> Payload:
        """Read what `dump` wrote, also before messages had files."""
        kept = json.loads(text)
        file = kept.get("file")
        places = tuple(Styled(start, end, Style(style)) for start, end, style in kept["places"])
        return cls(
            RichText(kept["text"], places),
            tuple(tuple((label, action) for label, action in row) for row in kept["choices"]),
            kept["thread"],
            kept["edits"],
            kept["answers"],
            Attachment(file[0], b"", file[1]) if file else None,
        )


def payloads(
    reply: Reply, request: Request | None, thread: int | None = None, instead_of: int | None = None
) -> list[Payload]:
    """Cut a reply into messages: choices under the last, an edit in the place of the first.

    `instead_of` is a message of ours whose place the first takes in any case. A message with a file takes
    no other's place.
    """
    parts = _parts(reply, as_text=instead_of is not None)
    choices = tuple(tuple((choice.label, choice.action) for choice in row) for row in reply.choices)
    edits = request.pressed_on if request and reply.replaces and not reply.files else instead_of
    answers = None
    if request and not request.place.private and request.pressed is None:
        answers = request.position
    last = len(parts) - 1
    return [
        Payload(
            text,
            choices if number == last else (),
            request.place.thread if request else thread,
            edits if number == 0 and file is None else None,
            answers if number == 0 else None,
            file,
        )
        for number, (text, file) in enumerate(parts)
    ]


def _parts(reply: Reply, *, as_text: bool) -> list[tuple[RichText, Attachment | None]]:
    """Cut a reply's text, its files behind; a short text is the caption of the first file."""
    fits = utf16_units(reply.text.text) <= CAPTION_UNITS
    if reply.files and fits and not as_text:
        captions = (reply.text, *(RichText() for _ in reply.files[1:]))
        return list(zip(captions, reply.files, strict=True))
    return [(part, None) for part in cut(reply.text, LIMIT)] + [(RichText(), file) for file in reply.files]


async def keep(session: Session, chat: str, messages: Iterable[Payload], at: datetime) -> None:
    """Put messages into the outbox, each with its file."""
    messages = list(messages)
    rows = await outbox.put(session, PLATFORM, chat, [message.dump() for message in messages], at)
    for row, message in zip(rows, messages, strict=True):
        if message.file:
            await outbox.attach(session, row, message.file.data)


def entities(rich: RichText) -> list[MessageEntity]:
    """Count the styled places in UTF-16 units, as Telegram does."""
    return [
        MessageEntity(
            _ENTITY[place.style],
            utf16_units(rich.text[: place.start]),
            utf16_units(rich.text[place.start : place.end]),
        )
        for place in rich.places[:MOST_PLACES]
        if rich.text[place.start : place.end].strip()
    ]


def keyboard(choices: tuple[tuple[tuple[str, str], ...], ...]) -> InlineKeyboardMarkup | None:
    """Write choices as buttons under a message."""
    if not choices:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=action) for label, action in row] for row in choices]
    )


class Messenger:
    """Sends what the outbox holds, and tells what became of it."""

    def __init__(self, bot: Bot, uploads: Uploads):
        self._bot = bot
        self._uploads = uploads

    async def send(self, message: Outgoing) -> Outcome:
        """Send one stored message."""
        payload = Payload.load(message.payload)
        try:
            await self._deliver(message, payload)
        except TelegramError as error:
            return outcome_of(error)
        return Sent()

    async def _deliver(self, message: Outgoing, payload: Payload) -> None:
        if payload.edits is not None and await self._edit(int(message.chat), payload.edits, payload):
            return
        try:
            await self._post(message, payload, payload.thread)
        except BadRequest as error:
            if payload.thread is None or "thread not found" not in str(error).lower():
                raise
            await self._post(
                message, payload, None
            )  # the topic was deleted: better in the main one than lost

    async def _edit(self, chat: int, message: int, payload: Payload) -> bool:
        """Put the text in the place of a message; False where that message cannot be edited any more."""
        try:
            await self._bot.edit_message_text(
                payload.text.text,
                chat_id=chat,
                message_id=message,
                entities=entities(payload.text),
                reply_markup=keyboard(payload.choices),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as error:
            reason = str(error).lower()
            if "not modified" in reason:
                return True
            if "message" in reason and ("not found" in reason or "can't be edited" in reason):
                return False
            raise
        return True

    async def _post(self, message: Outgoing, payload: Payload, thread: int | None) -> None:
        under = (
            ReplyParameters(payload.answers, allow_sending_without_reply=True) if payload.answers else None
        )
        shown = Shown(
            int(message.chat),
            payload.text.text,
            entities(payload.text),
            keyboard(payload.choices),
            thread,
            under,
        )
        if payload.file:
            await self._uploads.send(message.id, payload.file, shown)
            return
        await self._bot.send_message(
            shown.chat,
            shown.text,
            entities=shown.entities,
            reply_markup=shown.keyboard,
            message_thread_id=thread,
            reply_parameters=under,
            link_preview_options=NO_PREVIEW,
        )


def outcome_of(error: TelegramError) -> Outcome:
    """Tell from Telegram's error whether a message is worth another attempt."""
    if isinstance(error, RetryAfter):
        return Later(str(error), pause_of(error))
    if isinstance(error, ChatMigrated):
        return Moved(str(error.new_chat_id))
    if isinstance(error, BadRequest | Forbidden) or "too large" in str(error).lower():
        return Never(str(error))
    return Later(str(error))
