import asyncio
import json
import re
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.model import Span
from storage import itemindex, items, reports
from storage.db import Database, Session, migrations, open_database
from storage.itemkeys import Indexed, Kind, Place, covering, day_keys, place_of, rowid
from storage.itemterms import terms_of
from tests.storage.examples import AT, FULL

READS_THROUGH = re.compile(r"SCAN (?!.*VIRTUAL TABLE INDEX|.*CONSTANT ROW|wanted$)")
RELEASED = 11
"""The newest migration of the released version."""
DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))


async def keep(session: Session) -> int:
    return await reports.add(session, FULL, posted_by="telegram:1", at=AT)


@pytest.mark.parametrize(
    ("expression", "kinds"),
    [
        ('words : "ho ngheo"', [Kind.TASK]),
        ("keys : smet", [Kind.TARGET]),
        ("keys : cmet", [Kind.COUNT]),
        ('unit : "phong kinh te"', [Kind.TASK]),
        ('body : "xa tan thuan" AND keys : klimitation', [Kind.LIMITATION]),
        ("keys : kmeeting AND keys : (p2026m02)", [Kind.MEETING]),
        ("keys : rchair", [Kind.PERSON]),
        ("keys : d202603 AND keys : n1", [Kind.TASK]),
        ('words : "khong co dau"', []),
    ],
)
async def test_items_are_found_by_words_owners_and_properties(
    db: Database, expression: str, kinds: list[Kind]
) -> None:
    async with db.session() as session:
        await keep(session)
        found = await items.find(session, expression)
        loaded = await items.load(session, found.places)

    assert sorted({place.kind for place in found.places}) == kinds
    assert [place for _, place, _ in loaded] == list(found.places)


async def test_a_report_edited_while_it_is_indexed_anew_is_found_as_it_is_now(db: Database) -> None:
    async def index_anew() -> None:
        async with db.session() as session:
            await itemindex.catch_up(session, 5)

    async with db.session() as session:
        number = await keep(session)
        await session.write("INSERT INTO item_waiting (report_id) VALUES (?)", [number])
    (first, *others) = FULL.tasks
    edited = replace(FULL, tasks=(replace(first, text=Span(-1, -1, "nạo vét kênh")), *others))
    async with db.session() as session:
        await session.begin()
        indexing = asyncio.create_task(index_anew())
        await asyncio.sleep(0.1)
        await reports.rewrite(session, number, edited)
    await indexing

    async with db.session() as session:
        assert (await items.find(session, 'words : "nao vet kenh"')).total == 1
        assert (await items.find(session, 'words : "ra soat ho ngheo"')).total == 0


@pytest.mark.parametrize("expression", ["keys : ktask NOT keys : unone", "ktask"])
async def test_what_the_index_does_not_know_is_no_question(db: Database, expression: str) -> None:
    async with db.session() as session:
        with pytest.raises(ValueError, match="ktask"):
            await items.find(session, expression)


async def test_a_hidden_report_is_not_found_until_it_is_shown_again(db: Database) -> None:
    async with db.session() as session:
        number = await keep(session)
        before = await items.find(session, "keys : n1")
        await reports.hide(session, number, datetime.now(UTC))
        hidden = await items.find(session, "keys : n1")
        await reports.show(session, number)
        shown = await items.find(session, "keys : n1")

    assert hidden.total == 0
    assert shown == before


async def test_a_rewritten_or_removed_report_leaves_nothing_behind(db: Database) -> None:
    async with db.session() as session:
        number = await keep(session)
        before = await items.find(session, "keys : n1")
        await reports.rewrite(session, number, FULL)
        again = await items.find(session, "keys : n1")
        await reports.remove(session, number)
        gone = await items.find(session, "keys : n1")

    assert again == before
    assert gone.total == 0


async def test_what_was_stored_before_is_indexed_bit_by_bit(db: Database) -> None:
    async with db.session() as session:
        number = await keep(session)
        await itemindex.take_out(session, number)
        await session.write("INSERT INTO item_waiting (report_id) VALUES (?)", [number])

        assert await itemindex.waits(session)
        assert await itemindex.catch_up(session, 5) == 1
        assert not await itemindex.waits(session)
        assert (await items.find(session, "keys : n1")).total > 5


async def test_what_had_no_terms_of_its_last_day_is_taken_out_by_those_it_had(db: Database) -> None:
    async with db.session() as session:
        number = await keep(session)
        [row] = await session.rows("SELECT packed FROM item_packed")
        bodies, said, _ = json.loads(zlib.decompress(row["packed"]))
        await itemindex.take_out(session, number)
        older = zlib.compress(json.dumps([bodies, said]).encode())
        for at, kind, words, unit, keys in said:
            terms = terms_of(Indexed(Kind(kind), 0, words, unit, "", keys), bodies, dated=False)
            await session.write("INSERT INTO item_term (rowid, terms) VALUES (?, ?)", [at, terms])
        await session.write("INSERT INTO item_packed (report_id, packed) VALUES (?, ?)", [number, older])
        await session.write("INSERT INTO item_waiting (report_id) VALUES (?)", [number])

        before = await items.find(session, "keys : ktask"), await items.find(session, "keys : ddated")
        assert await itemindex.catch_up(session, 5) == 1
        after = await items.find(session, "keys : ktask"), await items.find(session, "keys : ddated")
        await session.write("INSERT INTO item_term (item_term) VALUES ('integrity-check')")
        await reports.remove(session, number)
        gone = await items.find(session, "keys : ktask"), await items.find(session, "keys : ddated")

    assert (before[0].total, before[1].total) == (after[0].total, 0)
    assert 0 < after[1].total < after[0].total
    assert not any(found.total for found in gone)


