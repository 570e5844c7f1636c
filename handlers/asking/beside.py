"""Tell beside an answer the sentences that hold more of the question than what was found."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from operator import mul

from handlers.asking.asked import Understood
from handlers.asking.closest import number_asked
from handlers.asking.looking import Looked, look
from handlers.asking.ranking import Ranked, levels
from handlers.asking.reading import Intent
from handlers.asking.telling import tells
from handlers.asking.text import Text
from handlers.asking.timing import Time, of_times, times
from handlers.asking.words import NOTED
from handlers.context import Context
from handlers.excerpts import marked
from handlers.reports import report_line
from handlers.richtext import RichText, join
from reports.folding import fingerprint

MOST = 2
"""Sentences beside an answer."""
LEAST = 0.45
"""How much of a question a sentence has to hold itself to be told beside an answer."""
LESS = 0.15
"""How much less than a sentence that answers another may hold that is told beside it."""
SAME = 0.8
"""A sentence of whose words so many stand in the answer says nothing new."""
SHOWN = 400
"""Letters of a sentence; one that goes on for longer holds words of many things."""
WHOLE = 0.95
"""A line that holds so much of a question leaves nothing to be told beside it."""
ALMOST = 0.85
"""What a sentence has to hold in any case that stands beside an item that holds all."""


class Way(Enum):
    """What answers: items, items that lack what was asked for, or sentences, beside which more may stand."""

    ITEMS = auto()
    LACKING = auto()
    QUOTED = auto()


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of an answer, how much of the question a sentence has to hold beside it, of what times."""

    words: frozenset[str]
    least: float
    when: Sequence[Time]


async def beside(context: Context, asked: Understood, blocks: Sequence[RichText], way: Way) -> list[RichText]:
    """Find sentences that hold as much of a question as any line of its answer, where they tell more."""
    reading = asked.readings[0]
    looked = await look(context, asked) if reading.topic and reading.lacking not in NOTED else None
    if looked is None:
        return []
    when = await times(context, reading, [line.id for line in looked.lines])
    chosen = await asyncio.to_thread(_closer, looked, asked, blocks, when, way)
    lines: list[RichText] = []
    for one in chosen:
        head = report_line(looked.lines[one.at], context.texts)
        sentence = one.below_heading(_text(one, looked, asked))
        there = set(fingerprint(sentence).split())
        words = [term.token.word for term in looked.terms if term.token.word in there]
        lines += [] if head in lines else [head]
        lines.append(RichText("→ ") + marked(sentence, words, SHOWN))
    return [join([context.texts("ask.beside"), *lines])] if lines else []


def _closer(
    looked: Looked, asked: Understood, blocks: Sequence[RichText], when: Sequence[Time], way: Way
) -> list[Ranked]:
    """Choose the sentences, those that say what was asked for first."""
    lines = [line for block in blocks for line in block.text.split("\n")]
    held = max((_share(looked, line) for line in lines), default=0.0)
    least = max(LEAST, held - LESS if way is Way.QUOTED else min(ALMOST, held))
    told = _Told(frozenset(fingerprint("\n".join(lines)).split()), least, when)
    found = [
        one for one in looked.ranked(lacks=True) if one.own >= told.least and _adds(one, looked, asked, told)
    ]
    reading = asked.readings[0]
    whole = held >= WHOLE and way is Way.ITEMS
    if whole and reading.intent is Intent.LIST and not asked.chooses:
        return []
    if whole and reading.intent in {Intent.WHO, Intent.WHY}:
        found = [o for o in found if o.own >= WHOLE or tells(reading, [o.sentence.text], looked.terms)]
    found.sort(key=lambda one: (not tells(reading, [one.sentence.text], looked.terms), -one.own))
    return found[:MOST]


def _share(looked: Looked, line: str) -> float:
    """Tell how much of the question a line holds, as the report counts where that is least."""
    here = levels(Text(line), looked.terms)
    shares = (math.fsum(map(mul, sought, here)) for sought in looked.scales)
    return min(shares, default=0.0)


def _adds(one: Ranked, looked: Looked, asked: Understood, told: _Told) -> bool:
    """Tell whether a sentence is no title, of whom and of when was asked, and tells more than the answer."""
    sentence, number = _text(one, looked, asked), number_asked(asked)
    plain = fingerprint(sentence)
    words = set(plain.split())
    compared = len(asked.readings[0].compared) > 1
    return (
        len(words & told.words) < SAME * len(words)
        and len(sentence) <= SHOWN
        and (number is None or bool(number.search(sentence)))
        and not looked.is_title(one.at, one.sentence.text)
        and looked.adds(one)
        and not any(term.name for term in looked.lacking(one.at))
        and of_times(told.when, looked.number(one.at), plain, one.heading, compared=compared)
    )


def _text(one: Ranked, looked: Looked, asked: Understood) -> str:
    """Give a sentence, with the next of its paragraph where only that tells the number asked for."""
    number = number_asked(asked)
    behind = looked.documents[one.at].next_to(one.sentence)
    lacks = behind and number and not number.search(one.sentence.text)
    return f"{one.sentence.text} {behind.text}" if behind and lacks else one.sentence.text
