"""From Telegram's updates to requests."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from typing import Any

from telegram import CallbackQuery, Chat, Message, MessageEntity, User
from telegram.constants import ChatType, MessageLimit

from bot.hooks import OddUpdateError
from bot.telegram import PLATFORM
from handlers.chat import Answered, Place, Request, Sender

SPLITS_AT = int(MessageLimit.MAX_TEXT_LENGTH)
_ATTACHMENTS = ("document", "photo", "voice", "audio", "video", "video_note", "sticker", "animation")


def delivered(body: dict[str, Any]) -> dict[str, Any]:
    """Read a webhook's body. Raises OddUpdateError."""
    number = body.get("update_id")
    if not isinstance(number, int) or isinstance(number, bool):
        raise OddUpdateError("no update_id")
    return body


def message_request(message: Message, me: User, zone: tzinfo, *, edited: bool = False) -> Request | None:
    """Turn a message into a request, None where it is for another bot."""
    text = message.text or message.caption or ""
    addressee = _command_addressee(text)
    if addressee and addressee != (me.username or "").lower():
        return None
    sender = message.sender_chat or message.from_user
    if sender is None:
        return None
    return Request(
        place=_place(message.chat, message),
        sender=_sender(sender),
        time=message.date.astimezone(zone),
        text=_without_mention(text, me),
        position=message.message_id,
        edited=edited,
        addressed=_is_addressed(message, text, me),
        attachment=_attachment(message),
        splits_at=SPLITS_AT,
        first_sent_at=origin.date.astimezone(zone) if (origin := message.forward_origin) else None,
        answered=_answered(message, text, me, zone) if not edited else None,
    )


def _attachment(message: Message) -> str | None:
    return next((kind for kind in _ATTACHMENTS if getattr(message, kind)), None)


def _answered(message: Message, text: str, me: User, zone: tzinfo) -> Answered | None:
    """Read what a command answers: anybody's words or file, but not the bot's own."""
    answered = message.reply_to_message
    if answered is None or not text.startswith("/") or _attachment(message) or _is_by(answered, me):
        return None
    words, attachment = answered.text or answered.caption or "", _attachment(answered)
    if not words and attachment is None:
        return None  # a service message, such as the one that opened a topic
    origin = answered.forward_origin
    first = (origin.date if origin else answered.date).astimezone(zone)
    return Answered(answered.message_id, words, first, attachment)


def _is_by(message: Message, me: User) -> bool:
    return message.from_user is not None and message.from_user.id == me.id


def button_request(query: CallbackQuery, now: datetime) -> Request | None:
    """Turn a pressed button into a request, None where its message is gone; it has no time of its own."""
    message = query.message
    if message is None or query.data is None:
        return None
    return Request(
        place=_place(message.chat, message if isinstance(message, Message) else None),
        sender=_sender(query.from_user),
        time=now,
        position=message.message_id,
        pressed=query.data,
        pressed_on=message.message_id,
        splits_at=SPLITS_AT,
    )


def _place(chat: Chat, message: Message | None) -> Place:
    thread = message.message_thread_id if message and message.is_topic_message else None
    return Place(PLATFORM, str(chat.id), thread, private=chat.type == ChatType.PRIVATE)


def _sender(sender: User | Chat) -> Sender:
    name = sender.full_name or (sender.title if isinstance(sender, Chat) else "") or ""
    return Sender(PLATFORM, str(sender.id), name)


def _command_addressee(text: str) -> str:
    """Find whom a command is for: "/tasks@sohop_bot" is for sohop_bot."""
    match = re.match(r"/\w+@(\w+)", text)
    return match[1].lower() if match else ""


def _is_addressed(message: Message, text: str, me: User) -> bool:
    """Tell whether a message is for the bot: in private, by command, by mention, or as a reply to it."""
    answered = message.reply_to_message
    return (
        message.chat.type == ChatType.PRIVATE
        or text.startswith("/")
        or bool(answered and _is_by(answered, me))
        or _mentions(message, me)
    )


def _mentions(message: Message, me: User) -> bool:
    mentions = message.parse_entities([MessageEntity.MENTION]) | message.parse_caption_entities(
        [MessageEntity.MENTION]
    )
    return f"@{(me.username or '').lower()}" in (text.lower() for text in mentions.values())


def _without_mention(text: str, me: User) -> str:
    """Take the bot's own name out of a question asked in a group."""
    if not me.username or text.startswith("/"):
        return text
    return re.sub(rf"@{re.escape(me.username)}\b\s*", "", text, flags=re.IGNORECASE)
