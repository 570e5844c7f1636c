"""Write periods: one that was asked for, and several in little room."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from handlers import show
from handlers.texts import Texts
from storage.keying import split_period
from storage.periods import Wanted


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
