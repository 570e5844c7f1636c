"""Find items of all reports by their words and properties: what questions are answered from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

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

_IN_NAMES = "FROM item_name_words WHERE item_name_words MATCH ?"


async def is_named(session: Session, kind: str, words: str, *, at_start: bool = False) -> bool:
    """Tell whether folded words stand side by side in a name of a "unit", a "body" or a "person"."""
    first = "^ " if at_start else ""
    return await _has_name(session, f'kind : {kind} AND name : {first}"{words}"')


async def is_any_named(session: Session, kind: str, phrases: Sequence[str]) -> bool:
    """Tell whether one of some folded phrases stands in a name of a "unit", a "body" or a "person"."""
    told = " OR ".join(f'"{phrase}"' for phrase in phrases)
    return await _has_name(session, f"kind : {kind} AND name : ({told})")


async def is_one_named(session: Session, names: Sequence[tuple[str, str]]) -> bool:
    """Tell whether one of some folded words stands in a name, each of its own kind, by a single look."""
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for kind, words in dict.fromkeys(names):
        by_kind[kind].append(f'"{words}"')
    told = [f"(kind : {kind} AND name : ({' OR '.join(some)}))" for kind, some in by_kind.items()]
    return bool(told) and await _has_name(session, " OR ".join(told))


async def _has_name(session: Session, match: str) -> bool:
    rows = await session.rows_once(f"SELECT rowid {_IN_NAMES} LIMIT 1", [match])
    return bool(rows)


async def words_behind(session: Session, kind: str, words: str) -> set[str]:
    """Give the words that follow some folded words in names of a kind; "" where a name ends with them."""
    rows = await session.rows_once(
        f"SELECT name FROM item_name WHERE id IN (SELECT rowid {_IN_NAMES})",
        [f'kind : {kind} AND name : "{words}"'],
    )
    behind = [row[0].partition(f" {words}")[2].split() for row in rows]
    return {next(iter(others), "") for others in behind}


async def names_with(session: Session, kind: str, phrases: Sequence[str], limit: int = 50) -> list[str]:
    """List names of a kind in which all of some folded phrases stand."""
    told = " AND ".join(f'name : "{phrase}"' for phrase in phrases)
    rows = await session.rows_once(
        f"SELECT name FROM item_name WHERE id IN (SELECT rowid {_IN_NAMES} LIMIT {limit})",
        [f"kind : {kind} AND {told}"],
    )
    return [row[0].removeprefix(f"{kind} ") for row in rows]


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
        rows = await session.rows_once(f"SELECT {column} FROM {table} WHERE {column} IN ({marks})", some)
        found |= {row[0] for row in rows}
    return found


async def pairs_like(session: Session, begins: str, second: str, limit: int = 8) -> list[str]:
    """List pairs of folded words in items, of which the first begins so and the second is this one."""
    rows = await session.rows_once(
        "SELECT pair FROM item_pair WHERE pair >= ?1 AND pair < ?2 AND pair GLOB ?3 LIMIT ?4",
        [begins, begins + "\uffff", f"{begins}* {second}", limit],
    )
    return [row[0] for row in rows]


async def names_like(session: Session, pattern: str) -> list[str]:
    """List the names of units and bodies, and of targets, that a pattern of SQLite's GLOB fits."""
    rows = await session.rows_once(
        """
        SELECT substr(name, instr(name, ' ') + 1) FROM item_name
        WHERE name GLOB ?1 AND name NOT GLOB 'person *'
        UNION ALL SELECT bare FROM series WHERE bare GLOB ?2 LIMIT 400
        """,
        [f"* {pattern}", pattern],
    )
    return [row[0] for row in rows]


async def words_as_long(session: Session, shortest: int, longest: int) -> list[str]:
    """List the words of some lengths."""
    rows = await session.rows_once(
        "SELECT word FROM item_word WHERE length BETWEEN ? AND ? LIMIT 20000", [shortest, longest]
    )
    return [row[0] for row in rows]


@dataclass(frozen=True, slots=True)
class Found:
    """Items that an expression matches: how many (at most COUNTED_AT_MOST + 1), the newest first."""

    total: int
    places: tuple[Place, ...]


async def find(session: Session, expression: str, at_most: int = COUNTED_AT_MOST + 1) -> Found:
    """Find the items that an expression matches, the newest first.

    It is written in columns: `words`, `unit`, `body`, `keys`.
    """
    rowids = await _rowids(session, expression, at_most)
    return Found(len(rowids), tuple(map(place_of, rowids)))


async def exists(session: Session, expression: str) -> bool:
    """Tell whether an expression matches anything."""
    return bool(await _rowids(session, expression, 1))


