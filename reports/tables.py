"""Tables of targets (bảng chỉ tiêu)."""

from __future__ import annotations

from dataclasses import replace

from .figures import find_figures
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
    Rule("Ghi chú", r"(?: ghi_chú | cùng_kỳ | năm_\d{4} | lũy_kế | đơn_vị )", "ghi chú", "chỉ tiêu", "other"),
)
LONGEST_CELL = 150


def _is_whole(columns: Columns) -> bool:
    told = "actual" in columns or "goal" in columns or ("volume" in columns and "verdict" in columns)
    return "name" in columns and told


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
    name, reached = held["name"], held.get("volume") or held.get("actual") or held.get("period")
    if not any(c.isalpha() for c in text.clean[slice(*name)]):
        return None
    row = Row(name, rule="bảng chỉ tiêu", end=name[1])
    row = replace(
        row,
        actual=_figure(text, reached),
        goal=None if "volume" in held else _figure(text, held.get("goal")),  # its funds measure no volume
        plan_ratio=_figure(text, held.get("ratio")),
        change=_figure(text, held.get("change")),
    )
    verdict = verdict_of(text, held.get("verdict"))
    return replace(row, status=verdict or _status(row)) if row.figures or verdict else None


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


def _figure(text: Text, cell: Place | None) -> Figure | None:
    found = next(find_figures(text, *cell), None) if cell else None
    return found.figure(text) if found else None


def _status(row: Row) -> TargetStatus | None:
    ratio = row.plan_ratio.value if row.plan_ratio else None
    if ratio is not None and ratio >= HUNDRED:
        return TargetStatus.EXCEEDED if ratio > HUNDRED else TargetStatus.MET
    return TargetStatus.PLANNED if row.goal and len(row.figures) == 1 else None
