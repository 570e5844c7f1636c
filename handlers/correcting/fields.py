"""The fields that staff may correct: their names, how a typed value is read, what the text offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from handlers import show
from handlers.richtext import shorten
from handlers.targets import status_name
from handlers.texts import TEXTS, Texts
from reports import offers, typed
from reports.edits import WHOLE, Edit, Item, Value, words_of
from reports.folding import fold
from reports.model import (
    Day,
    Deadline,
    Figure,
    ItemKind,
    Period,
    Person,
    PersonRole,
    Report,
    Span,
    Target,
    TargetCount,
    TargetStatus,
    Task,
)

SHOWN = 200
CHANGED_SHOWN = 100
Read = Callable[[str, Report], Value]
"""Reads a typed value; None where it is none of the field's."""
Offer = Callable[[Report, Item | None], Sequence[Value]]
"""Gives what the text offers for the field."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its names, folded, as people type them; how it is read; what is offered.

    What is `required` cannot be emptied. Its label is the text "field.<name>", an example of a right value
    the text "example.<sample>".
    """

    name: str
    names: tuple[str, ...]
    read: Read
    offer: Offer = lambda _report, _item: ()
    required: bool = False
    sample: str = ""

    def label(self, texts: Texts) -> str:
        """Name the field."""
        return texts(f"field.{self.name}")

    def example(self, texts: Texts) -> str:
        """Give an example of a right value."""
        return texts(f"example.{self.sample or self.name}")


def _words(value: str, _report: Report) -> Value:
    return typed.words(value)


def _several(value: str, _report: Report) -> Value:
    """Read "Công an xã; Phòng Kinh tế"."""
    spans = (typed.words(part) for part in value.split(";"))
    return tuple(span for span in spans if span) or None


def _named(prefix: str, values: Iterable[TargetStatus | PersonRole]) -> dict[str, TargetStatus | PersonRole]:
    """Collect the names of a status or role in all languages, folded."""
    return {fold(name): value for value in values for name in (*TEXTS[f"{prefix}.{value}"], value.value)}


_STATUSES = _named("status", TargetStatus)
_ROLES = _named("people", PersonRole)


def _status(value: str, _report: Report) -> Value:
    found = _STATUSES.get(fold(value).strip())
    return found if isinstance(found, TargetStatus) else None


def _roles(value: str, _report: Report) -> Value:
    found = [_ROLES.get(fold(part).strip()) for part in value.split(";")]
    roles = tuple(role for role in found if isinstance(role, PersonRole))
    return roles if len(roles) == len(found) else None


def _figure(value: str, _report: Report) -> Value:
    return typed.figure(value)


def _bodies(report: Report, item: Item | None) -> Sequence[Value]:
    return offers.bodies(report, words_of(item) if item else None)


def _deadlines(report: Report, item: Item | None) -> Sequence[Value]:
    return offers.deadlines(report, item) if isinstance(item, Task) else ()


_TITLE = Field(
    "title", ("tieu de", "ten", "title"), _words, lambda report, _: offers.titles(report), required=True
)
_ASSIGNEE = Field("assignee", ("don vi", "don vi thuc hien", "chu tri", "giao", "assignee"), _words, _bodies)
_DEADLINE = Field(
    "deadline",
    ("han", "thoi han", "han hoan thanh", "thoi gian", "deadline"),
    lambda value, report: typed.deadline(value, offers.reference_of(report)),
    _deadlines,
)
_TEXT = Field("text", ("noi dung", "viec", "text"), _words, required=True)
_FIGURE_FIELDS = (
    Field("actual", ("thuc hien", "ket qua", "actual"), _figure),
    Field("plan_ratio", ("so ke hoach", "ty le", "plan"), _figure),
    Field("change", ("bien dong", "tang giam", "so cung ky", "change"), _figure),
    Field("goal", ("de ra", "ke hoach", "muc tieu", "goal"), _figure),
)

