"""Targets told without a figure: "tỷ lệ thu ngân sách đạt thấp", "sản lượng chưa đạt kế hoạch"."""

from __future__ import annotations

from collections.abc import Iterator

from .cues import Section
from .fewer import turned
from .indicators import is_indicator, is_place, name_before
from .lists import Place
from .measures import STATUSES
from .model import Figure
from .page import Page
from .rows import Row
from .rules import Rule, compile_pattern, search_all, search_first
from .sections import Part

READ = (Section.BODY, Section.STRENGTHS, Section.LIMITATIONS)
_PLAN = r"""
    (?: kế_hoạch | chỉ_tiêu | mục_tiêu | dự_toán | nghị_quyết )\b (?! _(?:hành_động|triển_khai|thực_hiện) )
"""

VERDICTS: tuple[Rule[str], ...] = (
    Rule(
        "đạt thấp",
        r"\b(?: (?:đều_|còn_)? đạt_(?:tỷ_lệ_|tỉ_lệ_|kết_quả_)?thấp (?!_hơn) )\b",
        "thu ngân sách đạt thấp",
        "đạt thấp hơn kế hoạch",
        "low",
        needs=("thấp",),
    ),
    Rule(
        "thấp hơn, cao hơn kế hoạch",
        r"""
        \b(?: (?:đều_|còn_|vẫn_)? (?:đạt_)? (?: (?:thấp|cao)_hơn | kém | thua )_(?:so_với_)?
            (?: cùng_kỳ (?:_năm_(?:trước|\d{4}))? _(?:và|lẫn)_ )? """
        + _PLAN
        + ")",
        "số thuê bao thấp hơn cùng kỳ và kế hoạch",
        "thấp hơn cùng kỳ",
        "against",
        needs=("hơn", "kém", "thua"),
    ),
    Rule(
        "chưa đạt, đạt, vượt kế hoạch",
        r"""
        \b(?: (?:đều_|còn_|vẫn_|cơ_bản_|ước_)?
          (?: (?:chưa|không)_đạt | đạt(?:_và_vượt)? | (?:hoàn_thành_)?vượt(?:_mức)? | hoàn_thành )
          _ (?:so_với_)? """
        + _PLAN
        + ")",
        "sản lượng chưa đạt kế hoạch",
        "chưa đạt 50%",
        "plan",
        needs=("kế hoạch", "chỉ tiêu", "mục tiêu", "dự toán", "nghị quyết"),
    ),
)
_AHEAD = r"\b(?: sẽ | phấn_đấu | dự_kiến | quyết_tâm | cần | phải | để )\b"  # no verdict yet
_NO_INDICATOR = (
    r"(?: công_tác | chỉ_tiêu | nhiệm_vụ | phong_trào | thực_hiện | xây_dựng | phát_triển | hoạt_động )\b"
)


# "Số lượt khách gấp 1,6 lần cùng kỳ": a change that no figure of its own stands beside.
_MULTIPLE = r"""
    \b(?P<said> (?:tăng_|cao_)? gấp_(?: gần_ | hơn_ | trên_ | khoảng_ )? (?: đôi | rưỡi | \w+_lần
      | \d[\d,.]*_lần ) )
    (?= _(?:so_)?(?:với_)? (?: cùng_kỳ | cùng_thời_điểm
      | (?: năm | quý | tháng | vụ | kỳ )_(?: trước | ngoái ) ) )
"""


def _multiples(page: Page, part: Part, known: list[Place]) -> Iterator[Row]:
    """Read the indicators of which only a multiple of the period before is told."""
    text = page.text
    if not any(text.low.find(word, part.start, part.end) >= 0 for word in ("gấp ", "gap ")):
        return
    for match in compile_pattern(_MULTIPLE, bare=text.bare).finditer(text.low, part.start, part.end):
        name, _ = name_before(text, part.start, match.start(), opened=True, told=False)
        if name and is_indicator(text, *name) and not _is_told(known, name[0], match.end()):
            change = Figure(text.span(*match.span("said")))
            yield Row(name, change=change, rule="chỉ tiêu gấp … lần", end=match.end())


def read_verdicts(page: Page, rows: list[Row], taken: list[Place]) -> Iterator[Row]:
    """Read the indicators of which only a verdict is told; those of `rows` are known."""
    known = sorted([*(row.name for row in rows), *taken])
    for part in page.parts:
        if part.section in READ:
            yield from _in_sentence(page, part, known)
            yield from _multiples(page, part, known)


def _in_sentence(page: Page, part: Part, known: list[Place]) -> Iterator[Row]:
    text = page.text
    since = part.start
    found = [match for _, match in search_all(VERDICTS, text, part.start, part.end)]
    for match in sorted(found, key=lambda match: match.start()):
        if match.start() < since:
            continue
        name, begin = name_before(text, since, match.start(), opened=True, told=False)
        since = match.end()
        ahead = compile_pattern(_AHEAD, bare=text.bare).search(text.low, begin, match.start())
        if (
            not name
            or ahead
            or not is_indicator(text, *name)
            or is_place(text, name)
            or _is_told(known, name[0], match.end())
        ):
            continue
        if compile_pattern(r"\bvà\b", bare=text.bare).search(text.low, begin, match.start()):
            continue  # of two indicators joined it is open which is judged
        vague = compile_pattern(_NO_INDICATOR, bare=text.bare).match(text.low, *name)
        status = search_first(STATUSES, text, match.start(), min(part.end, match.end() + 1))
        if status and not vague and not any(c.isdigit() for c in text.low[match.end() : match.end() + 6]):
            said = turned(text, name, status[0].value, status[1][0], lower=False)
            yield Row(name, status=said, rule=f"chỉ tiêu không có số liệu ({status[0].name})")


def _is_told(known: list[Place], start: int, end: int) -> bool:
    """Tell that a target with figures, or a count, stands in a place."""
    return any(a < end and start < b for a, b in known)
