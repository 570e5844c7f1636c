"""Fetch updates one by one and store each at once: Zalo forgets what it handed out."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable

from bot.calls import Json
from bot.patience import Patience
from bot.running import SettingRefusedError
from bot.zalo.client import ZaloBot
from bot.zalo.errors import ApiError, ZaloError
from storage.errors import StorageError

log = logging.getLogger(__name__)

LONG_POLL = 30
"""Seconds; more than the default is not documented."""
AFTER_QUOTA = 60.0
TOO_QUICK = 1.0
"""Seconds; an empty answer that comes sooner is no long poll, and asking on at once would be a storm."""
LOOK_AFTER = 30
"""Empty polls after which a look is taken whether somebody set a webhook: then polls stay empty."""

Store = Callable[[list[Json]], Awaitable[None]]


class Poller:
    """Polls one token. Whoever else polls it takes updates away, and nothing tells so."""

    def __init__(self, bot: ZaloBot, store: Store, patience: Patience):
        self._bot = bot
        self._store = store
        self._patience = patience
        self._seconds = min(LONG_POLL, patience.long_poll)
        self._pause = patience.first_pause
        self._empty = 0
        self.answered: float | None = None
        """When a poll was last answered, by the loop's clock."""

    async def run(self) -> None:
        """Poll until cancelled. Raises SettingRefusedError where the token is not known."""
        while True:
            started = self._now()
            try:
                updates = await self._bot.get_updates(self._seconds)
            except ZaloError as error:
                await self._bear(error)
                continue
            self.answered, self._pause = self._now(), self._patience.first_pause
            if updates:
                self._empty = 0
                await self._keep(updates)
            else:
                await self._rest(self._now() - started)

    async def _keep(self, updates: list[Json]) -> None:
        """Store what was handed out, also where the program stops meanwhile: nobody gives it out again."""
        keeping = asyncio.create_task(self._keep_trying(updates), name="zalo-store")
        try:
            await asyncio.shield(keeping)
        except asyncio.CancelledError:
            await asyncio.wait([keeping], timeout=self._patience.finish_within)
            raise

    async def _keep_trying(self, updates: list[Json]) -> None:
        """Store updates; while another process holds the database, again and again."""
        while True:
            try:
                return await self._store(updates)
            except StorageError as error:
                log.warning("an update waits to be stored: %s", error)
                await asyncio.sleep(self._patience.first_pause)

    async def _bear(self, error: ZaloError) -> None:
        if isinstance(error, ApiError) and error.is_unauthorized:
            raise no_such_token()
        log.warning("polling Zalo: %s", error)
        if isinstance(error, ApiError) and error.code == 400:
            await self._look_for_webhook()
        quota = isinstance(error, ApiError) and error.is_quota
        await asyncio.sleep(AFTER_QUOTA if quota else self._pause * random.uniform(0.8, 1.2))  # noqa: S311
        self._pause = min(self._pause * 2, self._patience.longest_pause)

    async def _rest(self, took: float) -> None:
        self._empty += 1
        if self._empty % LOOK_AFTER == 0:
            await self._look_for_webhook()
        if took < min(TOO_QUICK, self._seconds):
            await asyncio.sleep(self._patience.first_pause)

    async def _look_for_webhook(self) -> None:
        """Take back a webhook that was set in the meantime: with it polls get nothing."""
        try:
            await leave_webhook(self._bot)
        except ZaloError as error:
            log.warning("the webhook could not be looked for: %s", error)

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


async def leave_webhook(bot: ZaloBot) -> None:
    """Take back a webhook. Raises ZaloError."""
    if (await bot.get_webhook_info()).url:
        log.warning("a webhook was set at Zalo; it is taken back")
        await bot.delete_webhook()


def no_such_webhook(address: str) -> SettingRefusedError:
    """Tell that Zalo takes no updates to this address."""
    return SettingRefusedError(
        "Zalo",
        "WEBHOOK_URL",
        f"WEBHOOK_URL: Zalo không nhận địa chỉ {address}. Địa chỉ phải là https, mở được từ Internet. "
        "Ví dụ: WEBHOOK_URL=https://bot.xa.example",
    )


def no_such_token() -> SettingRefusedError:
    """Tell that Zalo does not know the token."""
    return SettingRefusedError(
        "Zalo",
        "ZALO_BOT_TOKEN",
        "ZALO_BOT_TOKEN: Zalo không nhận mã này. Lấy mã đúng trong Zalo Bot Creator. "
        "Ví dụ: ZALO_BOT_TOKEN=1234567890:abcDEF_xyz",
    )
