"""Write what was found: how the question was understood, how many there are, a page of them, and ways on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers import pages, people, show
from handlers.asking import cards, reasons, showing
from handlers.asking.asked import Understood
from handlers.asking.beside import Way, beside
from handlers.asking.evidence import Answer
from handlers.asking.expressions import expression
from handlers.asking.finding import find
from handlers.asking.reading import Intent, Reading
from handlers.asking.scoring import lacks_answer
from handlers.asking.showing import Shown
from handlers.chat import Choice, Reply
from handlers.context import Context
from handlers.richtext import RichText, bold, join
from handlers.show import grouped
from reports.model import PersonRole, Target, TargetStatus
from storage import asked as kept
from storage import items, reports
from storage.itemkeys import Kind
from storage.items import Found

EACH = 5
STATED = 3
"""Stated counts of targets beside a list of them."""
MOST_BYTES = 64
"""An action's longest length."""
FREEZING = len("freeze ")
DETAILS = "chi tiết"
"""The words that ask for all of what was found."""
FILED = (Kind.TASK, Kind.TARGET, Kind.LIMITATION, Kind.CAUSE, Kind.STRENGTH, Kind.MEETING)
"""What a long list of can be had as a file."""
_OPENED = {Kind.TASK, Kind.TARGET, Kind.LIMITATION, Kind.CAUSE, Kind.STRENGTH, Kind.COUNT}
"""Items of which there is more than their line."""


async def listed(context: Context, understood: Understood, answer: Answer, page: int) -> Reply:
    """Answer with one page of what was found."""
    reading, said, whole = answer.reading, understood.typed, understood.opens
    found = _causes_first(reading, answer.found)
    texts = context.texts
    each = _each(context, reading, found, whole=whole)
    last = pages.pages(min(found.total, items.COUNTED_AT_MOST), each)
    page = min(page, last)
    shown = await items.load(context.session, found.places[(page - 1) * each : page * each])
    lines: list[RichText | str] = [
        bold(showing.understood(reading, shown, texts)),
        counted(reading, found.total, context),
        _alone(context, reading, found),
        *await _stated(context, reading, shown),
    ]
    blocks = await (cards.opened(context, shown) if whole else _blocks(context, reading, shown))
    causes = await reasons.behind(context, reading, shown)
    text = join(
        [
            join(lines),
            *(() if causes else await reasons.missing(context, reading, found, shown)),
            *blocks,
            *causes,
            *(
                await _beside(context, understood, reading, shown, blocks)
                if last == 1 and not (whole or causes)
                else ()
            ),
            pages.number(page, last, texts),
            show.as_of(context),
        ],
        "\n\n",
    )
    asked_so = await action(context, said)
    in_file = last > 1 and not whole and any(kind in FILED for kind in reading.kinds)
    rows = (
        await _turns(context, said, page, last, shown if not whole else ()),
        _opens(shown, context),
        (pages.file_choice(f"listed {words_behind(asked_so)}", texts),) if in_file else (),
    )
    return Reply(text, tuple(row for row in rows if row), asked=asked_so)


def _causes_first(reading: Reading, found: Found) -> Found:
    """Put the causes of a whole report first where these are asked for: "nguyên nhân hạn chế là gì"."""
    why = reading.intent is Intent.WHY or reading.kinds[:1] == (Kind.CAUSE,)
    if not why or reading.topic or len({place.report for place in found.places}) != 1:
        return found
    return replace(found, places=tuple(sorted(found.places, key=lambda place: place.kind is not Kind.CAUSE)))


async def _beside(
    context: Context,
    understood: Understood,
    reading: Reading,
    shown: Sequence[Shown],
    blocks: Sequence[RichText],
) -> list[RichText]:
    """Tell what the text says beside items; nothing beside people and meetings."""
    if reading.kinds in {(Kind.PERSON,), (Kind.MEETING,)}:
        return []
    lacks = all(lacks_answer(item, reading) for _, _, item in shown)
    return await beside(context, understood, blocks, Way.LACKING if lacks else Way.ITEMS)


