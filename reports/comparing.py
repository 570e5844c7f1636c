"""Compare what two reports say of a target: its status, and figures of one measure in one unit.

What cannot be told from the texts is not told: a figure that rose may be good or bad, so only a status and a
share of the plan make a target better or worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .folding import fold
from .model import Figure, Target, TargetStatus

MEASURES = ("actual", "plan_ratio", "change", "goal")
COMPARED = ("plan_ratio", "actual", "change")
"""A goal is no result."""
_RANKED = (TargetStatus.BEHIND, TargetStatus.NEAR, TargetStatus.MET, TargetStatus.EXCEEDED)
_SHARE_OF_A_WHOLE = re.compile(r"\d\s?/\s?\d")
_SPACES = re.compile(r"\s+")
_PLAIN = frozenset({"con", "chi con", "binh quan"})
"""Words before a figure that leave it exact: "còn 12,8%"."""


class Verdict(StrEnum):
    """What became of a target from one report to another."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    CHANGED = "changed"  # figures rose or fell, and the texts do not say whether that is good
    OPEN = "open"  # nothing that could be compared


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure of one measure in both reports; `way` is 1 where it rose, -1 where it fell, 0 where not."""

    measure: str
    before: Figure
    after: Figure
    way: int


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a target, and by what that was told."""

    verdict: Verdict
    before: TargetStatus | None
    after: TargetStatus | None
    moved: tuple[Moved, ...] = ()
    units_differ: bool = False
    typed: tuple[bool, bool] = (False, False)  # whether the statuses are staff's words


def rank(status: TargetStatus | None) -> int | None:
    """Tell how far a status is, None where it says nothing of that."""
    return _RANKED.index(status) if status in _RANKED else None


def status_of(targets: Sequence[Target]) -> TargetStatus | None:
    """Tell the status of a target that a report may name several times; None where it contradicts itself.

    "Đạt và vượt" in a list and "vượt 3%" in a sentence are no contradiction.
    """
    ranks = {place for target in targets if (place := rank(target.status)) is not None}
    if len(ranks) == 1 or ranks == {rank(TargetStatus.MET), rank(TargetStatus.EXCEEDED)}:
        return _RANKED[max(ranks)]
    others = {target.status for target in targets}
    return next(iter(others)) if not ranks and len(others) == 1 else None


def figure_of(targets: Sequence[Target], measure: str) -> Figure | None:
    """Find the one figure of a measure that can be compared; None where there is none, or several differ."""
    found = [figure for target in targets if is_exact(figure := getattr(target, measure))]
    values = {(value_of(figure), unit_of(figure)) for figure in found}
    return found[0] if len(values) == 1 else None


def is_exact(figure: Figure | None) -> bool:
    """Tell whether a figure is one number: no range, no "trên", no share of a whole, finite."""
    return (
        figure is not None
        and figure.value is not None
        and figure.value.is_finite()
        and figure.upper is None
        and (not figure.qualifier or fold(figure.qualifier) in _PLAIN)
        and not _SHARE_OF_A_WHOLE.search(figure.written.text)
    )


def value_of(figure: Figure) -> Decimal:
    """Give the number that is compared: what fell is below zero."""
    assert figure.value is not None  # noqa: S101 asked of exact figures
    return -figure.value if fold(figure.written.text).lstrip().startswith("giam") else figure.value


def unit_of(figure: Figure) -> str:
    """Give the unit that is compared: "tỉ đồng" is "tỷ đồng", and "vượt 3%" is another than "103%"."""
    unit = _SPACES.sub(" ", fold(figure.unit or "").strip())
    unit = re.sub(r"\bti\b", "ty", unit)
    return f"vuot {unit}" if fold(figure.written.text).lstrip().startswith("vuot") else unit


def compare(before: Sequence[Target], after: Sequence[Target]) -> Change:
    """Tell what became of a target between two reports."""
    first, last = status_of(before), status_of(after)
    moved = tuple(_moves(before, after))
    ranks = rank(first), rank(last)
    verdict = Verdict.OPEN
    if ranks[0] is not None and ranks[1] is not None and ranks[0] != ranks[1]:
        verdict = Verdict.BETTER if ranks[1] > ranks[0] else Verdict.WORSE
    elif share := next((move for move in moved if move.measure == "plan_ratio"), None):
        verdict = (Verdict.SAME, Verdict.BETTER, Verdict.WORSE)[share.way]
    elif any(move.way for move in moved):
        verdict = Verdict.CHANGED
    elif moved or (first is last and ranks[0] is not None):
        verdict = Verdict.SAME
    typed = (_is_typed(before), _is_typed(after))
    return Change(verdict, first, last, moved, _units_differ(before, after), typed)


def _is_typed(targets: Sequence[Target]) -> bool:
    return any(target.status_typed for target in targets)


def _moves(before: Sequence[Target], after: Sequence[Target]) -> Iterator[Moved]:
    for measure in COMPARED:
        first, last = figure_of(before, measure), figure_of(after, measure)
        if first and last and unit_of(first) == unit_of(last):
            old, new = value_of(first), value_of(last)
            yield Moved(measure, first, last, (new > old) - (new < old))


def _units_differ(before: Sequence[Target], after: Sequence[Target]) -> bool:
    """Tell whether a measure stands in both reports in different units."""
    return any(
        bool(ours := _units(before, measure)) and bool(theirs := _units(after, measure)) and not ours & theirs
        for measure in COMPARED
    )


def _units(targets: Sequence[Target], measure: str) -> set[str]:
    figures = (getattr(target, measure) for target in targets)
    return {unit_of(figure) for figure in figures if figure}


_KINDS = (
    (re.compile(r"Q1"), ("quarter", "so far")),
    (re.compile(r"Q\d"), ("quarter",)),
    (re.compile(r"H1"), ("half", "so far")),
    (re.compile(r"H2"), ("half",)),
    (re.compile(r"\d+M"), ("so far",)),
    (re.compile(r"01"), ("month", "so far")),
    (re.compile(r"\d\d"), ("month",)),
    (re.compile(r"W\d+"), ("week",)),
)


@dataclass(frozen=True, slots=True)
class Under:
    """What a report reviews: the part of the plan's year ("Q3", "9M"; "" for the whole), None if not told."""

    part: str | None
    year: int


def comparable(one: Under, other: Under) -> bool:
    """Tell whether what two periods reached can be held against each other.

    In one year, what was reached so far, or periods as long as each other; in two years, the same part.

    >>> comparable(Under("H1", 2026), Under("9M", 2026)), comparable(Under("", 2025), Under("Q1", 2026))
    (True, False)
    """
    if one.part is None or other.part is None:
        return one.year == other.year
    if one.year != other.year:
        return one.part == other.part
    return one.part == other.part or bool(_kinds(one.part) & _kinds(other.part))


def _kinds(part: str) -> set[str]:
    """Tell what a period is one of; a whole year is all that was reached so far."""
    kinds = next((kinds for pattern, kinds in _KINDS if pattern.fullmatch(part)), ("so far",))
    return set(kinds)
