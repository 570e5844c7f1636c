"""Write the words of a question with the i or y that the book has: "Quí Đôn" is "Quý Đôn" there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import replace

from handlers.asking import forms, words
from handlers.asking.tokens import Token, pairs_of
from storage import items
from storage.db import Session

_EITHER = re.compile(r"(?:[hklmst]|qu)[iy]")
"""Syllables that are one word with either letter."""
_OTHER = str.maketrans("iy", "yi")


async def as_in_book(session: Session, tokens: Sequence[Token]) -> list[Token]:
    """Write words that end in i or y as they stand beside their neighbours in the book, or in questions."""
    written = list(tokens)
    for at, token in enumerate(tokens):
        if not _EITHER.fullmatch(token.word):
            continue
        turned = _turned(token)
        mine = pairs_of([*written[max(at - 1, 0) : at + 2]])
        theirs = pairs_of([*written[max(at - 1, 0) : at], turned, *written[at + 1 : at + 2]])
        known = await items.known_pairs(session, [*mine, *theirs])
        if _fit(turned, theirs, known) > _fit(token, mine, known):
            written[at] = turned
    return written


def _turned(token: Token) -> Token:
    """Write a word with the other letter, its tone kept."""
    last = unicodedata.normalize("NFD", token.typed[-1])
    typed = unicodedata.normalize("NFC", token.typed[:-1] + last[0].translate(_OTHER) + last[1:])
    return replace(token, typed=typed, word=token.word[:-1] + token.word[-1].translate(_OTHER))


def _fit(token: Token, pairs: Sequence[str], known: Collection[str]) -> int:
    """Tell how well a word goes with its neighbours; one of questions needs none."""
    own = forms.own_pairs()
    return 2 * sum(pair in known or pair in own for pair in pairs) + (token.word in words.own_words())
