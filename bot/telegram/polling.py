"""Fetch updates and store them before Telegram is told that they arrived."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.telegram.client import Json, RawBot

log = logging.getLogger(__name__)

LONG_POLL = 50
"""Seconds that Telegram holds a request open when there is nothing new (its maximum)."""
STALLED_AFTER = 180.0
"""Seconds without an answered poll after which the process ends, to be started anew."""
NEWCOMER_FOR = 10.0
CONFLICTS_BORNE = 5
"""Two instances with one token push each other out. Whoever started less than NEWCOMER_FOR seconds ago
bears no refusal, so that the newcomer ends; an older one bears so many in a row."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0

Store = Callable[[list[Json]], Awaitable[None]]


class PollingError(Exception):
    """Polling cannot go on; its words tell the person who started the program why."""


class Poller:
    """Polls one token, and ends with a clear word where that makes no sense any more."""

    def __init__(  # noqa: PLR0913 every pause can be set
        self,
        bot: RawBot,
        store: Store,
        *,
        long_poll: int = LONG_POLL,
        stalled_after: float = STALLED_AFTER,
        newcomer_for: float = NEWCOMER_FOR,
        first_pause: float = FIRST_PAUSE,
    ):
        self._bot = bot
        self._store = store
        self._long_poll = long_poll
        self._stalled_after = stalled_after
        self._newcomer_for = newcomer_for
        self._first_pause = first_pause
        self._offset: int | None = None
        self._conflicts = 0

    async def run(self) -> None:
        """Poll until cancelled. Raises PollingError."""
        pause = self._first_pause
        started = answered = self._now()
        while True:
            try:
                updates = await self._poll_once(answered)
            except TelegramError as error:
                self._check(error, newcomer=self._now() - started < self._newcomer_for)
                log.warning("polling: %s", error)
                if self._now() - answered > self._stalled_after:
                    raise stalled(self._stalled_after) from error
                await asyncio.sleep(self._pause_after(error, pause))
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            answered, pause, self._conflicts = self._now(), self._first_pause, 0
            if updates:
                await self._store(updates)
                self._offset = max(int(update["update_id"]) for update in updates) + 1

    async def _poll_once(self, answered: float) -> list[Json]:
        """Poll, but not beyond the moment at which silence means that nothing works any more."""
        left = answered + self._stalled_after + self._long_poll - self._now()
        try:
            async with asyncio.timeout(max(left, 1.0)):
                return await self._bot.fetch_updates(self._offset, self._long_poll)
        except TimeoutError:
            raise stalled(self._stalled_after) from None

    def _check(self, error: TelegramError, *, newcomer: bool) -> None:
        """Raise PollingError where another attempt makes no sense."""
        if isinstance(error, InvalidToken):
            raise no_such_token()
        if isinstance(error, Conflict):
            self._conflicts += 1
            if newcomer or self._conflicts > CONFLICTS_BORNE:
                raise PollingError(
                    "TELEGRAM_TOKEN: một tiến trình khác đang chạy với mã này. "
                    "Tắt tiến trình kia rồi khởi động lại."
                )

    def _pause_after(self, error: TelegramError, pause: float) -> float:
        if isinstance(error, RetryAfter):
            return pause_of(error).total_seconds()
        return 0 if isinstance(error, Conflict) else pause

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


def no_such_token() -> PollingError:
    """Tell that Telegram does not know the token."""
    return PollingError(
        "TELEGRAM_TOKEN: Telegram không nhận mã này. Lấy mã đúng từ @BotFather. "
        "Ví dụ: TELEGRAM_TOKEN=123456789:AAE-abc_def"
    )


def stalled(seconds: float) -> PollingError:
    """Tell that Telegram has not answered for so long."""
    return PollingError(
        f"Telegram không trả lời trong {seconds:.0f} giây. Kiểm tra mạng và PROXY_URL; "
        "tiến trình dừng để được khởi động lại."
    )


def pause_of(error: RetryAfter) -> timedelta:
    """Give the pause that Telegram asks for."""
    pause = error.retry_after
    return pause if isinstance(pause, timedelta) else timedelta(seconds=pause)
