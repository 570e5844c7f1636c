"""Take in the files that staff post: each is a text of its own, shown like a pasted one."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from handlers import posting, refusing, show
from handlers.chat import File, Reply, Request, Role
from handlers.context import Context
from handlers.posting import Replies, replies
from handlers.richtext import plain, shorten
from handlers.texts import Texts
from reports.acceptance import FEWEST_CHARACTERS, characters, unfit
from reports.secrecy import is_secret
from storage import drafts, records
from storage.drafts import DraftFile

OPENED = ("document", "photo")
"""The kinds of attachment that can hold a report."""
LONGEST_NAME = 80


async def takes(request: Request, context: Context) -> bool:
    """Tell whether a message's attachment is to be opened: nobody else's makes the bot fetch anything."""
    if request.attachment not in OPENED or request.role < Role.STAFF:
        return False
    if request.edited:
        return await _held(request, context)
    if request.attachment == "photo" and len(request.text) >= posting.LONG:
        return False  # a picture beside a text
    return request.addressed or await posting.is_collecting(request, context)


async def _held(request: Request, context: Context) -> bool:
    """Tell whether a draft was read from this message."""
    place, owner = request.place, request.sender.identity
    session = context.session
    return await drafts.holding(session, place.platform, place.chat, owner, request.position) is not None


async def take(request: Request, file: File, context: Context) -> Replies:
    """Answer a file: a preview of what it says, or why it is refused; then nothing of it is kept."""
    if file.problem:
        return (await _refuse(request, file, context),)
    if await _bears_stamp(request, file):
        return (await refusing.refuse_secret(context, request.sender.identity, "file"),)
    judged = await judge(file)
    if judged.problem:
        return (await _refuse(request, judged, context),)
    return await posting.take_file(request, context, file.text, _draft_file(file, context))


async def take_edit(request: Request, file: File, context: Context) -> Replies:
    """Answer an edited message whose file was posted: another file takes the place of the first."""
    place, owner = request.place, request.sender.identity
    session = context.session
    draft = await drafts.holding(session, place.platform, place.chat, owner, request.position)
    if draft is None:
        return replies(await posting.stored_already(request, context))
    if file.problem:
        await drafts.drop(session, draft.id)
        return (await _refuse(request, file, context),)
    if await _bears_stamp(request, file):
        await drafts.drop(session, draft.id)
        return (await refusing.refuse_secret(context, request.sender.identity, "file"),)
    before = await drafts.file_of(session, draft.id)
    is_same = before is not None and before.address == file.address
    if is_same and [part.text for part in await drafts.parts(session, draft.id)] == [file.text]:
        return ()  # its caption was edited
    judged = await judge(file)
    if judged.problem:
        await drafts.drop(session, draft.id)
        return (await _refuse(request, judged, context),)
    await drafts.put_file(session, draft.id, _draft_file(file, context))
    return replies(await posting.take_edit(replace(request, text=file.text), context))


async def _bears_stamp(request: Request, file: File) -> bool:
    """Tell whether a file bears a stamp of secrecy: in its text, around it, or in the words sent with it."""
    texts = (request.text, file.aside, file.text)
    return await asyncio.to_thread(lambda: any(map(is_secret, texts)))


async def judge(file: File) -> File:
    """Tell of a file's text that it cannot be a report, as a problem of the file."""
    why = await asyncio.to_thread(unfit, file.text)
    if why is None:
        return file
    counted = {"characters": characters(file.text), "least": FEWEST_CHARACTERS}
    return replace(file, problem=why.value, values=counted)


def _draft_file(file: File, context: Context) -> DraftFile:
    """Keep what is known of a file; nothing was published on a day that has not come."""
    published = file.published if file.published and file.published <= context.now.date() else None
    name = shorten(file.name, LONGEST_NAME)
    return DraftFile(name, file.by_ocr, file.unread_pages, file.address, published)


async def _refuse(request: Request, file: File, context: Context) -> Reply:
    """Refuse a file; that it was refused, and why, is recorded, nothing of what it says."""
    sender, what = request.sender.identity, "link" if file.address else "file"
    await records.note(
        context.session, sender, f"refuse {what}", what, context.now, problem=file.problem or ""
    )
    return Reply(plain(problem(file, context.texts, context.most_characters)))


def problem(file: File, texts: Texts, most_characters: int) -> str:
    """Say why a file has no text, and what to do."""
    numbers = {key: show.grouped(value) for key, value in file.values.items() if isinstance(value, int)}
    values = {"limit": show.grouped(most_characters), **file.values, **numbers}
    return texts(f"file.{file.problem}", name=shorten(file.name, LONGEST_NAME), **values)
