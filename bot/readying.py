"""Get ready soon after the start what the first report and the first question would wait for."""

from __future__ import annotations

import asyncio
import gc

from handlers.asking import loading
from handlers.demo import samples
from reports import read_report

AFTER = 3.0
"""Seconds: first the platforms are reached, and what waited is answered."""


async def get_ready(after: float = AFTER) -> None:
    """Get ready in a thread."""
    await asyncio.sleep(after)
    await asyncio.to_thread(_get_ready)


def _get_ready() -> None:
    """Load the rules, by a sample, and the words of questions; then no look for garbage walks them again.

    Such a look stops the whole program, for the longer the more there is.
    """
    read_report(samples()[0])
    loading.load()
    gc.collect()
    gc.freeze()
