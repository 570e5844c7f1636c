"""The API's answers: one envelope, and the few objects in it. Keys that are not known are left alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import cast

from bot.calls import Json, text_of
from bot.zalo.errors import ApiError, DecodeError, GatewayError

FAILED = 400


def result_of(method: str, status: int, body: bytes) -> object:
    """Take the result out of an answer. Raises ApiError, GatewayError or DecodeError.

    `ok` decides and not the HTTP status: errors come as HTTP 200 (observed).
    """
    try:
        envelope = json.loads(body)
    except ValueError:
        envelope = None
    if not isinstance(envelope, dict) or not isinstance(envelope.get("ok"), bool):
        if status >= FAILED:
            raise GatewayError(method, status)
        raise DecodeError(f"{method}: not an answer of the Bot API")
    if envelope["ok"]:
        return envelope.get("result")
    raise ApiError(method, _code(envelope, status), str(envelope.get("description") or "")[:200])


def _code(envelope: Json, status: int) -> int:
    """Read the error's code; testWebhook spells its name in another way (documented)."""
    for name in ("error_code", "errorCode"):
        code = envelope.get(name)
        if isinstance(code, int | str) and str(code).lstrip("-").isdecimal():
            return int(code)
    return status


def object_of(method: str, result: object) -> Json:
    """Take a result as an object. Raises DecodeError."""
    if not isinstance(result, dict):
        raise DecodeError(f"{method}: the result is no object")
    return cast("Json", result)


@dataclass(frozen=True, slots=True)
class Me:
    """The bot: `display_name` is what stands behind "@" in groups (observed, not documented)."""

    id: str
    account_name: str
    display_name: str
    account_type: str = ""
    can_join_groups: bool = False

    @classmethod
    def read(cls, values: Json) -> Me:
        """Read what getMe gives."""
        return cls(
            text_of(values, "id"),
            text_of(values, "account_name"),
            text_of(values, "display_name", "name"),
            text_of(values, "account_type"),
            values.get("can_join_groups") is True,
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names that it may be called by."""
        return tuple(filter(None, (self.display_name, self.account_name)))


@dataclass(frozen=True, slots=True)
class Verification:
    """What the server saw when it tried the webhook."""

    ok: bool
    outcome: str
    hint: str

    @classmethod
    def read(cls, values: Json) -> Verification:
        """Read what stands under "verification", or what testWebhook gives."""
        outcome = text_of(values, "outcome")
        return cls(values.get("ok") is True or outcome == "webhook.ok", outcome, text_of(values, "hint"))


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where the server sends updates to; an empty address is none."""

    url: str
    verification: Verification | None = None

    @classmethod
    def read(cls, values: Json) -> Webhook:
        """Read what setWebhook and getWebhookInfo give; older answers have no verification."""
        verified = values.get("verification")
        return cls(
            text_of(values, "url"),
            Verification.read(cast("Json", verified)) if isinstance(verified, dict) else None,
        )


@dataclass(frozen=True, slots=True)
class Posted:
    """A message that was sent; the id is empty where the answer told none."""

    message_id: str

    @classmethod
    def read(cls, result: object) -> Posted:
        """Read what the sending methods give; a message that was sent is never taken for one that was not."""
        return cls(text_of(result, "message_id") if isinstance(result, dict) else "")
