"""When people last did something on a platform that lets them be written to only for a while after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.db import Session
from storage.times import stamp, time_of


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody's last act, None where none is known, and whether they left after it."""

    last_at: datetime | None = None
    has_left: bool = False


async def met(session: Session, platform: str, person: str, at: datetime) -> None:
    """Remember that somebody did something; what is told late, or twice, changes nothing."""
    await _latest(session, "last_at", platform, person, at)


async def left(session: Session, platform: str, person: str, at: datetime) -> None:
    """Remember that somebody wants nothing more; coming back later ends it."""
    await _latest(session, "left_at", platform, person, at)


async def _latest(session: Session, column: str, platform: str, person: str, at: datetime) -> None:
    await session.write(
        f"""
        INSERT INTO contact (platform, person, {column}) VALUES (?, ?, ?)
        ON CONFLICT (platform, person) DO UPDATE
        SET {column} = max(coalesce({column}, excluded.{column}), excluded.{column})
        """,
        [platform, person, stamp(at)],
    )


async def find(session: Session, platform: str, person: str) -> Contact:
    """Tell what is known of somebody."""
    row = await session.row(
        "SELECT last_at, left_at FROM contact WHERE platform = ? AND person = ?", [platform, person]
    )
    if row is None:
        return Contact()
    gone = row["left_at"] is not None and (row["last_at"] is None or row["left_at"] > row["last_at"])
    return Contact(time_of(row["last_at"]) if row["last_at"] else None, gone)


async def since(session: Session, platform: str, at: datetime) -> int:
    """Count those who did something since, and have not left."""
    count = await session.value(
        """
        SELECT count(*) FROM contact
        WHERE platform = ? AND last_at >= ? AND (left_at IS NULL OR left_at <= last_at)
        """,
        [platform, stamp(at)],
    )
    return int(count)
