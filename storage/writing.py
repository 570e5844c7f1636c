"""Let one writer in at a time: what has just come in before what works on it."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress


class WriterLock:
    """A lock whose urgent waiters go first, but never twice in a row while others wait.

    A platform waits for its 200 while what came before is answered; answers must not wait for ever either.
    """

    def __init__(self) -> None:
        self._held = False
        self._was_urgent = False
        self._urgent = deque[asyncio.Future[None]]()
        self._others = deque[asyncio.Future[None]]()

    async def acquire(self, *, urgent: bool = False) -> None:
        """Take the lock, as soon as it is this one's turn."""
        if self._held:
            await self._turn(self._urgent if urgent else self._others)
        self._held, self._was_urgent = True, urgent

    async def _turn(self, queue: deque[asyncio.Future[None]]) -> None:
        """Wait in a queue until the lock is handed over; it stays held meanwhile."""
        turn = asyncio.get_running_loop().create_future()
        queue.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                with suppress(ValueError):  # a release may have passed it over already
                    queue.remove(turn)
            else:
                self.release()  # it was handed over in the same moment
            raise

    def release(self) -> None:
        """Hand the lock over, or leave it free."""
        first, second = self._urgent, self._others
        if self._was_urgent:
            first, second = second, first
        for queue in (first, second):
            while queue:
                if not (turn := queue.popleft()).done():
                    turn.set_result(None)
                    return
        self._held = False
