"""A sentence is quoted only where it has what was asked for: a number, a weakness, a person."""

import pytest

from tests.handlers.asking import Book

REPORT = """BAN QUẢN LÝ KHU BẢO TỒN SUỐI SÂU
Kết quả công tác 6 tháng đầu năm, phương hướng 6 tháng cuối năm 2026

Ngày 02/7/2026, Giám đốc Quách Văn Nhơn chủ trì hội nghị sơ kết.
Sáng 30-6, Công đoàn khu bảo tồn họp mặt đoàn viên, động viên công tác truyền thông thôn bản.
Khách góp ý 19 lần về giá giữ xe.
"""


@pytest.mark.parametrize(
    "question",
    [
        "cong doan khu bao ton co bao nhieu doan vien",  # of a sentence that has no number but a day
        "hạn chế của công tác truyền thông thôn bản là gì",
    ],
)
async def test_a_sentence_without_what_was_asked_is_no_answer(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith("Không có trong các báo cáo đã lưu")


async def test_one_syllable_left_of_many_words_is_no_question(own_book: Book) -> None:
    """Without accents "vé vào cửa" reads as "về vào của"."""
    answer = await own_book.says("ve vao cua gia bao nhieu")

    assert answer.startswith("Không có trong các báo cáo đã lưu")
    assert "19 lần" in await own_book.says("gia giu xe bi gop y may lan")
