"""Words of two syllables of which people type but the first letter of one: "nvụ", "hnghị", "bcáo"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from handlers.asking import forms, words
from handlers.asking.english_words import LOANED
from handlers.asking.words import Meaning
from reports.syllables import is_syllable
from storage import items
from storage.db import Session
from storage.itemkeys import Kind

SHORTEST = 2
"""Letters of the second syllable."""


async def in_syllables(session: Session, word: str) -> tuple[str, ...]:
    """Give the pairs that a folded word may stand for, the likeliest first: of questions, else the book's."""
    if is_syllable(word) or word in LOANED or not word.isalpha():
        return ()
    onset, rest = word[:1], word[1:]
    if len(rest) < SHORTEST or not is_syllable(rest):
        return ()
    known = [pair for by_second in _by_seconds() for pair in by_second.get(rest, ()) if pair[0] == onset]
    return tuple(dict.fromkeys(known)) or tuple(await items.pairs_like(session, onset, rest))


@cache
def _by_seconds() -> Sequence[Mapping[str, Sequence[str]]]:
    """Give pairs by their second words: what is asked for, words of topics, what else is written short."""
    named = (said for said, options in words.phrases().items() if any(map(_names, options)))
    longs = (f"{a} {b}" for long in forms.short_forms().values() for a, b in pairwise(long.split()))
    tables: list[Mapping[str, Sequence[str]]] = []
    for some in (named, words.compounds(), longs):
        found: defaultdict[str, list[str]] = defaultdict(list)
        for pair in dict.fromkeys(some):
            if pair.count(" ") == 1:
                found[pair.split()[1]].append(pair)
        tables.append(found)
    return tables


def _names(option: tuple[str, tuple[Meaning, ...]]) -> bool:
    """Tell whether a phrase names what is asked for, and asks nothing itself."""
    return all(isinstance(meaning, Kind) for meaning in option[1])
