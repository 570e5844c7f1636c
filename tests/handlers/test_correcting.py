"""What staff press and type to correct: nothing wrong is kept, nothing another person's is touched."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.chat import Place, Role, Sender
from handlers.texts import Texts
from storage import changes, reports
from tests.handlers.asking import Book
from tests.storage.examples import FULL

TEXTS = Texts("vi")
MAI = Sender("telegram", "102", "Mai")
FAULT = "Có lỗi ngoài dự kiến"
REPORT = """UBND xã Hòa Lộc họp giao ban tháng 10
Sáng 6/10/2026, UBND xã Hòa Lộc họp giao ban tháng 10. Chủ tịch UBND xã yêu cầu:
- Phòng Kinh tế rà soát các hộ nuôi cá lồng trước ngày 20/10/2026.
- Công an xã tuần tra ban đêm tại bến phà.
"""

WORDS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                "đơn vị",
                "hạn",
                ":",
                ";",
                "=",
                "\n",
                "20/8/2026",
                "-",
                "bỏ",
                "gộp",
                "phối hợp",
                "x",
                "1.2",
                "mức",
            ]
        ),
        max_size=12,
    ).map(" ".join),
)
CODES = st.sampled_from(["1", "1.1", "1.2", "1.c1", "1.p1", "1.h1", "1.9", "1.c0", "d1", "d1.1", "0.0", ""])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CODES, WORDS)
async def test_whatever_is_typed_behind_edit_is_answered_and_the_history_tells_what_it_did(
    book: Book, code: str, words: str
) -> None:
    async with book.db.session() as session:
        number = await reports.newest(session)
    if number is None:
        assert await book.keep(FULL) == 1
    before = await _state(book)
    (reply,) = await book.answers(book.request(f"/edit {code} {words}"))
    after = await _state(book)

    assert reply.text.text
    assert (before != after) == reply.text.text.startswith(TEXTS("edit.done"))


async def _state(book: Book) -> tuple[object, int]:
    async with book.db.session() as session:
        stored = await reports.load(session, 1)
        return stored, len(await changes.history(session, 1))


PARTS = (
    "title",
    "deadline",
    "status",
    "text",
    "x",
    "-",
    "w",
    "1-5",
    "=met",
    "0",
    "1",
    "999999999999",
    "tasks",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["edit", "items", "ask", "put", "walk", "drop", "merge", "cut", "differ", "supplement"]),
    CODES,
    st.lists(st.sampled_from(PARTS), max_size=4),
)
async def test_whatever_a_button_brings_is_answered(
    book: Book, command: str, code: str, parts: list[str]
) -> None:
    async with book.db.session() as session:
        if await reports.newest(session) is None:
            await reports.add(session, FULL, posted_by="telegram:101", at=book.now)
    action = " ".join([command, code, *parts])

    reply = await book.presses(action)

    assert reply.text.text


async def test_a_value_that_is_none_keeps_the_question_open(book: Book) -> None:
    await book.keep(FULL)
    await book.presses("ask 1.1 deadline")

    assert "Không đọc được hạn này" in await book.says("sớm")
    assert "Hạn: 30/11/2026 (do văn phòng bổ sung)" in await book.says("30/11/2026")
    assert "Không đọc được" not in await book.says("30/11/2026")


async def test_a_question_about_what_is_gone_is_told_once_and_ends(book: Book) -> None:
    await book.keep(FULL)
    await book.presses("ask 1.1 deadline")
    await book.says("/edit 1.2 bỏ")
    await book.presses("ask 1.1 deadline")
    async with book.db.session() as session:
        await reports.hide(session, 1, book.now)

    assert "đã được xóa" in await book.says("30/11/2026")
    assert "đã được xóa" not in await book.says("30/11/2026")


async def test_what_others_say_in_a_group_is_not_taken_as_the_value(book: Book) -> None:
    book.place = Place("telegram", "-5", private=False)
    await book.keep(FULL)
    await book.presses("ask 1.1 assignee")
    lan, book.sender = book.sender, MAI

    assert "Phòng Y tế" not in (await _assignee(book, "Phòng Y tế"))
    book.sender = lan
    assert "Phòng Nội vụ" in (await _assignee(book, "Phòng Nội vụ"))


async def _assignee(book: Book, words: str) -> str:
    await book.answers(replace(book.request(words), addressed=True))
    async with book.db.session() as session:
        stored = await reports.load(session, 1)
    return str(stored and stored.report.tasks[0].assignee)


async def test_corrections_of_a_draft_go_with_the_text_when_its_message_is_edited(book: Book) -> None:
    await book.says("/post")
    part = book.request(REPORT)
    await book.answers(part)
    await book.says("/done")
    await book.says("/edit d1.2 đơn vị: Ban Chỉ huy quân sự xã")
    first, *rest = REPORT.splitlines()[2:]
    changed = "\n".join([*REPORT.splitlines()[:2], "- Văn phòng công khai lịch tiếp dân.", first, *rest])

    (shown,) = await book.answers(replace(part, text=changed, edited=True))
    await book.presses(_button(shown.choices, "save"))
    told = await book.says("/tasks")

    assert re.search(r"tuần tra ban đêm .*\n.*Ban Chỉ huy quân sự xã \(do văn phòng bổ sung\)", told)
    assert told.count("do văn phòng bổ sung") == 1


def _button(choices: tuple[tuple[object, ...], ...], name: str) -> str:
    return next(
        action
        for row in choices
        for choice in row
        if (action := str(getattr(choice, "action", ""))).startswith(name)
    )


async def test_a_better_text_is_offered_to_the_poster_only_for_the_same_body_and_day(book: Book) -> None:
    await _post(book, REPORT)

    same = await _preview(book, REPORT.replace("bến phà", "bến phà và chợ cá"))
    other_body = await _preview(book, REPORT.replace("Hòa Lộc", "Tân Phú").replace("bến phà", "bến xe"))
    other_day = await _preview(book, REPORT.replace("6/10/2026", "26/10/2026"))

    assert "Đã có báo cáo 1" in same
    assert "Đã có báo cáo" not in other_body
    assert "Đã có báo cáo" not in other_day


async def test_a_deleted_report_is_not_offered_to_be_supplemented(book: Book) -> None:
    await _post(book, REPORT)
    async with book.db.session() as session:
        await reports.hide(session, 1, book.now)

    assert "Đã có báo cáo" not in await _preview(book, REPORT.replace("bến phà", "bến phà và chợ cá"))


async def test_an_official_reads_which_words_are_staffs(book: Book) -> None:
    await book.keep(FULL)
    await book.says("/edit 1.1 đơn vị: Phòng Nội vụ")
    await book.says("/edit 1.c1 mức: chưa đạt")
    book.role = Role.OFFICIAL

    assert "Phòng Nội vụ (do văn phòng bổ sung)" in await book.says("/tasks")
    assert "(mức “chưa đạt” do văn phòng ghi)" in await book.says("/targets")


async def _preview(book: Book, text: str) -> str:
    await book.says("/post")
    await book.says(text)
    told = await book.says("/done")
    await book.says("/cancel")
    return told


async def _post(book: Book, text: str) -> None:
    await book.says("/post")
    await book.says(text)
    (shown,) = await book.answers(book.request("/done"))
    await book.presses(_button(shown.choices, "save"))


async def test_words_with_a_stamp_of_secrecy_are_not_taken_as_a_value(book: Book) -> None:
    await book.keep(FULL)
    await book.presses("ask 1.1 text")
    before = await _state(book)

    assert await book.says("TỐI MẬT\nPhương án bảo vệ") == TEXTS("post.secret")
    assert await book.says("/edit 1.1 nội dung: TỐI MẬT\nPhương án bảo vệ") == TEXTS("post.secret")
    assert await _state(book) == before
