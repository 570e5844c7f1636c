"""Show what was understood of a draft, and store or drop it when its poster says so."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date

from handlers import deleting, show
from handlers.chat import Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.drafting import day_of_publication, is_at_hand, joined
from handlers.errors import Mistake
from handlers.pages import open_choice
from handlers.preview import preview
from handlers.refusing import cancel_choice, refuse_secret_draft, refuse_unfit
from handlers.reports import details, has_content, ways_on
from handlers.richtext import RichText, bold, join, plain, shorten
from reports import Report, read_report
from reports.acceptance import unfit
from reports.edits import apply
from reports.secrecy import is_secret
from storage import changes, drafts, edits, meetings, records, reports
from storage.drafts import Draft, DraftFile, DraftState, Part
from storage.reports import Known, Listed

BEGINNING_SHOWN = 80
LONGEST_NUMBER = 17
"""Digits that a number of a draft can have; buttons are checked like anything that comes in."""


async def done(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/done`: show what was understood of the collected text."""
    draft = await asked_for(request, context, arguments)
    if draft.state is DraftState.REFUSED:
        await drafts.drop(context.session, draft.id)
        return Reply(plain(context.texts("post.secret")))
    return await show_draft(context, draft)


async def cancel(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/cancel`: drop the draft."""
    draft = await asked_for(request, context, arguments)
    await drafts.drop(context.session, draft.id)
    await records.note(context.session, request.sender.identity, "drop", f"draft {draft.id}", context.now)
    return await _with_next(request, context, context.texts("post.dropped"))


async def _with_next(request: Request, context: Context, told: str) -> Reply:
    """Tell what was done, and which draft still waits, so that none is forgotten."""
    draft = await last_draft(request, context)
    if draft is None:
        return Reply(RichText(told))
    first = shorten(joined(await drafts.parts(context.session, draft.id)), BEGINNING_SHOWN)
    choices = (Choice(context.texts("button.preview"), f"done {draft.id}"), cancel_choice(draft.id, context))
    return Reply(join([told, context.texts("post.another", beginning=first)]), (choices,))


async def save(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button "Lưu": store what was shown."""
    await context.session.begin()
    draft = await asked_for(request, context, arguments)
    if is_outdated(draft, arguments):
        return await show_draft(context, draft, "preview.changed")
    parts = await drafts.parts(context.session, draft.id)
    read = await read_text(context, draft)
    if known := await reports.known(context.session, read.source):
        return await _known(context, draft, known)
    file = await drafts.file_of(context.session, draft.id)
    number = await reports.add(
        context.session,
        read,
        posted_by=request.sender.identity,
        at=context.now,
        address=file.address if file else None,
    )
    report = await _corrected(request, context, draft, number)
    positions = [part.position for part in parts]
    await reports.posted_in(context.session, number, draft.platform, draft.chat, positions)
    await drafts.drop(context.session, draft.id)
    await records.note(
        context.session,
        request.sender.identity,
        "store",
        f"report {number}",
        context.now,
        draft=draft.id,
        characters=len(report.source),
        **({"file": file.name} if file else {}),
    )
    title = show.title_of(report.title, context.texts)
    text = join([bold(context.texts("post.saved", number=number)), title])
    opened = open_choice(number, context.texts)
    return Reply(text, ((opened,), *ways_on(number, report, context.texts)))


async def _corrected(request: Request, context: Context, draft: Draft, number: int) -> Report:
    """Put what was corrected in the draft over the stored reading, as the first change of its history."""
    made = await edits.of_draft(context.session, draft.id)
    stored = await reports.load(context.session, number)
    if stored is None:
        raise Mistake("post.gone")
    if made:
        stored = await changes.change(
            context.session, stored, made, actor=request.sender.identity, at=context.now
        )
    return stored.report


async def show_details(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button "Xem chi tiết": all that was read."""
    draft = await asked_for(request, context, arguments)
    if is_outdated(draft, arguments):
        return await show_draft(context, draft, "preview.changed")
    report = await read_draft(context, draft)
    return Reply(details(report, context.texts), (_decide(draft, context, details_too=False),))


def is_outdated(draft: Draft, arguments: Arguments) -> bool:
    """Tell whether what a draft says now was not shown, or a button stands under a preview of other words."""
    shown = draft.state is DraftState.PREVIEWED
    return not shown or arguments.split()[1:] not in ([], [str(draft.revision)])


async def show_draft(context: Context, draft: Draft, title: str = "preview.title") -> Reply:
    """Show what was understood of a draft, and ask whether to store it."""
    text = joined(await drafts.parts(context.session, draft.id))
    if await asyncio.to_thread(is_secret, text):
        return await refuse_secret_draft(context, draft)
    if why := await asyncio.to_thread(unfit, text):
        return await refuse_unfit(context, draft, why, text)
    report = await read_draft(context, draft)
    if known := await reports.known(context.session, report.source):
        return await _known(context, draft, known)
    await drafts.move(context.session, draft.id, DraftState.PREVIEWED, at=context.now)
    draft = await drafts.find(context.session, draft.id) or draft  # with the revision of now
    file = await drafts.file_of(context.session, draft.id)
    earlier = await reports.from_address(context.session, file.address) if file and file.address else None
    shown = preview(report, context.texts(title), context, file, earlier)
    decide = _decide(draft, context, details_too=has_content(report))
    same = await meetings.same_meeting(context.session, report)
    if same is None:
        return Reply(shown, (decide,))
    return Reply(
        join([shown, _told_already(same, context)], "\n\n"), ((_compare(draft, same, context),), decide)
    )


def _told_already(same: Listed, context: Context) -> RichText:
    """Tell which report of the same meeting is in the book, it seems."""
    texts = context.texts
    day = show.when(same.dates, texts)
    return RichText(texts("preview.same", number=same.id, day=day, title=show.title_of(same.title, texts)))


def _compare(draft: Draft, same: Listed, context: Context) -> Choice:
    """Offer to see what the draft says otherwise than a report of the same meeting."""
    shown = f"differ {draft.id} {draft.revision} {same.id}"
    return Choice(context.texts("button.differ", number=same.id), shown)


async def _known(context: Context, draft: Draft, known: Known) -> Reply:
    await drafts.drop(context.session, draft.id)
    return deleting.known_already(known, context)


async def read_draft(context: Context, draft: Draft) -> Report:
    """Read a draft's text, with what its owner corrected."""
    return apply(await read_text(context, draft), await edits.of_draft(context.session, draft.id))


async def read_text(context: Context, draft: Draft) -> Report:
    """Read a draft's text as it stands."""
    parts = await drafts.parts(context.session, draft.id)
    day = _published(await drafts.file_of(context.session, draft.id), parts, context)
    return await asyncio.to_thread(read_report, joined(parts), published=day)


def _published(file: DraftFile | None, parts: Sequence[Part], context: Context) -> date | None:
    """Give the day that stands beside a text; that on which somebody sent a link is none of its page."""
    if file and (file.published or file.address):
        return file.published
    return day_of_publication(parts, context.now.tzinfo)


async def last_draft(request: Request, context: Context) -> Draft | None:
    """Find this person's draft here, an open one first."""
    place = request.place
    return await drafts.last_of(context.session, place.platform, place.chat, request.sender.identity)


async def asked_for(request: Request, context: Context, arguments: Arguments) -> Draft:
    """Find the draft that a button or command is about. Raises Mistake where it is gone or another's."""
    number = arguments.split()[0] if arguments.strip() else ""
    if request.pressed is None or not number:
        draft = await last_draft(request, context)
        if draft is None:
            raise Mistake("post.no_draft")
        return draft
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        raise Mistake("post.gone")
    return await draft_of(request, context, int(number))


async def draft_of(request: Request, context: Context, number: int) -> Draft:
    """Find a draft of this person in this chat. Raises Mistake where it is gone or another's."""
    draft = await drafts.find(context.session, number)
    if draft is None or not is_at_hand(draft, request.place, request.sender.identity):
        raise Mistake("post.gone")
    if draft.owner != request.sender.identity:
        raise Mistake("post.not_yours")
    return draft


def _decide(draft: Draft, context: Context, *, details_too: bool) -> tuple[Choice, ...]:
    """Offer to store what is shown: the buttons name its revision."""
    shown = f"{draft.id} {draft.revision}"
    saved = Choice(context.texts("button.save"), f"save {shown}")
    more = (Choice(context.texts("button.details"), f"details {shown}"),) if details_too else ()
    mended = Choice(context.texts("button.edit"), f"edit d{draft.id}")
    return (saved, mended, *more, cancel_choice(draft.id, context))