async def test_a_book_of_the_released_version_is_indexed_anew_bit_by_bit(tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    older_book(path)
    database = await open_database(path)
    try:
        async with database.session() as session:
            assert await reports.count(session) == 2
            assert (await items.find(session, "keys : ktask")).total == 0
            steps = 1
            while await itemindex.forget_old(session, 1):
                steps += 1
            assert steps > 3
            assert await itemindex.catch_up(session, 2) == 2
            assert await itemindex.catch_up(session, 2) == 0
            there = {row["name"] for row in await session.rows("SELECT name FROM sqlite_master")}
            found = await items.find(session, 'body : "ubnd xa" AND keys : ktask')
        assert not {name for name in there if name.startswith(("item_words", "item_indexed"))}
        assert {place.report for place in found.places} == {1, 3}
    finally:
        await database.close()


def older_book(path: Path) -> None:
    """Make a book of three reports as version 0.1.0 left it, one of them deleted."""
    with closing(sqlite3.connect(path, isolation_level=None)) as older:
        for number, sql in migrations():
            if number <= RELEASED:
                older.executescript(f"{sql}\nPRAGMA user_version = {number};")
        for number in (1, 2, 3):
            older.execute(
                """
                INSERT INTO report (id, fingerprint, day, organisation, posted_by, posted_at, deleted_at)
                VALUES (?, ?, '2026-03-01', 'UBND xã Tân An', 'telegram:1', '2026-03-01T00:00:00+00:00', ?)
                """,
                [number, f"f{number}", "2026-03-02T00:00:00+00:00" if number == 2 else None],
            )
            older.execute("INSERT INTO source (report_id, text) VALUES (?, ?)", [number, "Rà soát hộ nghèo"])
            older.execute(
                "INSERT INTO task (report_id, ordinal, text) VALUES (?, 1, 'Rà soát hộ nghèo')", [number]
            )
            words = (number << 17, "ra soat ho ngheo", "", "ubnd xa tan an", "ktask")
            older.execute(
                "INSERT INTO item_words (rowid, words, unit, body, keys) VALUES (?, ?, ?, ?, ?)", words
            )
            older.execute("INSERT INTO item_indexed (report_id, packed) VALUES (?, x'00')", [number])


async def test_reports_in_the_book_are_counted_as_they_come_and_go(db: Database) -> None:
    async with db.session() as session:
        numbers = [
            await reports.add(session, report, posted_by="telegram:1", at=AT)
            for report in (FULL, replace(FULL, source=f"{FULL.source} lần hai"))
        ]
        told = [await reports.count(session)]
        for change in (
            reports.hide(session, numbers[0], datetime.now(UTC)),
            reports.hide(session, numbers[0], datetime.now(UTC)),
            reports.remove(session, numbers[0]),
            reports.hide(session, numbers[1], datetime.now(UTC)),
            reports.show(session, numbers[1]),
            reports.remove(session, numbers[1]),
        ):
            await change
            told.append(await reports.count(session))

    assert told == [2, 1, 1, 1, 0, 1, 0]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT rowid FROM item_term WHERE item_term MATCH '5k' ORDER BY rowid DESC LIMIT 9",
        "SELECT id FROM item_name WHERE name IN ('unit a', 'body b') ORDER BY id",
        "SELECT rowid FROM item_name_words WHERE item_name_words MATCH 'kind : unit AND name : a' LIMIT 1",
        "SELECT word FROM item_word WHERE word IN ('a', 'b')",
        "SELECT word FROM item_word WHERE length BETWEEN 3 AND 5 LIMIT 20000",
        "SELECT pair FROM item_pair WHERE pair IN ('a b', 'b c')",
        "SELECT words FROM asked WHERE platform = 'x' AND chat = 'y' AND owner = 'z' AND at >= ''",
        "SELECT words FROM reading WHERE id = 1",
        "DELETE FROM asked WHERE at < ''",
        """WITH wanted (report, number) AS (VALUES (1, 2), (3, 4)) SELECT target.* FROM wanted
        CROSS JOIN target ON report_id = report AND ordinal = wanted.number ORDER BY report_id, ordinal""",
        """WITH wanted (report, number) AS (VALUES (1, 2)) SELECT finding.* FROM wanted
        CROSS JOIN finding ON report_id = report AND ordinal = wanted.number AND kind = 'cause'""",
    ],
)
async def test_no_question_reads_a_table_through(db: Database, sql: str) -> None:
    async with db.session() as session:
        plan = [row["detail"] for row in await session.rows(f"EXPLAIN QUERY PLAN {sql}")]

    assert plan
    assert not [step for step in plan if READS_THROUGH.match(step)]


@given(DAYS, DAYS, DAYS)
def test_a_range_is_covered_by_the_words_of_its_days_and_no_others(a: date, b: date, day: date) -> None:
    first, last = sorted((a, b))

    assert bool(set(day_keys("d", day)) & set(covering("d", first, last))) == (first <= day <= last)
    assert len(covering("d", first, last)) <= 130


@given(DAYS, st.integers(1, 2**26 - 1), st.sampled_from(Kind), st.integers(0, 2**14 - 2))
def test_a_row_number_tells_its_place(day: date, report: int, kind: Kind, ordinal: int) -> None:
    place = Place(report, kind, ordinal)

    assert place_of(rowid(day, place)) == place
    assert rowid(day, place) < 2**63


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([("unit", "phong kinh te"), ("body", "xa la")], True),
        ([("body", "phong kinh te"), ("unit", "xa la")], False),
        ([], False),
    ],
)
async def test_names_are_looked_up_together_each_of_its_kind(
    db: Database, names: list[tuple[str, str]], expected: bool
) -> None:
    async with db.session() as session:
        await keep(session)

        assert await items.is_one_named(session, names) is expected
