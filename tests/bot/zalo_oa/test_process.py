"""One process, one book, every platform at the same time: as `sohop run`, and with the console beside."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.console import Console, unstyled
from bot.platforms import Platform, run_together
from bot.service import Service
from bot.serving import open_service
from bot.telegram.client import build_bot
from bot.telegram.runner import TelegramRunner
from bot.web import Web
from bot.zalo.client import build_bot as build_zalo_bot
from bot.zalo.runner import ZaloRunner
from bot.zalo_oa import messages
from bot.zalo_oa.runner import HOOK, OaRunner, build_account
from handlers.chat import Role
from tests.bot.telegram.running import ADMIN as TELEGRAM_ADMIN
from tests.bot.telegram.running import QUICK as TELEGRAM_QUICK
from tests.bot.telegram.running import QUICKER as TELEGRAM_QUICKER
from tests.bot.telegram.running import STAFF as TELEGRAM_STAFF
from tests.bot.telegram.running import Process, process, without_ocr
from tests.bot.zalo.running import OFFICIAL as ZALO_OFFICIAL
from tests.bot.zalo_oa.running import LONG, OFFICIAL, QUICK, QUICKER, settings_for
from tests.bot.zalo_oa.test_flow import REPORT
from tests.fake_telegram import FakeTelegram
from tests.fake_zalo import FakeZalo
from tests.fake_zalo_oa import FakeOa, Fault
from tests.fake_zalo_oa.fake import APP_SECRET, SECRET_KEY

LATEST = "sơ kết công tác quý III"


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram().serve() as fake:
        yield fake


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    async with FakeZalo().serve() as fake:
        yield fake


def environment(fake: FakeOa, zalo: FakeZalo, **changed: str) -> dict[str, str]:
    account = {name.upper(): value for name, value in fake.settings().items()}
    return {
        **account,
        "ZALO_BOT_TOKEN": zalo.token,
        "ZALO_API_URL": zalo.url,
        "OFFICIALS": f"zalo:{ZALO_OFFICIAL},zalo_oa:{OFFICIAL}",
        "LOG_LEVEL": "DEBUG",
        "PORT": "0",
        **changed,
    }


async def started(bot: Process, fake: FakeOa) -> None:
    """Start, and find the port that the events are to be delivered to."""
    await bot.ready()
    async with asyncio.timeout(LONG):
        while not (ports := re.findall(r"listening on .*, port (\d+)", bot.words)):  # noqa: ASYNC110 a log wakes nobody
            await asyncio.sleep(0.05)
    fake.webhook = f"http://127.0.0.1:{ports[-1]}{HOOK}"


async def post(telegram: FakeTelegram) -> None:
    """Have staff post a report on Telegram."""
    lan = telegram.user("Lan", id=TELEGRAM_STAFF)
    telegram.say(lan, REPORT)
    await telegram.message_with("Xem trước", lan, 20)
    telegram.press(lan, "Lưu")
    await telegram.message_with("Đã lưu", lan, 20)


async def test_what_staff_post_on_telegram_officials_ask_for_on_both_zalos_and_a_kill_loses_nothing(
    telegram: FakeTelegram, zalo: FakeZalo, fake: FakeOa, tmp_path: Path
) -> None:
    minh, hoa = fake.user("Minh", OFFICIAL), zalo.user("Hoa", ZALO_OFFICIAL)
    async with process(telegram, tmp_path, **environment(fake, zalo)) as bot:
        await started(bot, fake)
        await post(telegram)
        asked = await fake.says(minh, "/latest")
        assert LATEST in (await fake.next_message(minh, 20)).text
        zalo.says(hoa, "/latest")
        assert LATEST in (await zalo.next_message(hoa, 20)).text
        assert await bot.end(signal.SIGKILL) == -signal.SIGKILL

        await started(bot, fake)
        assert await fake.push(asked) == 200
        await fake.says(minh, "/nhiemvu 1")
        assert "Nhiệm vụ" in (await fake.next_message(minh, 20)).text
        assert await bot.end() == 0

    assert len(fake.messages(minh)) == 2  # what came again was answered before
    assert fake.called("oauth") == 1  # the first refresh token is used up: what was kept leads on
    assert fake.violations == zalo.violations == telegram.violations == []
    for secret in (APP_SECRET, SECRET_KEY, fake.oauth.refresh, *fake.oauth.access):
        assert secret not in bot.words


async def test_without_permission_the_others_are_served_and_their_administrators_told(
    telegram: FakeTelegram, zalo: FakeZalo, fake: FakeOa, tmp_path: Path
) -> None:
    admin, hoa = telegram.user("Quản trị", id=TELEGRAM_ADMIN), zalo.user("Hoa", ZALO_OFFICIAL)
    telegram.say(admin, "/whoami")
    chosen = environment(fake, zalo, ZALO_OA_REFRESH_TOKEN="one-that-was-used-up")
    async with process(telegram, tmp_path, **chosen) as bot:
        await started(bot, fake)
        await telegram.message_with("Cần cấp quyền lại", admin, 20)
        zalo.says(hoa, "/whoami")
        await zalo.next_message(hoa, 20)
        assert await bot.end() == 0

    assert "sohop zalo-oa link" in bot.words
    assert "one-that-was-used-up" not in bot.words
    assert "Traceback" not in bot.words


@asynccontextmanager
async def everything(
    telegram: FakeTelegram, zalo: FakeZalo, fake: FakeOa, book: Path
) -> AsyncIterator[Service]:
    """Run every platform in the loop of the test."""
    settings = settings_for(
        fake,
        book,
        telegram_token=telegram.token,
        telegram_api_url=telegram.url,
        zalo_bot_token=zalo.token,
        zalo_api_url=zalo.url,
        admins=frozenset({f"telegram:{TELEGRAM_ADMIN}"}),
        staff=frozenset({f"telegram:{TELEGRAM_STAFF}"}),
        officials=frozenset({f"zalo:{ZALO_OFFICIAL}", f"zalo_oa:{OFFICIAL}"}),
    )
    async with open_service(settings) as service:
        opener = without_ocr()
        bot = build_bot(settings, None, TELEGRAM_QUICK, TELEGRAM_QUICKER)
        tokens, account = build_account(service, QUICK)
        platforms: list[Platform] = [
            TelegramRunner(service, bot, opener, TELEGRAM_QUICK),
            ZaloRunner(service, build_zalo_bot(settings), opener, limits=QUICKER),
            OaRunner(service, tokens, account, opener, QUICK, limits=QUICKER),
        ]
        web, stop = Web(service, platforms), asyncio.Event()
        task = asyncio.create_task(run_together([web, *platforms], stop, service))
        try:
            async with asyncio.timeout(LONG):
                while not web.port and not task.done():  # noqa: ASYNC110 a socket wakes nobody
                    await asyncio.sleep(0.01)
            fake.webhook = f"http://127.0.0.1:{web.port}{HOOK}"
            yield service
        finally:
            stop.set()
            await asyncio.wait_for(task, LONG)


async def test_all_platforms_and_the_console_share_one_book_in_one_process(
    telegram: FakeTelegram, zalo: FakeZalo, fake: FakeOa, book: Path
) -> None:
    minh, hoa = fake.user("Minh", OFFICIAL), zalo.user("Hoa", ZALO_OFFICIAL)
    async with everything(telegram, zalo, fake, book) as service:
        await post(telegram)
        console = Console(service, Role.OFFICIAL, exports=book.parent / "exports")
        zalo.says(hoa, "/latest")
        _, told, on_zalo, on_account = await asyncio.gather(
            fake.says(minh, "/latest"),
            console.answer("/latest"),
            zalo.next_message(hoa),
            fake.next_message(minh),
        )

    assert all(LATEST in text for text in (unstyled(told[0]), on_zalo.text, on_account.text))


async def test_of_what_comes_and_goes_administrators_elsewhere_are_told_once_a_day(
    telegram: FakeTelegram, zalo: FakeZalo, fake: FakeOa, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "AFTER_QUOTA", timedelta(seconds=0.1))
    admin, minh = telegram.user("Quản trị", id=TELEGRAM_ADMIN), fake.user("Minh", OFFICIAL)
    telegram.say(admin, "/whoami")
    async with everything(telegram, zalo, fake, book):
        await telegram.message_with("Mã của anh/chị", admin, LONG)
        for _ in range(3):
            fake.fail_next("message/cs", Fault.QUOTA)
            await fake.says(minh, "/whoami")
            await fake.next_message(minh)
        await telegram.message_with("hết hạn mức tin", admin, LONG)
        await telegram.drained(LONG)

    assert sum("hết hạn mức tin" in message.text for message in telegram.messages(admin)) == 1
