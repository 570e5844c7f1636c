"""A better text of the same meeting: its reading, with the codes and the corrections of the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from .edits import (
    EARLIER,
    HEAD,
    LISTS,
    MARKS,
    UNPLACED,
    WHOLE,
    Edit,
    Item,
    Key,
    apply,
    find_item,
    highest,
    items,
    readings_in,
    value_of,
    words_of,
)
from .folding import words
from .model import (
    OUTSIDE,
    Day,
    Deadline,
    Figure,
    Finding,
    ItemKind,
    Period,
    Person,
    Report,
    Span,
    Target,
    TargetCount,
    Task,
)

V = TypeVar("V")

ALIKE = 0.6
"""Two items are the same when so large a share of their words is the same (Dice)."""
NOT_COMPARED = ("ordinal", "said")
HEAD_FIELDS = ("title", "number", "organisation", "place", "held_on", "published", "period")


def supplement(report: Report, fresh: Report, corrections: Sequence[Edit], history: Iterable[Edit]) -> Report:
    """Put a fresh reading in the place of a report.

    Items that both have keep their codes, new ones get codes that were never used (`history` tells which
    were). What staff corrected stays corrected, what they dropped stays dropped, what they added stays; an
    item that they corrected stays also where the new text does not name it. Of a kind that the new text does
    not tell at all, nothing is taken away: a notice has no list of participants.
    """
    told = list(history)
    kept = {
        name: getattr(fresh, name) or anchored(getattr(report, name), fresh.source)
        for name in (*HEAD_FIELDS, "kind", "participants")
    }
    parts = {name: _renumbered(report, fresh, kind, told) for kind, name in LISTS.items()}
    counts = fresh.counts
    if not fresh.targets and not counts:
        counts = anchored(report.counts, fresh.source)
    changes: dict[str, Any] = {**kept, **parts, "counts": counts, "readings": ()}
    return _corrected(replace(fresh, **changes), report, corrections)


def _renumbered(report: Report, fresh: Report, kind: ItemKind, history: Sequence[Edit]) -> tuple[Item, ...]:
    """Give the fresh items of a kind the numbers of those that they are."""
    if not items(fresh, kind):
        return anchored(items(report, kind), fresh.source)
    same = matched(report, fresh, kind, history)
    free = highest(report, kind, history)
    numbered = []
    for item in items(fresh, kind):
        if item.ordinal not in same:
            free += 1
        numbered.append(replace(item, ordinal=same.get(item.ordinal, free)))
    return tuple(sorted(numbered, key=lambda item: item.ordinal))


def matched(report: Report, fresh: Report, kind: ItemKind, history: Iterable[Edit]) -> dict[int, int]:
    """Find which fresh items are which old ones, the most alike first; gives old numbers by fresh ones.

    An old item is known by its words of now, and by those that staff corrected or dropped.
    """
    known = list(_known_words(report, kind, history))
    new = [(item.ordinal, Counter(words(words_of(item).text))) for item in items(fresh, kind)]
    pairs = sorted(
        ((_likeness(before, after), old, number) for old, before in known for number, after in new),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    same: dict[int, int] = {}
    for likeness, old, number in pairs:
        if likeness >= ALIKE and number not in same and old not in same.values():
            same[number] = old
    return same


def _known_words(
    report: Report, kind: ItemKind, history: Iterable[Edit]
) -> Iterator[tuple[int, Counter[str]]]:
    told = list(history)
    for reading in [report, *readings_in(told)]:
        for item in items(reading, kind):
            yield item.ordinal, Counter(words(words_of(item).text))
    for edit in told:
        if edit.key.kind is not kind:
            continue
        before = words_of(edit.before) if isinstance(edit.before, Item) else edit.before
        if isinstance(before, Span) and edit.field in (WHOLE, "text", "name"):
            yield edit.key.ordinal, Counter(words(before.text))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _corrected(merged: Report, report: Report, corrections: Sequence[Edit]) -> Report:
    """Put what staff corrected over a fresh reading; an item that it lacks comes back as it was."""
    said: set[tuple[Key, str]] = set()  # the marks of what the new text says itself
    for edit in corrections:
        if edit.after is not None and _told(value_of(merged, edit.key, edit.field)) == _told(edit.after):
            said.add((edit.key, MARKS.get(edit.field, "")))
            continue
        if (edit.key, edit.field) in said:
            continue
        goes = edit.field == WHOLE and edit.after is None
        if edit.key.kind is not None and not goes and find_item(merged, edit.key) is None:
            whole = anchored(find_item(report, edit.key), merged.source)
            merged = apply(merged, [Edit(edit.key, WHOLE, None, whole)])
        else:
            merged = apply(merged, [anchored_edit(edit, merged.source)])
    return merged


def anchored(value: V, source: str) -> V:
    """Give every span in a value its place in another source; what is not there is of an earlier text."""
    moved: Any = value
    if isinstance(value, Span):
        start, end = _place(value, source)
        moved = replace(value, start=start, end=end)
    elif isinstance(value, tuple):
        moved = tuple(anchored(part, source) for part in value)
    elif isinstance(value, Day | Period | Deadline | Figure | Task | Target | TargetCount | Person):
        moved = replace(value, **{f.name: anchored(getattr(value, f.name), source) for f in fields(value)})
    anchored_value: V = moved
    return anchored_value


def _place(span: Span, source: str) -> tuple[int, int]:
    if span.start in (UNPLACED, OUTSIDE) or source[span.start : span.end] == span.text:
        return span.start, span.end
    at = source.find(span.text)
    return (at, at + len(span.text)) if at >= 0 else (EARLIER, EARLIER)


def differences(before: Report, after: Report) -> Iterator[Edit]:
    """Tell what two reports say otherwise, by their words, as the edits that make the second of the first."""
    yield from _fields_between(HEAD, before, after, (*HEAD_FIELDS, "participants", "counts"))
    for kind in LISTS:
        keys = {item.ordinal for report in (before, after) for item in items(report, kind)}
        for key in (Key(kind, ordinal) for ordinal in sorted(keys)):
            yield from _between(key, find_item(before, key), find_item(after, key))


def _between(key: Key, old: Item | None, new: Item | None) -> Iterator[Edit]:
    if old is None or new is None:
        yield Edit(key, WHOLE, old, new)
    elif isinstance(new, Finding):
        if _told(old) != _told(new):
            yield Edit(key, "text", old, new)
    else:
        yield from _fields_between(key, old, new, [f.name for f in fields(new) if f.name not in NOT_COMPARED])


def _fields_between(key: Key, old: object, new: object, names: Iterable[str]) -> Iterator[Edit]:
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if _told(before) != _told(after):
            yield Edit(key, name, before, after)


def _told(value: object) -> object:
    """Reduce a value to what it tells, wherever its words stand."""
    if isinstance(value, Span):
        return " ".join(words(value.text))
    if isinstance(value, tuple):
        return tuple(map(_told, value))
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(_told(getattr(value, field.name)) for field in fields(value))
    return value


def carried(edits: Sequence[Edit], old: Report, fresh: Report) -> tuple[Edit, ...]:
    """Carry the edits of a reading over to the reading of the text as it was changed since.

    What they are about is found by its words; an item that the text does not name any more stays as it was
    corrected.
    """
    corrected = apply(old, edits)
    places = {kind: _places(edits, old, fresh, kind) for kind in LISTS}
    kept: dict[tuple[Key, str, int], Edit] = {}
    for number, edit in enumerate(edits):
        if edit.key.kind is None:
            kept[edit.key, edit.field, number] = anchored_edit(edit, fresh.source)
            continue
        ordinal, is_there = places[edit.key.kind][edit.key.ordinal]
        key = Key(edit.key.kind, ordinal)
        if is_there or find_item(old, edit.key) is None:
            moved = Edit(key, edit.field, _renamed(edit.before, ordinal), _renamed(edit.after, ordinal))
            kept[key, edit.field, number] = anchored_edit(moved, fresh.source)
        elif whole := find_item(corrected, edit.key):
            kept[key, WHOLE, 0] = anchored_edit(
                Edit(key, WHOLE, None, _renamed(whole, ordinal)), fresh.source
            )
    return tuple(kept.values())


def _places(edits: Iterable[Edit], old: Report, fresh: Report, kind: ItemKind) -> dict[int, tuple[int, bool]]:
    """Tell which number each corrected item has in the fresh reading, and whether the text names it."""
    numbers = {before: now for now, before in matched(old, fresh, kind, ()).items()}
    free = max([0, *(item.ordinal for item in items(fresh, kind))])
    places: dict[int, tuple[int, bool]] = {}
    for ordinal in dict.fromkeys(edit.key.ordinal for edit in edits if edit.key.kind is kind):
        if ordinal not in numbers:
            free += 1
        places[ordinal] = (numbers.get(ordinal, free), ordinal in numbers)
    return places


def _renamed(value: V, ordinal: int) -> V:
    """Give an item another number; any other value as it is."""
    renamed: Any = replace(value, ordinal=ordinal) if isinstance(value, Item) else value
    named: V = renamed
    return named


def anchored_edit(edit: Edit, source: str) -> Edit:
    """Give what an edit puts in its place among the words of a source."""
    return replace(edit, after=anchored(edit.after, source))
