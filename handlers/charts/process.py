"""Draw in a process of its own, a few at once."""

from __future__ import annotations

import asyncio
from functools import lru_cache

from handlers.charts.model import Chart
from handlers.process import answer_of

SECONDS = 20.0
AT_ONCE = 2
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


async def drawn(chart: Chart, *, seconds: float = SECONDS) -> bytes | None:
    """Draw a chart as PNG; None where that failed or took too long."""
    async with _room(asyncio.get_running_loop()):
        png = await answer_of("handlers.charts", chart.to_json().encode(), seconds)
    return png if png and png.startswith(_SIGNATURE) else None


@lru_cache(maxsize=1)
def _room(_: asyncio.AbstractEventLoop) -> asyncio.Semaphore:
    """Give the room for drawing of the program's loop."""
    return asyncio.Semaphore(AT_ONCE)
