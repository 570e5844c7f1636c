"""Answer with the sentences of reports, where a question is about something that was read as no item."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from handlers import show
from handlers.asking import showing
from handlers.asking.asked import Understood
from handlers.asking.beside import Way, beside
from handlers.asking.evidence import Evidence
from handlers.asking.reading import Intent, Reading
from handlers.asking.showing import WHOLE_SHOWN
from handlers.asking.telling import ASKING, names_day, names_whom, tells_any_number, tells_weakness
from handlers.chat import Reply
from handlers.context import Context
from handlers.excerpts import marked
from handlers.reports import report_line, view
from handlers.richtext import RichText, bold, join
from reports.folding import fingerprint, fold
from storage.itemkeys import Kind

SHOWN = 400
"""Letters of a sentence beside others."""
SURE = 0.9
"""How much of a question a sentence has to hold that does not tell what was asked."""
_MEETING = re.compile(r"\b(?:hop|hoi nghi|phien|buoi|giao ban|cuoc|dai hoi|meeting|conference)\b")


def may_quote(asked: Understood, evidence: Evidence) -> bool:
    """Tell whether sentences say what was asked for, or at least hold nearly all of the question."""
    reading = asked.readings[0]
    said = [sentence for _, sentence in evidence.sentences]
    listed = asked.names_kind and reading.intent is Intent.LIST
    if listed and all(term.name for term in evidence.terms):
        return False
    if asked.names_kind and reading.intent is Intent.COUNT and reading.kinds == (Kind.TASK,):
        return False  # a sentence counts no tasks
    if not all(any(map(told, said)) for told in _wanted(reading, fold(asked.words))):
        return False
    return reading.intent not in ASKING or evidence.own >= SURE or evidence.tells


def _wanted(reading: Reading, question: str) -> Iterator[Callable[[str], bool]]:
    """Yield what has to be told: a number, a day, somebody, a weakness."""
    if reading.intent in {Intent.HOW_MUCH, Intent.COUNT}:
        yield tells_any_number
    if reading.intent is Intent.WHEN:
        yield names_day
    of_meeting = reading.role and _MEETING.search(question)  # a body may lead what is done
    if reading.kinds == (Kind.PERSON,) and (of_meeting or reading.intent is Intent.WHO):
        yield partial(names_whom, question)
    if reading.kinds == (Kind.LIMITATION,):
        yield tells_weakness


async def quoted(context: Context, asked: Understood, reading: Reading, evidence: Evidence) -> Reply:
    """Answer with the sentences that hold most of a question, its words marked."""
    texts = context.texts
    plain = [term.token.word for term in evidence.terms]
    key = "ask.quoted" if evidence.tells else "ask.quoted_near"
    head = join([bold(texts(key)), showing.understood(reading, (), texts)])
    most = WHOLE_SHOWN if len(evidence.sentences) == 1 else SHOWN
    by_report: dict[int, list[RichText | str]] = {}
    for line, sentence in evidence.sentences:
        there = [word for word in plain if word in fingerprint(sentence).split()]
        by_report.setdefault(line.id, [report_line(line, texts)]).append(marked(sentence, there, most))
    blocks = [join(parts) for parts in by_report.values()]
    choices = tuple(view(number, texts) for number in by_report)
    told = [RichText(sentence) for _, sentence in evidence.sentences]
    more = await beside(context, asked, told, Way.QUOTED) if plain else []
    return Reply(join([head, *blocks, *more, show.as_of(context)], "\n\n"), (choices,))
