"""Spreadsheets: a sheet for each table, ready to be filtered and printed.

Written by XlsxWriter, which writes a text as a text whatever it begins with.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from handlers import show
from handlers.exports.cells import Cell, starts_a_formula
from handlers.exports.table import Reports, Table
from handlers.exports.tables import FINDINGS, REPORTS, TARGETS, TASKS
from handlers.texts import Texts

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SHEETS: tuple[Table[Any], ...] = (REPORTS, TASKS, TARGETS, FINDINGS)
A4 = 9
FIRST_YEAR = 1900
"""The first year that Excel has days of; older ones are written as texts."""

FONT = 12
LINE = 15.75
"""The height of a line in points."""
TALLEST = 409
"""The highest row that Excel has."""

_CELL = {
    "font_name": "Times New Roman",
    "font_size": FONT,
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": "#BFBFBF",
}
_FORMATS: Mapping[str, Mapping[str, object]] = {
    "head": {"bold": True, "bg_color": "#DDE6EE", "valign": "vcenter", "align": "center"},
    "text": {"num_format": "@"},
    # Excel leaves such a cell a text even where somebody edits it.
    "quoted": {"num_format": "@", "quote_prefix": True},
    "number": {"align": "right"},
    "day": {"num_format": "dd/mm/yyyy", "align": "center"},
}
Formats = Mapping[str, "Format"]


def write(reports: Reports, as_of: datetime, texts: Texts) -> bytes:
    """Write the tables of reports as an Excel workbook."""
    return write_sheets([(table, reports) for table in SHEETS], as_of, texts)


def write_sheets(sheets: Sequence[tuple[Table[Any], Reports]], as_of: datetime, texts: Texts) -> bytes:
    """Write tables, each of its own reports, as an Excel workbook."""
    from xlsxwriter import Workbook  # noqa: PLC0415 only where somebody exports

    data = io.BytesIO()
    book = Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"author": "Sổ Họp", "created": as_of.replace(tzinfo=None)})
    formats = {name: book.add_format({**_CELL, **extra}) for name, extra in _FORMATS.items()}
    for table, reports in sheets:
        _write_sheet(book, table, reports, as_of, texts, formats)
    book.close()
    return data.getvalue()


def _write_sheet(  # noqa: PLR0913, PLR0917 a sheet is a table of reports at a time in some words and looks
    book: Workbook, table: Table[Any], reports: Reports, as_of: datetime, texts: Texts, formats: Formats
) -> None:
    sheet = book.add_worksheet(texts(f"sheet.{table.name}"))
    head, widths = table.head(texts), [column.width for column in table.columns]
    sheet.set_row(0, _height(head, [width * 0.8 for width in widths]))
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, head[number], formats["head"])
    last = 0
    for last, cells in enumerate(table.rows(reports, texts), 1):
        sheet.set_row(last, _height(cells, widths))
        for number, cell in enumerate(cells):
            _write_cell(sheet, last, number, cell, formats)
    sheet.autofilter(0, 0, last, len(head) - 1)
    sheet.freeze_panes(1, 0)
    _set_up_print(sheet, texts(f"sheet.{table.name}"), as_of, texts)


def _height(cells: Sequence[Cell], widths: Sequence[float]) -> float:
    """Make a row high enough for its longest cell; not every program that opens it does so itself."""
    pairs = zip(cells, widths, strict=True)
    lines = max(math.ceil(len(cell) / width) for cell, width in pairs if isinstance(cell, str))
    return min(lines * LINE, TALLEST)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, formats: Formats) -> None:
    """Write a cell as what it is: a day, a number, a text, or nothing."""
    if cell is None:
        sheet.write_blank(row, column, None, formats["text"])
    elif isinstance(cell, date) and cell.year >= FIRST_YEAR:
        moment = datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 a day has no zone
        sheet.write_datetime(row, column, moment, formats["day"])
    elif isinstance(cell, date):
        sheet.write_string(row, column, show.day(cell), formats["day"])
    elif isinstance(cell, int | Decimal):
        sheet.write_number(row, column, float(cell), formats["number"])
    else:
        quoted = starts_a_formula(cell)
        sheet.write_string(row, column, cell, formats["quoted" if quoted else "text"])


def _set_up_print(sheet: Worksheet, title: str, as_of: datetime, texts: Texts) -> None:
    """Lay a sheet on A4, across, its headings on every page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    moment = texts("as_of", time=show.moment(as_of))
    unscaled = {"scale_with_doc": False}
    sheet.set_header(
        f'&C&"Times New Roman,Bold"&14{title.upper()}&R&"Times New Roman,Italic"&9{moment}', unscaled
    )
    sheet.set_footer("&C&9" + texts("sheet.page", page="&P", pages="&N"), unscaled)
