"""Fetch the photos that staff send of documents, and have them read."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.links.fetching import Fetcher, Limits
from bot.links.problems import LinkError, Problem
from bot.patience import Patience
from bot.reading import PICTURE, TOO_LARGE, open_file
from bot.zalo.client import ZaloBot
from bot.zalo.errors import ZaloError
from documents.model import MAX_BYTES
from documents.opening import Opener
from handlers.chat import File

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Pictures in memory at once; others wait, and with them only their chats."""
ATTEMPTS = 3
PASSING = frozenset(
    {Problem.UNKNOWN_HOST, Problem.UNREACHABLE, Problem.TOO_SLOW, Problem.FAILED, Problem.BROKEN}
)
"""What may be better at the next attempt."""
UNAVAILABLE = "unavailable"
TYPING_FOR = 4.0
"""Seconds after which "typing" is shown again; how long it stays is not documented."""


def photo_fetcher(patience: Patience) -> Fetcher:
    """Build what fetches photos. An update's word is not enough to reach into a network of one's own."""
    # Zalo says "image/jpg", which is no registered type; what it is shows when it is opened
    return Fetcher(limits=Limits(seconds=patience.download, size=MAX_BYTES), types=None)


class Pictures:
    """Opens photos. Nothing is said in between: there is no message that could be taken back."""

    def __init__(self, fetcher: Fetcher, opener: Opener, patience: Patience):
        self._fetcher = fetcher
        self._opener = opener
        self._patience = patience
        self._room = asyncio.Semaphore(AT_ONCE)

    async def open(self, address: str, name: str) -> File:
        """Fetch and read a photo, and tell what came of it."""
        if not self._opener.ocr:
            return File(name, problem=PICTURE)
        async with self._room:
            try:
                data = await self._fetch(address)
            except LinkError as error:
                log.warning("a photo could not be fetched: %s", error.problem.value)
                large = error.problem is Problem.TOO_LARGE
                return File(name, problem=TOO_LARGE if large else UNAVAILABLE)
            return await open_file(self._opener, data, name)

    async def _fetch(self, address: str) -> bytes:
        """Fetch a photo at once, for its address may expire; again where the network failed."""
        for attempt in range(1, ATTEMPTS):
            try:
                return (await self._fetcher.fetch(address)).data
            except LinkError as error:
                if error.problem not in PASSING:
                    raise
                await asyncio.sleep(self._patience.first_pause * attempt)
        return (await self._fetcher.fetch(address)).data


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
