"""What a deed is measured in: "Trồng mới 42 ha cà phê" keeps its coffee behind the figure."""

from __future__ import annotations

from dataclasses import replace

from .figures import Found
from .indicators import name_behind
from .layout import trim
from .rows import Row
from .rules import compile_pattern
from .text import Text

_DEED = r"(?: .*\b )? (?: {actionverbs} | {taskverbs} | {countverbs} ) (?: _(?:mới|thêm|lại|được) )* \Z"
_MEASURED_IN = r"(?: ha | hecta | m[23²³]? | km[2²]? | kg | g | gam | gram | tấn | tạ | lít )\b"
MOST_WORDS = 5


def with_object(text: Text, row: Row, found: Found, end: int) -> Row:
    """Let the figure of a target named by its verb alone hold what it measures."""
    if not row.actual or not _measures(text, found) or row.name[1] > found.start:
        return row
    if not compile_pattern(_DEED, bare=text.bare).match(text.low[slice(*row.name)]):
        return row
    behind = name_behind(text, found, end)
    behind = behind and trim(text, behind[0], _object_end(text, *behind))
    if not behind or behind[0] > found.end + 1 or behind[1] <= found.end:
        return row
    if len(text.clean[found.end : behind[1]].split()) > MOST_WORDS:
        return row
    return replace(row, actual=replace(row.actual, written=text.span(found.start, behind[1])))


_PLACED = r"_(?: của | cho | tại | ở | trong | trên | từ | với | do | để | theo | và | thuộc | nhằm )_"


def _object_end(text: Text, start: int, end: int) -> int:
    """Cut "đất của 312 hộ" before whose it is, and where."""
    placed = compile_pattern(_PLACED, bare=text.bare).search(text.low, start, end)
    return placed.start() if placed else end


def _measures(text: Text, found: Found) -> bool:
    """Tell "42 ha" and "1,2 km đường" from what is counted or paid."""
    unit = (found.unit or "").lower()
    return bool(compile_pattern(_MEASURED_IN, bare=text.bare).match(unit))
