"""What came in: stored before the platform is told so, and marked with the work it caused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.db import Session
from storage.times import stamp

KEPT = timedelta(days=14)
"""How long the ids of what was handled are remembered; platforms repeat within a day."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update in hand."""

    id: int
    update_id: str
    payload: str


async def put(session: Session, platform: str, updates: Iterable[tuple[str, str]], at: datetime) -> int:
    """Store (update id, payload) pairs; one that came before stays as it is. Returns how many are new.

    It is let in before those that work on what came earlier: whoever delivers waits.
    """
    await session.begin(urgent=True)
    new = 0
    for update_id, payload in updates:
        cursor = await session.write(
            "INSERT OR IGNORE INTO inbox (platform, update_id, payload, received_at) VALUES (?, ?, ?, ?)",
            [platform, update_id, payload, stamp(at)],
        )
        new += cursor.rowcount
    return new


async def new(session: Session, platform: str, *, after: int, limit: int) -> list[Incoming]:
    """Read what waits behind row `after`, in order of arrival."""
    rows = await session.rows(
        """
        SELECT id, update_id, payload FROM inbox
        WHERE platform = ? AND state = 'new' AND id > ? ORDER BY id LIMIT ?
        """,
        [platform, after, limit],
    )
    return [Incoming(row["id"], row["update_id"], row["payload"]) for row in rows]


async def finish(session: Session, number: int, at: datetime, *, failed: bool = False) -> None:
    """Mark an update as handled; its words are not kept a second time."""
    await session.write(
        "UPDATE inbox SET state = ?, done_at = ?, payload = NULL WHERE id = ?",
        ["failed" if failed else "done", stamp(at), number],
    )


async def forget_old(session: Session, at: datetime) -> None:
    """Forget ids that no platform will send again."""
    await session.write("DELETE FROM inbox WHERE state <> 'new' AND done_at < ?", [stamp(at - KEPT)])
