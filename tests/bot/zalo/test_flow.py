"""From what people write on Zalo to what they are answered, over real HTTP and a real database."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.running import PollingError
from tests.bot.zalo.running import GROUP, OFFICIAL, STAFF, running, starting
from tests.dialogs.stage import text_named
from tests.fake_zalo import FakeZalo, Fault

REPORT = text_named("1-thi-uy-quy-iii")
LONG_TAIL = "\n" + "\n".join(f"Đoạn {n}. {'nội dung dài ' * 12}" for n in range(60))


async def test_staff_post_a_report_by_numbers_and_an_official_asks(fake: FakeZalo, book: Path) -> None:
    lan, minh = fake.user("Lan", STAFF), fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.says(lan, REPORT)
        preview = await fake.next_message(lan)
        assert "[1] Lưu\n" in preview.text

        fake.says(lan, "1")
        assert (await fake.next_message(lan)).text.startswith("Đã lưu thành báo cáo 1")

        fake.says(minh, "/nhiemvu")
        assert "Nhiệm vụ" in (await fake.next_message(minh)).text
        await bot.idle()

    assert fake.violations == []


async def test_a_long_answer_comes_in_numbered_parts(fake: FakeZalo, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        number = await bot.store(REPORT + LONG_TAIL)
        fake.says(minh, f"/text {number}")
        first = await fake.next_message(minh)
        await bot.idle()

    parts = fake.texts(minh)
    assert len(parts) > 1
    assert first.text.endswith(f"\n(1/{len(parts)})")
    assert fake.violations == []


async def test_a_stranger_learns_only_their_id(fake: FakeZalo, book: Path) -> None:
    stranger = fake.user("Khách")
    async with running(fake, book):
        fake.says(stranger, "/latest")
        said = (await fake.next_message(stranger)).text

        fake.says(stranger, "/whoami")
        whoami = (await fake.next_message(stranger)).text

    assert f"zalo:{stranger.id}" in said
    assert f"Mã của anh/chị: zalo:{stranger.id}" in whoami


async def test_a_number_means_what_was_offered_to_this_person(fake: FakeZalo, book: Path) -> None:
    lan, minh = fake.user("Lan", STAFF), fake.user("Minh", OFFICIAL)
    async with running(fake, book):
        fake.says(lan, REPORT)
        await fake.next_message(lan)
        fake.says(minh, "1")
        await fake.next_message(minh)
        fake.says(lan, "9")
        nine = (await fake.next_message(lan)).text

    assert nine == "Không có lựa chọn số 9. Gõ một trong các số đang hiện, hoặc /help."


async def test_numbers_are_remembered_over_a_restart(fake: FakeZalo, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book):
        fake.says(lan, REPORT)
        await fake.next_message(lan)
    async with running(fake, book):
        fake.says(lan, "1")

        assert (await fake.next_message(lan)).text.startswith("Đã lưu thành báo cáo 1")


async def test_a_message_that_comes_twice_is_answered_once_also_after_a_restart(
    fake: FakeZalo, book: Path
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book):
        said = fake.says(minh, "/whoami")
        fake.again(said)
        await fake.next_message(minh)
        await fake.silent(minh)
    async with running(fake, book):
        fake.again(said)
        await fake.silent(minh)


async def test_what_comes_between_two_shapes_is_read_all_the_same(fake: FakeZalo, book: Path) -> None:
    async with running(fake, book, access="open"):
        an = fake.user("An")
        message = fake.message(an, text="/whoami", message_type="CHAT_MESSAGE")
        message |= {"date": 1789033572, "from": {"id": 123456, "name": "An"}, "chat": {"id": 123456}}
        fake.wrote.add("123456")
        fake.again({"event_name": "message.text.received", "message": message})

        assert "zalo:123456" in (await fake.next_message("123456")).text


@pytest.mark.parametrize(
    "update",
    [
        {"event_name": "user.follow", "message": {"message_id": "1", "from": {"id": "x"}}},
        {"event_name": "message.text.received"},
        {"event_name": "message.text.received", "message": {"message_id": "2"}},
        {"event_name": "message.text.received", "message": "chào"},
        {"message": {"message_id": "3", "from": {"id": "x"}, "text": "chào"}},
        {"event_name": "message.text.received", "message": {"message_id": "4", "text": "\ud800", "from": 5}},
        {"event_name": 7},
    ],
)
async def test_an_odd_update_is_left_alone_and_the_next_is_answered(
    fake: FakeZalo, book: Path, update: dict[str, object]
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.again(update)
        fake.says(minh, "/whoami")
        await fake.next_message(minh)
        await bot.idle()


async def test_in_a_group_the_bots_name_is_taken_out_and_files_are_met_with_silence(
    fake: FakeZalo, book: Path
) -> None:
    group, anyone = fake.group(GROUP), fake.user("Ai đó")
    async with running(fake, book) as bot:
        await bot.store(REPORT)
        fake.says(anyone, "/latest", group)
        latest = (await fake.next_message(group)).text
        fake.quotes(anyone, "/whoami", group)
        whoami = (await fake.next_message(group)).text
        fake.sends_something_else(anyone, group)
        await fake.silent(group)

    assert "Báo cáo" in latest or "1" in latest
    assert f"Mã của nhóm này: zalo:{GROUP}" in whoami


async def test_a_group_that_is_not_listed_gets_no_answer(fake: FakeZalo, book: Path) -> None:
    group, minh = fake.group(), fake.user("Minh", OFFICIAL)
    async with running(fake, book):
        fake.says(minh, "lịch họp tuần này", group)
        await fake.silent(group)
        fake.says(minh, "/whoami", group)
        await fake.next_message(group)


async def test_a_wrong_token_ends_it_with_a_clear_word(fake: FakeZalo, book: Path) -> None:
    async with starting(fake, book, zalo_bot_token="1459000000000000001:another-one") as bot:
        with pytest.raises(PollingError, match=r"^ZALO_BOT_TOKEN: Zalo không nhận mã này"):
            await asyncio.wait_for(asyncio.shield(bot.task), 5)


async def test_a_token_that_is_reset_while_it_runs_ends_it_too(fake: FakeZalo, book: Path) -> None:
    async with starting(fake, book) as bot:
        await fake.wait_for(lambda: fake.called("getUpdates"), "the first poll")
        fake.token = "1459000000000000001:a-new-one"
        with pytest.raises(PollingError, match=r"^ZALO_BOT_TOKEN"):
            await asyncio.wait_for(asyncio.shield(bot.task), 5)


@pytest.mark.parametrize(
    "fault", [Fault.GATEWAY, Fault.GARBAGE, Fault.RESET, Fault.STALL, Fault.INTERNAL, Fault.BAD_REQUEST]
)
async def test_polling_goes_on_after_a_fault(fake: FakeZalo, book: Path, fault: Fault) -> None:
    minh = fake.user("Minh", OFFICIAL)
    fake.fail_next("getUpdates", fault, times=2)
    async with running(fake, book):
        fake.says(minh, "/whoami")

        await fake.next_message(minh)


async def test_a_network_that_is_not_up_yet_is_waited_for(fake: FakeZalo, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    fake.fail_next("getMe", Fault.GATEWAY, times=3)
    async with running(fake, book):
        fake.says(minh, "/whoami")

        await fake.next_message(minh)


@pytest.mark.parametrize("none_set", [None, 400, 404])
@pytest.mark.parametrize("answer", [400, 408, None])
async def test_a_webhook_in_the_way_is_taken_back(
    fake: FakeZalo, book: Path, answer: int | None, none_set: int | None
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    fake.webhook = {"url": "https://xa-mau.vn/zalo", "secret": "x" * 8, "updated_at": 1}
    fake.behind_webhook, fake.none_set = answer, none_set
    async with running(fake, book):
        fake.says(minh, "/whoami")

        await fake.next_message(minh)


async def test_empty_polls_that_come_at_once_are_no_storm(fake: FakeZalo, book: Path) -> None:
    async with starting(fake, book):
        fake.behind_webhook = None
        await fake.wait_for(lambda: fake.called("getUpdates"), "the first poll")
        fake.webhook["url"] = "https://xa-mau.vn/zalo"
        before = fake.called("getUpdates")
        await asyncio.sleep(1)

    assert fake.called("getUpdates") - before < 30
