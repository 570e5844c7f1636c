"""Print a dialog's file with the answers it gets now: `python -m tests.dialogs FILE`.

To add a dialog write down who says what, let this fill in the answers, and read them: what is not certain
becomes "…".
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.dialogs.script import Dialog, read_dialog
from tests.dialogs.stage import open_stage


async def answers(dialog: Dialog) -> dict[int, list[str]]:
    """Play a dialog; gives the answers by the number of the line they belong behind."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_stage(dialog, Path(folder)) as stage:
            return {turn.ends: await stage.play(turn) for turn in dialog.turns}


def filled_in(path: Path) -> str:
    """Write a dialog's file anew, with the answers of now."""
    given = asyncio.run(answers(read_dialog(path)))
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        lines += [] if line.startswith("<") else [line]
        lines += [f"< {a}".rstrip() for a in given.get(number, []) if a != "(silence)"]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.stdout.write(filled_in(Path(sys.argv[1])))
