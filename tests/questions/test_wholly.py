"""Sentences that have all of a question, which was understood in a way that finds nothing."""

import pytest

from tests.handlers.asking import Book

REPORT = """CHI CỤC THỦY LỢI SÔNG LẶC
Kết luận giao ban tháng 9 năm 2026

Ngày 28/9/2026, Chi cục Thủy lợi Sông Lặc họp giao ban. Ông Trương Đình Lộc, Chi cục trưởng, chủ trì.
Chi cục trưởng yêu cầu bà Hà Thị Mơ theo dõi đập Cổ Cò rồi báo cáo Chi cục trưởng vào thứ Sáu hằng tuần.
Ba nguồn thu chưa đạt tiến độ: phí tưới, tiền thuê kênh, phí bến.
Trong các trạm bơm thì trạm Ngòi Vần tốn điện nhất, 48.200 kWh.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Ai theo dõi đập Cổ Cò rồi báo cáo hằng tuần cho chi cục trưởng", "Hà Thị Mơ"),
        ("ds nguon thu chua dat tien do", "phí tưới, tiền thuê kênh, phí bến"),
    ],
)
async def test_a_sentence_with_all_of_a_question_answers(own_book: Book, question: str, told: str) -> None:
    assert told in await own_book.says(question)


@pytest.mark.parametrize(
    "question",
    [
        "thủy lợi sông lặc đề xuất cấp trên gì",  # only the name of the body
        "việc nào của chi cục đã quá hạn",
        "trạm bơm nào chạy ít nhất",
    ],
)
async def test_what_only_names_something_answers_nothing(own_book: Book, question: str) -> None:
    answer = await own_book.says(question)

    assert "văn bản có câu" not in answer
    assert "Văn bản viết" not in answer
