"""Limitations and tasks that earlier reports of the same body told: how often, and when."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from handlers import show
from handlers.context import Context
from handlers.periods import short_periods
from handlers.texts import Texts
from reports.model import Finding, Period, Task
from reports.recurring import gist, is_told_again
from storage import recurring
from storage.recurring import Earlier, Kind
from storage.reports import StoredReport
from storage.values import Dates

Notes = Mapping[int, str]
"""By an item's number: "nhắc lại lần 3 (Q1, Q2, Q3/2017)"."""
MOST_LISTED = 6
"""Periods that are listed: the newest ones."""


async def told_again(context: Context, stored: StoredReport, kind: Kind) -> Notes:
    """Tell of each limitation or task of a report that earlier ones told, how often it was told until now."""
    items = _items(stored, kind)
    if not items:
        return {}
    earlier = await recurring.earlier(context.session, stored.id, kind)
    if not earlier:
        return {}
    found = await asyncio.to_thread(_matched, items, earlier)
    return {number: _note(stored, matches, context.texts) for number, matches in found.items()}


def _items(stored: StoredReport, kind: Kind) -> list[tuple[int, str]]:
    parts: Sequence[Finding | Task] = (
        stored.report.limitations if kind == "limitation" else stored.report.tasks
    )
    return [(item.ordinal, item.text if isinstance(item, Finding) else item.text.text) for item in parts]


def _matched(items: Iterable[tuple[int, str]], earlier: Sequence[Earlier]) -> dict[int, list[Earlier]]:
    """Find the earlier reports that told each item, the newest first, each once."""
    of_text: defaultdict[str, list[tuple[int, Earlier]]] = defaultdict(list)  # many are told word for word
    for at, one in enumerate(earlier):
        of_text[one.text].append((at, one))
    gists = [(told, gist(text)) for text, told in of_text.items()]
    found: dict[int, list[Earlier]] = {}
    for number, text in items:
        ours = gist(text)
        matches = sorted(one for told, theirs in gists if is_told_again(ours, theirs) for one in told)
        if matches:
            found[number] = list({one.report: one for _, one in matches}.values())
    return found


def _note(stored: StoredReport, matches: Sequence[Earlier], texts: Texts) -> str:
    report = stored.report
    occasions = [
        *((one.report, one.period, one.dates) for one in reversed(matches)),
        (stored.id, report.period, show.dates_of(report)),
    ]
    named = [_occasion(*occasion, texts) for occasion in occasions]
    told = list(dict.fromkeys(name for name, _ in named))  # two reports of one period tell of it once
    if len(told) == 1:
        return ""
    before = "…, " if len(told) > MOST_LISTED else ""
    shown = told[-MOST_LISTED:]
    listed = before + short_periods(shown, texts)
    marks = dict.fromkeys(mark.strip("()") for name, mark in named if mark and name in shown)
    told_by = [texts("recurring.origin", mark=mark) for mark in marks]
    return "; ".join([texts("recurring.told", count=len(told), periods=listed), *told_by])


def _occasion(number: int, period: Period | None, dates: Dates, texts: Texts) -> tuple[str, str]:
    """Name when something was told: by period, day, or else report; with whose words these are."""
    if period:
        return period.value, show.origin(period.written, texts)
    if known := dates.known:
        return show.day(known.day), show.origin(known.written, texts)
    return texts("report.name", number=number).lower(), ""
