"""Show the sentence that an item comes from, in its place."""

from __future__ import annotations

from handlers import show
from handlers.chat import Choice, Reply, Request
from handlers.codes import Code, parse_code, span_of
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.find import report_asked_for
from handlers.richtext import RichText, Style, Styled, bold, italic, join
from reports import sentence_at
from reports.model import Span
from storage.values import UNPLACED

AROUND = 200
"""How many characters of the sentences before and behind are shown."""


async def show_source(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/source CODE`: the whole sentence, the item in it marked, what stands around it."""
    code = parse_code(arguments)
    if code is None:
        raise Mistake("error.code", given=arguments.strip()[:40])
    stored = await report_asked_for(context, str(code.report), "source")
    span = span_of(stored.report, code)
    if span is None:
        raise Mistake("error.no_item", number=code.report, code=code)
    texts = context.texts
    head = show.short_heading(stored.id, stored.report, texts("source.title", code=code), texts)
    if span.start == UNPLACED:
        return Reply(join([head, bold(show.quoted(span)), italic(texts("source.staff"))], "\n\n"))
    place = texts(
        "source.place",
        start=show.grouped(span.start),
        end=show.grouped(span.end),
        length=show.grouped(len(stored.report.source)),
    )
    text = join([head, in_place(stored.report.source, span), italic(place)], "\n\n")
    return Reply(text, ((_open(code, context),),))


def _open(code: Code, context: Context) -> Choice:
    return Choice(context.texts("button.open", number=code.report), f"report {code.report}")


def in_place(source: str, span: Span) -> RichText:
    """Write the sentence with the item marked, between the ends of its neighbours."""
    sentence = sentence_at(source, span.start, span.end)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    text = source[start:end]
    marked = RichText(text, (Styled(span.start - start, span.end - start, Style.MARK),))
    return RichText(_tail(source[:start])) + marked + _head(source[end:])


def _tail(before: str) -> str:
    """Take the end of what stands before, from a word's edge."""
    last_line = before.rstrip()[-AROUND * 2 :]
    kept = last_line[-AROUND:]
    if len(kept) < len(before.rstrip()):
        kept = "…" + kept.split(" ", 1)[-1]
    space = before[len(before.rstrip()) :]
    return kept + (space or " ") if kept else ""


def _head(behind: str) -> str:
    """Take the start of what stands behind, to a word's edge."""
    kept = behind.rstrip()[:AROUND]
    if len(kept) < len(behind.rstrip()):
        kept = kept.rsplit(" ", 1)[0] + "…"
    return kept
