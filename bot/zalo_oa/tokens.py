"""Have an access token at hand: out of the journal, renewed ahead of its end, by one task for all who ask."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime, timedelta

from pydantic import SecretStr

from bot.calls import CallError
from bot.patience import Patience
from bot.service import Clock
from bot.zalo_oa.errors import LinkNeededError
from bot.zalo_oa.journal import Journal, Kept
from bot.zalo_oa.oauth import OAuth, Pair, read_pair

log = logging.getLogger(__name__)

AHEAD = timedelta(hours=6)
"""How long before its end a token is renewed."""
LEAST = timedelta(minutes=2)
"""With less left a token is not used any more: the call may take a while."""


class UnkeptError(CallError):
    """Tokens could not be kept, so none are asked for."""


class Tokens:
    """The tokens of the account. `first` is a refresh token that is used where the journal has none."""

    def __init__(
        self, oauth: OAuth, journal: Journal, clock: Clock, *, first: SecretStr | None, patience: Patience
    ):
        self._oauth = oauth
        self._journal = journal
        self._clock = clock
        self._first = first
        self._patience = patience
        self._pair: Pair | None = None
        self._read_at: tuple[int, int] | None = None
        self._refused: str | None = None  # the refresh token that Zalo does not take
        self._renewing: asyncio.Task[Pair] | None = None
        self._unsaved: tuple[bytes, datetime] | None = None
        self._saving = asyncio.Lock()

    async def token(self) -> str:
        """Give a token that has not ended. Raises CallError."""
        await self._look()
        pair = self._pair
        if pair is None or pair.until - self._clock() < LEAST:
            pair = await self._renewed(pair)
        return pair.access.get_secret_value()

    async def another(self, refused: str, /) -> str:
        """Give a token in the place of one that was refused. Raises CallError."""
        await self._look()
        pair = self._pair
        if pair is None or pair.access.get_secret_value() == refused:
            pair = await self._renewed(pair)
        return pair.access.get_secret_value()

    async def keep_fresh(self) -> None:
        """Renew ahead of time. Raises CallError where that failed; the old token may still be good."""
        await self._look()
        if self._pair is not None and self._pair.refresh.get_secret_value() == self._refused:
            raise LinkNeededError("the token was refused before")
        if self._pair is None or self._pair.until - self._clock() < AHEAD:
            await self._renewed(self._pair)

    async def close(self) -> None:
        """Wait for an answer that is on its way: it holds the only token that works from now on."""
        if self._renewing is not None:
            await asyncio.wait([self._renewing], timeout=self._patience.tokens)
        await self._oauth.close()

    async def _renewed(self, old: Pair | None) -> Pair:
        """Renew once for all who ask at the same time. Whoever stops waiting does not stop it."""
        if self._renewing is None or self._renewing.done():
            self._renewing = asyncio.create_task(self._renew(old), name="zalo-oa-tokens")
        return await asyncio.shield(self._renewing)

    async def _renew(self, old: Pair | None) -> Pair:
        async with self._locked():
            await self._look()
            if self._pair is not None and self._pair != old:
                return self._pair  # another process was first
            refresh = self._pair.refresh if self._pair else self._first
            if refresh is None:
                raise LinkNeededError("there is no token")
            if refresh.get_secret_value() == self._refused:
                raise LinkNeededError("the token was refused before")
            await self._prove()
            try:
                raw = await self._oauth.by_refresh(refresh)
            except LinkNeededError:
                self._refused = refresh.get_secret_value()
                raise
            self._unsaved = (raw, self._clock())
            await self._save()  # before anything of it is used
            self._pair = read_pair(raw, self._clock())
            log.info("new tokens for Zalo OA, the next are due by %s", self._pair.until - AHEAD)
            return self._pair

    @asynccontextmanager
    async def _locked(self) -> AsyncIterator[None]:
        """Hold the journal's lock. Raises UnkeptError where it cannot be had."""
        async with AsyncExitStack() as stack:
            try:
                await stack.enter_async_context(self._journal.locked())
            except OSError as error:
                raise UnkeptError(f"new tokens could not be kept: {error.strerror}") from None
            yield

    async def _prove(self) -> None:
        """See that an answer could be kept, before one is asked for. Raises UnkeptError."""
        try:
            await asyncio.to_thread(self._journal.prove)
        except OSError as error:
            raise UnkeptError(f"new tokens could not be kept: {error.strerror}") from None

    async def _save(self) -> None:
        """Keep an answer. If the disk fails just now it is used all the same: it is the only way in."""
        if self._unsaved is None:
            return
        try:
            await asyncio.to_thread(self._journal.add, *self._unsaved)
        except OSError as error:
            log.critical("the new tokens of Zalo OA are not kept yet: %s", error.strerror)
        else:
            self._unsaved = None

    async def _look(self) -> None:
        """Take up what stands in the journal now; `sohop zalo-oa` may have written it."""
        if self._unsaved and self._renewing and self._renewing.done():
            async with self._saving:  # one waits for the file, not a thread for each who asks
                if self._unsaved:
                    async with self._locked():
                        await self._save()
        changed = self._journal.changed
        if changed != self._read_at and self._unsaved is None:
            self._pair = newest(await asyncio.to_thread(self._journal.read))
            self._read_at = changed


def newest(kept: Kept) -> Pair | None:
    """Read the newest answer that has tokens."""
    for answer in reversed(kept.answers):
        with suppress(CallError, ValueError):
            return read_pair(answer.raw, datetime.fromisoformat(answer.at))
    return None
