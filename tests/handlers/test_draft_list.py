"""A person's drafts in a list: whose they are, where they may be seen, and what can be done from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from handlers.chat import Place, Sender
from handlers.draft_list import dropped_unstored
from handlers.texts import Texts
from storage import unstored
from tests.handlers.asking import ALONE, LAN, NOW, Book, actions

GROUP = Place("telegram", "-5", private=False)
HOA = Sender("telegram", "102", "Hoa")
REPORT = "Ngày 02/10/2026, UBND xã Tân Mỹ họp giao ban. Giao Phòng Kinh tế rà soát hộ nghèo. " * 8


async def drafts_in(book: Book, sql: str = "SELECT id, chat, state FROM draft ORDER BY id") -> list[Any]:
    async with book.db.session() as session:
        return [tuple(row) for row in await session.rows(sql)]


async def with_drafts(book: Book, count: int) -> None:
    """Leave so many drafts unstored, a minute apart."""
    for number in range(1, count + 1):
        book.now = NOW + timedelta(minutes=number)
        await book.says(f"Số {number}. {REPORT}")


async def test_many_drafts_are_shown_page_by_page_newest_first(book: Book) -> None:
    await with_drafts(book, 6)
    first = await book.reply("/drafts")
    second = await book.presses("drafts 2 101")

    assert "1. Số 6. Ngày 02/10/2026" in first.text.text
    assert actions(first)[-1] == "drafts 2 101"
    assert [action for action in actions(second) if "preview" in action] == ["preview 2", "preview 1"]
    assert "5. Số 2." in second.text.text
    assert "Trang 2/2" in second.text.text
    assert second.replaces


async def test_after_dropping_the_rest_is_listed(book: Book) -> None:
    await with_drafts(book, 1)
    left = await book.presses("discard 1")

    assert left.text.text == "Đã bỏ bản nháp.\n\nAnh/chị không có bản nháp nào chưa lưu."
    assert left.replaces
    assert await drafts_in(book) == []


async def test_a_page_of_somebody_elses_list_is_not_turned(book: Book) -> None:
    book.place = GROUP
    await book.says(f"/post {REPORT}")
    book.sender = HOA
    told = await book.presses("drafts 1 101")

    assert told.text.text.startswith("Đây là bản nháp của người khác.")
    assert not told.replaces


async def test_in_a_group_nothing_is_said_of_what_was_posted_elsewhere(book: Book) -> None:
    await book.says(f"Chuyện riêng. {REPORT}")
    book.place = GROUP
    told = await book.says("/drafts")

    assert told == (
        "Anh/chị không có bản nháp nào chưa lưu.\n\n"
        "Còn 1 bản nháp ở nơi khác: gõ /drafts trong khung chat riêng với bot để xem."
    )


@pytest.mark.parametrize("action", ["preview 1", "save 1 1", "details 1 1", "discard 1", "cancel 1"])
async def test_a_private_draft_cannot_be_opened_from_a_group(book: Book, action: str) -> None:
    await with_drafts(book, 1)
    book.place = GROUP

    assert (await book.presses(action)).text.text.startswith("Bản nháp này đã được lưu hoặc đã bỏ.")
    assert len(await drafts_in(book)) == 1


async def test_alone_with_the_bot_the_draft_of_a_group_is_shown_and_stored(book: Book) -> None:
    book.place = GROUP
    posted = book.request(f"/post {REPORT}")
    await book.answers(posted)
    book.place = ALONE
    shown = await book.presses("preview 1")
    saved = await book.presses(actions(shown)[0])

    assert shown.text.text.startswith("Xem trước, chưa lưu")
    assert not shown.replaces
    assert saved.text.text.startswith("Đã lưu thành báo cáo 1.")
    assert await drafts_in(book, "SELECT chat, position FROM posted_message") == [("-5", posted.position)]


async def test_a_stranger_alone_with_the_bot_gets_nothing_of_a_draft(book: Book) -> None:
    await with_drafts(book, 1)
    book.sender, book.place = HOA, Place("telegram", "102")

    assert (await book.presses("preview 1")).text.text.startswith("Bản nháp này đã được lưu hoặc đã bỏ.")


async def test_a_refused_text_is_in_no_list(book: Book) -> None:
    await book.says("/post TỐI MẬT\nHội nghị bàn phương án")

    assert await drafts_in(book) == [(1, "101", "refused")]
    assert await book.says("/drafts") == "Anh/chị không có bản nháp nào chưa lưu."


async def test_a_draft_whose_message_is_edited_counts_as_touched(book: Book) -> None:
    book.splits_at = None
    sent = book.request("/post Họp giao ban")
    await book.answers(sent)
    book.now = NOW + timedelta(days=5)
    await book.answers(replace(sent, text="Họp giao ban tuần", edited=True))
    async with book.db.session() as session:
        (waiting,) = await unstored.page_of(session, "telegram", LAN.identity, limit=9)

    assert waiting.beginning == "Họp giao ban tuần"
    assert waiting.dropped_at == book.now + timedelta(days=7)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=7), "7 ngày"),
        (timedelta(days=2), "2 ngày"),
        (timedelta(hours=47), "47 giờ"),
        (timedelta(minutes=59), "chưa đầy một giờ"),
    ],
)
async def test_the_list_says_how_long_a_draft_still_waits(book: Book, left: timedelta, words: str) -> None:
    await book.says(REPORT)
    book.now = NOW + timedelta(days=7) - left

    assert f"tự bỏ sau {words}" in await book.says("/drafts")


async def test_several_dropped_drafts_are_told_in_one_word(book: Book) -> None:
    await with_drafts(book, 2)
    async with book.db.session() as session:
        waiting = await unstored.page_of(session, "telegram", LAN.identity, limit=9)
    told = dropped_unstored(waiting, Texts("vi"), NOW).text.text.splitlines()

    assert [line[:15] for line in told] == ["Bản nháp “Số 2.", "Bản nháp “Số 1.", "Còn cần thì gửi"]
