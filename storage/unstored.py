"""Drafts that wait to be stored: listed for their owner, dropped when nobody comes back to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.db import Row, Session
from storage.drafts import Draft, draft_of
from storage.times import stamp, time_of

KEPT = timedelta(days=7)
"""How long a draft waits that nobody touches."""
_BEGINNING = 400
_BLANKS = "char(9, 10, 13, 32, 160)"
_WAITING = f"""
    SELECT draft.*,
        (
            SELECT substr(trim(text, {_BLANKS}), 1, {_BEGINNING}) FROM draft_part
            WHERE draft_id = draft.id AND trim(text, {_BLANKS}) <> '' ORDER BY position LIMIT 1
        ) AS beginning,
        (SELECT count(*) FROM draft_part WHERE draft_id = draft.id) AS parts,
        (SELECT sum(length(text)) FROM draft_part WHERE draft_id = draft.id) AS characters,
        (SELECT name FROM draft_file WHERE draft_id = draft.id) AS file
    FROM draft
"""
# What is refused holds nothing and is in no list.
_THEIRS = "platform = ?1 AND owner = ?2 AND state <> 'refused' AND (?3 IS NULL OR chat = ?3)"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that waits to be stored: how it begins, how much it holds, from which file, since when."""

    draft: Draft
    beginning: str
    parts: int
    characters: int
    file: str | None
    created_at: datetime
    updated_at: datetime

    @property
    def dropped_at(self) -> datetime:
        """Tell when it is dropped unless somebody touches it."""
        return self.updated_at + KEPT


async def count_of(session: Session, platform: str, owner: str, chat: str | None = None) -> int:
    """Count somebody's drafts: everywhere on a platform, or in one chat."""
    return int(await session.value(f"SELECT count(*) FROM draft WHERE {_THEIRS}", [platform, owner, chat]))


async def page_of(  # noqa: PLR0913 a page is whose, where, and how much of it
    session: Session, platform: str, owner: str, chat: str | None = None, *, limit: int, offset: int = 0
) -> list[Waiting]:
    """List somebody's drafts, the newest first."""
    rows = await session.rows(
        f"{_WAITING} WHERE {_THEIRS} ORDER BY id DESC LIMIT ?4 OFFSET ?5",
        [platform, owner, chat, limit, offset],
    )
    return [_waiting(row) for row in rows]


async def untouched(session: Session, platform: str, before: datetime, *, limit: int) -> list[Waiting]:
    """List drafts that nobody touched since a time, the refused ones too, the oldest first."""
    rows = await session.rows(
        f"{_WAITING} WHERE platform = ? AND updated_at < ? ORDER BY id LIMIT ?",
        [platform, stamp(before), limit],
    )
    return [_waiting(row) for row in rows]


async def drop_untouched(session: Session, number: int, before: datetime) -> bool:
    """Drop a draft unless somebody has touched it in the meantime; tells whether it was dropped."""
    dropped = await session.write(
        "DELETE FROM draft WHERE id = ? AND updated_at < ?", [number, stamp(before)]
    )
    return bool(dropped.rowcount)


def _waiting(row: Row) -> Waiting:
    return Waiting(
        draft_of(row),
        row["beginning"] or "",
        row["parts"],
        row["characters"] or 0,
        row["file"],
        time_of(row["created_at"]),
        time_of(row["updated_at"]),
    )
