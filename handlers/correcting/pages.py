"""What a correction shows: the head of a report, a list of its items, one item; each with its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers import show
from handlers.chat import Choice, Reply
from handlers.correcting.fields import FIELDS, FIGURES, change_told, told
from handlers.correcting.subject import NEW, Subject
from handlers.pages import number, pages
from handlers.richtext import RichText, bold, join
from handlers.texts import Texts
from reports.edits import HEAD, LISTS, MARKS, Edit, Key, find_item, items, value_of, words_of
from reports.model import ItemKind, Task

EACH = 8
A_ROW = 4
LABEL = 48
"""A button's label has at most so many characters."""
WORDS_SHOWN = 600
Choices = tuple[tuple[Choice, ...], ...]


def menu(subject: Subject, texts: Texts, note: RichText | str = "") -> Reply:
    """Show the head's fields and how many items of each kind there are; a button for each."""
    report, name = subject.report, subject.aim.subject
    lines = [_line(subject, HEAD, field.name, texts) for field in FIELDS[None]]
    counts = " · ".join(f"{_kind_name(kind, texts)}: {len(items(report, kind))}" for kind in LISTS)
    fields = [
        Choice(show.capitalised(field.label(texts)), f"ask {name} {field.name}") for field in FIELDS[None]
    ]
    lists = [
        Choice(show.capitalised(_kind_name(kind, texts)), f"items {name} {LISTS[kind]}") for kind in LISTS
    ]
    walk = Choice(texts("edit.walk"), f"walk {name}")
    head = bold(texts("edit.title", name=subject.name(texts)))
    return Reply(
        join([note, join([head, *lines]), counts, texts("edit.how_menu")], "\n\n"),
        (*_rows(fields, 3), *_rows(lists, 3), (walk, subject.back(texts))),
    )


def list_items(subject: Subject, kind: ItemKind, page: int, texts: Texts, note: RichText | str = "") -> Reply:
    """Show a page of the items of a kind, a numbered button for each, and one to add another."""
    name = subject.aim.subject
    all_items = items(subject.report, kind)
    last = pages(len(all_items), EACH)
    page = min(page, last)
    shown = all_items[(page - 1) * EACH : page * EACH]
    lines = [
        bold(f"{subject.code(Key(kind, item.ordinal))} ") + show.quoted(words_of(item), texts, 120)
        for item in shown
    ]
    head = texts(
        "edit.list",
        kind=show.capitalised(_kind_name(kind, texts)),
        count=len(all_items),
        name=subject.name(texts),
    )
    buttons = [
        Choice(str(Key(kind, item.ordinal)), f"edit {subject.aim.at(Key(kind, item.ordinal))}")
        for item in shown
    ]
    turns = [
        Choice(texts(key), f"items {name} {LISTS[kind]} {other}")
        for key, other in (("page.previous", page - 1), ("page.next", page + 1))
        if 1 <= other <= last
    ]
    add = Choice(texts("edit.add"), f"ask {subject.aim.at(Key(kind, NEW))} {FIELDS[kind][0].name}")
    return Reply(
        join([note, bold(head), join(lines), number(page, last, texts)], "\n\n"),
        (*_rows(buttons, A_ROW), *([tuple(turns)] if turns else []), (add, _to_menu(subject, texts))),
    )


def item_page(subject: Subject, texts: Texts, note: RichText | str = "") -> Reply:
    """Show one item with all its fields, and what can be done with it."""
    key = subject.aim.key
    kind = key.kind or ItemKind.TASK
    head = texts("edit.item", kind=_one_name(kind, texts), code=subject.code(key), name=subject.name(texts))
    fields = [field.name for field in FIELDS[kind]]
    lines = [_line(subject, key, field, texts) for field in fields]
    ask = [
        Choice(show.capitalised(field.label(texts)), f"ask {subject.aim} {field.name}")
        for field in FIELDS[kind]
    ]
    acts = [Choice(texts("edit.drop"), f"drop {subject.aim}")]
    if isinstance(subject.item, Task):
        after = _next(subject)
        acts = [
            *([Choice(texts("edit.merge"), f"merge {subject.aim} {after.ordinal}")] if after else []),
            Choice(texts("edit.cut"), f"cut {subject.aim}"),
            *acts,
        ]
    around = [
        Choice(label, f"edit {subject.aim.at(neighbour)}")
        for label, neighbour in (("◂", _next(subject, -1)), ("▸", _next(subject)))
        if neighbour
    ]
    to_list = Choice(show.capitalised(_kind_name(kind, texts)), f"items {subject.aim.subject} {LISTS[kind]}")
    return Reply(
        join([note, join([bold(head), *lines])], "\n\n"),
        (*_rows(ask, 3), tuple(acts), (*around, to_list, subject.back(texts))),
    )


def page_of(subject: Subject, texts: Texts, note: RichText | str = "") -> Reply:
    """Show what is aimed at: an item, the list where it is gone, or the menu."""
    if subject.item:
        return item_page(subject, texts, note)
    kind = subject.aim.key.kind
    return menu(subject, texts, note) if kind is None else list_items(subject, kind, 1, texts, note)


def note_of(subject: Subject, made: Sequence[Edit], texts: Texts) -> RichText:
    """Tell what was changed, before and after; of a stored report also how to take it back."""
    lines = [change_told(edit, subject.code(edit.key), texts) for edit in made]
    undo = "" if subject.draft else texts("edit.undo")
    return join([bold(texts("edit.done")), *lines, undo])


def _line(subject: Subject, key: Key, field: str, texts: Texts) -> RichText:
    value: Any = value_of(subject.report, key, field)
    label = show.capitalised(texts(f"field.{field}"))
    shown = told(value, texts, WORDS_SHOWN)
    # whether any figure was emptied says nothing of one of them
    marked = field in MARKS and field not in FIGURES and value_of(subject.report, key, MARKS[field])
    if value is None:
        shown = show.nothing(shown, bool(marked), texts)
    elif marked:
        shown += f" {texts('by.staff')}"
    return bold(f"{label}: ") + shown


def _next(subject: Subject, step: int = 1) -> Key | None:
    """Find the neighbour of an item in its list."""
    kind = subject.aim.key.kind
    if kind is None:
        return None
    ordinals = [item.ordinal for item in items(subject.report, kind)]
    at = ordinals.index(subject.aim.key.ordinal) + step
    return Key(kind, ordinals[at]) if 0 <= at < len(ordinals) else None


def next_task(subject: Subject) -> Task | None:
    """Give the task behind the one that is aimed at."""
    key = _next(subject)
    item = find_item(subject.report, key) if key else None
    return item if isinstance(item, Task) else None


def _kind_name(kind: ItemKind, texts: Texts) -> str:
    return texts(f"field.{LISTS[kind]}")


def _one_name(kind: ItemKind, texts: Texts) -> str:
    return texts(f"item.{LISTS[kind]}")


def _to_menu(subject: Subject, texts: Texts) -> Choice:
    return Choice(texts("edit.menu"), f"edit {subject.aim.subject}")


def _rows(choices: list[Choice], each: int) -> Choices:
    return tuple(tuple(choices[at : at + each]) for at in range(0, len(choices), each))
