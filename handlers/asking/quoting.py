"""Answer with the sentences of reports, where a question is about something that was read as no item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers import show
from handlers.asking import showing
from handlers.asking.evidence import Evidence
from handlers.asking.naming import heads
from handlers.asking.ranking import Text
from handlers.asking.reading import Intent, Reading
from handlers.asking.understanding import Token
from handlers.chat import Reply
from handlers.context import Context
from handlers.excerpts import excerpt
from handlers.reports import report_line, view
from handlers.richtext import RichText, bold, join
from reports.folding import fingerprint, fold
from storage.itemkeys import Kind

CLOSE = 4
"""Words between a number and what it counts."""
SURE = 0.9
"""How much of a question a sentence has to hold that does not tell what was asked."""
_FIGURE = re.compile(r"[^\W_]+(?:[.,/-]\d+)*")
_ORDINAL = re.compile(r"\(\d{1,2}\)")
_ITEM_END = re.compile(r";|\(\d{1,2}\)")
_DAY = re.compile(r"\d{1,2}/\d{1,2}|tháng \d|quý [IV1-4]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASKING = {Intent.HOW_MUCH, Intent.COUNT, Intent.WHO, Intent.WHEN}


def may_quote(reading: Reading, evidence: Evidence) -> bool:
    """Tell whether sentences say what was asked for, or at least hold nearly all of the question."""
    return reading.intent not in _ASKING or evidence.own >= SURE or tells(reading, evidence)


def tells(reading: Reading, evidence: Evidence) -> bool:
    """Tell whether sentences answer what was asked: with a number, with who does it, or by when."""
    sentences = [sentence for _, sentence in evidence.sentences]
    sought = [term.token for term in evidence.terms]
    if reading.intent in {Intent.HOW_MUCH, Intent.COUNT}:
        return all(_tells_number(sentence, [token.word for token in sought]) for sentence in sentences)
    if reading.kinds != (Kind.TASK,) or reading.intent not in {Intent.WHO, Intent.WHEN}:
        return False
    return all(_assigns(sentence, reading.intent, sought) for sentence in sentences)


def _assigns(sentence: str, intent: Intent, sought: Sequence[Token]) -> bool:
    """Tell whether an item of a list in a sentence says what was asked for, and whose it is or by when."""
    return any(
        all(map(Text(item).has, sought))
        and (_begins_with_name(item) if intent is Intent.WHO else bool(_DAY.search(item)))
        for item in _ITEM_END.split(sentence)
    )


def _begins_with_name(item: str) -> bool:
    plain = fingerprint(item).removeprefix("giao ").split()
    return any(" ".join(plain[:size]) in heads() for size in (3, 2, 1))


def _tells_number(sentence: str, plain: Sequence[str]) -> bool:
    """Tell whether a number stands close to a word that was asked for; a day or a year is none."""
    told = list(_FIGURE.finditer(_ORDINAL.sub(" ", fold(sentence))))
    numbers = [at for at, match in enumerate(told) if _is_count(match[0])]
    return any(
        match[0] in plain and any(abs(at - number) <= CLOSE for number in numbers)
        for at, match in enumerate(told)
    )


def _is_count(word: str) -> bool:
    return word[0].isdigit() and "/" not in word and not _YEAR.fullmatch(word)


def quoted(context: Context, reading: Reading, evidence: Evidence) -> Reply:
    """Answer with the sentences that hold most of a question, its words marked."""
    texts = context.texts
    plain = [term.token.word for term in evidence.terms]
    key = "ask.quoted" if tells(reading, evidence) else "ask.quoted_near"
    head = join([bold(texts(key)), showing.understood(reading, (), texts)])
    blocks: list[RichText] = []
    for line, sentence in evidence.sentences:
        marked, _ = excerpt(sentence, [word for word in plain if word in fingerprint(sentence).split()])
        blocks.append(join([report_line(line, texts), marked]))
    numbers = dict.fromkeys(line.id for line, _ in evidence.sentences)
    choices = tuple(view(number, texts) for number in numbers)
    return Reply(join([head, *blocks, show.as_of(context)], "\n\n"), (choices,))
