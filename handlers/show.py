"""Parts of answers that several handlers share: headings, days, periods."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from handlers.codes import Code
from handlers.context import Context
from handlers.richtext import RichText, bold, italic, join, shorten
from handlers.texts import Texts
from reports.edits import EARLIER, UNPLACED
from reports.model import OUTSIDE, Day, Period, Report, Span
from storage.series import Series
from storage.values import Dates

TITLE_SHOWN = 160
TITLE_REPEATED = 80
"""A title that only reminds the reader of which meeting they asked."""
ITEM_SHOWN = 280
ADDRESS_SHOWN = 300


def address(value: str) -> str:
    """Show a web address: the whole of it, unless it is one of those that never end."""
    return shorten(value, ADDRESS_SHOWN)


def day(value: date) -> str:
    """Write a day as offices do: 03/10/2017."""
    return f"{value:%d/%m/%Y}"


def moment(value: datetime) -> str:
    """Write a moment as offices do: 14:05 03/10/2017."""
    return f"{value:%H:%M %d/%m/%Y}"


def grouped(number: int) -> str:
    """Write a number with thousands points: 7.812."""
    return f"{number:,}".replace(",", ".")


_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_PERIODS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"(\d{4})", lambda m: (f"năm {m[1]}", m[1])),
        (
            r"(\d{4})-Q([1-4])",
            lambda m: (f"quý {_ROMAN[m[2]]}/{m[1]}", f"quarter {_ROMAN[m[2]]}/{m[1]}"),
        ),
        (r"(\d{4})-H1", lambda m: (f"6 tháng đầu năm {m[1]}", f"first half of {m[1]}")),
        (r"(\d{4})-H2", lambda m: (f"6 tháng cuối năm {m[1]}", f"second half of {m[1]}")),
        (r"(\d{4})-(\d+)M", lambda m: (f"{m[2]} tháng năm {m[1]}", f"{m[2]} months of {m[1]}")),
        (r"(\d{4})-(\d\d)", lambda m: (f"tháng {m[2]}/{m[1]}", f"{m[2]}/{m[1]}")),
        (r"(\d{4})-W(\d+)", lambda m: (f"tuần {m[2]}/{m[1]}", f"week {m[2]}/{m[1]}")),
        (r"(\d{4})/(\d{4})", lambda m: (f"giai đoạn {m[1]} - {m[2]}", f"{m[1]} - {m[2]}")),
    )
)


def period(value: str, texts: Texts) -> str:
    """Write a period in words: `2017-Q3` is "quý III/2017"."""
    for pattern, words in _PERIODS:
        if match := pattern.fullmatch(value):
            return words(match)[0 if texts.language == "vi" else 1]
    return value


def capitalised(words: str) -> str:
    """Begin with a capital, and leave the rest as it is."""
    return words[:1].upper() + words[1:]


def quoted(span: Span, texts: Texts, most: int = ITEM_SHOWN) -> str:
    """Show a span's words on one line, shortened at a word's edge; those that are not the report's say so."""
    return " ".join(filter(None, [shorten(span.text, most), origin(span, texts)]))


_ORIGINS = {UNPLACED: "by.staff", EARLIER: "by.earlier", OUTSIDE: "by.outside"}


def origin(span: Span, texts: Texts) -> str:
    """Tell whose words these are, where they do not stand in the report's text."""
    key = _ORIGINS.get(span.start)
    return texts(key) if key else ""


def nothing(told: str, emptied: bool, texts: Texts) -> str:
    """Tell that there is nothing; where staff left it empty, that it is their word."""
    return f"{told} {texts('by.emptied')}" if emptied else told


def item(span: Span, code: Code | None, texts: Texts, most: int = ITEM_SHOWN) -> str:
    """Show an item's words; where they are shortened, also the way to all of them. A draft has no codes."""
    words = shorten(span.text, most)
    way = code.tap if code and words.endswith("…") and not span.text.endswith("…") else ""
    return " ".join(filter(None, [quoted(span, texts, most), way]))


def title_of(title: Span | None, texts: Texts, most: int = TITLE_SHOWN) -> str:
    """Show a title on one line."""
    return quoted(title, texts, most) if title else texts("report.untitled")


def heading(number: int | None, report: Report, texts: Texts) -> RichText:
    """Head an answer about a report: its number and title, then who, when, where, what period.

    A draft has no number yet.
    """
    name = f"{texts('report.name', number=number)} · " if number else ""
    facts = [
        quoted(report.organisation, texts) if report.organisation else "",
        when(dates_of(report), texts),
        quoted(report.place, texts) if report.place else "",
        _reviewed(report, texts),
        texts("report.document", number=quoted(report.number, texts)) if report.number else "",
    ]
    return join([bold(name + title_of(report.title, texts)), " · ".join(filter(None, facts))])


def when(dates: Dates, texts: Texts) -> str:
    """Write the meeting's day; where it is not known, at least the day of publication."""
    if dates.held_on:
        return dated(dates.held_on, texts)
    unknown = nothing(texts("report.undated"), dates.emptied, texts)
    published = texts("report.published", day=dated(dates.published, texts)) if dates.published else ""
    return ", ".join(filter(None, [unknown, published]))


def dates_of(report: Report) -> Dates:
    """Give when a report's meeting was."""
    return Dates(report.held_on, report.published, report.held_on_emptied)


def dated(value: Day, texts: Texts) -> str:
    """Write a day of the report; one that its text does not write says whose it is."""
    return " ".join(filter(None, [day(value.day), origin(value.written, texts)]))


def with_day(words: str, value: Day | None, texts: Texts) -> str:
    """Write a day behind what it belongs to: in brackets, unless it has a mark in brackets itself."""
    return _behind(words, dated(value, texts)) if value else words


def of_day(words: str, dates: Dates, texts: Texts) -> str:
    """Write when a meeting was behind what it belongs to."""
    return _behind(words, when(dates, texts))


def _behind(words: str, told: str) -> str:
    return f"{words} · {told}" if told.endswith(")") else f"{words} ({told})"


def body_of(one: Series, texts: Texts) -> str:
    """Name the body that a target over time is of."""
    if one.organisation:
        return quoted(one.organisation, texts, TITLE_REPEATED)
    return nothing(texts("compare.no_body"), one.organisation_emptied, texts)


def _reviewed(report: Report, texts: Texts) -> str:
    if report.period is None:
        return ""
    return texts("report.period", period=reviewed(report.period, texts))


def reviewed(value: Period, texts: Texts) -> str:
    """Write a period of the report; one that its text does not write says whose it is."""
    return " ".join(filter(None, [period(value.value, texts), origin(value.written, texts)]))


def short_heading(number: int, report: Report, section: str, texts: Texts) -> RichText:
    """Head a list out of a report: what it lists, and of which meeting."""
    name = with_day(texts("report.name", number=number), report.held_on, texts)
    return join([bold(section), f"{name} · {title_of(report.title, texts, TITLE_REPEATED)}"])


def as_of(context: Context) -> RichText:
    """Tell the moment of the figures."""
    return italic(context.texts("as_of", time=moment(context.now)))
