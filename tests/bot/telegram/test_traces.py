"""What was refused as secret stands in no file afterwards: a search of the whole folder does not find it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import LONG, SOON, Running, process, running
from tests.bot.telegram.texts import OPINION, short_report
from tests.fake_telegram import FakeTelegram

MARK = "khong-ai-duoc-thay"
SECRET = f"TỐI MẬT\nKết luận {MARK} của Thường trực Đảng ủy xã về công tác bảo vệ"
FOLLOWING = f"{MARK} {OPINION.format(number=1)}"
REFUSED = "Văn bản có dấu mật"


def found_in(folder: Path) -> list[str]:
    """Name the files that hold the mark."""
    return [file.name for file in sorted(folder.iterdir()) if MARK.encode() in file.read_bytes()]


async def no_trace_in(folder: Path) -> None:
    """Wait until no file holds the mark: the log is emptied a moment after the commit."""
    async with asyncio.timeout(LONG):
        while found_in(folder):  # noqa: ASYNC110 files wake nobody
            await asyncio.sleep(0.02)


async def test_a_secret_text_and_what_belongs_to_it_leave_no_trace(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book) as bot:
        fake.say(office.staff, "/post")
        fake.say(office.staff, f"Hội nghị {MARK} của Đảng ủy xã")
        await fake.drained()
        await bot.idle()
        before = found_in(book.parent)
        fake.say(office.staff, SECRET)
        await fake.message_with(REFUSED, office.staff, LONG)
        fake.say(office.staff, FOLLOWING)
        await fake.drained()
        await bot.idle()

        assert before == ["sohop.db-wal"]
        await no_trace_in(book.parent)


async def test_an_edit_that_makes_a_text_secret_leaves_no_trace(
    fake: FakeTelegram, bot: Running, office: Office, book: Path
) -> None:
    [sent] = fake.say(office.staff, f"{MARK} {short_report()}")
    await fake.message_with("Xem trước", office.staff, LONG)
    fake.edit(sent, SECRET)
    await fake.message_with(REFUSED, office.staff, LONG)
    await bot.idle()

    await no_trace_in(book.parent)


async def test_a_secret_question_leaves_no_trace(
    fake: FakeTelegram, bot: Running, office: Office, book: Path
) -> None:
    fake.say(office.official, SECRET)
    await fake.message_with(REFUSED, office.official, LONG)
    await bot.idle()

    await no_trace_in(book.parent)


async def test_a_text_refused_for_its_language_leaves_no_trace(
    fake: FakeTelegram, bot: Running, office: Office, book: Path
) -> None:
    fake.say(office.staff, f"{MARK} " + "The roof of the school is late because of the weather. " * 20)
    await fake.message_with("không phải tiếng Việt", office.staff, LONG)
    await bot.idle()

    await no_trace_in(book.parent)


async def test_a_process_logs_nothing_of_what_it_refused(
    fake: FakeTelegram, tmp_path: Path, office: Office
) -> None:
    """At the loudest."""
    async with process(fake, tmp_path, LOG_LEVEL="DEBUG") as bot:
        await bot.ready()
        fake.say(office.staff, SECRET)
        await fake.message_with(REFUSED, office.staff, LONG)
        await asyncio.sleep(SOON)
        await bot.end()
        words = bot.words

    assert "DEBUG" in words
    assert found_in(tmp_path) == []
