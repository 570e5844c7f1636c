"""Fill a book with many reports: most in bulk, kept for the next run, the last ones as posts come."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from pathlib import Path

import aiosqlite

import reports as reading
import storage
from benchmarks import phrases, texts
from benchmarks.measuring import Taken
from benchmarks.texts import templates, variants
from reports.model import Report
from storage import reports
from storage.db import Database, Row, Session, Values, open_database

SINGLY = 200
AT_ONCE = 2000
AT = datetime(2026, 10, 6, 1, 15, tzinfo=UTC)
POSTED_BY = "telegram:1"
KEPT_IN = Path("build/books")
TEMPLATES = 364
"""Reports that are read; the others are made of them."""
# Nothing else has the file open, and a file that was not filled to its end is thrown away.
_IN_BULK = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -400000;
    PRAGMA temp_store = MEMORY;
"""


def kept(size: int, folder: Path = KEPT_IN) -> Path:
    """Give the file of a book of `size` reports, filled once; whoever writes to it copies it before."""
    path = folder / f"{size}-{_made_of()}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        began, before = path.with_suffix(".part"), _before(size, folder)
        began.unlink(missing_ok=True)
        if before:
            shutil.copy(before, began)
        store_in_bulk(began, _stored(before) + 1, size)
        began.rename(path)
    return path


async def fill(database: Database, size: int, singly: int = SINGLY) -> Taken:
    """Store the last reports of a book of `size` one by one, and time each."""
    taken = Taken()
    for report in variants(originals(), size - singly + 1, size):
        with taken.round():
            await _store(database, report)
    return taken


@cache
def originals() -> list[Report]:
    """Read the reports of which all others are made."""
    return templates(TEMPLATES)


def store_in_bulk(path: Path, first: int, last: int) -> None:
    """Store the reports `first` to `last` as `storage.reports.add` does, in a file that nobody has open."""
    asyncio.run(_make(path))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.executescript(_IN_BULK)
        asyncio.run(_store_all(connection, variants(originals(), first, last)))


async def _make(path: Path) -> None:
    await (await open_database(path)).close()


def _before(size: int, folder: Path) -> Path | None:
    """Find the largest book that can be filled up to a size."""
    there = [path for path in folder.glob(f"*-{_made_of()}.db") if _stored(path) < size]
    return max(there, key=_stored, default=None)


def _stored(path: Path | None) -> int:
    return int(path.name.split("-")[0]) if path else 0


@cache
def _made_of() -> str:
    """Tell by all code that has a part in it whether another program would fill a book otherwise."""
    own = (Path(module.__file__ or "") for module in (texts, phrases))
    folders = (Path(package.__path__[0]) for package in (reading, storage))
    files = [Path(__file__), *own, *(path for folder in folders for path in _code(folder))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def _code(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".sql", ".txt"})


async def _store(database: Database, report: Report) -> None:
    async with database.session() as session:
        await reports.add(session, report, posted_by=POSTED_BY, at=AT)


class _BulkSession(Session):
    """A session on a plain connection: nothing else runs, so there are no threads to wait for."""

    def __init__(self, connection: sqlite3.Connection):
        self._connection = connection

    async def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Read on the same connection."""
        return self._connection.execute(sql, values).fetchall()

    async def rows_once(self, sql: str, values: Sequence[object]) -> list[Row]:
        """Read anew: between two reads of the same something was written."""
        return await self.rows(sql, values)

    async def write(self, sql: str, values: Values = ()) -> aiosqlite.Cursor:
        """Write at once; of the cursor `add` wants the number of the row."""
        return self._connection.execute(sql, values)  # type: ignore[return-value]

    async def write_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Write at once."""
        self._connection.executemany(sql, rows)


async def _store_all(connection: sqlite3.Connection, given: Iterable[Report]) -> None:
    session = _BulkSession(connection)
    left = iter(given)
    while batch := list(islice(left, AT_ONCE)):
        connection.execute("BEGIN IMMEDIATE")
        for report in batch:
            await reports.add(session, report, posted_by=POSTED_BY, at=AT)
        connection.execute("COMMIT")
