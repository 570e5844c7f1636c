"""Who was seen, which groups moved, and which numbered choices were offered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from storage.db import Session
from storage.times import stamp


async def saw(session: Session, platform: str, user: str, name: str, at: datetime) -> None:
    """Remember that somebody wrote; whoever writes has not blocked the bot.

    Half of a pair of surrogates in a name, which the database does not take, is left out.
    """
    name = name.encode("utf-8", "ignore").decode()
    await session.write(
        """
        INSERT INTO seen_user (platform, id, name, first_seen, last_seen) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (platform, id) DO UPDATE
        SET name = excluded.name, last_seen = excluded.last_seen, blocked_at = NULL
        """,
        [platform, user, name, stamp(at), stamp(at)],
    )


async def names(session: Session, identities: Iterable[str]) -> dict[str, str]:
    """Find the names that people were seen under, by their identity ("telegram:123")."""
    found = {}
    for identity in identities:
        platform, _, user = identity.partition(":")
        name = await session.value(
            "SELECT name FROM seen_user WHERE platform = ? AND id = ?", [platform, user]
        )
        found[identity] = str(name or "")
    return found


async def blocked(session: Session, platform: str, user: str, at: datetime) -> None:
    """Remember that somebody blocked the bot."""
    await session.write(
        "UPDATE seen_user SET blocked_at = ? WHERE platform = ? AND id = ?", [stamp(at), platform, user]
    )


async def within_reach(session: Session, platform: str) -> set[str]:
    """Give the ids of those who wrote and have not blocked the bot since."""
    rows = await session.rows(
        "SELECT id FROM seen_user WHERE platform = ? AND blocked_at IS NULL", [platform]
    )
    return {row["id"] for row in rows}


async def move_chat(session: Session, platform: str, old: str, new: str, at: datetime) -> None:
    """Remember a group's new id, and take its drafts along."""
    await session.write(
        "INSERT OR IGNORE INTO moved_chat (platform, new_chat, old_chat, moved_at) VALUES (?, ?, ?, ?)",
        [platform, new, old, stamp(at)],
    )
    await session.write(
        "UPDATE OR REPLACE draft SET chat = ? WHERE platform = ? AND chat = ?", [new, platform, old]
    )


async def earlier_ids(session: Session, platform: str, chat: str) -> list[str]:
    """List the ids that a chat had before, newest first."""
    rows = await session.rows(
        """
        WITH RECURSIVE earlier (chat, step) AS (
            SELECT old_chat, 1 FROM moved_chat WHERE platform = ?1 AND new_chat = ?2
            UNION
            SELECT old_chat, step + 1 FROM earlier
            JOIN moved_chat ON platform = ?1 AND new_chat = earlier.chat WHERE step < 8
        )
        SELECT chat FROM earlier GROUP BY chat ORDER BY min(step)
        """,
        [platform, chat],
    )
    return [row["chat"] for row in rows]


async def offer(session: Session, platform: str, chat: str, owner: str, actions: Sequence[str]) -> None:
    """Remember what the numbers 1, 2, … mean in this chat from now on."""
    await session.write(
        "DELETE FROM offered_choice WHERE platform = ? AND chat = ? AND owner = ?", [platform, chat, owner]
    )
    await session.write_many(
        "INSERT INTO offered_choice (platform, chat, owner, number, action) VALUES (?, ?, ?, ?, ?)",
        [(platform, chat, owner, number, action) for number, action in enumerate(actions, 1)],
    )


async def chosen(session: Session, platform: str, chat: str, owner: str, number: int) -> str | None:
    """Find what a number means in this chat."""
    action: str | None = await session.value(
        "SELECT action FROM offered_choice WHERE platform = ? AND chat = ? AND owner = ? AND number = ?",
        [platform, chat, owner, number],
    )
    return action


async def forget_questions(session: Session, before: datetime) -> None:
    """Forget what people were asked to type and never did."""
    await session.write("DELETE FROM question WHERE asked_at < ?", [stamp(before)])
