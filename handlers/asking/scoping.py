"""Take the words of a question that name a meeting or its body for whose items are asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.asking import words
from handlers.asking.looking import Looked
from handlers.asking.ranking import ALIKE, Term, in_head, levels
from handlers.asking.reading import Intent, Reading
from handlers.asking.text import Document, is_heading
from reports.folding import fold
from storage.itemkeys import Kind


def scoped(reading: Reading, looked: Looked, *, names_kind: bool) -> Iterator[Reading]:
    """Yield readings that ask those reports alone whose heads have most of the words."""
    if reading.reports or reading.report is not None or _asks_position(reading):
        return
    asks = (
        names_kind
        or reading.intent is Intent.WHY
        or reading.role
        or reading.statuses
        or reading.flags
        or reading.due
    )
    for named, numbers in _by_words_named(looked):
        topics = _phrases(looked.terms, named)
        why = reading.intent is Intent.WHY
        firm = [_firm(topic, why=why) for topic in topics]
        for some in dict.fromkeys((tuple(topics), tuple(filter(None, firm)))):
            if (some or asks) and not any(map(_is_bare, some)):
                about = tuple(looked.terms[at].token.word for at in sorted(named))
                timed = replace(reading, about=about)
                yield _of(timed, some, numbers)
                if reading.periods and _title_has_years(reading, looked, numbers):
                    yield _of(replace(timed, periods=()), some, numbers)
    yield from _of_meeting(reading, looked)


def _title_has_years(reading: Reading, looked: Looked, numbers: Sequence[int]) -> bool:
    """Tell whether years that are asked for stand in the titles of reports: of a review in January."""
    heads = [looked.documents[at].head for at, line in enumerate(looked.lines) if line.id in numbers]
    return all(
        not period.part and str(period.year) in head.words for period in reading.periods for head in heads
    )


def _of_meeting(reading: Reading, looked: Looked) -> Iterator[Reading]:
    """Ask the one report that has all words, some of them in its head, who was there, when or where.

    They may all stand in its headings instead: of what was on the agenda.
    """
    of_meeting = reading.kinds == (Kind.MEETING,) and reading.intent in {Intent.WHEN, Intent.WHERE}
    if not (reading.role or of_meeting):
        return
    numbers = [
        looked.number(at)
        for at, document in enumerate(looked.documents)
        if _are_headings(document, looked.terms)
        or (
            _names(document, looked.terms, numbers=of_meeting)
            and not looked.lacking(at)
            and not (of_meeting and _is_of_another_time(document, looked.terms))
        )
    ]
    if len(numbers) == 1:
        about = tuple(term.token.word for term in looked.terms)
        yield _of(replace(reading, about=about), (), (numbers[0],))


def _are_headings(document: Document, terms: Sequence[Term]) -> bool:
    """Tell whether all words that say something stand in headings of a report, at least two together."""
    held = [levels(text, terms) for span, text, _ in document.sentences if is_heading(span.text, text)]
    best = [max(some) for some in zip(*held, strict=True)] or [0.0] * len(terms)
    firm = [level for level, term in zip(best, terms, strict=True) if not term.little]
    return len(firm) > 1 and min(firm) == 1


def _names(document: Document, terms: Sequence[Term], *, numbers: bool) -> bool:
    """Tell whether words name a report; `numbers` that those of "kỳ họp thứ 5" have to, too."""
    named = in_head(document, terms)
    unnumbered = any(
        term.token.word.isdecimal() and level < ALIKE
        for term, level in zip(terms, levels(document.head, terms), strict=True)
    )
    return any(named) and not (numbers and unnumbered)


def _is_of_another_time(document: Document, terms: Sequence[Term]) -> bool:
    """Tell whether a report does not have the number of a session that is asked for: "kỳ họp thứ Hai"."""
    numbered = [
        (a.token, b.token)
        for a, b in pairwise(terms)
        if a.token.word == "thu" and b.follows and b.token.word in words.ORDINALS
    ]
    return any(not document.whole.beside(thu, number, 1) for thu, number in numbered)


def _asks_position(reading: Reading) -> bool:
    """Tell whether somebody is asked for by a position, of which titles may have parts, too."""
    return reading.kinds == (Kind.PERSON,) and reading.intent is not Intent.SAID and not reading.role


def _firm(topic: Sequence[Term], *, why: bool) -> Sequence[Term]:
    """Leave out a topic all of whose words say little, or, where it is asked `why`, only how far it is."""
    return () if all(term.little or (why and term.done) for term in topic) else topic


def _is_bare(topic: Sequence[Term]) -> bool:
    """Tell whether a topic is a single syllable, which may stand in any item: "nước" of "chủ tịch nước"."""
    return len(topic) == 1 and topic[0].is_bare


def _by_words_named(looked: Looked) -> list[tuple[frozenset[int], tuple[int, ...]]]:
    """Group reports by the words that name them, those with the most words first."""
    groups: defaultdict[frozenset[int], list[int]] = defaultdict(list)
    for at, document in enumerate(looked.documents):
        named = frozenset(n for n, is_named in enumerate(in_head(document, looked.terms)) if is_named)
        if named:
            groups[named].append(looked.number(at))
    ordered = sorted(groups, key=lambda named: -sum(looked.terms[n].weight for n in named))
    return [(named, tuple(groups[named])) for named in ordered]


def _phrases(terms: Sequence[Term], without: frozenset[int]) -> list[tuple[Term, ...]]:
    """Put the words that are left together again, as they stand side by side."""
    phrases: list[list[Term]] = []
    goes_on = False
    for at, term in enumerate(terms):
        if at in without:
            goes_on = False
            continue
        if goes_on:
            phrases[-1].append(term)
        else:
            phrases.append([term])
        goes_on = term.joined
    return [tuple(phrase) for phrase in phrases]


def _of(reading: Reading, asked: Sequence[Sequence[Term]], numbers: tuple[int, ...]) -> Reading:
    topics = tuple(" ".join(term.token.word for term in topic) for topic in asked)
    typed = tuple(some for some in reading.typed if fold(some) in topics)
    return replace(reading, topic=topics, typed=typed, unit="", body="", reports=numbers, anywhere=True)
