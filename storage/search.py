"""Find words in the stored sources, without accents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reports.folding import fingerprint
from storage.db import Session
from storage.reports import IN_THE_BOOK, LISTED, Listed, listed

COUNTED_AT_MOST = 1000
ENOUGH = 20
"""Of so many reports with a phrase, none is looked for that has its words only near each other."""
NEAR = 10
"""Words that may stand between those that are near each other."""
_REPORT_BITS = (1 << 32) - 1


class Closeness(StrEnum):
    """How the words stand in what was found, closest first."""

    PHRASE = "phrase"  # one after another
    NEAR = "near"  # within ten words
    ALL = "all"  # all somewhere in the report


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds the words, with its source, and how close they stand there."""

    line: Listed
    source: str
    closeness: Closeness


@dataclass(frozen=True, slots=True)
class Hits:
    """Reports that hold the words: how many (at most COUNTED_AT_MOST + 1), the closest, and one page."""

    total: int
    closest: Closeness
    page: tuple[Hit, ...]


Ranked = dict[int, Closeness]
"""The numbers of reports in the order in which they are shown."""


async def find(
    session: Session, query: str, *, phrases: Sequence[str] = (), limit: int, offset: int = 0
) -> Hits:
    """Find reports that hold the words, each with its source: the closest first, of those the newest meeting.

    Where `phrases` are given, each of them has to be there word for word.
    """
    words = fingerprint(query).split()
    if phrases:
        parts = [fingerprint(phrase) for phrase in phrases]
        exact = " ".join(f'"{part}"' for part in [*parts, *words] if part)
        total, ranked = await _ranked_alike(session, exact)
    elif len(words) == 1:
        total, ranked = await _ranked_alike(session, f'"{words[0]}"')
    else:
        total, ranked = await _ranked(session, words)
    shown = list(ranked.items())[offset : offset + limit]
    page = await _page(session, shown) if shown else ()
    return Hits(total, next(iter(ranked.values()), Closeness.ALL), page)


async def holding(session: Session, words: Sequence[str], at_most: int = COUNTED_AT_MOST + 1) -> list[int]:
    """Find the newest reports whose sources hold all of some folded words, wherever they stand."""
    return await matching(session, " AND ".join(f'"{word}"' for word in dict.fromkeys(words)), at_most)


async def matching(session: Session, expression: str, at_most: int) -> list[int]:
    """Find the newest reports whose sources an expression of FTS5 matches."""
    return [rowid & _REPORT_BITS for rowid in await _rowids(session, expression, at_most)]


async def with_sources(session: Session, numbers: Sequence[int]) -> tuple[tuple[Listed, str], ...]:
    """Load reports' lines with their sources, in the order given."""
    page = await _page(session, [(number, Closeness.ALL) for number in numbers])
    return tuple((hit.line, hit.source) for hit in page)


async def _ranked_alike(session: Session, expression: str) -> tuple[int, Ranked]:
    numbers = await _numbers(session, expression)
    return len(numbers), dict.fromkeys(numbers, Closeness.PHRASE)


async def _ranked(session: Session, words: Sequence[str]) -> tuple[int, Ranked]:
    """Rank reports by how close several words stand, with all of them somewhere where none is closer.

    What is looked for in vain is looked for in every report that has all the words, which takes time where
    they are common; so one such look has to do. Where the words stand near each other nowhere, or in a few
    reports, they are no phrase in any other.
    """
    if not words:
        return 0, {}
    quoted = " ".join(f'"{word}"' for word in words)
    near = f"NEAR({quoted}, {max(NEAR, len(words))})"
    found = await _rowids(session, near, ENOUGH)
    if not found:
        numbers = await _numbers(session, quoted)
        return len(numbers), dict.fromkeys(numbers, Closeness.ALL)
    phrase = '"' + " ".join(words) + '"'
    if len(found) < ENOUGH:
        ranked = dict.fromkeys(await _numbers_among(session, phrase, found), Closeness.PHRASE)
        nearby = [rowid & _REPORT_BITS for rowid in found]
    else:
        ranked = dict.fromkeys(await _numbers(session, phrase), Closeness.PHRASE)
        nearby = await _numbers(session, near) if len(ranked) < ENOUGH else []
    ranked |= {number: Closeness.NEAR for number in nearby if number not in ranked}
    return len(ranked), ranked


async def _numbers(session: Session, expression: str) -> list[int]:
    """Find the numbers of the newest reports that an expression matches."""
    return [rowid & _REPORT_BITS for rowid in await _rowids(session, expression, COUNTED_AT_MOST + 1)]


async def _rowids(session: Session, expression: str, at_most: int) -> list[int]:
    found = await session.rows(
        "SELECT rowid FROM report_words WHERE report_words MATCH ? ORDER BY rowid DESC LIMIT ?",
        [expression, at_most],
    )
    return [row["rowid"] for row in found]


async def _numbers_among(session: Session, expression: str, rowids: Sequence[int]) -> list[int]:
    """Find which of some reports an expression matches, the newest first."""
    found = await session.rows(
        f"""
        SELECT rowid FROM report_words
        WHERE report_words MATCH ? AND rowid IN ({", ".join("?" * len(rowids))}) ORDER BY rowid DESC
        """,
        [expression, *rowids],
    )
    return [row["rowid"] & _REPORT_BITS for row in found]


async def _page(session: Session, ranked: Sequence[tuple[int, Closeness]]) -> tuple[Hit, ...]:
    """Load what a page shows of its reports."""
    rows = await session.rows(
        f"""
        SELECT {LISTED}, source.text AS source
        FROM report JOIN source ON report_id = id
        WHERE id IN ({", ".join("?" * len(ranked))}) AND {IN_THE_BOOK}
        """,
        [number for number, _ in ranked],
    )
    by_number = {row["id"]: row for row in rows}
    return tuple(
        Hit(listed(by_number[number]), by_number[number]["source"], closeness)
        for number, closeness in ranked
        if number in by_number
    )
