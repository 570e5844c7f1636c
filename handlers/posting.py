"""Take in the text of a report, show what was understood, store it when its poster says so."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from handlers import deleting, show
from handlers.chat import Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.drafting import PAUSE, continues, is_at_hand, joined, may_continue
from handlers.errors import Mistake
from handlers.pages import open_choice
from handlers.preview import preview
from handlers.reports import details, has_content, ways_on
from handlers.richtext import RichText, bold, join, plain, shorten
from reports import Report, read_report
from reports.secrecy import is_secret
from storage import drafts, records, reports
from storage.drafts import Draft, DraftFile, DraftState, Part
from storage.reports import Known

LONG = 500
"""A text of so many characters that staff send unasked is offered for storing."""
MAX_REPORT_CHARACTERS = 300_000
BEGINNING_SHOWN = 80
FEW_WORDS = 3
"""Words that may be asked for even where they look like a stamp: "tối mật"."""
LONGEST_NUMBER = 18
"""Digits that a number of a draft can have; buttons are checked like anything that comes in."""

Replies = tuple[Reply, ...]


def replies(reply: Reply | None) -> Replies:
    """Take a reply, or silence, as replies."""
    return (reply,) if reply else ()


async def start(request: Request, context: Context, arguments: Arguments) -> Reply | None:
    """Answer `/post [TEXT]`: from now on everything this person sends here belongs to the report."""
    draft = await _last(request, context)
    if draft and draft.state is DraftState.REFUSED:
        await drafts.drop(context.session, draft.id)
        draft = None
    if draft is None or draft.state is DraftState.PREVIEWED:
        draft = await _open(request, context, DraftState.COLLECTING)
    if arguments.strip():
        refusal = await _collect(request, context, draft, _part(request, arguments))
        if refusal or request.splits_at:
            return refusal  # else the pause behind the paste is answered
    else:
        await drafts.move(context.session, draft.id, DraftState.COLLECTING, at=context.now)
    parts = await drafts.parts(context.session, draft.id)
    text = _goes_on(parts, context) if parts else context.texts("post.started")
    return Reply(RichText(text), ((_cancel(draft.id, context),),))


async def take_text(request: Request, context: Context) -> tuple[bool, Replies]:
    """Take in what staff sends without a command.

    Tells whether it belongs to a report, and what is answered: to this text, or to a paste that it ends.
    """
    draft = await _last(request, context)
    part = _part(request, request.text)
    taken = await _into(draft, part, request, context) if draft else None
    if taken is not None:
        return True, taken
    settled: Replies = ()
    if draft and draft.state is DraftState.JOINING and request.text.strip():
        settled = replies(await show_draft(context, draft))
    if not _is_worth_keeping(request):
        return False, settled
    draft = await _open(request, context, DraftState.JOINING)
    return True, (*settled, *replies(await _join(request, context, draft, part)))


async def take_file(request: Request, context: Context, text: str, file: DraftFile) -> Replies:
    """Take in a file's text: whole, so that it is a draft of its own, and shown at once."""
    settled: Replies = ()
    if draft := await _last(request, context):
        if draft.state is DraftState.JOINING:
            settled = replies(await show_draft(context, draft))
        elif draft.state is DraftState.COLLECTING and not await drafts.length(context.session, draft.id):
            await drafts.drop(context.session, draft.id)  # /post was said, and this is what it was said for
    draft = await _open(request, context, DraftState.PREVIEWED)
    await drafts.put_file(context.session, draft.id, file)
    refusal = await _keep(context, draft, _part(request, text))
    return (*settled, refusal or await show_draft(context, draft))


async def is_collecting(request: Request, context: Context) -> bool:
    """Tell whether this person said /post here, and not yet that it is complete."""
    draft = await _last(request, context)
    return draft is not None and draft.state is DraftState.COLLECTING


