"""Answers that were frozen: kept word for word under a number, never changed or removed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from storage.db import Row, Session
from storage.times import stamp, time_of


@dataclass(frozen=True, slots=True)
class Frozen:
    """An answer as it was given; `places` are its styled places, as JSON."""

    day: date
    serial: int
    at: datetime
    actor: str
    asked: str
    text: str
    places: str

    @property
    def number(self) -> str:
        """Write its number.

        >>> moment = datetime(2017, 10, 4)
        >>> Frozen(date(2017, 10, 4), 1, moment, "telegram:1", "tasks 1", "", "[]").number
        'BC-2017-1004-01'
        """
        return f"BC-{self.day:%Y-%m%d}-{self.serial:02}"


async def keep(  # noqa: PLR0913 an answer is what, to which question, whose and when
    session: Session, text: str, places: str, *, asked: str, actor: str, at: datetime
) -> Frozen:
    """Keep an answer under the next number of the day; `at` is aware and local."""
    day = at.date()
    last = await session.value("SELECT max(serial) FROM frozen WHERE day = ?", [day.isoformat()])
    kept = Frozen(day, (last or 0) + 1, at, actor, asked, text, places)
    await session.write(
        "INSERT INTO frozen (day, serial, at, actor, asked, text, places) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [day.isoformat(), kept.serial, stamp(at), actor, asked, text, places],
    )
    return kept


async def count(session: Session, actor: str, day: date) -> int:
    """Count what somebody froze on a day."""
    kept = await session.value(
        "SELECT count(*) FROM frozen WHERE day = ? AND actor = ?", [day.isoformat(), actor]
    )
    return int(kept)


async def find(session: Session, day: date, serial: int) -> Frozen | None:
    """Find a frozen answer, None where there is none of that number."""
    row = await session.row("SELECT * FROM frozen WHERE day = ? AND serial = ?", [day.isoformat(), serial])
    return _frozen(row) if row else None


async def newest(session: Session, limit: int) -> list[Frozen]:
    """List what was frozen last."""
    return [
        _frozen(row) for row in await session.rows("SELECT * FROM frozen ORDER BY id DESC LIMIT ?", [limit])
    ]


def _frozen(row: Row) -> Frozen:
    return Frozen(
        date.fromisoformat(row["day"]),
        row["serial"],
        time_of(row["at"]),
        row["actor"],
        row["asked"],
        row["text"],
        row["places"],
    )
