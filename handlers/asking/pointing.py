"""What points back to an answer in the question behind it: "việc này", "cuộc họp đó", "ông ấy", "nó"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from handlers.asking import words
from handlers.asking.reading import Intent
from handlers.asking.tokens import Token
from reports.folding import fold
from reports.model import PersonRole
from reports.syllables import spelt

_THINGS = (
    "việc, nhiệm vụ, công việc, đầu việc, chỉ tiêu, cái, vụ, vụ việc, chuyện, vấn đề, nội dung, hạn chế, "
    "tồn tại, khó khăn, vướng mắc, mục, điều, dự án, công trình, kiến nghị, hồ sơ, số liệu, con số, kết quả, "
    "nguyên nhân"
)
_PEOPLE = "ông, bà, anh, chị, cô, chú, bác, thầy, đồng chí, người, vị"
_MEETINGS = "báo cáo, cuộc họp, buổi họp, phiên họp, kỳ họp, hội nghị, thông báo, văn bản, biên bản, họp"
_BODIES = (
    "xã, phường, thị trấn, huyện, tỉnh, đơn vị, cơ quan, phòng, sở, ban, công ty, bệnh viện, trường, "
    "địa phương, nơi, chỗ"
)
_BEGIN = frozenset({"the", "con", "vay", "va", "roi"})
_THAT = ("này", "đó", "ấy", "kia", "trên", "nói trên", "vừa rồi", "vừa nêu")
_ALONE = {"ổng": "ong", "bả": "ba", "ảnh": "anh", "chỉ": "chi"}
"""What points at somebody by itself, where it is asked what they said or do: "ổng nói gì"."""
_DOES = frozenset({"phu", "lam", "lo", "duoc", "phai", "nhan", "giu", "chuc", "la", "chu", "con"})
"""Words with which phrases begin that ask what somebody does or is; others name things: "ba việc"."""
_BEFORE_THEM = frozenset({"voi", "cho", "cua", "ve"})
_OTHERWISE = {"do", "tren"}
"""Without accents also "do" and "trên địa bàn": they point only where the question goes on behind."""
_AMONG = ("trong đó", "trong số đó", "trong số này", "trong các việc đó")
MEETING = "cuộc họp"
PLACE = "ở đó"
PERSON = "ông ấy"
"""What a question says, in its place, that points at a meeting, a body or somebody."""
_SAID = {
    **dict.fromkeys(_THINGS.split(", "), ""),
    **dict.fromkeys(_MEETINGS.split(", "), MEETING),
    **dict.fromkeys(_BODIES.split(", "), PLACE),
    **dict.fromkeys(_PEOPLE.split(", "), PERSON),
}
_NOUNS = tuple(_SAID)
_LISTS = re.compile(
    r"\b(?:liet ke|danh sach|ke ra|ke het|neu ra|tat ca|toan bo|day du|con gi|con nua|gi nua|nua khong)\b"
)
_CHOICE = re.compile(r"\b(?:nao|gi|may|bao nhieu)\b")
_OF_THEM = re.compile(r"(?:con )?(?:cai|muc|dieu|y) nao\b|(?:co )?(?:may|bao nhieu) (?:cai|muc)\b")
_OF_ALL = re.compile(
    r"\b(?:tat ca|toan bo|moi|cac (?:xa|phuong|don vi|bao cao|phong|ban)|toan (?:xa|tinh)"
    r"|(?:nhung|cac) (?:cuoc hop|hoi nghi|bao cao|thong bao|phien hop|buoi hop))\b"
)


@dataclass(frozen=True, slots=True)
class Pointed:
    """A question without what points back in it, and whether something did."""

    words: str
    points: bool


def pointed(tokens: Sequence[Token]) -> Pointed:
    """Take out of a question what points back; a meeting or a place that is meant is said in short."""
    said: list[str] = []
    points = False
    at = 0
    while at < len(tokens):
        size, instead = _pointing_at(tokens, at)
        said += (
            [instead] if size else [tokens[at].typed if tokens[at].form is None else tokens[at].form or ""]
        )
        points = points or bool(size)
        at += size or 1
    return Pointed(" ".join(filter(None, said)), points)


def _pointing_at(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Tell how many words from a place on point back, and what they stand for."""
    first = tokens[at].word
    for among in _by_first(_AMONG).get(first, ()):
        size = len(among.split())
        if _is(tokens[at : at + size], among) and _may_end(tokens, at + size):
            return size, ""
    for noun in _by_first(_NOUNS).get(first, ()):
        end = at + len(noun.split())
        if not _is(tokens[at:end], noun):
            continue
        for that in _THAT:
            behind = end + len(that.split())
            if _is(tokens[end:behind], that) and _may_end(tokens, behind):
                return behind - at, _SAID[noun]
    if _is_somebody(tokens, at):
        return 1, PERSON
    if tokens[at].typed == "họ" and at and (at + 1 == len(tokens) or tokens[at - 1].word in _BEFORE_THEM):
        return 1, ""
    return (1, "") if tokens[at].typed == "nó" or _is(tokens[max(at - 1, 0) : at + 1], "của nó") else (0, "")


