"""Answer a request: find what it asks for, check the role, turn mistakes into words."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from functools import partial

from handlers import files, freezing, guide, links, posting, refusing, reports, source
from handlers.asking import answering
from handlers.chat import Reply, Request, Role
from handlers.codes import parse_code
from handlers.commands import Command, find_command, names
from handlers.context import Arguments, Context
from handlers.correcting import asking
from handlers.errors import Mistake
from handlers.posting import Replies, replies
from handlers.richtext import RichText
from reports.folding import fold
from reports.secrecy import is_secret
from storage import people

# "/tasks 12", "/tasks@sohop_bot 12", and "/tasks_12", which a chat can offer to be tapped.
_COMMAND = re.compile(r"/([^\W_]{1,32})(?:_(\w{1,32}))?(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_NUMBER = re.compile(r"\s*(\d{1,2})\s*")
_DECIDES = frozenset({"cancel", "save", "done", "discard", "hide", "keep", "restore"})
"""Commands whose buttons decide something: the answer stands in the place of the question."""
_LISTS = frozenset({"reports", "drafts"})
"""Commands whose buttons do nothing but turn the page."""


async def answer(request: Request, context: Context) -> Replies:
    """Answer a request of any platform; no reply where nothing is asked of the bot."""
    try:
        return await _route(request, context)
    except Mistake as mistake:
        key = mistake.to_staff if request.role >= Role.STAFF else mistake.key
        return (Reply(RichText(context.texts(key, **mistake.values))),)


async def share(request: Request, context: Context) -> Replies:
    """Answer what somebody asks to share it in another chat: a question, a code, or the newest report."""
    if request.role < Role.OFFICIAL:
        return ()
    question = replace(request, role=Role.OFFICIAL)
    try:
        if request.text.strip():
            found = await _asked(question, context)
        else:
            found = replies(await reports.latest(question, context, ""))
    except Mistake:
        return ()
    return tuple(
        reply for reply in found if reply.choices and not reply.nothing
    )  # an answer leads on, "nothing found" does not


async def takes_file(request: Request, context: Context) -> bool:
    """Tell whether a platform is to open what came with a message, before it asks for the answer."""
    match = _COMMAND.fullmatch(request.text.strip())
    return (match is None or _posts(match)) and await files.takes(request.taken(), context)


def address_in(request: Request) -> str | None:
    """Find the address that a message is, or that /post names or answers: only such a one may be opened."""
    match = _COMMAND.fullmatch(request.text.strip())
    if match is None:
        return links.address_in(request.text)
    words, answered = match[3] or "", request.answered
    if answered and (words.strip() or answered.attachment):
        return None
    return links.address_in(answered.text if answered else words) if _posts(match) else None


def _posts(match: re.Match[str]) -> bool:
    command = find_command(fold(match[1]))
    return command is not None and command.handler is posting.start


async def _route(request: Request, context: Context) -> Replies:
    if request.edited:
        return await _edited(request, context)
    if request.pressed is not None:
        return await _press(request, context, request.pressed)
    if request.file is not None and request.role >= Role.STAFF:
        await asking.leave(request, context)
        return await files.take(request.taken(), request.file, context)
    if match := _COMMAND.fullmatch(request.text.strip()):
        return await _command(request, context, match[1], _arguments(match))
    if request.role < Role.OFFICIAL:
        return _to_unknown(request, context)
    return await _said(request, context)


def _arguments(match: re.Match[str]) -> Arguments:
    """Read what stands behind a command; in "/source_12_h3" it is "12.h3"."""
    return " ".join(filter(None, [(match[2] or "").replace("_", "."), match[3] or ""]))


async def _edited(request: Request, context: Context) -> Replies:
    """Take an edited message for a report's part only; what was asked before is not asked again."""
    if request.role < Role.STAFF:
        return ()
    if request.file is not None:
        return await files.take_edit(request, request.file, context)
    if request.attachment in files.OPENED:
        return replies(await posting.stored_already(request, context))
    if await links.is_read_already(request, context, address_in(request)):
        return ()
    match = _COMMAND.fullmatch(request.text.strip())
    text = match[3] or "" if match and _posts(match) else request.text
    return replies(await posting.take_edit(replace(request, text=text), context))


