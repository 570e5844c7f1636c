"""Properties of items as words of an index: kinds, statuses, days, periods; ranges of days by few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from reports import sentence_at
from reports.folding import fingerprint
from reports.model import DeadlineKind, Finding, Person, Report, Span, Target, TargetCount, Task
from reports.samebody import body_of
from reports.shortforms import begin_forms, expand, known_forms

_ORDINALS = (1 << 14) - 1
_REPORTS = (1 << 26) - 1
MOST_TOLD = 300
"""Characters of a count's sentence that are looked through."""
BETWEEN = " x0x "
"""Stands between names that are no phrase together."""


class Kind(IntEnum):
    """What an item is; within a report the higher comes first."""

    MEETING = 0
    PERSON = 1
    STRENGTH = 2
    CAUSE = 3
    LIMITATION = 4
    TASK = 5
    TARGET = 6
    COUNT = 7  # how many targets have a status, as the report states it


_KINDS = tuple(Kind)


class Place(NamedTuple):
    """Where an item is: which report, what kind, which of them."""

    report: int
    kind: Kind
    ordinal: int


@dataclass(frozen=True, slots=True)
class Indexed:
    """One item as it goes into the index."""

    kind: Kind
    ordinal: int
    words: str
    unit: str
    body: str
    keys: str


def rowid(day: date, place: Place) -> int:
    """Build the index's row number: its order is that of days, reports, kinds, then against the text's."""
    number = day.toordinal() << 26 | place.report
    return (number << 3 | place.kind) << 14 | (_ORDINALS - place.ordinal)


def place_of(row: int) -> Place:
    """Read a row number."""
    return Place(row >> 17 & _REPORTS, _KINDS[row >> 14 & 7], _ORDINALS - (row & _ORDINALS))


def indexed(report: Report, number: int, day: date) -> Iterator[Indexed]:
    """Write all items of a report of this number."""
    body = _body(report)
    dated = " ".join(_report_keys(report, day))
    for item in _items(report):
        if item.ordinal < _ORDINALS:
            keys = f"k{item.kind.name.lower()} {item.keys} {dated} n{number}"
            yield Indexed(item.kind, item.ordinal, item.words, item.unit, body, keys)


def _items(report: Report) -> Iterator[Indexed]:
    title = _named([report.title, report.place, report.number])
    yield Indexed(Kind.MEETING, 0, title, "", "", "")
    yield from map(_person, report.people)
    yield from map(_target, report.targets)
    yield from (_count(report, number, count) for number, count in enumerate(report.counts, 1))
    yield from map(_task, report.tasks)
    for kind, findings in (
        (Kind.LIMITATION, report.limitations),
        (Kind.CAUSE, report.causes),
        (Kind.STRENGTH, report.strengths),
    ):
        yield from (_finding(kind, finding) for finding in findings)


def _body(report: Report) -> str:
    return BETWEEN.join(filter(None, [_named([report.organisation]), body_of(report).bare]))


def _named(spans: Sequence[Span | None]) -> str:
    return BETWEEN.join(_words(span.text) for span in spans if span)


def _words(text: str) -> str:
    """Fold a text; where it has short forms it stands there a second time, with them in full."""
    folded = fingerprint(text)
    plain = folded.split()
    if begin_forms().isdisjoint(plain):
        return folded
    full = " ".join(expand(plain, known_forms(), begin_forms()))
    return folded if full == folded else f"{folded}{BETWEEN}{full}"


def _person(person: Person) -> Indexed:
    keys = " ".join(f"r{role}" for role in person.roles)
    words = _named([person.name, person.position])
    return Indexed(Kind.PERSON, person.ordinal, words, "", "", keys)


def _target(target: Target) -> Indexed:
    keys = f"s{target.status or 'none'}"
    return Indexed(Kind.TARGET, target.ordinal, _words(target.name.text), "", "", keys)


def _count(report: Report, number: int, count: TargetCount) -> Indexed:
    """Write a stated count with its sentence: "trong 10 chỉ tiêu thi đua có 7 chỉ tiêu đạt"."""
    phrase = count.phrase
    told = sentence_at(report.source, phrase.start, phrase.end) if phrase.start >= 0 else phrase
    words = _words(told.text[:MOST_TOLD])
    return Indexed(Kind.COUNT, number, words, "", "", f"c{count.status}")


def _finding(kind: Kind, finding: Finding) -> Indexed:
    return Indexed(kind, finding.ordinal, _words(finding.text), "", "", "")


def _task(task: Task) -> Indexed:
    keys = [] if task.assignee else ["unone"]
    deadline = task.deadline
    if deadline is None:
        keys.append("dnone")
    elif deadline.last_day:
        keys += day_keys("d", deadline.last_day)
    else:
        keys.append("drecurring" if deadline.kind is DeadlineKind.RECURRING else "drelative")
    unit = _named([task.assignee, *task.cooperating])
    return Indexed(Kind.TASK, task.ordinal, _words(task.text.text), unit, "", " ".join(keys))


def _report_keys(report: Report, day: date) -> Iterator[str]:
    """Write when a meeting was held, and of what period it is."""
    yield from day_keys("h", report.held_on.day if report.held_on else day)
    value = report.period.value if report.period else ""
    year, _, part = value.partition("-")
    if year.isdecimal():
        yield f"p{year}"
    if part:
        yield from (f"p{period_part(part)}", f"p{year}{period_part(part)}")
    yield f"y{year}" if year.isdecimal() else f"y{day.year}"


def period_part(part: str) -> str:
    """Write a period's part as a word: "Q3" is "q3", "10" is "m10"."""
    return f"m{part}" if part.isdecimal() else part.lower()


def day_keys(letter: str, day: date) -> list[str]:
    """Write a day by itself, its month and its year; the month and the day also without a year."""
    stamp = f"{day:%Y%m%d}"
    return [f"{letter}{stamp[:end]}" for end in (4, 6, 8)] + [
        f"{letter}x{stamp[4:6]}",
        f"{letter}x{stamp[4:]}",
    ]


EARLIEST = date(2000, 1, 1)
LATEST = date(2059, 12, 31)


def covering(letter: str, first: date | None, last: date | None) -> list[str]:
    """Write a range of days by as few words as there are: whole years, whole months, days.

    >>> covering("d", date(2017, 9, 29), date(2017, 11, 1))
    ['d20170929', 'd20170930', 'd201710', 'd20171101']
    """
    day = max(first or EARLIEST, EARLIEST)
    end = min(last or LATEST, LATEST)
    keys = []
    while day <= end:
        year_end, month_end = date(day.year, 12, 31), _month_end(day)
        if (day.month, day.day) == (1, 1) and year_end <= end:
            keys.append(f"{letter}{day.year}")
            day = year_end
        elif day.day == 1 and month_end <= end:
            keys.append(f"{letter}{day:%Y%m}")
            day = month_end
        else:
            keys.append(f"{letter}{day:%Y%m%d}")
        day += timedelta(days=1)
    return keys


def _month_end(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following.replace(day=1) - timedelta(days=1)
