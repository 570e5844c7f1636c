"""What is stored is carried on in order, also around a stop."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.queues import Later, Outbox, Outcome, Sent, sent
from storage import outbox
from storage.db import Database, open_database
from storage.outbox import Outgoing

CHAT = "12"


async def test_a_message_stored_while_the_program_stops_does_not_overtake_one_that_waits(
    tmp_path: Path,
) -> None:
    """Its answer may be stored when those before it were put off already."""
    db = await open_database(tmp_path / "sohop.db")
    sent: list[str] = []

    async def send(message: Outgoing) -> Outcome:
        if message.payload == "first":
            return Later("too many requests", timedelta(minutes=5))
        sent.append(message.payload)
        return Sent()

    sender = Outbox(db, "telegram", send, lambda: datetime.now(UTC), timedelta(seconds=1))
    running = asyncio.create_task(sender.run())
    await _store(db, "first")
    sender.wake()
    while not await _put_off(db):  # noqa: ASYNC110 a row wakes nobody
        await asyncio.sleep(0.01)
    await sender.finish(1)
    await _store(db, "second")
    sender.wake()
    await asyncio.sleep(0.1)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running

    assert sent == []
    async with db.session() as session:
        waiting = await outbox.new(session, "telegram", after=0, limit=9)
    await db.close()
    assert [message.payload for message in waiting] == ["first", "second"]


async def _store(db: Database, payload: str) -> None:
    async with db.session() as session:
        await outbox.put(session, "telegram", CHAT, [payload], datetime.now(UTC))


async def _put_off(db: Database) -> bool:
    async with db.session() as session:
        waiting = await outbox.new(session, "telegram", after=0, limit=9)
    return bool(waiting and waiting[0].attempts)


async def test_what_was_sent_is_not_sent_again_because_it_could_not_be_counted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fails() -> None:
        raise RuntimeError("busy")

    assert await sent(fails()) == Sent()
    assert "could not be noted" in caplog.text
