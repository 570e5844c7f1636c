"""Tell a text that may be a Vietnamese report from what cannot be one, before it is read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from enum import StrEnum

from .encodings import decode
from .folding import fold
from .syllables import is_syllable

FEWEST_CHARACTERS = 80
"""A shorter text is no report."""
MOST_UNKNOWN = 0.95
"""The share of unknown signs above which nothing of a text can be read."""
FEWEST_ACCENTED = 0.01
"""The share of letters that only Vietnamese has, from which on a text is taken to have its accents."""
LEAST_SHARE = 0.4
LEAST_SHARE_BARE = 0.6
"""The least share of letters in words that can be Vietnamese; more where no accent tells it.

Vietnamese reports have 0.96 and more of them, with or without accents; other languages below 0.45.
Half a report in another language beside its Vietnamese half is not refused.
"""


class Unfit(StrEnum):
    """Why a text cannot be a report."""

    EMPTY = "empty"  # nothing to be seen
    SIGNS = "signs"  # nearly all signs are unknown
    SHORT = "short"
    FOREIGN = "foreign"  # not Vietnamese


def unfit(text: str) -> Unfit | None:
    """Tell why a text cannot be a report, None where it may be one.

    >>> unfit("Hội nghị"), unfit("The meeting was held in the hall of the committee. " * 9)
    (<Unfit.SHORT: 'short'>, <Unfit.FOREIGN: 'foreign'>)
    """
    signs = Counter(text)
    shown = sum(number for sign, number in signs.items() if not _is_invisible(sign))
    unknown = sum(number for sign, number in signs.items() if _is_unknown(sign))
    if not shown:
        return Unfit.EMPTY
    if unknown > MOST_UNKNOWN * shown:
        return Unfit.SIGNS
    if characters(text) < FEWEST_CHARACTERS:
        return Unfit.SHORT
    return None if is_vietnamese(text) else Unfit.FOREIGN


def characters(text: str) -> int:
    """Count the characters of a text, white space of any width as one."""
    return len(" ".join(text.split()))


def is_vietnamese(text: str) -> bool:
    """Tell whether a text is written in Vietnamese, with its accents or without."""
    composed = decode(unicodedata.normalize("NFC", text))[0]
    least = LEAST_SHARE if _has_accents(composed) else LEAST_SHARE_BARE
    return share_of_syllables(composed) >= least


def share_of_syllables(text: str) -> float:
    """Give the share of letters that stand in words that can be Vietnamese syllables; 0 without words.

    Letters are counted, not words: short words of any language look like syllables, long ones do not.

    >>> share_of_syllables("Hội nghị UBND tinh"), round(share_of_syllables("To the committee"), 2)
    (1.0, 0.36)
    """
    letters = syllables = 0
    for word, number in Counter(_words(text)).items():
        bare = fold(word)
        if _tells_nothing(word, bare):
            continue
        letters += number * len(bare)
        syllables += number * len(bare) * is_syllable(bare)
    return syllables / letters if letters else 0.0


_WORD = re.compile(r"[^\W\d_]+")
_OF_AN_ADDRESS = ("://", "@", "www.")
_VOWEL = re.compile(r"[aeiouy]|[^a-z]")
_ROMAN = re.compile(r"[IVXLC]+")
_LONGEST_ABBREVIATION = 5
_ONLY_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")  # no other language of the region has them


def _words(text: str) -> list[str]:
    """List the words; those of web and mail addresses are of no language."""
    pieces = (piece for piece in text.split() if not any(sign in piece for sign in _OF_AN_ADDRESS))
    return _WORD.findall(" ".join(pieces))


def _tells_nothing(word: str, bare: str) -> bool:
    """Tell whether a word may stand in any language: a letter, a numeral, an abbreviation (HĐND, TTg)."""
    abbreviation = word.isupper() and len(word) <= _LONGEST_ABBREVIATION and not is_syllable(bare)
    return len(bare) == 1 or abbreviation or not _VOWEL.search(bare) or bool(_ROMAN.fullmatch(word))


def _has_accents(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return len(_ONLY_VIETNAMESE.findall(text)) >= FEWEST_ACCENTED * letters > 0


def _is_unknown(sign: str) -> bool:
    """Tell whether a sign is no letter, mark, digit, punctuation, space, nor on any keyboard."""
    return not sign.isascii() and not sign.isspace() and unicodedata.category(sign)[0] in "CS"


def _is_invisible(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf")
