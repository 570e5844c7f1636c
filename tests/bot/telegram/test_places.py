"""Groups that move, topics and messages that are gone (reference/telegram.md 2.7)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import (
    GROUP,
    LONG,
    OFFICIAL,
    STAFF,
    Running,
    calls_of,
    running,
    starting,
    texts,
)
from tests.bot.telegram.texts import short_report
from tests.fake_telegram import Chat, FakeTelegram


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
            await bot.put_out(GROUP, text)
    async with running(fake, book) as bot:
        await fake.message_with("hai", moved, LONG)
        await bot.idle()

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
    await bot.idle()
    fake.faults.error(
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message",
        method="editMessageText",
    )
    fake.press(office.official, "Trang sau")
    await fake.wait_for(lambda: calls_of(fake, "editMessageText"), LONG)
    await bot.idle()

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
    await bot.idle()

    assert await bot.rows("SELECT state, error FROM outbox ORDER BY id") == [
        ("dropped", "Topic_closed"),
        ("sent", None),
    ]
