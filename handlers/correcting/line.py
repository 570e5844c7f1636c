"""Correct in one line: `/edit 12.3 đơn vị: Phòng Tài chính - Kế hoạch; hạn: 20/8/2026`."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from handlers.chat import Reply, Request
from handlers.context import Arguments, Context
from handlers.correcting import acts
from handlers.correcting.asking import edit_for, is_empty_word, wrong
from handlers.correcting.fields import FIELDS, Field
from handlers.correcting.pages import note_of, page_of
from handlers.correcting.subject import NEW, Aim, Subject, correct, load_to_change
from handlers.deciding import last_draft
from handlers.errors import Mistake
from handlers.refusing import refuse_secret
from handlers.texts import Texts
from reports.edits import Edit, Key, apply
from reports.folding import fold, fold_with_offsets
from reports.model import ItemKind
from reports.secrecy import is_secret

_DROP = ("bo", "xoa", "bo di", "drop")
_MERGE = ("gop", "gop voi viec sau", "merge")
_ADD = {
    "them nhiem vu": ItemKind.TASK,
    "them viec": ItemKind.TASK,
    "them chi tieu": ItemKind.TARGET,
    "them han che": ItemKind.LIMITATION,
    "them nguyen nhan": ItemKind.CAUSE,
    "them uu diem": ItemKind.STRENGTH,
    "them nguoi": ItemKind.PERSON,
}


_CODE_AND_REST = re.compile(r"^(\S+?)[\s,;:]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Said:
    """One "name: value" of the line; the name is folded."""

    name: str
    value: str


async def edit(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/edit [CODE [NAME: VALUE; …]]`: with values at once, else by buttons."""
    name, _, rest = _CODE_AND_REST.sub(r"\1 ", arguments.strip(), count=1).partition(" ")
    if not name:
        draft = await last_draft(request, context)
        if draft is None:
            raise Mistake("edit.usage")
        name = f"d{draft.id}"
    aim = Aim.parse(name)
    if aim is None:
        raise Mistake("edit.usage")
    said = fold(rest).strip()
    if not said:
        return await acts.edit(request, context, str(aim))
    if aim.key.kind is not None and said in _DROP:
        return await acts.drop(request, context, str(aim))
    if aim.key.kind is ItemKind.TASK and said in _MERGE:
        return await acts.merge(request, context, str(aim))
    return await _set_all(aim, rest, request, context)


async def _set_all(aim: Aim, line: str, request: Request, context: Context) -> Reply:
    """Set what a line says: all of it, or nothing where one value is wrong."""
    subject = await load_to_change(aim, request, context)
    subject.check_item(also_new=False)
    if is_secret(line):
        return await refuse_secret(context, request.sender.identity, str(aim))
    made = await asyncio.to_thread(_edits, subject, line, context.texts)
    subject, changed = await correct(subject, made, request, context)
    added = next((one.key for one in made if one.key.kind is not aim.key.kind), aim.key)
    subject = replace(subject, aim=aim.at(added))
    note = note_of(subject, made, context.texts) if changed else context.texts("edit.same")
    return page_of(subject, context.texts, note)


def _edits(subject: Subject, line: str, texts: Texts) -> list[Edit]:
    """Read a line into edits. Raises Mistake at the first name or value that is not understood.

    Behind an item that is added its own fields may follow: "thêm nhiệm vụ: …; hạn: 20/8/2026".
    """
    kind = subject.aim.key.kind
    said = list(_said(line, kind))
    if not said:
        raise Mistake("edit.unknown_field", fields=_field_names(kind, texts))
    made: list[Edit] = []
    for one in said:
        report = apply(subject.report, made)
        at = replace(subject, report=report, history=(*subject.history, *made))
        made.append(_edit(at, one, texts))
        if one.name in _ADD and subject.aim.key.kind is None:
            subject = replace(subject, aim=subject.aim.at(made[-1].key))
    return made


def _edit(subject: Subject, said: Said, texts: Texts) -> Edit:
    if subject.aim.key.kind is None and said.name in _ADD:
        new = Key(_ADD[said.name], NEW)
        subject = replace(subject, aim=subject.aim.at(new))
        field = FIELDS[new.kind][0]
    else:
        known = _fields(subject.aim.key.kind)
        if said.name not in known:
            raise Mistake("edit.unknown_field", fields=_field_names(subject.aim.key.kind, texts))
        field = known[said.name]
    if field.name not in _FREE and _NAMED.search(fold(said.value)):
        raise Mistake("edit.unknown_field", fields=_field_names(subject.aim.key.kind, texts))
    if is_empty_word(said.value):
        if field.required:
            raise wrong(field, texts)
        return edit_for(subject, field, None)
    value = field.read(said.value, subject.report)
    if value is None:
        raise wrong(field, texts)
    return edit_for(subject, field, value)


_FREE = frozenset({"text", "title", "name"})
"""Fields in whose words a colon may stand."""
_NAMED = re.compile(r"[;,\n]\s*[a-z][a-z ]{1,30}\s*[:=]")
"""A name in the midst of a value: one that is not known."""


def _said(line: str, kind: ItemKind | None) -> Iterator[Said]:
    """Cut a line at its names; a semicolon inside a value stays there."""
    folded, offsets = fold_with_offsets(line)
    names = list(_names(kind).finditer(folded))
    if not names or folded[: names[0].start()].strip(" \t\n,;"):
        return
    if kind is None and names[0][1] in _ADD:
        names = [names[0], *_names(_ADD[names[0][1]]).finditer(folded, names[0].end())]
    ends = [*(match.start() for match in names[1:]), len(folded)]
    for match, end in zip(names, ends, strict=True):
        value = line[offsets[match.end()] : offsets[end]]
        yield Said(match[1], value.strip().rstrip(";").strip())


@cache
def _fields(kind: ItemKind | None) -> dict[str, Field]:
    return {name: field for field in FIELDS[kind] for name in field.names}


@cache
def _names(kind: ItemKind | None) -> re.Pattern[str]:
    names = sorted([*_fields(kind), *(_ADD if kind is None else ())], key=len, reverse=True)
    return re.compile(rf"(?:^|[;,\n])\s*({'|'.join(map(re.escape, names))})\s*[:=]")


def _field_names(kind: ItemKind | None, texts: Texts) -> str:
    return ", ".join(field.label(texts) for field in FIELDS[kind])
