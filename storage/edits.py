"""Edits as rows: the values that they put in the place of others, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from reports.edits import WHOLE, Edit, Key
from reports.model import (
    Day,
    Deadline,
    Figure,
    Finding,
    ItemKind,
    Period,
    Person,
    PersonRole,
    Report,
    Span,
    Target,
    TargetStatus,
    Task,
)
from storage.db import Row, Session
from storage.times import stamp, time_of

_HEAD = {
    WHOLE: Report,
    "title": Span,
    "number": Span,
    "organisation": Span,
    "place": Span,
    "held_on": Day,
    "published": Day,
    "period": Period,
    "organisation_emptied": bool,
    "held_on_emptied": bool,
    "place_emptied": bool,
}
_TASK = {
    WHOLE: Task,
    "text": Span,
    "assignee": Span,
    "cooperating": tuple[Span, ...],
    "deadline": Deadline,
    "assignee_emptied": bool,
    "deadline_emptied": bool,
}
_TARGET = {
    WHOLE: Target,
    "name": Span,
    "status": TargetStatus,
    "status_typed": bool,
    "actual": Figure,
    "plan_ratio": Figure,
    "change": Figure,
    "goal": Figure,
    "figures_emptied": bool,
}
_PERSON = {
    WHOLE: Person,
    "name": Span,
    "position": Span,
    "roles": tuple[PersonRole, ...],
    "roles_typed": bool,
}
_FINDING = {WHOLE: Finding, "text": Finding}
_TYPES: dict[ItemKind | None, dict[str, Any]] = {
    None: _HEAD,
    ItemKind.TASK: _TASK,
    ItemKind.TARGET: _TARGET,
    ItemKind.PERSON: _PERSON,
    ItemKind.LIMITATION: _FINDING,
    ItemKind.CAUSE: _FINDING,
    ItemKind.STRENGTH: _FINDING,
}
"""What each field of each kind of item holds."""


@cache
def _adapter(kind: ItemKind | None, field: str) -> TypeAdapter[Any]:
    return TypeAdapter(_TYPES[kind][field])


def _dump(edit: Edit, value: object) -> str | None:
    if value is None:
        return None
    return _adapter(edit.key.kind, edit.field).dump_json(value).decode()


def _edit(row: Row) -> Edit:
    key, field = Key.parse(row["item"]), row["field"]
    before, after = (
        None if row[side] is None else _adapter(key.kind, field).validate_json(row[side])
        for side in ("before", "after")
    )
    return Edit(key, field, before, after)


async def put(session: Session, number: int, edits: Iterable[Edit]) -> None:
    """Keep the edits of a change."""
    await session.write_many(
        """
        INSERT INTO change_edit (change_id, ordinal, item, field, before, after) VALUES (?, ?, ?, ?, ?, ?)
        """,
        [(number, ordinal, *_cells(edit)) for ordinal, edit in enumerate(edits, 1)],
    )


async def put_of_draft(session: Session, number: int, edits: Iterable[Edit], *, at: datetime) -> None:
    """Add edits to those of a draft."""
    last = await session.value("SELECT max(ordinal) FROM draft_edit WHERE draft_id = ?", [number])
    await session.write_many(
        """
        INSERT INTO draft_edit (draft_id, ordinal, at, item, field, before, after)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [(number, ordinal, stamp(at), *_cells(edit)) for ordinal, edit in enumerate(edits, (last or 0) + 1)],
    )


def _cells(edit: Edit) -> tuple[str, str, str | None, str | None]:
    return str(edit.key), edit.field, _dump(edit, edit.before), _dump(edit, edit.after)


async def draft_edited_at(session: Session, number: int) -> datetime | None:
    """Tell when a draft was last corrected."""
    last = await session.value("SELECT max(at) FROM draft_edit WHERE draft_id = ?", [number])
    return time_of(last) if last else None


async def undo_of_draft(session: Session, number: int) -> tuple[Edit, ...]:
    """Take back what was last corrected in a draft; gives the edits that were."""
    last = "at = (SELECT max(at) FROM draft_edit WHERE draft_id = ?1)"
    rows = await session.rows(
        f"SELECT * FROM draft_edit WHERE draft_id = ?1 AND {last} ORDER BY ordinal", [number]
    )
    await session.write(f"DELETE FROM draft_edit WHERE draft_id = ?1 AND {last}", [number])
    return _edits(rows)


async def of_change(session: Session, number: int) -> tuple[Edit, ...]:
    """Read the edits of a change."""
    return _edits(
        await session.rows("SELECT * FROM change_edit WHERE change_id = ? ORDER BY ordinal", [number])
    )


async def of_draft(session: Session, number: int) -> tuple[Edit, ...]:
    """Read the edits of a draft."""
    return _edits(
        await session.rows("SELECT * FROM draft_edit WHERE draft_id = ? ORDER BY ordinal", [number])
    )


async def drop_of_draft(session: Session, number: int) -> None:
    """Forget the edits of a draft."""
    await session.write("DELETE FROM draft_edit WHERE draft_id = ?", [number])


def _edits(rows: Sequence[Row]) -> tuple[Edit, ...]:
    return tuple(map(_edit, rows))
