"""The period under review, and the year that a report speaks of."""

from __future__ import annotations

from .cues import Section
from .dates import Reference, main_year
from .model import Period
from .page import Page, titles_a_paper
from .periods import CUMULATIVE, ROUTINE, TITLED, PeriodPhrase, read_period
from .terms import read_term


def read_reviewed_period(page: Page, reference: Reference) -> Period | None:
    """Read the period under review out of the title or the opening."""
    places = [page.frame.title] if page.frame.title else []
    places += _reviewing_parts(page)[:REVIEWING_SENTENCES]
    title = places[:1] if titles_a_paper(page) else []
    for companies, several in (
        (None, title),
        (TITLED, title),
        (None, places),
        (ROUTINE, places[:FIRST_SENTENCES]),
        (CUMULATIVE, places),
    ):
        for start, end in several:
            found = read_period(page.text, start, end, reference, companies)
            if found:
                return _noted(page, found, weak=companies in (ROUTINE, CUMULATIVE))
    term = read_term(page, reference)
    return _noted(page, term[0], weak=term[1]) if term else None


def _noted(page: Page, found: PeriodPhrase, *, weak: bool) -> Period:
    span = page.note("period", found.rule, found.start, found.end, weak=weak)
    return Period(span, found.value)


REVIEWING_SENTENCES = 8
FIRST_SENTENCES = 3  # these tell of the meeting, whatever it asks for in them


def _reviewing_parts(page: Page) -> list[tuple[int, int]]:
    """Bound the first sentences that may say what the meeting looked back on."""
    body = [p for p in page.parts if p.section not in (Section.AROUND, Section.CAPTION, Section.PARTICIPANTS)]
    return [
        (p.label[0] if p.label else p.start, p.end)
        for number, p in enumerate(body)
        if p.section is not Section.TASKS or (number < FIRST_SENTENCES and not p.level)
    ]


def year_of_text(page: Page) -> int | None:
    """Give the year that the report speaks of, where no day is known."""
    text = page.text
    return main_year(text, 0, page.opening[1]) or main_year(text, 0, len(text.low), clearly=True)
