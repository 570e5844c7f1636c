"""Reports that one run of `sohop import` stored, so that the run can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.changes import Action
from storage.db import Row, Session
from storage.reports import deleted_since
from storage.times import stamp, time_of


@dataclass(frozen=True, slots=True)
class Batch:
    """A run, and how many of its reports are not purged yet."""

    id: int
    at: datetime
    actor: str
    reports: int


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a batch: whether somebody changed it since, and whether undoing the batch deleted it."""

    id: int
    title: str | None
    touched: bool
    deleted_at: datetime | None
    taken_back: bool


async def start(session: Session, actor: str, at: datetime) -> int:
    """Open a batch; returns its number."""
    cursor = await session.write("INSERT INTO batch (at, actor) VALUES (?, ?)", [stamp(at), actor])
    return cursor.lastrowid or 0


async def put(session: Session, number: int, report: int) -> None:
    """Remember that a batch stored a report."""
    await session.write("INSERT INTO batch_report (batch_id, report_id) VALUES (?, ?)", [number, report])


_BATCH = """
    SELECT id, at, actor, (SELECT count(*) FROM batch_report WHERE batch_id = id) AS reports FROM batch
"""


async def find(session: Session, number: int) -> Batch | None:
    """Find a batch, None where there is none of that number."""
    row = await session.row(f"{_BATCH} WHERE id = ?", [number])
    return _batch(row) if row else None


async def last(session: Session, *, limit: int) -> list[Batch]:
    """List the last batches, the newest first."""
    return [_batch(row) for row in await session.rows(f"{_BATCH} ORDER BY id DESC LIMIT ?", [limit])]


async def members(session: Session, batch: Batch, *, after: int, limit: int) -> list[Member]:
    """List a batch's reports behind number `after`, in order.

    What the undoing of the batch itself did counts as nobody's change.
    """
    rows = await session.rows(
        """
        SELECT id, title, deleted_at,
            EXISTS (SELECT 1 FROM change WHERE report_id = report.id AND actor <> ?1) AS touched,
            (SELECT action FROM change WHERE report_id = report.id ORDER BY id DESC LIMIT 1) AS last_action,
            (SELECT actor FROM change WHERE report_id = report.id ORDER BY id DESC LIMIT 1) AS last_actor
        FROM batch_report JOIN report ON id = report_id WHERE batch_id = ?2 AND id > ?3 ORDER BY id LIMIT ?4
        """,
        [batch.actor, batch.id, after, limit],
    )
    return [
        Member(
            row["id"],
            row["title"],
            bool(row["touched"]),
            deleted_since(row),
            (row["last_action"], row["last_actor"]) == (Action.DELETE, batch.actor),
        )
        for row in rows
    ]


def _batch(row: Row) -> Batch:
    return Batch(row["id"], time_of(row["at"]), row["actor"], row["reports"])
