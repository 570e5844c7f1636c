"""Tell whether what was found says what was asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from handlers.asking import reasons
from handlers.asking.asked import Understood
from handlers.asking.below import asks_progress, tells_progress
from handlers.asking.evidence import Answer
from handlers.asking.finding import find, tells_number
from handlers.asking.measures import is_measured, written_as
from handlers.asking.planned import of_its_year
from handlers.asking.reading import Intent, Reading
from handlers.asking.telling import (
    asks_all,
    asks_company,
    counts_all,
    is_of_another_place,
    names_company,
    rate_asked,
    tells_rate,
)
from handlers.context import Context
from reports.folding import fingerprint, fold
from reports.model import Finding, Person, Target, TargetStatus, Task
from storage import items
from storage.itemkeys import Kind
from storage.items import Item, Meeting

FEW = 20
"""So many targets are looked at for one that tells how much it is."""


async def counts_both(context: Context, met: Answer) -> bool:
    """Tell whether the reports of an answer count what is met together with what is exceeded."""
    numbers = tuple(dict.fromkeys(place.report for place in met.found.places))
    counts = Reading(kinds=(Kind.COUNT,), statuses=(TargetStatus.MET,), reports=numbers)
    shown = await items.load(context.session, (await find(context, counts)).places)
    return any("vuot" in fingerprint(item.phrase) for _, _, item in shown if isinstance(item, items.Count))


async def fitting(context: Context, asked: Understood, answer: Answer | None) -> Answer | None:
    """Leave out what does not tell what is asked: no company, not all there is, nothing in money.

    So is what tells no number at all, or that of another place, where one is asked for.
    """
    answer = await of_its_year(context, answer)
    question = " ".join(token.word for token in asked.tokens) or fold(asked.words)
    all_there_is = asks_all(question) and bool(asked.readings[0].topic) and not asked.readings[0].statuses
    number = _number_of(asked)
    some = asked.readings[0].kinds == (Kind.TASK,) and all(t.word != "nhieu" for t in asked.tokens)  # "mấy"
    how_much = asked.readings[0].intent is Intent.HOW_MUCH and not some
    units = rate_asked(question)
    wishes = asks_company(question) or all_there_is or number or how_much or units
    if answer is None or answer.found.total > FEW or not wishes:
        return answer
    shown = await items.load(context.session, answer.found.places)
    told = [text for _, text in answer.sentences.sentences] if answer.sentences else []
    if how_much and not _tells_how_much(asked, question, answer, [entry[2] for entry in shown]):
        return None
    told += [f"{reasons.text_of(entry)} {_figure_of(entry[2])}" for entry in shown]
    if asks_company(question) and not any(map(names_company, told)):
        return None
    if units and told and not any(tells_rate(text, units) for text in told):
        return None
    if number and shown and not any(_is_told_in(number, entry[2], reasons.text_of(entry)) for entry in shown):
        return None
    return None if all_there_is and told and not any(map(counts_all, told)) else answer


def _tells_how_much(asked: Understood, question: str, answer: Answer, shown: Sequence[Item]) -> bool:
    """Tell whether any item, or sentence in place of items, tells a number, and not only of another place."""
    if shown:
        counted = _counts_topic(asked)
        return any(_tells_number(item, counted=counted) for item in shown)
    told = [text for _, text in answer.sentences.sentences] if answer.sentences else []
    return not told or not all(is_of_another_place(question, text) for text in told)


_COUNTING = frozenset({"nhieu", "may"})


def _counts_topic(asked: Understood) -> bool:
    """Tell whether it is asked how many of a topic there are: "bao nhiêu hộ thoát nghèo"."""
    first = {topic.split()[0] for reading in asked.readings for topic in reading.topic}
    return any(a.word in _COUNTING and b.word in first for a, b in pairwise(asked.tokens))


def _tells_number(item: Item, *, counted: bool) -> bool:
    """Tell whether an item tells a number; where none has to be `counted`, a target's status tells enough."""
    if isinstance(item, Target):
        return not counted or any((item.actual, item.goal, item.plan_ratio, item.change))
    return not isinstance(item, Task | Finding) or tells_number(item)


def _number_of(asked: Understood) -> re.Pattern[str] | None:
    """Tell what number an item has to tell, None where any will do; "total investment" is asked in money."""
    amount = asked.readings[0].intent in {Intent.HOW_MUCH, Intent.COUNT}
    return written_as(" ".join(token.word for token in asked.tokens)) if amount else None


def _is_told_in(number: re.Pattern[str], item: Item, text: str) -> bool:
    """Tell whether an item tells a number as it was asked for, a target by its figures."""
    return is_measured(item, number) if isinstance(item, Target) else bool(number.search(text))


def _figure_of(item: Item) -> str:
    """Give what a target counts; any number for one that tells none, and for what is no target."""
    return item.actual.written.text if isinstance(item, Target) and item.actual else "0"


async def tells_it(context: Context, asked: Understood, answer: Answer) -> bool:
    """Tell whether any target tells how much it is, where that is asked: a goal or a status does not.

    So does a meeting tell when it was only where its day was read.
    """
    if answer.reading.intent is Intent.WHEN and answer.reading.kinds == (Kind.MEETING,):
        shown = await items.load(context.session, answer.found.places[:FEW])
        return answer.sentences is not None or any(meeting.dates.held_on for meeting, _, _ in shown)
    if len(answer.reading.compared) > 1 and not answer.sentences:
        return answer.found.total >= len(answer.reading.compared)  # one figure compares nothing
    if answer.reading.intent not in {Intent.HOW_MUCH, Intent.WHY} or answer.found.total > FEW:
        return True
    if answer.sentences and not answer.found.total:
        return answer.sentences.tells
    shown = await items.load(context.session, answer.found.places)
    if answer.reading.intent is Intent.WHY:
        return reasons.are_told(shown)
    number = written_as(asked.words)
    return any(_tells_figure(item, number) for _, _, item in shown)


def _tells_figure(item: Item, number: re.Pattern[str] | None) -> bool:
    """Tell whether an item tells how much it is, a target by more than its status or its goal."""
    if isinstance(item, Target):
        return bool(item.actual or item.plan_ratio or item.change) and is_measured(item, number)
    return _tells_number(item, counted=False)


async def leaves_progress(context: Context, asked: Understood, answer: Answer) -> bool:
    """Tell whether it is asked how far something is, and no item tells that."""
    if not asks_progress(asked) or answer.found.total > FEW:
        return False
    shown = await items.load(context.session, answer.found.places)
    return all(isinstance(item, Task) and not tells_progress(item.text.text) for _, _, item in shown)


async def has_no_causes(context: Context, answer: Answer) -> bool:
    """Tell whether it is asked why, and the report of the first item states no causes of anything."""
    numbers = [place.report for place in answer.found.places[:1]]
    why = answer.reading.intent is Intent.WHY
    return why and not any([(await reasons.of_whole(context, number)).total for number in numbers])


async def is_mute(context: Context, answer: Answer) -> bool:
    """Tell whether nothing is stored of what people said, or of where a meeting was, as was asked."""
    reading = answer.reading
    if reading.person or answer.found.total > FEW or reading.intent not in _STORED:
        return False
    shown = await items.load(context.session, answer.found.places)
    return bool(shown) and not any(_STORED[reading.intent](meeting, item) for meeting, _, item in shown)


_STORED: Mapping[Intent, Callable[[Meeting, Item], bool]] = {
    Intent.SAID: lambda _, item: not isinstance(item, Person) or bool(item.said),
    Intent.WHERE: lambda meeting, item: item is not None or meeting.place is not None,
}
"""What has to be stored of an item that answers."""
