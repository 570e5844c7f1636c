"""Measure how long a delivery waits for its 200, while `sohop run` answers what came before."""

from __future__ import annotations

import asyncio
import socket
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from benchmarks.measuring import Effort, Measure, ms
from benchmarks.start import environment_for
from handlers.demo import samples
from reports import read_report
from storage import reports
from storage.db import open_database
from tests.fake_zalo import FakeZalo

PART = "webhooks"
RATE = 200
"""Updates a second."""
PEOPLE = 300
PATIENCE = 60.0
SECRET = "mot-bi-mat-cua-phep-do"
HEADERS = {"X-Bot-Api-Secret-Token": SECRET}


async def measure(effort: Effort, folder: Path) -> list[Measure]:
    """Deliver so many questions at a steady rate to a bot of its own process."""
    await _fill(folder / "start.db")
    async with FakeZalo(quota=10**9, users=10**9).serve() as zalo:
        zalo.knows_strangers = True
        port = _free_port()
        bot = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            env=environment_for(folder) | _settings(zalo, port),
            cwd=folder,
            stdin=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await zalo.wait_for(lambda: zalo.webhook["url"], "the webhook", PATIENCE)
            times = await _deliver(port, effort.rounds)
        finally:
            bot.kill()
            await bot.wait()
    middle, worst = ms(times)
    return [Measure(PART, f"/tasks delivered, {RATE} a second", middle, "ms", worst)]


async def _fill(book: Path) -> None:
    database = await open_database(book)
    async with database.session() as session:
        for text in samples():
            await reports.add(session, read_report(text), posted_by="console:x", at=datetime.now(UTC))
    await database.close()


def _settings(zalo: FakeZalo, port: int) -> dict[str, str]:
    return {
        "ZALO_BOT_TOKEN": zalo.token,
        "ZALO_API_URL": zalo.url,
        "ZALO_MONTHLY_MESSAGES": "0",
        "ACCESS": "open",
        "WEBHOOK_URL": "https://bot.example",
        "WEBHOOK_SECRET": SECRET,
        "PORT": str(port),
    }


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


async def _deliver(port: int, count: int) -> list[float]:
    times: list[float] = []
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http:

        async def one(number: int) -> None:
            started = time.perf_counter()
            answer = await http.post(
                "/zalo", json=_update(number), headers={"X-Bot-Api-Secret-Token": SECRET}
            )
            answer.raise_for_status()
            times.append(time.perf_counter() - started)

        start, tasks = time.perf_counter(), []
        for number in range(count):
            await asyncio.sleep(max(0.0, start + number / RATE - time.perf_counter()))
            tasks.append(asyncio.create_task(one(number)))
        await asyncio.gather(*tasks)
    return times


def _update(number: int) -> dict[str, Any]:
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
