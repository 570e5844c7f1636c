"""Targets (chỉ tiêu): every measured result or goal, with its name, its figures and how far it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .against import with_plan
from .aims import Aims
from .besides import read_beside
from .counts import Counted
from .cues import Section
from .duties import read_duties
from .figures import find_figures
from .headed import with_headed
from .indicators import SHORTEST_NAME, is_measure
from .layout import trim
from .lists import Place
from .model import Target
from .page import Page
from .rows import Row, read_figure, with_figure
from .rules import compile_pattern
from .sections import Part
from .tables import read_tables
from .telling import Teller
from .text import Text
from .verdicts import read_verdicts

READ = (
    Section.BODY,
    Section.STRENGTHS,
    Section.LIMITATIONS,
    Section.OPENING,
    Section.TASKS,
    Section.PARTICIPANTS,
)
_CONTACT = r"(?: trụ_sở | địa_chỉ | (?:số_)?điện_thoại | đt | fax | email | website | hotline )\b"
# How many came: "Có mặt: 46/48 giáo viên. Vắng 02", "Đại biểu: 138 người".
_ATTENDED = r"""
    (?: (?:tổng_)?số_(?:đại_biểu|thành_viên|người)_(?:dự|có_mặt|triệu_tập|tham_dự) | có_mặt | hiện_diện
      | vắng(?:_mặt)? | (?:tổng_số_)?đại_biểu | thành_phần | (?:tham_)?dự_họp | tham_dự )
    [^:;.\d]{0,40} :? _? \d
"""
_MEASURING = re.compile(r"(?:đạt|tăng|giảm|bằng|dat|tang|giam|bang) |%")  # more than who attended
_MEETS = re.compile(r"(?:sáng|chiều|tối|ngày|vừa qua) ")
_MEETS_BARE = re.compile(r"(?:sang|chieu|toi|ngay|vua qua) ")
_REPORTS = re.compile(r"\b(?:cho hay|cho biết|cho thấy|báo cáo|bao cao|cho biet|cho thay) .*%")
# What goes on with the target before it in a list: "vận động quỹ, mới được 42 triệu đồng".
_GOES_ON = r"""
    (?: (?: mới | chỉ | chỉ_mới | ước )_ )? (?: đạt | được | bằng | tăng | giảm | so_với ) _ [^,;]{0,30}? \d
