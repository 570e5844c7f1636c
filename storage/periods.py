"""Find the reports of a period, of one body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storage.db import Row, Session

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

    Where no year is given the second is of the first's year, else of the nearest before it. A year is that
    of a report of all of it, of a body that was named else of any period of it.
    """
    sql, values = _newest(later, bodies)
    of_part, parts = _of_part("other.part", earlier, bodies)
    of_year, years = ("", []) if earlier.year is None else ("AND other.year = ?", [earlier.year])
    row = await session.row(
        f"""
        SELECT body, year, part, report_id FROM ({sql}) AS later WHERE EXISTS (
            SELECT 1 FROM body_report AS other JOIN report ON id = other.report_id AND deleted_at IS NULL
            WHERE other.body = later.body AND other.year IS NOT NULL {of_part} {of_year}
            AND other.report_id <> later.report_id
        ) ORDER BY year DESC, part <> '', day DESC LIMIT 1
        """,
        [*values, LOOKED_AT, *parts, *years],
    )
    if row:
        return row["report_id"], await _beside(session, earlier, row, any_part=not of_part)
    number = await newest(session, later, bodies)
    return number, None if number else await newest(session, earlier, bodies)


async def last_two(session: Session, bodies: Sequence[int], beside: int | None = None) -> list[int]:
    """Give the two newest reports of the body of a report; where none is given, of the last one that met."""
    of_one = "SELECT body FROM body_report WHERE report_id = ?" if beside else ", ".join("?" * len(bodies))
    body = f"SELECT body FROM {_IN_THE_BOOK} WHERE body IN ({of_one}) ORDER BY body_report.day DESC LIMIT 1"
    rows = await session.rows(
        f"""
        SELECT report_id FROM {_IN_THE_BOOK} WHERE body = ({body})
        ORDER BY body_report.day DESC, report_id DESC LIMIT 2
        """,
        [beside] if beside else [*bodies],
    )
    return [row["report_id"] for row in rows]


def _of_part(column: str, wanted: Wanted, bodies: Sequence[int] | None) -> tuple[str, list[str]]:
    """Write which part of a year is asked for; any, where it is a year of bodies that were named."""
    return ("", []) if bodies is not None and not wanted.part else (f"AND {column} = ?", [wanted.part])


def _newest(wanted: Wanted, bodies: Sequence[int] | None) -> tuple[str, list[object]]:
    """Write the statement that lists some newest reports of a period, and its values but for the limit."""
    of_part, parts = _of_part("part", wanted, bodies)
    of_year, years = ("", []) if wanted.year is None else ("AND year = ?", [wanted.year])
    among = "" if bodies is None else f"AND body IN ({', '.join('?' * len(bodies))})"
    sql = f"""
        SELECT body, year, part, report_id, body_report.day AS day FROM {_IN_THE_BOOK}
        WHERE year IS NOT NULL {of_part} {of_year} {among}
        ORDER BY year DESC, part <> '', body_report.day DESC LIMIT ?
    """
    return sql, [*parts, *years, *(bodies or ())]


async def _beside(session: Session, wanted: Wanted, later: Row, *, any_part: bool) -> int | None:
    """Find the same body's report of a period, in its year or the nearest to it, those before it first.

    With `any_part` of any period of that year, the same as the later one's where there is one.
    """
    number: int | None = await session.value(
        f"""
        SELECT report_id FROM {_IN_THE_BOOK}
        WHERE body = :body AND year IS NOT NULL AND report_id <> :but
        AND (:any_part OR part = :part) AND (:year IS NULL OR year = :year)
        ORDER BY year > :of, abs(year - :of), part <> :same, body_report.day DESC LIMIT 1
        """,
        {
            "body": later["body"],
            "but": later["report_id"],
            "any_part": any_part,
            "part": wanted.part,
            "year": wanted.year,
            "of": later["year"],
            "same": later["part"] if any_part else wanted.part,
        },
    )
    return number


async def newest(session: Session, wanted: Wanted, bodies: Sequence[int] | None) -> int | None:
    """Find the newest report of a period, of some bodies where these are given."""
    sql, values = _newest(wanted, bodies)
    row = await session.row(sql, [*values, 1])
    return row["report_id"] if row else None
