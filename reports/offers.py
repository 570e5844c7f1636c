"""What a report's own words offer for a field that staff mend: its days, bodies, periods, places to cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from .bodies import HEAD, body_at
from .dates import Reference, find_days
from .deadlines import read_deadline
from .edits import UNPLACED
from .folding import fold
from .model import Day, Deadline, DeadlineKind, Period, Report, Span, Task
from .page import Page, open_page
from .periods import read_period
from .reviewed import year_of_text
from .rules import compile_pattern

T = TypeVar("T")

MOST = 8
"""So many are offered at most; anything else can be typed."""
FIRST_LINES = 6
SHORTEST_TITLE, LONGEST_TITLE = 20, 300
_LINE = re.compile(r"^(?=[^\n]*[^\W\d])(?![ \t]*(?:[-+•*]|\d{1,2}[.)][ \t]))[^\n]+", re.MULTILINE)
"""A line with letters that is no item of a list."""
_BREAK = re.compile(r"[;.]\s+(?=\S)|\n+\s*")
SHORTEST_PIECE = 12
_HALL = r"hội_trường\b | (?<=hội_)trường\b"
"""A hall ("Hội trường UBND phường") is no school."""


def reference_of(report: Report) -> Reference:
    """Give what a typed day without a year takes its year from: the report's day, else its text."""
    known = report.held_on or report.published
    return Reference(known.day, None) if known else Reference(None, year_of_text(open_page(report.source)))


def titles(report: Report) -> tuple[Span, ...]:
    """Offer the first lines of the text that are long enough to be a title."""
    lines = _LINE.finditer(report.source)
    spans = (_trimmed(report.source, *line.span()) for line in islice(lines, FIRST_LINES))
    return _first(span for span in spans if SHORTEST_TITLE <= len(span.text) <= LONGEST_TITLE)


def days(report: Report) -> tuple[Day, ...]:
    """Offer the days that the text writes with their year."""
    page = open_page(report.source)
    return _distinct(_days(page, 0, len(page.text.plain)), lambda found: found.day)


def periods(report: Report) -> tuple[Period, ...]:
    """Offer the periods that the text reviews, and the others that it names."""
    page = open_page(report.source)
    reference = reference_of(report)
    found = (read_period(page.text, part.start, part.end, reference) for part in page.parts)
    return _distinct(
        (Period(page.text.span(one.start, one.end), one.value) for one in found if one),
        lambda period: period.value,
    )


def bodies(report: Report, near: Span | None = None) -> tuple[Span, ...]:
    """Offer the bodies that the text names: those in the words of an item first."""
    page = open_page(report.source)
    everywhere = list(_bodies(page))
    inside = [body for body in everywhere if near and near.start <= body.start < near.end]
    assigned = [task.assignee for task in report.tasks if task.assignee and task.assignee.start != UNPLACED]
    return _distinct([*inside, *assigned, *everywhere], lambda body: fold(body.text))


def deadlines(report: Report, task: Task) -> tuple[Deadline, ...]:
    """Offer the deadlines in a task's words, then those that stand elsewhere in the text."""
    page, reference = open_page(report.source), reference_of(report)
    others = [other.deadline for other in report.tasks if other.deadline]
    found = read_deadline(page.text, *_within(page, task.text), reference)
    dated = (
        Deadline(day.written, DeadlineKind.FIXED, day.day)
        for day in _days(page, 0, len(page.text.plain))
        if not reference.day or day.day >= reference.day
    )
    return _distinct(
        [*([found[0]] if found else []), *others, *dated],
        lambda deadline: deadline.last_day or fold(deadline.written.text),
    )


def cuts(task: Task) -> tuple[int, ...]:
    """Offer the places where a task's words can be cut in two: offsets in its text, behind a mark."""
    text = task.text.text
    places = (match.end() for match in _BREAK.finditer(text))
    return tuple(islice((p for p in places if SHORTEST_PIECE <= p <= len(text) - SHORTEST_PIECE), MOST))


def _within(page: Page, span: Span) -> tuple[int, int]:
    """Find a span of the source in the cleaned text; an empty place for words that stand nowhere in it."""
    if span.start < 0:
        return 0, 0
    return page.text.find(span.start), page.text.find(max(span.start, span.end - 1)) + 1


def _days(page: Page, start: int, end: int) -> Iterator[Day]:
    for phrase in find_days(page.text, start, end):
        if day := phrase.resolved():
            yield Day(page.text.span(phrase.start, phrase.end), day)


def _bodies(page: Page) -> Iterator[Span]:
    text = page.text
    at = 0
    for head in compile_pattern(HEAD, bare=text.bare).finditer(text.low):
        if compile_pattern(_HALL, bare=text.bare).match(text.low, head.start()):
            continue
        place = body_at(text, head.start(), len(text.low)) if head.start() >= at else None
        if place and place[1] > head.end():  # a head alone ("phòng") names nobody
            at = place[1]
            yield text.span(*place)


def _trimmed(source: str, start: int, end: int) -> Span:
    words = source[start:end]
    return Span.cut(source, start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _first(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(islice(spans, MOST))


def _distinct(values: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    seen: dict[object, T] = {}
    for value in values:
        if len(seen) == MOST:
            break
        seen.setdefault(key(value), value)
    return tuple(seen.values())
