"""Put the targets of a report into their series: by what is compared of their names, and of the body's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.matching import NameKey, Own, is_misspelling, name_key
from reports.model import Report, Span
from reports.samebody import BodyKey, body_of, own_of
from reports.syllables import is_syllable
from storage.db import Row, Session

IN_A_THREAD = 60
"""Names of which the keys are made beside the loop: they take some milliseconds."""
AT_ONCE = 400
"""Values that one statement takes."""
MISSPELT_AMONG = 100
"""A report with more new names is not looked through for misspellings of old ones."""
LAST = "\U0010ffff"
"""Behind every word."""
_ABOVE = 300
"""Characters before the body's name in which the line above it ends."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A target to be put into its series."""

    ordinal: int
    key: NameKey
    unit: str | None


def split_period(period: str | None) -> tuple[str, int | None]:
    """Split a period into its part and its year, which is the plan's.

    >>> split_period("2017-Q3"), split_period("2017"), split_period("2015/2020"), split_period(None)
    (('Q3', 2017), ('', 2017), ('2015/2020', None), ('', None))
    """
    if not period or "/" in period:
        return period or "", None
    year, _, part = period.partition("-")
    return part, int(year)


Place = tuple[int, int]
"""A series, and the one that it is shown in."""
Parted = dict[tuple[int, str], Place]
"""Targets that staff parted from others of their name, by their number and what is compared of the name."""


async def index(session: Session, number: int, parted: Parted | None = None) -> None:
    """Put a report's targets into their series; what staff parted stays so.

    Where its targets were written anew, `parted` is what stood before.
    """
    await session.write("DELETE FROM series_waiting WHERE report_id = ?", [number])
    row = await session.row(
        """
        SELECT day, period, organisation, organisation_start,
            substr(source.text, max(1, organisation_start - ? + 1), min(organisation_start, ?)) AS above
        FROM report JOIN source ON report_id = id WHERE id = ?
        """,
        [_ABOVE, _ABOVE, number],
    )
    if row is None:
        return
    key = _body(row)
    body = await _body_id(session, key)
    part, year = split_period(row["period"])
    await session.write(
        "INSERT OR REPLACE INTO body_report (report_id, body, day, part, year) VALUES (?, ?, ?, ?, ?)",
        [number, body, row["day"], part, year],
    )
    named = await _named(session, number, own_of(key))
    if named:
        known = await parted_of(session, number) if parted is None else parted
        await _into_series(session, number, body, key, row["day"], named, known)


def _body(row: Row) -> BodyKey:
    """Read whose report it is; what stands above the name belongs to it in a letterhead."""
    if row["organisation"] is None:
        return BodyKey()
    above = row["above"] or ""
    name = Span(len(above), len(above) + len(row["organisation"]), row["organisation"])
    return body_of(Report(above + row["organisation"], organisation=name))


async def _body_id(session: Session, key: BodyKey) -> int:
    """Find a body, or add it. Without accents it is the only one that reads so, and the other way round."""
    rows = await session.rows("SELECT id, words FROM body WHERE bare = ?", [key.bare])
    by_words = {row["words"]: int(row["id"]) for row in rows}
    if key.words in by_words:
        return by_words[key.words]
    if not key.accented and len(rows) == 1:
        return int(rows[0]["id"])
    if key.bare in by_words and len(rows) == 1:
        await session.write("UPDATE body SET words = ? WHERE id = ?", [key.words, by_words[key.bare]])
        return by_words[key.bare]
    cursor = await session.write("INSERT INTO body (words, bare) VALUES (?, ?)", [key.words, key.bare])
    return cursor.lastrowid or 0


async def _named(session: Session, number: int, own: Own) -> list[_Named]:
    rows = await session.rows(
        """
        SELECT ordinal, name, unit FROM target LEFT JOIN figure
        ON figure.report_id = target.report_id AND figure.target = ordinal AND measure = 'actual'
        WHERE target.report_id = ? ORDER BY ordinal
        """,
        [number],
    )
    names = [row["name"] for row in rows]
    keys = await asyncio.to_thread(_keys, names, own) if len(names) > IN_A_THREAD else _keys(names, own)
    return [_Named(row["ordinal"], key, row["unit"]) for row, key in zip(rows, keys, strict=True)]


def _keys(names: Sequence[str], own: Own) -> list[NameKey]:
    return [name_key(name, own) for name in names]


async def _into_series(  # noqa: PLR0913, PLR0917 a report's place, and what is put there
    session: Session, number: int, body: int, key: BodyKey, day: str, named: Sequence[_Named], parted: Parted
) -> None:
    known = await _series_of(session, body, named)
    new = {item.key.words: item for item in named if item.key.words not in known}
    if new:
        await _add(session, body, key, [item.key for item in new.values()])
        known |= await _series_of(session, body, list(new.values()))
        await _join_alike(session, body, list(new.values()), known)
        known = await _series_of(session, body, named)
    rows = []
    for item in named:
        own, root = parted.get((item.ordinal, item.key.words)) or known[item.key.words]
        rows.append((number, item.ordinal, own, root, day))
    await session.write("DELETE FROM series_item WHERE report_id = ?", [number])
    await session.write_many(
        "INSERT INTO series_item (report_id, target, own, series, day) VALUES (?, ?, ?, ?, ?)", rows
    )


async def parted_of(session: Session, number: int) -> Parted:
    """Find the targets of a report that staff parted from others of their name."""
    rows = await session.rows(
        """
        SELECT target, words, series.id AS id, COALESCE(root, series.id) AS root
        FROM series_item JOIN series ON series.id = own WHERE report_id = ? AND part > 0
        """,
        [number],
    )
    return {(row["target"], row["words"]): (row["id"], row["root"]) for row in rows}


