"""From a report to the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reports.model import Day, Figure, Person, Report, Span, Target, Task
from storage.db import Session

Cells = dict[str, object]

FIGURES = ("actual", "plan_ratio", "change", "goal")
FINDINGS = ("strength", "limitation", "cause")


def span(name: str, value: Span | None, text: str | None = None) -> Cells:
    """Write a span's three cells; `text` names the text's cell where it is not `name`."""
    text = text or name
    if value is None:
        return {text: None, f"{name}_start": None, f"{name}_end": None}
    return {text: value.text, f"{name}_start": value.start, f"{name}_end": value.end}


def header(report: Report) -> Cells:
    """Write what stands in the report's own row."""
    cells: Cells = {"kind": report.kind}
    for name in ("title", "number", "organisation", "place"):
        cells |= span(name, getattr(report, name))
    for name in ("held_on", "published"):
        dated: Day | None = getattr(report, name)
        cells |= {name: dated.day.isoformat() if dated else None}
        cells |= span(name, dated.written if dated else None, f"{name}_text")
    period = report.period
    cells |= {"period": period.value if period else None}
    cells |= span("period", period.written if period else None, "period_text")
    cells |= {
        name: getattr(report, name) for name in ("organisation_emptied", "held_on_emptied", "place_emptied")
    }
    return cells


def parts(report: Report) -> dict[str, list[Cells]]:
    """Write the rows of all other tables, parents before children."""
    return {
        "person": [_person(person) for person in report.people],
        "utterance": list(_utterances(report.people)),
        "participant": [{"ordinal": i, **span("text", p)} for i, p in enumerate(report.participants, 1)],
        "target": [_target(target) for target in report.targets],
        "figure": list(_figures(report.targets)),
        "target_count": [
            {
                "ordinal": i,
                **span("phrase", count.phrase),
                "stated": count.stated,
                "status": count.status,
                "listed": count.listed,
                "readings": numbers(count.readings),
            }
            for i, count in enumerate(report.counts, 1)
        ],
        "task": [_task(task) for task in report.tasks],
        "cooperation": list(_cooperations(report.tasks)),
        "finding": list(_findings(report)),
        "warning": [
            {
                "ordinal": i,
                "kind": warning.kind,
                **span("span", warning.span),
                "stated": warning.stated,
                "listed": numbers(warning.listed),
            }
            for i, warning in enumerate(report.warnings, 1)
        ],
    }


def numbers(values: Iterable[int]) -> str:
    """Write whole numbers as one cell ("2 3")."""
    return " ".join(map(str, values))


def _person(person: Person) -> Cells:
    return {
        "ordinal": person.ordinal,
        **span("name", person.name),
        **span("position", person.position),
        "roles": " ".join(person.roles),
        "roles_typed": person.roles_typed,
    }


def _utterances(people: Sequence[Person]) -> Iterator[Cells]:
    for person in people:
        for number, said in enumerate(person.said, 1):
            yield {"person": person.ordinal, "ordinal": number, **span("text", said)}


def _target(target: Target) -> Cells:
    return {
        "ordinal": target.ordinal,
        **span("name", target.name),
        "status": target.status,
        "status_typed": target.status_typed,
        "figures_emptied": target.figures_emptied,
    }


def _figures(targets: Sequence[Target]) -> Iterator[Cells]:
    for target in targets:
        for measure in FIGURES:
            figure: Figure | None = getattr(target, measure)
            if figure:
                yield {
                    "target": target.ordinal,
                    "measure": measure,
                    **span("written", figure.written),
                    "value": None if figure.value is None else str(figure.value),
                    "upper": None if figure.upper is None else str(figure.upper),
                    "unit": figure.unit,
                    "qualifier": figure.qualifier,
                }


def _task(task: Task) -> Cells:
    deadline = task.deadline
    last_day = deadline.last_day if deadline else None
    return {
        "ordinal": task.ordinal,
        **span("text", task.text),
        **span("assignee", task.assignee),
        **span("deadline", deadline.written if deadline else None),
        "deadline_kind": deadline.kind if deadline else None,
        "last_day": last_day.isoformat() if last_day else None,
        "assignee_emptied": task.assignee_emptied,
        "deadline_emptied": task.deadline_emptied,
    }


def _cooperations(tasks: Sequence[Task]) -> Iterator[Cells]:
    for task in tasks:
        for number, unit in enumerate(task.cooperating, 1):
            yield {"task": task.ordinal, "ordinal": number, **span("text", unit)}


def _findings(report: Report) -> Iterator[Cells]:
    for kind, findings in zip(FINDINGS, (report.strengths, report.limitations, report.causes), strict=True):
        for finding in findings:
            yield {"kind": kind, "ordinal": finding.ordinal, **span("text", finding)}


async def insert(session: Session, table: str, number: int, rows: list[Cells]) -> None:
    """Insert the rows of one table for one report."""
    if not rows:
        return
    columns = ", ".join(rows[0])
    marks = ", ".join(f":{name}" for name in rows[0])
    await session.write_many(
        f"INSERT INTO {table} (report_id, {columns}) VALUES (:report_id, {marks})",
        [{"report_id": number, **row} for row in rows],
    )
