"""Tables of targets (bảng chỉ tiêu)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from .figures import find_figures, read_unit
from .grids import NUMBER, Columns, Form, find_grids
from .lists import Place
from .model import Figure, TargetStatus
from .page import Page
from .rows import HUNDRED, Row
from .rules import Rule, match_first
from .text import Text

COLUMNS: tuple[Rule[str], ...] = (
    NUMBER,
    Rule(
        "Đánh giá",
        r"(?: đánh_giá | tình_trạng | trạng_thái | nhận_xét | mức_độ_(?:đạt|hoàn_thành) )",
        "đánh giá",
        "giá trị",
        "verdict",
    ),
    Rule(
        "Khối lượng",
        r"(?: (?: %_ | tỷ_lệ_ | lũy_kế_ )? khối_lượng (?! _hợp_đồng | _giao ) | tiến_độ )",
        "khối lượng thực hiện",
        "khối lượng hợp đồng",
        "volume",
    ),
    Rule(
        "Tỷ lệ (%)",
        r"(?: (?:tỷ|tỉ)_lệ (?! _hộ ) | % | đạt_(?:tỷ_lệ|%|\() | so_(?:với_)?(?:kh|kế|dự|nq) | th\s?/\s?kh )",
        "tỷ lệ (%)",
        "tỷ lệ hộ nghèo",
        "ratio",
    ),
    Rule(
        "So với cùng kỳ",
        r"(?: so_(?:với_)? (?: cùng | (?:năm_|quý_|tháng_)? (?:trước | \d ) ) | tăng | \+/- )",
        "so với cùng kỳ",
        "so với kế hoạch",
        "change",
    ),
    Rule(
        "Thời hạn, Người phụ trách",
        r"""
        (?: (?:thời_)?hạn\b | người_ | ai_ | chủ_trì | phụ_trách | phân_công
          | (?:cơ_quan|đơn_vị|bộ_phận)_(?: thực_hiện | chủ_trì | phụ_trách | phối_hợp | được_giao ) )
        """,
        "đơn vị thực hiện",
        "đơn vị tính",
        "duty",
    ),
    Rule("ĐVT", r"(?: đvt | đơn_vị_tính | đơn_vị )\s*$", "đơn vị tính", "đơn vị thực hiện", "unit"),
    Rule(
        "Kế hoạch",
        r"(?: kế_hoạch | kh\b | mục_tiêu | nghị_quyết | nq\b | dự_toán | chỉ_tiêu_(?:giao|kế|nq|nghị) )",
        "kế hoạch năm 2024",
        "chỉ tiêu",
        "goal",
    ),
    Rule(
        "Thực hiện",
        r"""
        (?: (?:ước_)?thực_hiện | kết_quả | ước | th\b | đạt\s*$ | đã_đạt
          | (?:đã_|ước_)?giải_ngân (?! _(?:kế_hoạch|kh)\b ) )
        """,
        "thực hiện 6 tháng",
        "ghi chú",
        "actual",
    ),
    Rule(
        "Chỉ tiêu, Hạng mục",
        r"""
        (?: (?:tên_)? (?: chỉ_tiêu | dự_án | công_trình | hạng_mục | gói_thầu ) (?! _\( ) | nội_dung
          | lĩnh_vực | danh_mục | nguồn_vốn )
        """,
        "chỉ tiêu",
        "ghi chú",
        "name",
    ),
    Rule(
        "9 tháng 2026",
        r"(?: \d{1,2}_tháng (?:_đầu_năm)? | năm | tháng_\d{1,2} | quý_(?:i{1,3}|iv) ) [_/] (?:năm_)? \d{4}",
        "9 tháng 2026",
        "cùng kỳ",
        "period",
    ),
    Rule("Lũy kế", r"(?: lũy_kế | cộng_dồn )", "lũy kế 9 tháng", "quý iii", "total"),
    Rule(
        "Ghi chú",
        r"(?: ghi_chú | cùng_kỳ | năm_\d{4} | tháng_\d{1,2} | quý_(?:i{1,3}|iv) | đơn_vị )",
        "ghi chú",
        "chỉ tiêu",
        "other",
    ),
)
LONGEST_CELL, LONGEST_UNIT = 150, 30


def _is_whole(columns: Columns) -> bool:
    told = (
        "actual" in columns
        or "goal" in columns
        or "total" in columns
        or ("volume" in columns and "verdict" in columns)
    )
    duties = "duty" in columns and not {"unit", "goal", "ratio"} & set(columns)
    return "name" in columns and told and not duties


def _may_hold(kind: str, words: str) -> bool:
    """Tell what may stand in a cell: a name where names stand, numbers where numbers stand."""
    if kind == "name":
        return len(words) <= LONGEST_CELL and any(c.isalpha() for c in words)
    if kind not in ("actual", "goal", "ratio") or len(words) <= 1 or any(c.isdigit() for c in words):
        return True
    return kind == "ratio" and words.lower().startswith(_JUDGES)


_JUDGES = (
    "chưa",
    "không đạt",
    "đạt",
    "vượt",
    "chậm",
    "trễ",
    "hoàn thành",
    "chua",
    "khong dat",
    "dat",
    "vuot",
    "cham",
)
"""With these a cell of shares judges instead of telling one."""


FORM = Form(COLUMNS, _is_whole, _may_hold)


@lru_cache(maxsize=2)
def read_tables(page: Page) -> tuple[tuple[Row, ...], tuple[Place, ...]]:
    """Read the targets of tables, and tell which places the tables take, in order."""
    rows: list[Row] = []
    taken: list[Place] = []
    for grid in find_grids(page, FORM):
        for cells in grid.rows:
            taken.append((cells[0][0], cells[-1][1]))
            if row := _row(page.text, grid.columns, cells):
                rows.append(row)
                rows += _planned(page.text, row, _goals(grid.columns, cells)[1])
    return tuple(rows), tuple(sorted(taken))


def stands_in_a_table(page: Page, at: int) -> bool:
    """Tell whether a place is inside a row of a table of targets."""
    _, taken = read_tables(page)
    before = bisect_right(taken, (at, len(page.text.low)))
    return bool(before) and at < taken[before - 1][1]


def _row(text: Text, columns: tuple[str, ...], cells: tuple[Place, ...]) -> Row | None:
    """Make a target of a row."""
    held = dict(zip(columns, cells, strict=False))
    name = held["name"]
    if not any(c.isalpha() for c in text.clean[slice(*name)]):
        return None
    reached = next((held[kind] for kind in ("volume", "total", "actual", "period") if kind in held), None)
    goals = _goals(columns, cells)
    unit, name = _unit(text, held.get("unit"), name)
    row = Row(name, rule="bảng chỉ tiêu", end=name[1])
    row = replace(
        row,
        actual=_figure(text, reached, unit),
        goal=None if "volume" in held else _figure(text, goals[0], unit),  # its funds measure no volume
        plan_ratio=_figure(text, held.get("ratio"), "%") or _share_beside(text, reached),
        change=_figure(text, held.get("change")),
    )
    judging = held.get("verdict") or (None if row.plan_ratio else held.get("ratio"))
    verdict = verdict_of(text, judging)
    return replace(row, status=verdict or _status(row)) if row.figures or verdict else None


def _planned(text: Text, row: Row, cell: Place | None) -> list[Row]:
    """Make a target of the time to come of the same row: "… | Thực hiện 2025 | Kế hoạch 2026"."""
    goal = _figure(text, cell, row.actual.unit if row.actual else None)
    if not goal:
        return []
    return [Row(row.name, rule=row.rule, end=row.end, goal=goal, status=TargetStatus.PLANNED)]


def _goals(columns: tuple[str, ...], cells: tuple[Place, ...]) -> tuple[Place | None, Place | None]:
    """Give the goal of what was reached, and the goal of the time to come, in a column behind it."""
    goals = [at for at, kind in enumerate(columns[: len(cells)]) if kind == "goal"]
    reached = [at for at, kind in enumerate(columns) if kind in ("actual", "total", "period")]
    if not goals or not reached:
        return (cells[goals[-1]] if goals else None), None
    own = [at for at in goals if at < reached[-1]] or goals[:1]
    later = [at for at in goals if at > reached[-1] and at not in own]
    return cells[own[-1]], cells[later[0]] if later else None


# What stands in the column of verdicts.
VERDICTS: tuple[Rule[TargetStatus | None], ...] = (
    Rule("có nguy cơ chậm", r".{0,20} \b(?: nguy_cơ | dự_kiến | sẽ )\b", "có nguy cơ chậm", "chậm", None),
    Rule(
        "Chậm, Chưa đạt",
        r".{0,20} \b(?: chậm | trễ | chưa_(?:đạt|hoàn_thành|bảo_đảm|đảm_bảo) | không_đạt )\b",
        "chậm 2 tháng",
        "chưa nghiệm thu",
        TargetStatus.BEHIND,
    ),
    Rule(
        "Vượt",
        r".{0,20} \b(?: vượt | trước_(?:tiến_độ|hạn) )\b",
        "vượt tiến độ",
        "đạt",
        TargetStatus.EXCEEDED,
    ),
    Rule(
        "Đạt, Đúng tiến độ",
        r"(?: đạt | đúng_(?:tiến_độ|kế_hoạch|hạn) | hoàn_thành | bảo_đảm | đảm_bảo | xong )\b",
        "đúng tiến độ",
        "đang thi công",
        TargetStatus.MET,
    ),
)


def verdict_of(text: Text, cell: Place | None) -> TargetStatus | None:
    """Read a cell, or brackets, that only say how far a target is: "Chậm", "chưa đạt", "vượt"."""
    found = match_first(VERDICTS, text, *cell) if cell else None
    return found[0].value if found else None


def _figure(text: Text, cell: Place | None, unit: str | None = None) -> Figure | None:
    """Read the figure of a cell; its unit may stand in a column of its own."""
    found = next(find_figures(text, *cell), None) if cell else None
    figure = found.figure(text) if found else None
    return replace(figure, unit=unit) if figure and unit and not figure.unit else figure


_UNIT_BEHIND = re.compile(r" ?\((?P<unit>[^()\d]{1,30})\)\s*$")


def _unit(text: Text, cell: Place | None, name: Place) -> tuple[str | None, Place]:
    """Read the unit of a row from its column, else from the brackets behind its name."""
    if cell and cell[0] < cell[1] <= cell[0] + LONGEST_UNIT:
        return text.clean[slice(*cell)], name
    behind = _UNIT_BEHIND.search(text.clean, *name)
    unit = read_unit(text, behind.start("unit"), name[1]) if behind else (None, 0)
    if behind and unit[0] and unit[1] == behind.end("unit"):
        return unit[0], (name[0], behind.start())
    return None, name


_SHARE_BESIDE = re.compile(r"\d[^()]*\((?=\s?\d[\d.,]*\s?%\s?\)\s*$)")


def _share_beside(text: Text, cell: Place | None) -> Figure | None:
    """Read the share of the plan that stands in brackets behind what was reached: "14,97 tỷ đồng (80,5%)"."""
    beside = _SHARE_BESIDE.match(text.clean, *cell) if cell else None
    return _figure(text, (beside.end(), cell[1])) if beside and cell else None


def _status(row: Row) -> TargetStatus | None:
    ratio = row.plan_ratio.value if row.plan_ratio else None
    if ratio is not None and ratio >= HUNDRED:
        return TargetStatus.EXCEEDED if ratio > HUNDRED else TargetStatus.MET
    return TargetStatus.PLANNED if row.goal and len(row.figures) == 1 else None