"""
MOST_ALIKE = 30  # so many targets back that have the same figure are looked at
_DIGIT = re.compile(r"\d")


def read_targets(page: Page, counted: list[Counted]) -> tuple[Target, ...]:
    """Read the targets: those listed behind a count, and those told with figures."""
    rows: list[Row] = [row for found in counted for row in _listed(page, found)]
    tabled, rows_of_tables = read_tables(page)
    rows += tabled
    places = [*rows_of_tables]
    beside = [found for part in page.parts if part.section in READ and (found := read_beside(page, part))]
    rows += [row for row, _ in beside]
    places += [place for _, place in beside]
    taken = sorted([*(f.place for f in counted), *places, *(duty.place for duty in read_duties(page))])
    aims = Aims(page)
    told: list[Row] = []
    goals: Part | None = None  # the sentence before, where it tells nothing but goals
    for number, part in enumerate(page.parts):
        first = len(told)
        if part.section in READ and _tells(page, number, part):
            before = page.parts[number - 1] if number else None
            if (goals and aims.goes_on(goals, part)) or (before and aims.asks_on(before, part)):
                aims.carried.add(part.start)
            Teller(page, part, aims, taken, told).read()
        aimed = len(told) > first and all(row.goal and not row.actual for row in told[first:])
        goals = part if aimed else None
    rows += told
    rows += read_verdicts(page, rows, taken)
    ordered = _once(page.text, sorted(rows, key=lambda row: row.name[0]))
    whole = sorted(with_headed(page, list(ordered)), key=lambda row: row.name[0])
    return tuple(_target(page, row) for row in whole)


def _tells(page: Page, number: int, part: Part) -> bool:
    """Tell whether a sentence may tell targets: it has figures, and does not only say who met when."""
    text = page.text
    if not _DIGIT.search(text.low, part.start, part.end):
        return False
    if part.section is Section.PARTICIPANTS and (
        part.level or not _MEASURING.search(text.low, part.start, part.end)
    ):
        return False
    contact = compile_pattern(_CONTACT, bare=text.bare).match(text.low, part.start)
    if compile_pattern(_ATTENDED, bare=text.bare).match(text.low, part.start, part.end):
        return bool(_MEASURING.search(text.low, part.start, part.end))
    return not contact and not _is_opening(page, number, part)


def _is_opening(page: Page, number: int, part: Part) -> bool:
    """Leave out the sentence that says who met when; its figures measure nothing."""
    words = page.text.low[part.start : part.start + 40]
    if _REPORTS.search(page.text.low, part.start, part.end):
        return False  # "Sáng 6/12, tại kỳ họp, ông … cho hay năm qua xã đạt 8,8%"
    return (
        part.line <= page.frame.body + 1
        and bool((_MEETS_BARE if page.text.bare else _MEETS).match(words))
        and number < 6
    )


def _target(page: Page, row: Row) -> Target:
    name = page.note("targets", row.rule, *row.name, weak=row.weak)
    return Target(name, row.status, row.actual, row.plan_ratio, row.change, row.goal)


@dataclass(frozen=True, slots=True)
class _Said:
    """A row with what is compared of it: the words of its name, and its figures as written."""

    row: Row
    words: frozenset[str]
    figures: frozenset[str]

    def repeats(self, other: _Said) -> bool:
        """Tell that it says all that another says, under a name with the same words."""
        if not other.figures <= self.figures:
            return False
        if other.figures == self.figures and len(other.words) > len(self.words):
            return False  # the longer name stays
        return other.words <= self.words or self.words <= other.words


def _said(text: Text, row: Row) -> _Said:
    words = frozenset(text.low[slice(*row.name)].split())
    return _Said(row, words, frozenset(figure.written.text.lower() for figure in row.figures))


def _once(text: Text, rows: list[Row]) -> Iterator[Row]:
    """Leave out what is given twice: the same figures under names that share their words."""
    seen: dict[str, list[int]] = {}
    kept: list[_Said | None] = []
    for said in (_said(text, row) for row in rows):
        again = False
        for index in sorted({i for figure in said.figures for i in seen.get(figure, ())[-MOST_ALIKE:]}):
            before = kept[index]
            if before and before.repeats(said):
                again = True
            elif before and said.repeats(before):
                kept[index] = None
        if again or (not said.figures and any(_has_same_name(text, k, said) for k in kept[-20:])):
            continue
        for figure in said.figures:
            seen.setdefault(figure, []).append(len(kept))
        kept.append(said)
    return (said.row for said in kept if said)


def _has_same_name(text: Text, one: _Said | None, other: _Said) -> bool:
    return one is not None and text.low[slice(*one.row.name)] == text.low[slice(*other.row.name)]


def _listed(page: Page, counted: Counted) -> Iterator[Row]:
    """Make a row of every name listed behind a count; figures in brackets behind a name are its own."""
    text = page.text
    rows: list[Row] = []
    for start, end in counted.entries:
        if rows and compile_pattern(_GOES_ON, bare=text.bare).match(text.low, start, end):
            rows[-1] = _with_figures(page, counted, rows[-1], (start, end))
            continue
        name_end = _listed_name_end(text, start, end)
        name = trim(text, start, name_end)
        if name[1] - name[0] < SHORTEST_NAME:
            continue
        row = Row(name, status=counted.status, rule="… chỉ tiêu … là", plan_ratio=counted.share)
        rows.append(_with_figures(page, counted, row, (name_end, end)))
    yield from rows


def _listed_name_end(text: Text, start: int, end: int) -> int:
    """Find where the name of a listed target ends: at its brackets, or at the words of its first figure."""
    bracket = text.clean.find("(", start, end)
    name_end = bracket if bracket > start else end
    for found in find_figures(text, start, name_end):
        reading = read_figure(text, start, found)
        if reading.verb < found.start:
            return max(start, reading.verb)
        if found.unit and (found.unit == "%" or is_measure(found.unit)):
            return found.start
    return name_end


def _with_figures(page: Page, counted: Counted, row: Row, place: Place) -> Row:
    """Give a listed target the figures of a place behind its name; its status stays."""
    since = place[0]
    for found in find_figures(page.text, *place):
        reading = read_figure(page.text, since, found)
        planned = with_plan(page.text, counted.part, row, reading)
        row = planned or with_figure(page.text, row, reading, aimed=False)
        since = found.end
    return replace(row, status=counted.status)
