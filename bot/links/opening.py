"""From a link to its text: fetched, then opened like any file."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from bot.links.fetching import Fetcher
from bot.links.problems import LinkError, Problem
from bot.reading import EMPTY, open_file
from documents.opening import Opener
from handlers.chat import File

log = logging.getLogger(__name__)

AT_ONCE = 3
FEWEST_CHARACTERS = 80
"""A page with less was not built yet: a browser would do it."""


class LinkOpener:
    """Opens links, a few at once; whatever stands there, there is an answer."""

    def __init__(self, opener: Opener, fetcher: Fetcher | None = None):
        self._opener = opener
        self._fetcher = fetcher or Fetcher()
        self._room = asyncio.Semaphore(AT_ONCE)

    async def open(self, address: str) -> File:
        """Fetch and open what stands at an address, and tell what came of it."""
        async with self._room:
            try:
                return await self._open(address)
            except LinkError as error:
                log.info("a link could not be read: %s", error.problem.value)
                return File(address, problem=error.problem.value, address=address)

    async def _open(self, address: str) -> File:
        fetched = await self._fetcher.fetch(address)
        file = await open_file(self._opener, fetched.data, fetched.name)
        few = not file.problem and len(file.text.strip()) < FEWEST_CHARACTERS
        if file.problem == EMPTY or (fetched.is_page and few):
            raise LinkError(Problem.EMPTY)
        return replace(file, name=address if file.problem else file.name, address=fetched.address)
