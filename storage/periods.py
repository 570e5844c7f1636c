"""Find the reports of a period, of one body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storage.db import Session

LOOKED_AT = 200
"""Newest reports of a period among which a body is looked for that has the other one, too."""


_IN_THE_BOOK = "body_report JOIN report ON id = report_id AND deleted_at IS NULL"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A period that was asked for: "Q3", "9M", "10", "" for a year; the newest where no year is given."""

    part: str
    year: int | None = None


async def bodies_named(session: Session, bare: str) -> list[int]:
    """Find bodies whose names have these folded words in this order."""
    rows = await session.rows("SELECT id FROM body WHERE bare LIKE ? LIMIT 50", [f"%{bare}%"])
    return [row["id"] for row in rows]


async def pair(
    session: Session, later: Wanted, earlier: Wanted, bodies: Sequence[int] | None = None
) -> tuple[int | None, int | None]:
    """Find the reports of two periods that one body has both of, else of the first that is there.

    Where no year is given the second is of the first's year, else of the nearest before it.
    """
    newest, values = _newest(later, bodies)
    of_year, years = ("", []) if earlier.year is None else ("AND other.year = ?", [earlier.year])
    row = await session.row(
        f"""
        SELECT body, year, report_id FROM ({newest}) AS later WHERE EXISTS (
            SELECT 1 FROM body_report AS other JOIN report ON id = other.report_id AND deleted_at IS NULL
            WHERE other.body = later.body AND other.part = ? AND other.year IS NOT NULL {of_year}
            AND other.report_id <> later.report_id
        ) ORDER BY year DESC, day DESC LIMIT 1
        """,
        [*values, LOOKED_AT, earlier.part, *years],
    )
    if row:
        number = row["report_id"]
        return number, await _beside(session, earlier, row["body"], row["year"], number)
    number = await _any(session, later, bodies)
    return number, None if number else await _any(session, earlier, bodies)


def _newest(wanted: Wanted, bodies: Sequence[int] | None) -> tuple[str, list[object]]:
    """Write the statement that lists some newest reports of a period, and its values but for the limit."""
    of_year, years = ("", []) if wanted.year is None else ("AND year = ?", [wanted.year])
    among = "" if bodies is None else f"AND body IN ({', '.join('?' * len(bodies))})"
    sql = f"""
        SELECT body, year, report_id, body_report.day AS day FROM {_IN_THE_BOOK}
        WHERE part = ? AND year IS NOT NULL {of_year} {among}
        ORDER BY year DESC, body_report.day DESC LIMIT ?
    """
    return sql, [wanted.part, *years, *(bodies or ())]


async def _beside(session: Session, wanted: Wanted, body: int, year: int, but: int) -> int | None:
    """Find a body's report of a period, in a year or the nearest to it, those before it first."""
    number: int | None = await session.value(
        f"""
        SELECT report_id FROM {_IN_THE_BOOK}
        WHERE body = ? AND part = ? AND year IS NOT NULL AND (? IS NULL OR year = ?) AND report_id <> ?
        ORDER BY year > ?, abs(year - ?), body_report.day DESC LIMIT 1
        """,
        [body, wanted.part, wanted.year, wanted.year, but, year, year],
    )
    return number


async def _any(session: Session, wanted: Wanted, bodies: Sequence[int] | None) -> int | None:
    newest, values = _newest(wanted, bodies)
    row = await session.row(newest, [*values, 1])
    return row["report_id"] if row else None
