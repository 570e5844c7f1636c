"""Rank the sentences of reports by how much of a question they hold."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from operator import mul
from typing import NamedTuple

from handlers.asking.synonyms import Phrase
from handlers.asking.text import WIDE, Document, Text, is_heading, is_short_form
from handlers.asking.tokens import Token
from handlers.asking.words import same_word
from reports.folding import fold
from reports.model import Span
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
NEAR = 6
"""Words between two of a question that are still told together."""
SAYS_LITTLE = 0.2
"""What a word weighs that says little of a topic, or only what is done."""
LEAST_WEIGHT = 0.35
"""What a word weighs that stands in every sentence, of one that stands in none."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question that a sentence ought to hold.

    `joined` tells whether it is one word with the next, `bound` whether a sentence has to have that beside
    it, `follows` whether it stands behind the one before; `name` whether it is of a name, `small` whether it
    begins that of a body, which may be written small, `little` whether it says little, `done` whether only
    what is done, which a report may write otherwise, `counted` whether it is asked how many of it there are,
    `measured` whether how much of it;
    `alike` are other words for it, or for the phrase that it is part of;
    `exact` tells whether the question was typed with its accents, `clear` whether it may be one word alone,
    for it was typed so, or reports spell it in one way; `weight` is what it counts, and `far` what of that
    where it stands somewhere else in the report.
    """

    token: Token
    joined: bool = False
    bound: bool = False
    name: bool = False
    small: bool = False
    little: bool = False
    done: bool = False
    follows: bool = False
    exact: bool = False
    counted: bool = False
    measured: bool = False
    clear: bool = False
    alike: tuple[Phrase, ...] = ()
    far: float = IN_TEXT
    weight: float = 1.0

    @property
    def is_bare(self) -> bool:
        """Tell whether it is a single syllable, which may be part of any word."""
        return is_syllable(spelt(self.token.word))


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
_SOMEBODY = re.compile(r"\W*(?:ông|bà|đồng chí|đ/c|vắng|có mặt|chủ trì|thư ký)\b", re.IGNORECASE)
"""What a line begins with that only names people, under whom nothing stands."""
_WRITTEN = "chậm trễ thiếu thừa hỏng mất nữ mới cũ tăng giảm chết bị không chưa sai lỗ phạt"
_TURNING = {fold(word): word for word in _WRITTEN.split()}
"""Words that turn what is told into something else: "nữ chiến sĩ", "chậm nộp"."""


class _Touched:
    """Tells at once of most texts that they hold none of the words that are sought, nor another for one."""

    def __init__(self, terms: Sequence[Term]):
        words = {term.token.word for term in terms}
        self._words = words.union(token.word for term in terms for phrase in term.alike for token in phrase)
        self._short = tuple(filter(is_short_form, words))

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
        yield range(start, start + len(_name_at(terms, start)))


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
        heads = is_heading(sentence.text, text)  # stands beside the heading before it, not below
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
    named = _begins_name(terms, number)
    if not text.has(token, name=named) and not (named and _stands_small(text, terms, number)):
        return 1.0 if text.shortened(token.word) else 0.0
    around = list(_around(terms, number, instead))
    if not around or not token.word.isalpha():
        return 1.0
    near = any(text.beside(a.token, b.token, within) for a, b, within in around)
    turned = any(text.beside(b.token, a.token, within) for a, b, within in around if within == NEAR)
    return 1.0 if near or turned else APART


def _stands_small(text: Text, terms: Sequence[Term], number: int) -> bool:
    """Tell whether the name of a body that begins at a word stands in a text in small letters."""
    return terms[number].small and text.begins_small(_name_at(terms, number))


def _name_at(terms: Sequence[Term], start: int) -> Phrase:
    """Give the words of a name from its first."""
    end = start + 1
    while end < len(terms) and terms[end].name and terms[end - 1].joined:
        end += 1
    return tuple(term.token for term in terms[start:end])


def _around(terms: Sequence[Term], number: int, instead: Sequence[bool]) -> Iterator[tuple[Term, Term, int]]:
    """Yield the pairs that a word makes with those beside it, and how far apart these may stand."""
    for at in range(max(number - 1, 0), min(number + 1, len(terms) - 1)):
        first, second = terms[at], terms[at + 1]
        if instead[at + (at == number)] or (first.name and not (first.joined or second.name)):
            continue  # another word stands there; a name ends
        if first.joined or _may_be_one_word(first, second):
            yield first, second, WIDE if first.joined and not _before_name(first, second) else NEAR


def _before_name(first: Term, second: Term) -> bool:
    """Tell whether a word stands before a name, where more may stand: "Trường Tiểu học Nguyễn Du"."""
    return second.token.capital and not (first.token.capital or first.name)


def _begins_name(terms: Sequence[Term], number: int) -> bool:
    return terms[number].name and not (number and terms[number - 1].name and terms[number - 1].joined)


def _is_alone(terms: Sequence[Term], number: int) -> bool:
    """Tell whether a word is one by itself."""
    return not (terms[number].joined or (number and terms[number - 1].joined))
