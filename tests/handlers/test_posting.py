"""Texts on their way in: parts late, twice, too long, changed, secret; and who may decide on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers import posting
from handlers.chat import Place, Reply, Request, Role, Sender
from handlers.context import MAX_REPORT_CHARS, Context, Program
from handlers.texts import Texts
from storage import drafts, reports
from tests.dialogs.stage import parts_of, text_named
from tests.handlers.asking import NOW, TELEGRAM_UNITS, Book, actions

TEXT = text_named("tong-ket-nam")
FIRST, SECOND = parts_of(TEXT)
TOO_LONG = "Văn bản dài 300.0"


async def settle(book: Book, draft: int) -> Reply | None:
    """Let a pause in a paste end."""
    async with book.db.session() as session:
        return await posting.settle(Context(session, Texts("vi"), book.now, Program("1.0", NOW)), draft)


async def stored_source(book: Book) -> str | None:
    async with book.db.session() as session:
        stored = await reports.load(session, 1)
    return stored.report.source if stored else None


async def drafts_left(book: Book) -> int:
    async with book.db.session() as session:
        return int(await session.value("SELECT count(*) FROM draft"))


def requests(book: Book, *texts: str) -> list[Request]:
    return [book.request(text) for text in texts]


@pytest.mark.parametrize("order", [(0, 1), (0, 0, 1), (0, 1, 1), (0, 1, 0)])
async def test_parts_that_come_twice_are_there_once(order: tuple[int, ...], book: Book) -> None:
    parts = requests(book, FIRST, SECOND)
    for number in order:
        await book.answers(parts[number])

    await book.presses("save 1")

    assert await stored_source(book) == f"{FIRST}\n{SECOND}"


async def test_a_part_that_is_late_changes_what_was_shown(book: Book) -> None:
    first, second = requests(book, FIRST, SECOND)
    await book.answers(first)
    book.now += timedelta(seconds=3)
    shown = await settle(book, 1)
    again = await book.answers(second)

    assert shown
    assert actions(shown) == ["save 1 2", "edit d1", "details 1 2", "cancel 1"]
    assert actions(again[0]) == ["save 1 3", "edit d1", "details 1 3", "cancel 1"]
    assert "8 nhiệm vụ" in again[0].text.text


async def test_a_pause_that_is_not_over_is_not_answered(book: Book) -> None:
    await book.answers(book.request(FIRST))

    assert await settle(book, 1) is None
    assert await settle(book, 2) is None


async def test_a_paste_can_be_taken_over_by_post(book: Book) -> None:
    await book.answers(book.request(FIRST))
    taken = await book.says("/post")
    await book.says(SECOND)

    assert taken.startswith("Bản nháp đang có 1 tin")
    assert "8 nhiệm vụ" in await book.says("/done")


async def test_a_second_report_leaves_the_first_preview_as_it_was(book: Book) -> None:
    for part in requests(book, FIRST, SECOND):
        await book.answers(part)
    book.now += timedelta(minutes=1)
    await book.says("/post UBND xã Bình Minh họp giao ban")
    await book.says("/done")

    saved = await book.presses("save 1")

    assert saved.text.text.startswith("Đã lưu thành báo cáo 1.")
    assert await drafts_left(book) == 1


async def test_collected_parts_stand_in_the_order_of_the_chat(book: Book) -> None:
    await book.says("/post")
    one, two = requests(
        book, "Dòng một của báo cáo họp giao ban", "Dòng hai của báo cáo họp giao ban tuần 40 năm 2026"
    )
    await book.answers(two)
    await book.answers(one)
    await book.says("/done")
    await book.presses("save 1")

    assert (
        await stored_source(book)
        == "Dòng một của báo cáo họp giao ban\nDòng hai của báo cáo họp giao ban tuần 40 năm 2026"
    )


async def test_a_console_is_told_at_once_what_post_took(book: Book) -> None:
    book.place, book.splits_at = Place("console", "local"), None

    assert (await book.says("/post Họp giao ban")).startswith("Bản nháp đang có 1 tin, 12 ký tự.")
    assert await book.says("dòng nữa") == ""
    assert (await book.says("/post")).startswith("Bản nháp đang có 2 tin, 21 ký tự.")


@pytest.mark.parametrize("splits_at", [None, TELEGRAM_UNITS])
async def test_a_text_that_is_too_long_is_refused_and_dropped(splits_at: int | None, book: Book) -> None:
    book.splits_at = splits_at
    await book.says("/post")

    refused = await book.says("Họp. " * (MAX_REPORT_CHARS // 5 + 1))

    assert refused.startswith(TOO_LONG)
    assert await drafts_left(book) == 0


async def test_a_paste_that_is_too_long_is_refused(book: Book) -> None:
    book.splits_at = None

    assert (await book.says("Họp. " * (MAX_REPORT_CHARS // 5 + 1))).startswith(TOO_LONG)


async def test_how_long_a_text_may_be_is_a_setting(book: Book) -> None:
    book.most_characters = 1000

    assert (await book.says("Họp. " * 201)) == (
        "Văn bản dài 1.005 ký tự, quá giới hạn 1.000. Chia thành từng báo cáo rồi gửi lại."
    )
    assert await drafts_left(book) == 0


async def test_an_edit_that_makes_a_text_too_long_is_refused(book: Book) -> None:
    await book.says("/post")
    part = book.request("Họp giao ban")
    await book.answers(part)

    (refused,) = await book.answers(replace(part, edited=True, text="a" * (MAX_REPORT_CHARS + 1)))

    assert refused.text.text.startswith(TOO_LONG)
    assert await drafts_left(book) == 0


async def test_an_edit_of_a_paste_still_coming_in_is_taken_silently(book: Book) -> None:
    part = book.request(FIRST)
    await book.answers(part)
    edited = FIRST.replace("Phú Lộc", "Phú Lợi")

    assert await book.answers(replace(part, edited=True, text=edited)) == ()
    await book.says(SECOND)
    await book.presses("save 1")
    assert "Phú Lợi" in (await stored_source(book) or "")


async def test_a_stamp_of_secrecy_that_two_messages_make_up_is_refused(book: Book) -> None:
    await book.says("/post Văn bản đóng dấu TỐI")
    await book.says("MẬT ngày 03/3/2026")

    assert (await book.says("/done")).startswith("Văn bản có dấu mật")
    assert await drafts_left(book) == 0


async def test_a_text_stored_meanwhile_is_not_stored_twice(book: Book) -> None:
    for part in requests(book, FIRST, SECOND):
        await book.answers(part)
    hoa = replace(book, sender=Sender("telegram", "102", "Hoa"), place=Place("telegram", "102"))
    for part in requests(hoa, FIRST, SECOND):
        await hoa.answers(part)
    await book.presses("save 1")

    assert (await hoa.presses("save 2")).text.text.startswith("Văn bản này đã được lưu là báo cáo 1")
    assert await drafts_left(book) == 0


@pytest.mark.parametrize("action", ["save", "done", "cancel", "details"])
async def test_a_draft_is_decided_on_only_by_its_owner_in_its_chat(action: str, book: Book) -> None:
    for part in requests(book, FIRST, SECOND):
        await book.answers(part)
    elsewhere = replace(book, place=Place("telegram", "-7", private=False))
    hoa = replace(book, sender=Sender("telegram", "102", "Hoa"))

    gone = await elsewhere.presses(f"{action} 1")
    others = await hoa.presses(f"{action} 1")

    assert gone.text.text.startswith("Bản nháp này đã được lưu hoặc đã bỏ.")
    assert others.text.text.startswith("Bản nháp này của người khác")
    assert await drafts_left(book) == 1


async def test_decisions_are_written_into_the_audit(book: Book) -> None:
    await book.says("/post Họp giao ban")
    await book.says("/cancel")
    for part in requests(book, FIRST, SECOND):
        await book.answers(part)
    await book.presses("save 2")
    async with book.db.session() as session:
        rows = await session.rows("SELECT actor, action, subject FROM audit ORDER BY id")

    assert [tuple(row) for row in rows] == [
        ("telegram:101", "drop", "draft 1"),
        ("telegram:101", "store", "report 1"),
    ]


async def test_a_text_of_which_nothing_can_be_seen_is_no_text(book: Book) -> None:
    await book.says("/post \u200b\u200b")

    assert (await book.says("/done")).startswith("Chưa có nội dung nào.")
    assert await drafts_left(book) == 1


@pytest.mark.parametrize("splits_at", [None, TELEGRAM_UNITS])
async def test_a_text_of_unknown_signs_is_refused_and_dropped(splits_at: int | None, book: Book) -> None:
    book.splits_at = splits_at

    assert (await book.says("\uf0b7\uf0a7 " * 300)).startswith("Văn bản hầu hết là ký tự lạ")
    await book.says("/post \ufffd\ufffd\ufffd" + "\ufffd" * 100)
    assert (await book.says("/done")).startswith("Văn bản hầu hết là ký tự lạ")
    assert await drafts_left(book) == 0


async def test_a_draft_that_is_too_short_waits_for_the_rest_in_silence(book: Book) -> None:
    await book.says("/post Họp giao ban")
    told = await book.says("/done")
    book.now += timedelta(minutes=1)

    assert told.startswith("Bản nháp mới có 12 ký tự")
    assert await settle(book, 1) is None
    assert await drafts_left(book) == 1


async def test_an_edit_may_empty_what_was_shown(book: Book) -> None:
    parts = requests(book, FIRST, SECOND)
    for part in parts:
        await book.answers(part)
    await book.answers(replace(parts[0], edited=True, text=""))
    (refused,) = await book.answers(replace(parts[1], edited=True, text="\u200b"))

    assert refused.text.text.startswith("Văn bản không có chữ nào")
    assert await drafts_left(book) == 0


async def test_a_button_stores_nothing_that_was_not_shown(book: Book) -> None:
    """Buttons are made up easily: here for a text that is still collected."""
    await book.says(f"/post {FIRST}")

    shown = await book.presses("save 1")

    assert shown.text.text.startswith("Xem trước theo tin đã sửa")
    assert await stored_source(book) is None


async def test_what_was_refused_is_written_into_the_audit_without_its_words(book: Book) -> None:
    await book.says("The roof of the school is late because the weather was bad. " * 9)
    async with book.db.session() as session:
        rows = await session.rows("SELECT actor, action, subject, detail FROM audit")

    assert [tuple(row) for row in rows] == [("telegram:101", "refuse", "draft 1", '{"problem": "foreign"}')]


async def test_an_official_who_pastes_is_told_who_posts(book: Book) -> None:
    book.role = Role.OFFICIAL

    assert (await book.says(FIRST)).endswith("Báo cáo do văn phòng đăng.")
    assert await drafts_left(book) == 0


async def test_staff_are_told_how_a_short_report_gets_in(book: Book) -> None:
    assert (await book.says("họp " * 25)).endswith("nếu đây là báo cáo, gõ /post rồi gửi lại.")


async def test_a_draft_without_parts_takes_nothing_over(book: Book) -> None:
    async with book.db.session() as session:
        await drafts.start(
            session, "telegram", "101", "telegram:101", thread=None, state=drafts.DraftState.PREVIEWED, at=NOW
        )

    assert (await book.says("sân bay")).startswith("Không có “sân bay”")
