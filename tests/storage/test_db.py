import asyncio
import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from storage import records
from storage.db import Database, migrations, open_database
from storage.errors import DatabaseNewerError, DatabaseUnreadableError
from tests.storage.examples import AT


async def test_a_new_database_is_at_the_newest_migration(db: Database) -> None:
    async with db.session() as session:
        assert await session.value("PRAGMA user_version") == migrations()[-1][0]
        assert await session.value("PRAGMA journal_mode") == "wal"


async def test_migrations_are_numbered_without_gaps() -> None:
    assert [number for number, _ in migrations()] == list(range(1, len(migrations()) + 1))


async def test_every_table_is_strict(db: Database) -> None:
    async with db.session() as session:
        rows = await session.rows("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
        loose = {row["name"] for row in rows if not row["strict"]}

    assert not {name for name in loose if not name.startswith(("sqlite_", "report_words"))}


async def test_opening_twice_keeps_what_is_there(tmp_path: Path) -> None:
    for _ in range(2):
        database = await open_database(tmp_path / "deep" / "sohop.db")
        async with database.session() as session:
            await records.note(session, "test:1", "open", "book", AT)
        await database.close()

    database = await open_database(tmp_path / "deep" / "sohop.db")
    async with database.session() as session:
        assert await session.value("SELECT count(*) FROM audit") == 2
    await database.close()


async def test_a_file_that_is_no_database_is_named_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Kính gửi các đồng chí, " * 99, encoding="utf-8")

    with pytest.raises(DatabaseUnreadableError, match=r"DATABASE_PATH: không mở được .*letter\.db"):
        await open_database(path)


async def test_a_path_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreadableError, match="DATABASE_PATH"):
        await open_database(tmp_path)


async def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()

    with pytest.raises(DatabaseNewerError, match="bản sohop mới hơn"):
        await open_database(path)


async def half_a_piece_of_work(db: Database) -> None:
    async with db.session() as session:
        await records.set_fact(session, "half", "done")
        raise ZeroDivisionError


async def test_a_failed_piece_of_work_leaves_nothing(db: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await half_a_piece_of_work(db)

    async with db.session() as session:
        assert await records.fact(session, "half") is None


async def test_others_see_a_write_only_when_it_is_committed(db: Database) -> None:
    async with db.session() as writing:
        await records.set_fact(writing, "menu", "new")
        async with db.session() as reading:
            assert await records.fact(reading, "menu") is None
        assert await records.fact(writing, "menu") == "new"

    async with db.session() as reading:
        assert await records.fact(reading, "menu") == "new"


async def test_fifty_may_write_at_once(db: Database) -> None:
    async def add(number: int) -> None:
        async with db.session() as session:
            await records.note(session, f"test:{number}", "write", "book", AT)

    await asyncio.gather(*map(add, range(50)))

    async with db.session() as session:
        assert await session.value("SELECT count(*) FROM audit") == 50


async def test_a_cancelled_writer_lets_the_next_one_in(db: Database) -> None:
    async def write_and_wait() -> None:
        async with db.session() as session:
            await records.set_fact(session, "cancelled", "yes")
            await asyncio.sleep(60)

    for delay in (0, 0.001, 0.05):
        task = asyncio.create_task(write_and_wait())
        await asyncio.sleep(delay)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    async with db.session() as session:
        await records.set_fact(session, "next", "yes")
    async with db.session() as session:
        assert await records.fact(session, "cancelled") is None
        assert await records.fact(session, "next") == "yes"


async def test_the_audit_is_only_added_to(db: Database) -> None:
    async with db.session() as session:
        await records.note(session, "test:1", "store", "12", AT, title="Giao ban")
    for statement in ("DELETE FROM audit", "UPDATE audit SET actor = 'test:2'"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            async with db.session() as session:
                await session.write(statement)

    async with db.session() as session:
        row = await session.row("SELECT actor, detail FROM audit")
    assert row is not None
    assert tuple(row) == ("test:1", '{"title": "Giao ban"}')


async def test_a_reader_cannot_write_by_mistake(db: Database) -> None:
    async with db.session() as session:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await session.rows("DELETE FROM fact")


_KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from storage import records
from storage.db import open_database

async def main():
    db = await open_database(Path(sys.argv[1]))
    async with db.session() as session:
        await records.set_fact(session, "acknowledged", "yes")
    async with db.session() as session:
        await records.set_fact(session, "half", "yes")
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_a_kill_keeps_what_was_committed_and_nothing_half(tmp_path: Path) -> None:
    path = tmp_path / "sohop.db"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", _KILLED, path)
    assert await process.wait() == -signal.SIGKILL

    database = await open_database(path)
    async with database.session() as session:
        assert await records.fact(session, "acknowledged") == "yes"
        assert await records.fact(session, "half") is None
    await database.close()


async def test_the_state_tells_size_rows_and_last_faults(db: Database) -> None:
    async with db.session() as session:
        for reference in ("A1", "B2", "C3", "D4"):
            await records.fault(session, reference, "ValueError in reader", AT)

    async with db.session() as session:
        state = await records.state(session)

    assert state.integrity == "ok"
    assert state.size > 0
    assert state.counts["report"] == 0
    assert [fault.reference for fault in state.faults] == ["D4", "C3", "B2"]


async def test_a_long_read_holds_up_no_other(db: Database) -> None:
    counting = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT max(i) FROM n"
    )

    async def count(most: int) -> int:
        async with db.session() as session:
            return int(await session.value(counting, [most]))

    long = asyncio.create_task(count(1_000_000))
    await asyncio.sleep(0)
    quick = [await count(1) for _ in range(4)]

    assert not long.done()
    assert quick == [1] * 4
    assert await long == 1_000_000
