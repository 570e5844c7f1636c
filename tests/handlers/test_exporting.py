"""`/export` as an official types it, and what its files hold."""

from __future__ import annotations

import io
from dataclasses import replace

import icalendar
import openpyxl
import pytest

from handlers import exporting
from handlers.chat import Role
from reports.model import Report
from tests.handlers.asking import Book
from tests.storage.examples import FULL


async def test_without_a_format_the_formats_are_offered(book: Book) -> None:
    await book.keep(FULL)
    reply = await book.reply("/export")

    labels = [choice.label for row in reply.choices for choice in row if "export" in choice.action]
    assert labels == [
        "Excel (.xlsx)",
        "Lịch (.ics)",
        "Thông báo kết luận (.docx)",
        "Báo cáo (.docx)",
        "CSV",
        "JSON",
    ]
    for row in reply.choices:
        for choice in row:
            if choice.action.startswith("export"):
                assert (await book.presses(choice.action)).files


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("/export 1 xlsx", "bao-cao-1.xlsx"),
        ("/xuat excel", "bao-cao-1.xlsx"),
        ("/export 1 csv", "nhiem-vu-1.csv"),
        ("/export 1 json", "bao-cao-1.json"),
        ("/export 1 ics", "lich-1.ics"),
        ("/export 1 docx", "thong-bao-1.docx"),
        ("/export 1 báo cáo", None),
        ("/export 1 baocao", "bao-cao-1.docx"),
        ("/export all xlsx", "bao-cao.xlsx"),
        ("/export tất cả json", "bao-cao.json"),
    ],
)
async def test_a_file_is_named_by_what_it_holds(book: Book, asked: str, name: str | None) -> None:
    await book.keep(FULL)
    reply = await book.reply(asked)

    assert [file.name for file in reply.files] == ([name] if name else [])
    assert name is None or not reply.replaces


async def test_all_reports_leave_out_the_deleted(book: Book) -> None:
    for number in range(1, 4):
        await book.keep(replace(FULL, source=f"{FULL.source} lần {number}"))
    await book.presses("hide 2")
    reply = await book.reply("/export all xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(reply.files[0].data))["Báo cáo"]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [1, 3]
    assert "Tất cả 2 báo cáo" in reply.text.text


async def test_a_second_calendar_counts_on_from_the_first(book: Book) -> None:
    await book.keep(FULL)
    first = await book.reply("/export 1 ics")
    second = await book.reply("/export all ics")

    uids = [
        str(event["UID"])
        for reply in (first, second)
        for event in icalendar.Calendar.from_ical(reply.files[0].data).walk("VEVENT")
    ]
    assert len(set(uids)) == 1
    assert uids[0].startswith("1.1@")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("/export 1 pdf", "Không hiểu “pdf”"),
        ("/export all docx", "chỉ xuất từng báo cáo"),
        ("/export 7 xlsx", "7"),
        ("/export 2 ics", "Không có nhiệm vụ nào ghi ngày hạn"),
    ],
)
async def test_what_cannot_be_exported_is_said_with_the_remedy(book: Book, asked: str, said: str) -> None:
    await book.keep(FULL)
    await book.keep(Report("không có gì"))
    reply = await book.reply(asked)

    assert said in reply.text.text
    assert not reply.files


async def test_an_empty_book_has_nothing_to_export(book: Book) -> None:
    for asked in ("/export", "/export xlsx", "/export all", "/export all xlsx"):
        assert not (await book.reply(asked)).files


async def test_too_large_a_book_is_exported_report_by_report(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST_TASKS", 1)
    await book.keep(FULL)

    assert "quá nhiều cho một tệp" in await book.says("/export all xlsx")
    assert (await book.reply("/export 1 xlsx")).files


async def test_all_reports_are_offered_without_word(book: Book) -> None:
    await book.keep(FULL)
    reply = await book.reply("/export all")

    actions = [choice.action for row in reply.choices for choice in row]
    assert "export all xlsx" in actions
    assert not any("notice" in action for action in actions)


async def test_a_stranger_gets_no_file(book: Book) -> None:
    await book.keep(FULL)
    stranger = replace(book, role=Role.UNKNOWN)

    assert not any(reply.files for reply in await stranger.answers(stranger.request("/export 1 xlsx")))
