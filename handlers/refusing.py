"""Refuse what may not be kept: secret texts, what is too long, and what cannot be a report."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from handlers import show
from handlers.chat import Choice, Reply
from handlers.context import Context
from handlers.errors import Mistake
from handlers.richtext import plain
from reports.acceptance import FEWEST_CHARACTERS, Unfit, characters
from reports.secrecy import is_secret
from storage import drafts, records
from storage.drafts import Draft, DraftState, Part


async def keep(context: Context, draft: Draft, part: Part) -> Reply | None:
    """Keep a part, unless the text is secret or too long: then it is refused and dropped."""
    if await asyncio.to_thread(is_secret, part.text):
        return await refuse_secret_draft(context, draft, part)
    length = await drafts.length(context.session, draft.id, without=part.position) + len(part.text)
    if length <= context.most_characters:
        await drafts.put_part(context.session, draft.id, part)
        return None
    await drafts.drop(context.session, draft.id)
    context.session.leave_no_trace()
    return Reply(
        plain(
            context.texts(
                "post.too_long",
                characters=show.grouped(length),
                limit=show.grouped(context.most_characters),
            )
        )
    )


async def refuse_unfit(context: Context, draft: Draft, why: Unfit, text: str) -> Reply:
    """Refuse what cannot be a report; one that /post opened and that is only too short yet stays open."""
    if draft.state is DraftState.COLLECTING and why is Unfit.EMPTY:
        raise Mistake("post.nothing")
    counted = {"characters": characters(text), "least": FEWEST_CHARACTERS}
    if draft.state is DraftState.COLLECTING and why is Unfit.SHORT:
        await drafts.move(context.session, draft.id, DraftState.COLLECTING, at=context.now)
        return Reply(plain(context.texts("post.short", **counted)), ((cancel_choice(draft.id, context),),))
    await drafts.drop(context.session, draft.id)
    await records.note(
        context.session, draft.owner, "refuse", f"draft {draft.id}", context.now, problem=why.value
    )
    context.session.leave_no_trace()
    return Reply(plain(context.texts(f"refused.{why}", **counted)))


def cancel_choice(number: int, context: Context) -> Choice:
    """Offer to drop a draft."""
    return Choice(context.texts("button.cancel"), f"cancel {number}")


async def refuse_secret_draft(context: Context, draft: Draft, part: Part | None = None) -> Reply:
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
    context.session.leave_no_trace()
    return Reply(plain(context.texts("post.secret")))