FIGURES = frozenset(field.name for field in _FIGURE_FIELDS)
FIELDS: dict[ItemKind | None, tuple[Field, ...]] = {
    None: (
        _TITLE,
        Field("organisation", ("co quan", "don vi to chuc", "organisation"), _words, _bodies),
        Field(
            "held_on",
            ("ngay hop", "ngay", "date"),
            lambda value, _: typed.day(value),
            lambda report, _: offers.days(report),
        ),
        Field(
            "period",
            ("ky", "ky bao cao", "period"),
            lambda value, report: typed.period(value, offers.reference_of(report)),
            lambda report, _: offers.periods(report),
        ),
        Field("place", ("dia diem", "noi hop", "place"), _words),
        Field("number", ("so van ban", "so ky hieu", "so", "number"), _words),
    ),
    ItemKind.TASK: (
        _TEXT,
        _ASSIGNEE,
        Field("cooperating", ("phoi hop", "don vi phoi hop", "with"), _several),
        _DEADLINE,
    ),
    ItemKind.TARGET: (
        Field("name", ("ten", "chi tieu", "name"), _words, required=True),
        Field(
            "status",
            ("muc", "trang thai", "muc dat", "status"),
            _status,
            lambda _report, _item: tuple(TargetStatus),
        ),
        *_FIGURE_FIELDS,
    ),
    ItemKind.PERSON: (
        Field("name", ("ten", "ho ten", "name"), _words, required=True, sample="person"),
        Field("position", ("chuc vu", "chuc danh", "position"), _words),
        Field("roles", ("vai tro", "role"), _roles, lambda _report, _item: tuple((r,) for r in PersonRole)),
    ),
    **dict.fromkeys((ItemKind.LIMITATION, ItemKind.CAUSE, ItemKind.STRENGTH), (_TEXT,)),
}


def field_of(kind: ItemKind | None, name: str) -> Field | None:
    """Find a field of a kind of item by its own name."""
    return next((field for field in FIELDS[kind] if field.name == name), None)


def told(value: Value | Item | PersonRole, texts: Texts, most: int = SHOWN) -> str:
    """Write a value as a reader takes it: a day as a day, a status by its name, words as they stand."""
    if value is None or value == ():
        return texts("edit.empty")
    if isinstance(value, Span):
        return show.quoted(value, texts, most)
    if isinstance(value, tuple):
        return "; ".join(told(part, texts, most) for part in value)
    return _TOLD[type(value)](value, texts)


def change_told(edit: Edit, code: str, texts: Texts) -> str:
    """Tell what an edit put in the place of what; `code` names the item."""
    before: Any = edit.before
    after: Any = edit.after
    if edit.field == WHOLE:
        gone = after is None
        words = shorten(words_of(before if gone else after).text, CHANGED_SHOWN)
        return texts("edit.dropped" if gone else "edit.added", code=code, words=words)
    return texts(
        "edit.changed",
        field=show.capitalised(texts(f"field.{edit.field}")),
        before=told(before, texts, CHANGED_SHOWN),
        after=told(after, texts, CHANGED_SHOWN),
    )


def _deadline_told(deadline: Deadline, texts: Texts) -> str:
    day = show.day(deadline.last_day) if deadline.last_day else f"“{shorten(deadline.written.text, SHOWN)}”"
    return " ".join(filter(None, [day, show.origin(deadline.written, texts)]))


def _period_told(period: Period, texts: Texts) -> str:
    words = show.period(period.value, texts)
    return " ".join(filter(None, [words, show.origin(period.written, texts)]))


_TOLD: dict[type, Callable[..., str]] = {
    Day: show.dated,
    Deadline: _deadline_told,
    Period: _period_told,
    Figure: lambda figure, texts: show.quoted(figure.written, texts, SHOWN),
    TargetStatus: status_name,
    PersonRole: lambda role, texts: texts(f"people.{role}"),
    TargetCount: lambda count, texts: show.quoted(count.phrase, texts, SHOWN),
    Task: lambda task, texts: show.quoted(task.text, texts, SHOWN),
    Target: lambda target, texts: show.quoted(target.name, texts, SHOWN),
    Person: lambda person, texts: show.quoted(person.name, texts, SHOWN),
}
