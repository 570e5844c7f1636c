"""Print a dialog's file with the answers it gets now: `python -m tests.dialogs FILE`.

To add a dialog write down who says what, let this fill in the answers, and read them: what is not certain
becomes "…". Answers that are still right stay as they are, with their "…".
"""

import asyncio
import difflib
import sys
import tempfile
from pathlib import Path

from tests.dialogs.script import Dialog, filled, matches, read_dialog
from tests.dialogs.stage import open_stage


async def answers(dialog: Dialog) -> dict[int, list[str]]:
    """Play a dialog; gives the answers by the number of the line they belong behind."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_stage(dialog, Path(folder)) as stage:
            return {turn.ends: await stage.play(turn) for turn in dialog.turns}


def filled_in(path: Path) -> str:
    """Write a dialog's file anew, with the answers of now."""
    dialog = read_dialog(path)
    given = asyncio.run(answers(dialog))
    written = {turn.ends: renewed(turn.answer, given[turn.ends]) for turn in dialog.turns}
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        lines += [] if line.startswith("<") else [line]
        lines += [f"< {a}".rstrip() for a in written.get(number, []) if a != "(silence)"]
    return "\n".join([*lines, ""])


def renewed(expected: list[str], actual: list[str]) -> list[str]:
    """Keep what is still right of an answer, and write the rest anew."""
    if matches(expected, actual):
        return expected
    lines: list[str] = []
    compared = difflib.SequenceMatcher(a=filled(expected, actual), b=actual, autojunk=False)
    for change, a, b, c, d in compared.get_opcodes():
        kept = change == "equal" or "…" in expected[a:b]
        lines += expected[a:b] if kept else actual[c:d]
    return lines if matches(lines, actual) else actual


if __name__ == "__main__":
    sys.stdout.write(filled_in(Path(sys.argv[1])))
