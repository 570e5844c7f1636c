from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.edits import HEAD, LISTS, WHOLE, Edit, Key, apply, edit_of, find_item, highest, typed
from reports.model import Day, ItemKind, Report, TargetStatus, Task
from storage import changes, reports, search
from storage.changes import Action, Change, OverwrittenError
from storage.db import Database, Session, open_database
from tests.storage.examples import AT, FULL

LAN, MINH = "telegram:7", "telegram:8"
TASK = Key(ItemKind.TASK, 1)


async def edit(
    session: Session, number: int, key: Key, field: str, after: Any, *, actor: str = LAN
) -> Report:
    stored = await reports.load(session, number)
    assert stored
    edits = [edit_of(stored.report, key, field, after)]
    return (await changes.change(session, stored, edits, actor=actor, at=AT)).report


async def test_a_corrected_value_comes_back_and_the_history_tells_who_changed_it_from_what(
    db: Database,
) -> None:
    async with db.session() as session:
        number = await reports.add(session, FULL, posted_by=LAN, at=AT)
        await edit(session, number, TASK, "assignee", typed("Phòng Tài chính"), actor=MINH)

    async with db.session() as session:
        stored = await reports.load(session, number)
        told = await changes.history(session, number)

    assert stored
    assert stored.report.tasks[0].assignee == typed("Phòng Tài chính")
    assert stored.report.tasks[1:] == FULL.tasks[1:]
    assert [(c.actor, c.action, c.edits) for c in told] == [
        (MINH, Action.EDIT, (Edit(TASK, "assignee", FULL.tasks[0].assignee, typed("Phòng Tài chính")),))
    ]


@pytest.mark.parametrize(
    ("key", "field", "after"),
    [
        (HEAD, "title", typed("Họp giao ban")),
        (HEAD, "held_on", None),
        (TASK, "deadline", None),
        (TASK, WHOLE, None),
        (Key(ItemKind.TASK, 9), WHOLE, Task(9, typed("Báo cáo lại"))),
        (Key(ItemKind.TARGET, 1), "status", TargetStatus.BEHIND),
        (Key(ItemKind.TARGET, 1), "status_typed", True),
        (Key(ItemKind.PERSON, 1), "roles_typed", True),
        (Key(ItemKind.TARGET, 1), "goal", None),
        (Key(ItemKind.PERSON, 1), "position", typed("Bí thư")),
        (Key(ItemKind.LIMITATION, 1), "text", typed("còn chậm")),
        (Key(ItemKind.CAUSE, 1), WHOLE, None),
    ],
    ids=str,
)
async def test_every_kind_of_change_is_taken_back_to_the_letter(
    db: Database, key: Key, field: str, after: Any
) -> None:
    async with db.session() as session:
        number = await reports.add(session, FULL, posted_by=LAN, at=AT)
        assert await edit(session, number, key, field, after) != FULL
        last = await changes.last_of(session, LAN, AT)
        assert last
        await changes.undo(session, last, actor=LAN, at=AT)
        stored = await reports.load(session, number)

        assert stored
        assert stored.report == FULL
        assert await changes.last_of(session, LAN, AT) is None, "an undoing is not undone"


async def test_what_was_changed_again_is_not_taken_back(db: Database) -> None:
    async with db.session() as session:
        number = await reports.add(session, FULL, posted_by=LAN, at=AT)
        await edit(session, number, TASK, "assignee", typed("Phòng A"))
        await edit(session, number, TASK, "assignee", typed("Phòng B"), actor=MINH)
        last = await changes.last_of(session, LAN, AT)
        assert last

        with pytest.raises(OverwrittenError):
            await changes.undo(session, last, actor=LAN, at=AT)


async def test_only_what_is_recent_and_ones_own_is_offered_to_be_taken_back(db: Database) -> None:
    async with db.session() as session:
        number = await reports.add(session, FULL, posted_by=LAN, at=AT)
        await edit(session, number, TASK, "assignee", None)

        assert await changes.last_of(session, MINH, AT) is None
        assert await changes.last_of(session, LAN, AT + timedelta(seconds=1)) is None


