"""Get ready soon after the start what the first report would wait for."""

from __future__ import annotations

import asyncio
import gc

from handlers.demo import samples
from reports import read_report

AFTER = 3.0
"""Seconds: first the platforms are reached, and what waited is answered."""


async def get_ready(after: float = AFTER) -> None:
    """Get ready in a thread."""
    await asyncio.sleep(after)
    await asyncio.to_thread(_get_ready)


def _get_ready() -> None:
    """Read a sample, which loads the rules, then leave alone what stays: no look for garbage walks it again.

    Such a look stops the whole program, for the longer the more there is.
    """
    read_report(samples()[0])
    gc.collect()
    gc.freeze()
