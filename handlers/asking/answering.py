"""Answer questions in plain words with what the reports say, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers import pages, people, search, show
from handlers.asking import following, missing, showing, smalltalk
from handlers.asking.asked import Understood, understand
from handlers.asking.expressions import ALL, expression, is_scattered, pairs
from handlers.asking.reading import Reading
from handlers.chat import Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.richtext import RichText, bold, join
from handlers.show import grouped
from reports.folding import fingerprint
from reports.model import PersonRole
from storage import asked as kept
from storage import items, reports
from storage import search as texts_with
from storage.itemkeys import Kind
from storage.items import Found

EACH = 5
MOST_BYTES = 64
"""An action's longest length."""
COMPARED = 60
"""So many items are held against a question's accents; of more the first are shown as they are."""
FREEZING = len("freeze ")
FILED = (Kind.TASK, Kind.TARGET, Kind.LIMITATION, Kind.CAUSE, Kind.STRENGTH, Kind.MEETING)
"""What a long list of can be had as a file."""
_VAGUE = {"topic", "kinds", "statuses"}
_KIND_WORDS = {Kind.TASK: "viec", Kind.TARGET: "chi tieu", Kind.MEETING: "bao cao"}
_KIND_WORDS |= {Kind.LIMITATION: "han che", Kind.CAUSE: "nguyen nhan"}
"""How a question names what a command lists."""


async def answer(request: Request, context: Context, text: str) -> Reply:
    """Answer a message without a command."""
    if polite := smalltalk.answer(text, context.texts):
        return polite
    if len(text.split()) > search.MOST_WORDS:
        return await search.search_words(request, context, text)
    asked = await following.completed(request, context, await understand(context, text))
    given = set(asked.readings[0].given())
    if not given:
        return missing.not_understood(context)
    if _only_words(asked):
        topic = " ".join(asked.readings[0].topic)
        about = " ve " in f" {asked.words} " and topic  # "có báo cáo nào về rác không"
        return await _looked_for(request, context, asked, about or text)
    return await _given(request, context, asked)


async def _looked_for(request: Request, context: Context, asked: Understood, text: str) -> Reply:
    """Look for plain words; where they stand nowhere so, for the items that they are meant for."""
    there = await texts_with.find(context.session, fingerprint(text), limit=1)
    if not there.total and asked.readings[0].topic:
        items_of = replace(asked, readings=tuple(replace(r, kinds=ALL) for r in asked.readings))
        reply = await give(context, items_of, 1)
        if reply.asked:
            return reply
    return await search.search_words(request, context, text)


async def _given(request: Request, context: Context, asked: Understood) -> Reply:
    """Answer a question, and remember it where there was an answer."""
    reply = await give(context, asked, 1)
    if reply.asked:
        await following.remember(request, context, asked)
    return reply


def _only_words(asked: Understood) -> bool:
    """Tell whether a message is words to look for, and no question: "giao ban", "giải ngân chậm"."""
    reading = asked.readings[0]
    given = set(reading.given())
    if reading.kinds == (Kind.MEETING,):
        return given <= {"topic", "kinds"}
    return given <= {"topic"} or (not asked.names_kind and bool(reading.topic) and given <= _VAGUE)


async def asked_again(context: Context, text: str) -> Understood:
    """Understand the words of a button: `WORDS`, or `#NUMBER` of a long question."""
    if text.startswith("#"):
        found = await kept.words_of(context.session, int(text[1:])) if text[1:].isdecimal() else None
        if found is None:
            raise Mistake("error.old_button")
        text = found
    return await following.joined(context, text)