async def _into(draft: Draft, part: Part, request: Request, context: Context) -> Replies | None:
    """Take a part into somebody's draft; None where it does not belong to it."""
    if draft.state is DraftState.COLLECTING:
        return replies(await _collect(request, context, draft, part))
    if draft.state is DraftState.REFUSED:
        return () if await _is_refused_too(context, draft, part) else None
    if request.text.strip() and await _goes_on_with(draft, part, request, context):
        return replies(await _join(request, context, draft, part))
    return None


def _is_worth_keeping(request: Request) -> bool:
    """Tell whether a text that nobody asked for is to be offered for storing, or to be refused as secret."""
    few = len(request.text.split()) <= FEW_WORDS
    return request.addressed and (len(request.text) >= LONG or (not few and is_secret(request.text)))


async def _goes_on_with(draft: Draft, part: Part, request: Request, context: Context) -> bool:
    """Tell whether a part belongs to a paste, also one that was shown already because the part is late."""
    parts = await drafts.parts(context.session, draft.id)
    if not parts:
        return False
    repeated = draft.state is DraftState.JOINING and part.position <= parts[-1].position
    return repeated or continues(parts[-1], part, request.splits_at)


async def _is_refused_too(context: Context, draft: Draft, part: Part) -> bool:
    """Tell whether a text belongs to one that was refused as secret: then not a word of it is kept.

    Behind /post all does until /done; else what follows as close as the parts of a paste do.
    """
    if draft.settle_at is None:
        return True
    parts = await drafts.parts(context.session, draft.id)
    if part.sent_at - parts[-1].sent_at > PAUSE:
        await drafts.drop(context.session, draft.id)
        return False
    await drafts.put_part(context.session, draft.id, replace(part, text=""))
    pause = context.now + context.join_after
    await drafts.move(context.session, draft.id, DraftState.REFUSED, at=context.now, settle_at=pause)
    return True


async def may_choose(request: Request, context: Context) -> bool:
    """Tell whether a bare number is a choice: not while a text comes in, of which it may be a line.

    It is one right after the bot asked: when nothing was sent yet, or when a pause was answered.
    """
    draft = await _last(request, context)
    if draft is None or draft.state is not DraftState.COLLECTING:
        return True
    if request.splits_at is not None:
        return draft.settle_at is None
    return not await drafts.length(context.session, draft.id)


async def take_edit(request: Request, context: Context) -> Reply | None:
    """Put an edited message's new words into the draft that holds it, and show that anew."""
    place, owner = request.place, request.sender.identity
    draft = await drafts.holding(context.session, place.platform, place.chat, owner, request.position)
    if draft is None:
        return await stored_already(request, context)
    if draft.state is DraftState.REFUSED:
        return None
    if refusal := await _keep(context, draft, _part(request, request.text)):
        return refusal
    if draft.state is DraftState.PREVIEWED:
        return await show_draft(context, draft, "preview.changed")
    await drafts.move(context.session, draft.id, draft.state, at=context.now, settle_at=draft.settle_at)
    return None


async def stored_already(request: Request, context: Context) -> Reply | None:
    """Tell who edits a stored report's message that the book stays as it is."""
    place = request.place
    known = await reports.posted_by_message(context.session, place.platform, place.chat, request.position)
    return deleting.edited_later(known, context) if known else None


async def settle(context: Context, number: int) -> Reply | None:
    """Answer a pause in a paste: show what a joined text says, or how much was collected."""
    draft = await drafts.find(context.session, number)
    if draft is None or draft.settle_at is None or draft.settle_at > context.now:
        return None
    if draft.state is DraftState.REFUSED:
        await drafts.drop(context.session, draft.id)
        return None
    if draft.state is DraftState.JOINING:
        return await show_draft(context, draft)
    await drafts.move(context.session, draft.id, draft.state, at=context.now)
    parts = await drafts.parts(context.session, draft.id)
    choices = (Choice(context.texts("button.done"), f"done {draft.id}"), _cancel(draft.id, context))
    return Reply(RichText(_goes_on(parts, context)), (choices,))


