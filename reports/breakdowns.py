"""Breakdowns without units: "kỷ luật 12 đảng viên (khiển trách 8, cảnh cáo 3, khai trừ 1)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .figures import parse_number
from .layout import trim
from .model import Figure
from .rows import Row
from .text import Text

LONGEST_BREAKDOWN = 240
# Words, then a number; at least two of them between brackets right behind what was counted.
_BRACKET = re.compile(
    r"[^(),;.\d]{0,40}\((?:[^():\d]{2,20}:)?"
    r"(?P<list>[^(),;\d]{2,40} \d+(?:[,;] ?[^(),;\d]{2,40} \d+)+(?: và [^(),;\d]{2,40} \d+)?)\)"
)
_ITEM = re.compile(r"(?P<name>[^(),;\d]{2,40}) (?P<number>\d+)(?=[,;]|$| và )")
_JOINT = re.compile(r"\s*(?:trong đó|gồm|có|và|trong do|gom|co|va) ")


def read_breakdown(text: Text, since: int, end: int) -> Iterator[Row]:
    """Read the parts of what was counted before `since`."""
    bracket = _BRACKET.match(text.low, since, min(end, since + LONGEST_BREAKDOWN))
    if not bracket:
        return
    start, stop = bracket.span("list")
    names = [item["name"].strip() for item in _ITEM.finditer(text.low, start, stop)]
    if len({_JOINT.sub("", name) for name in names}) == 1:
        return  # "(chi hội 2, chi hội 9 và chi hội 14)" tells which
    for item in _ITEM.finditer(text.low, start, stop):
        begin = item.start()
        joint = _JOINT.match(text.low, begin, item.end("name"))
        name = trim(text, joint.end() if joint else begin, item.end("name"))
        if any(c.isalpha() for c in text.low[slice(*name)]):
            span = text.span(*item.span("number"))
            figure = Figure(span, parse_number(span.text), None, None, None)
            yield Row(name, actual=figure, rule="chỉ tiêu thành phần trong ngoặc", end=item.end())
