"""Work that takes long, in a process of its own: the bot stays small, and goes on answering meanwhile."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from pathlib import Path

log = logging.getLogger(__name__)

_HERE = str(Path(__file__).parents[1])
_SECRET = re.compile(r"TOKEN|PROXY|SECRET|PASSWORD|KEY|CREDENTIAL", re.IGNORECASE)


async def answer_of(module: str, given: bytes, seconds: float) -> bytes | None:
    """Run `python -m MODULE` on what is given; None where it failed or took too long."""
    kept = {key: value for key, value in os.environ.items() if not _SECRET.search(key)}
    path = os.pathsep.join(filter(None, [_HERE, kept.get("PYTHONPATH")]))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", module),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={**kept, "PYTHONPATH": path},
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(seconds):
            answer, _ = await process.communicate(given)
    except TimeoutError:
        log.warning("%s took over %s s", module, seconds)
        return None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
    if process.returncode == 0:
        return answer
    log.warning("%s failed: exit code %s", module, process.returncode)
    return None
