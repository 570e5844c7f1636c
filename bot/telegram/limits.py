"""The limits that Telegram sets on sending, for python-telegram-bot."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import BaseRateLimiter

from bot.pacing import Limits, Pace

Json = dict[str, Any]


class ChatRateLimiter(BaseRateLimiter[None]):
    """Keeps the limits for whatever puts a message into a chat."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._pace = Pace(limits or Limits())

    async def initialize(self) -> None:
        """Have nothing to prepare."""

    async def shutdown(self) -> None:
        """Have nothing to put away."""

    async def process_request(  # noqa: PLR0913, PLR0917 the library's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | Json | list[Json]]],
        args: Any,
        kwargs: Json,
        endpoint: str,
        data: Json,
        rate_limit_args: None,  # noqa: ARG002 the same
    ) -> bool | Json | list[Json]:
        """Wait for the chat's turn, then for everybody's."""
        counts = endpoint.startswith(("send", "edit", "forward", "copy")) and endpoint != "sendChatAction"
        if "chat_id" not in data or not counts:
            return await callback(*args, **kwargs)
        chat = str(data["chat_id"])
        async with self._pace.turn(chat, group=chat.startswith(("-", "@"))):
            return await callback(*args, **kwargs)
