"""Order within a chat, many chats side by side, Telegram's limits (reference/telegram.md 0.4, 2.2, 2.7)."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import pacing
from bot.pacing import Limits
from bot.telegram.limits import ChatRateLimiter
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import LONG, QUICK, SOON, Running, calls_of, running, texts
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.limits import OVERALL, PER_CHAT, PER_GROUP, Limit


@pytest.fixture
async def strict() -> AsyncIterator[FakeTelegram]:
    """Telegram, answering 429 to whoever is too quick."""
    async with FakeTelegram(flood=True).serve() as fake:
        yield fake


# Order


async def test_a_chat_is_answered_in_its_order(fake: FakeTelegram, bot: Running, office: Office) -> None:
    words = [f"từ thứ {number}" for number in range(20)]
    for word in words:
        fake.say(office.official, word)
    await fake.message_with(words[-1], office.official, LONG)

    assert [text.split("”")[0] for text in texts(fake, office.official)] == [f"Không có “{w}" for w in words]


async def test_a_message_that_has_to_be_sent_again_keeps_its_place(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.faults.error(502, method="sendMessage", contains="từ thứ một")
    fake.say(office.official, "từ thứ một")
    fake.say(office.official, "từ thứ hai")
    await fake.message_with("từ thứ hai", office.official, LONG)

    assert "từ thứ một" in texts(fake, office.official)[0]


async def test_a_slow_chat_does_not_hold_the_others(fake: FakeTelegram, bot: Running, office: Office) -> None:
    slow, quick = office.others[0], office.others[1:20]
    fake.faults.delay(1.5, method="sendMessage", contains=f'"{slow.id}"')
    for person in (slow, *quick):
        fake.say(person, "/whoami")
    for person in quick:
        await fake.next_message(person, LONG)
    assert fake.messages(slow) == []
    await fake.next_message(slow, LONG)


async def test_a_chat_in_trouble_does_not_hold_the_others(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.faults.error(502, method="sendMessage", contains=f'"{office.official.id}"', times=None)
    for _ in range(3):
        fake.say(office.official, "/whoami")
    fake.say(office.others[0], "/whoami")
    await fake.next_message(office.others[0], LONG)

    assert fake.messages(office.official) == []


async def test_what_cannot_be_finished_at_a_stop_is_done_at_the_next_start(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    """Somebody else holds the database, so that work in hand cannot be marked as done."""
    words = {f"“từ {number}”" for number in range(3)}
    async with running(fake, book, patience=replace(QUICK, finish_within=0.3)) as bot:
        for person in office.others:
            for word in words:
                fake.say(person, f"/search {word.strip('“”')}")
        await fake.drained(LONG)
        other = sqlite3.connect(book, isolation_level=None, check_same_thread=False)
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
        assert await bot.rows("SELECT count(*) FROM inbox WHERE state = 'new'") > [(0,)]
        asyncio.get_running_loop().call_later(1, other.close)
        bot.stop.set()
        await bot.ended()
    async with running(fake, book) as bot:
        await bot.until("SELECT count(*) FROM outbox WHERE state = 'sent'", [(len(office.others) * 3,)])

    for person in office.others:
        assert {word for word in words for text in texts(fake, person) if word in text} == words


# Limits


def test_our_limits_are_telegrams() -> None:
    def pair(limit: Limit) -> tuple[int, float]:
        return limit.most, limit.seconds

    assert Limits() == Limits(chat=pair(PER_CHAT), group=pair(PER_GROUP), everywhere=pair(OVERALL))


async def test_a_chat_gets_one_message_a_second(strict: FakeTelegram, book: Path) -> None:
    person = strict.user("Lãnh đạo", id=101)
    async with running(strict, book, limits=Limits()):
        for number in range(4):
            strict.say(person, f"/search từ {number}")
        await strict.message_with("từ 3", person, LONG)

    assert strict.violations == []
    assert len(calls_of(strict, "sendMessage")) == 4


async def test_all_together_get_thirty_messages_a_second(strict: FakeTelegram, book: Path) -> None:
    """Also in the first second, and also what had gathered while the bot was not there."""
    people = [strict.user(f"Cán bộ {number}", id=number) for number in range(101, 161)]
    for person in people:
        strict.say(person, "/whoami")
    async with running(strict, book, limits=Limits()):
        for person in people:
            await strict.next_message(person, LONG)

    assert strict.violations == []
    assert len(calls_of(strict, "sendMessage")) == len(people)


async def limited(limiter: ChatRateLimiter, chats: list[str], work: Callable[[], Awaitable[bool]]) -> None:
    """Send a message to each of the chats at once."""

    async def send(*_: Any) -> bool:
        return await work()

    await asyncio.gather(
        *(limiter.process_request(send, (), {}, "sendMessage", {"chat_id": chat}, None) for chat in chats)
    )


async def times_of(limiter: ChatRateLimiter, chats: list[str]) -> list[float]:
    """When each message went out, counted from the first."""
    loop, times = asyncio.get_running_loop(), []

    async def note() -> bool:
        times.append(loop.time())
        return True

    await limited(limiter, chats, note)
    return [time - times[0] for time in times]


async def test_a_group_gets_so_many_messages_in_any_span_of_time() -> None:
    """A leaky bucket would let twice as many through in the first minute."""
    limiter = ChatRateLimiter(Limits(chat=(1, 0.01), group=(4, 0.4)))
    times = await times_of(limiter, ["-1"] * 10)

    assert all(later - earlier >= 0.4 for earlier, later in zip(times, times[4:], strict=False))
    assert times[3] < 0.3


async def test_a_private_chat_is_no_group() -> None:
    limiter = ChatRateLimiter(Limits(chat=(1, 0.01), group=(1, 5)))

    assert (await times_of(limiter, ["1"] * 5))[-1] < SOON


async def test_messages_on_their_way_leave_connections_for_buttons() -> None:
    limiter, on_their_way = ChatRateLimiter(), Counter[str]()

    async def travel() -> bool:
        on_their_way["now"] += 1
        on_their_way["most"] = max(on_their_way.values())
        await asyncio.sleep(0.1)
        on_their_way["now"] -= 1
        return True

    await limited(limiter, [str(number) for number in range(25)], travel)

    assert on_their_way["most"] == pacing.AT_ONCE


async def test_chats_that_had_their_turn_are_forgotten() -> None:
    limiter = ChatRateLimiter(Limits(chat=(1, 0.001), everywhere=(10_000, 1)))
    for start in range(0, 2 * pacing.CHATS_REMEMBERED, 64):
        await limited(limiter, [str(number) for number in range(start, start + 64)], _at_once)
        await asyncio.sleep(0.002)

    assert len(limiter._pace._chats) <= pacing.CHATS_REMEMBERED


async def _at_once() -> bool:
    return True


async def test_what_is_no_message_does_not_wait() -> None:
    limiter = ChatRateLimiter(Limits(chat=(1, 5)))
    for _ in range(3):
        arguments: tuple[Any, ...] = ((), {}, "answerCallbackQuery", {"callback_query_id": "1"}, None)
        assert await asyncio.wait_for(limiter.process_request(_at_once, *arguments), 1)
