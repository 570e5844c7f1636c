"""Items as terms of the index, and what is asked for as an expression of terms.

Each kind has terms of its own, so that the list of a term's places is short: `5w_thu_gom` is "thu gom" in a
task, `5u_phong_kinh` in whose it is, `5b12` a task of body 12, `5smet` a property, `5k` any task. Two words
side by side are one term; a longer phrase is a row of such pairs. A task with a last day has all its terms a
second time, as of a kind of its own (`9u_phong_kinh`): what is asked by deadlines is looked for there alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.itemkeys import BETWEEN, EARLIEST, LATEST, Indexed, Kind

BREAK = "_"
"""Stands between rows of pairs that are no phrase together."""
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"\{?(?P<columns>[a-z ]+?)\}? : (?P<told>.+)")
_COLUMNS = {"words": "w", "unit": "u"}
_KINDS = {f"k{kind.name.lower()}": kind for kind in Kind}
DATED = 9
"""The kind of tasks with a last day, beside those of `Kind`."""
ANY_DAY = "ddated"
"""The key of a task with a last day."""
_DAY = re.compile(r"d(?:dated|\d{4,8})")
_YEARS = frozenset(f"d{year}" for year in range(EARLIEST.year, LATEST.year + 1))
_OF_SOME = {"s": {Kind.TARGET}, "c": {Kind.COUNT}, "r": {Kind.PERSON}, "d": {Kind.TASK}, "u": {Kind.TASK}}
"""How keys begin that stand in items of some kinds alone."""


def terms_of(item: Indexed, bodies: Iterable[int], *, dated: bool = True) -> str:
    """Write an item as its terms; `bodies` are the numbers of the names of whose report it is.

    Those of a task with a last day stand there a second time if `dated`.
    """
    numbers = list(bodies)
    twice = dated and not _YEARS.isdisjoint(item.keys.split())
    marks = [item.kind.value, DATED] if twice else [item.kind.value]
    return " ".join(term for mark in marks for term in _terms_of(item, mark, numbers))


def _terms_of(item: Indexed, mark: int, bodies: Sequence[int]) -> list[str]:
    keys = [f"{mark}{key}" for key in item.keys.split() if key not in _KINDS]
    plain = [f"{mark}k", *keys, *(f"{mark}b{number}" for number in bodies)]
    rows: list[str] = []
    for text, letter in ((item.words, "w"), (item.unit, "u")):
        for name in filter(None, text.split(BETWEEN)):
            words = name.split()
            plain += dict.fromkeys(f"{mark}{letter}_{word}" for word in words)
            rows += [BREAK, *(f"{mark}{letter}_{a}_{b}" for a, b in pairwise(words))]
    return [*plain, *rows]


@dataclass(frozen=True, slots=True)
class Part:
    """What has to stand in some columns: one of these phrases, or of these keys; none of them if `barred`."""

    columns: tuple[str, ...]
    told: tuple[str, ...]
    barred: bool = False

    @property
    def is_of_days(self) -> bool:
        """Tell whether only days of deadlines are told."""
        return "keys" in self.columns and all(map(_DAY.fullmatch, self.told))


def parts_of(expression: str) -> list[Part]:
    """Read an expression of columns: `words : ("thu gom") AND keys : ddated AND no keys : (d2027)`."""
    return list(map(_part, expression.split(" AND ")))


def _part(written: str) -> Part:
    match = _PART.fullmatch(written)
    if match is None:
        raise ValueError(written)
    told = match["told"].strip("()").split(" OR ")
    if "keys" in match["columns"] and not all(map(str.isidentifier, told)):
        raise ValueError(written)
    columns = match["columns"].removeprefix("no ").split()
    barred = match["columns"].startswith("no ")
    return Part(tuple(columns), tuple(one.strip('"') for one in told), barred)


def bodies_in(parts: Iterable[Part]) -> list[str]:
    """List the phrases that name a body."""
    return [phrase for part in parts if "body" in part.columns for phrase in part.told]


def matching(parts: Sequence[Part], bodies: Mapping[str, Sequence[int]]) -> str:
    """Write what FTS5 is to match, "" for nothing; `bodies` are the names that hold a phrase, by numbers."""
    kinds = set(Kind).intersection(*map(_kinds_of, parts))
    others = [part for part in parts if not _KINDS.keys() & set(part.told)]
    ways = [_of_kind(kind, others, bodies) for kind in sorted(kinds)]
    return " OR ".join(filter(None, ways))


def _kinds_of(part: Part) -> set[Kind]:
    """Tell in items of which kinds a part can be found."""
    if part.columns == ("unit",):
        return {Kind.TASK}
    if part.columns != ("keys",):
        return set(Kind)
    return set().union(*map(_kinds_of_key, part.told))


def _kinds_of_key(key: str) -> set[Kind]:
    return {_KINDS[key]} if key in _KINDS else _OF_SOME.get(key[0], set(Kind))


def _of_kind(kind: Kind, parts: Sequence[Part], bodies: Mapping[str, Sequence[int]]) -> str:
    """Write what is looked for in items of one kind; "" where nothing can be found."""
    mark = DATED if any(part.is_of_days for part in parts) else kind.value
    wanted = [part for part in parts if not part.barred and ANY_DAY not in part.told]
    groups = [_any_of(mark, part, bodies) for part in wanted]
    if not all(groups):
        return ""
    told = " AND ".join(groups or [f'"{mark}k"'])
    barred = [_any_of(mark, part, bodies) for part in parts if part.barred]
    return f"(({told}) NOT {' NOT '.join(barred)})" if barred else f"({told})"


def _any_of(mark: int, part: Part, bodies: Mapping[str, Sequence[int]]) -> str:
    terms = dict.fromkeys(_terms(mark, part, bodies))
    return f"({' OR '.join(terms)})" if terms else ""


def _terms(mark: int, part: Part, bodies: Mapping[str, Sequence[int]]) -> Iterator[str]:
    for told in part.told:
        for column in part.columns:
            if column == "body":
                yield from (f'"{mark}b{number}"' for number in bodies[told])
            elif column == "keys":
                yield f'"{mark}{told}"'
            else:
                yield from _phrase(f"{mark}{_COLUMNS[column]}", told)


def _phrase(mark: str, told: str) -> Iterator[str]:
    words = _WORD.findall(told)
    if len(words) == 1:
        yield f'"{mark}_{words[0]}"'
    elif words:
        yield '"' + " ".join(f"{mark}_{a}_{b}" for a, b in pairwise(words)) + '"'
