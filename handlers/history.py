"""What was changed in a report: who, when, before and after; and taking one's own last change back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from handlers import pages, show
from handlers.chat import Choice, Reply, Request
from handlers.codes import Code, parse_code
from handlers.context import Arguments, Context
from handlers.correcting.fields import change_told
from handlers.deciding import last_draft
from handlers.errors import Mistake
from handlers.find import missing, report_asked_for
from handlers.pages import Section
from handlers.richtext import RichText, bold, italic, join
from handlers.texts import Texts
from reports.edits import MARKS, WHOLE, Edit, Key, inverses
from reports.model import Report
from reports.supplementing import differences
from storage import changes, edits, people, records
from storage.changes import Action, Change, OverwrittenError
from storage.drafts import Draft
from storage.reports import AlreadyStoredError

EACH = 12
UNDONE_WITHIN = timedelta(minutes=10)


async def show_history(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/history [CODE]`: the changes of a report or of one item, the last one first."""
    words = arguments.split()
    code = parse_code(words[0]) if words else None
    stored = await report_asked_for(context, str(code.report) if code else "".join(words[:1]), "history")
    texts = context.texts
    told = await changes.history(context.session, stored.id)
    names = await people.names(context.session, {change.actor for change in told} | {stored.posted_by})
    sections = [
        Section(_headline(change, names, context), lines)
        for change in reversed(told)
        if (lines := tuple(_lines(change, stored.id, code, texts))) or code is None or code.ordinal is None
    ]
    at = show.moment(stored.posted_at.astimezone(context.now.tzinfo))
    posted = texts("history.posted", who=_who(stored.posted_by, names), at=at)
    head = show.short_heading(stored.id, stored.report, texts("history.title", code=code or stored.id), texts)
    if not sections:
        return Reply(join([head, texts("history.none"), posted], "\n\n"))
    return pages.paged(
        head,
        [*sections, Section(italic(posted))],
        command="history",
        report=stored.id,
        page=pages.page_of(words, 1),
        each=EACH,
        context=context,
    )


def _headline(change: Change, names: dict[str, str], context: Context) -> RichText:
    texts = context.texts
    at = show.moment(change.at.astimezone(context.now.tzinfo))
    parts = [at, _who(change.actor, names), texts(f"history.{change.action}")]
    return bold(" · ".join([*parts, *([texts("history.undone")] if change.undone else [])]))


def _who(actor: str, names: dict[str, str]) -> str:
    return names.get(actor) or actor


def _lines(change: Change, number: int, code: Code | None, texts: Texts) -> Iterator[RichText]:
    """Write each value that a change put in the place of another."""
    asked = Key(code.kind, code.ordinal) if code and code.ordinal is not None else None
    for edit in _told_apart(change.edits):
        if asked in (None, edit.key):
            yield RichText(_line(edit, number, texts))


def _told_apart(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield edits, and of a text that took another's place what it says otherwise; no marks."""
    for edit in edits:
        if edit.field in MARKS.values():
            continue
        if isinstance(edit.before, Report) and isinstance(edit.after, Report):
            yield from differences(edit.before, edit.after)
        else:
            yield edit


def _line(edit: Edit, number: int, texts: Texts) -> str:
    code = str(number) if edit.key.kind is None else str(Code(number, edit.key.kind, edit.key.ordinal))
    told = change_told(edit, code, texts)
    return told if edit.field == WHOLE else f"{code} · {told}"


async def undo(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/undo`: take back one's own last change of the last ten minutes, in a draft or in the book."""
    if arguments.strip():
        raise Mistake("undo.usage")
    await context.session.begin()
    since = context.now - UNDONE_WITHIN
    last = await changes.last_of(context.session, request.sender.identity, since)
    draft = await last_draft(request, context)
    edited = await edits.draft_edited_at(context.session, draft.id) if draft else None
    if draft and edited and edited >= since and (last is None or edited > last.at):
        return await _undo_in_draft(draft, context)
    if last is None:
        raise Mistake("undo.nothing")
    return await _undo_change(last, request, context)


async def _undo_in_draft(draft: Draft, context: Context) -> Reply:
    made = await edits.undo_of_draft(context.session, draft.id)
    back = [edit for edit in inverses(made) if edit.field not in MARKS.values()]
    lines = [
        RichText(f"{edit.key} · {told}" if edit.key.kind and edit.field != WHOLE else told)
        for edit in back
        for told in [change_told(edit, str(edit.key), context.texts)]
    ]
    shown = (
        Choice(context.texts("button.preview"), f"done {draft.id}"),
        Choice(context.texts("button.edit"), f"edit d{draft.id}"),
    )
    return Reply(join([bold(context.texts("undo.done_in_draft")), *lines]), (shown,))


async def _undo_change(last: Change, request: Request, context: Context) -> Reply:
    who, texts = request.sender.identity, context.texts
    try:
        done = await changes.undo(context.session, last, actor=who, at=context.now)
    except OverwrittenError:
        raise Mistake("undo.overwritten", number=last.report) from None
    except AlreadyStoredError:
        raise Mistake("undo.stored_elsewhere", number=last.report) from None
    if not done:
        raise await missing(context, last.report)
    await records.note(context.session, who, "undo", f"report {last.report}", context.now, change=last.id)
    lines = list(_lines(replace(last, edits=inverses(last.edits)), last.report, None, texts))
    if last.action is Action.RESTORE:
        return Reply(RichText(texts("undo.restored", number=last.report)))
    head = bold(texts("undo.done", number=last.report, what=texts(f"history.{last.action}")))
    return Reply(join([head, *lines]), ((pages.open_choice(last.report, texts),),))
