"""The fake server on a socket."""

from collections.abc import AsyncIterator

import pytest

from tests.fake_zalo import FakeZalo


@pytest.fixture
async def fake() -> AsyncIterator[FakeZalo]:
    async with FakeZalo().serve() as fake:
        yield fake
