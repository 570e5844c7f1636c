"""The methods: what each asks for, and what it does."""

from __future__ import annotations

import asyncio
import ipaddress
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from tests.fake_zalo.fake import FakeZalo

Json = dict[str, Any]
MOST_CHARACTERS = 2000
ACTIONS = ("typing",)
STYLES = frozenset(["b", "i", "u", "s", "f_13", "f_15", "f_18", "f_20", "lst_1", "lst_2"]) | {
    *(f"c_{colour}" for colour in ("050a19", "15a85f", "f7b503", "f27806", "db342e")),
    *(f"ind_{depth}" for depth in range(1, 6)),
}


class RefusedError(Exception):
    def __init__(self, code: int, description: str = "Bad request") -> None:
        super().__init__(description)
        self.code = code
        self.description = description


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def needed(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str) or not value.strip():
        raise RefusedError(400, f"Bad request: {name} is required")
    return value


async def get_me(fake: FakeZalo, given: Json) -> Json:
    return {
        "id": fake.id,
        "account_name": "bot.Mau",
        "account_type": "BASIC",
        "can_join_groups": True,
        "display_name": fake.name,
    }


async def get_updates(fake: FakeZalo, given: Json) -> Any:
    timeout = str(given.get("timeout") or "30")
    if not timeout.isdecimal():
        raise RefusedError(400)
    if fake.webhook["url"]:
        match fake.behind_webhook:
            case 400:
                raise RefusedError(400)
            case 408:
                await asyncio.sleep(0.05)
                raise RefusedError(408, "Request timeout")
            case _:
                return None
    update = await fake.next_update(min(float(timeout), fake.longest_poll))
    if update is None:
        raise RefusedError(408, "Request timeout")
    return update


async def set_webhook(fake: FakeZalo, given: Json) -> Json:
    url, secret = needed(given, "url"), needed(given, "secret_token")
    if not 8 <= len(secret) <= 256 or not _is_public(url, fake.takes_local):
        raise RefusedError(400)
    fake.webhook = {"url": url, "secret": secret, "updated_at": int(time.time() * 1000)}
    return {"url": url, "updated_at": fake.webhook["updated_at"], "verification": await fake.probe()}


def _is_public(url: str, takes_local: bool) -> bool:
    parts = urlsplit(url)
    if takes_local:
        return bool(parts.hostname)
    host = parts.hostname or ""
    if (
        parts.scheme != "https"
        or host in ("", "localhost")
        or host.endswith(("zaloplatforms.com", "zapps.me"))
    ):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return True


async def get_webhook_info(fake: FakeZalo, given: Json) -> Json:
    if not fake.webhook["url"] and fake.none_set:
        raise RefusedError(fake.none_set, "Webhook not found")
    return {"url": fake.webhook["url"], "updated_at": fake.webhook["updated_at"]}


async def delete_webhook(fake: FakeZalo, given: Json) -> Json:
    if not fake.webhook["url"] and fake.none_set:
        raise RefusedError(fake.none_set, "Webhook not found")
    fake.webhook = {"url": "", "secret": "", "updated_at": int(time.time() * 1000)}
    return {"url": "", "updated_at": fake.webhook["updated_at"]}


async def test_webhook(fake: FakeZalo, given: Json) -> Json:
    fake.tests += 1
    if fake.tests > fake.most_tests:
        raise RefusedError(426, "Too many tests today")
    return await fake.probe()


async def send_message(fake: FakeZalo, given: Json) -> Json:
    text = needed(given, "text")
    if utf16(text) > MOST_CHARACTERS:  # characters or UTF-16 units is unknown: the stricter
        raise RefusedError(400, "Bad request: text is too long")
    styles = given.get("text_styles")
    if styles and not given.get("parse_mode"):
        _check_styles(styles, utf16(text))
    return fake.sends("sendMessage", given, text)


def _check_styles(styles: Any, length: int) -> None:
    if not isinstance(styles, list):
        raise RefusedError(400, "Bad request: text_styles")
    for style in styles:
        match style:
            case {"start": int(start), "len": int(size), "st": [*names]} if (
                0 <= start < start + size <= length and names and all(str(name) in STYLES for name in names)
            ):
                continue
        raise RefusedError(400, f"Bad request: text_styles {style}")


async def send_photo(fake: FakeZalo, given: Json) -> Json:
    photo = needed(given, "photo")
    caption = given.get("caption")
    if caption is not None and not 1 <= utf16(caption) <= MOST_CHARACTERS:
        raise RefusedError(400, "Bad request: caption")
    if not photo.startswith(("http://", "https://")):
        raise RefusedError(400, "Bad request: photo")
    await fake.fetch(photo)
    return fake.sends("sendPhoto", given, caption or "")


async def send_sticker(fake: FakeZalo, given: Json) -> Json:
    return fake.sends("sendSticker", given, needed(given, "sticker"))


async def send_voice(fake: FakeZalo, given: Json) -> Json:
    if not needed(given, "voice_url").endswith(".aac"):
        raise RefusedError(400, "Bad request: voice_url")
    return fake.sends("sendVoice", given, "", arrives=str(given.get("chat_id")) not in fake.groups)


async def send_chat_action(fake: FakeZalo, given: Json) -> None:
    fake.check_chat(needed(given, "chat_id"))
    if needed(given, "action") not in ACTIONS:
        raise RefusedError(400)


METHODS: dict[str, Callable[[FakeZalo, Json], Awaitable[Any]]] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "getWebhookInfo": get_webhook_info,
    "deleteWebhook": delete_webhook,
    "testWebhook": test_webhook,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendSticker": send_sticker,
    "sendVoice": send_voice,
    "sendChatAction": send_chat_action,
}
