"""Items as terms of the index, and what is asked for as an expression of terms.

Each kind has terms of its own, so that the list of a term's places is short: `5w_thu_gom` is "thu gom" in a
task, `5u_phong_kinh` in whose it is, `5b12` a task of body 12, `5smet` a property, `5k` any task. Two words
side by side are one term; a longer phrase is a row of such pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.itemkeys import BETWEEN, Indexed, Kind

BREAK = "_"
"""Stands between rows of pairs that are no phrase together."""
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"\{?(?P<columns>[a-z ]+?)\}? : (?P<told>.+)")
_COLUMNS = {"words": "w", "unit": "u"}
_KINDS = {f"k{kind.name.lower()}": kind for kind in Kind}
_OF_SOME = {"s": {Kind.TARGET}, "c": {Kind.COUNT}, "r": {Kind.PERSON}, "d": {Kind.TASK}, "u": {Kind.TASK}}
"""How keys begin that stand in items of some kinds alone."""


def terms_of(item: Indexed, bodies: Iterable[int]) -> str:
    """Write an item as its terms; `bodies` are the numbers of the names of whose report it is."""
    mark = item.kind.value
    keys = [f"{mark}{key}" for key in item.keys.split() if key not in _KINDS]
    plain = [f"{mark}k", *keys, *(f"{mark}b{number}" for number in bodies)]
    rows: list[str] = []
    for text, letter in ((item.words, "w"), (item.unit, "u")):
        for name in filter(None, text.split(BETWEEN)):
            words = name.split()
            plain += dict.fromkeys(f"{mark}{letter}_{word}" for word in words)
            rows += [BREAK, *(f"{mark}{letter}_{a}_{b}" for a, b in pairwise(words))]
    return " ".join([*plain, *rows])


@dataclass(frozen=True, slots=True)
class Part:
    """What has to stand in some columns: one of these phrases, or of these keys."""

    columns: tuple[str, ...]
    told: tuple[str, ...]


def parts_of(expression: str) -> list[Part]:
    """Read an expression of columns: `words : ("thu gom") AND keys : (ktask OR ktarget)`."""
    return list(map(_part, expression.split(" AND ")))


def _part(written: str) -> Part:
    match = _PART.fullmatch(written)
    if match is None:
        raise ValueError(written)
    told = match["told"].strip("()").split(" OR ")
    if "keys" in match["columns"] and not all(map(str.isidentifier, told)):
        raise ValueError(written)
    return Part(tuple(match["columns"].split()), tuple(one.strip('"') for one in told))


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
    groups = [list(dict.fromkeys(_terms(kind, part, bodies))) for part in parts]
    if not all(groups):
        return ""
    wanted = [f"({' OR '.join(group)})" for group in groups] or [f'"{kind.value}k"']
    return f"({' AND '.join(wanted)})"


def _terms(kind: Kind, part: Part, bodies: Mapping[str, Sequence[int]]) -> Iterator[str]:
    for told in part.told:
        for column in part.columns:
            if column == "body":
                yield from (f'"{kind.value}b{number}"' for number in bodies[told])
            elif column == "keys":
                yield f'"{kind.value}{told}"'
            else:
                yield from _phrase(f"{kind.value}{_COLUMNS[column]}", told)


def _phrase(mark: str, told: str) -> Iterator[str]:
    words = _WORD.findall(told)
    if len(words) == 1:
        yield f'"{mark}_{words[0]}"'
    elif words:
        yield '"' + " ".join(f"{mark}_{a}_{b}" for a, b in pairwise(words)) + '"'
