"""Targets (chỉ tiêu): every measured result or goal, with its name, its figures and how far it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import itemgetter

from .counts import Counted
from .cues import Section
from .figures import Found, find_figures
from .layout import trim
from .lists import Place
from .measures import COMPARED, LEAD_IN, LEAD_OUT, MEASURES, OF_PLAN, SEPARATOR, STATUSES
from .model import Figure, Target, TargetStatus
from .page import Page
from .rules import compile_pattern, match_first, search_first
from .sections import Part
from .text import Text

T = TargetStatus

_ACTOR = re.compile(r"^.{0,110}?\b(?:đã|da)(?: \w+){0,1} (?=\S)")
_TIME_OR_RANK = r"(?: ngày | giờ | phút | tháng | năm | kỳ | lần | đại_biểu | chỉ_tiêu | nhiệm_vụ | đợt )"
_CHANGES = r"\b(?: tăng | giảm ) \s* \Z"
SHORTEST_NAME, LONGEST_NAME = 2, 150
LONGEST_LEAD = 400
SHORT_WORDS, MOST_WORDS = 2, 25
SMALL = 1000  # a smaller number without a unit measures nothing
READ = (Section.BODY, Section.STRENGTHS, Section.LIMITATIONS, Section.OPENING)


@dataclass(frozen=True, slots=True)
class Row:
    """A target while its figures are collected."""

    name: Place
    actual: Figure | None = None
    plan_ratio: Figure | None = None
    change: Figure | None = None
    goal: Figure | None = None
    status: TargetStatus | None = None
    rule: str = ""
    end: int = 0


def read_targets(page: Page, counted: list[Counted]) -> tuple[Target, ...]:
    """Read the targets: those listed behind a count, and those told with figures."""
    rows: list[Row] = [row for found in counted for row in _listed(page, found)]
    taken = sorted(found.place for found in counted)
    for number, part in enumerate(page.parts):
        if part.section in READ and not _is_opening(page, number, part):
            rows += _told(page, part, taken)
    kept: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: row.name[0]):
        kept.setdefault(_key(page, row), row)
    return tuple(_target(page, row) for row in kept.values())


def _key(page: Page, row: Row) -> tuple[str, str]:
    """Tell a figure given twice: the same name with the same figures."""
    figures = (row.actual, row.plan_ratio, row.change, row.goal)
    return page.text.low[slice(*row.name)], " ".join(f.written.text for f in figures if f) or str(row.name)


def _is_opening(page: Page, number: int, part: Part) -> bool:
    """Leave out the sentence that says who met when; its figures measure nothing."""
    words = page.text.low[part.start : part.start + 40]
    return (
        part.line <= page.frame.body + 1
        and bool(re.match(r"(?:sáng|chiều|tối|ngày|vừa qua|hop |sang )", words))
        and number < 6
    )


def _target(page: Page, row: Row) -> Target:
    name = page.note("targets", row.rule, *row.name)
    return Target(name, row.status, row.actual, row.plan_ratio, row.change, row.goal)


def _listed(page: Page, counted: Counted) -> Iterator[Row]:
    """Make a row of every name listed behind a count; figures in brackets behind a name are its own."""
    text = page.text
    share = counted.share
    for start, end in counted.entries:
        bracket = text.clean.find("(", start, end)
        name_end = bracket if bracket > start else end
        name = trim(text, start, name_end)
        if name[1] - name[0] < SHORTEST_NAME:
            continue
        row = Row(name, status=counted.count.status, rule="… chỉ tiêu … là", plan_ratio=share)
        for found in find_figures(text, name_end, end):
            row = _with_figure(page, row, found, name_end)
        yield replace(row, status=counted.count.status)


def _with_figure(page: Page, row: Row, found: Found, since: int) -> Row:
    kind = _kind(page.text, since, found)
    figure = _figure(page.text, found, kind, since)
    if kind == "change" and not row.change:
        return replace(row, change=figure)
    if kind in ("plan", "over") and not row.plan_ratio:
        return replace(row, plan_ratio=figure)
    if kind in ("actual", "reached") and not row.actual:
        return replace(row, actual=figure)
    if kind == "goal" and not row.goal:
        return replace(row, goal=figure)
    return row


def _kind(text: Text, since: int, found: Found) -> str:
    """Tell what a figure measures by the words before and behind it."""
    window = max(since, found.start - 130)
    measured = search_first(MEASURES, text, window, found.start)
    kind = measured[0].value if measured else "bare"
    if kind == "goal":
        return "goal"
    of_plan = found.unit == "%" and match_first(OF_PLAN, text, found.end, min(len(text.low), found.end + 30))
    if of_plan and kind in ("reached", "bare", "actual"):
        return "plan"
    if kind == "over":
        return "over" if found.unit == "%" else "bare"
    if kind == "reached" and found.unit == "%" and found.value == Decimal(100):
        return "plan"
    return "actual" if kind == "reached" else kind


def _figure(text: Text, found: Found, kind: str, since: int) -> Figure:
    """Cut a figure; a change keeps its "tăng" or "giảm", what exceeds a plan its "vượt"."""
    if kind not in ("change", "over"):
        return found.figure(text)
    verb = max(
        text.low.rfind(word, since, found.start) for word in ("tăng", "giảm", "vượt", "tang", "giam", "vuot")
    )
    start = verb if verb >= 0 else found.start
    figure = found.figure(text)
    word = text.clean[start : start + 4].strip()
    return replace(
        figure, written=text.span(start, found.end), qualifier=word if verb >= 0 else figure.qualifier
    )


def _told(page: Page, part: Part, taken: list[Place]) -> Iterator[Row]:
    """Go through the figures of a sentence: a figure with words of its own opens a target, others join it."""
    text = page.text
    current: Row | None = None
    since = part.start
    for found in find_figures(text, part.start, part.end):
        if _is_taken(taken, found.start):
            since = found.end
            continue
        if _is_skipped(text, part, since, found):
            continue
        name = _own_name(text, since, found, part)
        if name is None:
            if current:
                current = _with_figure(page, current, found, max(since, current.name[1]))
                current = replace(current, end=found.end)
        else:
            if current:
                yield _judged(page, current, part, found.start)
            current = _open_row(page, name, found, since)
        since = found.end
    if current:
        yield _judged(page, current, part, part.end)


def _is_taken(taken: list[Place], at: int) -> bool:
    """Tell whether a place stands in a stated count or its list."""
    index = bisect_right(taken, at, key=itemgetter(0)) - 1
    return index >= 0 and taken[index][0] <= at < taken[index][1]


def _is_skipped(text: Text, part: Part, since: int, found: Found) -> bool:
    """Leave out figures that compare, date or number something."""
    if found.unit and compile_pattern(_TIME_OR_RANK, bare=text.bare).fullmatch(found.unit.lower()):
        changes = compile_pattern(_CHANGES, bare=text.bare)
        return not changes.search(text.low, max(since, found.start - 8), found.start)
    if compile_pattern(COMPARED, bare=text.bare).search(
        text.low, max(part.start, found.start - 90), found.start
    ):
        return True
    return found.unit is None and found.value is not None and found.value < SMALL and not found.share


def _own_name(text: Text, since: int, found: Found, part: Part) -> Place | None:
    """Read the name that stands with a figure: before its verb, else behind its unit."""
    begin = since
    for border in SEPARATOR.finditer(text.low, since, found.start):
        begin = border.end()
    own = _trimmed_name(text, begin, _verb_start(text, begin, found))
    if own and own[1] - own[0] > 2:
        verb = begin == part.start and len(text.clean[slice(*own)].split()) <= SHORT_WORDS
        indicator = compile_pattern(r"{indicators}", bare=text.bare).match(text.low, *own)
        return (_name_behind(text, found, part) if verb and not indicator else None) or own
    if since == part.start or text.low[begin : found.start].strip(" ") in (
        "",
        "có",
        "còn",
        "đã có",
        "với",
        "co",
        "va",
        "và",
    ):
        measured = search_first(MEASURES, text, max(begin, found.start - 60), found.start)
        if not measured or measured[0].value == "actual":
            return _name_behind(text, found, part)
    return None


def _verb_start(text: Text, begin: int, found: Found) -> int:
    measured = search_first(MEASURES, text, max(begin, found.start - 60), found.start)
    if not measured or measured[0].value == "goal":
        return found.start
    return measured[1].start()


def _trimmed_name(text: Text, start: int, end: int) -> Place | None:
    """Trim a name: no time, no "ước đạt", no actor before "đã"."""
    start, end = trim(text, max(start, end - LONGEST_LEAD), end)
    if actor := _ACTOR.match(text.low[start:end]):
        start += actor.end()
    lead = compile_pattern(LEAD_IN, bare=text.bare).match(text.low, start, end)
    if lead and lead.end() <= end:
        start = lead.end()
    out = compile_pattern(LEAD_OUT, bare=text.bare).search(text.low[start:end])
    if out:
        end = start + out.start()
    start, end = trim(text, start, end)
    if not SHORTEST_NAME <= end - start <= LONGEST_NAME or not any(
        c.isalpha() for c in text.clean[start:end]
    ):
        return None
    return start, end


_BEHIND_END = re.compile(r"[,;.:()]|\b(?:tăng|giảm|đạt \d|so với|trong đó|với|trên địa bàn|bằng|tang|giam)\b")


def _name_behind(text: Text, found: Found, part: Part) -> Place | None:
    """Read "61 đơn vị cấp huyện đạt chuẩn …": the unit and what follows it name the target."""
    if not found.unit or found.unit == "%":
        return None
    unit_start = found.end - len(found.unit)
    border = _BEHIND_END.search(text.low, found.end, part.end)
    stop = border.start() if border else part.end
    name = trim(text, unit_start, stop)
    words = len(text.clean[slice(*name)].split())
    return name if len(found.unit.split()) < words <= MOST_WORDS else None


def _open_row(page: Page, name: Place, found: Found, since: int) -> Row:
    since = max(since, name[1]) if name[1] <= found.start else since
    kind = _kind(page.text, since, found)
    row = Row(name, rule=f"chỉ tiêu có số liệu ({kind})", end=found.end)
    if kind == "bare":
        return replace(row, actual=_figure(page.text, found, kind, since))
    return _with_figure(page, row, found, since)


def _judged(page: Page, row: Row, part: Part, end: int) -> Row:
    """Give a target its status by the words around its figures."""
    if row.goal and not row.actual:
        return replace(row, status=T.PLANNED)
    begin = min(row.name[0], row.end)
    judged = search_first(STATUSES, page.text, begin, max(begin, min(end, row.end + 60, part.end)))
    if judged:
        return replace(row, status=judged[0].value)
    ratio = row.plan_ratio
    if ratio and ratio.value is not None and ratio.value > 100:
        return replace(row, status=T.EXCEEDED)
    return row
