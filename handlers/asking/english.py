"""Write what a question in English names in the words that reports use, in the order of Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from handlers.asking import english_words, forms, words
from handlers.asking.english_words import EnglishName
from handlers.asking.tokens import Token, is_english
from reports.folding import fold
from reports.spelling import near, slipped, unkeyed
from reports.syllables import is_syllable

LONGEST = 11
"""Words of a name in English at most."""
ASKING = "how "
"""With this what asks for how many begins: its parts are words of a question in Vietnamese."""
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9}
_SHORT_MONTHS |= {"sept": 9, "oct": 10, "nov": 11, "dec": 12}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_MONTH = frozenset({"in", "by", "of", "before", "after", "since", "from", "until", "during", "end"})
_UNITS = frozenset(
    {"month", "months", "quarter", "quarters", "week", "weeks", "day", "days", "year", "years"}
)
_HELPERS = frozenset({"did", "does", "do", "must", "should", "will", "can", "would", "could", "may"})
"""Behind these a verb says what is done."""
_HONORIFICS = frozenset({"mr", "mrs", "ms"})
_INITIALS = re.compile(r"[a-z][b-df-hj-np-tv-z]{1,5}")
_LEAST_UNKNOWN = 4
"""Letters of a word that may be one of English that nobody knows."""


class _Part(Enum):
    """What a piece of a question is to the ones beside it."""

    NAMED = "named"  # a thing
    DONE = "done"  # a verb in its plain form
    SAID = "said"  # a verb that stays where it is: "repaired"
    STATE = "state"  # how something is: "slow"
    UNKNOWN = "unknown"  # a name, or a word that is not known
    OTHER = "other"  # what no name goes on over: "the"
    OF = "of"  # the s of "Muong Khoa's"


_ALONE = frozenset({_Part.OTHER, _Part.SAID})


@dataclass(frozen=True, slots=True)
class _Piece:
    part: _Part
    tokens: tuple[Token, ...]


def in_vietnamese(tokens: Sequence[Token]) -> list[Token]:
    """Write the names of a question in English in Vietnamese; one in Vietnamese stays as it is.

    >>> from handlers.asking.tokens import tokens_of
    >>> [token.word for token in in_vietnamese(tokens_of("who chaired the traffic safety meeting"))]
    ['who', 'chaired', 'the', 'an', 'toan', 'giao', 'thong', 'meeting']
    >>> [token.word for token in in_vietnamese(tokens_of("Which tasks does Lac Thuy commune's police have?"))]
    ['which', 'tasks', 'does', 'cong', 'an', 'xa', 'lac', 'thuy', 'have']
    >>> [token.word for token in in_vietnamese(tokens_of("what is weak in the Dong Thinh hospital"))][-4:]
    ['benh', 'vien', 'dong', 'thinh']
    """
    if not is_english(tokens) or _is_vietnamese(tokens):
        return list(tokens)
    pieces = list(_pieces(_timed(tokens)))
    return [token for piece in _in_order(pieces) for token in piece.tokens]


def _is_vietnamese(tokens: Sequence[Token]) -> bool:
    """Tell whether more words have accents than are English: "dự án Green Park chậm vì sao"."""
    accented = sum(not token.typed.isascii() for token in tokens)
    return accented > sum(token.typed.isascii() and english_words.is_english(token.word) for token in tokens)


def _timed(tokens: Sequence[Token]) -> list[Token]:
    """Write times as they are read: "by the end of June" is "by june", "30 June" is "30/6"."""
    plain = [token.word for token in tokens]
    written: list[Token] = []
    at = 0
    while at < len(plain):
        size, some = _time_at(plain, at)
        written += [Token(word, word) for word in some] if size else [tokens[at]]
        at += size or 1
    return written


def _time_at(plain: Sequence[str], at: int) -> tuple[int, list[str]]:
    """Give how many words a time has that is written in another way here, and how it is read."""
    rest = plain[at:]
    if rest[:4] == ["by", "the", "end", "of"] or rest[:3] == ["by", "end", "of"]:
        return _till_end(rest, 4 if rest[1] == "the" else 3)
    if size := _day_at(rest):
        return size, [_day(rest[:size])]
    if len(rest) > 1 and (read := _counted(rest[0], rest[1])):
        return 2, read
    after = bool(at) and plain[at - 1] in _BEFORE_MONTH
    if after and rest[0] in _SHORT_MONTHS:
        return 1, [_MONTHS[_SHORT_MONTHS[rest[0]] - 1]]
    return (1, ["thang", "5"]) if after and rest[0] == "may" else (0, [])


def _counted(first: str, second: str) -> list[str]:
    """Read two words: "nine month", "week 47", "1st quarter"."""
    if second == "month" and (first.isdecimal() or first in _NUMBERS):
        return [first, "months"]
    if first == "week" and second.isdecimal():
        return ["tuan", second]
    return [_ORDINALS[first], second] if first in _ORDINALS and second in {"quarter", "half"} else []


def _till_end(rest: Sequence[str], size: int) -> tuple[int, list[str]]:
    """Read what stands behind "by the end of"."""
    behind = [word for word in rest[size : size + 2] if word != "the"][:1]
    skipped = rest[size : size + 1] == ["the"]
    units = {"year": "nam", "month": "thang", "quarter": "quy", "week": "tuan"}
    if behind and behind[0] == "this" and rest[size + 1 : size + 2] and rest[size + 1] in units:
        return size + 2, ["den", "het", units[rest[size + 1]], "nay"]
    if behind and behind[0] in units:
        return size + skipped + 1, ["den", "het", units[behind[0]], "nay"]
    if behind and behind[0] == "may":
        return size + 1, ["by", "thang", "5"]
    return size, ["by"]


def _month(word: str) -> int:
    return _MONTHS.index(word) + 1 if word in _MONTHS else _SHORT_MONTHS.get(word, 0)


def _day_at(rest: Sequence[str]) -> int:
    """Count the words of a day: "30 June", "30th of June 2026", "June 30"."""
    months = [at for at, word in enumerate(rest[:3]) if _month(word)]
    if not months:
        return 0
    month = months[0]
    if month == 0:
        size = 2 if len(rest) > 1 and _DAY.fullmatch(rest[1]) and rest[2:3] != ["months"] else 0
    else:
        between = list(rest[1:month]) in ([], ["of"])
        size = month + 1 if between and _DAY.fullmatch(rest[0]) else 0
    return size + 1 if size and len(rest) > size and _YEAR.fullmatch(rest[size]) else size


def _day(some: Sequence[str]) -> str:
    month = next(filter(None, map(_month, some)))
    day = next(match[1] for word in some if (match := _DAY.fullmatch(word)))
    year = next((f"/{word}" for word in some if _YEAR.fullmatch(word)), "")
    return f"{int(day)}/{month}{year}"


def _pieces(tokens: Sequence[Token]) -> Iterator[_Piece]:
    """Cut a question into what it names, and what stands between."""
    at, is_helped = 0, False
    before: _Piece | None = None
    while at < len(tokens):
        piece, size = _piece_at(tokens, at, before, is_helped=is_helped)
        if piece.part in {_Part.DONE, _Part.SAID}:
            is_helped = False
        elif any(token.word in _HELPERS for token in piece.tokens):
            is_helped = True
        yield piece
        before = piece
        at += size


def _piece_at(
    tokens: Sequence[Token], at: int, before: _Piece | None, *, is_helped: bool
) -> tuple[_Piece, int]:
    token = tokens[at]
    after_name = before is not None and (
        before.part is _Part.UNKNOWN or before.tokens[-1].word in _HONORIFICS
    )
    if token.word == "s" and before is not None:
        return _Piece(_Part.OF, (token,)), 1
    of_name = _is_of_name(tokens, at)
    if not of_name and (size := _phrase_at(tokens, at)):
        return _Piece(_Part.OTHER, tuple(tokens[at : at + size])), size
    size, name = (0, None) if of_name else _name_at(tokens, at)
    if (
        name
        and not (size == 1 and name.kind == "to" and _asks(token.word))
        and not (size == 1 and after_name and is_syllable(token.word))
    ):
        typed = tokens[at : at + size]
        part = _part_of(name, typed[0].word, is_helped=is_helped)
        written = list(_words_of(typed, name))
        if part is _Part.NAMED and _is_its_number(tokens, at + size):
            return _Piece(part, (*written, _number(tokens[at + size]))), size + 1
        return _Piece(part, tuple(written)), size
    if not of_name and _is_other(token.word):
        return _Piece(_Part.OTHER, (token,)), 1
    return _Piece(_Part.UNKNOWN, (_as_it_is(token),)), 1


def _is_of_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell a syllable of a Vietnamese name, by its capital and that beside it: "Dong Thinh", no money."""

    def named(place: int) -> bool:
        return 0 <= place < len(tokens) and tokens[place].capital and is_syllable(tokens[place].word)

    return named(at) and (named(at - 1) or named(at + 1))


