from dataclasses import replace
from datetime import date, datetime

import pytest

from handlers import show
from handlers.status import size
from handlers.texts import Language, Texts
from reports.model import Report, Span
from tests.storage.examples import FULL

LONG_TITLE = (
    "Hội nghị Ban Chấp hành Đảng bộ xã sơ kết công tác quý III và triển khai chương trình quý IV " * 3
)


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        ("2017", "năm 2017", "2017"),
        ("2017-Q3", "quý III/2017", "quarter III/2017"),
        ("2017-H1", "6 tháng đầu năm 2017", "first half of 2017"),
        ("2017-H2", "6 tháng cuối năm 2017", "second half of 2017"),
        ("2017-9M", "9 tháng năm 2017", "9 months of 2017"),
        ("2017-10", "tháng 10/2017", "10/2017"),
        ("2017-W40", "tuần 40/2017", "week 40/2017"),
        ("2015/2020", "giai đoạn 2015 - 2020", "2015 - 2020"),
        ("2017-X", "2017-X", "2017-X"),
    ],
)
def test_a_period_is_told_in_words(value: str, vietnamese: str, english: str) -> None:
    assert show.period(value, Texts("vi")) == vietnamese
    assert show.period(value, Texts("en")) == english


def test_days_moments_and_numbers_are_written_as_offices_do() -> None:
    assert show.day(date(2017, 3, 9)) == "09/03/2017"
    assert show.moment(datetime(2017, 10, 3, 14, 5)) == "14:05 03/10/2017"  # noqa: DTZ001 only its figures
    assert show.grouped(1234567) == "1.234.567"
    assert show.grouped(812) == "812"
    assert show.capitalised("xấp xỉ ĐẠT") == "Xấp xỉ ĐẠT"
    assert show.capitalised("") == ""


@pytest.mark.parametrize(("count", "text"), [(0, "0,0 kB"), (180_224, "180,2 kB"), (12_345_678, "12,3 MB")])
def test_sizes_have_a_decimal_comma(count: int, text: str) -> None:
    assert size(count) == text


def test_a_heading_tells_who_when_where_and_of_what() -> None:
    assert show.heading(12, FULL, Texts("vi")).text.splitlines() == [
        "Báo cáo 12 · Xã Tân Thuận giao ban tháng 02/2026",
        "UBND xã Tân Thuận · 03/03/2026 · Hội trường UBND xã · kỳ: tháng 02/2026 · số 07/TB-UBND",
    ]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("vi", ["(không có tiêu đề)", "chưa rõ ngày họp"]),
        ("en", ["(no title)", "day unknown"]),
    ],
)
def test_a_heading_says_what_is_not_known(language: Language, lines: list[str]) -> None:
    assert show.heading(None, Report(source="x"), Texts(language)).text.splitlines() == lines


def test_a_meeting_without_its_day_is_told_by_its_publication() -> None:
    undated = show.heading(12, replace(FULL, held_on=None), Texts("vi")).text

    assert "UBND xã Tân Thuận · chưa rõ ngày họp, đăng ngày 05/03/2026 · Hội trường" in undated


def test_the_head_of_a_list_only_reminds_of_the_title() -> None:
    report = Report(source=LONG_TITLE, title=Span.cut(LONG_TITLE, 0, len(LONG_TITLE)))

    head = show.short_heading(12, report, "Nhiệm vụ (7)", Texts("vi")).text

    assert head.startswith("Nhiệm vụ (7)\nBáo cáo 12 · Hội nghị Ban Chấp hành")
    assert len(head) < 120
    assert head.endswith("…")
