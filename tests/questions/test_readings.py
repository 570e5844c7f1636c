"""What questions are understood as, before anything is looked for: a table over two reports."""

import pytest

from handlers.asking import showing
from handlers.asking.asked import understand
from handlers.context import Program
from handlers.texts import Texts
from reports import read_report
from storage.db import Database
from tests.handlers.asking import NOW, Book
from tests.questions.table import readings, readings_reports

ROWS = tuple(readings())


@pytest.fixture
async def read_book(db: Database) -> Book:
    book = Book(db)
    for text in readings_reports():
        await book.keep(read_report(text))
    return book


async def understood(book: Book, question: str) -> str:
    """Tell how a question is understood, its names and topics folded."""
    async with book.db.session() as session:
        asked = await understand(book.context(session, Program("1.0", NOW)), question)
    return showing.understood(asked.readings[0], (), Texts("vi"))


async def test_questions_are_understood_as_they_are_meant(read_book: Book) -> None:
    wrong = {q: told for q, meant in ROWS if (told := await understood(read_book, q)) != meant}

    assert wrong == {}


async def test_what_a_question_was_understood_as_is_understood_again(read_book: Book) -> None:
    """Buttons ask for more by the words of the question."""
    wrong = {}
    for question, meant in ROWS:
        async with read_book.db.session() as session:
            context = read_book.context(session, Program("1.0", NOW))
            words = (await understand(context, question)).words
        if (told := await understood(read_book, words)) != meant:
            wrong[question] = (words, told)

    assert wrong == {}
