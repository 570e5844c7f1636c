"""Fetch what staff send by an address that came with it, and have it read."""

from __future__ import annotations

import asyncio
import logging

from bot.links.fetching import Fetcher, Limits
from bot.links.problems import LinkError, Problem
from bot.patience import Patience
from bot.reading import PICTURE, TOO_LARGE, open_file
from documents.model import MAX_BYTES
from documents.opening import Opener
from handlers.chat import File

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Files in memory at once; others wait, and with them only their chats."""
ATTEMPTS = 3
PASSING = frozenset(
    {Problem.UNKNOWN_HOST, Problem.UNREACHABLE, Problem.TOO_SLOW, Problem.FAILED, Problem.BROKEN}
)
"""What may be better at the next attempt."""
UNAVAILABLE = "unavailable"


def attached_fetcher(patience: Patience) -> Fetcher:
    """Build what fetches files and photos. An update's word is not enough to reach into one's own network."""
    # Zalo says "image/jpg", which is no registered type; what it is, its content tells
    return Fetcher(limits=Limits(seconds=patience.download, size=MAX_BYTES), types=None)


class Attached:
    """Opens files and photos. Nothing is said in between: there is no message that could be taken back."""

    def __init__(self, fetcher: Fetcher, opener: Opener, patience: Patience):
        self._fetcher = fetcher
        self._opener = opener
        self._patience = patience
        self._room = asyncio.Semaphore(AT_ONCE)

    async def open(self, address: str, name: str, *, is_photo: bool) -> File:
        """Fetch and read a file, and tell what came of it."""
        if is_photo and not self._opener.ocr:
            return File(name, problem=PICTURE)
        async with self._room:
            try:
                data = await self._fetch(address)
            except LinkError as error:
                log.warning("a file could not be fetched: %s", error.problem.value)
                large = error.problem is Problem.TOO_LARGE
                return File(name, problem=TOO_LARGE if large else UNAVAILABLE)
            return await open_file(self._opener, data, name)

    async def _fetch(self, address: str) -> bytes:
        """Fetch a file at once, for its address may expire; again where the network failed."""
        for attempt in range(1, ATTEMPTS):
            try:
                return (await self._fetcher.fetch(address)).data
            except LinkError as error:
                if error.problem not in PASSING:
                    raise
                await asyncio.sleep(self._patience.first_pause * attempt)
        return (await self._fetcher.fetch(address)).data
