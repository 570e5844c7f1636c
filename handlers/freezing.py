"""Freeze an answer with figures: it gets a number, and is given word for word later, whatever is changed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

from handlers import show
from handlers.chat import Choice, Reply, Request, Role
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.richtext import RichText, Style, Styled, bold, join, shorten
from handlers.texts import Texts
from storage import frozen, records
from storage.frozen import Frozen

NUMBER = re.compile(r"\s*(?:bc)?[\s._-]*(\d{4})[\s._-]*(\d\d)(\d\d)[\s._-]*(\d{2,4})\s*", re.IGNORECASE)
MOST_BYTES = 64
"""An action's longest length."""
LISTED = 15
MOST_A_DAY = 100
"""So many answers one person keeps in a day: what is kept is kept for good."""
BEGINNING_SHOWN = 60


def freezable(reply: Reply | None, texts: Texts) -> Reply | None:
    """Offer to freeze an answer with figures: one that every official may have."""
    from handlers.commands import find_command  # noqa: PLC0415 as below

    if reply is None or not reply.asked:
        return reply
    action, command = f"freeze {reply.asked}", find_command(reply.asked.split()[0])
    if len(action.encode()) > MOST_BYTES or command is None or command.role > Role.OFFICIAL:
        return reply
    return replace(reply, choices=(*reply.choices, (Choice(texts("button.freeze"), action),)))


async def freeze(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button "Lưu số liệu này": keep the whole answer as it is now, and show what was kept."""
    from handlers.commands import find_command  # noqa: PLC0415 the table names this handler

    name, _, rest = arguments.partition(" ")
    command = find_command(name)
    if command is None or command.handler is freeze or command.role > Role.OFFICIAL:
        raise Mistake("error.old_button")
    await context.session.begin()
    if await frozen.count(context.session, request.sender.identity, context.now.date()) >= MOST_A_DAY:
        raise Mistake("freeze.too_many", most=MOST_A_DAY)
    reply = await command.handler(request, replace(context, whole=True), rest)
    if reply is None or not reply.asked:
        raise Mistake("error.old_button")
    asked = f"/{reply.asked}"
    places = json.dumps([(place.start, place.end, place.style) for place in reply.text.places])
    kept = await frozen.keep(
        context.session,
        reply.text.text,
        places,
        asked=asked,
        actor=request.sender.identity,
        at=context.now,
    )
    await records.note(
        context.session, request.sender.identity, "freeze", kept.number, context.now, asked=asked
    )
    head = bold(context.texts("freeze.done", number=kept.number))
    return Reply(join([join([head, context.texts("freeze.how", number=kept.number)]), reply.text], "\n\n"))


async def show_frozen(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/frozen [NUMBER]`: what was kept, word for word, or what was kept last."""
    if not arguments.strip():
        return await _list(context)
    match = NUMBER.fullmatch(arguments)
    if match is None:
        raise Mistake("freeze.usage")
    year, month, day, serial = map(int, match.groups())
    try:
        kept = await frozen.find(context.session, date(year, month, day), serial)
    except ValueError:
        kept = None
    if kept is None:
        raise Mistake("freeze.unknown", number=f"BC-{year:04}-{month:02}{day:02}-{serial:02}")
    at = show.moment(kept.at.astimezone(context.now.tzinfo))
    head = join([bold(kept.number), context.texts("freeze.kept", at=at, asked=kept.asked)], " · ")
    return Reply(join([head, _text(kept)], "\n\n"))


async def _list(context: Context) -> Reply:
    kept = await frozen.newest(context.session, LISTED)
    if not kept:
        return Reply(RichText(context.texts("freeze.none")))
    lines = [
        join([bold(one.number), shorten(f"{one.asked} · {one.text}", BEGINNING_SHOWN)], " ") for one in kept
    ]
    choices = tuple((Choice(one.number, f"frozen {one.number}"),) for one in kept[:3])
    return Reply(join([bold(context.texts("freeze.title")), *lines]), choices)


def _text(kept: Frozen) -> RichText:
    places = tuple(Styled(start, end, Style(style)) for start, end, style in json.loads(kept.places))
    return RichText(kept.text, places)
