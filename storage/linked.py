"""Files behind links, for chats that take no files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.db import Session
from storage.times import stamp


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """A file as it is given out."""

    name: str
    data: bytes


async def put(session: Session, name: str, data: bytes, expires_at: datetime) -> int:
    """Keep a file until a moment; returns its number."""
    cursor = await session.write(
        "INSERT INTO linked_file (name, data, expires_at) VALUES (?, ?, ?)", [name, data, stamp(expires_at)]
    )
    return cursor.lastrowid or 0


async def find(session: Session, number: int, now: datetime) -> LinkedFile | None:
    """Find a file that has not expired."""
    row = await session.row(
        "SELECT name, data FROM linked_file WHERE id = ? AND expires_at > ?", [number, stamp(now)]
    )
    return LinkedFile(row["name"], row["data"]) if row else None


async def forget_old(session: Session, now: datetime) -> None:
    """Drop what has expired."""
    if await session.value("SELECT 1 FROM linked_file WHERE expires_at <= ?", [stamp(now)]):
        await session.write("DELETE FROM linked_file WHERE expires_at <= ?", [stamp(now)])
