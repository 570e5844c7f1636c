"""All that is stored of reports as JSON, and back again: `docs/export-schema.md` tells the fields.

The schema is the model itself: pydantic writes, checks and documents it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from handlers.context import MAX_REPORT_CHARS
from handlers.errors import Mistake
from handlers.exports.table import Reports
from reports.edits import EARLIER, UNPLACED
from reports.model import OUTSIDE, Figure, Report, Span
from storage.reports import StoredReport

VERSION = 1
MOST_BYTES = 60_000_000
MOST_ITEMS = 1_000_000
"""No count, ordinal or number of a report is larger."""
_NUMBERED = ("people", "targets", "tasks", "limitations", "causes", "strengths")
MOST_DIGITS = 20
MOST_TYPED = 10_000
"""Characters of a text that staff typed."""
MOST_ADDRESS = 10_000
_ADDRESS = r"^https?://[^\s\x00-\x1f\x7f]+$"
_NOT_IN_TEXT = (UNPLACED, EARLIER, OUTSIDE)
_PERIOD = re.compile(r"\d{4}(?:-Q[1-4]|-H[12]|-\d{1,2}M|-\d\d|-W\d{1,2}|/\d{4})?")


class Entry(BaseModel, frozen=True, extra="forbid", strict=True):
    """A report with its number in the book it comes from, when it was stored there, and its web address."""

    number: int = Field(ge=1)
    posted_at: AwareDatetime
    address: str | None = Field(default=None, max_length=MOST_ADDRESS, pattern=_ADDRESS)
    report: Report


class Export(BaseModel, frozen=True, extra="forbid", strict=True):
    """A file of reports."""

    format: Literal["sohop"]
    version: Literal[1]
    exported_at: AwareDatetime
    reports: tuple[Entry, ...]


def write(reports: Reports, as_of: datetime) -> bytes:
    """Write all that is stored of reports, one a line.

    One by one: a library that writes many megabytes in one go would hold up everybody else.
    """
    head = f'{{"format": "sohop", "version": {VERSION}, "exported_at": "{as_of.isoformat()}", "reports": [\n'
    return b"".join([head.encode(), b",\n".join(map(_entry, reports)), b"\n]}\n"])


def _entry(stored: StoredReport) -> bytes:
    report = replace(stored.report, readings=())
    entry = Entry.model_construct(
        number=stored.id, posted_at=stored.posted_at, address=stored.address, report=report
    )
    return entry.model_dump_json(exclude={"report": {"readings"}}).encode()


def read(data: bytes) -> tuple[Entry, ...]:
    """Read what `write` wrote. Raises Mistake where it is something else, or was changed."""
    if len(data) > MOST_BYTES:
        raise Mistake("import.too_large", limit=MOST_BYTES // 1_000_000)
    try:
        entries = Export.model_validate_json(data).reports
    except ValidationError as error:
        raise _mistake(error) from None
    for number, entry in enumerate(entries):
        if wrong := next(_wrong_places(entry.report), None):
            raise Mistake("import.wrong", place=f"reports.{number}.report.{wrong}")
    return entries


def texts_of(report: Report) -> Iterator[str]:
    """Yield a report's words, and those that staff added to them."""
    yield report.source
    yield from (span.text for span in report.spans() if span.start < 0)


def _mistake(error: ValidationError) -> Mistake:
    """Say what is wrong by its place, never by its words: they may be anything."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    if first["type"] == "json_invalid":
        return Mistake("import.not_json")
    if place in ("", "format", "version"):
        return Mistake("import.other_format")
    return Mistake("import.wrong", place=place[:80])


def _wrong_places(report: Report) -> Iterator[str]:
    """Yield what no report that was read or mended can hold, and the types do not tell."""
    if len(report.source) > MAX_REPORT_CHARS:
        yield "source"
    for span in report.spans():
        if not (_is_typed(span) or _is_cut(report.source, span)):
            yield f"(…{span.start}, {span.end}…)"
    if report.period and not _PERIOD.fullmatch(report.period.value):
        yield "period.value"
    if not all(map(_is_sound, _figures(report))):
        yield "targets"
    for name in _NUMBERED:
        ordinals = [item.ordinal for item in getattr(report, name)]
        if len(set(ordinals)) < len(ordinals) or not all(0 < ordinal <= MOST_ITEMS for ordinal in ordinals):
            yield f"{name}.ordinal"
    if not all(0 <= number <= MOST_ITEMS for number in _numbers(report)):
        yield "counts"


def _is_typed(span: Span) -> bool:
    return span.start == span.end and span.start in _NOT_IN_TEXT and len(span.text) <= MOST_TYPED


def _is_cut(source: str, span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(source) and source[span.start : span.end] == span.text


def _figures(report: Report) -> Iterator[Figure]:
    for target in report.targets:
        figures = (target.actual, target.plan_ratio, target.change, target.goal)
        yield from (figure for figure in figures if figure)


def _is_sound(figure: Figure) -> bool:
    """Tell whether a figure's numbers are of a size that somebody may have written."""
    values = [value for value in (figure.value, figure.upper) if value is not None]
    return all(
        abs(value.adjusted()) <= MOST_DIGITS and len(value.as_tuple().digits) <= MOST_DIGITS
        for value in values
    )


def _numbers(report: Report) -> Iterator[int]:
    for count in report.counts:
        yield from (count.stated, count.listed, *count.readings)
    for warning in report.warnings:
        yield from (warning.stated or 0, *warning.listed)
