"""The book about the book: who changed what, what went wrong, and what /status tells."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from storage.db import Session
from storage.times import stamp, time_of

TROUBLE = "trouble "
"""How the names of facts begin that tell what an administrator has to mend."""
CHECKED_AT_MOST = 256 * 1024 * 1024


async def note(
    session: Session, actor: str, action: str, subject: str, at: datetime, **detail: object
) -> None:
    """Add to the audit who did what to what; rows are never changed or removed."""
    await session.write(
        "INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)",
        [stamp(at), actor, action, subject, json.dumps(detail, ensure_ascii=False)],
    )


async def fault(session: Session, reference: str, summary: str, at: datetime) -> None:
    """Keep an unexpected fault under the reference code that the person was given."""
    await session.write(
        "INSERT INTO fault (at, reference, summary) VALUES (?, ?, ?)", [stamp(at), reference, summary]
    )


async def fact(session: Session, name: str) -> str | None:
    """Read a small fact that outlives a restart."""
    value: str | None = await session.value("SELECT value FROM fact WHERE name = ?", [name])
    return value


async def set_fact(session: Session, name: str, value: str) -> None:
    """Keep a small fact."""
    await session.write(
        """
        INSERT INTO fact (name, value) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """,
        [name, value],
    )


async def facts(session: Session, beginning: str) -> dict[str, str]:
    """Read all facts whose name begins so."""
    rows = await session.rows(
        "SELECT name, value FROM fact WHERE substr(name, 1, ?) = ?", [len(beginning), beginning]
    )
    return {row["name"]: row["value"] for row in rows}


async def forget_fact(session: Session, name: str) -> None:
    """Forget a small fact."""
    await session.write("DELETE FROM fact WHERE name = ?", [name])


@dataclass(frozen=True, slots=True)
class Fault:
    """An unexpected fault."""

    at: datetime
    reference: str
    summary: str


@dataclass(frozen=True, slots=True)
class State:
    """How the database is: size in bytes, integrity as SQLite tells it ("ok"), rows, last faults.

    Integrity is None where the file is too large to be read through while somebody waits.
    """

    size: int
    integrity: str | None
    counts: dict[str, int]
    faults: tuple[Fault, ...]


_OF_THE_BOOK = "report_id NOT IN (SELECT id FROM report WHERE deleted_at IS NOT NULL)"
_COUNTED = {
    "report": "SELECT count(*) FROM report WHERE deleted_at IS NULL",
    "task": f"SELECT count(*) FROM task WHERE {_OF_THE_BOOK}",
    "target": f"SELECT count(*) FROM target WHERE {_OF_THE_BOOK}",
    "draft": "SELECT count(*) FROM draft",
    "seen_user": "SELECT count(*) FROM seen_user",
    "inbox": "SELECT count(*) FROM inbox WHERE state = 'new'",
    "outbox": "SELECT count(*) FROM outbox WHERE state = 'new'",
}


async def waiting(session: Session) -> dict[str, int]:
    """Count the rows that wait in each direction."""
    return {name: await session.value(_COUNTED[name]) for name in ("inbox", "outbox")}


async def integrity(session: Session) -> str:
    """Read the whole file through, and tell what SQLite finds ("ok")."""
    return str(await session.value("PRAGMA quick_check(1)"))


async def state(session: Session, *, faults: int = 3) -> State:
    """Look the database over."""
    pages = await session.value("PRAGMA page_count")
    size = pages * await session.value("PRAGMA page_size")
    checked = await integrity(session) if size <= CHECKED_AT_MOST else None
    counts = {name: await session.value(sql) for name, sql in _COUNTED.items()}
    rows = await session.rows("SELECT at, reference, summary FROM fault ORDER BY id DESC LIMIT ?", [faults])
    last = tuple(Fault(time_of(row["at"]), row["reference"], row["summary"]) for row in rows)
    return State(size, checked, counts, last)


async def path_of(session: Session) -> str:
    """Tell in which file the database is."""
    return str(await session.value("SELECT file FROM pragma_database_list WHERE name = 'main'"))
