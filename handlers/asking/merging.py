"""Put what is said now together with what was asked before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.asking import words
from handlers.asking.bodies import heads
from handlers.asking.reading import Flag, Intent, Reading
from handlers.asking.widening import MOST_REPORTS, firm
from handlers.calendar import beside
from reports.model import PersonRole
from storage.itemkeys import Kind, Place

_OF_TIME = frozenset({Flag.OVERDUE, Flag.SOON, Flag.RUNNING, Flag.NO_DEADLINE, Flag.DATED})
"""Of these an item is one alone."""
_OF_DAYS = frozenset({Flag.OVERDUE, Flag.SOON, Flag.RUNNING})
"""What a range of deadlines says."""
_TIMES = ("periods", "held", "held_yearless", "due")
_OF_WHOLE = {Kind.MEETING, Kind.PERSON}
"""What is there for a whole report, whatever one of its items says."""
LONG = 2
"""Syllables that may be one word."""
_OF_ITEM = {Intent.WHO, Intent.WHEN}
"""What is asked of one item alone, so that another beside it may be meant."""
_WEAK = {Kind.LIMITATION, Kind.CAUSE}


@dataclass(frozen=True, slots=True)
class Before:
    """What was asked before: as it was said, as it found something, and the reports of what was shown.

    `places` are those topics that name a body: "thu ngân sách Tân Mỹ"; `people` are those that were named;
    `quoted` tells whether only sentences answered, `shown` are the items that did.
    """

    said: Reading
    found: Reading | None = None
    reports: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    quoted: bool = False
    shown: tuple[Place, ...] = ()

    @property
    def kinds(self) -> set[Kind]:
        """Tell what was shown."""
        return set((self.found or self.said).kinds)

    @property
    def body(self) -> str:
        """Tell whose reports were asked, where that was named."""
        return next((one.body for one in (self.found, self.said) if one and one.body), "")

    @property
    def of_whole(self) -> bool:
        """Tell whether meetings, or people, were shown, and no items."""
        return bool(self.kinds) and self.kinds <= _OF_WHOLE


@dataclass(frozen=True, slots=True)
class Now:
    """What is said now, the topics in it that name a body, and what it points at."""

    reading: Reading
    places: tuple[str, ...] = ()
    points: bool = False
    at_meeting: bool = False
    at_place: bool = False
    at_person: bool = False
    names_kind: bool = False
    words: str = ""


def chosen(before: Before, number: int, said: Reading) -> Reading:
    """Ask of one of the items that were shown; without any such, of what is not there."""
    at = number if number < 0 else number - 1
    if before.found is None or not -1 <= at < len(before.shown):
        return Reading(kinds=said.kinds or before.said.kinds, lacking=words.NO_SUCH)
    place = before.shown[at]
    if place.kind is Kind.MEETING and (said.role or set(said.kinds) - {Kind.MEETING}):
        return _in([place.report], said)
    return replace(
        before.found, kinds=(place.kind,), intent=said.intent, only=place, flags=frozenset(), due=None
    )


def readings(before: Before, now: Now) -> Iterator[Reading]:
    """Yield what may be asked, the likeliest first; the last is what was said, put together."""
    before, now = _asked_of(_of_all(before, now), now)
    said = now.reading
    if of_people := list(_of_people(before, now)):
        yield from of_people
        return
    if not _is_another(before, now):
        yield from _of_the_same(before, now)
    elif before.found and not any(getattr(said, name) for name in _TIMES) and not now.places:
        if before.said.unit and len(said.topic) == 1 and not (now.points or said.unit or said.body):
            unit = replace(said, unit=said.topic[0], topic=())  # "còn bên tài chính"
            yield merged(_narrowed(before, before.found), unit)
        if (said.unit or " " in said.body) and before.kinds == {Kind.TASK}:  # "còn phường?" is whose they are
            unit = replace(said, unit=said.unit or said.body, body="")
            yield merged(_narrowed(before, before.found), unit)
        elif _is_long(said) and len(before.reports) == 1 and before.said.intent in _OF_ITEM:
            yield merged(_in(before.reports, before.found), said)
        elif said.topic and before.found.reports:
            yield merged(_narrowed(before, before.found), said)
    yield _together(before, now)


def timeless(before: Before, now: Now, together: Reading) -> Iterator[Reading]:
    """Leave out the time of the question before, of which another body may tell nothing.

    A figure of another time would be taken for one of that time.
    """
    said = now.reading
    timed = any(getattr(said, name) for name in _TIMES)
    of_figure = not together.kinds or Kind.TARGET in together.kinds or together.intent is not Intent.LIST
    if (said.body or now.places) and not (timed or of_figure):
        due = together.due if together.flags & _OF_DAYS else None
        yield replace(together, periods=(), held=None, held_yearless=None, due=due)


def _of_all(before: Before, now: Now) -> Before:
    """Ask again of the whole list, where more is said than what one of it is asked: "chỉ việc quá hạn"."""
    if not set(now.reading.given()) - {"kinds", "intent"}:
        return before
    found = before.found and replace(before.found, only=None)
    return replace(before, said=replace(before.said, only=None), found=found)


def _of_people(before: Before, now: Now) -> Iterator[Reading]:
    """Ask of who was named before, or of who is in a position, there first."""
    said = now.reading
    if now.at_person and len(before.people) == 1:
        yield from _of_person(before, said)
    elif now.at_person and (not before.people or Kind.TASK in said.kinds):
        yield Reading(kinds=said.kinds, lacking=words.UNCLEAR)
    elif asks_position(said):
        yield from _in_those(before, said)
        yield said


def _in_those(before: Before, said: Reading) -> Iterator[Reading]:
    """Ask in the reports that were shown, where these are few."""
    if 0 < len(before.reports) <= MOST_REPORTS:
        yield _in(before.reports, said)


def asks_position(said: Reading) -> bool:
    """Tell whether a question asks for whoever is in a position, and not where: "thư ký là ai"."""
    given = set(said.given())
    alone = given <= {"kinds", "intent", "topic"} and said.kinds == (Kind.PERSON,)
    return alone and len(said.topic) == 1 and words.is_position(said.topic[0])


def _is_long(said: Reading) -> bool:
    """Tell whether a topic is more than a word, which may stand anywhere: "đồng hồ" in "vận động hộ"."""
    return any(len(topic.split()) > LONG for topic in said.topic)


def _of_person(before: Before, said: Reading) -> Iterator[Reading]:
    """Ask of the one person that was named: in the reports that were shown, then in all."""
    if said.kinds == (Kind.MEETING,) and not said.role:
        yield _in(before.reports, said)
        return
    asked = replace(said, person=before.people[0], kinds=said.kinds or (Kind.PERSON,))
    elsewhere = said.role or said.body or any(getattr(said, name) for name in _TIMES)
    if Kind.TASK not in asked.kinds and not elsewhere and len(before.reports) <= MOST_REPORTS:
        yield _in(before.reports, asked)
    yield asked


def going_on(before: Before, now: Now, found: Before) -> Before:
    """Stay with the answer before where a question of it found nothing, and with who was named there."""
    if found.reports and found.reports == before.reports and not found.people:
        return replace(found, people=before.people)
    if found.reports or _is_another(before, now):
        return found
    return replace(before, said=found.said)


def _asked_of(before: Before, now: Now) -> tuple[Before, Now]:
    """Settle what a question asks for that names no kind: "khi nào?" of a meeting is its day."""
    said = now.reading
    near = beside(now.words, before.said.periods[0]) if len(before.said.periods) == 1 else None
    if near:
        said = replace(said, periods=(near,), held=None, held_yearless=None, due=None)
    derived = bool(said.kinds) and not now.names_kind
    if derived and said.intent is Intent.WHEN and before.of_whole:
        said = replace(said, kinds=() if before.kinds == {Kind.MEETING} else (Kind.MEETING,))
    of_item = before.kinds and not before.kinds & _OF_WHOLE and not now.at_meeting
    if derived and said.intent is Intent.WHERE and of_item:
        said = replace(said, kinds=())
    if said.role is PersonRole.CHAIR and before.kinds == {Kind.TASK} and not now.at_meeting:
        said = replace(said, role=None, kinds=(Kind.TASK,), intent=Intent.WHO)  # "giao phòng A chủ trì"
    if said.intent is Intent.WHEN and Flag.SOON in said.flags:  # "đến hạn khi nào" tells no day itself
        said = replace(said, flags=said.flags - {Flag.SOON}, due=None)
    if (
        said.intent is Intent.WHEN
        and before.kinds == {Kind.TASK}
        and set(said.given()) == {"kinds", "intent"}
    ):
        of_day = said.kinds == (Kind.MEETING,) and not now.at_meeting  # "khi nào báo cáo" is the task's
        said = replace(said, kinds=() if of_day else said.kinds)
    if said.intent is Intent.WHO and said.kinds == (Kind.TASK,) and said.topic:
        before = _of_anybody(before)
    if now.at_place:
        topic = before.places
        found = before.found and _bare(before.found, tuple(t for t in before.found.topic if t in topic))
        before = replace(before, said=_bare(before.said, topic), found=found)
    return before, replace(now, reading=said)


def _of_anybody(before: Before) -> Before:
    """Leave out whose tasks were asked for: "ai bố trí vốn" asks for another's."""
    found = before.found and replace(before.found, unit="", person="")
    return replace(before, said=replace(before.said, unit="", person=""), found=found)


