"""Find what answers a question: by all of its words, by most of them, by sentences, one way after another."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace

from handlers.asking import following
from handlers.asking.asked import Understood, only_words, understand
from handlers.asking.below import below_heading
from handlers.asking.evidence import Answer, evidence
from handlers.asking.expressions import ALL
from handlers.asking.finding import find, found_by
from handlers.asking.fitting import counts_both, fitting, has_no_causes, is_mute, leaves_progress, tells_it
from handlers.asking.forms import meanings_of_forms
from handlers.asking.given import given_to, undescribed
from handlers.asking.looking import look
from handlers.asking.marks import mark_of
from handlers.asking.nearly import nearly, wholly
from handlers.asking.noted import is_noted, noted
from handlers.asking.quoting import SURE, may_quote
from handlers.asking.reading import Intent, Reading
from handlers.asking.scoping import scoped
from handlers.asking.spoken import spoken
from handlers.asking.widening import otherwise_named, wider
from handlers.asking.words import phrases
from handlers.context import Context
from reports.folding import fingerprint
from reports.model import TargetStatus
from reports.syllables import is_syllable, spelt
from storage import search as texts_with
from storage.itemkeys import Kind
from storage.items import Found

LONG_TOPIC = 4
"""Words of a topic that names a thing by itself: "bảo hiểm y tế"."""
WIDENED = 3
"""Readings of a question that are asked for less."""
MEANINGS = 2
"""Other meanings of a short form that are tried."""
SOAKED = 3
"""So many words beside one syllable are no accident."""
_OF_NUMBERS = frozenset(
    ("bao", "nhieu", "may", "bn", "la", "co", "khong", "ko", "duoc", "dc", "het", "tong", "cong", "the")
)
"""Words of any question about a number."""


def of_items(asked: Understood) -> tuple[Reading, ...]:
    """Take plain words for what items are asked for."""
    return tuple(replace(reading, kinds=ALL) for reading in asked.readings)


async def first_found(context: Context, asked: Understood) -> Answer | None:
    """Find what answers a question; None for nothing.

    Where no target exceeds its plan, those are told that reports state as met or exceeded in one.
    """
    if _says_too_little(asked) or await _names_unknown_document(context, asked):
        return None
    if asked.readings[0].only:
        return Answer(asked.readings[0], await find(context, asked.readings[0]))
    answer = await _first_found(context, asked) or await _by_parts(context, asked)
    answer = answer or await fitting(context, asked, await wholly(context, asked))
    answer = answer or await _otherwise_meant(context, asked) or await _of_one_thing(context, asked)
    if (answer and answer.found.total) or asked.readings[0].statuses != (TargetStatus.EXCEEDED,):
        return answer
    either = (TargetStatus.MET, TargetStatus.EXCEEDED)
    readings = tuple(replace(reading, statuses=either) for reading in asked.readings)
    met = await _first_found(context, replace(asked, readings=readings))
    return met if met and met.found.total and await counts_both(context, met) else answer


def _says_too_little(asked: Understood) -> bool:
    """Tell whether all of a question for a number but one syllable was taken for words that say nothing.

    Without accents "vé vào cửa giá bao nhiêu" has but "giá": "về", "vào" and "của" are of any question.
    """
    reading = asked.readings[0]
    if set(reading.given()) - {"kinds", "intent", "topic"} or len(reading.topic) != 1:
        return False
    if reading.intent not in {Intent.HOW_MUCH, Intent.COUNT}:
        return False
    [topic] = reading.topic
    others = [token for token in asked.tokens if token.word not in {topic, *_OF_NUMBERS}]
    return is_syllable(spelt(topic)) and len(others) >= SOAKED and asked.typed.isascii() and not asked.goes_on


async def _names_unknown_document(context: Context, asked: Understood) -> bool:
    """Tell whether a question gives the number of a document that no text has: "43/TB-UBND"."""
    numbers = [token.form for token in asked.tokens if token.form and "/" in token.form]
    known = [await texts_with.matching(context.session, f'"{fingerprint(one)}"', 1) for one in numbers]
    return not all(known)


async def _by_parts(context: Context, asked: Understood) -> Answer | None:
    """Find what answers one of the questions of a message, where nothing answers all of it."""
    for at, part in enumerate(() if asked.goes_on else asked.parts):
        alone = await understand(context, part)
        if only_words(alone):
            alone = replace(alone, readings=of_items(alone))
        said = " ".join(alone.readings[0].topic)
        one_word = at > 0 and said and " " not in said  # "…, phạt bao nhiêu" is asked of what stands before
        if (
            not one_word
            and (said or following.names_subject(alone))
            and (found := await _first_found(context, alone))
        ):
            return found
    return None


async def _otherwise_meant(context: Context, asked: Understood) -> Answer | None:
    """Take a word without accents for none that says how far something is ("dat" for "đất"), and short forms.

    Those are taken for another of their meanings that a report has: "hs" for "học sinh".
    """
    if following.NEXT in asked.words or asked.opens:
        return None
    contexts = [context, *[one async for one in _with_other_meanings(context, asked)]]
    states = [token for token in asked.states if token.typed.isascii() and token.form is None]
    stateless = bool(states) and bool(asked.readings[0].statuses)
    for meant in contexts:
        for bare in (False, True) if stateless else (False,):
            if meant is context and not bare:
                continue  # was asked
            found = await _first_found(meant, await understand(meant, asked.typed, stateless=bare))
            if found and not found.reading.unseen:
                return found
    return None


async def _with_other_meanings(context: Context, asked: Understood) -> AsyncIterator[Context]:
    """Yield contexts in which the one short form of a question means something else."""
    forms = [
        token.form
        for token in asked.tokens
        if token.form and len(meanings_of_forms().get(token.form, ())) > 1
    ]
    if len(forms) != 1:
        return
    plain = " ".join(token.word for token in asked.tokens)
    others = [long for long in meanings_of_forms()[forms[0]] if f" {long} " not in f" {plain} "]
    if any(long in phrases() for long in meanings_of_forms()[forms[0]] if long not in others):
        return  # "nv" asked for tasks
    for long in others[:MEANINGS]:
        if await texts_with.matching(context.session, f'"{long}"', 1):
            yield replace(context, short_forms={**context.short_forms, forms[0]: long})


async def _of_one_thing(context: Context, asked: Understood) -> Answer | None:
    """Ask who does it, or by when, of the longest topic alone, where the question goes on with another."""
    reading = asked.readings[0]
    if asked.tokens or reading.kinds != (Kind.TASK,) or reading.intent not in {Intent.WHO, Intent.WHEN}:
        return None
    longest = max(reading.topic, key=lambda topic: len(topic.split()), default="")
    if len(reading.topic) < 2 or len(longest.split()) < LONG_TOPIC:
        return None
    found = await found_by(context, replace(reading, topic=(longest,), typed=()))
    return Answer(*found) if found else None


async def _first_found(context: Context, asked: Understood) -> Answer | None:
    """Find what answers a question by the first of its readings that finds anything.

    Only where none of them does, less is asked for.
    """
    reading = asked.readings[0]
    if reading.lacking:
        return await noted(context, asked) or await _marked(context, asked)
    if is_noted(asked):
        told = await noted(context, asked)
        return told if told or not reading.topic else await _by_items(context, asked)
    told = await _by_sentences(context, asked) if asked.several or _asks_place(asked) else None
    told = await fitting(context, asked, told or await _by_items(context, asked))
    return (await spoken(context, asked, told) or told) if told else None


def _asks_place(asked: Understood) -> bool:
    """Tell whether it is asked where something is that is called no meeting: "hội chợ tổ chức ở đâu"."""
    reading = asked.readings[0]
    return reading.intent is Intent.WHERE and bool(reading.topic) and not asked.names_kind


async def _by_items(context: Context, asked: Understood) -> Answer | None:
    """Find the items that answer a question, else sentences."""
    exact = await _by_all_words(context, asked)
    if exact and await is_mute(context, exact):
        exact = None
    if not exact or await leaves_progress(context, asked, exact):
        told = await below_heading(context, asked) or (not exact and await given_to(context, asked))
        if told:
            return told
    if exact and await tells_it(context, asked, exact):
        return exact
    most = await _by_most_words(context, asked)
    if most and most.reading.kinds == (Kind.MEETING,) and most.reading.intent in {Intent.WHEN, Intent.WHERE}:
        told = await nearly(context, asked)  # what else takes place is told in the text of a report
        most = told or (most if await tells_it(context, asked, most) else None)
    if most and (exact is None or await tells_it(context, asked, most)):
        return most
    if exact and await has_no_causes(context, exact) and (told := await nearly(context, asked)):
        return told
    if asked.readings[0].intent is Intent.WHY and not exact and (told := await nearly(context, asked)):
        return told  # what holds less of it gives no reason
    less = exact or await _by_less(context, asked)
    return less or await noted(context, asked) or await nearly(context, asked)


async def _by_sentences(context: Context, asked: Understood) -> Answer | None:
    """Find the sentence that tells two things at once; None where none does."""
    looked = await look(context, asked)
    told = await evidence(context, asked, looked) if looked else None
    if told is None or told.places or not may_quote(asked, told):
        return None
    if not asked.several and told.own < SURE:
        return None
    return Answer(replace(asked.readings[0], unseen=told.unseen), Found(0, ()), told)


async def _marked(context: Context, asked: Understood) -> Answer | None:
    """Find the sentences that say what is most, or what is foreseen; None where that is not asked."""
    mark = mark_of(asked)
    plain = replace(asked, readings=tuple(replace(r, lacking="") for r in asked.readings))
    looked = await look(context, plain) if mark else None
    told = await evidence(context, plain, looked, mark) if looked else None
    if told is None or not told.sentences:
        return None
    return Answer(plain.readings[0], Found(0, ()), replace(told, tells=True))


async def _by_all_words(context: Context, asked: Understood) -> Answer | None:
    """Find what has all words of a question as one of its readings takes them."""
    bare = await undescribed(context.session, asked.readings[0])
    readings = list(dict.fromkeys([bare, *_whole(asked.readings)]))
    for reading in [*readings, *_with_years_as_words(readings), *_with_days_as_words(readings)]:
        if found := await found_by(context, reading):
            return Answer(*found)
    for said in asked.readings[:WIDENED]:
        async for reading in otherwise_named(context.session, said):
            if found := await found_by(context, reading):
                return Answer(*found)
    return None


def counted(reading: Reading) -> Iterator[Reading]:
    """Ask how many targets have a status, where none is named: "7 chỉ tiêu đạt"."""
    if reading.kinds == (Kind.TARGET,) and reading.statuses:
        yield replace(reading, kinds=(Kind.COUNT,))


def _whole(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the readings that leave no single syllable of a name behind, which the first does not."""
    first, *others = readings
    yield first
    bare = any(" " not in topic for topic in first.topic)
    yield from (other for other in others if bare or all(" " in topic for topic in other.topic))


