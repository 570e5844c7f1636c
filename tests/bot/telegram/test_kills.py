"""A process that is killed at any moment loses nothing and does nothing twice (reference/telegram.md 2.3).

python-telegram-bot's own polling lost 80 of 100 queued updates in this test.
"""

from __future__ import annotations

import asyncio
import random
import signal
import sqlite3
from pathlib import Path
from typing import Any

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import LONG, OFFICIAL, Process, process, texts
from tests.bot.telegram.texts import long_report, short_report
from tests.fake_telegram import FakeTelegram, User

SEED = 20_261_125
KILLS = 10
REPORTS = 8
ASKED = 100 - 2 * REPORTS
WARD = "Ấp {number} xã thử"


def look(directory: Path, sql: str) -> list[tuple[Any, ...]]:
    """Look into the database while the bot has it open, or after."""
    connection = sqlite3.connect(directory / "sohop.db")
    try:
        return list(connection.execute(sql))
    finally:
        connection.close()


def say_hundred_things(fake: FakeTelegram, office: Office, staff: list[User]) -> list[tuple[User, str]]:
    """Queue a hundred updates: each staff member pastes a report in two parts, officials ask."""
    asked = []
    for number in range(ASKED):
        person, words = office.others[number % 42], f"từ thứ {number} chưa ai nói"
        fake.say(person, f"/search {words}")
        asked.append((person, words))
        if number < REPORTS:
            fake.say(staff[number], long_report(WARD.format(number=number), opinions=9))
    return asked


def is_answered(fake: FakeTelegram, person: User, words: str) -> bool:
    return any(f"“{words}”" in text for text in texts(fake, person))


async def kill_at_random_moments(bot: Process) -> None:
    """Some are killed before they are ready, some in the middle of their work."""
    moments = random.Random(SEED)
    for _ in range(KILLS):
        await bot.start()
        await asyncio.sleep(moments.uniform(0.3, 1.1))
        assert await bot.end(signal.SIGKILL) == -signal.SIGKILL


async def test_a_hundred_updates_and_ten_kills(fake: FakeTelegram, tmp_path: Path, office: Office) -> None:
    staff = [fake.user(f"Văn thư {number}", id=200 + number) for number in range(REPORTS)]
    listed = ",".join(f"telegram:{person.id}" for person in staff)
    asked = say_hundred_things(fake, office, staff)
    assert fake.pending == 100
    async with process(fake, tmp_path, STAFF=listed) as bot:
        await kill_at_random_moments(bot)
        await bot.start()
        for person, words in asked:
            await fake.wait_for(lambda p=person, w=words: is_answered(fake, p, w), LONG, words)  # type: ignore[misc]
        for person in staff:
            preview = await fake.message_with("Xem trước", person, LONG)
            assert preview.button("Lưu")
            fake.press(person, "Lưu")
        for person in staff:
            await fake.message_with("Đã lưu", person, LONG)
        assert await bot.end() == 0

    stored = look(tmp_path, "SELECT text FROM source ORDER BY report_id")
    whole = {"\n".join(part.text for part in _messages_of(person, fake)) for person in staff}
    assert len(stored) == REPORTS
    assert {text for (text,) in stored} == whole
    assert look(tmp_path, "SELECT count(*) FROM audit WHERE action = 'store'") == [(REPORTS,)]
    assert look(tmp_path, "SELECT count(*) FROM draft") == [(0,)]
    assert look(
        tmp_path, "SELECT state, count(*) FROM inbox WHERE update_id GLOB '[0-9]*' GROUP BY state"
    ) == [("done", 100 + REPORTS)]
    assert look(tmp_path, "SELECT count(*) FROM outbox WHERE state <> 'sent'") == [(0,)]
    assert look(tmp_path, "SELECT count(*) FROM outbox") == [(ASKED + 2 * REPORTS,)]


def _messages_of(person: User, fake: FakeTelegram) -> list[Any]:
    return [message for message in fake.place(person).messages.values() if not message.outgoing]


async def test_killed_between_the_work_and_its_answer(
    fake: FakeTelegram, tmp_path: Path, office: Office
) -> None:
    """The report is stored; its poster must still be told so, and the report must not be stored again."""
    async with process(fake, tmp_path) as bot:
        await bot.ready()
        fake.say(office.staff, short_report())
        await fake.message_with("Xem trước", office.staff, LONG)
        fake.faults.connection("stall", method="editMessageText")
        fake.press(office.staff, "Lưu")
        await _until(tmp_path, "SELECT count(*) FROM report", [(1,)])
        await bot.end(signal.SIGKILL)
        assert "Đã lưu" not in texts(fake, office.staff)[0]
        fake.faults.clear()
        await bot.ready()
        await fake.message_with("Đã lưu thành báo cáo 1", office.staff, LONG)

    assert look(tmp_path, "SELECT count(*) FROM report") == [(1,)]


async def test_killed_between_the_parts_of_a_paste(
    fake: FakeTelegram, tmp_path: Path, office: Office
) -> None:
    first, second = fake.say(office.staff, long_report(opinions=9), quiet=True)
    async with process(fake, tmp_path) as bot:
        await bot.ready()
        fake.inject("message", first.to_json())
        await _until(tmp_path, "SELECT count(*) FROM draft_part", [(1,)])
        await bot.end(signal.SIGKILL)
        fake.inject("message", second.to_json())
        await bot.ready()
        await fake.message_with("9 nhiệm vụ", office.staff, LONG)

    assert look(tmp_path, "SELECT text FROM draft_part") == [(first.text,), (second.text,)]
    assert len(fake.messages(office.staff)) == 1


async def test_what_was_stored_but_not_confirmed_is_not_handled_twice(
    fake: FakeTelegram, tmp_path: Path, office: Office
) -> None:
    """The poll that confirms is held up, the process killed: Telegram sends the update again."""
    async with process(fake, tmp_path) as bot:
        await bot.ready()
        fake.faults.connection("stall", method="getUpdates", times=None)
        fake.say(office.official, "/whoami")
        await fake.message_with(f"telegram:{OFFICIAL}", office.official, LONG)
        await _until(tmp_path, "SELECT state FROM outbox", [("sent",)])
        await bot.end(signal.SIGKILL)
        assert fake.pending == 1
        fake.faults.clear()
        await bot.ready()
        await fake.drained(LONG)
        fake.say(office.official, "/help")
        await fake.message_with("Sổ Họp", office.official, LONG)

    assert len(fake.messages(office.official)) == 2


async def test_what_cannot_be_stored_is_not_confirmed(
    fake: FakeTelegram, tmp_path: Path, office: Office
) -> None:
    """Somebody else holds the database; Telegram must keep the update until it is stored."""
    async with process(fake, tmp_path) as bot:
        await bot.ready()
        await _until(tmp_path, "SELECT count(*) FROM fact WHERE value <> ''", [(1,)])  # no more writes now
        other = sqlite3.connect(tmp_path / "sohop.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        fake.say(office.official, "/whoami")
        await asyncio.sleep(1)
        assert fake.pending == 1
        await bot.end(signal.SIGKILL)
        other.close()
        await bot.ready()
        await fake.message_with(f"telegram:{OFFICIAL}", office.official, LONG)

    assert len(fake.messages(office.official)) == 1


async def _until(directory: Path, sql: str, rows: list[tuple[Any, ...]]) -> None:
    async with asyncio.timeout(LONG):
        while look(directory, sql) != rows:  # noqa: ASYNC110 a database wakes nobody
            await asyncio.sleep(0.05)
