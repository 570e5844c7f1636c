"""Targets listed under a line that says how far they are: "Các chỉ tiêu không đạt gồm:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .counts import BANDS
from .indicators import SHORTEST_NAME
from .layout import lines, trim
from .lists import Place
from .model import TargetStatus
from .page import Page
from .rows import Row
from .rules import compile_pattern, search_first

_HEADING = r"""
    \W* (?: (?:các|những|nhóm|một_số|có)_ )* (?:\d{1,3}_)? (?:nhóm_)? chỉ_tiêu \b [^.;:]{1,80} :? \s* $
"""
LONGEST = 120
"""Characters of a line that heads a list."""
_NAME_END = re.compile(r"[:;(.]|,(?= )")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of such a list: where it stands, where its words begin, and what its heading says."""

    place: Place
    body: int
    status: TargetStatus


def with_headed(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    """Give the first target of each item its whole name and the status that the line above states.

    An item without figures is a target, too.
    """
    items = list(_items(page))
    first: dict[int, int] = {}
    for number, row in enumerate(rows):
        at = next((i for i, item in enumerate(items) if item.place[0] <= row.name[0] < item.place[1]), None)
        if at is not None:
            first.setdefault(at, number)
    of_items = {number: items[at] for at, number in first.items()}
    for number, row in enumerate(rows):
        item = of_items.get(number)
        yield replace(row, name=_name(page, item, row), status=item.status) if item else row
    for at, item in enumerate(items):
        if at not in first and (bare := _bare(page, item)):
            yield bare


def _name(page: Page, item: _Item, row: Row) -> Place:
    """Begin a name where its item does, and end it where that says so."""
    text = page.text
    colon = text.clean.find(":", item.body, row.name[1])
    return trim(text, item.body, colon if colon > 0 else row.name[1])


def _bare(page: Page, item: _Item) -> Row | None:
    text = page.text
    ended = _NAME_END.search(text.clean, item.body, item.place[1])
    name = trim(text, item.body, ended.start() if ended else item.place[1])
    return (
        Row(name, status=item.status, rule="các chỉ tiêu …:") if name[1] - name[0] >= SHORTEST_NAME else None
    )


def _items(page: Page) -> Iterator[_Item]:
    """Yield the items of lists under such lines."""
    text = page.text
    status: TargetStatus | None = None
    for line in lines(text):
        heads = line.end - line.start <= LONGEST and text.clean[line.start : line.end].endswith(":")
        if heads:
            is_heading = compile_pattern(_HEADING, bare=text.bare).match(text.low, line.start, line.end)
            band = search_first(BANDS, text, line.start, line.end) if is_heading else None
            status = band[0].value if band else None
        elif not line.level:
            status = None
        elif status:
            yield _Item((line.start, line.end), line.body, status)
