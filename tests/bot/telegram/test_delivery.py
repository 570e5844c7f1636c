"""In once (reference/telegram.md 0.2, 2.3, 2.7): what came in is handled, whatever it is, and only once.

The rows that a crash leaves are put there by hand; `test_kills.py` kills a process.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from storage import outbox
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import (
    GROUP,
    LONG,
    OFFICIAL,
    SOON,
    WAITING,
    Running,
    running,
    starting,
)
from tests.bot.telegram.texts import OPINION, short_report
from tests.fake_telegram import PNG, Attachment, Chat, FakeTelegram

LONG_TEXT = "\n\n".join(OPINION.format(number=number) for number in range(1, 7))


def question(fake: FakeTelegram, person: Any, text: str) -> dict[str, Any]:
    """An update that was stored, but not handled before the crash."""
    [message] = fake.say(person, text, quiet=True)
    return {"update_id": 600_000_000 + message.id, "message": message.to_json()}


# What a crash left


async def test_what_was_stored_but_not_handled_is_handled_at_the_next_start(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with starting(fake, book) as bot:
        await bot.keep(question(fake, office.official, "/whoami"))
    async with running(fake, book) as bot:
        await fake.message_with(f"telegram:{OFFICIAL}", office.official, LONG)
        await bot.idle()

    assert len(fake.messages(office.official)) == 1


async def test_what_was_answered_but_not_sent_goes_out_at_the_next_start(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    fake.say(office.official, "/tasks", quiet=True)
    async with starting(fake, book) as bot:
        await bot.put_out(OFFICIAL, "câu trả lời trước khi mất điện")
    async with running(fake, book):
        await fake.message_with("trước khi mất điện", office.official, LONG)

    assert len(fake.messages(office.official)) == 1


async def test_an_update_that_comes_again_is_answered_once(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book):
        [asked] = fake.say(office.official, "/whoami")
        await fake.message_with("telegram:", office.official, LONG)
        fake.redeliver(asked)
        await fake.drained()
    async with running(fake, book) as bot:
        fake.redeliver(asked)
        await fake.drained()
        await asyncio.sleep(SOON)

        assert await bot.rows(WAITING) == []
    assert len(fake.messages(office.official)) == 1


async def test_a_button_pressed_once_and_delivered_twice_stores_once(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.staff, short_report())
    await fake.message_with("Xem trước", office.staff, LONG)
    fake.press(office.staff, "Lưu")
    update = fake.server.updates.queue[-1].update
    await fake.message_with("Đã lưu", office.staff, LONG)
    fake.redeliver(update)
    await fake.drained()
    await asyncio.sleep(SOON)

    assert await bot.rows("SELECT count(*) FROM report") == [(1,)]
    assert len(fake.messages(office.staff)) == 1


async def test_ids_may_start_anew_after_a_week_of_silence(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    """Here between two polls: who confirms what came a week ago must not confirm what comes now."""
    fake.say(office.official, "/whoami")
    await fake.next_message(office.official, LONG)
    fake.faults.delay(SOON, method="getUpdates", after=True)
    async with asyncio.timeout(LONG):
        while fake.server.updates.is_polled:  # noqa: ASYNC110 the end of a poll wakes nobody
            await asyncio.sleep(0.01)
    fake.server.updates.next_id = 5
    for person in office.others[:2]:
        fake.say(person, "/whoami")
        await fake.next_message(person, LONG)

    assert await bot.rows("SELECT count(*) FROM inbox WHERE state = 'done'") == [(3,)]


async def test_what_was_done_long_ago_is_forgotten_what_waits_is_not(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book):
        fake.say(office.official, "/whoami")
        await fake.next_message(office.official, LONG)
    async with starting(fake, book) as bot, bot.service.database.session() as session:
        for table in ("inbox", "outbox"):
            column = "done_at" if table == "inbox" else "sent_at"
            await session.write(f"UPDATE {table} SET {column} = '2020-01-01T00:00:00+00:00'")
    async with running(fake, book) as bot:
        assert await bot.rows("SELECT id FROM inbox UNION SELECT id FROM outbox") == []


async def test_words_are_not_kept_a_second_time(fake: FakeTelegram, bot: Running, office: Office) -> None:
    fake.say(office.official, "/search điều riêng tư")
    await fake.next_message(office.official, LONG)
    await bot.idle()

    assert await bot.rows("SELECT payload FROM inbox UNION ALL SELECT payload FROM outbox") == [
        (None,),
        ("",),
    ]


# Faults of our own


async def test_a_fault_is_one_calm_sentence_with_a_reference(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    async with bot.service.database.session() as session:
        await session.write("DROP TABLE report_words")
    fake.say(office.official, "/search nước sạch")
    told = await fake.message_with("Có lỗi ngoài dự kiến", office.official, LONG)
    fake.say(office.admin, "/status")
    status = await fake.message_with("Lỗi gần đây", office.admin, LONG)
    [(reference, summary)] = await bot.rows("SELECT reference, summary FROM fault")
    await bot.idle()

    assert f"mã {reference}" in told.text
    assert "no such table" not in told.text
    assert summary.startswith("OperationalError (")
    assert reference in status.text


async def test_a_fault_at_the_end_of_a_paste_is_told_too(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    async with bot.service.database.session() as session:
        await session.write("ALTER TABLE report RENAME TO gone")
    fake.say(office.staff, LONG_TEXT)
    await fake.message_with("Có lỗi ngoài dự kiến", office.staff, LONG)
    await asyncio.sleep(SOON)

    assert len(fake.messages(office.staff)) == 1
    assert await bot.rows("SELECT state FROM draft") == [("joining",)]


async def test_in_a_group_a_fault_is_not_told(fake: FakeTelegram, bot: Running, office: Office) -> None:
    group = fake.server.world.add_chat(Chat(GROUP, "supergroup", "Ủy ban"))
    async with bot.service.database.session() as session:
        await session.write("DROP TABLE report_words")
    fake.say(office.official, "/search nước sạch", chat=group)
    await fake.drained()
    await bot.idle()

    assert fake.messages(group) == []
    assert await bot.rows("SELECT count(*) FROM fault") == [(1,)]


async def test_a_fault_that_cannot_even_be_noted_leaves_the_question_for_the_next_start(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book) as bot:
        async with bot.service.database.session() as session:
            for table in ("fault", "report", "report_words"):
                await session.write(f"ALTER TABLE {table} RENAME TO {table}_gone")
        fake.say(office.official, "/search nước sạch")
        fake.say(office.staff, LONG_TEXT)
        await fake.drained()
        await bot.until("SELECT count(*) FROM inbox WHERE update_id LIKE 'pause%'", [(1,)])
        await asyncio.sleep(SOON)
        assert fake.sent == []
        async with bot.service.database.session() as session:
            for table in ("fault", "report", "report_words"):
                await session.write(f"ALTER TABLE {table}_gone RENAME TO {table}")
    async with running(fake, book) as bot:
        await fake.message_with("Không có “nước sạch”", office.official, LONG)
        await fake.message_with("Xem trước", office.staff, LONG)
        await bot.idle()


async def test_a_message_that_cannot_be_read_stops_no_other(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    fake.say(office.official, "/help", quiet=True)
    async with starting(fake, book) as bot:
        async with bot.service.context() as context:
            await outbox.put(context.session, "telegram", str(OFFICIAL), ["no JSON"], context.now)
        await bot.put_out(OFFICIAL, "câu sau")
    async with running(fake, book):
        await fake.message_with("câu sau", office.official, LONG)


# Updates that nobody expected

ODD = [
    ("unheard_of", {"from": {"id": 1, "is_bot": False, "first_name": "An"}, "something": [1, {"x": None}]}),
    ("unheard_of", None),
    ("message", {"message_id": 1}),
    ("message", "no object at all"),
    ("edited_message", {"message_id": 1, "date": 0, "chat": {"id": OFFICIAL, "type": "private"}}),
    ("callback_query", {"id": "1"}),
    ("message", {"message_id": 7, "date": 1_790_000_000, "chat": {"id": 5, "type": "of the future"}}),
]


@pytest.mark.parametrize(("kind", "payload"), ODD)
async def test_an_odd_update_stops_nothing(
    fake: FakeTelegram, bot: Running, office: Office, kind: str, payload: Any
) -> None:
    """Newer kinds come with everything in `api_kwargs` and no chat; others cannot be read at all."""
    fake.inject(kind, payload)
    fake.say(office.official, "/whoami")
    await fake.message_with("telegram:", office.official, LONG)
    await bot.idle()

    assert not bot.task.done()
    assert await bot.rows("SELECT count(*) FROM inbox") == [(2,)]


async def test_half_a_surrogate_pair_stops_nothing(fake: FakeTelegram, bot: Running, office: Office) -> None:
    """JSON can hold one, the database cannot."""
    [said] = fake.say(office.official, "/search nước", quiet=True)
    fake.inject("message", {**said.to_json(), "text": "/search n\ud800ước"})
    fake.say(office.admin, "/whoami")
    await fake.message_with("telegram:", office.admin, LONG)
    await fake.next_message(office.official, LONG)
    await bot.idle()


async def test_files_without_words_are_answered_with_what_to_do(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.send(office.staff, Attachment("báo cáo.docx"))
    fake.send(office.official, Attachment("ảnh.png", PNG, kind="photo"))

    assert "tệp" in (await fake.next_message(office.staff, LONG)).text
    assert "tệp" in (await fake.next_message(office.official, LONG)).text
