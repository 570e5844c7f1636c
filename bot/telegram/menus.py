"""Show each person the commands of their role in Telegram's menu, in their language."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.patience import Patience
from bot.service import Service
from bot.telegram import PLATFORM
from bot.telegram.polling import pause_after
from handlers.chat import Role
from handlers.commands import COMMANDS
from handlers.texts import Language, Texts
from storage import records
from storage.people import within_reach

log = logging.getLogger(__name__)

NO_SUCH_CHAT = (BadRequest, Forbidden, ChatMigrated)
"""They have not opened the bot, or blocked it; the group was left, or has another id now."""
BEGUN = ""
"""Noted before a menu is set, so that one is never left behind unknown."""
LANGUAGES: tuple[Language, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: for whom (None = everyone else in private), and with which role's commands."""

    chat: str | None
    role: Role

    @property
    def scope(self) -> BotCommandScope:
        """Give Telegram's scope."""
        return BotCommandScopeChat(int(self.chat)) if self.chat else BotCommandScopeAllPrivateChats()

    @property
    def fact(self) -> str:
        """Name what storage remembers of it."""
        return f"menu {PLATFORM} {self.chat or 'everyone'}"


def commands_of(role: Role, language: Language) -> list[BotCommand]:
    """List a role's commands with their line of help."""
    texts = Texts(language)
    return [
        BotCommand(command.name, texts(f"command.{command.name}"))
        for command in COMMANDS
        if command.typed and command.name != "start" and command.is_for(role, PLATFORM)
    ]


class Menus:
    """Keeps Telegram's menus as the settings say; asks Telegram only for what changed."""

    def __init__(self, bot: Bot, service: Service):
        self._bot = bot
        self._service = service

    def _wanted(self) -> Iterator[Menu]:
        access = self._service.settings.roles
        yield Menu(None, Role.OFFICIAL if access.open_to_all else Role.UNKNOWN)
        for chat, role in access.listed(PLATFORM).items():
            yield Menu(chat, role)

    async def _within_reach(self, menus: Iterable[Menu]) -> list[Menu]:
        """Leave out people who never wrote: Telegram refuses them, and they may be thousands."""
        async with self._service.database.session() as session:
            people = await within_reach(session, PLATFORM)
        return [m for m in menus if m.chat is None or m.chat.startswith("-") or m.chat in people]

    async def keep_trying(self, patience: Patience) -> None:
        """Update the menus beside everything else, again after a failure; what is done stays done."""
        pause = patience.first_pause
        while True:
            try:
                return await self.update()
            except TelegramError as error:
                log.warning("the command menus could not be set: %s", error)
                await asyncio.sleep(pause_after(error, pause))
            pause = min(pause * 2, patience.longest_pause)

    async def update(self) -> None:
        """Set every menu that changed, and take back those of people no longer listed."""
        wanted = {menu.fact: menu for menu in self._wanted()}
        for menu in await self._within_reach(wanted.values()):
            await self._set(menu)
        async with self._service.database.session() as session:
            known = await records.facts(session, f"menu {PLATFORM} ")
        for fact in known.keys() - wanted.keys():
            await self._take_back(fact)

    async def update_for(self, chat: str) -> None:
        """Set the menu of somebody who wrote for the first time: before, Telegram did not know the chat."""
        role = self._service.settings.roles.listed(PLATFORM).get(chat)
        if role is not None:
            await self._set(Menu(chat, role))

    async def _set(self, menu: Menu) -> None:
        wanted = self._fingerprint(menu)
        async with self._service.database.session() as session:
            if await records.fact(session, menu.fact) == wanted:
                return
            await records.set_fact(session, menu.fact, BEGUN)
        try:
            for language in (None, *LANGUAGES):
                spoken = language or self._service.settings.language
                await self._bot.set_my_commands(
                    commands_of(menu.role, spoken), scope=menu.scope, language_code=language
                )
        except NO_SUCH_CHAT as error:
            log.info("no menu for %s: %s", menu.chat, error)
            await self._forget(menu.fact)
            return
        async with self._service.database.session() as session:
            await records.set_fact(session, menu.fact, wanted)

    async def _take_back(self, fact: str) -> None:
        chat = fact.rsplit(" ", 1)[1]
        try:
            for language in (None, *LANGUAGES):
                await self._bot.delete_my_commands(BotCommandScopeChat(int(chat)), language_code=language)
        except NO_SUCH_CHAT as error:
            log.info("the menu of %s cannot be taken back: %s", chat, error)
        await self._forget(fact)

    async def _forget(self, fact: str) -> None:
        async with self._service.database.session() as session:
            await records.forget_fact(session, fact)

    def _fingerprint(self, menu: Menu) -> str:
        lines = [
            [c.command, c.description] for language in LANGUAGES for c in commands_of(menu.role, language)
        ]
        content = json.dumps([self._service.settings.language, lines])
        return hashlib.sha256(content.encode()).hexdigest()
