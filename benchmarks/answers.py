"""Measure answers at several numbers of stored reports, asked through the console's own path."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from benchmarks.book import SINGLY, fill, kept, originals
from benchmarks.measuring import Effort, Measure, Taken, async_taken, ms, taken_of
from benchmarks.questions import QUESTIONS, SLOWEST, Chance, Question
from bot.console import Console
from bot.readying import get_ready
from bot.service import Service
from bot.serving import open_service
from bot.settings import Settings
from handlers.chat import Role
from handlers.search import EACH
from reports.folding import fingerprint
from storage.search import COUNTED_AT_MOST, NEAR

PART = "answers"
LOOKUP = "a look-up by primary key"
RANKED = "FTS5 alone, ORDER BY rank"
ROWS = "its row numbers alone"
SEARCH = "/search"
AT_ONCE = 16
"""Chats that the bot answers side by side."""


async def measure(sizes: Sequence[int], effort: Effort, folder: Path, books: Path) -> list[Measure]:
    """Ask books of several sizes; they are kept in a folder for the next time."""
    measures: list[Measure] = []
    for size in sorted(sizes):
        singly = min(SINGLY, size)
        path = folder / "book.db"
        if size > singly:
            await asyncio.to_thread(_copy_kept, size - singly, books, path)
        async with open_service(Settings(_env_file=None, database_path=path)) as service:
            stored = await fill(service.database, size, singly)
            await get_ready(0)  # as the bot does soon after its start
            measures += await _Book(service, size, effort).measure(stored)
            measures.append(await _space(service, size))
            await _no_fault(service)
        path.unlink()
    return _with_growth(measures)


def _copy_kept(size: int, books: Path, path: Path) -> None:
    shutil.copy(kept(size, books), path)


class _Book:
    """A book of some size, and somebody who asks."""

    def __init__(self, service: Service, size: int, effort: Effort):
        self._path = service.database.path
        self._console = Console(service, Role.OFFICIAL)
        self._size = size
        self._effort = effort
        self._chance = Chance(size)

    async def measure(self, stored: Taken) -> list[Measure]:
        """Time every question, and some at once; all beside a plain look-up."""
        looked_up = self._measure(LOOKUP, self._look_ups())
        singly = self._measure("storing one report", stored, looked_up)
        answers = [
            answer
            for name, question in QUESTIONS.items()
            for answer in await self._ask(name, question, looked_up)
        ]
        latest = next(answer for answer in answers if answer.name == "/latest")
        at_once, beside = await self._at_once(latest), await self._beside(latest)
        return [looked_up, singly, *answers, at_once, beside]

    def _measure(self, name: str, taken: Taken, beside: Measure | None = None) -> Measure:
        value, worst = ms(taken.wall)
        ratio, against = (value / beside.value, beside.name) if beside else (None, "")
        return Measure(PART, name, value, "ms", worst, self._size, ratio, against, cpu=ms(taken.cpu)[1])

    def _look_ups(self) -> Taken:
        with closing(sqlite3.connect(self._path)) as connection:

            def look_up(_: int) -> None:
                given = [self._chance.report()]
                connection.execute("SELECT text FROM source WHERE report_id = ?", given).fetchone()

            return taken_of(look_up, self._effort)

    async def _ask(self, name: str, question: Question, beside: Measure) -> list[Measure]:
        questions = [question(self._chance) for _ in range(self._effort.rounds)]
        await self._console.answer(questions[0])
        taken = await async_taken(lambda number: self._console.answer(questions[number]), self._effort)
        if not name.startswith(SEARCH):
            return [self._measure(name, taken, beside)]
        words = [asked.removeprefix(f"{SEARCH} ") for asked in questions]
        ranked = self._measure(RANKED, self._searches(words, f"ORDER BY rank LIMIT {EACH}"))
        rows = self._searches(words, f"ORDER BY rowid DESC LIMIT {COUNTED_AT_MOST + 1}")
        return [self._measure(name, taken, ranked), self._measure(f"{name}: {ROWS}", rows)]

    def _searches(self, asked: Sequence[str], order: str) -> Taken:
        """Time FTS5 itself, without the texts: the phrase, else the words near each other, else all of them.

        By rank it does what a search of that many hits does without us; by rows it is told no more than which
        reports there are.
        """
        with closing(sqlite3.connect(self._path)) as connection:

            def numbers(expression: str) -> list[object]:
                return connection.execute(
                    f"SELECT rowid FROM report_words WHERE report_words MATCH ? {order}", [expression]
                ).fetchall()

            expressions = list(map(_ways, asked))
            return taken_of(
                lambda number: next(filter(None, map(numbers, expressions[number])), None), self._effort
            )

    async def _at_once(self, latest: Measure) -> Measure:
        """Count the answers a second when as many chats ask as the bot answers side by side."""
        taken = await async_taken(
            lambda _: asyncio.gather(*(self._console.answer("/latest") for _ in range(AT_ONCE))), self._effort
        )
        name, rate = f"/latest from {AT_ONCE} chats at once", AT_ONCE * len(taken.wall) / sum(taken.wall)
        ratio = rate * latest.value / 1000
        return Measure(PART, name, rate, "answers/s", None, self._size, ratio, latest.name)

    async def _beside(self, latest: Measure) -> Measure:
        """Time `/latest` while somebody asks the slowest question over and over."""

        async def search() -> None:
            while True:
                await self._console.answer(QUESTIONS[SLOWEST](self._chance))

        searching = asyncio.create_task(search())
        taken = await async_taken(lambda _: self._console.answer("/latest"), self._effort)
        searching.cancel()
        await asyncio.gather(searching, return_exceptions=True)
        return replace(self._measure("/latest while another searches", taken, latest), cpu=None)


def _ways(words: str) -> list[str]:
    """Write what a search looks for, closest first."""
    plain = fingerprint(words).split()
    quoted = " ".join(f'"{word}"' for word in plain)
    near = f"NEAR({quoted}, {max(NEAR, len(plain))})"
    return ['"' + " ".join(plain) + '"', *([near, quoted] if len(plain) > 1 else [])]


async def _space(service: Service, size: int) -> Measure:
    """Tell how large the book is beside the texts in it."""
    read = originals()
    text = size * sum(len(report.source.encode()) for report in read) / len(read)
    async with service.database.session() as session:
        used = await session.value("PRAGMA page_count") * await session.value("PRAGMA page_size")
    return Measure(PART, "database", used / 1e6, "MB", None, size, used / text, "the texts alone")


async def _no_fault(service: Service) -> None:
    """Raise where a question was answered with an apology: that would be quick, and nothing worth."""
    async with service.database.session() as session:
        if summary := await session.value("SELECT summary FROM fault LIMIT 1"):
            raise RuntimeError(f"a question failed: {summary}")


def _with_growth(measures: Sequence[Measure]) -> list[Measure]:
    """Put beside each measure how it grew since the size before, sorted by what is measured."""
    before: dict[str, Measure] = {}
    grown = []
    for measure in measures:
        smaller = before.get(measure.name)
        grown.append(replace(measure, growth=measure.value / smaller.value if smaller else None))
        before[measure.name] = measure
    order = list(before)
    return sorted(grown, key=lambda m: (order.index(m.name), m.size))
