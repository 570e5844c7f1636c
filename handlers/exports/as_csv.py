"""Lists of tasks with commas between, as spreadsheets of every kind open them.

A text that a spreadsheet would take for a formula begins with an apostrophe; days are written 2026-03-20,
which no program reads the wrong way round.
"""

from __future__ import annotations

import csv
import io

from handlers.exports.cells import Cell, starts_a_formula
from handlers.exports.table import Reports
from handlers.exports.tables import TASKS
from handlers.texts import Texts

BOM = "\ufeff"
"""Tells Excel that the letters are UTF-8."""


def write(reports: Reports, texts: Texts) -> bytes:
    """Write the tasks of reports."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(TASKS.head(texts))
    writer.writerows([_harmless(cell) for cell in row] for row in TASKS.rows(reports, texts))
    return (BOM + lines.getvalue()).encode()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and starts_a_formula(cell) else cell
