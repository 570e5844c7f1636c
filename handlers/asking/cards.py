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
from reports.model import Person, Report, Span, Target
from storage import reports, search
from storage.itemkeys import Place
from storage.items import Count

EACH = 3
SENTENCE_SHOWN = 420
"""Of a sentence where several items are opened at once."""
MORE = 40
"""Letters of a sentence beside a target's name and figures that are worth being read."""
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


async def sentences(context: Context, shown: Sequence[Shown]) -> dict[Place, RichText]:
    """Write the sentences of targets and people where they say more: figures beside theirs, of which unit."""
    told: dict[Place, RichText] = {}
    numbers = list(
        dict.fromkeys(meeting.id for meeting, _, item in shown if isinstance(item, Target | Person))
    )
    loaded = await search.with_sources(context.session, numbers) if numbers else ()
    sources = {line.id: source for line, source in loaded}
    for meeting, place, item in shown:
        if not isinstance(item, Target | Person) or item.name.start < 0 or meeting.id not in sources:
            continue
        sentence = RichText("→ ") + sentence_of(sources[meeting.id], item.name, SENTENCE_SHOWN)
        least = MORE + len(item.name.text) + sum(map(len, _beside_name(item)))
        if sentence.text not in {other.text for other in told.values()} and len(sentence.text) > least:
            told[place] = sentence
    return told


def _beside_name(item: Target | Person) -> list[str]:
    """Give what is shown of an item beside its name."""
    if isinstance(item, Person):
        return [item.position.text] if item.position else []
    figures = (item.actual, item.plan_ratio, item.change, item.goal)
    return [figure.written.text for figure in figures if figure]


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
