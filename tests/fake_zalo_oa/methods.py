"""The OpenAPI: what each path asks for, and what it does."""

from __future__ import annotations

import secrets
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fake_zalo_oa.fake import FakeOa

Json = dict[str, Any]
MOST_CHARACTERS = 2000
MOST_BUTTONS = 5
LONGEST_TITLE = 35  # one client keeps to 20; what the server takes is not documented
MB = 1 << 20
UPLOADS = {  # types and most bytes
    "upload/image": (("jpg", "jpeg", "png"), 1 * MB),
    "upload/gif": (("gif",), 5 * MB),
    "upload/file": (("pdf", "doc", "docx", "csv"), 5 * MB),
}
MAGIC = {"jpg": b"\xff\xd8", "jpeg": b"\xff\xd8", "png": b"\x89PNG", "pdf": b"%PDF", "docx": b"PK"}


class RefusedError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


async def send(fake: FakeOa, given: Json) -> Json:
    recipient, message = given.get("recipient"), given.get("message")
    if not isinstance(recipient, dict) or not isinstance(message, dict):
        raise RefusedError(-201, "recipient and message are required")
    user = recipient.get("user_id")
    if not isinstance(user, str) or not user.isdecimal():
        raise RefusedError(-201, "user_id is invalid")
    check(fake, message)
    quota = fake.admits(user)
    return fake.keeps(user, message, quota)


def check(fake: FakeOa, message: Json) -> None:
    """Look a message over. Refused as the real one would, or more strictly where nobody knows."""
    text, attachment = message.get("text"), message.get("attachment")
    if text is not None and not (isinstance(text, str) and text.strip() and utf16(text) <= MOST_CHARACTERS):
        raise RefusedError(-210, "text is over the limit")
    if attachment is None:
        if text is None:
            raise RefusedError(-201, "message is empty")
        return
    kind, payload = attachment.get("type"), attachment.get("payload") or {}
    if kind == "file" and text is None:
        if payload.get("token") not in fake.tokens:
            raise RefusedError(-201, "file token is invalid")
    elif kind == "template" and payload.get("template_type") == "media":
        [element] = payload["elements"]
        if element.get("media_type") != "image" or element.get("attachment_id") not in fake.images:
            raise RefusedError(-201, "attachment_id is invalid")
    elif kind == "template" and "buttons" in payload and text:
        check_buttons(payload["buttons"])
    else:
        raise RefusedError(-201, "attachment is invalid")


def check_buttons(buttons: Any) -> None:
    if not isinstance(buttons, list) or not 1 <= len(buttons) <= MOST_BUTTONS:
        raise RefusedError(-210, "buttons are over the limit")
    for button in buttons:
        if not 1 <= utf16(button["title"]) <= LONGEST_TITLE or not button["title"].strip():
            raise RefusedError(-210, "title is over the limit")
        if button["type"] not in ("oa.query.hide", "oa.query.show") or not isinstance(button["payload"], str):
            raise RefusedError(-201, "button is invalid")


def upload(path: str) -> Callable[[FakeOa, Json], Awaitable[Json]]:
    kinds, most = UPLOADS[path]

    async def take(fake: FakeOa, given: Json) -> Json:
        name, data = given.get("file", ("", b""))
        kind = name.rpartition(".")[2].lower()
        if kind not in kinds or not data.startswith(MAGIC.get(kind, b"")):
            raise RefusedError(-201, "file type is not supported")
        if len(data) > most:
            raise RefusedError(-210, "file size is over the limit")
        key = secrets.token_urlsafe(16)
        if path == "upload/file":
            fake.tokens[key] = (name, data)
            return {"token": key}
        fake.images[key] = data
        return {"attachment_id": key}

    return take


async def get_oa(fake: FakeOa, given: Json) -> Json:
    return {"oa_id": fake.oauth.oa_id, "name": fake.name, "is_verified": True}


async def user_detail(fake: FakeOa, given: Json) -> Json:
    person = fake.people.get(str(given.get("user_id")))
    if person is None:
        raise RefusedError(-201, "user_id is invalid")
    return {
        "user_id": person.id,
        "display_name": person.name,
        "user_is_follower": person.id in fake.followers,
        "user_last_interaction_date": time.strftime("%d/%m/%Y", time.localtime(fake.now())),
    }


async def quota(fake: FakeOa, given: Json) -> list[Json]:
    if given.get("quota_owner") != "OA" or given.get("product_type") != "cs":
        raise RefusedError(-201, "quota_owner is invalid")
    left = {"quota_type": "sub_quota", "product_type": "cs", "total": fake.billed_most}
    return [
        left | {"asset_id": "a1", "valid_through": "31/12/2026", "remain": fake.billed_most - fake.billed}
    ]


METHODS: dict[str, Callable[[FakeOa, Json], Awaitable[Any]]] = {
    "message/cs": send,
    "upload/image": upload("upload/image"),
    "upload/gif": upload("upload/gif"),
    "upload/file": upload("upload/file"),
    "getoa": get_oa,
    "user/detail": user_detail,
    "quota/message": quota,
}
PATHS = {
    ("POST", "/v3.0/oa/message/cs"): "message/cs",
    ("POST", "/v2.0/oa/upload/image"): "upload/image",
    ("POST", "/v2.0/oa/upload/gif"): "upload/gif",
    ("POST", "/v2.0/oa/upload/file"): "upload/file",
    ("GET", "/v2.0/oa/getoa"): "getoa",
    ("GET", "/v3.0/oa/user/detail"): "user/detail",
    ("POST", "/v3.0/oa/quota/message"): "quota/message",
}
