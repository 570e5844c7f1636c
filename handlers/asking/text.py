"""The words of texts as reports spell them, and a report taken apart into its sentences."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from sys import intern
from typing import NamedTuple

from handlers.asking.replies import exchanges
from handlers.asking.synonyms import Phrase
from handlers.asking.tokens import Token
from handlers.asking.words import MEASURES, compound_pairs, same_word
from reports import sentences_of
from reports.folding import fingerprint, fold
from reports.model import Span
from reports.shortforms import begin_forms, expand, known_forms, may_have_forms
from reports.syllables import is_syllable, spelt

LEVELS = frozenset({"tinh", "huyen", "quan", "phuong", "xa", "thon"})
"""Words with which names of bodies begin, that texts write small, too: "quận 8"."""
COUNTING = 4
"""Words that may count the second of two: "gần 1.200 tỷ đồng"."""
_ABOUT = frozenset({"moi", "them", "duoc", "hon", "gan", "tren", "khoang", "nghin", "trieu"})
"""Words before a number, and in it."""
_TIMES = frozenset({"luot", "ca", "vu", "cuoc", "lan"})
"""Words that count how often something is done: "khám 120 lượt"."""
WIDE = 2
"""Two words side by side in a question may have one between them."""
_WORD = re.compile(r"\d+(?=/(?:19|20)\d\d\b)|\d+(?:[.,/]\d+)+|[^\W_]+")
"""A number is whole with its decimals, but that of a document stands before its year: "78/2002"."""
_CENTRAL = re.compile(r"\bT\.[ƯUW]\b")
"""A short form that is written with points within."""
_SHORT_FORM = re.compile(r"[a-z]{2,8}")
WORDS_KEPT = 8192
"""Words, with the marks around them, whose spelling is kept."""
LONGEST_KEPT = 40
"""Letters of such a word."""
_CHAPTER = re.compile(r"(?:PHẦN )?(?:[A-H]|[IVX]+)\b")
"""The mark of a heading that has others below it."""
MOST_BELOW = 4
"""Sentences that are told with their heading."""
LONGEST_HEADING = 14
"""Words of a line that is no sentence."""
KEPT = 96
"""Reports that are kept as they were taken apart."""


class Spelt(NamedTuple):
    """A word in small letters, and without accents; whether it has a capital."""

    written: str
    plain: str
    capital: bool


def _spelt(word: str) -> Spelt:
    written = intern(word.lower())
    return Spelt(written, intern(fold(written)), word[0].isupper())


class _Spelt(dict[str, tuple[Spelt, ...]]):
    """The words between two spaces: kept as they come, for most of them come again."""

    def __missing__(self, written: str) -> tuple[Spelt, ...]:
        words = _WORD.findall(_CENTRAL.sub("Trung ương", written))
        found = tuple(map(_spelt, words))
        if len(self) >= WORDS_KEPT:
            self.clear()
        if len(written) <= LONGEST_KEPT:
            self[written] = found
        return found


_SPELT = _Spelt()


def words_in(text: str) -> list[Spelt]:
    """List the words of a text."""
    return [word for written in unicodedata.normalize("NFC", text).split() for word in _SPELT[written]]


class Text:
    """Words of a text, and their places, found when asked for; short forms stand there in full, too."""

    def __init__(self, text: str | Sequence[Spelt]):
        words = words_in(text) if isinstance(text, str) else text
        self.written = tuple([word.written for word in words])
        self._plain = tuple([word.plain for word in words])
        self._full = self._plain
        self.words = frozenset(self._plain)
        if may_have_forms(self.words):
            self._full = tuple(expand(self._plain, known_forms(), begin_forms()))
            self.words = self.words.union(self._full)
        self.is_plain = "".join(self.written).isascii()
        names = [word.plain if word.capital else "" for word in words]
        self.names = frozenset(names)
        if self._full is not self._plain and may_have_forms(self.names):
            self.names = self.names.union(expand(names, known_forms(), begin_forms()))

    @cached_property
    def initials(self) -> str:
        """Give the first letters of all words."""
        return "".join([word[0] for word in self._plain])

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, ...]]:
        return _Places(self._plain)

    @cached_property
    def _full_places(self) -> Mapping[str, tuple[int, ...]]:
        return _Places(self._full if self._full != self._plain else ())

    def has(self, token: Token, *, name: bool = False) -> bool:
        """Tell whether a word stands here, with its accents where it was typed with them.

        As a `name` it has a capital.
        """
        if name and not self.is_plain and token.word not in self.names and token.word not in LEVELS:
            return False
        if token.word not in self.words:
            return False
        if places := self._places[token.word]:
            agree = self.is_plain or any(same_word(token.typed, self.written[at]) for at in places)
            return agree or len(self._full_places[token.word]) > len(places)  # of a short form, too
        return True

    def beside(self, first: Token, second: Token, within: int = WIDE) -> bool:
        """Tell whether two words stand here side by side, or with one between."""
        if not {first.word, second.word} <= self.words:
            return False
        return self._counts_as(first, second) or any(
            0 < later - at <= within or _counts(words[at + 1 : later])
            for places, words in ((self._places, self._plain), (self._full_places, self._full))
            for at in self._spelt_at(first, places)
            for later in self._spelt_at(second, places)
        )

    def _spelt_at(self, token: Token, places: Mapping[str, tuple[int, ...]]) -> Sequence[int]:
        """Give where a word stands with the accents that it was typed with; one of a short form has none."""
        found, own = places[token.word], self._places[token.word]
        if self.is_plain or token.typed.isascii() or len(found) != len(own):
            return found
        spelt = (same_word(token.typed, self.written[at]) for at in own)
        return [at for at, is_so in zip(found, spelt, strict=True) if is_so]

    def _counts_as(self, counted: Token, of: Token) -> bool:
        """Tell whether what is counted stands behind what it is of: "khám 120 lượt" for "lượt khám"."""
        return counted.word in _TIMES and any(
            0 < at - there <= COUNTING and self._plain[at - 1][0].isdigit()
            for at in self._places[counted.word]
            for there in self._places[of.word]
        )

    def spelt_as(self, word: str) -> Iterator[str]:
        """Yield how a word without accents is spelt here, each time that it stands here."""
        return (self.written[at] for at in (self._places[word] if word in self.words else ()))

    def has_phrase(self, phrase: Phrase) -> bool:
        """Tell whether some words stand here one after another."""
        return all(map(self.has, phrase)) and all(self.beside(a, b, 1) for a, b in pairwise(phrase))

    def begins_small(self, phrase: Phrase) -> bool:
        """Tell whether some words stand here that belong to none before them: "cơ sở xây dựng" is no "sở"."""
        plain = tuple(token.word for token in phrase)
        return self.words.issuperset(plain) and any(
            self._plain[at : at + len(plain)] == plain
            and not (at and f"{self._plain[at - 1]} {plain[0]}" in compound_pairs())
            and (self.is_plain or all(map(same_word, (t.typed for t in phrase), self.written[at:])))
            for at in self._places[plain[0]]
        )

    def shortened(self, word: str) -> bool:
        """Tell whether words here begin with the letters of a short form."""
        return is_short_form(word) and word in self.initials


def _counts(between: Sequence[str]) -> bool:
    """Tell whether all words between two only count the second: "trồng mới 71 ha rừng"."""
    return (
        0 < len(between) <= COUNTING
        and any(word[0].isdigit() for word in between)
        and all(word[0].isdigit() or word in MEASURES or word in _ABOUT for word in between)
    )


@lru_cache(WORDS_KEPT)
def is_short_form(word: str) -> bool:
    """Tell whether a word may be the first letters of others: "ubnd"."""
    return bool(_SHORT_FORM.fullmatch(word)) and not is_syllable(spelt(word))


class _Places(dict[str, tuple[int, ...]]):
    """Where words stand in a text: found when asked for, and kept."""

    def __init__(self, words: Sequence[str]):
        super().__init__()
        self._words = words

    def __missing__(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        for _ in range(self._words.count(word)):
            found.append(self._words.index(word, found[-1] + 1 if found else 0))
        self[word] = places = tuple(found)
        return places


@dataclass(frozen=True, slots=True)
class Document:
    """A report as it is looked through: its head, its text, and its sentences under their folded headings."""

    source: str
    head: Text
    whole: Text
    sentences: Sequence[tuple[Span, Text, str]]

    def next_to(self, sentence: Span) -> Span | None:
        """Give the sentence behind another, None where that ends its paragraph."""
        starts = [span.start for span, _, _ in self.sentences]
        at = bisect_right(starts, sentence.start)
        behind = self.sentences[at][0] if at < len(starts) else None
        return behind if behind and "\n" not in self.source[sentence.end : behind.start] else None

    def heading_over(self, number: int) -> Span | None:
        """Give the heading that a sentence stands under; None where it is one itself, or there is none."""
        for span, text, _ in self.sentences[number::-1]:
            if is_heading(span.text, text):
                return span if span is not self.sentences[number][0] else None
        return None

    def is_one_line(self, one: int, other: int) -> bool:
        """Tell whether two sentences that follow each other stand in one line."""
        first, second = self.sentences[min(one, other)][0], self.sentences[max(one, other)][0]
        return "\n" not in self.source[first.end : second.start]

    def below(self, heading: Span) -> list[str]:
        """Give what stands under a heading, until the next one."""
        at = next(number for number, (span, _, _) in enumerate(self.sentences) if span is heading) + 1
        told: list[str] = []
        for span, text, _ in self.sentences[at : at + MOST_BELOW]:
            if is_heading(span.text, text):
                break
            told.append(span.text)
        return told


@lru_cache(KEPT)
def document(head: str, source: str) -> Document:
    """Take a report apart."""
    words: list[Spelt] = []
    cut = list(_under_headings(source, words))
    return Document(source, Text(head), Text(words), cut)


def _under_headings(source: str, words: list[Spelt]) -> Iterator[tuple[Span, Text, str]]:
    """Yield the sentences of a source; all its words are put down, those of its list marks, too.

    What stands under the headings of a chapter stands under that of the chapter, too.
    """
    chapter, heading, end = "", "", 0
    for sentence in exchanges(source, sentences_of(source)):
        mark = source[end : sentence.start]
        words += words_in(mark)
        end = sentence.end
        own = words_in(sentence.text)
        words += own
        text = Text(own)
        yield sentence, text, heading
        if is_heading(sentence.text, text):
            heading = fingerprint(sentence.text)
            if _CHAPTER.match(mark.strip()):
                chapter = heading
            elif chapter:
                heading = f"{chapter} {heading}"
    words += words_in(source[end:])


def is_heading(written: str, text: Text) -> bool:
    """Tell whether a sentence only says what follows: "Năm 2026:", "KẾT QUẢ THÁNG 10"."""
    end = written.rstrip(" )")[-1:] if written[:1] != "(" else ""
    return end == ":" or (len(text.written) <= LONGEST_HEADING and end.isalnum())
