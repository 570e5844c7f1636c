"""From Zalo's updates to requests. What is decoded here was seen in more than one shape; all are taken."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import cast

from bot.calls import Json, text_of
from bot.moments import moment_of
from bot.zalo import PLATFORM
from handlers.chat import Place, Request, Sender

PROBE = "webhook.test"
ATTACHMENTS = {
    "message.image.received": "photo",
    "message.sticker.received": "sticker",
    "message.voice.received": "voice",
    "message.unsupported.received": "unsupported",
}
"""Events by the kind of what was sent. Files, videos and contacts come as "unsupported", with nothing of
them; so does by law any message of people in a protected class."""
TEXT = "message.text.received"


def unwrap(body: Json) -> Json:
    """Take the update out of a webhook's body: wrapped as documented, or flat as captured."""
    result = body.get("result")
    return cast("Json", result) if isinstance(result, dict) else body


def delivered(body: Json) -> Json | None:
    """Read a webhook's body; None where it is only a try of the address."""
    update = unwrap(body)
    return None if event_of(update) in (PROBE, "") else update


def event_of(update: Json) -> str:
    """Name what happened."""
    return text_of(update, "event_name")


def key_of(update: Json) -> str | None:
    """Give what tells an update from others, None where it has no message to answer."""
    message = update.get("message")
    return text_of(message, "message_id") or None if isinstance(message, dict) else None


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it came in; `photo` is a public address."""

    event: str
    sent_at: datetime
    sender: str
    sender_name: str
    chat: str
    private: bool
    text: str = ""
    photo: str = ""

    @property
    def attachment(self) -> str | None:
        """Name the kind of what was sent with it."""
        return ATTACHMENTS.get(self.event)


def read_message(update: Json, now: datetime) -> Message | None:
    """Read an update's message, None where it has none or is not for a bot to answer."""
    event = event_of(update)
    message = update.get("message")
    if not isinstance(message, dict) or (event != TEXT and event not in ATTACHMENTS):
        return None
    sender, chat = _part(message, "from"), _part(message, "chat")
    sender_id = text_of(sender, "id")
    if not sender_id or sender.get("is_bot") is True:
        return None
    return Message(
        event,
        moment_of(message.get("date"), now),
        sender_id,
        text_of(sender, "display_name", "name"),
        text_of(chat, "id") or sender_id,
        text_of(chat, "chat_type").upper() != "GROUP",
        text_of(message, "text") or text_of(message, "caption"),
        _address(message.get("photo_url")) or _address(message.get("photo")),
    )


def _part(message: Json, name: str) -> Json:
    part = message.get(name)
    return cast("Json", part) if isinstance(part, dict) else {}


def _address(value: object) -> str:
    """Read a photo's address: a text; a list or an object was never seen, and costs nothing to take."""
    if isinstance(value, list):
        return _address(value[0]) if value else ""
    if isinstance(value, dict):
        return _address(value.get("url"))
    return value if isinstance(value, str) else ""


def request_of(message: Message, row: int, names: Iterable[str], zone: tzinfo) -> Request:
    """Turn a message into a request; `names` are what the bot is called in groups.

    A group's message reaches the bot only where it is meant: by a mention, or by quoting it.
    Whether Zalo's clients cut long texts is not documented; parts would come as messages of their own,
    each with a text of its own to read, and /post joins them.
    """
    return Request(
        place=Place(PLATFORM, message.chat, private=message.private),
        sender=Sender(PLATFORM, message.sender, message.sender_name),
        time=message.sent_at.astimezone(zone),
        text=message.text if message.private else without_mention(message.text, names),
        position=int(message.sent_at.timestamp() * 1000) * 1000 + row % 1000,
        attachment=message.attachment,
        splits_at=SPLITS_AT,
    )


SPLITS_AT = 2000
"""What a client is taken to cut a pasted text at: the limit that is documented for bots."""


def without_mention(text: str, names: Iterable[str]) -> str:
    """Take the bot's own name out of what was said in a group: no entity tells where it stands.

    >>> without_mention("@bot xã mẫu lịch họp tuần này", ["Bot Xã Mẫu"])
    'lịch họp tuần này'
    """
    for name in sorted(names, key=len, reverse=True):
        for written in {unicodedata.normalize(form, name) for form in ("NFC", "NFD")}:
            text = re.sub(rf"@{re.escape(written)}(?!\w)[\s,:]*", "", text, flags=re.IGNORECASE)
    return text.strip()


def dump(update: Json) -> str:
    """Write an update for the inbox, in ASCII: half a surrogate pair must not stop the storing."""
    return json.dumps({"update": update})
