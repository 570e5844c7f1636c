"""Write out the numbers that Word counts itself: "I.", "1.2.", "a)", bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from .markup import attribute, child, children, value_of

Node = Any

_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
# Signs of symbol fonts (Symbol, Wingdings) that lie in the private area.
_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02d": "-",
    "\uf0be": "–",
    "\uf0e8": "→",
}
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted and written."""

    form: str = "decimal"
    written: str = ""
    start: int = 1
    restarts_after: int | None = None
    legal: bool = False


@dataclass(slots=True)
class List:
    """A list of the document, and how far it is counted; several may share one count."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through a document; ask it paragraph by paragraph, in order."""

    def __init__(self, root: Node | None):
        abstract = {attribute(n, "abstractNumId"): n for n in children(root, "abstractNum")}
        self._lists: dict[str, List] = {}
        self._anew: dict[str, frozenset[int]] = {}  # the levels at which a list begins anew, until it does
        shared: dict[str, List] = {}
        for num in children(root, "num"):
            number, base = attribute(num, "numId"), value_of(num, "abstractNumId")
            if base not in abstract:
                continue
            starts = {
                _level_number(override): int(start)
                for override in children(num, "lvlOverride")
                if (start := value_of(override, "startOverride")).isdecimal()
            }
            levels = _levels(abstract[base], num, starts)
            common = shared.setdefault(base, List(levels))
            self._lists[number] = List(levels, common.counts)
            self._anew[number] = frozenset(starts)

    def label(self, number: str, level: int) -> str:
        """Count a paragraph on, and write what stands before it."""
        counted = self._lists.get(number)
        if counted is None or level not in counted.levels:
            return ""
        for overridden in self._anew.pop(number, frozenset()):
            counted.counts.pop(overridden, None)
        self._count(counted, level)
        return _written(counted, level)

    @staticmethod
    def _count(counted: List, level: int) -> None:
        counts = counted.counts
        for above in range(level):
            counts.setdefault(above, counted.levels.get(above, Level()).start)
        counts[level] = counts.get(level, counted.levels[level].start - 1) + 1
        for below in [at for at in counts if at > level]:
            after = counted.levels.get(below, Level()).restarts_after
            if after is None or (after and level < after):
                del counts[below]


def _levels(abstract: Node, num: Node, starts: dict[int, int]) -> dict[int, Level]:
    """Read the levels of a list: those it shares, unless it has its own, and where it begins anew."""
    levels = {_level_number(node): _level(node) for node in children(abstract, "lvl")}
    for override in children(num, "lvlOverride"):
        if (own := child(override, "lvl")) is not None:
            levels[_level_number(override)] = _level(own)
    return levels | {at: replace(levels.get(at, Level()), start=start) for at, start in starts.items()}


def _level_number(node: Node) -> int:
    given = attribute(node, "ilvl")
    return int(given) if given.isdecimal() and int(given) < LEVELS else 0


def _level(node: Node) -> Level:
    start, after = value_of(node, "start"), value_of(node, "lvlRestart")
    return Level(
        form=value_of(node, "numFmt") or "decimal",
        written=value_of(node, "lvlText"),
        start=int(start) if start.isdecimal() else 1,
        restarts_after=int(after) if after.isdecimal() else None,
        legal=child(node, "isLgl") is not None,
    )


def _written(counted: List, level: int) -> str:
    """Fill in a level's pattern, "%1.%2." from the counts of the levels it names."""
    own = counted.levels[level]
    if own.form == "none":
        return _PLACE.sub("", own.written).strip()
    if own.form == "bullet":
        return "".join(_sign(sign) for sign in own.written)

    def place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form = counted.levels.get(at, Level()).form
        return numeral(counted.counts.get(at, 1), "decimal" if own.legal else form)

    return _PLACE.sub(place, own.written)


def _sign(sign: str) -> str:
    if "\ue000" <= sign <= "\uf8ff":
        return _SYMBOLS.get(sign, "•")
    return "•" if sign in "o§·" else sign


def numeral(number: int, form: str) -> str:
    """Write a number.

    >>> [numeral(4, form) for form in ("decimal", "upperRoman", "lowerLetter", "decimalZero")]
    ['4', 'IV', 'd', '04']
    """
    if form.endswith("Roman"):
        roman = _roman(number)
        return roman if form.startswith("upper") else roman.lower()
    if form.endswith("Letter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form.startswith("upper") else letters
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
