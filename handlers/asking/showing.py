"""Show how a question was understood, and the items that answer it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from handlers import show
from handlers.asking.expressions import shorter
from handlers.asking.reading import Flag, Intent, Reading
from handlers.asking.words import NOTED, same_word
from handlers.calendar import Days
from handlers.codes import Code
from handlers.context import Context
from handlers.periods import period_name
from handlers.richtext import RichText, bold, code, italic, join
from handlers.targets import status_name, told
from handlers.tasks import task_block
from handlers.texts import Texts
from reports.folding import fingerprint, fold, fold_with_offsets
from reports.model import Finding, ItemKind, Person, PersonRole, Span, Target, TargetStatus, Task
from storage.itemkeys import Kind, Place
from storage.items import Count, Item, Meeting
from storage.periods import Wanted

ITEM_SHOWN = 200
WHOLE_SHOWN = 700
"""Letters of an item where it is one of few."""
FEW = 2
SAID_SHOWN = 4
Shown = tuple[Meeting, Place, Item]
LETTERS = {
    Kind.PERSON: ItemKind.PERSON,
    Kind.STRENGTH: ItemKind.STRENGTH,
    Kind.CAUSE: ItemKind.CAUSE,
    Kind.LIMITATION: ItemKind.LIMITATION,
    Kind.TASK: ItemKind.TASK,
    Kind.TARGET: ItemKind.TARGET,
}


def name(kind: Kind) -> str:
    """Name a kind in keys of texts."""
    return kind.name.lower()


def understood(reading: Reading, shown: Sequence[Shown], texts: Texts) -> str:
    """Tell in one line how a question was understood; words as the items write them."""
    return " · ".join(filter(None, _parts(reading, shown, texts)))


def briefly(reading: Reading, shown: Sequence[Shown], texts: Texts) -> str:
    """Tell how a question was understood; kinds only where not any will do."""
    parts = list(_parts(reading, shown, texts))
    return " · ".join(filter(None, parts[1:] if len(reading.kinds) != 1 else parts))


def _parts(reading: Reading, shown: Sequence[Shown], texts: Texts) -> Iterator[str]:
    yield _kinds(reading.kinds, texts)
    if reading.intent in {Intent.WHY, Intent.COMPARE, Intent.SAID}:
        yield texts(f"ask.{reading.intent}")
    if reading.lacking in NOTED:
        yield texts(f"ask.noted.{reading.lacking}")
    for words in (reading.unit, reading.body, *reading.others, reading.person):
        if words:
            yield show.capitalised(as_written(words, shown))
    for topic in reading.topic:
        yield texts("ask.topic", words=as_written(topic, shown))
    if reading.about:
        yield texts("ask.about", words=as_written(" ".join(reading.about), shown))
    if reading.unseen:
        yield texts("ask.unseen", words=", ".join(f"“{word}”" for word in reading.unseen))
    if reading.role:
        yield texts(f"ask.role.{reading.role}")
    yield from _statuses(reading.statuses, texts)
    yield from (texts(f"ask.flag.{flag}") for flag in sorted(reading.flags))
    days_named = reading.flags & {Flag.OVERDUE, Flag.SOON, Flag.RUNNING}
    if reading.due and not (days_named and reading.due.last is None):
        plain = days_named and reading.due.first is None
        yield "" if plain else texts("ask.due", days=days(reading.due, texts))
    yield from (_period(period, reading, texts) for period in reading.periods)
    yield from _which(reading, texts)


def _which(reading: Reading, texts: Texts) -> Iterator[str]:
    """Tell of which meetings."""
    if reading.held:
        yield texts("ask.held", days=days(reading.held, texts))
    if reading.held_yearless:
        day = reading.held_yearless
        yield texts("ask.held", days=f"{day.day}/{day.month}")
    if reading.report is not None:
        yield texts("ask.report", number=reading.report)
    if reading.only and reading.only.kind in LETTERS:
        code_of = Code(reading.only.report, LETTERS[reading.only.kind], reading.only.ordinal)
        yield texts("ask.only", code=str(code_of))
    if reading.latest:
        yield texts("ask.latest")


def _kinds(kinds: Sequence[Kind], texts: Texts) -> str:
    if not kinds:
        return texts("ask.kind.all")
    named = [texts(f"ask.kind.{name(kind)}") for kind in kinds]
    return ", ".join([named[0], *(word.lower() for word in named[1:])])


def _statuses(statuses: Sequence[TargetStatus], texts: Texts) -> Iterator[str]:
    if statuses:
        yield ", ".join(status_name(status, texts) for status in statuses)


def _period(period: Wanted, reading: Reading, texts: Texts) -> str:
    words = period_name(period, texts)
    either = reading.kinds == (Kind.TASK,) and period.part
    return texts("ask.period_or_due", period=words) if either else words


def days(given: Days, texts: Texts) -> str:
    """Write a range of days."""
    first = show.day(given.first) if given.first else ""
    last = show.day(given.last) if given.last else ""
    if not first:
        return texts("ask.days.until", last=last)
    if not last:
        return texts("ask.days.since", first=first)
    return texts("ask.days.one" if first == last else "ask.days.between", first=first, last=last)


def as_written(words: str, shown: Sequence[Shown]) -> str:
    """Write folded words as the first item does that has them, in full or short."""
    sought = [form.split() for form in (words, *shorter(words))]
    for meeting, _, item in shown:
        for text in _texts_of(meeting, item):
            folded, offsets = fold_with_offsets(text)
            there = list(_WORD.finditer(folded))
            plain = [word[0] for word in there]
            for some in sought:
                if (at := _place(plain, some)) is not None:
                    first, last = there[at].start(), there[at + len(some) - 1].end()
                    return " ".join(text[offsets[first] : offsets[last - 1] + 1].split())
    return words


_WORD = re.compile(r"[^\W_]+")


def _place(plain: Sequence[str], sought: Sequence[str]) -> int | None:
    size = len(sought)
    return next((at for at in range(len(plain) - size + 1) if plain[at : at + size] == sought), None)


def agrees(meeting: Meeting, item: Item, typed: Sequence[str]) -> bool:
    """Tell whether words typed with accents are an item's: "đồng hồ" is not "động hộ"."""
    return all(_agrees(meeting, item, words.split()) for words in typed)


