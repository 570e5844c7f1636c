"""Edits as rows: the values that they put in the place of others, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

_HEAD = {
    WHOLE: Report,
    "title": Span,
    "number": Span,
    "organisation": Span,
    "place": Span,
    "held_on": Day,
    "published": Day,
    "period": Period,
}
_TASK = {
    WHOLE: Task,
    "text": Span,
    "assignee": Span,
    "cooperating": tuple[Span, ...],
    "deadline": Deadline,
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
    await _put(session, "change_edit (change_id", number, edits, 1)


async def put_of_draft(session: Session, number: int, edits: Iterable[Edit]) -> None:
    """Add edits to those of a draft."""
    last = await session.value("SELECT max(ordinal) FROM draft_edit WHERE draft_id = ?", [number])
    await _put(session, "draft_edit (draft_id", number, edits, (last or 0) + 1)


async def _put(session: Session, into: str, number: int, edits: Iterable[Edit], first: int) -> None:
    await session.write_many(
        f"INSERT INTO {into}, ordinal, item, field, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, ordinal, str(edit.key), edit.field, _dump(edit, edit.before), _dump(edit, edit.after))
            for ordinal, edit in enumerate(edits, first)
        ],
    )


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
