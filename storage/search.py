"""Find words in the stored sources, without accents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reports.folding import fingerprint
from storage.db import Session
from storage.reports import IN_THE_BOOK, LISTED, Listed, listed

COUNTED_AT_MOST = 1000
NEAR = 10
"""Words that may stand between those that are near each other."""
_REPORT_BITS = (1 << 32) - 1


class Closeness(StrEnum):
    """How the words stand in what was found, closest first."""

    PHRASE = "phrase"  # one after another
    NEAR = "near"  # within ten words
    ALL = "all"  # all somewhere in the report


@dataclass(frozen=True, slots=True)
class Hits:
    """Reports that hold the words: how many (at most COUNTED_AT_MOST + 1), how close, and one page."""

    total: int
    closeness: Closeness
    page: tuple[tuple[Listed, str], ...]


async def find(
    session: Session, query: str, *, phrases: Sequence[str] = (), limit: int, offset: int = 0
) -> Hits:
    """Find reports that hold the words, newest meeting first, each with its source.

    The closest way that finds anything counts: the phrase, else the words near each other, else all
    of them somewhere. Where `phrases` are given, each of them has to be there word for word.
    """
    if phrases:
        parts = [fingerprint(phrase) for phrase in phrases]
        exact = " ".join(f'"{part}"' for part in [*parts, *fingerprint(query).split()] if part)
        ways = [(Closeness.PHRASE, exact)]
    else:
        ways = await _ways(session, fingerprint(query).split())
    for closeness, expression in ways:
        numbers = await _numbers(session, expression)
        if numbers:
            page = await _page(session, numbers[offset : offset + limit])
            return Hits(len(numbers), closeness, page)
    return Hits(0, Closeness.ALL, ())


async def _ways(session: Session, words: Sequence[str]) -> list[tuple[Closeness, str]]:
    """Write the ways to look for the words in FTS5's language, closest first; each word is quoted.

    Where they stand nowhere near each other they are no phrase either: to look for one in vain takes
    time when all of the words are common.
    """
    if not words:
        return []
    phrase = '"' + " ".join(words) + '"'
    if len(words) == 1:
        return [(Closeness.PHRASE, phrase)]
    quoted = " ".join(f'"{word}"' for word in words)
    near = f"NEAR({quoted}, {max(NEAR, len(words))})"
    closest = [(Closeness.PHRASE, phrase), (Closeness.NEAR, near)]
    far = (Closeness.ALL, quoted)
    return [*closest, far] if await _numbers(session, near, at_most=1) else [far]


async def _numbers(session: Session, expression: str, at_most: int = COUNTED_AT_MOST + 1) -> list[int]:
    """Find the numbers of the newest reports that an expression matches."""
    found = await session.rows(
        "SELECT rowid FROM report_words WHERE report_words MATCH ? ORDER BY rowid DESC LIMIT ?",
        [expression, at_most],
    )
    return [row["rowid"] & _REPORT_BITS for row in found]


async def _page(session: Session, numbers: Sequence[int]) -> tuple[tuple[Listed, str], ...]:
    """Load what a page shows of its reports."""
    rows = await session.rows(
        f"""
        SELECT {LISTED}, source.text AS source
        FROM report JOIN source ON report_id = id
        WHERE id IN ({", ".join("?" * len(numbers))}) AND {IN_THE_BOOK}
        """,
        numbers,
    )
    by_number = {row["id"]: row for row in rows}
    return tuple((listed(by_number[n]), by_number[n]["source"]) for n in numbers if n in by_number)
