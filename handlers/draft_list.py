"""A person's drafts that wait to be stored, and the word to who left one for too long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers import deciding, pages, show
from handlers.chat import Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.richtext import RichText, bold, join, shorten
from handlers.texts import Texts
from storage import unstored
from storage.unstored import Waiting

EACH = 4
BEGINNING_SHOWN = 100
DROPPED_SHOWN = 60
_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)


async def list_drafts(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/drafts`: what this person has not stored yet; in a group only what was posted there.

    Page buttons name whose list it is: in a group others may press them too.
    """
    page, *whose = arguments.split() or ["1"]
    if whose not in ([], [request.sender.id]):
        raise Mistake("drafts.not_yours")
    return await _list(request, context, pages.page_of([page], 0))


async def discard(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer a list's button "Hủy": drop that draft, and show what is left."""
    await deciding.cancel(request, context, arguments)
    left = await _list(request, context, 1)
    return Reply(join([context.texts("post.dropped"), left.text], "\n\n"), left.choices)


async def _list(request: Request, context: Context, page: int) -> Reply:
    texts, place = context.texts, request.place
    theirs = (context.session, place.platform, request.sender.identity)
    here = None if place.private else place.chat
    everywhere = await unstored.count_of(*theirs)
    count = await unstored.count_of(*theirs, here)
    elsewhere = texts("drafts.elsewhere", count=everywhere - count) if everywhere > count else ""
    if not count:
        return Reply(join([texts("drafts.none"), elsewhere], "\n\n"))
    last = pages.pages(count, EACH)
    page = min(page, last)
    first = (page - 1) * EACH
    shown = list(enumerate(await unstored.page_of(*theirs, here, limit=EACH, offset=first), first + 1))
    title = bold(texts("drafts.title", count=count))
    lines = [_line(number, waiting, request, context) for number, waiting in shown]
    text = join([title, *lines, elsewhere, pages.number(page, last, texts)], "\n\n")
    turns = tuple(
        Choice(turn.label, f"{turn.action} {request.sender.id}")
        for turn in pages.page_choices("drafts", page, last, texts)
    )
    rows = (*(_choices(number, waiting, texts) for number, waiting in shown), turns)
    return Reply(text, tuple(row for row in rows if row))


def _line(number: int, waiting: Waiting, request: Request, context: Context) -> RichText:
    """Tell how a draft begins, what it is, and when it will be dropped."""
    texts = context.texts
    beginning = shorten(waiting.beginning, BEGINNING_SHOWN) or texts("drafts.empty")
    size = texts("drafts.size", characters=show.grouped(waiting.characters), parts=waiting.parts)
    what = [
        texts("preview.file", name=waiting.file) if waiting.file else "",
        size if waiting.parts else "",
        texts(f"draft.{waiting.draft.state}"),
        texts("drafts.in_group") if waiting.draft.chat != request.place.chat else "",
    ]
    when = texts(
        "drafts.when",
        when=show.moment(waiting.created_at.astimezone(context.now.tzinfo)),
        left=_left(waiting.dropped_at - context.now, texts),
    )
    return join([bold(f"{number}. ") + beginning, " · ".join(filter(None, what)), when])


def _left(time: timedelta, texts: Texts) -> str:
    """Write how long is left: in hours where it is less than two days."""
    if time >= 2 * _DAY:
        return texts("uptime.days", count=round(time / _DAY))
    return texts("uptime.hours", count=time // _HOUR) if time >= _HOUR else texts("drafts.soon")


def _choices(number: int, waiting: Waiting, texts: Texts) -> tuple[Choice, ...]:
    shown = Choice(texts("button.preview_of", number=number), f"preview {waiting.draft.id}")
    dropped = Choice(texts("button.discard", number=number), f"discard {waiting.draft.id}")
    return (shown, dropped) if waiting.beginning else (dropped,)


def dropped_unstored(dropped: Sequence[Waiting], texts: Texts, now: datetime) -> Reply:
    """Tell an owner that drafts were dropped which they left for too long."""
    lines = [
        texts(
            "drafts.dropped",
            beginning=shorten(waiting.beginning, DROPPED_SHOWN),
            day=show.day(waiting.created_at.astimezone(now.tzinfo)),
            days=unstored.KEPT.days,
        )
        for waiting in dropped
    ]
    if len(lines) == 1:
        return Reply(RichText(f"{lines[0]} {texts('drafts.send_again')}"))
    return Reply(join([*lines, texts("drafts.send_again")]))
