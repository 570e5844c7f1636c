"""What somebody asked last in a chat, and long questions that buttons name by a number."""

from __future__ import annotations

from datetime import datetime

from storage.db import Session
from storage.times import stamp


async def remember(  # noqa: PLR0913 who, where, what, when
    session: Session, platform: str, chat: str, owner: str, words: str, *, at: datetime
) -> None:
    """Remember what somebody asked in a chat."""
    await session.write(
        """
        INSERT INTO asked (platform, chat, owner, words, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (platform, chat, owner) DO UPDATE SET words = excluded.words, at = excluded.at
        """,
        [platform, chat, owner, words, stamp(at)],
    )


async def last(session: Session, platform: str, chat: str, owner: str, since: datetime) -> str | None:
    """Recall what somebody asked in a chat, not longer ago than `since`."""
    words: str | None = await session.value(
        "SELECT words FROM asked WHERE platform = ? AND chat = ? AND owner = ? AND at >= ?",
        [platform, chat, owner, stamp(since)],
    )
    return words


async def number_of(session: Session, words: str, at: datetime) -> int:
    """Keep a question's words under a number."""
    await session.write(
        """
        INSERT INTO reading (words, at) VALUES (?, ?)
        ON CONFLICT (words) DO UPDATE SET at = excluded.at
        """,
        [words, stamp(at)],
    )
    return int(await session.value("SELECT id FROM reading WHERE words = ?", [words]))


async def words_of(session: Session, number: int) -> str | None:
    """Give the words that were kept under a number."""
    words: str | None = await session.value("SELECT words FROM reading WHERE id = ?", [number])
    return words


async def forget(session: Session, before: datetime) -> None:
    """Forget what nobody asked since."""
    await session.write("DELETE FROM asked WHERE at < ?", [stamp(before)])
    await session.write("DELETE FROM reading WHERE at < ?", [stamp(before)])
