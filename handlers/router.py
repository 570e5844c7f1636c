"""Answer a request: find what it asks for, check the role, turn mistakes into words."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace

from handlers import guide, posting, search
from handlers.chat import Reply, Request, Role
from handlers.commands import Command, find_command, names
from handlers.context import Context
from handlers.errors import Mistake
from handlers.posting import Replies, replies
from handlers.richtext import RichText
from storage import people

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_NUMBER = re.compile(r"\s*(\d{1,2})\s*")


async def answer(request: Request, context: Context) -> Replies:
    """Answer a request of any platform; no reply where nothing is asked of the bot."""
    try:
        return await _route(request, context)
    except Mistake as mistake:
        return (Reply(RichText(context.texts(mistake.key, **mistake.values))),)


async def _route(request: Request, context: Context) -> Replies:
    if request.edited:
        return replies(await posting.take_edit(request, context)) if request.role >= Role.STAFF else ()
    if request.pressed is not None:
        return await _press(request, context, request.pressed)
    if match := _COMMAND.fullmatch(request.text.strip()):
        return await _command(request, context, match[1], match[2] or "")
    if request.role < Role.OFFICIAL:
        return _to_unknown(request, context)
    return await _said(request, context)


async def _said(request: Request, context: Context) -> Replies:
    """Take plain words as a report's text, as the number of a choice, or as a question."""
    if request.role >= Role.STAFF:
        taken = await posting.take_text(request, context)
        if taken is not None:
            return taken
    if action := await _numbered(request, context):
        return await _press(request, context, action)
    return await _plain(request, context)


async def _command(request: Request, context: Context, name: str, arguments: str) -> Replies:
    """Run a typed command. Commands for another bot never come here."""
    command = find_command(name)
    if request.role < Role.OFFICIAL and not (command and command.public):
        return _to_unknown(request, context)
    if command is None or not command.typed or (command.local and not command.may_use(request)):
        raise _no_such_command(name)
    if not command.may_use(request):
        raise Mistake(
            "error.forbidden", command=command.name, role=guide.role_name(command.role, context.texts)
        )
    return replies(await command.handler(request, context, arguments))


async def _press(request: Request, context: Context, action: str) -> Replies:
    """Run a button's action; it is checked like anything else that comes in."""
    name, _, arguments = action.partition(" ")
    command = find_command(name)
    if request.role < Role.OFFICIAL:
        return _to_unknown(request, context)
    if command is None or not command.may_use(request):
        raise Mistake("error.old_button")
    reply = await command.handler(request, context, arguments)
    return replies(_in_place(reply, command, arguments))


def _in_place(reply: Reply | None, command: Command, arguments: str) -> Reply | None:
    """Put another page, or a decision on a draft, in the place of the message it was asked from."""
    turns_page = len(arguments.split()) > 1 or command.name == "reports"
    decides = command.name in ("cancel", "save", "done")
    return replace(reply, replaces=True) if reply and (turns_page or decides) else reply


async def _numbered(request: Request, context: Context) -> str | None:
    """Read a bare number as the choice offered under it; None where none was offered here."""
    match = _NUMBER.fullmatch(request.text)
    if match is None:
        return None
    place, owner = request.place, request.sender.identity
    return await people.chosen(context.session, place.platform, place.chat, owner, int(match[1]))


async def _plain(request: Request, context: Context) -> Replies:
    """Look for plain words in the stored reports; say what to do with an attachment."""
    if not request.addressed:
        return ()
    if request.attachment:
        raise Mistake("error.attachment")
    if not request.text.strip():
        return ()
    return replies(await search.search_words(request, context, request.text))


def _to_unknown(request: Request, context: Context) -> Replies:
    """Tell somebody without a role how to get one; in a group stay silent."""
    return (guide.unknown_person(request, context.texts),) if request.place.private else ()


def _no_such_command(name: str) -> Mistake:
    similar = difflib.get_close_matches(name.lower(), names(), n=1, cutoff=0.6)
    if similar:
        return Mistake("error.similar_command", command=name, similar=similar[0])
    return Mistake("error.unknown_command", command=name)
