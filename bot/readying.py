"""Get ready soon after the start what the first report, and the first question, would wait for."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable

from handlers.asking import synonyms, words
from handlers.asking.naming import heads
from handlers.demo import samples
from reports import read_report

AFTER = 3.0
"""Seconds: first the platforms are reached, and what waited is answered."""
_TABLES: tuple[Callable[[], object], ...] = (
    *(words.own_pairs, words.telling_pairs, words.compound_pairs, words.joined_pairs, words.said_in_english),
    *(words.accented_forms, words.meanings_of_forms, heads, synonyms.load),
)


async def get_ready(after: float = AFTER) -> None:
    """Get ready in a thread."""
    await asyncio.sleep(after)
    await asyncio.to_thread(_get_ready)


def _get_ready() -> None:
    """Load the rules, by reading a sample, and the words of questions; then leave alone what stays.

    No look for garbage walks it again, which stops the whole program, for the longer the more there is.
    """
    read_report(samples()[0])
    for table in _TABLES:
        table()
    gc.collect()
    gc.freeze()
