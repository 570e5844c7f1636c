"""Keep reports and find them again: every part with its place in the source."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from reports.folding import fingerprint, fold
from reports.model import Report
from storage import keying
from storage import rows as to_rows
from storage import values as to_values
from storage.db import Row, Session
from storage.times import day_of, stamp, time_of

NEWEST_FIRST = "ORDER BY day DESC, id DESC"


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report with its number in the book, and who posted it when."""

    id: int
    report: Report
    posted_by: str
    posted_at: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """A report's line in a list."""

    id: int
    day: date
    held_on: date | None
    title: str | None
    organisation: str | None


def text_key(text: str) -> str:
    """Reduce a text to what makes it the same text when it is posted again."""
    return hashlib.sha256(fingerprint(text).encode()).hexdigest()


async def known(session: Session, text: str) -> int | None:
    """Find the number of the report that this text was stored as, None where it is new."""
    number: int | None = await session.value("SELECT id FROM report WHERE fingerprint = ?", [text_key(text)])
    return number


async def add(session: Session, report: Report, *, posted_by: str, at: datetime) -> int:
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
    await session.write("INSERT INTO source (report_id, text) VALUES (?, ?)", [number, report.source])
    for table, rows in to_rows.parts(report).items():
        await to_rows.insert(session, table, number, rows)
    await session.write(
        "INSERT INTO report_words (rowid, body) VALUES (?, ?)",
        [search_rowid(_sorting_day(report, at), number), fold(report.source)],
    )
    await keying.index(session, number)
    return number


async def posted_in(session: Session, number: int, platform: str, chat: str, positions: list[int]) -> None:
    """Remember the messages that a report was posted in."""
    await session.write_many(
        "INSERT OR REPLACE INTO posted_message (platform, chat, position, report_id) VALUES (?, ?, ?, ?)",
        [(platform, chat, position, number) for position in positions],
    )


async def posted_by_message(session: Session, platform: str, chat: str, position: int) -> int | None:
    """Find the report that a message is part of."""
    number: int | None = await session.value(
        "SELECT report_id FROM posted_message WHERE platform = ? AND chat = ? AND position = ?",
        [platform, chat, position],
    )
    return number


async def remove(session: Session, number: int) -> None:
    """Take a report out of the book, with all its parts; its number is not used again."""
    row = await session.row(
        "SELECT day, source.text AS source FROM report JOIN source ON report_id = id WHERE id = ?", [number]
    )
    if row is None:
        return
    await session.write(
        "INSERT INTO report_words (report_words, rowid, body) VALUES ('delete', ?, ?)",
        [search_rowid(date.fromisoformat(row["day"]), number), fold(row["source"])],
    )
    await session.write("DELETE FROM report WHERE id = ?", [number])


async def numbers_posted_by(session: Session, poster: str) -> list[int]:
    """List the reports of one poster."""
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
    number: int | None = await session.value(f"SELECT id FROM report {NEWEST_FIRST} LIMIT 1")
    return number


async def count(session: Session) -> int:
    """Count the reports."""
    return int(await session.value("SELECT count(*) FROM report"))


async def page(session: Session, *, limit: int, offset: int = 0) -> list[Listed]:
    """List reports, newest meeting first."""
    rows = await session.rows(
        f"""
        SELECT id, day, held_on, title, organisation FROM report
        {NEWEST_FIRST} LIMIT ? OFFSET ?
        """,
        [limit, offset],
    )
    return [listed(row) for row in rows]


def listed(row: Row) -> Listed:
    """Read a report's line."""
    return Listed(
        row["id"],
        date.fromisoformat(row["day"]),
        day_of(row["held_on"]),
        row["title"],
        row["organisation"],
    )


async def load(session: Session, number: int) -> StoredReport | None:
    """Load a report whole, None where there is none of that number."""
    row = await session.row(
        "SELECT report.*, source.text AS source FROM report JOIN source ON report_id = id WHERE id = ?",
        [number],
    )
    if row is None:
        return None
    parts = {table: await to_values.select(session, table, number) for table in to_values.TABLES}
    return StoredReport(number, to_values.report(row, parts), row["posted_by"], time_of(row["posted_at"]))
