"""From the rows of the tables back to a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reports.edits import UNPLACED
from reports.model import (
    Day,
    Deadline,
    DeadlineKind,
    Figure,
    Finding,
    MeetingKind,
    Period,
    Person,
    PersonRole,
    ReadingWarning,
    Report,
    Span,
    Target,
    TargetCount,
    TargetStatus,
    Task,
    WarningKind,
)
from storage.db import Row, Session
from storage.times import day_of

Parts = Mapping[str, Sequence[Row]]

# Each table of a report's parts, with the order of its rows.
TABLES = {
    "person": "ordinal",
    "utterance": "person, ordinal",
    "participant": "ordinal",
    "target": "ordinal",
    "figure": "target",
    "target_count": "ordinal",
    "task": "ordinal",
    "cooperation": "task, ordinal",
    "finding": "kind, ordinal",
    "warning": "ordinal",
}


async def select(session: Session, table: str, number: int) -> list[Row]:
    """Read a report's rows of one table in their order."""
    return await session.rows(f"SELECT * FROM {table} WHERE report_id = ? ORDER BY {TABLES[table]}", [number])


async def select_of(session: Session, table: str, numbers: Sequence[int]) -> list[Row]:
    """Read the rows of some reports of one table, each report's in their order."""
    marks = ", ".join("?" * len(numbers))
    return await session.rows_once(
        f"SELECT * FROM {table} WHERE report_id IN ({marks}) ORDER BY report_id, {TABLES[table]}", numbers
    )


async def select_many(session: Session, table: str, first: int, last: int) -> list[Row]:
    """Read the rows of reports `first` to `last` of one table, each report's in their order."""
    return await session.rows(
        f"SELECT * FROM {table} WHERE report_id BETWEEN ? AND ? ORDER BY report_id, {TABLES[table]}",
        [first, last],
    )


def span(row: Row, name: str, text: str | None = None) -> Span | None:
    """Read a span's three cells."""
    words = row[text or name]
    if words is None:
        return None
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return Span(UNPLACED if start is None else start, UNPLACED if end is None else end, words)


def a_span(row: Row, name: str) -> Span:
    """Read a span that the table says is there."""
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return Span(UNPLACED if start is None else start, UNPLACED if end is None else end, row[name])


def day(row: Row, name: str) -> Day | None:
    """Read a day and how the text writes it; None where there is none."""
    read, written = day_of(row[name]), span(row, name, f"{name}_text")
    return Day(written, read) if read and written else None


@dataclass(frozen=True, slots=True)
class Dates:
    """When a meeting was, where that is not known when it was published; whether staff emptied its day."""

    held_on: Day | None
    published: Day | None
    emptied: bool

    @property
    def known(self) -> Day | None:
        """Give the day that the report is known by."""
        return self.held_on or self.published


DATES = """
    held_on, held_on_text, held_on_start, held_on_end, held_on_emptied,
    published, published_text, published_start, published_end
"""
"""The columns that `dates` reads."""
PERIOD = "period, period_text, period_start, period_end"
"""The columns that `period` reads."""


def dates(row: Row) -> Dates:
    """Read when a report's meeting was."""
    return Dates(day(row, "held_on"), day(row, "published"), bool(row["held_on_emptied"]))


def report(row: Row, parts: Parts) -> Report:
    """Put a report together from its row and the rows of its parts."""
    return Report(
        source=row["source"],
        title=span(row, "title"),
        number=span(row, "number"),
        organisation=span(row, "organisation"),
        place=span(row, "place"),
        held_on=day(row, "held_on"),
        published=day(row, "published"),
        period=period(row),
        kind=MeetingKind(row["kind"]) if row["kind"] else None,
        people=people(parts),
        participants=tuple(a_span(r, "text") for r in parts["participant"]),
        targets=targets(parts),
        counts=tuple(_count(r) for r in parts["target_count"]),
        tasks=tasks(parts),
        warnings=tuple(_warning(r) for r in parts["warning"]),
        strengths=_findings(parts, "strength"),
        limitations=_findings(parts, "limitation"),
        causes=_findings(parts, "cause"),
        organisation_emptied=bool(row["organisation_emptied"]),
        held_on_emptied=bool(row["held_on_emptied"]),
        place_emptied=bool(row["place_emptied"]),
    )


