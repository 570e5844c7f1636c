"""Open the links that staff post, with a word in the chat where that takes a while."""

from __future__ import annotations

from dataclasses import replace

from bot.links.opening import LinkOpener
from bot.telegram.order import PerChatProcessor
from bot.telegram.telling import Telling
from handlers import show
from handlers.chat import Request
from handlers.texts import Texts


class Links:
    """Opens the addresses that messages name."""

    def __init__(self, opener: LinkOpener, texts: Texts, processor: PerChatProcessor, telling: Telling):
        self._opener = opener
        self._texts = texts
        self._processor = processor
        self._telling = telling

    async def attach(self, request: Request, address: str) -> tuple[Request, int | None]:
        """Open an address; gives the request with what stood there, and the message that told of the work."""
        words = self._texts("link.reading", address=show.address(address))
        async with self._telling.of(request, words) as progress, self._processor.aside():
            file = await self._opener.open(address)
        return replace(request, file=file), progress.message
