"""The sentences that are shown where nothing answers."""

import pytest

from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book, actions

REPORT = """UBND PHƯỜNG LONG HƯNG
Kết luận cuộc họp về hạ tầng khu tái định cư Rạch Sen

Ngày 18/9/2026, UBND phường Long Hưng họp về hạ tầng khu tái định cư Rạch Sen. Ông Phan Văn Tấn chủ trì.
Đề nghị Công ty Điện lực Long Hưng lắp đặt trạm biến áp 400 kVA cho khu tái định cư trước ngày 20/12/2026.
Đến nay đã kiểm đếm 98/112 hộ; có 78 hộ bàn giao mặt bằng, đạt 69,6%.
"""
SCHOOL = """PHÒNG GIÁO DỤC HUYỆN LONG HƯNG
Kết luận giao ban khối mầm non tháng 9 năm 2026

Ngày 25/9/2026, Phòng Giáo dục họp giao ban. Bà Lê Thị Nga chủ trì.
1. Bếp ăn bán trú
Nhiều phụ huynh lo bữa ăn của trẻ chưa đủ chất. Mức đóng một ngày là 24.000 đồng. Các trường công khai.
2. Sân chơi ngoài trời
Hai điểm trường thay cát và sơn lại cầu trượt. Mái che còn rách.
"""


async def nearest(db: Database, question: str) -> str:
    """Ask something that nothing answers; gives what is shown as nearest."""
    book = Book(db)
    for report in (REPORT, SCHOOL):
        await book.keep(read_report(report))
    answer = await book.says(question)
    assert answer.startswith("Không có trong các báo cáo đã lưu")
    return answer.partition("Gần nhất:")[2]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("ai lo vụ kéo dây thắp sáng trạm biến áp ở khu tái định cư", "lắp đặt trạm biến áp 400 kVA"),
        # what is asked for stands in the sentence behind the one that has the words
        ("nuôi bữa ăn bán trú cho trẻ tốn nhiêu tiền mỗi tuần", "Mức đóng một ngày là 24.000 đồng."),
        # its words stand in the heading
        ("ai tài trợ sửa sân chơi ngoài trời bị dột", "Sân chơi ngoài trời: Hai điểm trường thay cát"),
    ],
)
async def test_the_closest_sentences_are_shown_where_nothing_answers(
    db: Database, question: str, sentence: str
) -> None:
    assert sentence in await nearest(db, question)


async def test_a_title_is_not_close(db: Database) -> None:
    shown = await nearest(db, "hạ tầng khu tái định cư tốn bao nhiêu xi măng")

    assert shown.count("Kết luận cuộc họp về hạ tầng khu tái định cư Rạch Sen") == 1  # names the report


async def test_a_heading_is_not_close(db: Database) -> None:
    assert "\nSân chơi ngoài trời\n" not in await nearest(db, "ai tài trợ sửa sân chơi ngoài trời bị dột")


async def test_at_most_three_lines_are_shown_each_under_its_report(db: Database) -> None:
    book = Book(db)
    for day in range(2, 7):
        await book.keep(
            read_report(
                f"UBND XÃ AN BÌNH\nKết luận giao ban ngày 0{day}/9/2026\n\nNgày 0{day}/9/2026, UBND xã họp.\n"
                f"Đội xe rửa đường {day} lần; máy cào bùn hỏng.\n"
            )
        )

    reply = await book.reply("máy cào bùn hỏng của đội xe do hãng nước nào sản xuất")

    assert reply.text.text.count("máy cào bùn hỏng.") == 3
    assert len([action for action in actions(reply) if action.startswith("report ")]) == 3
