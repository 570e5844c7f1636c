"""Push updates to a webhook, in every way that was seen or documented."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx

Json = dict[str, Any]
SECRET_HEADER = "X-Bot-Api-Secret-Token"
PROBE = {
    "event_name": "webhook.test",
    "message": {
        "date": 1787124248,
        "message_id": "webhook-test",
        "text": "Zalo Bot Platform webhook test - please respond with HTTP 200",
    },
}


class Pusher:
    """The side of the server that calls the bot's webhook."""

    def __init__(self) -> None:
        self.webhook: Json = {"url": "", "secret": "", "updated_at": 0}
        self.takes_local = True  # the real server wants a public address
        self.webhook_transport: httpx.AsyncBaseTransport | None = None

    async def push(self, update: Json, *, wrapped: bool = True, secret: str | None = None) -> int:
        """Deliver an update; gives the HTTP status. A `secret` of "" sends none."""
        body = {"ok": True, "result": update} if wrapped else update
        return await self.push_raw(json.dumps(body).encode(), secret=secret)

    async def push_raw(
        self, body: bytes, *, secret: str | None = None, kind: str = "application/json"
    ) -> int:
        given = self.webhook["secret"] if secret is None else secret
        headers = {"Content-Type": kind, **({SECRET_HEADER: given} if given else {})}
        async with self._client() as client:
            return (await client.post(self.webhook["url"], content=body, headers=headers)).status_code

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(trust_env=False, timeout=10, transport=self.webhook_transport)

    async def probe(self) -> Json:
        """Try the webhook as setWebhook and testWebhook do: without the secret."""
        url, started = self.webhook["url"], time.monotonic()
        try:
            async with self._client() as client:
                headers = {"Content-Type": "application/json", "User-Agent": "Java/21"}
                status = (await client.post(url, content=json.dumps(PROBE), headers=headers)).status_code
            outcome = "webhook.ok" if status == 200 else f"webhook.http.{_class_of(status)}"
        except httpx.HTTPError:
            status, outcome = 0, "webhook.err.conn"
        return {
            "ok": status == 200,
            "url": url,
            "status_code": status,
            "outcome": outcome,
            "latency_ms": int((time.monotonic() - started) * 1000),
            "hint": "Your endpoint responded successfully." if status == 200 else "Check your endpoint.",
        }


def _class_of(status: int) -> str:
    if status in (403, 404):
        return str(status)
    return "5xx" if status >= 500 else "other"
