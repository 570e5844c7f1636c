"""Who speaks by office alone: "đồng chí Bí thư Huyện ủy yêu cầu" is the one named with that position."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from .layout import Sentence
from .lists import Place
from .model import PersonRole
from .rules import compile_pattern
from .text import Text


@dataclass(slots=True)
class Found:
    """A person over all mentions."""

    key: str
    start: int
    end: int
    position: Place | None = None
    roles: list[PersonRole] = field(default_factory=list)
    said: list[Place] = field(default_factory=list)


_SPEAKS_THEN = r"(?: ,? _(?: cũng | đã | còn | tiếp_tục | vừa | và | rất ) ){0,2} _(?!giao_ban\b){saying}\b"
_CHAIR = r"""
    \b(?: chủ_tọa(?:_(?:kỳ_họp|phiên_họp|hội_nghị))? | (?:đồng_chí|người)_chủ_trì
      | chủ_trì_(?:cuộc_họp|hội_nghị|buổi_làm_việc|phiên_họp) )
"""
_PIECE = re.compile(r"\s*(?:,| - |–|—| kiêm )\s*")
_WORD = re.compile(r"\w[\w&.-]*")
_MEMBERS = (
    "ủy viên",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "thị ủy",
    "quận ủy",
    "đảng ủy",
    "thành viên",
    "đại biểu",
    "tuv",
    "uv",
)
_GROUPS = ("các ", "những ", "phó ", "nguyên ", "cac ", "pho ")
SHORTEST_HEAD, LONGEST_HEAD = 2, 3


def speaking_holders(
    text: Text, read: list[Sentence], people: list[Found], taken: list[Place]
) -> Iterator[tuple[Found, Sentence]]:
    """Find the sentences in which somebody speaks who is named by office alone."""
    starts = [sentence.start for sentence in read]
    for at, found in sorted(
        [*_by_office(text, people, sorted(taken)), *_by_chair(text, people)], key=lambda hit: hit[0]
    ):
        number = bisect_right(starts, at) - 1
        if number >= 0 and at < read[number].end:
            yield found, read[number]


def _by_chair(text: Text, people: list[Found]) -> Iterator[tuple[int, Found]]:
    chairs = [found for found in people if PersonRole.CHAIR in found.roles]
    if len(chairs) != 1 or not any(text.low.find(word) >= 0 for word in ("chủ t", "chu t")):
        return
    for match in compile_pattern(_CHAIR + _SPEAKS_THEN, bare=text.bare).finditer(text.low):
        yield match.start(), chairs[0]


def _by_office(text: Text, people: list[Found], taken: list[Place]) -> Iterator[tuple[int, Found]]:
    offices = _offices(text, people)
    speaks = compile_pattern(_SPEAKS_THEN, bare=text.bare)
    for head, holders in offices.items():
        at = text.low.find(head)
        while at >= 0:
            if _stands_alone(text, at, taken) and (holder := _holder(text, at, holders, speaks)):
                yield at, holder
            at = text.low.find(head, at + len(head))


def _offices(text: Text, people: list[Found]) -> dict[str, list[tuple[list[str], Found]]]:
    """Give the offices of the people as lists of words, by their first words."""
    offices: dict[str, list[tuple[list[str], Found]]] = {}
    for found in people:
        for piece in _PIECE.split(text.low[slice(*found.position)]) if found.position else []:
            words = _WORD.findall(piece)
            length = LONGEST_HEAD if words[:1] in (["phó"], ["pho"]) else SHORTEST_HEAD
            if len(words) >= length and not piece.startswith(_MEMBERS):
                offices.setdefault(" ".join(words[:length]), []).append((words, found))
    return offices


def _stands_alone(text: Text, at: int, taken: list[Place]) -> bool:
    """Tell an office that is named without its holder, and not as one of several."""
    index = bisect_right(taken, (at, len(text.low)))
    inside = bool(index) and taken[index - 1][1] > at
    before = text.low[max(0, at - 8) : at]
    return not inside and not before[-1:].isalnum() and not before.endswith(_GROUPS)


def _holder(
    text: Text, at: int, holders: list[tuple[list[str], Found]], speaks: re.Pattern[str]
) -> Found | None:
    """Choose who holds the office at a place: the one whose position it repeats furthest, else the chair."""
    fitting: dict[str, tuple[int, bool, Found]] = {}
    for words, found in holders:
        count, end = _follow(text, at, words)
        if speaks.match(text.low, end):
            chair = PersonRole.CHAIR in found.roles
            fitting[found.key] = max(
                fitting.get(found.key, (0, False, found)), (count, chair, found), key=lambda hit: hit[:2]
            )
    ranked = sorted(fitting.values(), key=lambda hit: hit[:2], reverse=True)
    if len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]:
        return None
    return ranked[0][2] if ranked else None


def _follow(text: Text, at: int, words: list[str]) -> tuple[int, int]:
    """Go along the words of a position as far as the text repeats them."""
    count, end = 0, at
    for word in words:
        start = end + (count > 0)
        if (
            not text.low.startswith(word, start)
            or text.low[start + len(word) : start + len(word) + 1].isalnum()
        ):
            break
        count, end = count + 1, start + len(word)
    return count, end
