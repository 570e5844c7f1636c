"""Measure files: opening one in its process, and the time from sending it to its preview in the chat."""

from __future__ import annotations

import io
import textwrap
import time
from functools import partial
from pathlib import Path

import docx

from benchmarks.measuring import Effort, Measure, async_times_of, ms
from benchmarks.texts import sample, varied_text
from documents.opening import Opener
from handlers.context import MAX_REPORT_CHARS
from tests.bot.telegram.running import LONG, STAFF, running
from tests.documents.making import pdf
from tests.fake_telegram import Attachment, FakeTelegram

PART = "files"
PAGES = 10
LINE, LINES = 88, 48  # of a page in Word's usual measure
BASE = "a line of text as .txt"


async def measure(effort: Effort, folder: Path) -> list[Measure]:
    """Open a document and a PDF of ten pages, alone and sent over Telegram."""
    opener = Opener(ocr=False, characters=MAX_REPORT_CHARS)
    base, worst = ms(await async_times_of(lambda _: opener.open(b"Hop giao ban", "a.txt"), effort))
    measures = [Measure(PART, f"opening {BASE}", base, "ms", worst)]
    for name, make in (("a.docx", document), ("a.pdf", printed)):
        files = [make(text) for text in texts(effort.rounds)]
        times = await async_times_of(partial(_open, opener, files, name), effort)
        what = f"{PAGES} pages as {name[1:]}"
        measures.append(_timed(f"opening {what}", times, base))
        times = await _previews([Attachment(name, data) for data in files], effort, folder)
        measures.append(_timed(f"from sending {what} to the preview", times, base))
    return measures


async def _open(opener: Opener, files: list[bytes], name: str, at: int) -> None:
    await opener.open(files[at % len(files)], name)


def texts(count: int) -> list[str]:
    """Write ten pages, every time with figures of their own: what was read once is remembered."""
    long = "\n\n".join(sample(seed) for seed in range(PAGES))
    lines = [piece for line in long.split("\n") for piece in textwrap.wrap(line, LINE) or [""]]
    text = long[: len("\n".join(lines[: PAGES * LINES]))]
    return [varied_text(text, number) for number in range(1, count + 1)]


def document(text: str) -> bytes:
    """Write a text as python-docx does."""
    made = docx.Document()
    for line in text.split("\n"):
        made.add_paragraph(line)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def printed(text: str) -> bytes:
    """Print a text on ten pages."""
    lines = [piece for line in text.split("\n") for piece in textwrap.wrap(line, LINE) or [""]]
    return pdf([lines[at : at + LINES] for at in range(0, PAGES * LINES, LINES)], width=5.4)


async def _previews(files: list[Attachment], effort: Effort, folder: Path) -> list[float]:
    """Send one file after the other to a bot that polls, and wait for each preview."""
    times: list[float] = []
    async with FakeTelegram().serve() as fake:
        staff = fake.user("Văn phòng", id=STAFF)
        async with running(fake, folder / f"{files[0].name}.db"):
            since = time.perf_counter()
            while effort.goes_on(len(times), since):
                start = time.perf_counter()
                fake.send(staff, files[len(times)])
                await fake.next_message(staff, LONG)
                times.append(time.perf_counter() - start)
    return times


def _timed(name: str, times: list[float], base: float) -> Measure:
    value, worst = ms(times)
    return Measure(PART, name, value, "ms", worst, ratio=value / base, against=BASE)
