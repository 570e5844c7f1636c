"""Make a file of many reports in a process of its own, which reads the book itself."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from handlers.exports.making import Counts, Format, Made
from handlers.process import answer_of
from handlers.texts import Language, Sentences
from storage.calendars import Given

SECONDS = 180.0
AT_ONCE = 1
IN_A_LINE = 200
"""What a calendar has to remember is read line by line, so that none takes long."""
END = b"\n"


@dataclass(frozen=True, slots=True)
class Order:
    """A file of all reports: of which book, in which form and language."""

    path: str
    form: Format
    language: Language
    instead: Sentences
    now: str
    zone: str
    book: str

    @property
    def time(self) -> datetime:
        """Give the time of the order, in the zone of the office."""
        moment = datetime.fromisoformat(self.now)
        return moment.astimezone(ZoneInfo(self.zone)) if self.zone else moment


def order_of(given: bytes) -> Order:
    """Read an order."""
    told = json.loads(given)
    return Order(**{**told, "form": Format(told["form"])})


async def made(order: Order) -> Made | None:
    """Make a file; None where that failed or took too long."""
    async with _room(asyncio.get_running_loop()):
        answer = await answer_of("handlers.exports", json.dumps(asdict(order)).encode(), SECONDS)
    return await asyncio.to_thread(unpacked, answer) if answer else None


@lru_cache(maxsize=1)
def _room(_: asyncio.AbstractEventLoop) -> asyncio.Semaphore:
    """Give the room for files of the program's loop."""
    return asyncio.Semaphore(AT_ONCE)


def packed(file: Made) -> Iterator[bytes]:
    """Write what was made: how much it holds, what is to be remembered, an empty line, the file."""
    yield json.dumps(asdict(file.counts)).encode() + END
    for at in range(0, len(file.given), IN_A_LINE):
        some = file.given[at : at + IN_A_LINE]
        rows = [(e.report, e.task, e.day.isoformat(), e.digest, e.sequence, e.cancelled) for e in some]
        yield json.dumps(rows).encode() + END
    yield END
    yield file.data


def unpacked(answer: bytes) -> Made:
    """Read what was made."""
    head, _, data = answer.partition(END + END)
    counts, *lines = head.split(END)
    rows = [row for line in lines for row in json.loads(line)]
    given = (Given(report, task, date.fromisoformat(day), *others) for report, task, day, *others in rows)
    return Made(data, Counts(**json.loads(counts)), tuple(given))
