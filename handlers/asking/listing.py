"""Give the whole list that answers a question as a file."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from handlers import show
from handlers.asking import showing
from handlers.asking.answering import asked_again
from handlers.asking.answers import first_found
from handlers.chat import Attachment, Reply, Request
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.exports import as_xlsx
from handlers.exports.table import Reports, Table
from handlers.exports.tables import FINDINGS, REPORTS, TARGETS, TASKS
from handlers.richtext import bold, join
from reports.edits import LISTS
from reports.model import ItemKind
from storage import items, records, reports
from storage.itemkeys import Kind, Place
from storage.items import COUNTED_AT_MOST
from storage.reports import StoredReport

_OF_KIND: Mapping[Kind, tuple[Table[Any], ItemKind]] = {
    Kind.TASK: (TASKS, ItemKind.TASK),
    Kind.TARGET: (TARGETS, ItemKind.TARGET),
    Kind.LIMITATION: (FINDINGS, ItemKind.LIMITATION),
    Kind.CAUSE: (FINDINGS, ItemKind.CAUSE),
    Kind.STRENGTH: (FINDINGS, ItemKind.STRENGTH),
}
NAME = "danh-sach.xlsx"


async def as_file(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button under a long list: all that was found, as a spreadsheet of what is found now."""
    asked = await asked_again(context, arguments)
    answer = await first_found(context, asked) if asked.readings[0].given() else None
    if answer is None or not answer.found.total:
        raise Mistake("error.old_button")
    reading, found = answer.reading, answer.found
    places = found.places[:COUNTED_AT_MOST]
    stored = await _loaded(context, places)
    chosen = await asyncio.to_thread(_only, stored, places)
    sheets = [(table, chosen) for table in dict.fromkeys(_tables(places))]
    data = await asyncio.to_thread(
        as_xlsx.write_sheets, [*sheets, (REPORTS, stored)], context.now, context.texts
    )
    await records.note(context.session, request.sender.identity, "export", "list", context.now, file=NAME)
    shown = await items.load(context.session, places[:1])
    texts = context.texts
    limited = texts("listed.first", count=show.grouped(len(places))) if found.total > len(places) else ""
    counted = texts("listed.rows", count=show.grouped(len(places)))
    head = bold(showing.understood(reading, shown, texts))
    return Reply(join([head, limited or counted, show.as_of(context)]), files=(Attachment(NAME, data),))


async def _loaded(context: Context, places: Iterable[Place]) -> list[StoredReport]:
    """Load the reports that items are from, each once, in the order of the list; their times local."""
    zone = context.now.tzinfo
    return [
        replace(stored, posted_at=stored.posted_at.astimezone(zone))
        for number in dict.fromkeys(place.report for place in places)
        if (stored := await reports.load(context.session, number))
    ]


def _tables(places: Iterable[Place]) -> Iterable[Table[Any]]:
    return (_OF_KIND[place.kind][0] for place in places if place.kind in _OF_KIND)


def _only(stored: Reports, places: Iterable[Place]) -> list[StoredReport]:
    """Leave of reports the items at some places alone."""
    by_report = {
        number: set(of_report) for number, of_report in groupby(sorted(places, key=_report), key=_report)
    }
    return [replace(one, report=replace(one.report, **_items(one, by_report[one.id]))) for one in stored]


def _report(place: Place) -> int:
    return place.report


def _items(stored: StoredReport, places: set[Place]) -> dict[str, Any]:
    wanted = {(_OF_KIND[place.kind][1], place.ordinal) for place in places if place.kind in _OF_KIND}
    return {
        name: tuple(item for item in getattr(stored.report, name) if (kind, item.ordinal) in wanted)
        for kind, name in LISTS.items()
        if kind is not ItemKind.PERSON
    }
