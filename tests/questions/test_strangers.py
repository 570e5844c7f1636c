"""Questions of somebody who knew nothing of the program, over reports that nobody had tuned on."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import pytest

from handlers.chat import Sender
from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book
from tests.questions.table import Strange, strangers, strangers_reports

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=timezone(timedelta(hours=7)))


@dataclass(frozen=True, slots=True)
class Set:
    """A set: how many questions there are, and are right at least; how many in vain, and refused at least.

    `of` names the reports that are asked, where they are another set's.
    """

    name: str
    count: int
    right: int
    in_vain: int
    refused: int
    of: str = ""


SETS = [
    Set("strangers", 100, 90, 15, 15),
    Set("strangers-b", 80, 62, 12, 11),
    Set("strangers-c", 80, 71, 12, 12),
    Set("strangers-d", 80, 68, 12, 12),
    Set("strangers-e", 80, 67, 12, 11),
    Set("strangers-f", 80, 62, 12, 12, of="strangers-d"),
    Set("strangers-g", 80, 68, 12, 11),
    Set("strangers-h", 80, 62, 12, 12),
    Set("strangers-i", 80, 61, 12, 12, of="strangers-e"),
    Set("strangers-j", 80, 60, 12, 11, of="strangers-g"),
    Set("strangers-k", 80, 63, 12, 10),
    Set("strangers-l", 80, 57, 12, 11),
    Set("strangers-m", 80, 50, 12, 10),
    Set("strangers-n", 80, 56, 12, 10),
    Set("strangers-o", 80, 70, 12, 12),
    Set("strangers-p", 80, 69, 12, 12),
    Set("strangers-q", 80, 56, 12, 11),
]
"""Right before anybody looked were 65, 39, 44, 52, 48, 48, 49, 49, 52, 50, 54, 53, 47, 49, 55, 59 and 57."""


@pytest.fixture
async def strange_book(db: Database) -> Book:
    return await book_of(db, "strangers")


async def book_of(db: Database, name: str) -> Book:
    """Keep the reports of a set."""
    book = Book(db, now=NOW)
    for text in strangers_reports(name):
        await book.keep(read_report(text))
    return book


@pytest.mark.parametrize("given", SETS, ids=lambda given: given.name)
async def test_most_questions_of_strangers_are_answered(db: Database, given: Set) -> None:
    book = await book_of(db, given.of or given.name)
    asked = list(strangers(given.name))
    vain = [one for one in asked if not one.groups]

    wrong = [one for one in asked if not one.is_right(await last_answer(book, one))]

    assert len(asked) == given.count
    assert len(asked) - len(wrong) >= given.right, [one.questions for one in wrong]
    assert len(vain) == given.in_vain
    assert len([one for one in vain if one not in wrong]) >= given.refused


async def last_answer(book: Book, asked: Strange) -> str:
    book.sender = Sender("telegram", asked.questions[0], "Minh")
    answers = [await book.says(question) for question in asked.questions]
    return answers[-1]


@pytest.mark.parametrize(
    "question",
    [
        "báo cáo 9 có bao nhiêu vụ sự cố y khoa",
        "số vụ sự cố y khoa báo cáo 1",
        "họp ngày 2/7 có mấy vụ sự cố y khoa",
        "cuộc họp mới nhất quỹ khuyến học bao nhiêu",
        "việc thường xuyên về sửa máy CT",
    ],
)
async def test_what_another_report_or_another_task_says_does_not_answer(
    strange_book: Book, question: str
) -> None:
    assert (await strange_book.says(question)).startswith("Không có trong các báo cáo đã lưu")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("anh Tùng được giao việc gì", "Kim Thanh Tùng, Phó Bí thư"),
        ("nhiem vu cua ong Khanh ky thuat", "Viên Đình Khánh"),
        ("ai theo doi du an dien gio", "Bùi Công Sáng"),
    ],
)
async def test_whoever_was_answered_of_is_asked_of_further(
    strange_book: Book, question: str, name: str
) -> None:
    await strange_book.says(question)
    answer = await strange_book.says("người đó là ai")

    assert name in answer
    assert "1 lượt người" in answer


async def test_what_the_named_report_says_answers(strange_book: Book) -> None:
    assert "02 sự cố y khoa" in await strange_book.says("báo cáo 6 có bao nhiêu vụ sự cố y khoa")
    assert "sửa máy CT" in await strange_book.says("ai lo sua may CT o hop ngay 17/11")
