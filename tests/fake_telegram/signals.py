"""Wait for something to change, never without end."""

# ruff: noqa: ASYNC109 - a wait takes its timeout, so that none is without end
from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


class Signal:
    """Wakes everybody who waits; can be fired from plain functions of the same loop."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def fire(self) -> None:
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, timeout: float) -> None:
        """Return at the next fire, or when the time is over."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(future, timeout)
        finally:
            self._waiting.discard(future)

    async def until(self, condition: Callable[[], T | None], timeout: float) -> T | None:
        """What the condition gives once it gives something; None when the time is over."""
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout
        while not (value := condition()):
            left = end - loop.time()
            if left <= 0:
                return None
            await self.wait(left)
        return value
