"""Say that something is not in the book, and offer what of it is nearest."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace

from handlers.asking import showing
from handlers.asking.asked import Understood, understand
from handlers.asking.beside import SAME
from handlers.asking.closest import Close, Closest, closest
from handlers.asking.examples import examples
from handlers.asking.expressions import ALL
from handlers.asking.finding import COMPARED, find
from handlers.asking.reading import Reading
from handlers.asking.saying import words_of
from handlers.asking.widening import firm
from handlers.asking.writing import action
from handlers.chat import Choice, Reply
from handlers.context import Context
from handlers.excerpts import marked
from handlers.reports import report_line, view
from handlers.richtext import RichText, bold, join, shorten
from handlers.texts import Texts
from reports.folding import fingerprint, fold
from storage import items, search
from storage.items import COUNTED_AT_MOST, Found

NEAREST = 3
OFFERED = 3
FEW = 3
"""Items that a single word may stand in, and words beside it, for it to be worth offering."""
LABEL_SHOWN = 40
SENTENCE_SHOWN = 300
"""Letters of a line of a report."""


async def not_understood(context: Context) -> Reply:
    """Say that a question was not understood, with some that would be."""
    texts = context.texts
    told = await examples(context)
    return Reply(join([texts("ask.not_understood"), *told]), await _asking(context, told), nothing=True)


async def not_there(context: Context, asked: Understood) -> Reply:
    """Say that it is not in the book, why where that is known, and offer what is nearest."""
    texts, reading = context.texts, asked.readings[0]
    parts: list[RichText | str] = [
        join([bold(texts("ask.none")), showing.understood(reading, (), texts)]),
        texts(f"ask.{reading.lacking}") if reading.lacking else "",
    ]
    near = [pair async for pair in _nearest(context, reading)]
    shown = await items.load(context.session, near[0][1].places[:NEAREST]) if near else ()
    blocks = list(showing.blocks(shown, near[0][0], context)) if near else []
    close = await closest(context, asked)
    rows: list[tuple[Choice, ...]] = []
    if close and close.holds_as_much([block.text for block in blocks]):
        parts += _quoted(close, close.lines, "ask.nearest", texts)
        rows.append(tuple([view(number, texts) for number in close.reports]))
        near = near[: OFFERED - 1]
    elif near:
        parts += [join([texts("ask.nearest"), showing.understood(near[0][0], shown, texts)]), *blocks]
        others = [line for line in close.lines if not _stand_in(line.told, blocks)] if close else []
        if close and others:
            parts += _quoted(close, others[:1], "ask.beside", texts)
    elif not reading.lacking:
        told_examples = await examples(context)
        parts.append(join([texts("ask.instead"), *told_examples]))
        rows += await _asking(context, told_examples)
    for other, found in near:
        rows += await _button(context, other, found)
    rows += await _search(context, reading)
    return Reply(join(parts, "\n\n"), tuple(rows), nothing=True)


def _quoted(close: Closest, lines: Sequence[Close], key: str, texts: Texts) -> list[RichText]:
    """Show some of the closest lines under some words, each under its report."""
    by_report: dict[int, list[RichText]] = {}
    for one in lines:
        told = marked(one.told, one.words(close.weighed), SENTENCE_SHOWN)
        by_report.setdefault(one.line.id, [report_line(one.line, texts)]).append(told)
    first, *others = [join(some) for some in by_report.values()]
    return [join([texts(key), first]), *others]


def _stand_in(sentences: str, blocks: Sequence[RichText]) -> bool:
    """Tell whether most words of some sentences are shown already."""
    there = {word for block in blocks for word in fingerprint(block.text).split()}
    told = set(fingerprint(sentences).split())
    return len(told & there) >= SAME * len(told)


async def has_near(context: Context, reading: Reading) -> bool:
    """Tell whether anything is near to a question."""
    async for _ in _nearest(context, reading):
        return True
    return False


async def _asking(context: Context, questions: list[str]) -> tuple[tuple[Choice, ...], ...]:
    """Offer questions, each by a button that asks it."""
    return tuple([(Choice(question, await action(context, question)),) for question in questions])


async def _button(context: Context, reading: Reading, found: Found) -> list[tuple[Choice, ...]]:
    """Offer a near reading by a button; nothing where its words would ask for something else."""
    words = words_of(reading)
    asked = (await understand(context, words, likeliest=True)).readings
    if not words or not asked or (await find(context, asked[0])).total != found.total:
        return []
    shown = await items.load(context.session, found.places[:1])
    label = shorten(showing.briefly(reading, shown, context.texts), LABEL_SHOWN)
    return [(Choice(f"{label} ({found.total})", await action(context, words)),)]


async def _search(context: Context, reading: Reading) -> list[tuple[Choice, ...]]:
    """Offer to look for the words in all texts, where they are there."""
    words = " ".join(reading.topic)
    if not words or len(f"search {words}".encode()) > 64:
        return []
    found = await search.holding(context.session, words.split(), 1)
    return [(Choice(context.texts("button.search"), f"search {words}"),)] if found else []


async def _nearest(context: Context, reading: Reading) -> AsyncIterator[tuple[Reading, Found]]:
    """Find what is left when one thing after the other is not asked for: others than before each time."""
    seen: set[tuple[int, ...]] = set()
    for near in _wider(replace(reading, lacking="")):
        if _is_word(near) and not _may_tell(reading):
            continue
        found = await find(context, near, at_most=COMPARED + 1 if _is_word(near) else COUNTED_AT_MOST + 1)
        if not found.total or (_is_word(near) and found.total > FEW):
            continue
        places = tuple(hash(place) for place in found.places[:NEAREST])
        if places in seen:
            continue
        seen.add(places)
        yield near, found
        if len(seen) == OFFERED:
            return


def _may_tell(reading: Reading) -> bool:
    """Tell whether a single word may be worth offering, in few items: one of few, typed with accents."""
    return bool(reading.typed) and len(reading.topic) <= FEW


def _is_word(reading: Reading) -> bool:
    return len(reading.topic) == 1 and " " not in reading.topic[0]


def _wider(reading: Reading) -> Iterator[Reading]:
    if not any((reading.topic, reading.unit, reading.body, reading.person)):
        return
    yield reading
    yield replace(reading, statuses=(), flags=frozenset())
    timeless = replace(reading, periods=(), due=None, held=None, held_yearless=None)
    yield timeless
    yield replace(timeless, statuses=(), flags=frozenset(), role=None)
    yield from _of_parts(reading)


def _of_parts(reading: Reading) -> Iterator[Reading]:
    """Ask for all topics, then for each: those of several words first."""
    if not reading.topic:
        return
    longest = sorted(reading.topic, key=lambda words: -len(words.split()))
    yield Reading(kinds=ALL, typed=reading.typed, topic=reading.topic)
    for kinds in dict.fromkeys((reading.kinds, ALL)):
        for topic in longest:
            if len(topic) > 2 and firm(topic, reading.typed):
                typed = tuple(words for words in reading.typed if _folds(words, topic))
                yield Reading(kinds=kinds, body=reading.body, topic=(topic,), typed=typed)


def _folds(typed: str, topic: str) -> bool:
    return fold(typed) == topic
