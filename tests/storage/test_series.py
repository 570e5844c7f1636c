"""The same target over time, as it is stored: found by name, joined and parted by staff, made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reports.matching import name_key
from reports.model import Report, TargetStatus
from storage import joining, keying, reports, series
from storage.db import Database, migrations, open_database
from storage.series import Closeness, Series
from tests.storage.telling import report, told

AT = datetime(2026, 10, 6, 1, 15, tzinfo=UTC)
MET, BEHIND = TargetStatus.MET, TargetStatus.BEHIND


async def keep(db: Database, *given: Report) -> list[int]:
    async with db.session() as session:
        return [await reports.add(session, one, posted_by="telegram:1", at=AT) for one in given]


async def found(db: Database, name: str) -> tuple[Series, ...]:
    async with db.session() as session:
        return (await series.find(session, name_key(name), limit=8)).series


async def codes(db: Database, name: str) -> list[list[str]]:
    """The items of every series that a name finds, newest first."""
    async with db.session() as session:
        asked = await series.find(session, name_key(name), limit=8)
        tales = [await series.told(session, one.id, limit=50) for one in asked.series]
    return [
        [f"{tale.report}.{number}" for tale in tales_of for number, _ in tale.items] for tales_of in tales
    ]


async def test_a_target_is_found_in_every_report_of_its_body_newest_first(db: Database) -> None:
    await keep(
        db,
        report(told("Thu ngân sách trên địa bàn", MET), day="2026-04-02", period="2026-Q1"),
        report("thu ngân sách trên địa bàn xã", organisation="ỦY BAN NHÂN DÂN XÃ TÂN MỸ"),
        report("thu ngân sách trên địa bàn", organisation="Đảng ủy xã Tân Mỹ"),
        report("kết nạp đảng viên", "thu ngân sách trên địa bàn", day="2026-07-02", period="2026-Q2"),
    )

    assert await codes(db, "thu ngan sach tren dia ban") == [["3.1"], ["2.1", "4.2", "1.1"]]


async def test_a_report_may_tell_of_a_target_twice(db: Database) -> None:
    await keep(db, report("thu ngân sách", "kết nạp đảng viên", told("Thu ngân sách", actual="18,6 tỷ đồng")))

    assert await codes(db, "thu ngân sách") == [["1.1", "1.3"]]


async def test_a_name_with_more_words_is_found_where_the_name_itself_is_not(db: Database) -> None:
    await keep(db, report("tổng thu ngân sách nhà nước trên địa bàn"), report("thu ngân sách từ đất"))

    assert [one.name.text for one in await found(db, "thu ngân sách")] == [
        "thu ngân sách từ đất",
        "tổng thu ngân sách nhà nước trên địa bàn",
    ]
    assert [one.name.text for one in await found(db, "thu ngân sách từ đất")] == ["thu ngân sách từ đất"]


async def test_a_name_is_found_with_the_words_of_its_body(db: Database) -> None:
    await keep(db, report("số hộ nghèo"), report("số hộ nghèo", organisation="UBND xã Tân An"))

    assert [one.organisation and one.organisation.text for one in await found(db, "hộ nghèo Tân An")] == [
        "UBND xã Tân An"
    ]
    assert await found(db, "Tân An") == ()


async def test_a_name_with_a_wrong_word_finds_what_has_all_others(db: Database) -> None:
    await keep(db, report("giải ngân vốn đầu tư công", "số hộ nghèo"))

    assert [one.name.text for one in await found(db, "giải ngân vốn đầu tư cong xyz")] == [
        "giải ngân vốn đầu tư công"
    ]
    assert await found(db, "xyz") == ()
    assert await found(db, "…") == ()


async def test_a_name_without_accents_belongs_to_the_only_one_that_reads_so(db: Database) -> None:
    await keep(
        db,
        report("so ho ngheo", organisation="UBND xa Tan My"),
        report("số hộ nghèo"),
        report("trong dua", organisation="UBND xa Tan My"),
        report("trồng dừa"),
        report("trồng dưa"),
        report("trong dua", organisation="UBND xa Tan My", day="2026-11-02"),
    )

    assert await codes(db, "số hộ nghèo") == [["2.1", "1.1"]]
    assert await codes(db, "trồng dưa") == [["5.1"]]
    assert await codes(db, "trồng dừa") == [["6.1", "4.1", "3.1"]]


async def test_where_two_names_read_so_one_without_accents_belongs_to_neither(db: Database) -> None:
    await keep(db, report("trồng dừa"), report("trồng dưa"), report("trong dua"))

    assert sorted(await codes(db, "trong dua")) == [["1.1"], ["2.1"], ["3.1"]]


async def test_a_body_without_accents_is_the_only_one_that_reads_so(db: Database) -> None:
    await keep(
        db,
        report("số hộ nghèo", organisation="UBND xã Tân An"),
        report("số hộ nghèo", organisation="UBND xa Tan An"),
        report("số hộ nghèo", organisation="UBND xã Tân Ân"),
        report("số hộ nghèo", organisation="UBND xa Tan An", day="2026-11-02"),
    )

    assert sorted(await codes(db, "số hộ nghèo")) == [["2.1", "1.1"], ["3.1"], ["4.1"]]


@pytest.mark.parametrize("order", [1, -1])
async def test_a_misspelt_name_belongs_to_the_right_one(db: Database, order: int) -> None:
    await keep(db, *[report("giải ngân vốn"), report("giải ngâan vốn", day="2026-11-02")][::order])

    assert [len(items) for items in await codes(db, "giải ngân vốn")] == [2]


async def test_a_misspelt_name_in_another_unit_stands_for_itself(db: Database) -> None:
    await keep(
        db,
        report(told("giải quyết việc làm", actual="120 lao động")),
        report(told("giải quyêts việc làm", actual="98 %"), day="2026-11-02"),
    )

    assert await codes(db, "giải quyết việc làm") == [["1.1"]]


async def test_reports_without_a_body_have_series_of_their_own(db: Database) -> None:
    await keep(db, report("số hộ nghèo", organisation=None), report("số hộ nghèo"))

    assert sorted(await codes(db, "số hộ nghèo")) == [["1.1"], ["2.1"]]


async def test_staff_join_two_names_and_what_is_stored_later_follows(db: Database) -> None:
    await keep(db, report("thu ngân sách"), report("thu ngân sách trên địa bàn", day="2026-07-02"))

    async with db.session() as session:
        assert await joining.join(session, (1, 1), (2, 1))
        assert not await joining.join(session, (2, 1), (1, 1))
    await keep(db, report("thu ngân sách trên địa bàn", day="2026-12-30"))

    assert await codes(db, "thu ngân sách") == [["3.1", "1.1", "2.1"]]
    assert await codes(db, "thu ngân sách trên địa bàn") == [["3.1", "1.1", "2.1"]]


@pytest.mark.parametrize("goes", [1, 2, 3])
async def test_staff_part_a_name_from_the_others(db: Database, goes: int) -> None:
    await keep(db, report("tổng thu"), report("tổng số thu ngân sách"), report("thu ngân sách trên địa bàn"))
    stays = goes % 3 + 1
    async with db.session() as session:
        await joining.join(session, (1, 1), (2, 1))
        await joining.join(session, (3, 1), (1, 1))

        assert await joining.part(session, (stays, 1), (goes, 1))
        assert not await joining.part(session, (stays, 1), (goes, 1))

        together = [await series.series_of(session, number, 1) for number in (1, 2, 3)]
        alone = together.pop(goes - 1)
        assert together[0] == together[1] != alone
        assert alone
        assert alone.report == goes
    await keep(db, report("thu ngân sách trên địa bàn", day="2026-12-30"))
    expected = 2 if goes == 3 else 3
    assert {len(items) for items in await codes(db, "thu ngân sách trên địa bàn")} == {expected}


async def test_staff_part_an_item_from_others_of_its_name(db: Database) -> None:
    await keep(db, report("doanh thu"), report("doanh thu", day="2026-07-02"))

    async with db.session() as session:
        assert await joining.part(session, (1, 1), (2, 1))
    assert sorted(await codes(db, "doanh thu")) == [["1.1"], ["2.1"]]
    async with db.session() as session:
        await keying.index(session, 2)  # as after a correction of the report
    assert sorted(await codes(db, "doanh thu")) == [["1.1"], ["2.1"]]
    async with db.session() as session:
        assert await joining.join(session, (1, 1), (2, 1))
    assert await codes(db, "doanh thu") == [["1.1", "2.1"]]


async def test_what_staff_parted_is_not_joined_again(db: Database) -> None:
    await keep(db, report("giải ngân vốn"), report("giải ngâan vốn"))
    async with db.session() as session:
        assert await joining.part(session, (1, 1), (2, 1))
    await keep(db, report("giải ngân vốn năm 2026"), report("giải ngâan vốn", day="2026-12-30"))

    assert await codes(db, "giải ngâan vốn") == [["4.1", "2.1"]]


async def test_what_is_no_target_can_neither_be_joined_nor_parted(db: Database) -> None:
    await keep(db, report("thu ngân sách"))

    async with db.session() as session:
        assert await series.series_of(session, 1, 2) is None
        with pytest.raises(LookupError):
            await joining.join(session, (1, 1), (1, 2))


async def test_a_removed_report_leaves_its_series(db: Database) -> None:
    await keep(db, report("thu ngân sách"), report("thu ngân sách", day="2026-07-02"))
    async with db.session() as session:
        await reports.remove(session, 1)
    assert await codes(db, "thu ngân sách") == [["2.1"]]

    async with db.session() as session:
        await reports.remove(session, 2)
    assert await found(db, "thu ngân sách") == ()


async def test_a_corrected_report_waits_and_is_put_where_it_belongs(db: Database) -> None:
    await keep(db, report("thu ngân sách"), report("thu ngân sách", day="2026-07-02"))
    async with db.session() as session:
        await session.write("UPDATE target SET name = 'chi ngân sách' WHERE report_id = 2")
        assert await keying.waiting(session) == 1
        await session.write("UPDATE report SET organisation = 'UBND xã Tân An' WHERE id = 1")
        assert await keying.catch_up(session, 10) == 2
        assert await keying.waiting(session) == 0

    assert await codes(db, "thu ngân sách") == [["1.1"]]
    assert await codes(db, "chi ngân sách") == [["2.1"]]
    assert [one.organisation and one.organisation.text for one in await found(db, "thu ngân sách")] == [
        "UBND xã Tân An"
    ]


async def test_reports_of_an_older_book_are_put_into_series(db: Database, tmp_path: Path) -> None:
    await keep(db, report("thu ngân sách"), report("thu ngân sách", day="2026-07-02"))
    path = tmp_path / "older.db"
    with closing(sqlite3.connect(path)) as older:  # as it was before series came
        came = next(number for number, sql in migrations() if "CREATE TABLE series " in sql)
        for number, sql in migrations():
            if number < came:
                older.executescript(f"{sql}\nPRAGMA user_version = {number};")
        older.execute("ATTACH ? AS now", [str(db.path)])
        for table in ("report", "source", "target", "figure"):
            columns = ", ".join(row[1] for row in older.execute(f"PRAGMA main.table_info({table})"))
            older.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
        older.commit()

    database = await open_database(path)
    try:
        async with database.session() as session:
            assert await keying.waiting(session) == 2
            assert await keying.catch_up(session, 1) == 1
            assert await keying.catch_up(session, 10) == 1
        assert await codes(database, "thu ngân sách") == [["1.1", "2.1"]]
    finally:
        await database.close()


async def test_near_names_are_those_of_the_same_body_with_more_words(db: Database) -> None:
    await keep(
        db,
        report("thu ngân sách", "thu ngân sách từ đất"),
        report("tổng thu ngân sách", organisation="UBND xã Tân An"),
    )

    async with db.session() as session:
        own = await series.series_of(session, 1, 1)
        assert own
        assert [one.name.text for one in await series.near(session, own.id, limit=3)] == [
            "thu ngân sách từ đất"
        ]
        assert await series.near(session, 99, limit=3) == ()


async def test_hostile_names_are_stored_and_found(db: Database) -> None:
    names = [
        "thu " * 500,
        '"quoted" AND near*',
        "100%",
        "…",
        "a' OR 1=1 --",
        *(f"chỉ tiêu số {n}" for n in range(500)),
    ]
    await keep(db, report(*names))

    for name in names[:3]:
        assert (await codes(db, name))[0] == [f"1.{names.index(name) + 1}"]
    async with db.session() as session:
        assert len(await series.told_by(session, 1)) == len(names)


async def test_a_deleted_report_tells_nothing_until_it_is_restored(db: Database) -> None:
    await keep(db, report("thu ngân sách", day="2026-04-02"), report("thu ngân sách", day="2026-07-02"))
    async with db.session() as session:
        await reports.hide(session, 2, AT)

    assert await codes(db, "thu ngân sách") == [["1.1"]]

    async with db.session() as session:
        await reports.hide(session, 1, AT)
    assert await codes(db, "thu ngân sách") == []

    async with db.session() as session:
        await reports.show(session, 2)
        (one,) = (await series.find(session, name_key("thu ngân sách"), limit=8)).series
        assert await series.count(session, one.id) == 1
    assert await codes(db, "thu ngân sách") == [["2.1"]]


async def test_a_report_written_anew_is_in_the_series_of_its_new_names(db: Database) -> None:
    await keep(db, report("thu ngân sách", day="2026-04-02"), report("thu ngân sách xã", day="2026-07-02"))
    async with db.session() as session:
        await reports.rewrite(session, 2, report("kết nạp đảng viên", "thu ngân sách", day="2026-03-02"))
        assert not await keying.waiting(session)

    assert await codes(db, "thu ngân sách") == [["1.1", "2.2"]]
    assert await codes(db, "kết nạp đảng viên") == [["2.1"]]


async def test_what_staff_parted_stays_parted_when_the_report_is_written_anew(db: Database) -> None:
    await keep(db, report("thu ngân sách", day="2026-04-02"), report("thu ngân sách", day="2026-07-02"))
    async with db.session() as session:
        assert await joining.part(session, (1, 1), (2, 1))
        await reports.rewrite(session, 2, report("thu ngân sách", "kết nạp đảng viên", day="2026-07-02"))

    assert sorted(await codes(db, "thu ngân sách")) == [["1.1"], ["2.1"]]


@pytest.mark.parametrize(
    ("asked", "closeness"),
    [
        ("thu ngân sách trên địa bàn", Closeness.NAME),
        ("ngân sách Tân Mỹ", Closeness.WORDS),
        ("thu ngân sách huyện", Closeness.SOME),
    ],
)
async def test_a_name_is_told_by_how_near_it_is(db: Database, asked: str, closeness: Closeness) -> None:
    await keep(db, report("thu ngân sách trên địa bàn"))
    async with db.session() as session:
        answer = await series.find(session, name_key(asked), limit=8)

    assert (len(answer.series), answer.closeness) == (1, closeness)
