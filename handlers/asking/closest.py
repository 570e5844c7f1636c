"""Find the sentence that is closest to a question that nothing answers."""

from __future__ import annotations

import asyncio
import math
import re
from dataclasses import dataclass
from operator import attrgetter

from handlers.asking.asked import Understood
from handlers.asking.looking import Looked, look
from handlers.asking.measures import written_as
from handlers.asking.ranking import Ranked, Term
from handlers.asking.reading import Intent, Reading
from handlers.context import Context
from reports.folding import fingerprint
from storage.reports import Listed

_NUMBER = re.compile(r"\d")
CLOSE = 0.45
"""How much of a question a sentence has to hold itself to be shown where nothing answers."""
MORE = 0.1
"""How much more of it than the items that are nearest."""


@dataclass(frozen=True, slots=True)
class Close:
    """A sentence, the report that it is from, the words that were sought, and how much of them it holds."""

    line: Listed
    sentence: str
    terms: tuple[Term, ...]
    own: float

    def says_more(self, reading: Reading) -> bool:
        """Tell whether it holds clearly more of the words than what a reading finds."""
        named = {word for name in (*reading.topic, reading.unit, reading.person) for word in name.split()}
        whole = math.fsum(term.weight for term in self.terms)
        held = math.fsum(term.weight for term in self.terms if term.token.word in named)
        return self._holds_topic() and self.own > held / whole + MORE

    def _holds_topic(self) -> bool:
        """Tell whether half of what is asked about stands there, too, not only whose it is."""
        there = set(self.words())
        topic = [term for term in self.terms if not term.name]
        held = math.fsum(term.weight for term in topic if term.token.word in there)
        return held >= math.fsum(term.weight for term in topic) / 2

    def words(self) -> list[str]:
        """Give the words that stand in it, folded."""
        there = set(fingerprint(self.sentence).split())
        return [term.token.word for term in self.terms if term.token.word in there]


async def closest(context: Context, asked: Understood) -> Close | None:
    """Find the sentence that holds most of a question, of which a report may lack any word; None for none."""
    looked = await look(context, asked)
    number = number_asked(asked)
    best = await asyncio.to_thread(_best, looked, number) if looked else None
    if looked is None or best is None or best.own < CLOSE:
        return None
    return Close(looked.lines[best.at], best.below_heading(best.sentence.text), looked.terms, best.own)


def number_asked(asked: Understood) -> re.Pattern[str] | None:
    """Tell what number a sentence has to tell, None where none was asked for."""
    if asked.readings[0].intent not in {Intent.HOW_MUCH, Intent.COUNT}:
        return None
    return written_as(asked.words) or _NUMBER


def _best(looked: Looked, number: re.Pattern[str] | None) -> Ranked | None:
    """Choose the sentence that holds most, no title; one with such a number as was asked for."""
    ready = (
        one
        for one in looked.ranked(lacks=True)
        if looked.adds(one)
        and not looked.is_title(one.at, one.sentence.text)
        and (number is None or number.search(one.sentence.text))
    )
    return max(ready, key=attrgetter("own"), default=None)
