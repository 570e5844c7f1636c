"""Long texts that a client cut into several messages (reference/telegram.md 2.6), and what they are not.

A first part is longer than half a message, the next follows at once, and both together would not have
fitted into one. Parts are rows in storage, so no restart loses one.
"""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from pathlib import Path

from storage import drafts, inbox
from storage.drafts import DraftState, Part
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.running import GROUP, LONG, SOON, STAFF, Running, running, texts
from tests.bot.telegram.texts import OPINION, long_report, short_report
from tests.fake_telegram import Chat, FakeTelegram

TWO_PARTS = long_report(opinions=9)  # the second is so short that no third can follow
THREE_PARTS = long_report(opinions=26)
TYPED = "\n\n".join(OPINION.format(number=number) for number in range(1, 7))  # longer than half a message


async def parts_of(bot: Running) -> list[str]:
    """The texts of the drafts' parts."""
    rows = await bot.rows("SELECT text FROM draft_part ORDER BY draft_id, position")
    return [text for (text,) in rows]


async def test_a_short_second_part_ends_the_paste_at_once(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.staff, TWO_PARTS)
    await fake.message_with("Xem trước", office.staff, 1.5)

    assert len(await parts_of(bot)) == 2
    assert len(fake.messages(office.staff)) == 1


async def test_three_parts_are_one_report(fake: FakeTelegram, bot: Running, office: Office) -> None:
    parts = fake.say(office.staff, THREE_PARTS)
    await fake.message_with("Xem trước", office.staff, LONG)

    assert len(parts) == 3
    assert await parts_of(bot) == [part.text for part in parts]
    assert len(fake.messages(office.staff)) == 1


