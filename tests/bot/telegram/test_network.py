"""Connections (reference/telegram.md 0.3, 2.1, 2.4): stalled proxies heal, silence ends the process.

| trap | test |
| --- | --- |
| a stalled handshake leaks a connection for ever | test_a_proxy_that_stalled_heals |
| idle connections are closed after 5 s | test_an_idle_connection_is_kept |
| no poll succeeds, and nobody notices | test_silence_ends_with_a_clear_word, test_errors_without_end_… |
| two instances fight for ever | test_a_second_instance_gives_way |
| a webhook of an earlier set-up | test_a_webhook_that_was_left_is_taken_back |
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from telegram.error import TimedOut

from bot.patience import Patience
from bot.running import PollingError
from bot.serving import open_service
from bot.telegram.client import KEEP_ALIVE, RawBot, build_bot
from bot.telegram.limits import ChatRateLimiter
from bot.telegram.network import HealingRequest
from bot.telegram.runner import TelegramRunner
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import (
    LONG,
    OFFICIAL,
    QUICK,
    SOON,
    calls_of,
    polls_of,
    running,
    settings_for,
    starting,
    without_ocr,
)
from tests.fake_telegram import FakeTelegram, Proxy
from tests.fake_telegram.tls import client_context

HASTY = Patience(long_poll=1, answer=0.4, pool=0.3, grace=0.2, first_pause=0.05, longest_pause=0.1)

# httpcore forgets the sockets of stalled handshakes; that is what the healing is for.
forgotten_sockets = [
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def forgotten() -> Iterator[None]:
    """Let what was forgotten be missed in the test that forgot it, and in no later one."""
    yield
    gc.collect()


@pytest.fixture
async def proxy() -> AsyncIterator[Proxy]:
    async with Proxy().serve() as proxy:
        yield proxy


@asynccontextmanager
async def behind(proxy: str, fake: FakeTelegram, book: Path) -> AsyncIterator[None]:
    """The bot behind a proxy, with trust in the fake's certificate."""

    def request(connections: int) -> HealingRequest:
        return HealingRequest(
            connection_pool_size=connections,
            connect_timeout=HASTY.answer,
            read_timeout=HASTY.answer,
            pool_timeout=HASTY.pool,
            grace=HASTY.grace,
            proxy=proxy,
            httpx_kwargs={"trust_env": False, "verify": client_context()},
        )

    bot = RawBot(
        fake.token,
        base_url=fake.base_url,
        request=request(2),
        get_updates_request=request(1),
        rate_limiter=ChatRateLimiter(),
    )
    async with open_service(settings_for(fake, book)) as service:
        stop = asyncio.Event()
        task = asyncio.create_task(TelegramRunner(service, bot, without_ocr(), HASTY).run(stop))
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait_for(task, LONG)


# Scheme of the proxy, where it falls silent, whether Telegram is behind TLS.
STALLS = [
    ("http", "connect", True),
    ("http", "tunnel", True),
    ("http", "answer", True),
    ("http", "forward", False),
    ("socks5", "greeting", False),
    ("socks5", "connect", True),
    ("socks5", "tunnel", True),
]


@pytest.mark.parametrize(("scheme", "where", "tls"), STALLS)
@forgotten_sockets[0]
@forgotten_sockets[1]
async def test_a_proxy_that_stalled_heals(
    forgotten: None, book: Path, proxy: Proxy, scheme: str, where: str, *, tls: bool
) -> None:
    """Connections break, the new ones stall; once the path is well again the bot must be too."""
    async with FakeTelegram().serve(tls=tls) as fake:
        person = fake.user(id=OFFICIAL)
        async with behind(f"{scheme}://127.0.0.1:{proxy.port}", fake, book):
            fake.say(person, "/whoami")
            await fake.next_message(person, LONG)
            proxy.stall(where)
            proxy.drop_all()
            fake.say(person, "/help")
            async with asyncio.timeout(LONG):
                while proxy.stalled < 3:  # noqa: ASYNC110 the proxy wakes nobody
                    await asyncio.sleep(0.05)
            proxy.heal()
            await fake.message_with("Sổ Họp", person, LONG)


