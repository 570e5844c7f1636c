"""Fill a book with many reports: some one by one, as posts come, the rest in large transactions."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import aiosqlite

from benchmarks.texts import variants
from reports.model import Report
from storage import reports
from storage.db import Database, Row, Session, Values

SINGLY = 200
AT_ONCE = 2000
AT = datetime(2026, 10, 6, 1, 15, tzinfo=UTC)
POSTED_BY = "telegram:1"


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling took: seconds of each report stored singly, and how many a second in bulk."""

    singly: list[float]
    in_bulk: float | None


async def fill(database: Database, originals: Sequence[Report], stored: int, size: int) -> Filled:
    """Store variants until there are `size` reports; `stored` are there already."""
    given = variants(originals, stored + 1, size)
    singly = [await _store(database, report) for report in islice(given, SINGLY)]
    left = size - stored - len(singly)
    if not left:
        return Filled(singly, None)
    start = time.perf_counter()
    await asyncio.to_thread(_store_in_bulk, database.path, given)
    return Filled(singly, left / (time.perf_counter() - start))


async def _store(database: Database, report: Report) -> float:
    start = time.perf_counter()
    async with database.session() as session:
        await reports.add(session, report, posted_by=POSTED_BY, at=AT)
    return time.perf_counter() - start


class _BulkSession(Session):
    """A session on a plain connection: nothing else runs, so there are no threads to wait for."""

    def __init__(self, connection: sqlite3.Connection):
        self._connection = connection

    async def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Read on the same connection."""
        return self._connection.execute(sql, values).fetchall()

    async def write(self, sql: str, values: Values = ()) -> aiosqlite.Cursor:
        """Write at once; of the cursor `add` wants the number of the row."""
        return self._connection.execute(sql, values)  # type: ignore[return-value]

    async def write_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Write at once."""
        self._connection.executemany(sql, rows)


def _store_in_bulk(path: Path, given: Iterable[Report]) -> None:
    """Store all, in a thread with a loop of its own."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        asyncio.run(_store_all(connection, iter(given)))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


async def _store_all(connection: sqlite3.Connection, given: Iterable[Report]) -> None:
    session = _BulkSession(connection)
    left = iter(given)
    while batch := list(islice(left, AT_ONCE)):
        connection.execute("BEGIN IMMEDIATE")
        for report in batch:
            await reports.add(session, report, posted_by=POSTED_BY, at=AT)
        connection.execute("COMMIT")
