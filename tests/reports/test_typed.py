"""What staff type in the place of a value is read in the forms that people use, or told to be none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import typed
from reports.dates import Reference
from reports.edits import is_typed
from reports.model import DeadlineKind

OCTOBER = Reference(date(2026, 10, 6), 2026)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3/10/2026", date(2026, 10, 3)),
        ("ngày 3 tháng 10 năm 2026", date(2026, 10, 3)),
        ("03-10-2026", date(2026, 10, 3)),
        ("3/10", None),  # of which year?
        ("31/2/2026", None),
        ("hôm qua", None),
        ("3/10/2026 và 4/10/2026", None),
        ("", None),
    ],
)
def test_a_day_is_typed_with_its_year(words: str, day: date | None) -> None:
    read = typed.day(words)

    assert (read.day if read else None) == day


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("quý III/2026", "2026-Q3"),
        ("Quý 3", "2026-Q3"),
        ("q4 2025", "2025-Q4"),
        ("tháng 9", "2026-09"),
        ("tháng 09/2025", "2025-09"),
        ("T12/2025", "2025-12"),
        ("9 tháng 2026", "2026-9M"),
        ("6 tháng đầu năm 2026", "2026-H1"),
        ("6 tháng cuối năm", "2026-H2"),
        ("tuần 41/2026", "2026-W41"),
        ("năm 2025", "2025"),
        ("kỳ 2025", "2025"),
        ("nhiệm kỳ 2025 - 2030", "2025/2030"),
        ("tháng 13", None),
        ("quý V", None),
        ("tuần 60", None),
        ("1 tháng", None),
        ("kỳ vừa rồi", None),
        ("", None),
    ],
)
def test_a_period_is_typed_with_or_without_its_year(words: str, value: str | None) -> None:
    read = typed.period(words, OCTOBER)

    assert (read.value if read else None) == value


def test_a_period_without_a_year_is_none_where_no_year_is_known() -> None:
    assert typed.period("quý III", Reference()) is None


FIXED, RECURRING, RELATIVE = DeadlineKind.FIXED, DeadlineKind.RECURRING, DeadlineKind.RELATIVE


@pytest.mark.parametrize(
    ("words", "kind", "day"),
    [
        ("20/8/2026", FIXED, date(2026, 8, 20)),
        ("trước ngày 30/11/2026", FIXED, date(2026, 11, 30)),
        ("30/11", FIXED, date(2026, 11, 30)),
        ("quý IV/2026", FIXED, date(2026, 12, 31)),
        ("tháng 11/2026", FIXED, date(2026, 11, 30)),
        ("cuối năm", FIXED, date(2026, 12, 31)),
        ("trước ngày 25 hằng tháng", RECURRING, None),
        ("hằng tuần", RECURRING, None),
        ("thường xuyên", RECURRING, None),
        ("trong 10 ngày", RELATIVE, None),
    ],
)
def test_a_deadline_is_typed_as_a_day_a_period_a_routine_or_a_term(
    words: str, kind: DeadlineKind, day: date | None
) -> None:
    read = typed.deadline(words, OCTOBER)

    assert read
    assert (read.kind, read.last_day) == (kind, day)
    assert is_typed(read.written)
    assert read.written.text == words


@pytest.mark.parametrize(
    "words", ["sớm", "hàng tuần gì đó", "31/12/2026 báo cáo xã", "32/1/2026", "ngày mai", "", "-", "x" * 3000]
)
def test_words_that_are_no_deadline_are_not_guessed_at(words: str) -> None:
    assert typed.deadline(words, OCTOBER) is None


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("18,6 tỷ đồng", Decimal("18.6"), "tỷ đồng"),
        ("94,5%", Decimal("94.5"), "%"),
        ("1.234 hộ", Decimal(1234), "hộ"),
        ("khá", None, None),
        ("3 hộ và 4 xã", None, None),
    ],
)
def test_one_figure_is_typed_with_its_unit(words: str, value: Decimal | None, unit: str | None) -> None:
    read = typed.figure(words)

    assert ((read.value, read.unit) if read else (None, None)) == (value, unit)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_value_of_exactly_these_words_or_none(words: str) -> None:
    for read in (typed.deadline(words, OCTOBER), typed.period(words, OCTOBER), typed.figure(words)):
        assert read is None or (is_typed(read.written) and read.written.text == typed.readable(words))


@pytest.mark.parametrize("unseen", ["\u202e", "\u2066", "\u200b", "\u200f", "\ufeff", "\0", "\x1b"])
def test_what_no_one_sees_is_not_taken_with_a_value(unseen: str) -> None:
    def hide(value: str) -> str:
        return unseen + value[:2] + unseen + value[2:] + unseen

    taken = [
        typed.words(hide("Phòng Kinh tế")),
        (day := typed.day(hide("3/10/2026"))) and day.written,
        (period := typed.period(hide("quý III/2026"), OCTOBER)) and period.written,
        (deadline := typed.deadline(hide("20/8/2026"), OCTOBER)) and deadline.written,
        (routine := typed.deadline(hide("thường xuyên"), OCTOBER)) and routine.written,
        (figure := typed.figure(hide("18,6 tỷ đồng"))) and figure.written,
    ]

    assert [span.text if span else None for span in taken] == [
        "Phòng Kinh tế",
        "3/10/2026",
        "quý III/2026",
        "20/8/2026",
        "thường xuyên",
        "18,6 tỷ đồng",
    ]


def test_words_are_taken_in_one_line_and_not_without_end() -> None:
    span = typed.words("  Phòng\n Kinh tế ")

    assert span
    assert span.text == "Phòng Kinh tế"
    assert typed.words(" \n") is None
    assert typed.words("x" * (typed.LONGEST_VALUE + 1)) is None