async def _said(request: Request, context: Context) -> Replies:
    """Take plain words as the number of a choice, as a report's text, or as a question."""
    if action := await _numbered(request, context):
        return await _press(request, context, action)
    if asked := await _answered(request, context):
        return asked
    if request.attachment and len(request.text) < posting.LONG:
        return _attached(request)
    settled: Replies = ()
    if request.role >= Role.STAFF:
        taken, settled = await posting.take_text(request, context)
        if taken:
            return settled
    return settled + await _asked(request, context)


async def _command(request: Request, context: Context, name: str, arguments: str) -> Replies:
    """Run a typed command. Commands for another bot never come here."""
    command = find_command(fold(name))
    await asking.leave(request, context)
    if request.role < Role.OFFICIAL and not (command and command.public):
        return _to_unknown(request, context)
    if command is None or not command.typed or not command.is_at(request.place.platform):
        raise _no_such_command(name, request)
    if not command.may_use(request):
        raise Mistake(
            "error.forbidden", command=command.name, role=guide.role_name(command.role, context.texts)
        )
    reply = await command.handler(request, context, arguments)
    return replies(freezing.freezable(reply, context.texts))


async def _press(request: Request, context: Context, action: str) -> Replies:
    """Run a button's action; it is checked like anything else that comes in."""
    name, _, arguments = action.partition(" ")
    command = find_command(name)
    if request.role < Role.OFFICIAL:
        return _to_unknown(request, context)
    if command is None or not command.may_use(request):
        raise Mistake("error.old_button")
    await asking.leave(request, context)
    reply = await command.handler(request, context, arguments)
    return replies(_in_place(freezing.freezable(reply, context.texts), command, arguments))


def _in_place(reply: Reply | None, command: Command, arguments: str) -> Reply | None:
    """Put another page, or a decision, in the place of the message it was asked from.

    A file cannot stand where a text stood.
    """
    if reply is None or reply.files:
        return reply
    pages = command.role is Role.OFFICIAL and len(arguments.split()) > 1
    turns_page = pages or command.name in _LISTS
    decides = command.name in _DECIDES
    return replace(reply, replaces=True) if turns_page or decides else reply


async def _numbered(request: Request, context: Context) -> str | None:
    """Read a bare number as a choice of the last answer; None where no choice was offered."""
    match = _NUMBER.fullmatch(request.text)
    if match is None or not await posting.may_choose(request, context):
        return None
    place, owner = request.place, request.sender.identity
    offered = partial(people.chosen, context.session, place.platform, place.chat, owner)
    action = await offered(int(match[1]))
    if action is None and request.addressed and await offered(1):
        raise Mistake("error.no_choice", number=int(match[1]))
    return action


async def _answered(request: Request, context: Context) -> Replies:
    """Take short plain words as the value that staff were asked for."""
    if request.role < Role.STAFF or request.attachment or not request.addressed or not request.text.strip():
        return ()
    return replies(await asking.take_typed(request, context))


def _attached(request: Request) -> Replies:
    """Say what to do with an attachment; in a group only where it is for the bot."""
    if not request.addressed:
        return ()
    if request.attachment in files.OPENED and request.role < Role.STAFF:
        raise Mistake("file.not_staff")
    raise Mistake("error.attachment")


async def _asked(request: Request, context: Context) -> Replies:
    """Look for plain words in the stored reports."""
    if not request.addressed or not request.text.strip():
        return ()
    if len(request.text.split()) > posting.FEW_WORDS and is_secret(request.text):
        return (await refusing.refuse_secret(context, request.sender.identity, "message"),)
    links.check_not_opened(request)
    code = parse_code(request.text)
    if freezing.NUMBER.fullmatch(request.text) and "-" in request.text:
        return replies(await freezing.show_frozen(request, context, request.text))
    if code and code.ordinal is not None:
        return replies(await source.show_source(request, context, request.text))
    reply = await answering.answer(request, context, request.text)
    return replies(freezing.freezable(reply, context.texts))


def _to_unknown(request: Request, context: Context) -> Replies:
    """Tell somebody without a role how to get one; in a group stay silent."""
    return (guide.unknown_person(request, context.texts),) if request.place.private else ()


def _no_such_command(name: str, request: Request) -> Mistake:
    similar = difflib.get_close_matches(fold(name), names(request), n=1, cutoff=0.6)
    if similar:
        return Mistake("error.similar_command", command=name, similar=similar[0])
    return Mistake("error.unknown_command", command=name)
