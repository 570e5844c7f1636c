"""Look for the reports in which most words of a question stand, and take them apart."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from handlers.asking.asked import Understood
from handlers.asking.expressions import expression
from handlers.asking.finding import at_newest
from handlers.asking.ranking import Ranked, Term, has_all, lacking, ranked, scale, weighed
from handlers.asking.reading import Reading
from handlers.asking.sought import term_of_day, terms_of
from handlers.asking.text import Document, document
from handlers.context import Context
from reports.folding import fingerprint
from storage import items, search
from storage.db import Session
from storage.itemkeys import Kind
from storage.reports import Listed

LETTERHEAD = 400
"""Letters above a title that may name the body."""
_NO_NAME = re.compile(
    r"cong hoa xa hoi|doc lap|dang cong san|so \d|(?:bien ban|thong bao|bao cao|nghi quyet|ket luan)\b"
)
MOST = 10
"""Reports that are looked through."""
KEPT = 8
"""So many looks are kept: one question is asked of the same reports several times."""


@dataclass(frozen=True)
class Looked:
    """Reports that were looked through, taken apart, and the words that are sought in them, weighed."""

    lines: tuple[Listed, ...]
    documents: tuple[Document, ...]
    terms: tuple[Term, ...]

    def number(self, at: int) -> int:
        """Give the number of one of the reports."""
        return self.lines[at].id

    def ranked(self, *, lacks: bool = False) -> list[Ranked]:
        """Rank all sentences, the best first; `lacks` also those of reports that lack words."""
        return [one for one in self._ranked if lacks or self._complete[one.at]]

    def lacking(self, at: int) -> Sequence[Term]:
        """Give the words that one of the reports has nowhere."""
        return self._lacking[at]

    @cached_property
    def scales(self) -> Sequence[Sequence[float]]:
        """Tell of each report what each word counts there."""
        return [scale(document, self.terms) for document in self.documents]

    @cached_property
    def _ranked(self) -> list[Ranked]:
        return ranked(self.documents, self.terms, lacks=True)

    @cached_property
    def _complete(self) -> list[bool]:
        return [has_all(document, self.terms) for document in self.documents]

    @cached_property
    def _lacking(self) -> list[list[Term]]:
        return [lacking(document, self.terms) for document in self.documents]

    def adds(self, one: Ranked) -> bool:
        """Tell whether a sentence says more than the question does: the name of somebody tells nothing."""
        asked = {term.token.word for term in self.terms}
        return not asked.issuperset(fingerprint(one.sentence.text).split())

    def is_title(self, at: int, sentence: str) -> bool:
        """Tell whether a sentence is the title of its report, or the name of its body."""
        line = self.lines[at]
        return any(span and sentence in span.text for span in (line.title, line.organisation))


async def look(context: Context, asked: Understood) -> Looked | None:
    """Look for the reports that hold most words of a question; None where no word of it names anything."""
    terms = terms_of(asked)
    numbers, of_day = await _numbers(context, asked.readings[0], terms) if terms else ([], True)
    day = asked.readings[0].held_yearless
    if day and not of_day:
        terms.append(term_of_day(day, context.now.year))
    if not numbers:
        return None
    loaded = await search.with_sources(context.session, numbers)
    superior = asked.readings[0].kinds != (Kind.PERSON,)
    return await asyncio.to_thread(_taken_apart, loaded, tuple(terms), superior=superior)


async def _numbers(context: Context, reading: Reading, terms: Sequence[Term]) -> tuple[list[int], bool]:
    """Find the reports to look through: those that are asked for, else those that hold most words.

    Tell as well whether a day that was asked for is that of a meeting.
    """
    settled = await at_newest(context, reading)
    which = Reading(
        kinds=(Kind.MEETING,),
        report=settled.report,
        reports=settled.reports,
        held=settled.held,
        held_yearless=settled.held_yearless,
    )
    if which == Reading(kinds=(Kind.MEETING,)):
        return await _holding_most(context.session, terms), True
    found = await items.find(context.session, expression(which, context.now.date()))
    if not found.total and settled.held_yearless and not (settled.held or settled.reports):
        return await _holding_most(context.session, terms), False  # "lễ 20/11" is of no meeting of that day
    asked = [place.report for place in found.places]
    if len(asked) <= MOST:
        return asked, True
    there = set(await search.holding(context.session, [t.token.word for t in terms if not t.little]))
    return [number for number in asked if number in there][:MOST], True


@lru_cache(KEPT)
def _taken_apart(
    loaded: tuple[tuple[Listed, str], ...], terms: tuple[Term, ...], *, superior: bool
) -> Looked:
    documents = tuple(document(_head(line, source, superior=superior), source) for line, source in loaded)
    return Looked(tuple(line for line, _ in loaded), documents, tuple(weighed(documents, terms)))


def _head(line: Listed, source: str, *, superior: bool) -> str:
    """Give what names a report: its title, its body, and who issued it, in capitals above the title.

    The first of several lines there names who is above them: of whose people nothing is told.
    """
    names = [span.text for span in (line.title, line.organisation) if span]
    above = source[: min(max(line.title.start, 0), LETTERHEAD)] if line.title else ""
    issuers = [one for one in above.splitlines() if one.isupper() and _names(one)]
    return " . ".join([*names, *(issuers if superior else issuers[1:] or issuers)])


def _names(line: str) -> bool:
    """Tell the name of a body from the motto, and from the kind of paper."""
    return len(line.split()) > 1 and not _NO_NAME.match(fingerprint(line))


async def _holding_most(session: Session, terms: Sequence[Term]) -> list[int]:
    """Find reports that hold all words, then those that lack one, then those with any two side by side."""
    words = list(dict.fromkeys(term.token.word for term in terms if term.token.word.isalnum()))
    found = dict.fromkeys(await search.holding(session, words, MOST) if words else [])
    if len(found) < MOST:
        known = words if found else await search.known(session, words)
        for some in [known, *([word for word in known if word != left] for left in known)]:
            if some and len(found) < MOST:
                found |= dict.fromkeys(await search.holding(session, some, MOST))
    pairs = [f'"{a.token.word} {b.token.word}"' for a, b in pairwise(terms) if a.joined]
    if pairs and len(found) < MOST:
        found |= dict.fromkeys(await search.matching(session, " OR ".join(pairs), MOST))
    return list(found)[:MOST]
