"""Updates on their way to the bot: the queue, long polling, the webhook."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.fake_telegram import table
from tests.fake_telegram.errors import ApiError, bad_request, conflict
from tests.fake_telegram.signals import Signal
from tests.fake_telegram.world import Json

LONGEST_POLL = 50
MOST_BYTES = 4 << 20
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "terminated by setWebhook request"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(eq=False)
class Poll:
    """A long poll that is being held; `ended` says why it must answer now."""

    ended: ApiError | None = None
    closing: bool = False


@dataclass
class Webhook:
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""


@dataclass(eq=False)
class Queued:
    update: Json
    again: bool = False  # put in once more by a test: goes out whatever the offset says
    sent: int = 0


@dataclass
class Updates:
    webhook_transport: httpx.AsyncBaseTransport | None = None
    webhook_pause: float = 0.05
    webhook: Webhook = field(default_factory=Webhook)
    allowed: list[str] | None = None
    queue: list[Queued] = field(default_factory=list)
    changed: Signal = field(default_factory=Signal)
    violations: list[str] = field(default_factory=list)
    next_id: int = 700_000_001
    _poll: Poll | None = None
    _delivery: asyncio.Task[None] | None = None

    def push(self, kind: str, payload: Any) -> Json | None:
        """Give the update its id and queue it, unless the bot does not want its kind."""
        if not self.wants(kind):
            return None
        update = {"update_id": self.next_id, kind: payload}
        self.next_id += 1
        self._enqueue(Queued(update))
        return update

    def push_again(self, update: Json) -> None:
        """Deliver an update once more under the id it has."""
        self._enqueue(Queued(update, again=True))

    def _enqueue(self, queued: Queued) -> None:
        self.queue.append(queued)
        self.queue.sort(key=lambda entry: int(entry.update["update_id"]))
        self._start_delivery()
        self.changed.fire()

    def wants(self, kind: str) -> bool:
        if kind not in table.UPDATE_KINDS:
            return True
        return kind in self.allowed if self.allowed else kind not in table.ONLY_ON_REQUEST

    def remember_allowed(self, allowed: Any) -> None:
        """None leaves the list as it was; an empty list means the default again."""
        if allowed is None:
            return
        if not isinstance(allowed, list) or not set(allowed) <= set(table.UPDATE_KINDS):
            raise bad_request(f"allowed_updates has unknown kinds: {allowed} (the real server ignores them)")
        self.allowed = allowed

    # Long polling

    async def poll(self, params: Json) -> list[Json]:
        if self.webhook.url:
            raise conflict(WEBHOOK_ACTIVE)
        self.remember_allowed(params.get("allowed_updates"))
        self._confirm(params.get("offset", 0))
        limit = params.get("limit", 100)
        seconds = min(max(params.get("timeout", 0), 0), LONGEST_POLL)
        if seconds and not self.queue:
            await self._hold(seconds)
        return self._take(limit if 1 <= limit <= 100 else 100)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self.queue = self.queue[offset:]
        elif offset:
            self.queue = [
                q for q in self.queue if q.update["update_id"] >= offset or (q.again and not q.sent)
            ]
        self.changed.fire()

    async def _hold(self, seconds: float) -> None:
        """Wait for an update; a newer poll takes over and this one is told so."""
        self.end_poll(OTHER_POLL)
        self._poll = poll = Poll()
        try:
            await self.changed.until(lambda: self.queue or poll.ended or poll.closing, seconds)
        finally:
            if self._poll is poll:
                self._poll = None
        if poll.ended:
            raise poll.ended

    def end_poll(self, words: str) -> None:
        if self._poll is not None:
            self._poll.ended = conflict(words)
            self.changed.fire()

    @property
    def is_polled(self) -> bool:
        """Whether a long poll is being held right now."""
        return self._poll is not None

    def _take(self, limit: int) -> list[Json]:
        taken: list[Json] = []
        size = 0
        for queued in self.queue[:limit]:
            size += len(json.dumps(queued.update))
            if taken and size > MOST_BYTES:
                break
            queued.sent += 1
            taken.append(queued.update)
        return taken

    # Webhook

    def set_webhook(self, params: Json) -> bool:
        url = params["url"]
        if url:
            _check_webhook(url, params.get("secret_token", ""))
        if params.get("drop_pending_updates"):
            self.queue.clear()
        self.remember_allowed(params.get("allowed_updates"))
        connections = params.get("max_connections", 40)
        self.webhook = Webhook(url, params.get("secret_token", ""), connections) if url else Webhook()
        if url:
            self.end_poll(WEBHOOK_SET)
        self._start_delivery()
        return True

    def webhook_info(self) -> Json:
        hook = self.webhook
        info: Json = {
            "url": hook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.queue),
        }
        if hook.url:
            info |= {"max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
        if hook.last_error_date:
            info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error_message}
        if self.allowed:
            info["allowed_updates"] = self.allowed
        return info

    def _start_delivery(self) -> None:
        running = self._delivery is not None and not self._delivery.done()
        if self.webhook.url and self.queue and not running:
            self._delivery = asyncio.get_running_loop().create_task(self._deliver())

    async def _deliver(self) -> None:
        """Post update after update, each until it is answered with 2xx."""
        async with httpx.AsyncClient(transport=self.webhook_transport, trust_env=False, timeout=60) as client:
            while self.webhook.url and self.queue:
                queued, hook = self.queue[0], self.webhook
                if await self._post(client, queued, hook):
                    self.queue = [other for other in self.queue if other is not queued]
                    self.changed.fire()
                else:
                    await asyncio.sleep(self.webhook_pause)

    async def _post(self, client: httpx.AsyncClient, queued: Queued, hook: Webhook) -> bool:
        queued.sent += 1
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            answer = await client.post(hook.url, json=queued.update, headers=headers)
        except httpx.HTTPError as error:
            return _note_failure(hook, str(error) or type(error).__name__)
        if not answer.is_success:
            words = f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
            return _note_failure(hook, words)
        if b'"method"' in answer.content:
            self.violations.append("the webhook's answer calls a method: not modelled")
        return True

    async def close(self) -> None:
        """Let a held poll answer, stop delivering."""
        if self._poll is not None:
            self._poll.closing = True
            self.changed.fire()
        if self._delivery is not None and not self._delivery.done():
            self._delivery.cancel()
            await asyncio.wait([self._delivery], timeout=5)


def _note_failure(hook: Webhook, words: str) -> bool:
    hook.last_error_date, hook.last_error_message = int(time.time()), words
    return False


def _check_webhook(url: str, secret: str) -> None:
    """Only HTTPS, or plain HTTP on this machine (as a Bot API server in local mode allows)."""
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: the fake delivers to 127.0.0.1 only")
    if not all(c.isascii() and (c.isalnum() or c in "_-") for c in secret) or len(secret) > 256:
        raise bad_request("secret token contains unallowed characters")
