"""What several bodies, or two periods, are asked for at once is told side by side."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.handlers.asking import Book


@dataclass(frozen=True, slots=True)
class Row:
    """A question, the first line of its answer ("" for any), and what else stands there (`!` not)."""

    question: str
    understood: str
    words: tuple[str, ...] = ()


BODIES = [
    Row(
        "thu ngân sách Tân Hòa Đông so với Hòa Thuận quý III/2026",
        "Chỉ tiêu, nhiệm vụ, hạn chế, nguyên nhân · so sánh · Tân Hòa Đông · Hòa Thuận · “thu ngân sách”",
        ("18,6 tỷ đồng", "530 tỷ đồng", "!412"),
    ),
    Row(
        "so han che benh vien binh son voi cong ty cap nuoc song tra",
        "Hạn chế · so sánh · Công ty Cấp nước Sông Trà · Bệnh viện đa khoa Bình Sơn",
        ("thời gian chờ khám", "áp lực nước", "Bệnh viện đa khoa Bình Sơn: 2 hạn chế"),
    ),
    Row("bhyt thị ủy hòa thuận vs xã tân hòa đông bên nào cao hơn", "", ("5.c7", "1.c8")),
    Row(
        "so sánh nghĩa vụ quân sự của xã Tân Mỹ với bệnh viện Bình Sơn",
        "",
        ("6.3", "Bệnh viện đa khoa Bình Sơn: không có trong các báo cáo đã lưu"),
    ),
]


PERIODS = [
    Row(
        "hạn chế của thị ủy hòa thuận năm 2026 có gì khác năm 2025",
        "Hạn chế · so sánh · Thị ủy Hòa Thuận · năm 2026 · năm 2025",
        ("Năm 2026: 3 hạn chế", "Năm 2025: 3 hạn chế", "Tai nạn giao thông", "đường vành đai"),
    ),
    Row(
        "thị ủy hòa thuận năm 2025 với năm 2026, năm nào nhiều chỉ tiêu đạt hơn",
        "",
        ("Năm 2025: 5 chỉ tiêu", "Năm 2026: 6 chỉ tiêu"),
    ),
]


NEWEST = [
    Row(
        "Thị ủy Hòa Thuận chỉ tiêu nào tụt so với năm 2025",
        "Quý III/2026 (07/10/2026) so với 9 tháng năm 2025",
    ),
    Row("thi uy hoa thuan quy 3 nam nay kha hon ky truoc khong", "Quý III/2026 (07/10/2026) so với 9 tháng"),
    Row(
        "so sánh thị ủy hòa thuận năm 2026 với năm 2025", "Quý III/2026 (07/10/2026) so với 9 tháng năm 2025"
    ),
    Row("số hộ nghèo tân mỹ giảm thế nào từ 2024 đến nay", "số hộ nghèo", ("38 hộ", "61 hộ")),
]


@pytest.mark.parametrize("row", [*BODIES, *PERIODS], ids=lambda row: row.question)
async def test_each_side_is_told_below_the_other(book: Book, row: Row) -> None:
    answer = await book.says(row.question)

    assert row.understood in {"", answer.splitlines()[0]}
    assert [word for word in row.words if (word.removeprefix("!") in answer) == word.startswith("!")] == []


@pytest.mark.parametrize("row", NEWEST, ids=lambda row: row.question)
async def test_one_period_is_held_against_the_newest_report_of_its_body(book: Book, row: Row) -> None:
    answer = await book.says(row.question)

    assert answer.startswith(row.understood)
    assert [word for word in row.words if word not in answer] == []


async def test_bodies_of_which_nothing_is_told_are_not_compared(book: Book) -> None:
    answer = await book.says("so sánh số giường bệnh của thị ủy hòa thuận với xã tân mỹ")

    assert answer.startswith("Không có trong các báo cáo đã lưu")


async def test_all_of_one_side_is_a_button_away(book: Book) -> None:
    reply = await book.reply("so sánh chỉ tiêu đạt của thị ủy hòa thuận năm 2025 với năm 2026")
    more = [choice for row in reply.choices for choice in row if choice.label.startswith("Năm 2026")]
    opened = await book.presses(more[0].action)

    assert "6 chỉ tiêu" in opened.text.text
    assert "so sánh" not in opened.text.text.splitlines()[0]
