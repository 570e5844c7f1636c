"""Spreadsheets and lists, read back by another library than the one that wrote them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from handlers.exports import as_csv, as_xlsx
from handlers.exports.cells import change, exact, percent, words
from handlers.exports.table import Table
from handlers.exports.tables import TASKS, tasks
from handlers.texts import Texts
from reports.model import Figure, Span
from storage.reports import StoredReport
from tests.handlers.exports.givens import DANGERS, MENDED, NOW, STATED, TEXTS, dangerous, sample, stored
from tests.storage.examples import FULL, short

REGISTER = (
    "STT; Số hội nghị; Số TB/KL; Ngày ban hành; Chủ trì theo dõi; Ngành/lĩnh vực; Cơ quan/đơn vị trình; "
    "Lĩnh vực chi tiết; Nội dung kết luận/Văn bản trình; Loại thời hạn; Hạn xử lý; Tiến độ; "
    "Kết quả thực hiện/Minh chứng; Văn bản triển khai; Mã nhiệm vụ; Ngày cập nhật gần nhất"
)


def opened(*reports: StoredReport, texts: Texts = TEXTS) -> Any:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx.write(reports, NOW, texts)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(head, map(_day, line), strict=True)) for line in lines]


def _day(value: Any) -> Any:
    """Excel's days have an hour."""
    return value.date() if isinstance(value, datetime) else value


def listed(*reports: StoredReport) -> list[dict[str, str]]:
    data = as_csv.write(reports, TEXTS)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_workbook_has_a_sheet_for_each_part() -> None:
    assert opened(STATED).sheetnames == ["Báo cáo", "Nhiệm vụ", "Chỉ tiêu", "Hạn chế"]
    assert opened(STATED, texts=Texts("en")).sheetnames == ["Reports", "Tasks", "Targets", "Limitations"]


def test_tasks_have_the_columns_of_the_register_and_what_is_known() -> None:
    sheet = opened(STATED)["Nhiệm vụ"]
    first, second = rows(sheet)

    assert [cell.value for cell in sheet[1]][:16] == REGISTER.split("; ")
    assert {name: value for name, value in first.items() if value is not None} == {
        "STT": 1,
        "Số TB/KL": "07/TB-UBND",
        "Chủ trì theo dõi": "Phòng Kinh tế",
        "Nội dung kết luận/Văn bản trình": "rà soát hộ nghèo",
        "Loại thời hạn": "Có hạn cụ thể",
        "Hạn xử lý": date(2026, 3, 20),
        "Mã nhiệm vụ": "12.1",
        "Ngày cập nhật gần nhất": date(2026, 10, 20),
        "Đơn vị phối hợp": "Công an xã",
        "Hạn ghi trong văn bản": "trước ngày 20/3/2026",
        "Nguồn": "văn bản",
    }
    assert (second["Chủ trì theo dõi"], second["Hạn xử lý"]) == ("Chưa rõ đơn vị", "Chưa có hạn")


def test_what_staff_added_is_told_from_what_the_text_says() -> None:
    book = opened(MENDED)
    first, second, third = rows(book["Nhiệm vụ"])

    assert first["Nguồn"] == "văn bản; văn phòng bổ sung: chủ trì theo dõi, hạn xử lý"
    assert second["Nguồn"] == "văn bản; văn phòng bổ sung: nội dung kết luận/văn bản trình"
    assert third["Nguồn"] == "văn bản; văn phòng bổ sung: hạn xử lý"
    assert rows(book["Báo cáo"])[0]["Nguồn"] == "văn bản; văn phòng bổ sung: địa điểm"
    assert [row["Nguồn"] for row in rows(book["Hạn chế"])] == ["văn phòng bổ sung", "văn bản", "văn bản"]


