"""Questions that go on with the one before: "còn quý II?", "ai làm?", "có mấy việc?", "chi tiết"."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from handlers.asking import persons, pointing
from handlers.asking.asked import Understood, only_words, opens, understand
from handlers.asking.asked import completed as with_kinds
from handlers.asking.evidence import Answer
from handlers.asking.expressions import ALL
from handlers.asking.finding import find as find_items
from handlers.asking.merging import Before, Now, asks_position, chosen, going_on, readings, timeless
from handlers.asking.reading import Intent, Reading
from handlers.asking.selecting import Selected, selected
from handlers.asking.tokens import tokens_of
from handlers.asking.widening import firm
from handlers.asking.words import phrases_in, says_little
from handlers.chat import Request
from handlers.context import Context
from reports.folding import fingerprint, fold
from storage import asked as kept
from storage import items
from storage import search as texts_with
from storage.itemkeys import Kind

KEPT = timedelta(minutes=10)
NEXT = " ; "
"""Stands between a question and the one that goes on with it."""
MOST = 6
"""Questions that go on with each other."""
FEW = 5
"""Reports that words were found in, for what follows to be asked of them."""
_OF_ANYTHING = frozenset(
    map(
        fold,
        phrases_in(
            "trị giá, giá trị, giá, dài, rộng, cao, nặng, diện tích, kinh phí, số tiền, tổng số tiền, quy mô"
            ", vốn, tổng vốn, vốn đầu tư, tổng mức đầu tư, chi phí, công suất, mục tiêu, kế hoạch"
        ),
    )
)
"""What is asked of something that was named before: "trị giá bao nhiêu"."""
_CHANGES = frozenset(
    {"giam", "tang", "tut", "cham", "tre", "thap", "cao", "kem", "it", "nhieu", "thieu", "hut"}
)
"""What may have become of anything that was told."""
_OWN = ("unit", "body", "person", "report", "latest")
_NARROWER = {"flags", "statuses", "due"}
_ASKING = {Intent.WHO, Intent.WHEN, Intent.WHERE, Intent.WHY}
_OPEN = {Intent.LIST, Intent.HOW}
Finder = Callable[[Context, Understood], Awaitable[Answer | None]]
"""How what answers a question is found."""


async def completed(request: Request, context: Context, asked: Understood, find: Finder) -> Understood:
    """Add to a question what was asked before, where it goes on with that."""
    pointed = pointing.pointed(asked.tokens)
    repeats = _says_one_word(asked)
    chooses = await _choice(context, asked) is not None
    if not (repeats or chooses or _may_follow(asked, pointed)):
        return asked
    place = request.place
    since = context.now - KEPT
    said = await kept.last(context.session, place.platform, place.chat, request.sender.identity, since)
    if not said or (repeats and not _is_said(asked, said) and not _may_follow(asked, pointed)):
        return asked
    chain = said.split(NEXT)[-MOST:]
    if chooses:
        return await joined(context, NEXT.join([*chain, asked.typed]), find)
    if not _follows(asked, pointed, (await _chained(context, chain, find))[1]):
        return asked
    return await joined(context, NEXT.join([*chain, pointed.words or "liệt kê"]), find)


async def _choice(context: Context, asked: Understood) -> tuple[Selected, Reading] | None:
    """Tell which of those that were shown a question is about, and what it asks; None for none of them."""
    which = selected(asked.words)
    if which is None:
        return None
    said = (await understand(context, which.rest)).raw[0] if which.rest else Reading()
    return None if _telling(said) or _names_any(said) else (which, said)


def _says_one_word(asked: Understood) -> bool:
    """Tell whether a question has no subject but one word, which may be of the one before: "đổi xong"."""
    raw = asked.raw[0]
    telling = _telling_words(raw)
    return raw.intent in _ASKING and len(raw.topic) == 1 and len(telling) <= 1 and not _names_any(raw)


def _is_said(asked: Understood, before: str) -> bool:
    """Tell whether a question's one word was said before."""
    raw = asked.raw[0]
    some = _telling_words(raw) or raw.topic[0].split()
    changed = raw.intent is Intent.WHY and not _CHANGES.isdisjoint(some)  # "vì sao giảm"
    return changed or not set(fold(before).split()).isdisjoint(some)


