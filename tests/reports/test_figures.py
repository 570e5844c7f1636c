"""Figures: as written, as a Decimal, with unit, qualifier and range."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reports.figures import find_figures, parse_number
from reports.text import clean

FIGURES = [
    ("đạt trên 3.000 ha", "trên 3.000 ha", "3000", None, "ha", "trên"),
    ("đạt 145,12 tỷ đồng", "145,12 tỷ đồng", "145.12", None, "tỷ đồng", None),
    ("đạt 72,5%", "72,5%", "72.5", None, "%", None),
    ("đạt từ 50% - 90%:", "từ 50% - 90%", "50", "90", "%", "từ"),
    ("tăng 8,8-9,3% so với", "8,8-9,3%", "8.8", "9.3", "%", None),
    (
        "khoảng 172.000-173.000 tỷ đồng",
        "khoảng 172.000-173.000 tỷ đồng",
        "172000",
        "173000",
        "tỷ đồng",
        "khoảng",
    ),
    ("đạt 99% trở lên", "99% trở lên", "99", None, "%", "trở lên"),
    ("hoàn thành 16/25 nội dung", "16/25 nội dung", "16", None, "nội dung", None),
    ("thu nhập 5,5 triệu đồng/người", "5,5 triệu đồng/người", "5.5", None, "triệu đồng/người", None),
    ("gần 200.000 lượt người", "gần 200.000 lượt người", "200000", None, "lượt người", "gần"),
    ("xử lý dứt điểm 60 vụ", "60 vụ", "60", None, "vụ", None),
    ("tổng số 24 dự án", "24 dự án", "24", None, "dự án", None),
    ("đạt 4.0 tấn/ha", "4.0 tấn/ha", "4.0", None, "tấn", None),
    ("duoc 4,1 ty dong", "4,1 ty dong", "4.1", None, "ty dong", None),
    ("góp 18 triệu 600 ngàn, còn lại", "18 triệu 600 ngàn", "18.6", None, "triệu", None),
    ("góp 1 triệu 50 nghìn đồng", "1 triệu 50 nghìn đồng", "1.05", None, "triệu đồng", None),
    ("xây 120 lớp học", "120 lớp", "120", None, "lớp", None),
    ("đạt 24/24 tiêu chí", "24/24 tiêu chí", "24", None, "tiêu chí", None),
    ("mỗi lớp 45 em", "45 em", "45", None, "em", None),
]


Row = tuple[str, str, str, str | None, str | None, str | None]


@pytest.mark.parametrize("row", FIGURES)
def test_a_figure_is_read_as_written_and_as_a_number(row: Row) -> None:
    phrase, written, value, upper, unit, qualifier = row
    text = clean(phrase)
    [found] = find_figures(text, 0, len(text.clean))
    figure = found.figure(text)

    assert figure.written.text == written
    assert (figure.value, figure.upper) == (Decimal(value), Decimal(upper) if upper else None)
    assert (figure.unit, figure.qualifier) == (unit, qualifier)


NO_FIGURES = [
    "Nghị quyết năm 2018",
    "ngày 4/10/2017",
    "Chỉ thị số 34/CT-TW",
    "hội nghị lần thứ 8",
    "trực 24/24h",
    "quý 3",
    "bão số 13",
    "Ban Chỉ đạo 138",
    "Đề án 06",
    "Trung đoàn 95",
    "công nghiệp 4.0",
    "quy hoạch 1/500",
    "hẻm 88 ngập",
    "ngõ 20",
    "phòng họp tầng 2 trụ sở",
    "học sinh lớp 8/5 dẫn đầu",
    "Tiếng Anh khối 8 thấp nhất",
    "tại Km 47+300 quốc lộ",
    "trực 24/24 giờ",
    "trận mưa 02/10 nước vào nhà",
    "tới 15/11 là xong",
    "văn nghệ mừng 20/11 sôi nổi",
    "cống phi 400 bị nghẹt",
    "định danh điện tử mức 2 thêm",
]


@pytest.mark.parametrize("phrase", NO_FIGURES)
def test_years_days_and_numbers_of_papers_are_no_figures(phrase: str) -> None:
    text = clean(phrase)

    assert list(find_figures(text, 0, len(text.clean))) == []


@pytest.mark.parametrize(
    ("written", "value"),
    [("3.000", "3000"), ("145,12", "145.12"), ("1.234,5", "1234.5"), ("10.52", "10.52"), ("05", "5")],
)
def test_a_number_has_a_decimal_comma_and_a_thousands_point(written: str, value: str) -> None:
    assert parse_number(written) == Decimal(value)


def test_what_is_no_number_has_no_value() -> None:
    assert parse_number("1,2,3") is None
