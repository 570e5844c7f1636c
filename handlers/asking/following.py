"""Questions that go on with the one before: "còn quý II?", "ai làm?", "chi tiết"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from handlers.asking.asked import Understood, understand
from handlers.asking.asked import completed as with_kinds
from handlers.asking.reading import Intent, Reading
from handlers.chat import Request
from handlers.context import Context
from storage import asked as kept

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
    bare = not given & _SUBJECTS
    return bare and (not raw.kinds or raw.intent in {Intent.WHO, Intent.WHEN, Intent.WHERE, Intent.WHY})


async def joined(context: Context, chain: str) -> Understood:
    """Understand questions that go on with each other as one."""
    first, *rest = [await understand(context, words) for words in chain.split(NEXT)]
    if not rest:
        return first
    reading = first.raw[0]
    for asked in rest:
        reading = _merged(reading, asked.raw[0])
    return Understood((with_kinds(reading),), chain, (reading,))


def _merged(before: Reading, now: Reading) -> Reading:
    """Put what is said now in the place of what was said before."""
    given = now.given()
    if any(name in given for name in ("unit", "body")):
        before = replace(before, unit="", body="")
    if given.keys() & {"periods", "held", "held_yearless", "due"}:
        before = replace(before, periods=(), held=None, held_yearless=None, due=None)
    if "due" not in given and before.flags:
        given.setdefault("due", before.due)
    return replace(before, **given)


async def remember(request: Request, context: Context, asked: Understood) -> None:
    """Remember a question for what may follow."""
    place = request.place
    await kept.remember(
        context.session, place.platform, place.chat, request.sender.identity, asked.words, at=context.now
    )
