"""The history of a report: who changed what, when, before and after; rows are only added."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from storage.db import Session
from storage.times import stamp


class Action(StrEnum):
    """What a change did."""

    EDIT = "edit"  # values were put in the place of others
    REPLACE = "replace"  # a better text of the same meeting took the place of the first
    DELETE = "delete"
    RESTORE = "restore"
    UNDO = "undo"


async def add(  # noqa: PLR0913 a change is to which report, what, whose and when
    session: Session, number: int, action: Action, *, actor: str, at: datetime, undoes: int | None = None
) -> int:
    """Add a change to a report's history; returns its number."""
    cursor = await session.write(
        "INSERT INTO change (report_id, at, actor, action, undoes) VALUES (?, ?, ?, ?, ?)",
        [number, stamp(at), actor, action, undoes],
    )
    return cursor.lastrowid or 0
