"""A better text of a stored meeting: what it says otherwise, and putting it in the first one's place."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import groupby

from handlers import deleting, pages, show
from handlers.chat import Choice, Reply, Request
from handlers.codes import Code
from handlers.context import Arguments, Context
from handlers.correcting.fields import change_told
from handlers.deciding import asked_for, is_outdated, read_draft, read_text, show_draft
from handlers.errors import Mistake
from handlers.find import report_number
from handlers.pages import Section
from handlers.richtext import RichText, bold, join, shorten
from handlers.texts import Texts
from reports.edits import EARLIER, HEAD, LISTS, MARKS, WHOLE, Edit, Item, apply, items, words_of
from reports.model import Report
from reports.supplementing import differences, supplement
from storage import changes, drafts, records, reports, sources
from storage.changes import Action
from storage.drafts import Draft
from storage.reports import StoredReport

EACH = 10
WORDS_SHOWN = 200


async def compare(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button "So với báo cáo N": tell what the draft says otherwise."""
    pair = await _pair(request, context, arguments)
    if isinstance(pair, Reply):
        return pair
    draft, stored = pair
    _, whole = await _supplemented(context, draft, stored)
    page = pages.page_of(arguments.split(), 3)
    shown = f"{draft.id} {draft.revision} {stored.id}"
    return _differences(stored, whole, page, shown, draft, context)


def _differences(  # noqa: PLR0913, PLR0917 of what, how much, and what can be done
    stored: StoredReport, whole: Report, page: int, shown: str, draft: Draft, context: Context
) -> Reply:
    texts = context.texts
    told = [one for one in differences(stored.report, whole) if one.field not in MARKS.values()]
    head = join(
        [
            bold(texts("supplement.title", number=stored.id)),
            show.title_of(stored.report.title, texts),
            texts("supplement.counted", count=len(told)) if told else texts("supplement.same"),
            _stays(whole, texts),
        ]
    )
    sections = _sections(told, stored.id, texts)
    last = pages.pages(sum(map(len, sections)), EACH)
    page = min(page, last)
    window = [section.text() for section in pages.window(sections, (page - 1) * EACH, page * EACH)]
    text = join([head, *window, pages.number(page, last, texts), texts("supplement.how")], "\n\n")
    turns = pages.page_choices(f"differ {shown}", page, last, texts)
    decide = (
        Choice(texts("button.supplement"), f"supplement {shown}"),
        Choice(texts("button.save_apart"), f"save {draft.id} {draft.revision}"),
        Choice(texts("button.preview"), f"done {draft.id}"),
    )
    return Reply(text, (*([turns] if turns else []), decide))


def _stays(whole: Report, texts: Texts) -> RichText | str:
    """Tell what the new text does not name and stays as the earlier one says."""
    kept = {
        texts(f"field.{name}"): sum(words_of(item).start == EARLIER for item in items(whole, kind))
        for kind, name in LISTS.items()
    }
    kept[texts("field.participants")] = sum(body.start == EARLIER for body in whole.participants)
    kept[texts("field.counts")] = sum(count.phrase.start == EARLIER for count in whole.counts)
    told = ", ".join(f"{count} {name}" for name, count in kept.items() if count)
    return bold(texts("supplement.stays", items=told)) if told else ""


def _sections(told: Sequence[Edit], number: int, texts: Texts) -> list[Section]:
    """Put what comes, what changes and what goes under headings of their own."""

    def kind(edit: Edit) -> str:
        if edit.field != WHOLE:
            return "changed"
        return "added" if edit.before is None else "dropped"

    order = ("changed", "added", "dropped")
    ordered = sorted(told, key=lambda edit: order.index(kind(edit)))
    return [
        Section(
            bold(texts(f"supplement.{name}")), tuple(RichText(_line(edit, number, texts)) for edit in edits)
        )
        for name, edits in groupby(ordered, kind)
    ]


def _line(edit: Edit, number: int, texts: Texts) -> str:
    if edit.key.kind is None:
        return change_told(edit, str(number), texts)
    code = str(Code(number, edit.key.kind, edit.key.ordinal))
    item = edit.after or edit.before
    if edit.field == WHOLE and isinstance(item, Item):
        return f"{code} {shorten(words_of(item).text, WORDS_SHOWN)}"
    return f"{code} · {change_told(edit, code, texts)}"


async def replace_text(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button "Thay bản gốc": the draft's text takes the place of the report's."""
    await context.session.begin()
    pair = await _pair(request, context, arguments)
    if isinstance(pair, Reply):
        return pair
    draft, stored = pair
    raw, whole = await _supplemented(context, draft, stored)
    made = [Edit(HEAD, WHOLE, stored.report, raw), *differences(raw, whole)]
    actor = request.sender.identity
    done = await changes.change(
        context.session, stored, made, action=Action.REPLACE, actor=actor, at=context.now
    )
    file = await drafts.file_of(context.session, draft.id)
    await sources.came_from(context.session, stored.id, file.address if file else None)
    positions = [part.position for part in await drafts.parts(context.session, draft.id)]
    await reports.posted_in(context.session, stored.id, draft.platform, draft.chat, positions)
    await drafts.drop(context.session, draft.id)
    what = f"report {stored.id}"
    await records.note(context.session, actor, "replace", what, context.now, draft=draft.id, edits=len(made))
    texts = context.texts
    count = len(list(differences(stored.report, done.report)))
    text = join(
        [
            bold(texts("supplement.done", number=stored.id)),
            show.title_of(done.report.title, texts),
            texts("supplement.kept", count=count),
            texts("edit.undo"),
        ]
    )
    return Reply(text, ((pages.open_choice(stored.id, texts),),))


async def _pair(
    request: Request, context: Context, arguments: Arguments
) -> tuple[Draft, StoredReport] | Reply:
    """Find the draft and the report of a button; or the answer where they are not what was shown."""
    words = arguments.split()
    if len(words) < 3:
        raise Mistake("error.old_button")
    draft = await asked_for(request, context, words[0])
    stored = await reports.load(context.session, report_number(words[2], "report"))
    if stored is None or is_outdated(draft, " ".join(words[:2])):
        return await show_draft(context, draft, "preview.changed")
    read = await read_text(context, draft)
    if known := await reports.known(context.session, read.source):
        await drafts.drop(context.session, draft.id)
        return deleting.known_already(known, context)
    return draft, stored


async def _supplemented(context: Context, draft: Draft, stored: StoredReport) -> tuple[Report, Report]:
    """Make the report that the draft's text gives, and the same with what was corrected in the draft."""
    told = await changes.history(context.session, stored.id)
    corrections, history = changes.corrections(told), changes.all_edits(told)
    raw = await read_text(context, draft)
    corrected = await read_draft(context, draft)
    merged = await asyncio.to_thread(supplement, stored.report, raw, corrections, history)
    if corrected == raw:
        return merged, merged
    whole = await asyncio.to_thread(supplement, stored.report, corrected, corrections, history)
    return merged, apply(merged, differences(merged, whole))
