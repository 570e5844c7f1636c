"""What staff press and type to correct: nothing wrong is kept, nothing another person's is touched."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import timedelta

import pytest
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

    assert "Không đọc được giá trị của phần hạn" in await book.says("sớm")
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


@pytest.mark.parametrize("line", ["1.0 đơn vị: -", "1.c0 mức: đạt", "1.p0 vai trò: Dự", "1.0 đơn vị: X"])
async def test_an_item_that_is_not_there_is_neither_changed_nor_added_by_number(
    book: Book, line: str
) -> None:
    await book.keep(FULL)
    before = await _state(book)

    assert "Không có mục" in await book.says(f"/edit {line}")
    assert await _state(book) == before


@pytest.mark.parametrize("action", ["put 1.0 assignee -", "put 1.c0 status =met", "put 1.0 deadline -"])
async def test_a_new_item_begins_with_its_words(book: Book, action: str) -> None:
    await book.keep(FULL)
    before = await _state(book)

    assert (await book.presses(action)).text.text == TEXTS("error.old_button")
    assert await _state(book) == before


async def test_what_two_clerks_change_at_once_both_stays(book: Book) -> None:
    await book.keep(FULL)
    await book.presses("ask 1.2 assignee")
    mai = replace(book, sender=MAI)

    await asyncio.gather(book.says("Phòng Kinh tế"), mai.says("/edit 1.1 hạn: 25/10/2026"))
    told = await book.says("/tasks")

    assert "Phòng Kinh tế (do văn phòng bổ sung)" in told
    assert "25/10/2026" in told


async def test_each_button_sets_the_value_that_it_names(book: Book) -> None:
    await book.keep(FULL)
    await book.says("/edit 1.1 hạn: 21/10/2026")
    await book.says("/edit 1.2 hạn: 28/10/2026")
    asked = await book.presses("ask 1.1 deadline")
    offered = {c.label: c.action for row in asked.choices for c in row if c.action.startswith("put")}

    assert len(set(offered.values())) == len(offered)
    for label in ("21/10/2026", "28/10/2026"):
        await book.presses(next(action for name, action in offered.items() if label in name))
        assert f"Hạn: {label}" in (await book.presses("edit 1.1")).text.text


async def test_what_is_picked_from_another_sentence_is_the_offices_word(book: Book) -> None:
    await _post(book, REPORT)
    asked = await book.presses("ask 1.2 deadline")

    told = await book.presses(_button(asked.choices, "put"))

    assert "Hạn: 20/10/2026 (do văn phòng bổ sung)" in told.text.text


@pytest.mark.parametrize(
    "line",
    [
        "1.1 đơn vị: Phòng Kinh tế; thời hạn xong việc: 20/8/2026",
        "1.1 đơn vị: Phòng Kinh tế; deadlin: 20/8/2026",
        "1.1 nội dung: -",
        "1 tiêu đề: -",
        "1.1 đơn vị:Phòng A; mức: đạt",
    ],
)
async def test_a_line_with_a_name_or_value_that_is_none_changes_nothing(book: Book, line: str) -> None:
    await book.keep(FULL)
    before = await _state(book)

    await book.says(f"/edit {line}")

    assert await _state(book) == before


@pytest.mark.parametrize(
    "line",
    ["1.1 đơn vị: Phòng A, hạn: 20/12/2026", "1.1\nđơn vị: Phòng A\nhạn: 20/12/2026", "1.1, hạn: 20/12/2026"],
)
async def test_a_line_is_understood_however_it_is_cut(book: Book, line: str) -> None:
    await book.keep(FULL)

    assert "20/12/2026 (do văn phòng bổ sung)" in await book.says(f"/edit {line}")


async def test_a_task_is_added_with_all_its_fields_in_one_line(book: Book) -> None:
    await book.keep(FULL)

    told = await book.says("/edit 1 thêm nhiệm vụ: Kiểm tra chợ; hạn: 20/12/2026; đơn vị: Công an xã")

    assert "Nội dung: Kiểm tra chợ (do văn phòng bổ sung)" in told
    assert "Đơn vị: Công an xã" in told
    assert "Hạn: 20/12/2026" in told


async def test_undo_takes_back_in_the_draft_that_is_being_corrected(book: Book) -> None:
    await book.keep(FULL)
    await book.says("/edit 1.1 hạn: 21/10/2026")
    await book.says("/post")
    await book.says(REPORT)
    await book.says("/done")
    book.now += timedelta(seconds=1)
    await book.presses("drop d1.1")

    told = await book.says("/undo")

    assert "Đã lấy lại trong bản nháp" in told
    assert "rà soát các hộ nuôi cá lồng" in (await book.presses("items d1 tasks")).text.text
    assert "Hạn: 21/10/2026" in (await book.presses("edit 1.1")).text.text
    assert "Đã lấy lại trong báo cáo 1" in await book.says("/undo")


async def test_undo_does_not_take_back_what_another_did(book: Book) -> None:
    await book.keep(FULL)
    mai = replace(book, sender=MAI)
    await book.presses("hide 1")
    await mai.says("/restore 1")
    await mai.presses("hide 1")

    assert "đã được sửa tiếp" in await book.says("/undo")
    assert "đã được xóa" in await book.says("/report 1")


async def test_undoing_a_replacement_whose_text_is_stored_again_is_told(book: Book) -> None:
    await _post(book, REPORT)
    await book.says("/post")
    await book.says(REPORT.replace("bến phà", "bến phà và chợ cá"))
    shown = await book.reply("/done")
    compared = await book.presses(_button(shown.choices, "differ"))
    await book.presses(_button(compared.choices, "supplement"))
    await _post(book, REPORT)

    assert await book.says("/undo") == TEXTS("undo.stored_elsewhere", number=1)


async def test_a_button_of_merging_merges_once(book: Book) -> None:
    await _post(book, REPORT + "- Trạm Y tế phun thuốc diệt muỗi trước ngày 30/10/2026.\n")
    page = await book.presses("edit 1.1")
    merge = _button(page.choices, "merge")

    told = await book.presses(merge)
    again = await book.presses(merge)

    assert "chợ" not in told.text.text
    assert again.text.text == TEXTS("error.old_button")
    assert "Trạm Y tế" in await book.says("/tasks")


async def test_a_merged_task_tells_what_is_not_kept(book: Book) -> None:
    await _post(book, REPORT.replace("tại bến phà", "tại bến phà trước ngày 30/10/2026"))

    told = await book.says("/edit 1.1 gộp")

    assert "Hạn của việc sau không giữ: 30/10/2026" in told
    assert "Phối hợp: Công an xã" in told


async def test_codes_files_and_secret_words_are_no_answers(book: Book) -> None:
    await book.keep(FULL)
    await book.presses("ask 1.1 assignee")

    assert "Nguồn của 1.2" in await book.says("1.2")
    assert "(do văn phòng bổ sung)" not in await book.says("Phòng Kinh tế")
    await book.presses("ask 1.1 assignee")
    await book.says("MẬT\nPhòng Kinh tế")
    assert "(do văn phòng bổ sung)" not in await book.says("Phòng Kinh tế")


async def test_a_long_task_is_an_answer_and_a_long_title_a_report(book: Book) -> None:
    await book.keep(FULL)
    await book.presses("ask 1.1 text")

    assert "Đã sửa" in await book.says("Rà soát từng hộ dân ven sông. " * 25)
    await book.presses("ask 1 title")
    assert "Xem trước" in await book.says(REPORT * 3)


async def test_a_dash_empties_the_field_that_is_asked_for(book: Book) -> None:
    await book.keep(FULL)
    await book.presses("ask 1.1 assignee")

    assert "→ chưa có" in await book.says("-")
    await book.presses("ask 1.1 text")
    assert "Không đọc được" in await book.says("-")


async def test_the_history_is_not_kept_where_officials_read_it(book: Book) -> None:
    await book.keep(FULL)
    await book.says("/edit 1.1 hạn: 21/10/2026")

    assert "freeze" not in str((await book.reply("/history 1")).choices)
    assert (await book.presses("freeze history 1")).text.text == TEXTS("error.old_button")


async def test_the_comparison_tells_what_the_new_text_does_not_name(book: Book) -> None:
    counted = "Trong 3 chỉ tiêu có 2 chỉ tiêu đạt là tuyển quân; thu thuế.\n"
    await _post(book, REPORT + counted)
    await book.says("/post")
    await book.says("\n".join(REPORT.splitlines()[:2]) + "\nHạn chế: chợ cá còn bẩn, rác chưa thu gom.\n")
    shown = await book.reply("/done")
    compared = await book.presses(_button(shown.choices, "differ"))
    await book.presses(_button(compared.choices, "supplement"))

    assert "giữ theo bản trước: 2 nhiệm vụ" in compared.text.text
    assert "(theo bản trước)" in await book.says("/targets")
    assert "Văn bản nêu: 2 chỉ tiêu đạt" in await book.says("/targets")
