"""What is told again says so in the lists."""

from __future__ import annotations

from tests.handlers.asking import Book
from tests.storage.telling import report

SLOW = "Tiến độ giải ngân vốn đầu tư công còn chậm"


async def test_a_limitation_of_three_periods_is_told_with_them(book: Book) -> None:
    for quarter, month in ((1, "04"), (2, "07"), (3, "10")):
        await book.keep(report(limitations=(SLOW,), day=f"2017-{month}-02", period=f"2017-Q{quarter}"))

    assert f"3.h1 {SLOW} · nhắc lại lần 3 (Q1, Q2, Q3/2017)" in await book.says("/limits 3")
    assert f"2.h1 {SLOW} · nhắc lại lần 2 (Q1, Q2/2017)" in await book.says("/limits 2")
    assert "nhắc lại" not in await book.says("/limits 1")


async def test_two_reports_of_one_period_tell_of_it_once(book: Book) -> None:
    for _ in range(2):
        await book.keep(report(limitations=(SLOW,), tasks=(SLOW,)))

    assert "nhắc lại" not in await book.says("/limits 2")
    assert "nhắc lại" not in await book.says("/tasks 2")


async def test_of_many_periods_the_newest_are_listed(book: Book) -> None:
    for month in range(1, 10):
        await book.keep(report(tasks=(SLOW,), day=f"2026-{month:02}-20", period=None))

    answer = await book.says("/tasks 9")

    assert "nhắc lại lần 9 (…, 20/04/2026, 20/05/2026," in answer
