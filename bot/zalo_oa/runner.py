"""Run the bot on an Official Account: events into the inbox, answers from it, sent from the outbox."""

from __future__ import annotations

import asyncio
import logging
import random
from contextlib import AsyncExitStack

from bot.answering import Ways
from bot.attached import Attached, attached_fetcher
from bot.calls import CallError, Json
from bot.carrying import Carrying
from bot.handing import Publish
from bot.hooks import Hook
from bot.links.fetching import Fetcher
from bot.links.opening import LinkOpener
from bot.pacing import Limits
from bot.patience import Patience
from bot.service import Service, Teller
from bot.settings import Settings
from bot.zalo_oa import PLATFORM
from bot.zalo_oa.answering import OaAnswering
from bot.zalo_oa.client import ZaloOa
from bot.zalo_oa.errors import LinkNeededError
from bot.zalo_oa.journal import Journal
from bot.zalo_oa.keeping import OaKeeping
from bot.zalo_oa.messages import PACE, Messenger
from bot.zalo_oa.oauth import App, OAuth
from bot.zalo_oa.tokens import Tokens
from bot.zalo_oa.trouble import LINK, Trouble
from bot.zalo_oa.updates import STALE, UNFOLLOW, delivered, dump, event_of, is_signed, key_of, person_of
from bot.zalo_oa.updates import time_of as event_time
from bot.zalo_oa.windows import Windows
from documents.opening import Opener
from handlers.chat import Reply
from storage import contacts
from storage.db import Session
from storage.drafts import Draft

log = logging.getLogger(__name__)

HOOK = "/zalo-oa"
"""Where Zalo delivers events to, behind the address that stands at developers.zalo.me."""
SIGNATURE = "X-ZEvent-Signature"


class OaRunner:
    """Everything that runs while the bot is on an Official Account."""

    name = PLATFORM

    def __init__(  # noqa: PLR0913, PLR0917 wired once
        self,
        service: Service,
        tokens: Tokens,
        account: ZaloOa,
        opener: Opener,
        patience: Patience | None = None,
        links: LinkOpener | None = None,
        limits: Limits = PACE,
        publish: Publish | None = None,
        files: Fetcher | None = None,
    ):
        self._service = service
        self._tokens = tokens
        self._account = account
        self._patience = patience or Patience()
        self._trouble = Trouble(service)
        messenger = Messenger(service, account, Windows(service), self._trouble, limits)
        self._carrying = Carrying(service, PLATFORM, messenger.send, self._patience)
        self._keeping = OaKeeping(service, PLATFORM, publish)
        ways = Ways(
            self._carrying.pauses,
            self._carrying.outbox.wake,
            self._keeping.keep,
            Attached(files or attached_fetcher(self._patience), opener, self._patience),
            links or LinkOpener(opener),
        )
        self._answering = OaAnswering(service, ways, account)
        self._carrying.hand_to(self._answering.handle, self._tell)
        # whether Zalo tries an address without a signature is unknown: what asks for nothing may be answered
        self.hook = Hook(HOOK, SIGNATURE, delivered, self.store, probes=True, signed=self._is_signed)
        service.tellers[PLATFORM] = Teller(self._tell_person, self._carrying.outbox.wake)

    async def run(self, stop: asyncio.Event) -> None:
        """Answer until `stop` is set.

        Without permission nothing can be sent: answers wait in the outbox for a day.
        """
        async with AsyncExitStack() as stack:
            stopped = asyncio.create_task(stop.wait(), name="stop")
            stack.callback(stopped.cancel)
            stack.push_async_callback(self._account.close)
            stack.push_async_callback(self._tokens.close)
            await self._carrying.run(self._keep_fresh, stopped, ready="Zalo OA")

    async def _keep_fresh(self) -> None:
        """Have tokens at hand, renewed ahead of their end."""
        pause = self._patience.first_pause
        while True:
            try:
                await self._fresh()
            except CallError as error:
                log.warning("new tokens for Zalo OA cannot be had yet: %s", error)
                await asyncio.sleep(pause * random.uniform(0.8, 1.2))  # noqa: S311
                pause = min(pause * 2, self._patience.longest_pause)
                continue
            except Exception:
                log.exception("tokens for Zalo OA cannot be looked after; it is tried again")
            else:
                pause = self._patience.first_pause
            await asyncio.sleep(self._patience.relink)

    async def _fresh(self) -> None:
        try:
            await self._tokens.keep_fresh()
        except LinkNeededError as error:
            await self._trouble.begin(LINK, error)
        else:
            await self._trouble.end(of_link=True)

    async def answers(self) -> bool:
        """Tell whether Zalo answers."""
        try:
            await self._account.name()
        except CallError:
            return False
        return True

    async def store(self, events: list[Json]) -> None:
        """Store events as they came; one that came before stays as it is.

        Zalo repeats for a day what was not answered, so an old one may be new here; one that is older than
        what is remembered may have been handled before.
        """
        now = self._service.clock()
        fresh = [event for event in events if now - event_time(event, now) < STALE]
        if len(fresh) < len(events):
            self._service.watches[PLATFORM].errors["stale"] += len(events) - len(fresh)
            log.warning("%s events are too old to be told from what was handled", len(events) - len(fresh))
        rows = [(key_of(event), dump(event)) for event in fresh if event_of(event) != UNFOLLOW]

        async def note(session: Session, _: int) -> None:
            for event in fresh:
                noted = contacts.left if event_of(event) == UNFOLLOW else contacts.met
                await noted(session, PLATFORM, person_of(event), event_time(event, now))

        await self._carrying.take(rows, note)

    def _is_signed(self, signature: str, body: bytes) -> bool:
        settings = self._service.settings
        if settings.zalo_oa_app_id is None or settings.zalo_oa_secret_key is None:
            return False
        return is_signed(
            signature, body, settings.zalo_oa_app_id, settings.zalo_oa_secret_key.get_secret_value()
        )

    async def _tell(self, session: Session, draft: Draft, reply: Reply) -> None:
        """Keep a word that nobody asked for, for the owner of a draft."""
        await self._keeping.keep(session, draft.chat, draft.owner, (reply,), push=True, asked=False)

    async def _tell_person(self, session: Session, chat: str, reply: Reply) -> None:
        """Keep a word that an administrator has to know."""
        await self._keeping.keep(session, chat, f"{PLATFORM}:{chat}", (reply,), push=True, asked=False)


def build_oauth(settings: Settings, patience: Patience | None = None) -> OAuth:
    """Build what asks for tokens."""
    if settings.zalo_oa_app_id is None or settings.zalo_oa_app_secret is None:
        raise ValueError("no ZALO_OA_APP_ID is set")
    app = App(settings.zalo_oa_app_id, settings.zalo_oa_app_secret)
    return OAuth(settings.zalo_oa_oauth_url, app, proxy=settings.proxy_url, patience=patience)


def build_account(service: Service, patience: Patience | None = None) -> tuple[Tokens, ZaloOa]:
    """Build the account's tokens, and what calls with them."""
    settings = service.settings
    tokens = Tokens(
        build_oauth(settings, patience),
        Journal(settings.database_path),
        service.clock,
        first=settings.zalo_oa_refresh_token,
        patience=patience or Patience(),
    )
    return tokens, ZaloOa(settings.zalo_oa_api_url, tokens, proxy=settings.proxy_url, patience=patience)
