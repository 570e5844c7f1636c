"""Reports that tell of targets, put together without a text around them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from reports.model import Day, Figure, Finding, Period, Report, Span, Target, TargetStatus, Task

_SERIAL = count(1)
"""No two reports are the same text."""


class Writer:
    """Writes a source, and gives the spans of what was written."""

    def __init__(self) -> None:
        self.source = ""

    def write(self, text: str) -> Span:
        start = len(self.source)
        self.source += f"{text}\n"
        return Span(start, start + len(text), text)


def told(
    name: str, status: TargetStatus | None = None, **figures: str
) -> tuple[str, TargetStatus | None, dict[str, str]]:
    """A target of `report`: `actual="18,6 tỷ đồng"`."""
    return name, status, figures


def report(
    *targets: str | tuple[str, TargetStatus | None, dict[str, str]],
    organisation: str | None = "UBND xã Tân Mỹ",
    day: str = "2026-10-02",
    period: str | None = "2026-Q3",
    limitations: tuple[str, ...] = (),
    tasks: tuple[str, ...] = (),
) -> Report:
    """A report that tells of targets, limitations and tasks."""
    writer = Writer()
    writer.write(f"Báo cáo {next(_SERIAL)}")
    body = writer.write(organisation) if organisation else None
    held_on = Day(writer.write(day), date.fromisoformat(day))
    under_review = Period(writer.write(period), period) if period else None
    read = tuple(
        _target(writer, number, *(told(given) if isinstance(given, str) else given))
        for number, given in enumerate(targets, 1)
    )
    weak = tuple(_finding(writer.write(text), number) for number, text in enumerate(limitations, 1))
    asked = tuple(Task(number, writer.write(text)) for number, text in enumerate(tasks, 1))
    return Report(
        writer.source,
        organisation=body,
        held_on=held_on,
        period=under_review,
        targets=read,
        limitations=weak,
        tasks=asked,
    )


def _finding(span: Span, number: int) -> Finding:
    return Finding(span.start, span.end, span.text, number)


def _target(
    writer: Writer, number: int, name: str, status: TargetStatus | None, figures: dict[str, str]
) -> Target:
    read = Target(writer.write(name), status, ordinal=number)
    spans: dict[str, Any] = {measure: _figure(writer.write(written)) for measure, written in figures.items()}
    return replace(read, **spans)


def _figure(written: Span) -> Figure:
    """Read "18,6 tỷ đồng", "trên 3 ha" and "tăng 7,2%"."""
    words = written.text.replace("%", " %").split()
    at = next(place for place, word in enumerate(words) if word[0].isdigit())
    before = [word for word in words[:at] if word not in ("tăng", "giảm", "vượt")]
    unit = " ".join(words[at + 1 :])
    value = Decimal(words[at].replace(",", "."))
    return Figure(written, value, unit=unit or None, qualifier=" ".join(before) or None)
