"""Find the items that a reading asks for."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.asking import showing
from handlers.asking.expressions import Cut, expression, halves, is_scattered, pairs, unreviewed, whole
from handlers.asking.reading import Intent, Reading
from handlers.asking.telling import names_another, without_documents
from handlers.context import Context
from reports.model import Finding, Person, Target, Task
from storage import items
from storage.itemkeys import Kind
from storage.items import COUNTED_AT_MOST, Found, Item

_NAMED = r"phường|xã|ấp|thôn|khóm|tổ|đội|khu|khu vực|tiểu khu|quý|tháng|ngày|lớp|khối|số|quận|kênh|kỳ"
_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d")
_NAME = re.compile(rf"\b(?:{_NAMED}) \d[\d/.]*", re.IGNORECASE)
"""A number that is a name: "phường 3", "ngày 5/10"."""
COMPARED = 60
"""So many items are held against a question's accents; of more the first are shown as they are."""


async def finds_any(context: Context, reading: Reading) -> bool:
    """Tell whether a reading finds anything, without looking for all of it."""
    return bool((await find(context, reading, at_most=COMPARED + 1)).total)


async def find(
    context: Context, reading: Reading, cut: Cut = whole, at_most: int = COUNTED_AT_MOST + 1
) -> Found:
    """Find the items that a reading asks for; words that go together nowhere are no topic."""
    if reading.only:
        return Found(1, (reading.only,))
    if is_scattered(reading.topic) or (cut is not whole and not _is_long(reading)):
        return Found(0, ())
    found = await _found(context, reading, cut, at_most)
    of_position = reading.kinds == (Kind.PERSON,) and reading.intent is Intent.WHO and bool(reading.topic)
    if not (reading.typed or reading.numbered or of_position) or not 0 < found.total <= COMPARED:
        return found
    typed = tuple(part for words in reading.typed for part in cut(words))
    shown = await items.load(context.session, found.places)
    agreeing = tuple(
        place
        for meeting, place, item in shown
        if showing.agrees(meeting, item, typed)
        and not (reading.numbered and not tells_number(item))
        and not (of_position and _is_another(item, reading))
    )
    return Found(len(agreeing), agreeing)


async def _found(context: Context, reading: Reading, cut: Cut, at_most: int) -> Found:
    """Find the items; figures of a month in what reviews it, else where it was met then of no other."""
    today = context.now.date()
    told = expression(reading, today, cut)
    others = unreviewed(reading, today) if reading.kinds == (Kind.TARGET,) else ""
    if not others:
        return await items.find(context.session, told, at_most)
    months = [f"p{month.year or ''}m{month.part}" for month in reading.periods]
    timeless = expression(replace(reading, periods=()), today, cut)
    reviewed = f"{timeless} AND keys : ({' OR '.join(months)})"
    found = await items.find(context.session, reviewed, at_most)
    return found if found.total else await items.find(context.session, told + others, at_most)


def _is_another(item: Item, reading: Reading) -> bool:
    """Tell whether somebody is in another position than is asked for: a deputy."""
    position = item.position.text if isinstance(item, Person) and item.position else ""
    return any(names_another(topic, position) for topic in reading.topic)


def _is_long(reading: Reading) -> bool:
    return any(len(topic.split()) > 2 for topic in reading.topic)


async def found_by(context: Context, reading: Reading) -> tuple[Reading, Found] | None:
    """Find what a reading asks for, its topics word for word, else with words between theirs."""
    settled = await at_newest(context, reading)
    for cut in (whole, pairs, halves):
        found = await find(context, settled, cut)
        if found.total:
            return settled, found
    return None


async def at_newest(context: Context, reading: Reading) -> Reading:
    """Ask the newest meeting alone where "the latest" was said: the newest of all, or of who is named."""
    if not reading.latest:
        return reading
    meetings = Reading(kinds=(Kind.MEETING,), body=reading.body, periods=reading.periods, held=reading.held)
    if reading.person and reading.role:
        kinds = (Kind.PERSON,)
        meetings = replace(meetings, kinds=kinds, person=reading.person, role=reading.role)
    found = await items.find(context.session, expression(meetings, context.now.date()))
    if not found.places:
        return reading
    return replace(reading, report=found.places[0].report, body="", periods=(), held=None)


def tells_number(item: Item) -> bool:
    """Tell whether an item tells a number; days, years and names are none."""
    if isinstance(item, Target):
        return True
    if isinstance(item, Task):
        written = item.deadline.written.text if item.deadline else ""
        return _counts(item.text.text.replace(written, ""))
    return isinstance(item, Finding) and _counts(item.text)


def _counts(text: str) -> bool:
    return bool(_NUMBER.search(without_documents(_NAME.sub("", text))))
