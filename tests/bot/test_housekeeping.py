"""Housekeeping on a real database, with a clock that is moved on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from bot.housekeeping import AT_ONCE, Housekeeping
from bot.service import Service
from bot.settings import Settings
from handlers.chat import Place, Reply, Request, Role, Sender
from handlers.context import Program
from handlers.demo import samples
from handlers.posting import Replies
from reports import read_report
from storage import reports
from storage.db import Database, Session, open_database
from storage.drafts import Draft

START = datetime(2026, 11, 18, 9, 0, tzinfo=timezone(timedelta(hours=7)))
WEEK, MONTH = timedelta(days=7), timedelta(days=30)
A_MOMENT = timedelta(seconds=1)
TEXT = "Ngày 02/10/2026, UBND xã Tân Mỹ họp giao ban. Giao Phòng Kinh tế rà soát hộ nghèo. " * 8


@dataclass
class Office:
    """A book with a clock that can be moved, and what its staff are told."""

    database: Database
    now: datetime = START
    told: list[tuple[str, str]] = field(default_factory=list)
    position: int = 0

    def __post_init__(self) -> None:
        settings = Settings(_env_file=None, database_path=self.database.path)
        self.service = Service(self.database, settings, Program("1.0", START), lambda: self.now)
        self.house = Housekeeping(self.service, "telegram", self.tell)

    async def tell(self, session: Session, draft: Draft, reply: Reply) -> None:
        await session.write("INSERT INTO fact (name, value) VALUES (?, 'told')", [f"told {draft.id}"])
        self.told.append((draft.chat, reply.text.text))

    async def says(self, text: str = "", chat: str = "1", pressed: str | None = None) -> Replies:
        self.position += 1
        request = Request(
            place=Place("telegram", chat, private=not chat.startswith("-")),
            sender=Sender("telegram", "1"),
            time=self.now,
            text=text,
            position=self.position,
            pressed=pressed,
        )
        return await self.service.respond(request, _nothing, Role.STAFF)

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        async with self.database.session() as session:
            return [tuple(row) for row in await session.rows(sql)]


async def _nothing(session: Session, given: Replies) -> None:
    """Keep nothing."""


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    database = await open_database(tmp_path / "sohop.db")
    yield Office(database)
    await database.close()


async def test_a_draft_that_nobody_touched_for_a_week_is_dropped_and_its_owner_told_where_it_was_posted(
    office: Office,
) -> None:
    await office.says(TEXT)
    await office.says(f"/post {TEXT}", chat="-5")
    office.now += WEEK
    await office.house.keep()
    assert office.told == []

    office.now += A_MOMENT
    await office.house.keep()
    await office.house.keep()

    sentence = (
        "Bản nháp “Ngày 02/10/2026, UBND xã Tân Mỹ họp giao ban. Giao Phòng…” gửi 18/11/2026 "
        "quá 7 ngày chưa lưu nên đã bỏ. Còn cần thì gửi lại."
    )
    assert sorted(office.told) == [("-5", sentence), ("1", sentence)]
    assert await office.rows("SELECT id FROM draft UNION SELECT draft_id FROM draft_part") == []
    assert await office.rows("SELECT actor, action, subject FROM audit ORDER BY id") == [
        ("sohop", "expire", "draft 1"),
        ("sohop", "expire", "draft 2"),
    ]


async def test_a_draft_that_was_looked_at_waits_another_week(office: Office) -> None:
    await office.says(TEXT)
    office.now += WEEK - A_MOMENT
    await office.says(pressed="preview 1")
    office.now += WEEK
    await office.house.keep()
    assert office.told == []

    office.now += A_MOMENT
    await office.house.keep()
    assert len(office.told) == 1


async def test_what_held_no_words_is_dropped_without_any(office: Office) -> None:
    await office.says("/post")
    await office.says("/post TỐI MẬT\nHội nghị", chat="-5")
    office.now += WEEK + A_MOMENT
    await office.house.keep()

    assert office.told == []
    assert await office.rows("SELECT id FROM draft") == []


async def test_drafts_of_another_platform_are_left_to_it(office: Office) -> None:
    await office.says(TEXT)
    office.now += WEEK + A_MOMENT
    await Housekeeping(office.service, "console", office.tell).keep()

    assert await office.rows("SELECT id FROM draft") == [(1,)]


async def test_a_word_that_cannot_be_kept_keeps_the_draft_too(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """One transaction: the next round tells it, then."""
    await office.says(TEXT)
    office.now += WEEK + A_MOMENT
    async with office.database.session() as session:
        await session.write("INSERT INTO fact (name, value) VALUES ('told 1', 'in the way')")
    with caplog.at_level(logging.ERROR):
        await rounds(office, 1)

    assert await office.rows("SELECT id FROM draft") == [(1,)]
    assert "housekeeping failed; it is tried again later" in caplog.text
    async with office.database.session() as session:
        await session.write("DELETE FROM fact WHERE name = 'told 1'")
    await rounds(office, 1)

    assert await office.rows("SELECT id FROM draft") == []
    assert len(office.told) == 1


async def rounds(office: Office, seconds: float) -> None:
    """Let the clock of the house go for a while."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await office.house.run(first=0, every=60)


