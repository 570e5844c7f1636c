"""Changes to what was read: a field or a whole item of a report put in the place of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from .model import (
    Day,
    Deadline,
    Figure,
    Finding,
    ItemKind,
    Period,
    Person,
    PersonRole,
    Report,
    Span,
    Target,
    TargetStatus,
    Task,
)

Item = Task | Target | Person | Finding
Value = (
    Span
    | Day
    | Period
    | Deadline
    | Figure
    | TargetStatus
    | tuple[Span, ...]
    | tuple[PersonRole, ...]
    | bool
    | None
)
CHOSEN = {"status": "status_typed", "roles": "roles_typed"}
"""Fields without words of their own, and those that tell whether staff gave them."""
_EMPTIED = {
    **{name: f"{name}_emptied" for name in ("organisation", "held_on", "place", "assignee", "deadline")},
    **dict.fromkeys(("actual", "plan_ratio", "change", "goal"), "figures_emptied"),
}
"""Fields of which an answer tells that there is nothing, and those that tell whether that is staff's word."""
MARKS = CHOSEN | _EMPTIED

UNPLACED = -1
"""Start and end of a text that staff typed: it stands nowhere in the source."""

EARLIER = -2
"""Start and end of a text that stood in an earlier source of the report, which another has replaced."""

T = TypeVar("T", bound=Report | Task | Target | Person)

WHOLE = ""
"""The field that is the whole item, or of the report itself the whole reading."""

# Where the items of each kind stand in a report.
LISTS = {
    ItemKind.TASK: "tasks",
    ItemKind.TARGET: "targets",
    ItemKind.LIMITATION: "limitations",
    ItemKind.CAUSE: "causes",
    ItemKind.STRENGTH: "strengths",
    ItemKind.PERSON: "people",
}
_KEY = re.compile(r"([chnup]?)([1-9]\d{0,8})")


@dataclass(frozen=True, slots=True)
class Key:
    """Which item of a report: "3" is task 3, "c2" target 2; without a kind it is the report itself."""

    kind: ItemKind | None = None
    ordinal: int = 0

    def __str__(self) -> str:
        return "" if self.kind is None else f"{self.kind}{self.ordinal}"

    @classmethod
    def parse(cls, text: str) -> Key:
        """Read what `str` wrote. Raises ValueError for anything else."""
        if not text:
            return cls()
        match = _KEY.fullmatch(text)
        if match is None:
            raise ValueError(f"no item of a report: {text}")
        return cls(ItemKind(match[1]), int(match[2]))


HEAD = Key()


@dataclass(frozen=True, slots=True)
class Edit:
    """One value in the place of another: None where there was none, or is none any more.

    With the field WHOLE an item comes (before is None) or goes (after is None), and of the report itself
    one reading takes the place of another.
    """

    key: Key
    field: str
    before: Value | Item | Report
    after: Value | Item | Report

    @property
    def inverse(self) -> Edit:
        """Give the edit that takes this one back."""
        return Edit(self.key, self.field, self.after, self.before)


def inverses(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Give the edits that take some back, the last one first."""
    return tuple(edit.inverse for edit in reversed(list(edits)))


def typed(words: str) -> Span:
    """Make a span of words that staff typed."""
    return Span(UNPLACED, UNPLACED, words)


def as_typed(value: Any) -> Any:
    """Give a value as one that staff typed: it stands in no place of the text that says it of this item."""
    if isinstance(value, Span):
        return typed(value.text)
    if isinstance(value, Day | Period | Deadline | Figure):
        return replace(value, written=typed(value.written.text))
    if isinstance(value, tuple):
        return tuple(map(as_typed, value))
    return value


def is_typed(span: Span) -> bool:
    """Tell whether words were typed by staff and stand nowhere in the report."""
    return span.start == UNPLACED


def items(report: Report, kind: ItemKind) -> tuple[Item, ...]:
    """Give a report's items of a kind, in the order of their ordinals."""
    found: tuple[Item, ...] = getattr(report, LISTS[kind])
    return found


def find_item(report: Report, key: Key) -> Item | None:
    """Find an item, None where the report has it not, or not any more."""
    if key.kind is None:
        return None
    return next((item for item in items(report, key.kind) if item.ordinal == key.ordinal), None)


def words_of(item: Item) -> Span:
    """Give the words that an item is known by."""
    if isinstance(item, Finding):
        return item
    return item.text if isinstance(item, Task) else item.name


def value_of(report: Report, key: Key, field: str) -> Value | Item | Report:
    """Read a field, or with WHOLE the item. None where it is not there."""
    thing: Report | Item | None = report if key.kind is None else find_item(report, key)
    if thing is None or field == WHOLE or isinstance(thing, Finding):
        return thing
    value: Value = getattr(thing, field)
    return value


def edit_of(report: Report, key: Key, field: str, after: Any) -> Edit:
    """Make the edit that gives a field another value."""
    before = value_of(report, key, field)
    if isinstance(before, Finding) and field != WHOLE:
        after = Finding(after.start, after.end, after.text, before.ordinal)
    return Edit(key, field, before, after)


def marked(report: Report, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield edits that staff make, and behind a value without words, or none at all, that it is theirs."""
    for edit in edits:
        yield edit
        if mark := MARKS.get(edit.field):
            theirs = edit.field in CHOSEN or edit.after is None
            before = value_of(report, edit.key, mark)
            if theirs or before:
                yield Edit(edit.key, mark, before, theirs)


def apply(report: Report, edits: Iterable[Edit]) -> Report:
    """Put values over a report, one after the other; what an edit is about may be gone."""
    for edit in edits:
        report = _apply(report, edit)
    return report


def _apply(report: Report, edit: Edit) -> Report:
    kind = edit.key.kind
    if kind is None:
        if edit.field == WHOLE:
            return edit.after if isinstance(edit.after, Report) else report
        return _with(report, edit.field, edit.after)
    others = [item for item in items(report, kind) if item.ordinal != edit.key.ordinal]
    if changed := _changed(find_item(report, edit.key), edit):
        others.append(changed)
    return _with(report, LISTS[kind], tuple(sorted(others, key=lambda item: item.ordinal)))


def _changed(item: Item | None, edit: Edit) -> Item | None:
    if edit.field == WHOLE:
        return edit.after if isinstance(edit.after, Item) else None
    if isinstance(item, Finding):
        return edit.after if isinstance(edit.after, Finding) else item
    return _with(item, edit.field, edit.after) if item else None


def _with(thing: T, field: str, value: object) -> T:
    values: dict[str, Any] = {field: value}
    return replace(thing, **values)


def highest(report: Report, kind: ItemKind, edits: Iterable[Edit]) -> int:
    """Give the highest ordinal of a kind that is or ever was used: the next item has one more."""
    told = list(edits)
    used = (edit.key.ordinal for edit in told if edit.key.kind is kind)
    readings = [report, *readings_in(told)]
    return max([0, *(item.ordinal for one in readings for item in items(one, kind)), *used])


def readings_in(edits: Iterable[Edit]) -> Iterator[Report]:
    """Yield the whole readings that edits took away or put in their place."""
    for edit in edits:
        if edit.key.kind is None and edit.field == WHOLE:
            yield from (value for value in (edit.before, edit.after) if isinstance(value, Report))


def spans_in(value: object) -> Iterator[Span]:
    """Yield the spans of a value or item."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Day | Period | Deadline | Figure):
        yield value.written
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_in(part)
    elif isinstance(value, Task | Target | Person):
        yield from value.spans()
