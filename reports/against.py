"""Figures told against a plan: the plan itself, and by how much a target missed it."""

from __future__ import annotations

import re
from dataclasses import replace

from .figures import Found
from .rows import Reading, Row, with_figure
from .rules import compile_pattern
from .sections import Part
from .text import Text

# "152 ha trên 140 ha kế hoạch": the plan told behind what was reached.
_PLAN_BEHIND = r"""
    \s* (?: theo_ | so_với_ | của_ )? (?: kế_hoạch | chỉ_tiêu | dự_toán | nghị_quyết | kh | yêu_cầu )\b
"""
_OUT_OF = ("trên ", "tren ")
# By how much it differs from the plan: "thấp hơn mục tiêu 9 điểm phần trăm", "thiếu 1,8% so với chỉ tiêu".
_SHORT_OF_PLAN = r"""
    \b(?: (?: thấp | ít | cao | nhiều )_hơn | kém | thua | thiếu | hụt )_ (?: so_(?:với_)? )?
    (?: kế_hoạch | chỉ_tiêu | mục_tiêu | dự_toán | nghị_quyết | yêu_cầu )
    (?: _(?: năm | đề_ra | đặt_ra | (?:được_)?giao ) )? (?: _(?:khoảng|gần|hơn|tới|là) )? _ \Z
"""
_DIFFERS = (
    r"\b(?: (?: thấp | ít | cao | nhiều )_hơn | kém | thua | thiếu | hụt ) (?:_(?:khoảng|gần|tới))? _ \Z"
)
_FROM_PLAN = r"\s* so_với_ (?: kế_hoạch | chỉ_tiêu | mục_tiêu | dự_toán | nghị_quyết | yêu_cầu )\b"
_MAY_DIFFER = re.compile(r"hơn |kém |thua |thiếu |hụt |hon |kem |thieu |hut ")
_PLAN_IN_BRACKETS = r"""
    \b(?: kế_hoạch | mục_tiêu | chỉ_tiêu | nghị_quyết | dự_toán | mức (?=_đề_ra|_được_giao|_giao) ) (?:_năm)?
    (?: _đề_ra | (?:_[^\s(),;.%\d]+){0,7} _giao )? \s*
    \( (?! [^()]{0,30}\b (?:cùng_kỳ|trước)\b | (?:tăng|giảm)_ ) [^()]* \Z
"""
# The plan itself, told behind what was reached; "vượt kế hoạch 15 ha" is by how much.
_PLAN_BEFORE = r"""
    (?P<against> \bso_(?:với_)? )?
    \b(?: kế_hoạch | mục_tiêu | chỉ_tiêu | nghị_quyết | dự_toán | kh | nq | dt )
    (?: _(?: năm | cả_năm | đề_ra | đặt_ra | (?:được_|tỉnh_|trên_)?giao | là ) )* \s? :? \s? \Z
"""
# "62% so với kế hoạch 70%" tells the plan, "vượt 2% so với kế hoạch 6 tháng" does not.
_DIFFERING = r"\b(?: vượt | tăng | giảm | hơn | kém | thua | thiếu | hụt | thấp | cao )\b"
_OF_TIME = ("tháng", "thang", "năm", "nam", "quý", "quy", "ngày", "ngay")
_MAY_PLAN = re.compile(
    r"\b(?:kh|nq|dt) |mức (?:đề ra|giao|được giao)|kế hoạch|mục tiêu|chỉ tiêu|nghị quyết|dự toán"
    r"|muc (?:de ra|giao|duoc giao)|ke hoach|muc tieu|chi tieu|nghi quyet|du toan"
)
_OVER_PLAN = r"""
    \b(?: vượt | tăng | giảm | hơn )(?:_\w+){0,2}
    _ (?: kế_hoạch | mục_tiêu | chỉ_tiêu | nghị_quyết | dự_toán )\b
"""
_SET_OUT = r"""
    _? (?: đề_ra | đặt_ra | của_(?:năm|nghị_quyết)
      | (?: (?: tỉnh | thành_phố | huyện | quận | xã | phường | (?:cấp_)?trên ) (?:_cũ)? _ )?
        (?:được_)?giao )\b
"""


