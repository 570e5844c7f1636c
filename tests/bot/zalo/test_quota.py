"""The month's messages: counted in and out, told at 80 %, and from 95 % on only answers."""

from __future__ import annotations

from pathlib import Path

from handlers.chat import Reply
from handlers.richtext import RichText
from storage.drafts import Draft, DraftState
from tests.bot.zalo.running import ADMIN, OFFICIAL, STAFF, Running, running
from tests.fake_zalo import FakeZalo, Fault

COUNTED = "SELECT direction, count FROM message_count ORDER BY direction"


async def ask(fake: FakeZalo, bot: Running, times: int) -> None:
    minh = fake.user("Minh", OFFICIAL)
    for _ in range(times):
        fake.says(minh, "/whoami")
        await fake.next_message(minh)
    await bot.idle()


async def test_both_directions_count_and_a_message_that_comes_twice_once(fake: FakeZalo, book: Path) -> None:
    async with running(fake, book) as bot:
        await ask(fake, bot, 2)
        minh = fake.user("Minh", OFFICIAL)
        fake.again(fake.says(minh, "/whoami"))
        await fake.next_message(minh)
        await bot.idle()

        assert await bot.rows(COUNTED) == [("in", 3), ("out", 3)]
        assert fake.counted == 6


async def test_a_message_that_may_have_arrived_counts(fake: FakeZalo, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.fail_next("sendMessage", Fault.RESET_AFTER)
        fake.says(minh, "/whoami")
        await bot.until(COUNTED, [("in", 1), ("out", 1)])


async def test_administrators_are_told_once_at_80_per_cent(fake: FakeZalo, book: Path) -> None:
    admin = fake.user("Quản trị", ADMIN)
    async with running(fake, book, zalo_monthly_messages=10) as bot:
        fake.says(admin, "/whoami")
        await fake.next_message(admin)
        await ask(fake, bot, 3)
        told = (await fake.next_message(admin)).text
        await ask(fake, bot, 2)
        await fake.silent(admin)

    assert told.startswith("Zalo: đã dùng 80% số tin của tháng (8/10).")


async def test_from_95_per_cent_on_only_answers_go_out(fake: FakeZalo, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book, zalo_monthly_messages=4) as bot:
        fake.says(lan, "/whoami")
        await fake.next_message(lan)
        await push(bot, "Bản nháp đã bỏ.")
        assert (await fake.next_message(lan)).text == "Bản nháp đã bỏ."

        await ask(fake, bot, 1)
        await push(bot, "Bản nháp nữa đã bỏ.")
        await fake.silent(lan)
        fake.says(lan, "/whoami")
        await fake.next_message(lan)

        assert await bot.rows(f"SELECT error FROM outbox WHERE state = 'dropped' AND chat = '{STAFF}'") == [
            ("too little is left of the month's messages",)
        ]


async def push(bot: Running, words: str) -> None:
    """Say what nobody asked for, as housekeeping does."""
    async with bot.service.context() as context:
        draft = Draft(1, "zalo", STAFF, None, f"zalo:{STAFF}", DraftState.PREVIEWED, None)
        await bot.runner._tell(context.session, draft, Reply(RichText(words)))
    bot.runner._outbox.wake()


async def test_the_administrator_sees_the_month_in_the_status(fake: FakeZalo, book: Path) -> None:
    admin = fake.user("Quản trị", ADMIN)
    async with running(fake, book) as bot:
        fake.says(admin, "/status")
        status = (await fake.next_message(admin)).text
        month = f"{bot.service.clock():%m/%Y}"

    assert f"Tin Zalo tháng {month}: 1/3.000" in status


async def test_beyond_the_plan_the_answer_waits(fake: FakeZalo, book: Path) -> None:
    fake.quota = 1
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.says(minh, "/whoami")
        await bot.until("SELECT state, error FROM outbox", [("new", "sendMessage: 429 Quota exceeded")])
