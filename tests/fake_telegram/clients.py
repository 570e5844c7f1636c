"""Two libraries that know Telegram, behind one small face: the fake must please both."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, Protocol, TypeVar

import aiogram
import httpx
import telegram
from aiogram import exceptions as refused
from aiogram import types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram.request import HTTPXRequest

from tests.fake_telegram.fake import FakeTelegram
from tests.fake_telegram.world import Json

T = TypeVar("T")
Rows = list[list[tuple[str, str]]]  # what a button says, and the data it calls back with


class RefusedError(Exception):
    """What either library raises when the server says no, in one form."""

    def __init__(
        self, words: str, *, retry_after: float | None = None, migrate_to: int | None = None
    ) -> None:
        super().__init__(words)
        self.words = words.lower()
        self.retry_after = retry_after
        self.migrate_to = migrate_to


class Client(Protocol):
    async def me(self) -> Json: ...
    async def updates(
        self, offset: int = 0, wait: int = 0, allowed: list[str] | None = None
    ) -> list[Json]: ...
    async def send(self, chat: int, text: str, rows: Rows | None = None, **more: Any) -> Json: ...
    async def edit(self, chat: int, message: int, text: str, rows: Rows | None = None) -> Json: ...
    async def delete(self, chat: int, message: int) -> bool: ...
    async def answer(self, query: str, text: str = "") -> bool: ...
    async def send_document(self, chat: int, name: str, data: bytes, caption: str = "") -> Json: ...
    async def send_album(self, chat: int, files: list[tuple[str, bytes]]) -> list[Json]: ...
    async def send_photo(self, chat: int, data: bytes) -> Json: ...
    async def download(self, file_id: str) -> bytes: ...
    async def set_commands(self, commands: dict[str, str], chat: int = 0, language: str = "") -> bool: ...
    async def commands(self, chat: int = 0, language: str = "") -> dict[str, str]: ...
    async def set_webhook(self, url: str, secret: str) -> bool: ...
    async def delete_webhook(self) -> bool: ...
    async def look_around(self, chat: int, user: int) -> Json: ...


class PtbClient:
    """python-telegram-bot."""

    def __init__(self, bot: telegram.Bot) -> None:
        self.bot = bot

    async def _ask(self, asked: Awaitable[T]) -> T:
        try:
            return await asked
        except telegram.error.RetryAfter as error:
            raise RefusedError(str(error), retry_after=_seconds(error.retry_after)) from error
        except telegram.error.ChatMigrated as error:
            raise RefusedError(str(error), migrate_to=error.new_chat_id) from error
        except telegram.error.TelegramError as error:
            raise RefusedError(str(error)) from error

    def _markup(self, rows: Rows | None) -> telegram.InlineKeyboardMarkup | None:
        if rows is None:
            return None
        button = telegram.InlineKeyboardButton
        return telegram.InlineKeyboardMarkup(
            [[button(text, callback_data=data) for text, data in row] for row in rows]
        )

    def _scope(self, chat: int) -> telegram.BotCommandScope:
        return telegram.BotCommandScopeChat(chat) if chat else telegram.BotCommandScopeDefault()

    async def me(self) -> Json:
        return (await self._ask(self.bot.get_me())).to_dict()

    async def updates(self, offset: int = 0, wait: int = 0, allowed: list[str] | None = None) -> list[Json]:
        asked = self.bot.get_updates(offset=offset, timeout=wait, allowed_updates=allowed)
        return [update.to_dict() for update in await self._ask(asked)]

    async def send(self, chat: int, text: str, rows: Rows | None = None, **more: Any) -> Json:
        if reply_to := more.pop("reply_to", None):
            more["reply_parameters"] = telegram.ReplyParameters(reply_to)
        sent = self.bot.send_message(chat, text, reply_markup=self._markup(rows), **more)
        return (await self._ask(sent)).to_dict()

    async def edit(self, chat: int, message: int, text: str, rows: Rows | None = None) -> Json:
        asked = self.bot.edit_message_text(text, chat, message, reply_markup=self._markup(rows))
        edited = await self._ask(asked)
        assert isinstance(edited, telegram.Message)
        return edited.to_dict()

    async def delete(self, chat: int, message: int) -> bool:
        return await self._ask(self.bot.delete_message(chat, message))

    async def answer(self, query: str, text: str = "") -> bool:
        return await self._ask(self.bot.answer_callback_query(query, text))

    async def send_document(self, chat: int, name: str, data: bytes, caption: str = "") -> Json:
        asked = self.bot.send_document(chat, io.BytesIO(data), caption=caption, filename=name)
        return (await self._ask(asked)).to_dict()

    async def send_album(self, chat: int, files: list[tuple[str, bytes]]) -> list[Json]:
        items = [telegram.InputMediaDocument(data, filename=name) for name, data in files]
        return [message.to_dict() for message in await self._ask(self.bot.send_media_group(chat, items))]

    async def send_photo(self, chat: int, data: bytes) -> Json:
        return (await self._ask(self.bot.send_photo(chat, data))).to_dict()

    async def download(self, file_id: str) -> bytes:
        file = await self._ask(self.bot.get_file(file_id))
        return bytes(await file.download_as_bytearray())

    async def set_commands(self, commands: dict[str, str], chat: int = 0, language: str = "") -> bool:
        rows = list(commands.items())
        return await self._ask(
            self.bot.set_my_commands(rows, self._scope(chat), language_code=language or None)
        )

    async def commands(self, chat: int = 0, language: str = "") -> dict[str, str]:
        asked = self.bot.get_my_commands(self._scope(chat), language_code=language or None)
        return {command.command: command.description for command in await self._ask(asked)}

    async def set_webhook(self, url: str, secret: str) -> bool:
        return await self._ask(self.bot.set_webhook(url, secret_token=secret))

    async def delete_webhook(self) -> bool:
        return await self._ask(self.bot.delete_webhook())

    async def look_around(self, chat: int, user: int) -> Json:
        return {
            "chat": (await self.bot.get_chat(chat)).to_dict(),
            "member": (await self.bot.get_chat_member(chat, user)).to_dict(),
            "bot": (await self.bot.get_chat_member(chat, self.bot.id)).to_dict(),
            "admins": [admin.to_dict() for admin in await self.bot.get_chat_administrators(chat)],
            "count": await self.bot.get_chat_member_count(chat),
        }


class AiogramClient:
    """aiogram."""

    def __init__(self, bot: aiogram.Bot) -> None:
        self.bot = bot

    async def _ask(self, asked: Awaitable[T]) -> T:
        try:
            return await asked
        except refused.TelegramRetryAfter as error:
            raise RefusedError(error.message, retry_after=error.retry_after) from error
        except refused.TelegramMigrateToChat as error:
            raise RefusedError(error.message, migrate_to=error.migrate_to_chat_id) from error
        except refused.TelegramAPIError as error:
            raise RefusedError(error.message) from error

    def _markup(self, rows: Rows | None) -> types.InlineKeyboardMarkup | None:
        if rows is None:
            return None
        button = types.InlineKeyboardButton
        keyboard = [[button(text=text, callback_data=data) for text, data in row] for row in rows]
        return types.InlineKeyboardMarkup(inline_keyboard=keyboard)

    def _scope(self, chat: int) -> types.BotCommandScopeChat | types.BotCommandScopeDefault:
        return types.BotCommandScopeChat(chat_id=chat) if chat else types.BotCommandScopeDefault()

    async def me(self) -> Json:
        return _plain(await self._ask(self.bot.get_me()))

    async def updates(self, offset: int = 0, wait: int = 0, allowed: list[str] | None = None) -> list[Json]:
        asked = self.bot.get_updates(offset=offset, timeout=wait, allowed_updates=allowed)
        return [_plain(update) for update in await self._ask(asked)]

    async def send(self, chat: int, text: str, rows: Rows | None = None, **more: Any) -> Json:
        if reply_to := more.pop("reply_to", None):
            more["reply_parameters"] = types.ReplyParameters(message_id=reply_to)
        return _plain(
            await self._ask(self.bot.send_message(chat, text, reply_markup=self._markup(rows), **more))
        )

    async def edit(self, chat: int, message: int, text: str, rows: Rows | None = None) -> Json:
        asked = self.bot.edit_message_text(
            text=text, chat_id=chat, message_id=message, reply_markup=self._markup(rows)
        )
        return _plain(await self._ask(asked))

    async def delete(self, chat: int, message: int) -> bool:
        return await self._ask(self.bot.delete_message(chat, message))

    async def answer(self, query: str, text: str = "") -> bool:
        return await self._ask(self.bot.answer_callback_query(query, text))

    async def send_document(self, chat: int, name: str, data: bytes, caption: str = "") -> Json:
        file = types.BufferedInputFile(data, name)
        return _plain(await self._ask(self.bot.send_document(chat, file, caption=caption)))

    async def send_album(self, chat: int, files: list[tuple[str, bytes]]) -> list[Json]:
        items = [types.InputMediaDocument(media=types.BufferedInputFile(data, name)) for name, data in files]
        return [_plain(message) for message in await self._ask(self.bot.send_media_group(chat, [*items]))]

    async def send_photo(self, chat: int, data: bytes) -> Json:
        return _plain(await self._ask(self.bot.send_photo(chat, types.BufferedInputFile(data, "photo.png"))))

    async def download(self, file_id: str) -> bytes:
        file = await self._ask(self.bot.get_file(file_id))
        data = await self.bot.download(file)
        assert data is not None
        return data.read()

    async def set_commands(self, commands: dict[str, str], chat: int = 0, language: str = "") -> bool:
        rows = [types.BotCommand(command=name, description=text) for name, text in commands.items()]
        asked = self.bot.set_my_commands(rows, self._scope(chat), language_code=language or None)
        return await self._ask(asked)

    async def commands(self, chat: int = 0, language: str = "") -> dict[str, str]:
        asked = self.bot.get_my_commands(self._scope(chat), language_code=language or None)
        return {command.command: command.description for command in await self._ask(asked)}

    async def set_webhook(self, url: str, secret: str) -> bool:
        return await self._ask(self.bot.set_webhook(url, secret_token=secret))

    async def delete_webhook(self) -> bool:
        return await self._ask(self.bot.delete_webhook())

    async def look_around(self, chat: int, user: int) -> Json:
        return {
            "chat": _plain(await self.bot.get_chat(chat)),
            "member": _plain(await self.bot.get_chat_member(chat, user)),
            "bot": _plain(await self.bot.get_chat_member(chat, self.bot.id)),
            "admins": [_plain(admin) for admin in await self.bot.get_chat_administrators(chat)],
            "count": await self.bot.get_chat_member_count(chat),
        }


def _plain(value: Any) -> Json:
    """An aiogram object as the JSON it stands for."""
    plain: Json = value.model_dump(mode="json", exclude_none=True, by_alias=True)
    return plain


def _seconds(time: int | timedelta) -> float:
    return time.total_seconds() if isinstance(time, timedelta) else time


@asynccontextmanager
async def ptb_client(fake: FakeTelegram, **options: Any) -> AsyncIterator[PtbClient]:
    """`options` go to HTTPXRequest: `proxy`, timeouts, `httpx_kwargs`."""
    options["httpx_kwargs"] = {"trust_env": False, **options.get("httpx_kwargs", {})}
    bot = telegram.Bot(
        fake.token,
        base_url=fake.base_url,
        base_file_url=fake.base_file_url,
        request=HTTPXRequest(**options),
        get_updates_request=HTTPXRequest(**options),
    )
    async with bot:
        yield PtbClient(bot)


@asynccontextmanager
async def ptb_client_without_socket(fake: FakeTelegram) -> AsyncIterator[PtbClient]:
    async with ptb_client(fake, httpx_kwargs={"transport": httpx.ASGITransport(app=fake.app)}) as client:
        yield client


@asynccontextmanager
async def aiogram_client(fake: FakeTelegram) -> AsyncIterator[AiogramClient]:
    async with AiohttpSession(api=TelegramAPIServer.from_base(fake.url)) as session:
        yield AiogramClient(aiogram.Bot(fake.token, session=session))
