"""Keep what staff corrected in a draft when its text changes: a message is edited, or a part comes late."""

from __future__ import annotations

import asyncio

from handlers import refusing
from handlers.chat import Reply
from handlers.context import Context
from handlers.deciding import read_text
from reports.supplementing import carried
from storage import edits
from storage.drafts import Draft, Part


async def keep(context: Context, draft: Draft, part: Part) -> Reply | None:
    """Keep a part, and what was corrected, carried over to the text as it is then; or tell why not."""
    made = await edits.of_draft(context.session, draft.id)
    if not made:
        return await refusing.keep(context, draft, part)
    old = await read_text(context, draft)
    if refusal := await refusing.keep(context, draft, part):
        return refusal
    fresh = await read_text(context, draft)
    await edits.drop_of_draft(context.session, draft.id)
    kept = await asyncio.to_thread(carried, made, old, fresh)
    await edits.put_of_draft(context.session, draft.id, kept, at=context.now)
    return None
