"""A question as it was understood."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from handlers.calendar import DayOfYear, Days
from reports.model import PersonRole, TargetStatus
from storage.itemkeys import Kind, Place
from storage.periods import Wanted


class Intent(StrEnum):
    """What somebody wants to know."""

    LIST = "list"
    COUNT = "count"  # bao nhiêu việc, mấy chỉ tiêu
    HOW_MUCH = "how_much"  # đạt bao nhiêu
    HOW = "how"  # thế nào, ra sao, đến đâu
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    SAID = "said"  # nói gì, chỉ đạo gì
    COMPARE = "compare"
    LATEST = "latest"


class Flag(StrEnum):
    """What an item lacks or is."""

    OVERDUE = "overdue"  # quá hạn
    SOON = "soon"  # sắp đến hạn
    RUNNING = "running"  # chưa đến hạn
    NO_UNIT = "no_unit"  # chưa rõ đơn vị
    NO_DEADLINE = "no_deadline"  # chưa có hạn
    DATED = "dated"  # có hạn
    RECURRING = "recurring"  # thường xuyên, hằng tháng


@dataclass(frozen=True, slots=True)
class Reading:
    """What is asked for; what was not said is empty. Words are folded and without short forms.

    `due` are the days of deadlines, `held` of meetings; `typed` are topics as they were typed with accents;
    `lacking` names what the book does not keep ("finished"). `anywhere` looks for topics in whose an item is,
    too; `reports` are the only ones that are asked; `compared` are periods that were named to be compared,
    `others` bodies beside the first; `only` is the one item that is asked of; `numbered` asks for items that
    tell a number; `light` are topics that only say what is done ("ai thay"); `about` are words that name the
    reports that are asked, `unseen` words that these have nowhere.
    """

    kinds: tuple[Kind, ...] = ()
    intent: Intent = Intent.LIST
    topic: tuple[str, ...] = ()
    unit: str = ""
    body: str = ""
    person: str = ""
    role: PersonRole | None = None
    statuses: tuple[TargetStatus, ...] = ()
    flags: frozenset[Flag] = frozenset()
    periods: tuple[Wanted, ...] = ()
    due: Days | None = None
    held: Days | None = None
    held_yearless: DayOfYear | None = None
    report: int | None = None
    latest: bool = False
    lacking: str = ""
    typed: tuple[str, ...] = ()
    anywhere: bool = False
    reports: tuple[int, ...] = ()
    compared: tuple[Wanted, ...] = ()
    others: tuple[str, ...] = ()
    only: Place | None = None
    numbered: bool = False
    light: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()

    def given(self) -> dict[str, Any]:
        """Give what was said, by its name."""
        return {
            field.name: value
            for field in fields(self)
            if (value := getattr(self, field.name)) != field.default
            and field.name not in {"typed", "light", "about", "unseen"}
        }
