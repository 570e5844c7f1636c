"""Periods out of questions, and periods in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.calendar import Days, asked_periods, days_of, timed
from handlers.periods import period_name, short_periods
from handlers.texts import Texts
from reports.folding import fold
from storage.periods import Wanted

TODAY = date(2026, 10, 20)
ASKED = [
    ("quý 3 quý 2", [("Q3", None), ("Q2", None)], ""),
    ("quý III/2017 so với quý II", [("Q3", 2017), ("Q2", None)], ""),
    ("quy iv nam 2025 va quy i nam 2026", [("Q4", 2025), ("Q1", 2026)], ""),
    ("Q3/2026 Q2/2026", [("Q3", 2026), ("Q2", 2026)], ""),
    ("9 tháng 2026 và 9 tháng 2025", [("9M", 2026), ("9M", 2025)], ""),
    ("6 tháng đầu năm và 6 tháng cuối năm", [("H1", None), ("H2", None)], ""),
    ("6 tháng cuối năm 2025", [("H2", 2025)], ""),
    ("tháng 9/2026, tháng 8/2026", [("09", 2026), ("08", 2026)], ""),
    ("tháng 10 tháng 9", [("10", None), ("09", None)], ""),
    ("năm 2025 năm 2024", [("", 2025), ("", 2024)], ""),
    ("2025 2024", [("", 2025), ("", 2024)], ""),
    ("năm nay với năm ngoái", [("", 2026), ("", 2025)], ""),
    ("tháng này so với tháng trước", [("10", 2026), ("09", 2026)], ""),
    ("9 thang nay thanh lap moi", [("9M", None)], "thanh lap moi"),
    ("3 tháng nay chậm lương", [], "3 thang nay cham luong"),
    ("tuần 40 tuần 39", [("W40", None), ("W39", None)], ""),
    ("quý 3 quý 2 xã Tân Mỹ", [("Q3", None), ("Q2", None)], "xa tan my"),
    ("12 tháng 2025", [("", 2025)], ""),
    ("nửa đầu 2025 nửa cuối 2025", [("H1", 2025), ("H2", 2025)], ""),
    ("nửa đầu năm 2025", [("H1", 2025)], ""),
    ("tuần 2 tháng 7", [("07", None)], "tuan 2"),
    # none of these is a period
    ("thu ngân sách", [], "thu ngan sach"),
    ("hộ nghèo thiếu 2 tiêu chí", [], "ho ngheo thieu 2 tieu chi"),
    ("quý 5", [], "quy 5"),
    ("hằng tháng", [], "hang thang"),
    ("hôm nay", [], "hom nay"),
    ("20 tháng", [], "20 thang"),
]


@pytest.mark.parametrize(("text", "expected", "rest"), ASKED)
def test_periods_are_read_out_of_a_question(
    text: str, expected: list[tuple[str, int | None]], rest: str
) -> None:
    asked = asked_periods(text, TODAY)

    assert [(period.part, period.year) for period in asked.periods] == expected
    assert asked.rest == rest


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("đến hết tháng", date(2026, 10, 20), date(2026, 10, 31)),
        ("đến cuối năm nay", date(2026, 10, 20), date(2026, 12, 31)),
        ("tháng 9", date(2026, 9, 1), date(2026, 9, 30)),
        ("tuần 53/2026", date(2026, 12, 28), date(2027, 1, 3)),
        ("tuần 52/2026", date(2026, 12, 21), date(2026, 12, 27)),
    ],
)
def test_a_time_has_its_days(text: str, first: date, last: date) -> None:
    (found,) = timed(fold(text), TODAY)

    assert days_of(found.when, TODAY) == Days(first, last)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("chỉ tiêu đến hết tháng 9", Wanted("09")),
        ("đến hết quý III/2026", Wanted("Q3", 2026)),
        ("việc đến hết năm 2025", Wanted("", 2025)),
        ("tới cuối năm ngoái", Wanted("", 2025)),
        ("đến hết tháng ba", Wanted("03")),
    ],
)
def test_till_the_end_of_a_period_that_is_named_is_none_of_now(text: str, wanted: Wanted) -> None:
    (found,) = timed(fold(text), TODAY)

    assert found.when == wanted


@given(st.text(max_size=60))
def test_any_question_is_read(text: str) -> None:
    asked_periods(text, TODAY)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Wanted("Q3"), "quý III"),
        (Wanted("Q3", 2026), "quý III/2026"),
        (Wanted("9M"), "9 tháng"),
        (Wanted("H1"), "6 tháng đầu"),
        (Wanted("10"), "tháng 10"),
        (Wanted("", 2025), "năm 2025"),
    ],
)
def test_a_period_that_was_asked_for_is_told_with_its_year_or_without(wanted: Wanted, words: str) -> None:
    assert period_name(wanted, Texts("vi")) == words


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        (["2017-Q1", "2017-Q2", "2017-Q3"], "Q1, Q2, Q3/2017"),
        (["2017-Q4", "2018-Q1"], "Q4/2017, Q1/2018"),
        (["2017-H1", "2017-9M", "2017"], "6 tháng, 9 tháng/2017, năm 2017"),
        (["2017-H2", "2017-10", "2017-W43"], "6 tháng cuối năm, T10, tuần 43/2017"),
        (["02/10/2017", "2015/2020"], "02/10/2017, giai đoạn 2015 - 2020"),
    ],
)
def test_a_year_stands_once_behind_the_periods_that_share_it(periods: list[str], words: str) -> None:
    assert short_periods(periods, Texts("vi")) == words
