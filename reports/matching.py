"""Recognise the same target in other reports: its name, without what may stand in a name or not.

Two names are one where what is left of them is the same, word for word. So no word that tells targets apart
is ever passed over ("hộ nghèo", "hộ cận nghèo"; "số hộ", "tỷ lệ hộ"; "từ đất", "trên địa bàn").
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from .folding import fold
from .lexicon import phrases, trie
from .syllables import is_syllable, spelt

MOST_WORDS = 40
"""Of a longer name the rest is one word, which stands for exactly this rest."""
LEAST_MISSPELT = 3
"""A shorter word has too many neighbours to be somebody's misspelling."""

_WORD = re.compile(r"[^\W_]+(?:[.,/](?=\d)[^\W_]+)*")
_NEAR = "(?:của|toàn|trong|tại|ở)"
_TERM = "ngân sách"  # "thu ngân sách trên địa bàn" is a term: another sum than "thu ngân sách xã"
_PERIODS = (
    # "chỉ số giá tháng 5" and "… tháng 6" are one, "chỉ số giá" of all months is another
    ("(?:trong )?tháng (?:0?[1-9]|1[0-2])(?:/(?:19|20)[0-9]{2})?", " tháng #"),
    ("(?:trong )?quý (?:iv|i{1,3}|[1-4])(?:/(?:19|20)[0-9]{2})?", " quý #"),
    ("(?:trong )?(?:0?[2-9]|1[01]) tháng(?: đầu năm)?", " # tháng"),
    # the plan's year stands beside the name
    ("(?:trong |đến |cả |hết )?năm (?:19|20)[0-9]{2}", ""),
)


@dataclass(frozen=True, slots=True)
class NameKey:
    """What is compared of a name: `words`, the same `bare` of accents; `odd` where one may be misspelt."""

    words: str
    bare: str
    odd: bool = False

    @property
    def accented(self) -> bool:
        """Tell whether the name was written with accents."""
        return self.words != self.bare


@dataclass(frozen=True, slots=True)
class Own:
    """What a body calls its own place: "xã", "Tân Mỹ", as words that are compared."""

    level: str = ""
    place: str = ""


@lru_cache(maxsize=8192)
def name_key(name: str, own: Own | None = None) -> NameKey:
    """Reduce a name to what is compared of it, for a body that has its `own` place.

    >>> name_key("Tỷ lệ người dân tham gia BHYT").bare
    'ti le nguoi dan tham gia bao hiem y te'
    >>> name_key("số lao động được giải quyết việc làm") == name_key("Số lao động giải quyết việc làm")
    True
    """
    plain = unicodedata.normalize("NFC", name)
    found = _WORD.findall(plain)
    accented = not plain.isascii()
    first = [spelt(word) for word in found[:MOST_WORDS]]
    words = " ".join(expanded("shortforms", first, accented=accented))
    for pattern, instead in (*_own_place(own or Own(), accented), *_periods(accented)):
        words = pattern.sub(instead, words)
    words = _openings(accented).sub("", words.strip())
    words = _function_words(accented).sub("", words)
    kept = [*(words.split() or first), *_rest(found[MOST_WORDS:])]
    return NameKey(" ".join(kept), fold(" ".join(kept)), _is_odd(found[:MOST_WORDS]))


def _is_odd(words: Sequence[str]) -> bool:
    """Tell whether a word may be misspelt: it is no syllable, and no short form in capitals."""
    return any(word.isalpha() and not word.isupper() and not is_syllable(spelt(word)) for word in words)


def _rest(words: Sequence[str]) -> list[str]:
    """Write the rest of a very long name as one word."""
    return [hashlib.sha256(" ".join(map(spelt, words)).encode()).hexdigest()[:16]] if words else []


def written(phrase: str, *, accented: bool) -> str:
    """Write a phrase of ours as it is compared."""
    words = " ".join(map(spelt, _WORD.findall(phrase)))
    return words if accented else fold(words)


def _pattern(template: str, accented: bool) -> str:
    """Write a pattern of ours with its words as they are compared."""
    return re.sub(r"[^\W\d_]{2,}|ở", lambda word: written(word[0], accented=accented), template)


@cache
def _table(name: str, accented: bool) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Load "short = long", by the folded words of the short form."""
    pairs = (line.split(" = ") for line in phrases(name))
    return {
        tuple(written(short, accented=False).split()): tuple(written(full, accented=accented).split())
        for short, full in pairs
    }


def expanded(name: str, words: Sequence[str], *, accented: bool) -> list[str]:
    """Write out the short forms of a table, the longest first."""
    table = _table(name, accented)
    longest = max(map(len, table))
    bare = [fold(word) for word in words]
    found: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in range(longest, 0, -1) if tuple(bare[at : at + n]) in table), 0)
        found += table[tuple(bare[at : at + size])] if size else [words[at]]
        at += size or 1
    return found


@cache
def _periods(accented: bool) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?:^|(?<=\S) ){_pattern(phrase, accented)}(?!\S)"), _pattern(instead, accented))
        for phrase, instead in _PERIODS
    )


@cache
def _openings(accented: bool) -> re.Pattern[str]:
    return re.compile(rf"^{_phrases('openings', accented)} (?=\S)")


@cache
def _function_words(accented: bool) -> re.Pattern[str]:
    """Compile what may be left out; the last word of a name never is."""
    return re.compile(rf"(?<!\S){_phrases('functionwords', accented)} (?=\S)")


def _phrases(name: str, accented: bool) -> str:
    return trie(
        sorted((written(phrase, accented=accented) for phrase in phrases(name)), key=len, reverse=True)
    )


@lru_cache(maxsize=512)
def _own_place(own: Own, accented: bool) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Compile what a body may say of its own place or not: "của tỉnh Vĩnh Phúc", "toàn phường"."""
    level, place = (re.escape(part if accented else fold(part)) for part in (own.level, own.place))
    forms = []
    if place:
        forms.append((rf"(?<= {level}) {place}" if level else rf" {_NEAR} {place}", ""))
        forms.append((rf" {_NEAR} {place}", ""))
    if " " in place:
        forms.append((rf" {place}(?=$)", ""))
    if level:
        forms.append((rf" {_NEAR} {level}", ""))
        forms.append((rf"(?<= trên địa bàn) {level}", ""))
    forms.append((rf"^((?!.*{_TERM}).*\S) trên địa bàn", r"\1"))
    return tuple((re.compile(_pattern(form, accented) + r"(?!\S)"), instead) for form, instead in forms)


def is_misspelling(one: NameKey, other: NameKey) -> bool:
    """Tell whether two names are one but for a word that is no syllable, at most a letter away.

    >>> is_misspelling(name_key("giải ngân vốn đầu tư công"), name_key("giải ngâan vốn đầu tư công"))
    True
    >>> is_misspelling(name_key("diện tích lúa"), name_key("diện tích dứa"))
    False
    """
    if one.odd == other.odd:
        return False
    right, wrong = (other, one) if one.odd else (one, other)
    ours, theirs = right.words.split(), wrong.words.split()
    if len(ours) != len(theirs):
        return False
    differing = [(mine, its) for mine, its in zip(ours, theirs, strict=True) if mine != its]
    return len(differing) == 1 and _is_misspelt(*differing[0])


def _is_misspelt(right: str, wrong: str) -> bool:
    if is_syllable(wrong) or not is_syllable(right) or not fold(wrong).isalpha():
        return False
    mine, its = fold(right), fold(wrong)
    return min(len(mine), len(its)) >= LEAST_MISSPELT and OSA.distance(mine, its, score_cutoff=1) <= 1
