"""Write a dialog anew with the answers that it gets now, each line with the platforms that it is seen on."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from tests.dialogs.__main__ import renewed
from tests.dialogs.elsewhere import BUTTONS
from tests.everywhere.playing import DRIVERS, play
from tests.everywhere.script import owned

_LABEL = re.compile(r"\[([^\[\]]+)\]")
_NUMBER = re.compile(r"\[\d+\] (.+?)(?=   \[|$)")
_CHOICES = re.compile(r"\[\d+\] .+")


@dataclass(frozen=True)
class Line:
    """A line of an answer, and where it is seen; `compared` is the same however choices are shown."""

    compared: str
    written: tuple[str, ...]
    platforms: tuple[str, ...]


async def filled_in(path: Path) -> str:
    """Play a dialog on every platform, and write it with what was answered."""
    answers: dict[int, list[Line]] = {}
    played: dict[int, list[str]] = {}
    for platform in DRIVERS:
        with tempfile.TemporaryDirectory() as folder:
            async with aclosing(play(path, platform, Path(folder))) as turns:
                async for turn, answer in turns:
                    said = [line for line in renewed(turn.answer, answer) if line != "(silence)"]
                    played.setdefault(turn.ends, []).append(platform)
                    lines = list(_lines(said, platform))
                    answers[turn.ends] = merged(answers.get(turn.ends, []), lines)
    return "\n".join([*_written(path, answers, played), ""])


def _lines(answer: Iterable[str], platform: str) -> Iterator[Line]:
    """Take the choices of an answer together, whatever they look like."""
    rows: list[str] = []
    labels: list[str] = []
    empty = False
    for line in [*answer, None]:
        if line is not None and BUTTONS.fullmatch(line) and not _CHOICES.fullmatch(line):
            labels += _LABEL.findall(line)
            rows.append(line)
            continue
        if line is not None and _CHOICES.fullmatch(line):
            labels += _NUMBER.findall(line)
            empty = False  # the one before numbers goes without saying
            continue
        if labels:
            written = tuple(rows) or ("".join(f"[{label}] " for label in labels).strip(),)
            yield Line(f"choices {labels}", written, (platform,))
            rows, labels = [], []
        if empty:
            yield Line("", ("",), (platform,))
        empty = line == ""
        if line:
            yield Line(line, (line,), (platform,))


def merged(before: list[Line], lines: list[Line]) -> list[Line]:
    """Put the lines of one more platform among those of the others."""
    compared = SequenceMatcher(
        a=[line.compared for line in before], b=[line.compared for line in lines], autojunk=False
    )
    found: list[Line] = []
    for change, a, b, c, d in compared.get_opcodes():
        if change == "equal":
            pairs = zip(before[a:b], lines[c:d], strict=True)
            found += [replace(old, platforms=old.platforms + new.platforms) for old, new in pairs]
        else:
            found += [*before[a:b], *lines[c:d]]
    return found


def _written(path: Path, answers: dict[int, list[Line]], played: dict[int, list[str]]) -> Iterator[str]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not owned(line)[1].startswith("<"):
            yield line
        for answer in answers.get(number, []):
            everywhere = list(answer.platforms) == played[number]
            owner = "" if everywhere else f"{{{', '.join(answer.platforms)}}} "
            for written in answer.written:
                yield f"{owner}< {written}".rstrip()
