"""Let staff say which targets are one, and which are not."""

from __future__ import annotations

from storage.db import Row, Session
from storage.keying import move

Item = tuple[int, int]
"""A report and the number of its target."""


async def join(session: Session, one: Item, other: Item) -> bool:
    """Make two targets one, with all of their names, from now on; False where they are one already."""
    root, joined = [(await _place(session, *item))["series"] for item in (one, other)]
    if root == joined:
        return False
    await move(session, joined, root)
    await session.write("UPDATE series SET settled = 1 WHERE id IN (?, ?)", [root, joined])
    return True


async def part(session: Session, one: Item, other: Item) -> bool:
    """Part a target from another; False where they are two already.

    All of its name goes, and where both have one name only this item.
    """
    stays, goes = await _place(session, *one), await _place(session, *other)
    if stays["series"] != goes["series"]:
        return False
    if stays["own"] == goes["own"]:
        await _part_item(session, *other, goes["own"])
    else:
        await _part_name(session, stays["own"], goes["own"], goes["series"])
    return True


async def _place(session: Session, report: int, target: int) -> Row:
    row = await session.row(
        "SELECT own, series FROM series_item WHERE report_id = ? AND target = ?", [report, target]
    )
    if row is None:
        raise LookupError(f"{report}.c{target} is in no series")
    return row


async def _part_item(session: Session, report: int, target: int, own: int) -> None:
    """Give an item a series of its own under the same name."""
    cursor = await session.write(
        """
        INSERT INTO series (body, words, bare, part, odd, settled)
        SELECT body, words, bare, 1 + (
            SELECT max(part) FROM series AS s WHERE s.body = series.body AND s.words = series.words
        ), odd, 1 FROM series WHERE id = ?
        """,
        [own],
    )
    new = cursor.lastrowid
    await session.write(
        """
        INSERT INTO series_words (rowid, name, body)
        SELECT series.id, series.bare, body.bare FROM series JOIN body ON body.id = series.body
        WHERE series.id = ?
        """,
        [new],
    )
    await session.write(
        "UPDATE series_item SET own = ?, series = ? WHERE report_id = ? AND target = ?",
        [new, new, report, target],
    )


async def _part_name(session: Session, stays: int, goes: int, root: int) -> None:
    """Take a name out of a series; one that was shown under it is shown under the name that stays."""
    if goes == root:
        await session.write(
            "UPDATE series SET root = ? WHERE (id = ? OR root = ?) AND id <> ?", [stays, root, root, goes]
        )
        await session.write("UPDATE series_item SET series = ? WHERE series = ?", [stays, root])
        await session.write("UPDATE series SET root = NULL WHERE id = ?", [stays])
    await session.write("UPDATE series SET root = NULL WHERE id = ?", [goes])
    await session.write("UPDATE series SET settled = 1 WHERE id IN (?, ?)", [stays, goes])
    await session.write("UPDATE series_item SET series = ? WHERE own = ?", [goes, goes])


async def other_of(session: Session, item: Item) -> Item | None:
    """Find what an item can be parted from: the newest of another name in its series, else of its own."""
    place = await _place(session, *item)
    row = await session.row(
        """
        SELECT report_id, target FROM series_item JOIN report ON id = report_id
        WHERE series = ? AND NOT (report_id = ? AND target = ?) AND deleted_at IS NULL
        ORDER BY own = ?, series_item.day DESC, report_id DESC, target LIMIT 1
        """,
        [place["series"], *item, place["own"]],
    )
    return (row["report_id"], row["target"]) if row else None
