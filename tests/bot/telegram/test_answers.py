"""`/post` in reply to a message: staff take what somebody else sent in a group."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import GROUP, LONG, Running, calls_of, texts
from tests.bot.telegram.test_forwards import DAY, LATE, UNDATED
from tests.bot.telegram.test_traces import MARK, REFUSED, SECRET, found_in
from tests.bot.telegram.texts import long_report, short_report
from tests.documents.making import p, word
from tests.fake_telegram import Attachment, Chat, FakeTelegram
from tests.fake_telegram.world import Message

REPORT = word("".join(map(p, UNDATED.split("\n"))))


@pytest.fixture
def group(fake: FakeTelegram, office: Office) -> Chat:
    """A group in which the bot sees commands only, the settings name it."""
    chat = fake.server.world.add_chat(Chat(GROUP, "supergroup", "Tổ họp", bot_status="member"))
    chat.members = {office.staff.id: "member", office.stranger.id: "member"}
    return chat


def dated(message: Message) -> Message:
    """Let a message be one of long ago."""
    message.date = LATE
    return message


async def test_staff_take_somebody_elses_words(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    said = dated(*fake.say(office.stranger, UNDATED, chat=group))
    fake.say(office.staff, "/post", chat=group, reply_to=said)
    shown = (await fake.message_with("Xem trước", group, LONG)).text
    fake.press(office.staff, "Lưu", chat=group)
    await fake.message_with("Đã lưu", group, LONG)

    assert DAY in shown
    assert await bot.rows("SELECT published, published_start FROM report") == [("2026-09-12", -3)]
    assert await bot.rows("SELECT position FROM posted_message") == [(said.id,)]


async def test_what_was_forwarded_to_the_group_keeps_its_first_day(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    said = dated(*fake.say(office.stranger, UNDATED, chat=fake.supergroup("Các ấp", bot="left"), quiet=True))
    forwarded = fake.forward(office.stranger, said, chat=group)
    fake.say(office.staff, "/post@sohop_bot", chat=group, reply_to=forwarded)

    assert DAY in (await fake.message_with("Xem trước", group, LONG)).text


async def test_a_channels_post_is_taken_out_of_the_group_for_its_discussion(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    """It comes there by itself; the preview stands in the group, never in the channel."""
    channel = fake.channel("Bản tin xã", bot="left")
    post = fake.forward_by_itself(dated(fake.post(channel, UNDATED)), group)
    fake.say(office.staff, "/post", chat=group, reply_to=post)

    assert DAY in (await fake.message_with("Xem trước", group, LONG)).text
    assert [message.text for message in fake.place(channel).messages.values()] == [UNDATED]


@pytest.mark.parametrize("caption", ["", "Báo cáo của ấp"])
async def test_a_file_is_opened(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat, caption: str
) -> None:
    [sent] = fake.send(office.stranger, Attachment("họp.docx", REPORT), caption=caption, chat=group)
    fake.say(office.staff, "/post", chat=group, reply_to=dated(sent))
    shown = (await fake.message_with("Tệp: họp.docx", group, LONG)).text

    assert DAY in shown


async def test_a_picture_is_opened_and_refused_where_pictures_are_not_read(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    [sent] = fake.send(office.stranger, Attachment("a.png", kind="photo"), chat=group)
    fake.say(office.staff, "/post", chat=group, reply_to=sent)

    assert "chưa đọc được chữ trong ảnh" in (await fake.message_with("ảnh", group, LONG)).text


async def test_a_long_text_beside_a_picture_is_taken(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    caption = f"{UNDATED.strip()} {'Bà con đồng tình. ' * 12}"
    [sent] = fake.send(office.stranger, Attachment("a.png", kind="photo"), caption=caption, chat=group)
    fake.say(office.staff, "/post", chat=group, reply_to=sent)

    assert "2 nhiệm vụ" in (await fake.message_with("Xem trước", group, LONG)).text


async def test_nobody_but_staff_makes_the_bot_open_anything(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    [sent] = fake.send(office.stranger, Attachment("họp.docx", REPORT), chat=group)
    fake.say(office.stranger, "/post", chat=group, reply_to=sent)
    await fake.message_with("dành cho văn phòng", group, LONG)

    assert calls_of(fake, "getFile") == []
    assert await bot.rows("SELECT * FROM draft") == []


async def test_a_text_that_was_cut_is_taken_message_by_message(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    parts = fake.say(office.stranger, long_report(opinions=26), chat=group)
    for part in parts:
        fake.say(office.staff, "/post", chat=group, reply_to=part)
    await fake.message_with("Bản nháp đang có 3 tin", group, LONG)
    fake.say(office.staff, "/done", chat=group)

    assert "9 nhiệm vụ" in (await fake.message_with("Xem trước", group, LONG)).text


async def test_the_bots_own_words_and_service_messages_are_not_taken(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.staff, "/whoami")
    told = await fake.message_with("Mã của", office.staff, LONG)
    fake.say(office.staff, "/post", reply_to=told)
    await fake.message_with("Gửi nội dung báo cáo", office.staff, LONG)

    assert await bot.rows("SELECT * FROM draft_part") == []


async def test_a_voice_message_cannot_be_taken(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    [sent] = fake.send(office.stranger, Attachment("a.ogg", kind="voice"), chat=group)
    fake.say(office.staff, "/post", chat=group, reply_to=sent)
    await fake.message_with("Bot không nghe", group, LONG)

    assert await bot.rows("SELECT * FROM draft") == []


async def test_later_edits_of_the_author_change_nothing(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat
) -> None:
    [said] = fake.say(office.stranger, UNDATED, chat=group)
    fake.say(office.staff, "/post", chat=group, reply_to=said)
    await fake.message_with("Xem trước", group, LONG)
    fake.edit(said, short_report())
    await fake.drained()
    await bot.idle()

    assert await bot.rows("SELECT text FROM draft_part") == [(UNDATED.strip(),)]
    assert len(texts(fake, group)) == 1


async def test_a_secret_one_is_refused_and_leaves_no_trace(
    fake: FakeTelegram, bot: Running, office: Office, group: Chat, book: Path
) -> None:
    [said] = fake.say(office.stranger, SECRET, chat=group)
    fake.say(office.staff, "/post", chat=group, reply_to=said)
    await fake.message_with(REFUSED, group, LONG)
    await bot.idle()

    assert MARK in SECRET
    assert found_in(book.parent) == []
    assert await bot.rows("SELECT * FROM draft") == []
