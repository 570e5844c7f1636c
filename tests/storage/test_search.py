from datetime import date

import pytest

from storage import reports, search
from storage.db import Database
from storage.search import Closeness
from tests.storage.examples import AT, short

TEXTS = (
    ("Đường giao thông nông thôn được bê tông hóa", date(2026, 1, 5)),
    ("Giao Công an xã giữ trật tự; mở rộng đường thôn", date(2026, 2, 5)),
    ("Thu ngân sách đạt 65,5% dự toán", date(2026, 3, 5)),
)


@pytest.fixture
async def book(db: Database) -> Database:
    async with db.session() as session:
        for text, day in TEXTS:
            await reports.add(session, short(text, day), posted_by="t:1", at=AT)
    return db


@pytest.mark.parametrize(
    ("query", "closeness", "found"),
    [
        ("ngan sach", Closeness.PHRASE, [3]),
        ("NGÂN SÁCH", Closeness.PHRASE, [3]),
        ("duong", Closeness.PHRASE, [2, 1]),
        ("đường", Closeness.PHRASE, [2, 1]),
        ("65,5%", Closeness.PHRASE, [3]),
        ("duong nong thon", Closeness.NEAR, [1]),
        ("giao thon", Closeness.NEAR, [2, 1]),
        ("bê tông tông", Closeness.NEAR, [1]),
        ("thủy lợi", Closeness.ALL, []),
        ("", Closeness.ALL, []),
        ('" OR 1 NEAR( *', Closeness.ALL, []),
    ],
)
async def test_words_are_found_without_accents(
    book: Database, query: str, closeness: Closeness, found: list[int]
) -> None:
    async with book.session() as session:
        hits = await search.find(session, query, limit=9)

    assert [hit.line.id for hit in hits.page] == found
    assert hits.total == len(found)
    assert hits.closest == closeness


async def test_words_that_stand_in_any_source_are_told_apart(book: Database) -> None:
    async with book.session() as session:
        assert await search.known(session, ["thon", "xyz", "duong", "duo"]) == ["thon", "duong"]
        assert await search.known(session, []) == []


async def test_a_hit_brings_its_source(book: Database) -> None:
    async with book.session() as session:
        hits = await search.find(session, "trat tu", limit=1)

    assert [hit.source for hit in hits.page] == [TEXTS[1][0]]


async def test_words_far_apart_are_found_when_nothing_is_closer(db: Database) -> None:
    async with db.session() as session:
        await reports.add(session, short("kinh tế " + "và " * 30 + "văn hóa"), posted_by="t:1", at=AT)
        hits = await search.find(session, "kinh văn", limit=1)

    assert (hits.total, hits.closest) == (1, Closeness.ALL)


async def test_pages_follow_each_other_newest_first(book: Database) -> None:
    async with book.session() as session:
        first = await search.find(session, "duong", limit=1)
        second = await search.find(session, "duong", limit=1, offset=1)

    assert [hit.line.id for hit in (*first.page, *second.page)] == [2, 1]
    assert first.total == second.total == 2


async def test_counting_stops_at_a_thousand(db: Database) -> None:
    async with db.session() as session:
        await session.write_many(
            "INSERT INTO report_words (rowid, body) VALUES (?, 'hop')", [(n,) for n in range(1, 1200)]
        )
        hits = await search.find(session, "họp", limit=1)

    assert hits.total == search.COUNTED_AT_MOST + 1


async def test_a_page_behind_the_last_is_empty(book: Database) -> None:
    async with book.session() as session:
        hits = await search.find(session, "duong", limit=1, offset=2)

    assert (hits.total, hits.page) == (2, ())


async def test_a_phrase_longer_than_what_counts_as_near_is_found(db: Database) -> None:
    phrase = " ".join(f"lời{number}" for number in range(2 * search.NEAR))
    async with db.session() as session:
        await reports.add(session, short(f"Nghe {phrase} rồi."), posted_by="t:1", at=AT)
        hits = await search.find(session, phrase, limit=1)

    assert (hits.total, hits.closest) == (1, Closeness.PHRASE)


async def test_the_closest_come_first_then_the_newest(db: Database) -> None:
    far = "sạch " + "và " * 30 + "nước"  # others are closer
    texts = ("Nước sạch nông thôn", "Nước máy và nước sạch", "Nước chưa sạch", far, "Nước không thật sạch")
    async with db.session() as session:
        for day, text in enumerate(texts, 1):
            await reports.add(session, short(text, date(2026, 1, day)), posted_by="t:1", at=AT)
        whole = await search.find(session, "nước sạch", limit=9)
        pages = [await search.find(session, "nước sạch", limit=2, offset=at) for at in (0, 2)]

    ranked = [(hit.line.id, hit.closeness) for hit in whole.page]
    assert ranked == [
        (2, Closeness.PHRASE),
        (1, Closeness.PHRASE),
        (5, Closeness.NEAR),
        (3, Closeness.NEAR),
    ]
    assert [(hit.line.id, hit.closeness) for page in pages for hit in page.page] == ranked
    assert {page.total for page in pages} == {whole.total} == {4}


async def test_reports_are_found_that_hold_all_of_some_words(book: Database) -> None:
    async with book.session() as session:
        numbers = await search.holding(session, ["duong"])
        none = await search.holding(session, ["duong", "khongco"])
        loaded = await search.with_sources(session, numbers)

    assert numbers == [2, 1]
    assert none == []
    assert [line.id for line, _ in loaded] == numbers


FAR = " và" * 30
OLD_AND_NEW = (
    "Giao thông nông thôn mới",
    f"Nông thôn mới{FAR} giao thông",
    f"Giao thông, nông thôn{FAR} mới",
    f"Thôn mới giao thông{FAR} nông",
    f"Nông{FAR} thôn{FAR} giao{FAR} thông{FAR} mới{FAR} kênh",
)


@pytest.mark.parametrize(
    ("query", "closeness", "found"),
    [
        ("giao thông nông thôn mới", Closeness.PHRASE, [1]),  # the newest have no such two words side by side
        ("thôn nông thông giao mới", Closeness.NEAR, [1]),
        ("thông nông thôn", Closeness.PHRASE, [3, 1]),
        ("nông thôn thông", Closeness.NEAR, [3, 1]),
        ("mới giao thông", Closeness.PHRASE, [4]),
        ("thôn mới", Closeness.PHRASE, [4, 2, 1]),
        ("giao thông kênh", Closeness.ALL, [5]),
        ("giao thông lúa", Closeness.ALL, []),
    ],
)
async def test_what_the_newest_reports_lack_is_found_in_older_ones(
    db: Database, monkeypatch: pytest.MonkeyPatch, query: str, closeness: Closeness, found: list[int]
) -> None:
    async with db.session() as session:
        for day, text in enumerate(OLD_AND_NEW, 1):
            await reports.add(session, short(text, date(2026, 1, day)), posted_by="t:1", at=AT)
    same = set()
    for newest in range(len(OLD_AND_NEW) + 1):
        monkeypatch.setattr(search, "NEWEST", newest)
        async with db.session() as session:
            hits = await search.find(session, query, limit=9)
        same.add((hits.total, *((hit.line.id, hit.closeness) for hit in hits.page)))
        closest = [hit.line.id for hit in hits.page if hit.closeness is closeness]

        assert (closest, hits.closest) == (found, closeness)
    assert len(same) == 1
