import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from reports import read_report
from storage import reports, search
from storage.db import Database
from tests.storage.examples import AT, FULL, short


async def test_a_report_comes_back_with_every_field_and_place(db: Database) -> None:
    async with db.session() as session:
        number = await reports.add(session, FULL, posted_by="telegram:7", at=AT)

    async with db.session() as session:
        stored = await reports.load(session, number)

    assert stored is not None
    assert stored.report == FULL
    assert (stored.id, stored.posted_by, stored.posted_at) == (number, "telegram:7", AT)


async def test_a_day_from_outside_the_text_comes_back_and_sorts(db: Database) -> None:
    earlier = read_report("UBND xã Tân Lộc họp bàn việc chung.", published=date(2026, 5, 4))
    later = read_report("UBND xã Tân Lộc họp bàn việc riêng.", published=date(2026, 5, 9))
    async with db.session() as session:
        newest = await reports.add(session, later, posted_by="t:1", at=AT)
        await reports.add(session, earlier, posted_by="t:1", at=AT)
        stored = await reports.load(session, newest)

        assert stored is not None
        assert stored.report.published == later.published
        assert await reports.newest(session) == newest


async def test_reports_are_loaded_with_their_items_alone_as_they_are_asked_for(db: Database) -> None:
    other = replace(FULL, source=f"{FULL.source} lần hai", tasks=FULL.tasks[:1])
    async with db.session() as session:
        numbers = [
            await reports.add(session, report, posted_by="telegram:7", at=AT)
            for report in (FULL, other, replace(FULL, source=f"{FULL.source} lần ba"))
        ]
        await reports.hide(session, numbers[2], AT)
        loaded = await reports.load_items(session, [numbers[1], numbers[2], 99, numbers[0]])

    assert [stored.id for stored in loaded] == [numbers[1], numbers[0]]
    assert [stored.report.tasks for stored in loaded] == [FULL.tasks[:1], FULL.tasks]
    for stored in loaded:
        assert stored.report.targets == FULL.targets
        assert (stored.report.limitations, stored.report.causes) == (FULL.limitations, FULL.causes)
        assert stored.report.people == ()


async def test_what_is_not_there_is_none(db: Database) -> None:
    async with db.session() as session:
        assert await reports.load(session, 1) is None
        assert await reports.load_items(session, [1]) == []
        assert await reports.load_items(session, []) == []
        assert await reports.newest(session) is None
        assert await reports.count(session) == 0


@pytest.mark.parametrize(
    "again",
    [
        FULL.source,
        FULL.source.replace("\n", "\r\n\r\n"),
        FULL.source.upper(),
        unicodedata.normalize("NFD", FULL.source),
        f"  {FULL.source.replace(',', ' ,')} ",
    ],
    ids=["the same", "other line ends", "capitals", "decomposed", "other spaces"],
)
async def test_the_same_text_again_is_recognised(db: Database, again: str) -> None:
    async with db.session() as session:
        number = await reports.add(session, FULL, posted_by="telegram:7", at=AT)

    async with db.session() as session:
        assert await reports.known(session, again) == reports.Known(number)
    with pytest.raises(reports.AlreadyStoredError):
        async with db.session() as session:
            await reports.add(session, short(again), posted_by="telegram:8", at=AT)


async def test_a_text_with_another_figure_is_another_text(db: Database) -> None:
    async with db.session() as session:
        await reports.add(session, FULL, posted_by="telegram:7", at=AT)
        assert await reports.known(session, FULL.source.replace("12,5", "12,6")) is None


async def test_newest_is_the_newest_meeting_not_the_newest_post(db: Database) -> None:
    async with db.session() as session:
        newer = await reports.add(session, short("Họp tháng 5", date(2026, 5, 4)), posted_by="t:1", at=AT)
        older = await reports.add(session, short("Họp tháng 4", date(2026, 4, 6)), posted_by="t:1", at=AT)
        undated = await reports.add(session, short("Họp không ngày"), posted_by="t:1", at=AT)

        assert await reports.newest(session) == newer
        listed = await reports.page(session, limit=9)

    assert [line.id for line in listed] == [newer, older, undated]
    held_on = [line.dates.held_on and line.dates.held_on.day for line in listed]
    assert held_on == [date(2026, 5, 4), date(2026, 4, 6), None]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 7, 8, 9])
async def test_pages_follow_each_other_whichever_end_they_are_near(db: Database, limit: int) -> None:
    async with db.session() as session:
        for number, day in enumerate((3, 1, 2, 2, 5, 4, 4)):
            await reports.add(session, short(f"Họp {number}", date(2026, 5, day)), posted_by="t:1", at=AT)
        pages = [await reports.page(session, limit=limit, offset=at) for at in range(0, 10, limit)]
        await reports.hide(session, 5, AT)
        left = await reports.page(session, limit=2, offset=4)

    assert [line.id for page in pages for line in page] == [5, 7, 6, 1, 4, 3, 2]
    assert [line.id for line in left] == [3, 2]


async def test_a_message_leads_to_the_report_it_is_part_of(db: Database) -> None:
    async with db.session() as session:
        number = await reports.add(session, FULL, posted_by="telegram:7", at=AT)
        await reports.posted_in(session, number, "telegram", "5", [11, 12])

        assert await reports.posted_by_message(session, "telegram", "5", 12) == reports.Known(number)
        assert await reports.posted_by_message(session, "telegram", "5", 13) is None
        assert await reports.posted_by_message(session, "telegram", "6", 12) is None


async def test_a_report_taken_out_leaves_nothing_and_its_number_is_not_used_again(db: Database) -> None:
    async with db.session() as session:
        first = await reports.add(session, FULL, posted_by="demo", at=AT)
        await reports.posted_in(session, first, "telegram", "5", [11])
        await reports.remove(session, first)
        await reports.remove(session, first)
        tables = await session.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%report_id%'"
        )
        left = {t["name"]: await session.value(f"SELECT count(*) FROM {t['name']}") for t in tables}

        assert set(left.values()) == {0}
        assert (await search.find(session, "rà soát hộ nghèo", limit=1)).total == 0
        assert await reports.add(session, FULL, posted_by="telegram:7", at=AT) == first + 1
        assert await reports.numbers_posted_by(session, "telegram:7") == [first + 1]
