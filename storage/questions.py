"""The value that a person was asked to type in a chat."""

from __future__ import annotations

from datetime import datetime

from storage.db import Session
from storage.times import stamp


async def ask(  # noqa: PLR0913 a question is where, to whom, about what and when
    session: Session, platform: str, chat: str, owner: str, *, about: str, at: datetime
) -> None:
    """Remember what somebody was asked; the last question counts."""
    await session.write(
        """
        INSERT INTO question (platform, chat, owner, about, asked_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (platform, chat, owner) DO UPDATE
        SET about = excluded.about, asked_at = excluded.asked_at
        """,
        [platform, chat, owner, about, stamp(at)],
    )


async def asked(session: Session, platform: str, chat: str, owner: str, since: datetime) -> str | None:
    """Find what somebody was asked since a moment and has not answered."""
    about: str | None = await session.value(
        "SELECT about FROM question WHERE platform = ? AND chat = ? AND owner = ? AND asked_at >= ?",
        [platform, chat, owner, stamp(since)],
    )
    return about


async def forget(session: Session, platform: str, chat: str, owner: str) -> None:
    """Forget a question; nothing is written where there is none."""
    place = [platform, chat, owner]
    where = "platform = ? AND chat = ? AND owner = ?"
    if await session.value(f"SELECT 1 FROM question WHERE {where}", place):
        await session.write(f"DELETE FROM question WHERE {where}", place)
