"""Windows: 48 hours free, to 7 days billed, then refused; and nothing unasked to whoever left."""

from __future__ import annotations

from pathlib import Path

from handlers.chat import Reply
from handlers.richtext import RichText
from storage.drafts import Draft, DraftState
from tests.bot.zalo_oa.running import ADMIN, OFFICIAL, STAFF, Running, running
from tests.fake_zalo_oa import DAY, HOUR, FakeOa, Fault

PRICES = "SELECT price, sum(count) FROM priced_message GROUP BY price ORDER BY price"  # of any month
DROPPED = "SELECT error FROM outbox WHERE state = 'dropped'"
AUDIT = "SELECT actor, action, subject, detail FROM audit WHERE action = 'drop message'"


async def push(bot: Running, person: str, words: str) -> None:
    """Say what nobody asked for, as housekeeping does."""
    async with bot.service.context() as context:
        draft = Draft(1, "zalo_oa", person, None, f"zalo_oa:{person}", DraftState.PREVIEWED, None)
        await bot.runner._tell(context.session, draft, Reply(RichText(words)))
    bot.runner._carrying.outbox.wake()


async def test_what_a_message_costs_counts_from_the_last_thing_that_was_done(
    fake: FakeOa, book: Path
) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book) as bot:
        await fake.says(lan, "/whoami")
        assert (await fake.next_message(lan)).quota == "reply"
        fake.later = 47 * HOUR
        await push(bot, STAFF, "Trong 48 giờ")
        assert (await fake.next_message(lan)).quota == "reply"
        fake.later = 3 * DAY
        await push(bot, STAFF, "Sau 48 giờ")
        assert (await fake.next_message(lan)).quota == "sub_quota"
        await bot.idle()

        assert await bot.rows(PRICES) == [("billed", 1), ("free", 2)]
    assert fake.billed == 1


async def test_after_seven_days_nothing_is_sent_and_administrators_are_told(fake: FakeOa, book: Path) -> None:
    lan, admin = fake.user("Lan", STAFF), fake.user("Quản trị", ADMIN)
    async with running(fake, book) as bot:
        await fake.says(lan, "/whoami")
        await fake.next_message(lan)
        fake.later = 8 * DAY
        await fake.says(admin, "/whoami")
        await fake.next_message(admin)
        sent = fake.called("message/cs")

        await push(bot, STAFF, "Bản nháp bí mật đã bỏ")
        told = (await fake.next_message(admin)).text
        await push(bot, STAFF, "Bản nháp bí mật nữa đã bỏ")
        await fake.silent(admin)
        await bot.idle()

        assert fake.called("message/cs") == sent + 1
        assert await bot.rows(DROPPED) == [("the person did nothing here for 7 days",)] * 2
        assert (
            await bot.rows(AUDIT)
            == [("sohop", "drop message", f"zalo_oa:{STAFF}", '{"reason": "7 days"}')] * 2
        )
        assert dict(await bot.rows(PRICES))["refused"] == 2

    assert told.startswith(f"Zalo OA: không gửi được tin cho Lan (zalo_oa:{STAFF}) vì người này")
    assert "bí mật" not in told


async def test_a_refusal_by_zalo_itself_counts_the_same(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.fail_next("message/cs", Fault.TOO_LATE)
        await fake.says(minh, "/whoami")
        # the word to the administrators, who never wrote here, is refused and counted too
        of_minh = (
            f"SELECT count(*) FROM audit WHERE action = 'drop message' AND subject = 'zalo_oa:{OFFICIAL}'"
        )
        await bot.until(of_minh, [(1,)])
        await bot.until("SELECT count(*) FROM outbox WHERE state = 'new'", [(0,)])

        assert dict(await bot.rows(PRICES)) == {"refused": len(await bot.rows(AUDIT))}
        assert await bot.rows(of_minh) == [(1,)]


async def test_administrators_who_are_out_of_reach_themselves_start_no_circle(
    fake: FakeOa, book: Path
) -> None:
    admin = fake.user("Quản trị", ADMIN)
    async with running(fake, book) as bot:
        await fake.says(admin, "/whoami")
        await fake.next_message(admin)
        fake.later = 8 * DAY
        await push(bot, ADMIN, "Bản nháp đã bỏ")
        await bot.until("SELECT count(*) FROM outbox WHERE state = 'dropped'", [(2,)])
        await fake.silent(admin)

        assert len(await bot.rows(AUDIT)) == 2


async def test_whoever_left_gets_nothing_unasked_until_they_come_back(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book) as bot:
        await fake.says(lan, "/whoami")
        await fake.next_message(lan)
        fake.later = 60
        await fake.unfollows(lan)
        sent = fake.called("message/cs")
        await push(bot, STAFF, "Bản nháp đã bỏ")
        await bot.until(DROPPED, [("the person does not follow the account any more",)])
        assert fake.called("message/cs") == sent

        fake.later = 120
        await fake.follows(lan)
        await fake.next_message(lan)
        await push(bot, STAFF, "Bản nháp nữa đã bỏ")
        assert (await fake.next_message(lan)).text == "Bản nháp nữa đã bỏ"


async def test_an_old_unfollow_that_comes_again_changes_nothing(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book) as bot:
        left = await fake.unfollows(lan)
        fake.later = 60
        await fake.says(lan, "/whoami")
        await fake.next_message(lan)
        assert await fake.push(left) == 200
        await push(bot, STAFF, "Bản nháp đã bỏ")

        assert (await fake.next_message(lan)).text == "Bản nháp đã bỏ"


async def test_whom_zalo_does_not_reach_gets_no_more_pushes(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        await fake.says(minh, "/whoami")
        await fake.next_message(minh)
        fake.later = 60
        fake.gone[minh.id] = -227
        await push(bot, OFFICIAL, "một")
        await bot.until("SELECT count(*) FROM outbox WHERE state = 'dropped'", [(1,)])
        sent = fake.called("message/cs")
        await push(bot, OFFICIAL, "hai")
        await bot.until("SELECT count(*) FROM outbox WHERE state = 'dropped'", [(2,)])

    assert fake.called("message/cs") == sent


async def test_the_administrator_sees_the_month_in_the_status_and_the_numbers(
    fake: FakeOa, book: Path
) -> None:
    admin, minh = fake.user("Quản trị", ADMIN), fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        await fake.says(minh, "/whoami")
        await fake.next_message(minh)
        fake.later = 3 * DAY
        await push(bot, OFFICIAL, "Sau 48 giờ")
        await fake.next_message(minh)
        await bot.idle()
        await fake.says(admin, "/status")
        status = (await fake.next_message(admin)).text
        month = f"{bot.service.clock():%m/%Y}"
        async with bot.http() as http:
            numbers = (await http.get("/metrics")).text.splitlines()

    assert "Zalo OA: 1 người đang trong 48 giờ, 2 người trong 7 ngày" in status
    assert f"Zalo OA tháng {month}: " in status
    assert " 1 tin tính phí (sau 48 giờ) · 0 tin không gửi được (quá 7 ngày)" in status
    assert 'sohop_month_priced_messages{platform="zalo_oa",price="billed"} 1.0' in numbers
