"""Find words in the stored sources, without accents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reports.folding import fingerprint
from storage.db import Session
from storage.reports import Listed, listed

COUNTED_AT_MOST = 1000
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


async def find(session: Session, query: str, *, limit: int, offset: int = 0) -> Hits:
    """Find reports that hold the words, newest meeting first, each with its source.

    The closest way that finds anything counts: the phrase, else the words near each other, else all
    of them somewhere.
    """
    expressions = _expressions(fingerprint(query).split())
    for closeness, expression in expressions.items():
        total = await _count(session, expression)
        if total:
            return Hits(total, closeness, await _page(session, expression, limit, offset))
    return Hits(0, Closeness.ALL, ())


def _expressions(words: list[str]) -> dict[Closeness, str]:
    """Write the ways to look for the words in FTS5's language; each word is quoted."""
    if not words:
        return {}
    phrase = '"' + " ".join(words) + '"'
    if len(words) == 1:
        return {Closeness.PHRASE: phrase}
    quoted = " ".join(f'"{word}"' for word in words)
    return {Closeness.PHRASE: phrase, Closeness.NEAR: f"NEAR({quoted}, 10)", Closeness.ALL: quoted}


async def _count(session: Session, expression: str) -> int:
    return int(
        await session.value(
            "SELECT count(*) FROM (SELECT 1 FROM report_words WHERE report_words MATCH ? LIMIT ?)",
            [expression, COUNTED_AT_MOST + 1],
        )
    )


async def _page(session: Session, expression: str, limit: int, offset: int) -> tuple[tuple[Listed, str], ...]:
    found = await session.rows(
        "SELECT rowid FROM report_words WHERE report_words MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?",
        [expression, limit, offset],
    )
    numbers = [row["rowid"] & _REPORT_BITS for row in found]
    rows = await session.rows(
        f"""
        SELECT id, day, held_on, title, organisation, source.text AS source
        FROM report JOIN source ON report_id = id WHERE id IN ({", ".join("?" * len(numbers))})
        """,
        numbers,
    )
    by_number = {row["id"]: row for row in rows}
    return tuple((listed(by_number[n]), by_number[n]["source"]) for n in numbers if n in by_number)
