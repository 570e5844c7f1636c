"""From what people do on an Official Account to what they are answered: real HTTP, a real database."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bot.zalo_oa.running import OFFICIAL, STAFF, running
from tests.dialogs.stage import text_named
from tests.fake_zalo_oa import FakeOa

REPORT = text_named("1-thi-uy-quy-iii")
LONG_TAIL = "\n" + "\n".join(f"Đoạn {n}. {'nội dung dài ' * 12}" for n in range(60))


async def test_staff_post_a_report_by_buttons_and_an_official_asks(fake: FakeOa, book: Path) -> None:
    lan, minh = fake.user("Lan", STAFF), fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        await fake.says(lan, REPORT)
        preview = await fake.next_message(lan)
        assert "Xem trước, chưa lưu" in preview.text
        assert preview.titles == ["Lưu", "Sửa", "Xem chi tiết", "Hủy"]

        await fake.taps(lan, preview, "Lưu")
        assert (await fake.next_message(lan)).text.startswith("Đã lưu thành báo cáo 1")

        await fake.says(minh, "/nhiemvu")
        assert "Nhiệm vụ" in (await fake.next_message(minh)).text
        await bot.idle()

    assert fake.violations == []


async def test_more_choices_than_five_are_numbered(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book):
        await fake.says(lan, REPORT)
        await fake.taps(lan, await fake.next_message(lan), "Lưu")
        stored = await fake.next_message(lan)
        await fake.says(lan, "2")
        tasks = await fake.next_message(lan)

    assert stored.buttons == ()
    assert "[1] Xem báo cáo 1\n[2] Nhiệm vụ" in stored.text
    assert tasks.text.startswith("Nhiệm vụ")


async def test_a_long_answer_comes_in_numbered_parts_with_its_buttons_under_the_last(
    fake: FakeOa, book: Path
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        number = await bot.store(REPORT + LONG_TAIL)
        await fake.says(minh, f"/text {number}")
        await fake.next_message(minh)
        await bot.idle()

    parts = fake.messages(minh)
    assert len(parts) > 1
    assert parts[0].text.endswith(f"\n(1/{len(parts)})")
    assert [bool(part.buttons) for part in parts] == [False] * (len(parts) - 1) + [bool(parts[-1].buttons)]
    assert fake.violations == []


async def test_a_stranger_who_follows_learns_only_their_id(fake: FakeOa, book: Path) -> None:
    stranger = fake.user("Khách")
    async with running(fake, book) as bot:
        await bot.store(REPORT)
        await fake.follows(stranger)
        greeting = (await fake.next_message(stranger)).text
        await fake.says(stranger, "/latest")
        said = (await fake.next_message(stranger)).text

    assert f"zalo_oa:{stranger.id}" in greeting
    assert f"zalo_oa:{stranger.id}" in said
    assert "Báo cáo" not in greeting + said
    assert fake.called("user/detail") == 0


async def test_an_official_who_follows_is_told_what_can_be_asked(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        await fake.follows(minh)

        assert "Sổ Họp" in (await fake.next_message(minh)).text
        await bot.until(f"SELECT name FROM seen_user WHERE id = '{OFFICIAL}'", [("Minh",)])


async def test_an_event_that_comes_again_is_answered_once_also_after_a_restart(
    fake: FakeOa, book: Path
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book):
        said = await fake.says(minh, "/whoami")
        followed = await fake.follows(minh)
        for event in (said, said, followed):
            assert await fake.push(event) == 200
        await fake.next_message(minh)
        await fake.next_message(minh)
        await fake.silent(minh)
    fake.later = 30 * 3600  # Zalo repeats for a day
    async with running(fake, book) as bot:
        assert await fake.push(said) == 200
        assert await fake.push(followed) == 200
        await fake.silent(minh)
        assert await bot.rows("SELECT count(*) FROM inbox") == [(2,)]


@pytest.mark.parametrize("kind", ["sticker", "video", "audio", "location", "gif", "business_card", "unheard"])
async def test_what_cannot_be_read_is_answered_by_what_to_send(fake: FakeOa, book: Path, kind: str) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book):
        await fake.sends(lan, kind)
        told = (await fake.next_message(lan)).text

    assert ".docx" in told


async def test_stickers_in_a_row_are_answered_once(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book):
        await fake.sends(lan, "sticker")
        await fake.next_message(lan)
        await fake.sends(lan, "sticker")
        await fake.silent(lan)


async def test_what_nobody_did_for_the_bot_is_left_alone(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    oa, person = {"id": fake.oauth.oa_id}, {"id": minh.id}
    events = [
        fake.event("oa_send_text", sender=oa, recipient=person, message={"text": "chào", "msg_id": "1"}),
        fake.event("user_seen_message", sender=oa, recipient=person, message={"msg_ids": ["1"]}),
        fake.event("user_received_message", sender=oa, recipient=person, message={"msg_id": "1"}),
        fake.event("anonymous_send_text", sender={"id": "abc"}, message={"text": "chào", "msg_id": "2"}),
        fake.event("user_submit_info", sender=person, info={"name": "Minh", "phone": "84900000000"}),
        fake.event("user_send_text", sender={"id": "không phải số"}, message={"text": "x", "msg_id": "3"}),
        fake.event("user_send_text", message="chào"),
        fake.event("follow", follower="chào"),
        {"app_id": fake.app_id, "event_name": 7},
    ]
    async with running(fake, book) as bot:
        for event in events:
            assert await fake.push(event) == 200
        await fake.says(minh, "/whoami")
        await fake.next_message(minh)
        await bot.idle()

        assert await bot.rows("SELECT count(*) FROM inbox") == [(1,)]


async def test_odd_messages_do_not_keep_the_next_from_its_answer(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        for message in ("chào", {"msg_id": 5, "text": "\ud800"}, {"attachments": "x"}, {"attachments": [1]}):
            event = fake.event("user_send_image", sender={"id": minh.id}, message=message)
            assert await fake.push_raw(json.dumps(event).encode(), event) == 200
        await fake.says(minh, "/whoami")
        await fake.wait_for(
            lambda: any(f"zalo_oa:{OFFICIAL}" in sent.text for sent in fake.messages(minh)), "an answer"
        )
        await bot.idle()


async def test_a_paste_that_a_client_cuts_is_one_report_also_over_a_restart(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    text = REPORT + LONG_TAIL
    parts = [text[start : start + 2000] for start in range(0, len(text), 2000)]
    async with running(fake, book) as bot:
        for part in parts[:2]:
            await fake.says(lan, part)
        await bot.until("SELECT count(*) FROM draft_part", [(2,)])
    async with running(fake, book) as bot:
        for part in parts[2:]:
            await fake.says(lan, part)
        preview = await fake.next_message(lan)
        await fake.taps(lan, preview, "Lưu")
        await fake.next_message(lan)
        [(stored,)] = await bot.rows("SELECT text FROM source")

    assert "".join(stored.split()) == "".join(text.split())


async def test_an_unexpected_fault_is_answered_with_a_code_and_the_next_is_served(
    fake: FakeOa, book: Path
) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        async with bot.service.database.session() as session:
            await session.write("ALTER TABLE report RENAME TO hidden")
        await fake.says(minh, "/latest")
        assert "báo quản trị mã" in (await fake.next_message(minh)).text
        await fake.says(minh, "/whoami")
        assert OFFICIAL in (await fake.next_message(minh)).text
