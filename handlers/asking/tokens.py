"""Split a question into words, as typed and as they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handlers.asking import english_words
from handlers.asking.padding import without_padding
from reports.folding import fold
from reports.syllables import is_syllable

_NUMBER = (
    r"\d+(?:/\d{4})?[/-][A-ZĐ]{2,}(?:[/-][A-ZĐ]+)*(?!\w)|\d+(?:/\d{4})?[/-][a-zđ]{2,5}[/-][a-zđ]{2,6}(?!\w)"
)
"""The number of a document: "42/TB-UBND", "15-nq/tu"."""
_TOKEN = re.compile(rf"{_NUMBER}|[^\W_]+(?:[./-]\d+(?!\w))*")
_CODE = re.compile(rf"[^\W\d_]{{2,}}-\d+|{_NUMBER}")
_PART = re.compile(r"[^\W_]+")
LEAST_ACCENTED = 0.4
"""Of the words of a question that was typed with its accents so many have one."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as typed, and as it is compared.

    `form` is the short form that it was typed as, "" behind the first word of that, None where it was not.
    `capital` tells whether it was typed as names are, inside of a question, `named` whether it is of a long
    name that the book has: no phrase and no time begins in it.
    """

    typed: str
    word: str
    form: str | None = None
    capital: bool = False
    named: bool = False


_YEARS = re.compile(
    r"(?P<school>n[aă]m h(?:[oọ]c|ok) )(?P<first>[12]\d)\s?-\s?(?P<second>[123]\d)(?![\d./-])", re.IGNORECASE
)


def _in_full(match: re.Match[str]) -> str:
    """Write "năm học 26-27" as reports do."""
    first, second = int(match["first"]), int(match["second"])
    return f"{match['school']}20{first} 20{second}" if second == first + 1 else match[0]


_STUCK = (
    (re.compile(r"\b(\d{1,2})(?:t|th)/(?=(?:19|20)\d\d\b)", re.IGNORECASE), r"\1 tháng năm "),
    (re.compile(r"\b(\d{1,2})(?:t|th) (?=đầu|dau|cuối|cuoi|năm|nam)", re.IGNORECASE), r"\1 tháng "),
    (re.compile(r"\b(bc|hk)(?=\d{1,6}\b)", re.IGNORECASE), r"\1 "),
)
"""What people write as one word: "9t/2025", "bc7"."""


def tokens_of(text: str) -> list[Token]:
    """Split a question into words; days stay whole.

    >>> [token.word for token in tokens_of("Hạn trước 30/6?")]
    ['han', 'truoc', '30/6']
    """
    composed = unicodedata.normalize("NFC", text)  # some phones send the tone as a letter of its own
    for short, full in _STUCK:
        composed = short.sub(full, composed)
    typed = without_padding(_TOKEN.findall(_YEARS.sub(_in_full, composed).replace("%", " phần trăm ")))
    named = any(word.islower() for word in typed[1:])  # "Ai Chủ Trì Họp" has no names by their capitals
    return [
        token
        for at, word in enumerate(typed)
        for token in _parts(word, capital=at > 0 and word.istitle() and named)
    ]


def _parts(word: str, *, capital: bool) -> Iterator[Token]:
    """Yield a word, or the parts of a code, which stay together: "XL-02", "42/TB-UBND"."""
    if not _CODE.fullmatch(word):
        yield Token(word.lower(), fold(word), capital=capital)
        return
    for at, part in enumerate(_PART.findall(word)):
        yield Token(part.lower(), fold(part), "" if at else fold(word))


def pairs_of(tokens: Sequence[Token]) -> list[str]:
    """Give every two words that stand side by side."""
    return [f"{a.word} {b.word}" for a, b in pairwise(tokens)]


def has_accents(tokens: Sequence[Token]) -> bool:
    """Tell whether a question was typed with its accents, so that "du" is not "dự"."""
    typed = [token for token in tokens if token.form is None and token.word.isalpha()]
    accented = sum(not token.typed.isascii() for token in typed)
    return accented > 1 and accented >= len(typed) * LEAST_ACCENTED


def cuts_form(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a stretch begins or ends within what was typed as one short form."""
    return tokens[start].form == "" or (end < len(tokens) and tokens[end].form == "")


def is_english(tokens: Sequence[Token]) -> bool:
    """Tell whether a question is in English: two of its words are, and not both may be Vietnamese."""
    typed = [word for token in tokens for word in (token.word if token.form is None else token.form).split()]
    english = list(filter(english_words.is_english, typed))
    return len(english) > 1 and not all(map(is_syllable, english))