async def _by_most_words(context: Context, asked: Understood) -> Answer | None:
    """Find what most words of a question stand in, where they name a meeting, an item or a sentence."""
    looked = await look(context, asked)
    if looked is None:
        return None
    named: Answer | None = None
    for reading in scoped(asked.readings[0], looked, names_kind=asked.names_kind):
        for asked_of in (reading, *counted(reading)):
            if found := await found_by(context, asked_of):
                named = named or Answer(*found)
                if await tells_it(context, asked, named):
                    return named
    told = await evidence(context, asked, looked)
    if told is None or not (told.places or may_quote(asked, told)):
        return named
    kinds = tuple(dict.fromkeys(place.kind for place in told.places))
    reading = replace(asked.readings[0], kinds=kinds or asked.readings[0].kinds, unseen=told.unseen)
    return Answer(reading, Found(len(told.places), told.places), told)


async def _by_less(context: Context, asked: Understood) -> Answer | None:
    """Find what holds a little less than was asked for."""
    for said in asked.readings[:WIDENED]:
        for reading in wider(said, names_kind=asked.names_kind):
            if found := await found_by(context, reading):
                return Answer(*found)
    return None


def _with_years_as_words(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Take years for words of the items: "giao quân năm 2025" may be a task of the year before."""
    for reading in readings:
        if reading.topic and len(reading.periods) == 1 and not reading.periods[0].part:
            yield replace(reading, periods=(), topic=(*reading.topic, f"nam {reading.periods[0].year}"))


def _with_days_as_words(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Take a day for words of the items: "lễ 20/11 tổ chức thế nào" is of no meeting of that day."""
    for reading in readings:
        of_meeting = reading.kinds == (Kind.MEETING,) and reading.intent is not Intent.WHERE
        due = reading.due.first if reading.due and reading.due.first == reading.due.last else None
        if due and reading.kinds == (Kind.TASK,):  # "mai có việc gì": what is done on that day, too
            yield replace(reading, due=None, topic=(*reading.topic, f"{due.day} {due.month}"))
        until = reading.held.last if reading.held and not reading.held.first else None
        if until and reading.topic and reading.intent in {Intent.HOW_MUCH, Intent.COUNT}:  # of a figure
            bare = replace(reading, held=None, topic=(*reading.topic, f"{until.day} {until.month}"))
            yield from (replace(bare, kinds=kinds) for kinds in (reading.kinds, ALL))
        if reading.held_yearless and reading.topic and not of_meeting:
            day = f"{reading.held_yearless.day} {reading.held_yearless.month}"
            topics = [topic for topic in reading.topic if " " in topic]
            kinds = () if reading.kinds == (Kind.MEETING,) else reading.kinds
            yield replace(reading, kinds=kinds, held_yearless=None, topic=(*topics, day))
