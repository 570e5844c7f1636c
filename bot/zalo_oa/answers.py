"""The OpenAPI's answers: one envelope, and the few objects in it. Keys that are not known are left alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import cast

from bot.calls import DecodeError, GatewayError, Json, text_of
from bot.zalo_oa.errors import ApiError

FAILED = 400
FREE = "reply"
"""The kind of quota of what costs nothing; all others are billed, or count against something bought."""


def data_of(method: str, status: int, body: bytes) -> object:
    """Take the data out of an answer. Raises ApiError, GatewayError or DecodeError.

    `error` decides and not the HTTP status: errors come as HTTP 200 (documented).
    """
    envelope = envelope_of(method, status, body)
    code = text_of(envelope, "error").strip()
    if not code.lstrip("-").isdecimal():
        raise DecodeError(f"{method}: not an answer of the OpenAPI")
    if int(code):
        raise ApiError(method, int(code), text_of(envelope, "message"))
    return envelope.get("data")


def envelope_of(method: str, status: int, body: bytes) -> Json:
    """Read an answer as an object. Raises GatewayError or DecodeError."""
    try:
        envelope = json.loads(body)
    except ValueError:
        envelope = None
    if isinstance(envelope, dict):
        return cast("Json", envelope)
    if status >= FAILED:
        raise GatewayError(method, status)
    raise DecodeError(f"{method}: not an answer of the OpenAPI")


@dataclass(frozen=True, slots=True)
class Posted:
    """A message that was sent; what it counted against is empty where the answer does not tell."""

    message_id: str
    quota: str = ""

    @classmethod
    def read(cls, data: object) -> Posted:
        """Read what sending gives; a message that was sent is never taken for one that was not."""
        quota = data.get("quota") if isinstance(data, dict) else None
        return cls(text_of(data, "message_id"), text_of(quota, "quota_type"))
