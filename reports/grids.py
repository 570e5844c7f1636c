"""Tables (bảng), written with bars or flattened to a cell a line: what the columns hold, and the rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from .lists import Place
from .page import Page
from .rules import Rule, match_first
from .text import Text

LONGEST_HEAD = 60
FEWEST_COLUMNS = 3
LONGEST_NUMBER = len("XVIII")
_RULED = re.compile(r"[\s|:+-]*")

# What numbers the rows of any table.
NUMBER = Rule("STT", r"(?: stt | tt | số_tt | số_thứ_tự | \# )\s*$", "stt", "sttn", "number")

Columns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the place of its head, what its columns hold, and its rows of cells."""

    head: Place
    columns: Columns
    rows: tuple[tuple[Place, ...], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of table: how its columns are headed, when they are enough, and what a cell may hold."""

    columns: tuple[Rule[str], ...]
    is_whole: Callable[[Columns], bool]
    may_hold: Callable[[str, str], bool]

    def column(self, text: Text, cell: Place) -> str | None:
        """Tell what a column holds by the cell that heads it."""
        if cell[1] - cell[0] > LONGEST_HEAD:
            return None
        found = match_first(self.columns, text, *cell)
        return found[0].value if found else None

    def headed(self, text: Text, cells: list[Place]) -> Columns:
        """Tell what the columns hold; nothing where the cells head no table of this form."""
        kinds = tuple(self.column(text, cell) or "other" for cell in cells)
        return kinds if len(kinds) >= FEWEST_COLUMNS and self.is_whole(kinds) else ()


def find_grids(page: Page, form: Form) -> Iterator[Grid]:
    """Find every table of a form."""
    yield from _barred(page, form)
    yield from _flattened(page, form)


def _barred(page: Page, form: Form) -> Iterator[Grid]:
    """Find the tables whose cells stand between bars."""
    text = page.text
    columns: Columns = ()
    head = (0, 0)
    rows: list[tuple[Place, ...]] = []
    for line in page.frame.lines:
        if _RULED.fullmatch(text.clean, line.start, line.end):
            continue
        cells = _cells(text, line.start, line.end) if text.clean.count("|", line.start, line.end) > 1 else []
        if columns and len(cells) == len(columns) - 1 and text.clean[line.end - 1] == "|":
            cells.append((line.end, line.end))  # nothing stands behind the last bar
        if columns and len(cells) == len(columns):
            rows.append(tuple(cells))
        else:
            if columns:
                yield Grid(head, columns, tuple(rows))
            columns, rows, head = form.headed(text, cells), [], (line.start, line.end)
    if columns:
        yield Grid(head, columns, tuple(rows))


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


def _flattened(page: Page, form: Form) -> Iterator[Grid]:
    """Find the tables that were flattened to one cell a line."""
    cells = [(line.start, line.end) for line in page.frame.lines]
    at = 0
    while at < len(cells):
        width = _head_width(page.text, form, cells, at)
        columns = form.headed(page.text, cells[at : at + width]) if width else ()
        if not columns:
            at += max(1, width)
            continue
        head = cells[at][0], cells[at + width - 1][1]
        at += width
        rows: list[tuple[Place, ...]] = []
        tabbed = _lines_of(page.text, cells[at - width : at]) == 1
        while row := (
            _tabbed_row(page.text, form, columns, cells[at : at + width])
            if tabbed
            else _next_row(page.text, form, columns, cells[at : at + width])
        ):
            rows.append(row)
            at += sum(first < last for first, last in row)
        yield Grid(head, columns, tuple(rows))


def _lines_of(text: Text, cells: list[Place]) -> int:
    """Count the lines of the source in which cells stand."""
    return 1 + sum("\n" in _between(text, a, b) for a, b in pairwise(cells))


def _between(text: Text, first: Place, second: Place) -> str:
    """Give what stands in the source between two cells."""
    return text.source[text.ends[first[1] - 1] : text.starts[second[0]]]


def _tabbed_row(text: Text, form: Form, columns: Columns, cells: list[Place]) -> tuple[Place, ...] | None:
    """Take the row that stands in one line of the source, its cells between tabs; some may be empty."""
    if not cells:
        return None
    held, at = {0: cells[0]}, 0
    for before, cell in pairwise(cells):
        between = _between(text, before, cell)
        if "\n" in between:
            break
        at += max(1, between.count("\t"))
        held[at] = cell
    if len(held) < min(len(columns), FEWEST_COLUMNS) - 1 or at >= len(columns):
        return None
    if not all(_may_hold(form, columns[at], text.clean[slice(*cell)]) for at, cell in held.items()):
        return None
    end = max(cell[1] for cell in held.values())
    return tuple(held.get(at, (end, end)) for at in range(len(columns)))


def _next_row(text: Text, form: Form, columns: Columns, cells: list[Place]) -> tuple[Place, ...] | None:
    """Take the next row of a flattened table; an empty last cell left no line of its own."""
    width = len(columns)
    if columns[0] == "number" and columns[-1] == "other":
        words = text.clean[slice(*cells[-1])] if len(cells) == width else ""
        width -= not words or words.isdigit() or len(words) > LONGEST_HEAD
    row = cells[:width]
    if len(row) < width or not row:
        return None
    held = zip(columns, row, strict=False)
    return tuple(row) if all(_may_hold(form, kind, text.clean[slice(*cell)]) for kind, cell in held) else None


def _may_hold(form: Form, kind: str, words: str) -> bool:
    return len(words) <= LONGEST_NUMBER if kind == "number" else form.may_hold(kind, words)


def _head_width(text: Text, form: Form, cells: list[Place], at: int) -> int:
    """Count the lines from `at` that may head columns."""
    width = 0
    while at + width < len(cells) and form.column(text, cells[at + width]):
        width += 1
    return width
