"""The fake server, the people in its chats, and the book."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bot.telegram.running import (
    ADMIN,
    COLLEAGUE,
    OFFICIAL,
    OTHERS,
    STAFF,
    STRANGER,
    Running,
    running,
)
from tests.fake_telegram import FakeTelegram, User


@dataclass
class Office:
    """Who writes to the bot. All but the stranger stand in the settings."""

    admin: User
    staff: User
    colleague: User
    official: User
    stranger: User
    others: list[User]


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    """Telegram, on a real socket."""
    async with FakeTelegram().serve() as fake:
        yield fake


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "sohop.db"


@pytest.fixture
def office(fake: FakeTelegram) -> Office:
    """The people."""
    return Office(
        admin=fake.user("Quản trị", id=ADMIN),
        staff=fake.user("Văn phòng", id=STAFF),
        colleague=fake.user("Văn thư", id=COLLEAGUE),
        official=fake.user("Lãnh đạo", id=OFFICIAL),
        stranger=fake.user("Người lạ", id=STRANGER),
        others=[fake.user(f"Cán bộ {number}", id=number) for number in OTHERS],
    )


@pytest.fixture
async def bot(fake: FakeTelegram, book: Path, office: Office) -> AsyncIterator[Running]:
    """A bot that polls."""
    async with running(fake, book) as bot:
        yield bot