async def turn(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer a page of a question: `question PAGE WORDS`, or `question PAGE #NUMBER` of a long one."""
    page, _, text = arguments.partition(" ")
    return await give(context, await asked_again(context, text), pages.page_of([page], 0))


async def filtered(request: Request, context: Context, text: str, kinds: tuple[Kind, ...]) -> Reply | None:
    """Answer a command with filters in words; None where nothing of it is known."""
    asked = await understand(context, text, kinds)
    reading = asked.readings[0]
    if (
        set(reading.given()) <= {"topic", "kinds"}
        and " " not in text
        and not (await find(context, reading)).total
    ):
        return None
    named = " ".join(_KIND_WORDS[kind] for kind in kinds)
    return await _given(request, context, replace(asked, words=f"{named} {asked.words}"))


async def give(context: Context, asked: Understood, page: int) -> Reply:
    """Answer a question as the first of its readings that finds anything."""
    answer = await first_found(context, asked)
    if answer is None:
        return await missing.not_there(context, asked.readings[0])
    reading, found = answer
    return await _list(context, reading, found, asked.words, page)


async def first_found(context: Context, asked: Understood) -> tuple[Reading, Found] | None:
    """Find what answers a question, by the first of its readings that finds anything; None for nothing."""
    if asked.readings[0].lacking:
        return None
    for reading in [*asked.readings, *_with_years_as_words(asked.readings)]:
        settled = await _at_newest(context, reading)
        for loosely in (False, True):
            found = await find(context, settled, loosely=loosely)
            if found.total:
                return settled, found
    return None


def _with_years_as_words(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Take years for words of the items: "giao quân năm 2025" may be a task of the year before."""
    for reading in readings:
        if reading.topic and len(reading.periods) == 1 and not reading.periods[0].part:
            yield replace(reading, periods=(), topic=(*reading.topic, f"nam {reading.periods[0].year}"))


async def find(context: Context, reading: Reading, *, loosely: bool = False) -> Found:
    """Find the items that a reading asks for; words that go together nowhere are no topic."""
    today = context.now.date()
    if is_scattered(reading.topic) or (loosely and not _is_long(reading)):
        return Found(0, ())
    found = await items.find(context.session, expression(reading, today, loosely=loosely))
    if not reading.typed or not 0 < found.total <= COMPARED:
        return found
    typed = tuple(pair for words in reading.typed for pair in (pairs(words) if loosely else (words,)))
    shown = await items.load(context.session, found.places)
    agreeing = tuple(place for meeting, place, item in shown if showing.agrees(meeting, item, typed))
    return Found(len(agreeing), agreeing)


def _is_long(reading: Reading) -> bool:
    return any(len(topic.split()) > 2 for topic in reading.topic)


async def _at_newest(context: Context, reading: Reading) -> Reading:
    """Ask the newest meeting alone where "the latest" was said."""
    if not reading.latest:
        return reading
    meetings = Reading(kinds=(Kind.MEETING,), body=reading.body, periods=reading.periods, held=reading.held)
    found = await items.find(context.session, expression(meetings, context.now.date()))
    if not found.places:
        return reading
    return replace(reading, report=found.places[0].report, body="", periods=(), held=None)


async def _list(context: Context, reading: Reading, found: Found, said: str, page: int) -> Reply:
    texts = context.texts
    at_once = 1 if reading.role is PersonRole.ATTENDEE else EACH
    each = found.total if context.whole else at_once
    last = pages.pages(min(found.total, items.COUNTED_AT_MOST), each)
    page = min(page, last)
    shown = await items.load(context.session, found.places[(page - 1) * each : page * each])
    head = bold(showing.understood(reading, shown, texts))
    text = join(
        [
            join([head, _count(reading, found.total, context), *await _stated(context, reading, shown)]),
            *await _blocks(context, reading, shown),
            pages.number(page, last, texts),
            show.as_of(context),
        ],
        "\n\n",
    )
    turns = await _turns(context, said, page, last)
    opens = tuple(
        Choice(texts("button.open", number=number), f"report {number}")
        for number in list(dict.fromkeys(meeting.id for meeting, _, _ in shown))[:2]
    )
    asked = await _action(context, said)
    in_file = last > 1 and any(kind in FILED for kind in reading.kinds)
    file = (pages.file_choice(f"listed {_words_of(asked)}", texts),) if in_file else ()
    return Reply(text, tuple(row for row in (turns, opens, file) if row), asked=asked)


async def _blocks(context: Context, reading: Reading, shown: list[showing.Shown]) -> list[RichText]:
    if reading.role is not PersonRole.ATTENDEE:
        return list(showing.blocks(shown, reading, context))
    told = []
    for meeting, _, _ in shown:
        stored = await reports.load(context.session, meeting.id)
        sections = list(people.people_sections(meeting.id, stored.report, context.texts)) if stored else []
        lines = [section.text() for section in sections] or [RichText(context.texts("none.people"))]
        told.append(join([showing.head(meeting, reading, context.texts), *lines], "\n"))
    return told


async def _stated(context: Context, reading: Reading, shown: list[showing.Shown]) -> list[str]:
    """Tell what reports themselves state of how many targets have a status."""
    if reading.kinds != (Kind.TARGET,) or not reading.statuses or reading.topic:
        return []
    told: list[str] = []
    for number in list(dict.fromkeys(meeting.id for meeting, _, _ in shown))[:2]:
        phrases = await items.stated(context.session, number, reading.statuses)
        told += [context.texts("ask.stated", number=number, phrase=phrase) for phrase in phrases]
    return told


def _count(reading: Reading, total: int, context: Context) -> str:
    count = grouped(min(total, items.COUNTED_AT_MOST))
    if total > items.COUNTED_AT_MOST:
        count = context.texts("search.many", count=count)
    key = f"ask.count.{showing.name(reading.kinds[0])}" if len(reading.kinds) == 1 else "ask.count"
    return context.texts(key, count=count)


async def _turns(context: Context, said: str, page: int, last: int) -> tuple[Choice, ...]:
    turns = pages.page_choices("question", page, last, context.texts)
    words = _words_of(await _action(context, said)) if turns else ""
    return tuple(replace(turn, action=f"{turn.action} {words}") for turn in turns)


def _words_of(action: str) -> str:
    """Give what stands behind `question 1`."""
    return action.split(" ", 2)[2]


async def _action(context: Context, said: str) -> str:
    """Give the action that answers a question again; a long one goes by its number."""
    action = f"question 1 {said}"
    if FREEZING + len(action.encode()) + 3 <= MOST_BYTES:
        return action
    return f"question 1 #{await kept.number_of(context.session, said, context.now)}"