def _agrees(meeting: Meeting, item: Item, typed: Sequence[str]) -> bool:
    plain = [fold(word) for word in typed]
    there = False
    for text in _texts_of(meeting, item):
        written = _WORD.findall(unicodedata.normalize("NFC", text).lower())
        folded = [fold(word) for word in written]
        for at in range(len(written) - len(typed) + 1):
            if folded[at : at + len(typed)] == plain:
                there = True
                if text.isascii() or all(map(same_word, typed, written[at : at + len(typed)])):
                    return True
    return not there  # it stands there in a short form


def _texts_of(meeting: Meeting, item: Item) -> Iterator[str]:
    if isinstance(item, Task):
        yield from filter(
            None, [item.assignee and item.assignee.text, *(u.text for u in item.cooperating), item.text.text]
        )
    elif isinstance(item, Target):
        yield item.name.text
    elif isinstance(item, Finding):
        yield item.text
    elif isinstance(item, Person):
        yield from (span.text for span in (item.name, item.position) if span)
    yield from (span.text for span in (meeting.organisation, meeting.title, meeting.place) if span)


def blocks(
    shown: Sequence[Shown],
    reading: Reading,
    context: Context,
    sentences: Mapping[Place, RichText] = MappingProxyType({}),
) -> Iterator[RichText]:
    """Write items under the reports that they are from, some with the sentences that they stand in."""
    texts = context.texts
    most = WHOLE_SHOWN if len(shown) <= FEW else ITEM_SHOWN
    for _, group in groupby(shown, key=lambda entry: entry[0].id):
        some = list(group)
        meeting = some[0][0]
        lines: list[RichText] = []
        for entry in some:
            lines.append(_line(entry, reading, texts, most))
            lines += [sentences[entry[1]]] if entry[1] in sentences else []
        yield join([head(meeting, reading, texts), *lines], "\n")


def head(meeting: Meeting, reading: Reading, texts: Texts) -> RichText:
    """Head the items of a report; those about people also by where the meeting was."""
    name = show.of_day(texts("report.name", number=meeting.id), meeting.dates, texts)
    named = meeting.organisation or meeting.title
    whose = show.quoted(named, texts, 80) if named else ""
    of_people = reading.kinds == (Kind.PERSON,) or reading.role is not None
    place = _place_of(meeting, texts) if of_people and meeting.place else ""
    return italic(" · ".join(filter(None, [name, whose, place])))


def _place_of(meeting: Meeting, texts: Texts) -> str:
    if meeting.place:
        return texts("ask.place", place=show.quoted(meeting.place, texts, 100))
    return show.nothing(texts("ask.no_place"), meeting.place_emptied, texts)


def _line(entry: Shown, reading: Reading, texts: Texts, most: int) -> RichText:
    meeting, place, item = entry
    mark = (
        texts(f"ask.mark.{name(place.kind)}")
        if len(reading.kinds) != 1 and item and place.kind is not Kind.PERSON
        else ""
    )
    before = f"({mark}) " if mark else ""
    if isinstance(item, Task):
        return RichText(before) + task_block(meeting.id, item, texts, most)
    if item is None:
        return _meeting(meeting, texts)
    if isinstance(item, Count):
        return RichText(f"“{item.phrase}”")
    number = code(str(Code(meeting.id, LETTERS[place.kind], item.ordinal)))
    if isinstance(item, Target):
        return RichText(before) + number + " " + _target(item, texts)
    if isinstance(item, Person):
        words = _said_of(item, reading)[:SAID_SHOWN] if reading.intent is Intent.SAID else ()
        said = [f"“{show.quoted(one, texts, most)}”" for one in words]
        return join([number + " " + _person(item, texts), *said], "\n")
    return RichText(before) + number + " " + show.quoted(item, texts, most)


def _said_of(person: Person, reading: Reading) -> list[Span]:
    """Give what somebody said, what has most of the words that were asked for first."""
    asked = {*reading.about, *" ".join(reading.topic).split()}
    return sorted(person.said, key=lambda span: -len(asked.intersection(fingerprint(span.text).split())))


def _target(target: Target, texts: Texts) -> str:
    return f"{show.quoted(target.name, texts, 160)}: {told(target, texts, 'ask.no_figures')}"


def _person(person: Person, texts: Texts) -> str:
    roles = ", ".join(texts(f"people.{role}").lower() for role in person.roles if role != PersonRole.OTHER)
    position = f", {show.quoted(person.position, texts, 160)}" if person.position else ""
    told = f"{show.quoted(person.name, texts)}{position}" + (f" ({roles})" if roles else "")
    return f"{told} ({texts('people.roles_typed')})" if person.roles_typed else told


def _meeting(meeting: Meeting, texts: Texts) -> RichText:
    return join([bold(show.title_of(meeting.title, texts, 120)), _place_of(meeting, texts)], "\n")
