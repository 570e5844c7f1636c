"""Recognise a limitation or a task that is told again: nearly the same words, none of them replaced."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from .folding import fold
from .lexicon import phrases, trie, vocabulary
from .matching import expanded, written
from .syllables import spelt

LEAST_ALIKE = 75
"""What share of the words has to be the same, in the same order, in percent.

Pairs that tell of one thing have 77 and more, pairs that tell of two things 73 and less, or a word
replaced (`tests/reports/test_recurring.py`).
"""
LEAST_WORDS = 3
MOST_WORDS = 80
MOST_CHARACTERS = 600

_WORD = re.compile(r"[^\W_]+(?:[.,](?=\d)[^\W_]+)*")
# What is new each time: days, shares and sums. A bare number tells things apart ("ấp 3", "ấp 5").
_EACH_TIME = re.compile(
    r"""
    (?:(?:trước|đến|hết|sau)\s+)? (?:ngày\s+)? (?<!\d)\d{1,2}/\d{1,2}(?:/\d{4})?(?!\d)
    | (?:trong\s+)? (?:tháng|quý|năm)\s+ (?:\d{1,2}/)?\d{1,4}(?!\d)
    | \d[\d.,]*\s?%
    | \d+(?:[.,]\d+)*\s (?:tỷ|tỉ|triệu|nghìn)\b (?:\s+đồng)?
    | \d+[.,]\d+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WEAK = ("chưa", "thiếu", "chậm", "thấp", "yếu", "kém", "hạn", "chế", "trễ")
"""Words of weakness may stand for each other."""


@dataclass(frozen=True, slots=True)
class Gist:
    """The words of a limitation or a task that are compared, and the same without accents."""

    words: tuple[str, ...]
    bare: tuple[str, ...]

    @property
    def accented(self) -> bool:
        """Tell whether it was written with accents."""
        return self.words != self.bare


@lru_cache(maxsize=8192)
def gist(text: str) -> Gist:
    """Reduce a limitation or a task to what is compared of it.

    >>> " ".join(gist("Giải ngân vốn đầu tư công còn chậm, đến 30/9 mới đạt 52,6% kế hoạch").bare)
    'giai ngan von dau tu cong cham'
    """
    plain = unicodedata.normalize("NFC", text[:MOST_CHARACTERS])
    accented = not plain.isascii()
    found = map(spelt, _WORD.findall(_EACH_TIME.sub(" ", plain)))
    words = " ".join(expanded("shortforms", list(found)[:MOST_WORDS], accented=accented))
    kept = tuple(_passing(accented).sub("", words).split())
    return Gist(kept, tuple(map(fold, kept)))


@cache
def _passing(accented: bool) -> re.Pattern[str]:
    words = [written(phrase, accented=accented) for phrase in phrases("passingwords")]
    return re.compile(rf"^{written('giao', accented=accented)}(?!\S)|(?<!\S){trie(words)}(?!\S)")


def is_told_again(one: Gist, other: Gist) -> bool:
    """Tell whether two limitations or tasks are one.

    >>> is_told_again(gist("Tiến độ giải ngân còn chậm"), gist("giải ngân chậm so với kế hoạch"))
    True
    >>> is_told_again(gist("tuyến đường ấp 3 chậm"), gist("tuyến đường ấp 5 chậm"))
    False
    """
    accented = one.accented and other.accented
    ours, theirs = (one.words, other.words) if accented else (one.bare, other.bare)
    if ours == theirs:
        return bool(ours)
    if min(len(ours), len(theirs)) < LEAST_WORDS:
        return False
    if fuzz.ratio(ours, theirs, score_cutoff=LEAST_ALIKE) == 0:
        return False
    return not _tells_apart(
        Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours), accented=accented
    )


def _tells_apart(ours: Counter[str], theirs: Counter[str], *, accented: bool) -> bool:
    """Tell whether what only one has makes it another thing: a word replaced, a number, a word like "cận"."""
    weak, more = _weak(accented), _telling_apart(accented)
    only = (set(ours) | set(theirs)) - weak
    replaced = bool(set(ours) - weak) and bool(set(theirs) - weak)
    return replaced or any(word in more or any(map(str.isdigit, word)) for word in only)


@cache
def _weak(accented: bool) -> frozenset[str]:
    return frozenset(written(word, accented=accented) for word in _WEAK)


@cache
def _telling_apart(accented: bool) -> frozenset[str]:
    return frozenset(written(word, accented=accented) for word in vocabulary("tellingapart"))