def _phrase_at(tokens: Sequence[Token], at: int) -> int:
    """Count the words of a phrase of some that asks for something and begins at a word."""
    longest = _name_at(tokens, at)[0]
    for size in range(min(words.longest().get(tokens[at].word, 0), len(tokens) - at), 1, -1):
        said = " ".join(token.word for token in tokens[at : at + size])
        if said in words.phrases() and not all(map(is_syllable, said.split())):
            return 0 if longest > size else size
    return 0


def _name_at(tokens: Sequence[Token], at: int) -> tuple[int, EnglishName | None]:
    """Find the longest name that begins at a word."""
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        some = [token.word for token in tokens[at : at + size]]
        if some[-1] == "s" or not tokens[at].typed.isascii():
            continue  # the s goes on with what stands behind it
        if name := english_words.in_english([word for word in some if word != "s"]):
            return size, name
    return 0, None


def _part_of(name: EnglishName, typed: str, *, is_helped: bool) -> _Part:
    if name.kind == "to":
        first = name.english.split()[0]
        done = typed == first and not is_helped
        return _Part.DONE if done or typed.endswith("ing") else _Part.SAID
    if name.kind == "did":
        return _Part.SAID
    if name.english.startswith(ASKING):
        return _Part.OTHER
    return _Part.STATE if name.kind == "is" else _Part.NAMED