def _bare(reading: Reading, topic: tuple[str, ...]) -> Reading:
    """Leave of a question whose report it asked about."""
    return replace(reading, topic=topic, typed=(), flags=frozenset(), statuses=(), due=None, role=None)


def _is_another(before: Before, now: Now) -> bool:
    """Tell whether a question asks for another time, body or topic than the one before."""
    said = now.reading
    named = said.unit or said.body or said.person or said.report or said.latest
    timed = any(getattr(said, name) for name in _TIMES[:-1])
    topics = said.topic and not now.points
    return bool(named or timed or topics or said.intent is Intent.COMPARE or said.compared)


def _of_the_same(before: Before, now: Now) -> Iterator[Reading]:
    """Yield what may be asked of that which was shown."""
    said, kinds = now.reading, set(now.reading.kinds)
    shown = before.found or before.said
    if now.points and said.topic:
        said = replace(said, topic=tuple(dict.fromkeys([*shown.topic, *said.topic])))
    of_another = kinds != before.kinds or before.quoted or said.role not in {None, shown.role}
    elsewhere = bool(kinds) and of_another
    of_whole = kinds & _OF_WHOLE or before.of_whole or now.at_meeting
    if before.reports and of_whole and (elsewhere or now.at_meeting):
        yield merged(_of_reports(before, _bare(shown, ())), said)
    elif before.reports and kinds and kinds <= _WEAK and elsewhere and now.points:
        of_reports = merged(_of_reports(before, shown), said)
        topics = tuple(filter(None, (firm(topic) for topic in of_reports.topic)))
        if of_reports.topic:
            yield of_reports
        if topics:
            yield replace(of_reports, topic=topics)
        if Kind.CAUSE in kinds:
            yield replace(of_reports, topic=(), kinds=(Kind.CAUSE,))
        yield replace(of_reports, topic=())
    elif before.found:
        yield merged(_narrowed(before, before.found), said)
    if now.points and now.reading.topic:
        yield from _in_those(before, now.reading)


