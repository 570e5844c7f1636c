"""The fake as a process of its own, steered over /sim by tests in a shell."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import telegram
from telegram.request import HTTPXRequest

from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.__main__ import read_arguments

TOKEN = "42:token-of-the-process"


class Sim:
    """The /sim endpoints."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def act(self, act: str, **body: Any) -> Any:
        answer = (await self.http.post(f"/sim/{act}", json=body)).json()
        assert answer["ok"], answer["error"]
        return answer["result"]

    async def see(self, what: str, **asked: Any) -> Any:
        answer = (await self.http.get(f"/sim/{what}", params=asked)).json()
        assert answer["ok"], answer["error"]
        return answer["result"]

    async def transcript(self, chat: int) -> str:
        return (await self.http.get("/sim/transcript", params={"chat": chat})).text


@pytest.fixture
async def url() -> AsyncIterator[str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.fake_telegram", "--token", TOKEN, "--no-privacy"),
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    yield (await asyncio.wait_for(process.stdout.readline(), 30)).decode().strip()
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 10) == 0


@pytest.fixture
async def sim(url: str) -> AsyncIterator[Sim]:
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=10) as http:
        yield Sim(http)


@pytest.fixture
async def bot(url: str) -> AsyncIterator[telegram.Bot]:
    requests = [HTTPXRequest(httpx_kwargs={"trust_env": False}) for _ in range(2)]
    base, files = f"{url}/bot", f"{url}/file/bot"
    async with telegram.Bot(TOKEN, base, files, request=requests[0], get_updates_request=requests[1]) as bot:
        yield bot


async def test_a_conversation_is_steered_from_outside(sim: Sim, bot: telegram.Bot) -> None:
    an = await sim.act("user", name="An", id=77)
    await sim.act("say", user=77, text="/start")
    [update] = await bot.get_updates(timeout=5)
    button = telegram.InlineKeyboardButton("Lưu", callback_data="save")
    await bot.send_message(77, "Xin chào", reply_markup=telegram.InlineKeyboardMarkup([[button]]))
    seen = await sim.see("next_message", chat=77)
    query = await sim.act("press", user=77, button="Lưu")
    [pressed] = await bot.get_updates(update.update_id + 1, timeout=5)
    assert pressed.callback_query is not None
    await pressed.callback_query.answer("xong")
    await bot.get_updates(pressed.update_id + 1)
    await sim.see("drained")

    assert an["first_name"] == "An"
    assert seen["text"] == "Xin chào"
    assert (await sim.see("answer", query=query["id"]))["text"] == "xong"
    assert await sim.transcript(77) == "An: /start\nSổ Họp: Xin chào\n  [Lưu]\n"
    assert (await sim.see("message_with", words="chào"))["message_id"] == seen["message_id"]
    assert len(await sim.see("outbox", chat=77)) == 1
    assert await sim.see("violations") == []
    assert (await sim.see("state"))["pending"] == []


async def test_every_act_can_be_done_from_outside(sim: Sim, bot: telegram.Bot) -> None:
    await sim.act("user", name="An", id=77)
    group = await sim.act("group", title="Tổ một", members=[77])
    room = await sim.act("supergroup", title="Ủy ban", members=[77], topics=True)
    channel = await sim.act("channel", title="Bản tin")
    thread = await sim.act("topic", chat=room["id"], name="Báo cáo")
    await sim.act("say", user=77, text="trong nhóm", chat=room["id"], thread=thread)
    [said] = await sim.act("say", user=77, text="chào")
    await sim.act("edit", message=[77, said["message_id"]], text="chào lại")
    await sim.act("forward", user=77, message=[77, said["message_id"]])
    files = [{"name": "a.txt", "text": "nội dung"}, {"name": "b.bin", "base64": "AAEC"}]
    await sim.act("send", user=77, files=files, caption="hai tệp")
    await sim.act("post", channel=channel["id"], text="thông báo")
    await sim.act("inline_query", user=77, text="việc")
    await sim.act("promote", chat=room["id"], user=77)
    await sim.act("remove_bot", chat=room["id"], by=77)
    await sim.act("add_bot", chat=room["id"], by=77)
    await sim.act("migrate", group=group["id"], by=77)
    await sim.act("block", user=77)
    await sim.act("unblock", user=77)
    await sim.act("redeliver", update=[77, said["message_id"]])
    await sim.act("inject", kind="unheard_of", payload={})
    updates = await bot.get_updates(limit=100)

    assert await sim.act("menu", user=77) == {}
    assert len(updates) == 17
    assert [update.update_id for update in updates].count(updates[2].update_id) == 2


