"""The commands, run as a person at a terminal runs them."""

import subprocess
from pathlib import Path

import pytest

from tests.bot.commands import Run, environment, sohop_command


@pytest.fixture
def sohop(tmp_path: Path) -> Run:
    """Run `sohop …` in an empty folder, with no settings but those given."""

    def run(*arguments: str, said: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            sohop_command(*arguments),
            input=said,
            cwd=tmp_path,
            env=environment(**settings),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run
