"""Ask for one target over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reports.matching import NameKey
from reports.model import Period, Span, Target
from storage import values
from storage.db import Row, Session
from storage.values import Dates

COUNTED_AT_MOST = 1000
LOOKED_AT = 300
"""Series of which the words are compared with what was asked."""
MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Series:
    """One target of one body over time, told by its newest item."""

    id: int
    name: Span
    organisation: Span | None
    organisation_emptied: bool
    report: int
    target: int
    dates: Dates


@dataclass(frozen=True, slots=True)
class Told:
    """What one report says of a target, under the numbers that its items have there.

    `year` is the plan's: the period's, else that of the day.
    """

    report: int
    dates: Dates
    period: Period | None
    year: int
    items: tuple[tuple[int, Target], ...]

    @property
    def targets(self) -> tuple[Target, ...]:
        """Give the targets without their numbers."""
        return tuple(target for _, target in self.items)


class Closeness(StrEnum):
    """How series answer the name that was asked for, closest first."""

    NAME = "name"  # it is theirs
    WORDS = "words"  # all of its words are theirs
    SOME = "some"  # all but one are


@dataclass(frozen=True, slots=True)
class Asked:
    """Series that answer a question, best first."""

    series: tuple[Series, ...]
    closeness: Closeness


async def find(session: Session, asked: NameKey, *, limit: int) -> Asked:
    """Find series by a name: the name itself, else names with all its words, else with all but one."""
    same = await _of_name(session, asked)
    if same:
        return Asked(await describe(session, same, limit=limit), Closeness.NAME)
    words = [word for word in asked.bare.split() if any(map(str.isalnum, word))][:MOST_WORDS]
    found, closeness = await _with_words(session, words), Closeness.WORDS
    if not found and len(words) > 1:
        closeness = Closeness.SOME
        for out in range(len(words)):
            found += await _with_words(session, words[:out] + words[out + 1 :], limit=LOOKED_AT // 10)
    best = sorted(dict.fromkeys(found), key=lambda pair: pair[1])
    return Asked(await describe(session, [series for series, _ in best], limit=limit), closeness)


async def _of_name(session: Session, asked: NameKey) -> list[int]:
    rows = await session.rows(
        "SELECT words, COALESCE(root, id) AS root FROM series WHERE bare = ? ORDER BY id DESC LIMIT ?",
        [asked.bare, LOOKED_AT],
    )
    accented = [row["root"] for row in rows if row["words"] == asked.words]
    return list(dict.fromkeys(accented if asked.accented and accented else [row["root"] for row in rows]))


async def _with_words(
    session: Session, words: Sequence[str], limit: int = LOOKED_AT
) -> list[tuple[int, int]]:
    """Find series whose name and body have all words, with the number of other words in the name."""
    if not words:
        return []
    expression = " ".join(f'"{word}"' for word in words)
    rows = await session.rows(
        """
        SELECT series.bare AS name, COALESCE(root, series.id) AS root
        FROM series JOIN (
            SELECT rowid FROM series_words WHERE series_words MATCH ? ORDER BY rowid DESC LIMIT ?
        ) AS found ON found.rowid = series.id
        """,
        [expression, limit],
    )
    asked = set(words)
    counted = ((row["root"], row["name"].split()) for row in rows)
    return [(root, len(set(name) - asked)) for root, name in counted if asked & set(name)]


async def describe(session: Session, numbers: Sequence[int], *, limit: int) -> tuple[Series, ...]:
    """Tell series by their newest items, in the order given; those without any are left out."""
    some = list(dict.fromkeys(numbers))[:LOOKED_AT]
    if not some:
        return ()
    rows = await session.rows(
        f"""
        SELECT id, (
            SELECT report_id FROM series_item JOIN report ON report.id = report_id
            WHERE series = series.id AND deleted_at IS NULL
            ORDER BY series_item.day DESC, report_id DESC LIMIT 1
        ) AS report FROM series WHERE id IN ({", ".join("?" * len(some))})
        """,
        some,
    )
    newest = {row["id"]: row["report"] for row in rows if row["report"] is not None}
    kept = [number for number in some if number in newest][:limit]
    return tuple([await _series(session, number, newest[number]) for number in kept])


async def _series(session: Session, number: int, report: int) -> Series:
    row = await session.row(
        f"""
        SELECT target, name, name_start, name_end,
            organisation, organisation_start, organisation_end, organisation_emptied, {values.DATES}
        FROM series_item
        JOIN target ON target.report_id = series_item.report_id AND ordinal = target
        JOIN report ON report.id = series_item.report_id
        WHERE series_item.report_id = ? AND series = ? ORDER BY target LIMIT 1
        """,
        [report, number],
    )
    assert row is not None  # noqa: S101 it was just found
    return Series(
        number,
        values.a_span(row, "name"),
        values.span(row, "organisation"),
        bool(row["organisation_emptied"]),
        report,
        row["target"],
        values.dates(row),
    )


async def series_of(session: Session, report: int, target: int) -> Series | None:
    """Find the series of a target, None where a report has no such target."""
    number = await session.value(
        "SELECT series FROM series_item WHERE report_id = ? AND target = ?", [report, target]
    )
    found = await describe(session, [number], limit=1) if number else ()
    return found[0] if found else None


async def count(session: Session, series: int) -> int:
    """Count the reports that tell of a target, up to COUNTED_AT_MOST + 1."""
    return int(
        await session.value(
            """
            SELECT count(*) FROM (
                SELECT DISTINCT series_item.day, report_id FROM series_item JOIN report ON id = report_id
                WHERE series = ? AND deleted_at IS NULL LIMIT ?
            )
            """,
            [series, COUNTED_AT_MOST + 1],
        )
    )


async def told(session: Session, series: int, *, limit: int, offset: int = 0) -> tuple[Told, ...]:
    """Tell what each report says of a target, the newest meeting first."""
    rows = await session.rows(
        """
        SELECT DISTINCT series_item.day, report_id FROM series_item JOIN report ON id = report_id
        WHERE series = ? AND deleted_at IS NULL
        ORDER BY series_item.day DESC, report_id DESC LIMIT ? OFFSET ?
        """,
        [series, limit, offset],
    )
    numbers = [row["report_id"] for row in rows]
    items = await _items(session, numbers, series)
    return tuple([_told(row, items[row["id"]][series]) for row in await _heads(session, numbers)])


async def told_by(session: Session, report: int) -> dict[int, Told]:
    """Tell what a report says of each of its targets, by series, in the order of the report."""
    heads = await _heads(session, [report])
    items = await _items(session, [report])
    return {series: _told(row, found) for row in heads for series, found in items[row["id"]].items()}


async def _heads(session: Session, numbers: Sequence[int]) -> list[Row]:
    return await session.rows(
        f"""
        SELECT id, report.day AS day, {values.DATES}, {values.PERIOD}, year FROM report
        JOIN body_report ON report_id = id WHERE id IN ({", ".join("?" * len(numbers))})
        ORDER BY report.day DESC, id DESC
        """,
        numbers,
    )


_Items = dict[int, dict[int, list[tuple[int, Target]]]]
"""By report, then by series: the targets with their numbers."""


async def _items(session: Session, numbers: Sequence[int], series: int | None = None) -> _Items:
    only = "" if series is None else "AND series = ?"
    join = f"""
        series_item JOIN target ON target.report_id = series_item.report_id AND ordinal = series_item.target
        WHERE series_item.report_id IN ({", ".join("?" * len(numbers))}) {only}
    """
    given = [*numbers, *([] if series is None else [series])]
    rows = await session.rows(
        f"SELECT series, target.* FROM {join} ORDER BY target.report_id, ordinal", given
    )
    figures = await session.rows(
        f"""
        SELECT figure.* FROM figure WHERE (report_id, target) IN
        (SELECT series_item.report_id, series_item.target FROM {join})
        """,
        given,
    )
    of_target: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for figure in figures:
        of_target[figure["report_id"], figure["target"]].append(figure)
    found: _Items = defaultdict(lambda: defaultdict(list))
    for row in rows:
        target = values.target(row, of_target[row["report_id"], row["ordinal"]])
        found[row["report_id"]][row["series"]].append((row["ordinal"], target))
    return found


def _told(row: Row, items: Sequence[tuple[int, Target]]) -> Told:
    year = row["year"] or date.fromisoformat(row["day"]).year
    return Told(row["id"], values.dates(row), values.period(row), year, tuple(items))


async def near(session: Session, series: int, *, limit: int) -> tuple[Series, ...]:
    """List other series of the same body with the same words and more, or with fewer of them."""
    row = await session.row("SELECT bare, body FROM series WHERE id = ?", [series])
    if row is None or not row["bare"]:
        return ()
    words = [word for word in row["bare"].split() if any(map(str.isalnum, word))]
    rows = await session.rows(
        """
        SELECT COALESCE(root, series.id) AS root, bare FROM series JOIN (
            SELECT rowid FROM series_words WHERE series_words MATCH ? ORDER BY rowid DESC LIMIT ?
        ) AS found ON found.rowid = series.id WHERE body = ?
        """,
        [" ".join(f'name:"{word}"' for word in words[:MOST_WORDS]), LOOKED_AT, row["body"]],
    )
    by_length = sorted(rows, key=lambda other: len(other["bare"]))
    return await describe(session, [r["root"] for r in by_length if r["root"] != series], limit=limit)
