"""Score the items that stand in sentences by how much of a question they hold."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from operator import mul

from handlers.asking.choosing import (
    AMOUNTS,
    AS_GOOD,
    ITEM_ENOUGH,
    OWN,
    Sought,
    clauses_of,
    lacks_what_is_asked,
)
from handlers.asking.looking import Looked
from handlers.asking.measures import is_measured
from handlers.asking.ranking import Ranked, Term, is_firm, levels, levels_anywhere
from handlers.asking.reading import Flag, Intent, Reading
from handlers.asking.text import Document, Text
from handlers.context import Context
from reports.model import DeadlineKind, Finding, Report, Span, Target, Task
from storage import reports
from storage.itemkeys import Kind, Place

BESIDE_ITEM = 0.75
IN_SENTENCE = 0.4
"""What a word counts for an item that stands in its clause, or in its sentence, but not in the item."""
LACKING = 0.15
"""What an item lacks that does not tell who does it, or by when, where that was asked."""
OPENED = 5
"""Reports whose items are looked at."""
THING = 3
"""Words that name a thing, so that it is not told of where none of them stands."""


async def items_in(
    context: Context, sentences: Sequence[Ranked], looked: Looked, sought: Sought
) -> list[tuple[float, Place, object]]:
    """Score the items that stand in some sentences, those that tell such a number as was asked for."""
    opened = list(dict.fromkeys(looked.number(one.at) for one in sentences))[:OPENED]
    scored: list[tuple[float, Place, object]] = []
    for stored in await reports.load_items(context.session, opened):
        near = [one for one in sentences if looked.number(one.at) == stored.id]
        scored += _scored(stored.id, stored.report, near, looked, sought.reading)
    return [one for one in scored if is_measured(one[2], sought.number)]


def as_good(scored: Sequence[tuple[float, Place]]) -> tuple[Place, ...]:
    """Give the items that hold as much of a question as the best, or nearly."""
    top = max((score for score, _ in scored), default=0.0)
    return tuple(place for score, place in scored if score >= max(ITEM_ENOUGH, top - AS_GOOD))


def _scored(
    number: int, report: Report, near: Sequence[Ranked], looked: Looked, reading: Reading
) -> Iterator[tuple[float, Place, object]]:
    """Score the items of a report that stand in some sentences."""
    document, terms = looked.documents[near[0].at], looked.terms
    sought, anywhere = looked.scales[near[0].at], levels_anywhere(document, terms)
    near = [one for one in near if not _is_of_another(one, document, terms)]
    clauses = [(clause, one.levels) for one in near for clause in clauses_of(one.sentence)]
    in_clause = cache(lambda clause: levels(Text(clause.text), terms))
    for place, item, spans in _items(number, report):
        if not _is_wanted(place, item, reading):
            continue
        there = next(((clause, sentence) for clause, sentence in clauses if _touch(clause, spans)), None)
        if there is None:
            continue
        text = Text(" ".join(span.text for span in spans))
        if not text.words.issuperset(reading.unit.split()):
            continue  # it is somebody else's
        here = levels(text, terms)
        if not is_firm(text, terms, here, sought) or sum(map(mul, sought, here)) < OWN:
            continue
        best = list(
            map(
                max,
                here,
                anywhere,
                (BESIDE_ITEM * level for level in in_clause(there[0])),
                (IN_SENTENCE * level for level in there[1]),
            )
        )
        of_amount = reading.intent in AMOUNTS
        if of_amount and lacks_what_is_asked(list(map(max, here, there[1])), terms):
            continue
        if _holds_topic(best, sought, terms):
            yield sum(map(mul, sought, best)) - LACKING * lacks_answer(item, reading), place, item


def _is_of_another(one: Ranked, document: Document, terms: Sequence[Term]) -> bool:
    """Tell whether a thing of the question is told of elsewhere, and neither here nor right before."""
    at = next(at for at, (span, _, _) in enumerate(document.sentences) if span is one.sentence)
    around = [*(text for _, text, _ in document.sentences[max(at - 1, 0) : at + 1]), Text(one.heading)]
    for run in _things(terms):
        phrase = tuple(term.token for term in terms[run.start : run.stop])
        apart = not any(one.levels[run.start : run.stop]) and not any(
            text.has(token) for token in phrase for text in around
        )
        if apart and any(text.has_phrase(phrase) for _, text, _ in document.sentences):
            return True
    return False


def _things(terms: Sequence[Term]) -> Iterator[range]:
    """Yield where words stand that name a thing together: "cầu Rạch Cam"."""
    start = 0
    for at, term in enumerate(terms):
        if not term.joined:
            if at + 1 - start >= THING and not any(t.name or t.little for t in terms[start : at + 1]):
                yield range(start, at + 1)
            start = at + 1


def _holds_topic(held: Sequence[float], sought: Sequence[float], terms: Sequence[Term]) -> bool:
    """Tell whether half of what is asked about is there, too, not only whose it is."""
    topic = [0.0 if term.name else weight for term, weight in zip(terms, sought, strict=True)]
    return math.fsum(map(mul, topic, held)) >= math.fsum(topic) / 2


def _touch(clause: Span, spans: Sequence[Span]) -> bool:
    return any(span.start < clause.end and clause.start < span.end for span in spans)


def _is_wanted(place: Place, item: object, reading: Reading) -> bool:
    """Tell whether an item is of the kind, the status and the days that are asked for."""
    if reading.kinds and place.kind not in reading.kinds:
        return False
    if reading.statuses:
        return isinstance(item, Target) and item.status in reading.statuses
    if not (reading.flags or reading.due):
        return True
    return isinstance(item, Task) and _is_due(item, reading)


def _is_due(task: Task, reading: Reading) -> bool:
    last = task.deadline.last_day if task.deadline else None
    first, end = (reading.due.first, reading.due.last) if reading.due else (None, None)
    if reading.due and (last is None or (first and last < first) or (end and last > end)):
        return False
    deadline = task.deadline
    told = {
        Flag.NO_UNIT: task.assignee is None,
        Flag.NO_DEADLINE: deadline is None,
        Flag.DATED: deadline is not None,
        Flag.RECURRING: deadline is not None and deadline.kind is DeadlineKind.RECURRING,
    }
    return all(told.get(flag, True) for flag in reading.flags)  # late or soon is told by the days


def lacks_answer(item: object, reading: Reading) -> bool:
    """Tell whether a task does not say who does it, or by when, where that is asked."""
    if not isinstance(item, Task):
        return False
    who = reading.intent is Intent.WHO and item.assignee is None
    return who or (reading.intent is Intent.WHEN and item.deadline is None)


def tells_whose(item: object, reading: Reading) -> bool:
    """Tell whether a task says who does it, or by when, as it is asked."""
    asked = reading.intent in {Intent.WHO, Intent.WHEN} and isinstance(item, Task)
    return asked and not lacks_answer(item, reading)


def _items(number: int, report: Report) -> Iterator[tuple[Place, object, list[Span]]]:
    """Yield the items of a report, each with all that the text says of it; what staff typed it does not."""
    for target in report.targets:
        figures = (target.actual, target.plan_ratio, target.change, target.goal)
        said = [target.name, *(figure.written for figure in figures if figure)]
        yield Place(number, Kind.TARGET, target.ordinal), target, _in_text(said)
    for task in report.tasks:
        deadline = task.deadline.written if task.deadline else None
        named = [span for span in (task.assignee, *task.cooperating, task.text, deadline) if span]
        yield Place(number, Kind.TASK, task.ordinal), task, _in_text(named)
    for kind, some in _findings(report):
        yield from ((Place(number, kind, one.ordinal), one, _in_text([one])) for one in some)


def _findings(report: Report) -> Iterator[tuple[Kind, Sequence[Finding]]]:
    yield Kind.LIMITATION, report.limitations
    yield Kind.CAUSE, report.causes
    yield Kind.STRENGTH, report.strengths


def _in_text(spans: Sequence[Span]) -> list[Span]:
    return [span for span in spans if span.start >= 0]
