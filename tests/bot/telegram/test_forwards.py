"""Messages that staff forward: taken like a paste, dated by the day on which they were first sent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import LONG, Running, texts
from tests.bot.telegram.texts import OPINION, long_report
from tests.dialogs.stage import text_named
from tests.documents.making import p, word
from tests.fake_telegram import Attachment, FakeTelegram
from tests.fake_telegram.world import Message, User

UNDATED = text_named("hop-khong-ngay")
LATE = int(datetime(2026, 9, 11, 17, 30, tzinfo=UTC).timestamp())
"""Half an hour into the 12th in Vietnam."""
DAY = "đăng ngày 12/09/2026 (không ghi trong văn bản)"


def said_on_a_day(fake: FakeTelegram, person: User, text: str) -> list[Message]:
    """Write something to somebody else, on a day long ago."""
    messages = fake.say(person, text, chat=fake.supergroup("Các ấp", bot="left"), quiet=True)
    for message in messages:
        message.date = LATE
    return messages


@pytest.mark.parametrize("hidden", [False, True])
async def test_somebodys_message_is_dated_by_when_it_was_sent(
    fake: FakeTelegram, bot: Running, office: Office, hidden: bool
) -> None:
    [said] = said_on_a_day(fake, office.stranger, UNDATED)
    fake.forward(office.staff, said, hidden=hidden)
    preview = await fake.message_with("Xem trước", office.staff, LONG)
    shown = preview.text
    fake.press(office.staff, "Lưu")
    await fake.message_with("Đã lưu", office.staff, LONG)

    assert DAY in shown
    assert await bot.rows("SELECT day, published, published_text, published_start FROM report") == [
        ("2026-09-12", "2026-09-12", "12/09/2026", -3)
    ]
    assert await bot.rows("SELECT last_day FROM task ORDER BY ordinal") == [("2026-09-25",), (None,)]


async def test_a_channels_post_is_dated_by_when_it_was_posted(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    post = fake.post(fake.channel("Bản tin xã"), UNDATED)
    post.date = LATE
    fake.forward(office.staff, post)

    assert DAY in (await fake.message_with("Xem trước", office.staff, LONG)).text


async def test_a_group_that_speaks_for_itself_is_dated_too(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    group = fake.supergroup("Ủy ban", bot="left")
    [said] = fake.say(office.stranger, UNDATED, chat=group, anonymous=True, quiet=True)
    said.date = LATE
    fake.forward(office.staff, said)

    assert DAY in (await fake.message_with("Xem trước", office.staff, LONG)).text


async def test_a_long_text_that_was_cut_is_one_report_when_it_is_forwarded(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    parts = said_on_a_day(fake, office.stranger, long_report(opinions=26))
    for part in parts:
        fake.forward(office.staff, part)
    await fake.message_with("9 nhiệm vụ", office.staff, LONG)

    assert len(parts) == 3
    assert len(texts(fake, office.staff)) == 1
    assert await bot.rows("SELECT count(*), count(DISTINCT draft_id) FROM draft_part") == [(3, 1)]


async def test_two_long_texts_that_are_forwarded_in_one_go_stay_apart(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    """They were written minutes apart."""
    typed = "\n\n".join(OPINION.format(number=number) for number in range(1, 7))
    for minutes, text in enumerate((typed, typed.replace("ấp", "khóm"))):
        [said] = said_on_a_day(fake, office.stranger, text)
        said.date += 60 * minutes
        fake.forward(office.staff, said)
    await fake.wait_for(lambda: len(fake.messages(office.staff)) == 2, LONG)

    assert await bot.rows("SELECT count(*), count(DISTINCT draft_id) FROM draft_part") == [(2, 2)]


async def test_a_forwarded_file_is_dated_too(fake: FakeTelegram, bot: Running, office: Office) -> None:
    document = Attachment("họp.docx", word("".join(map(p, UNDATED.split("\n")))))
    [said] = fake.send(office.admin, document, chat=fake.supergroup("Các ấp", bot="left"))
    said.date = LATE
    fake.forward(office.staff, said)

    assert DAY in (await fake.message_with("Tệp: họp.docx", office.staff, LONG)).text


async def test_a_short_message_that_is_forwarded_is_looked_for_like_any_words(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    [said] = said_on_a_day(fake, office.stranger, "nước sạch")
    fake.forward(office.staff, said)
    await fake.message_with("Không có “nước sạch”", office.staff, LONG)


async def test_what_follows_a_secret_text_that_was_forwarded_is_not_kept(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    """Also what was written on another day, but forwarded in the same go."""
    [secret] = said_on_a_day(fake, office.stranger, f"TỐI MẬT\n{UNDATED}")
    [other] = said_on_a_day(fake, office.stranger, UNDATED)
    other.date += 3600
    fake.forward(office.staff, secret)
    fake.forward(office.staff, other)
    await fake.message_with("Văn bản có dấu mật", office.staff, LONG)
    await bot.idle()

    assert len(fake.messages(office.staff)) == 1
    assert await bot.rows("SELECT DISTINCT text FROM draft_part") == [("",)]
