"""The client of the Bot API: python-telegram-bot's, on connections that heal."""

from __future__ import annotations

from typing import Any, cast

import httpx
from telegram.ext import AIORateLimiter, ExtBot

from bot.settings import Settings
from bot.telegram.network import ChatRateLimiter, HealingRequest

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
KEEP_ALIVE = 120.0
CONNECTIONS = 32

Json = dict[str, Any]


class RawBot(ExtBot[AIORateLimiter]):
    """A bot that also hands out updates as they came, so that an unknown kind is stored like any other."""

    async def fetch_updates(self, offset: int | None, seconds: int) -> list[Json]:
        """Wait for updates behind `offset`; asking for them confirms those before."""
        data: Json = {"timeout": seconds, "allowed_updates": list(ALLOWED_UPDATES)}
        if offset is not None:
            data["offset"] = offset
        return cast("list[Json]", await self._post("getUpdates", data, read_timeout=seconds + 10.0))


def build_bot(settings: Settings, transport: httpx.AsyncBaseTransport | None = None) -> RawBot:
    """Build the client; `transport` takes the network's place."""
    if settings.telegram_token is None:
        raise ValueError("no TELEGRAM_TOKEN is set")
    proxy = settings.proxy_url.get_secret_value() if settings.proxy_url else None
    options: Json = {
        "limits": httpx.Limits(
            max_connections=CONNECTIONS,
            max_keepalive_connections=CONNECTIONS // 2,
            keepalive_expiry=KEEP_ALIVE,
        ),
        "trust_env": False,
        "transport": transport,
    }
    url = settings.telegram_api_url.rstrip("/")
    return RawBot(
        settings.telegram_token.get_secret_value(),
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=HealingRequest(
            connection_pool_size=CONNECTIONS, pool_timeout=10, proxy=proxy, httpx_kwargs=options
        ),
        get_updates_request=HealingRequest(
            connection_pool_size=4, read_timeout=10, proxy=proxy, httpx_kwargs=options
        ),
        rate_limiter=cast("Any", ChatRateLimiter()),  # the library's own type names its subclass' argument
    )
