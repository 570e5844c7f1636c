"""Staff say which targets are one, and which are not."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import show
from handlers.chat import Choice, Reply, Request
from handlers.codes import Code, parse_code
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.overtime.compare import line_of, series_of_code
from handlers.richtext import RichText, bold, join, plain
from reports.model import ItemKind
from storage import joining, records, series
from storage.joining import Item


async def join_targets(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/join CODE CODE`: both are one target, with all of their names, from now on."""
    items = await _items(context, arguments, "error.join_how")
    if len(items) != 2:
        raise Mistake("error.join_how")
    if items[0] == items[1] or not await joining.join(context.session, *items):
        return Reply(plain(context.texts("join.already")))
    await _note(request, context, "join", items)
    return await _told(context, "join.done", items[:1])


async def part_targets(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/part CODE [CODE]`: the first is another target than the second, or than the rest."""
    goes, *stays = await _items(context, arguments, "error.part_how")
    if len(stays) > 1:
        raise Mistake("error.part_how")
    other = stays[0] if stays else await joining.other_of(context.session, goes)
    if other is None:
        return Reply(plain(context.texts("part.alone", code=_code(goes))))
    if other == goes or not await joining.part(context.session, other, goes):
        return Reply(plain(context.texts("part.already")))
    await _note(request, context, "part", [goes, other])
    return await _told(context, "part.done", [goes, other])


async def _items(context: Context, arguments: Arguments, how: str) -> list[Item]:
    """Read the codes of targets, each of which has to be in the book."""
    codes = [parse_code(word) for word in arguments.replace(",", " ").split()[:3]]
    if not codes:
        raise Mistake(how)
    items = []
    for code in codes:
        if code is None or code.ordinal is None:
            raise Mistake(how)
        await series_of_code(context, code)
        items.append((code.report, code.ordinal))
    return items


def _code(item: Item) -> Code:
    return Code(item[0], ItemKind.TARGET, item[1])


async def _note(request: Request, context: Context, action: str, items: Sequence[Item]) -> None:
    """Keep in the audit who did it."""
    subject = " ".join(str(_code(item)) for item in items)
    await records.note(context.session, request.sender.identity, action, subject, context.now)


async def _told(context: Context, key: str, items: Sequence[Item]) -> Reply:
    """Show what became of the targets, with the way to see each over time."""
    found = [await series.series_of(context.session, *item) for item in items]
    there = [one for one in found if one]
    lines: list[RichText] = [line_of(one, context.texts) for one in there]
    choices = tuple(
        Choice(str(Code(one.report, ItemKind.TARGET, one.target)), f"series {one.id} 1") for one in there
    )
    return Reply(join([bold(context.texts(key)), *lines, show.as_of(context)], "\n"), (choices,))
