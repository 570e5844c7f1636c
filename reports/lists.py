"""Lists in prose: where "A, B và C" may be split, so that a stated count fits or the doubt is told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .layout import trim
from .rules import compile_pattern
from .text import Text

Place = tuple[int, int]

_BORDER = re.compile(r"[;,()\[\]]")
_AND = r"_(?:và|cùng)_"
_INDICATOR = r"(?:{indicators})\b"


@dataclass(frozen=True, slots=True)
class Split:
    """A list as taken, and the sizes that it admits (one, where it is not open)."""

    entries: tuple[Place, ...]
    sizes: tuple[int, ...]


def _marks(text: Text, start: int, end: int) -> tuple[list[Place], list[Place]]:
    """Find the semicolons and commas outside brackets; a decimal comma is none."""
    semicolons: list[Place] = []
    commas: list[Place] = []
    depth = 0
    for border in _BORDER.finditer(text.clean, start, end):
        sign = border[0]
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and sign == ";":
            semicolons.append(border.span())
        elif depth == 0 and text.clean[border.end() : border.end() + 1] == " ":
            commas.append(border.span())
    return semicolons, commas


def _ands(text: Text, start: int, end: int) -> tuple[list[Place], list[Place]]:
    """Find each "và": those before a word that opens an indicator, and the others."""
    sure: list[Place] = []
    doubtful: list[Place] = []
    depth, seen = 0, start
    for joint in compile_pattern(_AND, bare=text.bare).finditer(text.low, start, end):
        depth += text.clean.count("(", seen, joint.start()) - text.clean.count(")", seen, joint.start())
        seen = joint.start()
        if depth > 0:
            continue
        opens = compile_pattern(_INDICATOR, bare=text.bare).match(text.low, joint.end(), end)
        (sure if opens else doubtful).append(joint.span())
    return sure, doubtful


def _cut(text: Text, start: int, end: int, marks: list[Place]) -> tuple[Place, ...]:
    places: list[Place] = []
    for a, b in sorted(marks):
        places.append((start, a))
        start = b
    places.append((start, end))
    trimmed = [trim(text, *place) for place in places]
    return tuple(place for place in trimmed if place[1] - place[0] > 1)


def split_list(text: Text, start: int, end: int, stated: int | None = None) -> Split:
    """Split a list so that the stated count fits; strong separators before weak ones.

    `02 chỉ tiêu …: A, B và C` stays open: two by its comma, three where "và" separates too.
    """
    semicolons, commas = _marks(text, start, end)
    if semicolons:
        return Split(_cut(text, start, end, semicolons), (len(_cut(text, start, end, semicolons)),))
    sure, doubtful = _ands(text, start, end)
    levels = [_cut(text, start, end, commas), _cut(text, start, end, commas + sure)]
    natural = levels[1]
    if not sure and commas and doubtful and doubtful[-1][0] > commas[-1][1]:
        levels.append(_cut(text, start, end, [*commas, doubtful[-1]]))
    if not commas and not sure and doubtful:
        levels.append(_cut(text, start, end, doubtful))
    if stated is None or len(natural) == stated:
        return Split(natural, (len(natural),))
    fitting = next((entries for entries in levels if len(entries) == stated), None)
    if fitting is None:
        return Split(natural, (len(natural),))
    return Split(fitting, tuple(sorted({len(fitting), len(natural)})))