async def test_a_request_that_stalls_ends_with_a_time_out(fake: FakeTelegram, book: Path) -> None:
    patience = replace(HASTY, answer=5, grace=-4.8)  # its own deadline, before httpx's
    bot = build_bot(settings_for(fake, book), patience=patience)
    fake.faults.connection("stall", method="getMe", times=2)
    for _ in range(2):
        with pytest.raises(TimedOut):
            await bot.initialize()
    await bot.initialize()
    await bot.shutdown()

    assert bot.username == "sohop_bot"


async def test_an_idle_connection_is_kept(fake: FakeTelegram, book: Path, proxy: Proxy) -> None:
    """Without the setting httpx closes it after 5 s, and every answer of a quiet bot is a handshake."""
    office = fake.user(id=OFFICIAL)
    async with running(fake, book, proxy_url=proxy.http_url):
        fake.say(office, "/whoami")
        await fake.next_message(office, LONG)
        await asyncio.sleep(SOON)
        before = len(proxy.seen)
        await asyncio.sleep(5.5)
        fake.say(office, "/whoami")
        await fake.next_message(office, LONG)

    assert len(proxy.seen) == before
    assert KEEP_ALIVE == 120


# Silence, and words at the end


async def ends_with(fake: FakeTelegram, book: Path, patience: Patience = QUICK, **settings: Any) -> str:
    """Run a bot until it ends by itself; returns its word."""
    async with starting(fake, book, patience=patience, **settings) as bot:
        with pytest.raises(PollingError) as caught:
            await bot.ended()
    return str(caught.value)


async def test_silence_ends_with_a_clear_word(fake: FakeTelegram, book: Path) -> None:
    fake.faults.connection("stall", method="getUpdates", times=None)
    word = await ends_with(fake, book, replace(HASTY, stalled_after=1))

    assert word.startswith("Telegram không trả lời trong 1 giây. Kiểm tra mạng và PROXY_URL")


async def test_errors_without_end_end_with_a_clear_word(fake: FakeTelegram, book: Path) -> None:
    fake.faults.error(502, method="getUpdates", times=None)

    assert "Telegram không trả lời" in await ends_with(fake, book, replace(HASTY, stalled_after=0.5))


async def test_a_poll_that_hangs_beyond_every_deadline_is_silence_too(fake: FakeTelegram, book: Path) -> None:
    fake.faults.connection("stall", method="getUpdates", times=None)

    assert "Telegram không trả lời" in await ends_with(
        fake, book, replace(HASTY, answer=60, stalled_after=0.3)
    )


async def test_telegram_out_of_reach_from_the_start_ends_with_a_clear_word(
    fake: FakeTelegram, book: Path
) -> None:
    word = await ends_with(
        fake, book, replace(HASTY, stalled_after=0.5), telegram_api_url="http://127.0.0.1:9"
    )

    assert "Telegram không trả lời" in word


@pytest.mark.parametrize("fault", ["error", "garbage", "too many"])
async def test_trouble_at_the_start_is_outlasted(
    fake: FakeTelegram, book: Path, office: Office, fault: str
) -> None:
    for method in ("getMe", "getWebhookInfo"):
        if fault == "error":
            fake.faults.error(502, method=method)
        elif fault == "garbage":
            fake.faults.connection("garbage", method=method)
        else:
            fake.faults.too_many_requests(1, method=method)
    async with running(fake, book):
        fake.say(office.official, "/whoami")
        await fake.next_message(office.official, LONG)


@pytest.mark.parametrize("how", ["reset", "close", "garbage", 500, 502, 429])
async def test_trouble_between_polls_is_outlasted(
    fake: FakeTelegram, book: Path, office: Office, how: str | int
) -> None:
    async with running(fake, book) as bot:
        if how == 429:
            fake.faults.too_many_requests(1, method="getUpdates")
        elif isinstance(how, int):
            fake.faults.error(how, method="getUpdates")
        else:
            fake.faults.connection(how, method="getUpdates")
        for number in range(2):
            fake.say(office.others[number], "/whoami")
            await fake.next_message(office.others[number], LONG)
        assert not bot.task.done()


async def test_a_wrong_token_ends_with_a_clear_word(fake: FakeTelegram, book: Path) -> None:
    word = await ends_with(fake, book, telegram_token="987654321:AAE-abc_defghi")

    assert word.startswith("TELEGRAM_TOKEN: Telegram không nhận mã này.")
    assert "987654321" not in word


