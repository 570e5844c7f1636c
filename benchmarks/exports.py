"""Measure exports: 1,000 tasks as a file of each kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from benchmarks.measuring import Effort, Measure, ms, times_of
from handlers.exports import as_csv, as_ics, as_json, as_xlsx
from handlers.exports.table import Reports
from handlers.texts import Texts
from reports.model import Deadline, DeadlineKind, Report, Span, Task
from storage.reports import StoredReport

PART = "exports"
REPORTS, TASKS_OF_EACH = 100, 10
AS_OF = datetime(2026, 10, 20, tzinfo=UTC)
TEXTS = Texts("vi")


def measure(effort: Effort) -> list[Measure]:
    """Write a hundred reports of ten tasks."""
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
