"""Read a dialog as it goes on one platform.

The lines are those of `tests.dialogs.script`. One that begins with platforms is theirs alone:

    Lan: presses Lưu
    {telegram} < (in place)
    < Đã lưu thành báo cáo 1.
    {zalo, console} Lan> /edit 1

A line of choices, "[Lưu] [Hủy]", is a row of buttons on Telegram, and where there are few on an Official
Account of Zalo; elsewhere they are numbers (`CHOICES`).
What is answered in another way everywhere (an empty line before numbers) needs no line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bot.zalo_oa.keeping import MOST_BUTTONS
from tests.dialogs.elsewhere import BUTTONS, numbered_lines
from tests.dialogs.script import Dialog, read_lines

_OWN = re.compile(r"\{([a-z_, ]+)\} (.*)")
_LABEL = re.compile(r"\[([^\[\]]+)\]")


def read_for(path: Path, platform: str) -> Dialog:
    """Read a dialog as it goes on a platform."""
    lines = path.read_text(encoding="utf-8").splitlines()
    dialog = read_lines(path.name, _lines_for(lines, platform))
    for turn in dialog.turns:
        turn.answer = list(CHOICES[platform](turn.answer))
    return dialog


def platforms_of(path: Path) -> set[str]:
    """Name the platforms that a dialog has lines for."""
    return {name for line in path.read_text(encoding="utf-8").splitlines() for name in owned(line)[0]}


def owned(line: str) -> tuple[list[str], str]:
    """Part a line from the platforms whose own it is; none are all."""
    owner = _OWN.fullmatch(line)
    return ([name.strip() for name in owner[1].split(",")], owner[2]) if owner else ([], line)


def _lines_for(lines: Iterable[str], platform: str) -> Iterator[str]:
    """Leave the lines of others empty, so that all keep their numbers; an answer goes with what was said."""
    said_by: list[str] = []
    for line in lines:
        platforms, rest = owned(line)
        if rest.startswith(("<", "|")):
            platforms = platforms or said_by
        else:
            said_by = platforms
        yield rest if not platforms or platform in platforms else ""


def _in_one_line(lines: Iterable[str]) -> Iterator[str]:
    """Number all choices of an answer in one line, as the console does."""
    labels: list[str] = []
    for line in [*lines, "---"]:
        if BUTTONS.fullmatch(line):
            labels += _LABEL.findall(line)
            continue
        if labels:
            yield ""
            yield "   ".join(f"[{number}] {label}" for number, label in enumerate(labels, 1))
            labels = []
        yield line


def _five_as_buttons(lines: Iterable[str]) -> Iterator[str]:
    """Put up to five choices of a message into one row of buttons, and number more, as the account does."""
    number, labels = 0, list[str]()
    for line in [*lines, "---"]:
        if BUTTONS.fullmatch(line):
            labels += _LABEL.findall(line)
            continue
        if 0 < len(labels) <= MOST_BUTTONS:
            yield " ".join(f"[{label}]" for label in labels)
        elif labels:
            yield ""
            for label in labels:
                number += 1
                yield f"[{number}] {label}"
        labels = []
        yield line


CHOICES: dict[str, Callable[[list[str]], Iterable[str]]] = {
    "telegram": lambda lines: lines,
    "zalo": numbered_lines,
    "zalo_oa": lambda lines: list(_five_as_buttons(lines))[:-1],
    "console": lambda lines: list(_in_one_line(lines))[:-1],
}
"""How each platform shows choices."""
