"""Push events to the bot's webhook, signed as documented."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import httpx

Json = dict[str, Any]
HEADER = "X-ZEvent-Signature"


def signature(app_id: str, body: bytes, timestamp: str, key: str) -> str:
    """Sign as Zalo does: no HMAC, a plain hash of everything in a row."""
    return "mac=" + hashlib.sha256(app_id.encode() + body + timestamp.encode() + key.encode()).hexdigest()


class Pusher:
    """The side of the server that calls the webhook."""

    def __init__(self, app_id: str, secret_key: str) -> None:
        self.app_id = app_id
        self.secret_key = secret_key
        self.webhook = ""
        self.webhook_transport: httpx.AsyncBaseTransport | None = None

    async def push(self, event: Json, **more: Any) -> int:
        """Deliver an event; gives the HTTP status."""
        return await self.push_raw(json.dumps(event, ensure_ascii=False).encode(), event, **more)

    async def push_raw(
        self,
        body: bytes,
        event: Json,
        *,
        signed: str | None = None,
        kind: str = "application/json",
    ) -> int:
        """Deliver bytes; a signature of "" sends none."""
        mac = signature(self.app_id, body, str(event.get("timestamp", "")), self.secret_key)
        given = mac if signed is None else signed
        headers = {b"Content-Type": kind.encode(), b"num_retry": b"0"}
        if given:
            headers[HEADER.encode()] = given.encode()
        async with httpx.AsyncClient(trust_env=False, timeout=10, transport=self.webhook_transport) as client:
            return (await client.post(self.webhook, content=body, headers=headers)).status_code
