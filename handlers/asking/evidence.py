"""Find what answers a question by most of its words, where no item has all of them side by side."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import mul

from handlers.asking.asked import Understood
from handlers.asking.looking import Looked
from handlers.asking.measures import is_measured, written_as
from handlers.asking.naming import heads
from handlers.asking.ranking import (
    Ranked,
    Term,
    in_head,
    is_firm,
    levels,
    levels_anywhere,
)
from handlers.asking.reading import Flag, Intent, Reading
from handlers.asking.reasons import tells_why
from handlers.asking.telling import ASKING, names_another, tells, tells_any_number
from handlers.asking.text import Document, Text
from handlers.asking.timing import Time, of_times, times
from handlers.context import Context
from reports.folding import fingerprint, fold
from reports.model import DeadlineKind, Finding, Report, Span, Target, TargetStatus, Task
from storage import reports
from storage.itemkeys import Kind, Place
from storage.items import Found
from storage.reports import Listed

ENOUGH = 0.68
"""How much of a question a sentence has to hold to answer it."""
ENOUGH_WHY = 0.62
"""How much of a question one has to hold that gives a reason, where that is asked."""
OWN = 0.3
"""How much of that it has to hold itself."""
FULLY = 0.85
"""How much of it a sentence has to hold itself to be preferred for its number."""
AS_GOOD = 0.1
"""A sentence, or an item, that holds so much less than the best is as good."""
ITEM_ENOUGH = 0.56
BETTER = 0.15
"""How much more of a question a sentence has to hold than an item in it to be told instead."""
BESIDE_ITEM = 0.75
IN_SENTENCE = 0.4
"""What a word counts for an item that stands in its clause, or in its sentence, but not in the item."""
LACKING = 0.15
"""What an item lacks that does not tell who does it, or by when, where that was asked."""
REPORTS = 3
OPENED = 5
"""Reports whose items are looked at."""
THING = 3
"""Words that name a thing, so that it is not told of where none of them stands."""
SENTENCES = 3
"""Sentences of one report."""
_AMOUNTS = frozenset({Intent.HOW_MUCH, Intent.COUNT})
_AGAIN = re.compile(
    r"\b(?:thuong xuyen|dinh ky|hang (?:ngay|tuan|thang|quy|nam)|moi (?:ngay|tuan|thang|quy))\b"
)
_CLAUSE = re.compile(r"[^;]+")


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
    sought = await _sought_of(context, asked, looked)
    sentences = await asyncio.to_thread(_sentences, looked, sought)
    if mark:
        sentences = [one for one in sentences if _has(mark, one, looked)]
    scored = await _items_in(context, sentences, looked, sought)
    best = _chosen(sentences, reading, looked, by_mark=mark is not None)
    whose = _as_good(
        [(score, place) for score, place, item in scored if score >= ENOUGH and _tells_whose(item, reading)]
    )
    places = whose or _as_good([(score, place) for score, place, _ in scored])
    if not places and not best:
        return None
    said = [_told(one, looked, asked, mark) for one in best]
    answers = tells(reading, said, looked.terms)
    item = max((score for score, _, _ in scored), default=0.0)
    if best and not whose and _is_better(best[0].score - item, asked, answers=answers):
        places = ()
    if best and len(reading.compared) > 1 and len(places) < len(reading.compared):
        places = ()  # one figure compares nothing; its sentence may
    first = best[0].at if best and not places else _at(looked, places)
    if lacks_what_it_does(asked, looked.lacking(first)):
        return None
    told = tuple(
        (looked.lines[one.at], one.below_heading(text)) for one, text in zip(best, said, strict=True)
    )
    unseen = tuple(term.token.typed for term in looked.lacking(first))
    return Evidence(told, places, looked.terms, best[0].own if best else 0, answers, unseen)


async def _sought_of(context: Context, asked: Understood, looked: Looked) -> _Sought:
    """Tell what a sentence has to be of."""
    reading = asked.readings[0]
    when = await times(context, reading, [line.id for line in looked.lines])
    number = written_as(asked.words) if reading.intent in _AMOUNTS else None
    who = fold(asked.words) if reading.intent is Intent.WHO and reading.kinds == (Kind.PERSON,) else ""
    return _Sought(reading, when, number, asked.several, who)


async def _items_in(
    context: Context, sentences: Sequence[Ranked], looked: Looked, sought: _Sought
) -> list[tuple[float, Place, object]]:
    """Score the items that stand in some sentences, those that tell such a number as was asked for."""
    opened = list(dict.fromkeys(looked.number(one.at) for one in sentences))[:OPENED]
    scored: list[tuple[float, Place, object]] = []
    for stored in await reports.load_items(context.session, opened):
        near = [one for one in sentences if looked.number(one.at) == stored.id]
        scored += _scored(stored.id, stored.report, near, looked, sought.reading)
    return [one for one in scored if is_measured(one[2], sought.number)]


def _chosen(sentences: Sequence[Ranked], reading: Reading, looked: Looked, *, by_mark: bool) -> list[Ranked]:
    """Choose the sentences that may be told themselves."""
    if not may_be_told(reading):
        return []
    enough = ITEM_ENOUGH if by_mark else ENOUGH_WHY if reading.intent is Intent.WHY else ENOUGH
    best = _telling(_best(sentences, reading, looked, enough), reading, looked)
    said_all = reading.intent is Intent.SAID and best and _is_named(looked, best[0].at)
    return [] if said_all else best  # who met said many things


def _is_better(more: float, asked: Understood, *, answers: bool) -> bool:
    """Tell whether a sentence that holds so much more than any item is told in place of the items."""
    open_to_it = answers or asked.several or asked.readings[0].intent not in ASKING
    return open_to_it and more >= (0 if asked.several else BETTER)


def _is_named(looked: Looked, at: int) -> bool:
    """Tell whether a question has nothing but what a report is called."""
    return all(in_head(looked.documents[at], looked.terms))


def _at(looked: Looked, places: Sequence[Place]) -> int:
    """Find where the report of the first item is among those that were looked through."""
    return next(at for at, line in enumerate(looked.lines) if line.id == places[0].report)


def may_be_told(reading: Reading) -> bool:
    """Tell whether a sentence may answer: what is late, or not met, is told of items alone."""
    late = (reading.flags - {Flag.RECURRING} or reading.due) and reading.intent is not Intent.WHEN
    return not late and TargetStatus.BEHIND not in reading.statuses


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


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a sentence has to be of: the reading, its times, a number as written; `several` as was asked.

    `who` is the question where it asks for somebody.
    """

    reading: Reading
    when: Sequence[Time]
    number: re.Pattern[str] | None
    several: bool
    who: str = ""


