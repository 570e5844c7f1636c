"""Find the report of a meeting that is in the book already, when a better text of it comes."""

from __future__ import annotations

from datetime import timedelta

from reports.model import Report
from reports.samebody import body_of
from storage.db import Session
from storage.reports import IN_THE_BOOK, LISTED, Listed, listed

NEAR = timedelta(days=3)
"""A text that does not say when the meeting was is told so many days after it, at most."""
LOOKED_AT = 20


async def same_meeting(session: Session, report: Report) -> Listed | None:
    """Find a stored report of the same body and day.

    Where one of the two does not say when the meeting was, the days that they are sorted by stand near each
    other. None where the report names no body or no day.
    """
    dated = report.held_on or report.published
    body = body_of(report).bare
    if not body or dated is None:
        return None
    rows = await session.rows(
        f"""
        SELECT {LISTED} FROM report WHERE {IN_THE_BOOK} AND id IN (
            SELECT report_id FROM body JOIN body_report ON body_report.body = body.id
            WHERE bare = ? AND day BETWEEN ? AND ?
            ORDER BY day DESC, report_id DESC LIMIT ?
        )
        """,
        [body, (dated.day - NEAR).isoformat(), (dated.day + NEAR).isoformat(), LOOKED_AT],
    )
    lines = [listed(row) for row in rows]
    if report.held_on is None:
        return min(lines, key=lambda line: abs(line.day - dated.day), default=None)
    held_on = report.held_on.day
    known = [line for line in lines if line.dates.held_on is None or line.dates.held_on.day == held_on]
    return min(
        known, key=lambda line: (line.dates.held_on is None, abs(line.day - held_on), -line.id), default=None
    )
