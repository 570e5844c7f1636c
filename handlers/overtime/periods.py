"""Read the periods that somebody asks for: "quý 3 quý 2", "9 tháng", "tháng 9/2026", "năm 2025"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers import show
from handlers.texts import Texts
from reports.folding import fold
from storage.keying import split_period
from storage.periods import Wanted

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_YEAR = r"(?:\s*(?:/|-|nam\b)?\s*(?P<year>(?:19|20)\d\d))?(?!\d)"
_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(rf"\b(?:{pattern}){_YEAR}"), part)
    for pattern, part in (
        (r"(?:quy|quarter|q)\s?(?P<n>iv|i{1,3}|[1-4])", lambda m: f"Q{_ROMAN.get(m['n'], m['n'])}"),
        (r"0?6 thang cuoi(?: nam)?|nua cuoi(?: nam)?", lambda _: "H2"),
        (r"nua dau(?: nam)?", lambda _: "H1"),
        (r"(?P<n>0?[2-9]|1[0-2]) thang(?: dau)?(?: nam)?(?! cuoi)", lambda m: _months(int(m["n"]))),
        (r"thang (?P<n>1[0-2]|0?[1-9])", lambda m: f"{int(m['n']):02}"),
        (r"tuan (?P<n>\d\d?)", lambda m: f"W{int(m['n']):02}"),
        (r"(?:ca )?nam(?= (?:19|20)\d\d)|(?=(?:19|20)\d\d\b)", lambda _: ""),
    )
)
_BETWEEN = re.compile(r"\b(?:so voi|so|voi|va|giua|vs)\b|[,;:]")


def _months(count: int) -> str:
    return {6: "H1", 12: ""}.get(count, f"{count}M")


@dataclass(frozen=True, slots=True)
class AskedPeriods:
    """The periods of a question in their order, and what else was said (folded)."""

    periods: tuple[Wanted, ...]
    rest: str


def asked_periods(text: str) -> AskedPeriods:
    """Read periods out of a question.

    >>> asked_periods("quý 3/2017 so với quý II xã Tân Mỹ")
    AskedPeriods(periods=(Wanted(part='Q3', year=2017), Wanted(part='Q2', year=None)), rest='xa tan my')
    """
    folded = " ".join(fold(text).split())
    found: list[Wanted] = []
    rest, at = "", 0
    while match := _first(folded, at):
        part, place = match
        rest += folded[at : place.start()] + " "
        found.append(Wanted(part, int(place["year"]) if place["year"] else None))
        at = place.end()
    rest += folded[at:]
    return AskedPeriods(tuple(found), " ".join(_BETWEEN.sub(" ", rest).split()))


def _first(text: str, start: int) -> tuple[str, re.Match[str]] | None:
    """Find the first period; of two at one place the one that says more."""
    found = [(m, part) for pattern, part in _KINDS if (m := pattern.search(text, start))]
    if not found:
        return None
    match, part = min(found, key=lambda pair: (pair[0].start(), -pair[0].end()))
    return part(match), match


def period_name(wanted: Wanted, texts: Texts) -> str:
    """Write a period that was asked for, with its year or without."""
    year = wanted.year or 0
    value = f"{year:04}-{wanted.part}" if wanted.part else f"{year:04}"
    words = show.period(value, texts)
    return words if wanted.year else re.sub(r"(?:/| năm | of )?0000", "", words)


_SHORT: tuple[tuple[re.Pattern[str], Callable[[str, Texts], str]], ...] = (
    (re.compile(r"Q\d"), lambda part, _: part),
    (re.compile(r"H1"), lambda _, texts: texts("period.months", count=6)),
    (re.compile(r"H2"), lambda _, texts: texts("period.last_months")),
    (re.compile(r"\d+M"), lambda part, texts: texts("period.months", count=part[:-1])),
    (re.compile(r"\d\d"), lambda part, texts: texts("period.month", number=int(part))),
    (re.compile(r"W\d\d"), lambda part, texts: texts("period.week", number=int(part[1:]))),
)
"""How a period's part is written where room is short."""


def short_periods(periods: Sequence[str], texts: Texts) -> str:
    """List periods shortly, a year once behind those that share it.

    >>> short_periods(["2017-Q1", "2017-Q2", "2018-Q1"], Texts("vi"))
    'Q1, Q2/2017, Q1/2018'
    """
    split = [split_period(period) for period in periods]
    told = []
    for number, (part, year) in enumerate(split):
        following = split[number + 1] if number + 1 < len(split) else ("", None)
        shared = part and following[0] and following[1] == year
        told.append(_short(part, None if shared else year, periods[number], texts))
    return ", ".join(told)


def _short(part: str, year: int | None, period: str, texts: Texts) -> str:
    words = next((word(part, texts) for pattern, word in _SHORT if pattern.fullmatch(part)), None)
    if words is None:
        return show.period(period, texts)
    return f"{words}/{year}" if year else words
