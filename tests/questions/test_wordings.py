"""How people word one question in many ways: in chat, by region, politely, in half sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers.chat import Sender
from tests.handlers.asking import Book
from tests.questions.table import FOLDER, Expected, answered

LEAST = 0.955
"""How many of the wordings have to be answered with what their question is."""
NOT_THERE = "Không có trong các báo cáo đã lưu"


def wordings() -> Iterator[tuple[str, Expected]]:
    """Read the wordings, each with what the answer to its question says."""
    expected = {one.question: one for one in answered()}
    meant: Expected | None = None
    for line in (FOLDER / "wordings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            meant = expected[line.removeprefix("== ")]
        elif line and not line.startswith("#") and meant:
            yield line, meant


async def test_other_wordings_of_a_question_have_its_answer(book: Book) -> None:
    rows = list(wordings())
    wrong = []
    for number, (said, meant) in enumerate(rows):
        asker = replace(book, sender=Sender("telegram", f"asker-{number}", "Lan"))
        answer = await asker.says(said)
        if NOT_THERE in answer or any(word not in answer for word in meant.words):
            wrong.append(f"{said} ({meant.question}): {answer.splitlines()[:2]}")

    assert len(wrong) <= len(rows) * (1 - LEAST), "\n".join(wrong)
