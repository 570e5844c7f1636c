"""Pictures that were drawn, by what is in them."""

from __future__ import annotations

from datetime import datetime

from storage.db import Session
from storage.times import stamp

KEPT = 200
"""The newest ones: some 15 MB."""


async def find(session: Session, key: str) -> bytes | None:
    """Find a picture that was drawn before."""
    png: bytes | None = await session.value("SELECT png FROM picture WHERE key = ?", [key])
    return png


async def keep(session: Session, key: str, png: bytes, at: datetime) -> None:
    """Keep a picture; the oldest go."""
    await session.write(
        "INSERT OR REPLACE INTO picture (key, png, drawn_at) VALUES (?, ?, ?)", [key, png, stamp(at)]
    )
    await session.write(
        """
        DELETE FROM picture WHERE key IN (
            SELECT key FROM picture ORDER BY drawn_at DESC, rowid DESC LIMIT -1 OFFSET ?
        )
        """,
        [KEPT],
    )
