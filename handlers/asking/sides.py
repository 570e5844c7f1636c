"""Put what reports tell of several bodies, or of one in two periods, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handlers import show
from handlers.asking import showing
from handlers.asking.answers import first_found
from handlers.asking.asked import understand
from handlers.asking.evidence import Answer
from handlers.asking.finding import found_by
from handlers.asking.reading import Intent, Reading
from handlers.asking.saying import words_of
from handlers.asking.showing import Shown
from handlers.asking.writing import action, counted
from handlers.chat import Choice, Reply
from handlers.context import Context
from handlers.periods import period_name
from handlers.reports import report_line
from handlers.richtext import RichText, bold, join, shorten
from reports.folding import fingerprint
from storage import items
from storage.itemkeys import Kind

SHOWN = 4
"""Items of one side; all of them are a button away."""
LABEL_SHOWN = 40
_LISTED = frozenset({Kind.LIMITATION, Kind.CAUSE, Kind.TASK})
"""What of two periods is listed; targets are held against each other one by one."""


@dataclass(frozen=True, slots=True)
class Side:
    """What is asked of one body, or of one period, and what it is called."""

    name: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Told:
    """What answers on one side."""

    side: Side
    answer: Answer | None
    shown: Sequence[Shown] = ()


async def side_by_side(context: Context, reading: Reading) -> Reply | None:
    """Answer with what is told on each side; None where there are no sides, or nothing is told on any.

    What is told on both sides is of neither: of all of a project that goes through two communes.
    """
    told = [await _told(context, side) for side in _sides(reading, context)]
    if not any(one.answer for one in told):
        return None
    every = [entry for one in told for entry in one.shown]
    if len({entry[1] for entry in every}) < len(every):
        return None
    texts = context.texts
    head = bold(showing.understood(reading, every, texts))
    blocks = [block for one in told for block in _blocks(one, every, context)]
    rows = [await _row(context, one, every) for one in told]
    return Reply(join([head, *blocks, show.as_of(context)], "\n\n"), tuple(row for row in rows if row))


def _sides(reading: Reading, context: Context) -> Iterator[Side]:
    """Yield the sides of a comparison: its bodies, else its periods."""
    one = replace(reading, intent=Intent.LIST, compared=(), others=())
    if reading.others:
        one = replace(one, periods=reading.compared)
        yield from (Side(body, replace(one, body=body)) for body in (reading.body, *reading.others))
    elif len(reading.compared) > 1 and _is_listed(reading):
        for period in reading.compared:
            name = show.capitalised(period_name(period, context.texts))
            yield Side(name, replace(one, periods=(period,)))


def _is_listed(reading: Reading) -> bool:
    """Tell whether what is asked of two periods is a list of each, and no figure of both."""
    return bool(reading.kinds) and (_LISTED.issuperset(reading.kinds) or bool(reading.statuses))


async def _told(context: Context, side: Side) -> Told:
    """Find what answers on one side; one of which nothing is told is called as its reports call it."""
    answer = await _answer(context, side.reading)
    found = answer.found.places if answer else ()
    if answer is None and side.reading.body:
        side = replace(side, name=await _written(context, side.reading.body))
    return Told(side, answer, await items.load(context.session, found[:SHOWN]))


async def _written(context: Context, body: str) -> str:
    """Write a body of which nothing is told as its reports do."""
    of_body = await items.find(context.session, f'keys : kmeeting AND body : "{body}"', 1)
    return showing.as_written(body, await items.load(context.session, of_body.places))


async def _answer(context: Context, reading: Reading) -> Answer | None:
    """Ask how much it is, where that may be told, else for all there is."""
    if reading.topic and Kind.TARGET in reading.kinds:
        words = words_of(replace(reading, kinds=()))
        answer = await first_found(context, await understand(context, f"{words} bao nhieu"))
        if answer and _is_of(answer, reading):
            return answer
    found = await found_by(context, reading)
    return Answer(*found) if found else None


def _is_of(answer: Answer, reading: Reading) -> bool:
    """Tell whether an answer is of the body that was asked of, and sentences name it or are of its report."""
    if answer.found.total:
        return answer.reading.body == reading.body
    told = answer.sentences.sentences if answer.sentences else ()
    names = [(line.organisation.text if line.organisation else "", said) for line, said in told]
    return bool(names) and all(
        any(f" {reading.body} " in f" {fingerprint(text)} " for text in some) for some in names
    )


def _blocks(told: Told, every: Sequence[Shown], context: Context) -> Iterator[RichText]:
    """Write one side: whose it is, how many there are, and the first of them."""
    texts = context.texts
    name = bold(_name(told.side, every))
    if told.answer is None:
        yield join([name, texts("ask.side.none")], ": ")
        return
    reading, total = told.answer.reading, told.answer.found.total
    if told.shown:
        yield join([name, counted(reading, total, context)], ": ")
        yield from showing.blocks(told.shown, reading, context)
    elif told.answer.sentences:
        yield name
        for line, sentence in told.answer.sentences.sentences:
            yield join([report_line(line, texts), sentence])


def _name(side: Side, every: Sequence[Shown]) -> str:
    return show.capitalised(showing.as_written(side.name, every))


async def _row(context: Context, told: Told, every: Sequence[Shown]) -> tuple[Choice, ...]:
    """Offer all of one side, where there is more of it."""
    if told.answer is None or told.answer.found.total <= len(told.shown):
        return ()
    label = shorten(_name(told.side, every), LABEL_SHOWN)
    words = words_of(told.side.reading)
    return (Choice(f"{label} ({told.answer.found.total})", await action(context, words)),)
