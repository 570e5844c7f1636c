"""Read a dialog: who says what, and what is answered.

    # What the dialog shows.
    people: Lan staff, Minh official, Khách unknown
    groups: phường official, chợ unknown
    platform: console                      (else telegram)
    language: en                           (else vi)
    stored: 1-thi-uy-quy-iii               (samples that the book holds at the start)

    Lan> /whoami
    < Mã của anh/chị: …
    < Vai trò: văn phòng …

    Minh in phường> dòng một
    | dòng hai
    < …
    Lan: presses Lưu
    (3 seconds later)
    (8 days later)

In an answer "…" stands for any words, and alone on its line for any lines. No answer means silence.
Who does something else than typing: `pastes FILE`, `pastes FILE part 2`, `presses LABEL`,
`presses "ACTION"`, `edits OLD -> NEW`, `sends a photo`, `sends FILE` (one of
tests/documents/files, or a text), `sends FILE saying CAPTION`, `sends another FILE` (in the last's place),
`forwards FILE of DAY` (a text that somebody sent on a day such as 05/10/2026),
`answers FILE of DAY by COMMAND` (a text or a file that somebody sent here).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

_HEADER = re.compile(r"(people|groups|platform|language|stored|public): (.+)")
_SAID = re.compile(r"(?P<who>\w[\w ]*?)(?: in (?P<place>\w+))?(?:> ?(?P<said>.*)|: (?P<does>.+))")
_LATER = re.compile(r"\((\d+) (second|day)s? later\)")
_SECONDS = {"second": 1, "day": 86_400}


@dataclass
class Turn:
    """One line of a dialog with the answer that belongs to it; `later` is a wait, in seconds."""

    line: str
    ends: int
    """The number of its last line in the file, before its answer."""
    who: str = ""
    place: str | None = None
    said: str | None = None
    does: str | None = None
    later: int | None = None
    answer: list[str] = field(default_factory=list)


@dataclass
class Dialog:
    """A dialog with its people."""

    header: dict[str, str]
    turns: list[Turn]

    def listed(self, key: str) -> dict[str, str]:
        """Give the names of a header's line, each with its role."""
        parts = [part.strip() for part in self.header.get(key, "").split(",") if part.strip()]
        return {name: role for name, _, role in (part.rpartition(" ") for part in parts)}

    @property
    def stored(self) -> list[str]:
        """Name the samples that the book holds at the start."""
        return [name.strip() for name in self.header.get("stored", "").split(",") if name.strip()]


def read_dialog(path: Path) -> Dialog:
    """Read a dialog file. Raises ValueError for a line that is none of a dialog's."""
    return read_lines(path.name, path.read_text(encoding="utf-8").splitlines())


def read_lines(name: str, lines: Iterable[str]) -> Dialog:
    """Read the lines of a dialog. Raises ValueError for one that is none."""
    dialog = Dialog({}, [])
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not dialog.turns and (header := _HEADER.fullmatch(line)):
            dialog.header[header[1]] = header[2]
        elif not _take(line, number, dialog.turns):
            raise ValueError(f"{name}:{number}: not a line of a dialog: {line}")
    return dialog


def _take(line: str, number: int, turns: list[Turn]) -> bool:
    """Add a line to the turns; tells whether it could be read."""
    if line[0] == "<" and turns:
        turns[-1].answer.append(line[1:].removeprefix(" "))
    elif line[0] == "|" and turns and turns[-1].said is not None:
        turns[-1].said += "\n" + line[1:].removeprefix(" ")
        turns[-1].line += "\n" + line
        turns[-1].ends = number
    elif later := _LATER.fullmatch(line):
        turns.append(Turn(line, number, later=int(later[1]) * _SECONDS[later[2]]))
    elif said := _SAID.fullmatch(line):
        turns.append(Turn(line, number, said["who"], said["place"], said["said"], said["does"]))
    else:
        return False
    return True


def matches(expected: list[str], actual: list[str]) -> bool:
    """Tell whether an answer is the one expected, "…" standing for anything."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…" else f"{_one_line(line)}\n" for line in expected or ["(silence)"]
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in actual)) is not None


def filled(expected: list[str], actual: list[str]) -> list[str]:
    """Fill in what "…" stands for where a line fits, so that a comparison shows only what differs."""
    return [next((a for a in actual if re.fullmatch(_one_line(line), a)), line) for line in expected]


def _one_line(line: str) -> str:
    return ".*".join(map(re.escape, line.split("…")))
