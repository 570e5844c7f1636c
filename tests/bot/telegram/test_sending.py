"""Out at least once (reference/telegram.md 2.3, 2.7): what did not arrive is sent again, or given up."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import (
    BLOCKED,
    GROUP,
    LONG,
    OFFICIAL,
    SOON,
    Running,
    calls_of,
    running,
    starting,
    texts,
)
from tests.fake_telegram import Chat, FakeTelegram


@pytest.mark.parametrize(
    ("how", "code"), [("reset", None), ("close", None), ("garbage", None), (None, 500), (None, 502)]
)
async def test_what_did_not_arrive_is_sent_again(
    fake: FakeTelegram, bot: Running, office: Office, how: str | None, code: int | None
) -> None:
    if how:
        fake.faults.connection(how, method="sendMessage")
    else:
        fake.faults.error(code or 0, "Internal Server Error", method="sendMessage")
    fake.say(office.official, "/whoami")
    await fake.message_with("telegram:", office.official, LONG)
    await bot.idle()

    assert len(calls_of(fake, "sendMessage")) == 2
    assert len(fake.messages(office.official)) == 1


async def test_an_answer_that_is_lost_on_its_way_back_may_come_twice(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    """A time-out does not mean that it was not sent; better twice than never."""
    fake.faults.connection("reset", method="sendMessage", after=True)
    fake.say(office.official, "/whoami")
    await fake.wait_for(lambda: len(fake.messages(office.official)) == 2, LONG)
    await bot.idle()

    assert len(set(texts(fake, office.official))) == 1


async def test_an_answer_that_takes_too_long_is_sent_again(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.faults.connection("stall", method="sendMessage")
    fake.say(office.official, "/whoami")
    await fake.message_with("telegram:", office.official, LONG)

    assert len(calls_of(fake, "sendMessage")) == 2


async def test_the_pause_that_telegram_asks_for_is_kept(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.faults.too_many_requests(2, method="sendMessage", contains=str(OFFICIAL))
    fake.say(office.official, "/whoami")
    fake.say(office.others[0], "/whoami")
    await fake.next_message(office.others[0], 1.5)
    await fake.next_message(office.official, LONG)
    refused, arrived = [
        call.at
        for call in fake.calls
        if call.method == "sendMessage" and str(call.params["chat_id"]) == str(OFFICIAL)
    ]

    assert arrived - refused >= 2.0


async def test_the_pause_outlives_a_restart(fake: FakeTelegram, book: Path, office: Office) -> None:
    async with running(fake, book) as bot:
        fake.faults.too_many_requests(3, method="sendMessage")
        fake.say(office.official, "/whoami")
        await fake.wait_for(lambda: calls_of(fake, "sendMessage"), LONG)
        await asyncio.sleep(SOON)
        bot.stop.set()
    async with running(fake, book):
        await fake.next_message(office.official, LONG)
    refused, arrived = [call.at for call in fake.calls if call.method == "sendMessage"]

    assert arrived - refused >= 3.0


async def test_a_message_of_yesterday_that_never_arrived_is_given_up(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    fake.say(office.official, "/help", quiet=True)
    fake.faults.error(502, method="sendMessage", contains="quá cũ", times=None)
    async with starting(fake, book) as bot:
        old = bot.service.clock() - timedelta(hours=25)
        await bot.put_out(OFFICIAL, "quá cũ", old)
    async with running(fake, book) as bot:
        await bot.idle()

        assert await bot.rows("SELECT state, error FROM outbox") == [("dropped", "Bad Gateway")]


async def test_whoever_blocked_the_bot_is_remembered_and_not_written_to_again(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.official, "/whoami")
    await fake.next_message(office.official, LONG)
    fake.say(office.official, "/help")
    office.official.blocked = True  # before the answer, and before Telegram tells it
    await bot.until(BLOCKED, [(str(OFFICIAL),)])

    await bot.until("SELECT state FROM outbox ORDER BY id", [("sent",), ("dropped",)])
    office.official.blocked = False
    fake.say(office.official, "/whoami")
    await fake.next_message(office.official, LONG)
    assert await bot.rows(BLOCKED) == []


async def test_telegram_tells_who_blocked_the_bot(fake: FakeTelegram, bot: Running, office: Office) -> None:
    fake.say(office.official, "/whoami")
    await fake.next_message(office.official, LONG)
    fake.block(office.official)
    await fake.drained()
    await bot.idle()

    assert await bot.rows(BLOCKED) == [(str(OFFICIAL),)]


async def test_who_puts_the_bot_out_of_a_group_has_not_blocked_it(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    group = fake.server.world.add_chat(Chat(GROUP, "supergroup", "Ủy ban"))
    fake.say(office.official, "/whoami")
    await fake.next_message(office.official, LONG)
    fake.remove_bot(group, office.official)
    await fake.drained()
    await bot.idle()

    assert await bot.rows(BLOCKED) == []
