"""Make the file that is asked for out of loaded reports: in a thread, or in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from handlers.exports import as_csv, as_ics, as_json, as_xlsx
from handlers.exports.table import Reports
from handlers.texts import Texts
from storage.calendars import Given
from storage.reports import StoredReport


class Format(StrEnum):
    """What a file can be."""

    XLSX = "xlsx"
    DOCX = "docx"
    ICS = "ics"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a file holds; `cancelled` are the deadlines that a calendar takes back."""

    reports: int
    tasks: int
    targets: int
    findings: int
    events: int = 0
    cancelled: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """A file, how much is in it, and what a calendar has to remember."""

    data: bytes
    counts: Counts
    given: tuple[Given, ...] = ()


def local(loaded: Sequence[StoredReport], now: datetime) -> list[StoredReport]:
    """Put the times of reports into the zone of an office."""
    return [replace(stored, posted_at=stored.posted_at.astimezone(now.tzinfo)) for stored in loaded]


def make(  # noqa: PLR0913, PLR0917 what is made of what, and what a calendar counts on from
    form: Format, reports: Reports, now: datetime, texts: Texts, book: str = "", before: Sequence[Given] = ()
) -> Made:
    """Make a file of reports, in any form but .docx."""
    counts = _counts(reports)
    if form is Format.ICS:
        return _calendar(reports, now, texts, book, before, counts)
    if form is Format.XLSX:
        return Made(as_xlsx.write(reports, now, texts), counts)
    if form is Format.CSV:
        return Made(as_csv.write(reports, texts), counts)
    return Made(as_json.write(reports, now), counts)


def _counts(reports: Reports) -> Counts:
    read = [stored.report for stored in reports]
    return Counts(
        len(read),
        sum(len(report.tasks) for report in read),
        sum(len(report.targets) for report in read),
        sum(len(report.limitations) + len(report.causes) + len(report.strengths) for report in read),
    )


def _calendar(  # noqa: PLR0913, PLR0917 see above
    reports: Reports, now: datetime, texts: Texts, book: str, before: Sequence[Given], counts: Counts
) -> Made:
    """Write a calendar, and tell what it says: the next one counts on from it."""
    current = list(as_ics.dated(reports, texts))
    events = as_ics.revised(current, before, texts)
    counts = replace(counts, events=len(current), cancelled=len(events) - len(current))
    data = as_ics.write(events, book, now, texts) if events else b""
    return Made(data, counts, tuple(map(as_ics.given, events)))
