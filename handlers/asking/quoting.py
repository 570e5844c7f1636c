"""Answer with the sentences of reports, where a question is about something that was read as no item."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from handlers import show
from handlers.asking import showing, words
from handlers.asking.asked import Understood
from handlers.asking.evidence import Evidence
from handlers.asking.expressions import expression
from handlers.asking.naming import heads
from handlers.asking.reading import Intent, Reading
from handlers.asking.understanding import Token
from handlers.asking.widening import firm
from handlers.asking.words import same_word
from handlers.chat import Reply
from handlers.context import Context
from handlers.excerpts import excerpt
from handlers.reports import report_line, view
from handlers.richtext import RichText, bold, join
from reports import sentences_of
from reports.folding import fingerprint, fold
from reports.model import TargetStatus
from storage import items, search
from storage.itemkeys import Kind
from storage.reports import Listed

LOOKED_AT = 8
"""Reports whose sentences are looked through: the newest."""
SHOWN = 3
CLOSE = 4
"""Words between a number and what it counts."""
_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"[^\W_]+(?:[.,/-]\d+)*")
_ORDINAL = re.compile(r"\(\d{1,2}\)")
_ITEM_END = re.compile(r";|\(\d{1,2}\)")
_DAY = re.compile(r"\d{1,2}/\d{1,2}|tháng \d|quý [IV1-4]")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Sought:
    """What a sentence has to hold: words, and most of those `pairs` that stand side by side.

    `near` are pairs with a word that it need not hold, `more` all words that are good to have; one of
    `most` pairs may be parted.
    """

    words: tuple[Token, ...]
    pairs: tuple[tuple[str, str], ...]
    near: tuple[tuple[str, str], ...]
    more: frozenset[str]
    most: int = 2


async def quoted(context: Context, asked: Understood, *, numbers: bool = False) -> Reply | None:
    """Answer with sentences that hold what was asked; None where there are none, or words do not tell.

    With `numbers` only where they tell a number that was asked for.
    """
    reading = asked.readings[0]
    if reading.flags or reading.due or reading.lacking or TargetStatus.BEHIND in reading.statuses:
        return None
    sought = sought_in(asked)
    if sought is None:
        return None
    holding = await _reports(context, reading, sought)
    loaded = await search.with_sources(context.session, holding[:LOOKED_AT])
    found = (await asyncio.to_thread(_found, loaded, sought))[:SHOWN]
    tells = _tells(reading, found, sought)
    if not found or (numbers and not tells):
        return None
    plain = [token.word for token in sought.words]
    return told(context, reading, found, plain, tells=tells)


def sought_in(asked: Understood) -> Sought | None:
    """Tell what to look for; None where no two words of it stand side by side."""
    reading = asked.readings[0]
    named = [
        *(firm(topic, reading.typed) for topic in reading.topic),
        reading.unit,
        reading.body,
        reading.person,
    ]
    wanted = {word for words_of in named for word in words_of.split()}
    tokens = asked.tokens or tuple(Token(word, word) for word in " ".join(filter(None, named)).split())
    sought = tuple(token for token in tokens if token.word in wanted)
    more = frozenset(token.word for token in tokens) - wanted
    told = wanted | (more - words.empty_words())
    beside = [(a.word, b.word) for a, b in pairwise(tokens) if {a.word, b.word} & wanted]
    pairs = tuple(pair for pair in beside if set(pair) <= wanted)
    near = tuple(pair for pair in beside if pair not in pairs and set(pair) <= told)
    most = len(pairs) + 1 if reading.kinds == (Kind.PERSON,) else 2  # "chủ tịch nước" is one position
    return Sought(sought, pairs, near, more, most) if pairs or near else None


async def _reports(context: Context, reading: Reading, sought: Sought) -> list[int]:
    """Find the reports that hold all words, of the time that was asked for."""
    numbers = await search.holding(context.session, [token.word for token in sought.words])
    when = replace(
        Reading(kinds=(Kind.MEETING,)),
        periods=reading.periods,
        held=reading.held,
        held_yearless=reading.held_yearless,
        report=reading.report,
    )
    if not numbers or when == Reading(kinds=(Kind.MEETING,)):
        return numbers
    of_time = await items.find(context.session, expression(when, context.now.date()))
    there = {place.report for place in of_time.places}
    return [number for number in numbers if number in there]


Found = tuple[Listed, str]


def _found(loaded: Sequence[tuple[Listed, str]], sought: Sought) -> list[Found]:
    """Find in each report the sentence that holds most; the report's title and body count for all of them."""
    found = []
    for line, source in loaded:
        head = " ".join(span.text for span in (line.title, line.organisation) if span)
        best = max(
            (
                (held, sentence.text)
                for sentence in sentences_of(source)
                if (held := _holds(sentence.text, head, sought))
            ),
            key=lambda pair: pair[0],
            default=None,
        )
        if best:
            found.append((line, best[1]))
    return found


