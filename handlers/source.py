"""Show the sentence that an item comes from, in its place."""

from __future__ import annotations

import re

from handlers import pages, show
from handlers.chat import Reply, Request
from handlers.codes import parse_code, span_of
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.excerpts import around
from handlers.find import report_asked_for
from handlers.pages import open_choice, text_choice
from handlers.richtext import RichText, Style, Styled, bold, cut, italic, join, shorten
from handlers.texts import Texts
from reports import sentence_at
from reports.edits import is_typed
from reports.model import Span
from storage.reports import StoredReport

AROUND = 150
"""How many characters of the sentences before and behind are shown."""
SENTENCE_SHOWN = 1200
"""A longer sentence is shown so far around the item."""
HEADER_SHOWN = 240
TEXT_EACH = 2800
"""Characters of a page of a report's own words."""

_LIST_MARK = re.compile(r"(?:^|\n)[ \t]*([-+*•–]|\(?\w{1,4}[.)/])[ \t]*\Z")
"""What stands before a list's item on its line: "- ", "1. ", "a) "."""


async def show_source(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/source CODE`: the whole sentence, the item in it marked, what stands around it."""
    if not arguments.strip():
        raise Mistake("error.no_code")
    code = parse_code(arguments)
    if code is None:
        raise Mistake("error.code", given=arguments.strip()[:40])
    stored = await report_asked_for(context, str(code.report), "source")
    if code.ordinal is None:
        return _header(stored, context)
    span = span_of(stored.report, code)
    if span is None:
        raise Mistake("error.no_item", number=code.report, code=code)
    texts = context.texts
    head = show.short_heading(stored.id, stored.report, texts("source.title", code=code), texts)
    if span.start < 0:
        whose = "source.staff" if is_typed(span) else "source.earlier"
        return Reply(join([head, bold(span.text), italic(texts(whose))], "\n\n"))
    place = texts(
        "source.place",
        start=show.grouped(span.start),
        end=show.grouped(span.end),
        length=show.grouped(len(stored.report.source)),
    )
    text = join([head, in_place(stored.report.source, span), italic(place)], "\n\n")
    return Reply(text, ((text_choice(stored.id, texts), open_choice(stored.id, texts)),))


def _header(stored: StoredReport, context: Context) -> Reply:
    """Show what stands in a report's head, each in the sentence that it was read in."""
    texts, report = context.texts, stored.report
    fields = {
        "title": report.title,
        "number": report.number,
        "organisation": report.organisation,
        "held_on": report.held_on and report.held_on.written,
        "published": report.published.written if report.published and not report.held_on else None,
        "place": report.place,
        "period": report.period and report.period.written,
    }
    lines: list[RichText | str] = [
        bold(f"{show.capitalised(texts(f'field.{name}'))}: ") + _in_sentence(report.source, span, texts)
        for name, span in fields.items()
        if span
    ]
    name = texts("source.title", code=texts("report.name", number=stored.id).lower())
    if stored.address:
        lines.append(texts("source.address", address=show.address(stored.address)))
    text = join([bold(name), *(lines or [texts("source.no_header")])], "\n\n")
    return Reply(text, ((text_choice(stored.id, texts), open_choice(stored.id, texts)),))


def _in_sentence(source: str, span: Span, texts: Texts) -> RichText:
    """Write a span's sentence on one line, clipped around the span."""
    if span.start < 0:
        return RichText(show.quoted(span, texts))
    return sentence_of(source, span, HEADER_SHOWN)


async def show_text(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/text [N]`: a report's own words, page by page."""
    words = arguments.split()
    stored = await report_asked_for(context, words[0] if words else "", "text")
    parts = cut(RichText(stored.report.source), TEXT_EACH)
    page = min(pages.page_of(words, 1), len(parts))
    texts = context.texts
    head = show.short_heading(stored.id, stored.report, texts("section.text"), texts)
    number = pages.number(page, len(parts), texts)
    turns = pages.page_choices(f"text {stored.id}", page, len(parts), texts)
    rows = (turns, (open_choice(stored.id, texts),))
    text = join([head, parts[page - 1], italic(number) if number else ""], "\n\n")
    return Reply(text, tuple(row for row in rows if row))


def in_place(source: str, span: Span) -> RichText:
    """Write the sentence with the item marked, between the ends of its neighbours."""
    sentence = sentence_at(source, span.start, span.end)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    if mark := _LIST_MARK.search(source[:start]):
        start = mark.start(1)
    before, behind = source[:start], source[end:]
    return join([italic(_tail(before)), _sentence(source, span, start, end), italic(_head(behind))], "\n\n")


def sentence_of(source: str, span: Span, most: int) -> RichText:
    """Write the sentence that a span stands in on one line, the span marked, clipped around it."""
    sentence = sentence_at(source, span.start, span.end)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    shown = _sentence(source, span, start, end, most)
    return RichText(shown.text.replace("\n", " "), shown.places)


def _sentence(source: str, span: Span, start: int, end: int, most: int = SENTENCE_SHOWN) -> RichText:
    first, last = start, end
    if end - start > most:
        room = max(most - (span.end - span.start), 0) // 2
        first, last = around(source, (span.start, span.end), room, (start, end))
    marked = Styled(span.start - first, span.end - first, Style.MARK)
    text = RichText(source[first:last], (marked,))
    return RichText("…" if first > start else "") + text + ("…" if last < end else "")


def _tail(before: str) -> str:
    """Take the end of what stands before, on one line, from a word's edge."""
    words = " ".join(before[-AROUND * 2 :].split())
    if len(words) <= AROUND and len(before) <= AROUND * 2:
        return words
    return "…" + words[-AROUND:].partition(" ")[2]


def _head(behind: str) -> str:
    """Take the start of what stands behind, on one line, to a word's edge."""
    return shorten(behind[: AROUND * 2], AROUND)
