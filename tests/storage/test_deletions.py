"""Reports that were deleted: hidden, restored, taken out for good."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from functools import partial

import pytest

from storage import changes, deletions, records, reports, search
from storage.changes import Action
from storage.db import Database, Session
from tests.storage.examples import AT, FULL, short

LATER = AT + timedelta(days=2)


@pytest.fixture
async def two(db: Database) -> tuple[int, int]:
    """An older and a newer report."""
    async with db.session() as session:
        older = await reports.add(
            session, short("Họp rà soát hộ nghèo", date(2026, 1, 6)), posted_by="t", at=AT
        )
        return older, await reports.add(session, FULL, posted_by="telegram:7", at=AT)


async def hits(session: Session, words: str) -> list[int]:
    return [hit.line.id for hit in (await search.find(session, words, limit=9)).page]


async def test_a_deleted_report_is_in_no_list_count_or_search(db: Database, two: tuple[int, int]) -> None:
    older, newer = two
    async with db.session() as session:
        assert await reports.hide(session, newer, LATER)

    async with db.session() as session:
        assert await reports.newest(session) == older
        assert [line.id for line in await reports.page(session, limit=9)] == [older]
        assert await reports.count(session) == 1
        assert await reports.load(session, newer) is None
        assert await hits(session, "rà soát hộ nghèo") == [older]
        counts = (await records.state(session)).counts
        assert (counts["report"], counts["task"], counts["target"]) == (1, 0, 0)


async def test_whoever_needs_a_deleted_report_can_load_it(db: Database, two: tuple[int, int]) -> None:
    async with db.session() as session:
        await reports.hide(session, two[1], LATER)
        stored = await reports.load(session, two[1], also_deleted=True)

        assert stored is not None
        assert (stored.report, stored.deleted_at) == (FULL, LATER)
        assert await deletions.since(session, two[1]) == LATER
        assert await deletions.since(session, two[0]) is None
        assert await deletions.since(session, 99) is None


async def test_a_restored_report_is_as_it_was(db: Database, two: tuple[int, int]) -> None:
    async with db.session() as session:
        before = await reports.load(session, two[1])
        await reports.hide(session, two[1], LATER)
    async with db.session() as session:
        assert await reports.show(session, two[1])

        assert await reports.load(session, two[1]) == before
        assert await hits(session, "rà soát hộ nghèo") == [two[1], two[0]]
        assert await reports.newest(session) == two[1]


async def test_deleting_and_restoring_twice_says_so_and_keeps_the_index_whole(
    db: Database, two: tuple[int, int]
) -> None:
    async with db.session() as session:
        assert not await reports.show(session, two[1])
        assert await reports.hide(session, two[1], AT)
        assert not await reports.hide(session, two[1], LATER)
        assert await deletions.since(session, two[1]) == AT
        assert await reports.show(session, two[1])
        assert not await reports.show(session, two[1])
        assert not await reports.hide(session, 99, AT)
        assert not await reports.show(session, 99)

        assert await hits(session, "rà soát") == [two[1], two[0]]
        await session.write("INSERT INTO report_words (report_words) VALUES ('integrity-check')")


async def test_the_text_of_a_deleted_report_is_known_as_deleted(db: Database, two: tuple[int, int]) -> None:
    async with db.session() as session:
        await reports.posted_in(session, two[1], "telegram", "5", [11])
        await reports.hide(session, two[1], LATER)
        known = reports.Known(two[1], LATER)

        assert await reports.known(session, FULL.source.upper()) == known
        assert await reports.posted_by_message(session, "telegram", "5", 11) == known
    with pytest.raises(reports.AlreadyStoredError):
        async with db.session() as session:
            await reports.add(session, FULL, posted_by="telegram:8", at=LATER)


async def test_deleted_reports_are_listed_last_deleted_first(db: Database, two: tuple[int, int]) -> None:
    async with db.session() as session:
        await reports.hide(session, two[1], AT)
        await reports.hide(session, two[0], LATER)

        listed = await deletions.page(session, limit=9)
        assert [(line.id, since) for line, since in listed] == [(two[0], LATER), (two[1], AT)]
        assert await deletions.count(session) == 2


async def test_only_what_was_deleted_long_ago_is_purged_and_its_history_too(
    db: Database, two: tuple[int, int]
) -> None:
    async with db.session() as session:
        await reports.posted_in(session, two[1], "telegram", "5", [11])
        await reports.hide(session, two[1], AT)
        await changes.add(session, two[1], Action.DELETE, actor="telegram:7", at=AT)
        await reports.hide(session, two[0], LATER)
    async with db.session() as session:
        assert await deletions.expired(session, LATER, limit=9) == [two[1]]
        assert await deletions.purge(session, two[1], LATER)
        assert not await deletions.purge(session, two[0], LATER)

        assert await left_of(session, two[1]) == {}
        assert await reports.known(session, FULL.source) is None
        assert await reports.add(session, FULL, posted_by="telegram:7", at=LATER) == two[1] + 1


async def left_of(session: Session, number: int) -> dict[str, int]:
    """Count the rows that still speak of a report."""
    tables = await session.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%report_id%REFERENCES report%'"
    )
    counts = {
        table["name"]: await session.value(
            f"SELECT count(*) FROM {table['name']} WHERE report_id = ?", [number]
        )
        for table in tables
    }
    return {name: count for name, count in counts.items() if count}


async def test_a_deleted_report_can_be_taken_out_at_once_too(db: Database, two: tuple[int, int]) -> None:
    async with db.session() as session:
        await reports.hide(session, two[1], AT)
        await reports.remove(session, two[1])

        await session.write("INSERT INTO report_words (report_words) VALUES ('integrity-check')")
        assert await left_of(session, two[1]) == {}
        assert await hits(session, "rà soát") == [two[0]]


async def test_whatever_order_reports_are_deleted_and_restored_in_search_and_list_agree(db: Database) -> None:
    chance = random.Random(7)
    async with db.session() as session:
        for day in range(1, 9):
            await reports.add(session, short(f"Họp ngày {day}", date(2026, 5, day)), posted_by="t", at=AT)
        for _ in range(60):
            number = chance.randint(1, 8)
            await (
                reports.hide(session, number, AT) if chance.random() < 0.5 else reports.show(session, number)
            )

            assert await hits(session, "họp") == [line.id for line in await reports.page(session, limit=9)]


# What it takes: an index is walked, the table of reports, whose rows are large, is not.

Question = Callable[[Session], Awaitable[object]]
BY_DAY = "SCAN report USING INDEX report_by_day"


async def asked_by(db: Database, question: Question) -> str:
    """What SQLite is asked last."""
    asked: list[str] = []
    for reader in db._readers:
        await reader.set_trace_callback(asked.append)
    async with db.session() as session:
        await question(session)
    return asked[-1]


async def plan_of(db: Database, question: Question) -> str:
    sql = await asked_by(db, question)
    async with db.session() as session:
        return "; ".join(row["detail"] for row in await session.rows(f"EXPLAIN QUERY PLAN {sql}"))


@pytest.mark.parametrize(
    "question",
    [reports.newest, partial(reports.page, limit=8), partial(reports.page, limit=8, offset=9000)],
    ids=["newest", "page", "page of the oldest"],
)
async def test_lists_walk_the_index_of_those_in_the_book(db: Database, question: Question) -> None:
    assert await plan_of(db, question) == BY_DAY


async def test_counting_looks_at_one_row(db: Database) -> None:
    assert await plan_of(db, reports.count) == "SEARCH tally USING PRIMARY KEY (name=?)"


async def test_finding_the_newest_never_looks_into_the_table(db: Database) -> None:
    sql = await asked_by(db, reports.newest)
    async with db.session() as session:
        steps = await session.rows(f"EXPLAIN {sql}")
    table = next(step["p1"] for step in steps if step["opcode"] == "OpenRead")

    assert not [step for step in steps if step["opcode"] == "Column" and step["p1"] == table]


@pytest.mark.parametrize(
    "question",
    [deletions.count, partial(deletions.page, limit=8), partial(deletions.expired, before=AT, limit=8)],
    ids=["count", "page", "expired"],
)
async def test_what_was_deleted_is_found_by_an_index_of_its_own(db: Database, question: Question) -> None:
    plan = await plan_of(db, question)

    assert "USING COVERING INDEX report_deleted" in plan or "USING INDEX report_deleted" in plan
    assert "TEMP B-TREE" not in plan
