from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from reports import read_report
from storage.db import Database, open_database
from tests.handlers.asking import Book
from tests.questions.table import reports


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_database(tmp_path / "sohop.db")
    yield database
    await database.close()


@pytest.fixture
async def book(db: Database) -> Book:
    book = Book(db)
    for text in reports():
        await book.keep(read_report(text))
    return book


@pytest.fixture
async def own_book(db: Database, request: pytest.FixtureRequest) -> Book:
    """Keep the report of a test's own file, its `REPORT`."""
    book = Book(db)
    await book.keep(read_report(request.module.REPORT))
    return book