def _telling_words(raw: Reading) -> list[str]:
    """Give the words of topics that say more than little, each by itself."""
    return [word for topic in raw.topic for word in topic.split() if not says_little([word])]


def _names_any(raw: Reading) -> bool:
    return any(getattr(raw, name) for name in _OWN)


def _may_follow(asked: Understood, pointed: pointing.Pointed) -> bool:
    """Tell whether a question may go on with another: one that names a subject of its own stands alone."""
    raw = asked.raw[0]
    if asked.goes_on or asked.opens or pointed.points or pointing.of_them(asked.words):
        return True
    if asks_position(raw):
        return True
    telling = [topic for topic in _telling(raw) if not _is_of_anything(raw, topic)]
    if telling or any(getattr(raw, name) for name in _OWN) or len(raw.compared) > 1:
        return False
    given = set(raw.given()) - {"topic"}
    if not given:
        return pointing.lists(asked.words)
    if _asks_figure(asked):
        return True
    plainly = not given & _NARROWER and (not raw.kinds or raw.intent in _ASKING or raw.kinds == (Kind.CAUSE,))
    of_report = bool(raw.role or raw.lacking) or _asks_of_report(asked)
    return plainly or of_report or pointing.chooses(asked.words)


def _follows(asked: Understood, pointed: pointing.Pointed, before: Before) -> bool:
    """Tell whether a choice, or a count, is one of what was shown: of its kind, or of meetings' items."""
    raw = asked.raw[0]
    plainly = asked.goes_on or asked.opens or pointed.points or pointing.of_them(asked.words)
    if plainly or raw.role or raw.lacking or raw.intent in _ASKING or not raw.kinds:
        return True
    if _asks_figure(asked) or asks_position(raw):
        return True
    narrower = set(raw.given()) & _NARROWER
    counts = raw.intent is Intent.COUNT and not narrower and raw.kinds != (Kind.MEETING,)
    if _asks_of_report(asked) and (len(before.reports) == 1 or before.body):
        return True
    items_shown = bool(before.kinds) and Kind.MEETING not in before.kinds
    return counts or raw.kinds == (Kind.CAUSE,) or set(raw.kinds) == before.kinds or not items_shown


def _asks_figure(asked: Understood) -> bool:
    """Tell whether only a figure is asked for, of nothing: "tháng 10 phấn đấu bao nhiêu"."""
    return asked.raw[0].intent is Intent.HOW_MUCH and not asked.names_kind


def _is_of_anything(raw: Reading, topic: str) -> bool:
    """Tell whether a topic is what anything may have, of which it is asked how much: "dài"."""
    return raw.intent is Intent.HOW_MUCH and topic in _OF_ANYTHING


def _asks_of_report(asked: Understood) -> bool:
    """Tell whether a question only asks for what a report has: "giao việc gì", "kết luận thế nào"."""
    raw = asked.raw[0]
    if set(raw.given()) - {"kinds", "intent"}:
        return False
    return raw.intent is Intent.SAID or (raw.intent in _OPEN and pointing.chooses(asked.words))


def _telling(reading: Reading) -> tuple[str, ...]:
    """Give the topics that say more than "làm", "cái", "ra"."""
    return tuple(t for t in reading.topic if firm(t, reading.typed) and t not in reading.light)


async def joined(context: Context, chain: str, find: Finder) -> Understood:
    """Understand questions that go on with each other as one."""
    return (await _chained(context, chain.split(NEXT), find, last=False))[0]


async def _chained(
    context: Context, chain: list[str], find: Finder, *, last: bool = True
) -> tuple[Understood, Before]:
    """Understand questions one after the other; with what the `last` one found."""
    first, *rest = [await understand(context, words) for words in chain]
    asked = first
    links = [one for one in rest if not one.opens]
    before = await _before(context, first, find) if links or last else Before(first.raw[0])
    for number, link in enumerate(links, 1):
        now = await _now(context, link, fold(NEXT.join(chain)))
        choice = await _choice(context, link)
        asked = await _one_of(context, before, *choice) if choice else _linked(asked, before, link, now)
        if last or number < len(links):
            before = going_on(before, now, await _before(context, asked, find))
    opened = bool(rest) and rest[-1].opens
    return replace(asked, typed=NEXT.join(chain), opens=opened or (first.opens and not rest)), before


