"""The history of a report: who changed what, when, before and after; rows are only added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reports.edits import HEAD, WHOLE, Edit, Key, apply, inverses, value_of
from storage import edits as edit_rows
from storage import reports
from storage.db import Row, Session
from storage.reports import StoredReport
from storage.times import stamp, time_of


class Action(StrEnum):
    """What a change did."""

    EDIT = "edit"  # values were put in the place of others
    REPLACE = "replace"  # a better text of the same meeting took the place of the first
    DELETE = "delete"
    RESTORE = "restore"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a report; `undone` tells that another took it back."""

    id: int
    report: int
    at: datetime
    actor: str
    action: Action
    undoes: int | None
    undone: bool
    edits: tuple[Edit, ...] = ()


class OverwrittenError(Exception):
    """A change cannot be taken back: what it changed was changed again."""


async def add(  # noqa: PLR0913 a change is to which report, what, whose and when
    session: Session, number: int, action: Action, *, actor: str, at: datetime, undoes: int | None = None
) -> int:
    """Add a change to a report's history; returns its number."""
    cursor = await session.write(
        "INSERT INTO change (report_id, at, actor, action, undoes) VALUES (?, ?, ?, ?, ?)",
        [number, stamp(at), actor, action, undoes],
    )
    return cursor.lastrowid or 0


async def change(  # noqa: PLR0913 as above
    session: Session,
    stored: StoredReport,
    edits: Sequence[Edit],
    *,
    action: Action = Action.EDIT,
    actor: str,
    at: datetime,
    undoes: int | None = None,
) -> StoredReport:
    """Put edits over a report, and add them to its history; returns it as it is now."""
    report = apply(stored.report, edits)
    number = await add(session, stored.id, action, actor=actor, at=at, undoes=undoes)
    await edit_rows.put(session, number, edits)
    await reports.rewrite(session, stored.id, report)
    return StoredReport(stored.id, report, stored.posted_by, stored.posted_at)


async def undo(session: Session, last: Change, *, actor: str, at: datetime) -> bool:
    """Take a change back, as a change of its own; False where its report is not in the book.

    Raises OverwrittenError where the report is not what this change made of it any more.
    """
    if last.action in (Action.DELETE, Action.RESTORE):
        return await _undo_hiding(session, last, actor, at)
    stored = await reports.load(session, last.report)
    if stored is None:
        return False
    back = inverses(last.edits)
    now = stored.report
    for edit in back:
        if value_of(now, edit.key, edit.field) != edit.before:
            raise OverwrittenError
        now = apply(now, [edit])
    await change(session, stored, back, action=Action.UNDO, actor=actor, at=at, undoes=last.id)
    return True


async def _undo_hiding(session: Session, last: Change, actor: str, at: datetime) -> bool:
    """Show what was deleted, or hide what was restored, unless somebody did so again since."""
    newest = await session.value(
        f"""
        SELECT max(id) FROM change WHERE report_id = ? AND ({_HIDES} OR undoes IN (
            SELECT id FROM change WHERE {_HIDES}
        ))
        """,
        [last.report],
    )
    if newest != last.id:
        raise OverwrittenError
    if last.action is Action.DELETE:
        done = await reports.show(session, last.report)
    else:
        done = await reports.hide(session, last.report, at)
    if not done:
        raise OverwrittenError
    await add(session, last.report, Action.UNDO, actor=actor, at=at, undoes=last.id)
    return True


_HIDES = "action IN ('delete', 'restore')"
_CHANGES = """
    SELECT change.*, EXISTS (SELECT 1 FROM change AS later WHERE later.undoes = change.id) AS undone
    FROM change
"""


async def last_of(session: Session, actor: str, since: datetime) -> Change | None:
    """Find somebody's last change since a moment that is no undoing, and was not taken back."""
    row = await session.row(
        f"""
        {_CHANGES} WHERE actor = ? AND at >= ? AND action <> 'undo' AND NOT undone
        ORDER BY id DESC LIMIT 1
        """,
        [actor, stamp(since)],
    )
    return await _with_edits(session, row) if row else None


async def history(session: Session, number: int) -> list[Change]:
    """List a report's changes, the first one first."""
    rows = await session.rows(f"{_CHANGES} WHERE report_id = ? ORDER BY id", [number])
    return [await _with_edits(session, row) for row in rows]


async def _with_edits(session: Session, row: Row) -> Change:
    return Change(
        row["id"],
        row["report_id"],
        time_of(row["at"]),
        row["actor"],
        Action(row["action"]),
        row["undoes"],
        bool(row["undone"]),
        await edit_rows.of_change(session, row["id"]),
    )


def corrections(changes: Sequence[Change]) -> tuple[Edit, ...]:
    """Give what staff corrected and what is in force, the last word on each field alone."""
    last: dict[tuple[Key, str], Edit] = {}
    for done in changes:
        if done.action in (Action.EDIT, Action.REPLACE) and not done.undone:
            for edit in (edit for edit in done.edits if (edit.key, edit.field) != (HEAD, WHOLE)):
                last.pop((edit.key, edit.field), None)
                last[edit.key, edit.field] = edit
    return tuple(last.values())


def all_edits(changes: Sequence[Change]) -> tuple[Edit, ...]:
    """Give all that ever was edited: it tells which ordinals were used."""
    return tuple(edit for done in changes for edit in done.edits)
