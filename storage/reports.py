"""Keep reports and find them again: every part with its place in the source."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reports.folding import fingerprint, fold
from reports.model import Report, Span
from storage import itemindex, keying, sources
from storage import rows as to_rows
from storage import values as to_values
from storage.db import Row, Session
from storage.times import stamp, time_of
from storage.values import Dates

NEWEST_FIRST = "ORDER BY day DESC, id DESC"
OLDEST_FIRST = "ORDER BY day, id"
IN_THE_BOOK = "deleted_at IS NULL"
"""What lists, counts and searches go by; the index `report_by_day` holds these alone."""
LOADED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report with its number in the book, who posted it when, whether it is deleted, where it is from."""

    id: int
    report: Report
    posted_by: str
    posted_at: datetime
    deleted_at: datetime | None = None
    address: str | None = None  # of the web page that its text was fetched from


LISTED = f"""
    id, day, {to_values.DATES},
    title, title_start, title_end, organisation, organisation_start, organisation_end
"""
"""The columns of a report's line."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A report's line in a list."""

    id: int
    day: date
    dates: Dates
    title: Span | None
    organisation: Span | None


@dataclass(frozen=True, slots=True)
class Known:
    """A report that is stored already: its number, and since when it is deleted."""

    id: int
    deleted_at: datetime | None = None


def text_key(text: str) -> str:
    """Reduce a text to what makes it the same text when it is posted again."""
    return hashlib.sha256(fingerprint(text).encode()).hexdigest()


async def known(session: Session, text: str) -> Known | None:
    """Find the report that this text was stored as, also a deleted one; None where the text is new."""
    return _known(
        await session.row("SELECT id, deleted_at FROM report WHERE fingerprint = ?", [text_key(text)])
    )


def _known(row: Row | None) -> Known | None:
    return Known(row["id"], deleted_since(row)) if row else None


def deleted_since(row: Row) -> datetime | None:
    """Read since when a report is deleted."""
    return time_of(row["deleted_at"]) if row["deleted_at"] else None


async def from_address(session: Session, address: str) -> int | None:
    """Find the newest report whose text was fetched from an address."""
    number: int | None = await session.value(
        """
        SELECT report_id FROM source JOIN report ON id = report_id
        WHERE address = ? AND deleted_at IS NULL ORDER BY report_id DESC LIMIT 1
        """,
        [address],
    )
    return number


async def add(
    session: Session, report: Report, *, posted_by: str, at: datetime, address: str | None = None
) -> int:
    """Store a report with all its parts; returns its number.

    Raises AlreadyStoredError where the same text is stored.
    """
    header = to_rows.header(report)
    header |= {"fingerprint": text_key(report.source), "posted_by": posted_by, "posted_at": stamp(at)}
    header["day"] = _sorting_day(report, at).isoformat()
    columns = ", ".join(header)
    marks = ", ".join(f":{name}" for name in header)
    try:
        cursor = await session.write(f"INSERT INTO report ({columns}) VALUES ({marks})", header)
    except sqlite3.IntegrityError as error:
        raise AlreadyStoredError from error
    number = cursor.lastrowid or 0
    await session.write(
        "INSERT INTO source (report_id, text, address) VALUES (?, ?, ?)", [number, report.source, address]
    )
    for table, rows in to_rows.parts(report).items():
        await to_rows.insert(session, table, number, rows)
    await _index(session, number, _sorting_day(report, at), report.source)
    await keying.index(session, number)
    await itemindex.index(session, number, report, _sorting_day(report, at))
    return number


async def rewrite(session: Session, number: int, report: Report) -> None:
    """Put a report in the place of what a number held; who posted it when stays. A deleted one is left alone.

    Raises AlreadyStoredError where its text is stored under another number.
    """
    row = await session.row(_WITH_SOURCE, [number])
    if row is None or row["deleted_at"]:
        return
    posted_at = time_of(row["posted_at"])
    header = to_rows.header(report) | {"fingerprint": text_key(report.source)}
    header["day"] = _sorting_day(report, posted_at).isoformat()
    values = ", ".join(f"{name} = :{name}" for name in header)
    try:
        await session.write(f"UPDATE report SET {values} WHERE id = :id", {**header, "id": number})
    except sqlite3.IntegrityError as error:
        raise AlreadyStoredError from error
    if (row["day"], row["source"]) != (header["day"], report.source):
        await _take_out_of_index(session, row)
        await sources.exchange(session, row, report.source)
        await _index(session, number, _sorting_day(report, posted_at), report.source)
    parted = await keying.parted_of(session, number)
    for table in reversed(to_values.TABLES):
        await session.write(f"DELETE FROM {table} WHERE report_id = ?", [number])
    for table, rows in to_rows.parts(report).items():
        await to_rows.insert(session, table, number, rows)
    await keying.index(session, number, parted)
    await itemindex.take_out(session, number)
    await itemindex.index(session, number, report, _sorting_day(report, posted_at))


