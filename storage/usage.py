"""How many messages came in and went out on a platform, by month."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from storage.db import Session

Direction = Literal["in", "out"]


def month_of(at: datetime) -> str:
    """Name the month of a local time.

    >>> month_of(datetime(2026, 10, 31, 23, 59))
    '2026-10'
    """
    return f"{at:%Y-%m}"


async def count(session: Session, platform: str, direction: Direction, at: datetime, number: int = 1) -> None:
    """Count messages."""
    await session.write(
        """
        INSERT INTO message_count (platform, month, direction, count) VALUES (?, ?, ?, ?)
        ON CONFLICT (platform, month, direction) DO UPDATE SET count = count + excluded.count
        """,
        [platform, month_of(at), direction, number],
    )


async def total(session: Session, platform: str, at: datetime) -> int:
    """Give the messages of a month, in both directions."""
    counted = await session.value(
        "SELECT sum(count) FROM message_count WHERE platform = ? AND month = ?", [platform, month_of(at)]
    )
    return int(counted or 0)
