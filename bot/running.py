"""What the runners of all platforms share: how they wait, and how they end."""

from __future__ import annotations

import asyncio
from typing import Any


class PollingError(Exception):
    """A platform cannot be served any more; its words tell the person who started the program why."""


class SettingRefusedError(PollingError):
    """A platform refuses a setting of ours: it ends alone, and starting again would not help.

    `platform` and `setting` are for those who are told of it elsewhere.
    """

    def __init__(self, platform: str, setting: str, sentence: str):
        super().__init__(sentence)
        self.platform = platform
        self.setting = setting


async def until_first(*tasks: asyncio.Task[Any]) -> None:
    """Wait for the first task to end, and raise what it raised."""
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        task.result()


async def end(*tasks: asyncio.Task[Any]) -> None:
    """Cancel tasks and wait for their end."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
