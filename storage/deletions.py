"""What was deleted: hidden from everyone, restored within 30 days, else taken out for good.

`storage.reports.hide` and `show` are the two ways between.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.db import Session
from storage.reports import LISTED, Listed, deleted_since, listed
from storage.times import stamp, time_of

KEPT = timedelta(days=30)
"""How long a deleted report can be restored."""


async def since(session: Session, number: int) -> datetime | None:
    """Tell since when a report is deleted; None where it is in the book, or was never there."""
    row = await session.row("SELECT deleted_at FROM report WHERE id = ?", [number])
    return deleted_since(row) if row else None


async def count(session: Session) -> int:
    """Count the deleted reports."""
    return int(await session.value("SELECT count(*) FROM report WHERE deleted_at IS NOT NULL"))


async def page(session: Session, *, limit: int) -> list[tuple[Listed, datetime]]:
    """List deleted reports with their times, the last deleted first."""
    rows = await session.rows(
        f"""
        SELECT {LISTED}, deleted_at FROM report
        WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC LIMIT ?
        """,
        [limit],
    )
    return [(listed(row), time_of(row["deleted_at"])) for row in rows]


async def expired(session: Session, before: datetime, *, limit: int) -> list[int]:
    """List reports that were deleted before a time, the first deleted first."""
    rows = await session.rows(
        "SELECT id FROM report WHERE deleted_at < ? ORDER BY deleted_at LIMIT ?", [stamp(before), limit]
    )
    return [row["id"] for row in rows]


async def purge(session: Session, number: int, before: datetime) -> bool:
    """Take a report that was deleted before a time out for good, with its history; tells whether it was."""
    purged = await session.write(
        "DELETE FROM report WHERE id = ? AND deleted_at < ?", [number, stamp(before)]
    )
    return bool(purged.rowcount)
