"""Write what a question in English names in the words that reports use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.asking import words
from handlers.asking.understanding import Token, is_english
from reports.folding import fold

LONGEST = 6
"""Words of a name in English at most."""


def in_vietnamese(tokens: Sequence[Token]) -> list[Token]:
    """Write the names of a question in English in Vietnamese; one in Vietnamese stays as it is.

    >>> from handlers.asking.understanding import tokens_of
    >>> [token.word for token in in_vietnamese(tokens_of("who chaired the traffic safety meeting"))]
    ['who', 'chaired', 'the', 'an', 'toan', 'giao', 'thong', 'meeting']
    """
    if not is_english(tokens):
        return list(tokens)
    full: list[Token] = []
    at = 0
    while at < len(tokens):
        size, long = _name_at(tokens, at)
        full += _words_of(tokens[at : at + size], long) if size else [tokens[at]]
        at += size or 1
    return full


def _name_at(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Find the longest name that begins at a word; a phrase that asks for something is none."""
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        some = [token.word for token in tokens[at : at + size]]
        if " ".join(some) in words.phrases() and size > 1:
            break
        for last in words.singular(some[-1]):
            name = " ".join([*some[:-1], last])
            if name in words.from_english():
                return size, words.from_english()[name]
    return 0, ""


def _words_of(typed: Sequence[Token], long: str) -> Iterator[Token]:
    """Write a name in full; what it was typed as stands at its first word."""
    short = " ".join(token.word for token in typed)
    for number, word in enumerate(long.split()):
        yield Token(word, fold(word), "" if number else short)
