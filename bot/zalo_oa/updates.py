"""From the events of an Official Account to requests."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import cast

from bot.calls import Json, text_of
from bot.moments import moment_of
from bot.zalo_oa import PLATFORM
from handlers.chat import Place, Request, Sender
from storage import inbox

SENDS = "user_send_"
TEXT, LINK, FOLLOW, UNFOLLOW = "user_send_text", "user_send_link", "follow", "unfollow"
ATTACHMENTS = {
    TEXT: None,
    LINK: None,
    FOLLOW: None,
    "user_send_image": "photo",
    "user_send_file": "document",
    "user_send_audio": "voice",
    "user_send_video": "video",
    "user_send_sticker": "sticker",
    "user_send_gif": "animation",
    "user_send_location": "location",
    "user_send_business_card": "contact",
}
"""Events that are answered, by the kind of what was sent. What was read, received or clicked, what the
account itself sent (oa_send_…), and people without an account of Zalo (anonymous_…) are left alone."""
UNREAD = frozenset({"voice", "video", "sticker", "animation", "location", "contact"})
GREETING = "/start"
SPLITS_AT = 2000
"""What a client is taken to cut a pasted text at; it is not documented."""
STALE = inbox.KEPT - timedelta(days=1)
"""An event this old may be one that was handled and forgotten: what came before is known so long only."""
_SIGNED = re.compile(r"(?:mac=)?([0-9a-f]{64})", re.IGNORECASE)
_TOKEN = re.compile(r"#([\w-]{12})", re.ASCII)
"""The payload of a button of ours."""
LONGEST_ID = 200


def is_signed(signature: str, body: bytes, app_id: str, key: str) -> bool:
    """Tell whether a body bears the account's signature.

    It is no HMAC: SHA-256 of the app's id, the body as it came, its own time and the key, in a row. So
    the body has to be looked into first.
    """
    match = _SIGNED.fullmatch(signature.strip())
    if match is None:
        return False
    try:
        event = json.loads(body)
    except (ValueError, RecursionError):
        return False
    if not isinstance(event, dict) or text_of(event, "app_id") != app_id:
        return False
    whole = app_id.encode() + body + text_of(event, "timestamp").encode("utf-8", "replace") + key.encode()
    return hmac.compare_digest(hashlib.sha256(whole).hexdigest(), match[1].lower())


def delivered(event: Json) -> Json | None:
    """Read a webhook's body; None where nothing is to be done about it."""
    name = event_of(event)
    wanted = name in ATTACHMENTS or name == UNFOLLOW or name.startswith(SENDS)
    return event if wanted and person_of(event) else None


def event_of(event: Json) -> str:
    """Name what happened."""
    return text_of(event, "event_name")


def person_of(event: Json) -> str:
    """Give who did it; in this account only, and as a number."""
    who = "follower" if event_of(event) in (FOLLOW, UNFOLLOW) else "sender"
    person = text_of(event.get(who), "id")
    return person if person.isascii() and person.isdecimal() and len(person) <= 30 else ""


def time_of(event: Json, now: datetime) -> datetime:
    """Give when it happened; what claims to come from the future happened now."""
    return min(moment_of(event.get("timestamp"), now), now)


def key_of(event: Json) -> str:
    """Give what tells an event from others, also when it is delivered again."""
    number = text_of(event.get("message"), "msg_id")
    return (number or f"{event_of(event)} {person_of(event)} {text_of(event, 'timestamp')}")[:LONGEST_ID]


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it came in.

    `address` is where what it brings is to be fetched, `name` what that is called; `token` is that of a
    button, where the text may be one.
    """

    chat: str
    sent_at: datetime
    text: str = ""
    attachment: str | None = None
    address: str = ""
    name: str = ""
    token: str = ""


def read_message(event: Json, now: datetime) -> Message | None:
    """Read an event's message, None where it has none to answer."""
    name, person = event_of(event), person_of(event)
    if not person or name == UNFOLLOW or not (name in ATTACHMENTS or name.startswith(SENDS)):
        return None
    sent_at = time_of(event, now)
    if name == FOLLOW:
        return Message(person, sent_at, GREETING)
    message = event.get("message")
    message = cast("Json", message) if isinstance(message, dict) else {}
    payload, text = _payload(message), text_of(message, "text")
    if name == LINK:
        return Message(person, sent_at, _with_address(text, text_of(payload, "url")))
    token = _TOKEN.fullmatch(text.strip()) if name == TEXT else None
    return Message(
        person,
        sent_at,
        text,
        ATTACHMENTS.get(name, "other"),
        text_of(payload, "url"),
        text_of(payload, "name"),
        token[1] if token else "",
    )


def _payload(message: Json) -> object:
    """Take the first thing that a message brings; clients send one with each message."""
    brought = message.get("attachments")
    first = brought[0] if isinstance(brought, list) and brought else None
    return first.get("payload") if isinstance(first, dict) else None


def _with_address(text: str, address: str) -> str:
    """Read what was sent as a link: the words stand in `text`, whether with the address is not documented."""
    return text if address in text else "\n".join(filter(None, [text, address]))


def request_of(message: Message, row: int, sender: str, zone: tzinfo, action: str | None) -> Request:
    """Turn a message into a request: words, or the `action` of a button of this person.

    Whoever knows its payload can type it: it proves nothing, the role is looked at like with anything else.
    """
    return Request(
        place=Place(PLATFORM, message.chat),
        sender=Sender(PLATFORM, message.chat, sender),
        time=message.sent_at.astimezone(zone),
        text="" if action else message.text,
        position=int(message.sent_at.timestamp() * 1000) * 1000 + row % 1000,
        pressed=action,
        attachment=message.attachment,
        splits_at=SPLITS_AT,
    )


def dump(event: Json) -> str:
    """Write an event for the inbox, in ASCII: half a surrogate pair must not stop the storing."""
    return json.dumps({"update": event})
