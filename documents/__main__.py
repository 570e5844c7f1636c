"""Open one file and end: `python -m documents OPTIONS NAME < FILE`.

Writes its text, or why there is none, as JSON.

Started by `documents.opening` for each file; the limits are set before the first byte is read.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
from dataclasses import asdict
from datetime import date
from typing import Any

from .model import MAX_BYTES, Problem, Refusal, RefusedError
from .reading import read

_MOST_OPEN = 64
_SECONDS_TO_DIE = 2
"""Between the signal that tells of too much work and the one that nothing survives."""


def main(options: dict[str, Any], name: str) -> None:
    """Read standard input, write standard output; whatever a library prints goes nowhere."""
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    set_limits(memory=options["memory"], cpu=options["cpu"])
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    told = tell(data, name, ocr=options["ocr"], characters=options["characters"])
    with answer:
        json.dump(told, answer, default=date.isoformat)


def set_limits(*, memory: int, cpu: int) -> None:
    """Hold this process, and whatever it starts, to so many bytes and seconds."""
    for kind, soft, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, cpu, cpu + _SECONDS_TO_DIE),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, _MOST_OPEN, _MOST_OPEN),
    ):
        most = resource.getrlimit(kind)[1]
        held = hard if most == resource.RLIM_INFINITY else min(hard, most)
        resource.setrlimit(kind, (min(soft, held), held))


def tell(data: bytes, name: str, *, ocr: bool, characters: int) -> dict[str, Any]:
    """Read a file, and turn whatever becomes of it into an answer."""
    try:
        return {"document": asdict(read(data, name, ocr=ocr, characters=characters))}
    except RefusedError as error:
        return {"refusal": asdict(error.refusal)}
    except (MemoryError, RecursionError) as error:
        return _fault(error, Problem.KILLED)
    except Exception as error:  # noqa: BLE001 a library stumbled over the file: so the file is damaged
        return _fault(error, Problem.DAMAGED)


def _fault(error: BaseException, problem: Problem) -> dict[str, Any]:
    """Name a fault by kind and place: its words may hold what the file says."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} ({frame.filename.rsplit('/', 1)[-1]}:{frame.lineno})"
    return {"refusal": asdict(Refusal(problem)), "fault": where}


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), sys.argv[2])
