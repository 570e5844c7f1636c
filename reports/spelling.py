"""What a mistyped word may have meant: keys of Telex left in it, two words in one, a slip of the finger."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz.distance import OSA

LEAST = 2
"""Letters of a word that is held against others at least."""
LONG = 8
"""Letters from which on two slips are taken for one word."""
MOST = 8
"""Words that one may have meant, at most."""

_DOUBLED = re.compile(r"(?:aa|ee|oo|dd|aw|ow|uw|w)")
_PLAIN = {"aa": "a", "ee": "e", "oo": "o", "dd": "d", "aw": "a", "ow": "o", "uw": "u", "w": "u"}
_VNI = re.compile(r"(?<=[a-z])[1-9]")

Known = Callable[[str], bool]


def unkeyed(word: str) -> Iterator[str]:
    """Write a folded word without the keys of Telex or VNI that an input method left in it.

    >>> list(unkeyed("tieeu")), list(unkeyed("vieejc")), list(unkeyed("viec5"))
    (['tieu'], ['viec', 'viejc'], ['viec'])
    """
    if (plain := _VNI.sub("", word)) != word:
        yield plain
        return
    letters = _DOUBLED.sub(lambda match: _PLAIN[match[0]], word)
    for start in range(len(letters)):
        bare = letters[:start] + letters[start + 1 :]
        if start and letters[start] in "sfrxj":
            yield bare
    if letters != word:
        yield letters


def parted(word: str, known: Known) -> Iterator[str]:
    """Write a word as two or three known ones: "quahan" is "qua han"."""
    for at in range(1, len(word)):
        first, rest = word[:at], word[at:]
        if not known(first):
            continue
        if known(rest):
            yield f"{first} {rest}"
        for middle in range(1, len(rest)):
            if known(rest[:middle]) and known(rest[middle:]):
                yield f"{first} {rest[:middle]} {rest[middle:]}"


def slipped(word: str) -> Iterator[str]:
    """Write a word without a letter that was typed twice, or with two letters the other way round."""
    for at in range(len(word) - 1):
        if word[at] == word[at + 1]:
            yield word[:at] + word[at + 1 :]
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def slips(word: str) -> int:
    """Tell how many slips a word may have."""
    return 0 if len(word) < LEAST else 2 if len(word) >= LONG else 1


def near(word: str, others: Iterable[str]) -> list[str]:
    """Find the words that one may have been meant for, the nearest first."""
    most = slips(word)
    found = []
    for other in others:
        distance = OSA.distance(word, other, score_cutoff=most)
        if distance <= most and other != word:
            found.append((distance, other[:1] != word[:1], -len(other), other))
    return [other for *_, other in sorted(found)]
