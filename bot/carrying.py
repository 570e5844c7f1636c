"""Carry a platform's updates to their answering and the answers back, from the start to an orderly stop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

from bot.beside import Beside
from bot.housekeeping import Housekeeping, Tell
from bot.patience import Patience
from bot.pauses import Pauses
from bot.queues import Inbox, Outbox, Outcome
from bot.running import end, until_first
from bot.service import Service
from storage import inbox
from storage.db import Session
from storage.inbox import Incoming
from storage.outbox import Outgoing

log = logging.getLogger(__name__)


class Carrying:
    """The inbox and the outbox of a platform, and what keeps house for it; `hand_to` says who answers."""

    def __init__(
        self,
        service: Service,
        platform: str,
        send: Callable[[Outgoing], Awaitable[Outcome]],
        patience: Patience,
    ):
        self._service = service
        self._database = service.database
        self._platform = platform
        self._patience = patience
        self._watch = service.watches[platform]
        self.beside = Beside()
        first_pause = timedelta(seconds=patience.first_pause)
        self.outbox = Outbox(service.database, platform, send, service.clock, first_pause, self._watch)
        self.pauses = Pauses(service.database, platform, service.clock, self._wake_inbox, self.beside)
        self._inbox: Inbox
        self._housekeeping: Housekeeping

    def hand_to(self, handle: Callable[[Incoming], Coroutine[Any, Any, None]], tell: Tell) -> None:
        """Say who handles updates, and who keeps words that nobody asked for."""
        self._inbox = Inbox(self._database, self._platform, handle, self._watch)
        self._housekeeping = Housekeeping(self._service, self._platform, tell, self.outbox.wake)

    async def take(
        self, rows: Sequence[tuple[str, str]], also: Callable[[Session, int], Awaitable[None]]
    ) -> None:
        """Store updates as they came; one that came before stays as it is.

        `also` does what belongs into the same transaction, and is told how many are new.
        """
        async with self._database.session() as session:
            new = await inbox.put(session, self._platform, rows, self._service.clock())
            await also(session, new)
        self._watch.updates += new
        self._wake_inbox()

    async def run(
        self, receive: Callable[[], Coroutine[Any, Any, None]], stopped: asyncio.Task[Any], *, ready: str
    ) -> None:
        """Carry until `stopped`, or until `receive` ends; raises what it raised."""
        async with AsyncExitStack() as stack:
            await self._housekeeping.forget_old()
            await self.pauses.resume()
            sending = asyncio.create_task(self.outbox.run(), name="outbox")
            handling = asyncio.create_task(self._inbox.run(), name="inbox")
            receiving = asyncio.create_task(receive(), name="receiving")
            stack.push_async_callback(self._finish, receiving, handling, sending)
            self.beside.start(self._housekeeping.run(self._patience.tidy_first, self._patience.tidy_every))
            log.info("ready on %s", ready)
            await until_first(sending, handling, receiving, stopped)

    def _wake_inbox(self) -> None:
        self._inbox.wake()

    async def _finish(
        self, receiving: asyncio.Task[None], handling: asyncio.Task[None], sending: asyncio.Task[None]
    ) -> None:
        """Stop receiving, finish what is in hand, send what was answered; the rest stays stored."""
        self.pauses.stop()
        await end(receiving, handling)
        await self._inbox.finish(self._patience.finish_within)
        await self.outbox.finish(self._patience.finish_within)
        await end(sending)
        await self.beside.stop()
