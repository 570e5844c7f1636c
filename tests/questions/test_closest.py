"""The sentence that is shown where nothing answers."""

import pytest

from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book

REPORT = """UBND PHƯỜNG LONG HƯNG
Kết luận cuộc họp về hạ tầng khu tái định cư Rạch Sen

Ngày 18/9/2026, UBND phường Long Hưng họp về hạ tầng khu tái định cư Rạch Sen. Ông Phan Văn Tấn chủ trì.
Đề nghị Công ty Điện lực Long Hưng lắp đặt trạm biến áp 400 kVA cho khu tái định cư trước ngày 20/12/2026.
Đến nay đã kiểm đếm 98/112 hộ; có 78 hộ bàn giao mặt bằng, đạt 69,6%.
"""


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("ai lo vụ kéo dây thắp sáng trạm biến áp ở khu tái định cư", "lắp đặt trạm biến áp 400 kVA"),
    ],
)
async def test_the_closest_sentence_is_shown_where_nothing_answers(
    db: Database, question: str, sentence: str
) -> None:
    book = Book(db)
    await book.keep(read_report(REPORT))

    answer = await book.says(question)

    assert answer.startswith("Không có trong các báo cáo đã lưu")
    assert sentence in answer.partition("Gần nhất:")[2]


async def test_a_title_is_not_close(db: Database) -> None:
    book = Book(db)
    await book.keep(read_report(REPORT))

    assert "Gần nhất:\n1 ·" not in await book.says("hạ tầng khu tái định cư tốn bao nhiêu xi măng")
