"""Bots behind proxies: what goes through, and where it can fall silent."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import telegram
from telegram.request import HTTPXRequest

from tests.fake_telegram import FakeTelegram, Proxy
from tests.fake_telegram.clients import ptb_client
from tests.fake_telegram.tls import client_context


@pytest.fixture
async def proxy() -> AsyncIterator[Proxy]:
    async with Proxy().serve() as proxy:
        yield proxy


@pytest.fixture(params=[False, True], ids=["http", "https"])
async def either(request: pytest.FixtureRequest) -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram().serve(tls=request.param) as fake:
        yield fake


def patience(seconds: float = 10) -> dict[str, Any]:
    """So long for everything, and trust in the certificate of the fake."""
    kinds = ("connect_timeout", "read_timeout", "write_timeout", "pool_timeout")
    trust = {"trust_env": False, "verify": client_context()}
    return {**dict.fromkeys(kinds, seconds), "httpx_kwargs": trust}


@asynccontextmanager
async def bot_behind(proxy: str, fake: FakeTelegram, seconds: float = 10) -> AsyncIterator[telegram.Bot]:
    """Not initialized, so that its first request is the test's own."""
    request = HTTPXRequest(connection_pool_size=1, proxy=proxy, **patience(seconds))
    try:
        yield telegram.Bot(fake.token, base_url=fake.base_url, request=request)
    finally:
        await request.shutdown()


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_bot_talks_through_a_proxy(either: FakeTelegram, proxy: Proxy, scheme: str) -> None:
    an = either.user(opened=True)
    url = f"{scheme}://127.0.0.1:{proxy.port}"
    async with ptb_client(either, proxy=url, **patience()) as client:
        for text in ("một", "hai"):
            await client.bot.send_message(an.id, text)
        await client.bot.send_document(an.id, b"x" * 300_000, filename="lớn.txt")

    assert [message.text for message in either.sent] == ["một", "hai", ""]
    assert len(either.file(either.last()).data) == 300_000
    assert proxy.seen


# Scheme of the proxy, place of the stall, over TLS.
STALLS = [
    ("http", "forward", False),
    ("http", "answer", False),
    ("http", "connect", True),
    ("http", "tunnel", True),
    ("http", "answer", True),
    ("socks5", "tunnel", False),
    ("socks5", "answer", False),
    ("socks5", "tunnel", True),
]


@pytest.mark.parametrize(("scheme", "where", "tls"), STALLS)
async def test_a_stall_is_felt_and_a_fresh_client_gets_through_again(
    proxy: Proxy, scheme: str, where: str, *, tls: bool
) -> None:
    async with FakeTelegram().serve(tls=tls) as fake:
        url = f"{scheme}://127.0.0.1:{proxy.port}"
        proxy.stall(where)
        async with bot_behind(url, fake, 0.3) as bot:
            with pytest.raises(telegram.error.TimedOut):
                await bot.get_me()
        assert proxy.stalled == 1
        proxy.heal()
        async with bot_behind(url, fake) as bot:
            assert (await bot.get_me()).is_bot


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("where", ["greeting", "connect"])
async def test_a_silent_socks_proxy_holds_a_client_without_end(
    fake: FakeTelegram, proxy: Proxy, where: str
) -> None:
    """No timeout of httpx covers it: a bot needs its own deadline; and httpcore forgets the socket."""
    proxy.stall(where, times=1)
    async with bot_behind(proxy.socks_url, fake, 0.3) as bot:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(bot.get_me(), 1)
    async with bot_behind(proxy.socks_url, fake) as bot:
        assert (await bot.get_me()).is_bot
    gc.collect()  # let it be missed here, and in no later test


async def test_a_stall_may_come_in_the_middle(fake: FakeTelegram, proxy: Proxy) -> None:
    async with bot_behind(proxy.http_url, fake, 1) as bot:
        await bot.get_me()
        proxy.drop_all()
        await asyncio.sleep(0.05)
        await bot.get_me()
        proxy.stall("forward", times=1)
        with pytest.raises(telegram.error.TimedOut):
            await bot.get_me()
        await bot.get_me()

    assert proxy.stalled == 1


async def test_the_proxy_leads_nowhere_but_to_this_machine(proxy: Proxy) -> None:
    request = HTTPXRequest(proxy=proxy.http_url, httpx_kwargs={"trust_env": False})
    with pytest.raises(telegram.error.NetworkError):
        await request.do_request("https://example.invalid/", "GET")
    await request.shutdown()
