"""Vietnamese syllables: written one way however they are typed, and told from what is misspelt."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .folding import fold
from .lexicon import phrases, trie

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_TONES = frozenset((_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT))
_ONSET = "(?:(?:ngh|gh|k)(?=[eiy])|(?:ng|c)(?![eiy])|g(?![ey])|gi|qu|nh|kh|ph|th|tr|ch|[bdhlmnprstvx])?"
_SYLLABLE = re.compile(_ONSET + trie(phrases("rimes")))
_I_OR_Y = re.compile(r"([hklmstv]|qu)y")
_STOPPED = re.compile(r"(?:c|ch|p|t)\Z")
_DIGITS = re.compile(r"0*(\d+)")


@lru_cache(maxsize=16384)
def spelt(word: str) -> str:
    """Write a word one way: its tone at the end, "tỉ" as "tỷ" is "ti", "05" is "5".

    >>> spelt("hoà") == spelt("hòa"), spelt("tỷ") == spelt("Tỉ"), spelt("05")
    (True, True, '5')
    """
    if word.isdecimal():
        return _DIGITS.sub(r"\1", word)
    marks = unicodedata.normalize("NFD", word.lower())
    letters = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    same = _I_OR_Y.fullmatch(letters)
    return (f"{same[1]}i" if same else letters) + "".join(mark for mark in marks if mark in _TONES)


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Tell whether a word as `spelt` can be a Vietnamese syllable; one that ends in a stop has its tone.

    >>> [is_syllable(spelt(word)) for word in ("nghèo", "nghoè", "kết", "kêt", "ket")]
    [True, False, True, False, True]
    """
    if not _SYLLABLE.fullmatch(fold(word)):
        return False
    tone, letters = word[-1], word.rstrip("".join(_TONES))
    if letters.isascii() and tone not in _TONES:
        return True  # perhaps typed without accents
    return not _STOPPED.search(letters) or tone in (_ACUTE, _DOT)
