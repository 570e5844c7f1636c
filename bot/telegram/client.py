"""The client of the Bot API: python-telegram-bot's, on connections that heal."""

from __future__ import annotations

import logging
from typing import Any, cast

import httpx
from telegram.ext import ExtBot

from bot.pacing import Limits
from bot.patience import Patience
from bot.settings import Settings
from bot.telegram.limits import ChatRateLimiter
from bot.telegram.network import HealingRequest

log = logging.getLogger(__name__)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
KEEP_ALIVE = 120.0
CONNECTIONS = 32
POLLS = 4
"""Connections for polling: one that stalls must not be the last."""

Json = dict[str, Any]


class RawBot(ExtBot[None]):
    """A bot that also hands out updates as they came, so that an unknown kind is stored like any other."""

    async def fetch_updates(self, offset: int | None, seconds: int, patience: float) -> list[Json]:
        """Wait for updates from `offset` on; asking for them confirms those before.

        Telegram holds the request for so many `seconds`; `patience` is for its way there and back.
        """
        data: Json = {"timeout": seconds, "allowed_updates": list(ALLOWED_UPDATES)}
        if offset is not None:
            data["offset"] = offset
        updates = cast("list[Json]", await self._post("getUpdates", data, read_timeout=seconds + patience))
        log.debug("updates: %s", [update["update_id"] for update in updates])
        return updates


def build_bot(
    settings: Settings,
    transport: httpx.AsyncBaseTransport | None = None,
    patience: Patience | None = None,
    limits: Limits | None = None,
) -> RawBot:
    """Build the client; `transport` takes the network's place."""
    if settings.telegram_token is None:
        raise ValueError("no TELEGRAM_TOKEN is set")
    patience = patience or Patience()
    url = settings.telegram_api_url.rstrip("/")
    return RawBot(
        settings.telegram_token.get_secret_value(),
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=_request(CONNECTIONS, settings, transport, patience),
        get_updates_request=_request(POLLS, settings, transport, patience),
        rate_limiter=ChatRateLimiter(limits),
    )


def _request(
    connections: int, settings: Settings, transport: httpx.AsyncBaseTransport | None, patience: Patience
) -> HealingRequest:
    limits = httpx.Limits(
        max_connections=connections,
        max_keepalive_connections=max(connections // 2, 1),
        keepalive_expiry=KEEP_ALIVE,
    )
    return HealingRequest(
        connection_pool_size=connections,
        connect_timeout=patience.answer,
        read_timeout=patience.answer,
        pool_timeout=patience.pool,
        grace=patience.grace,
        proxy=settings.proxy_url.get_secret_value() if settings.proxy_url else None,
        # No proxy that only the environment names: PROXY_URL is the setting.
        httpx_kwargs={"limits": limits, "trust_env": False, "transport": transport},
    )
