"""Tell whether a sentence is of the time that a question asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.asking.expressions import expression
from handlers.asking.reading import Reading
from handlers.calendar import Days, days_of
from handlers.context import Context
from reports.folding import fold
from storage import items, search
from storage.db import Session
from storage.itemkeys import Kind
from storage.periods import Wanted

_PART = re.compile(r"\b(?:thang \d{1,2}|quy (?:i{1,3}|iv|[1-4])|\d{1,2} thang)\b")
_COMPARED = re.compile(
    r"\bso (?:voi|cung ky) (?:cung ky )?(?:cua )?(?:thang|quy) (?:i{1,3}|iv|\d{1,2})\b(?: nam \d{4})?"
)
"""What figures are compared with: "giảm 03 vụ so với tháng 9" is not told of September."""
_SINCE = re.compile(r"\bluy ke\b|\btu dau nam\b")
"""Figures of the months so far, which the report of a month tells beside those of the month."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEXT_YEAR = re.compile(r"\bnam (?:toi|sau)\b")
_DAY_IN = re.compile(r"\b(?:ngay|den|toi|truoc|tu|het) \d{1,2} (\d{1,2})\b")
"""A day in a folded text, whose second number is its month."""
_ALIKE = (("Q1", "3M"), ("Q2", "H1"), ("Q3", "9M"), ("H1", "06"), ("9M", "09"), ("3M", "03"))
"""Parts of a year of which one report may tell."""
SOON = timedelta(days=15)
"""How long behind a period a meeting may tell of it whose report names none."""
_ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}
_HALVES = {"H1": ("6 thang dau", "6 thang", "nua dau nam"), "H2": ("6 thang cuoi", "nua cuoi nam")}


@dataclass(frozen=True, slots=True)
class Time:
    """A period that was asked for, how texts write it, and which reports are of its year and its part.

    `before` are those of the year before, of which no report that is asked is of the year itself: there it is
    "năm tới".
    """

    year: str
    parts: tuple[str, ...]
    of_year: frozenset[int]
    of_part: frozenset[int]
    before: frozenset[int] = frozenset()

    def has(self, number: int, sentence: str, heading: str) -> bool:
        """Tell whether a folded sentence is of it: it or its heading says so, else its report is."""
        return self._has_year(number, sentence, heading) and self._has_part(number, sentence, heading)

    def is_named(self, sentence: str) -> bool:
        """Tell whether a folded sentence names the part of the year."""
        return bool(self.parts) and self._says(sentence)

    def _has_year(self, number: int, sentence: str, heading: str) -> bool:
        if not self.year or self.year in _YEAR.findall(sentence):
            return True
        if number in self.before and _NEXT_YEAR.search(sentence):
            return True
        years = _YEAR.findall(heading)
        return self.year in years if years else number in self.of_year

    def _has_part(self, number: int, sentence: str, heading: str) -> bool:
        if not self.parts or self._says(sentence):
            return True
        sentence = _COMPARED.sub(" ", sentence)
        if self._tells_months and _SINCE.search(sentence) and number in self.of_part:
            return True
        if _PART.search(heading):
            return self._says(heading) or self._ends_with(heading)
        return number in self.of_part and not self._says_another(sentence)

    @property
    def _tells_months(self) -> bool:
        """Tell whether it is some months of a year."""
        return any(part.endswith(" thang") for part in self.parts)

    def _says_another(self, text: str) -> bool:
        """Tell whether a text names another part of its kind: a quarter's report may tell of its months."""
        return any(_kind(part) == _kind(self.parts[0]) for part in _PART.findall(text))

    def _ends_with(self, heading: str) -> bool:
        """Tell whether a heading is of the last month of some: "tháng 10" of "10 tháng"."""
        counted = [part.split()[0] for part in self.parts if part[0].isdigit()]
        return any(re.search(rf"\bthang 0?{int(count)}\b", heading) for count in counted)

    def _says(self, text: str) -> bool:
        """Tell whether a folded text names the part, or a day of the month: "đến 30/11"."""
        days = (match[1].lstrip("0") for match in _DAY_IN.finditer(text))
        return any(f" {part} " in f" {text} " for part in self.parts) or any(
            f"thang {month}" in self.parts for month in days
        )


