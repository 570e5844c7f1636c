"""What has to go out: stored with the work it answers, sent until it arrived or cannot arrive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.db import Session
from storage.times import stamp, time_of

KEPT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to send."""

    id: int
    chat: str
    payload: str
    attempts: int
    due_at: datetime
    created_at: datetime


async def put(session: Session, platform: str, chat: str, payloads: Iterable[str], at: datetime) -> list[int]:
    """Store messages to send, in order; returns their numbers."""
    now = stamp(at)
    numbers: list[int] = []
    for payload in payloads:
        cursor = await session.write(
            "INSERT INTO outbox (platform, chat, payload, due_at, created_at) VALUES (?, ?, ?, ?, ?)",
            [platform, chat, payload, now, now],
        )
        numbers.append(cursor.lastrowid or 0)
    return numbers


async def attach(session: Session, number: int, data: bytes) -> None:
    """Keep the bytes of the file that goes out with a message, until that is sent or given up."""
    await session.write("INSERT INTO outgoing_file (outbox_id, data) VALUES (?, ?)", [number, data])


async def file_of(session: Session, number: int) -> bytes | None:
    """Read the bytes that go out with a message, None where there are none."""
    data: bytes | None = await session.value("SELECT data FROM outgoing_file WHERE outbox_id = ?", [number])
    return data


async def new(session: Session, platform: str, *, after: int, limit: int) -> list[Outgoing]:
    """Read what waits behind row `after`, in order."""
    rows = await session.rows(
        """
        SELECT id, chat, payload, attempts, due_at, created_at FROM outbox
        WHERE platform = ? AND state = 'new' AND id > ? ORDER BY id LIMIT ?
        """,
        [platform, after, limit],
    )
    return [
        Outgoing(
            row["id"],
            row["chat"],
            row["payload"],
            row["attempts"],
            time_of(row["due_at"]),
            time_of(row["created_at"]),
        )
        for row in rows
    ]


async def sent(session: Session, number: int, at: datetime) -> None:
    """Mark a message as arrived; its words and its file are not kept a second time."""
    await _end(session, number, "sent", at, None)


async def delay(session: Session, number: int, due_at: datetime, error: str) -> None:
    """Keep a message for another attempt."""
    await session.write(
        "UPDATE outbox SET attempts = attempts + 1, due_at = ?, error = ? WHERE id = ?",
        [stamp(due_at), error, number],
    )


async def drop(session: Session, number: int, at: datetime, error: str) -> None:
    """Give a message up: it cannot arrive."""
    await _end(session, number, "dropped", at, error)


async def _end(session: Session, number: int, state: str, at: datetime, error: str | None) -> None:
    await session.write("DELETE FROM outgoing_file WHERE outbox_id = ?", [number])
    await session.write(
        "UPDATE outbox SET state = ?, sent_at = ?, payload = '', error = ? WHERE id = ?",
        [state, stamp(at), error, number],
    )


async def follow(session: Session, platform: str, message: Outgoing, chat: str, at: datetime) -> None:
    """Store a message anew for where its chat has moved; its file goes along."""
    [number] = await put(session, platform, chat, [message.payload], at)
    await session.write("UPDATE outgoing_file SET outbox_id = ? WHERE outbox_id = ?", [number, message.id])
    await sent(session, message.id, at)


async def move_chat(session: Session, platform: str, old: str, new_chat: str) -> None:
    """Send what waits for a chat to where that chat has moved."""
    await session.write(
        "UPDATE outbox SET chat = ? WHERE platform = ? AND chat = ? AND state = 'new'",
        [new_chat, platform, old],
    )


async def forget_old(session: Session, at: datetime) -> None:
    """Forget what was sent or given up long ago."""
    await session.write("DELETE FROM outbox WHERE state <> 'new' AND sent_at < ?", [stamp(at - KEPT)])
