"""What has the words of a question, and does not say what was asked, is told for no answer."""

import pytest

from tests.handlers.asking import Book

REPORT = """BAN QUẢN LÝ KHU BẢO TỒN SUỐI NGÀ
Kết quả công tác 6 tháng đầu năm, phương hướng 6 tháng cuối năm 2026

Ngày 02/7/2026, Giám đốc Quách Văn Nhơn chủ trì hội nghị sơ kết.
Đội tuần rừng quản lý 31 km đường ranh với 14 cột mốc từ mốc 21 đến mốc 34; tuần tra 26 lượt. \
Phát hiện mốc 28 bị sạt chân do mưa lũ.
Sáng 30-6, Công đoàn khu bảo tồn họp mặt đoàn viên, động viên công tác truyền thông thôn bản.
| 6 | Công suất chuồng cứu hộ | % | 90 | 88 | 92 | Vượt |

Ý kiến đại biểu
- Ông Hà Văn Lượng, Trưởng thôn Nà Pha, phản ánh bảng báo lũ ở cầu treo Nà Pha hỏng đã lâu mà chưa ai sửa.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(("question", "told"), [("cột mốc nào bị sạt", "mốc 28")])
async def test_what_is_asked_is_told(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize("question", ["khu bảo tồn hiện có bao nhiêu chuồng cứu hộ"])
async def test_another_number_is_no_answer(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)


@pytest.mark.parametrize(
    "question", ["giao ai sua bang bao lu o cau treo Na Pha", "ai sửa bảng báo lũ cầu treo Nà Pha"]
)
async def test_who_wants_it_done_is_not_who_does_it(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)


async def test_who_wants_it_done_is_told_of_who_wants_it(own_book: Book) -> None:
    assert "Hà Văn Lượng" in await own_book.says("ai phản ánh bảng báo lũ ở cầu treo Nà Pha")


@pytest.mark.parametrize(
    "question",
    [
        "cong doan khu bao ton co bao nhieu doan vien",  # of a sentence that has no number but a day
        "hạn chế của công tác truyền thông thôn bản là gì",
    ],
)
async def test_a_sentence_without_what_was_asked_is_no_answer(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)
