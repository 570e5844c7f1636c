"""Comparing questions: two periods, or one target over time, told as /compare tells it."""

from __future__ import annotations

from handlers.asking.asked import Understood
from handlers.asking.reading import Intent, Reading
from handlers.asking.sides import side_by_side
from handlers.chat import Reply
from handlers.context import Context
from handlers.overtime import compare, versus
from reports.matching import name_key
from reports.samebody import body_key
from storage import periods, series
from storage.itemkeys import Kind
from storage.series import Closeness, Series

LOOKED_AT = 9
PAIR = 2
_NARROWER = (
    "flags",
    "due",
    "lacking",
    "report",
    "reports",
    "latest",
    "held",
    "held_yearless",
    "unit",
    "person",
)
"""What asks for some items alone, which no comparison does."""


async def compared(context: Context, asked: Understood) -> Reply | None:
    """Answer a comparing question; None where nothing can be compared, or something else is asked."""
    reading = asked.readings[0]
    of_targets = not set(reading.kinds) - {Kind.TARGET, Kind.MEETING, Kind.TASK, Kind.LIMITATION, Kind.CAUSE}
    narrowed = any(name in reading.given() for name in _NARROWER)
    if reading.intent is not Intent.COMPARE or narrowed or not of_targets:
        return None
    if (reply := await side_by_side(context, reading)) or reading.others:
        return reply
    return await (_over_time if reading.topic else _of_periods)(context, reading)


async def _of_periods(context: Context, reading: Reading) -> Reply | None:
    """Hold two periods against each other: those that were named, else one and the newest, of a body."""
    said = body_key(reading.body).bare if reading.body else ""
    bodies = await periods.bodies_named(context.session, said) if said else None
    if bodies == []:
        return None
    if len(reading.compared) == PAIR:
        return await versus.of_periods(context, reading.compared[0], reading.compared[1], bodies)
    if bodies and len(reading.compared) < PAIR:
        return await versus.of_newest(context, bodies, *reading.compared)
    return None


async def _over_time(context: Context, reading: Reading) -> Reply | None:
    """Tell a target over time; of several those that more than one report tells of."""
    words = " ".join(filter(None, [*reading.topic, reading.body]))
    found = await series.find(context.session, name_key(words), limit=LOOKED_AT)
    if not found.series or found.closeness is Closeness.SOME:
        return None
    told = [one for one in found.series if await series.count(context.session, one.id) > 1]
    if len(told) == 1:
        return await _between(context, reading, told[0])
    return compare.choose(words, found, context) if told else None


async def _between(context: Context, reading: Reading, one: Series) -> Reply:
    """Tell a target in the two periods that were named, else in all reports."""
    if len(reading.compared) == PAIR:
        first, second = reading.compared
        if reply := await compare.in_periods(context, one, first, second):
            return reply
    return await compare.over_time(context, one)
