"""Play a dialog on a platform, turn by turn."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path

from tests.dialogs.script import Turn
from tests.everywhere.driver import Opened, act
from tests.everywhere.on_console import on_console
from tests.everywhere.on_telegram import on_telegram
from tests.everywhere.on_zalo import on_zalo
from tests.everywhere.on_zalo_oa import on_zalo_oa
from tests.everywhere.script import read_for

DRIVERS: dict[str, Opened] = {
    "telegram": on_telegram,
    "zalo": on_zalo,
    "zalo_oa": on_zalo_oa,
    "console": on_console,
}
"""Who plays on which platform."""


async def play(path: Path, platform: str, folder: Path) -> AsyncGenerator[tuple[Turn, list[str]], None]:
    """Play a dialog; gives each turn with what was answered."""
    dialog = read_for(path, platform)
    async with DRIVERS[platform](dialog, folder) as driver:
        for turn in dialog.turns:
            await act(driver, turn)
            yield turn, await driver.answered(turn.who) or ["(silence)"]