async def _now(context: Context, link: Understood, chain: str) -> Now:
    """Tell what a question says that goes on with another."""
    raw = link.raw[0]
    whole = asks_position(raw) or (len(raw.topic) == 1 and link.goes_on)
    topic = raw.topic if whole else _telling(raw)
    if not whole and _says_one_word(link) and _is_said(link, chain.rpartition(link.words)[0]):
        topic = ()
    return Now(
        replace(raw, topic=topic, typed=()),
        await _places(context, topic),
        points=not link.goes_on,
        at_meeting=_says(link, "hop"),
        at_place=_says(link, pointing.PLACE),
        at_person=_says(link, pointing.PERSON),
        names_kind=link.names_kind,
        words=link.words,
    )


async def _one_of(context: Context, before: Before, which: Selected, said: Reading) -> Understood:
    """Understand a question about one of those that were shown."""
    if which.kind and which.kind not in {place.kind for place in before.shown}:
        of_kind = Reading(kinds=(which.kind,), report=before.reports[0] if before.reports else 0)
        there = (await find_items(context, of_kind)).places if len(before.reports) == 1 else ()
        before = replace(before, found=of_kind, shown=there)
    reading = chosen(before, which.number, said)
    return Understood((reading,), "", (reading,), names_kind=True)


def _linked(asked: Understood, before: Before, link: Understood, now: Now) -> Understood:
    """Understand a question as one that goes on with another."""
    found = tuple(dict.fromkeys(readings(before, now)))
    looser = tuple(timeless(before, now, found[-1]))
    return Understood(
        tuple(map(with_kinds, dict.fromkeys([*found, *looser]))),
        "",
        found[-1:],
        names_kind=asked.names_kind or link.names_kind,
    )


def _says(link: Understood, said: str) -> bool:
    """Tell whether whole words stand in a question: "rõ đơn vị" does not point at a place, "ở đó" does."""
    return f" {fold(said)} " in f" {link.words} "


async def _before(context: Context, asked: Understood, find: Finder) -> Before:
    """Tell what a question was about, and the reports of what it found."""
    raw = asked.raw[0]
    places = await _places(context, raw.topic)
    answer = await find(context, asked)
    if answer is None and only_words(asked):
        answer = await find(context, replace(asked, readings=(replace(raw, kinds=ALL),)))
    if answer:
        numbers, people = persons.reports_of(answer), await persons.named_in(context, answer, raw.person)
        shown = answer.found.places
        quoted = persons.is_quoted(answer)
        return Before(raw, answer.reading, numbers, places, people, quoted=quoted, shown=shown)
    return Before(raw, None, await _holding(context, asked) if only_words(asked) else (), places)


async def _holding(context: Context, asked: Understood) -> tuple[int, ...]:
    """Give the reports whose texts hold the words that were looked for, where they are few."""
    hits = await texts_with.find(context.session, fingerprint(asked.words), limit=FEW)
    return tuple(hit.line.id for hit in hits.page) if hits.total <= FEW else ()


async def _places(context: Context, topics: tuple[str, ...]) -> tuple[str, ...]:
    """Give those topics that name a body."""
    return tuple([topic for topic in topics if await items.is_named(context.session, "body", topic)])


async def remember(request: Request, context: Context, asked: Understood) -> None:
    """Remember a question for what may follow; that it was opened says nothing of what was asked."""
    place = request.place
    said = NEXT.join(part for part in asked.typed.split(NEXT) if not opens(tokens_of(part)))
    await kept.remember(
        context.session, place.platform, place.chat, request.sender.identity, said, at=context.now
    )


def names_subject(asked: Understood) -> bool:
    """Tell whether a question that found nothing says what the next one may go on with."""
    raw = asked.raw[0]
    return not raw.lacking and bool(_telling(raw) or any(getattr(raw, name) for name in _OWN))
