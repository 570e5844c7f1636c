"""Files that go out: they arrive as texts do, whatever happens in between, and are kept no longer."""

from __future__ import annotations

import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.pacing import Limits
from bot.telegram.messages import payloads
from bot.telegram.uploads import MOST_BYTES, MOST_OF_A_PICTURE, sendable
from handlers.chat import Attachment, Choice, Place, Reply, Request, Sender
from handlers.richtext import RichText, bold
from handlers.texts import Texts
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import (
    GROUP,
    LONG,
    OFFICIAL,
    Running,
    calls_of,
    process,
    running,
    starting,
)
from tests.fake_telegram import PNG, Chat, FakeTelegram, Message
from tests.fake_telegram.faults import Break

SHEET = Attachment("bao-cao-12.xlsx", bytes(range(256)) * 40)
CHART = Attachment("bieu-do.png", PNG, picture=True)
OPEN = ((Choice("Xem báo cáo 12", "report 12"),),)
KEPT = "SELECT count(*) FROM outgoing_file"


def answer(*files: Attachment, text: str = "Báo cáo 12") -> Reply:
    return Reply(bold(text), OPEN, files)


def bytes_of(fake: FakeTelegram, message: Message) -> bytes:
    return fake.server.world.files[message.file_id].data


@pytest.fixture(autouse=True)
def _known(fake: FakeTelegram, office: Office) -> None:
    """Whom the bot may write to, since they wrote first."""
    fake.say(office.official, "/whoami", quiet=True)


async def arrived(fake: FakeTelegram, bot: Running, office: Office, *files: Attachment) -> list[Message]:
    """Send files and wait until all is sent."""
    await bot.put_out_reply(OFFICIAL, answer(*files))
    await fake.next_message(office.official, LONG)
    await bot.idle()
    return fake.messages(office.official)


