"""Sample reports come into an empty book, and go again."""

from __future__ import annotations

import pytest

from handlers.chat import Place
from storage import reports
from tests.handlers.asking import Book
from tests.storage.examples import FULL


@pytest.fixture
def console(book: Book) -> Book:
    book.place = Place("console", "local")
    return book


async def numbers(book: Book) -> list[int]:
    async with book.db.session() as session:
        return [line.id for line in await reports.page(session, limit=9)]


async def test_samples_come_once_are_recorded_and_go_without_a_trace(console: Book) -> None:
    assert (await console.says("/demo")).startswith("Đã nạp 3 báo cáo mẫu.")
    assert (await console.says("/demo")).startswith("Các báo cáo mẫu đã có trong sổ.")
    assert len(await numbers(console)) == 3

    gone = await console.presses("undemo")

    assert gone.text.text == "Đã gỡ các báo cáo mẫu (3)."
    assert await numbers(console) == []
    async with console.db.session() as session:
        rows = await session.rows("SELECT action, count(*) AS n FROM audit GROUP BY action ORDER BY action")
        assert [tuple(row) for row in rows] == [("load sample", 3), ("remove sample", 3)]


async def test_a_book_with_real_reports_takes_no_samples(console: Book) -> None:
    real = await console.keep(FULL)

    assert (await console.says("/demo")).startswith("Sổ đã có báo cáo thật")
    assert await numbers(console) == [real]


async def test_samples_go_and_real_reports_stay(console: Book) -> None:
    await console.says("/demo")
    real = await console.keep(FULL)
    await console.presses("undemo")

    assert await numbers(console) == [real]
