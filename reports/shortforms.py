"""Short forms that offices use, without accents: "gpmb" is "giai phong mat bang"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from .folding import fingerprint
from .lexicon import phrases

SEPARATOR = "="
MOST_WORDS = 3
"""Words that a short form has at most ("gd đt")."""

Forms = Mapping[str, str]


def read_forms(lines: Iterable[str]) -> Forms:
    """Read lines "short = long"; what is no such line is left out."""
    forms: dict[str, str] = {}
    for line in lines:
        short, separator, long = line.split("#")[0].partition(SEPARATOR)
        if separator and fingerprint(short) and fingerprint(long):
            forms[fingerprint(short)] = fingerprint(long)
    return forms


@cache
def known_forms() -> Forms:
    """Give the short forms of names, bodies and things that reports write."""
    bodies = read_forms(phrases("bodyforms"))
    short = {form: long for form, long in bodies.items() if len(form.split()) == 1}
    return {**read_forms(phrases("shortforms")), **short}


@cache
def begin_forms() -> frozenset[str]:
    """Give the first words of all known short forms: in most texts none of them stands."""
    return frozenset(form.split()[0] for form in known_forms())


@cache
def _words_of_forms() -> Mapping[str, Sequence[frozenset[str]]]:
    """Give the words of all known short forms by the first of them."""
    by_first: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for form in known_forms():
        by_first[form.split()[0]].append(frozenset(form.split()))
    return by_first


def may_have_forms(words: frozenset[str]) -> bool:
    """Tell whether all words of any known short form are among folded words.

    >>> may_have_forms(frozenset(["ubnd", "xa"])), may_have_forms(frozenset(["tong", "ket"]))
    (True, False)
    """
    first = begin_forms() & words
    return bool(first) and any(form <= words for word in first for form in _words_of_forms()[word])


def expand(words: Sequence[str], forms: Forms, begin: Collection[str] | None = None) -> list[str]:
    """Write folded words with their short forms in full; with `begin`, their first words, that is quick.

    >>> expand("ai phu trach gpmb".split(), {"gpmb": "giai phong mat bang"})
    ['ai', 'phu', 'trach', 'giai', 'phong', 'mat', 'bang']
    """
    full: list[str] = []
    done = 0
    for at in range(len(words)) if begin is None else [at for at, word in enumerate(words) if word in begin]:
        for size in range(min(MOST_WORDS, len(words) - at), 0, -1) if at >= done else ():
            if long := forms.get(" ".join(words[at : at + size])):
                full += [*words[done:at], *long.split()]
                done = at + size
                break
    return [*full, *words[done:]]
