"""Refuse what may not be kept: secret texts, and what is too long."""

from __future__ import annotations

from dataclasses import replace

from handlers import show
from handlers.chat import Reply
from handlers.context import Context
from handlers.richtext import plain
from reports.secrecy import is_secret
from storage import drafts, records
from storage.drafts import Draft, DraftState, Part


async def keep(context: Context, draft: Draft, part: Part) -> Reply | None:
    """Keep a part, unless the text is secret or too long: then it is refused and dropped."""
    if is_secret(part.text):
        return await refuse_secret_draft(context, draft, part)
    characters = await drafts.length(context.session, draft.id, without=part.position) + len(part.text)
    if characters <= context.most_characters:
        await drafts.put_part(context.session, draft.id, part)
        return None
    await drafts.drop(context.session, draft.id)
    return Reply(
        plain(
            context.texts(
                "post.too_long",
                characters=show.grouped(characters),
                limit=show.grouped(context.most_characters),
            )
        )
    )


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
    return Reply(plain(context.texts("post.secret")))
