"""How many messages came in and went out on a platform, by month."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from storage.db import Session

Direction = Literal["in", "out"]
Price = Literal["free", "billed", "refused"]
"""What a message cost, where a platform bills by how long ago a person wrote; refused is one too late."""


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


async def price(session: Session, platform: str, price: Price, at: datetime) -> None:
    """Count a message by what it cost, or as one that could not go out any more."""
    await session.write(
        """
        INSERT INTO priced_message (platform, month, price, count) VALUES (?, ?, ?, 1)
        ON CONFLICT (platform, month, price) DO UPDATE SET count = count + 1
        """,
        [platform, month_of(at), price],
    )


async def prices(session: Session, platform: str, at: datetime) -> dict[Price, int]:
    """Give the messages of a month by what they cost."""
    rows = await session.rows(
        "SELECT price, count FROM priced_message WHERE platform = ? AND month = ?", [platform, month_of(at)]
    )
    counted: dict[Price, int] = {"free": 0, "billed": 0, "refused": 0}
    return counted | {row["price"]: row["count"] for row in rows}