async def test_a_part_that_is_delivered_twice_does_not_repeat(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    first, second = fake.say(office.staff, TWO_PARTS)
    fake.redeliver(first)
    fake.redeliver(second)
    await fake.message_with("Xem trước", office.staff, LONG)
    fake.redeliver(first)
    fake.redeliver(second)
    await fake.drained()
    await asyncio.sleep(SOON)

    assert await parts_of(bot) == [first.text, second.text]
    assert len(fake.messages(office.staff)) == 1


async def test_a_late_part_is_joined_to_what_was_shown(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    """Its sender sent it in time; the way was long."""
    first, second = fake.say(office.staff, TWO_PARTS, quiet=True)
    fake.inject("message", first.to_json())
    await fake.message_with("Xem trước", office.staff, LONG)
    fake.inject("message", second.to_json())
    shown = await fake.message_with("9 nhiệm vụ", office.staff, LONG)
    fake.press(office.staff, "Lưu", message=shown)
    await fake.message_with("Đã lưu thành báo cáo 1", office.staff, LONG)

    assert await bot.rows("SELECT text FROM source") == [(f"{first.text}\n{second.text}",)]


async def test_two_typed_messages_are_not_joined(fake: FakeTelegram, bot: Running, office: Office) -> None:
    fake.say(office.staff, TYPED)
    fake.say(office.staff, short_report())
    await fake.message_with("9 nhiệm vụ", office.staff, LONG)

    assert len(await bot.rows("SELECT id FROM draft")) == 2
    assert len(fake.messages(office.staff)) == 2


async def test_a_question_after_a_long_text_is_a_question(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.staff, TYPED)
    fake.say(office.staff, "nước sạch")
    await fake.message_with("Không có “nước sạch”", office.staff, LONG)

    assert await parts_of(bot) == [TYPED]
    assert "Xem trước" in texts(fake, office.staff)[0]


async def test_parts_sent_far_apart_are_not_one_paste(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    first, second = fake.say(office.staff, TWO_PARTS, quiet=True)
    first.date -= 3
    fake.inject("message", first.to_json())
    fake.inject("message", second.to_json())
    await fake.wait_for(lambda: len(fake.messages(office.staff)) == 2, LONG)

    assert len(await bot.rows("SELECT id FROM draft")) == 2


async def test_somebody_else_may_write_between_the_parts(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    """In a group whose members are staff: also with a paste of their own."""
    group = Chat(GROUP, "supergroup", "Văn phòng", bot_status="administrator")
    fake.server.world.add_chat(group)
    mine = [f"@sohop_bot {TWO_PARTS}", long_report("Tân Thạnh", opinions=9)]
    async with running(fake, book) as bot:
        parts = []
        for person, text in zip((office.staff, office.colleague), mine, strict=True):
            parts.append(
                fake.say(person, text if "@" in text else f"@sohop_bot {text}", chat=group, quiet=True)
            )
        order = [parts[0][0], parts[1][0], parts[0][1], parts[1][1]]
        for part in order:
            fake.inject("message", part.to_json())
        await fake.wait_for(lambda: len(fake.messages(group)) == 2, LONG)
        joined = await bot.rows(
            "SELECT owner, group_concat(text, '|') FROM draft JOIN draft_part ON draft_id = id GROUP BY owner"
        )

    assert [owner for owner, _ in joined] == [f"telegram:{STAFF}", f"telegram:{office.colleague.id}"]
    assert all(text.count("|") == 1 for _, text in joined)
    assert "Tân Thạnh" not in joined[0][1]
    assert joined[1][1].count("Tân Thạnh") >= 3


async def test_post_collects_messages_until_done(fake: FakeTelegram, bot: Running, office: Office) -> None:
    opened = fake.say(office.staff, "/dang")
    first = fake.say(office.staff, TYPED)
    await fake.message_with("Gửi nội dung báo cáo", office.staff, LONG)
    second = fake.say(office.staff, short_report())
    await fake.message_with("Bản nháp đang có 2 tin", office.staff, LONG)
    fake.press(office.staff, "Xong")
    await fake.message_with("Xem trước", office.staff, LONG)
    fake.press(office.staff, "Lưu")
    await fake.message_with("Đã lưu", office.staff, LONG)

    assert len(opened) == len(first) == len(second) == 1
    assert await bot.rows("SELECT text FROM source") == [(f"{TYPED}\n{short_report()}",)]


async def test_a_first_part_may_begin_with_the_command(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.staff, f"/post {TWO_PARTS}")
    await fake.message_with("Bản nháp đang có 2 tin", office.staff, LONG)
    fake.say(office.staff, "/done")
    await fake.message_with("9 nhiệm vụ", office.staff, LONG)

    assert (await parts_of(bot))[0].startswith("Hội nghị")


async def test_an_edited_part_counts_as_it_is_now(fake: FakeTelegram, bot: Running, office: Office) -> None:
    first, second = fake.say(office.staff, TWO_PARTS)
    await fake.message_with("Xem trước, chưa lưu", office.staff, LONG)
    fake.edit(first, first.text.replace("Mỹ Hòa Tây", "Mỹ Hòa Đông"))
    await fake.message_with("Xem trước theo tin đã sửa", office.staff, LONG)

    assert await parts_of(bot) == [first.text, second.text]
    assert "Mỹ Hòa Đông" in texts(fake, office.staff)[-1]


async def test_an_edit_of_the_message_with_the_command_keeps_the_command_out(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    [posted] = fake.say(office.staff, f"/post {short_report()}")
    await fake.message_with("Bản nháp đang có 1 tin", office.staff, LONG)
    fake.edit(posted, posted.text.replace("Mỹ Hòa Tây", "Mỹ Hòa Đông"))
    await fake.drained()
    fake.say(office.staff, "/done")
    await fake.message_with("Xem trước", office.staff, LONG)

    assert await parts_of(bot) == [short_report("Mỹ Hòa Đông")]


async def test_the_same_text_again_is_recognised(fake: FakeTelegram, bot: Running, office: Office) -> None:
    """By its folded words: here without accents, and by somebody else."""
    await bot.store(short_report())
    fake.say(office.staff, short_report().replace("Hội nghị", "HOI NGHI"))
    answer = await fake.message_with("đã được lưu là báo cáo 1", office.staff, LONG)

    assert answer.buttons == [["Xem báo cáo 1"]]
    assert await bot.rows("SELECT count(*) FROM draft") == [(0,)]


async def test_half_a_paste_survives_a_restart(fake: FakeTelegram, book: Path, office: Office) -> None:
    first, second = fake.say(office.staff, TWO_PARTS, quiet=True)
    async with running(fake, book) as bot:
        fake.inject("message", first.to_json())
        await fake.drained()
        await asyncio.sleep(SOON)
        assert await parts_of(bot) == [first.text]
    async with running(fake, book) as bot:
        fake.inject("message", second.to_json())
        await fake.message_with("9 nhiệm vụ", office.staff, LONG)

        assert await parts_of(bot) == [first.text, second.text]
    assert len(fake.messages(office.staff)) == 1


async def test_the_end_of_a_paste_is_noticed_after_a_restart(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    async with running(fake, book) as bot:
        fake.say(office.staff, TYPED)
        await fake.drained()
        await asyncio.sleep(SOON)
        assert await bot.rows("SELECT state FROM draft") == [("joining",)]
    async with running(fake, book):
        await fake.message_with("Xem trước", office.staff, LONG)


async def test_a_pause_that_comes_too_early_is_waited_for_again(
    fake: FakeTelegram, book: Path, office: Office
) -> None:
    """The clock was set back after the pause was noted: the paste must not wait for ever."""
    fake.say(office.staff, "/help", quiet=True)
    async with running(fake, book) as bot:
        async with bot.service.context() as context:
            session, now = context.session, context.now
            draft = await drafts.start(
                session,
                "telegram",
                str(STAFF),
                f"telegram:{STAFF}",
                thread=None,
                state=DraftState.JOINING,
                at=now,
            )
            await drafts.put_part(session, draft.id, Part(1, short_report(), now))
            due = now + timedelta(seconds=0.8)
            await drafts.move(session, draft.id, DraftState.JOINING, at=now, settle_at=due)
            early = json.dumps({"pause": draft.id, "chat": str(STAFF)})
            await inbox.put(session, "telegram", [("pause early", early)], now)
        fake.say(office.admin, "/help")  # wakes the inbox
        await fake.message_with("Xem trước", office.staff, LONG)


async def test_a_paste_can_be_cancelled_before_it_ends(
    fake: FakeTelegram, bot: Running, office: Office
) -> None:
    fake.say(office.staff, TYPED)
    fake.say(office.staff, "/huy")
    await fake.message_with("Đã bỏ bản nháp", office.staff, LONG)
    await asyncio.sleep(2.2)

    assert len(fake.messages(office.staff)) == 1