def test_deadlines_without_a_day_keep_their_words_and_codes_keep_their_gaps() -> None:
    first, second, third = rows(opened(MENDED)["Nhiệm vụ"])

    assert first["Hạn xử lý"] == date(2026, 4, 30)
    assert (second["Loại thời hạn"], second["Hạn xử lý"]) == ("Định kỳ", "tháng 02/2026")
    assert (third["Loại thời hạn"], third["Hạn xử lý"]) == ("Tính từ mốc khác", "10 ngày kể từ ngày ký")
    assert [row["Mã nhiệm vụ"] for row in (first, second, third)] == ["12.2", "12.3", "12.5"]
    assert [row["STT"] for row in (first, second, third)] == [1, 2, 3]


def test_targets_have_numbers_only_where_the_text_gives_just_this_number() -> None:
    first, second = rows(opened(STATED)["Chỉ tiêu"])

    assert (first["Kết quả"], first["Kết quả (nguyên văn)"]) == (None, "trên 12,5 tỷ đồng")
    assert (first["So kế hoạch (%)"], first["So kế hoạch (nguyên văn)"]) == (None, "từ 50% - 90%")
    assert (first["Biến động (%)"], first["Biến động (nguyên văn)"]) == (8, "tăng 8%")
    assert (second["Mã"], second["Chỉ tiêu"], second["Mức đạt"]) == (
        "12.c2",
        "trồng rừng",
        "Không nêu mức đạt",
    )
    revenue = rows(opened(sample("1-thi-uy-quy-iii"))["Chỉ tiêu"])[-1]
    assert (revenue["Kết quả"], revenue["Đơn vị tính"], revenue["So kế hoạch (%)"]) == (
        18.6,
        "tỷ đồng",
        103.3,
    )


@pytest.mark.parametrize(
    ("written", "value", "more", "read"),
    [
        ("18,6 tỷ", "18.6", {}, ("18.6", None, None)),
        ("trên 12 ha", "12", {"qualifier": "trên"}, (None, None, None)),
        ("còn 5,35%", "5.35", {"qualifier": "còn", "unit": "%"}, ("5.35", "5.35", None)),
        ("50% - 90%", "50", {"upper": Decimal(90), "unit": "%"}, (None, None, None)),
        ("25/30", "25", {}, (None, None, None)),
        ("giảm 4%", "4", {"qualifier": "giảm", "unit": "%"}, (None, None, "-4")),
        ("tang 4%", "4", {"qualifier": "tang", "unit": "%"}, (None, None, "4")),
        ("giảm 4 vụ", "4", {"qualifier": "giảm", "unit": "vụ"}, (None, None, None)),
        ("vượt 3%", "3", {"qualifier": "vượt", "unit": "%"}, (None, None, None)),
        ("gấp đôi", None, {}, (None, None, None)),
    ],
)
def test_a_number_stands_for_itself_or_is_left_out(
    written: str, value: str | None, more: dict[str, Any], read: Sequence[str | None]
) -> None:
    figure = Figure(Span(0, len(written), written), Decimal(value) if value else None, **more)

    assert [exact(figure), percent(figure), change(figure)] == [n and Decimal(n) for n in read]


def test_the_report_itself_and_its_findings() -> None:
    book = opened(STATED)
    [report] = rows(book["Báo cáo"])

    assert report["Báo cáo số"] == 12
    assert report["Ngày họp"] == date(2026, 3, 3)
    assert report["Chủ trì"] == "Lê Văn Bốn, Chủ tịch UBND xã"
    assert report["Kỳ"] == "tháng 02/2026"
    assert report["Chỉ tiêu, văn bản nêu"] == "Văn bản nêu: 2 chỉ tiêu đạt"
    assert [(row["Mã"], row["Loại"], row["Nội dung"]) for row in rows(book["Hạn chế"])] == [
        ("12.h1", "Hạn chế", "giải ngân còn chậm"),
        ("12.n1", "Nguyên nhân", "thiếu vốn"),
        ("12.u1", "Ưu điểm", "đường làng sạch"),
    ]


def test_a_report_that_says_nothing_is_empty_cells() -> None:
    book = opened(stored(short("Họp")))

    assert [sheet.max_row for sheet in book] == [2, 1, 1, 1]
    assert rows(book["Báo cáo"])[0]["Cơ quan"] is None


