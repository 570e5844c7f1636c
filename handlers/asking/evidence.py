"""Find what answers a question by most of its words, where no item has all of them side by side."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.asking.asked import Understood
from handlers.asking.bodies import heads
from handlers.asking.choosing import (
    ENOUGH,
    chosen,
    has_mark,
    lacks_what_it_does,
    lists_behind,
    sentences_near,
    sought_of,
    told_of,
)
from handlers.asking.looking import Looked
from handlers.asking.ranking import Term
from handlers.asking.reading import Reading
from handlers.asking.scoring import as_good, items_in, tells_whose
from handlers.asking.telling import ASKING, tells
from handlers.context import Context
from storage.itemkeys import Kind, Place
from storage.items import Found
from storage.reports import Listed

BETTER = 0.15
"""How much more of a question a sentence has to hold than an item in it to be told instead."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentences that hold most of a question, each with its report, and the items in them that do."""

    sentences: tuple[tuple[Listed, str], ...]
    places: tuple[Place, ...]
    terms: tuple[Term, ...]
    own: float = 0.0
    """How much the best sentence holds itself."""
    tells: bool = False
    """Whether the sentences say what was asked for, not only hold its words."""
    unseen: tuple[str, ...] = ()
    """Words of the question that stand nowhere in the report that answers first."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers a question as it was read: items, else sentences that hold most of it."""

    reading: Reading
    found: Found
    sentences: Evidence | None = None


async def evidence(
    context: Context, asked: Understood, looked: Looked, mark: re.Pattern[str] | None = None
) -> Evidence | None:
    """Find the sentences and items that hold most of a question; None where none holds enough.

    With a `mark` only sentences that have it.
    """
    reading = asked.readings[0]
    if reading.kinds == (Kind.TASK,) and _names_nobody(looked):
        return None
    sought = await sought_of(context, asked, looked, by_mark=mark is not None)
    sentences = await asyncio.to_thread(sentences_near, looked, sought)
    if mark:
        sentences = [one for one in sentences if has_mark(mark, one, looked)]
    scored = await items_in(context, sentences, looked, sought)
    best = chosen(sentences, reading, looked, by_mark=mark is not None)
    whose = as_good(
        [(score, place) for score, place, item in scored if score >= ENOUGH and tells_whose(item, reading)]
    )
    places = whose or as_good([(score, place) for score, place, _ in scored])
    if not places and not best:
        return None
    said = [told_of(one, looked, asked, mark) for one in best]
    answers = tells(reading, said, looked.terms)
    item = max((score for score, _, _ in scored), default=0.0)
    if best and not whose and _is_better(best[0].score - item, asked, answers=answers):
        places = ()
    if best and len(reading.compared) > 1 and len(places) < len(reading.compared):
        places = ()  # one figure compares nothing; its sentence may
    if best and lists_behind(best[0], looked, asked):
        places = ()
    first = best[0].at if best and not places else _at(looked, places)
    if lacks_what_it_does(asked, looked.lacking(first)):
        return None
    told = tuple(
        (looked.lines[one.at], one.below_heading(text)) for one, text in zip(best, said, strict=True)
    )
    unseen = tuple(term.token.typed for term in looked.lacking(first))
    return Evidence(told, places, looked.terms, best[0].own if best else 0, answers, unseen)


def _is_better(more: float, asked: Understood, *, answers: bool) -> bool:
    """Tell whether a sentence that holds so much more than any item is told in place of the items."""
    open_to_it = answers or asked.several or asked.readings[0].intent not in ASKING
    return open_to_it and more >= (0 if asked.several else BETTER)


def _at(looked: Looked, places: Sequence[Place]) -> int:
    """Find where the report of the first item is among those that were looked through."""
    return next(at for at, line in enumerate(looked.lines) if line.id == places[0].report)


_MANY = frozenset({"doan", "to", "ban", "doi"})
"""Units that are often some people only: "đoàn kiểm tra"."""


def _names_nobody(looked: Looked) -> bool:
    """Tell whether a unit is named that stands in no text: "phòng thanh tra".

    A school's name may stand with its level: "Trường THCS Lê Lợi".
    """
    return any(
        first.token.word in heads() - _MANY
        and second.follows
        and not (before and before.joined)  # "hồ sơ 4 vụ" is of no "sở 4"
        and not (first.joined or second.done or second.token.word in heads())
        and not any(doc.head.beside(first.token, second.token) for doc in looked.documents)
        for before, first, second in zip((None, *looked.terms), looked.terms, looked.terms[1:], strict=False)
    )
