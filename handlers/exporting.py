"""Give stored reports out as files: `/export [N|all] [xlsx|docx|ics|csv|json]`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from handlers import show
from handlers.chat import Attachment, Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.exports import as_csv, as_docx, as_ics, as_json, as_xlsx
from handlers.exports.drafts import Kind
from handlers.find import report_asked_for
from handlers.pages import Choices
from handlers.richtext import RichText, bold, join
from handlers.texts import Texts
from reports.folding import fold
from reports.model import Report
from storage import calendars, records, reports
from storage.reports import StoredReport

MOST_REPORTS = 5_000
MOST_TASKS = 20_000


class Format(StrEnum):
    """What a file can be."""

    XLSX = "xlsx"
    DOCX = "docx"
    ICS = "ics"
    CSV = "csv"
    JSON = "json"


# What people type, folded, as what it asks for.
_FORMATS = {known.value: known for known in Format} | {
    "excel": Format.XLSX,
    "word": Format.DOCX,
    "lich": Format.ICS,
}
_KINDS = {"notice": Kind.NOTICE, "thongbao": Kind.NOTICE, "report": Kind.REPORT, "baocao": Kind.REPORT}
_ALL = ("all", "tatca", "tat", "ca")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: which report ("" is the newest), or all, and as what."""

    number: str = ""
    all: bool = False
    format: Format | None = None
    kind: Kind | None = None


def parse(arguments: Arguments) -> Asked:
    """Read what stands behind /export, in any order. Raises Mistake for a word that is none of it."""
    asked = Asked()
    for given in arguments.split():
        word = fold(given).removeprefix(".")
        if word in _FORMATS:
            asked = replace(asked, format=_FORMATS[word])
        elif word in _KINDS:
            asked = replace(asked, kind=_KINDS[word], format=asked.format or Format.DOCX)
        elif word in _ALL:
            asked = replace(asked, all=True)
        elif word.isdecimal() and not asked.number:
            asked = replace(asked, number=word)
        else:
            raise Mistake("export.unknown", given=given[:40])
    return asked


