"""Open the database: one writer behind a lock, readers beside it, migrations in order."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from importlib import resources
from pathlib import Path
from typing import Any

import aiosqlite

from storage.errors import DatabaseBusyError, DatabaseNewerError, DatabaseUnreadableError
from storage.writing import WriterLock

log = logging.getLogger(__name__)

Row = sqlite3.Row
Values = Sequence[object] | Mapping[str, object]

READERS = 2
BUSY_FOR = 10
"""How many seconds a writer waits while another process writes."""
_PRAGMAS = f"""
    PRAGMA foreign_keys = ON;
    PRAGMA busy_timeout = {BUSY_FOR * 1000};
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;  -- what is deleted is overwritten: a refused text may not stay in free pages
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16000;
"""


class Database:
    """An open database. Ask it for a `session`; close it at the end."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, readers: Sequence[aiosqlite.Connection]):
        self.path = path
        self._writer = writer
        self._all = (writer, *readers)
        self._readers = readers
        self._in_use: Counter[int] = Counter()
        self._lock = WriterLock()

    @asynccontextmanager
    async def session(self) -> AsyncIterator[Session]:
        """Open a piece of work: it commits at its end if it wrote, and is undone if it fails."""
        with self._free_reader() as reader:
            session = Session(reader, self._writer, self._lock)
            try:
                yield session
            except BaseException:
                await asyncio.shield(session.end("ROLLBACK"))
                raise
            await asyncio.shield(session.end("COMMIT"))

    @contextmanager
    def _free_reader(self) -> Iterator[aiosqlite.Connection]:
        """Give the reader with the fewest sessions, so that a long search holds up nobody else."""
        number = min(range(len(self._readers)), key=self._in_use.__getitem__)
        self._in_use[number] += 1
        try:
            yield self._readers[number]
        finally:
            self._in_use[number] -= 1

    async def close(self) -> None:
        """Close all connections."""
        for connection in self._all:
            await connection.close()


class Session:
    """One piece of work: reads beside the writer until its first write, then one transaction.

    Whoever writes holds the only writer until the session ends, so think first and write last.
    """

    def __init__(self, reader: aiosqlite.Connection, writer: aiosqlite.Connection, lock: WriterLock):
        self._reader = reader
        self._writer = writer
        self._lock = lock
        self._writing = False
        self._leaves_trace = True
        self._found: dict[tuple[str, tuple[object, ...]], list[Row]] = {}

    def leave_no_trace(self) -> None:
        """Have what this piece of work takes back out of the files too, once it is committed."""
        self._leaves_trace = False

    async def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Read all rows."""
        connection = self._writer if self._writing else self._reader
        return list(await connection.execute_fetchall(sql, values))

    async def rows_once(self, sql: str, values: Sequence[object]) -> list[Row]:
        """Read all rows, those of the same look before where nothing was written since."""
        asked = (sql, tuple(values))
        if asked not in self._found:
            self._found[asked] = await self.rows(sql, values)
        return self._found[asked]

    async def row(self, sql: str, values: Values = ()) -> Row | None:
        """Read the first row, None where there is none."""
        return next(iter(await self.rows(sql, values)), None)

    async def value(self, sql: str, values: Values = ()) -> Any:
        """Read the first column of the first row, None where there is none."""
        row = await self.row(sql, values)
        return row[0] if row else None

    async def write(self, sql: str, values: Values = ()) -> aiosqlite.Cursor:
        """Write; the first write of a session waits for the writer."""
        await self.begin()
        self._found.clear()
        return await self._writer.execute(sql, values)

    async def write_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Write the same statement for many rows."""
        await self.begin()
        self._found.clear()
        await self._writer.executemany(sql, rows)

    async def begin(self, *, urgent: bool = False) -> None:
        """Take the writer before the first write: what is read from here on nobody else changes meanwhile.

        What is urgent is let in before the others that wait. Raises DatabaseBusyError where another process
        does not let go of it.
        """
        if self._writing:
            return
        await self._lock.acquire(urgent=urgent)
        self._writing = True
        try:
            await self._writer.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise DatabaseBusyError(BUSY_FOR) from error
            raise

    async def end(self, statement: str) -> None:
        """Commit or roll back, and let the next writer in."""
        if not self._writing:
            return
        try:
            await self._writer.execute(statement)
            if not self._leaves_trace:
                await _empty_log(self._writer)
        except sqlite3.Error:
            # A cancelled BEGIN leaves nothing to roll back; a failed COMMIT (full disk) leaves everything.
            if self._writer.in_transaction:
                await self._writer.execute("ROLLBACK")
            if statement == "COMMIT":
                raise
        finally:
            self._writing = False
            self._lock.release()


