"""A report as a JSON-ready record: the fields of the register, and where each string stands in the source."""

from __future__ import annotations

from .model import Figure, Person, Report, Span, Target, Task

Offsets = list[int] | None


def as_record(report: Report, file: str) -> dict[str, object]:
    """Give a report as what `sohop extract` prints, a JSON object a line.

    `offsets` mirrors the fields: where a field holds a string, it holds `[start, end]` in code points of the
    source; where a field is a list, it holds a list of the same length and order.
    """
    return {
        "file": file,
        "title": _text(report.title),
        "number": _text(report.number),
        "organisation": _text(report.organisation),
        "held_on": report.held_on.day.isoformat() if report.held_on else None,
        "place": _text(report.place),
        "period": report.period.value if report.period else None,
        "people": [_person(person) for person in report.people],
        "participants": [span.text for span in report.participants],
        "counts": [
            {"stated": count.stated, "status": count.status.value, "phrase": count.phrase.text}
            for count in report.counts
        ],
        "targets": [_target(target) for target in report.targets],
        "tasks": [_task(task) for task in report.tasks],
        "strengths": [span.text for span in report.strengths],
        "limitations": [span.text for span in report.limitations],
        "causes": [span.text for span in report.causes],
        "offsets": offsets(report),
    }


def offsets(report: Report) -> dict[str, object]:
    """Give the place of every string of the record, in the same shape."""
    return {
        "title": _place(report.title),
        "number": _place(report.number),
        "organisation": _place(report.organisation),
        "held_on": _place(report.held_on.written if report.held_on else None),
        "place": _place(report.place),
        "period": _place(report.period.written if report.period else None),
        "people": [{"name": _place(p.name), "position": _place(p.position)} for p in report.people],
        "participants": [_place(span) for span in report.participants],
        "counts": [{"phrase": _place(count.phrase)} for count in report.counts],
        "targets": [
            {"name": _place(t.name), **{name: _place(f.written if f else None) for name, f in _figures(t)}}
            for t in report.targets
        ],
        "tasks": [
            {
                "text": _place(task.text),
                "assignee": _place(task.assignee),
                "deadline_text": _place(task.deadline.written if task.deadline else None),
            }
            for task in report.tasks
        ],
        "strengths": [_place(span) for span in report.strengths],
        "limitations": [_place(span) for span in report.limitations],
        "causes": [_place(span) for span in report.causes],
    }


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _place(span: Span | None) -> Offsets:
    return [span.start, span.end] if span else None


def _person(person: Person) -> dict[str, object]:
    return {
        "name": person.name.text,
        "position": _text(person.position),
        "roles": [role.value for role in person.roles],
    }


def _figures(target: Target) -> tuple[tuple[str, Figure | None], ...]:
    return (
        ("actual", target.actual),
        ("plan_ratio", target.plan_ratio),
        ("change", target.change),
        ("goal", target.goal),
    )


def _target(target: Target) -> dict[str, object]:
    figures = {name: figure.written.text if figure else None for name, figure in _figures(target)}
    return {"name": target.name.text, "status": target.status.value if target.status else None, **figures}


def _task(task: Task) -> dict[str, object]:
    deadline = task.deadline
    last_day = deadline.last_day if deadline else None
    return {
        "text": task.text.text,
        "assignee": _text(task.assignee),
        "deadline": last_day.isoformat() if last_day else None,
        "deadline_text": deadline.written.text if deadline and last_day else None,
    }