def _holds(sentence: str, head: str, sought: Sought) -> int:
    """Count the words that a sentence holds of what is good to have, and one; 0 where it lacks others."""
    written, titled = _written(sentence), _written(head)
    in_head = {word for pair in sought.pairs if pair in set(pairwise(map(fold, titled))) for word in pair}
    if not all(
        _has(written, token) or (token.word in in_head and _has(titled, token)) for token in sought.words
    ):
        return 0
    side_by_side = set(pairwise(map(fold, written)))
    own = [pair for pair in sought.pairs if not set(pair) <= in_head]
    held = sum(pair in side_by_side for pair in own)
    near = any(pair in side_by_side for pair in sought.near)
    if len(own) - held > len(own) // sought.most or not (held or near):
        return 0
    return 1 + 2 * held + len(sought.more & set(map(fold, written)))


def _written(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def _has(written: Sequence[str], token: Token) -> bool:
    plain = all(word.isascii() for word in written)
    return any(fold(word) == token.word and (plain or same_word(token.typed, word)) for word in written)


def _tells(reading: Reading, found: Sequence[Found], sought: Sought) -> bool:
    """Tell whether sentences answer what was asked: with a number, with who does it, or by when."""
    if reading.intent in {Intent.HOW_MUCH, Intent.COUNT}:
        return _tell_numbers(found, sought)
    if reading.kinds != (Kind.TASK,) or reading.intent not in {Intent.WHO, Intent.WHEN}:
        return False
    return all(_assigns(sentence, reading.intent, sought) for _, sentence in found)


def _assigns(sentence: str, intent: Intent, sought: Sought) -> bool:
    """Tell whether an item of a list in a sentence says what was asked for, and whose it is or by when."""
    return any(
        all(_has(_written(item), token) for token in sought.words)
        and (_begins_with_name(item) if intent is Intent.WHO else bool(_DAY.search(item)))
        for item in _ITEM_END.split(sentence)
    )


def _begins_with_name(item: str) -> bool:
    plain = fingerprint(item).removeprefix("giao ").split()
    return any(" ".join(plain[:size]) in heads() for size in (3, 2, 1))


def _tell_numbers(found: Sequence[Found], sought: Sought) -> bool:
    plain = [token.word for token in sought.words]
    return all(_tells_number(sentence, plain) for _, sentence in found)


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


def quoted_from(context: Context, reading: Reading, evidence: Evidence) -> Reply:
    """Answer with the sentences that hold most of a question."""
    plain = [term.token.word for term in evidence.terms]
    sought = Sought(tuple(term.token for term in evidence.terms), (), (), frozenset())
    tells = _tells(reading, evidence.sentences, sought)
    return told(context, reading, evidence.sentences, plain, tells=tells)


def told(
    context: Context, reading: Reading, found: Sequence[Found], plain: Sequence[str], *, tells: bool
) -> Reply:
    """Answer with sentences, some words of them marked; `tells` where they say what was asked for."""
    texts = context.texts
    key = "ask.quoted" if tells else "ask.quoted_near"
    head = join([bold(texts(key)), showing.understood(reading, (), texts)])
    blocks: list[RichText] = []
    for line, sentence in found:
        marked, _ = excerpt(sentence, [word for word in plain if word in fingerprint(sentence).split()])
        blocks.append(join([report_line(line, texts), marked]))
    choices = tuple(view(line.id, texts) for line, _ in found)
    return Reply(join([head, *blocks, show.as_of(context)], "\n\n"), (choices,))
