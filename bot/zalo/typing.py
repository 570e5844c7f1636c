"""Show in a chat that an answer is on its way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.zalo.client import ZaloBot
from bot.zalo.errors import ZaloError

log = logging.getLogger(__name__)

TYPING_FOR = 4.0
"""Seconds after which "typing" is shown again; how long it stays is not documented."""


@asynccontextmanager
async def typing(bot: ZaloBot, chat: str) -> AsyncIterator[None]:
    """Show that an answer is on its way, as long as it takes."""
    showing = asyncio.create_task(_type(bot, chat))
    try:
        yield
    finally:
        showing.cancel()
        await asyncio.gather(showing, return_exceptions=True)


async def _type(bot: ZaloBot, chat: str) -> None:
    while True:
        try:
            await bot.send_chat_action(chat)
        except ZaloError as error:
            log.debug("an action could not be shown: %s", error)
        await asyncio.sleep(TYPING_FOR)