def _alone(context: Context, reading: Reading, found: Found) -> str:
    """Say that there is nothing to compare with, where one report alone tells of it."""
    given = reading.given()
    narrowed = any(
        name in given for name in ("report", "reports", "latest", "periods", "held", "held_yearless")
    )
    compares = reading.intent is Intent.COMPARE and reading.topic and not narrowed
    one = len({place.report for place in found.places}) == 1
    return context.texts("ask.one_report") if compares and one else ""


def _each(context: Context, reading: Reading, found: Found, *, whole: bool) -> int:
    if context.whole:
        return found.total
    if whole:
        return cards.EACH
    return 1 if reading.role is PersonRole.ATTENDEE else EACH


def _opens(shown: Sequence[Shown], context: Context) -> tuple[Choice, ...]:
    numbers = list(dict.fromkeys(meeting.id for meeting, _, _ in shown))[:2]
    return tuple(
        Choice(context.texts("button.open", number=number), f"report {number}") for number in numbers
    )


async def _blocks(context: Context, reading: Reading, shown: Sequence[Shown]) -> list[RichText]:
    if reading.role is not PersonRole.ATTENDEE:
        whose = reading.person and reading.intent is Intent.WHO
        few = (reading.topic or whose) and len(shown) <= showing.FEW and not context.whole
        told = await cards.sentences(
            context, shown if few else [entry for entry in shown if _is_unclear(entry)]
        )
        return list(showing.blocks(shown, reading, context, told))
    lists = []
    for meeting, _, _ in shown:
        stored = await reports.load(context.session, meeting.id)
        sections = list(people.people_sections(meeting.id, stored.report, context.texts)) if stored else []
        lines = [section.text() for section in sections] or [RichText(context.texts("none.people"))]
        lists.append(join([showing.head(meeting, reading, context.texts), *lines], "\n"))
    return lists


def _is_unclear(entry: Shown) -> bool:
    """Tell whether nothing shows of what a target falls short: that stands in its sentence alone."""
    item = entry[2]
    return (
        isinstance(item, Target) and item.status is TargetStatus.BEHIND and not (item.goal or item.plan_ratio)
    )


async def _stated(context: Context, reading: Reading, shown: Sequence[Shown]) -> list[str]:
    """Tell what reports state of how many targets have a status: those shown, and those that name none."""
    if reading.kinds != (Kind.TARGET,) or not reading.statuses or reading.topic:
        return []
    counts = replace(reading, kinds=(Kind.COUNT,))
    found = await items.find(context.session, expression(counts, context.now.date()))
    of_shown = [place for place in found.places if any(place.report == meeting.id for meeting, _, _ in shown)]
    naming = {place.report for place in (await find(context, reading)).places}
    others = [place for place in found.places if place.report not in naming]
    told = await items.load(context.session, [*of_shown[:STATED], *others[:STATED]])
    return [
        context.texts("ask.stated", number=meeting.id, phrase=item.phrase)
        for meeting, _, item in told
        if isinstance(item, items.Count)
    ]


def counted(reading: Reading, total: int, context: Context) -> str:
    """Tell how many there are of what was asked for."""
    count = grouped(min(total, items.COUNTED_AT_MOST))
    if total > items.COUNTED_AT_MOST:
        count = context.texts("search.many", count=count)
    key = f"ask.count.{showing.name(reading.kinds[0])}" if len(reading.kinds) == 1 else "ask.count"
    return context.texts(key, count=count)


async def _turns(
    context: Context, said: str, page: int, last: int, opened: Sequence[Shown]
) -> tuple[Choice, ...]:
    """Offer the pages beside, and to open what is shown."""
    turns = pages.page_choices("question", page, last, context.texts)
    words = words_behind(await action(context, said)) if turns else ""
    choices = tuple(replace(turn, action=f"{turn.action} {words}") for turn in turns)
    if any(place.kind in _OPENED for _, place, _ in opened):
        details = Choice(context.texts("button.open_items"), await action(context, f"{said} ; {DETAILS}"))
        choices = (details, *choices)
    return choices


def words_behind(given: str) -> str:
    """Give what stands behind `question 1`."""
    return given.split(" ", 2)[2]


async def action(context: Context, said: str) -> str:
    """Give the action that answers a question again; a long one goes by its number."""
    plain = f"question 1 {said}"
    if FREEZING + len(plain.encode()) + 3 <= MOST_BYTES:
        return plain
    return f"question 1 #{await kept.number_of(context.session, said, context.now)}"