async def test_a_webhook_address_that_telegram_refuses_ends_with_a_clear_word(
    fake: FakeTelegram, book: Path
) -> None:
    hooked: dict[str, Any] = {"webhook_url": "https://127.0.0.1", "webhook_secret": "mot-bi-mat-du-dai"}
    for words in ("Bad Request: bad webhook: Failed to resolve host", "Bad Request: bad webhook: bad port"):
        fake.faults.error(400, words, method="setWebhook")

    word = await ends_with(fake, book, **hooked)

    assert word.startswith("WEBHOOK_URL: Telegram không nhận địa chỉ https://127.0.0.1/telegram.")
    assert len(calls_of(fake, "setWebhook")) == 2  # a name that is not known yet is tried again


async def test_a_token_that_is_taken_back_ends_with_a_clear_word(fake: FakeTelegram, book: Path) -> None:
    async with starting(fake, book) as bot:
        await fake.wait_for(lambda: polls_of(fake) > 0, LONG)
        fake.server.token = "123456789:another-token"
        with pytest.raises(PollingError, match="TELEGRAM_TOKEN: Telegram không nhận"):
            await bot.ended()


async def test_a_second_instance_gives_way(
    fake: FakeTelegram, book: Path, tmp_path: Path, office: Office
) -> None:
    async with running(fake, book, patience=replace(QUICK, newcomer_for=0.2)):
        await asyncio.sleep(0.3)
        word = await ends_with(fake, tmp_path / "other.db")
        fake.say(office.official, "/whoami")
        await fake.next_message(office.official, LONG)

    assert word == (
        "TELEGRAM_TOKEN: một tiến trình khác đang chạy với mã này. Tắt bên kia rồi khởi động lại."
    )
    assert len(fake.messages(office.official)) == 1


async def test_an_old_instance_gives_way_to_one_that_does_not(fake: FakeTelegram, book: Path) -> None:
    words = (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    async with starting(fake, book, patience=replace(QUICK, newcomer_for=0)) as bot:
        await fake.wait_for(lambda: polls_of(fake) > 0, LONG)
        fake.faults.error(409, words, method="getUpdates", times=None)
        fake.server.updates.end_poll("")
        with pytest.raises(PollingError, match="một tiến trình khác đang chạy"):
            await bot.ended()


async def test_a_webhook_that_is_set_meanwhile_is_named(fake: FakeTelegram, book: Path) -> None:
    async with starting(fake, book) as bot:
        await fake.wait_for(lambda: fake.server.updates.is_polled, LONG)
        fake.server.updates.set_webhook({"url": "http://127.0.0.1:9/hook"})
        with pytest.raises(PollingError, match="webhook"):
            await bot.ended()


async def test_a_webhook_that_was_left_is_taken_back_and_loses_nothing(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    fake.server.updates.set_webhook({"url": "http://127.0.0.1:9/hook"})
    fake.say(office.official, "/whoami")
    async with running(fake, book):
        await fake.next_message(office.official, LONG)

    assert [call.get("drop_pending_updates", False) for call in calls_of(fake, "deleteWebhook")] == [False]


async def test_what_was_said_while_the_bot_was_away_is_answered(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    """Pending updates are never dropped: not at the first start, not at another."""
    for number in range(2):
        fake.say(office.others[number], "/whoami")
        async with running(fake, book):
            await fake.next_message(office.others[number], LONG)

    assert not [call for call in calls_of(fake, "deleteWebhook", "setWebhook") if call]


async def test_the_kinds_of_updates_are_asked_for_by_name(fake: FakeTelegram, book: Path) -> None:
    """The server remembers the last list; blocked bots are told by `my_chat_member`."""
    async with running(fake, book):
        pass

    assert calls_of(fake, "getUpdates")[0]["allowed_updates"] == [
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "my_chat_member",
    ]


async def test_a_stop_before_telegram_can_be_reached_is_clean(fake: FakeTelegram, book: Path) -> None:
    async with starting(fake, book, telegram_api_url="http://127.0.0.1:9") as bot:
        await asyncio.sleep(0.2)
        bot.stop.set()
        await bot.ended()
