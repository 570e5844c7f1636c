"""The short forms of questions and of reports, and what they may mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from handlers.asking.english_words import from_english
from handlers.asking.words import CALENDAR_PAIRS, compound_pairs, lines, phrases
from reports import lexicon
from reports.folding import fingerprint, fold
from reports.shortforms import Forms, known_forms, read_forms
from reports.syllables import is_syllable

Meanings = Mapping[str, tuple[str, ...]]
"""Short forms, each with what it may mean in full."""


@cache
def own_pairs() -> frozenset[str]:
    """Give every two folded words that stand side by side in a phrase."""
    split = [phrase.split() for phrase in phrases()] + [long.split() for long in short_forms().values()]
    pairs = {f"{a} {b}" for words in split for a, b in pairwise(words)}
    return frozenset(pairs) | frozenset(CALENDAR_PAIRS)


@cache
def joined_pairs() -> frozenset[str]:
    """Give the pairs of words that are one thing together: of compounds, and of what is written short."""
    longs = [long for meanings in meanings_of_forms().values() for long in meanings]
    return compound_pairs() | {f"{a} {b}" for long in longs for a, b in pairwise(long.split())}


@cache
def accented_forms() -> frozenset[str]:
    """Give the short forms that are written with accents."""
    told = [*lexicon.phrases("shortforms"), *lexicon.phrases("bodyforms")]
    told += [*lines("abbreviations"), *lines("meanings")]
    return frozenset(short for line in told if not (short := line.split("=")[0].strip()).isascii())


@cache
def with_accents_alone() -> frozenset[str]:
    """Give the folded short forms that are other words without their accents: "đu", for "Đảng ủy"."""
    return frozenset(fold(short) for short in accented_forms() if is_syllable(fold(short)))


@cache
def short_forms() -> Forms:
    """Give the short forms of questions, and those of reports."""
    return {**known_forms(), **read_forms(lines("abbreviations"))}


@cache
def meanings_of_forms() -> Meanings:
    """Give all that short forms of questions may mean, the likeliest first; some also stay as they are."""
    found: dict[str, tuple[str, ...]] = {short: (long,) for short, long in short_forms().items()}
    for line in lines("meanings"):
        short, _, longs = line.partition("=")
        found[fingerprint(short)] = (*map(fingerprint, longs.split("|")), fingerprint(short))
    several = (name for name in from_english().values() if len(name.vietnamese) > 1)
    return {name.english: tuple(map(fingerprint, name.vietnamese)) for name in several} | found
