"""Draw in a process of its own: the bot stays small, and goes on answering meanwhile."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from handlers.charts.model import Chart

log = logging.getLogger(__name__)

SECONDS = 20.0
AT_ONCE = 2
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HERE = str(Path(__file__).parents[2])
_SECRET = re.compile(r"TOKEN|PROXY|SECRET|PASSWORD|KEY|CREDENTIAL", re.IGNORECASE)


async def drawn(chart: Chart, *, seconds: float = SECONDS) -> bytes | None:
    """Draw a chart as PNG; None where that failed or took too long."""
    async with _room(asyncio.get_running_loop()):
        return await _drawn(chart, seconds)


@lru_cache(maxsize=1)
def _room(_: asyncio.AbstractEventLoop) -> asyncio.Semaphore:
    """Give the room for drawing of the program's loop."""
    return asyncio.Semaphore(AT_ONCE)


async def _drawn(chart: Chart, seconds: float) -> bytes | None:
    kept = {key: value for key, value in os.environ.items() if not _SECRET.search(key)}
    path = os.pathsep.join(filter(None, [_HERE, kept.get("PYTHONPATH")]))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "handlers.charts"),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={**kept, "PYTHONPATH": path},
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(seconds):
            png, _ = await process.communicate(chart.to_json().encode())
    except TimeoutError:
        log.warning("a chart took over %s s to draw", seconds)
        return None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
    if png.startswith(_SIGNATURE):
        return png
    log.warning("a chart could not be drawn: exit code %s", process.returncode)
    return None
