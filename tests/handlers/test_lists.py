"""What is said of a report whose every field is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handlers import pages
from handlers.chat import Place, Role
from handlers.richtext import RichText
from handlers.texts import Texts
from reports.model import Day, Report, Span, Target, TargetStatus
from tests.handlers.asking import Book, actions
from tests.storage.examples import FULL, SOURCE, span

HEAD = "Báo cáo 1 (03/03/2026) · Xã Tân Thuận giao ban tháng 02/2026"
AS_OF = "Số liệu tính đến 08:00 20/10/2026"

ANSWERS = {
    "/latest": """\
Báo cáo 1 · Xã Tân Thuận giao ban tháng 02/2026
UBND xã Tân Thuận · 03/03/2026 · Hội trường UBND xã · kỳ: tháng 02/2026 · số 07/TB-UBND

Chỉ tiêu
Văn bản nêu: 2 chỉ tiêu đạt

Nhiệm vụ (2)
1 việc chưa rõ đơn vị · 1 việc chưa có hạn
1.1 rà soát hộ nghèo
Đơn vị: Phòng Kinh tế · Phối hợp: Công an xã · Hạn: 20/03/2026 (“trước ngày 20/3/2026”)
1.2 trồng 40 ha
Chưa rõ đơn vị · Chưa có hạn

Hạn chế (1)
• giải ngân còn chậm

""",
    "/tasks": f"""\
Nhiệm vụ (2)
{HEAD}
1 việc chưa rõ đơn vị · 1 việc chưa có hạn

1.1 rà soát hộ nghèo
Đơn vị: Phòng Kinh tế · Phối hợp: Công an xã · Hạn: 20/03/2026 (“trước ngày 20/3/2026”)

1.2 trồng 40 ha
Chưa rõ đơn vị · Chưa có hạn

""",
    "/targets": f"""\
Chỉ tiêu
{HEAD}
Văn bản nêu: 2 chỉ tiêu đạt

Đạt (nêu 2, liệt kê 1)
“02 chỉ tiêu đạt” ⚠ có thể đọc thành 2 hoặc 3
1.c1 thu ngân sách: đạt trên 12,5 tỷ đồng; so kế hoạch: từ 50% - 90%; biến động: tăng 8%; đề ra: 40 ha

Không nêu mức đạt (1)
1.c2 trồng rừng

""",
    "/limits": f"""\
Hạn chế, nguyên nhân
{HEAD}

Hạn chế (1)
1.h1 giải ngân còn chậm

Nguyên nhân (1)
1.n1 thiếu vốn

Ưu điểm (1)
1.u1 đường làng sạch

""",
    "/people": f"""\
Thành phần
{HEAD}

Chủ trì
1.p1 Lê Văn Bốn, Chủ tịch UBND xã

Đơn vị, thành phần dự (2)
• Thường trực Đảng ủy
• các ban, ngành

