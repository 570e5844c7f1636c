"""Bodies (cơ quan, tổ chức) by the shape of their names: a head, and what goes on in capitals behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from .lexicon import UPPER, alternation, phrases
from .names import is_surname
from .rules import compile_pattern, strip_accents
from .text import Text

HEAD = r"\b{bodies}"


@lru_cache(maxsize=2)
def _tail(bare: bool) -> re.Pattern[str]:
    """Compile what may follow a head: "Tư pháp", words in capitals, "tỉnh", "xã" and the like."""
    joints = strip_accents(alternation("joints")) if bare else alternation("joints")
    fields = "|".join(re.escape(field[0].upper() + field[1:]) for field in phrases("fields"))
    return re.compile(
        rf"""
        (?: (?:[ ]?[-&][ ]?|[ ]) (?: (?:{fields})\b | {joints} (?=[ ]|[,.;:)]|$) | [{UPPER}\d][\w.&/-]* ) )+
        """,
        re.VERBOSE,
    )


_AND = re.compile(rf"[ ]và[ ](?=[{UPPER}])|,[ ](?=[{UPPER}])|[ ]va[ ](?=[{UPPER}])")
_LAST_POINT = re.compile(r"[.,\s-]+$")
_LAST_WORDS = re.compile(r"\S+")
LONGEST_FIRST_HALF = 60


def body_end(text: Text, head_end: int, end: int) -> int:
    """Find where the name of a body ends whose head ends at `head_end`."""
    at = head_end
    for _ in range(3):
        tail = _tail(text.bare).match(text.plain, at, end)
        at = tail.end() if tail else at
        joined = _AND.match(text.plain, at, end)
        if not joined or not _inside_a_name(text, head_end, joined, end):
            break
        following = _tail(text.bare).match(text.plain, joined.end() - 1, end)
        at = following.end() if following else at
    point = _LAST_POINT.search(text.plain, head_end, at)
    return _without_person(text, head_end, point.start() if point else at)


def _inside_a_name(text: Text, head_end: int, joined: re.Match[str], end: int) -> bool:
    """Tell "Sở Nông nghiệp và Môi trường" and "Văn hóa, Thể thao và Du lịch" from "HĐND và UBND"."""
    if joined.start() - head_end > LONGEST_FIRST_HALF or joined.start() == head_end:
        return False
    if compile_pattern(HEAD, bare=text.bare).match(text.low, joined.end(), end):
        return False
    if compile_pattern(r"{positions}|{titles}", bare=text.bare).match(text.low, joined.end(), end):
        return False
    field = _tail(text.bare).match(text.plain, joined.end() - 1, end)
    first = text.low[joined.end() : field.end()] if field else ""
    return any(first.startswith(name) for name in phrases("fields"))


def _without_person(text: Text, head_end: int, at: int) -> int:
    """Leave out the name of the person that follows a body ("UBND tỉnh Hà Nam Bùi Quang Cẩm")."""
    words = [m.span() for m in _LAST_WORDS.finditer(text.plain, head_end, at)]
    for number in range(max(1, len(words) - 4), len(words) - 1):
        a, b = words[number]
        before = text.low[words[number - 1][0] : words[number - 1][1]]
        if (
            is_surname(text.plain[a:b], text)
            and before not in phrases("joints")
            and _all_capital(text, words[number:])
        ):
            return words[number - 1][1]
    return at


def _all_capital(text: Text, words: list[tuple[int, int]]) -> bool:
    return all(text.plain[a].isupper() and text.plain[a:b].isalpha() for a, b in words) and not all(
        text.plain[a:b].isupper() for a, b in words
    )


def body_at(text: Text, start: int, end: int) -> tuple[int, int] | None:
    """Read the body that begins at `start`."""
    head = compile_pattern(HEAD, bare=text.bare).match(text.low, start, end)
    if not head:
        return None
    return start, body_end(text, head.end(), end)
