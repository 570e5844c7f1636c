"""What deleting and restoring leave behind, and what they do when two do it at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from handlers.chat import Place, Role
from storage import reports
from tests.handlers.asking import LAN, NOW, Book, actions
from tests.storage.examples import FULL, short


async def rows(book: Book, sql: str) -> list[tuple[Any, ...]]:
    async with book.db.session() as session:
        return [tuple(row) for row in await session.rows(sql)]


async def test_deleting_and_restoring_stand_in_the_history_and_in_the_audit(book: Book) -> None:
    await book.keep(FULL)
    asked = await book.reply("/delete 1")
    assert actions(asked) == ["hide 1", "keep 1"]
    assert await rows(book, "SELECT * FROM change") == []

    await book.presses("hide 1")
    await book.says("/restore 1")

    assert await rows(book, "SELECT report_id, actor, action FROM change ORDER BY id") == [
        (1, "telegram:101", "delete"),
        (1, "telegram:101", "restore"),
    ]
    assert await rows(book, "SELECT actor, action, subject FROM audit ORDER BY id") == [
        ("telegram:101", "delete", "report 1"),
        ("telegram:101", "restore", "report 1"),
    ]


@pytest.mark.parametrize("action", ["hide 1", "restore 1"])
async def test_of_two_at_once_one_does_it_and_the_other_is_told(book: Book, action: str) -> None:
    await book.keep(FULL)
    if action == "restore 1":
        await book.presses("hide 1")
    before = len(await rows(book, "SELECT * FROM change"))
    one, two = await asyncio.gather(book.presses(action), book.presses(action))

    done, told = sorted([one, two], key=lambda reply: not reply.choices)
    assert done.text.text.startswith(("Đã xóa báo cáo 1.", "Đã khôi phục báo cáo 1."))
    assert "đã được xóa ngày" in told.text.text or "không bị xóa" in told.text.text
    assert len(await rows(book, "SELECT * FROM change")) == before + 1


@pytest.mark.parametrize(
    "action", ["hide", "keep", "hide x", "hide 1 2", "hide 99999999999999999999", "hide -1"]
)
async def test_a_button_that_names_no_report_deletes_nothing(book: Book, action: str) -> None:
    await book.keep(FULL)
    reply = await book.presses(action)

    assert "/delete 12" in reply.text.text
    assert await rows(book, "SELECT deleted_at FROM report") == [(None,)]


async def test_whoever_edits_a_message_of_a_deleted_report_is_told(book: Book) -> None:
    await book.keep(FULL)
    request = book.request("Sửa lại một chữ")
    async with book.db.session() as session:
        await reports.posted_in(session, 1, "telegram", book.place.chat, [request.position])
    await book.presses("hide 1")
    (reply,) = await book.answers(replace(request, edited=True))

    assert reply.text.text.startswith("Tin này thuộc báo cáo 1, đã xóa ngày 20/10/2026;")
    assert actions(reply) == ["restore 1"]


async def test_many_deleted_reports_are_counted_and_the_last_are_shown(book: Book) -> None:
    for number in range(1, 12):
        await book.keep(short(f"Họp giao ban số {number}"))
        book.now = NOW + timedelta(minutes=number)
        await book.presses(f"hide {number}")
    reply = await book.reply("/restore")

    assert reply.text.text.startswith("Báo cáo đã xóa (11)\n\n11 · Họp giao ban số 11")
    assert actions(reply) == [f"restore {number}" for number in range(11, 3, -1)]
    assert [len(row) for row in reply.choices] == [4, 4]


async def test_a_book_whose_real_reports_are_deleted_takes_no_samples(book: Book) -> None:
    await book.keep(FULL)
    await book.presses("hide 1")
    book.place, book.role = Place("console", "local"), Role.STAFF

    assert (await book.says("/demo")).startswith("Sổ đã có báo cáo thật")


async def test_samples_that_were_deleted_are_removed_with_the_others(book: Book) -> None:
    book.place = Place("console", "local")
    await book.says("/demo")
    await book.presses("hide 2")
    removed = await book.presses("undemo")

    assert removed.text.text == "Đã gỡ các báo cáo mẫu (3)."
    assert await rows(book, "SELECT count(*) FROM report") == [(0,)]


async def test_an_official_is_not_told_how_to_restore_staff_are(book: Book) -> None:
    await book.keep(FULL)
    await book.presses("hide 1")
    book.sender, book.role = replace(LAN, id="102"), Role.OFFICIAL
    assert await book.says("/report 1") == "Báo cáo 1 đã được xóa ngày 20/10/2026."
    book.role = Role.STAFF

    assert (await book.says("/report 1")).endswith("Khôi phục được đến 08:00 19/11/2026: /restore_1")