_WITH_SOURCE = """
    SELECT report.*, source.text AS source, source.address AS address
    FROM report JOIN source ON report_id = id WHERE id = ?
"""


async def _index(session: Session, number: int, day: date, source: str) -> None:
    """Let a report be found by its words."""
    await session.write(
        "INSERT INTO report_words (rowid, body) VALUES (?, ?)", [search_rowid(day, number), fold(source)]
    )


async def _take_out_of_index(session: Session, row: Row) -> None:
    """Let a report be found no more: the index has to be told the words that it was indexed with."""
    await session.write(
        "INSERT INTO report_words (report_words, rowid, body) VALUES ('delete', ?, ?)",
        [search_rowid(date.fromisoformat(row["day"]), row["id"]), fold(row["source"])],
    )


async def posted_in(session: Session, number: int, platform: str, chat: str, positions: list[int]) -> None:
    """Remember the messages that a report was posted in."""
    await session.write_many(
        "INSERT OR REPLACE INTO posted_message (platform, chat, position, report_id) VALUES (?, ?, ?, ?)",
        [(platform, chat, position, number) for position in positions],
    )


async def posted_by_message(session: Session, platform: str, chat: str, position: int) -> Known | None:
    """Find the report that a message is part of, also a deleted one."""
    return _known(
        await session.row(
            """
            SELECT id, deleted_at FROM posted_message JOIN report ON id = report_id
            WHERE platform = ? AND chat = ? AND position = ?
            """,
            [platform, chat, position],
        )
    )


async def hide(session: Session, number: int, at: datetime) -> bool:
    """Take a report out of sight and out of the search; tells whether it was in the book until now.

    With `show` it comes back as it was, its codes too.
    """
    hidden = await session.write(
        f"UPDATE report SET deleted_at = ? WHERE id = ? AND {IN_THE_BOOK}", [stamp(at), number]
    )
    if not hidden.rowcount:
        return False
    if row := await session.row(_WITH_SOURCE, [number]):
        await _take_out_of_index(session, row)
    await itemindex.take_out(session, number)
    return True


async def show(session: Session, number: int) -> bool:
    """Put a deleted report back into the book; tells whether it was deleted until now."""
    shown = await session.write(
        "UPDATE report SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL", [number]
    )
    if not shown.rowcount:
        return False
    if row := await session.row(_WITH_SOURCE, [number]):
        await _index(session, number, date.fromisoformat(row["day"]), row["source"])
        if stored := await load(session, number):
            await itemindex.index(session, number, stored.report, date.fromisoformat(row["day"]))
    return True


async def remove(session: Session, number: int) -> None:
    """Take a report out of the book, with all its parts; its number is not used again."""
    row = await session.row(_WITH_SOURCE, [number])
    if row is None:
        return
    if row["deleted_at"] is None:
        await _take_out_of_index(session, row)
        await itemindex.take_out(session, number)
    await session.write("DELETE FROM report WHERE id = ?", [number])


async def numbers_posted_by(session: Session, poster: str) -> list[int]:
    """List the reports of one poster, the deleted ones too."""
    rows = await session.rows("SELECT id FROM report WHERE posted_by = ? ORDER BY id", [poster])
    return [row["id"] for row in rows]


class AlreadyStoredError(Exception):
    """The same text is stored already."""


def _sorting_day(report: Report, at: datetime) -> date:
    dated = report.held_on or report.published
    return dated.day if dated else at.date()


def search_rowid(day: date, number: int) -> int:
    """Build the index's row number: its order is the order of days, then of reports."""
    return day.toordinal() << 32 | number


