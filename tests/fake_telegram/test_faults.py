"""Faults on order and flood limits, seen from real clients."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import httpx
import pytest
import telegram
from telegram.request import HTTPXRequest

from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.clients import PtbClient, ptb_client, ptb_client_without_socket


@pytest.fixture(params=[ptb_client, ptb_client_without_socket], ids=lambda made: made.__name__)
async def ptb(fake: FakeTelegram, request: pytest.FixtureRequest) -> AsyncIterator[telegram.Bot]:
    client: PtbClient
    async with request.param(fake) as client:
        yield client.bot


BREAKS = [
    ("reset", "httpx.ReadError"),
    ("close", "httpx.RemoteProtocolError: Server disconnected without sending a response."),
    ("garbage", "Invalid server response"),
]


@pytest.mark.parametrize(("how", "words"), BREAKS)
async def test_a_broken_connection_is_an_error_of_the_network(
    fake: FakeTelegram, ptb: telegram.Bot, how: str, words: str
) -> None:
    an = fake.user(opened=True)
    fake.faults.connection(how, method="sendMessage")
    with pytest.raises(telegram.error.TelegramError, match=words):
        await ptb.send_message(an.id, "một")
    await ptb.send_message(an.id, "hai")

    assert [message.text for message in fake.sent] == ["hai"]


@pytest.mark.parametrize("how", ["reset", "close", "garbage"])
async def test_an_answer_may_be_lost_after_it_took_effect(
    fake: FakeTelegram, ptb: telegram.Bot, how: str
) -> None:
    an = fake.user(opened=True)
    fake.faults.connection(how, method="sendMessage", after=True)
    with pytest.raises(telegram.error.TelegramError):
        await ptb.send_message(an.id, "một")

    assert [message.text for message in fake.sent] == ["một"]


async def test_a_stalled_answer_ends_with_the_clients_patience(fake: FakeTelegram) -> None:
    an = fake.user(opened=True)
    fake.faults.connection("stall", method="sendMessage")
    async with ptb_client(fake, read_timeout=0.3) as client:
        with pytest.raises(telegram.error.TimedOut):
            await client.bot.send_message(an.id, "một")
        await client.bot.send_message(an.id, "hai")

    assert [message.text for message in fake.sent] == ["hai"]


async def test_faults_strike_where_and_as_often_as_ordered(fake: FakeTelegram, ptb: telegram.Bot) -> None:
    an = fake.user(opened=True)
    order = fake.faults.error(502, "Bad Gateway", method="sendMessage", contains="báo cáo", times=2)
    await ptb.get_me()
    await ptb.send_message(an.id, "việc khác")
    for _ in range(2):
        with pytest.raises(telegram.error.NetworkError, match="Bad Gateway"):
            await ptb.send_message(an.id, "một báo cáo")
    await ptb.send_message(an.id, "một báo cáo")

    assert order.hits == 2
    assert len(fake.sent) == 2


async def test_a_fault_may_last_until_it_is_cleared(fake: FakeTelegram, ptb: telegram.Bot) -> None:
    fake.faults.error(500, "Internal Server Error", times=None)
    for _ in range(3):
        with pytest.raises(telegram.error.NetworkError):
            await ptb.get_me()
    fake.faults.clear()

    assert (await ptb.get_me()).is_bot


async def test_answers_may_be_late(fake: FakeTelegram, ptb: telegram.Bot) -> None:
    fake.faults.delay(0.2)
    began = time.monotonic()
    await ptb.get_me()

    assert time.monotonic() - began >= 0.2


async def test_floods_are_noted_and_let_pass(fake: FakeTelegram, ptb: telegram.Bot) -> None:
    an = fake.user(opened=True)
    await ptb.send_message(an.id, "một")
    assert fake.violations == []
    await ptb.send_message(an.id, "hai")

    assert fake.violations == [f"sendMessage to chat {an.id}: more than 1 message a second to a chat"]


async def test_floods_are_refused_where_asked_for() -> None:
    async with FakeTelegram(flood=True).serve() as fake, ptb_client(fake) as client:
        an = fake.user(opened=True)
        await client.bot.send_message(an.id, "một")
        with pytest.raises(telegram.error.RetryAfter) as caught:
            await client.bot.send_message(an.id, "hai")
        await asyncio.sleep(1)
        await client.bot.send_message(an.id, "ba")

        assert caught.value.retry_after.total_seconds() == 1  # type: ignore[union-attr]
        assert [message.text for message in fake.sent] == ["một", "ba"]


async def test_without_patience_a_request_is_simply_cancelled(fake: FakeTelegram) -> None:
    fake.faults.connection("stall")
    request = HTTPXRequest(httpx_kwargs={"transport": httpx.ASGITransport(app=fake.app)})
    bot = telegram.Bot(fake.token, base_url=fake.base_url, request=request)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(bot.get_me(), 0.1)
    fake.faults.clear()

    assert (await bot.get_me()).is_bot
    await request.shutdown()
