"""Who was absent (vắng mặt): "Vắng: thầy Nam (ốm), cô Mai", "ông Nam (vắng có lý do)"."""

from __future__ import annotations

import re

from .lists import Place
from .rules import compile_pattern
from .text import Text

_WORD = "vắng", "vang"
# At the head of a list: "Vắng mặt: …", "…; vắng 02 đồng chí: …".
_HEADS = r"""
    (?: \A | [.;,:(+-]\s* ) (?: số_ | những_ | các_ )?
    (?: đồng_chí_ | đ/c_ | người_ | đại_biểu_ | thành_viên_ )? vắng (?:_mặt|_họp)?
    (?: _(?:có|không)_(?:lý_do|phép) )?
    (?= \s*[:,-] | \s*\d | _(?: có | là | gồm | {titles} | {positions} | {ranks} )\b )
"""
_BRACKETS = re.compile(r"\([^()]*\)")
_CAME = r"\b(?: dự | tham_dự | có_mặt | tham_gia )\b"
# Behind a name: "(vắng có lý do)", "- vắng", "xin vắng do đi công tác".
_WAS = r"""
    \s? [,(-]? \s? (?: xin_ | đã_ | báo_ | có_đơn_xin_ )* vắng\b (?! _(?: khách | vẻ | bóng | người )\b )
"""
NEAR = 400


def is_absent(text: Text, since: int, extent: Place, end: int) -> bool:
    """Tell whether who is named in a place of a sentence is said to be absent."""
    since, end = max(since, extent[0] - NEAR), min(end, extent[1] + NEAR)
    if not any(text.low.find(word, since, end) >= 0 for word in _WORD):
        return False
    if compile_pattern(_WAS, bare=text.bare).match(text.low, extent[1], end):
        return True
    before = _BRACKETS.sub(lambda said: " " * len(said[0]), text.low[since : extent[0]])
    heads = list(compile_pattern(_HEADS, bare=text.bare).finditer(before))
    if not heads:
        return False
    listed = before[heads[-1].end() :]
    return ")" not in listed and not compile_pattern(_CAME, bare=text.bare).search(listed)
