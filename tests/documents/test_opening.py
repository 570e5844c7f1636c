"""The process that opens files: its answer, its end, and what it is not given."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from documents import __main__ as child
from documents.model import Document, Problem, Refusal, RefusedError
from documents.opening import Opener, _understood
from tests.documents.making import p, pdf, word


async def test_many_files_at_once_are_answered_each_with_its_own() -> None:
    opener = Opener(ocr=False, characters=1000)
    files = [word(p(f"Báo cáo {number}")) for number in range(6)]

    opened = await asyncio.gather(*(opener.open(data, "a.docx") for data in files))

    assert [document.text for document in opened if isinstance(document, Document)] == [
        f"Báo cáo {number}" for number in range(6)
    ]


async def test_whoever_stops_waiting_leaves_no_process_behind() -> None:
    opener = Opener(ocr=False, characters=1000)
    task = asyncio.create_task(opener.open(pdf([["Họp giao ban"]] * 300), "a.pdf"))
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert task.cancelled()
    assert children() == []


def children() -> list[str]:
    done = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "args="], capture_output=True, text=True, check=False
    )
    return [line for line in done.stdout.splitlines() if "-m documents" in line]


@pytest.mark.parametrize(
    ("said", "code", "understood"),
    [
        (b"", -9, Refusal(Problem.KILLED)),
        (b'{"docum', -11, Refusal(Problem.KILLED)),
        (b"", -24, Refusal(Problem.TOO_SLOW)),
        (b'{"refusal": {"problem": "too_many_pages", "values": {"pages": 900}}}', 0,
         Refusal(Problem.TOO_MANY_PAGES, {"pages": 900})),
        (b'{"document": {"text": "x", "pages": 1, "by_ocr": false, "unread": 2}}', 0,
         Document("x", 1, unread=2)),
    ],
)  # fmt: skip
def test_an_answer_is_understood_also_where_there_is_none(
    said: bytes, code: int, understood: Document | Refusal
) -> None:
    assert _understood(said, code) == understood


@pytest.mark.parametrize(
    ("error", "problem"),
    [(MemoryError(), "killed"), (RecursionError(), "killed"), (KeyError("bí mật"), "damaged")],
)
def test_a_fault_is_named_by_its_place_not_by_what_the_file_says(
    error: Exception, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object, **__: object) -> Document:
        raise error

    monkeypatch.setattr(child, "read", read)
    told = child.tell(b"x", "a.txt", ocr=False, characters=10)

    assert told["refusal"]["problem"] == problem
    assert told["fault"].startswith(f"{type(error).__name__} (test_opening.py:")
    assert "bí mật" not in json.dumps(told, ensure_ascii=False)


def test_a_refusal_knows_its_values() -> None:
    assert RefusedError(Problem.TOO_LONG, characters=9).refusal.values == {"characters": 9}


def environment_of(process: int) -> bytes:
    place = Path(f"/proc/{process}/environ")
    return place.read_bytes() if place.exists() else b""


async def test_the_process_is_given_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "123:bi-mat")
    monkeypatch.setenv("PROXY_URL", "http://an:mat-khau@x")
    process = await Opener(ocr=False, characters=10)._start("a.txt")
    shown = await asyncio.to_thread(environment_of, process.pid)
    await process.communicate(b"x")

    assert b"bi-mat" not in shown
    assert b"mat-khau" not in shown


def test_nothing_of_a_reader_is_imported_where_the_bot_runs() -> None:
    """So the start stays quick, and a fault of theirs stays theirs."""
    code = "import bot.telegram.runner, bot.files, bot.console, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"lxml", "pypdfium2", "readability", "documents.word", "documents.pdf"} & set(
        done.stdout.split()
    )