async def newest(session: Session) -> int | None:
    """Find the number of the newest meeting's report."""
    number: int | None = await session.value(
        f"SELECT id FROM report WHERE {IN_THE_BOOK} {NEWEST_FIRST} LIMIT 1"
    )
    return number


async def count(session: Session) -> int:
    """Count the reports in the book."""
    return int(await session.value("SELECT count FROM tally WHERE name = 'reports'"))


async def count_tasks(session: Session) -> int:
    """Count the tasks of all reports in the book."""
    return int(
        await session.value(
            f"SELECT count(*) FROM task WHERE report_id IN (SELECT id FROM report WHERE {IN_THE_BOOK})"
        )
    )


async def page(session: Session, *, limit: int, offset: int = 0) -> list[Listed]:
    """List reports, newest meeting first; what is nearer to the oldest is counted off from there."""
    behind = await count(session) - offset - limit
    from_end = offset > behind
    rows = await session.rows(
        f"""
        SELECT {LISTED} FROM report
        WHERE {IN_THE_BOOK} {OLDEST_FIRST if from_end else NEWEST_FIRST} LIMIT ? OFFSET ?
        """,
        [max(limit + min(behind, 0), 0), max(behind, 0)] if from_end else [limit, offset],
    )
    lines = [listed(row) for row in rows]
    return lines[::-1] if from_end else lines


def listed(row: Row) -> Listed:
    """Read a report's line."""
    return Listed(
        row["id"],
        date.fromisoformat(row["day"]),
        to_values.dates(row),
        to_values.span(row, "title"),
        to_values.span(row, "organisation"),
    )


async def load_all(session: Session) -> list[StoredReport]:
    """Load the whole book, in the order of its numbers; ask `count` first how large it is."""
    rows = await session.rows(
        f"""
        SELECT report.*, source.text AS source, source.address AS address
        FROM report JOIN source ON report_id = id WHERE {IN_THE_BOOK} ORDER BY id
        """
    )
    loaded: list[StoredReport] = []
    for at in range(0, len(rows), LOADED_AT_ONCE):
        some = rows[at : at + LOADED_AT_ONCE]
        parts = {
            table: await to_values.select_many(session, table, some[0]["id"], some[-1]["id"])
            for table in to_values.TABLES
        }
        loaded += await asyncio.to_thread(_all_stored, some, parts)
    return loaded


def _all_stored(rows: list[Row], parts: dict[str, list[Row]]) -> list[StoredReport]:
    """Put several reports together; takes too long to be done beside everything else."""
    of_report: dict[int, dict[str, list[Row]]] = {row["id"]: {table: [] for table in parts} for row in rows}
    for table, table_rows in parts.items():
        for row in table_rows:
            if row["report_id"] in of_report:
                of_report[row["report_id"]][table].append(row)
    return [_stored(row, of_report[row["id"]]) for row in rows]


def _stored(row: Row, parts: to_values.Parts) -> StoredReport:
    report, posted_at = to_values.report(row, parts), time_of(row["posted_at"])
    return StoredReport(row["id"], report, row["posted_by"], posted_at, deleted_since(row), row["address"])


_OF_ITEMS = ("target", "figure", "task", "cooperation", "finding")


async def load(session: Session, number: int, *, also_deleted: bool = False) -> StoredReport | None:
    """Load a report whole, None where there is none of that number in the book."""
    row = await session.row(_WITH_SOURCE, [number])
    if row is None or (row["deleted_at"] and not also_deleted):
        return None
    return _stored(row, {table: await to_values.select(session, table, number) for table in to_values.TABLES})


async def load_items(session: Session, numbers: Sequence[int]) -> list[StoredReport]:
    """Load reports with their targets, tasks and findings alone, in the order given, but for what is gone."""
    rows = await session.rows_once(
        f"""
        SELECT report.*, source.text AS source, source.address AS address
        FROM report JOIN source ON report_id = id
        WHERE id IN ({", ".join("?" * len(numbers))}) AND {IN_THE_BOOK}
        """,
        numbers,
    )
    parts: dict[str, list[Row]] = {table: [] for table in to_values.TABLES}
    for table in _OF_ITEMS if rows else ():
        parts[table] = await to_values.select_of(session, table, numbers)
    loaded = {stored.id: stored for stored in _all_stored(rows, parts)}
    return [loaded[number] for number in numbers if number in loaded]
