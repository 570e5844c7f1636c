"""Write the short forms of a question in full: of several meanings the one that stands in the book."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handlers.asking import words
from handlers.asking.clipped import in_syllables
from handlers.asking.forms import Meanings, accented_forms, with_accents_alone
from handlers.asking.tokens import Token
from reports.syllables import is_syllable, spelt
from storage import items
from storage.db import Session

MOST_WORDS = 4
"""Words of a short form, or of another word for a thing ("giải tỏa mặt bằng"), at most."""
_CODE = re.compile(r"\d+[a-z]\d?")
"""The number of a road, which has letters before it that stand for nothing else here: "ĐT 627B"."""
_MONTHS = re.compile(r"(0?[2-9]|1[0-2])th?")
"""A number of months: "6t đầu năm", "9th"."""
_INITIALS = re.compile(r"[a-z][b-df-hj-np-tv-z]{2,5}")
"""Letters that can be the initials of a name and are no mistyped syllable: "ttdvth", "ubkt"."""
_TWO = re.compile(r"[b-df-hj-np-tv-z]{2}")
"""Letters that are no syllable, and may be a name of two."""
_HOW_MANY = frozenset({"may", "nhieu", "bn", "bnh", "bnhieu", "nhiu"})
_OWNER = "cua"
"""Behind it stands anybody's name: "của Bảo hiểm xã hội" tells nothing of "của bv"."""
_SKIPPED = frozenset({"va"})
"""Words between those that a name is shortened to."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A word, or a short form of some; what it may mean in full, or as it is."""

    tokens: tuple[Token, ...]
    longs: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[str, ...]:
        """Give all that may be meant."""
        return self.longs or (self.plain,)

    @property
    def plain(self) -> str:
        """Give the words as they are."""
        return " ".join(token.word for token in self.tokens)


async def in_full(session: Session, tokens: Sequence[Token], forms: Meanings) -> list[Token]:
    """Write short forms in full; what becomes of them was typed without accents.

    A word with accents is no short form that has none: "dự" is not "đu".
    """
    stretches = list(_stretches(tokens, forms))
    before = ["", *(stretch.plain.split()[-1] for stretch in stretches)]
    stretches = [
        await _by_initials(session, stretch, last) for stretch, last in zip(stretches, before, strict=False)
    ]
    stretches = [await _in_syllables(session, stretch) for stretch in stretches]
    known: set[str] = set()
    if any(len(stretch.meant) > 1 for stretch in stretches):
        known = await items.known_pairs(session, list(dict.fromkeys(_pairs(stretches))))
    return [token for at in range(len(stretches)) for token in _written(stretches, at, known)]


def as_typed(tokens: Sequence[Token]) -> str:
    """Write a question again with its accents and its short forms."""
    told = (token.typed if token.form is None else token.form for token in tokens)
    return " ".join(filter(None, told))


def _stretches(tokens: Sequence[Token], forms: Meanings) -> Iterator[_Stretch]:
    at = 0
    while at < len(tokens):
        coded = (at + 1 < len(tokens) and _CODE.fullmatch(tokens[at + 1].word)) or _is_unit(tokens, at)
        size = (
            0
            if coded
            else next(
                (size for size in range(MOST_WORDS, 0, -1) if _is_form(tokens[at : at + size], size, forms)),
                0,
            )
        )
        some = tuple(tokens[at : at + (size or 1)])
        if size:
            yield _Stretch(some, forms[" ".join(token.word for token in some)])
        elif match := _MONTHS.fullmatch(some[0].word):
            yield from (_Stretch((Token(word, word),)) for word in (match[1], "thang"))
        else:
            yield _Stretch(some)
        at += size or 1


