"""The whole bot behind webhooks: both fake platforms, and a way in that ends TLS."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bot.linked import Linked
from bot.patience import Patience
from bot.platforms import run_together
from bot.service import Service
from bot.serving import open_service
from bot.settings import Settings
from bot.telegram.client import build_bot
from bot.telegram.runner import TelegramRunner
from bot.web import Web
from bot.zalo.client import build_bot as build_zalo_bot
from bot.zalo.runner import ZaloRunner
from tests.bot.telegram.running import QUICKER as TELEGRAM_QUICKER
from tests.bot.telegram.running import ROLES, without_ocr
from tests.bot.zalo.running import ADMIN, GROUP, LONG, OFFICIAL, QUICK, QUICKER, STAFF
from tests.fake_telegram import FakeTelegram
from tests.fake_zalo import FakeZalo

PUBLIC = "https://127.0.0.1"
SECRET = "mot-bi-mat-cua-cac-bai-thu"
HOOKED: dict[str, Any] = {"webhook_url": PUBLIC, "webhook_secret": SECRET, "public_url": PUBLIC}
ALL_ROLES = {
    "admins": ROLES["admins"] | {f"zalo:{ADMIN}"},
    "staff": ROLES["staff"] | {f"zalo:{STAFF}"},
    "officials": ROLES["officials"] | {f"zalo:{OFFICIAL}", f"zalo:{GROUP}"},
}


class TlsEnds(httpx.AsyncBaseTransport):
    """The world's way to the bot: https outside, http to the port inside."""

    def __init__(self) -> None:
        self.port = 0
        self.inside = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        return await self.inside.handle_async_request(request)

    async def aclose(self) -> None:
        """Stay open for the next client."""


@dataclass
class Office:
    """A bot on both platforms."""

    telegram: FakeTelegram
    zalo: FakeZalo
    service: Service
    web: Web
    way_in: TlsEnds

    def http(self) -> httpx.AsyncClient:
        """Somebody outside."""
        return httpx.AsyncClient(base_url=PUBLIC, transport=self.way_in, timeout=10)

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        async with self.service.database.session() as session:
            return [tuple(row) for row in await session.rows(sql)]


def settings_for(telegram: FakeTelegram, zalo: FakeZalo, book: Path, **changed: Any) -> Settings:
    chosen = {
        "telegram_token": telegram.token,
        "telegram_api_url": telegram.url,
        "zalo_bot_token": zalo.token,
        "zalo_api_url": zalo.url,
        "database_path": book,
        "port": 0,
        **ALL_ROLES,
        **changed,
    }
    return Settings(_env_file=None, **chosen)


@asynccontextmanager
async def office(book: Path, patience: Patience = QUICK, **settings: Any) -> AsyncIterator[Office]:
    """Run the bot on both platforms until the end of the test."""
    way_in = TlsEnds()
    async with FakeTelegram(webhook_transport=way_in).serve() as telegram, FakeZalo().serve() as zalo:
        zalo.webhook_transport = way_in
        chosen = settings_for(telegram, zalo, book, **settings)
        async with open_service(chosen) as service:
            opener = without_ocr()
            bot = build_bot(chosen, None, patience, TELEGRAM_QUICKER)
            on_telegram = TelegramRunner(service, bot, opener, patience)
            publish = Linked(service).publish if chosen.public_url else None
            zalo_bot = build_zalo_bot(chosen, patience=patience)
            on_zalo = ZaloRunner(service, zalo_bot, opener, patience, limits=QUICKER, publish=publish)
            web = Web(service, [on_telegram, on_zalo])
            stop = asyncio.Event()
            task = asyncio.create_task(run_together([web, on_telegram, on_zalo], stop, service))
            try:
                async with asyncio.timeout(LONG):
                    while not web.port and not task.done():  # noqa: ASYNC110 a socket wakes nobody
                        await asyncio.sleep(0.01)
                way_in.port = web.port
                yield Office(telegram, zalo, service, web, way_in)
            finally:
                stop.set()
                await asyncio.wait_for(task, LONG)
                await way_in.inside.aclose()
