"""A list that is longer than a page, as a file: all of it, and nothing else."""

from __future__ import annotations

import io

import openpyxl
import pytest

from handlers.chat import Reply
from reports.model import Report, Span, Task
from tests.handlers.asking import Book, actions

FILE = "Tải tệp Excel"
UNITS = ("Phòng Kinh tế", "Công an xã")


def report(number: int, tasks: int) -> Report:
    """A report whose tasks are of two units in turn."""
    lines = [f"{UNITS[n % 2]} làm việc thứ {number * 100 + n}" for n in range(tasks)]
    source = f"UBND xã Hòa Lộc họp giao ban lần {number}\n" + "\n".join(lines)

    def span(text: str, start: int = 0) -> Span:
        at = source.index(text, start)
        return Span(at, at + len(text), text)

    given = [(line, span(line)) for line in lines]
    return Report(
        source=source,
        title=span(source.partition("\n")[0]),
        tasks=tuple(
            Task(n, text, assignee=span(UNITS[(n - 1) % 2], text.start))
            for n, (_, text) in enumerate(given, 1)
        ),
    )


def file_under(reply: Reply) -> str:
    """Give what the button for a file does, "" where there is none."""
    return next((choice.action for row in reply.choices for choice in row if choice.label == FILE), "")


def sheets(reply: Reply) -> dict[str, list[tuple[object, ...]]]:
    (file,) = reply.files
    book = openpyxl.load_workbook(io.BytesIO(file.data))
    return {sheet.title: list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in book}


async def test_a_long_answer_can_be_had_as_a_file_of_what_it_lists(book: Book) -> None:
    await book.keep(report(1, 10))
    await book.keep(report(2, 6))

    reply = await book.reply("việc của công an xã")
    given = await book.presses(file_under(reply))

    rows = sheets(given)["Nhiệm vụ"]
    tasks = [cell for row in rows for cell in row if isinstance(cell, str) and "làm việc thứ" in cell]
    assert len(tasks) == 8
    assert all(task.startswith("Công an xã") for task in tasks)
    assert "Tệp có 8 mục của danh sách." in given.text.text
    assert [row[0] for row in sheets(given)["Báo cáo"]] == [2, 1]
    assert "Hạn chế" not in sheets(given)


async def test_an_answer_of_one_page_is_no_file(book: Book) -> None:
    await book.keep(report(1, 4))

    assert not file_under(await book.reply("việc của công an xã"))
    assert not file_under(await book.reply("/tasks"))
    assert not file_under(await book.reply("/reports"))


@pytest.mark.parametrize(
    ("command", "action"), [("/tasks 1", "export 1 xlsx"), ("/reports", "export all xlsx")]
)
async def test_long_lists_of_commands_lead_to_their_files(command: str, action: str, book: Book) -> None:
    for number in range(1, 12):
        await book.keep(report(number, 12))

    reply = await book.reply(command)

    assert file_under(reply) == action
    assert (await book.presses(action)).files


async def test_a_file_of_more_than_is_counted_says_so(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.asking.listing.COUNTED_AT_MOST", 5)
    await book.keep(report(1, 12))

    given = await book.presses(file_under(await book.reply("việc của công an xã")))

    assert "Tệp có 5 mục mới nhất" in given.text.text


@pytest.mark.parametrize("words", ["", "#99", "#", "việc của ban quân sự"])
async def test_a_button_of_a_list_that_is_gone_says_so(words: str, book: Book) -> None:
    await book.keep(report(1, 4))

    reply = await book.presses(f"listed {words}")

    assert not reply.files
    assert "Nút này không còn dùng được" in reply.text.text


async def test_the_lists_of_one_report_lead_on_to_their_charts(book: Book) -> None:
    await book.keep(report(1, 4))

    assert "chart đơn vị 1" in actions(await book.reply("/tasks"))
    assert (await book.presses("chart đơn vị 1")).files
