"""People who are given a task by name (cá nhân được giao): "Phó Giám đốc Lê Văn Tám", "Thiếu tá Lê Hoài"."""

from __future__ import annotations

import re

from .names import find_names, name_at
from .rules import compile_pattern
from .text import Text

Place = tuple[int, int]

LONGEST_POSITION = 90
_ASKED = r"(?: (?:đồng_thời_)? (?:giao | đề_nghị | yêu_cầu | phân_công)_ (?:cho_)? )?"
# What stands before the name: "đồng chí", "Thiếu tá", "Phó Giám đốc Sở".
_BEFORE = r"(?: {titles}\s?:?_ | {ranks}\.?_ )* (?: {positions} (?: _[^\s,;:.()]+ ){0,8} _ )?"
# Who goes on with another, or with their position, is read with it.
_GOES_ON = r"\s? (?: [,;:(-] | (?: và | cùng | với | là | hoặc )\b )"
# "Phó Chủ tịch Lê Văn Tám: trực tiếp đối thoại …", not "Bà Sáu: đề nghị lắp thêm đèn".
_LABELS = r"""
    \s? : _ (?! (?: đề_nghị | yêu_cầu | kiến_nghị | đề_xuất | mong | xin | hỏi | cần | phải )\b )
    (?: {taskverbs} | {actionverbs} )\b
"""
# Behind a whole name more words may say what to do: "Thiếu tá Lê Văn Tám: chuyên án ma túy; báo cáo …".
_LABELS_WORK = r"""
    \s? : _ (?! (?: đề_nghị | yêu_cầu | kiến_nghị | đề_xuất | mong | xin | hỏi | cần | phải | nên )\b )
    (?! [^;:.]{0,60} \b(?: còn | chưa | đã | đang | không | là | thì | vì | do | bị | được | tôi | em
      | chúng_(?:tôi|ta) | rất | quá | mới | cho_(?:biết|rằng) | nói | khó | thiếu )\b )
"""
# Who says or does this asks or tells, and is given nothing.
_TELLS = r"""
    _(?: đã | đang | vừa | cũng | thì | vắng | nói | kết_luận | nhấn_mạnh | khẳng_định | phát_biểu | cho | nêu
      | yêu_cầu | đề_nghị | kiến_nghị | đề_xuất | giao | nhắc | lưu_ý | nhất_trí | thống_nhất | ký | đánh_giá
      | nhận_định | bày_tỏ | mong | ghi_nhận | biểu_dương
      | dự(?!_(?:thảo|toán|trù|phòng|báo)\b) | tham_dự | khai_mạc | được | bị | không
      | phân_công )\b
"""


def read_person(text: Text, start: int, end: int) -> Place | None:
    """Read the person with whose name a known task begins; None where somebody asks or tells something."""
    opened = compile_pattern(_ASKED, bare=text.bare).match(text.low, start, end)
    first = opened.end() if opened else start
    name = _name(text, first, min(end, first + LONGEST_POSITION)) or _untitled(text, first, end)
    name = _with_others(text, name, end) if name else name
    whole = name and text.clean.count(" ", first, name) >= RANK_AND_NAME
    labels = (_LABELS, _LABELS_WORK) if whole else (_LABELS,)
    if name and any(compile_pattern(label, bare=text.bare).match(text.low, name, end) for label in labels):
        return first, name
    if not name or text.clean[name : name + 1] != " " or not text.clean[name + 1 : name + 2].islower():
        return None
    if compile_pattern(_GOES_ON, bare=text.bare).match(text.low, name, end):
        return None
    if compile_pattern(_TELLS, bare=text.bare).match(text.low, name, end):
        return None
    return first, name


def named_at(text: Text, start: int, end: int) -> Place | None:
    """Read the person with whom a place begins, whatever they do: "Ông Lê Văn Tám, Trưởng phòng, …"."""
    name = _name(text, start, min(end, start + LONGEST_POSITION))
    return (start, name) if name else None


_AND = r"(?: ,_(?:và_)? | _(?:và|cùng|với|\+|&)_ )"
MOST_PEOPLE = 6
RANK_AND_NAME = 2
"""Spaces in a title and a whole name ("Ông Lê Tám", not "Bà Sáu")."""


def _with_others(text: Text, name: int, end: int) -> int:
    """Go on over who is named beside: "Chị Hoa, anh Tùng lo âm thanh"."""
    for _ in range(MOST_PEOPLE):
        joint = compile_pattern(_AND, bare=text.bare).match(text.low, name, end)
        other = _other(text, joint, end) if joint else None
        if not other:
            break
        name = other
    return name


def _other(text: Text, joint: re.Match[str], end: int) -> int | None:
    """Find where the next name ends; one without a title stands behind a sign: "Anh Thủy + Khoàng A Lử"."""
    name = _name(text, joint.end(), min(end, joint.end() + LONGEST_POSITION))
    return name or (_untitled(text, joint.end(), end) if joint[0].strip() in _SIGNS else None)


_SIGNS = ("+", "&")
SHORTEST_UNTITLED = 3  # words of a name that nothing stands before


def _untitled(text: Text, start: int, end: int) -> int | None:
    """Read a whole name without a title, as in chats: "Cầm Thị Ỏn làm mã QR"."""
    name = next(find_names(text, start, min(end, start + LONGEST_POSITION)), None)
    whole = name and name[0] == start and len(text.clean[slice(*name)].split()) >= SHORTEST_UNTITLED
    return name[1] if name and whole else None


def _name(text: Text, first: int, end: int) -> int | None:
    """Find where the name ends that stands behind a title, a rank or a position."""
    before = compile_pattern(_BEFORE, bare=text.bare)
    for start, stop in find_names(text, first, end):
        lead = before.fullmatch(text.low, first, start)
        if lead and start > first:
            return stop
        break
    lead = compile_pattern(r"{titles}\s?:?_", bare=text.bare).match(text.low, first, end)
    return name_at(text, lead.end(), end) if lead else None  # "Anh Tùng", "Đồng chí Y Blô"


def is_named(text: Text, start: int, end: int) -> bool:
    """Tell a place that names a person and nothing else: "Bà Vũ Thị Sáu", "Vũ Thị Sáu"."""
    return _name(text, start, end) == end or next(find_names(text, start, end), None) == (start, end)
