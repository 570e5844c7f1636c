"""Tell an address that staff post from the words that people say."""

from __future__ import annotations

import re

from handlers import posting
from handlers.chat import Request, Role
from handlers.context import Context
from handlers.errors import Mistake
from storage import drafts
from storage.drafts import DraftFile

_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?", re.IGNORECASE)


def address_in(text: str) -> str | None:
    """Give the web address that a text is, None where it says anything else.

    >>> address_in(" https://phuong.example/tin.aspx?id=7 "), address_in("Xem https://phuong.example")
    ('https://phuong.example/tin.aspx?id=7', None)
    """
    match = _ADDRESS.fullmatch(text.strip())
    return match[1] if match else None


async def takes(request: Request, context: Context, address: str) -> bool:
    """Tell whether the address that a message is, or /post names, is to be opened.

    Nobody else's makes the bot fetch anything. Within a text that is coming in it is a line of it.
    """
    if request.role < Role.STAFF or request.attachment is not None or request.pressed is not None:
        return False
    if request.edited:
        file = await _read_before(request, context)
        return file is not None and file.address != address
    if not request.text.strip().startswith("/") and await posting.goes_on(request, context):
        return False
    return request.addressed or await posting.is_collecting(request, context)


async def is_read_already(request: Request, context: Context, address: str | None) -> bool:
    """Tell whether an edited message names the address that its draft was read from."""
    file = await _read_before(request, context) if address else None
    return file is not None and file.address == address


async def _read_before(request: Request, context: Context) -> DraftFile | None:
    """Find what a draft was read from that this message named before it was edited."""
    place, owner = request.place, request.sender.identity
    draft = await drafts.holding(context.session, place.platform, place.chat, owner, request.position)
    return await drafts.file_of(context.session, draft.id) if draft else None


def check_not_opened(request: Request) -> None:
    """Raise Mistake where words that are looked for hold an address: nobody means to search for it."""
    if not _ADDRESS.search(request.text):
        return
    if request.role >= Role.STAFF:
        raise Mistake("link.alone")
    if address_in(request.text):
        raise Mistake("link.not_staff")
