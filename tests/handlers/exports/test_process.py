"""Files of many reports: a process that reads the book itself makes them as a thread does."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import icalendar
import openpyxl
import pytest

from handlers import exporting
from handlers.exports import process
from tests.handlers.asking import Book
from tests.storage.examples import FULL


@pytest.fixture
def _every_book_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "BESIDE", 0)


async def keep_three(book: Book) -> None:
    for number in range(3):
        await book.keep(replace(FULL, source=f"{FULL.source} lần {number}"))


def cells(data: bytes) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [list(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]


def plain(data: bytes) -> object:
    return data


def without_the_name_of_the_book(data: bytes) -> bytes:
    return re.sub(rb"@[0-9a-f]+\.sohop", b"", data)


@pytest.mark.parametrize(
    ("form", "read"),
    [("xlsx", cells), ("csv", plain), ("json", plain), ("ics", without_the_name_of_the_book)],
)
async def test_a_process_makes_the_file_that_a_thread_makes(
    book: Book, form: str, read: Callable[[bytes], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    await keep_three(book)
    here = await book.reply(f"/export all {form}")
    monkeypatch.setattr(exporting, "BESIDE", 0)
    there = await book.reply(f"/export all {form}")

    assert there.text == here.text
    assert [file.name for file in there.files] == [file.name for file in here.files]
    assert read(there.files[0].data) == read(here.files[0].data)


@pytest.mark.usefixtures("_every_book_is_large")
async def test_a_calendar_of_a_large_book_counts_on_from_the_one_before(book: Book) -> None:
    await keep_three(book)
    await book.reply("/export all ics")
    await book.presses("hide 2")
    reply = await book.reply("/export all ics")

    events = icalendar.Calendar.from_ical(reply.files[0].data).walk("VEVENT")
    assert {(str(event["UID"]).split("@")[0], str(event["STATUS"])) for event in events} == {
        ("1.1", "CONFIRMED"),
        ("2.1", "CANCELLED"),
        ("3.1", "CONFIRMED"),
    }


@pytest.mark.usefixtures("_every_book_is_large")
async def test_what_takes_too_long_is_stopped_and_said_with_the_remedy(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    await keep_three(book)
    monkeypatch.setattr(process, "SECONDS", 0.05)
    reply = await book.reply("/export all xlsx")

    assert "xuất từng báo cáo, ví dụ: /export 12 xlsx" in reply.text.text
    assert not reply.files
