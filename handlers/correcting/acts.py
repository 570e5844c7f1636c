"""What can be done with a whole item: drop it, merge a task with the next, cut a task in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from handlers.chat import Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.correcting.fields import told
from handlers.correcting.pages import LABEL, item_page, list_items, next_task, note_of, page_of
from handlers.correcting.subject import Aim, Subject, correct, load, load_to_change, words_of_button
from handlers.errors import Mistake
from handlers.richtext import bold, join, shorten
from handlers.texts import Texts
from reports import offers
from reports.edits import LISTS, WHOLE, Edit, Key, edit_of, spans_in, typed
from reports.folding import fold
from reports.model import Deadline, ItemKind, Span, Task

V = TypeVar("V", Span, Deadline)


async def edit(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/edit CODE` and the buttons that lead to a page."""
    subject = await _load(arguments, request, context)
    return replace(page_of(subject, context.texts), replaces=request.pressed is not None)


async def show_items(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer a button of a kind of items: list them."""
    name, listed, *page = words_of_button(arguments, 2)
    subject = await _load(name, request, context)
    kind = next((kind for kind, its in LISTS.items() if its == listed), None)
    if kind is None or not all(number.isdecimal() and len(number) < LABEL for number in page):
        raise Mistake("error.old_button")
    return replace(list_items(subject, kind, int(page[0]) if page else 1, context.texts), replaces=True)


async def drop(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer "Bỏ": drop an item; its number is not used again."""
    subject = await _load_to_change(arguments, request, context)
    if subject.item is None:
        raise Mistake("edit.usage")
    return await _do(subject, [Edit(subject.aim.key, WHOLE, subject.item, None)], request, context)


async def merge(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer "Gộp với việc sau": make one task of two; a button names the second, to be pressed once."""
    name, *second = words_of_button(arguments, 1)
    subject = await _load_to_change(name, request, context)
    task, following = subject.item, next_task(subject)
    if not isinstance(task, Task) or following is None:
        raise Mistake("edit.no_next")
    if second not in ([], [str(following.ordinal)]):
        raise Mistake("error.old_button")
    lost = _lost(task, following, context.texts)
    return await _do(subject, merged(subject, task, following), request, context, lost)


def merged(subject: Subject, task: Task, following: Task) -> list[Edit]:
    """Make the edits that put a task's words behind another's; what one of them lacks, the other gives."""
    key = Key(ItemKind.TASK, task.ordinal)
    others = [following.assignee] if following.assignee and task.assignee else []
    units = {fold(unit.text): unit for unit in [*task.cooperating, *others, *following.cooperating]}
    if task.assignee:
        units.pop(fold(task.assignee.text), None)
    values = {
        "text": _joined(subject.report.source, task.text, following.text),
        "assignee": task.assignee or following.assignee,
        "cooperating": tuple(units.values()),
        "deadline": task.deadline or following.deadline,
    }
    edits = [edit_of(subject.report, key, name, value) for name, value in values.items()]
    return [*edits, Edit(Key(ItemKind.TASK, following.ordinal), WHOLE, following, None)]


def _lost(task: Task, following: Task, texts: Texts) -> str:
    """Tell which deadline a merged task does not keep: it has one."""
    if not (task.deadline and following.deadline) or told(task.deadline, texts) == told(
        following.deadline, texts
    ):
        return ""
    return texts("edit.lost_deadline", deadline=told(following.deadline, texts))


_BETWEEN = re.compile(r"[\s.;,]*")


def _joined(source: str, first: Span, second: Span) -> Span:
    """Join two spans: to one of the text where nothing but a mark stands between them there."""
    beside = 0 <= first.start < first.end <= second.start
    if beside and _BETWEEN.fullmatch(source, first.end, second.start):
        return Span.cut(source, first.start, second.end)
    return typed(f"{first.text}; {second.text}")


async def cut(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer "Tách": ask where a task is to be cut, or cut it there."""
    name, *place = words_of_button(arguments, 1)
    subject = await (_load_to_change if place else _load)(name, request, context)
    task = subject.item
    if not isinstance(task, Task):
        raise Mistake("error.old_button")
    places = offers.cuts(task)
    if not place:
        return _where_to_cut(subject, task, places, context)
    at = int(place[0]) if place[0].isdecimal() and len(place[0]) < LABEL else 0
    if at not in places:
        raise Mistake("error.old_button")
    return await _do(subject, parted(subject, task, at), request, context)


def _where_to_cut(subject: Subject, task: Task, places: Sequence[int], context: Context) -> Reply:
    """Offer the places behind a mark in a task's words."""
    texts = context.texts
    if not places:
        return replace(item_page(subject, texts, bold(texts("edit.no_cut"))), replaces=True)
    words = task.text.text
    choices = [(Choice(f"… {shorten(words[at:], LABEL)}", f"cut {subject.aim} {at}"),) for at in places]
    head = bold(texts("edit.where", code=subject.code(subject.aim.key)))
    back = (Choice(texts("edit.back"), f"edit {subject.aim}"),)
    return Reply(join([head, words], "\n\n"), (*choices, back), replaces=True)


def parted(subject: Subject, task: Task, at: int) -> list[Edit]:
    """Make the edits that cut a task in two; what stands in one half's words goes with that half."""
    key, new = Key(ItemKind.TASK, task.ordinal), subject.new_key(ItemKind.TASK)
    first, second = halves(task.text, at)
    after = Task(
        new.ordinal,
        second,
        _unless_in(task.assignee, first),
        tuple(unit for unit in task.cooperating if _unless_in(unit, first)),
        _unless_in(task.deadline, first),
    )
    values = {
        "text": first,
        "assignee": _unless_in(task.assignee, second),
        "cooperating": tuple(unit for unit in task.cooperating if _unless_in(unit, second)),
        "deadline": _unless_in(task.deadline, second),
    }
    return [*(edit_of(subject.report, key, n, v) for n, v in values.items()), Edit(new, WHOLE, None, after)]


def halves(span: Span, at: int) -> tuple[Span, Span]:
    """Cut a span behind `at` of its characters, without the marks and white space between."""
    first, second = span.text[:at].rstrip(" \t\n;.,"), span.text[at:]
    if span.start < 0:  # the words stand nowhere in the text
        return replace(span, text=first), replace(span, text=second)
    return (
        Span(span.start, span.start + len(first), first),
        Span(span.end - len(second), span.end, second),
    )


def _unless_in(value: V | None, half: Span) -> V | None:
    """Give a value, unless its words stand in the other half."""
    place = next(spans_in(value), None)
    inside = place is not None and half.start >= 0 and half.start <= place.start < half.end
    return None if inside else value


async def _do(
    subject: Subject, made: Sequence[Edit], request: Request, context: Context, more: str = ""
) -> Reply:
    """Put edits over the subject, and show the item, or its list where it is gone."""
    subject, _ = await correct(subject, made, request, context)
    shown = [edit for edit in made if edit.before != edit.after]
    note = join([note_of(subject, shown, context.texts), more])
    return replace(page_of(subject, context.texts, note), replaces=request.pressed is not None)


async def _load(name: str, request: Request, context: Context) -> Subject:
    subject = await load(_aim(name), request, context)
    subject.check_item(also_new=False)
    return subject


async def _load_to_change(name: str, request: Request, context: Context) -> Subject:
    subject = await load_to_change(_aim(name), request, context)
    subject.check_item(also_new=False)
    return subject


def _aim(name: str) -> Aim:
    aim = Aim.parse(name)
    if aim is None:
        raise Mistake("edit.usage")
    return aim
