"""Keep the index of items: what of a report questions can find."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from reports.model import Report
from storage.db import Session
from storage.itemkeys import BETWEEN, Indexed, Kind, Place, indexed, rowid
from storage.items import LONGEST_WORD, among
from storage.itemterms import DATED, terms_of


async def index(session: Session, number: int, report: Report, day: date) -> None:
    """Let a report's items be found."""
    items = list(indexed(report, number, day))
    bodies = await _learn(session, items)
    rows = [(rowid(day, Place(number, item.kind, item.ordinal)), terms_of(item, bodies)) for item in items]
    await session.write_many("INSERT INTO item_term (rowid, terms) VALUES (?, ?)", rows)
    await session.write(
        "INSERT OR REPLACE INTO item_packed (report_id, packed) VALUES (?, ?)",
        [number, _packed(rows, items, bodies)],
    )
    await session.write("DELETE FROM item_waiting WHERE report_id = ?", [number])


def _packed(rows: Sequence[tuple[int, str]], items: Sequence[Indexed], bodies: Sequence[int]) -> bytes:
    """Pack what was indexed of a report.

    Whoever changes `terms_of` tells here by which of its ways the terms were made, and lets all reports be
    indexed anew in a migration: the old terms of a report can not be taken out by its new ones.
    """
    said = [
        (row, item.kind, item.words, item.unit, item.keys) for (row, _), item in zip(rows, items, strict=True)
    ]
    return zlib.compress(json.dumps([bodies, said, DATED], ensure_ascii=False).encode(), 1)


def _unpacked(packed: bytes) -> list[tuple[int, str]]:
    """Give the rows of the index that a report has."""
    bodies, rows, *ways = json.loads(zlib.decompress(packed))
    dated = DATED in ways  # until migration 15 tasks with a last day had no terms of their own
    return [
        (row, terms_of(Indexed(Kind(kind), 0, words, unit, "", keys), bodies, dated=dated))
        for row, kind, words, unit, keys in rows
    ]


async def take_out(session: Session, number: int) -> None:
    """Let a report's items be found no more."""
    await session.write("DELETE FROM item_waiting WHERE report_id = ?", [number])
    packed = await session.value("SELECT packed FROM item_packed WHERE report_id = ?", [number])
    if packed is None:
        return
    await session.write_many(
        """
        INSERT INTO item_term (item_term, rowid, terms) VALUES ('delete', ?, ?)
        """,
        _unpacked(packed),
    )
    await session.write("DELETE FROM item_packed WHERE report_id = ?", [number])


async def _learn(session: Session, items: Sequence[Indexed]) -> list[int]:
    """Remember words, pairs of words side by side, and names; gives the numbers of the names of the body."""
    texts = {text for item in items for text in (item.words, item.unit, item.body) if text}
    split = [text.split() for text in texts]
    words = sorted({word for some in split for word in some if word.isalpha() and len(word) <= LONGEST_WORD})
    pairs = sorted({f"{a} {b}" for some in split for a, b in pairwise(some)})
    await session.write_many(
        "INSERT OR IGNORE INTO item_word (word, length) VALUES (?, ?)", [(word, len(word)) for word in words]
    )
    await session.write_many("INSERT OR IGNORE INTO item_pair (pair) VALUES (?)", [(pair,) for pair in pairs])

    names = sorted(set(_names(items)))
    known = await among(session, "item_name", "name", [name for name, _ in names])
    for name, kind in names:
        if name not in known:
            await _add_name(session, name, kind)
    return await _numbers(session, [name for name, kind in names if kind == "body"])


async def _numbers(session: Session, names: Sequence[str]) -> list[int]:
    marks = ", ".join("?" * len(names))
    rows = await session.rows(f"SELECT id FROM item_name WHERE name IN ({marks}) ORDER BY id", names)
    return [row["id"] for row in rows]


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


async def waits(session: Session) -> bool:
    """Tell whether any report waits to be indexed."""
    return bool(await session.rows("SELECT report_id FROM item_waiting LIMIT 1"))


async def catch_up(session: Session, at_most: int) -> int:
    """Index some of the reports that wait, the newest first; tells how many."""
    from storage.reports import load  # noqa: PLC0415 it stores with this

    await session.begin()  # what is edited meanwhile must not be indexed as it was
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


_OLD = ("item_words", "item_indexed")
_OLD_ROWS = {"item_words_data": "id", "item_words_docsize": "id", "item_indexed": "report_id"}
"""The rows of the index before this one, each table with its key."""
_HEAD = 10
"""The rows up to here tell FTS5 what an index is made of: without them it can not even be dropped."""


async def forget_old(session: Session, at_most: int) -> bool:
    """Take out some rows of the index that an older version kept; tells whether there may be more."""
    await session.begin()  # another platform keeps house, too
    there = await session.rows(
        f"SELECT name FROM sqlite_master WHERE name IN ({', '.join('?' * len(_OLD))})", _OLD
    )
    if not there:
        return False
    for table, key in _OLD_ROWS.items():
        behind = _HEAD if table == "item_words_data" else 0
        some = f"SELECT {key} FROM {table} WHERE {key} > ? LIMIT ?"
        deleted = await session.write(f"DELETE FROM {table} WHERE {key} IN ({some})", [behind, at_most])
        if deleted.rowcount:
            return True
    for table in _OLD:
        await session.write(f"DROP TABLE {table}")
    return False
