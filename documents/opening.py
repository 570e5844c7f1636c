"""Open files, each in a fresh process with limits on time, CPU and memory."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from .model import MAX_BYTES, Document, Problem, Refusal

log = logging.getLogger(__name__)

_HERE = str(Path(__file__).parents[1])
_SECRET = re.compile(r"TOKEN|PROXY|SECRET|PASSWORD|KEY|CREDENTIAL", re.IGNORECASE)
_CHUNK = 1 << 16
_MOST_SAID = 16 << 20  # bytes of an answer; the text in it has its own limit


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process that opens a file may take."""

    seconds: float = 30.0  # by the clock
    cpu: int = 20
    memory: int = 1 << 30
    ocr_seconds: float = 180.0  # OCR takes a few seconds for each page
    ocr_cpu: int = 160


class Opener:
    """Opens files, a few at once; however a file behaves, there is an answer."""

    def __init__(self, *, ocr: bool, characters: int, limits: Limits | None = None, at_once: int = 2):
        self.ocr = ocr
        self._characters = characters
        self._limits = limits or Limits()
        self._room = asyncio.Semaphore(at_once)

    async def open(self, data: bytes, name: str) -> Document | Refusal:
        """Read a file; its name only says what it claims to be."""
        if len(data) > MAX_BYTES:
            return Refusal(Problem.TOO_LARGE)
        async with self._room:
            process = await self._start(name)
            try:
                async with asyncio.timeout(self._limits.ocr_seconds if self.ocr else self._limits.seconds):
                    said = await _talk(process, data)
            except TimeoutError:
                return Refusal(Problem.TOO_SLOW)
            finally:
                await _end(process)
            return _understood(said, process.returncode)

    async def _start(self, name: str) -> Process:
        """Start the process without the bot's secrets, in a session of its own: it ends with its children."""
        limits = self._limits
        options = {
            "memory": limits.memory,
            "cpu": limits.ocr_cpu if self.ocr else limits.cpu,
            "ocr": self.ocr,
            "characters": self._characters,
        }
        kept = {key: value for key, value in os.environ.items() if not _SECRET.search(key)}
        path = os.pathsep.join(filter(None, [_HERE, kept.get("PYTHONPATH")]))
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "documents", json.dumps(options), name[-200:].replace("\0", "")),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env={**kept, "PYTHONPATH": path},
            start_new_session=True,
        )


async def _talk(process: Process, data: bytes) -> bytes:
    """Hand the file in and take the answer out, both at once; of an endless answer only its beginning."""
    assert process.stdin is not None  # noqa: S101 started so
    assert process.stdout is not None  # noqa: S101
    handing = asyncio.create_task(_hand_in(process.stdin, data))
    said = bytearray()
    try:
        while len(said) < _MOST_SAID and (more := await process.stdout.read(_CHUNK)):
            said += more
    finally:
        handing.cancel()
        await asyncio.gather(handing, return_exceptions=True)
    if len(said) < _MOST_SAID:
        await process.wait()
    return bytes(said)


async def _hand_in(stdin: asyncio.StreamWriter, data: bytes) -> None:
    with suppress(ConnectionError):  # it ended before it read all: then its answer tells why
        stdin.write(data)
        await stdin.drain()
        stdin.close()
        await stdin.wait_closed()


async def _end(process: Process) -> None:
    """Kill what still runs: the process, and what it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def _understood(said: bytes, code: int | None) -> Document | Refusal:
    """Read an answer; without one the process died of the file."""
    try:
        told: dict[str, Any] = json.loads(said)
    except ValueError:
        log.warning("a file ended the process that read it: exit code %s", code)
        slow = code in (-signal.SIGXCPU, -signal.SIGALRM)
        return Refusal(Problem.TOO_SLOW if slow else Problem.KILLED)
    if fault := told.get("fault"):
        log.warning("a file could not be read: %s", fault)
    if document := told.get("document"):
        published = document.pop("published", None)
        return Document(**document, published=date.fromisoformat(published) if published else None)
    return Refusal(Problem(told["refusal"]["problem"]), told["refusal"]["values"])
