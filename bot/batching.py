"""Store what comes side by side in one transaction: each waits for the commit that holds it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 200
"""Items in one transaction, so that nobody waits long for the only writer."""


class Batching(Generic[T]):
    """Gathers what is put while a transaction runs, and stores it with the next."""

    def __init__(self, store: Callable[[list[T]], Awaitable[None]]):
        self._store = store
        self._waiting: list[tuple[T, asyncio.Future[None]]] = []
        self._task: asyncio.Task[None] | None = None

    async def put(self, item: T) -> None:
        """Return when the item is stored. Raises what the storing raised."""
        stored = asyncio.get_running_loop().create_future()
        self._waiting.append((item, stored))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())
        await stored

    async def _run(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            try:
                await self._store([item for item, _ in batch])
            except Exception as error:  # noqa: BLE001 raised where each of them waits
                _settle(batch, error)
            else:
                _settle(batch, None)


def _settle(batch: list[tuple[T, asyncio.Future[None]]], error: Exception | None) -> None:
    for _, stored in batch:
        if stored.done():
            continue  # who waited went away
        if error is None:
            stored.set_result(None)
        else:
            stored.set_exception(error)
