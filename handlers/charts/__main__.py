"""Draw the chart that comes in, and give the picture out: what `process` starts."""

from __future__ import annotations

import sys

from handlers.charts.drawing import draw
from handlers.charts.model import Chart


def main() -> None:
    """Read a chart as JSON from the standard input, write a PNG."""
    sys.stdout.buffer.write(draw(Chart.from_json(sys.stdin.buffer.read().decode())))


if __name__ == "__main__":
    main()
