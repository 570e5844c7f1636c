"""What should be looked at in a reading: fields that are missing, and what a weak rule read."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.correcting.fields import FIELDS
from reports.edits import HEAD, LISTS, Key, items, value_of, words_of
from reports.model import ItemKind, Report

Look = tuple[Key, str]
"""A field of an item that should be looked at."""

# What a reader misses most; a target may well have no status, a person no position.
MISSED = ("title", "organisation", "held_on", "period")
MISSED_OF_TASKS = ("assignee", "deadline")


def looks(report: Report, behind: Look | None = None) -> tuple[Look, ...]:
    """List what is missing or weak behind a place, in the order of the head, then of the items."""
    found = {*_missing(report), *_weak(report)}
    ahead = (look for look in found if behind is None or _order(look) > _order(behind))
    return tuple(sorted(ahead, key=_order))


def _missing(report: Report) -> Iterator[Look]:
    for name in MISSED:
        if value_of(report, HEAD, name) is None:
            yield HEAD, name
    for task in report.tasks:
        for name in MISSED_OF_TASKS:
            if getattr(task, name) is None:
                yield Key(ItemKind.TASK, task.ordinal), name


def _weak(report: Report) -> Iterator[Look]:
    """Find the fields and items that a weak rule read; only a fresh reading knows its rules."""
    weak = {reading.span: reading.field.partition(".")[0] for reading in report.readings if reading.weak}
    for span, name in weak.items():
        if any(field.name == name for field in FIELDS[None]):
            yield HEAD, name
        for kind in (kind for kind, listed in LISTS.items() if listed == name):
            for item in items(report, kind):
                words = words_of(item)
                if (words.start, words.end) == (span.start, span.end):
                    yield Key(kind, item.ordinal), FIELDS[kind][0].name


_KINDS = (None, *LISTS)
_PLACES = {(kind, field.name): at for kind in _KINDS for at, field in enumerate(FIELDS[kind])}


def _order(look: Look) -> tuple[int, int, int]:
    key, name = look
    return _KINDS.index(key.kind), key.ordinal, _PLACES.get((key.kind, name), -1)
