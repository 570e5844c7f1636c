"""Figures told in turn (lần lượt): "Doanh thu và lợi nhuận lần lượt tăng 12% và 8%"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .figures import Found, find_figures, read_counted
from .indicators import strip_name
from .lists import Place
from .nameparts import FINITE
from .rows import Reading, read_figure
from .rules import compile_pattern
from .sections import Part
from .text import Text

_IN_TURN = re.compile(r" (?:lần lượt|tương ứng|lan luot|tuong ung)\b")
_JOINS = re.compile(
    r"[^,;:.()\d]{0,24}?(?:,| và| va) (?:(?:đạt|là|trên|gần|hơn|khoảng|dat|la|tren|gan|hon|khoang) )?"
)
_BETWEEN_NAMES = r"(?: ,_(?:và_)? | _và_ | _cùng_ )"
_BORDER = re.compile(r"[;:()] |\. |\n")
_COMMA = re.compile(", ")
NEAR, LONGEST_NAMES, FEWEST = 25, 200, 2


@dataclass(frozen=True, slots=True)
class Turn:
    """Names in order with a figure each, and the place of all."""

    names: tuple[Place, ...]  # empty where the names are those of targets told before
    readings: tuple[Reading, ...]
    start: int
    end: int


def read_in_turn(text: Text, part: Part) -> Turn | None:
    """Give each of the figures told in turn to one of the names before them, where there are as many."""
    told = _IN_TURN.search(text.low, part.start, part.end)
    if not told:
        return None
    figures = _figures(text, told.end(), part.end)
    if len(figures) < FEWEST:
        return None
    reading = read_figure(text, max(part.start, told.start() - NEAR), figures[0])
    last = read_figure(text, figures[-2].end, figures[-1])
    kind = last.kind if last.kind in ("plan", "change") else reading.kind
    names = _names(text, part, min(told.start(), reading.verb), len(figures))
    readings = tuple(Reading(found, kind, _verb(reading, found, figures)) for found in figures)
    start = names[0][0] if names else figures[0].start
    return Turn(tuple(names), readings, start, figures[-1].end)


def _verb(reading: Reading, found: Found, figures: list[Found]) -> int:
    return reading.verb if found is figures[0] else found.start


def _figures(text: Text, start: int, end: int) -> list[Found]:
    """Collect the figures that follow each other behind "lần lượt"."""
    figures: list[Found] = []
    for number in find_figures(text, start, end):
        joined = (
            _JOINS.fullmatch(text.low, figures[-1].end, number.start)
            if figures
            else number.start - start < NEAR
        )
        if not joined:
            break
        stop = number.end if number.unit else read_counted(text, number.end, end)
        unit = number.unit or (text.clean[number.end + 1 : stop] or None)
        figures.append(replace(number, end=stop, unit=unit))
    return figures


def _names(text: Text, part: Part, end: int, many: int) -> list[Place]:
    """Cut so many names from the words before; nothing where there are fewer."""
    start = max(part.start, end - LONGEST_NAMES)
    borders = [border.end() for border in _BORDER.finditer(text.low, start, end)]
    start = borders[-1] if borders else start
    verb = compile_pattern(FINITE + r"_* \Z", bare=text.bare).search(text.low, start, end)
    end = verb.start() if verb else end
    cuts = [
        cut.span() for cut in compile_pattern(_BETWEEN_NAMES, bare=text.bare).finditer(text.low, start, end)
    ]
    cuts = cuts[-(many - 1) :] if len(cuts) >= many - 1 else []
    if not cuts:
        return []
    first = max((b for b in _commas(text, start, cuts[0][0])), default=start)
    begins, ends = [first, *(stop for _, stop in cuts)], [*(begin for begin, _ in cuts), end]
    names = [strip_name(text, *place) for place in zip(begins, ends, strict=True)]
    known = [name for name in names if name and not any(map(str.isdigit, text.low[slice(*name)]))]
    return known if len(known) == many else []


def _commas(text: Text, start: int, end: int) -> list[int]:
    return [comma.end() for comma in _COMMA.finditer(text.low, start, end)]
