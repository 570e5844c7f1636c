"""Questions that go on with the one before: "còn quý II?", "ai làm?", "chi tiết"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from handlers.asking.asked import Understood, opens, understand
from handlers.asking.asked import completed as with_kinds
from handlers.asking.naming import heads
from handlers.asking.reading import Intent, Reading
from handlers.asking.understanding import tokens_of
from handlers.chat import Request
from handlers.context import Context
from storage import asked as kept
from storage.itemkeys import Kind

KEPT = timedelta(minutes=10)
NEXT = " ; "
"""Stands between a question and the one that goes on with it."""
MOST = 4
"""Questions that go on with each other."""
_SUBJECTS = {"topic", "unit", "body", "person", "report", "statuses", "flags", "latest", "role", "lacking"}
_NAMES = ("unit", "body", "person", "topic")


async def completed(request: Request, context: Context, asked: Understood) -> Understood:
    """Add to a question what was asked before, where it goes on with that."""
    if not _may_follow(asked):
        return asked
    place = request.place
    since = context.now - KEPT
    before = await kept.last(context.session, place.platform, place.chat, request.sender.identity, since)
    if not before:
        return asked
    chain = [*before.split(NEXT)[-MOST:], asked.words]
    return await joined(context, NEXT.join(chain))


def _may_follow(asked: Understood) -> bool:
    raw = asked.raw[0]
    given = set(raw.given())
    if asked.goes_on or not given:
        return asked.goes_on
    bare = not given & _SUBJECTS and len(raw.compared) < 2  # two periods side by side stand for themselves
    return bare and (not raw.kinds or raw.intent in {Intent.WHO, Intent.WHEN, Intent.WHERE, Intent.WHY})


async def joined(context: Context, chain: str) -> Understood:
    """Understand questions that go on with each other as one."""
    first, *rest = [await understand(context, words) for words in chain.split(NEXT)]
    if not rest:
        return first
    asked = [one for one in rest if not one.opens]
    if not asked:
        return replace(first, words=chain, opens=True)
    reading = first.raw[0]
    for one in asked:
        reading = _merged(reading, one.raw[0])
    names_kind = first.names_kind or any(one.names_kind for one in asked)
    return Understood((with_kinds(reading),), chain, (reading,), names_kind=names_kind, opens=rest[-1].opens)


def _merged(before: Reading, now: Reading) -> Reading:
    """Put what is said now in the place of what was said before."""
    given = _as_body(now).given()
    if now.kinds and now.kinds != before.kinds:
        before = _for_kind(before, now.kinds)
    if any(name in given for name in ("unit", "body")):
        before = replace(before, unit="", body="")
    if given.keys() & {"periods", "held", "held_yearless", "due"}:
        before = replace(before, periods=(), held=None, held_yearless=None, due=None)
    if "due" not in given and before.flags:
        given.setdefault("due", before.due)
    return replace(before, **given)


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


async def remember(request: Request, context: Context, asked: Understood) -> None:
    """Remember a question for what may follow; that it was opened says nothing of what was asked."""
    place = request.place
    said = NEXT.join(part for part in asked.words.split(NEXT) if not opens(tokens_of(part)))
    await kept.remember(
        context.session, place.platform, place.chat, request.sender.identity, said, at=context.now
    )
