"""Texts on their way in, kept part by part: one open for each person and chat, and those shown to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from storage.db import Row, Session
from storage.times import day_of, stamp, time_of


class DraftState(StrEnum):
    """How far a draft is."""

    JOINING = "joining"  # a long text came unasked; its other parts may follow
    COLLECTING = "collecting"  # /post was said; everything until /done belongs to it
    PREVIEWED = "previewed"  # what was understood was shown; "Lưu" stores it
    REFUSED = "refused"  # a part was secret: what else belongs to the same text is not kept either


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a draft; `position` is its place in the chat.

    `first_sent_at` is when it was first sent, where it came here by another way: forwarded, or taken.
    """

    position: int
    text: str
    sent_at: datetime
    first_sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft without its parts."""

    id: int
    platform: str
    chat: str
    thread: int | None
    owner: str
    state: DraftState
    settle_at: datetime | None
    revision: int = 1


@dataclass(frozen=True, slots=True)
class DraftFile:
    """The file that a draft was read from; `unread_pages` are pictures that were not read.

    `address` is the web address of a page; `published` the day that it states.
    """

    name: str
    by_ocr: bool = False
    unread_pages: int = 0
    address: str | None = None
    published: date | None = None


def draft_of(row: Row) -> Draft:
    """Read a draft's row."""
    return Draft(
        row["id"],
        row["platform"],
        row["chat"],
        row["thread"],
        row["owner"],
        DraftState(row["state"]),
        time_of(row["settle_at"]) if row["settle_at"] else None,
        row["revision"],
    )


async def last_of(session: Session, platform: str, chat: str, owner: str) -> Draft | None:
    """Find somebody's newest draft in a chat, an open one first."""
    row = await session.row(
        """
        SELECT * FROM draft WHERE platform = ? AND chat = ? AND owner = ?
        ORDER BY state = 'previewed', id DESC LIMIT 1
        """,
        [platform, chat, owner],
    )
    return draft_of(row) if row else None


async def find(session: Session, number: int) -> Draft | None:
    """Find a draft by its number."""
    row = await session.row("SELECT * FROM draft WHERE id = ?", [number])
    return draft_of(row) if row else None


async def holding(session: Session, platform: str, chat: str, owner: str, position: int) -> Draft | None:
    """Find the draft that holds somebody's message."""
    row = await session.row(
        """
        SELECT draft.* FROM draft JOIN draft_part ON draft_id = id
        WHERE platform = ? AND chat = ? AND owner = ? AND position = ? ORDER BY id DESC LIMIT 1
        """,
        [platform, chat, owner, position],
    )
    return draft_of(row) if row else None


async def start(  # noqa: PLR0913 a draft is where, whose and when
    session: Session,
    platform: str,
    chat: str,
    owner: str,
    *,
    thread: int | None,
    state: DraftState,
    at: datetime,
) -> Draft:
    """Open a draft. Raises sqlite3.IntegrityError where one is open already."""
    cursor = await session.write(
        """
        INSERT INTO draft (platform, chat, thread, owner, state, created_at, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [platform, chat, thread, owner, state, stamp(at), stamp(at)],
    )
    return Draft(cursor.lastrowid or 0, platform, chat, thread, owner, state, None)


async def put_part(session: Session, number: int, part: Part) -> None:
    """Keep a part; the same place again is the same part, with its newest words."""
    await session.write(
        """
        UPDATE draft SET revision = revision + 1 WHERE id = ?1 AND NOT EXISTS (
            SELECT 1 FROM draft_part WHERE draft_id = ?1 AND position = ?2 AND text = ?3
        )
        """,
        [number, part.position, part.text],
    )
    await session.write(
        """
        INSERT INTO draft_part (draft_id, position, text, sent_at, first_sent_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (draft_id, position) DO UPDATE SET text = excluded.text
        """,
        [
            number,
            part.position,
            part.text,
            stamp(part.sent_at),
            stamp(part.first_sent_at) if part.first_sent_at else None,
        ],
    )


async def parts(session: Session, number: int) -> list[Part]:
    """Read a draft's parts in the order of the chat."""
    rows = await session.rows("SELECT * FROM draft_part WHERE draft_id = ? ORDER BY position", [number])
    return [_part(row) for row in rows]


def _part(row: Row) -> Part:
    first = row["first_sent_at"]
    return Part(row["position"], row["text"], time_of(row["sent_at"]), time_of(first) if first else None)


async def put_file(session: Session, number: int, file: DraftFile) -> None:
    """Remember the file that a draft was read from."""
    published = file.published.isoformat() if file.published else None
    await session.write(
        """
        INSERT OR REPLACE INTO draft_file (draft_id, name, by_ocr, unread_pages, address, published)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [number, file.name, int(file.by_ocr), file.unread_pages, file.address, published],
    )


async def file_of(session: Session, number: int) -> DraftFile | None:
    """Find the file that a draft was read from, None where it was typed or pasted."""
    row = await session.row("SELECT * FROM draft_file WHERE draft_id = ?", [number])
    if row is None:
        return None
    published = day_of(row["published"])
    return DraftFile(row["name"], bool(row["by_ocr"]), row["unread_pages"], row["address"], published)


async def forget_file(session: Session, number: int) -> None:
    """Forget the file that a draft was read from: other words took their place."""
    await session.write("DELETE FROM draft_file WHERE draft_id = ?", [number])


async def length(session: Session, number: int, *, without: int | None = None) -> int:
    """Count the characters of a draft; `without` the part at a position."""
    total: int | None = await session.value(
        "SELECT sum(length(text)) FROM draft_part WHERE draft_id = ? AND position IS NOT ?", [number, without]
    )
    return total or 0


async def move(
    session: Session, number: int, state: DraftState, *, at: datetime, settle_at: datetime | None = None
) -> None:
    """Set how far a draft is, and when a pause counts as the end of its paste."""
    await session.write(
        "UPDATE draft SET state = ?, settle_at = ?, updated_at = ? WHERE id = ?",
        [state, stamp(settle_at) if settle_at else None, stamp(at), number],
    )


async def touch(session: Session, number: int, *, at: datetime) -> None:
    """Note that a draft says something else now: what was shown of it before is outdated."""
    await session.write(
        "UPDATE draft SET revision = revision + 1, updated_at = ? WHERE id = ?", [stamp(at), number]
    )


async def empty(session: Session, number: int) -> None:
    """Forget what a draft said, and keep only where and when its parts were sent."""
    await session.write("UPDATE draft_part SET text = '' WHERE draft_id = ?", [number])


async def drop(session: Session, number: int) -> None:
    """Drop a draft and its parts."""
    await session.write("DELETE FROM draft WHERE id = ?", [number])


async def waiting(session: Session, platform: str) -> list[Draft]:
    """List the drafts of a platform whose paste may still go on, the next to settle first."""
    rows = await session.rows(
        "SELECT * FROM draft WHERE platform = ? AND settle_at IS NOT NULL ORDER BY settle_at", [platform]
    )
    return [draft_of(row) for row in rows]
