"""Measure exports: 1,000 tasks as a file of each kind, and a whole book while somebody else asks."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.book import kept
from benchmarks.measuring import Effort, Measure, Taken, ms, times_of
from bot.console import Console
from bot.serving import open_service
from bot.settings import Settings
from handlers.chat import Role
from handlers.exports import as_csv, as_ics, as_json, as_xlsx
from handlers.exports.table import Reports
from handlers.texts import Texts
from reports.model import Deadline, DeadlineKind, Report, Span, Task
from storage.reports import StoredReport

PART = "exports"
REPORTS, TASKS_OF_EACH = 100, 10
AS_OF = datetime(2026, 10, 20, tzinfo=UTC)
TEXTS = Texts("vi")
WHOLE = 2500
"""Reports of a book with nearly 20,000 tasks, the most that one file takes."""
BETWEEN = 0.02
"""Seconds between two questions of whoever asks meanwhile."""


async def measure(effort: Effort, folder: Path, books: Path, size: int = WHOLE) -> list[Measure]:
    """Write a hundred reports of ten tasks, then a whole book."""
    measures = await asyncio.to_thread(_small, effort)
    path = folder / "export.db"
    await asyncio.to_thread(lambda: shutil.copy(kept(size, books), path))
    async with open_service(Settings(_env_file=None, database_path=path)) as service:
        exporting = Console(service, Role.OFFICIAL, exports=folder / "files")
        asking = Console(service, Role.OFFICIAL)
        await asking.answer("/latest")
        for form in WRITERS:
            measures += await _whole(form, exporting, asking, size)
    return measures


async def _whole(form: str, exporting: Console, asking: Console, size: int) -> list[Measure]:
    """Export a whole book, and time `/latest` meanwhile."""
    beside = Taken()

    async def ask() -> None:
        while True:
            with beside.round():
                await asking.answer("/latest")
            await asyncio.sleep(BETWEEN)

    asker = asyncio.create_task(ask())
    start = time.perf_counter()
    [answer] = await exporting.answer(f"/export all {form}")
    taken = time.perf_counter() - start
    asker.cancel()
    await asyncio.gather(asker, return_exceptions=True)
    if f".{form}" not in answer.text:
        raise RuntimeError(answer.text)
    value, worst = ms(beside.wall)
    return [
        Measure(PART, f"a whole book as .{form}", taken, "s", None, size),
        Measure(PART, f"/latest while .{form} is written", value, "ms", worst, size),
    ]


def _small(effort: Effort) -> list[Measure]:
    reports = [_report(number) for number in range(1, REPORTS + 1)]
    return [_measure(name, write, reports, effort) for name, write in WRITERS.items()]


def _measure(name: str, write: Writer, reports: Reports, effort: Effort) -> Measure:
    value, worst = ms(times_of(lambda _: write(reports), effort))
    return Measure(PART, f"1,000 tasks as .{name}", value, "ms", worst)


def _calendar(reports: Reports) -> bytes:
    events = as_ics.revised(as_ics.dated(reports, TEXTS), (), TEXTS)
    return as_ics.write(events, "book", AS_OF, TEXTS)


Writer = Callable[[Reports], bytes]
WRITERS: dict[str, Writer] = {
    "xlsx": lambda reports: as_xlsx.write(reports, AS_OF, TEXTS),
    "csv": lambda reports: as_csv.write(reports, TEXTS),
    "json": lambda reports: as_json.write(reports, AS_OF),
    "ics": _calendar,
}


def _report(number: int) -> StoredReport:
    text = "Phòng Kinh tế rà soát hộ nghèo trước ngày 20/3/2026"
    span = Span(0, len(text), text)
    deadline = Deadline(span, DeadlineKind.FIXED, date(2026, 3, 20))
    tasks = tuple(Task(n, span, span, (), deadline) for n in range(1, TASKS_OF_EACH + 1))
    return StoredReport(number, Report(text, title=span, tasks=tasks), "telegram:7", AS_OF)
