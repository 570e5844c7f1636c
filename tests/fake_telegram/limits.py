"""Telegram's flood limits: always recorded, enforced where a test asks for it."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fake_telegram.errors import too_many_requests
from tests.fake_telegram.world import Chat

# A message that comes a little early, because the network was quicker than last time, is no violation.
TOLERANCE = 0.1


@dataclass(frozen=True)
class Limit:
    words: str
    most: int
    seconds: float


PER_CHAT = Limit("1 message a second to a chat", 1, 1)
PER_GROUP = Limit("20 messages a minute to a group", 20, 60)
OVERALL = Limit("30 messages a second", 30, 1)


@dataclass
class FloodLimits:
    """Counts what was sent; `enforced` answers 429 instead of letting it pass."""

    enforced: bool = False
    violations: list[str] = field(default_factory=list)
    clock: Callable[[], float] = time.monotonic
    _sent: defaultdict[tuple[Limit, int], deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def count(self, chat: Chat, method: str) -> None:
        now = self.clock()
        keys = [(OVERALL, 0), (PER_CHAT, chat.id), *([(PER_GROUP, chat.id)] if chat.is_group else [])]
        waits = {limit: self._wait((limit, chat_id), now) for limit, chat_id in keys}
        broken = [limit for limit, wait in waits.items() if wait]
        self.violations += [f"{method} to chat {chat.id}: more than {limit.words}" for limit in broken]
        if broken and self.enforced:
            raise too_many_requests(math.ceil(max(waits.values())))
        for key in keys:
            self._sent[key].append(now)

    def _wait(self, key: tuple[Limit, int], now: float) -> float:
        """How long until one more is allowed; 0 when it is."""
        limit, sent = key[0], self._sent[key]
        while sent and now - sent[0] >= limit.seconds - TOLERANCE:
            sent.popleft()
        return limit.seconds - (now - sent[0]) if len(sent) >= limit.most else 0.0