def _of_reports(before: Before, reading: Reading) -> Reading:
    """Ask for what stands in the reports that were shown, whatever told them from others."""
    if len(before.reports) > MOST_REPORTS:
        return reading
    timeless = replace(reading, periods=(), held=None, held_yearless=None, latest=False)
    body = "" if len(before.reports) == 1 else reading.body
    return _in(before.reports, replace(timeless, unit="", person="", body=body))


def _narrowed(before: Before, reading: Reading) -> Reading:
    """Name the body, or the one report, that a question was found to be about, so that it is told."""
    if reading.reports and len(before.places) == 1 and not reading.body:
        return replace(reading, body=before.places[0], reports=())
    return _in(reading.reports, reading) if len(reading.reports) == 1 else reading


def _in(reports: Sequence[int], reading: Reading) -> Reading:
    if len(reports) == 1:
        return replace(reading, report=reports[0], reports=())
    return replace(reading, report=None, reports=tuple(reports))


def _together(before: Before, now: Now) -> Reading:
    """Put what is said now in the place of what was said before; a body in the place of a body."""
    said, old = now.reading, before.said
    others = tuple(topic for topic in said.topic if topic not in now.places)
    names_body = bool(now.places or said.body or (said.unit and before.kinds != {Kind.TASK}))
    if names_body and now.places:
        old = replace(old, unit="", body="")
    kept = () if names_body else before.places
    subjects = others or tuple(topic for topic in old.topic if topic not in before.places)
    if not said.topic and not names_body:
        return merged(old, said)
    return merged(replace(old, topic=()), replace(said, topic=(*subjects, *now.places, *kept)))


def merged(before: Reading, now: Reading) -> Reading:
    """Put what is said now in the place of what was said before."""
    given = _as_body(now).given()
    if now.kinds and now.kinds != before.kinds:
        before = replace(_for_kind(before, now.kinds), intent=Intent.LIST)
    if any(name in given for name in ("unit", "body")):
        before = replace(before, unit="", body="")
    if given.keys() & set(_TIMES):
        by_flag = before.due if before.flags & _OF_DAYS and "due" not in given else None  # "quá hạn" stays
        before = replace(before, periods=(), held=None, held_yearless=None, due=by_flag, latest=False)
    if now.flags:
        before = replace(before, due=None if now.flags & _OF_TIME else before.due)
        given["flags"] = now.flags | _beside(before.flags, now.flags)
    if "due" not in given and before.flags:
        given.setdefault("due", before.due)
    return replace(before, **given)


def _beside(before: frozenset[Flag], now: frozenset[Flag]) -> frozenset[Flag]:
    """Give what an item may be beside what is asked for now: overdue, and without a unit."""
    return before - _OF_TIME if now & _OF_TIME else before


def _for_kind(before: Reading, kinds: tuple[Kind, ...]) -> Reading:
    """Leave out what was said of another kind: deadlines of limitations, statuses of tasks."""
    if Kind.TASK not in kinds:
        before = replace(before, flags=frozenset(), due=None, unit="", body=before.body or before.unit)
    return before if Kind.TARGET in kinds else replace(before, statuses=())


def _as_body(now: Reading) -> Reading:
    """Take a word with which bodies' names begin for one: "còn phường thì sao?"."""
    if len(now.topic) == 1 and now.topic[0] in heads() and not now.body and not now.unit:
        return replace(now, topic=(), typed=(), body=now.topic[0])
    return now