async def test_a_file_arrives_whole_its_text_the_caption_its_buttons_below(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    [message] = await arrived(fake, bot, office, SHEET)

    assert message.content["document"]["file_name"] == "bao-cao-12.xlsx"
    assert bytes_of(fake, message) == SHEET.data
    assert message.text == "Báo cáo 12"
    assert [entity["type"] for entity in message.entities] == ["bold"]
    assert message.buttons == [["Xem báo cáo 12"]]
    assert await bot.rows(KEPT) == [(0,)]
    assert fake.violations == []


async def test_a_picture_is_shown_and_a_file_behind_it_has_the_buttons(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    await arrived(fake, bot, office, CHART, SHEET)
    first, second = fake.messages(office.official)

    assert (first.media, first.text, first.buttons) == ("photo", "Báo cáo 12", [])
    assert (second.media, second.text, second.buttons) == ("document", "", [["Xem báo cáo 12"]])


@pytest.mark.parametrize("why", ["PHOTO_INVALID_DIMENSIONS", "IMAGE_PROCESS_FAILED"])
async def test_a_picture_that_cannot_be_shown_goes_as_a_file(
    fake: FakeTelegram, bot: Running, office: Office, why: str
) -> None:
    fake.faults.error(400, f"Bad Request: {why}", method="sendPhoto")
    [message] = await arrived(fake, bot, office, CHART)

    assert message.media == "document"


async def test_a_picture_refused_for_another_reason_is_given_up(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.faults.error(400, "Bad Request: TOPIC_CLOSED", method="sendPhoto")
    await bot.put_out_reply(OFFICIAL, answer(CHART))
    await bot.until("SELECT state, error FROM outbox", [("dropped", "Topic_closed")])

    assert await bot.rows(KEPT) == [(0,)]


async def test_a_text_too_long_for_a_caption_goes_first(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    await bot.put_out_reply(OFFICIAL, answer(SHEET, text="Nhiệm vụ " * 300))
    await bot.idle()
    told, file = fake.messages(office.official)

    assert told.text == ("Nhiệm vụ " * 300).strip()
    assert (told.media, told.buttons) == (None, [])
    assert (file.media, file.buttons) == ("document", [["Xem báo cáo 12"]])


@pytest.mark.parametrize(
    ("letters", "messages"), [("ệ" * 1024, 1), ("ệ" * 1025, 2), ("😀" * 512, 1), ("😀" * 513, 2)]
)
def test_captions_are_counted_in_utf16_units(letters: str, messages: int) -> None:
    assert len(payloads(answer(SHEET, text=letters), None)) == messages


async def test_what_did_not_arrive_is_sent_again(fake: FakeTelegram, bot: Running, office: Office) -> None:
    fake.faults.error(502, method="sendDocument")
    fake.faults.connection(Break.RESET, method="sendDocument")
    [message] = await arrived(fake, bot, office, SHEET)

    assert len(calls_of(fake, "sendDocument")) == 3
    assert bytes_of(fake, message) == SHEET.data


async def test_the_pause_that_telegram_asks_for_is_kept(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.faults.too_many_requests(1, method="sendDocument")
    await arrived(fake, bot, office, SHEET)
    refused, taken = [call.at for call in fake.calls if call.method == "sendDocument"]

    assert taken - refused >= 1.0


async def test_files_count_for_the_limits_as_texts_do(fake: FakeTelegram, book: Path, office: Office) -> None:
    async with running(fake, book, limits=Limits()) as bot:
        await bot.put_out_reply(OFFICIAL, answer(CHART, SHEET))
        await bot.idle()
    times = [call.at for call in fake.calls if call.method in ("sendPhoto", "sendDocument")]

    assert times[1] - times[0] >= 1.0
    assert fake.violations == []


async def test_a_file_too_large_for_the_server_is_given_up(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.faults.error(413, "Request Entity Too Large", method="sendDocument")
    await bot.put_out_reply(OFFICIAL, answer(SHEET))

    await bot.until("SELECT state FROM outbox", [("dropped",)])
    assert await bot.rows(KEPT) == [(0,)]


async def test_a_file_too_large_for_telegram_is_answered_with_a_sentence(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    large = Attachment("tat-ca.json", bytes(MOST_BYTES + 1))
    await bot.put_out_reply(OFFICIAL, answer(large))
    message = await fake.next_message(office.official, LONG)

    assert message.text.endswith(
        "Tệp tat-ca.json quá 50 MB nên Telegram không nhận. Hãy chọn ít báo cáo hơn."
    )
    assert message.buttons == [["Xem báo cáo 12"]]
    assert calls_of(fake, "sendDocument") == []


def test_a_large_picture_goes_out_as_a_file() -> None:
    large = Attachment("a.png", bytes(MOST_OF_A_PICTURE + 1), picture=True)
    [file] = sendable(answer(large), Texts("vi")).files

    assert not file.picture


async def test_what_was_stored_but_not_sent_goes_out_at_the_next_start(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with starting(fake, book) as bot:
        await bot.put_out_reply(OFFICIAL, answer(SHEET))
    async with running(fake, book) as bot:
        await bot.idle()
    [message] = [m for m in fake.messages(office.official) if m.media]

    assert bytes_of(fake, message) == SHEET.data


async def test_killed_in_the_middle_of_an_upload(fake: FakeTelegram, tmp_path: Path, office: Office) -> None:
    async with starting(fake, tmp_path / "sohop.db") as bot:
        fake.faults.connection("stall", method="sendDocument", times=None)
        await bot.put_out_reply(OFFICIAL, answer(SHEET))
    fake.server.calls.clear()
    async with process(fake, tmp_path) as started:
        await started.ready()
        await fake.wait_for(lambda: calls_of(fake, "sendDocument"), LONG)
        await started.end(signal.SIGKILL)
        fake.faults.clear()
        await started.ready()
        message = await fake.message_with("Báo cáo 12", office.official, LONG)

    assert bytes_of(fake, message) == SHEET.data


async def test_what_waits_for_a_group_follows_it(fake: FakeTelegram, book: Path, office: Office) -> None:
    group = fake.server.world.add_chat(Chat(GROUP, "group", "Tổ họp", bot_status="administrator"))
    group.members = {office.official.id: "member"}
    moved = fake.migrate(group, office.official)
    fake.server.updates.queue.clear()
    async with starting(fake, book) as bot:
        await bot.put_out_reply(GROUP, answer(SHEET))
    async with running(fake, book) as bot:
        message = await fake.next_message(moved, LONG)
        await bot.idle()

        assert bytes_of(fake, message) == SHEET.data
        assert await bot.rows(KEPT) == [(0,)]


async def test_a_file_stays_in_its_topic_under_its_question_or_goes_to_the_main_one(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    forum = fake.server.world.add_chat(Chat(GROUP, "supergroup", "Ủy ban", is_forum=True))
    topic = fake.topic(forum, "Báo cáo")
    [asked] = fake.say(office.official, "/export", chat=forum, thread=topic, quiet=True)
    place = Place("telegram", str(GROUP), topic, private=False)
    request = Request(
        place, Sender("telegram", str(OFFICIAL)), datetime.now(UTC), position=asked.id, text="/export"
    )
    await bot.put_out_reply(GROUP, answer(SHEET), request)
    inside = await fake.next_message(forum, LONG)
    del forum.topics[topic]
    await bot.put_out_reply(GROUP, answer(SHEET), request)
    outside = await fake.next_message(forum, LONG)

    assert (inside.thread, inside.reply_to) == (topic, asked)
    assert outside.media == "document"
    assert [p.get("message_thread_id") for p in calls_of(fake, "sendDocument")] == [topic, topic, None]


def test_a_file_takes_the_place_of_no_message() -> None:
    pressed = Request(
        Place("telegram", "1"),
        Sender("telegram", "1"),
        datetime.now(UTC),
        pressed="export 12 xlsx",
        pressed_on=7,
    )
    reply = Reply(RichText("x" * 2000), OPEN, (SHEET,), replaces=True)

    assert [message.edits for message in payloads(reply, pressed)] == [None, None]


def test_a_word_about_the_work_is_replaced_by_the_text_and_the_file_comes_behind() -> None:
    told, file = payloads(answer(SHEET), None, instead_of=7)

    assert (told.edits, told.file) == (7, None)
    assert (file.edits, file.file, file.text.text) == (None, SHEET, "")


def test_a_message_of_before_files_is_read() -> None:
    [message] = payloads(Reply(RichText("x")), None)
    written = message.dump().replace(', "file": null', "")

    assert '"file"' not in written
    assert type(message).load(written) == message
