"""The fake server, on a socket and without, and the clients that try it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.fake_telegram.clients import Client, aiogram_client, ptb_client, ptb_client_without_socket
from tests.fake_telegram.fake import FakeTelegram


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it python-telegram-bot warns at every 429, and a warning is an error here."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    """On a real socket."""
    async with FakeTelegram().serve() as fake:
        yield fake


@pytest.fixture(
    params=[ptb_client, ptb_client_without_socket, aiogram_client], ids=lambda made: made.__name__
)
async def client(fake: FakeTelegram, request: pytest.FixtureRequest) -> AsyncIterator[Client]:
    """python-telegram-bot over the socket and without it, aiogram over the socket."""
    async with request.param(fake) as client:
        yield client


@pytest.fixture
async def http(fake: FakeTelegram) -> AsyncIterator[httpx.AsyncClient]:
    """Plain requests to the bot's methods, without a socket: `http.post("/sendMessage", json=…)`."""
    transport = httpx.ASGITransport(app=fake.app)
    async with httpx.AsyncClient(base_url=f"{fake.base_url}{fake.token}", transport=transport) as http:
        yield http
