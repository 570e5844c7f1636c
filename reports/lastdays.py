"""The last day that a phrase sets, found from what it holds and what is known of the meeting."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from .dates import NEWEST, OLDEST, Reference, find_days
from .text import Text

Resolve = Callable[[re.Match[str], Text, Reference], date | None]

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "tu": 2, "năm": 3, "nam": 3, "sáu": 4, "sau": 4, "bảy": 5, "bay": 5}
_WEEKS = {"nhất": 1, "nhat": 1, "hai": 2, "ba": 3, "tư": 4, "tu": 4, "1": 1, "2": 2, "3": 3, "4": 4}
HALF_A_MONTH = 15


def month_end(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def the_day(match: re.Match[str], text: Text, reference: Reference) -> date | None:
    """Give a day as written, in the first such year to come."""
    phrase = next(find_days(text, match.start("date"), min(len(text.low), match.end("date") + 12)), None)
    return reference.after(phrase).resolved() if phrase else None


def the_month(match: re.Match[str], _text: Text, reference: Reference) -> date | None:
    """Give the last day of a month."""
    month = int(match["month"])
    year = int(match["year"]) if match["year"] else reference.year_of_month(month)
    return month_end(year, month) if year and OLDEST <= year <= NEWEST and 1 <= month <= 12 else None


def part_of_a_month(match: re.Match[str], text: Text, reference: Reference) -> date | None:
    """Give the last day of a week, a half or the first days of a month ("trong tuần đầu tháng 11")."""
    last = the_month(match, text, reference)
    week = match["week"] or ""
    if not last or week.startswith(("cuối", "cuoi")):
        return last
    weeks = _WEEKS.get(week.rsplit(" ", 1)[-1], 1)
    day = int(match["days"]) if match["days"] else HALF_A_MONTH if match["half"] else 7 * weeks
    return last.replace(day=day) if 1 <= day <= last.day else None


def before_the_month(match: re.Match[str], text: Text, reference: Reference) -> date | None:
    """Give the last day before a month."""
    last = the_month(match, text, reference)
    return last.replace(day=1) - timedelta(days=1) if last else None


def the_quarter(match: re.Match[str], _text: Text, reference: Reference) -> date | None:
    """Give the last day of a quarter."""
    quarter = _QUARTERS[match["quarter"]]
    year = int(match["year"]) if match["year"] else reference.year_of_month(quarter * 3)
    return month_end(year, quarter * 3) if year and OLDEST <= year <= NEWEST else None


def the_year(match: re.Match[str], _text: Text, reference: Reference) -> date | None:
    """Give the last day of a year; of this one where none is written."""
    written = match["year"]
    year = int(written) if written else (reference.day.year if reference.day else reference.year)
    return date(year, 12, 31) if year and OLDEST <= year <= NEWEST else None


def the_half(match: re.Match[str], _text: Text, reference: Reference) -> date | None:
    """Give the last day of half a year."""
    year = int(match["year"]) if match["year"] else (reference.day.year if reference.day else reference.year)
    if not year or not OLDEST <= year <= NEWEST:
        return None
    return date(year, 6, 30) if match["half"].startswith(("đ", "d")) else date(year, 12, 31)


def the_weekday(match: re.Match[str], _text: Text, reference: Reference) -> date | None:
    """Give a day of this week or the next ("thứ 6 tuần này")."""
    if not reference.day:
        return None
    written = match["weekday"]
    weekday = _WEEKDAYS[written] if written in _WEEKDAYS else int(written) - 2
    monday = reference.day - timedelta(days=reference.day.weekday())
    week = 7 if match["week"] in ("tới", "sau", "toi") else 0
    return monday + timedelta(days=weekday + week)


def this_week(_match: re.Match[str], _text: Text, reference: Reference) -> date | None:
    """Give the last day of the week of the meeting."""
    return reference.day + timedelta(days=6 - reference.day.weekday()) if reference.day else None


def this_month(_match: re.Match[str], _text: Text, reference: Reference) -> date | None:
    """Give the last day of the month of the meeting."""
    return month_end(reference.day.year, reference.day.month) if reference.day else None


def before_the_year(match: re.Match[str], _text: Text, _reference: Reference) -> date | None:
    """Give the last day before a year."""
    year = int(match["year"]) - 1
    return date(year, 12, 31) if OLDEST <= year <= NEWEST else None


def day_of_a_month(match: re.Match[str], _text: Text, reference: Reference) -> date | None:
    """Give a day of this month or the next ("ngày 10 tháng sau")."""
    if not reference.day:
        return None
    first = reference.day.replace(day=1)
    if match["which"] not in ("này", "nay"):
        first = month_end(first.year, first.month) + timedelta(days=1)
    day = int(match["day"])
    return first.replace(day=day) if 1 <= day <= month_end(first.year, first.month).day else None


def no_day(_match: re.Match[str], _text: Text, _reference: Reference) -> date | None:
    """Give none: what recurs or depends on something has no last day."""
    return None