def test_several_reports_follow_each_other_numbered_through() -> None:
    book = opened(STATED, stored(FULL, 13))

    assert [(row["STT"], row["Mã nhiệm vụ"]) for row in rows(book["Nhiệm vụ"])] == [
        (1, "12.1"),
        (2, "12.2"),
        (3, "13.1"),
        (4, "13.2"),
    ]


def test_a_sheet_is_ready_to_be_filtered_and_printed() -> None:
    sheet = opened(STATED)["Nhiệm vụ"]

    assert sheet.auto_filter.ref == "A1:S3"
    assert sheet.freeze_panes == "A2"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0  # as many as it takes; across one, which is the default
    assert sheet.print_title_rows == "$1:$1"
    assert "Số liệu tính đến 08:00 20/10/2026" in sheet.oddHeader.right.text
    assert sheet["I2"].alignment.wrap_text
    assert sheet["K2"].number_format == "dd/mm/yyyy"


def test_no_cell_is_a_formula_whatever_the_text_says() -> None:
    data = as_xlsx.write([dangerous()], NOW, TEXTS)
    sheets = [zipfile.ZipFile(io.BytesIO(data)).read(f"xl/worksheets/sheet{n}.xml") for n in range(1, 5)]
    book = openpyxl.load_workbook(io.BytesIO(data))

    assert not any(b"<f>" in sheet or b"hyperlink" in sheet for sheet in sheets)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    shown = [row["Nội dung kết luận/Văn bản trình"] for row in rows(book["Nhiệm vụ"])]
    assert shown[:4] == list(DANGERS[:4])
    assert shown[7] == "a b c".replace(" ", "")
    assert shown[8] == DANGERS[8]
    assert len(shown[9]) == 32_000
    assert book["Nhiệm vụ"]["I2"].quotePrefix
    assert not book["Nhiệm vụ"]["I9"].quotePrefix


def test_no_field_of_a_list_is_a_formula_whatever_the_text_says() -> None:
    told = [row["Nội dung kết luận/Văn bản trình"] for row in listed(dangerous())]

    assert [text[0] for text in told[:7]] == ["'"] * 7
    assert told[0] == f"'{DANGERS[0]}"
    assert all(
        not value.startswith(tuple("=+-@\t\r＝")) for row in listed(dangerous()) for value in row.values()
    )


def test_a_list_is_utf8_with_its_mark_lines_as_the_standard_has_them_and_days_that_sort() -> None:
    data = as_csv.write([STATED], TEXTS)
    first, second = listed(STATED)

    assert data.startswith("\ufeffSTT,Số hội nghị,".encode())
    assert data.count(b"\r\n") == 3
    assert (first["Hạn xử lý"], second["Hạn xử lý"]) == ("2026-03-20", "Chưa có hạn")
    assert first["Tiến độ"] == ""


def test_a_day_that_excel_does_not_have_is_written_as_a_text() -> None:
    old = stored(short("Họp", date(1890, 9, 2)))

    assert rows(opened(old)["Báo cáo"])[0]["Ngày họp"] == "02/09/1890"


def test_a_tall_row_is_as_tall_as_excel_allows() -> None:
    assert opened(dangerous())["Nhiệm vụ"].row_dimensions[11].height == 408.75


def test_words_stand_on_one_line() -> None:
    assert words("Phòng\n Kinh  tế\x00 ") == "Phòng Kinh tế"


@pytest.mark.parametrize("table", as_xlsx.SHEETS, ids=lambda table: table.name)
def test_every_column_has_a_heading_of_its_own(table: Table[Any]) -> None:
    for texts in (TEXTS, Texts("en")):
        head = table.head(texts)
        assert len(set(head)) == len(head)


def test_only_words_of_the_text_are_quoted_as_its_deadline() -> None:
    typed_day, in_the_text, typed_term = MENDED.report.tasks
    written = {
        row.task.ordinal: next(c for c in TASKS.columns if c.name == "deadline_written").cell(row, TEXTS)
        for row in tasks((MENDED,))
    }

    assert written[typed_day.ordinal] is None
    assert written[typed_term.ordinal] is None
    assert written[in_the_text.ordinal] == "tháng 02/2026"
