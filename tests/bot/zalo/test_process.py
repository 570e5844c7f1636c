"""`sohop run` as people start it, with both tokens: one process, one book."""

from __future__ import annotations

import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.telegram.running import STAFF as TELEGRAM_STAFF
from tests.bot.telegram.running import Process, process
from tests.bot.zalo.running import OFFICIAL
from tests.dialogs.stage import text_named
from tests.fake_telegram import FakeTelegram
from tests.fake_zalo import FakeZalo
from tests.fake_zalo.fake import TOKEN

REPORT = text_named("1-thi-uy-quy-iii")


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram().serve() as fake:
        yield fake


def settings(zalo: FakeZalo) -> dict[str, str]:
    return {
        "ZALO_BOT_TOKEN": zalo.token,
        "ZALO_API_URL": zalo.url,
        "OFFICIALS": f"zalo:{OFFICIAL}",
        "LOG_LEVEL": "DEBUG",
    }


async def started(bot: Process, zalo: FakeZalo) -> None:
    polls = zalo.called("getUpdates")
    await bot.ready()
    await zalo.wait_for(lambda: zalo.called("getUpdates") > polls, "the first poll of Zalo", 20)


async def test_staff_post_on_telegram_an_official_asks_on_zalo_and_a_kill_loses_nothing(
    telegram: FakeTelegram, fake: FakeZalo, tmp_path: Path
) -> None:
    lan, minh = telegram.user("Lan", id=TELEGRAM_STAFF), fake.user("Minh", OFFICIAL)
    async with process(telegram, tmp_path, **settings(fake)) as bot:
        await started(bot, fake)
        telegram.say(lan, REPORT)
        await telegram.message_with("Xem trước", lan, 20)
        telegram.press(lan, "Lưu")
        await telegram.message_with("Đã lưu", lan, 20)
        asked = fake.says(minh, "/latest")
        latest = (await fake.next_message(minh, 20)).text
        assert await bot.end(signal.SIGKILL) == -signal.SIGKILL

        fake.again(asked)
        await started(bot, fake)
        fake.says(minh, "/nhiemvu 1")
        tasks = (await fake.next_message(minh, 20)).text
        assert await bot.end() == 0

    assert "sơ kết công tác quý III" in latest
    assert "Nhiệm vụ" in tasks
    assert len(fake.texts(minh)) == 2  # what came again was answered before
    assert TOKEN.partition(":")[2] not in bot.words
    assert fake.violations == []


async def test_a_wrong_token_of_zalo_ends_the_whole_with_a_sentence(
    telegram: FakeTelegram, fake: FakeZalo, tmp_path: Path
) -> None:
    chosen = settings(fake) | {"ZALO_BOT_TOKEN": "1459000000000000001:no-such-token"}
    async with process(telegram, tmp_path, **chosen) as bot:
        await bot.start()

        assert await bot.ended() == 1

    assert "sohop: ZALO_BOT_TOKEN: Zalo không nhận mã này." in bot.words
    assert "no-such-token" not in bot.words
