"""Find words in the stored sources, without accents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations, islice, pairwise

from reports.folding import fingerprint
from storage.db import Session
from storage.reports import IN_THE_BOOK, LISTED, Listed, listed, search_rowid

COUNTED_AT_MOST = 1000
ENOUGH = 20
"""Of so many reports with a phrase, none is looked for that has its words only near each other."""
NEAR = 10
"""Words that may stand between those that are near each other."""
NEWEST = 200
"""In so many reports is looked for what all reports may lack."""
MOST_PAIRS = 15
"""Pairs of words that are tried: all those of six words."""
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


async def known(session: Session, words: Sequence[str]) -> list[str]:
    """Tell which of some folded words stand in any source, in their order."""
    rows = await session.rows_once(
        """
        SELECT value FROM json_each(?)
        WHERE EXISTS (SELECT 1 FROM report_words WHERE report_words MATCH '"' || value || '"')
        """,
        [json.dumps(words)],
    )
    return [row["value"] for row in rows]


async def matching(session: Session, expression: str, at_most: int) -> list[int]:
    """Find the newest reports whose sources an expression of FTS5 matches."""
    return list(map(_number, await _rowids(session, expression, at_most)))


async def with_sources(session: Session, numbers: Sequence[int]) -> tuple[tuple[Listed, str], ...]:
    """Load reports' lines with their sources, in the order given."""
    page = await _page(session, [(number, Closeness.ALL) for number in numbers])
    return tuple((hit.line, hit.source) for hit in page)


async def _ranked_alike(session: Session, expression: str) -> tuple[int, Ranked]:
    numbers = await _numbers(session, expression)
    return len(numbers), dict.fromkeys(numbers, Closeness.PHRASE)


async def _ranked(session: Session, words: Sequence[str]) -> tuple[int, Ranked]:
    """Rank reports by how close several words stand, with all of them somewhere where none is closer.

    Where the words stand near each other nowhere, they are no phrase in any report.
    """
    if not words:
        return 0, {}
    near, phrase = _near(words), f'"{" ".join(words)}"'
    if await _is_new(session, phrase):
        found = await _rowids(session, phrase, COUNTED_AT_MOST + 1)
        nearby = await _rowids(session, near, COUNTED_AT_MOST + 1) if len(found) < ENOUGH else []
        return _by_closeness(found, nearby)
    nearby = await _rowids_of_pairs(session, near, map(_near, combinations(dict.fromkeys(words), 2)), ENOUGH)
    if not nearby:
        numbers = await _numbers(session, _quoted(words))
        return len(numbers), dict.fromkeys(numbers, Closeness.ALL)
    pairs = (f'"{first} {second}"' for first, second in pairwise(words))
    found = await _rowids_of_pairs(session, phrase, pairs, COUNTED_AT_MOST + 1)
    if len(nearby) == ENOUGH:
        nearby = await _rowids(session, near, COUNTED_AT_MOST + 1) if len(found) < ENOUGH else []
    return _by_closeness(found, nearby)


def _by_closeness(found: Sequence[int], nearby: Sequence[int]) -> tuple[int, Ranked]:
    """Put rows that hold a phrase before those that hold its words near each other."""
    ranked = dict.fromkeys(map(_number, found), Closeness.PHRASE)
    ranked |= {number: Closeness.NEAR for number in map(_number, nearby) if number not in ranked}
    return len(ranked), ranked


def _near(words: Sequence[str]) -> str:
    """Write that words stand near each other."""
    return f"NEAR({_quoted(words)}, {max(NEAR, len(words))})"


def _quoted(words: Iterable[str]) -> str:
    return " ".join(f'"{word}"' for word in words)


async def _rowids_of_pairs(
    session: Session, expression: str, pairs: Iterable[str], at_most: int
) -> list[int]:
    """Find the newest rows that an expression matches, which matches only where all `pairs` of its words do.

    What is looked for in vain is looked for in every report that has all the words, which takes time where
    they are common. Two of the words that the newest reports have nowhere so may be so in none: that is told
    in less time than of all the words, and answers for them.
    """
    some = list(islice(pairs, MOST_PAIRS))
    since = await _newest(session) if len(some) > 1 else None
    seldom = await _first_missing(session, some, expression, since) if since is not None else None
    if seldom and not await _rowids(session, seldom, 1):
        return []
    return await _rowids(session, expression, at_most)


async def _is_new(session: Session, phrase: str) -> bool:
    """Tell whether a phrase stands in any of the newest reports: then nobody asks what all may lack."""
    since = await _newest(session)
    return since is not None and bool(
        await session.rows_once(
            "SELECT 1 FROM report_words WHERE report_words MATCH ? AND rowid >= ? LIMIT 1", [phrase, since]
        )
    )


async def _newest(session: Session) -> int | None:
    """Give the row with which the newest reports begin; None where there are not so many."""
    rows = await session.rows_once(
        "SELECT id, day FROM report WHERE deleted_at IS NULL ORDER BY day DESC, id DESC LIMIT 1 OFFSET ?",
        [NEWEST],
    )
    return search_rowid(date.fromisoformat(rows[0]["day"]), rows[0]["id"]) if rows else None


async def _first_missing(session: Session, parts: Sequence[str], whole: str, since: int) -> str | None:
    """Give the first part that matches no row from one on; None where the whole or every part does."""
    # In the order of rows: backwards FTS5 would not stop at `since`.
    matches = "SELECT 1 FROM report_words WHERE report_words MATCH {} AND rowid >= ?1"
    rows = await session.rows_once(
        f"""
        WITH part (expression) AS (VALUES {", ".join(f"(?{at})" for at in range(3, len(parts) + 3))})
        SELECT expression FROM part
        WHERE NOT EXISTS ({matches.format("?2")}) AND NOT EXISTS ({matches.format("expression")})
        LIMIT 1
        """,
        [since, whole, *parts],
    )
    return rows[0]["expression"] if rows else None


async def _numbers(session: Session, expression: str) -> list[int]:
    """Find the numbers of the newest reports that an expression matches."""
    return list(map(_number, await _rowids(session, expression, COUNTED_AT_MOST + 1)))


def _number(rowid: int) -> int:
    return rowid & _REPORT_BITS


async def _rowids(session: Session, expression: str, at_most: int) -> list[int]:
    found = await session.rows_once(
        "SELECT rowid FROM report_words WHERE report_words MATCH ? ORDER BY rowid DESC LIMIT ?",
        [expression, at_most],
    )
    return [row["rowid"] for row in found]


async def _page(session: Session, ranked: Sequence[tuple[int, Closeness]]) -> tuple[Hit, ...]:
    """Load what a page shows of its reports."""
    rows = await session.rows_once(
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
