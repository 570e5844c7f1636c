"""Answer requests: each in one piece of work with its effects, and no fault gets past it."""

from __future__ import annotations

import logging
import secrets
import traceback
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from bot.settings import Settings
from bot.watching import Watch
from handlers import links, posting, router
from handlers.chat import Place, Reply, Request, Role
from handlers.context import Context, Program
from handlers.plain import FEW, PLAIN
from handlers.posting import Replies, replies
from handlers.richtext import RichText
from handlers.texts import Texts
from storage import people, records
from storage.db import Database, Session

log = logging.getLogger(__name__)

OTHER_WORDS = {"zalo": PLAIN, "zalo_oa": FEW}
"""What is said in other words, on platforms whose chats have not everything."""
Clock = Callable[[], datetime]
Settle = Callable[[Session, Replies], Awaitable[None]]
"""Keeps the replies and marks the work as done, in the same transaction as its effects."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Keeps a word for a person of a platform, in a transaction; `wake` tells afterwards that it is there."""

    keep: Callable[[Session, str, Reply], Awaitable[None]]
    wake: Callable[[], None]


class Service:
    """What every platform asks for answers."""

    def __init__(self, database: Database, settings: Settings, program: Program, clock: Clock):
        self.database = database
        self.settings = settings
        self.texts = Texts(settings.language)
        self._texts_at = {name: Texts(settings.language, words) for name, words in OTHER_WORDS.items()}
        self.program = program
        self.clock = clock
        self.tellers: dict[str, Teller] = {}
        """How people of each platform that runs are told something they did not ask for."""
        self.watches: defaultdict[str, Watch] = defaultdict(Watch)
        """What is counted of each platform that runs."""
        self.left = set[str]()
        """Platforms that are served no more, since they refused a setting."""

    def leave(self, platform: str) -> None:
        """Tell nobody anything on a platform any more."""
        self.left.add(platform)
        self.tellers.pop(platform, None)

    async def tell_admins(
        self, session: Session, words: Callable[[Texts], Reply], *, but_on: str = ""
    ) -> None:
        """Keep a word for every administrator that a running platform knows, `but_on` one."""
        for platform, teller in self.tellers.items():
            if platform == but_on:
                continue
            for identity in sorted(self.settings.admins):
                where, _, person = identity.partition(":")
                if where == platform:
                    await teller.keep(session, person, words(self.texts_at(platform)))

    def wake_tellers(self) -> None:
        """Have what was kept for people sent."""
        for teller in self.tellers.values():
            teller.wake()

    def texts_at(self, platform: str) -> Texts:
        """Give the sentences as they are said on a platform."""
        return self._texts_at.get(platform, self.texts)

    async def respond(self, request: Request, settle: Settle, role: Role | None = None) -> Replies:
        """Answer a request; what it writes, its replies and its mark are one transaction.

        The role is what the settings say, unless a platform knows it (the console's local person).
        """

        async def work(context: Context) -> Replies:
            known = replace(request, role=await self._role(context.session, request, role))
            given = await router.answer(known, context)
            if known.sender.id:
                await people.saw(
                    context.session, known.place.platform, known.sender.id, known.sender.name, context.now
                )
            return given

        return await self._run(work, settle, request.place)

    async def offers(self, request: Request) -> Replies:
        """Answer a question to share the answer elsewhere; nothing is written, nor told to strangers."""
        try:
            async with self.context() as context:
                known = replace(request, role=await self._role(context.session, request, None))
                return await router.share(known, context)
        except Exception:  # half a question is asked again with the next key
            log.exception("a question to share could not be answered")
            return ()

    async def takes_file(self, request: Request) -> bool:
        """Tell whether what came with a request is to be opened before it is answered."""
        if request.taken().attachment is None:
            return False
        async with self.context() as context:
            known = replace(request, role=await self._role(context.session, request, None))
            return await router.takes_file(known, context)

    async def address_in(self, request: Request, role: Role | None = None) -> str | None:
        """Find the web address that is to be opened before a request is answered."""
        address = router.address_in(request)
        if address is None:
            return None
        async with self.context() as context:
            known = replace(request, role=await self._role(context.session, request, role))
            return address if await links.takes(known, context, address) else None

    async def settle_draft(self, number: int, settle: Settle, place: Place) -> Replies:
        """Answer a pause in a paste, in the draft's place."""

        async def work(context: Context) -> Replies:
            return replies(await posting.settle(context, number))

        return await self._run(work, settle, place)

    async def _role(self, session: Session, request: Request, given: Role | None) -> Role:
        if given is not None:
            return given
        place = request.place
        earlier = () if place.private else await people.earlier_ids(session, place.platform, place.chat)
        return self.settings.roles.role(place, request.sender, earlier)

    async def _run(
        self, work: Callable[[Context], Awaitable[Replies]], settle: Settle, place: Place
    ) -> Replies:
        try:
            async with self.context(place.platform) as context:
                given = await work(context)
                await settle(context.session, given)
                return given
        except Exception as error:  # noqa: BLE001 logged and answered there
            return await self.apologise(error, settle, place)

    async def apologise(self, error: Exception, settle: Settle, place: Place) -> Replies:
        """Answer a fault with one calm sentence, and keep it under its reference."""
        reference = secrets.token_hex(3).upper()
        log.error("fault %s", reference, exc_info=error)
        sentence = Reply(RichText(self.texts("error.unexpected", reference=reference)))
        given = (sentence,) if place.private else ()
        async with self.context() as context:
            await records.fault(context.session, reference, summary(error), context.now)
            await settle(context.session, given)
        return given

    @asynccontextmanager
    async def context(self, platform: str = "") -> AsyncIterator[Context]:
        """Open a piece of work, for a platform where something is said."""
        async with self.database.session() as session:
            yield Context(
                session,
                self.texts_at(platform),
                self.clock(),
                self.program,
                most_characters=self.settings.max_report_chars,
                document_style=self.settings.document_style,
                short_forms=self.settings.short_forms,
            )


def summary(error: Exception) -> str:
    """Name a fault by kind and place; its words may hold what people wrote, so they stay in the log."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} ({where})"
