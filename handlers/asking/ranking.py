"""Rank the sentences of reports by how much of a question they hold."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise, zip_longest
from operator import mul
from sys import intern
from typing import NamedTuple

from handlers.asking.replies import exchanges
from handlers.asking.synonyms import Phrase
from handlers.asking.understanding import Token
from handlers.asking.words import MEASURES, same_word
from reports import sentences_of
from reports.folding import fingerprint, fold
from reports.model import Span
from reports.shortforms import begin_forms, expand, known_forms, may_have_forms
from reports.syllables import is_syllable, spelt

IN_CONTEXT = 0.7
UNDER = 0.8
"""What a word counts that stands in the heading of a sentence: "Trạm bơm Gò Sỏi" above "Đạt 40%"."""
IN_TEXT = 0.25
NAME_IN_TEXT = 0.8
"""What a word counts that stands not in the sentence, but beside it, or anywhere in the report."""
ALIKE = 0.9
"""What a word counts where another stands that reports write for it."""
APART = 0.4
"""What a word counts without the one that stands beside it in the question."""
LEVELS = frozenset({"tinh", "huyen", "quan", "phuong", "xa", "thon"})
"""Words with which names of bodies begin, that texts write small, too: "quận 8"."""
NEAR = 6
"""Words between two of a question that are still told together."""
COUNTING = 4
"""Words that may count the second of two: "gần 1.200 tỷ đồng"."""
_ABOUT = frozenset({"moi", "them", "duoc", "hon", "gan", "tren", "khoang", "nghin", "trieu"})
"""Words before a number, and in it."""
WIDE = 2
"""Two words side by side in a question may have one between them."""
SAYS_LITTLE = 0.2
"""What a word weighs that says little of a topic, or only what is done."""
LEAST_WEIGHT = 0.35
"""What a word weighs that stands in every sentence, of one that stands in none."""
_WORD = re.compile(r"\d+(?=/(?:19|20)\d\d\b)|\d+(?:[.,/]\d+)+|[^\W_]+")
"""A number is whole with its decimals, but that of a document stands before its year: "78/2002"."""
_CENTRAL = re.compile(r"\bT\.[ƯUW]\b")
"""A short form that is written with points within."""
_SHORT_FORM = re.compile(r"[a-z]{2,8}")
WORDS_KEPT = 8192
"""Words, with the marks around them, whose spelling is kept."""
LONGEST_KEPT = 40
"""Letters of such a word."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question that a sentence ought to hold.

    `joined` tells whether it is one word with the next, `bound` whether a sentence has to have that beside
    it, `follows` whether it stands behind the one before; `name` whether it is of a name, `little` whether it
    says little, `done` whether only what is done, which a report may write otherwise, `counted` whether it is
    asked how many of it there are; `alike` are other words for it, or for the phrase that it is part of;
    `exact` tells whether the question was typed with its accents, `clear` whether it may be one word alone,
    for it was typed so, or reports spell it in one way; `weight` is what it counts, and `far` what of that
    where it stands somewhere else in the report.
    """

    token: Token
    joined: bool = False
    bound: bool = False
    name: bool = False
    little: bool = False
    done: bool = False
    follows: bool = False
    exact: bool = False
    counted: bool = False
    clear: bool = False
    alike: tuple[Phrase, ...] = ()
    far: float = IN_TEXT
    weight: float = 1.0

    @property
    def is_bare(self) -> bool:
        """Tell whether it is a single syllable, which may be part of any word."""
        return is_syllable(spelt(self.token.word))


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
        self.names = frozenset([word.plain for word in words if word.capital])

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
            return self.is_plain or any(same_word(token.typed, self.written[at]) for at in places)
        return True

    def beside(self, first: Token, second: Token, within: int = WIDE) -> bool:
        """Tell whether two words stand here side by side, or with one between."""
        return {first.word, second.word} <= self.words and any(
            0 < later - at <= within or _counts(words[at + 1 : later])
            for places, words in ((self._places, self._plain), (self._full_places, self._full))
            for at in places[first.word]
            for later in places[second.word]
        )

    def spelt_as(self, word: str) -> Iterator[str]:
        """Yield how a word without accents is spelt here, each time that it stands here."""
        return (self.written[at] for at in (self._places[word] if word in self.words else ()))

    def has_phrase(self, phrase: Phrase) -> bool:
        """Tell whether some words stand here one after another."""
        return all(map(self.has, phrase)) and all(self.beside(a, b, 1) for a, b in pairwise(phrase))

    def shortened(self, word: str) -> bool:
        """Tell whether words here begin with the letters of a short form."""
        return _is_short_form(word) and word in self.initials


def _counts(between: Sequence[str]) -> bool:
    """Tell whether all words between two only count the second: "trồng mới 71 ha rừng"."""
    return (
        0 < len(between) <= COUNTING
        and any(word[0].isdigit() for word in between)
        and all(word[0].isdigit() or word in MEASURES or word in _ABOUT for word in between)
    )


@lru_cache(WORDS_KEPT)
def _is_short_form(word: str) -> bool:
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


class Ranked(NamedTuple):
    """A sentence, which of the documents it is from, and how much of a question it holds (0 to 1).

    `own` is what it holds itself, without what stands in the head of its report, or beside it; `levels` how
    well it holds each word; `under` is the heading above it, where that holds any of them that it does not.
    """

    score: float
    own: float
    at: int
    sentence: Span
    heading: str
    levels: Sequence[float]
    under: Span | None = None

    def below_heading(self, told: str) -> str:
        """Write what is told of it with the heading that holds more of the question, where there is one."""
        return f"{self.under.text.rstrip(' :')}: {told}" if self.under else told


MAY_LACK = 0.25
"""What words may count together that a report has nowhere, of a question that has others."""
_CHAPTER = re.compile(r"(?:PHẦN )?(?:[A-H]|[IVX]+)\b")
"""The mark of a heading that has others below it."""
_SOMEBODY = re.compile(r"\W*(?:ông|bà|đồng chí|đ/c|vắng|có mặt|chủ trì|thư ký)\b", re.IGNORECASE)
"""What a line begins with that only names people, under whom nothing stands."""
MOST_BELOW = 4
"""Sentences that are told with their heading."""
LONGEST_HEADING = 14
"""Words of a line that is no sentence."""
_WRITTEN = "chậm trễ thiếu thừa hỏng mất nữ mới cũ tăng giảm chết bị không chưa sai lỗ phạt"
_TURNING = {fold(word): word for word in _WRITTEN.split()}
"""Words that turn what is told into something else: "nữ chiến sĩ", "chậm nộp"."""
KEPT = 96
"""Reports that are kept as they were taken apart."""


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

    def below(self, heading: Span) -> list[str]:
        """Give what stands under a heading, until the next one."""
        at = next(number for number, (span, _, _) in enumerate(self.sentences) if span is heading) + 1
        told: list[str] = []
        for span, text, _ in self.sentences[at : at + MOST_BELOW]:
            if _is_heading(span.text, text):
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
        if _is_heading(sentence.text, text):
            heading = fingerprint(sentence.text)
            if _CHAPTER.match(mark.strip()):
                chapter = heading
            elif chapter:
                heading = f"{chapter} {heading}"
    words += words_in(source[end:])


def _is_heading(written: str, text: Text) -> bool:
    """Tell whether a sentence only says what follows: "Năm 2026:", "KẾT QUẢ THÁNG 10"."""
    end = written.rstrip()[-1:]
    return end == ":" or (len(text.written) <= LONGEST_HEADING and end.isalnum())


class _Touched:
    """Tells at once of most texts that they hold none of the words that are sought, nor another for one."""

    def __init__(self, terms: Sequence[Term]):
        words = {term.token.word for term in terms}
        self._words = words.union(token.word for term in terms for phrase in term.alike for token in phrase)
        self._short = tuple(filter(_is_short_form, words))

    def may_hold(self, text: Text) -> bool:
        """Tell whether a text may hold any of the words."""
        return not self._words.isdisjoint(text.words) or any(word in text.initials for word in self._short)


def weighed(documents: Sequence[Document], terms: Sequence[Term]) -> list[Term]:
    """Weigh words by how few sentences hold them."""
    count = sum(len(doc.sentences) for doc in documents)
    may_hold = _Touched(terms).may_hold
    held = Counter(
        term.token.word
        for doc in documents
        for _, text, _ in doc.sentences
        if may_hold(text)
        for term in terms
        if text.has(term.token) or any(map(text.has_phrase, term.alike))
    )
    return [
        replace(
            term,
            weight=_share(term) * _rarity(held[term.token.word], count or 1),
            joined=term.joined or _goes_on(documents, term, behind),
            clear=_is_clear(documents, term),
        )
        for term, behind in zip_longest(terms, terms[1:])
    ]


def _is_clear(documents: Sequence[Document], term: Term) -> bool:
    """Tell whether a word was typed with its accents, or texts have those of one word for it."""
    if not term.token.typed.isascii():
        return True
    return len({written for doc in documents for written in doc.whole.spelt_as(term.token.word)}) == 1


def _goes_on(documents: Sequence[Document], term: Term, behind: Term | None) -> bool:
    """Tell whether two words are one; where a name ends, another may begin: "trạm y tế xã" "An Sơn"."""
    if behind is None or not behind.follows or (term.name and behind.name):
        return False
    return _is_one_word(documents, term, behind)


def _share(term: Term) -> float:
    return SAYS_LITTLE if term.little or term.done else 1.0


def _is_one_word(documents: Sequence[Document], first: Term, second: Term) -> bool:
    """Tell whether two syllables stand side by side in any text, as they do in the question."""
    return _may_be_one_word(first, second) and any(
        doc.whole.beside(first.token, second.token, 1) for doc in documents
    )


def _rarity(held: int, count: int) -> float:
    return LEAST_WEIGHT + (1 - LEAST_WEIGHT) * (1 - math.log1p(held) / math.log1p(count))


def ranked(documents: Sequence[Document], terms: Sequence[Term], *, lacks: bool = False) -> list[Ranked]:
    """Rank all sentences, the best first; `lacks` also those of reports that lack words of the question."""
    ready = [(at, doc) for at, doc in enumerate(documents) if lacks or has_all(doc, terms)]
    found = [one for at, doc in ready for one in held_by(at, doc, terms)]
    return sorted(found, key=lambda one: (-round(one.score, 2), one.at, one.sentence.start))


def levels(text: Text, terms: Sequence[Term]) -> list[float]:
    """Tell of each word how well a text holds it: with its neighbour (1), without it, or not (0)."""
    alike = [any(map(text.has_phrase, term.alike)) for term in terms]
    instead = [other and not text.has(term.token) for other, term in zip(alike, terms, strict=True)]
    found = [max(_level(text, terms, number, instead), ALIKE * alike[number]) for number in range(len(terms))]
    for at in (at for at, term in enumerate(terms) if term.bound and not (alike[at] or alike[at + 1])):
        if not (found[at] and found[at + 1] and _side_by_side(text, terms[at], terms[at + 1])):
            found[at : at + 2] = [0.0, 0.0]
    for name in _names(terms):
        if not all(found[at] for at in name):  # half a name is somebody else's
            found = [0.0 if at in name else level for at, level in enumerate(found)]
    return found


def _side_by_side(text: Text, first: Term, second: Term) -> bool:
    return text.beside(first.token, second.token) or text.beside(second.token, first.token)


def _names(terms: Sequence[Term]) -> Iterator[range]:
    """Yield where names stand."""
    starts = [at for at in range(len(terms)) if _begins_name(terms, at)]
    for start in starts:
        end = start + 1
        while end < len(terms) and terms[end].name and terms[end - 1].joined:
            end += 1
        yield range(start, end)


def in_head(doc: Document, terms: Sequence[Term]) -> list[bool]:
    """Tell which words name the report: they stand in its head with their neighbours."""
    there = [level == 1 for level in levels(doc.head, terms)]
    return [
        is_there
        and (
            not term.is_bare
            or (term.follows and there[at - 1])
            or (at + 1 < len(terms) and terms[at + 1].follows and there[at + 1])
        )
        for at, (term, is_there) in enumerate(zip(terms, there, strict=True))
    ]


def scale(doc: Document, terms: Sequence[Term]) -> list[float]:
    """Tell what each word counts of a whole of 1 in a report; those that name the report count nothing."""
    naming = in_head(doc, terms)
    sought = [0.0 if named else term.weight for term, named in zip(terms, naming, strict=True)]
    total = sum(sought)
    if not any(weight and not term.little for term, weight in zip(terms, sought, strict=True)):
        # the title says all that is asked about
        sought = [term.weight for term in terms]
        total = sum(sought)
    return [weight / total for weight in sought] if total else sought


def held_by(at: int, doc: Document, terms: Sequence[Term]) -> Iterator[Ranked]:
    """Tell how much each sentence of a report holds of the words that do not name the report itself."""
    sought = scale(doc, terms)
    if not any(sought):
        return
    anywhere = levels_anywhere(doc, terms)
    before = above = nothing = [0.0] * len(terms)
    top: Span | None = None
    may_hold = _Touched(terms).may_hold
    for sentence, text, heading in doc.sentences:
        here = levels(text, terms) if may_hold(text) else nothing
        heads = _is_heading(sentence.text, text)  # stands beside the heading before it, not below
        if any(here) and is_firm(text, terms, here, sought):
            told = here if heads else [max(a, UNDER * b) for a, b in zip(here, above, strict=True)]
            best = (max(a, b, IN_CONTEXT * c) for a, b, c in zip(told, anywhere, before, strict=True))
            own, under = sum(map(mul, sought, told)), top if told != here else None
            yield Ranked(sum(map(mul, sought, best)), own, at, sentence, heading, told, under)
        before = here
        if heads:
            named = _SOMEBODY.match(sentence.text)
            above, top = (nothing, None) if named else (here, sentence)


def has_all(doc: Document, terms: Sequence[Term]) -> bool:
    """Tell whether a report has the words of a question that say something, wherever they stand.

    Of a long question a word may be missing; a name or a number may not, nor what a short one is about.
    """
    missing = [term for term in lacking(doc, terms) if not term.done or turns(term)]
    lost = math.fsum(term.weight for term in missing)
    whole = math.fsum(term.weight for term in terms)
    return not any(map(must_be_there, missing)) and lost <= MAY_LACK * whole


def must_be_there(term: Term) -> bool:
    """Tell whether a word may not be missing: a name, a number, what turns the sense, or what is asked."""
    return term.name or term.bound or term.token.capital or not term.token.word.isalpha() or turns(term)


def turns(term: Term) -> bool:
    """Tell whether a word turns what is told into something else: "chậm" does, "chấm" does not."""
    written = _TURNING.get(term.token.word)
    if term.exact and term.token.typed.isascii() and term.token.form is None:
        return written == term.token.typed
    return written is not None and same_word(term.token.typed, written)


def lacking(doc: Document, terms: Sequence[Term]) -> list[Term]:
    """Give the words of a question that a report has nowhere, but for those that say little."""
    there = map(max, levels(doc.whole, terms), levels(doc.head, terms))
    return [
        term
        for at, (term, level) in enumerate(zip(terms, there, strict=True))
        if not (term.little or level >= ALIKE or (level and _is_alone(terms, at)))
    ]


def _may_be_one_word(first: Term, second: Term) -> bool:
    """Tell whether two words that follow each other may be the syllables of one."""
    return second.follows and first.is_bare and second.is_bare and not (first.little or second.little)


def levels_anywhere(doc: Document, terms: Sequence[Term]) -> list[float]:
    """Tell what words count that stand somewhere in a report."""
    return [level * term.far for term, level in zip(terms, levels(doc.whole, terms), strict=True)]


def _beside_a_little_one(text: Text, terms: Sequence[Term], about: Term) -> bool:
    """Tell whether a word stands beside one that says little as it does in the question: "tổng thu"."""
    return any(
        about in (first, second)
        and (first.little or second.little)
        and text.beside(first.token, second.token)
        for first, second in pairwise(terms)
        if second.follows or second.little
    )


def is_firm(text: Text, terms: Sequence[Term], here: Sequence[float], sought: Sequence[float]) -> bool:
    """Tell whether a text holds more than syllables here and there: a word that is none, or two near.

    The one word that a question is about may be a single syllable, in its own spelling.
    """
    about = [t for t, share in zip(terms, sought, strict=True) if share and not (t.little or t.done)]
    told = [  # what names the report itself tells nothing
        term
        for term, level, share in zip(terms, here, sought, strict=True)
        if level and (share or not term.name) and not term.little
    ]
    return (len(about) == 1 and _beside_a_little_one(text, terms, about[0])) or any(
        not term.is_bare
        or (about == [term] and (term.clear or any(map(text.has_phrase, term.alike))))
        or any(len(phrase) > 1 and text.has_phrase(phrase) for phrase in term.alike)
        or any(text.beside(term.token, other.token, NEAR) for other in told)
        for term in told
    )


def _level(text: Text, terms: Sequence[Term], number: int, instead: Sequence[bool]) -> float:
    token = terms[number].token
    if not text.has(token, name=_begins_name(terms, number)):
        return 1.0 if text.shortened(token.word) else 0.0
    around = list(_around(terms, number, instead))
    if not around or not token.word.isalpha():
        return 1.0
    near = any(text.beside(a.token, b.token, within) for a, b, within in around)
    turned = any(text.beside(b.token, a.token, within) for a, b, within in around if within == NEAR)
    return 1.0 if near or turned else APART


def _around(terms: Sequence[Term], number: int, instead: Sequence[bool]) -> Iterator[tuple[Term, Term, int]]:
    """Yield the pairs that a word makes with those beside it, and how far apart these may stand."""
    for at in range(max(number - 1, 0), min(number + 1, len(terms) - 1)):
        first, second = terms[at], terms[at + 1]
        if instead[at + (at == number)] or (first.name and not (first.joined or second.name)):
            continue  # another word stands there; a name ends
        if first.joined or _may_be_one_word(first, second):
            yield first, second, WIDE if first.joined else NEAR


def _begins_name(terms: Sequence[Term], number: int) -> bool:
    return terms[number].name and not (number and terms[number - 1].name and terms[number - 1].joined)


def _is_alone(terms: Sequence[Term], number: int) -> bool:
    """Tell whether a word is one by itself."""
    return not (terms[number].joined or (number and terms[number - 1].joined))
