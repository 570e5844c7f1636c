"""Print measures as one table, and write them as JSON."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from benchmarks.measuring import Measure

HEAD = ("", "reports", "median", "p99", "cpu p99", "unit", "growth", "ratio", "against")
_LEFT = {0, 5, 8}


def machine() -> dict[str, object]:
    """Tell what the figures were taken on."""
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
    }


def table(measures: Sequence[Measure]) -> str:
    """Lay out all measures, a heading for each part."""
    parts = [(part, [_cells(m) for m in group]) for part, group in groupby(measures, key=lambda m: m.part)]
    rows = [HEAD, *(row for _, group in parts for row in group)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = [_line(HEAD, widths)]
    for part, group in parts:
        lines += ["", part.upper(), *(_line(row, widths) for row in group)]
    about = ", ".join(f"{name} {value}" for name, value in machine().items())
    return "\n".join([*lines, "", about])


def write_json(measures: Iterable[Measure], path: Path) -> None:
    """Write the same for a program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"machine": machine(), "measures": [asdict(measure) for measure in measures]}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _cells(measure: Measure) -> tuple[str, ...]:
    return (
        measure.name,
        f"{measure.size:,}" if measure.size else "",
        _figure(measure.value),
        _figure(measure.p99),
        _figure(measure.cpu),
        measure.unit,
        _times(measure.growth),
        _times(measure.ratio),
        measure.against,
    )


def _figure(value: float | None) -> str:
    """Write three figures, or all before the point."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"


def _times(ratio: float | None) -> str:
    return f"x{_figure(ratio)}" if ratio is not None else ""


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    aligned = (
        cell.ljust(width) if column in _LEFT else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(aligned).rstrip()
