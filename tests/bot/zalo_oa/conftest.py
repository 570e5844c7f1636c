"""The fake server on a socket."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fake_zalo_oa import FakeOa


@pytest.fixture
async def fake() -> AsyncIterator[FakeOa]:
    async with FakeOa().serve() as fake:
        yield fake


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "sohop.db"
