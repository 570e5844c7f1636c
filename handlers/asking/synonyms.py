"""Find everyday words of a question, and what reports write for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from handlers.asking.tokens import Token
from handlers.asking.words import lines, phrases_in, same_word
from reports.folding import fold

Phrase = tuple[Token, ...]
"""Words one after another, as they are written with accents."""


@cache
def _written_for() -> Mapping[str, Sequence[tuple[Phrase, Sequence[Phrase]]]]:
    """Give by folded everyday words how they are written, and what reports write for them."""
    found: defaultdict[Phrase, dict[Phrase, None]] = defaultdict(dict)
    for line in lines("synonyms"):
        asked, _, written = line.partition(">")
        for one in phrases_in(asked):
            others = (
                phrases_in(written) if written else [other for other in phrases_in(asked) if other != one]
            )
            found[_phrase(one)] |= dict.fromkeys(map(_phrase, others))
    by_words: defaultdict[str, list[tuple[Phrase, Sequence[Phrase]]]] = defaultdict(list)
    for phrase, alike in found.items():
        by_words[" ".join(token.word for token in phrase)].append((phrase, tuple(alike)))
    return by_words


def _phrase(written: str) -> Phrase:
    return tuple(Token(word, fold(word)) for word in written.split())


@cache
def _longest() -> int:
    return max(len(words.split()) for words in _written_for())


def load() -> None:
    """Load the words that are written for others, and those that say what is done."""
    _longest()
    _done()


def alike(tokens: Sequence[Token]) -> Iterator[tuple[range, Sequence[Phrase]]]:
    """Yield where everyday words stand in a question, the longest first, and what may be written for them.

    >>> [(" ".join(t.typed for t in phrase)) for _, some in alike(_phrase("lợn")) for phrase in some]
    ['heo']
    """
    at = 0
    while at < len(tokens):
        size = next((size for size in range(_longest(), 0, -1) if _meant(tokens[at : at + size], size)), 0)
        if size:
            yield range(at, at + size), _meant(tokens[at : at + size], size)
        at += size or 1


def _meant(some: Sequence[Token], size: int) -> Sequence[Phrase]:
    if len(some) < size:
        return ()
    options = _written_for().get(" ".join(token.word for token in some), ())
    return [one for asked, written in options if _is_typed(some, asked) for one in written]


def _is_typed(some: Sequence[Token], written: Phrase) -> bool:
    """Tell whether words were typed as others are written, or without accents."""
    return all(same_word(a.typed, b.typed) for a, b in zip(some, written, strict=True))


@cache
def _done() -> Mapping[str, Sequence[Phrase]]:
    found: defaultdict[str, list[Phrase]] = defaultdict(list)
    for one in phrases_in(",".join(lines("verbs"))):
        found[fold(one)].append(_phrase(one))
    return found


def says_what_is_done(some: Sequence[Token]) -> bool:
    """Tell whether words only say what is done, which a report may write otherwise."""
    return any(_is_typed(some, written) for written in _done().get(" ".join(t.word for t in some), ()))
