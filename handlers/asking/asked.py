"""From the words of a question to what may be meant by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.asking import words
from handlers.asking.combining import combined
from handlers.asking.expressions import ALL
from handlers.asking.mending import mended
from handlers.asking.naming import named
from handlers.asking.reading import Intent, Reading
from handlers.asking.understanding import Token, in_full, pairs_of, parse, tokens_of
from handlers.context import Context
from storage import items
from storage.itemkeys import Kind


@dataclass(frozen=True, slots=True)
class Understood:
    """A question's readings, the likeliest first, its words in full, and what it was before it was completed.

    `goes_on` tells whether it begins as one does that goes on with the question before ("còn quý II?"),
    `names_kind` whether it says what it asks for ("việc", "chỉ tiêu").
    """

    readings: tuple[Reading, ...]
    words: str
    raw: tuple[Reading, ...] = ()
    goes_on: bool = False
    names_kind: bool = False


async def understand(context: Context, text: str, kinds: tuple[Kind, ...] = ()) -> Understood:
    """Read a question; `kinds` are those that a command asks for."""
    forms = {**words.short_forms(), **context.short_forms}
    tokens = in_full(tokens_of(text), forms)
    tokens = in_full(await mended(context.session, tokens), forms)
    pairs = frozenset(await items.known_pairs(context.session, list(dict.fromkeys(pairs_of(tokens)))))
    ways = ((pairs, True), (pairs, False), (frozenset[str](), True))
    read = [await _read(context, tokens, kinds, way, pairs) for way in ways]
    raw = [reading for reading in read if reading is not None]
    readings = tuple(dict.fromkeys(map(completed, raw)))
    names_kind = any(isinstance(m, Kind) for m in parse(tokens, context.now.date()).meant())
    said = " ".join(token.word for token in tokens)
    return Understood(readings, said, tuple(raw), _goes_on(tokens), names_kind)


async def _read(
    context: Context,
    tokens: Sequence[Token],
    kinds: tuple[Kind, ...],
    way: tuple[frozenset[str], bool],
    pairs: frozenset[str],
) -> Reading | None:
    """Read a question once: with words given back to the topics they stand in, or without."""
    joined, by_position = way
    parsed = parse(tokens, context.now.date(), joined)
    parsed.by_position = by_position
    reading = combined(parsed, context.now.date(), kinds)
    return await named(context.session, reading, parsed, pairs)


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Tell whether a question begins with "còn", "thế", "vậy", or only asks for more."""
    plain = [token.word for token in tokens]
    edges = [" ".join(plain[:size]) for size in (3, 2, 1)] + [" ".join(plain[-2:])]
    meant = (m for start in edges for _, meanings in words.phrases().get(start, ()) for m in meanings)
    return any(m in {words.REST, words.DETAILS} for m in meant)


def completed(reading: Reading) -> Reading:
    """Give the kinds that are asked for where only names, topics or times were said."""
    if reading.kinds or not reading.given():
        return reading
    if reading.intent is Intent.HOW_MUCH:
        return replace(reading, kinds=(Kind.TARGET,))
    if reading.unit or reading.due:
        return replace(reading, kinds=(Kind.TASK,))
    if reading.person:
        return replace(reading, kinds=(Kind.PERSON,))
    if not reading.topic:
        return replace(reading, kinds=(Kind.MEETING,))
    return replace(reading, kinds=ALL) if set(reading.given()) - {"topic"} else reading
