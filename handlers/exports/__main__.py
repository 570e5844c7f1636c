"""Make the file that is ordered, and give it out: what `process` starts."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from handlers.exports.making import Format, Made, local, make
from handlers.exports.process import Order, order_of, packed
from handlers.texts import Texts
from storage import calendars, reports
from storage.db import reading

NICE = 10
"""Answers go before files."""


def main() -> None:
    """Read an order as JSON from the standard input, write the file and what is told of it."""
    os.nice(NICE)
    order = order_of(sys.stdin.buffer.read())
    sys.stdout.buffer.writelines(packed(asyncio.run(_made(order))))


async def _made(order: Order) -> Made:
    async with reading(Path(order.path)) as session:
        loaded = local(await reports.load_all(session), order.time)
        calendar = order.form is Format.ICS and loaded
        before = await calendars.given(session, loaded[0].id, loaded[-1].id) if calendar else []
    texts = Texts(order.language, order.instead)
    return make(order.form, loaded, order.time, texts, order.book, before)


if __name__ == "__main__":
    main()
