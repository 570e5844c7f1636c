"""Buttons: their payload comes back as words, which mean something for one person alone, and prove nought."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.zalo_oa.keeping import OaKeeping
from bot.zalo_oa.messages import SHORT_TITLE
from handlers.chat import Choice, Reply
from handlers.richtext import RichText
from tests.bot.zalo_oa.running import ADMIN, OFFICIAL, STAFF, Running, running
from tests.bot.zalo_oa.test_flow import REPORT
from tests.fake_zalo_oa import FakeOa, Fault

OLD = "Nút này không còn dùng được"


async def test_a_payload_that_another_person_types_does_nothing(fake: FakeOa, book: Path) -> None:
    lan, minh, other = fake.user("Lan", STAFF), fake.user("Minh", OFFICIAL), fake.user("Hoa", ADMIN)
    async with running(fake, book) as bot:
        await fake.says(lan, REPORT)
        preview = await fake.next_message(lan)
        for somebody in (minh, other):
            await fake.taps(somebody, preview, "Lưu")
            assert (await fake.next_message(somebody)).text.startswith(OLD)
        assert await bot.rows("SELECT count(*) FROM report") == [(0,)]

        await fake.taps(lan, preview, "Lưu")
        assert (await fake.next_message(lan)).text.startswith("Đã lưu thành báo cáo 1")


async def test_a_button_is_no_right_of_its_own(fake: FakeOa, book: Path) -> None:
    """Whoever was staff when it was offered may not be staff any more."""
    lan = fake.user("Lan", STAFF)
    async with running(fake, book):
        await fake.says(lan, REPORT)
        preview = await fake.next_message(lan)
    async with running(fake, book, staff=frozenset(), officials=frozenset({f"zalo_oa:{STAFF}"})) as bot:
        await fake.taps(lan, preview, "Lưu")

        assert (await fake.next_message(lan)).text.startswith(OLD)
        assert await bot.rows("SELECT count(*) FROM report") == [(0,)]


async def test_buttons_work_after_a_restart_and_typed_as_well_as_tapped(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book):
        await fake.says(lan, REPORT)
        preview = await fake.next_message(lan)
    async with running(fake, book):
        await fake.says(lan, f" {preview.payload('Lưu')} ")

        assert (await fake.next_message(lan)).text.startswith("Đã lưu thành báo cáo 1")


async def test_the_same_button_offered_again_is_remembered_once(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        await bot.store(REPORT)
        for _ in range(3):
            await fake.says(minh, "/tasks")
            shown = await fake.next_message(minh)

        assert await bot.rows("SELECT count(*) FROM offered_button") == [(len(shown.buttons),)]


async def test_a_payload_tells_nothing_of_what_it_does(fake: FakeOa, book: Path) -> None:
    lan = fake.user("Lan", STAFF)
    async with running(fake, book):
        await fake.says(lan, REPORT)
        preview = await fake.next_message(lan)

    assert all(len(b["payload"]) == 13 and b["type"] == "oa.query.hide" for b in preview.buttons)
    assert len({b["payload"] for b in preview.buttons}) == len(preview.buttons)


async def test_what_only_looks_like_a_payload_is_told_to_be_old(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book):
        await fake.says(minh, "#abcdefghijkl")
        assert (await fake.next_message(minh)).text.startswith(OLD)
        await fake.says(minh, "#lich hop")
        assert not (await fake.next_message(minh)).text.startswith(OLD)


async def offer(bot: Running, *labels: str) -> None:
    """Offer choices of these labels."""
    choices = tuple((Choice(label, f"report {n}"),) for n, label in enumerate(labels, 1))
    async with bot.service.database.session() as session:
        reply = Reply(RichText("Chọn:"), choices)
        await OaKeeping(bot.service, "zalo_oa").keep(session, OFFICIAL, f"zalo_oa:{OFFICIAL}", (reply,))
    bot.service.wake_tellers()


async def test_long_titles_are_cut(fake: FakeOa, book: Path) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.interacted[minh.id] = fake.now()
        await offer(bot, "Ủy ban nhân dân xã Tân Hòa Đông, huyện Tân Phước", "Xem")

        shown = await fake.next_message(minh)

    assert shown.titles == ["Ủy ban nhân dân xã Tân Hòa Đông…", "Xem"]
    assert fake.violations == []


async def test_titles_that_are_refused_are_cut_further(fake: FakeOa, book: Path) -> None:
    """How long one may be is unknown: a client keeps to 20."""
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        fake.interacted[minh.id] = fake.now()
        fake.fail_next("message/cs", Fault.UNSUPPORTED)
        await offer(bot, "Ủy ban nhân dân xã Tân Hòa Đông")

        [title] = (await fake.next_message(minh)).titles

    assert len(title) <= SHORT_TITLE


@pytest.mark.parametrize("count", [5, 6])
async def test_five_are_buttons_and_six_are_numbers(fake: FakeOa, book: Path, count: int) -> None:
    minh = fake.user("Minh", OFFICIAL)
    async with running(fake, book) as bot:
        await bot.store(REPORT)
        fake.interacted[minh.id] = fake.now()
        await offer(bot, *(f"Xem {n}" for n in range(1, count + 1)))
        shown = await fake.next_message(minh)
        if count == 5:
            await fake.taps(minh, shown, "Xem 1")
        else:
            await fake.says(minh, "1")
        report = (await fake.next_message(minh)).text

    assert len(shown.buttons) == (5 if count == 5 else 0)
    assert ("[6] Xem 6" in shown.text) == (count == 6)
    assert report.startswith("Báo cáo 1")
