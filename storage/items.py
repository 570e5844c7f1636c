"""Find items of all reports by their words and properties: what questions are answered from."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from reports.model import Finding, Person, Span, Target, Task
from storage import values as to_values
from storage.db import Row, Session
from storage.itemkeys import Kind, Place, place_of
from storage.itemterms import bodies_in, matching, parts_of
from storage.values import Dates

COUNTED_AT_MOST = 1000
AT_ONCE = 400
"""Values that one statement takes."""
LONGEST_WORD = 12
"""Letters of a word that others are held against; longer ones are no Vietnamese syllables."""


async def is_named(session: Session, kind: str, words: str, *, at_start: bool = False) -> bool:
    """Tell whether folded words stand side by side in a name of a "unit", a "body" or a "person"."""
    first = "^ " if at_start else ""
    rows = await session.rows(
        "SELECT rowid FROM item_name_words WHERE item_name_words MATCH ? LIMIT 1",
        [f'kind : {kind} AND name : {first}"{words}"'],
    )
    return bool(rows)


async def known_words(session: Session, words: Sequence[str]) -> set[str]:
    """Tell which of some folded words stand in any item."""
    return await among(session, "item_word", "word", words)


async def known_pairs(session: Session, pairs: Sequence[str]) -> set[str]:
    """Tell which pairs of folded words stand side by side in any item."""
    return await among(session, "item_pair", "pair", pairs)


async def among(session: Session, table: str, column: str, given: Sequence[str]) -> set[str]:
    """Tell which of some values stand in a column."""
    found: set[str] = set()
    for at in range(0, len(given), AT_ONCE):
        some = given[at : at + AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = await session.rows(f"SELECT {column} FROM {table} WHERE {column} IN ({marks})", some)
        found |= {row[0] for row in rows}
    return found


async def words_as_long(session: Session, shortest: int, longest: int) -> list[str]:
    """List the words of some lengths."""
    rows = await session.rows(
        "SELECT word FROM item_word WHERE length BETWEEN ? AND ? LIMIT 20000", [shortest, longest]
    )
    return [row[0] for row in rows]


@dataclass(frozen=True, slots=True)
class Found:
    """Items that an expression matches: how many (at most COUNTED_AT_MOST + 1), the newest first."""

    total: int
    places: tuple[Place, ...]


async def find(session: Session, expression: str) -> Found:
    """Find the items that an expression matches, the newest first.

    It is written in columns: `words`, `unit`, `body`, `keys`. A session does not look for the same anew.
    """
    if expression not in session.found:
        places = await _places(session, expression, COUNTED_AT_MOST + 1)
        session.found[expression] = tuple(map(place_of, places))
    found: tuple[Place, ...] = session.found[expression]
    return Found(len(found), found)


async def exists(session: Session, expression: str) -> bool:
    """Tell whether an expression matches anything."""
    return bool(await _places(session, expression, 1))


async def _places(session: Session, expression: str, at_most: int) -> list[int]:
    parts = parts_of(expression)
    bodies = {phrase: await _named_bodies(session, phrase) for phrase in bodies_in(parts)}
    match = matching(parts, bodies)
    if not match:
        return []
    rows = await session.rows(
        "SELECT rowid FROM item_term WHERE item_term MATCH ? ORDER BY rowid DESC LIMIT ?", [match, at_most]
    )
    return [row[0] for row in rows]


async def _named_bodies(session: Session, phrase: str) -> list[int]:
    rows = await session.rows(
        "SELECT rowid FROM item_name_words WHERE item_name_words MATCH ?",
        [f'kind : body AND name : "{phrase}"'],
    )
    return [row[0] for row in rows]


Item = Task | Target | Finding | Person | None
"""What stands at a place; None for the meeting itself."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The report that items are from."""

    id: int
    dates: Dates
    title: Span | None
    organisation: Span | None
    place: Span | None
    place_emptied: bool


