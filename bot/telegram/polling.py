"""Fetch updates and store them before Telegram is told that they arrived."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.patience import Patience
from bot.running import PollingError, SettingRefusedError
from bot.telegram.client import Json, RawBot

log = logging.getLogger(__name__)

CONFLICTS_BORNE = 5
"""Two instances with one token push each other out. A newcomer bears no refusal, so that it is the one
to end; an older one bears so many in a row."""

Store = Callable[[list[Json]], Awaitable[None]]


class Poller:
    """Polls one token, and ends with a clear word where that makes no sense any more."""

    def __init__(self, bot: RawBot, store: Store, patience: Patience):
        self._bot = bot
        self._store = store
        self._patience = patience
        self._offset: int | None = None
        self._conflicts = 0

    async def run(self) -> None:
        """Poll until cancelled. Raises PollingError."""
        pause = self._patience.first_pause
        started = answered = self._now()
        while True:
            try:
                updates = await self._poll_once(answered)
            except TelegramError as error:
                self._check(error, newcomer=self._now() - started < self._patience.newcomer_for)
                log.warning("polling: %s", error)
                if self._now() - answered > self._patience.stalled_after:
                    raise stalled(self._patience.stalled_after) from error
                await asyncio.sleep(0 if isinstance(error, Conflict) else pause_after(error, pause))
                pause = min(pause * 2, self._patience.longest_pause)
                continue
            answered, pause, self._conflicts = self._now(), self._patience.first_pause, 0
            # With nothing left to confirm the number is forgotten: after a week's silence ids start anew.
            self._offset = None
            if updates:
                await self._store(updates)
                self._offset = max(int(update["update_id"]) for update in updates) + 1

    async def _poll_once(self, answered: float) -> list[Json]:
        """Poll, but not beyond the moment at which silence means that nothing works any more."""
        left = answered + self._patience.stalled_after + self._patience.long_poll - self._now()
        try:
            async with asyncio.timeout(max(left, 1.0)):
                return await self._bot.fetch_updates(
                    self._offset, self._patience.long_poll, self._patience.answer
                )
        except TimeoutError:
            raise stalled(self._patience.stalled_after) from None

    def _check(self, error: TelegramError, *, newcomer: bool) -> None:
        """Raise PollingError where another attempt makes no sense."""
        if isinstance(error, InvalidToken):
            raise no_such_token()
        if isinstance(error, Conflict):
            self._conflicts += 1
            if newcomer or self._conflicts > CONFLICTS_BORNE:
                raise not_alone(error)

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


def no_such_token() -> SettingRefusedError:
    """Tell that Telegram does not know the token."""
    return SettingRefusedError(
        "Telegram",
        "TELEGRAM_TOKEN",
        "TELEGRAM_TOKEN: Telegram không nhận mã này. Lấy mã đúng từ @BotFather. "
        "Ví dụ: TELEGRAM_TOKEN=123456789:AAE-abc_def",
    )


def no_such_webhook(address: str) -> SettingRefusedError:
    """Tell that Telegram takes no updates to this address."""
    return SettingRefusedError(
        "Telegram",
        "WEBHOOK_URL",
        f"WEBHOOK_URL: Telegram không nhận địa chỉ {address}. Địa chỉ phải là https, mở được từ Internet, "
        "cổng 443, 80, 88 hoặc 8443. Ví dụ: WEBHOOK_URL=https://bot.xa.example",
    )


def not_alone(error: Conflict) -> PollingError:
    """Tell that somebody else takes this token's updates."""
    other = "một webhook đã được đặt" if "webhook" in str(error).lower() else "một tiến trình khác đang chạy"
    return PollingError(f"TELEGRAM_TOKEN: {other} với mã này. Tắt bên kia rồi khởi động lại.")


def stalled(seconds: float) -> PollingError:
    """Tell that Telegram has not answered for so long."""
    return PollingError(
        f"Telegram không trả lời trong {seconds:.0f} giây. Kiểm tra mạng và PROXY_URL; "
        "tiến trình dừng để được khởi động lại."
    )


def pause_after(error: TelegramError, pause: float) -> float:
    """Give the seconds to wait after an error: what Telegram asks for, else `pause`."""
    return pause_of(error).total_seconds() if isinstance(error, RetryAfter) else pause


def pause_of(error: RetryAfter) -> timedelta:
    """Give the pause that Telegram asks for."""
    pause = error.retry_after
    return pause if isinstance(pause, timedelta) else timedelta(seconds=pause)
