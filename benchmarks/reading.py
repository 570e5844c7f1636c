"""Measure the reading of a report: time, memory, and how both grow with the text."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable

from benchmarks.measuring import Effort, Measure, ms, times_of
from benchmarks.texts import sample, varied_text
from reports import read_report

PART = "reading"
LONGER = 10
CHARACTERS = 8000


def measure(effort: Effort) -> list[Measure]:
    """Read a report of the sample's length, and one ten times as long."""
    one = sample()
    asked = "\n\n".join(sample(seed) for seed in range(2))[:CHARACTERS]
    long = "\n\n".join(sample(seed) for seed in range(LONGER))
    read_report(varied_text(one, 0))  # compiles the patterns
    split, _ = ms(_cpu_times(one, str.split, effort))
    once, worst = ms(_cpu_times(one, read_report, effort))
    usual, slowest = ms(_cpu_times(asked, read_report, effort))
    longer, longest = ms(_cpu_times(long, read_report, effort))
    return [
        _timed(f"a report of {_kilobytes(one)}", once, worst, split),
        _timed(f"a text of {CHARACTERS:,} characters", usual, slowest, split),
        _timed(f"ten such in one text, {_kilobytes(long)}", longer, longest, split),
        Measure(
            PART, "times as long for ten times the text", longer / once, "x", None, None,
            longer / once / (len(long) / len(one)), "linear",
        ),
        _memory("memory at its peak, one report", one),
        _memory("memory at its peak, ten", long),
    ]  # fmt: skip


def _timed(name: str, value: float, worst: float, split: float) -> Measure:
    return Measure(PART, name, value, "ms", worst, ratio=value / split, against="str.split of a report")


def _cpu_times(text: str, read: Callable[[str], object], effort: Effort) -> list[float]:
    """Time in CPU seconds; every round has a text of its own, for a text once read is remembered."""
    texts = [varied_text(text, number) for number in range(1, effort.rounds + 1)]
    return times_of(lambda round_: read(texts[round_]), effort, time.thread_time)


def _memory(name: str, text: str) -> Measure:
    """Trace what is allocated at most while a text is read."""
    given = varied_text(text, 123456)
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        read_report(given)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    used = peak - before
    return Measure(
        PART, name, used / 1e6, "MB", ratio=used / len(given.encode()), against="bytes of the text"
    )


def _kilobytes(text: str) -> str:
    return f"{len(text.encode()) / 1000:.1f} kB"
