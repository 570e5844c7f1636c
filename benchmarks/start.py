"""Measure a second start: time until ready, and resident memory then."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

from benchmarks.measuring import Effort, Measure, ms, percentile, resident
from tests.fake_telegram import FakeTelegram

PART = "start"
ROOT = Path(__file__).parent.parent
PATIENCE = 60.0
EMPTY = "an empty Python"
_PYTHON = (sys.executable, "-c", "pass")
_WAITING = (sys.executable, "-c", "print(flush=True); input()")
_SOHOP = (sys.executable, "-m", "bot")


async def measure(effort: Effort, folder: Path) -> list[Measure]:
    """Start again and again on a database that exists."""
    environment = environment_for(folder)
    _time_of((*_SOHOP, "chat"), environment, folder)  # the first start makes the database
    empty = [_time_of(_PYTHON, environment, folder) for _ in range(effort.rounds)]
    chats = [_time_of((*_SOHOP, "chat"), environment, folder) for _ in range(effort.rounds)]
    runs = [await _run(environment, folder) for _ in range(effort.rounds)]
    bare = await _bare(environment, folder)
    base, worst = ms(empty)
    return [
        Measure(PART, EMPTY, base, "ms", worst),
        _timed("sohop chat < /dev/null, from start to end", chats, base),
        _timed("sohop run, until its first getUpdates", [seconds for seconds, _ in runs], base),
        *_memory("a chat that answered /latest", [await _chat(environment, folder)], bare),
        *_memory("a bot that polls", [memory for _, memory in runs], bare),
    ]


def environment_for(folder: Path) -> dict[str, str]:
    """Give a process nothing of this one's settings, and a database of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "DATABASE_PATH": str(folder / "start.db")}


def _time_of(command: tuple[str, ...], environment: Mapping[str, str], folder: Path) -> float:
    """Run a command without input to its end, in seconds."""
    start = time.perf_counter()
    subprocess.run(
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=True,
    )
    return time.perf_counter() - start


async def _bare(environment: Mapping[str, str], folder: Path) -> dict[str, float]:
    """Give the memory of Python itself."""
    async with _process(_WAITING, environment, folder) as process:
        assert process.stdout is not None
        await process.stdout.readline()
        return resident(process.pid)


async def _chat(environment: Mapping[str, str], folder: Path) -> dict[str, float]:
    """Give the memory of a chat that has answered."""
    async with _process((*_SOHOP, "chat"), environment, folder) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"/demo\n/latest\n/whoami\n")
        async with asyncio.timeout(PATIENCE):
            while b"> /whoami" not in await process.stdout.readline():
                pass
        return resident(process.pid)


async def _run(environment: Mapping[str, str], folder: Path) -> tuple[float, dict[str, float]]:
    """Start the bot against a server of our own; give seconds and memory at its first poll."""
    async with FakeTelegram().serve() as fake:
        settings = {"TELEGRAM_TOKEN": fake.token, "TELEGRAM_API_URL": fake.url, "LOG_LEVEL": "ERROR"}
        start = time.perf_counter()
        async with _process((*_SOHOP, "run"), {**environment, **settings}, folder) as process:
            await fake.wait_for(
                lambda: any(call.method == "getUpdates" for call in fake.calls), PATIENCE, "the first poll"
            )
            return time.perf_counter() - start, resident(process.pid)


@asynccontextmanager
async def _process(
    command: tuple[str, ...], environment: Mapping[str, str], folder: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the program; it is asked to stop at the end, and killed where it does not."""
    process = await asyncio.create_subprocess_exec(
        *command,
        env=environment,
        cwd=folder,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            async with asyncio.timeout(15):
                await process.communicate()
        except TimeoutError:
            process.kill()
            await process.communicate()


def _timed(name: str, seconds: list[float], base: float) -> Measure:
    value, worst = ms(seconds)
    return Measure(PART, name, value, "ms", worst, ratio=value / base, against=EMPTY)


def _memory(name: str, taken: list[dict[str, float]], bare: dict[str, float]) -> list[Measure]:
    """Give resident memory now and at its highest; none where the system does not tell."""
    labels = {"VmRSS": "resident", "VmHWM": "at its highest"}
    given = {key: [memory[key] for memory in taken] for key in bare}
    return [
        Measure(
            PART, f"{name}: {labels[key]}", median(values), "MB", percentile(values, 0.99),
            ratio=median(values) / bare[key], against=EMPTY,
        )
        for key, values in given.items()
    ]  # fmt: skip
