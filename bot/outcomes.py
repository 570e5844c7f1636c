"""What became of the files of an import: a row for each, those with the same fate together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Fate(StrEnum):
    """What became of a file."""

    STORED = "Đã lưu"
    WOULD_BE_STORED = "Sẽ lưu"
    KNOWN = "Đã có trong sổ"
    DELETED = "Đã xóa trước đây, không lưu lại"
    REFUSED = "Không nhận"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file: what became of it, as which report, its title or the reason, what to look at."""

    path: Path
    fate: Fate
    number: int | None = None
    words: str = ""
    looks: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """Write its rows of the table."""
        path = shown(self.path)
        row = f"{self.number:>6}  {path}  {self.words}" if self.number else f"  {path}: {self.words}"
        return [row.rstrip(), *(f"          ⚠ {look}" for look in self.looks)]


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """Write what became of the files."""
    lines: list[str] = []
    for fate in Fate:
        of_fate = [outcome for outcome in outcomes if outcome.fate is fate]
        if of_fate:
            lines += [f"{fate} ({len(of_fate)})", *(line for o in of_fate for line in o.lines()), ""]
    return lines


def shown(path: Path | str) -> str:
    """Write a file's name: it may hold anything, also what a terminal would obey."""
    return "".join(character if character.isprintable() else "?" for character in str(path))