def _sentences(looked: Looked, sought: _Sought) -> list[Ranked]:
    """Find the sentences that hold enough for an item in them to answer, the best first."""
    near = (one for one in looked.ranked() if one.score >= ITEM_ENOUGH and looked.adds(one))
    return [one for one in near if _may_answer(one, looked, sought)]


_CAUSES = re.compile(r"\W*nguyên nhân[^.;\n]{0,60}", re.IGNORECASE)
"""A heading of causes: "NGUYÊN NHÂN CHẬM TIẾN ĐỘ"."""


def _told(one: Ranked, looked: Looked, asked: Understood, mark: re.Pattern[str] | None) -> str:
    """Give a sentence, with the next of its paragraph where that tells the number, or the rest."""
    sentence = one.sentence.text
    if asked.readings[0].intent is Intent.WHY and _CAUSES.fullmatch(sentence):
        return "\n".join([sentence, *looked.documents[one.at].below(one.sentence)])
    numbered = asked.readings[0].intent in _AMOUNTS
    number = written_as(asked.words) if numbered else None
    told = number.search(sentence) if number else tells_any_number(sentence)
    compared = len(asked.readings[0].compared) > 1  # "Tháng 7 bắt 01 vụ" stands behind
    lacks = asked.several or compared or (numbered and not told)
    return _with_next(one, looked) if lacks or (mark and not mark.search(sentence)) else sentence


def _has(mark: re.Pattern[str], one: Ranked, looked: Looked) -> bool:
    """Tell whether a sentence has a mark, or the next begins with it: "Thấp nhất là xã …"."""
    behind = looked.documents[one.at].next_to(one.sentence)
    return bool(mark.search(one.sentence.text) or (behind and mark.match(behind.text)))


def _with_next(one: Ranked, looked: Looked) -> str:
    """Give a sentence with the one behind it."""
    behind = looked.documents[one.at].next_to(one.sentence)
    return f"{one.sentence.text} {behind.text}" if behind else one.sentence.text


def _best(near: Sequence[Ranked], reading: Reading, looked: Looked, enough: float) -> list[Ranked]:
    """Choose the sentences that answer a question themselves: those as good as the best, of three reports.

    Where any says how much, who does it, or when, only those are looked at.
    """
    good = [one for one in near if one.score >= enough and one.own >= OWN]
    if reading.intent in ASKING:
        least = FULLY if reading.intent in _AMOUNTS else OWN
        telling = (one for one in good if one.own >= least)
        good = [one for one in telling if tells(reading, [one.sentence.text], looked.terms)] or good
    chosen: dict[int, list[Ranked]] = {}
    for one in good:
        if one.score >= good[0].score - AS_GOOD:
            chosen.setdefault(one.at, []).append(one)
    return [one for some in list(chosen.values())[:REPORTS] for one in some[:SENTENCES]]