def _is_unit(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word says in what is counted: "1 kg" is no "1 không"."""
    before = tokens[at - 1].word if at else ""
    return tokens[at].word in words.MEASURES and (before.isdecimal() or before in _HOW_MANY)


def _is_form(some: Sequence[Token], size: int, forms: Meanings) -> bool:
    if len(some) < size or any(token.form is not None for token in some):
        return False
    if " ".join(token.word for token in some) not in forms:
        return False
    typed = " ".join(token.typed for token in some)
    if typed.isascii() and typed in with_accents_alone():
        return False
    return typed.isascii() or typed in accented_forms() or not is_syllable(spelt(some[0].typed))


def _pairs(stretches: Sequence[_Stretch]) -> Iterator[str]:
    """Yield the pairs within what may be meant, and with what stands beside it."""
    for at, stretch in enumerate(stretches):
        for meant in stretch.meant if len(stretch.meant) > 1 else ():
            yield from (f"{a} {b}" for a, b in pairwise(meant.split()))
            yield from _beside(stretches, at, meant)


def _beside(stretches: Sequence[_Stretch], at: int, meant: str) -> Iterator[str]:
    plain = meant.split()
    first, last = plain[0], plain[-1]
    if at and stretches[at - 1].plain != _OWNER:
        yield from (f"{other.split()[-1]} {first}" for other in stretches[at - 1].meant)
    if at + 1 < len(stretches):
        yield from (f"{last} {other.split()[0]}" for other in stretches[at + 1].meant)


def _written(stretches: Sequence[_Stretch], at: int, known: Collection[str]) -> Iterator[Token]:
    """Write what is meant; of several meanings that which goes best with the book and its neighbours."""
    stretch = stretches[at]
    if not stretch.longs:
        yield from stretch.tokens
        return
    asking = words.asking_pairs()

    def fit(meant: str) -> int:
        inner = [f"{a} {b}" for a, b in pairwise(meant.split())]
        beside = list(_beside(stretches, at, meant))
        there = sum(pair in known for pair in beside)
        if meant == stretch.plain:
            return 2 + there if there else -1
        told = any(pair in asking for pair in beside)
        return 2 * all(pair in known or pair in asking for pair in inner) + there + told

    long = max(stretch.meant, key=fit)
    if long == stretch.plain:
        yield from stretch.tokens
        return
    for number, word in enumerate(long.split()):
        yield Token(word, word, "" if number else stretch.plain)


async def _by_initials(session: Session, stretch: _Stretch, before: str) -> _Stretch:
    """Take letters that are no word for the initials of a name that the book has.

    Two letters are those of a name only behind the word that stands before it there: "điện lực NP".
    """
    word = stretch.tokens[0].word
    if stretch.longs or stretch.tokens[0].form is not None:
        return stretch
    two = bool(before) and bool(_TWO.fullmatch(word))
    if not (two or _INITIALS.fullmatch(word)):
        return stretch
    if word in words.own_words() or is_syllable(word) or await items.known_words(session, [word]):
        return stretch
    pattern = "".join(f"{letter}*" for letter in _spread(word))
    names = await items.names_like(session, f"*{before} {pattern}" if two else pattern)
    found = [
        some
        for name in names
        for some in _shortened_to(name.split(), word)
        if not two or name.endswith(f"{before} {some}")
    ]
    # what most names have is meant, of these the shortest
    likely = max(dict.fromkeys(found), key=lambda some: (found.count(some), -len(some)), default="")
    return _Stretch(stretch.tokens, (likely,)) if likely else stretch


async def _in_syllables(session: Session, stretch: _Stretch) -> _Stretch:
    """Take a word that is none for one of two syllables, of the first of which its first letter stands."""
    token = stretch.tokens[0]
    if stretch.longs or token.form is not None or token.word in words.own_words():
        return stretch
    if is_syllable(spelt(token.typed)) or await items.known_words(session, [token.word]):
        return stretch
    return _Stretch(stretch.tokens, await in_syllables(session, token.word))


def _spread(word: str) -> Iterator[str]:
    yield word[0]
    yield from (f" {letter}" for letter in word[1:])


def _shortened_to(name: Sequence[str], initials: str) -> Iterator[str]:
    """Yield the words at a name's beginning, or behind a space in it, that have these initials."""
    for start in range(len(name)):
        end, left = start, initials
        while left and end < len(name):
            if name[end].startswith(left[0]):
                left = left[1:]
            elif end == start or name[end] not in _SKIPPED:
                break
            end += 1
        if not left:
            yield " ".join(name[start:end])