async def _series_of(session: Session, body: int, named: Sequence[_Named]) -> dict[str, Place]:
    """Find the series that names have already."""
    words = list({item.key.words for item in named})
    found: dict[str, Place] = {}
    for some in _chunks(words):
        rows = await session.rows(
            f"""
            SELECT words, id, COALESCE(root, id) AS root FROM series
            WHERE body = ? AND part = 0 AND words IN ({", ".join("?" * len(some))})
            """,
            [body, *some],
        )
        found |= {row["words"]: (row["id"], row["root"]) for row in rows}
    return found


def _chunks(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE))


async def _add(session: Session, body: int, key: BodyKey, names: Sequence[NameKey]) -> None:
    """Add series, and the words by which they are found."""
    first = await session.value("SELECT COALESCE(max(id), 0) + 1 FROM series")
    numbered = list(enumerate(names, first))
    await session.write_many(
        "INSERT INTO series (id, body, words, bare, odd) VALUES (?, ?, ?, ?, ?)",
        [(number, body, name.words, name.bare, name.odd) for number, name in numbered],
    )
    await session.write_many(
        "INSERT INTO series_words (rowid, name, body) VALUES (?, ?, ?)",
        [(number, name.bare, key.bare) for number, name in numbered],
    )


async def _join_alike(session: Session, body: int, new: Sequence[_Named], known: dict[str, Place]) -> None:
    """Join new names to what they are written otherwise: without accents, or with a slip."""
    for item in new:
        await _join_unaccented(session, body, item.key)
    old = await _odd(session, body) if len(new) <= MISSPELT_AMONG else []
    for item in new if len(new) <= MISSPELT_AMONG else []:
        candidates = await _with_one_other_word(session, body, item.key) if item.key.odd else old
        await _join_misspelt(session, item, known[item.key.words][0], candidates)


async def _join_unaccented(session: Session, body: int, key: NameKey) -> None:
    """Join a name without accents to the only one that reads so; where there are two, to none."""
    rows = await session.rows(
        """
        SELECT id, COALESCE(root, id) AS root, words = bare AS unaccented, settled, root AS joined
        FROM series WHERE body = ? AND bare = ? AND part = 0
        """,
        [body, key.bare],
    )
    roots = {row["root"] for row in rows if not row["unaccented"]}
    plain = next((row for row in rows if row["unaccented"]), None)
    if plain and len(roots) == 1 and not plain["settled"] and plain["joined"] is None:
        await move(session, plain["id"], roots.pop())


async def _odd(session: Session, body: int) -> list[Row]:
    """List the names of a body that may be misspelt."""
    return await session.rows(
        """
        SELECT id, words, bare, odd, COALESCE(root, id) AS root FROM series
        WHERE body = ? AND odd = 1 AND root IS NULL AND settled = 0 AND part = 0 LIMIT 200
        """,
        [body],
    )


async def _with_one_other_word(session: Session, body: int, key: NameKey) -> list[Row]:
    """List the names of a body that have another word in the place of one that is no syllable."""
    words = key.words.split()
    at = next((place for place, word in enumerate(words) if not is_syllable(word)), None)
    if at is None:
        return []
    before, behind = (
        "".join(f"{word} " for word in words[:at]),
        "".join(f" {word}" for word in words[at + 1 :]),
    )
    return await session.rows(
        """
        SELECT id, words, bare, odd, COALESCE(root, id) AS root FROM series
        WHERE body = ? AND words >= ? AND words < ? AND words LIKE ? AND odd = 0 AND part = 0 LIMIT 200
        """,
        [body, before, before + LAST, f"%{behind}"],
    )


async def _join_misspelt(session: Session, item: _Named, number: int, candidates: Sequence[Row]) -> None:
    for row in candidates:
        other = NameKey(row["words"], row["bare"], bool(row["odd"]))
        if is_misspelling(item.key, other) and await _units_agree(session, item.unit, row["id"]):
            wrong, right = (number, row["root"]) if item.key.odd else (row["id"], number)
            await move(session, wrong, right)
            return


async def _units_agree(session: Session, unit: str | None, series: int) -> bool:
    """Tell whether figures of a name are not in another unit than this one."""
    other = await session.value(
        """
        SELECT unit FROM series_item JOIN figure
        ON figure.report_id = series_item.report_id AND figure.target = series_item.target
        WHERE own = ? AND measure = 'actual' AND unit IS NOT NULL LIMIT 1
        """,
        [series],
    )
    return unit is None or other is None or unit.lower() == other.lower()


async def move(session: Session, series: int, root: int) -> None:
    """Show a series, and all that was joined to it, in another one."""
    if series == root:
        return
    await session.write("UPDATE series SET root = ? WHERE id = ? OR root = ?", [root, series, series])
    await session.write("UPDATE series_item SET series = ? WHERE series = ?", [root, series])


async def waiting(session: Session, at_most: int = 10_000) -> int:
    """Count the reports that wait for their series, up to a number."""
    return int(await session.value("SELECT count(*) FROM (SELECT 1 FROM series_waiting LIMIT ?)", [at_most]))


async def catch_up(session: Session, at_most: int) -> int:
    """Index some of the reports that wait, the newest first; tells how many."""
    rows = await session.rows(
        "SELECT report_id FROM series_waiting ORDER BY report_id DESC LIMIT ?", [at_most]
    )
    for row in rows:
        await index(session, row["report_id"])
    return len(rows)
