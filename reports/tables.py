"""Tables of targets (bảng chỉ tiêu)."""

from __future__ import annotations

from dataclasses import replace

from .figures import find_figures
from .grids import NUMBER, Columns, Form, find_grids
from .lists import Place
from .model import Figure, TargetStatus
from .page import Page
from .rows import HUNDRED, Row
from .rules import Rule
from .text import Text

COLUMNS: tuple[Rule[str], ...] = (
    NUMBER,
    Rule(
        "Tỷ lệ (%)",
        r"(?: (?:tỷ|tỉ)_lệ (?! _hộ ) | % | đạt_(?:tỷ_lệ|%|\() | so_(?:với_)?(?:kh|kế|dự|nq) | th\s?/\s?kh )",
        "tỷ lệ (%)",
        "tỷ lệ hộ nghèo",
        "ratio",
    ),
    Rule(
        "So với cùng kỳ",
        r"(?: so_(?:với_)?cùng | tăng | \+/- )",
        "so với cùng kỳ",
        "so với kế hoạch",
        "change",
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
        r"(?: (?:ước_)?thực_hiện | kết_quả | ước | th\b | đạt\s*$ | đã_đạt )",
        "thực hiện 6 tháng",
        "ghi chú",
        "actual",
    ),
    Rule(
        "Chỉ tiêu", r"(?: (?:tên_)?chỉ_tiêu | nội_dung | lĩnh_vực | danh_mục )", "chỉ tiêu", "ghi chú", "name"
    ),
    Rule("Ghi chú", r"(?: ghi_chú | cùng_kỳ | năm_\d{4} | lũy_kế | đơn_vị )", "ghi chú", "chỉ tiêu", "other"),
)
LONGEST_CELL = 150


def _is_whole(columns: Columns) -> bool:
    return "name" in columns and ("actual" in columns or "goal" in columns)


def _may_hold(kind: str, words: str) -> bool:
    """Tell what may stand in a cell: a name where names stand, numbers where numbers stand."""
    if kind == "name":
        return len(words) <= LONGEST_CELL and any(c.isalpha() for c in words)
    return kind not in ("actual", "goal", "ratio") or len(words) <= 1 or any(c.isdigit() for c in words)


FORM = Form(COLUMNS, _is_whole, _may_hold)


def read_tables(page: Page) -> tuple[list[Row], list[Place]]:
    """Read the targets of tables, and tell which places the tables take."""
    rows: list[Row] = []
    taken: list[Place] = []
    for grid in find_grids(page, FORM):
        for cells in grid.rows:
            taken.append((cells[0][0], cells[-1][1]))
            if row := _row(page.text, grid.columns, cells):
                rows.append(row)
    return rows, taken


def _row(text: Text, columns: tuple[str, ...], cells: tuple[Place, ...]) -> Row | None:
    """Make a target of a row."""
    held = dict(zip(columns, cells, strict=False))
    name = held["name"]
    if not any(c.isalpha() for c in text.clean[slice(*name)]):
        return None
    row = Row(name, rule="bảng chỉ tiêu", end=name[1])
    row = replace(
        row,
        actual=_figure(text, held.get("actual")),
        goal=_figure(text, held.get("goal")),
        plan_ratio=_figure(text, held.get("ratio")),
        change=_figure(text, held.get("change")),
    )
    return replace(row, status=_status(row)) if row.figures else None


def _figure(text: Text, cell: Place | None) -> Figure | None:
    found = next(find_figures(text, *cell), None) if cell else None
    return found.figure(text) if found else None


def _status(row: Row) -> TargetStatus | None:
    ratio = row.plan_ratio.value if row.plan_ratio else None
    if ratio is not None and ratio >= HUNDRED:
        return TargetStatus.EXCEEDED if ratio > HUNDRED else TargetStatus.MET
    return TargetStatus.PLANNED if row.goal and len(row.figures) == 1 else None
