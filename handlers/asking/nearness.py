"""Rank sentences by how near they are to all that a question says, whatever of it they lack."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, compress
from operator import mul
from typing import NamedTuple

from handlers.asking.english_words import IN_ENGLISH
from handlers.asking.looking import Looked
from handlers.asking.ranking import NEAR
from handlers.asking.synonyms import Phrase
from handlers.asking.text import Document, Text
from handlers.asking.tokens import Token
from reports.model import Span
from reports.syllables import is_syllable, spelt

IN_LINE = 0.7
"""What a word counts that stands in the heading of a sentence, or beside it in its line."""
IN_HEAD = 0.5
"""What one counts that stands in the head of its report."""
BEFORE = 0.3
"""What one counts that stands in the sentence before, in another line."""
ANYWHERE = 0.15
"""What one counts that stands anywhere in the report."""
BY_LENGTH = 0.25
"""How far the length of a sentence counts against it."""
_ASKING = (
    "la gi bao nhieu may co khong cua o va cho thi duoc dc bi da dang se nao ai khi the nay do roi chua a ah "
    "nhi vay voi ve trong nhung cac mot con hay toi em anh chi minh oi sao tai ngay dau het ma den tu "
    "theo so ra lam bn k ko nhieu luc hoi xin giup"
)
_SAYING_NOTHING = frozenset(_ASKING.split()) | IN_ENGLISH
"""Words of questions, and those that join others."""
Held = Sequence[bool]
"""Which words of a question stand somewhere."""


class Near(NamedTuple):
    """A sentence, where it stands in which of the documents, and how near it is."""

    score: float
    at: int
    number: int
    sentence: Span


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a question that say something, and what reports write for them."""

    tokens: Sequence[Token]
    alike: Mapping[str, Sequence[Phrase]]

    def held(self, text: Text) -> Held:
        """Tell which of the words stand in a text, or others for them."""
        return [
            (token.word in text.words and text.has(token))
            or any(map(text.has_phrase, self.alike.get(token.word, ())))
            for token in self.tokens
        ]

    def stand_together(self, text: Text) -> bool:
        """Tell whether a text holds more than syllables here and there: two near each other, or a word."""
        phrases = (phrase for some in self.alike.values() for phrase in some)
        return (
            len(self.tokens) == 1
            or any(text.beside(a, b, NEAR) for a, b in combinations(self.tokens, 2))
            or any(text.has(token) for token in self.tokens if _is_by_itself(token))
            or any(len(phrase) > 1 and text.has_phrase(phrase) for phrase in phrases)
        )


def _is_by_itself(token: Token) -> bool:
    """Tell a word from a syllable, which may be part of any, and from a number."""
    return token.word.isalpha() and not is_syllable(spelt(token.word))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Those words with what they weigh: those that few sentences hold most."""

    words: Words
    weights: Sequence[float]

    def share(self, text: Text) -> float:
        """Tell how much of the question a text holds."""
        whole = math.fsum(self.weights)
        return math.fsum(compress(self.weights, self.words.held(text))) / whole if whole else 0.0


def nearest(looked: Looked, tokens: Sequence[Token]) -> tuple[Weighed, list[Near]]:
    """Rank the sentences of reports, the nearest first, and give what the words of the question weigh."""
    said = [token for token in tokens if token.word not in _SAYING_NOTHING]
    words = Words(said, {term.token.word: term.alike for term in looked.terms})
    held = [[words.held(text) for _, text, _ in document.sentences] for document in looked.documents]
    lengths = [len(text.written) for document in looked.documents for _, text, _ in document.sentences]
    if not (said and lengths):
        return Weighed(words, ()), []
    weights = [
        _rarity(sum(one), len(lengths)) for one in zip(*(h for some in held for h in some), strict=True)
    ]
    weighed, mean = Weighed(words, weights), sum(lengths) / len(lengths)
    found = [
        one
        for at, document in enumerate(looked.documents)
        for one in _of_document(at, document, held[at], weighed, mean)
    ]
    return weighed, sorted(found, key=lambda one: (-one.score, one.at, one.number))


def _rarity(held: int, count: int) -> float:
    return math.log(1 + (count - held + 0.5) / (held + 0.5))


def _of_document(
    at: int, document: Document, held: Sequence[Held], weighed: Weighed, mean: float
) -> Iterator[Near]:
    """Tell how near the sentences of a report are."""
    words, nothing = weighed.words, [False] * len(weighed.weights)
    head, whole = words.held(document.head), words.held(document.whole)
    far = [max(IN_HEAD * a, ANYWHERE * b) for a, b in zip(head, whole, strict=True)]
    under: Held = nothing
    above = ""
    for number, (sentence, text, heading) in enumerate(document.sentences):
        if heading != above:
            under, above = words.held(Text(heading)), heading
        beside = [under, *(held[other] for other in _in_line(document, number))]
        around = list(map(any, zip(held[number], *beside, strict=True)))
        if not any(around):
            continue
        before = held[number - 1] if number else nothing
        best = [
            1.0 if here else max(IN_LINE * there, BEFORE * behind, away)
            for here, there, behind, away in zip(held[number], around, before, far, strict=True)
        ]
        length = 1 - BY_LENGTH + BY_LENGTH * len(text.written) / mean
        yield Near(math.fsum(map(mul, weighed.weights, best)) / length, at, number, sentence)


def _in_line(document: Document, number: int) -> Iterator[int]:
    """Yield the sentences that stand beside one in its line."""
    for other in (number - 1, number + 1):
        if 0 <= other < len(document.sentences) and document.is_one_line(number, other):
            yield other
