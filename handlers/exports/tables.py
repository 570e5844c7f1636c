"""The tables of stored reports: what each column holds, for spreadsheets and lists alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers import show
from handlers.codes import Code
from handlers.exports.cells import (
    Cell,
    change,
    exact,
    is_typed,
    least_sure,
    listed,
    origin,
    percent,
    words_of,
)
from handlers.exports.table import Column, Reports, Table
from handlers.targets import status_name, summary
from handlers.texts import Texts
from reports.edits import UNPLACED
from reports.model import Figure, Finding, ItemKind, Person, PersonRole, Report, Span, Target, Task
from storage.reports import StoredReport


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in the list of all."""

    ordinal: int
    stored: StoredReport
    task: Task


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target."""

    code: Code
    target: Target


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A limitation, cause or strength."""

    code: Code
    span: Finding


def tasks(reports: Reports) -> Iterator[TaskRow]:
    """List all tasks, numbered through."""
    pairs = ((stored, task) for stored in reports for task in stored.report.tasks)
    for ordinal, (stored, task) in enumerate(pairs, 1):
        yield TaskRow(ordinal, stored, task)


def targets(reports: Reports) -> Iterator[TargetRow]:
    """List all targets."""
    for stored in reports:
        for target in stored.report.targets:
            yield TargetRow(Code(stored.id, ItemKind.TARGET, target.ordinal), target)


def findings(reports: Reports) -> Iterator[FindingRow]:
    """List limitations, causes, strengths of each report."""
    for stored in reports:
        report = stored.report
        kinds = (
            (ItemKind.LIMITATION, report.limitations),
            (ItemKind.CAUSE, report.causes),
            (ItemKind.STRENGTH, report.strengths),
        )
        for kind, findings in kinds:
            for finding in findings:
                yield FindingRow(Code(stored.id, kind, finding.ordinal), finding)


# Tasks: the 16 columns of offices' own registers, then what those have no place for. A report does not say
# what the branch is, who submitted it or how far it is: these columns are there to be filled in.

_DEADLINE_KINDS = {"fixed": "cell.fixed", "recurring": "cell.recurring", "relative": "cell.relative"}


def _deadline(row: TaskRow, texts: Texts) -> Cell:
    deadline = row.task.deadline
    if deadline is None:
        return show.nothing(texts("task.no_deadline"), row.task.deadline_emptied, texts)
    return deadline.last_day or words_of(deadline.written)


def _assignee(row: TaskRow, texts: Texts) -> Cell:
    task = row.task
    return words_of(task.assignee) or show.nothing(texts("task.no_assignee"), task.assignee_emptied, texts)


def _written_deadline(task: Task) -> Cell:
    """Quote the text's words of a deadline; what staff typed does not stand in it."""
    written = task.deadline.written if task.deadline else None
    return None if is_typed(written) else words_of(written)


def _deadline_kind(row: TaskRow, texts: Texts) -> Cell:
    deadline = row.task.deadline
    return texts(_DEADLINE_KINDS[deadline.kind] if deadline else "task.no_deadline")


def _task_origin(row: TaskRow, texts: Texts) -> Cell:
    task = row.task
    fields = {
        texts("column.task"): task.text,
        texts("column.assignee"): task.assignee,
        texts("column.cooperating"): least_sure(task.cooperating),
        texts("column.deadline"): task.deadline.written if task.deadline else None,
    }
    return origin({name.lower(): span for name, span in fields.items()}, texts)


def _unknown(row: object, texts: Texts) -> Cell:
    """Leave a cell empty: no report says it."""
    return None


TASKS: Table[TaskRow] = Table(
    "tasks",
    tasks,
    (
        Column("ordinal", 4, lambda row, _: row.ordinal),
        Column("meeting", 7, _unknown),
        Column("document", 11, lambda row, _: words_of(row.stored.report.number)),
        Column("issued", 9, _unknown),
        Column("assignee", 18, _assignee),
        Column("branch", 8, _unknown),
        Column("submitter", 9, _unknown),
        Column("field", 8, _unknown),
        Column("task", 40, lambda row, _: words_of(row.task.text)),
        Column("deadline_kind", 10, _deadline_kind),
        Column("deadline", 11, _deadline),
        Column("progress", 8, _unknown),
        Column("result", 10, _unknown),
        Column("implementing", 9, _unknown),
        Column("code", 6, lambda row, _: str(Code(row.stored.id, ordinal=row.task.ordinal))),
        Column("updated", 11, lambda row, _: row.stored.posted_at.date()),
        Column("cooperating", 16, lambda row, _: listed(row.task.cooperating)),
        Column(
            "deadline_written",
            13,
            lambda row, _: _written_deadline(row.task),
        ),
        Column("origin", 16, _task_origin),
    ),
)


# Targets


_TYPED = Span(UNPLACED, UNPLACED, "")
"""Stands for a choice that staff made: it has no words of its own."""


