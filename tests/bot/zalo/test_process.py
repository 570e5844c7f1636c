"""`sohop run` as people start it, with both tokens: one process, one book."""

from __future__ import annotations

import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.telegram.running import ADMIN as TELEGRAM_ADMIN
from tests.bot.telegram.running import STAFF as TELEGRAM_STAFF
from tests.bot.telegram.running import Process, process
from tests.bot.zalo.running import ADMIN, OFFICIAL
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


def take_back(telegram: FakeTelegram) -> None:
    """Give the bot another token, and end the poll that is open under the old one."""
    telegram.server.token = "123456789:another-token"
    telegram.say(telegram.user("Lan", id=TELEGRAM_STAFF), "còn ai không")


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


async def test_a_wrong_token_of_zalo_leaves_telegram_served_and_the_admin_told(
    telegram: FakeTelegram, fake: FakeZalo, tmp_path: Path
) -> None:
    admin, lan = telegram.user("Quản trị", id=TELEGRAM_ADMIN), telegram.user("Lan", id=TELEGRAM_STAFF)
    telegram.say(admin, "/whoami")
    chosen = settings(fake) | {"ZALO_BOT_TOKEN": "1459000000000000001:no-such-token"}
    async with process(telegram, tmp_path, **chosen) as bot:
        await bot.ready()
        await telegram.message_with("Bot đã dừng trên Zalo: Zalo không nhận ZALO_BOT_TOKEN.", admin, 20)
        telegram.say(lan, "/whoami")
        await telegram.message_with("Mã của anh/chị", lan, 20)

        take_back(telegram)
        assert await bot.ended() == 1  # nobody is served any more

    assert "sohop: ZALO_BOT_TOKEN: Zalo không nhận mã này." in bot.words
    assert "sohop: TELEGRAM_TOKEN: Telegram không nhận mã này." in bot.words
    assert "no-such-token" not in bot.words
    assert "Traceback" not in bot.words


async def test_a_token_of_telegram_that_is_taken_back_leaves_zalo_served_and_the_admin_told(
    telegram: FakeTelegram, fake: FakeZalo, tmp_path: Path
) -> None:
    admin, minh = fake.user("Quản trị", ADMIN), fake.user("Minh", OFFICIAL)
    chosen = settings(fake) | {"ADMINS": f"zalo:{ADMIN}"}
    async with process(telegram, tmp_path, **chosen) as bot:
        await started(bot, fake)
        fake.says(admin, "/whoami")
        await fake.next_message(admin, 20)
        take_back(telegram)
        told = (await fake.next_message(admin, 20)).text
        fake.says(minh, "/whoami")
        await fake.next_message(minh, 20)
        assert await bot.end() == 0

    assert told.startswith("Bot đã dừng trên Telegram: Telegram không nhận TELEGRAM_TOKEN. Ở đây bot vẫn")
    assert "TELEGRAM_TOKEN: Telegram không nhận mã này." in bot.words
    assert "Traceback" not in bot.words
