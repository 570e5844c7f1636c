"""Open items: each with its line, the sentence of the report that it stands in, and where that is."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.asking import showing
from handlers.asking.reading import Intent, Reading
from handlers.asking.showing import Shown
from handlers.codes import Code, span_of
from handlers.context import Context
from handlers.richtext import RichText, join
from handlers.source import in_place, sentence_of
from reports.edits import is_typed
from reports.model import Report, Span
from storage import reports
from storage.items import Count

EACH = 3
SENTENCE_SHOWN = 420
"""Of a sentence where several items are opened at once."""
_ALL = Reading(intent=Intent.SAID)
"""Nothing is left out: marks of kinds, and what people said."""


async def opened(context: Context, shown: Sequence[Shown]) -> list[RichText]:
    """Write each item whole."""
    told: list[RichText] = []
    loaded: dict[int, Report] = {}
    for entry in shown:
        number = entry[0].id
        if number not in loaded and (stored := await reports.load(context.session, number)):
            loaded[number] = stored.report
        if number in loaded:
            told.append(_card(context, entry, loaded[number], alone=len(shown) == 1))
    return told


def _card(context: Context, entry: Shown, report: Report, *, alone: bool) -> RichText:
    meeting, place, item = entry
    block = join(showing.blocks([entry], _ALL, context))
    if isinstance(item, Count):
        span: Span | None = report.counts[place.ordinal - 1].phrase
    elif item is None:
        return block
    else:
        span = span_of(report, Code(meeting.id, showing.LETTERS[place.kind], place.ordinal))
    if span is None:
        return block
    if alone and span.start >= 0:
        return join([block, in_place(report.source, span)], "\n\n")
    return join([block, _in_report(context, report, span)])


def _in_report(context: Context, report: Report, span: Span) -> RichText:
    """Write the sentence that an item stands in."""
    if span.start < 0:
        return RichText(context.texts("source.staff" if is_typed(span) else "source.earlier"))
    return RichText("→ ") + sentence_of(report.source, span, SENTENCE_SHOWN)