def is_plan(text: Text, part: Part, found: Found) -> bool:
    """Tell "kém mức đề ra (43-44%)" and "vượt kế hoạch 8% đề ra"."""
    window = max(part.start, found.start - 60)
    if not _MAY_PLAN.search(text.low, window, found.start):
        return False
    before = compile_pattern(_PLAN_BEFORE, bare=text.bare).search(text.low, window, found.start)
    if before and before["against"]:
        differs = compile_pattern(_DIFFERING, bare=text.bare).search(text.low, window, found.start)
        return not differs and found.unit is not None and not found.unit.startswith(_OF_TIME)
    if before:
        over = compile_pattern(_OVER_PLAN, bare=text.bare).search(text.low, window, found.start)
        set_out = compile_pattern(_SET_OUT, bare=text.bare).match(text.low, found.end, part.end)
        return not over or bool(found.upper) or bool(set_out)
    return text.clean.find("(", window, found.start) >= 0 and bool(
        compile_pattern(_PLAN_IN_BRACKETS, bare=text.bare).search(text.low, window, found.start)
    )


def _is_out_of(text: Text, part: Part, found: Found) -> bool:
    """Tell "trồng 152 ha trên 140 ha kế hoạch", where the second figure is the plan."""
    low = text.low
    if found.unit in (None, "%") or not low.startswith(_OUT_OF, found.start):
        return False
    return bool(compile_pattern(_PLAN_BEHIND, bare=text.bare).match(low, found.end, part.end))


def _is_difference(text: Text, part: Part, found: Found) -> bool:
    """Tell by how much a target missed its plan, which is no figure of its own."""
    window = max(part.start, found.start - 60)
    if not _MAY_DIFFER.search(text.low, window, found.start):
        return False
    if compile_pattern(_SHORT_OF_PLAN, bare=text.bare).search(text.low, window, found.start):
        return True
    behind = compile_pattern(_FROM_PLAN, bare=text.bare).match(text.low, found.end, part.end)
    differs = compile_pattern(_DIFFERS, bare=text.bare)
    return bool(behind) and bool(differs.search(text.low, window, found.start))


# "17,6%, cao hơn mục tiêu 15%": the goal itself; "thấp hơn mục tiêu 9%" is by how much.
_SET_BESIDE = r"""
    \b(?P<way> (?: cao | nhiều | thấp | ít )_hơn | vượt )_ (?:so_với_)?
    (?: kế_hoạch | chỉ_tiêu | mục_tiêu | nghị_quyết )
    (?: _(?: năm | đề_ra | đặt_ra | (?:được_)?giao ) )? (?:_là)? _ \Z
"""
_LOWER = ("thấp", "ít", "thap", "it")


def _is_set_beside(text: Text, part: Part, row: Row, found: Found) -> bool:
    """Tell the goal that a figure is compared with: it has its unit, and lies on the side that is told."""
    actual = row.actual
    same = actual and (found.unit is None or actual.unit == found.unit)
    if not actual or row.goal or not same or actual.value is None or found.value is None:
        return False
    window = max(part.start, found.start - 60)
    beside = compile_pattern(_SET_BESIDE, bare=text.bare).search(text.low, window, found.start)
    if not beside:
        return False
    if beside["way"].startswith(_LOWER):
        return found.value > actual.value
    return actual.value / 2 <= found.value < actual.value


def with_plan(text: Text, part: Part, row: Row, reading: Reading) -> Row | None:
    """Put the plan behind what was reached to its target, and pass over a difference; None for all else."""
    found = reading.found
    if _is_set_beside(text, part, row, found):
        return with_figure(text, row, replace(reading, kind="bare"), aimed=True)
    if _is_difference(text, part, found):
        return replace(row, end=found.end)
    if row.actual and _is_out_of(text, part, found):
        found = replace(found, start=found.number, qualifier=None)
    elif not is_plan(text, part, found):
        return None
    return with_figure(text, row, replace(reading, found=found, kind="bare"), aimed=True)
