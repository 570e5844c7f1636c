"""Write a reading as an expression of the index of items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from handlers.asking import forms
from handlers.asking.reading import Flag, Reading
from handlers.calendar import Days, days_of
from reports.model import PersonRole
from reports.shortforms import known_forms
from storage.itemkeys import LATEST, Kind, covering, period_part
from storage.itemterms import ANY_DAY
from storage.periods import Wanted

ALL = (Kind.TARGET, Kind.TASK, Kind.LIMITATION, Kind.CAUSE)
MOST_VARIANTS = 4
REVIEWED = 8
"""Years back that a meeting may review."""
KEPT = 4096
"""Phrases whose short forms are kept."""
_FLAGS = {Flag.NO_UNIT: "unone", Flag.NO_DEADLINE: "dnone", Flag.RECURRING: "drecurring"}
_ANYWHERE = "{words unit}"
_PRESENT = (PersonRole.CHAIR, PersonRole.SPEAKER, PersonRole.ATTENDEE)


Cut = Callable[[str], Iterator[str]]
"""How a topic is cut into the phrases that an item has to have."""


def whole(topic: str) -> Iterator[str]:
    """Leave a topic as it is."""
    yield topic


def expression(reading: Reading, today: date, cut: Cut = whole) -> str:
    """Write what a reading asks for, its topics cut into phrases."""
    return " AND ".join(_parts(reading, today, cut))


def unreviewed(reading: Reading, today: date) -> str:
    """Write that meetings of the months that are asked for review no other time: one in May may tell April.

    "" where anything but months, or no time, is asked for.
    """
    if not reading.periods or not all(period.part.isdecimal() for period in reading.periods):
        return ""
    years = {month.year or today.year for month in reading.periods}
    reviewed = _any(f"p{year}" for last in sorted(years) for year in range(last - REVIEWED, last + 2))
    return f" AND no {reviewed}"


def _parts(reading: Reading, today: date, cut: Cut) -> Iterator[str]:
    columns = _ANYWHERE if reading.anywhere else "words"
    for topic in reading.topic:
        yield from (_words(columns, part) for part in cut(topic))
    if reading.unit:
        yield _words("unit", reading.unit)
    if reading.body:
        yield _words("body", reading.body)
    if reading.person and reading.kinds != (Kind.TASK,):
        yield _words("words", reading.person)
    elif reading.person and not reading.reports:  # else the meetings are those that this person chaired
        yield _words(_ANYWHERE if reading.anywhere else "unit", reading.person)
    keys = list(_keys(reading, today))
    if not any(keys) or not _tell_kind(reading):
        yield _any(f"k{kind.name.lower()}" for kind in reading.kinds or ALL)
    yield from keys


def is_scattered(topic: Sequence[str]) -> bool:
    """Tell whether words go together nowhere in the book: such are no topic."""
    return len(topic) > 1 and all(" " not in part for part in topic)


def pairs(topic: str) -> Iterator[str]:
    """Cut a topic into words two by two, each of which stands side by side somewhere."""
    plain = topic.split()
    if len(plain) < 3:
        yield topic
    else:
        yield from (f"{a} {b}" for a, b in pairwise(plain))


def halves(topic: str) -> Iterator[str]:
    """Cut a topic into words of two syllables, between which others may stand: "di dời 14 trụ điện"."""
    plain = topic.split()
    if len(plain) < 4 or len(plain) % 2:
        yield from pairs(topic)
    else:
        yield from (f"{plain[at]} {plain[at + 1]}" for at in range(0, len(plain), 2))


def _words(column: str, phrase: str) -> str:
    variants = [phrase, *shorter(phrase)][:MOST_VARIANTS]
    told = " OR ".join('"' + variant + '"' for variant in variants)
    return f"{column} : ({told})"


@lru_cache(KEPT)
def shorter(phrase: str) -> tuple[str, ...]:
    """Write a phrase with its short forms: each, and all of them."""
    padded = whole = f" {phrase} "
    found = []
    for short, long in forms.short_forms().items():
        if f" {long} " in padded:
            found.append(padded.replace(f" {long} ", f" {short} ").strip())
    for short, long in known_forms().items():
        whole = whole.replace(f" {long} ", f" {short} ")
    return (*found, whole.strip()) if whole != padded else tuple(found)


def _any(keys: Iterable[str]) -> str:
    return f"keys : ({' OR '.join(keys)})"


def _tell_kind(reading: Reading) -> bool:
    """Tell whether the other keys stand in items of this kind alone."""
    return bool(
        (reading.statuses and reading.kinds in {(Kind.TARGET,), (Kind.COUNT,)})
        or (reading.role and reading.kinds == (Kind.PERSON,))
        or ((reading.due or reading.flags & set(_FLAGS)) and reading.kinds == (Kind.TASK,))
    )


def _keys(reading: Reading, today: date) -> Iterator[str]:
    if reading.report is not None:
        yield _any([f"n{reading.report}"])
    if reading.reports:
        yield _any(f"n{number}" for number in reading.reports)
    if reading.statuses:
        letter = "c" if reading.kinds == (Kind.COUNT,) else "s"
        yield _any(f"{letter}{status or 'none'}" for status in reading.statuses)
    if reading.role and reading.kinds == (Kind.PERSON,):
        roles = _PRESENT if reading.role is PersonRole.ATTENDEE else (reading.role,)
        yield _any(f"r{role}" for role in roles)
    yield from _deadline_keys(reading)
    if reading.held:
        yield _any(covering("h", reading.held.first, reading.held.last) or ["none"])
    if reading.held_yearless:
        yield _any([f"hx{reading.held_yearless.month:02}{reading.held_yearless.day:02}"])
    if reading.periods:
        yield _any(key for period in reading.periods for key in period_keys(period, reading, today))


def _deadline_keys(reading: Reading) -> Iterator[str]:
    for flag in sorted(reading.flags & set(_FLAGS)):
        yield _any([_FLAGS[flag]])
    if Flag.DATED in reading.flags and not reading.due:
        yield _any([*covering("d", None, None), "drecurring", "drelative"])
    if reading.due:
        yield from _due_keys(reading.due)


def _due_keys(due: Days) -> Iterator[str]:
    """Write a range of deadlines; where it has no beginning, as all but the days behind it, which are few."""
    if due.first or not due.last:
        yield _any(covering("d", due.first, due.last) or ["none"])
        return
    yield _any([ANY_DAY])
    if behind := covering("d", min(due.last, LATEST) + timedelta(days=1), None):
        yield f"no {_any(behind)}"


def period_keys(period: Wanted, reading: Reading, today: date) -> Iterator[str]:
    """Write a period: of the meeting, and where only tasks are asked for also of deadlines."""
    year = f"{period.year}" if period.year else ""
    if not period.part:
        yield f"y{year}"
    else:
        yield f"p{year}{period_part(period.part)}"
    if period.part.isdecimal():
        yield f"h{year}{period.part}" if year else f"hx{period.part}"
    if reading.kinds == (Kind.TASK,) and period.part:
        days = days_of(period, today)
        if period.year:
            yield from covering("d", days.first, days.last)
        elif days.first and days.last:
            yield from (f"dx{month:02}" for month in range(days.first.month, days.last.month + 1))
