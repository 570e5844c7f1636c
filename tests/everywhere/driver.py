"""What a platform does for a dialog: people say and choose, and see what is answered."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.dialogs.script import Dialog, Turn
from tests.dialogs.stage import START, stored_texts, text_named

Opened = Callable[[Dialog, Path], AbstractAsyncContextManager["Driver"]]
Opening = AsyncIterator["Driver"]
LONG = 30.0
PAUSES = "SELECT count(*) FROM draft WHERE settle_at IS NOT NULL"
"""Pastes whose end is waited for: parts may follow, so they are answered after a moment."""


class LackingError(Exception):
    """A platform has no such thing: the dialog's line is to be another platform's alone."""


class Driver:
    """A platform with a running bot. What it has not is left as it is here."""

    async def says(self, who: str, text: str) -> None:
        """Write to the bot."""
        raise LackingError

    async def chooses(self, who: str, label: str) -> None:
        """Take one of the choices of the last answer."""
        raise LackingError

    async def sends(self, who: str, what: str) -> None:
        """Send something that is no text: a photo, a recording, the name of a file."""
        raise LackingError

    async def edits(self, who: str, old: str, new: str) -> None:
        """Change a message of one's own."""
        raise LackingError

    async def answered(self, who: str) -> list[str]:
        """Give the lines of what this person was answered since the last turn, when nothing more comes."""
        raise LackingError


async def act(driver: Driver, turn: Turn) -> None:
    """Do what a turn says."""
    if turn.said is not None:
        await driver.says(turn.who, turn.said)
        return
    does = turn.does or ""
    for pattern, do in _ACTS.items():
        if match := re.fullmatch(pattern, does):
            await do(driver, turn.who, *match.groups())
            return
    raise ValueError(f"nobody can do this everywhere: {turn.line}")


async def _pastes(driver: Driver, who: str, name: str) -> None:
    await driver.says(who, text_named(name))


_ACTS: dict[str, Any] = {
    r"pastes (\S+)": _pastes,
    r"presses (.+)": lambda driver, who, label: driver.chooses(who, label),
    r"sends (.+)": lambda driver, who, what: driver.sends(who, what),
    r"edits (.+) -> (.*)": lambda driver, who, old, new: driver.edits(who, old, new),
}


def later() -> timedelta:
    """Tell how much later it is in a dialog than here: there it is always the same day."""
    return START - datetime.now(START.tzinfo)


def roles(dialog: Dialog, identity: Callable[[str], str]) -> dict[str, frozenset[str]]:
    """Give the settings that know a dialog's people."""
    listed = dialog.listed("people")
    return {
        setting: frozenset(identity(name) for name, role in listed.items() if role == known)
        for setting, known in (("admins", "admin"), ("staff", "staff"), ("officials", "official"))
    }


def number_of(dialog: Dialog, name: str) -> int:
    """Give the number of a person."""
    return 101 + list(dialog.listed("people")).index(name)


async def fill(dialog: Dialog, store: Callable[[str], Any]) -> None:
    """Store what the book holds at the start."""
    for text in stored_texts(dialog):
        await store(text)