async def _empty_log(writer: aiosqlite.Connection) -> None:
    """Carry the write-ahead log over and empty it: what was taken back still stands in its older pages."""
    try:
        [(busy, *_)] = await writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        log.warning("the write-ahead log could not be emptied: %s", error)
    else:
        if busy:
            log.warning("the write-ahead log could not be emptied: somebody reads it")


async def _empty_old_log(writer: aiosqlite.Connection) -> None:
    """Empty the log of a process that was killed before it could; not while another has it in use."""
    await writer.execute("PRAGMA busy_timeout = 0")
    with suppress(sqlite3.Error):
        await writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
    await writer.execute(f"PRAGMA busy_timeout = {BUSY_FOR * 1000}")


async def open_database(path: Path) -> Database:
    """Open or create the database at `path` and bring it up to date.

    Raises DatabaseUnreadableError where the file is no database or cannot be opened, and
    DatabaseNewerError where a newer program wrote it.
    """
    connections: list[aiosqlite.Connection] = []
    try:
        _check_may_write(path)
        connections.append(writer := await _connect(path))
        await writer.execute("PRAGMA journal_mode = WAL")
        await _migrate(writer, path)
        await _empty_old_log(writer)
        for _ in range(READERS):
            connections.append(reader := await _connect(path))
            await reader.execute("PRAGMA query_only = ON")
    except BaseException as error:
        for connection in connections:
            await connection.close()
        if isinstance(error, (sqlite3.Error, OSError)):
            raise DatabaseUnreadableError(path, error) from error
        raise
    return Database(path, writer, connections[1:])


@asynccontextmanager
async def reading(path: Path) -> AsyncIterator[Session]:
    """Open a database that the bot has open too, to read it in another process."""
    connection = await _connect(path)
    try:
        await connection.execute("PRAGMA query_only = ON")
        yield Session(connection, connection, WriterLock())
    finally:
        await connection.close()


def _check_may_write(path: Path) -> None:
    """Raise OSError before a connection's thread is started in vain."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)  # what was said in meetings is for this user alone
    with path.open("ab"):
        pass


async def _connect(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        await connection.executescript(_PRAGMAS)
    except BaseException:
        await connection.close()  # its thread would keep the process alive
        raise
    return connection


def migrations() -> list[tuple[int, str]]:
    """List the numbered migrations in order, with their SQL."""
    files = (
        f for f in resources.files("storage").joinpath("migrations").iterdir() if f.name.endswith(".sql")
    )
    return sorted((int(f.name.split("_")[0]), f.read_text(encoding="utf-8")) for f in files)


async def _migrate(connection: aiosqlite.Connection, path: Path) -> None:
    """Run what is missing, each migration in a transaction with its number."""
    version = (await _first(connection, "PRAGMA user_version"))[0]
    steps = migrations()
    if version > steps[-1][0]:
        raise DatabaseNewerError(path)
    for number, sql in steps:
        if number > version:
            script = f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version = {number};\nCOMMIT;"
            try:
                await connection.executescript(script)
            except BaseException:
                if connection.in_transaction:
                    await connection.execute("ROLLBACK")
                raise


async def _first(connection: aiosqlite.Connection, sql: str) -> Row:
    return next(iter(await connection.execute_fetchall(sql)))
