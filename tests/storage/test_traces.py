"""What was refused stands in no file of the database, not even in what SQLite no longer needs."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from storage import drafts, inbox
from storage.db import Database, open_database
from storage.drafts import DraftState, Part
from tests.storage.examples import AT

MARK = "khong-ai-duoc-thay"
SHORT, LONG = f"Kết luận {MARK} của hội nghị", f"{MARK} " * 9000  # a cell of a page, and pages of its own


def found_in(folder: Path) -> list[str]:
    """Name the files that hold the mark."""
    return [file.name for file in sorted(folder.iterdir()) if MARK.encode() in file.read_bytes()]


async def take_in_and_back(db: Database, text: str, *, traceless: bool) -> None:
    """Store an update and a draft of it, then take both back."""
    async with db.session() as session:
        await inbox.put(session, "telegram", [("1", text)], AT)
    async with db.session() as session:
        [update] = await inbox.new(session, "telegram", after=0, limit=1)
        draft = await drafts.start(
            session, "telegram", "7", "telegram:7", thread=None, state=DraftState.COLLECTING, at=AT
        )
        await drafts.put_part(session, draft.id, Part(1, text, AT))
    async with db.session() as session:
        await drafts.drop(session, draft.id)
        await inbox.finish(session, update.id, AT)
        if traceless:
            session.leave_no_trace()


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
async def test_what_leaves_no_trace_is_in_no_file(db: Database, tmp_path: Path, text: str) -> None:
    await take_in_and_back(db, text, traceless=True)

    assert found_in(tmp_path) == []


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
async def test_what_is_only_deleted_stays_in_the_log_until_the_next_start(tmp_path: Path, text: str) -> None:
    db = await open_database(tmp_path / "sohop.db")
    await take_in_and_back(db, text, traceless=False)
    before = found_in(tmp_path)
    again = await open_database(tmp_path / "sohop.db")
    after = found_in(tmp_path)
    await again.close()
    await db.close()

    assert before == ["sohop.db-wal"]
    assert after == []


async def test_a_reader_in_the_way_is_no_fault(
    db: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The work is done all the same; the next one empties the log."""
    async with db.session() as session:
        await session.write("PRAGMA busy_timeout = 50")
    reading = sqlite3.connect(tmp_path / "sohop.db")
    reading.execute("BEGIN")
    reading.execute("SELECT * FROM inbox").fetchall()
    await take_in_and_back(db, SHORT, traceless=True)
    during = found_in(tmp_path)
    reading.close()
    async with db.session() as session:
        await drafts.drop(session, 1)
        session.leave_no_trace()

    assert during == ["sohop.db-wal"]
    assert caplog.messages == ["the write-ahead log could not be emptied: somebody reads it"]
    assert found_in(tmp_path) == []


async def test_a_log_that_cannot_be_emptied_is_told_and_no_fault(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """A statement of the same connection is in the way."""
    open_statement = await db._writer.execute("SELECT * FROM sqlite_schema")
    await open_statement.fetchone()
    await take_in_and_back(db, SHORT, traceless=True)
    await open_statement.close()

    assert caplog.messages == ["the write-ahead log could not be emptied: database table is locked"]
