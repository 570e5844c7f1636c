"""Tables of targets (bảng chỉ tiêu), written with bars or flattened to a cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .figures import find_figures
from .lists import Place
from .model import Figure, TargetStatus
from .page import Page
from .rows import HUNDRED, Row
from .rules import Rule, match_first
from .text import Text

COLUMNS: tuple[Rule[str], ...] = (
    Rule("STT", r"(?: stt | tt | số_tt | số_thứ_tự | \# )\s*$", "stt", "sttn", "number"),
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
LONGEST_HEAD, LONGEST_CELL = 60, 150
FEWEST_COLUMNS = 3
_RULED = re.compile(r"[\s|:+-]*")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: what its columns hold, and its rows of cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Place, ...], ...]


def read_tables(page: Page) -> tuple[list[Row], list[Place]]:
    """Read the targets of tables, and tell which places the tables take."""
    rows: list[Row] = []
    taken: list[Place] = []
    for grid in (*_barred(page), *_flattened(page)):
        for cells in grid.rows:
            taken.append((cells[0][0], cells[-1][1]))
            if row := _row(page.text, grid.columns, cells):
                rows.append(row)
    return rows, taken


def _column(text: Text, cell: Place) -> str | None:
    if cell[1] - cell[0] > LONGEST_HEAD:
        return None
    found = match_first(COLUMNS, text, *cell)
    return found[0].value if found else None


def _columns(text: Text, cells: list[Place]) -> tuple[str, ...]:
    """Tell what the columns hold; nothing where the cells head no table of targets."""
    kinds = tuple(_column(text, cell) or "other" for cell in cells)
    heads = len(kinds) >= FEWEST_COLUMNS and "name" in kinds and ("actual" in kinds or "goal" in kinds)
    return kinds if heads else ()


def _barred(page: Page) -> Iterator[Grid]:
    """Find the tables whose cells stand between bars."""
    text = page.text
    columns: tuple[str, ...] = ()
    rows: list[tuple[Place, ...]] = []
    for line in page.frame.lines:
        cells = _cells(text, line.start, line.end) if text.clean.count("|", line.start, line.end) > 1 else []
        if columns and len(cells) == len(columns):
            rows.append(tuple(cells))
        elif not _RULED.fullmatch(text.clean, line.start, line.end):
            if columns:
                yield Grid(columns, tuple(rows))
            columns, rows = _columns(text, cells), []
    if columns:
        yield Grid(columns, tuple(rows))


def _cells(text: Text, start: int, end: int) -> list[Place]:
    cells: list[Place] = []
    while start < end:
        bar = text.clean.find("|", start, end)
        stop = bar if bar >= 0 else end
        cell = _stripped(text, start, stop)
        if cell[0] < cell[1] or (cells and bar >= 0):
            cells.append(cell)
        start = stop + 1
    return cells


def _stripped(text: Text, start: int, end: int) -> Place:
    while start < end and text.clean[start] == " ":
        start += 1
    while end > start and text.clean[end - 1] == " ":
        end -= 1
    return start, end


def _flattened(page: Page) -> Iterator[Grid]:
    """Find the tables that were flattened to one cell a line."""
    cells = [(line.start, line.end) for line in page.frame.lines]
    at = 0
    while at < len(cells):
        width = _head_width(page.text, cells, at)
        columns = _columns(page.text, cells[at : at + width]) if width else ()
        if not columns:
            at += max(1, width)
            continue
        at += width
        rows: list[tuple[Place, ...]] = []
        while row := _next_row(page.text, columns, cells, at):
            rows.append(row)
            at += len(row)
        yield Grid(columns, tuple(rows))


def _next_row(text: Text, columns: tuple[str, ...], cells: list[Place], at: int) -> tuple[Place, ...] | None:
    """Take the next row of a flattened table; an empty last cell left no line of its own."""
    width = len(columns)
    if columns[0] == "number" and columns[-1] == "other":
        following = cells[at + width - 1 : at + width]
        words = text.clean[slice(*following[0])] if following else ""
        width -= not words or words.isdigit() or len(words) > LONGEST_HEAD
    row = cells[at : at + width]
    if len(row) < width or not row or not _is_row(text, columns[:width], row):
        return None
    return tuple(row)


def _head_width(text: Text, cells: list[Place], at: int) -> int:
    """Count the lines from `at` that may head columns."""
    width = 0
    while at + width < len(cells) and _column(text, cells[at + width]):
        width += 1
    return width


def _is_row(text: Text, columns: tuple[str, ...], cells: list[Place]) -> bool:
    """Tell a row of a flattened table: a name where names stand, numbers where numbers stand."""
    for kind, (start, end) in zip(columns, cells, strict=True):
        words = text.clean[start:end]
        if kind == "name" and (len(words) > LONGEST_CELL or not any(c.isalpha() for c in words)):
            return False
        if kind == "number" and len(words) > len("XVIII"):
            return False
        if kind in ("actual", "goal", "ratio") and not any(c.isdigit() for c in words) and len(words) > 1:
            return False
    return True


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
