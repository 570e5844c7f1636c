"""What runs together, and when it ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.platforms import build_runners, run_together
from bot.running import PollingError
from bot.serving import open_service
from tests.bot.web import HOOKED, settings_for
from tests.fake_telegram import FakeTelegram
from tests.fake_zalo import FakeZalo

ANOTHER = {"zalo_bot_token": "1459000000000000001:another-one", "telegram_token": "987654321:AAE-abc_defghi"}


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram().serve() as fake:
        yield fake


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    async with FakeZalo().serve() as fake:
        yield fake


async def word_of(telegram: FakeTelegram, zalo: FakeZalo, book: Path, **changed: Any) -> str:
    """Run what the settings ask for until it ends by itself; gives its word."""
    settings = settings_for(telegram, zalo, book, ocr="off", **changed)
    async with open_service(settings) as service:
        with pytest.raises(PollingError) as ended:
            async with asyncio.timeout(20):
                await run_together(await build_runners(service), asyncio.Event(), service)
    return str(ended.value)


@pytest.mark.parametrize("more", [{}, HOOKED], ids=["polled", "behind webhooks"])
async def test_with_nobody_left_it_ends_with_the_word_of_each(
    telegram: FakeTelegram, zalo: FakeZalo, tmp_path: Path, more: dict[str, str]
) -> None:
    words = (await word_of(telegram, zalo, tmp_path / "sohop.db", **ANOTHER, **more)).splitlines()

    assert sorted(word.partition(":")[0] for word in words) == ["TELEGRAM_TOKEN", "ZALO_BOT_TOKEN"]


async def test_alone_a_platform_ends_it_with_its_word(
    telegram: FakeTelegram, zalo: FakeZalo, tmp_path: Path
) -> None:
    alone = {"telegram_token": None, "zalo_bot_token": ANOTHER["zalo_bot_token"]}

    word = await word_of(telegram, zalo, tmp_path / "sohop.db", **alone)

    assert word.startswith("ZALO_BOT_TOKEN: Zalo không nhận mã này.")


async def test_a_port_that_is_taken_ends_all(telegram: FakeTelegram, zalo: FakeZalo, tmp_path: Path) -> None:
    taken = await asyncio.start_server(lambda _, __: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]

    word = await word_of(telegram, zalo, tmp_path / "sohop.db", port=port)

    taken.close()
    assert word.startswith(f"PORT: không mở được cổng {port}")
