"""Keep the README true: its tables of commands and settings, and its dialog, are made from the program.

    python docs/readme.py          # rewrites what stands between the markers

`tests/test_readme.py` fails when the README says something else.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.settings import EXAMPLES, Settings  # noqa: E402 the path comes first
from handlers.chat import Role  # noqa: E402
from handlers.commands import COMMANDS, Command  # noqa: E402
from handlers.demo import samples  # noqa: E402
from handlers.texts import Texts  # noqa: E402

README = ROOT / "README.md"
ASKED = ("/done", "1", "/latest", "/targets", "/tasks", "/search nha o cho ho ngheo", "/source 1.2")
_TIME = re.compile(r"\d\d:\d\d \d\d/\d\d/\d{4}")


def commands() -> str:
    """Write the table of commands from the one that the program uses."""
    rows = [
        f"| `/{c.name}` | `/{c.alias}` | {_whose(c)} | {Texts('en')(f'command.{c.name}')} |"
        for c in COMMANDS
        if c.typed
    ]
    return "\n".join(["| command | alias | who | what |", "| --- | --- | --- | --- |", *rows])


def _whose(command: Command) -> str:
    if command.public:
        return "everyone"
    role = {Role.OFFICIAL: "official", Role.STAFF: "staff", Role.ADMIN: "admin"}[command.role]
    return f"{role}, console" if command.local else role


def settings() -> str:
    """Write the table of settings from the model's defaults and the comments of `.env.example`."""
    meanings = _meanings((ROOT / ".env.example").read_text(encoding="utf-8").splitlines())
    rows = [f"| `{name}` | {_default(name)} | {meanings[name]} |" for name in EXAMPLES]
    return "\n".join(["| variable | default | meaning |", "| --- | --- | --- |", *rows])


def _default(name: str) -> str:
    value = Settings.model_fields[name.lower()].default
    return "" if value in (None, frozenset()) else f"`{value}`"


def _meanings(lines: list[str]) -> dict[str, str]:
    """Take the English half of each setting's comment."""
    meanings: dict[str, str] = {}
    comment = ""
    for line in lines:
        name = line.split("=")[0]
        if name in EXAMPLES:
            meanings[name] = comment
        elif line.startswith("# ") and not re.match(r"# [A-Z_]+=", line):
            comment = line.removeprefix("# ").rsplit(" / ", 1)[-1]
    return meanings


def dialog() -> str:
    """Hold the dialog with the real program; times are those of the day it was held."""
    said = "\n".join(["/post", samples()[0].strip(), *ASKED]) + "\n"
    environment = {name: value for name, value in os.environ.items() if name not in EXAMPLES}
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "chat"],
            input=said.encode(),
            cwd=folder,
            env={**environment, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            timeout=60,
        )
    return f"```console\n{_TIME.sub('07:45 19/10/2026', done.stdout.decode()).strip()}\n```"


def whole_way() -> str:
    """Give the recorded dialog of a report that is mended, stored and supplemented."""
    lines = (ROOT / "tests/dialogs/whole-way.txt").read_text(encoding="utf-8").splitlines()
    told = "\n".join(line for line in lines if not re.match(r"#|people: ", line))
    return f"```text\n{told.strip()}\n```"


def asking() -> str:
    """Give the recorded dialog of questions in plain words."""
    lines = (ROOT / "tests/dialogs/asking.txt").read_text(encoding="utf-8").splitlines()
    told = "\n".join(line for line in lines if not re.match(r"#|people: |stored: ", line))
    return f"```text\n{told.strip()}\n```"


BLOCKS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "settings": settings,
    "dialog": dialog,
    "whole way": whole_way,
    "asking": asking,
}


def rewritten(text: str) -> str:
    """Put what the program says between the README's markers."""
    for name, write in BLOCKS.items():
        opened, closed = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, rest = text.split(opened, 1)
        text = f"{before}{opened}\n{write()}\n{closed}{rest.split(closed, 1)[1]}"
    return text


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8")), encoding="utf-8")
