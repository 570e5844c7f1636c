"""What staff type in the place of a value: days, periods, deadlines, figures, in the forms that people use.

Each reader gives the value with the typed words as what is written (they stand nowhere in the source), or
None where the words are no such value: then an example is shown, and nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from .dates import Reference, find_days
from .deadlines import read_deadline
from .edits import typed
from .figures import find_figures
from .folding import fold
from .model import Day, Deadline, DeadlineKind, Figure, Period, Span
from .text import clean

LONGEST_VALUE = 2000
_UNSEEN = frozenset({"Cc", "Cf"})
_YEAR = r"(?:\s{0,3}(?:/|-|nam)?\s{0,3}((?:19|20)\d\d))?"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
MONTHS, WEEKS = 12, 53


def _quarter(match: re.Match[str]) -> str:
    return f"-Q{_QUARTERS.get(match[1]) or match[1]}"


def _months(match: re.Match[str]) -> str | None:
    if match[1] == "6":
        return "-H1"
    return f"-{match[1]}M" if 1 < int(match[1]) < MONTHS else None


def _month(match: re.Match[str]) -> str | None:
    return f"-{int(match[1]):02}" if 1 <= int(match[1]) <= MONTHS else None


def _week(match: re.Match[str]) -> str | None:
    return f"-W{int(match[1]):02}" if 1 <= int(match[1]) <= WEEKS else None


_PERIODS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = tuple(
    (re.compile(pattern + _YEAR), suffix)
    for pattern, suffix in (
        (r"(?:quy|q)\s*(iv|i{1,3}|[1-4])", _quarter),
        (r"6 thang cuoi(?: nam)?()", lambda _: "-H2"),
        (r"(\d{1,2}) thang(?: dau)?(?: nam)?", _months),
        (r"(?:thang|t)\s*(\d{1,2})", _month),
        (r"tuan (?:thu )?(\d{1,2})", _week),
        (r"(?:ca )?(?:nam)?()", lambda _: ""),
    )
)
_TERM = re.compile(r"(?:giai doan|nhiem ky)?\s*((?:19|20)\d\d)\s*[-/–]\s*((?:19|20)\d\d)")


def readable(value: str) -> str:
    r"""Leave out what no one sees: control characters, and those that turn round the order of the others.

    >>> readable(" Ban\u200b A\u202e\x00 ")
    'Ban A'
    """
    return "".join(c for c in value if c.isspace() or unicodedata.category(c) not in _UNSEEN).strip()


def words(value: str) -> Span | None:
    """Take words as they are; None where there are none, or far too many."""
    told = " ".join(readable(value).split())
    return typed(told) if 0 < len(told) <= LONGEST_VALUE else None


def day(value: str) -> Day | None:
    """Read one day with its year ("3/10/2017", "ngày 3 tháng 10 năm 2017")."""
    told = readable(value)
    text = clean(told)
    found = [phrase.resolved() for phrase in find_days(text, 0, len(text.plain))]
    return Day(typed(told), found[0]) if len(found) == 1 and found[0] else None


def period(value: str, reference: Reference) -> Period | None:
    """Read a period ("quý III/2017", "9 tháng 2017", "tháng 10", "2015 - 2020").

    >>> period("Quý III/2017", Reference()).value
    '2017-Q3'
    """
    value = readable(value)
    told = " ".join(fold(value).removeprefix("ky ").split())
    if term := _TERM.fullmatch(told):
        return Period(typed(value), f"{term[1]}/{term[2]}")
    known = reference.day.year if reference.day else reference.year
    for pattern, suffix in _PERIODS:
        if told and (match := pattern.fullmatch(told)):
            year, rest = match[2] or known, suffix(match)
            return Period(typed(value), f"{year}{rest}") if year and rest is not None else None
    return None


_ROUTINE = re.compile(r"thuong xuyen|(?:hang|hằng) (?:ngay|tuan|thang|quy|nam)")


def deadline(value: str, reference: Reference) -> Deadline | None:
    """Read a deadline ("20/8/2026", "quý IV/2026", "trước ngày 25 hằng tháng", "trong 10 ngày").

    Words around it make it none: what staff meant by them would be lost.
    """
    value = readable(value)
    written = typed(value)
    if _ROUTINE.fullmatch(fold(value)):
        return Deadline(written, DeadlineKind.RECURRING)
    for lead in ("", "hoàn thành trong ", "hoàn thành trước "):
        text = clean(lead + value)
        found = read_deadline(text, 0, len(text.plain), reference)
        if found and (found[0].last_day or found[0].kind is not DeadlineKind.FIXED):
            span = found[0].written
            whole = span.start <= len(lead) and not text.plain[span.end :].strip(" .;")
            return replace(found[0], written=written) if whole else None
    known = day(value)
    return Deadline(written, DeadlineKind.FIXED, known.day) if known else None


def figure(value: str) -> Figure | None:
    """Read one figure ("18,6 tỷ đồng", "từ 50% - 90%", "tăng 8%")."""
    told = readable(value)
    text = clean(told)
    found = list(find_figures(text, 0, len(text.plain)))
    if len(found) != 1:
        return None
    one = found[0]
    return Figure(typed(told), one.value, one.upper, one.unit, one.qualifier)
