"""Targets told with their goal beside them: "Kết nạp đảng viên: mục tiêu 50, thực hiện 38 (chưa đạt)"."""

from __future__ import annotations

from dataclasses import replace

from .figures import find_figures
from .layout import trim
from .lists import Place
from .model import TargetStatus
from .page import Page
from .rows import Row
from .rules import compile_pattern
from .sections import Part
from .tables import verdict_of

_BESIDE = r"""
    (?P<name> [^\W\d] [^:;\n]{2,120}? ) \s? : \s?
    (?: mục_tiêu | chỉ_tiêu | kế_hoạch | kh | nghị_quyết )\b
    (?: _(?: năm | giao | được_giao | đề_ra | là ) ){0,2} [\s:]*
    (?P<goal> [^,;:()\n]{1,40} (?: ,\d+ [^,;:()\n]{0,30} )? ) [,;] \s?
    (?: đã_ | ước_ | kết_quả_ )? (?: thực_hiện | đạt | kết_quả | th )\b (?: _(?: được | đạt | là ) )? [\s:]*
    (?P<actual> [^,;:()\n]{1,40} (?: ,\d+ [^,;:()\n]{0,30} )? )
    (?: \s? \( (?P<verdict> [^()\n]{2,30} ) \) | ,_ (?: đạt | bằng )_ (?P<ratio> [\d.,]+\s?% ) )?
"""


def read_beside(page: Page, part: Part) -> tuple[Row, Place] | None:
    """Read a target whose goal stands before what was reached, and tell which place it takes."""
    text = page.text
    found = compile_pattern(_BESIDE, bare=text.bare).match(text.low, part.start, part.end)
    if not found:
        return None
    goal = next(find_figures(text, *found.span("goal")), None)
    actual = next(find_figures(text, *found.span("actual")), None)
    if not goal or not actual:
        return None
    row = Row(trim(text, *found.span("name")), rule="mục tiêu …, thực hiện …", end=found.end())
    row = replace(row, goal=goal.figure(text), actual=actual.figure(text))
    ratio = next(find_figures(text, *found.span("ratio")), None) if found["ratio"] else None
    if ratio:
        row = replace(row, plan_ratio=ratio.figure(text))
    status: TargetStatus | None = verdict_of(text, found.span("verdict")) if found["verdict"] else None
    return replace(row, status=status), (part.start, found.end())
