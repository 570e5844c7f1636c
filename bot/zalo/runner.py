"""Run the bot on Zalo: updates into the inbox, answers from it, sent from the outbox."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack

from bot.answering import Ways
from bot.attached import Attached, attached_fetcher
from bot.calls import Json
from bot.carrying import Carrying
from bot.handing import Publish
from bot.hooks import Hook
from bot.links.fetching import Fetcher
from bot.links.opening import LinkOpener
from bot.pacing import Limits
from bot.patience import Patience
from bot.running import end, until_first
from bot.service import Service, Teller
from bot.zalo import HOOK, PLATFORM, SECRET_HEADER
from bot.zalo.answering import ZaloAnswering
from bot.zalo.client import ZaloBot
from bot.zalo.errors import ApiError, ZaloError
from bot.zalo.keeping import ZaloKeeping
from bot.zalo.messages import BAD_REQUEST, PACE, Messenger
from bot.zalo.polling import Poller, leave_webhook, no_such_token, no_such_webhook
from bot.zalo.quota import Quota
from bot.zalo.updates import delivered, dump, event_of, key_of
from documents.opening import Opener
from handlers.chat import Reply
from storage.db import Session
from storage.drafts import Draft

log = logging.getLogger(__name__)


class ZaloRunner:
    """Everything that runs while the bot is on Zalo."""

    name = PLATFORM

    def __init__(  # noqa: PLR0913, PLR0917 wired once
        self,
        service: Service,
        bot: ZaloBot,
        opener: Opener,
        patience: Patience | None = None,
        links: LinkOpener | None = None,
        limits: Limits = PACE,
        publish: Publish | None = None,
        photos: Fetcher | None = None,
    ):
        self._service = service
        self._bot = bot
        self._patience = patience or Patience()
        self._quota = Quota(service)
        messenger = Messenger(bot, self._quota, limits)
        self._carrying = Carrying(service, PLATFORM, messenger.send, self._patience)
        self._outbox = self._carrying.outbox
        self._keeping = ZaloKeeping(service, PLATFORM, publish)
        ways = Ways(
            self._carrying.pauses,
            self._outbox.wake,
            self._keeping.keep,
            Attached(photos or attached_fetcher(self._patience), opener, self._patience),
            links or LinkOpener(opener),
        )
        self._answering = ZaloAnswering(service, ways, bot)
        self._carrying.hand_to(self._answering.handle, self._tell)
        self._poller = Poller(bot, self.store, self._patience)
        self.hook = Hook(HOOK, SECRET_HEADER, delivered, self.store, probes=True)
        service.tellers[PLATFORM] = Teller(self._tell_person, self._outbox.wake)

    async def run(self, stop: asyncio.Event) -> None:
        """Answer until `stop` is set. Raises SettingRefusedError where the token is not known (any more)."""
        async with AsyncExitStack() as stack:
            stopped = asyncio.create_task(stop.wait(), name="stop")
            stack.callback(stopped.cancel)
            stack.push_async_callback(self._bot.close)
            greeting = asyncio.create_task(self._greet(), name="greeting")
            stack.push_async_callback(end, greeting)
            await until_first(greeting, stopped)
            if stopped.done():
                return
            names = " ".join(self._answering.names)
            await self._carrying.run(self._receive, stopped, ready=f"Zalo as {names}")

    async def _greet(self) -> None:
        """Learn the bot's names; a network that is not up yet gets time, a wrong token does not.

        However long it takes: Zalo failing for hours must not take Telegram down with it.
        """
        pause = self._patience.first_pause
        while error := await self._greeted():
            log.warning("Zalo cannot be reached yet: %s", error)
            await asyncio.sleep(pause)
            pause = min(pause * 2, self._patience.longest_pause)

    async def _greeted(self) -> ZaloError | None:
        """Try to greet; returns what went wrong."""
        try:
            self._answering.names = (await self._bot.get_me()).names
            await self._set_up()
        except ApiError as error:
            if error.is_unauthorized:
                raise no_such_token() from None
            return error
        except ZaloError as error:
            return error
        return None

    async def _set_up(self) -> None:
        """Have updates delivered, or kept for polling, as the settings say."""
        settings = self._service.settings
        if settings.webhook_url is None or settings.webhook_secret is None:
            await leave_webhook(self._bot)
            return
        address = f"{settings.webhook_url}{HOOK}"
        try:
            webhook = await self._bot.set_webhook(address, settings.webhook_secret)
        except ApiError as error:
            if error.code == BAD_REQUEST:
                raise no_such_webhook(address) from None
            raise
        if webhook.verification and not webhook.verification.ok:
            log.warning(
                "Zalo could not reach the webhook (%s): %s",
                webhook.verification.outcome[:60],
                webhook.verification.hint[:200],
            )

    async def _receive(self) -> None:
        """Poll, or leave it to the webhook; then only a look now and then tells that a token was reset."""
        if self._service.settings.webhook_url is None:
            await self._poller.run()
        while True:
            await asyncio.sleep(self._patience.look_every)
            try:
                await self._bot.get_me()
            except ZaloError as error:
                if isinstance(error, ApiError) and error.is_unauthorized:
                    raise no_such_token() from None
                log.warning("Zalo does not answer: %s", error)

    async def answers(self) -> bool:
        """Tell whether Zalo answers."""
        try:
            await self._bot.get_me()
        except ZaloError:
            return False
        return True

    async def store(self, updates: list[Json]) -> None:
        """Store updates as they came; one that came before stays as it is."""
        rows = [(key, dump(update)) for update in updates if (key := key_of(update))]
        for update in updates:
            if not key_of(update):
                log.info("an update without a message is left alone: %s", event_of(update)[:60])
        await self._carrying.take(rows, self._count)
        self._carrying.beside.start(self._quota.tell())

    async def _count(self, session: Session, new: int) -> None:
        await self._quota.count(session, "in", new)

    async def _tell(self, session: Session, draft: Draft, reply: Reply) -> None:
        """Keep a word that nobody asked for, for the chat of a draft."""
        await self._keeping.keep(session, draft.chat, draft.owner, (reply,), push=True, asked=False)

    async def _tell_person(self, session: Session, chat: str, reply: Reply) -> None:
        """Keep a word that an administrator has to know, whatever is left of the month."""
        await self._keeping.keep(session, chat, f"{PLATFORM}:{chat}", (reply,), asked=False)
