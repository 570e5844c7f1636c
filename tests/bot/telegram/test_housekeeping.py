"""What the bot does by itself from time to time, as its people see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import GROUP, LONG, QUICK, SOON, Running, running, texts
from tests.bot.telegram.texts import short_report
from tests.fake_telegram import Chat, FakeTelegram

AT_ONCE = replace(QUICK, tidy_first=0)
OVER = timedelta(days=7, minutes=1)
DROPPED = "quá 7 ngày chưa lưu nên đã bỏ. Còn cần thì gửi lại."


async def test_a_bot_that_starts_again_after_a_week_tells_that_a_draft_was_dropped(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book):
        fake.say(office.staff, short_report())
        shown = await fake.message_with("Xem trước", office.staff, LONG)
    async with running(fake, book, patience=AT_ONCE, later=OVER) as bot:
        word = await fake.message_with(DROPPED, office.staff, LONG)
        await bot.idle()
        assert await bot.rows("SELECT id FROM draft") == []
        fake.press(office.staff, "Lưu", message=shown)
        await fake.message_with("đã được lưu hoặc đã bỏ", office.staff, LONG)
    async with running(fake, book, patience=AT_ONCE, later=OVER) as bot:
        await bot.idle()

    assert word.text.startswith("Bản nháp “Hội nghị Ban Chấp hành")
    assert sum(DROPPED in text for text in texts(fake, office.staff)) == 1


async def test_the_house_is_kept_while_the_bot_runs(fake: FakeTelegram, book: Path, office: Office) -> None:
    async with running(fake, book, patience=replace(AT_ONCE, tidy_every=0.05)) as bot:
        fake.say(office.staff, short_report())
        await fake.message_with("Xem trước", office.staff, LONG)
        async with bot.service.database.session() as session:
            await session.write("UPDATE draft SET updated_at = '2020-01-01T00:00:00+00:00'")
        await fake.message_with(DROPPED, office.staff, LONG)

        fake.say(office.staff, "/drafts")
        await fake.message_with("không có bản nháp nào", office.staff, LONG)


async def test_a_word_about_a_draft_goes_to_its_topic(fake: FakeTelegram, book: Path, office: Office) -> None:
    forum = fake.server.world.add_chat(Chat(GROUP, "supergroup", "Ủy ban", is_forum=True))
    topic = fake.topic(forum, "Báo cáo")
    async with running(fake, book):
        fake.say(office.staff, f"/post {short_report()}", chat=forum, thread=topic)
        await fake.message_with("Bản nháp đang có", forum, LONG)
    async with running(fake, book, patience=AT_ONCE, later=OVER):
        word = await fake.message_with(DROPPED, forum, LONG)

    assert word.thread == topic


async def test_who_pressed_store_while_the_bot_was_down_is_answered_before(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book):
        fake.say(office.staff, short_report())
        shown = await fake.message_with("Xem trước", office.staff, LONG)
    fake.press(office.staff, "Lưu", message=shown)
    patience = replace(QUICK, tidy_first=2 * SOON)
    async with running(fake, book, patience=patience, later=OVER) as bot:
        await fake.message_with("Đã lưu thành báo cáo 1", office.staff, LONG)
        await bot.until("SELECT count(*) FROM draft", [(0,)])

    assert not any(DROPPED in text for text in texts(fake, office.staff))


async def test_deleted_reports_are_purged_after_30_days(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book) as bot:
        await bot.store(short_report())
        fake.say(office.staff, "/delete 1")
        await fake.message_with("Xóa báo cáo 1?", office.staff, LONG)
        fake.press(office.staff, "Xóa")
        await fake.message_with("Đã xóa báo cáo 1.", office.staff, LONG)
    async with running(fake, book, patience=AT_ONCE, later=timedelta(days=29)) as bot:
        fake.say(office.official, "/report 1")
        told = await fake.message_with("Báo cáo 1 đã được xóa ngày", office.official, LONG)
    async with running(fake, book, patience=AT_ONCE, later=timedelta(days=30, minutes=1)) as bot:
        await bot.until("SELECT count(*) FROM report", [(0,)])
        fake.say(office.staff, "/restore 1")
        await fake.message_with("Không có báo cáo 1.", office.staff, LONG)

    assert "/restore" not in told.text


async def test_deleting_and_restoring_in_chat(fake: FakeTelegram, bot: Running, office: Office) -> None:
    await bot.store(short_report())
    fake.say(office.staff, "/xoa 1")
    asked = await fake.message_with("Xóa báo cáo 1?", office.staff, LONG)
    fake.press(office.staff, "Xóa")
    await fake.message_with("Đã xóa báo cáo 1.", office.staff, LONG)
    fake.say(office.official, "/latest")
    await fake.message_with("Sổ chưa có báo cáo nào.", office.official, LONG)
    fake.press(office.staff, "Khôi phục 1")
    await fake.message_with("Đã khôi phục báo cáo 1.", office.staff, LONG)
    fake.say(office.official, "/latest")
    await fake.message_with("Báo cáo 1 ·", office.official, LONG)

    assert [message.id for message in fake.messages(office.staff)] == [asked.id]
