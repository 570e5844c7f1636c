"""From replies to Zalo's messages, by way of the outbox."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta

from bot.calls import Json
from bot.doubts import AFTER_QUOTA, Doubts, after_quota
from bot.pacing import Limits, Pace
from bot.queues import Later, Never, Outcome, sent
from bot.zalo.client import ZaloBot
from bot.zalo.errors import ApiError, ZaloError
from bot.zalo.quota import Quota
from handlers.richtext import RichText, Style, Styled, utf16_units
from storage.outbox import Outgoing

STYLES = {
    Style.BOLD: ["b"],
    Style.MARK: ["b", "c_f27806"],
    Style.ITALIC: ["i"],
    Style.QUOTE: ["i"],
    Style.CODE: None,  # there is none
}
AFTER_DOUBT = timedelta(seconds=30)
BAD_REQUEST = 400
PACE = Limits(chat=(1, 1.0), group=None, everywhere=(5, 1.0))
"""Rates are not documented; what is known to work is about one message a second in a chat."""


@dataclass(frozen=True, slots=True)
class Payload:
    """One message as the outbox keeps it: a text, or a picture by its address.

    A `push` is a word that nobody asked for.
    """

    text: RichText
    push: bool = False
    photo: str = ""

    def dump(self) -> str:
        """Write as JSON."""
        places = [[p.start, p.end, p.style.value] for p in self.text.places]
        kept = {"text": self.text.text, "places": places, "push": self.push, "photo": self.photo}
        return json.dumps(kept, ensure_ascii=False)

    @classmethod
    def load(cls, text: str) -> Payload:
        """Read what `dump` wrote."""
        kept = json.loads(text)
        places = tuple(Styled(start, end, Style(style)) for start, end, style in kept["places"])
        return cls(RichText(kept["text"], places), kept["push"], kept["photo"])


def text_styles(rich: RichText) -> list[Json]:
    """Count the styled places in UTF-16 units, as Zalo does."""
    styles: list[Json] = []
    for place in rich.places:
        names, words = STYLES[place.style], rich.text[place.start : place.end]
        if names and words.strip():
            start = utf16_units(rich.text[: place.start])
            styles.append({"start": start, "len": utf16_units(words), "st": names})
    return styles


class Messenger:
    """Sends what the outbox holds, and tells what became of it.

    A message may arrive twice, never for nothing: what certainly did not arrive is sent until it does,
    what may have arrived is sent once more.
    """

    def __init__(self, bot: ZaloBot, quota: Quota, limits: Limits = PACE):
        self._bot = bot
        self._quota = quota
        self._pace = Pace(limits)
        self._doubts = Doubts()

    async def send(self, message: Outgoing) -> Outcome:
        """Send one stored message."""
        payload = Payload.load(message.payload)
        if payload.push and not await self._quota.allows_pushes():
            return Never("too little is left of the month's messages")
        try:
            async with self._pace.turn(message.chat):
                await self._post(message.chat, payload)
        except ZaloError as error:
            if error.is_doubtful:
                await self._quota.count_sent()
            return self._outcome(message, error)
        self._doubts.end(message.id)
        return await sent(self._quota.count_sent())

    async def _post(self, chat: str, payload: Payload) -> None:
        if payload.photo:
            await self._bot.send_photo(chat, payload.photo)
            return
        styles = text_styles(payload.text)
        try:
            await self._bot.send_message(chat, payload.text.text, styles)
        except ApiError as error:
            if error.code != BAD_REQUEST or not styles:
                raise
            await self._bot.send_message(chat, payload.text.text)  # better without bold than not at all

    def _outcome(self, message: Outgoing, error: ZaloError) -> Outcome:
        if error.is_doubtful:
            return self._doubts.once_more(message.id, str(error), AFTER_DOUBT)
        if isinstance(error, ApiError) and error.is_quota:
            return after_quota(str(error), message.attempts, AFTER_QUOTA)
        if isinstance(error, ApiError) and not error.is_unauthorized:
            return Never(str(error))
        return Later(str(error))
