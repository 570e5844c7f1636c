"""Ask for a value: what the text offers stands on buttons, anything else is typed and checked."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers import show
from handlers.chat import Choice, Reply, Request
from handlers.codes import parse_code
from handlers.context import Arguments, Context
from handlers.correcting.fields import FIELDS, FIGURES, Field, field_of, told
from handlers.correcting.looks import Look, looks
from handlers.correcting.pages import LABEL, note_of, page_of
from handlers.correcting.subject import Aim, Subject, correct, load, load_to_change, words_of_button
from handlers.errors import Mistake
from handlers.freezing import NUMBER
from handlers.refusing import refuse_secret
from handlers.richtext import RichText, bold, italic, join, shorten
from handlers.texts import Texts
from reports.edits import HEAD, WHOLE, Edit, Item, Value, as_typed, edit_of, spans_in, value_of, words_of
from reports.folding import fold
from reports.model import Finding, ItemKind, Person, Target, Task
from reports.secrecy import is_secret
from storage import questions

WAITS = timedelta(minutes=10)
"""So long the next words in the chat are taken as the value that was asked for."""
EMPTY = "-"
EMPTY_WORDS = ("-", "trong", "bo trong", "de trong", "khong co", "none")
WALKING = "w"
QUESTION_SHOWN = 300
LONG = 500
"""So long a message answers a question for a text only; else it is a report."""


async def ask(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer a button of a field: ask for its value."""
    aim, field, walking = parse(arguments)
    subject = await load(aim, request, context)
    subject.check_item()
    return await ask_for(subject, field, request, context, walking=walking)


