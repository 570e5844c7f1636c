"""Measure answers at several numbers of stored reports, asked through the console's own path."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from benchmarks.book import fill
from benchmarks.measuring import Effort, Measure, async_times_of, ms, times_of
from benchmarks.texts import serial, templates
from bot.console import Console
from bot.service import Service
from bot.serving import open_service
from bot.settings import Settings
from handlers.chat import Role
from reports.model import Report

PART = "answers"
TEMPLATES = 36
LOOKUP = "a look-up by primary key"
AT_ONCE = 16
"""Chats that the bot answers side by side."""

Pick = Callable[[], int]
"""Picks any stored report."""

QUESTIONS: dict[str, Callable[[Pick], str]] = {
    "/latest": lambda _: "/latest",
    "/tasks": lambda _: "/tasks",
    "/tasks of any report": lambda pick: f"/tasks {pick()}",
    "/search, a word of one report": lambda pick: f"/search {serial(pick())}",
    "/search, a common phrase": lambda _: "/search bao hiem y te",
    "/search, common words near each other": lambda _: "/search hoi nghi dang uy trien khai",
    "/search, common words far apart": lambda _: "/search dang uy thoi tiet xuong giong",
    "/search, common words and a rare one": lambda pick: f"/search dang uy {serial(pick())}",
    "/search, common words and an unknown": lambda _: "/search dang uy xyzzy",
    "/search, an unknown word": lambda _: "/search xyzzy",
}
SLOWEST = "/search, common words far apart"


async def measure(sizes: Sequence[int], effort: Effort, folder: Path) -> list[Measure]:
    """Store more and more reports in one book, and ask at each size."""
    settings = Settings(_env_file=None, database_path=folder / "book.db")
    originals = await asyncio.to_thread(templates, TEMPLATES)
    measures: list[Measure] = []
    async with open_service(settings) as service:
        stored = 0
        for size in sorted(sizes):
            measures += await _fill(service, originals, stored, size)
            measures += await _ask(service, size, effort)
            stored = size
    return _with_growth(measures)


async def _fill(service: Service, originals: Sequence[Report], stored: int, size: int) -> list[Measure]:
    """Store, and tell what storing took and how large the book is."""
    filled = await fill(service.database, originals, stored, size)
    value, worst = ms(filled.singly)
    measures = [Measure(PART, "storing one report", value, "ms", worst, size)]
    if filled.in_bulk:
        measures.append(Measure(PART, "storing in bulk", filled.in_bulk, "reports/s", size=size))
    text = sum(len(report.source.encode()) for report in originals) / len(originals)
    async with service.database.session() as session:
        pages = await session.value("PRAGMA page_count") * await session.value("PRAGMA page_size")
    ratio, against = pages / (text * size), "the texts alone"
    return [*measures, Measure(PART, "database", pages / 1e6, "MB", None, size, ratio, against)]


async def _ask(service: Service, size: int, effort: Effort) -> list[Measure]:
    """Time every question, and some at once."""
    chance = random.Random(size)

    def pick() -> int:
        return chance.randint(1, size)

    console = Console(service, Role.OFFICIAL)
    lookup, worst = ms(_lookups(service.database.path, pick, effort))
    measures = [Measure(PART, LOOKUP, lookup, "ms", worst, size)]

    async def timed(name: str, question: Callable[[Pick], str]) -> Measure:
        questions = [question(pick) for _ in range(effort.rounds)]
        await console.answer(questions[0])
        times = await async_times_of(lambda round_: console.answer(questions[round_]), effort)
        value, worst = ms(times)
        return Measure(PART, name, value, "ms", worst, size, value / lookup, LOOKUP)

    measures += [await timed(name, question) for name, question in QUESTIONS.items()]
    return [*measures, await _at_once(console, size, effort), await _beside(console, size, effort)]


def _lookups(path: Path, pick: Pick, effort: Effort) -> list[float]:
    with closing(sqlite3.connect(path)) as connection:

        def look_up(_: int) -> None:
            connection.execute("SELECT text FROM source WHERE report_id = ?", [pick()]).fetchone()

        return times_of(look_up, effort)


async def _at_once(console: Console, size: int, effort: Effort) -> Measure:
    """Count the answers a second when as many chats ask as the bot answers side by side."""
    start, done = time.perf_counter(), 0
    while effort.goes_on(done // AT_ONCE, start):
        await asyncio.gather(*(console.answer("/latest") for _ in range(AT_ONCE)))
        done += AT_ONCE
    rate = done / (time.perf_counter() - start)
    return Measure(PART, f"/latest from {AT_ONCE} chats at once", rate, "answers/s", size=size)


async def _beside(console: Console, size: int, effort: Effort) -> Measure:
    """Time `/latest` while somebody asks the slowest question over and over."""

    async def search() -> None:
        while True:
            await console.answer(QUESTIONS[SLOWEST](lambda: 1))

    searching = asyncio.create_task(search())
    value, worst = ms(await async_times_of(lambda _: console.answer("/latest"), effort))
    searching.cancel()
    await asyncio.gather(searching, return_exceptions=True)
    return Measure(PART, "/latest while another searches", value, "ms", worst, size)


def _with_growth(measures: Sequence[Measure]) -> list[Measure]:
    """Put beside each measure how it grew since the smallest size, sorted by what is measured."""
    first: dict[str, Measure] = {}
    for measure in measures:
        first.setdefault(measure.name, measure)
    order = list(first)
    grown = [replace(m, growth=m.value / first[m.name].value) for m in measures]
    return sorted(grown, key=lambda m: (order.index(m.name), m.size))
