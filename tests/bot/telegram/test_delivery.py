"""In once, out at least once (reference/telegram.md 0.2, 2.3, 2.7): nothing is lost, nothing is done twice.

The rows of inbox and outbox that a crash leaves are put there by hand; `test_kills.py` kills a process.
"""

from __future__ import annotations

import asyncio
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.telegram.messages import Payload
from handlers.richtext import RichText
from storage import inbox, outbox
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import (
    GROUP,
    LONG,
    OFFICIAL,
    SOON,
    STAFF,
    Running,
    calls_of,
    running,
    starting,
    texts,
)
from tests.bot.telegram.texts import OPINION, short_report
from tests.fake_telegram import PNG, Attachment, Chat, FakeTelegram

LONG_TEXT = "\n\n".join(OPINION.format(number=number) for number in range(1, 7))


def question(fake: FakeTelegram, person: Any, text: str) -> dict[str, Any]:
    """An update that was stored, but not handled before the crash."""
    [message] = fake.say(person, text, quiet=True)
    return {"update_id": 600_000_000 + message.id, "message": message.to_json()}


async def keep(bot: Running, update: dict[str, Any]) -> None:
    async with bot.service.context() as context:
        row = (str(update["update_id"]), json.dumps({"update": update}))
        await inbox.put(context.session, "telegram", [row], context.now)


async def put_out(bot: Running, chat: int, payload: Payload, at: datetime | None = None) -> None:
    async with bot.service.context() as context:
        await outbox.put(context.session, "telegram", str(chat), [payload.dump()], at or context.now)


WAITING = """
SELECT 'in', id FROM inbox WHERE state = 'new' UNION SELECT 'out', id FROM outbox WHERE state = 'new'
"""
BLOCKED = "SELECT id FROM seen_user WHERE blocked_at IS NOT NULL"


async def until_nothing_is_left(bot: Running) -> None:
    await bot.until(WAITING, [])


# What a crash left