async def lead(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `walk SUBJECT [FIELD]`: ask for what is missing or weak, or for what is so behind a field."""
    name, *behind = words_of_button(arguments, 1)
    aim = Aim.parse(name)
    if aim is None:
        raise Mistake("error.old_button")
    subject = await load(aim, request, context)
    return await _next_look(subject, (aim.key, behind[0]) if behind else None, request, context)


async def _next_look(
    subject: Subject, behind: Look | None, request: Request, context: Context, note: RichText | str = ""
) -> Reply:
    """Ask for the first look behind another, or tell that it was the last."""
    texts = context.texts
    ahead = looks(subject.report, behind)
    if not ahead:
        await leave(request, context)
        whole = replace(subject, aim=subject.aim.at(HEAD))
        done = page_of(whole, texts, join([note, texts("edit.no_more")]))
        return replace(done, replaces=_pressed(request))
    key, name = ahead[0]
    field = field_of(key.kind, name)
    if field is None:
        raise Mistake("error.old_button")
    at_look = replace(subject, aim=subject.aim.at(key))
    head = join([note, texts("edit.left", count=len(ahead))])
    return await ask_for(at_look, field, request, context, walking=True, note=head)


async def ask_for(  # noqa: PLR0913 what is asked, of whom, and in which order of questions
    subject: Subject,
    field: Field,
    request: Request,
    context: Context,
    *,
    walking: bool,
    note: RichText | str = "",
) -> Reply:
    """Ask for a field's value, and take the next words in the chat as the answer."""
    texts, place = context.texts, request.place
    about = " ".join([str(subject.aim), field.name, *([WALKING] if walking else [])])
    await questions.ask(
        context.session, place.platform, place.chat, request.sender.identity, about=about, at=context.now
    )
    offered = await _offered(subject, field)
    how = texts("edit.choose" if offered else "edit.type", example=field.example(texts))
    text = join([note, _question(subject, field, texts), how], "\n\n")
    rows = _answers(subject, field, offered, texts, walking=walking)
    return Reply(text, (*rows, _ways_on(subject, field, texts, walking=walking)), replaces=_pressed(request))


def _pressed(request: Request) -> bool:
    return request.pressed is not None


def _question(subject: Subject, field: Field, texts: Texts) -> RichText:
    """Write what is asked, of which item, and what the value is now."""
    head = texts("edit.ask", field=show.capitalised(field.label(texts)), name=_name(subject, texts))
    item = subject.item
    words = italic(shorten(words_of(item).text, QUESTION_SHOWN)) if item else ""
    now: Any = value_of(subject.report, subject.aim.key, field.name)
    return join([bold(head), words, "" if subject.is_new else texts("edit.now", value=told(now, texts))])


def _answers(
    subject: Subject, field: Field, offered: Sequence[Value], texts: Texts, *, walking: bool
) -> list[tuple[Choice, ...]]:
    """Offer the values of the text, a button each, and to leave the field empty."""
    mark = [WALKING] if walking else []
    answers = [(_label(value, texts), _token(value)) for value in offered]
    if value_of(subject.report, subject.aim.key, field.name) and not field.required:
        answers.append((texts("edit.clear"), EMPTY))
    return [
        (Choice(label, " ".join(["put", str(subject.aim), field.name, token, *mark])),)
        for label, token in answers
    ]


def _ways_on(subject: Subject, field: Field, texts: Texts, *, walking: bool) -> tuple[Choice, ...]:
    if walking:
        return (Choice(texts("edit.skip"), f"walk {subject.aim} {field.name}"), subject.back(texts))
    page = subject.aim if subject.item else subject.aim.at(HEAD)
    return (Choice(texts("edit.back"), f"edit {page}"),)


def _name(subject: Subject, texts: Texts) -> str:
    if subject.aim.key.kind is None:
        return subject.name(texts)
    return texts("edit.new", name=subject.name(texts)) if subject.is_new else subject.code(subject.aim.key)


async def put(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer a button with a value: one that the text offers, or none."""
    name, wanted, token, *mark = words_of_button(arguments, 3)
    aim, field, walking = parse(" ".join([name, wanted, *mark]))
    subject = await load_to_change(aim, request, context)
    subject.check_item()
    if token == EMPTY and not field.required:
        return await _set(subject, field, None, request, context, walking=walking)
    offered = await _offered(subject, field)
    value = next((one for one in offered if _token(one) == token), None)
    if value is None:
        raise Mistake("error.old_button")
    if not _stands_in(value, subject.item):
        value = as_typed(value)  # that it is so of this item, staff say, and not the text
    return await _set(subject, field, value, request, context, walking=walking)


def _stands_in(value: Value, item: Item | None) -> bool:
    """Tell whether all words of a value stand in an item's own."""
    own = words_of(item) if item else None
    return own is not None and all(own.start <= span.start < span.end <= own.end for span in spans_in(value))


async def take_typed(request: Request, context: Context) -> Reply | None:
    """Take plain words as the value that was asked for; None where nothing was.

    Raises Mistake with an example where they are no such value: the question stays open. Where what
    it is about is gone, that is told once, and the question ends.
    """
    about = await _asked(request, context)
    if about is None:
        return None
    aim, field, walking = parse(about)
    if not _may_answer(request.text, field):
        await leave(request, context)
        return None
    try:
        subject = await load_to_change(aim, request, context)
        subject.check_item()
    except Mistake:
        await leave(request, context)
        raise
    if is_secret(request.text):
        await leave(request, context)
        return await refuse_secret(context, request.sender.identity, str(aim))
    if is_empty_word(request.text) and not field.required and not subject.is_new:
        reply = await _set(subject, field, None, request, context, walking=walking)
        return replace(reply, replaces=False)
    value = None
    if not is_empty_word(request.text):
        value = await asyncio.to_thread(field.read, request.text, subject.report)
    if value is None:
        raise wrong(field, context.texts)
    reply = await _set(subject, field, value, request, context, walking=walking)
    return replace(reply, replaces=False)


def is_empty_word(words: str) -> bool:
    """Tell whether words say that a field is to be left empty: "-", "trống"."""
    return fold(words).strip() in EMPTY_WORDS


def _may_answer(words: str, field: Field) -> bool:
    """Tell an answer from what is another message: a pasted report, a code, the number of kept figures."""
    if len(words) >= LONG and field.name != "text":
        return False
    coded = parse_code(words)
    is_code = coded is not None and coded.ordinal is not None and field.name not in FIGURES
    return not is_code and NUMBER.fullmatch(words) is None


def wrong(field: Field, texts: Texts) -> Mistake:
    """Say that a typed value is none of the field's, with an example of a right one."""
    return Mistake("edit.wrong", field=field.label(texts), example=field.example(texts))


async def _asked(request: Request, context: Context) -> str | None:
    place = request.place
    return await questions.asked(
        context.session, place.platform, place.chat, request.sender.identity, context.now - WAITS
    )


async def leave(request: Request, context: Context) -> None:
    """Ask no more for a value: the person does something else."""
    place = request.place
    await questions.forget(context.session, place.platform, place.chat, request.sender.identity)


async def _set(  # noqa: PLR0913 as `ask_for`
    subject: Subject, field: Field, value: Value, request: Request, context: Context, *, walking: bool
) -> Reply:
    """Put a value into the field, and show what is next."""
    await leave(request, context)
    made = edit_for(subject, field, value)
    subject = replace(subject, aim=subject.aim.at(made.key))
    subject, changed = await correct(subject, [made], request, context)
    note = note_of(subject, [made], context.texts) if changed else RichText(context.texts("edit.same"))
    if walking:
        return await _next_look(subject, (made.key, field.name), request, context, note)
    return replace(page_of(subject, context.texts, note), replaces=_pressed(request))


def edit_for(subject: Subject, field: Field, value: Value) -> Edit:
    """Make the edit that sets a field; of an item that is to be added, the one that adds it."""
    key = subject.aim.key
    if key.kind is None or not subject.is_new:
        return edit_of(subject.report, key, field.name, value)
    if value is None or field is not FIELDS[key.kind][0]:
        raise Mistake("error.old_button")
    new = subject.new_key(key.kind)
    return Edit(new, WHOLE, None, _new_item(key.kind, new.ordinal, value))


def _new_item(kind: ItemKind, ordinal: int, value: Value) -> Task | Target | Person | Finding:
    words = next(spans_in(value))
    if kind is ItemKind.TASK:
        return Task(ordinal, words)
    if kind is ItemKind.TARGET:
        return Target(words, ordinal=ordinal)
    if kind is ItemKind.PERSON:
        return Person(words, ordinal=ordinal)
    return Finding(words.start, words.end, words.text, ordinal)


def parse(arguments: str) -> tuple[Aim, Field, bool]:
    """Read what a button or question is about. Raises Mistake where it is nothing that exists."""
    name, _, rest = arguments.partition(" ")
    field_name, _, walking = rest.partition(" ")
    aim = Aim.parse(name)
    field = field_of(aim.key.kind, field_name) if aim else None
    if aim is None or field is None:
        raise Mistake("error.old_button")
    return aim, field, walking == WALKING


async def _offered(subject: Subject, field: Field) -> Sequence[Value]:
    return await asyncio.to_thread(field.offer, subject.report, subject.item)


def _token(value: Any) -> str:
    """Write a value for a button: by its place in the text, by its name, else by what it says."""
    spans = list(spans_in(value))
    if not spans:
        return "=" + (";".join(value) if isinstance(value, tuple) else str(value))
    if spans[0].start >= 0:
        return f"{spans[0].start}-{spans[-1].end}"
    return "#" + hashlib.sha256(repr(value).encode()).hexdigest()[:10]


def _label(value: Value, texts: Texts) -> str:
    return shorten(told(value, texts, LABEL), LABEL)
