"""Charts, asked for through the router, drawn by the process that a user's are drawn by."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from handlers.charts.model import Chart, Row
from handlers.charts.process import drawn
from reports import read_report
from reports.model import TargetStatus
from storage import pictures
from tests.dialogs.stage import text_named
from tests.handlers.asking import NOW, Book, actions
from tests.storage.telling import report, told

PNG = b"\x89PNG"
BEHIND = TargetStatus.BEHIND
CHART = Chart("Chỉ tiêu", "", (Row("a", "1", 1.0),), ())


async def test_a_report_is_drawn_by_status_and_told_in_words(book: Book) -> None:
    await book.keep(read_report(text_named("1-thi-uy-quy-iii")))

    reply = await book.reply("/chart")

    (file,) = reply.files
    assert file.picture
    assert file.data.startswith(PNG)
    assert file.name.endswith(".png")
    assert reply.text.text.startswith("Chỉ tiêu theo mức đạt\nHội nghị Ban Chấp hành")
    assert "Xấp xỉ đạt: 2 chỉ tiêu" in reply.text.text
    assert "Vượt: 1 chỉ tiêu, văn bản không nêu số" in reply.text.text
    assert reply.text.text.endswith("Số liệu tính đến 08:00 20/10/2026")


async def test_tasks_are_drawn_by_unit(book: Book) -> None:
    await book.keep(read_report(text_named("1-thi-uy-quy-iii")))

    for text in ("/chart đơn vị", "/bieudo theo don vi 1"):
        reply = await book.reply(text)
        assert reply.files
        assert "Phòng Kinh tế: 1 nhiệm vụ\n" in reply.text.text
        assert "Chưa rõ đơn vị: 3 nhiệm vụ" in reply.text.text


async def test_one_target_is_drawn_over_time_with_gaps_where_nothing_is_told(book: Book) -> None:
    await book.keep(report(told("giải ngân", BEHIND, plan_ratio="20%"), day="2026-04-02", period="2026-Q1"))
    await book.keep(report(told("giải ngân", BEHIND), day="2026-07-02", period="2026-Q2"))
    await book.keep(report(told("giải ngân", plan_ratio="trên 60%")))

    reply = await book.reply("/chart giải ngân")

    assert reply.files
    assert (
        "Quý I/2026 · 02/04/2026 (chưa đạt): 20%\n"
        "Quý II/2026 · 02/07/2026 (chưa đạt): không nêu\n"
        "Quý III/2026 · 02/10/2026: trên 60%" in reply.text.text
    )
    assert (await book.presses("draw 1")).files == reply.files
    assert (await book.reply("/chart 1.c1")).files == reply.files


async def test_figures_in_other_units_are_not_drawn_together(book: Book) -> None:
    await book.keep(report(told("thu ngân sách", actual="11,2 tỷ đồng"), day="2026-07-02"))
    await book.keep(report(told("thu ngân sách", actual="18600 triệu đồng")))

    reply = await book.reply("/chart thu ngân sách")

    assert not reply.files
    assert "đơn vị khác nhau: triệu đồng; tỷ đồng" in reply.text.text


async def test_a_measure_in_one_unit_is_drawn_where_another_is_in_several(book: Book) -> None:
    await book.keep(report(told("thu", actual="11,2 tỷ đồng", plan_ratio="62%"), day="2026-07-02"))
    await book.keep(report(told("thu", actual="18600 triệu đồng", plan_ratio="103%")))

    assert "so kế hoạch" in await book.says("/chart thu")


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e400"])
async def test_what_is_no_number_for_a_picture_is_no_bar(book: Book, value: str) -> None:
    told_once = report(told("thu ngân sách", actual="5 tỷ đồng"))
    (target,) = told_once.targets
    assert target.actual
    odd = replace(target, actual=replace(target.actual, value=Decimal(value)))
    await book.keep(replace(told_once, targets=(odd,)))

    reply = await book.reply("/chart thu ngân sách")

    assert not reply.files
    assert "không ghi số liệu nào" in reply.text.text


async def test_what_cannot_be_drawn_is_said_with_an_example(book: Book) -> None:
    assert "Sổ chưa có báo cáo nào" in await book.says("/chart")
    await book.keep(report())
    assert "Báo cáo 1 không nêu chỉ tiêu nào để vẽ" in await book.says("/chart")
    assert "Báo cáo 1 không có nhiệm vụ nào để vẽ" in await book.says("/chart đơn vị")
    assert "Không có báo cáo 7" in await book.says("/chart 7")
    assert "Không có chỉ tiêu “xa lạ”" in await book.says("/chart xa lạ")
    assert "không còn dùng được" in (await book.presses("draw 9")).text.text


async def test_of_several_targets_one_is_chosen(book: Book) -> None:
    for body in ("UBND xã Tân Mỹ", "UBND xã Tân An"):
        await book.keep(report(told("thu ngân sách", actual="5 tỷ đồng"), organisation=body))

    reply = await book.reply("/chart thu ngân sách")

    assert not reply.files
    assert (await book.presses(actions(reply)[0])).files


async def test_many_targets_and_units_make_no_endless_picture(book: Book) -> None:
    many = report(*[told("tên rất dài " * 180 + str(number), BEHIND) for number in range(500)])
    await book.keep(many)
    busy = report(tasks=tuple(f"Phòng số {number:02}" for number in range(40)))
    await book.keep(replace(busy, tasks=tuple(replace(task, assignee=task.text) for task in busy.tasks)))

    first, second = await book.reply("/chart 1"), await book.reply("/chart đơn vị 2")

    assert len(first.text.text) < 1024
    assert len(first.files[0].data) < 400_000
    assert second.text.text.count("Phòng số") == 14
    assert "26 đơn vị khác: 26 nhiệm vụ" in second.text.text


async def test_a_picture_is_drawn_once_and_anew_when_its_report_changes(book: Book) -> None:
    await book.keep(report(told("thu ngân sách", actual="5 tỷ đồng")))
    first = await book.reply("/chart 1.c1")
    since = time.perf_counter()
    again = await book.reply("/chart 1.c1")
    took = time.perf_counter() - since
    await book.keep(report(told("thu ngân sách", actual="6 tỷ đồng")))
    other = await book.reply("/chart 1.c1")

    assert again.files == first.files != other.files
    assert took < 0.1
    async with book.db.session() as session:
        assert await session.value("SELECT count(*) FROM picture") == 2


async def test_only_the_newest_pictures_are_kept(book: Book) -> None:
    async with book.db.session() as session:
        for number in range(pictures.KEPT + 3):
            await pictures.keep(session, str(number), PNG, NOW + timedelta(seconds=number))

        assert await session.value("SELECT count(*) FROM picture") == pictures.KEPT
        assert await pictures.find(session, "2") is None
        assert await pictures.find(session, "3") == PNG


async def test_where_the_picture_fails_the_words_are_answered(
    book: Book, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await book.keep(report(told("thu ngân sách", actual="5 tỷ đồng")))
    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # no Python starts so

    reply = await book.reply("/chart 1.c1")

    assert not reply.files
    assert "5 tỷ đồng" in reply.text.text
    assert "Chưa vẽ được hình" in reply.text.text
    assert "handlers.charts failed" in caplog.text


async def test_a_picture_that_takes_too_long_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert await drawn(CHART, seconds=0.01) is None
    assert "took over" in caplog.text


async def test_the_loop_goes_on_while_pictures_are_drawn() -> None:
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            since = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - since)

    watching = asyncio.create_task(watch())
    pngs = await asyncio.gather(*(drawn(CHART) for _ in range(3)))
    watching.cancel()

    assert all(png and png.startswith(PNG) for png in pngs)
    assert longest < 0.25  # a shared machine; drawing itself takes longer


def test_the_bot_starts_without_what_draws() -> None:
    code = "import sys, bot.cli, handlers.commands; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
