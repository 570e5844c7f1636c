"""The commands, run as a person at a terminal runs them."""

import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.commands import Run, environment, sohop_command
from tests.bot.web import HOOKED, Office, office


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


@pytest.fixture
async def hooked(tmp_path: Path) -> AsyncIterator[Office]:
    """A bot that both platforms deliver to."""
    async with office(tmp_path / "sohop.db", **HOOKED) as running:
        await running.zalo.wait_for(lambda: running.zalo.webhook["url"], "the webhook of Zalo")
        await running.telegram.wait_for(lambda: running.telegram.server.updates.webhook.url, 10, "Telegram's")
        yield running
