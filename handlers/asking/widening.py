"""Readings that ask for a little less than a question does, for where nothing has all that it says."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace

from handlers.asking import words
from handlers.asking.expressions import ALL
from handlers.asking.reading import Intent, Reading
from handlers.asking.timing import undated
from reports.edits import is_typed
from reports.folding import fold
from reports.model import Person, PersonRole
from storage import items
from storage import search as texts_with
from storage.db import Session
from storage.itemkeys import Kind

MOST_REPORTS = 100
MOST_UNDATED = 10
"""Reports that name a year of which those without a day are looked for."""
_OPEN = {Intent.LIST, Intent.COUNT, Intent.HOW_MUCH, Intent.HOW, Intent.COMPARE, Intent.WHY}
"""What may be asked of an item of any kind."""


def wider(reading: Reading, *, names_kind: bool) -> Iterator[Reading]:
    """Yield readings that ask for less, the closest first.

    Topics may stand in whose an item is; words that say little may be missing; where no kind was named it may
    be any.
    """
    if reading.person and reading.kinds == (Kind.TASK,) and " " not in reading.person:
        return  # "bà Lan" is no word of a task
    for asked in _with_fewer_words(reading):
        for near in [asked, *_of_other_kinds(asked, named=names_kind)]:
            yield replace(near, anywhere=True)
        if (
            reading.kinds == (Kind.TARGET,) and reading.statuses
        ):  # "7 chỉ tiêu đạt": how many, and none by its name
            yield replace(asked, kinds=(Kind.COUNT,))


async def otherwise_named(session: Session, reading: Reading) -> AsyncIterator[Reading]:
    """Take a number for a document's, a person for who gave the tasks, whose tasks are for whose meeting.

    A year may be that of a report of which no day is known.
    """
    if [period.part for period in reading.periods] == [""]:
        year = str(reading.periods[0].year)
        named = await texts_with.matching(session, f'"{year}"', MOST_UNDATED)
        if numbers := await undated(session, year, named):
            yield replace(reading, periods=(), reports=tuple(sorted(numbers)))
    if reading.report is not None:
        async for numbered in _of_document(session, reading):
            yield numbered
    if reading.person and reading.kinds == (Kind.TASK,):
        async for chaired in _chaired(session, reading):
            yield chaired
    if reading.unit and not reading.body and reading.kinds == (Kind.TASK,):
        yield replace(reading, unit="", body=reading.unit)


def _with_fewer_words(reading: Reading) -> Iterator[Reading]:
    """Leave out one thing after the other: words that say little, what is done."""
    yield reading
    counted = reading.topic[1:] if reading.topic and reading.topic[0].isdecimal() else reading.topic
    fewer = tuple(filter(None, (firm(topic, reading.typed) for topic in counted)))
    of_tasks = reading.kinds == (Kind.TASK,)
    done = tuple(topic for topic in fewer if not (of_tasks and topic in reading.light))
    for topics in dict.fromkeys([fewer, done]):
        if topics != reading.topic and any(" " in topic for topic in topics):
            yield _with_topic(reading, topics)
    owned = reading.unit or reading.body
    if of_tasks and owned and reading.topic and all(map(words.is_position, reading.topic)):
        yield _with_topic(reading, ())  # whoever gave them: "phòng Nội vụ được giám đốc giao gì"


def firm(topic: str, typed: Sequence[str] = ()) -> str:
    """Take words that say little from both ends of a topic, of which some were typed with accents.

    Two words may be one, and are left together.

    >>> firm("so luot kham benh"), firm("so"), firm("lo", ["lỗ"]), firm("so hoa")
    ('kham benh', '', 'lo', 'so hoa')
    """
    words_of = next((some for some in typed if fold(some) == topic), topic).split()
    while len(words_of) > 2 and (size := _little_at(words_of, 0)):
        words_of = words_of[size:]
    while len(words_of) > 2 and (size := _little_at(words_of, -1)):
        words_of = words_of[:-size]
    if len(words_of) < 3 and _little_at(words_of, 0) == len(words_of):
        return ""
    return fold(" ".join(words_of))


def _little_at(typed: Sequence[str], end: int) -> int:
    """Count the words at an end that say little together; a number does where it counts what follows."""
    if not end and len(typed) > 2 and " ".join(map(fold, typed[:3])) in words.compounds():
        return 0  # "tổng giám đốc"
    if end and fold(typed[-2]) == "thu" and fold(typed[-1]) in words.ORDINALS:
        return 0  # "kỳ họp thứ Hai"
    for size in (2, 1):
        some = typed[-size:] if end else typed[:size]
        if len(some) == size and (
            words.says_little(some) or (not end and len(typed) > 1 and some[0].isdecimal())
        ):
            return size
    return 0


def _with_topic(reading: Reading, topic: Sequence[str]) -> Reading:
    """Ask for other topics; how they were typed counts for those that are left."""
    typed = tuple(some for some in reading.typed if any(part in fold(some) for part in topic))
    return replace(reading, topic=tuple(topic), typed=tuple(_part(some, topic) for some in typed))


def _part(typed: str, topic: Sequence[str]) -> str:
    """Give of words as they were typed those that are left."""
    plain = fold(typed).split()
    for some in topic:
        size = len(some.split())
        for at in range(len(plain) - size + 1):
            if " ".join(plain[at : at + size]) == some:
                return " ".join(typed.split()[at : at + size])
    return typed


def _of_other_kinds(reading: Reading, *, named: bool) -> Iterator[Reading]:
    """Ask for any kind where none was named; what has a cause is a limitation where none is told."""
    plain = not (reading.statuses or reading.flags or reading.due or reading.role)
    if reading.kinds == (Kind.CAUSE,) and reading.topic:
        yield replace(reading, kinds=(Kind.LIMITATION, Kind.CAUSE), intent=Intent.WHY)
    several = any(" " in topic for topic in reading.topic)  # one word may be part of any: "dân" of "dân số"
    if not named and reading.intent in _OPEN and plain and several and reading.kinds != ALL:
        numbered = reading.intent in {Intent.HOW_MUCH, Intent.COUNT}
        yield replace(reading, kinds=ALL, numbered=numbered)


async def _numbers(session: Session, told: str) -> tuple[int, ...]:
    found = await items.find(session, f"{told} AND keys : kmeeting")
    return tuple(place.report for place in found.places[:MOST_REPORTS])


async def _of_document(session: Session, reading: Reading) -> AsyncIterator[Reading]:
    """Take a number that no report has here for that of a document: "thông báo 118"."""
    if await items.exists(session, f"keys : n{reading.report}"):
        return
    if numbers := await _numbers(session, f'words : "{reading.report}"'):
        yield replace(reading, report=None, reports=numbers)


async def _chaired(session: Session, reading: Reading) -> AsyncIterator[Reading]:
    """Take the tasks that somebody gave for those of the meetings that they chaired."""
    found = await items.find(session, f'words : "{reading.person}" AND keys : r{PersonRole.CHAIR}')
    shown = await items.load(session, found.places[:MOST_REPORTS])
    names = {person.name for _, _, person in shown if isinstance(person, Person)}
    if len({name.text for name in names}) == 1:
        numbers = tuple(dict.fromkeys(meeting.id for meeting, _, _ in shown))
        # the line that tells how a question was read has no marks for what staff typed
        person = next((name.text for name in names if not is_typed(name)), reading.person)
        yield replace(reading, reports=numbers, person=person, role=PersonRole.CHAIR)
