"""Measure answers at several numbers of stored reports, asked through the console's own path."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from benchmarks.book import Filled, fill
from benchmarks.measuring import MILLI, Effort, Measure, async_times_of, ms, times_of
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
    "/limits of any report": lambda pick: f"/limits {pick()}",
    "/compare, a target of any report": lambda pick: f"/compare {pick()}.c1",
    "/compare, a name in many bodies": lambda _: "/compare thu ngan sach",
    "/compare, two periods": lambda _: "/compare quy 3 quy 2",
    "/tasks with filters": lambda _: "/tasks đảng ủy xã quý 4",
    "/targets with filters": lambda _: "/targets chưa đạt 2026",
    "/reports with filters": lambda _: "/reports đảng ủy tháng 10/2020",
    "/limits with filters": lambda _: "/limits giải ngân",
    "a question: tasks overdue": lambda _: "việc quá hạn của đảng ủy",
    "a question: a figure": lambda _: "thu ngân sách quý III đạt bao nhiêu",
    "a question: who does it": lambda _: "ai phụ trách bảo hiểm y tế",
    "a question: why": lambda _: "tại sao giải ngân chậm",
    "a question, mistyped": lambda _: "chỉ tiu chưaa đtạ quý 3",
    "a question without an answer": lambda _: "giá vàng hôm nay bao nhiêu",
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
            filled = await fill(service.database, originals, stored, size)
            measures += await _Book(service, size, effort).measure(filled)
            measures.append(await _space(service, originals, size))
            stored = size
        await _no_fault(service)
    return _with_growth(measures)


class _Book:
    """A book of some size, and somebody who asks."""

    def __init__(self, service: Service, size: int, effort: Effort):
        self._path = service.database.path
        self._console = Console(service, Role.OFFICIAL)
        self._size = size
        self._effort = effort
        self._chance = random.Random(size)

    async def measure(self, filled: Filled) -> list[Measure]:
        """Time every question, and some at once; all beside a plain look-up."""
        looked_up = self._times(LOOKUP, self._look_ups())
        stored = self._times("storing one report", filled.singly, looked_up)
        answers = [await self._ask(name, question, looked_up) for name, question in QUESTIONS.items()]
        latest = next(answer for answer in answers if answer.name == "/latest")
        at_once, beside = await self._at_once(latest), await self._beside(latest)
        return [looked_up, stored, *self._in_bulk(filled, stored), *answers, at_once, beside]

    def _pick(self) -> int:
        return self._chance.randint(1, self._size)

    def _times(self, name: str, times: Sequence[float], beside: Measure | None = None) -> Measure:
        value, worst = ms(times)
        ratio, against = (value / beside.value, beside.name) if beside else (None, "")
        return Measure(PART, name, value, "ms", worst, self._size, ratio, against)

    def _in_bulk(self, filled: Filled, singly: Measure) -> list[Measure]:
        if filled.in_bulk is None:
            return []
        ratio = filled.in_bulk * singly.value / MILLI
        rate = filled.in_bulk
        return [Measure(PART, "storing in bulk", rate, "reports/s", None, self._size, ratio, singly.name)]

    def _look_ups(self) -> list[float]:
        with closing(sqlite3.connect(self._path)) as connection:

            def look_up(_: int) -> None:
                connection.execute("SELECT text FROM source WHERE report_id = ?", [self._pick()]).fetchone()

            return times_of(look_up, self._effort)

    async def _ask(self, name: str, question: Callable[[Pick], str], beside: Measure) -> Measure:
        questions = [question(self._pick) for _ in range(self._effort.rounds)]
        await self._console.answer(questions[0])
        times = await async_times_of(lambda number: self._console.answer(questions[number]), self._effort)
        return self._times(name, times, beside)

    async def _at_once(self, latest: Measure) -> Measure:
        """Count the answers a second when as many chats ask as the bot answers side by side."""
        times = await async_times_of(
            lambda _: asyncio.gather(*(self._console.answer("/latest") for _ in range(AT_ONCE))), self._effort
        )
        name, rate = f"/latest from {AT_ONCE} chats at once", AT_ONCE * len(times) / sum(times)
        ratio = rate * latest.value / MILLI
        return Measure(PART, name, rate, "answers/s", None, self._size, ratio, latest.name)

    async def _beside(self, latest: Measure) -> Measure:
        """Time `/latest` while somebody asks the slowest question over and over."""

        async def search() -> None:
            while True:
                await self._console.answer(QUESTIONS[SLOWEST](self._pick))

        searching = asyncio.create_task(search())
        times = await async_times_of(lambda _: self._console.answer("/latest"), self._effort)
        searching.cancel()
        await asyncio.gather(searching, return_exceptions=True)
        return self._times("/latest while another searches", times, latest)


async def _space(service: Service, originals: Sequence[Report], size: int) -> Measure:
    """Tell how large the book is beside the texts in it."""
    text = size * sum(len(report.source.encode()) for report in originals) / len(originals)
    async with service.database.session() as session:
        used = await session.value("PRAGMA page_count") * await session.value("PRAGMA page_size")
    return Measure(PART, "database", used / 1e6, "MB", None, size, used / text, "the texts alone")


async def _no_fault(service: Service) -> None:
    """Raise where a question was answered with an apology: that would be quick, and nothing worth."""
    async with service.database.session() as session:
        if summary := await session.value("SELECT summary FROM fault LIMIT 1"):
            raise RuntimeError(f"a question failed: {summary}")


def _with_growth(measures: Sequence[Measure]) -> list[Measure]:
    """Put beside each measure how it grew since the smallest size, sorted by what is measured."""
    first: dict[str, Measure] = {}
    for measure in measures:
        first.setdefault(measure.name, measure)
    order = list(first)
    grown = [replace(m, growth=m.value / first[m.name].value) for m in measures]
    return sorted(grown, key=lambda m: (order.index(m.name), m.size))
