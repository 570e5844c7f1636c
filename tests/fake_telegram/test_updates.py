"""Updates: kept until confirmed, one long poll at a time, webhooks."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.world import Json


async def poll(http: httpx.AsyncClient, **params: Any) -> list[str]:
    """The texts of the updates that come."""
    answer = (await http.post("/getUpdates", json=params)).json()
    return [update["message"]["text"] for update in answer["result"]]


async def test_updates_stay_until_they_are_confirmed(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    messages = [message for text in ("một", "hai", "ba") for message in fake.say(fake.user(), text)]
    ids = [update["update_id"] for message in messages if (update := message.update)]

    assert ids == list(range(ids[0], ids[0] + 3))
    assert await poll(http) == ["một", "hai", "ba"]
    assert await poll(http, limit=2) == ["một", "hai"]
    assert await poll(http, offset=ids[1]) == ["hai", "ba"]
    assert await poll(http) == ["hai", "ba"]
    assert await poll(http, offset=-1) == ["ba"]
    assert await poll(http) == ["ba"]
    assert await poll(http, offset=ids[2] + 1) == []
    assert fake.pending == 0


async def test_an_update_may_be_delivered_again(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    [first] = fake.say(fake.user(), "một")
    fake.say(fake.user(), "hai")
    update = first.update
    assert update is not None
    after = update["update_id"] + 2
    assert await poll(http, offset=after) == []
    fake.redeliver(first)

    assert await poll(http, offset=after) == ["một"]
    assert await poll(http, offset=after) == []


async def test_a_long_poll_ends_when_something_comes(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    waiting = asyncio.create_task(poll(http, timeout=20))
    await fake.wait_for(lambda: fake.server.updates.is_polled)
    fake.say(fake.user(), "đến rồi")

    assert await asyncio.wait_for(waiting, 5) == ["đến rồi"]


async def test_a_long_poll_ends_with_its_time(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    began = time.monotonic()

    assert await poll(http, timeout=1) == []
    assert time.monotonic() - began > 0.9


async def test_a_second_poll_takes_over(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    first = asyncio.create_task(http.post("/getUpdates", json={"timeout": 20}))
    await fake.wait_for(lambda: fake.server.updates.is_polled)
    second = asyncio.create_task(poll(http, timeout=20))
    refused = (await asyncio.wait_for(first, 5)).json()
    fake.say(fake.user(), "cho máy thứ hai")

    assert refused["error_code"] == 409
    assert refused["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    assert await asyncio.wait_for(second, 5) == ["cho máy thứ hai"]


async def test_a_poll_whose_client_is_gone_is_over(fake: FakeTelegram) -> None:
    async with httpx.AsyncClient(trust_env=False) as http:
        asked = http.get(f"{fake.base_url}{fake.token}/getUpdates", params={"timeout": 50})
        waiting = asyncio.create_task(asked)
        await fake.wait_for(lambda: fake.server.updates.is_polled)
        waiting.cancel()
        await asyncio.wait([waiting], timeout=5)
    await fake.server.changed.until(lambda: not fake.server.updates.is_polled, 2)

    assert not fake.server.updates.is_polled


async def test_allowed_updates_are_remembered(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    an = fake.user(opened=True)
    await http.post("/getUpdates", json={"allowed_updates": ["callback_query"]})
    fake.say(an, "không ai nghe")
    assert fake.pending == 0
    await http.post("/getUpdates", json={"allowed_updates": []})
    fake.say(an, "nghe rồi")
    assert await poll(http) == ["nghe rồi"]
    wrong = await http.post("/getUpdates", json={"allowed_updates": ["mesage"]})
    assert "allowed_updates has unknown kinds" in wrong.json()["description"]


async def test_unknown_kinds_of_updates_come_through(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    update = fake.inject("thought_of_a_message", {"text": "chưa ai biết"})
    answer = await http.get("/getUpdates")

    assert answer.json()["result"] == [update]


async def test_dates_are_of_now(fake: FakeTelegram) -> None:
    [message] = fake.say(fake.user(), "mấy giờ")

    assert abs(message.date - time.time()) < 5


async def hear(seen: list[tuple[str, Json]], *, refuse: int = 0) -> Starlette:
    """A bot's webhook that refuses so many times first."""

    async def hook(request: Request) -> Response:
        secret = request.headers.get("x-telegram-bot-api-secret-token", "")
        seen.append((secret, await request.json()))
        return Response(status_code=503 if len(seen) <= refuse else 200)

    return Starlette(routes=[Route("/hook", hook, methods=["POST"])])


async def test_a_webhook_gets_updates_in_order_until_it_accepts() -> None:
    seen: list[tuple[str, Json]] = []
    transport = httpx.ASGITransport(app=await hear(seen, refuse=2))
    async with FakeTelegram(webhook_transport=transport) as fake:
        updates = fake.server.updates
        updates.set_webhook({"url": "https://127.0.0.1/hook", "secret_token": "abc"})
        fake.say(fake.user(), "một")
        fake.say(fake.user(), "hai")
        await fake.drained()

        assert [update["message"]["text"] for _, update in seen] == ["một", "một", "một", "hai"]
        assert {secret for secret, _ in seen} == {"abc"}
        assert updates.webhook_info()["last_error_message"] == (
            "Wrong response from the webhook: 503 Service Unavailable"
        )


async def test_pending_updates_may_be_dropped(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    fake.say(fake.user(), "mất")
    await http.post("/deleteWebhook", json={"drop_pending_updates": True})

    assert await poll(http) == []


async def test_setting_a_webhook_ends_the_poll(fake: FakeTelegram, http: httpx.AsyncClient) -> None:
    waiting = asyncio.create_task(http.post("/getUpdates", json={"timeout": 20}))
    await fake.wait_for(lambda: fake.server.updates.is_polled)
    await http.post("/setWebhook", json={"url": "http://127.0.0.1:9/hook"})
    refused = (await asyncio.wait_for(waiting, 5)).json()

    assert refused["description"] == "Conflict: terminated by setWebhook request"
    assert (await http.get("/getWebhookInfo")).json()["result"]["url"] == "http://127.0.0.1:9/hook"


@pytest.mark.parametrize("number", [1, 5])
async def test_waiting_for_what_does_not_come_ends(fake: FakeTelegram, number: int) -> None:
    with pytest.raises(AssertionError, match=r"waited 0\.05 s for a message in any chat"):
        await fake.next_message(timeout=0.05)