async def test_faults_are_ordered_from_outside(sim: Sim, bot: telegram.Bot) -> None:
    await sim.act("user", name="An", id=77, opened=True)
    await sim.act("fault", kind="error", code=502, words="Bad Gateway", method="sendMessage", times=None)
    with pytest.raises(telegram.error.NetworkError):
        await bot.send_message(77, "một")
    await sim.act("clear_faults")
    await bot.send_message(77, "hai")
    await sim.act("fault", kind="connection", how="reset", after=True)
    with pytest.raises(telegram.error.NetworkError):
        await bot.send_message(77, "ba")
    await sim.act("flood")
    with pytest.raises(telegram.error.RetryAfter):
        await bot.send_message(77, "bốn")

    assert [message["text"] for message in await sim.see("outbox")] == ["hai", "ba"]


async def test_wrong_acts_are_told(sim: Sim) -> None:
    for act, body in (("dance", {}), ("say", {"user": 1, "text": "?"}), ("press", {"nobody": 1})):
        assert (await sim.http.post(f"/sim/{act}", json=body)).status_code == 400
    assert (await sim.http.get("/sim/nothing")).status_code == 404
    waited = await sim.http.get("/sim/next_message", params={"timeout": 0.1})
    assert waited.status_code == 408
    assert "waited 0.1 s for a message" in waited.json()["error"]


# A bot of a few lines: prints what it hears, and confirms it only with the next poll.
BOT = """
import json, sys, urllib.request as web
opener = web.build_opener(web.ProxyHandler({}))
offset = 0
while True:
    with opener.open(f"{sys.argv[1]}/getUpdates?timeout=50&offset={offset}") as answer:
        for update in json.load(answer)["result"]:
            offset = update["update_id"] + 1
            print(update["message"]["text"], flush=True)
"""


async def start_bot(fake: FakeTelegram) -> tuple[asyncio.subprocess.Process, asyncio.StreamReader]:
    address = f"{fake.base_url}{fake.token}"
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "utf8", "-c", BOT, address), stdout=asyncio.subprocess.PIPE
    )
    assert bot.stdout is not None
    return bot, bot.stdout


async def test_a_killed_bot_gets_again_what_it_had_not_confirmed(fake: FakeTelegram) -> None:
    an = fake.user("An")
    killed, heard = await start_bot(fake)
    await fake.wait_for(lambda: fake.server.updates.is_polled, 20)
    fake.faults.connection("stall", method="getUpdates")
    fake.say(an, "một")
    assert await asyncio.wait_for(heard.readline(), 20) == "một\n".encode()
    killed.kill()
    await asyncio.wait_for(killed.wait(), 20)
    fake.say(an, "hai")
    fake.faults.clear()
    second, heard = await start_bot(fake)
    lines = [await asyncio.wait_for(heard.readline(), 20) for _ in range(2)]
    await fake.drained()
    second.kill()
    await asyncio.wait_for(second.wait(), 20)

    assert lines == ["một\n".encode(), b"hai\n"]
    await fake.wait_for(lambda: not fake.server.updates.is_polled)


def test_the_process_takes_a_free_port_where_none_is_named() -> None:
    assert read_arguments([]).port == 0
    assert read_arguments(["--port", "8081", "--flood"]).flood
