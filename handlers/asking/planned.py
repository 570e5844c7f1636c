"""Leave out goals that a report sets for another year than is asked for."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from handlers.asking.evidence import Answer
from handlers.asking.text import document
from handlers.context import Context
from reports.folding import fold
from reports.model import Target, TargetStatus
from storage import items, search
from storage.items import Found, Item

FEW = 20
"""So many items are looked at for their years."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


async def of_its_year(context: Context, answer: Answer | None) -> Answer | None:
    """Leave out of an answer the goals of another year: "chỉ tiêu chủ yếu năm 2026" above, asked of 2025."""
    asked = {str(period.year) for period in answer.reading.periods if period.year} if answer else set()
    if answer is None or not asked or answer.found.total > FEW:
        return answer
    shown = await items.load(context.session, answer.found.places)
    numbers = {place.report for _, place, item in shown if _is_goal(item)}
    sources = {line.id: text for line, text in await search.with_sources(context.session, sorted(numbers))}
    others = {
        place
        for _, place, item in shown
        if _is_goal(item) and _is_of_another(item, sources.get(place.report, ""), asked)
    }
    if not others:
        return answer
    kept = tuple(place for place in answer.found.places if place not in others)
    return replace(answer, found=Found(len(kept), kept)) if kept else None


def _is_goal(item: Item) -> bool:
    return isinstance(item, Target) and item.status is TargetStatus.PLANNED


def _is_of_another(item: Item, source: str, asked: Collection[str]) -> bool:
    """Tell whether the sentence of a goal, else the heading above it, names years, and none that is asked."""
    if not isinstance(item, Target) or not source:
        return False
    for sentence, _, heading in document("", source).sentences:
        if sentence.start <= item.name.start < sentence.end:
            years = _YEAR.findall(fold(sentence.text)) or _YEAR.findall(heading)
            return bool(years) and not any(year in asked for year in years)
    return False
