"""Put reports together, and vary them without reading them anew."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from benchmarks.phrases import (
    CAUSES,
    LIMITATIONS,
    NAMES,
    PARTICIPANTS,
    PLACES,
    STRENGTHS,
    TARGETS,
    TASKS,
)
from reports import read_report
from reports.model import Day, Deadline, Period, Report, Span, Task

SERIAL, HELD_ON, YEAR, FIGURES = "900001", "09/09/2026", "2026", ("71,31", "82,42", "93,53", "64,14")
"""Words that stand in every made-up text once or more; a variant has others of the same length."""
VARIED = re.compile("|".join((SERIAL, HELD_ON, YEAR, *FIGURES)))
HAMLET = "ở ấp"
FIRST_DAY, DAYS = date(2017, 1, 1), 3650

_TEXT = """\
Hội nghị Đảng ủy xã {commune} sơ kết công tác quý III và triển khai nhiệm vụ quý IV năm 2026
Số: {serial}/BC-VP

Sáng ngày {day}, tại Hội trường UBND xã, Đảng ủy xã {commune} tổ chức Hội nghị sơ kết công tác quý III \
và triển khai nhiệm vụ quý IV năm 2026. Tham dự hội nghị có: {participants}. \
Đồng chí {chair} - Bí thư Đảng ủy chủ trì hội nghị.

Báo cáo tại hội nghị, đồng chí {speaker} - Phó Bí thư Thường trực Đảng ủy cho biết, trong quý III \
có {met_count:02} chỉ tiêu đạt và vượt là {met}; {behind_count:02} chỉ tiêu đạt từ 50% - 90%: {behind}; \
còn lại 7 chỉ tiêu đến cuối năm đánh giá. Thu ngân sách trên địa bàn đạt {figures[0]} tỷ đồng, \
bằng {figures[1]}% dự toán, tăng {figures[2]}% so với cùng kỳ; giá trị sản xuất đạt {figures[3]} tỷ đồng.

- Ưu điểm, nguyên nhân
+ Ưu điểm: {strengths}.
+ Nguyên nhân: Đạt được kết quả trên là do sự thống nhất trong cấp ủy và sự đồng thuận của nhân dân.

- Hạn chế, nguyên nhân
+ Hạn chế: {limitations}.
+ Nguyên nhân: {causes}.

Phát biểu kết luận hội nghị, đồng chí {chair} - Bí thư Đảng ủy yêu cầu trong thời gian tới tập trung \
{task_count:02} nhiệm vụ trọng tâm sau: {tasks}.

Văn phòng Đảng ủy xã {commune}
"""


def sample(seed: int = 0) -> str:
    """Write a report as long as the real sample (about 7.8 kB in UTF-8)."""
    return compose(seed, 1.0)


def compose(seed: int, share: float) -> str:
    """Write a report out of a share of all phrases."""
    chance = random.Random(seed)

    def some(pool: Sequence[str]) -> list[str]:
        return chance.sample(pool, max(2, round(len(pool) * share)))

    def named(parts: Sequence[Sequence[str]]) -> str:
        return " ".join(map(chance.choice, parts))

    def placed(phrases: Sequence[str]) -> list[str]:
        """Name a hamlet in every third phrase, so that no two bodies tell the same."""
        return [
            phrase.replace(",", f" {HAMLET} {named(PLACES)},", 1) if at % 3 == 0 else phrase
            for at, phrase in enumerate(phrases)
        ]

    targets, tasks = some(TARGETS), placed(some(TASKS))
    met, behind = targets[: len(targets) // 2], targets[len(targets) // 2 :]
    chair, speaker = named(NAMES), named(NAMES)
    return _TEXT.format(
        commune=named(PLACES),
        serial=SERIAL,
        day=HELD_ON,
        figures=FIGURES,
        participants="; ".join(some(PARTICIPANTS)),
        chair=chair,
        speaker=speaker,
        met="; ".join(met),
        met_count=len(met),
        behind="; ".join(behind),
        behind_count=len(behind),
        strengths="; ".join(some(STRENGTHS)),
        limitations=". ".join(placed(some(LIMITATIONS))),
        causes=". ".join(some(CAUSES)),
        tasks="; ".join(f"({n}) {task}" for n, task in enumerate(tasks, 1)),
        task_count=len(tasks),
    )


def templates(count: int) -> list[Report]:
    """Read reports that differ in length and words, from a fifth of the sample's length to the whole."""
    shares = [0.2 + 0.8 * (seed % 9) / 8 for seed in range(count)]
    return [replace(read_report(compose(seed, share)), readings=()) for seed, share in enumerate(shares)]


def variants(originals: Sequence[Report], first: int, last: int) -> Iterator[Report]:
    """Yield the reports `first` to `last`, each with its own serial number, day and figures."""
    for number in range(first, last + 1):
        yield variant(originals[number % len(originals)], number)


def variant(original: Report, number: int) -> Report:
    """Vary a read report. Its day, quarter and years are new, what else was understood stays as it was."""
    held_on = FIRST_DAY + timedelta(days=number * 7919 % DAYS)
    varied: Report = recut(original, varied_text(original.source, number, held_on))
    day = varied.held_on and Day(varied.held_on.written, held_on)
    quarter = f"{held_on:%Y}-Q{(held_on.month + 2) // 3}"
    period = varied.period and Period(varied.period.written, quarter)
    tasks = tuple(replace(task, deadline=_due_in(task, held_on.year)) for task in varied.tasks)
    return replace(varied, held_on=day, period=period, tasks=tasks)


def _due_in(task: Task, year: int) -> Deadline | None:
    """Give a task's deadline, which is in the year that its words were varied to."""
    due = task.deadline
    return due and replace(due, last_day=due.last_day and due.last_day.replace(year=year))


def varied_text(text: str, number: int, held_on: date = FIRST_DAY) -> str:
    """Put other words of the same length in the place of those that vary."""
    chance = random.Random(number)
    words = {SERIAL: serial(number), HELD_ON: f"{held_on:%d/%m/%Y}", YEAR: f"{held_on.year}"}
    words |= {figure: f"{chance.randrange(10, 100)},{chance.randrange(10, 100)}" for figure in FIGURES}
    return VARIED.sub(lambda match: words[match[0]], text)


def serial(number: int) -> str:
    """Write a report's own word, which stands in no other."""
    return f"{number:06}"


def recut(value: Any, source: str) -> Any:
    """Cut all spans of a value out of another source of the same length."""
    if isinstance(value, Span):
        return replace(value, text=source[value.start : value.end])
    if isinstance(value, Report):
        return Report(source, *(recut(getattr(value, name), source) for name in _names(Report)[1:]))
    if isinstance(value, tuple):
        return tuple([recut(part, source) for part in value])
    if names := _names(value.__class__):
        return type(value)(*[recut(getattr(value, name), source) for name in names])
    return value


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """Name a dataclass' fields in order; none for any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
