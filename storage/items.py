"""Items of all reports by their words and properties: what questions are answered from."""

from __future__ import annotations

import json
import zlib
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from reports.model import Finding, Person, Report, Span, Target, Task
from storage import values as to_values
from storage.db import Row, Session
from storage.itemkeys import BETWEEN, Indexed, Kind, Place, indexed, place_of, rowid
from storage.values import Dates

COUNTED_AT_MOST = 1000
AT_ONCE = 400
"""Values that one statement takes."""
LONGEST_WORD = 12
"""Letters of a word that others are held against; longer ones are no Vietnamese syllables."""


async def index(session: Session, number: int, report: Report, day: date) -> None:
    """Let a report's items be found."""
    items = list(indexed(report, day))
    rows = [
        (
            rowid(day, Place(number, item.kind, item.ordinal)),
            item.words,
            item.unit,
            item.body,
            f"{item.keys} n{number}",
        )
        for item in items
    ]
    await session.write_many(
        "INSERT INTO item_words (rowid, words, unit, body, keys) VALUES (?, ?, ?, ?, ?)", rows
    )
    await session.write(
        "INSERT OR REPLACE INTO item_indexed (report_id, packed) VALUES (?, ?)", [number, _packed(rows)]
    )
    await session.write("DELETE FROM item_waiting WHERE report_id = ?", [number])
    await _learn(session, items)


def _packed(rows: Sequence[tuple[object, ...]]) -> bytes:
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 1)


async def take_out(session: Session, number: int) -> None:
    """Let a report's items be found no more."""
    await session.write("DELETE FROM item_waiting WHERE report_id = ?", [number])
    packed = await session.value("SELECT packed FROM item_indexed WHERE report_id = ?", [number])
    if packed is None:
        return
    await session.write_many(
        """
        INSERT INTO item_words (item_words, rowid, words, unit, body, keys)
        VALUES ('delete', ?, ?, ?, ?, ?)
        """,
        json.loads(zlib.decompress(packed)),
    )
    await session.write("DELETE FROM item_indexed WHERE report_id = ?", [number])


async def _learn(session: Session, items: Iterable[Indexed]) -> None:
    """Remember words, and pairs of words side by side."""
    texts = {text for item in items for text in (item.words, item.unit, item.body) if text}
    split = [text.split() for text in texts]
    words = sorted({word for some in split for word in some if word.isalpha() and len(word) <= LONGEST_WORD})
    pairs = sorted({f"{a} {b}" for some in split for a, b in pairwise(some)})
    await session.write_many(
        "INSERT OR IGNORE INTO item_word (word, length) VALUES (?, ?)", [(word, len(word)) for word in words]
    )
    await session.write_many("INSERT OR IGNORE INTO item_pair (pair) VALUES (?)", [(pair,) for pair in pairs])

    names = sorted(set(_names(items)))
    known = await _among(session, "item_name", "name", [name for name, _ in names])
    for name, kind in names:
        if name not in known:
            await _add_name(session, name, kind)


def _names(items: Iterable[Indexed]) -> Iterator[tuple[str, str]]:
    """Give the names of bodies, units and people, marked with what they are."""
    for item in items:
        given: list[tuple[str, str]] = [(item.unit, "unit"), (item.body, "body")]
        if item.kind is Kind.PERSON:
            given.append((item.words.split(BETWEEN)[0], "person"))
        for names, kind in given:
            yield from ((f"{kind} {name}", kind) for name in names.split(BETWEEN) if name)


async def _add_name(session: Session, name: str, kind: str) -> None:
    added = await session.write("INSERT OR IGNORE INTO item_name (name) VALUES (?)", [name])
    if added.rowcount:
        await session.write(
            "INSERT INTO item_name_words (rowid, kind, name) VALUES (?, ?, ?)",
            [added.lastrowid, kind, name.partition(" ")[2]],
        )


async def is_named(session: Session, kind: str, words: str, *, at_start: bool = False) -> bool:
    """Tell whether folded words stand side by side in a name of a "unit", a "body" or a "person"."""
    first = "^ " if at_start else ""
    rows = await session.rows(
        "SELECT rowid FROM item_name_words WHERE item_name_words MATCH ? LIMIT 1",
        [f'kind : {kind} AND name : {first}"{words}"'],
    )
    return bool(rows)


async def waits(session: Session) -> bool:
    """Tell whether any report waits to be indexed."""
    return bool(await session.rows("SELECT report_id FROM item_waiting LIMIT 1"))


async def catch_up(session: Session, at_most: int) -> int:
    """Index some of the reports that wait, the newest first; tells how many."""
    from storage.reports import load  # noqa: PLC0415 it stores with this

    rows = await session.rows(
        """
        SELECT report_id, day FROM item_waiting JOIN report ON id = report_id
        ORDER BY report_id DESC LIMIT ?
        """,
        [at_most],
    )
    for row in rows:
        stored = await load(session, row["report_id"])
        await take_out(session, row["report_id"])
        if stored:
            await index(session, stored.id, stored.report, date.fromisoformat(row["day"]))
    return len(rows)


async def known_words(session: Session, words: Sequence[str]) -> set[str]:
    """Tell which of some folded words stand in any item."""
    return await _among(session, "item_word", "word", words)


async def known_pairs(session: Session, pairs: Sequence[str]) -> set[str]:
    """Tell which pairs of folded words stand side by side in any item."""
    return await _among(session, "item_pair", "pair", pairs)


async def _among(session: Session, table: str, column: str, given: Sequence[str]) -> set[str]:
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
    """Find the items that an expression of the index matches, the newest first."""
    rows = await session.rows(
        "SELECT rowid FROM item_words WHERE item_words MATCH ? ORDER BY rowid DESC LIMIT ?",
        [expression, COUNTED_AT_MOST + 1],
    )
    return Found(len(rows), tuple(place_of(row[0]) for row in rows))


async def exists(session: Session, expression: str) -> bool:
    """Tell whether an expression matches anything."""
    return bool(
        await session.rows("SELECT rowid FROM item_words WHERE item_words MATCH ? LIMIT 1", [expression])
    )


@dataclass(frozen=True, slots=True)
class Count:
    """How many targets have a status, in the words of the report."""

    phrase: str


Item = Task | Target | Finding | Person | Count | None
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


async def _meetings(_session: Session, _number: int, ordinals: Sequence[int]) -> dict[int, Item]:
    return dict.fromkeys(ordinals)


async def _counts(session: Session, number: int, ordinals: Sequence[int]) -> dict[int, Item]:
    rows = await _rows(session, "target_count", number, ordinals, "ordinal")
    return {row["ordinal"]: Count(row["phrase"]) for row in rows}


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
    Kind.COUNT: _counts,
    Kind.TASK: _tasks,
    Kind.LIMITATION: _findings("limitation"),
    Kind.CAUSE: _findings("cause"),
    Kind.STRENGTH: _findings("strength"),
}
