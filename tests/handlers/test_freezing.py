"""What is kept is whole, and nothing is kept that has no figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.texts import Texts
from reports.model import Task
from tests.handlers.asking import Book
from tests.storage.examples import FULL, span

TEXTS = Texts("vi")


async def test_a_list_of_several_pages_is_kept_whole(book: Book) -> None:
    tasks = tuple(Task(n, span("trồng 40 ha")) for n in range(1, 15))
    await book.keep(replace(FULL, tasks=tasks))

    kept = await book.presses("freeze tasks 1")

    assert "1.14" in kept.text.text
    assert kept.text.text.split("\n\n", 1)[1] in await book.says("/frozen BC-2026-1020-01")


@pytest.mark.parametrize(
    "action", ["freeze", "freeze help", "freeze freeze tasks 1", "freeze post", "freeze x"]
)
async def test_only_answers_with_figures_are_kept(book: Book, action: str) -> None:
    await book.keep(FULL)

    assert (await book.presses(action)).text.text == TEXTS("error.old_button")
    assert "Chưa lưu số liệu nào" in await book.says("/frozen")