async def load(session: Session, places: Sequence[Place]) -> list[tuple[Meeting, Place, Item]]:
    """Load the items at some places, in their order; what is gone meanwhile is left out."""
    loaded: list[tuple[Meeting, Place, Item]] = []
    for number, group in groupby(places, key=lambda place: place.report):
        meeting = await _meeting(session, number)
        for kind, of_kind in groupby(group, key=lambda place: place.kind):
            some = list(of_kind)
            items = await _OF_KIND[kind](session, number, [place.ordinal for place in some])
            if meeting:
                loaded += [(meeting, place, items[place.ordinal]) for place in some if place.ordinal in items]
    return loaded


async def _meeting(session: Session, number: int) -> Meeting | None:
    row = await session.row("SELECT * FROM report WHERE id = ? AND deleted_at IS NULL", [number])
    if row is None:
        return None
    return Meeting(
        row["id"],
        to_values.dates(row),
        to_values.span(row, "title"),
        to_values.span(row, "organisation"),
        to_values.span(row, "place"),
        bool(row["place_emptied"]),
    )


async def _rows(session: Session, table: str, number: int, ordinals: Sequence[int], column: str) -> list[Row]:
    marks = ", ".join("?" * len(ordinals))
    return await session.rows(
        f"SELECT * FROM {table} WHERE report_id = ? AND {column} IN ({marks})", [number, *ordinals]
    )


async def stated(session: Session, number: int, statuses: Sequence[str]) -> list[str]:
    """List the phrases in which a report states how many targets have a status."""
    marks = ", ".join("?" * len(statuses))
    rows = await session.rows(
        f"SELECT phrase FROM target_count WHERE report_id = ? AND status IN ({marks}) ORDER BY ordinal",
        [number, *statuses],
    )
    return [row["phrase"] for row in rows]


async def _meetings(_session: Session, _number: int, ordinals: Sequence[int]) -> dict[int, Item]:
    return dict.fromkeys(ordinals)


async def _people(session: Session, number: int, ordinals: Sequence[int]) -> dict[int, Item]:
    rows = await _rows(session, "person", number, ordinals, "ordinal")
    told = await _rows(session, "utterance", number, ordinals, "person")
    return {person.ordinal: person for person in to_values.people({"person": rows, "utterance": told})}


async def _targets(session: Session, number: int, ordinals: Sequence[int]) -> dict[int, Item]:
    rows = await _rows(session, "target", number, ordinals, "ordinal")
    figures = await _rows(session, "figure", number, ordinals, "target")
    return {
        row["ordinal"]: to_values.target(row, [f for f in figures if f["target"] == row["ordinal"]])
        for row in rows
    }


async def _tasks(session: Session, number: int, ordinals: Sequence[int]) -> dict[int, Item]:
    rows = await _rows(session, "task", number, ordinals, "ordinal")
    units = await _rows(session, "cooperation", number, ordinals, "task")
    return {task.ordinal: task for task in to_values.tasks({"task": rows, "cooperation": units})}


def _findings(kind: str) -> Loader:
    async def load_findings(session: Session, number: int, ordinals: Sequence[int]) -> dict[int, Item]:
        marks = ", ".join("?" * len(ordinals))
        rows = await session.rows(
            f"SELECT * FROM finding WHERE report_id = ? AND kind = ? AND ordinal IN ({marks})",
            [number, kind, *ordinals],
        )
        return {row["ordinal"]: to_values.finding(row) for row in rows}

    return load_findings


Loader = Callable[[Session, int, Sequence[int]], Awaitable[dict[int, Item]]]
_OF_KIND: dict[Kind, Loader] = {
    Kind.MEETING: _meetings,
    Kind.PERSON: _people,
    Kind.TARGET: _targets,
    Kind.TASK: _tasks,
    Kind.LIMITATION: _findings("limitation"),
    Kind.CAUSE: _findings("cause"),
    Kind.STRENGTH: _findings("strength"),
}
