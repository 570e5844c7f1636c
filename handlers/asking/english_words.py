"""The words of questions in English, and what they name in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from handlers.asking.words import ENGLISH, lines, own_words, phrases
from reports.syllables import is_syllable

_ENGLISH_WORDS = (
    "who what which how when where why tasks task targets target meeting meetings report reports "
    "overdue latest limitations behind causes show list is the in of quarter month year week "
    "for by was were are did does much many chaired deadline due from with about must should have has been "
    "half first nine last this next and on at rate"
)


IN_ENGLISH = frozenset(_ENGLISH_WORDS.split())
"""Words of which a question in English has two, one of them at least no Vietnamese syllable."""


_LOANED = (
    "online offline website web email internet wifi app camera video zalo facebook covid vaccine virus "
    "festival tour homestay resort logistics ocop kpi smart start startup logo banner container taxi "
    "metro game studio showroom marketing fanpage robot blockchain chatbot deadline file data server "
    "test golf karaoke massage fdi cpi grdp gdp vat pci iuu cdc ceo pmu"
)


LOANED = frozenset(_LOANED.split())
"""Words of English that stand in questions in Vietnamese, too."""


SHORTEST_PLURAL = 4
"""Letters of a plural at least."""


class EnglishName(NamedTuple):
    """What questions in English name: what it may be in Vietnamese, and how it goes with other words.

    `kind` is "to" for what is done ("to build"), "did" for what was ("built"), "is" for how things are
    ("slow"), "" for a thing.
    """

    english: str
    vietnamese: tuple[str, ...]
    kind: str = ""


@cache
def from_english() -> Mapping[str, EnglishName]:
    """Give what questions in English name, each by its words in the singular."""
    found: dict[str, EnglishName] = {}
    for line in lines("english"):
        left, _, right = line.partition("=")
        kind, names = names_in(left)
        meant = tuple(one.strip() for one in right.split("|"))
        for name in names:
            found.setdefault(_in_singular(name.split()), EnglishName(name, meant, kind))
    return found


def names_in(listed: str) -> tuple[str, list[str]]:
    """Read what the list of English names says on the left: of what kind names are, and the names.

    >>> names_in("to fix, mend "), names_in("forest fire")
    (('to', ['fix', 'mend']), ('', ['forest fire']))
    """
    head = listed.split(maxsplit=1)[0]
    kind = head if head in {"to", "did", "is"} else ""
    return kind, [" ".join(name.split()) for name in listed.strip().removeprefix(f"{kind} ").split(",")]


def in_english(typed: Sequence[str]) -> EnglishName | None:
    """Find what some words name in English, in any number; of what is done also in any time.

    >>> in_english(["poor", "households"]).vietnamese, in_english(["repaired"]).english, in_english(["gate"])
    (('hộ nghèo',), 'repair', None)
    """
    names = from_english()
    if name := names.get(_in_singular(typed)):
        return name
    plain = (" ".join([first, *typed[1:]]) for first in _plain_verbs(typed[0]))
    return next((names[verb] for verb in plain if verb in names and names[verb].kind == "to"), None)


def is_english(word: str) -> bool:
    """Tell whether a word is one of those that questions in English have, and no others."""
    if word in IN_ENGLISH:
        return True
    if word in LOANED or is_syllable(word):
        return False
    return singular(word) in _english_words() or any(verb in _english_words() for verb in _plain_verbs(word))


@cache
def _english_words() -> frozenset[str]:
    return frozenset(word for english in from_english() for word in english.split())


@cache
def said_in_english() -> frozenset[str]:
    """Give the words of the phrases and of the calendar with which questions in English ask."""
    said = (phrase for phrase, options in phrases().items() if any(ENGLISH in m for _, m in options))
    asking = frozenset(word for phrase in said for word in phrase.split())
    return IN_ENGLISH | asking | {word for word in own_words() if not is_syllable(word)}


def _in_singular(typed: Sequence[str]) -> str:
    return " ".join(map(singular, typed))


def singular(word: str) -> str:
    """Give what a word of English may be the plural of.

    >>> [singular(word) for word in ("companies", "houses", "taxes", "process", "gas")]
    ['company', 'house', 'tax', 'process', 'gas']
    """
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    return word.removesuffix("es") if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]


def _plain_verbs(word: str) -> Iterator[str]:
    """Yield the verbs of which a word may be a form: "submitted", "producing", "applied"."""
    for ending in ("ied", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield from (stem + "y",) if ending == "ied" else (stem, stem + "e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]
