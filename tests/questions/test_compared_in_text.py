"""Two periods compared by the sentences that tell of them, where no figure of both is stored."""

import pytest

from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book

QUARTER = """ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY
BÁO CÁO
Sơ kết quý I năm 2026

Ngày 30/3/2026, bà Lò Thị Xuyến, Chủ tịch UBND xã, chủ trì hội nghị sơ kết quý I.
Trong quý, bao phủ bảo hiểm y tế mới đến 90,4% dân số, thiếu ở bản Nậm Cắt.
Phân loại rác: quý I chưa làm được gì đáng kể vì thiếu thùng.
"""
HALF = """ỦY BAN NHÂN DÂN XÃ ĐỒNG MÂY
BÁO CÁO
Sơ kết 6 tháng đầu năm 2026

Ngày 29/6/2026, bà Lò Thị Xuyến, Chủ tịch UBND xã, chủ trì hội nghị sơ kết 6 tháng.
1. Tỷ lệ bao phủ bảo hiểm y tế: đạt 92,6%.
2. Thu ngân sách: đạt 3,1 tỷ đồng, bằng 62% kế hoạch, chưa đạt.
Phạt 05 vụ khai thác cát, thu 137 triệu đồng. Bắt 03 vụ trộm chó trong tháng 6. Tháng 5 bắt 01 vụ.
"""


@pytest.fixture
async def book(db: Database) -> Book:
    """Keep the reports of a quarter and of the half year."""
    book = Book(db)
    for text in (QUARTER, HALF):
        await book.keep(read_report(text))
    return book


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("bao phủ bhyt quý I so với 6 tháng thế nào", ("90,4%", "92,6%")),
        ("bat trom cho thang 6 so voi thang 5", ("03 vụ", "01 vụ")),
    ],
)
async def test_both_are_told(book: Book, question: str, told: tuple[str, ...]) -> None:
    answer = await book.says(question)

    assert all(part in answer for part in told)


async def test_what_became_worse_is_asked_of_two_periods(book: Book) -> None:
    answer = await book.says("so với quý I thì 6 tháng có gì xấu đi")

    assert "so với quý I/2026" in answer
    assert "Thu ngân sách" in answer


async def test_after_nine_months_is_no_day_of_a_meeting(book: Book) -> None:
    answer = await book.says("chỉ tiêu nào chưa đạt sau 6 tháng")

    assert "Thu ngân sách" in answer


async def test_a_part_of_one_word_is_asked_of_what_stands_before_it(book: Book) -> None:
    answer = await book.says("bắt mấy vụ đánh bạc, phạt bao nhiêu")

    assert answer.startswith("Không có trong các báo cáo đã lưu")
