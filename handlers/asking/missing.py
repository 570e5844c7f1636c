"""Say that something is not in the book, and what of it is nearest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers.asking import showing
from handlers.asking.expressions import ALL, expression, is_scattered
from handlers.asking.reading import Reading
from handlers.chat import Reply
from handlers.context import Context
from handlers.richtext import RichText, bold, join
from storage import items

NEAREST = 3


def not_understood(context: Context) -> Reply:
    """Say that a question was not understood, with some that would be."""
    texts = context.texts
    return Reply(join([texts("ask.not_understood"), texts("ask.examples")]))


async def not_there(context: Context, reading: Reading) -> Reply:
    """Say that it is not in the book, why where that is known, and what is nearest."""
    texts = context.texts
    parts: list[RichText | str] = [
        join([bold(texts("ask.none")), showing.understood(reading, (), texts)]),
        texts(f"ask.{reading.lacking}") if reading.lacking else "",
    ]
    near, shown = await _nearest(context, reading)
    if near:
        told = showing.understood(near, shown, texts)
        parts += [join([texts("ask.nearest"), told]), *showing.blocks(shown, near, context)]
    elif not reading.lacking:
        parts.append(join([texts("ask.instead"), texts("ask.examples")]))
    if reading.topic:
        parts.append(texts("ask.search", words=" ".join(reading.topic)))
    return Reply(join(parts, "\n\n"))


async def _nearest(context: Context, reading: Reading) -> tuple[Reading | None, list[showing.Shown]]:
    """Find what is left when one thing after the other is not asked for."""
    for near in _wider(replace(reading, lacking="")):
        if is_scattered(near.topic):
            continue
        found = await items.find(context.session, expression(near, context.now.date()))
        if shown := await items.load(context.session, found.places[:NEAREST]):
            return near, shown
    return None, []


def _wider(reading: Reading) -> Iterator[Reading]:
    if not any((reading.topic, reading.unit, reading.body, reading.person)):
        return
    yield reading
    yield replace(reading, statuses=(), flags=frozenset())
    timeless = replace(reading, periods=(), due=None, held=None, held_yearless=None)
    yield timeless
    yield replace(timeless, statuses=(), flags=frozenset(), role=None)
    if reading.topic:
        yield Reading(kinds=ALL, topic=reading.topic)
        yield from (Reading(kinds=ALL, topic=(part,)) for part in reading.topic if " " in part)