def of_times(when: Sequence[Time], number: int, sentence: str, heading: str, *, compared: bool) -> bool:
    """Tell whether a folded sentence is of all times that were asked for, of those `compared` of any."""
    if compared and any(time.is_named(sentence) for time in when):  # "tăng 7% so với tháng 3"
        return True
    found = [time.has(number, sentence, heading) for time in when]
    return any(found) if compared and found else all(found)


def _kind(part: str) -> str:
    """Tell a month ("thang 5") from a quarter ("quy ii") and from some months ("5 thang")."""
    return "".join(word for word in part.split() if word in {"thang", "quy"}) + str(part[0].isdigit())


async def times(context: Context, reading: Reading, numbers: Sequence[int]) -> list[Time]:
    """Look which of some reports are of the periods that are asked for."""
    return [await _time(context, period, numbers) for period in reading.periods]


async def _time(context: Context, period: Wanted, numbers: Sequence[int]) -> Time:
    of_year = await _of(context, [Wanted("", period.year)] if period.year else [], numbers)
    of_year |= await undated(context.session, str(period.year), numbers) if period.year else frozenset()
    last_year = [Wanted("", period.year - 1)] if period.year and not (of_year or period.part) else []
    before = await _of(context, last_year, numbers)
    of_part = await _of(context, list(_with_its_figures(period.part)), numbers)
    of_part |= await _soon_after(context, period, [number for number in numbers if number not in of_part])
    return Time(str(period.year or ""), tuple(_written(period.part)), of_year, of_part, before)


_OTHER_YEARS = re.compile(
    r"\bso (?:voi|cung ky)[^.,;()]{0,30}?\b(?:19|20)\d\d"
    r"|\b(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d|/(?:19|20)\d\d/\S+"
)
"""Years with which a folded text only compares, from one to another, and those of documents."""


async def undated(session: Session, year: str, numbers: Sequence[int]) -> frozenset[int]:
    """Find those of some reports without a day that are of a year: they name it far more than any other."""
    loaded = await search.with_sources(session, numbers) if numbers else ()
    return frozenset(
        line.id for line, source in loaded if line.dates.known is None and year == _year_of(fold(source))
    )


def _year_of(text: str) -> str:
    """Give the year that a folded text names at least twice as often as any other, "" for none.

    >>> _year_of("nam 2018 dat 5%, giam 1% so voi nam 2017, giai doan 2016-2020; nam 2018; den 2019")
    '2018'
    """
    named = Counter(_YEAR.findall(_OTHER_YEARS.sub(" ", text))).most_common(2)
    (year, most), (_, others) = [*named, ("", 0), ("", 0)][:2]
    return year if most >= others * 2 else ""


async def _soon_after(context: Context, period: Wanted, numbers: Sequence[int]) -> frozenset[int]:
    """Find the reports of meetings right behind a period: one early in July tells of six months."""
    year = period.year or context.now.year
    last = days_of(Wanted(period.part, year), context.now.date()).last if period.part else None
    if last is None or not numbers:
        return frozenset()
    held = Days(last, last + SOON)
    found = await items.find(
        context.session,
        expression(Reading(kinds=(Kind.MEETING,), held=held, reports=tuple(numbers)), context.now.date()),
    )
    return frozenset(place.report for place in found.places)


async def _of(context: Context, periods: Sequence[Wanted], numbers: Sequence[int]) -> frozenset[int]:
    if not periods:
        return frozenset()
    when = Reading(kinds=(Kind.MEETING,), periods=tuple(periods), reports=tuple(numbers))
    found = await items.find(context.session, expression(when, context.now.date()))
    return frozenset(place.report for place in found.places)


def _with_its_figures(part: str) -> Iterator[Wanted]:
    """Give the parts of a year whose reports have the figures of one: those of "5 tháng" stand in May's."""
    if not part:
        return
    yield Wanted(part)
    yield from (Wanted(b if part == a else a) for a, b in _ALIKE if part in (a, b))
    if part.endswith("M"):
        yield Wanted(f"{int(part[:-1]):02}")


def _written(part: str) -> Iterator[str]:
    """Write a part of a year as folded texts do."""
    if part.startswith("Q"):
        yield from (f"quy {part[1]}", f"quy {_ROMAN[part[1]]}")
    elif part.endswith("M"):
        yield from (f"{part[:-1]} thang", f"{int(part[:-1]):02} thang")
    elif part.isdecimal():
        yield from (f"thang {int(part)}", f"thang {int(part):02}")
    else:
        yield from _HALVES.get(part, ())
