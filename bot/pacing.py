"""Keep to the limits that a platform sets on sending."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

AT_ONCE = 16
"""Messages on their way at once: fewer than there are connections, so that buttons never wait for one."""
CHATS_REMEMBERED = 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How many messages in how many seconds."""

    chat: tuple[int, float] = (1, 1.0)
    group: tuple[int, float] | None = (20, 60.0)
    everywhere: tuple[int, float] = (30, 1.0)


class Window:
    """Lets so many through in any such span of time, also in the first: a leaky bucket lets twice as many."""

    def __init__(self, most: int, seconds: float):
        self._seconds = seconds
        self._passed: deque[float] = deque(maxlen=most)

    async def wait(self) -> None:
        """Wait until one more may pass; one waits at a time."""
        await asyncio.sleep(self._pause())

    def note(self) -> None:
        """Count one that passes."""
        self._passed.append(_now())

    @property
    def is_free(self) -> bool:
        """Tell whether one may pass now."""
        return not self._pause()

    def _pause(self) -> float:
        if len(self._passed) < (self._passed.maxlen or 1):
            return 0.0
        return max(self._passed[0] + self._seconds - _now(), 0.0)


class Chat:
    """A chat's turn: one message after the other, each a second after the last was answered."""

    def __init__(self, *limits: tuple[int, float]):
        self._turn = asyncio.Lock()
        self._windows = [Window(*limit) for limit in limits]

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for the turn, and count it at its end."""
        async with self._turn:
            for window in self._windows:
                await window.wait()
            try:
                yield
            finally:
                for window in self._windows:
                    window.note()

    @property
    def is_idle(self) -> bool:
        """Tell whether it can be forgotten."""
        return not self._turn.locked() and all(window.is_free for window in self._windows)


class Pace:
    """Keeps the limits for whatever puts a message into a chat."""

    def __init__(self, limits: Limits):
        self._limits = limits
        self._chats: dict[str, Chat] = {}
        self._everywhere = Window(*limits.everywhere)
        self._turn = asyncio.Lock()
        self._places = asyncio.Semaphore(AT_ONCE)

    @asynccontextmanager
    async def turn(self, chat: str, *, group: bool = False) -> AsyncIterator[None]:
        """Wait for the chat's turn, then for everybody's."""
        async with self._chat(chat, group=group).turn(), self._places:
            async with self._turn:
                await self._everywhere.wait()
                self._everywhere.note()
            yield

    def _chat(self, name: str, *, group: bool) -> Chat:
        if len(self._chats) >= CHATS_REMEMBERED:
            self._chats = {n: chat for n, chat in self._chats.items() if not chat.is_idle}
        if name not in self._chats:
            more = (self._limits.group,) if group and self._limits.group else ()
            self._chats[name] = Chat(self._limits.chat, *more)
        return self._chats[name]


def _now() -> float:
    return asyncio.get_running_loop().time()
