"""Take in the text of a report, part by part: typed, pasted, or out of a file."""

from __future__ import annotations

from dataclasses import replace

from handlers import deleting, show
from handlers.carrying import keep
from handlers.chat import Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.deciding import last_draft, show_draft
from handlers.drafting import PAUSE, continues, joined, may_continue
from handlers.errors import Mistake
from handlers.refusing import cancel_choice, refuse_secret_draft
from handlers.richtext import RichText
from reports.acceptance import FEWEST_CHARACTERS
from reports.secrecy import is_secret
from storage import drafts, people, reports
from storage.drafts import Draft, DraftFile, DraftState, Part

LONG = 500
"""A text of so many characters that staff send unasked is offered for storing."""
FEW_WORDS = 3
"""Words that may be asked for even where they look like a stamp: "tối mật"."""

Replies = tuple[Reply, ...]


def replies(reply: Reply | None) -> Replies:
    """Take a reply, or silence, as replies."""
    return (reply,) if reply else ()


async def start(request: Request, context: Context, arguments: Arguments) -> Reply | None:
    """Answer `/post [TEXT]`: from now on everything this person sends here belongs to the report.

    In reply to a message it takes that message.
    """
    if request.answered and not request.answered.text.strip():
        raise Mistake("error.attachment")
    draft = await last_draft(request, context)
    if draft and draft.state is DraftState.REFUSED:
        await drafts.drop(context.session, draft.id)
        draft = None
    if draft is None or draft.state is DraftState.PREVIEWED:
        draft = await _open(request, context, DraftState.COLLECTING)
    if request.answered and (answer := await _take_answered(request, context, draft, arguments)):
        return answer
    if arguments.strip():
        refusal = await _collect(request, context, draft, _part(request, arguments))
        if refusal or request.splits_at:
            return refusal  # else the pause behind the paste is answered
    elif request.answered and request.splits_at:
        return None  # the pause is answered, as above
    else:
        await drafts.move(context.session, draft.id, DraftState.COLLECTING, at=context.now)
    parts = await drafts.parts(context.session, draft.id)
    text = _goes_on(parts, context) if parts else context.texts("post.started")
    return Reply(RichText(text), ((cancel_choice(draft.id, context),),))


async def _take_answered(
    request: Request, context: Context, draft: Draft, arguments: Arguments
) -> Reply | None:
    """Take the message that /post answers; shown at once where it is all there can be of the report."""
    taken = request.taken()
    if is_secret(taken.text):
        return await refuse_secret_draft(context, draft)  # its sender sends no more of it to the bot
    alone = not await drafts.length(context.session, draft.id) and not arguments.strip()
    part = _part(taken, taken.text)
    if refusal := await _collect(request, context, draft, part):
        return refusal
    if alone and not may_continue(part, request.splits_at):
        return await show_draft(context, draft)
    return None


async def take_text(request: Request, context: Context) -> tuple[bool, Replies]:
    """Take in what staff sends without a command.

    Tells whether it belongs to a report, and what is answered: to this text, or to a paste that it ends.
    """
    draft = await last_draft(request, context)
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
    if draft := await last_draft(request, context):
        if draft.state is DraftState.JOINING:
            settled = replies(await show_draft(context, draft))
        elif draft.state is DraftState.COLLECTING and not await drafts.length(context.session, draft.id):
            await drafts.drop(context.session, draft.id)  # /post was said, and this is what it was said for
    draft = await _open(request, context, DraftState.PREVIEWED)
    await drafts.put_file(context.session, draft.id, file)
    refusal = await keep(context, draft, _part(request, text))
    return (*settled, refusal or await show_draft(context, draft))


async def is_collecting(request: Request, context: Context) -> bool:
    """Tell whether this person said /post here, and not yet that it is complete."""
    draft = await last_draft(request, context)
    return draft is not None and draft.state is DraftState.COLLECTING


async def goes_on(request: Request, context: Context) -> bool:
    """Tell whether a message belongs to a text that is coming in, so that it is nothing by itself."""
    draft = await last_draft(request, context)
    if draft is None or draft.state is DraftState.PREVIEWED:
        return False
    if draft.state is DraftState.COLLECTING:
        return bool(await drafts.length(context.session, draft.id))
    part = _part(request, request.text)
    return draft.state is DraftState.REFUSED or await _goes_on_with(draft, part, request, context)


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
    long = FEWEST_CHARACTERS if request.first_sent_at else LONG  # nobody asks by forwarding
    return request.addressed and (len(request.text) >= long or (not few and is_secret(request.text)))


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
    context.session.leave_no_trace()
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

    It is one right after the bot asked; each part makes it forget what it offered. The answer to a text
    behind /post offers only to drop it: there a number goes on with the text.
    """
    draft = await last_draft(request, context)
    if draft is None or draft.state is not DraftState.COLLECTING:
        return True
    if not await drafts.length(context.session, draft.id):
        return True
    place, owner = request.place, request.sender.identity
    first = await people.chosen(context.session, place.platform, place.chat, owner, 1)
    return first != cancel_choice(draft.id, context).action


async def take_edit(request: Request, context: Context) -> Reply | None:
    """Put an edited message's new words into the draft that holds it, and show that anew."""
    place, owner = request.place, request.sender.identity
    draft = await drafts.holding(context.session, place.platform, place.chat, owner, request.position)
    if draft is None:
        return await stored_already(request, context)
    if draft.state is DraftState.REFUSED:
        context.session.leave_no_trace()
        return None
    if request.file is None:
        await drafts.forget_file(context.session, draft.id)
    if refusal := await keep(context, draft, _part(request, request.text)):
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
    choices = (Choice(context.texts("button.done"), f"done {draft.id}"), cancel_choice(draft.id, context))
    return Reply(RichText(_goes_on(parts, context)), (choices,))


async def _collect(request: Request, context: Context, draft: Draft, part: Part) -> Reply | None:
    """Keep a part; where parts come as separate messages, a pause is answered with what is there."""
    if refusal := await keep(context, draft, part):
        return refusal
    pause = context.now + context.join_after if request.splits_at else None
    await drafts.move(context.session, draft.id, DraftState.COLLECTING, at=context.now, settle_at=pause)
    place = request.place  # a number is the text's next line now
    await people.offer(context.session, place.platform, place.chat, request.sender.identity, ())
    return None


async def _join(request: Request, context: Context, draft: Draft, part: Part) -> Reply | None:
    """Keep a part of a paste that came unasked; show it as soon as no more can follow."""
    if refusal := await keep(context, draft, part):
        return refusal
    if not may_continue(part, request.splits_at):
        return await show_draft(context, draft)
    pause = context.now + context.join_after
    await drafts.move(context.session, draft.id, DraftState.JOINING, at=context.now, settle_at=pause)
    return None


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


def _part(request: Request, text: str) -> Part:
    return Part(request.position, text, request.time, request.first_sent_at)


def _goes_on(parts: list[Part], context: Context) -> str:
    characters = show.grouped(len(joined(parts)))
    return context.texts("post.goes_on", parts=len(parts), characters=characters)
