"""Run the bot on Telegram: poll into the inbox, answer from it, send from the outbox."""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import AsyncExitStack
from datetime import timedelta

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.beside import Beside
from bot.hooks import Hook
from bot.housekeeping import Housekeeping
from bot.links.opening import LinkOpener
from bot.patience import Patience
from bot.pauses import Pauses
from bot.queues import Inbox, Never, Outbox, Outcome
from bot.running import end, until_first
from bot.service import Service, Teller
from bot.telegram import PLATFORM
from bot.telegram.answering import Answering
from bot.telegram.client import ALLOWED_UPDATES, Json, RawBot
from bot.telegram.menus import Menus
from bot.telegram.messages import Messenger, payloads
from bot.telegram.polling import Poller, no_such_token, no_such_webhook, pause_after, stalled
from bot.telegram.updates import delivered
from bot.telegram.uploads import Uploads
from documents.opening import Opener
from handlers.chat import Reply
from storage import inbox, outbox, people
from storage.db import Session
from storage.drafts import Draft
from storage.outbox import Outgoing

log = logging.getLogger(__name__)

HOOK = "/telegram"
"""Where Telegram delivers updates to, behind WEBHOOK_URL."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 a header's name


class TelegramRunner:
    """Everything that runs while the bot is on Telegram."""

    name = PLATFORM

    def __init__(
        self,
        service: Service,
        bot: RawBot,
        opener: Opener,
        patience: Patience | None = None,
        links: LinkOpener | None = None,
    ):
        self._service = service
        self._database = service.database
        self._bot = bot
        self._patience = patience or Patience()
        self._opener = opener
        self._messenger = Messenger(bot, Uploads(bot, service.database, self._patience))
        self._menus = Menus(bot, service)
        self._beside = Beside()
        self._watch = service.watches[PLATFORM]
        first_pause = timedelta(seconds=self._patience.first_pause)
        self._outbox = Outbox(self._database, PLATFORM, self._send, service.clock, first_pause, self._watch)
        self._pauses = Pauses(self._database, PLATFORM, service.clock, self._wake_inbox, self._beside)
        self._answering = Answering(
            service,
            bot,
            self._menus,
            self._pauses,
            self._beside,
            self._outbox.wake,
            opener,
            links or LinkOpener(opener),
            self._patience,
        )
        self._housekeeping = Housekeeping(service, PLATFORM, self._tell, self._outbox.wake)
        self._inbox = Inbox(self._database, PLATFORM, self._answering.handle, self._watch)
        self._poller = Poller(bot, self.store, self._patience)
        self.hook = Hook(HOOK, SECRET_HEADER, delivered, self.store)
        service.tellers[PLATFORM] = Teller(self._tell_person, self._outbox.wake)

    async def run(self, stop: asyncio.Event) -> None:
        """Answer until `stop` is set. Raises PollingError where polling makes no sense any more."""
        async with AsyncExitStack() as stack:
            stopped = asyncio.create_task(stop.wait(), name="stop")
            stack.callback(stopped.cancel)
            stack.push_async_callback(self._close)
            greeting = asyncio.create_task(self._greet(), name="greeting")
            stack.push_async_callback(end, greeting)
            await until_first(greeting, stopped)
            if stopped.done():
                return
            await self._housekeeping.forget_old()
            await self._pauses.resume()
            sending = asyncio.create_task(self._outbox.run(), name="outbox")
            receiving = asyncio.create_task(self._inbox.run(), name="inbox")
            polling = asyncio.create_task(self._receive(), name="poller")
            stack.push_async_callback(self._finish, polling, receiving, sending)
            self._beside.start(self._menus.keep_trying(self._patience))
            self._beside.start(self._housekeeping.run(self._patience.tidy_first, self._patience.tidy_every))
            pictures = "are read by tesseract" if self._opener.ocr else "are not read"
            log.info("ready as @%s; pictures and scans %s", self._bot.username, pictures)
            await until_first(sending, receiving, polling, stopped)

    async def _greet(self) -> None:
        """Open the connection; a network that is not up yet gets time, a wrong token does not."""
        patience = self._patience
        pause, deadline = patience.first_pause, asyncio.get_running_loop().time() + patience.stalled_after
        while error := await self._greeted():
            log.warning("Telegram cannot be reached yet: %s", error)
            if asyncio.get_running_loop().time() > deadline:
                raise stalled(patience.stalled_after)
            await asyncio.sleep(pause_after(error, pause))
            pause = min(pause * 2, patience.longest_pause)

    async def _greeted(self) -> TelegramError | None:
        """Try to greet; returns what went wrong."""
        try:
            await self._answering.application.initialize()
            await self._set_up()
        except InvalidToken:
            raise no_such_token() from None
        except TelegramError as error:
            return error
        return None

    async def _set_up(self) -> None:
        """Have updates delivered, or kept for polling, as the settings say."""
        settings = self._service.settings
        if settings.webhook_url is None or settings.webhook_secret is None:
            await self._leave_webhook()
            return
        address = f"{settings.webhook_url}{HOOK}"
        try:
            await self._bot.set_webhook(
                address,
                secret_token=settings.webhook_secret.get_secret_value(),
                allowed_updates=list(ALLOWED_UPDATES),
                drop_pending_updates=False,
            )
        except BadRequest as error:
            if "resolve" in str(error).lower():  # a name that is new takes a while to be known everywhere
                raise
            raise no_such_webhook(address) from None

    async def _receive(self) -> None:
        """Poll, or leave it to the webhook; then only a look now and then tells that a token was reset."""
        if self._service.settings.webhook_url is None:
            await self._poller.run()
        while True:
            await asyncio.sleep(self._patience.look_every)
            try:
                await self._bot.get_me()
            except InvalidToken:
                raise no_such_token() from None
            except TelegramError as error:
                log.warning("Telegram does not answer: %s", error)

    async def answers(self) -> bool:
        """Tell whether Telegram answers."""
        try:
            await self._bot.get_me()
        except TelegramError:
            return False
        return True

    async def _leave_webhook(self) -> None:
        """Take back a webhook that an earlier set-up left: with it Telegram refuses polling."""
        if (await self._bot.get_webhook_info()).url:
            log.warning("a webhook was set; it is taken back, pending updates are kept")
            await self._bot.delete_webhook(drop_pending_updates=False)

    async def _tell(self, session: Session, draft: Draft, reply: Reply) -> None:
        """Keep a word that nobody asked for, for the chat and topic of a draft."""
        messages = [payload.dump() for payload in payloads(reply, None, draft.thread)]
        await outbox.put(session, PLATFORM, draft.chat, messages, self._service.clock())

    async def _tell_person(self, session: Session, chat: str, reply: Reply) -> None:
        """Keep a word that nobody asked for, for a person."""
        messages = [payload.dump() for payload in payloads(reply, None)]
        await outbox.put(session, PLATFORM, chat, messages, self._service.clock())

    async def store(self, updates: list[Json]) -> None:
        """Store updates as they came, in one transaction.

        In ASCII: a half of a surrogate pair, which JSON can hold and the database cannot, must not stop
        the polling.
        """
        rows = [(str(update["update_id"]), json.dumps({"update": update})) for update in updates]
        async with self._database.session() as session:
            self._watch.updates += await inbox.put(session, PLATFORM, rows, self._service.clock())
        self._wake_inbox()

    def _wake_inbox(self) -> None:
        self._inbox.wake()

    async def _send(self, message: Outgoing) -> Outcome:
        outcome = await self._messenger.send(message)
        if isinstance(outcome, Never) and "blocked" in outcome.error.lower():
            async with self._database.session() as session:
                await people.blocked(session, PLATFORM, message.chat, self._service.clock())
        return outcome

    async def _finish(
        self, polling: asyncio.Task[None], receiving: asyncio.Task[None], sending: asyncio.Task[None]
    ) -> None:
        """Stop polling, finish what is in hand, send what was answered; the rest stays stored."""
        self._pauses.stop()
        await end(polling, receiving)
        await self._inbox.finish(self._patience.finish_within)
        await self._outbox.finish(self._patience.finish_within)
        await end(sending)
        await self._beside.stop()

    async def _close(self) -> None:
        """Close the connections, also where the greeting did not succeed."""
        await self._answering.application.shutdown()
        await self._bot.shutdown()
