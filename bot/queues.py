"""Carry stored work to those who do it: the inbox to handlers, the outbox to the platform.

Both keep order within a chat and go side by side across chats. What is in hand is also a row in
storage, so a kill at any point loses nothing: the rows left are taken up at the next start.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.service import Clock
from bot.watching import Watch
from storage import inbox, outbox
from storage.db import Database
from storage.inbox import Incoming
from storage.outbox import Outgoing

log = logging.getLogger(__name__)

IN_HAND = 500
"""How many rows are taken into memory at once; the rest wait in storage."""

LONGEST_PAUSE = timedelta(minutes=5)
GIVEN_UP_AFTER = timedelta(hours=24)


class Inbox:
    """Takes stored updates in order of arrival and hands each to `handle`, many at once.

    `handle` keeps the order within a chat, and marks its row as done.
    """

    def __init__(
        self,
        database: Database,
        platform: str,
        handle: Callable[[Incoming], Coroutine[Any, Any, None]],
        watch: Watch | None = None,
    ):
        self._database = database
        self._platform = platform
        self._handle = handle
        self._watch = watch or Watch()
        self._arrived = asyncio.Event()
        self._room = asyncio.Semaphore(IN_HAND)
        self._tasks: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Tell that something was stored."""
        self._arrived.set()

    async def run(self) -> None:
        """Hand out what waits and what comes, until cancelled."""
        last = 0
        while True:
            self._arrived.clear()
            while waiting := await self._waiting(last):
                for incoming in waiting:
                    last = incoming.id
                    await self._start(incoming)
            await self._arrived.wait()

    async def _waiting(self, last: int) -> list[Incoming]:
        async with self._database.session() as session:
            return await inbox.new(session, self._platform, after=last, limit=IN_HAND)

    async def _start(self, incoming: Incoming) -> None:
        await self._room.acquire()
        task = asyncio.create_task(self._watched(incoming))
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    async def _watched(self, incoming: Incoming) -> None:
        started = time.monotonic()
        await self._handle(incoming)
        self._watch.took(time.monotonic() - started)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._room.release()
        if not task.cancelled() and (error := task.exception()):
            self._watch.errors["handling"] += 1
            log.error("an update stays in the inbox for the next start", exc_info=error)

    async def finish(self, seconds: float) -> None:
        """Wait for what is in hand; what takes longer stays stored for the next start."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived."""


async def sent(*notes: Awaitable[object]) -> Sent:
    """Take note of a message that arrived; what cannot be noted must not send it a second time."""
    for note in notes:
        try:
            await note
        except Exception:
            log.exception("what a sent message counts for could not be noted")
    return Sent()


@dataclass(frozen=True, slots=True)
class Later:
    """It did not arrive now, or nobody knows; it is sent again after `pause`, or after growing pauses."""

    error: str
    pause: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Never:
    """It cannot arrive."""

    error: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has another id now."""

    chat: str


Outcome = Sent | Later | Never | Moved


class StoppedError(Exception):
    """The program stops before a message can be sent again."""


class Outbox:
    """Sends stored messages: each chat's in order, the chats side by side."""

    def __init__(  # noqa: PLR0913, PLR0917 wired once, in the runners
        self,
        database: Database,
        platform: str,
        send: Callable[[Outgoing], Awaitable[Outcome]],
        clock: Clock,
        first_pause: timedelta,
        watch: Watch | None = None,
    ):
        self._database = database
        self._platform = platform
        self._send = send
        self._first_pause = first_pause
        self._watch = watch or Watch()
        self._clock = clock
        self._stored = asyncio.Event()
        self._idle = asyncio.Event()  # all that is stored is in hand
        self._stopping = asyncio.Event()
        self._waiting: dict[str, asyncio.Queue[Outgoing]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._left: set[str] = set()  # chats whose next message waits for the next start

    def wake(self) -> None:
        """Tell that something was stored."""
        self._idle.clear()
        self._stored.set()

    async def run(self) -> None:
        """Send what waits and what comes, until cancelled."""
        last = 0
        while True:
            self._stored.clear()
            self._idle.clear()
            while messages := await self._new(last):
                for message in messages:
                    last = message.id
                    self._enqueue(message)
            if not self._stored.is_set():
                self._idle.set()
            await self._stored.wait()

    async def _new(self, last: int) -> list[Outgoing]:
        async with self._database.session() as session:
            return await outbox.new(session, self._platform, after=last, limit=IN_HAND)

    def _enqueue(self, message: Outgoing) -> None:
        if message.chat in self._left:
            return
        queue = self._waiting.get(message.chat)
        if queue is None:
            queue = self._waiting[message.chat] = asyncio.Queue()
            task = asyncio.create_task(self._send_all(message.chat, queue))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        queue.put_nowait(message)

    async def _send_all(self, chat: str, queue: asyncio.Queue[Outgoing]) -> None:
        """Send a chat's messages one by one; the chat is forgotten when none is left."""
        while not queue.empty():
            message = queue.get_nowait()
            try:
                await self._deliver(message)
            except StoppedError:
                self._left.add(
                    message.chat
                )  # those behind it, also those still to come, must not overtake it
                break
            except Exception:
                log.exception("message %s stays in the outbox for the next start", message.id)
        del self._waiting[chat]

    async def _deliver(self, message: Outgoing) -> None:
        """Send a message until it arrives or never will. Raises StoppedError where that is too long."""
        attempts, due = message.attempts, message.due_at
        while True:
            await self._wait_until(due)
            outcome = await self._send(replace(message, attempts=attempts))
            now = self._clock()
            if isinstance(outcome, Later) and now - message.created_at < GIVEN_UP_AFTER:
                pause = outcome.pause or min(self._first_pause * 2 ** min(attempts, 16), LONGEST_PAUSE)
                attempts, due = attempts + 1, now + pause
                await self._delay(message, due, outcome.error)
                continue
            await self._settle(message, outcome, now)
            return

    async def _wait_until(self, due: datetime) -> None:
        pause = (due - self._clock()).total_seconds()
        if pause <= 0:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await self._stopping.wait()
                raise StoppedError

    async def _delay(self, message: Outgoing, due: datetime, error: str) -> None:
        self._watch.errors["sent later"] += 1
        log.warning("message %s is sent again at %s: %s", message.id, due, error)
        async with self._database.session() as session:
            await outbox.delay(session, message.id, due, error)

    async def _settle(self, message: Outgoing, outcome: Outcome, now: datetime) -> None:
        self._watch.sent += isinstance(outcome, Sent)
        async with self._database.session() as session:
            if isinstance(outcome, Sent):
                await outbox.sent(session, message.id, now)
            elif isinstance(outcome, Moved):
                await outbox.follow(session, self._platform, message, outcome.chat, now)
            else:
                self._watch.errors["given up"] += 1
                log.warning("message %s is given up: %s", message.id, outcome.error)
                await outbox.drop(session, message.id, now, outcome.error)
        if isinstance(outcome, Moved):
            self.wake()

    async def finish(self, seconds: float) -> None:
        """Send what was answered before the stop; what takes longer stays stored for the next start.

        What did not arrive at once takes longer.
        """
        self._stopping.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._idle.wait()
                while tasks := self._tasks:
                    await asyncio.wait(tasks)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