@cache
def _by_first(rows: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """Give the rows of one of these tables by their first words without accents, in their order."""
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_first[_plain(row)[0][0]].append(row)
    return by_first


def _is_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word alone points at somebody; without its accents only where a question begins."""
    typed = tokens[at].typed
    begins = at == 0 or (at == 1 and tokens[0].word in _BEGIN)
    if typed not in _ALONE and not (begins and typed in _ALONE.values()):
        return False
    return _phrase_at(tokens, at) < 2 and _asks_of_somebody(tokens[at + 1 :])


def _phrase_at(tokens: Sequence[Token], at: int) -> int:
    """Count the words of the longest phrase that begins at a place."""
    sizes = range(min(words.longest().get(tokens[at].word, 0), len(tokens) - at), 0, -1)
    return next((size for size in sizes if _joined(tokens[at : at + size]) in words.phrases()), 0)


def _asks_of_somebody(tokens: Sequence[Token]) -> bool:
    """Tell whether words begin with what is asked of people: "nói gì", "phụ trách việc gì"."""
    size = _phrase_at(tokens, 0) if tokens else 0
    meanings = [m for _, some in words.phrases().get(_joined(tokens[:size]), ()) for m in some]
    said = any(m is Intent.SAID or isinstance(m, PersonRole) for m in meanings)
    return said or (size > 0 and tokens[0].word in _DOES)


def _joined(tokens: Sequence[Token]) -> str:
    return " ".join(token.word for token in tokens)


def _is(some: Sequence[Token], written: str) -> bool:
    """Tell whether words are these, with their accents or without any."""
    plain = _plain(written)
    return len(some) == len(plain) and all(
        token.word == bare and (token.typed.isascii() or spelt(token.typed) == spelling)
        for token, (bare, spelling) in zip(some, plain, strict=True)
    )


@cache
def _plain(written: str) -> tuple[tuple[str, str], ...]:
    """Give the words of a row of these tables without accents, and as they are spelt."""
    return tuple((fold(word), spelt(word)) for word in written.split())


def _may_end(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether what points ends before a place: "viec do phong kinh te lam" says whose it is."""
    last = tokens[end - 1]
    if last.word not in _OTHERWISE or (last.word == "do" and not last.typed.isascii()) or end == len(tokens):
        return True
    behind = [token.word for token in tokens[end : end + 3]]
    if last.word == "do" and behind[0] == "dau":
        return False  # "nguyên nhân do đâu"
    return any(" ".join(behind[:size]) in words.phrases() for size in range(1, len(behind) + 1))


def lists(said: str) -> bool:
    """Tell whether words only ask to see what there is: "liệt kê ra", "còn gì nữa"."""
    return bool(_LISTS.search(said))


def chooses(said: str) -> bool:
    """Tell whether a question asks which or how many: "việc nào quá hạn", not "tất cả việc quá hạn"."""
    return bool(_CHOICE.search(said)) and not _OF_ALL.search(said)


def of_them(said: str) -> bool:
    """Tell whether a question says that it is about what was shown: "cái nào của công an xã"."""
    return bool(_OF_THEM.match(said))
