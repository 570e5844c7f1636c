"""What the last calendar file said of each task, so that the next one counts on."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from storage import records
from storage.db import Session

_NAME = "calendar.book"
AT_ONCE = 500
"""Events that are written between two looks at who else waits."""


@dataclass(frozen=True, slots=True)
class Given:
    """A task's event as it was given out last."""

    report: int
    task: int
    day: date
    digest: str
    sequence: int
    cancelled: bool


async def book_name(session: Session) -> str | None:
    """Read what this book is called in calendars, None where it gave none out yet."""
    return await records.fact(session, _NAME)


def new_name() -> str:
    """Name a book by chance: other books have tasks of the same numbers."""
    return secrets.token_hex(6)


async def given(session: Session, first: int, last: int) -> list[Given]:
    """Read what was given out of reports `first` to `last`."""
    rows = await session.rows(
        """
        SELECT report_id, task, day, digest, sequence, cancelled FROM calendar_event
        WHERE report_id BETWEEN ? AND ? ORDER BY report_id, task
        """,
        [first, last],
    )
    return [
        Given(
            row["report_id"],
            row["task"],
            date.fromisoformat(row["day"]),
            row["digest"],
            row["sequence"],
            bool(row["cancelled"]),
        )
        for row in rows
    ]


async def give(session: Session, book: str, events: Sequence[Given]) -> None:
    """Remember what is given out, and under what name of the book."""
    await records.set_fact(session, _NAME, book)
    for at in range(0, len(events), AT_ONCE):
        await session.write_many(
            """
            INSERT OR REPLACE INTO calendar_event (report_id, task, day, digest, sequence, cancelled)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                (e.report, e.task, e.day.isoformat(), e.digest, e.sequence, e.cancelled)
                for e in events[at : at + AT_ONCE]
            ],
        )
