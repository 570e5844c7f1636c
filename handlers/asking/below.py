"""Tell why something is late, what it lacks or how far it is, from the lines below its heading."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from operator import mul

from handlers.asking.asked import Understood
from handlers.asking.evidence import Answer, Evidence
from handlers.asking.looking import Looked, look
from handlers.asking.ranking import ALIKE, Term, levels, scale
from handlers.asking.reading import Intent, Reading
from handlers.asking.text import Document, Text, is_heading
from handlers.asking.timing import of_times, times
from handlers.context import Context
from reports.folding import fingerprint, fold
from reports.model import Span
from storage.itemkeys import Kind
from storage.items import Found

MOST = 2
"""Things that are told of."""
LINES = 2
"""Lines below one."""
NAMED = 0.6
"""How much of a question a heading has to hold itself, beside the lines below it."""
_CAUSE = re.compile(r"\W*(?:nguyên nhân|lý do|do|vì)\b|.*\b(?:do|vì|bởi) ", re.IGNORECASE)
_LACK = re.compile(r"\W*(?:tồn tại|vướng mắc|khó khăn|hạn chế|bất cập|hư hỏng|lỗi)\b", re.IGNORECASE)
_PROGRESS = re.compile(
    r"\d ?%|\bkhối lượng\b|\bnghiệm thu\b|\bhoàn thành\b|\b(?:đã|mới|đang|chưa) \w", re.IGNORECASE
)
_ASKS_PROGRESS = re.compile(r"\b(?:den|toi) dau\b|\btien do\b|\b(?:ra|the|nhu the|sao) (?:sao|nao|roi)\b")


async def below_heading(context: Context, asked: Understood) -> Answer | None:
    """Find the lines; None where neither a cause, nor a lack, nor how far it is was asked for."""
    reading = asked.readings[0]
    sought = _sought(asked)
    if sought is None or reading.flags or reading.due:
        return None
    looked = await look(context, asked)
    if looked is None:
        return None
    when = await times(context, reading, [line.id for line in looked.lines])
    found = [
        (at, text)
        for at, heading, text in await asyncio.to_thread(lambda: list(_told(looked, sought)))
        if of_times(when, looked.number(at), fingerprint(text), heading, compared=False)
    ]
    if not found:
        return None
    told = tuple((looked.lines[at], text) for at, text in found[:MOST])
    return Answer(reading, Found(0, ()), Evidence(told, (), looked.terms, 1.0, tells=True))


def asks_progress(asked: Understood) -> bool:
    """Tell whether it is asked how far something is: "làm đến đâu rồi"."""
    return asked.readings[0].intent is Intent.HOW and bool(_ASKS_PROGRESS.search(fold(asked.words)))


def tells_progress(text: str) -> bool:
    """Tell whether a text tells how far something is."""
    return bool(_PROGRESS.search(text))


def _sought(asked: Understood) -> re.Pattern[str] | None:
    """Give what a line has to say."""
    reading = asked.readings[0]
    if reading.intent is Intent.WHY:
        return _CAUSE
    if _asks_lack(reading):
        return _LACK
    return _PROGRESS if asks_progress(asked) else None


def _asks_lack(reading: Reading) -> bool:
    return reading.kinds == (Kind.LIMITATION,) and reading.intent is Intent.LIST and bool(reading.topic)


def _told(looked: Looked, sought: re.Pattern[str]) -> Iterator[tuple[int, str, str]]:
    """Yield where something is told, the heading above it, and the lines with what they are of."""
    terms = looked.terms
    for at, document in enumerate(looked.documents):
        firm = [
            bool(share) and not (term.little or term.done)
            for share, term in zip(scale(document, terms), terms, strict=True)
        ]
        for sentence, text, heading in document.sentences if any(firm) else ():
            if not any(text.has(term.token) for term, is_firm in zip(terms, firm, strict=True) if is_firm):
                continue
            lines = _of(document, sentence, text)
            said = [
                line for line in lines if sought.match(line) or (sought is _PROGRESS and sought.search(line))
            ]
            if said and _names(text, lines, terms, firm):
                yield at, heading, f"{sentence.text.rstrip(' :')}: {' '.join(said[:LINES])}"


def _of(document: Document, sentence: Span, text: Text) -> Sequence[str]:
    """Give the cells behind one in its row, else the lines below a heading."""
    spans = [span for span, _, _ in document.sentences if span.start > sentence.start]
    row = [span.text for span in spans if "\n" not in document.source[sentence.end : span.start]]
    between = document.source[sentence.end : spans[0].start] if spans else ""
    if row:
        return row if {"\t", "|"} & set(between) else ()
    return document.below(sentence) if is_heading(sentence.text, text) else ()


def _names(text: Text, lines: Sequence[str], terms: Sequence[Term], firm: Sequence[bool]) -> bool:
    """Tell whether a heading names most of what is asked about, and the lines below it the rest."""
    here = levels(text, terms)
    below = [max(some) for some in zip(*(levels(Text(line), terms) for line in lines), strict=True)]
    weights = [term.weight * is_firm for term, is_firm in zip(terms, firm, strict=True)]
    whole = all(max(a, b) >= ALIKE for a, b, is_firm in zip(here, below, firm, strict=True) if is_firm)
    return whole and sum(map(mul, weights, here)) >= NAMED * sum(weights)
