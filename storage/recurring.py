"""Find what earlier reports of the same body told: limitations and tasks that may come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reports.model import Period
from reports.recurring import MOST_CHARACTERS
from storage import values
from storage.db import Session
from storage.values import Dates

MOST_REPORTS = 40
MOST_ITEMS = 2000

Kind = Literal["limitation", "task"]
_ITEMS = {
    "limitation": "SELECT report_id, ordinal, text FROM finding WHERE kind = 'limitation'",
    "task": "SELECT report_id, ordinal, text FROM task",
}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A limitation or a task of an earlier report."""

    report: int
    dates: Dates
    period: Period | None
    text: str


async def earlier(session: Session, number: int, kind: Kind) -> list[Earlier]:
    """List the items of a body's reports before this one, the newest report first."""
    rows = await session.rows(
        f"""
        WITH this AS (
            SELECT report_id, body, day FROM body_report JOIN body ON body.id = body
            WHERE report_id = ? AND words <> ''
        ), before AS (
            SELECT report_id, body_report.day AS day FROM body_report JOIN report ON id = report_id
            WHERE body = (SELECT body FROM this) AND deleted_at IS NULL
            AND (body_report.day, report_id) < ((SELECT day FROM this), (SELECT report_id FROM this))
            ORDER BY body_report.day DESC, report_id DESC LIMIT ?
        )
        SELECT report.id, {values.DATES}, {values.PERIOD}, substr(item.text, 1, ?) AS text
        FROM before JOIN report ON report.id = before.report_id
        JOIN ({_ITEMS[kind]}) AS item ON item.report_id = before.report_id
        ORDER BY before.day DESC, before.report_id DESC, item.ordinal LIMIT ?
        """,
        [number, MOST_REPORTS, MOST_CHARACTERS, MOST_ITEMS],
    )
    return [Earlier(row["id"], values.dates(row), values.period(row), row["text"]) for row in rows]
