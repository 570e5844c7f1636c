"""What points back to an answer in the question behind it: "việc này", "cuộc họp đó", "nó", "cái nào"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.asking import words
from handlers.asking.understanding import Token
from reports.folding import fold
from reports.syllables import spelt

_THINGS = (
    "việc, nhiệm vụ, công việc, đầu việc, chỉ tiêu, cái, vụ, vụ việc, chuyện, vấn đề, nội dung, hạn chế, "
    "tồn tại, khó khăn, vướng mắc, mục, điều, dự án, công trình, kiến nghị, hồ sơ, số liệu, con số, kết quả, "
    "ông, bà, anh, chị, cô, đồng chí, người, nguyên nhân"
)
_MEETINGS = "báo cáo, cuộc họp, buổi họp, phiên họp, kỳ họp, hội nghị, thông báo, văn bản, biên bản, họp"
_BODIES = (
    "xã, phường, thị trấn, huyện, tỉnh, đơn vị, cơ quan, phòng, sở, ban, công ty, bệnh viện, trường, "
    "địa phương, nơi, chỗ"
)
_THAT = ("này", "đó", "ấy", "kia", "trên", "nói trên", "vừa rồi", "vừa nêu")
_OTHERWISE = {"do", "tren"}
"""Without accents also "do" and "trên địa bàn": they point only where the question goes on behind."""
_AMONG = ("trong đó", "trong số đó", "trong số này", "trong các việc đó")
MEETING = "cuoc hop"
PLACE = "o do"
"""What a question says, in its place, that points at a meeting or a body."""
_SAID = {
    **dict.fromkeys(_THINGS.split(", "), ""),
    **dict.fromkeys(_MEETINGS.split(", "), MEETING),
    **dict.fromkeys(_BODIES.split(", "), PLACE),
}
_LISTS = re.compile(
    r"\b(?:liet ke|danh sach|ke ra|ke het|neu ra|tat ca|toan bo|day du|con gi|con nua|gi nua|nua khong)\b"
)
_CHOICE = re.compile(r"\b(?:nao|gi|may|bao nhieu)\b")
_OF_THEM = re.compile(r"(?:con )?(?:cai|muc|dieu|y) nao\b|(?:co )?(?:may|bao nhieu) (?:cai|muc)\b")
_OF_ALL = re.compile(
    r"\b(?:tat ca|toan bo|moi|cac (?:xa|phuong|don vi|bao cao|phong|ban)|toan (?:xa|tinh))\b"
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
        said += [instead] if size else [tokens[at].word]
        points = points or bool(size)
        at += size or 1
    return Pointed(" ".join(filter(None, said)), points)


def _pointing_at(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Tell how many words from a place on point back, and what they stand for."""
    for among in _AMONG:
        size = len(among.split())
        if _is(tokens[at : at + size], among) and _may_end(tokens, at + size):
            return size, ""
    for noun, instead in _SAID.items():
        end = at + len(noun.split())
        if not _is(tokens[at:end], noun):
            continue
        for that in _THAT:
            behind = end + len(that.split())
            if _is(tokens[end:behind], that) and _may_end(tokens, behind):
                return behind - at, instead
    return (1, "") if tokens[at].typed == "nó" or _is(tokens[max(at - 1, 0) : at + 1], "của nó") else (0, "")


def _is(some: Sequence[Token], written: str) -> bool:
    """Tell whether words are these, with their accents or without any."""
    plain = written.split()
    return len(some) == len(plain) and all(
        token.word == fold(word) and (token.typed.isascii() or spelt(token.typed) == spelt(word))
        for token, word in zip(some, plain, strict=True)
    )


def _may_end(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether what points ends before a place: "viec do phong kinh te lam" says whose it is."""
    last = tokens[end - 1]
    if last.word not in _OTHERWISE or (last.word == "do" and not last.typed.isascii()) or end == len(tokens):
        return True
    behind = [token.word for token in tokens[end : end + 3]]
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