async def done(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/done`: show what was understood of the collected text."""
    draft = await _asked_for(request, context, arguments)
    if draft.state is DraftState.REFUSED:
        await drafts.drop(context.session, draft.id)
        return Reply(plain(context.texts("post.secret")))
    if not joined(await drafts.parts(context.session, draft.id)).strip():
        raise Mistake("post.nothing")
    return await show_draft(context, draft)


async def cancel(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/cancel`: drop the draft."""
    draft = await _asked_for(request, context, arguments)
    await drafts.drop(context.session, draft.id)
    await records.note(context.session, request.sender.identity, "drop", f"draft {draft.id}", context.now)
    return await _with_next(request, context, context.texts("post.dropped"))


async def _with_next(request: Request, context: Context, told: str) -> Reply:
    """Tell what was done, and which draft still waits, so that none is forgotten."""
    draft = await _last(request, context)
    if draft is None:
        return Reply(RichText(told))
    first = shorten(joined(await drafts.parts(context.session, draft.id)), BEGINNING_SHOWN)
    choices = (Choice(context.texts("button.preview"), f"done {draft.id}"), _cancel(draft.id, context))
    return Reply(join([told, context.texts("post.another", beginning=first)]), (choices,))


async def save(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button "Lưu": store what was shown."""
    draft = await _asked_for(request, context, arguments)
    if _is_outdated(draft, arguments):
        return await show_draft(context, draft, "preview.changed")
    parts = await drafts.parts(context.session, draft.id)
    report = await _read(context, draft)
    if known := await reports.known(context.session, report.source):
        return await _known(context, draft, known)
    number = await reports.add(context.session, report, posted_by=request.sender.identity, at=context.now)
    file = await drafts.file_of(context.session, draft.id)
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


async def show_details(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button "Xem chi tiết": all that was read."""
    draft = await _asked_for(request, context, arguments)
    if _is_outdated(draft, arguments):
        return await show_draft(context, draft, "preview.changed")
    report = await _read(context, draft)
    return Reply(details(report, context.texts), (_decide(draft, context, details_too=False),))


def _is_outdated(draft: Draft, arguments: Arguments) -> bool:
    """Tell whether a button stands under a preview of other words than the draft has now."""
    return arguments.split()[1:] not in ([], [str(draft.revision)])


async def show_draft(context: Context, draft: Draft, title: str = "preview.title") -> Reply:
    """Show what was understood of a draft, and ask whether to store it."""
    if is_secret(joined(await drafts.parts(context.session, draft.id))):
        return await _refuse_secret(context, draft)
    report = await _read(context, draft)
    if known := await reports.known(context.session, report.source):
        return await _known(context, draft, known)
    await drafts.move(context.session, draft.id, DraftState.PREVIEWED, at=context.now)
    draft = await drafts.find(context.session, draft.id) or draft  # with the revision of now
    text = preview(report, context.texts(title), context, await drafts.file_of(context.session, draft.id))
    return Reply(text, (_decide(draft, context, details_too=has_content(report)),))


async def _known(context: Context, draft: Draft, known: Known) -> Reply:
    await drafts.drop(context.session, draft.id)
    return deleting.known_already(known, context)


async def _collect(request: Request, context: Context, draft: Draft, part: Part) -> Reply | None:
    """Keep a part; where parts come as separate messages, a pause is answered with what is there."""
    if refusal := await _keep(context, draft, part):
        return refusal
    pause = context.now + context.join_after if request.splits_at else None
    await drafts.move(context.session, draft.id, DraftState.COLLECTING, at=context.now, settle_at=pause)
    return None


async def _join(request: Request, context: Context, draft: Draft, part: Part) -> Reply | None:
    """Keep a part of a paste that came unasked; show it as soon as no more can follow."""
    if refusal := await _keep(context, draft, part):
        return refusal
    if not may_continue(part, request.splits_at):
        return await show_draft(context, draft)
    pause = context.now + context.join_after
    await drafts.move(context.session, draft.id, DraftState.JOINING, at=context.now, settle_at=pause)
    return None


async def _keep(context: Context, draft: Draft, part: Part) -> Reply | None:
    """Keep a part, unless the text is secret or too long: then it is refused and dropped."""
    if is_secret(part.text):
        return await _refuse_secret(context, draft, part)
    await drafts.put_part(context.session, draft.id, part)
    characters = await drafts.length(context.session, draft.id)
    if characters <= MAX_REPORT_CHARACTERS:
        return None
    await drafts.drop(context.session, draft.id)
    return Reply(
        plain(
            context.texts(
                "post.too_long",
                characters=show.grouped(characters),
                limit=show.grouped(MAX_REPORT_CHARACTERS),
            )
        )
    )


async def _refuse_secret(context: Context, draft: Draft, part: Part | None = None) -> Reply:
    """Refuse a text, and what still follows of it."""
    if part is None or draft.state is DraftState.PREVIEWED:
        await drafts.drop(context.session, draft.id)
    else:
        await drafts.put_part(context.session, draft.id, replace(part, text=""))
        await drafts.empty(context.session, draft.id)
        pause = context.now + context.join_after if draft.state is DraftState.JOINING else None
        await drafts.move(context.session, draft.id, DraftState.REFUSED, at=context.now, settle_at=pause)
    return await refuse_secret(context, draft.owner, f"draft {draft.id}")


async def refuse_secret(context: Context, sender: str, what: str) -> Reply:
    """Refuse a text that bears a stamp of secrecy; only that it was refused is recorded."""
    await records.note(context.session, sender, "refuse secret", what, context.now)
    return Reply(plain(context.texts("post.secret")))


async def _read(context: Context, draft: Draft) -> Report:
    text = joined(await drafts.parts(context.session, draft.id))
    return await asyncio.to_thread(read_report, text)


async def _last(request: Request, context: Context) -> Draft | None:
    place = request.place
    return await drafts.last_of(context.session, place.platform, place.chat, request.sender.identity)


async def _open(request: Request, context: Context, state: DraftState) -> Draft:
    place = request.place
    return await drafts.start(
        context.session,
        place.platform,
        place.chat,
        request.sender.identity,
        thread=place.thread,
        state=state,
        at=context.now,
    )


async def _asked_for(request: Request, context: Context, arguments: Arguments) -> Draft:
    """Find the draft that a button or command is about. Raises Mistake where it is gone or another's."""
    number = arguments.split()[0] if arguments.strip() else ""
    if request.pressed is None or not number:
        draft = await _last(request, context)
        if draft is None:
            raise Mistake("post.no_draft")
        return draft
    known = number.isdecimal() and len(number) < LONGEST_NUMBER
    draft = await drafts.find(context.session, int(number)) if known else None
    if draft is None or not is_at_hand(draft, request.place, request.sender.identity):
        raise Mistake("post.gone")
    if draft.owner != request.sender.identity:
        raise Mistake("post.not_yours")
    return draft


def _part(request: Request, text: str) -> Part:
    return Part(request.position, text, request.time)


def _goes_on(parts: list[Part], context: Context) -> str:
    characters = show.grouped(len(joined(parts)))
    return context.texts("post.goes_on", parts=len(parts), characters=characters)


def _cancel(number: int, context: Context) -> Choice:
    return Choice(context.texts("button.cancel"), f"cancel {number}")


def _decide(draft: Draft, context: Context, *, details_too: bool) -> tuple[Choice, ...]:
    """Offer to store what is shown: the buttons name its revision."""
    shown = f"{draft.id} {draft.revision}"
    saved = Choice(context.texts("button.save"), f"save {shown}")
    more = (Choice(context.texts("button.details"), f"details {shown}"),) if details_too else ()
    return (saved, *more, _cancel(draft.id, context))
