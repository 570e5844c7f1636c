"""Limitations and tasks that earlier reports of the same body told: how often, and when."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence

from handlers import show
from handlers.context import Context
from handlers.overtime.periods import short_periods
from handlers.texts import Texts
from reports.model import Finding, Task
from reports.recurring import gist, is_told_again
from storage import recurring
from storage.recurring import Earlier, Kind
from storage.reports import StoredReport

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
    gists = [(one, gist(one.text)) for one in earlier]
    found: dict[int, list[Earlier]] = {}
    for number, text in items:
        ours = gist(text)
        matches = {one.report: one for one, theirs in gists if is_told_again(ours, theirs)}
        if matches:
            found[number] = list(matches.values())
    return found


def _note(stored: StoredReport, matches: Sequence[Earlier], texts: Texts) -> str:
    report = stored.report
    dated = report.held_on or report.published
    this = (report.period.value if report.period else None, (dated.day if dated else stored.posted_at.date()))
    occasions = [(one.period, one.day) for one in reversed(matches)]
    # two reports of one period tell of it once
    told = list(dict.fromkeys(period or show.day(day) for period, day in [*occasions, this]))
    if len(told) == 1:
        return ""
    before = "…, " if len(told) > MOST_LISTED else ""
    listed = before + short_periods(told[-MOST_LISTED:], texts)
    return texts("recurring.told", count=len(told), periods=listed)
