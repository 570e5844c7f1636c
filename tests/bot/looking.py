"""What tests ask of a bot that runs in their loop, on whatever platform."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from bot.links.fetching import Fetcher
from bot.links.reach import Policy
from bot.service import Service
from reports import read_report
from storage import reports
from tests.bot.links.sites import HOST, admitting

LONG = 20.0
"""Seconds after which something that ought to happen did not; generous, for busy machines."""
WAITING = """
SELECT 'in', id FROM inbox WHERE state = 'new' UNION SELECT 'out', id FROM outbox WHERE state = 'new'
"""


@dataclass
class Looking:
    """Looks into the book of a bot."""

    service: Service

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Look into the database."""
        async with self.service.database.session() as session:
            return [tuple(row) for row in await session.rows(sql)]

    async def until(self, sql: str, rows: list[tuple[Any, ...]]) -> None:
        """Wait until the database says so."""
        async with asyncio.timeout(LONG):
            while await self.rows(sql) != rows:  # noqa: ASYNC110 a database wakes nobody
                await asyncio.sleep(0.05)

    async def idle(self) -> None:
        """Wait until nothing waits in either direction."""
        await self.until(WAITING, [])

    async def store(self, text: str) -> int:
        """Store a report, as `sohop import` does."""
        async with self.service.context() as context:
            return await reports.add(
                context.session, read_report(text), posted_by="console:import", at=context.now
            )


@asynccontextmanager
async def stopping(task: asyncio.Task[None], stop: asyncio.Event) -> AsyncIterator[None]:
    """Stop a bot at the end, unless it has ended."""
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait([task], timeout=LONG)
        if not task.done():
            task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def fetcher_of(url: str) -> Fetcher:
    """Build what fetches files from a fake server, and from nowhere else on this machine."""
    return Fetcher(Policy(admitting(HOST), frozenset({httpx.URL(url).port or 0})), types=None)
