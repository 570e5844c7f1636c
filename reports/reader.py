"""Read a report: text -> lines and sentences -> sections -> fields, each step in its own module."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from .counts import Counted, read_counts, warnings_of
from .dates import Reference
from .findings import read_causes, read_limitations
from .header import read_kind, read_number, read_published
from .held import read_held_on
from .model import OUTSIDE, Day, Finding, ReadingWarning, Report, Span, WarningKind
from .organisations import read_organisation
from .page import Page, open_page
from .participants import read_participants
from .people import read_people
from .reviewed import read_reviewed_period, year_of_text
from .strengths import read_strengths
from .targets import read_targets
from .tasks import read_tasks
from .venues import read_place


def read_report(text: str, *, published: date | None = None) -> Report:
    """Read a meeting report (báo cáo, thông báo kết luận, tin hội nghị).

    `published` is the day the text was published or posted, for texts that do not say it themselves;
    it gives days without a year their year. Never raises: what is not found is None or empty.
    """
    page = open_page(text)
    printed = read_published(page)
    if printed is None and published is not None:
        printed = Day(Span(OUTSIDE, OUTSIDE, f"{published:%d/%m/%Y}"), published)
    return _read(page, printed)


def _read(page: Page, published: Day | None) -> Report:
    title = page.note("title", "dòng tiêu đề", *page.frame.title) if page.frame.title else None
    held_on = read_held_on(page, published.day if published else None)
    known = held_on or published
    page.reference = Reference(known.day if known else None, year_of_text(page))
    counted = read_counts(page)
    people = read_people(page)
    report = Report(
        source=page.text.source,
        title=title,
        number=read_number(page),
        organisation=read_organisation(page),
        place=read_place(page, held_on),
        held_on=held_on,
        published=published,
        period=read_reviewed_period(page, page.reference),
        kind=read_kind(page),
        people=tuple(replace(person, ordinal=n) for n, person in enumerate(people, 1)),
        participants=read_participants(page, people),
        targets=tuple(replace(target, ordinal=n) for n, target in enumerate(read_targets(page, counted), 1)),
        counts=tuple(found.count for found in counted if found.count),
        tasks=read_tasks(page),
        strengths=_numbered(read_strengths(page)),
        limitations=_numbered(read_limitations(page)),
        causes=_numbered(read_causes(page)),
    )
    return _with_warnings(report, counted, page)


def _numbered(spans: Iterable[Span]) -> tuple[Finding, ...]:
    return tuple(Finding(span.start, span.end, span.text, n) for n, span in enumerate(spans, 1))


def _with_warnings(report: Report, counted: list[Counted], page: Page) -> Report:
    warnings = [warning for found in counted for warning in warnings_of(found)]
    warnings += _missing(report)
    return replace(report, warnings=tuple(warnings), readings=tuple(page.readings))


def _missing(report: Report) -> list[ReadingWarning]:
    """Tell staff what was not found."""
    content = report.targets or report.counts or report.tasks or report.limitations or report.causes
    checks = (
        (WarningKind.NO_DATE, report.held_on),
        (WarningKind.NO_ORGANISATION, report.organisation),
        (WarningKind.NO_CONTENT, content),
        (WarningKind.NOT_A_REPORT, report.kind or (report.organisation and content)),
    )
    return [ReadingWarning(kind) for kind, found in checks if not found]