def _is_its_number(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number behind a name is part of it: "ward 5", "hamlet three"."""
    if at >= len(tokens) or (at + 1 < len(tokens) and tokens[at + 1].word in _UNITS):
        return False
    word = tokens[at].word
    return (word.isdecimal() and len(word) < 4) or word in _NUMBERS


def _number(token: Token) -> Token:
    word = str(_NUMBERS.index(token.word) + 1) if token.word in _NUMBERS else token.word
    return Token(word, word)


def _asks(word: str) -> bool:
    """Tell whether a word alone asks for something: "completed" asks whether it is done."""
    return any(words.ENGLISH not in meanings for _, meanings in words.phrases().get(word, ()))


def _is_other(word: str) -> bool:
    """Tell whether a word is none of a name: it is of the phrases of questions in English, or a number."""
    return word in english_words.said_in_english() or word[0].isdecimal()


def _as_it_is(token: Token) -> Token:
    """Keep a word of English that is not known from being mended to one of Vietnamese."""
    word = token.word
    if len(word) < _LEAST_UNKNOWN or not (word.isalpha() and token.typed.isascii()) or _may_be_meant(word):
        return token
    return replace(token, form=word)


def _may_be_meant(word: str) -> bool:
    """Tell whether a word is one of Vietnamese, a short form, or either mistyped."""
    if is_syllable(word) or word in words.own_words() or word in forms.meanings_of_forms():
        return True
    if any(map(is_syllable, [*unkeyed(word), *slipped(word)])):
        return True
    if any(is_syllable(word[:at]) and is_syllable(word[at:]) for at in range(2, len(word) - 1)):
        return True
    return bool(near(word, english_words.said_in_english()))


def _words_of(typed: Sequence[Token], name: EnglishName) -> Iterator[Token]:
    """Write a name in full; what it was typed as stands at its first word.

    One of several meanings stays as it is known in English: it is chosen by what the book has.
    """
    if len(name.vietnamese) > 1:
        yield from (Token(word, word) for word in name.english.split())
        return
    short = None if name.english.startswith(ASKING) else " ".join(token.word for token in typed)
    for number, word in enumerate(name.vietnamese[0].replace(",", "").replace(" - ", " ").split()):
        yield Token(word, fold(word), "" if number and short else short)


def _in_order(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Put what says of what kind a thing is behind it: "Lac Thuy" "commune" is "xã" "Lac Thuy"."""
    ordered: list[list[_Piece]] = []
    for chain in _chains(pieces):
        if _names_place(chain) and len(ordered) > 1 and _says(ordered[-1], "of") and _is_thing(ordered[-2]):
            place = _turned(chain)  # "the pump of Vinh Loc hamlet"
            ordered[-1:] = [_moved(place, [*ordered[-1], *place])]
        else:
            ordered.append(_turned(chain))
    return _flat(ordered)


def _chains(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Join what stands side by side and names one thing; all else stands alone."""
    chain: list[_Piece] = []
    for piece in pieces:
        if piece.part in _ALONE or (piece.part is _Part.OF and not chain):
            yield from [chain] if chain else []
            chain = []
            yield [piece]
        elif piece.part is _Part.UNKNOWN and chain and chain[-1].part is _Part.UNKNOWN:
            chain[-1] = replace(piece, tokens=(*chain[-1].tokens, *piece.tokens))
        else:
            chain.append(piece)
    yield from [chain] if chain else []


def _is_thing(chain: Sequence[_Piece]) -> bool:
    return chain[0].part not in _ALONE


def _says(chain: Sequence[_Piece], *said: str) -> bool:
    """Tell whether a stretch is of these words alone."""
    return all(token.word in said for piece in chain for token in piece.tokens)


def _names_place(chain: Sequence[_Piece]) -> bool:
    return any(piece.part is _Part.UNKNOWN for piece in chain)


def _turned(chain: list[_Piece]) -> list[_Piece]:
    """Turn round what stands side by side; a verb at the beginning, and a name at the end, stay there."""
    first = 1 if chain[0].part is _Part.DONE else 0
    some = [piece for piece in chain[first:] if piece.part is not _Part.OF]
    last = len(some) - 1 if len(some) > 1 and some[-1].part in {_Part.UNKNOWN, _Part.STATE} else len(some)
    turned = [*reversed(some[:last]), *some[last:]]
    return [*chain[:first], *_moved(turned, chain[first:])]


def _moved(ordered: Sequence[_Piece], typed: Sequence[_Piece]) -> list[_Piece]:
    """Write pieces in another order; what they were typed as stands at their first words as it was typed.

    They stay where they are where one of them is a short form, or may mean several things: what these are is
    told by the book.
    """
    if not ordered or list(ordered) == list(typed) or any(map(_is_open, ordered)):
        return list(typed)
    told = [" ".join(filter(None, _typed_as(piece))) for piece in typed]
    while len(told) > len(ordered):  # an "of", or an s, goes with what stands before it, or else behind it
        at = next((at for at, text in enumerate(told[1:], 1) if text == "s"), 1)
        told[at - 1 : at + 1] = [" ".join(told[at - 1 : at + 1])]
    return [
        replace(
            piece,
            tokens=(
                replace(piece.tokens[0], form=text),
                *(replace(token, form="") for token in piece.tokens[1:]),
            ),
        )
        for piece, text in zip(ordered, told, strict=True)
    ]


def _typed_as(piece: _Piece) -> Iterator[str]:
    return (token.word if token.form is None else token.form for token in piece.tokens)


def _is_open(piece: _Piece) -> bool:
    return piece.part is not _Part.OTHER and any(
        token.form is None
        and (token.word in forms.meanings_of_forms() or _INITIALS.fullmatch(token.word))
        and not is_syllable(token.word)
        for token in piece.tokens
    )


def _flat(chains: Iterable[Iterable[_Piece]]) -> Iterator[_Piece]:
    """Yield the pieces of some stretches."""
    return (piece for chain in chains for piece in chain)
