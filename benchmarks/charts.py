"""Measure charts: drawing one in its process, and the drawing alone."""

from __future__ import annotations

from benchmarks.measuring import Effort, Measure, async_times_of, ms, times_of
from handlers.charts.drawing import draw
from handlers.charts.model import Chart, Row
from handlers.charts.process import drawn

PART = "charts"
ROWS = 12
BASE = "the drawing alone"


async def measure(effort: Effort) -> list[Measure]:
    """Draw a chart of twelve reports."""
    alone, worst = ms(times_of(lambda number: draw(_chart(number)), effort))
    measures = [Measure(PART, BASE, alone, "ms", worst)]
    value, worst = ms(await async_times_of(lambda number: drawn(_chart(number)), effort))
    return [
        *measures,
        Measure(PART, "a chart, by its process", value, "ms", worst, None, value / alone, BASE),
    ]


def _chart(number: int) -> Chart:
    rows = [Row(f"Tháng {month:02}/2026", f"{month * 8}%", month * 8.0) for month in range(1, ROWS + 1)]
    return Chart(f"Giải ngân vốn đầu tư công {number}", "UBND xã", tuple(rows), ("Nguồn: báo cáo 1",))
