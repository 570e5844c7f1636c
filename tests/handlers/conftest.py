from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.db import Database, open_database
from tests.handlers.asking import Book


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_database(tmp_path / "sohop.db")
    yield database
    await database.close()


@pytest.fixture
def book(db: Database) -> Book:
    return Book(db)
