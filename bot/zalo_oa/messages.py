"""From stored payloads to the messages of an Official Account, and what became of them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.calls import CallError, Json
from bot.doubts import AFTER_QUOTA, Doubts, after_quota
from bot.pacing import Limits, Pace
from bot.queues import Later, Never, Outcome, sent
from bot.service import Service
from bot.zalo_oa import PLATFORM
from bot.zalo_oa.answers import Posted
from bot.zalo_oa.client import ZaloOa
from bot.zalo_oa.errors import TOO_LATE, ApiError, Do, LinkNeededError
from bot.zalo_oa.trouble import LINK, Trouble
from bot.zalo_oa.windows import Windows
from handlers.richtext import shorten
from storage import outbox
from storage.outbox import Outgoing

LONGEST_TITLE = 35
SHORT_TITLE = 20
"""Characters. What a title may have is unknown; one client keeps to 20."""
AFTER_DOUBT = timedelta(seconds=30)
AFTER_LINK = timedelta(seconds=30)
AGAIN = {Do.WAIT: timedelta(seconds=20), Do.RENEW: timedelta(minutes=1)}
FILES_AT_ONCE = 4
"""Files in memory; others wait, and with them only their chats."""
PACE = Limits(chat=(1, 0.5), group=None, everywhere=(50, 1.0))
"""4,000 requests a minute are documented, for each app: files are two."""


@dataclass(frozen=True, slots=True)
class Payload:
    """One message as the outbox keeps it: a text with buttons, or a file whose bytes stand beside it.

    A `push` is a word that nobody asked for.
    """

    text: str
    push: bool = False
    buttons: tuple[tuple[str, str], ...] = ()
    file: str = ""
    picture: bool = False

    def dump(self) -> str:
        """Write as JSON."""
        kept = {"text": self.text, "push": self.push, "buttons": self.buttons}
        return json.dumps(kept | {"file": self.file, "picture": self.picture}, ensure_ascii=False)

    @classmethod
    def load(cls, text: str) -> Payload:
        """Read what `dump` wrote."""
        kept = json.loads(text)
        buttons = tuple((title, payload) for title, payload in kept["buttons"])
        return cls(kept["text"], kept["push"], buttons, kept["file"], kept["picture"])


def text_message(payload: Payload) -> Json:
    """Write a text, with its buttons: what a tapped one gives back is not shown in the chat.

    Whether a text with buttons may be as long as one without is unknown.
    """
    if not payload.buttons:
        return {"text": payload.text}
    buttons = [
        {"title": title, "type": "oa.query.hide", "payload": given} for title, given in payload.buttons
    ]
    return {"text": payload.text, "attachment": {"type": "template", "payload": {"buttons": buttons}}}


def file_message(token: str) -> Json:
    """Write a file that was handed over."""
    return {"attachment": {"type": "file", "payload": {"token": token}}}


def picture_message(attachment: str) -> Json:
    """Write a picture that was handed over."""
    elements = [{"media_type": "image", "attachment_id": attachment}]
    payload = {"template_type": "media", "elements": elements}
    return {"attachment": {"type": "template", "payload": payload}}


class Messenger:
    """Sends what the outbox holds, and tells what became of it."""

    def __init__(
        self,
        service: Service,
        account: ZaloOa,
        windows: Windows,
        trouble: Trouble,
        limits: Limits = PACE,
    ):
        self._service = service
        self._account = account
        self._windows = windows
        self._trouble = trouble
        self._pace = Pace(limits)
        self._doubts = Doubts()
        self._room = asyncio.Semaphore(FILES_AT_ONCE)

    async def send(self, message: Outgoing) -> Outcome:
        """Send one stored message."""
        payload = Payload.load(message.payload)
        if refusal := await self._windows.refusal(message.chat, push=payload.push):
            return refusal
        try:
            async with self._pace.turn(message.chat):
                posted = await self._post(message, payload)
        except CallError as error:
            return await self._outcome(message, error)
        self._doubts.end(message.id)
        return await sent(self._windows.count(message.chat, posted), self._trouble.end(of_link=False))

    async def _post(self, message: Outgoing, payload: Payload) -> Posted:
        if payload.file:
            return await self._post_file(message, payload)
        try:
            return await self._account.send(message.chat, text_message(payload))
        except ApiError as error:
            if error.do is not Do.NEVER or not payload.buttons:
                raise
        short = tuple((shorten(title, SHORT_TITLE), given) for title, given in payload.buttons)
        return await self._account.send(message.chat, text_message(replace(payload, buttons=short)))

    async def _post_file(self, message: Outgoing, payload: Payload) -> Posted:
        async with self._room:
            async with self._service.database.session() as session:
                data = await outbox.file_of(session, message.id) or b""
            try:
                written = await self._handed_over(payload, data)
            except ApiError as error:
                if error.do is not Do.NEVER:
                    raise
                # which kinds it takes is known from memory in part (.csv): better a word than nothing
                texts = self._service.texts_at(PLATFORM)
                written = {"text": texts("file.out_not_here", names=payload.file)}
        return await self._account.send(message.chat, written)

    async def _handed_over(self, payload: Payload, data: bytes) -> Json:
        if payload.picture:
            return picture_message(await self._account.upload("image", payload.file, data))
        return file_message(await self._account.upload("file", payload.file, data))

    async def _outcome(self, message: Outgoing, error: CallError) -> Outcome:
        if isinstance(error, LinkNeededError):
            await self._trouble.begin(LINK, error)
            return Later(str(error), AFTER_LINK)
        if error.is_doubtful:
            return self._doubts.once_more(message.id, str(error), AFTER_DOUBT)
        if isinstance(error, ApiError):
            return await self._refused(message, error)
        return Later(str(error))

    async def _refused(self, message: Outgoing, error: ApiError) -> Outcome:
        if error.do is Do.HOLD:
            await self._trouble.begin(error.meaning.sentence, error)
            return after_quota(str(error), message.attempts, AFTER_QUOTA)
        if error.do is Do.LEAVE and error.code in TOO_LATE:
            return await self._windows.late(message.chat, str(error))
        if error.do in AGAIN:
            return Later(str(error), AGAIN[error.do])
        if error.do is Do.LEAVE:
            await self._windows.gone(message.chat)
        return Never(str(error))
