"""Mend mistyped words of a question: by what stands in questions, and in the items of the book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handlers.asking import forms, words
from handlers.asking.tokens import Token, pairs_of
from reports.spelling import LONG, MOST, near, parted, slipped, unkeyed
from reports.syllables import is_syllable, spelt
from storage import items, search
from storage.db import Session

_PERIOD = re.compile(r"[qt]\d{1,2}")
_LETTERS = re.compile(r"[bcdghklmnpqrstvx]{2,3}")
"""Two or three letters that are no syllable: a short form, if anything, of which another is no slip."""
SHORTEST = 2
ALONE = 4
"""Letters of a word that is mended without a neighbour that goes with it, at least."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """What a word may have been meant for; `sure` where it needs no neighbour to go with it."""

    words: str
    sure: bool = False
    own_only: bool = False


async def mended(session: Session, tokens: Sequence[Token]) -> list[Token]:
    """Write mistyped words as they were meant; what nothing is like stays as it is."""
    plain = [token.word for token in tokens]
    stored = await items.known_words(session, list(dict.fromkeys(plain)))
    joined = await items.known_pairs(session, list(dict.fromkeys(pairs_of(tokens))))
    offers: dict[int, Sequence[_Offer]] = {}
    for at, word in enumerate(plain):
        if tokens[at].form is not None or _is_joined(plain, at):
            continue
        if word not in stored and not _is_own(word) and _can_be_mended(word):
            if offered := await _offers(session, tokens[at]):
                offers[at] = offered
        elif (
            _among_known(plain, at, stored)
            and tokens[at].typed.isascii()
            and not _LETTERS.fullmatch(word)
            and (offered := _real_slips(plain, at, joined))
        ):
            offers[at] = offered
    if not offers:
        return list(tokens)
    offers = await _but_for_written(session, plain, offers)
    pairs = await items.known_pairs(session, list(dict.fromkeys(_pairs(plain, offers))))
    return list(_chosen(tokens, offers, pairs))


async def _but_for_written(
    session: Session, plain: Sequence[str], offers: Mapping[int, Sequence[_Offer]]
) -> dict[int, Sequence[_Offer]]:
    """Leave syllables that stand in the text of a report, but where others make a whole phrase."""
    syllables = [plain[at] for at in offers if is_syllable(plain[at])]
    written = set(await search.known(session, syllables)) if syllables else set()
    return {
        at: [one for one in offered if plain[at] not in written or _makes_phrase(plain, at, one.words)]
        for at, offered in offers.items()
    }


def _makes_phrase(plain: Sequence[str], at: int, word: str) -> bool:
    """Tell whether a word is a whole phrase of questions with those beside it: "bao nhiêu"."""
    said = [*plain[:at], word, *plain[at + 1 :]]
    spans = ((a, b) for a in range(max(at - 3, 0), at + 1) for b in range(at + 1, at + 5) if b - a > 1)
    return any(" ".join(said[a:b]) in words.phrases() for a, b in spans)


def _among_known(plain: Sequence[str], at: int, stored: set[str]) -> bool:
    """Tell whether the words beside one are no slips themselves."""
    beside = [plain[place] for place in (at - 1, at + 1) if 0 <= place < len(plain)]
    return all(word in stored or _is_own(word) or not word.isalpha() for word in beside)


def _is_joined(plain: Sequence[str], at: int) -> bool:
    """Tell whether a word is one thing with the one before it or behind it: "giáo viên"."""
    return any(
        " ".join(plain[start : start + 2]) in words.compounds() for start in range(max(at - 1, 0), at + 1)
    )


def _can_be_mended(word: str) -> bool:
    """Tell whether a word may be mistyped: no number is, and no period ("q1", "t10")."""
    return (
        word.isalnum() and not word.isdecimal() and not (_PERIOD.fullmatch(word) or _LETTERS.fullmatch(word))
    )


def _is_own(word: str) -> bool:
    return word in words.own_words() or word in forms.meanings_of_forms()


async def _offers(session: Session, token: Token) -> list[_Offer]:
    """List what an unknown word may have been meant for, the likeliest first.

    A syllable as Vietnamese has them is no slip, but a word that the book does not have.
    """
    word = token.word
    if is_syllable(spelt(token.typed)):
        return await _like_syllable(session, word) if token.typed.isascii() else []
    if len(word) < SHORTEST or len(word) > items.LONGEST_WORD * 2:
        return []
    bare = list(dict.fromkeys([*slipped(word), *unkeyed(word)]))
    known = await items.known_words(session, bare)
    found = [_Offer(other, sure=True) for other in bare if other in known or _is_own(other)]
    if not found and any(len(other) < len(word) and is_syllable(other) for other in slipped(word)):
        return []  # a word that the book does not have, with a letter twice
    splits = [f"{word[:at]} {word[at:]}" for at in range(1, len(word))]
    joined = await items.known_pairs(session, splits)
    own = words.own_words().__contains__
    two = [split for split in splits if split in joined or split in forms.own_pairs()]
    found += [_Offer(split, sure=True) for split in two]
    found += [_Offer(split, sure=True) for split in parted(word, own) if split in words.phrases()]
    around = 2 if len(word) >= LONG else 1
    others = await items.words_as_long(session, max(len(word) - around, 1), len(word) + around)
    likely = near(word, {*others, *words.telling_words()})
    nearest = len(word) >= ALONE and len(likely) == 1
    return found + [_Offer(other, sure=nearest) for other in likely[: MOST * 3]]


async def _like_syllable(session: Session, word: str) -> list[_Offer]:
    """List what a syllable may have been: each needs a neighbour that goes with it."""
    bare = [other for other in dict.fromkeys([*slipped(word), *unkeyed(word)]) if len(other) < len(word)]
    known = await items.known_words(session, bare)
    found = [_Offer(other) for other in bare if other in known or _is_own(other)]
    likely = [other for other in near(word, words.telling_words()) if other[0] == word[0]]
    if len(word) < ALONE:  # "mèo" is no slip of "mô", but "tiu" one of "tiêu"
        likely = [other for other in likely if len(other) == len(word) + 1 and other[-1] == word[-1]]
    return found + [_Offer(other, own_only=True) for other in likely]


def _real_slips(plain: Sequence[str], at: int, joined: set[str]) -> list[_Offer]:
    """List what a word may have been meant for in a phrase of questions: "chi tien" is "chỉ tiêu"."""
    before = plain[at - 1] if at else ""
    behind = plain[at + 1] if at + 1 < len(plain) else ""
    own = forms.own_pairs() | words.compound_pairs() | joined
    if _is_own(plain[at]) or f"{before} {plain[at]}" in own or f"{plain[at]} {behind}" in own:
        return []
    found = [
        other
        for other in near(plain[at], words.own_words())
        if other[0] == plain[at][0] and abs(len(other) - len(plain[at])) <= 1 and len(plain[at]) >= ALONE - 1
    ]
    told = words.telling_pairs()
    tied = " ".join(plain[max(at - 2, 0) : at]) in own  # "đăng ký học" has no "kỹ hơn"
    return [_Offer(o) for o in found if (f"{before} {o}" in told and not tied) or f"{o} {behind}" in told]


def _pairs(plain: Sequence[str], offers: Mapping[int, Sequence[_Offer]]) -> Iterator[str]:
    """Yield all pairs that the offers make with what stands beside them."""
    for at in range(len(plain) - 1):
        firsts = [offer.words for offer in offers.get(at, ())] + [plain[at]]
        seconds = [offer.words for offer in offers.get(at + 1, ())] + [plain[at + 1]]
        yield from (f"{first.split()[-1]} {second.split()[0]}" for first in firsts for second in seconds)


def _asks_how_much(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "bao nhiêu" begins at a token: "dua bao nhieu" tells of no "dự báo"."""
    return [token.word for token in tokens[at : at + 2]] == ["bao", "nhieu"]


def _chosen(
    tokens: Sequence[Token], offers: Mapping[int, Sequence[_Offer]], pairs: set[str]
) -> Iterator[Token]:
    """Choose for each word the offer that goes best with its neighbours."""
    own = forms.own_pairs()
    before = ""
    for at, token in enumerate(tokens):
        offered = offers.get(at, ())
        behind = [o.words.split()[0] for o in offers.get(at + 1, ())]
        behind += [tokens[at + 1].word] if at + 1 < len(tokens) and not _asks_how_much(tokens, at + 1) else []

        def fit(offer: _Offer, before: str = before, behind: Sequence[str] = behind) -> int:
            first, last = offer.words.split()[0], offer.words.split()[-1]
            left = f"{before} {first}"
            rights = [f"{last} {word}" for word in behind]
            fits = 2 * (left in own) + 2 * any(right in own for right in rights)
            if offer.own_only:
                told = words.telling_pairs()
                return fits if left in told or any(right in told for right in rights) else 0
            return fits + (left in pairs) + any(right in pairs for right in rights)

        best = max(offered, key=fit, default=None)
        if best and (best.sure or fit(best)):
            yield from (Token(word, word) for word in best.words.split())
            before = best.words.split()[-1]
        else:
            yield token
            before = token.word