async def test_what_was_stored_but_not_handled_is_handled_at_the_next_start(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with starting(fake, book) as bot:
        await keep(bot, question(fake, office.official, "/whoami"))
    async with running(fake, book) as bot:
        await fake.message_with(f"telegram:{OFFICIAL}", office.official, LONG)
        await until_nothing_is_left(bot)

    assert len(fake.messages(office.official)) == 1


async def test_what_was_answered_but_not_sent_goes_out_at_the_next_start(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    fake.say(office.official, "/tasks", quiet=True)
    async with starting(fake, book) as bot:
        await put_out(bot, OFFICIAL, Payload(RichText("câu trả lời trước khi mất điện")))
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
    await until_nothing_is_left(bot)

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
    await until_nothing_is_left(bot)

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
    await until_nothing_is_left(bot)

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
        await until_nothing_is_left(bot)


async def test_a_message_that_cannot_be_read_stops_no_other(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    fake.say(office.official, "/help", quiet=True)
    async with starting(fake, book) as bot:
        async with bot.service.context() as context:
            await outbox.put(context.session, "telegram", str(OFFICIAL), ["no JSON"], context.now)
        await put_out(bot, OFFICIAL, Payload(RichText("câu sau")))
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
    await until_nothing_is_left(bot)

    assert not bot.task.done()
    assert await bot.rows("SELECT count(*) FROM inbox") == [(2,)]


async def test_half_a_surrogate_pair_stops_nothing(fake: FakeTelegram, bot: Running, office: Office) -> None:
    """JSON can hold one, the database cannot."""
    [said] = fake.say(office.official, "/search nước", quiet=True)
    fake.inject("message", {**said.to_json(), "text": "/search n\ud800ước"})
    fake.say(office.admin, "/whoami")
    await fake.message_with("telegram:", office.admin, LONG)
    await fake.next_message(office.official, LONG)
    await until_nothing_is_left(bot)


async def test_files_without_words_are_answered_with_what_to_do(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.send(office.staff, Attachment("báo cáo.docx"))
    fake.send(office.official, Attachment("ảnh.png", PNG, kind="photo"))

    assert "tệp" in (await fake.next_message(office.staff, LONG)).text
    assert "tệp" in (await fake.next_message(office.official, LONG)).text


# What goes wrong on the way out


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
    await until_nothing_is_left(bot)

    assert len(calls_of(fake, "sendMessage")) == 2
    assert len(fake.messages(office.official)) == 1


async def test_an_answer_that_is_lost_on_its_way_back_may_come_twice(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    """A time-out does not mean that it was not sent; better twice than never."""
    fake.faults.connection("reset", method="sendMessage", after=True)
    fake.say(office.official, "/whoami")
    await fake.wait_for(lambda: len(fake.messages(office.official)) == 2, LONG)
    await until_nothing_is_left(bot)

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
        await put_out(bot, OFFICIAL, Payload(RichText("quá cũ")), old)
    async with running(fake, book) as bot:
        await until_nothing_is_left(bot)

        assert await bot.rows("SELECT state, error FROM outbox") == [("dropped", "Bad Gateway")]


async def test_whoever_blocked_the_bot_is_remembered_and_not_written_to_again(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.official, "/whoami")
    await fake.next_message(office.official, LONG)
    fake.say(office.official, "/help")
    office.official.blocked = True  # before the answer, and before Telegram tells it
    await bot.until(BLOCKED, [(str(OFFICIAL),)])

    assert await bot.rows("SELECT state FROM outbox ORDER BY id") == [("sent",), ("dropped",)]
    office.official.blocked = False
    fake.say(office.official, "/whoami")
    await fake.next_message(office.official, LONG)
    assert await bot.rows(BLOCKED) == []


async def test_telegram_tells_who_blocked_the_bot(fake: FakeTelegram, bot: Running, office: Office) -> None:
    fake.say(office.official, "/whoami")
    await fake.next_message(office.official, LONG)
    fake.block(office.official)
    await fake.drained()
    await until_nothing_is_left(bot)

    assert await bot.rows(BLOCKED) == [(str(OFFICIAL),)]


async def test_who_puts_the_bot_out_of_a_group_has_not_blocked_it(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    group = fake.server.world.add_chat(Chat(GROUP, "supergroup", "Ủy ban"))
    fake.say(office.official, "/whoami")
    await fake.next_message(office.official, LONG)
    fake.remove_bot(group, office.official)
    await fake.drained()
    await until_nothing_is_left(bot)

    assert await bot.rows(BLOCKED) == []


# Places that change


@pytest.fixture
def group(fake: FakeTelegram, office: Office) -> Chat:
    """A basic group whose members may ask, the settings name it."""
    chat = fake.server.world.add_chat(Chat(GROUP, "group", "Tổ họp", bot_status="administrator"))
    chat.members = {office.official.id: "member", office.staff.id: "member", office.stranger.id: "member"}
    return chat


async def test_a_group_that_became_a_supergroup_keeps_its_role(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    moved = fake.migrate(group, office.official)
    fake.say(office.stranger, "/latest", chat=moved)

    assert "Sổ chưa có báo cáo nào" in (await fake.next_message(moved, LONG)).text


async def test_the_new_chat_alone_may_tell_of_the_move(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    moved = fake.migrate(group, office.official)
    fake.server.updates.queue = [
        q for q in fake.server.updates.queue if "migrate_to" not in json.dumps(q.update)
    ]
    fake.say(office.stranger, "/latest", chat=moved)

    assert "Sổ chưa có báo cáo nào" in (await fake.next_message(moved, LONG)).text


async def test_what_waits_for_a_group_follows_it(
    fake: FakeTelegram, book: Path, office: Office, group: Chat
) -> None:
    """The bot does not know yet that the group moved: the refusal tells it."""
    moved = fake.migrate(group, office.official)
    fake.server.updates.queue.clear()
    async with starting(fake, book) as bot:
        for text in ("một", "hai"):
            await put_out(bot, GROUP, Payload(RichText(text)))
    async with running(fake, book) as bot:
        await fake.message_with("hai", moved, LONG)
        await until_nothing_is_left(bot)

    assert texts(fake, moved) == ["một", "hai"]


async def test_a_draft_follows_its_group(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    fake.say(office.staff, "/post", chat=group)
    await fake.next_message(group, LONG)
    fake.say(office.staff, short_report(), chat=group)
    moved = fake.migrate(group, office.official)
    fake.say(office.staff, "/done", chat=moved)
    await fake.message_with("Xem trước", moved, LONG)

    assert await bot.rows("SELECT chat, owner FROM draft") == [(str(moved.id), f"telegram:{STAFF}")]


async def test_an_answer_stays_in_its_topic_or_goes_to_the_main_one(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    forum = fake.server.world.add_chat(Chat(GROUP, "supergroup", "Ủy ban", is_forum=True))
    topic = fake.topic(forum, "Báo cáo")
    fake.say(office.official, "/whoami", chat=forum, thread=topic)
    inside = await fake.next_message(forum, LONG)
    [asked] = fake.say(office.official, "/help", chat=forum, thread=topic, quiet=True)
    del forum.topics[topic]
    fake.inject("message", asked.to_json())
    outside = await fake.next_message(forum, LONG)

    assert inside.thread == topic
    assert inside.reply_to is not None
    assert [params.get("message_thread_id") for params in calls_of(fake, "sendMessage")] == [
        topic,
        topic,
        None,
    ]
    assert "Sổ Họp" in outside.text


async def test_where_the_message_is_gone_a_page_comes_as_a_new_one(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    await bot.store(short_report())
    fake.say(office.official, "/tasks")
    first = await fake.next_message(office.official, LONG)
    fake.press(office.official, "Trang sau")
    fake.delete(first)
    second = await fake.next_message(office.official, LONG)

    assert "Trang 2/2" in second.text


async def test_a_message_too_old_to_be_shown_can_still_be_pressed(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    """Telegram gives only its chat and number then."""
    await bot.store(short_report())
    fake.say(office.official, "/tasks")
    first = await fake.next_message(office.official, LONG)
    query = fake.press(office.official, "Trang sau")
    pressed = fake.server.updates.queue[-1].update["callback_query"]
    pressed["message"] = {"chat": first.chat.to_json(), "message_id": first.id, "date": 0}
    await fake.message_with("Trang 2/2", office.official, LONG)

    assert await fake.answer_of(query) is not None


async def test_an_edit_that_is_refused_for_another_reason_is_given_up(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    await bot.store(short_report())
    fake.say(office.official, "/tasks")
    await fake.next_message(office.official, LONG)
    fake.faults.error(400, "Bad Request: BUTTON_DATA_INVALID", method="editMessageText")
    fake.press(office.official, "Trang sau")

    await bot.until(
        "SELECT state, error FROM outbox ORDER BY id", [("sent", None), ("dropped", "Button_data_invalid")]
    )


async def test_an_edit_that_changes_nothing_is_no_fault(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    await bot.store(short_report())
    fake.say(office.official, "/tasks")
    await fake.next_message(office.official, LONG)
    await until_nothing_is_left(bot)
    fake.faults.error(
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message",
        method="editMessageText",
    )
    fake.press(office.official, "Trang sau")
    await fake.wait_for(lambda: calls_of(fake, "editMessageText"), LONG)
    await until_nothing_is_left(bot)

    assert await bot.rows("SELECT state FROM outbox") == [("sent",), ("sent",)]
    assert len(fake.messages(office.official)) == 1


async def test_a_button_acknowledged_too_late_is_no_fault(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    await bot.store(short_report())
    fake.say(office.official, "/tasks")
    await fake.next_message(office.official, LONG)
    fake.press(office.official, "Trang sau").expired = True
    await fake.message_with("Trang 2/2", office.official, LONG)

    assert await bot.rows("SELECT * FROM fault") == []


async def test_a_place_that_cannot_be_written_to_is_given_up(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.faults.error(400, "Bad Request: TOPIC_CLOSED", method="sendMessage", contains=str(OFFICIAL))
    fake.say(office.official, "/whoami")
    fake.say(office.official, "/help")
    await fake.message_with("Sổ Họp", office.official, LONG)
    await until_nothing_is_left(bot)

    assert await bot.rows("SELECT state, error FROM outbox ORDER BY id") == [
        ("dropped", "Topic_closed"),
        ("sent", None),
    ]
