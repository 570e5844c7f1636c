"""Answer stored events of an Official Account: what each is, and what it brings."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from bot.answering import Answering, Ways
from bot.calls import CallError, Json
from bot.service import Service
from bot.zalo_oa import PLATFORM
from bot.zalo_oa.client import ZaloOa
from bot.zalo_oa.updates import UNREAD, Message, read_message, request_of
from handlers.chat import Request, Role
from storage import buttons, people

log = logging.getLogger(__name__)

GONE = "gone"
"""What a button does that nobody remembers, or that was another person's: no command is called so."""
NAMED_WITHIN = 3.0
"""Seconds that an answer waits for somebody's name."""


class OaAnswering(Answering[Message]):
    """Reads the account's events."""

    unread = UNREAD

    def __init__(self, service: Service, ways: Ways, account: ZaloOa):
        super().__init__(service, PLATFORM, ways)
        self._account = account
        self._asked_for: set[str] = set()

    def _read(self, update: Json) -> Message | None:
        return read_message(update, self._service.clock())

    async def _request(self, message: Message, row: int) -> Request:
        action = None
        if message.token:
            async with self._database.session() as session:
                owner = f"{PLATFORM}:{message.chat}"
                found = await buttons.pressed(session, PLATFORM, message.chat, owner, message.token)
            action = found or GONE
        name = await self._name(message.chat)
        return request_of(message, row, name, self._service.settings.zone, action)

    async def _name(self, person: str) -> str:
        """Give what somebody calls themselves, asked for once; of strangers nothing is asked."""
        identity = f"{PLATFORM}:{person}"
        async with self._database.session() as session:
            known = (await people.names(session, [identity]))[identity]
        listed = self._service.settings.roles.identities.role(identity) > Role.UNKNOWN
        if known or person in self._asked_for or not listed:
            return known
        self._asked_for.add(person)
        try:
            async with asyncio.timeout(NAMED_WITHIN):
                return await self._account.name_of(person)
        except (CallError, TimeoutError) as error:
            log.info("somebody's name could not be asked for: %s", error)
            return ""

    async def _opened(self, request: Request, message: Message) -> Request:
        if message.address and await self._service.takes_file(request):
            texts, is_photo = self._service.texts, message.attachment == "photo"
            name = texts("file.photo") if is_photo else message.name or texts("file.unnamed")
            async with self._turns.aside():
                file = await self._attached.open(message.address, name, is_photo=is_photo)
                return replace(request, file=file)
        if address := await self._service.address_in(request):
            async with self._turns.aside():
                return replace(request, file=await self._links.open(address))
        return request
