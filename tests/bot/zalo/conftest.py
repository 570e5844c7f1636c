"""The fake server on a socket."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fake_zalo import FakeZalo


@pytest.fixture
async def fake() -> AsyncIterator[FakeZalo]:
    async with FakeZalo().serve() as fake:
        yield fake


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "sohop.db"