""",
}


@pytest.mark.parametrize("command", ANSWERS)
async def test_a_report_is_answered_as_it_was_read(command: str, book: Book) -> None:
    await book.keep(FULL)

    assert await book.says(command) == ANSWERS[command] + AS_OF


@pytest.mark.parametrize("command", ["/tasks", "/targets", "/limits", "/people"])
async def test_a_report_without_such_a_part_says_so(command: str, book: Book) -> None:
    await book.keep(Report(source="Mai họp lúc 8 giờ"))

    answer = await book.says(command)

    assert answer.splitlines()[1] == "Báo cáo 1 · (không có tiêu đề)"
    assert answer.splitlines()[-1].startswith("Báo cáo này không nêu ")


@pytest.mark.parametrize(
    "command", ["/latest", "/report", "/reports", "/tasks", "/targets", "/limits", "/people"]
)
async def test_an_empty_book_says_how_to_fill_it(command: str, book: Book) -> None:
    assert await book.says(command) == "Sổ chưa có báo cáo nào. Văn phòng dán báo cáo vào đây hoặc gõ /post."


async def test_an_empty_console_offers_the_samples(book: Book) -> None:
    book.place = Place("console", "local")
    empty = await book.says("/help")
    await book.keep(FULL)

    assert empty.endswith("Gõ /demo để nạp báo cáo mẫu và xem thử.")
    assert not (await book.says("/help")).endswith("xem thử.")


async def test_an_official_is_not_offered_what_is_not_theirs(book: Book) -> None:
    book.role = Role.OFFICIAL
    answer = await book.says("/help")

    assert "/tasks /nhiemvu" in answer
    assert "/post" not in answer
    assert "/status" not in answer


async def test_a_report_leads_on_to_the_parts_it_has(book: Book) -> None:
    await book.keep(replace(FULL, targets=(), counts=(), people=(), participants=()))

    assert actions(await book.reply("/latest")) == ["tasks 1", "limits 1", "text 1", "freeze report 1"]


async def test_many_targets_behind_are_named_up_to_a_screen(book: Book) -> None:
    behind = [Target(span("trồng rừng"), TargetStatus.BEHIND, ordinal=n) for n in range(1, 8)]
    await book.keep(replace(FULL, targets=tuple(behind), counts=()))

    answer = await book.says("/latest")

    assert "Văn bản liệt kê: 7 chỉ tiêu chưa đạt" in answer
    assert "Chưa đạt: " + "; ".join(["trồng rừng"] * 5) + "\nCòn 2 mục: /targets_1" in answer


async def test_bands_are_added_up_as_a_sum_of_our_own(book: Book) -> None:
    behind = replace(FULL.counts[0], status=TargetStatus.BEHIND, stated=3)
    await book.keep(replace(FULL, counts=(*FULL.counts, behind)))

    assert "Văn bản nêu: 3 chưa đạt · 2 đạt (cộng 5 chỉ tiêu)" in await book.says("/latest")


async def test_a_day_that_is_understood_is_not_told_twice(book: Book) -> None:
    deadline = FULL.tasks[0].deadline
    whole = span("rà soát hộ nghèo trước ngày 20/3/2026")
    await book.keep(replace(FULL, tasks=(replace(FULL.tasks[0], text=whole, deadline=deadline),)))

    assert "Hạn: 20/03/2026\n" in await book.says("/tasks")


async def test_the_newest_meeting_comes_first_not_the_newest_post(book: Book) -> None:
    older = Report(source="cũ hơn", held_on=Day(Span.cut("cũ hơn", 0, 2), date(2025, 12, 31)))
    await book.keep(FULL)
    await book.keep(older)

    assert actions(await book.reply("/reports")) == ["report 1", "report 2"]
    assert (await book.says("/latest")).startswith("Báo cáo 1 · ")


def test_a_page_repeats_the_heading_of_what_goes_on() -> None:
    sections = [
        pages.Section(RichText("A"), tuple(map(RichText, "123"))),
        pages.Section(RichText("B")),
        pages.Section(RichText("C"), (RichText("4"),)),
    ]

    shown = [[s.text().text for s in pages.window(sections, at, at + 2)] for at in (0, 2, 4)]

    assert shown == [["A\n1\n2"], ["A\n3", "B"], ["C\n4"]]


@pytest.mark.parametrize(
    ("arguments", "page"),
    [([], 1), (["3"], 3), (["0"], 1), (["x"], 1), (["-2"], 1), (["9" * 9], 1), (["²"], 1)],
)
def test_a_page_is_a_number_from_one(arguments: list[str], page: int) -> None:
    assert pages.page_of(arguments, 0) == page


def test_pages_lead_both_ways() -> None:
    turns = [[c.action for c in pages.page_choices("tasks 1", page, 3, Texts("vi"))] for page in (1, 2, 3)]

    assert turns == [["tasks 1 2"], ["tasks 1 1", "tasks 1 3"], ["tasks 1 2"]]


def test_the_example_is_cut_from_its_source() -> None:
    assert all(SOURCE[s.start : s.end] == s.text for s in FULL.spans())
