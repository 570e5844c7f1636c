"""What it takes to run `sohop …`: real processes, real files."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bot.settings import EXAMPLES

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


def sohop_command(*arguments: str) -> list[str]:
    """The command line."""
    return [sys.executable, "-m", "bot", *arguments]


def environment(**settings: str) -> dict[str, str]:
    """The environment: of the program's settings only those given."""
    others = {name: value for name, value in os.environ.items() if name not in EXAMPLES}
    return {**others, "PYTHONPATH": str(ROOT), **settings}


def a_file(folder: Path, text: str, name: str = "bao-cao.txt") -> str:
    """Write a file; gives its name."""
    (folder / name).write_text(text, encoding="utf-8")
    return name
