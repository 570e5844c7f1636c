"""Measure reading, answers, files, webhooks and start: `python -m benchmarks` prints a table and writes JSON.

Books of many reports are filled once and kept (build/books): 100,000 take about ten minutes the first time,
3 GB there, and as much again in the folder for temporary files while it runs.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from benchmarks import answers, charts, exports, files, reading, shelf, start, webhooks
from benchmarks.book import KEPT_IN
from benchmarks.measuring import Effort, Measure
from benchmarks.table import table, write_json

SIZES = (1_000, 10_000, 100_000)
QUICK_SIZES = (20, 100)


async def measure(part: str, sizes: Sequence[int], folder: Path, *, quick: bool) -> list[Measure]:
    """Measure one part in a folder of its own."""

    def effort(rounds: int, seconds: float, few: int = 3) -> Effort:
        return Effort(few, 1) if quick else Effort(rounds, seconds)

    books = folder / "books" if quick else KEPT_IN
    parts: dict[str, Callable[[], Awaitable[list[Measure]]]] = {
        "reading": lambda: asyncio.to_thread(reading.measure, effort(200, 20, 5)),
        "shelf": lambda: asyncio.to_thread(shelf.measure, quick=quick),
        "answers": lambda: answers.measure(sizes, effort(300, 60), folder, books),
        "files": lambda: files.measure(effort(40, 20), folder),
        "charts": lambda: charts.measure(effort(20, 20)),
        "exports": lambda: exports.measure(effort(10, 3), folder, books, 60 if quick else exports.WHOLE),
        "webhooks": lambda: webhooks.measure(effort(6000, 30, 20), folder),
        "start": lambda: start.measure(effort(15, 60, 1), folder),
    }
    return await parts[part]()


PARTS = ("reading", "shelf", "answers", "files", "charts", "exports", "webhooks", "start")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for; returns the exit code."""
    given = _parser().parse_args(arguments)
    sizes = given.sizes or (QUICK_SIZES if given.quick else SIZES)
    measures: list[Measure] = []
    for part in given.only:
        since = time.perf_counter()
        with tempfile.TemporaryDirectory(prefix="sohop-bench-") as folder:
            measures += asyncio.run(measure(part, sizes, Path(folder), quick=given.quick))
        print(f"{part}: measured in {time.perf_counter() - since:.0f} s", flush=True)
    write_json(measures, given.json)
    print(f"\n{table(measures)}\n\n{given.json}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", type=_parts, default=PARTS, metavar=",".join(PARTS), help="these parts")
    parser.add_argument("--sizes", type=_sizes, metavar="100,10000", help="numbers of stored reports")
    parser.add_argument("--quick", action="store_true", help="few rounds and small sizes: does it run?")
    parser.add_argument("--json", type=Path, default=Path("build/benchmarks.json"), metavar="PATH")
    return parser


def _parts(given: str) -> tuple[str, ...]:
    parts = tuple(given.split(","))
    if unknown := set(parts) - set(PARTS):
        raise argparse.ArgumentTypeError(
            f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}"
        )
    return parts


def _sizes(given: str) -> tuple[int, ...]:
    sizes = tuple(int(size) for size in given.split(","))
    if min(sizes) < 1:
        raise argparse.ArgumentTypeError("a size is at least 1")
    return sizes


if __name__ == "__main__":
    raise SystemExit(main())