def _target_origin(row: TargetRow, texts: Texts) -> Cell:
    target = row.target
    fields = {
        texts("column.target"): target.name,
        texts("column.status"): _TYPED if target.status_typed else None,
        **{
            texts(f"column.{name}"): figure.written if figure else None
            for name, figure in (
                ("actual", target.actual),
                ("plan_ratio", target.plan_ratio),
                ("change", target.change),
                ("goal", target.goal),
            )
        },
    }
    return origin({name.lower(): span for name, span in fields.items()}, texts)


def _written(figure: Figure | None) -> Cell:
    return words_of(figure.written) if figure else None


def _unit(figure: Figure | None) -> Cell:
    """Name the unit of the number beside it; without that number the words say it all."""
    return figure.unit if figure and exact(figure) is not None else None


TARGETS: Table[TargetRow] = Table(
    "targets",
    targets,
    (
        Column("item_code", 7, lambda row, _: str(row.code)),
        Column("target", 36, lambda row, _: words_of(row.target.name)),
        Column("status", 12, lambda row, t: show.capitalised(status_name(row.target.status, t))),
        Column("actual", 9, lambda row, _: exact(row.target.actual)),
        Column("actual_unit", 10, lambda row, _: _unit(row.target.actual)),
        Column("actual_written", 14, lambda row, _: _written(row.target.actual)),
        Column("plan_ratio", 8, lambda row, _: percent(row.target.plan_ratio)),
        Column("plan_ratio_written", 13, lambda row, _: _written(row.target.plan_ratio)),
        Column("change", 8, lambda row, _: change(row.target.change)),
        Column("change_written", 12, lambda row, _: _written(row.target.change)),
        Column("goal", 9, lambda row, _: exact(row.target.goal)),
        Column("goal_unit", 10, lambda row, _: _unit(row.target.goal)),
        Column("goal_written", 14, lambda row, _: _written(row.target.goal)),
        Column("origin", 16, _target_origin),
    ),
)


# Limitations, causes, strengths

_FINDINGS = {
    ItemKind.LIMITATION: "cell.limitation",
    ItemKind.CAUSE: "cell.cause",
    ItemKind.STRENGTH: "cell.strength",
}

FINDINGS: Table[FindingRow] = Table(
    "findings",
    findings,
    (
        Column("item_code", 7, lambda row, _: str(row.code)),
        Column("kind", 14, lambda row, t: t(_FINDINGS[row.code.kind])),
        Column("finding", 100, lambda row, _: words_of(row.span)),
        Column("origin", 16, lambda row, t: origin({"": row.span}, t)),
    ),
)


# Reports


def _report_origin(row: StoredReport, texts: Texts) -> Cell:
    report = row.report
    fields: dict[str, Span | None] = {
        "title": report.title,
        "number": report.number,
        "organisation": report.organisation,
        "held_on": report.held_on.written if report.held_on else None,
        "place": report.place,
        "period": report.period.written if report.period else None,
        "published": report.published.written if report.published else None,
    }
    columns = {
        "chair": least_sure(span for person in _chairs(report) for span in _words_for(person)),
        "participants": least_sure(report.participants),
    }
    named = {texts(f"field.{name}"): span for name, span in fields.items()}
    return origin(named | {texts(f"column.{n}").lower(): span for n, span in columns.items()}, texts)


def _chairs(report: Report) -> list[Person]:
    return [person for person in report.people if PersonRole.CHAIR in person.roles]


def _words_for(person: Person) -> tuple[Span | None, ...]:
    """Give the words that a person is written in; a role that staff gave has none of its own."""
    return (person.name, person.position, _TYPED if person.roles_typed else None)


def _chair(report: Report) -> str | None:
    """Name who chaired, each with the position."""
    return "; ".join(map(_person, _chairs(report))) or None


def _person(person: Person) -> str:
    return ", ".join(filter(None, (words_of(person.name), words_of(person.position))))


REPORTS: Table[StoredReport] = Table(
    "reports",
    iter,
    (
        Column("number", 7, lambda row, _: row.id),
        Column("title", 36, lambda row, _: words_of(row.report.title)),
        Column("document", 11, lambda row, _: words_of(row.report.number)),
        Column("organisation", 18, lambda row, _: words_of(row.report.organisation)),
        Column("held_on", 11, lambda row, _: row.report.held_on.day if row.report.held_on else None),
        Column("place", 14, lambda row, _: words_of(row.report.place)),
        Column("period", 11, lambda row, t: show.period(p.value, t) if (p := row.report.period) else None),
        Column("chair", 18, lambda row, _: _chair(row.report)),
        Column("participants", 30, lambda row, _: listed(row.report.participants)),
        Column("task_count", 7, lambda row, _: len(row.report.tasks)),
        Column("target_count", 7, lambda row, _: len(row.report.targets)),
        Column("stated", 20, lambda row, t: summary(row.report, t) if row.report.counts else None),
        Column("finding_count", 7, lambda row, _: len(row.report.limitations)),
        Column("published", 11, lambda row, _: row.report.published.day if row.report.published else None),
        Column("posted", 11, lambda row, _: row.posted_at.date()),
        Column("origin", 16, _report_origin),
    ),
)
