"""Tell a chat that work goes on which takes a while."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from telegram import ReplyParameters
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.patience import Patience
from bot.telegram.client import RawBot
from bot.telegram.messages import NO_PREVIEW
from handlers.chat import Place, Request

log = logging.getLogger(__name__)

TYPING_FOR = 4.0
"""Seconds after which the action "typing" is said again: a client shows it for five."""


@dataclass
class Progress:
    """The message that tells of the work, where there is one: the answer takes its place."""

    message: int | None = None


class Telling:
    """Tells of work in the chat that it is done for."""

    def __init__(self, bot: RawBot, patience: Patience):
        self._bot = bot
        self._patience = patience

    @asynccontextmanager
    async def of(self, request: Request, words: str) -> AsyncIterator[Progress]:
        """Say "typing" at once, and after a moment in words what is done."""
        progress, done = Progress(), asyncio.Event()
        typing = asyncio.create_task(self._type(request.place))
        saying = asyncio.create_task(self._say_later(request, words, done, progress))
        try:
            yield progress
        except asyncio.CancelledError:
            saying.cancel()
            raise
        finally:
            done.set()
            typing.cancel()
            await asyncio.gather(typing, saying, return_exceptions=True)

    async def take_back(self, place: Place, message: int) -> None:
        """Take back a message that no answer takes the place of."""
        try:
            await self._bot.delete_message(int(place.chat), message)
        except TelegramError as error:
            log.debug("the progress could not be taken back: %s", error)

    async def _say_later(self, request: Request, words: str, done: asyncio.Event, progress: Progress) -> None:
        """Tell what goes on, unless it is done in a moment."""
        try:
            async with asyncio.timeout(self._patience.tell_after):
                await done.wait()
        except TimeoutError:
            await self._say(request, words, progress)

    async def _type(self, place: Place) -> None:
        while True:
            try:
                await self._bot.send_chat_action(
                    int(place.chat), ChatAction.TYPING, message_thread_id=place.thread
                )
            except TelegramError as error:
                log.debug("an action could not be shown: %s", error)
            await asyncio.sleep(TYPING_FOR)

    async def _say(self, request: Request, words: str, progress: Progress) -> None:
        place = request.place
        under = None if place.private else ReplyParameters(request.position, allow_sending_without_reply=True)
        try:
            sent = await self._bot.send_message(
                int(place.chat),
                words,
                message_thread_id=place.thread,
                reply_parameters=under,
                disable_notification=True,
                link_preview_options=NO_PREVIEW,
            )
        except TelegramError as error:
            log.debug("the progress could not be told: %s", error)
        else:
            progress.message = sent.message_id
