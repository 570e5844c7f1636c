"""What is asked of the search, and how much of the answer fits."""

from __future__ import annotations

import pytest

from handlers.search import ACTION_AT_MOST, MOST_WORDS
from reports.model import Report
from tests.handlers.asking import Book, actions


async def keep_many(book: Book, words: str, count: int) -> None:
    for number in range(count):
        await book.keep(Report(source=f"{words} lần {number}"))


async def test_hits_come_in_pages(book: Book) -> None:
    await keep_many(book, "nạo vét kênh", 5)

    first, second = await book.reply("nao vet"), await book.presses("find nao vet 2")

    assert "Trang 1/2" in first.text.text
    assert actions(first) == ["report 5", "report 4", "report 3", "report 2", "find nao vet 2"]
    assert "Trang 2/2" in second.text.text
    assert actions(second) == ["report 1", "find nao vet 1"]
    assert second.replaces


async def test_words_too_long_for_a_button_have_no_pages(book: Book) -> None:
    words = "nghiêng " * 8
    await keep_many(book, words, 5)

    reply = await book.reply(words)

    assert "Trang 1/2" in reply.text.text
    assert actions(reply) == ["report 5", "report 4", "report 3", "report 2"]
    assert all(len(action.encode()) <= ACTION_AT_MOST for action in actions(reply))


@pytest.mark.parametrize(
    "action", ["find", "find x", "find nao vet", "find nao vet -1", "find nao vet 999999999"]
)
async def test_a_page_button_is_checked_like_anything_that_comes_in(action: str, book: Book) -> None:
    await keep_many(book, "nạo vét", 1)

    assert (await book.presses(action)).text.text


async def test_many_hits_are_counted_no_further(book: Book) -> None:
    await keep_many(book, "nạo vét", 1002)

    assert (await book.says("nạo vét")).startswith("Tìm “nạo vét”: hơn 1.000 báo cáo")


async def test_questions_have_a_length(book: Book) -> None:
    await keep_many(book, "nạo vét", 1)

    assert (await book.says("nạo vét " * (MOST_WORDS // 2))).startswith("Tìm “nạo vét")
    assert (await book.says("nạo vét " * MOST_WORDS)).startswith("Câu này dài quá để tìm.")


@pytest.mark.parametrize(
    "asked", ['"nạo vét"', "nạo* vét", "nạo AND vét", "NEAR(nạo vét)", "nạo - vét", "(nạo", "^nạo"]
)
async def test_signs_of_a_query_language_are_only_signs(asked: str, book: Book) -> None:
    await keep_many(book, "nạo vét and near", 1)

    assert (await book.says(asked)).startswith("Tìm “")