async def test_many_drafts_of_one_chat_are_told_in_few_words(office: Office) -> None:
    count = AT_ONCE + 3
    for number in range(count):
        await office.says(f"Số {number}. {TEXT}")
    office.now += WEEK + A_MOMENT
    await office.house.keep()

    assert len(office.told) == 2
    assert sum(words.count("chưa lưu nên đã bỏ") for _, words in office.told) == count
    assert await office.rows("SELECT id FROM draft") == []


async def stored(office: Office, text: str) -> None:
    await office.says(text)
    ((draft,),) = await office.rows("SELECT max(id) FROM draft")
    await office.says(pressed=f"save {draft}")


async def test_a_report_is_purged_when_it_was_deleted_for_30_days(office: Office) -> None:
    await stored(office, samples()[0])
    await stored(office, samples()[2])
    await office.says(pressed="hide 1")
    office.now += A_MOMENT
    await office.says(pressed="hide 2")
    office.now += MONTH
    await office.house.keep()

    assert await office.rows("SELECT id FROM report UNION SELECT report_id FROM task") == [(2,)]
    assert await office.rows("SELECT report_id, action FROM change") == [(2, "delete")]
    assert (await office.rows("SELECT actor, action, subject FROM audit ORDER BY id"))[-2:] == [
        ("telegram:1", "delete", "report 2"),
        ("sohop", "purge", "report 1"),
    ]
    (gone,) = await office.says("/restore 1")
    assert gone.text.text == "Không có báo cáo 1. Gõ /reports để xem danh sách."
    await stored(office, samples()[0])
    assert await office.rows("SELECT max(id) FROM report") == [(3,)]


async def test_many_deleted_reports_are_purged_in_small_transactions(office: Office) -> None:
    for number in range(AT_ONCE * 2 + 1):
        await stored(office, f"Họp số {number}. {TEXT}")
        await office.says(pressed=f"hide {number + 1}")
    office.now += MONTH + A_MOMENT
    await office.house.keep()

    assert await office.rows("SELECT id FROM report") == []
    assert await office.rows("SELECT count(*) FROM audit WHERE action = 'purge'") == [(AT_ONCE * 2 + 1,)]


async def test_a_question_that_nobody_answered_is_forgotten_after_a_day(office: Office) -> None:
    async with office.database.session() as session:
        for chat, at in (("1", "2026-11-18T01:00:00.000+00:00"), ("2", "2026-11-18T03:00:00.000+00:00")):
            await session.write(
                "INSERT INTO question VALUES ('telegram', ?, 'telegram:1', 'd1 title', ?)", [chat, at]
            )
    office.now += timedelta(days=1)
    await office.house.keep()

    assert await office.rows("SELECT chat FROM question") == [("2",)]


async def test_two_rounds_side_by_side_tell_each_draft_once(office: Office) -> None:
    """As of a bot and a console on one book."""
    for number in range(5):
        await office.says(f"Số {number}. {TEXT}")
    office.now += WEEK + A_MOMENT
    await asyncio.gather(office.house.keep(), office.house.keep())

    assert sum(words.count("chưa lưu nên đã bỏ") for _, words in office.told) == 5
    assert len(await office.rows("SELECT id FROM audit WHERE action = 'expire'")) == 5


async def test_house_is_kept_again_and_again(office: Office) -> None:
    await office.says(TEXT)
    keeping = asyncio.create_task(office.house.run(first=0, every=0.02))
    await asyncio.sleep(0.1)
    office.now += WEEK + A_MOMENT
    async with asyncio.timeout(20):
        while not office.told:  # noqa: ASYNC110 the house wakes nobody
            await asyncio.sleep(0.01)
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)

    assert keeping.cancelled()
    assert len(office.told) == 1


async def test_reports_that_an_older_version_stored_are_put_into_series(office: Office) -> None:
    async with office.database.session() as session:
        number = await reports.add(session, read_report(TEXT), posted_by="telegram:1", at=START)
        await session.write("DELETE FROM body_report")
        await session.write("INSERT INTO series_waiting (report_id) VALUES (?)", [number])

    await office.house.keep()

    assert await office.rows("SELECT report_id FROM body_report") == [(1,)]
    assert await office.rows("SELECT report_id FROM series_waiting") == []
