"""Open files for whoever posts them: by the settings, in a process for each."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.settings import Settings
from documents import ocr
from documents.model import MAX_BYTES, Document, Problem, Refusal
from documents.opening import Opener
from handlers.chat import File

TOO_LARGE = Problem.TOO_LARGE.value
PICTURE = Problem.PICTURE.value
EMPTY = Problem.EMPTY.value


async def build_opener(settings: Settings) -> Opener:
    """Build what opens files, with OCR where it is wanted and installed."""
    has_ocr = settings.ocr == "auto" and await asyncio.to_thread(ocr.is_there)
    return Opener(ocr=has_ocr, characters=settings.max_report_chars)


def ocr_state(setting: str, *, there: bool) -> str:
    """Say whether pictures are read, and what it would take."""
    if setting == "off":
        return "OCR: tắt (OCR=off), ảnh và bản quét không được đọc."
    if there:
        return "OCR: bật, đọc ảnh và bản quét bằng tesseract (vie)."
    return (
        "OCR: không có tesseract với tiếng Việt, ảnh và bản quét không được đọc. "
        "Cài: apt install tesseract-ocr tesseract-ocr-vie"
    )


async def open_file(opener: Opener, data: bytes, name: str) -> File:
    """Open a file, and tell what came of it."""
    opened = await opener.open(data, name)
    if isinstance(opened, Document):
        return File(
            name,
            opened.text,
            by_ocr=opened.by_ocr,
            unread_pages=opened.unread,
            aside=opened.aside,
            published=opened.published,
        )
    return refused(name, opened)


def refused(name: str, refusal: Refusal) -> File:
    """Tell why a file was not read."""
    return File(name, problem=refusal.problem.value, values=refusal.values)


async def open_path(opener: Opener, path: Path) -> File:
    """Open a file of this machine. Raises OSError."""
    return await open_file(opener, await asyncio.to_thread(bytes_of, path, MAX_BYTES), path.name)


def bytes_of(path: Path, most: int) -> bytes:
    """Read a file, and of one that is too large only enough to know it. Raises OSError."""
    with path.open("rb") as file:
        return file.read(most + 1)