async def test_a_corrected_day_moves_the_report_in_lists_and_in_the_search(db: Database) -> None:
    async with db.session() as session:
        number = await reports.add(session, FULL, posted_by=LAN, at=AT)
        await edit(session, number, HEAD, "held_on", Day(typed("1/1/2020"), date(2020, 1, 1)))

        assert [line.day.year for line in await reports.page(session, limit=2)] == [2020]
        hits = await search.find(session, "rà soát hộ nghèo", limit=1)
        assert [hit.line.id for hit in hits.page] == [number]
        await reports.remove(session, number)
        assert (await search.find(session, "rà soát hộ nghèo", limit=1)).total == 0


def edits_of(report: Report, history: list[Edit]) -> st.SearchStrategy[Edit]:
    """Any edit of a report: a field of its head or of an item, an item that goes or comes."""
    words = st.one_of(st.none(), st.text("aă đ", min_size=1, max_size=9).map(typed))
    some = st.text("bơ ", min_size=1, max_size=9).map(typed)
    head = st.tuples(st.sampled_from(["title", "place", "organisation"]), words).map(
        lambda pair: edit_of(report, HEAD, *pair)
    )
    ways = [head]
    for kind in LISTS:
        free = Key(kind, highest(report, kind, history) + 1)
        new: Any = find_item(FULL, Key(kind, 1))
        ways.append(st.just(edit_of(report, free, WHOLE, replace(new, ordinal=free.ordinal))))
        for key in (Key(kind, item.ordinal) for item in getattr(report, LISTS[kind])):
            field = "name" if kind in (ItemKind.TARGET, ItemKind.PERSON) else "text"
            ways += [st.just(edit_of(report, key, WHOLE, None)), some.map(_retold(report, key, field))]
    return st.one_of(ways)


def _retold(report: Report, key: Key, field: str) -> Any:
    return lambda after: edit_of(report, key, field, after)


@given(st.data())
async def test_whatever_is_changed_and_taken_back_the_history_replayed_gives_the_report(data: Any) -> None:
    with TemporaryDirectory() as folder:
        db = await open_database(Path(folder) / "sohop.db")
        try:
            await _change_and_replay(db, data)
        finally:
            await db.close()


async def _change_and_replay(db: Database, data: Any) -> None:
    async with db.session() as session:
        number = await reports.add(session, FULL, posted_by=LAN, at=AT)
        for _ in range(data.draw(st.integers(1, 8))):
            await data.draw(st.sampled_from([_edit, _edit, _undo, _delete, _restore]))(session, number, data)
    async with db.session() as session:
        stored = await reports.load(session, number, also_deleted=True)
        history = await changes.history(session, number)
        found = (await search.find(session, "kinh tế", limit=1)).total

    assert stored
    assert apply(FULL, changes.all_edits(history)) == stored.report
    assert _is_deleted(history) == (stored.deleted_at is not None)
    assert found == (not _is_deleted(history))


def _is_deleted(history: list[Change]) -> bool:
    """Tell by the history alone whether a report is deleted."""
    effect = {Action.DELETE: True, Action.RESTORE: False}
    done = {change.id: change.action for change in history}
    deleted = False
    for change in history:
        if change.action in effect:
            deleted = effect[change.action]
        elif change.undoes and done[change.undoes] in effect:
            deleted = not effect[done[change.undoes]]
    return deleted


async def _edit(session: Session, number: int, data: Any) -> None:
    if stored := await reports.load(session, number):
        told = list(changes.all_edits(await changes.history(session, number)))
        await changes.change(session, stored, [data.draw(edits_of(stored.report, told))], actor=LAN, at=AT)


async def _undo(session: Session, number: int, data: Any) -> None:
    if last := await changes.last_of(session, LAN, AT):
        with suppress(OverwrittenError):
            await changes.undo(session, last, actor=LAN, at=AT)


async def _delete(session: Session, number: int, data: Any) -> None:
    if await reports.hide(session, number, AT):
        await changes.add(session, number, Action.DELETE, actor=LAN, at=AT)


async def _restore(session: Session, number: int, data: Any) -> None:
    if await reports.show(session, number):
        await changes.add(session, number, Action.RESTORE, actor=LAN, at=AT)
