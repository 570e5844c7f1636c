"""What became of a target between two reports, and what cannot be told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.comparing import (
    Under,
    Verdict,
    comparable,
    compare,
    figure_of,
    is_exact,
    rank,
    status_of,
    unit_of,
    value_of,
)
from reports.model import Figure, Report, Span, Target, TargetStatus

BEHIND, NEAR, MET, EXCEEDED = (
    TargetStatus.BEHIND,
    TargetStatus.NEAR,
    TargetStatus.MET,
    TargetStatus.EXCEEDED,
)
NAME = Span(0, 13, "thu ngân sách")


def report_of(source: str, organisation: str | None) -> Report:
    """A report that names its body, nothing else."""
    start = source.index(organisation) if organisation else 0
    return Report(
        source, organisation=Span(start, start + len(organisation), organisation) if organisation else None
    )


def figure(written: str, value: str | None = None, unit: str | None = None, **more: str) -> Figure:
    """A figure as a reading gives it."""
    upper = Decimal(more["upper"]) if "upper" in more else None
    number = None if value is None else Decimal(value)
    return Figure(Span(0, len(written), written), number, upper, unit, more.get("qualifier"))


def target(status: TargetStatus | None = None, **figures: Figure | None) -> Target:
    """A target of one name."""
    measures: dict[str, Any] = dict(figures)
    return replace(Target(NAME, status), **measures)


def money(amount: str, unit: str = "tỷ đồng") -> Figure:
    return figure(f"{amount} {unit}", amount, unit)


def share(amount: str) -> Figure:
    return figure(f"{amount}%", amount, "%")


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (target(BEHIND), target(MET), Verdict.BETTER),
        (target(EXCEEDED), target(NEAR), Verdict.WORSE),
        (target(MET), target(MET), Verdict.SAME),
        (target(BEHIND, plan_ratio=share("30")), target(BEHIND, plan_ratio=share("52.6")), Verdict.BETTER),
        (target(plan_ratio=share("61")), target(plan_ratio=share("58")), Verdict.WORSE),
        (target(plan_ratio=share("61")), target(plan_ratio=share("61.0")), Verdict.SAME),
        (target(actual=money("12")), target(actual=money("18.6")), Verdict.CHANGED),
        (target(actual=money("12")), target(actual=money("12")), Verdict.SAME),
        # what cannot be told
        (target(), target(), Verdict.OPEN),
        (target(MET), target(), Verdict.OPEN),
        (target(TargetStatus.PENDING), target(MET), Verdict.OPEN),
        (target(actual=money("12")), target(actual=money("900", "triệu đồng")), Verdict.OPEN),
        (target(actual=money("12")), target(plan_ratio=share("61")), Verdict.OPEN),
        (target(goal=money("12")), target(goal=money("14")), Verdict.OPEN),
    ],
)
def test_a_target_is_compared_by_what_both_reports_say(
    before: Target, after: Target, verdict: Verdict
) -> None:
    assert compare([before], [after]).verdict is verdict


def test_a_status_says_more_than_a_figure() -> None:
    change = compare([target(MET, plan_ratio=share("101"))], [target(BEHIND, plan_ratio=share("110"))])

    assert change.verdict is Verdict.WORSE
    assert [(move.measure, move.way) for move in change.moved] == [("plan_ratio", 1)]


def test_units_that_differ_are_told() -> None:
    change = compare([target(actual=money("12"))], [target(actual=money("900", "triệu đồng"))])

    assert change.units_differ
    assert not compare([target(actual=money("12"))], [target(actual=money("13", "tỉ đồng"))]).units_differ
    assert not compare([target(actual=money("12"))], [target()]).units_differ


@pytest.mark.parametrize(
    ("targets", "status"),
    [
        ([target(MET), target(EXCEEDED)], EXCEEDED),
        ([target(MET), target()], MET),
        ([target(BEHIND), target(MET)], None),
        ([target(), target()], None),
        ([target(TargetStatus.PLANNED)], TargetStatus.PLANNED),
        ([target(TargetStatus.PLANNED), target(MET)], MET),
        ([target(TargetStatus.PLANNED), target(TargetStatus.PENDING)], None),
        ([], None),
    ],
)
def test_a_report_that_names_a_target_twice_has_one_status_or_none(
    targets: list[Target], status: TargetStatus | None
) -> None:
    assert status_of(targets) is status


def test_figures_that_contradict_each_other_are_not_compared() -> None:
    twice = [target(actual=money("12")), target(actual=money("13"))]

    assert figure_of(twice, "actual") is None
    assert figure_of([twice[0], twice[0]], "actual") == money("12")


@pytest.mark.parametrize(
    "inexact",
    [
        None,
        figure("gấp đôi"),
        figure("trên 12 tỷ đồng", "12", "tỷ đồng", qualifier="trên"),
        figure("từ 50% - 90%", "50", "%", upper="90"),
        figure("16/25 nội dung", "16", "nội dung"),
        figure("86 / 90 thanh niên", "86", "thanh niên"),
        figure("NaN", "NaN", "%"),
        figure("Infinity", "Infinity", "%"),
    ],
)
def test_a_figure_that_is_not_one_number_is_not_compared(inexact: Figure | None) -> None:
    assert not is_exact(inexact)
    assert compare([target(actual=inexact)], [target(actual=inexact)]).verdict is Verdict.OPEN


def test_what_is_left_is_one_number() -> None:
    left = figure("11,5%", "11.5", "%", qualifier="chỉ còn")

    assert is_exact(left)
    assert compare([target(actual=figure("12,8%", "12.8", "%"))], [target(actual=left)]).moved[0].way < 0


def test_what_fell_is_below_zero() -> None:
    assert value_of(figure("giảm 5,2%", "5.2", "%")) == Decimal("-5.2")
    assert value_of(figure("tăng 5,2%", "5.2", "%")) == Decimal("5.2")


def test_a_surplus_is_another_measure_than_a_share() -> None:
    assert unit_of(figure("vượt 3%", "3", "%")) != unit_of(figure("103%", "103", "%"))


@given(
    st.lists(st.sampled_from([*TargetStatus, None]), max_size=4),
    st.lists(st.sampled_from([*TargetStatus, None]), max_size=4),
)
def test_what_is_better_one_way_is_worse_the_other(
    before: list[TargetStatus | None], after: list[TargetStatus | None]
) -> None:
    there = compare([target(status) for status in before], [target(status) for status in after])
    back = compare([target(status) for status in after], [target(status) for status in before])

    opposite = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    assert back.verdict is opposite.get(there.verdict, there.verdict)
    assert (there.before, there.after) == (back.after, back.before)


def test_only_results_are_ranked() -> None:
    assert [rank(status) for status in (BEHIND, NEAR, MET, EXCEEDED)] == [0, 1, 2, 3]
    assert rank(TargetStatus.PLANNED) is None
    assert rank(None) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Under("Q3", 2026), Under("Q2", 2026), True),
        (Under("Q1", 2026), Under("H1", 2026), True),  # the first quarter is all there is so far
        (Under("9M", 2026), Under("", 2026), True),
        (Under("09", 2026), Under("10", 2026), True),
        (Under("9M", 2025), Under("9M", 2026), True),
        (Under("", 2025), Under("", 2026), True),
        (Under("H1", 2026), Under("H2", 2026), True),
        (Under("W40", 2026), Under("W41", 2026), True),
        (Under(None, 2026), Under("Q3", 2026), True),  # the days are shown beside
        (Under("Q3", 2026), Under("H1", 2026), False),  # one quarter, and two of them
        (Under("10", 2026), Under("9M", 2026), False),
        (Under("Q4", 2025), Under("Q1", 2026), False),  # a plan begins anew
        (Under("", 2025), Under("Q1", 2026), False),
        (Under(None, 2025), Under(None, 2026), False),
    ],
)
def test_only_what_is_measured_by_one_plan_is_compared(one: Under, other: Under, expected: bool) -> None:
    assert comparable(one, other) is comparable(other, one) is expected
