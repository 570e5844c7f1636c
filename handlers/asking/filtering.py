"""Filters in words behind commands: `/tasks ubnd phường quý 4`, `/targets chưa đạt 2017`."""

from __future__ import annotations

import re

from handlers import findings, reports, targets, tasks
from handlers.asking.answering import filtered
from handlers.chat import Reply, Request
from handlers.context import Arguments, Context, Handler
from storage import reports as stored
from storage.itemkeys import Kind

_NUMBERS = re.compile(r"\s*(?:\d{1,9}(?:\s+\d{1,7})?)?\s*")
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")


def _or_filters(handler: Handler, kinds: tuple[Kind, ...]) -> Handler:
    """Answer numbers as the command always did, and words by what they ask for."""

    async def answer(request: Request, context: Context, arguments: Arguments) -> Reply | None:
        if _NUMBERS.fullmatch(arguments) and not await _is_year(context, arguments, kinds):
            return await handler(request, context, arguments)
        return await filtered(request, context, arguments, kinds) or await handler(
            request, context, arguments
        )

    return answer


async def _is_year(context: Context, arguments: Arguments, kinds: tuple[Kind, ...]) -> bool:
    """Tell whether a number is a year: of the list of reports, or where no report has it."""
    if not _YEAR.fullmatch(arguments):
        return False
    return kinds == (Kind.MEETING,) or await stored.load(context.session, int(arguments)) is None


list_tasks = _or_filters(tasks.list_tasks, (Kind.TASK,))
list_targets = _or_filters(targets.list_targets, (Kind.TARGET,))
list_limitations = _or_filters(findings.list_limitations, (Kind.LIMITATION, Kind.CAUSE))
list_reports = _or_filters(reports.list_reports, (Kind.MEETING,))