async def _rowids(session: Session, expression: str, at_most: int) -> list[int]:
    parts = parts_of(expression)
    bodies = {phrase: await _named_bodies(session, phrase) for phrase in bodies_in(parts)}
    match = matching(parts, bodies)
    if not match:
        return []
    rows = await session.rows_once(
        "SELECT rowid FROM item_term WHERE item_term MATCH ? ORDER BY rowid DESC LIMIT ?", [match, at_most]
    )
    return [row[0] for row in rows]


async def _named_bodies(session: Session, phrase: str) -> list[int]:
    rows = await session.rows_once(
        f"SELECT rowid {_IN_NAMES}",
        [f'kind : body AND name : "{phrase}"'],
    )
    return [row[0] for row in rows]


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
    meetings: dict[int, Meeting] = {}
    loaded: dict[Place, Item] = {}
    for at in range(0, len(places), AT_ONCE):
        some = places[at : at + AT_ONCE]
        meetings |= await _meetings(session, list({place.report for place in some}))
        for kind in {place.kind for place in some}:
            loaded |= await _OF_KIND[kind](session, [place for place in some if place.kind is kind])
    return [
        (meetings[place.report], place, loaded[place])
        for place in places
        if place.report in meetings and place in loaded
    ]


async def _meetings(session: Session, numbers: Sequence[int]) -> dict[int, Meeting]:
    marks = ", ".join("?" * len(numbers))
    rows = await session.rows(f"SELECT * FROM report WHERE id IN ({marks}) AND deleted_at IS NULL", numbers)
    return {row["id"]: _meeting(row) for row in rows}


def _meeting(row: Row) -> Meeting:
    return Meeting(
        row["id"],
        to_values.dates(row),
        to_values.span(row, "title"),
        to_values.span(row, "organisation"),
        to_values.span(row, "place"),
        bool(row["place_emptied"]),
    )


async def _rows(
    session: Session, table: str, places: Sequence[Place], column: str = "ordinal"
) -> defaultdict[int, list[Row]]:
    """Read the rows of one table that belong to items of one kind, by their reports."""
    wanted = [number for place in places for number in (place.report, place.ordinal)]
    of_kind = f"AND kind = '{places[0].kind.name.lower()}'" if table == "finding" else ""
    rows = await session.rows(
        f"""
        WITH wanted (report, number) AS (VALUES {", ".join(["(?, ?)"] * len(places))})
        SELECT {table}.* FROM wanted
        CROSS JOIN {table} ON report_id = report AND {table}.{column} = wanted.number
        {of_kind} ORDER BY report_id, {to_values.TABLES[table]}
        """,
        wanted,
    )
    by_report: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_report[row["report_id"]].append(row)
    return by_report


async def _counts(session: Session, places: Sequence[Place]) -> dict[Place, Item]:
    counts = await _rows(session, "target_count", places)
    return {
        Place(number, Kind.COUNT, row["ordinal"]): Count(row["phrase"])
        for number, rows in counts.items()
        for row in rows
    }


async def _reports(_session: Session, places: Sequence[Place]) -> dict[Place, Item]:
    return dict.fromkeys(places)


async def _people(session: Session, places: Sequence[Place]) -> dict[Place, Item]:
    people = await _rows(session, "person", places)
    told = await _rows(session, "utterance", places, "person")
    return {
        Place(number, Kind.PERSON, person.ordinal): person
        for number, rows in people.items()
        for person in to_values.people({"person": rows, "utterance": told[number]})
    }


async def _targets(session: Session, places: Sequence[Place]) -> dict[Place, Item]:
    targets = await _rows(session, "target", places)
    figures = await _rows(session, "figure", places, "target")
    return {
        Place(number, Kind.TARGET, target.ordinal): target
        for number, rows in targets.items()
        for target in to_values.targets({"target": rows, "figure": figures[number]})
    }


async def _tasks(session: Session, places: Sequence[Place]) -> dict[Place, Item]:
    tasks = await _rows(session, "task", places)
    units = await _rows(session, "cooperation", places, "task")
    return {
        Place(number, Kind.TASK, task.ordinal): task
        for number, rows in tasks.items()
        for task in to_values.tasks({"task": rows, "cooperation": units[number]})
    }


async def _findings(session: Session, places: Sequence[Place]) -> dict[Place, Item]:
    findings = await _rows(session, "finding", places)
    return {
        Place(number, places[0].kind, row["ordinal"]): to_values.finding(row)
        for number, rows in findings.items()
        for row in rows
    }


Loader = Callable[[Session, Sequence[Place]], Awaitable[dict[Place, Item]]]
_OF_KIND: dict[Kind, Loader] = {
    Kind.MEETING: _reports,
    Kind.PERSON: _people,
    Kind.TARGET: _targets,
    Kind.COUNT: _counts,
    Kind.TASK: _tasks,
    Kind.LIMITATION: _findings,
    Kind.CAUSE: _findings,
    Kind.STRENGTH: _findings,
}