def period(row: Row) -> Period | None:
    """Read a period and how the text writes it; None where there is none."""
    written = span(row, "period", "period_text")
    return Period(written, row["period"]) if written else None


def people(parts: Parts) -> tuple[Person, ...]:
    """Put people together from their rows and those of what they said."""
    said = defaultdict(list)
    for row in parts["utterance"]:
        said[row["person"]].append(a_span(row, "text"))
    return tuple(
        Person(
            name=a_span(row, "name"),
            position=span(row, "position"),
            roles=tuple(PersonRole(role) for role in row["roles"].split()),
            said=tuple(said[row["ordinal"]]),
            ordinal=row["ordinal"],
            roles_typed=bool(row["roles_typed"]),
        )
        for row in parts["person"]
    )


def targets(parts: Parts) -> tuple[Target, ...]:
    """Put targets together from their rows and those of their figures."""
    figures = defaultdict(list)
    for row in parts["figure"]:
        figures[row["target"]].append(row)
    return tuple(target(row, figures[row["ordinal"]]) for row in parts["target"])


def target(row: Row, figures: Sequence[Row]) -> Target:
    """Put a target together from its row and those of its figures."""
    return Target(
        name=a_span(row, "name"),
        status=TargetStatus(row["status"]) if row["status"] else None,
        **{figure["measure"]: _figure(figure) for figure in figures},
        ordinal=row["ordinal"],
        status_typed=bool(row["status_typed"]),
        figures_emptied=bool(row["figures_emptied"]),
    )


def _figure(row: Row) -> Figure:
    return Figure(
        written=a_span(row, "written"),
        value=None if row["value"] is None else Decimal(row["value"]),
        upper=None if row["upper"] is None else Decimal(row["upper"]),
        unit=row["unit"],
        qualifier=row["qualifier"],
    )


def _count(row: Row) -> TargetCount:
    return TargetCount(
        phrase=a_span(row, "phrase"),
        stated=row["stated"],
        status=TargetStatus(row["status"]),
        listed=row["listed"],
        readings=_numbers(row["readings"]),
    )


def tasks(parts: Parts) -> tuple[Task, ...]:
    """Put tasks together from their rows and those of who co-operates."""
    units = defaultdict(list)
    for row in parts["cooperation"]:
        units[row["task"]].append(a_span(row, "text"))
    return tuple(
        Task(
            ordinal=row["ordinal"],
            text=a_span(row, "text"),
            assignee=span(row, "assignee"),
            cooperating=tuple(units[row["ordinal"]]),
            deadline=_deadline(row),
            assignee_emptied=bool(row["assignee_emptied"]),
            deadline_emptied=bool(row["deadline_emptied"]),
        )
        for row in parts["task"]
    )


def _deadline(row: Row) -> Deadline | None:
    written = span(row, "deadline")
    if written is None:
        return None
    return Deadline(written, DeadlineKind(row["deadline_kind"]), day_of(row["last_day"]))


def _findings(parts: Parts, kind: str) -> tuple[Finding, ...]:
    return tuple(finding(row) for row in parts["finding"] if row["kind"] == kind)


def finding(row: Row) -> Finding:
    """Put a finding together from its row."""
    span = a_span(row, "text")
    return Finding(span.start, span.end, span.text, row["ordinal"])


def _warning(row: Row) -> ReadingWarning:
    return ReadingWarning(WarningKind(row["kind"]), span(row, "span"), row["stated"], _numbers(row["listed"]))


def _numbers(cell: str) -> tuple[int, ...]:
    return tuple(map(int, cell.split()))
