"""Take times and sizes, and put each beside something else of the same run."""

from __future__ import annotations

import math
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

Clock = Callable[[], float]
MILLI = 1000.0


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of the table.

    `value` is the median where several were taken, `p99` stands beside it then. `ratio` compares with
    `against` in the same run; `growth` with the same measure at the size before; `cpu` is the p99 of the
    process' own time, in which nobody else of the machine has a part.
    """

    part: str
    name: str
    value: float
    unit: str
    p99: float | None = None
    size: int | None = None
    ratio: float | None = None
    against: str = ""
    growth: float | None = None
    cpu: float | None = None


@dataclass(frozen=True, slots=True)
class Effort:
    """How often something is tried: at most `rounds` times, at most `seconds` long, at least three times."""

    rounds: int
    seconds: float

    def goes_on(self, done: int, since: float) -> bool:
        """Tell whether there is another round."""
        return done < self.rounds and (done < 3 or time.perf_counter() - since < self.seconds)


def percentile(values: Sequence[float], share: float) -> float:
    """Give the smallest value that `share` of all do not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def ms(times: Sequence[float]) -> tuple[float, float]:
    """Give the median and p99 in milliseconds."""
    return median(times) * MILLI, percentile(times, 0.99) * MILLI


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of each round: on the wall, and of this process' own."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @contextmanager
    def round(self) -> Iterator[None]:
        """Time one round more."""
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.cpu.append(time.process_time() - cpu)
        self.wall.append(time.perf_counter() - wall)


def times_of(work: Callable[[int], object], effort: Effort, clock: Clock = time.perf_counter) -> list[float]:
    """Time each round; the work is told its number."""
    times: list[float] = []
    since = time.perf_counter()
    while effort.goes_on(len(times), since):
        start = clock()
        work(len(times))
        times.append(clock() - start)
    return times


def taken_of(work: Callable[[int], object], effort: Effort) -> Taken:
    """Time each round by both clocks; the work is told its number."""
    taken, since = Taken(), time.perf_counter()
    while effort.goes_on(len(taken.wall), since):
        with taken.round():
            work(len(taken.wall))
    return taken


async def async_taken(work: Callable[[int], Awaitable[object]], effort: Effort) -> Taken:
    """Time each round of a coroutine function by both clocks; the work is told its number."""
    taken, since = Taken(), time.perf_counter()
    while effort.goes_on(len(taken.wall), since):
        with taken.round():
            await work(len(taken.wall))
    return taken


async def async_times_of(work: Callable[[int], Awaitable[object]], effort: Effort) -> list[float]:
    """Time each round of a coroutine function; the work is told its number."""
    return (await async_taken(work, effort)).wall


def resident(process: int) -> dict[str, float]:
    """Read a process' resident memory now and at its highest, in MB; nothing where there is no /proc."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return {}
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="ascii").splitlines())
    return {name: int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")}
