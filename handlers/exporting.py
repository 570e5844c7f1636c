"""Give stored reports out as files: `/export [N|all] [xlsx|docx|ics|csv|json]`."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass, replace
from zoneinfo import ZoneInfo

from handlers import show
from handlers.chat import Attachment, Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.exports import as_docx, process
from handlers.exports.drafts import Kind
from handlers.exports.making import Counts, Format, Made, local, make
from handlers.find import report_asked_for
from handlers.pages import Choices
from handlers.richtext import RichText, bold, join
from handlers.texts import Texts
from reports.folding import fold
from storage import calendars, records, reports
from storage.reports import StoredReport

MOST_REPORTS = 5_000
MOST_TASKS = 20_000


BESIDE = 50
"""Reports of which a file is made in a thread; of more in a process, which takes half a second to start."""
_NAMES = {Format.XLSX: "bao-cao", Format.CSV: "nhiem-vu", Format.JSON: "bao-cao", Format.ICS: "lich"}


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
    made = await (_of_all(asked.format, context) if asked.all else _of_one(asked, asked.format, context))
    note = (context.session, request.sender.identity, "export", made.what, context.now)
    await records.note(*note, file=made.file.name)
    return Reply(join([made.title, *made.told, show.as_of(context)]), files=(made.file,))


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


@dataclass(frozen=True, slots=True)
class _Written:
    """A file that goes out, of what it is, and what is told of it."""

    what: str
    title: RichText
    told: tuple[str, ...]
    file: Attachment


async def _of_one(asked: Asked, form: Format, context: Context) -> _Written:
    texts = context.texts
    [stored] = local([await report_asked_for(context, asked.number, "export")], context.now)
    what, name = f"report {stored.id}", texts("report.name", number=stored.id)
    title = bold(f"{name} · {show.title_of(stored.report.title, texts, show.TITLE_REPEATED)}")
    if form is Format.DOCX:
        kind = asked.kind or (Kind.NOTICE if stored.report.tasks else Kind.REPORT)
        data = await asyncio.to_thread(as_docx.write, stored, kind, context.document_style, context.now)
        file = "thong-bao" if kind is Kind.NOTICE else "bao-cao"
        return _Written(what, title, (texts("export.draft"),), Attachment(f"{file}-{stored.id}.docx", data))
    made = await _beside([stored], form, context)
    return _Written(what, title, _told(made.counts, form, texts), _named(form, made.data, f"-{stored.id}"))


async def _of_all(form: Format, context: Context) -> _Written:
    few = await _count(context) <= BESIDE
    made = await (_few(form, context) if few else _many(form, context))
    title = bold(show.capitalised(context.texts("export.all", count=show.grouped(made.counts.reports))))
    return _Written("all reports", title, _told(made.counts, form, context.texts), _named(form, made.data))


async def _few(form: Format, context: Context) -> Made:
    return await _beside(local(await reports.load_all(context.session), context.now), form, context)


async def _beside(loaded: list[StoredReport], form: Format, context: Context) -> Made:
    """Make a file in a thread of this process."""
    session, book = context.session, await _book(form, context)
    before = await calendars.given(session, loaded[0].id, loaded[-1].id) if book else []
    made = await asyncio.to_thread(make, form, loaded, context.now, context.texts, book, before)
    return await _remembered(made, book, context)


async def _many(form: Format, context: Context) -> Made:
    """Make a file in a process. Raises Mistake where that failed."""
    texts, book, zone = context.texts, await _book(form, context), context.now.tzinfo
    path = await records.path_of(context.session)
    name = zone.key if isinstance(zone, ZoneInfo) else ""
    order = process.Order(path, form, texts.language, texts.instead, context.now.isoformat(), name, book)
    made = await process.made(order)
    if made is None:
        raise Mistake("export.failed")
    return await _remembered(made, book, context)


async def _book(form: Format, context: Context) -> str:
    """Give the name of this book in calendars, "" for any other file."""
    if form is not Format.ICS:
        return ""
    return await calendars.book_name(context.session) or calendars.new_name()


async def _remembered(made: Made, book: str, context: Context) -> Made:
    """Remember what a calendar says: the next one counts on from it. Raises Mistake where it is empty."""
    if book and not made.given:
        raise Mistake("export.no_days")
    if book:
        await calendars.give(context.session, book, made.given)
    return made


def _told(counts: Counts, form: Format, texts: Texts) -> tuple[str, ...]:
    numbers = {name: show.grouped(number) for name, number in asdict(counts).items()}
    if form is Format.XLSX:
        return (texts("export.contents", **numbers),)
    if form is Format.CSV:
        return (texts("export.tasks", count=numbers["tasks"]),)
    if form is Format.JSON:
        return (show.capitalised(texts("export.json")),)
    cancelled = texts("export.cancelled", count=numbers["cancelled"]) if counts.cancelled else ""
    return (texts("export.events", count=numbers["events"]), cancelled)


def _named(form: Format, data: bytes, number: str = "") -> Attachment:
    return Attachment(f"{_NAMES[form]}{number}.{form}", data)
