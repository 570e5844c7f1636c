"""Show how a report was read: each sentence, and below it the rules that read something in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from .layout import sentences
from .model import Reading, Report
from .text import clean

UNREAD = "·"  # before a sentence that no rule has touched
READ = "|"


def explain(report: Report) -> Iterator[str]:
    """Yield the lines of an explanation (giải thích): sentence by sentence, with field, rule and words."""
    text = clean(report.source)
    readings = sorted(report.readings, key=lambda reading: reading.span.start)
    first = 0
    for sentence in sentences(text):
        span = text.span(sentence.start, sentence.end)
        last = bisect_left(readings, span.end, lo=first, key=lambda reading: reading.span.start)
        inside, first = readings[first:last], last
        yield f"{READ if inside else UNREAD} {' '.join(span.text.split())}"
        yield from map(_told, inside)


def _told(reading: Reading) -> str:
    doubt = " (cần xem lại)" if reading.weak else ""
    return f"    {reading.field} ← {reading.rule}{doubt}: {' '.join(reading.span.text.split())}"
