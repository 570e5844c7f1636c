"""`sohop run` as a process: its start, its stop, its words, and what its log must not hold."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import LONG, calls_of, process, texts
from tests.fake_telegram import FakeTelegram, Proxy


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_becomes_ready_and_stops_when_told(
    fake: FakeTelegram, tmp_path: Path, number: signal.Signals
) -> None:
    async with process(fake, tmp_path) as bot:
        await bot.ready()
        assert await bot.end(number) == 0

        assert "ready as @sohop_bot" in bot.words
        assert "stopped" in bot.words
        assert "Traceback" not in bot.words


async def test_a_stop_finishes_what_is_in_hand(fake: FakeTelegram, tmp_path: Path, office: Office) -> None:
    async with process(fake, tmp_path) as bot:
        await bot.ready()
        fake.faults.delay(1.5, method="sendMessage", times=None)
        for person in office.others[:5]:
            fake.say(person, "/whoami")
        async with asyncio.timeout(LONG):
            while len(calls_of(fake, "sendMessage")) < 5:  # noqa: ASYNC110 they are answered too late to wake
                await asyncio.sleep(0.05)
        assert fake.sent == []
        assert await bot.end() == 0

    assert [len(fake.messages(person)) for person in office.others[:5]] == [1] * 5


async def test_a_stop_does_not_wait_for_what_does_not_get_through(
    fake: FakeTelegram, tmp_path: Path, office: Office
) -> None:
    async with process(fake, tmp_path) as bot:
        await bot.ready()
        fake.faults.too_many_requests(300, method="sendMessage")
        fake.say(office.official, "/whoami")
        fake.say(office.official, "/help")
        await fake.next_call("sendMessage", LONG)
        async with asyncio.timeout(5):
            assert await bot.end() == 0

    assert texts(fake, office.official) == []


async def test_a_stop_while_telegram_is_out_of_reach(fake: FakeTelegram, tmp_path: Path) -> None:
    async with process(fake, tmp_path, TELEGRAM_API_URL="http://127.0.0.1:9") as bot:
        await bot.start()
        async with asyncio.timeout(LONG):
            while "cannot be reached yet" not in bot.words:  # noqa: ASYNC110 a log wakes nobody
                await asyncio.sleep(0.05)
        assert await bot.end() == 0

        assert "Traceback" not in bot.words


async def test_a_second_process_on_the_same_book_ends_at_once(fake: FakeTelegram, tmp_path: Path) -> None:
    async with process(fake, tmp_path) as first:
        await first.ready()
        (tmp_path / "second").mkdir()
        book = str(tmp_path / "sohop.db")
        async with process(fake, tmp_path / "second", DATABASE_PATH=book) as second:
            await second.start()
            assert await second.ended() == 1
            assert second.words == (
                f"sohop: DATABASE_PATH: một tiến trình khác đang chạy với {book}. "
                "Tắt tiến trình kia, hoặc đặt đường dẫn khác.\n"
            )
        assert await first.end() == 0


async def test_a_wrong_token_ends_it_with_one_sentence(fake: FakeTelegram, tmp_path: Path) -> None:
    async with process(fake, tmp_path, TELEGRAM_TOKEN="987654321:AAE-abc_defghi") as bot:
        await bot.start()

        assert await bot.ended() == 1
        assert bot.words.startswith("sohop: TELEGRAM_TOKEN: Telegram không nhận mã này.")


@pytest.mark.parametrize("form", ["text", "json"])
async def test_no_secret_is_logged(fake: FakeTelegram, tmp_path: Path, office: Office, form: str) -> None:
    """At DEBUG, with everything that goes wrong; httpx would write the token at INFO."""
    secret = fake.token.partition(":")[2]
    async with Proxy().serve() as proxy:
        settings = {
            "LOG_LEVEL": "DEBUG",
            "LOG_FORMAT": form,
            "PROXY_URL": f"http://someone:p4ssw0rd@127.0.0.1:{proxy.port}",
        }
        for how, method in (("reset", "sendMessage"), ("garbage", "getUpdates")):
            fake.faults.connection(how, method=method)
        async with process(fake, tmp_path, **settings) as bot:
            await bot.start()
            fake.say(office.official, "/whoami")
            await fake.next_message(office.official, LONG)
            fake.server.token = "123456789:another-token"
            fake.say(office.official, "/help")  # ends the poll that is held; the next one is refused
            assert await bot.ended() == 1

            assert "DEBUG" in bot.words
            assert secret not in bot.words
            assert "p4ssw0rd" not in bot.words