async def export(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/export`: a file of one report or of all; without a format, what there is to choose."""
    asked = parse(arguments)
    if asked.all and asked.format is Format.DOCX:
        raise Mistake("export.one_only")
    if asked.format is None:
        return await _choose(asked, context)
    chosen = await _chosen(asked, context)
    told, file = await _WRITERS[asked.format](chosen, asked, context)
    what = "all reports" if asked.all else f"report {chosen[0].id}"
    await records.note(context.session, request.sender.identity, "export", what, context.now, file=file.name)
    return Reply(join([_title(chosen, asked, context.texts), *told, show.as_of(context)]), files=(file,))


async def _chosen(asked: Asked, context: Context) -> list[StoredReport]:
    """Load what is asked for, its times local. Raises Mistake where it is not there, or too much."""
    if asked.all:
        await _count(context)
        loaded = await reports.load_all(context.session)
    else:
        loaded = [await report_asked_for(context, asked.number, "export")]
    zone = context.now.tzinfo
    return [replace(stored, posted_at=stored.posted_at.astimezone(zone)) for stored in loaded]


async def _count(context: Context) -> int:
    """Count all reports. Raises Mistake where there are none, or more than a file can hold."""
    count, tasks = await reports.count(context.session), await reports.count_tasks(context.session)
    if not count:
        raise Mistake("error.empty_book")
    if count > MOST_REPORTS or tasks > MOST_TASKS:
        numbers = {
            "reports": count,
            "tasks": tasks,
            "most_reports": MOST_REPORTS,
            "most_tasks": MOST_TASKS,
        }
        raise Mistake("export.too_many", **{name: show.grouped(n) for name, n in numbers.items()})
    return count


# What there is to choose


async def _choose(asked: Asked, context: Context) -> Reply:
    texts = context.texts
    if asked.all:
        what, title, dated = texts("export.all", count=show.grouped(await _count(context))), "", True
    else:
        stored = await report_asked_for(context, asked.number, "export")
        what = texts("export.report", number=stored.id)
        title = show.title_of(stored.report.title, texts, show.TITLE_REPEATED)
        dated = any(task.deadline and task.deadline.last_day for task in stored.report.tasks)
    name = "all" if asked.all else str(stored.id)
    formats = [f for f in Format if not (asked.all and f is Format.DOCX) and (dated or f is not Format.ICS)]
    lines = [f".{offered}: {texts(f'export.{offered}')}" for offered in formats]
    head = bold(texts("export.title", what=what))
    text = join([join([head, title]), join([texts("export.choose"), *lines])], "\n\n")
    return Reply(text, _choices(name, formats, texts))


def _choices(name: str, formats: list[Format], texts: Texts) -> Choices:
    """Offer the formats, those of offices first; a .docx is one of two."""

    def offer(label: str, word: str) -> Choice:
        return Choice(texts(f"button.{label}"), f"export {name} {word}")

    plain = {known: offer(known.value, known.value) for known in formats if known is not Format.DOCX}
    drafts = (offer("notice", "notice"), offer("report_file", "report")) if Format.DOCX in formats else ()
    first = tuple(plain[known] for known in (Format.XLSX, Format.ICS) if known in plain)
    last = (plain[Format.CSV], plain[Format.JSON])
    return tuple(row for row in (first, drafts, last) if row)


# The files

Written = tuple[list[RichText | str], Attachment]


def _title(chosen: list[StoredReport], asked: Asked, texts: Texts) -> RichText:
    if asked.all:
        return bold(show.capitalised(texts("export.all", count=show.grouped(len(chosen)))))
    [stored] = chosen
    name = texts("report.name", number=stored.id)
    return bold(f"{name} · {show.title_of(stored.report.title, texts, show.TITLE_REPEATED)}")


def _named(name: str, chosen: list[StoredReport], asked: Asked, ending: str | None = None) -> str:
    number = "" if asked.all else f"-{chosen[0].id}"
    return f"{name}{number}.{ending or asked.format}"


async def _xlsx(chosen: list[StoredReport], asked: Asked, context: Context) -> Written:
    data = await asyncio.to_thread(as_xlsx.write, chosen, context.now, context.texts)
    contents = context.texts(
        "export.contents",
        tasks=_number(chosen, lambda report: len(report.tasks)),
        targets=_number(chosen, lambda report: len(report.targets)),
        findings=_number(
            chosen, lambda report: len(report.limitations) + len(report.causes) + len(report.strengths)
        ),
    )
    return [contents], Attachment(_named("bao-cao", chosen, asked), data)


def _number(chosen: list[StoredReport], count: Callable[[Report], int]) -> str:
    return show.grouped(sum(count(stored.report) for stored in chosen))


async def _csv(chosen: list[StoredReport], asked: Asked, context: Context) -> Written:
    data = await asyncio.to_thread(as_csv.write, chosen, context.texts)
    told = context.texts("export.tasks", count=_number(chosen, lambda report: len(report.tasks)))
    return [told], Attachment(_named("nhiem-vu", chosen, asked), data)


async def _json(chosen: list[StoredReport], asked: Asked, context: Context) -> Written:
    data = await asyncio.to_thread(as_json.write, chosen, context.now)
    told = show.capitalised(context.texts("export.json"))
    return [told], Attachment(_named("bao-cao", chosen, asked), data)


async def _docx(chosen: list[StoredReport], asked: Asked, context: Context) -> Written:
    [stored] = chosen
    kind = asked.kind or (Kind.NOTICE if stored.report.tasks else Kind.REPORT)
    data = await asyncio.to_thread(as_docx.write, stored, kind, context.document_style, context.now)
    name = "thong-bao" if kind is Kind.NOTICE else "bao-cao"
    return [context.texts("export.draft")], Attachment(_named(name, chosen, asked), data)


async def _ics(chosen: list[StoredReport], asked: Asked, context: Context) -> Written:
    """Write a calendar, and remember what it says: the next one counts on from it."""
    texts = context.texts
    before = await calendars.given(context.session, chosen[0].id, chosen[-1].id)
    current = await asyncio.to_thread(lambda: list(as_ics.dated(chosen, texts)))
    events = as_ics.revised(current, before, texts)
    if not events:
        raise Mistake("export.no_days")
    book = await calendars.book_name(context.session) or calendars.new_name()
    data = await asyncio.to_thread(as_ics.write, events, book, context.now, texts)
    await calendars.give(context.session, book, map(as_ics.given, events))
    cancelled = len(events) - len(current)
    told = [
        texts("export.events", count=show.grouped(len(current))),
        texts("export.cancelled", count=show.grouped(cancelled)) if cancelled else "",
    ]
    return [*told], Attachment(_named("lich", chosen, asked), data)


_WRITERS: dict[Format, Callable[[list[StoredReport], Asked, Context], Awaitable[Written]]] = {
    Format.XLSX: _xlsx,
    Format.DOCX: _docx,
    Format.ICS: _ics,
    Format.CSV: _csv,
    Format.JSON: _json,
}