def _telling(best: list[Ranked], reading: Reading, looked: Looked) -> list[Ranked]:
    """Leave those that say what was asked for, where any does, else all but titles."""
    told = [one for one in best if tells(reading, [one.sentence.text], looked.terms)]
    return told or [one for one in best if not looked.is_title(one.at, one.sentence.text)]


def _may_answer(one: Ranked, looked: Looked, sought: _Sought) -> bool:
    """Tell whether a sentence, maybe with the next one, is of the time and tells of what is asked."""
    if lacks_what_is_asked(one.levels, looked.terms):
        return False
    if sought.who and names_another(sought.who, one.sentence.text):
        return False
    plain = fingerprint(one.sentence.text)
    why = one.sentence.text if not sought.several else _with_next(one, looked)
    if sought.reading.intent is Intent.WHY and not tells_why(why):
        return False
    if lacks_how_often(sought.reading, plain):
        return False
    if sought.number and not _tells_measure(one, looked, sought.number, several=sought.several):
        return False
    compared = len(sought.reading.compared) > 1
    return of_times(sought.when, looked.number(one.at), plain, one.heading, compared=compared)


def lacks_what_it_does(asked: Understood, missing: Sequence[Term]) -> bool:
    """Tell whether what is said right behind "nào" is missing: "đội nào vô địch giải bóng đá"."""
    chosen = [behind for word, behind in pairwise(asked.tokens) if word.word == "nao"]
    return any(term.token is token for term in missing if not term.done for token in chosen)


def lacks_how_often(reading: Reading, plain: str) -> bool:
    """Tell whether a folded sentence does not say that something is done again and again, as was asked."""
    return Flag.RECURRING in reading.flags and not _AGAIN.search(plain)


def lacks_what_is_asked(held: Sequence[float], terms: Sequence[Term]) -> bool:
    """Tell whether a word like "thu nhập" is missing, without which a number is of something else.

    So is one that is counted: "bao nhiêu hội viên".
    """
    return any(
        (term.bound and not held[at]) or (_is_sought(term) and not all(held[at : at + 1 + term.joined]))
        for at, term in enumerate(terms)
    )


def _is_sought(term: Term) -> bool:
    """Tell whether a word is counted, and says what: "bao nhiêu hội viên"."""
    return term.counted and not (term.little or term.done)


def _tells_measure(one: Ranked, looked: Looked, number: re.Pattern[str], *, several: bool) -> bool:
    """Tell whether a sentence tells a number as it was asked for, beside what it is of, or the next does."""
    if several or one.own >= FULLY or not tells_any_number(one.sentence.text):
        return bool(number.search(_with_next(one, looked)))
    return any(number.search(clause.text) for clause in _clauses_about(one, looked.terms))


def _clauses_about(one: Ranked, terms: Sequence[Term]) -> Iterator[Span]:
    """Yield the clauses of a sentence that hold as much of the question as all of it."""
    whole = sum(one.levels)
    return (clause for clause in _clauses(one.sentence) if sum(levels(Text(clause.text), terms)) >= whole)


def _as_good(scored: Sequence[tuple[float, Place]]) -> tuple[Place, ...]:
    top = max((score for score, _ in scored), default=0.0)
    return tuple(place for score, place in scored if score >= max(ITEM_ENOUGH, top - AS_GOOD))


def _scored(
    number: int, report: Report, near: Sequence[Ranked], looked: Looked, reading: Reading
) -> Iterator[tuple[float, Place, object]]:
    """Score the items of a report that stand in some sentences."""
    document, terms = looked.documents[near[0].at], looked.terms
    sought, anywhere = looked.scales[near[0].at], levels_anywhere(document, terms)
    near = [one for one in near if not _is_of_another(one, document, terms)]
    clauses = [(clause, one.levels) for one in near for clause in _clauses(one.sentence)]
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
        of_amount = reading.intent in _AMOUNTS
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


def _clauses(sentence: Span) -> list[Span]:
    """Cut a sentence where a list goes on."""
    return [
        Span(sentence.start + match.start(), sentence.start + match.end(), match[0])
        for match in _CLAUSE.finditer(sentence.text)
    ]


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


def _tells_whose(item: object, reading: Reading) -> bool:
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
