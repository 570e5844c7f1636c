"""Keep the tokens of the account in a file beside the database that only the program's user can read.

A refresh token works once. So the server's answer is written as it came, and has reached the disk, before
anything of it is used: whenever the program is killed, the last answer that it got is there. There is no
second step that could be missed: the newest answer with tokens in it is what counts.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

log = logging.getLogger(__name__)

ONLY_MINE = 0o600
KEPT = 2
"""Answers kept: the newest, and the one before, for whoever has to find out what happened."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered, word for word, and when."""

    at: str
    raw: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands in the file: the answers, the newest last, and what a link that was given out waits for."""

    answers: tuple[Answer, ...] = ()
    verifier: str = ""
    state: str = ""


class Journal:
    """The file. Whoever changes it holds the lock beside it, also against other processes."""

    def __init__(self, database: Path):
        self._path = database.with_name(f"{database.name}.zalo-oa")
        self._new = self._path.with_name(f"{self._path.name}.new")

    @property
    def changed(self) -> tuple[int, int]:
        """Give what is another whenever the file was written anew."""
        try:
            state = self._path.stat()
        except OSError:
            return (0, 0)
        return (state.st_ino, state.st_mtime_ns)

    @asynccontextmanager
    async def locked(self) -> AsyncIterator[None]:
        """Hold the lock: two that used the same refresh token would lock each other out."""
        taking = asyncio.create_task(asyncio.to_thread(self._take_lock))
        try:
            lock = await asyncio.shield(taking)
        except asyncio.CancelledError:
            taking.add_done_callback(_let_go)  # a thread cannot be called off
            raise
        try:
            yield
        finally:
            os.close(lock)

    def _take_lock(self) -> int:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(self._path.with_name(f"{self._path.name}.lock"), os.O_RDWR | os.O_CREAT, ONLY_MINE)
        fcntl.flock(lock, fcntl.LOCK_EX)
        return lock

    def read(self) -> Kept:
        """Read the file; what was written whole and not yet put in its place is the newest."""
        kept = _read(self._new) or _read(self._path)
        if kept is None and self._path.exists():
            log.error("the tokens in %s cannot be read", self._path.name)
        return kept or Kept()

    def prove(self) -> None:
        """Write the file as it is, under the lock, to see that it can be written. Raises OSError."""
        self._write(self.read())

    def add(self, raw: bytes, at: datetime) -> None:
        """Keep an answer, under the lock. When this returns it is on the disk. Raises OSError."""
        kept, answer = self.read(), Answer(at.isoformat(), raw.decode("utf-8", "replace"))
        self._write(replace(kept, answers=(*kept.answers, answer)[-KEPT:]))

    def expect(self, verifier: str, state: str) -> None:
        """Keep what a link that is given out now will have to be answered with."""
        self._write(replace(self.read(), verifier=verifier, state=state))

    def _write(self, kept: Kept) -> None:
        if _read(self._new) is not None:
            self._put_in_place()  # left by a kill, and not to be lost by another
        elif self._path.exists() and _read(self._path) is None:
            self._path.replace(self._path.with_name(f"{self._path.name}.broken"))  # somebody may mend it
        with os.fdopen(os.open(self._new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, ONLY_MINE), "wb") as file:
            os.fchmod(file.fileno(), ONLY_MINE)  # of a file that was there, too
            file.write(json.dumps(asdict(kept)).encode())
            file.flush()
            os.fsync(file.fileno())
        self._put_in_place()

    def _put_in_place(self) -> None:
        self._new.replace(self._path)
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _let_go(taken: asyncio.Task[int]) -> None:
    if not taken.cancelled() and taken.exception() is None:
        os.close(taken.result())


def _read(path: Path) -> Kept | None:
    """Read a file, None where there is none, or only the beginning of one."""
    try:
        values = json.loads(path.read_bytes())
        answers = tuple(Answer(**answer) for answer in values["answers"])
        return Kept(answers, values["verifier"], values["state"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
