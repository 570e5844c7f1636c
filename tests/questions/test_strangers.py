"""Questions of somebody who knew nothing of the program, over reports that nobody had tuned on."""

from datetime import datetime, timedelta, timezone

import pytest

from handlers.chat import Sender
from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book
from tests.questions.table import Strange, strangers, strangers_reports

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=timezone(timedelta(hours=7)))
LEAST_RIGHT = 86
"""Of a hundred; 65 were before anybody looked."""


@pytest.fixture
async def strange_book(db: Database) -> Book:
    book = Book(db, now=NOW)
    for text in strangers_reports():
        await book.keep(read_report(text))
    return book


async def test_most_questions_of_strangers_are_answered(strange_book: Book) -> None:
    asked = list(strangers())

    wrong = [one.questions for one in asked if not one.is_right(await last_answer(strange_book, one))]

    assert len(asked) == 100
    assert len(asked) - len(wrong) >= LEAST_RIGHT, wrong


async def test_what_strangers_ask_in_vain_is_refused(strange_book: Book) -> None:
    in_vain = [one for one in strangers() if not one.groups]

    wrong = [one.questions for one in in_vain if not one.is_right(await last_answer(strange_book, one))]

    assert len(in_vain) == 15
    assert wrong == []


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
