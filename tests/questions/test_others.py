"""Questions over reports of other offices, each in four spellings; what must stand in an answer."""

from collections import Counter

import pytest

from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book
from tests.questions.spellings import spellings
from tests.questions.table import others, others_reports
from tests.questions.test_questions import says_alone

LEAST_RIGHT = {"accents": 1.0, "none": 0.9, "typos": 0.8, "short": 0.9}


@pytest.fixture
async def others_book(db: Database) -> Book:
    book = Book(db)
    for text in others_reports():
        await book.keep(read_report(text))
    return book


async def test_questions_over_other_reports_are_answered_too(others_book: Book) -> None:
    asked, right, wrong = Counter[str](), Counter[str](), []
    for told in others():
        for spelling, question in spellings(told.question).items():
            asked[spelling] += 1
            misses = told.misses(await says_alone(others_book, question))
            right[spelling] += not misses
            wrong += [f"{spelling}: {question}: {'; '.join(misses)}"] if misses else []

    assert asked["accents"] >= 45
    assert {s for s, least in LEAST_RIGHT.items() if right[s] / asked[s] < least} == set(), "\n".join(wrong)
