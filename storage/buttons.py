"""What buttons mean that come back as words: each for the person that it was offered to, in that chat."""

from __future__ import annotations

import secrets
from datetime import datetime

from storage.db import Session
from storage.times import stamp

BYTES = 9
"""Of chance in a token: nobody finds one by trying, and even so it means nothing for anybody else."""


async def offer(  # noqa: PLR0913 where, to whom, what, when
    session: Session, platform: str, chat: str, owner: str, action: str, *, at: datetime
) -> str:
    """Give the token of a button; the same button offered again has the same."""
    await session.write(
        """
        INSERT INTO offered_button (platform, token, chat, owner, action, at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (platform, chat, owner, action) DO UPDATE SET at = excluded.at
        """,
        [platform, secrets.token_urlsafe(BYTES), chat, owner, action, stamp(at)],
    )
    return str(
        await session.value(
            "SELECT token FROM offered_button WHERE platform = ? AND chat = ? AND owner = ? AND action = ?",
            [platform, chat, owner, action],
        )
    )


async def pressed(session: Session, platform: str, chat: str, owner: str, token: str) -> str | None:
    """Find what a token means for this person in this chat."""
    action: str | None = await session.value(
        "SELECT action FROM offered_button WHERE platform = ? AND token = ? AND chat = ? AND owner = ?",
        [platform, token, chat, owner],
    )
    return action


async def forget(session: Session, before: datetime) -> None:
    """Forget buttons that were not offered since."""
    await session.write("DELETE FROM offered_button WHERE at < ?", [stamp(before)])
