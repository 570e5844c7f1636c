"""Measure how long a delivery waits for its 200, while `sohop run` answers what came before."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from benchmarks.measuring import Effort, Measure, ms
from benchmarks.start import environment_for
from bot.readying import AFTER
from handlers.demo import samples
from reports import read_report
from storage import reports
from storage.db import open_database
from tests.fake_telegram import FakeTelegram
from tests.fake_zalo import FakeZalo
from tests.fake_zalo_oa import FakeOa
from tests.fake_zalo_oa.fake import APP_ID, OA_ID, SECRET_KEY
from tests.fake_zalo_oa.pusher import HEADER, signature

PART = "webhooks"
RATE = 200
"""Updates a second."""
PEOPLE = 300
PATIENCE = 60.0
SETTLES = 5.0
"""Seconds until the rules are loaded."""
SECRET = "mot-bi-mat-cua-phep-do"


@dataclass(frozen=True, slots=True)
class Way:
    """How a platform delivers."""

    platform: str
    path: str
    header: str
    update: Callable[[int], dict[str, Any]]
    sign: Callable[[bytes, dict[str, Any]], str] = lambda *_: SECRET


async def measure(effort: Effort, folder: Path) -> list[Measure]:
    """Deliver so many questions at a steady rate, on each platform, to a bot of its own process."""
    await _fill(folder / "start.db")
    return [await _measure(way, effort.rounds, folder) for way in WAYS]


async def _measure(way: Way, count: int, folder: Path) -> Measure:
    async with (
        FakeZalo(quota=10**9, users=10**9).serve() as zalo,
        FakeOa().serve() as account,
        FakeTelegram().serve() as telegram,
    ):
        zalo.knows_strangers = True
        account.interacted = {str(10**18 + number): account.now() for number in range(PEOPLE)}
        for number in range(PEOPLE):
            telegram.say(telegram.user("Người", id=1000 + number), "/start", quiet=True)
        port = _free_port()
        bot = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            env=environment_for(folder) | _settings(zalo, account, telegram, port),
            cwd=folder,
            stdin=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await zalo.wait_for(lambda: zalo.webhook["url"], "the webhook", PATIENCE)
            await telegram.wait_for(lambda: telegram.server.updates.webhook.url or None, PATIENCE)
            if count > RATE:  # in its first seconds it loads the rules of reading
                await asyncio.sleep(AFTER + SETTLES)
            times = await _deliver(way, port, count)
        finally:
            bot.kill()
            await bot.wait()
    middle, worst = ms(times)
    return Measure(PART, f"/tasks delivered by {way.platform}, {RATE} a second", middle, "ms", worst)


async def _fill(book: Path) -> None:
    database = await open_database(book)
    async with database.session() as session:
        for text in samples():
            await reports.add(session, read_report(text), posted_by="console:x", at=datetime.now(UTC))
    await database.close()


def _settings(zalo: FakeZalo, account: FakeOa, telegram: FakeTelegram, port: int) -> dict[str, str]:
    return {
        **{name.upper(): value for name, value in account.settings().items()},
        "ZALO_BOT_TOKEN": zalo.token,
        "ZALO_API_URL": zalo.url,
        "ZALO_MONTHLY_MESSAGES": "0",
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.url,
        "ACCESS": "open",
        "WEBHOOK_URL": "https://127.0.0.1",
        "WEBHOOK_SECRET": SECRET,
        "PORT": str(port),
    }


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


async def _deliver(way: Way, port: int, count: int) -> list[float]:
    times: list[float] = []
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http:

        async def one(number: int) -> None:
            started = time.perf_counter()
            update = way.update(number)
            body = json.dumps(update).encode()
            headers = {"Content-Type": "application/json", way.header: way.sign(body, update)}
            answer = await http.post(way.path, content=body, headers=headers)
            answer.raise_for_status()
            times.append(time.perf_counter() - started)

        start, tasks = time.perf_counter(), []
        for number in range(count):
            await asyncio.sleep(max(0.0, start + number / RATE - time.perf_counter()))
            tasks.append(asyncio.create_task(one(number)))
        await asyncio.gather(*tasks)
    return times


def _of_zalo(number: int) -> dict[str, Any]:
    person = f"nguoi-{number % PEOPLE}"
    return {
        "event_name": "message.text.received",
        "message": {
            "message_id": f"tin-{number}",
            "date": int(time.time() * 1000),
            "text": "/tasks",
            "from": {"id": person, "display_name": "Người"},
            "chat": {"id": person, "chat_type": "PRIVATE"},
        },
    }


def _of_account(number: int) -> dict[str, Any]:
    return {
        "app_id": APP_ID,
        "event_name": "user_send_text",
        "sender": {"id": str(10**18 + number % PEOPLE)},
        "recipient": {"id": OA_ID},
        "message": {"msg_id": f"tin-{number}", "text": "/tasks"},
        "timestamp": str(int(time.time() * 1000)),
    }


def _signed(body: bytes, update: dict[str, Any]) -> str:
    return signature(APP_ID, body, update["timestamp"], SECRET_KEY)


def _of_telegram(number: int) -> dict[str, Any]:
    person = {"id": 1000 + number % PEOPLE, "first_name": "Người"}
    return {
        "update_id": 1 + number,
        "message": {
            "message_id": 1000 + number,
            "date": int(time.time()),
            "text": "/tasks",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
            "from": {**person, "is_bot": False},
            "chat": {**person, "type": "private"},
        },
    }


WAYS = (
    Way("Telegram", "/telegram", "X-Telegram-Bot-Api-Secret-Token", _of_telegram),
    Way("Zalo", "/zalo", "X-Bot-Api-Secret-Token", _of_zalo),
    Way("Zalo OA", "/zalo-oa", HEADER, _of_account, _signed),
)
