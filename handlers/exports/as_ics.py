"""Deadlines as a calendar (RFC 5545): an all-day event for each task that has a day.

A task's event is the same in every file (UID), and counts on where it says something else (SEQUENCE), so
that a calendar takes a newer file for news and repeats nothing; what has no deadline any more is cancelled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from handlers import show
from handlers.codes import Code
from handlers.exports.cells import words, words_of
from handlers.exports.table import Reports
from handlers.texts import Texts
from reports.model import Task
from storage.calendars import Given
from storage.reports import StoredReport

if TYPE_CHECKING:
    from icalendar import Alarm
    from icalendar import Event as Component

DAY = timedelta(days=1)
MORNING = timedelta(hours=7, minutes=30)
REMINDERS = (MORNING - DAY, MORNING)
"""From the start of the day: the morning before, and the morning itself."""
SUMMARY_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Event:
    """A task's deadline; `digest` is all that it says, `sequence` how often that changed."""

    code: Code
    day: date
    summary: str
    description: str = ""
    unit: str | None = None
    sequence: int = 0
    cancelled: bool = False

    @property
    def digest(self) -> str:
        """Reduce what the event says to what makes it the same."""
        said = "\n".join((self.day.isoformat(), self.summary, self.description, self.unit or ""))
        return hashlib.sha256(said.encode()).hexdigest()


def dated(reports: Reports, texts: Texts) -> Iterator[Event]:
    """List the deadlines that have a day."""
    for stored in reports:
        for task in stored.report.tasks:
            if task.deadline and task.deadline.last_day:
                yield _event(stored, task, task.deadline.last_day, texts)


def _event(stored: StoredReport, task: Task, day: date, texts: Texts) -> Event:
    code, unit = Code(stored.id, ordinal=task.ordinal), words_of(task.assignee)
    short = words(task.text.text, SUMMARY_SHOWN)
    named = texts("event.assigned", unit=unit, task=short) if unit and unit not in short else short
    return Event(
        code,
        day,
        texts("event.summary", code=code, task=named),
        "\n".join(filter(None, _description(stored, task, texts))),
        unit,
    )


def _description(stored: StoredReport, task: Task, texts: Texts) -> Iterator[str | None]:
    yield _marked(words(task.text.text), show.origin(task.text, texts))
    unit = words_of(task.assignee)
    if task.assignee:
        yield _marked(texts("task.assignee", unit=unit), show.origin(task.assignee, texts))
    else:
        yield show.nothing(texts("task.no_assignee"), task.assignee_emptied, texts)
    if task.cooperating:
        units = "; ".join(_marked(words(unit.text), show.origin(unit, texts)) for unit in task.cooperating)
        yield texts("task.cooperating", units=units)
    if task.deadline and task.deadline.last_day:
        written = words_of(task.deadline.written)
        told = texts("task.deadline", day=show.day(task.deadline.last_day), written=written)
        yield _marked(told, show.origin(task.deadline.written, texts))
    name = texts("report.name", number=stored.id)
    yield f"{name} · {show.title_of(stored.report.title, texts)}"


def _marked(told: str, mark: str) -> str:
    return f"{told} {mark}" if mark else told


def revised(events: Iterable[Event], before: Iterable[Given], texts: Texts) -> list[Event]:
    """Count on where an event says something else than the last file did, and cancel what is gone."""
    current = {event.code: event for event in events}
    known = {Code(last.report, ordinal=last.task): last for last in before}
    changed = [_counted_on(event, known.get(code)) for code, event in current.items()]
    return changed + [
        Event(
            code,
            last.day,
            texts("event.cancelled", code=code),
            sequence=last.sequence + (not last.cancelled),
            cancelled=True,
        )
        for code, last in known.items()
        if code not in current
    ]


def given(event: Event) -> Given:
    """Tell what is to be remembered of an event."""
    code = event.code
    return Given(code.report, code.ordinal or 0, event.day, event.digest, event.sequence, event.cancelled)


def _counted_on(event: Event, last: Given | None) -> Event:
    if last is None:
        return event
    same = event.digest == last.digest and not last.cancelled
    return replace(event, sequence=last.sequence + (not same))


def write(events: Iterable[Event], book: str, as_of: datetime, texts: Texts) -> bytes:
    """Write events as a calendar file; `book` tells this book's tasks from those of any other."""
    from icalendar import Calendar  # noqa: PLC0415 only where somebody exports

    calendar = Calendar()
    calendar.add("prodid", "-//So Hop//sohop//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", texts("event.calendar"))
    for event in events:
        calendar.add_component(_component(event, book, as_of))
    return bytes(calendar.to_ical())


def _component(event: Event, book: str, as_of: datetime) -> Component:
    from icalendar import Event as Component  # noqa: PLC0415 see above

    component = Component()
    component.add("uid", f"{event.code}@{book}.sohop")
    component.add("dtstamp", as_of.astimezone(UTC))
    component.add("dtstart", event.day)
    component.add("dtend", event.day + DAY)
    component.add("sequence", event.sequence)
    component.add("summary", event.summary)
    component.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    component.add("transp", "TRANSPARENT")
    if event.description:
        component.add("description", event.description)
    if event.unit:
        component.add("categories", [event.unit])
    if not event.cancelled:
        for before in REMINDERS:
            component.add_component(_alarm(event, before))
    return component


def _alarm(event: Event, before: timedelta) -> Alarm:
    from icalendar import Alarm  # noqa: PLC0415 see above

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.summary)
    alarm.add("trigger", before)
    return alarm
