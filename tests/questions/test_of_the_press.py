"""Reports of the press: short forms of names, everyday words for names, people by their given names."""

import pytest

from tests.handlers.asking import Book

REPORT = """HĐND TP Sơn Hải chất vấn về nước sạch

Sáng 6/8, HĐND TP Sơn Hải khai mạc kỳ họp thứ chín.
Phiên họp chiều cùng ngày bàn về cấp nước cho các phường ven biển.
Để chọn vấn đề, Thường trực HĐND TP Sơn Hải đã làm việc với 17 tổ trưởng tổ đại biểu.
Dự phiên chất vấn có ông Mạc Văn Khương, Bí thư Thành ủy; bà Tạ Thị Nhuần, Chủ tịch HĐND.
Do nước yếu vào giờ cao điểm, bà Nhuần yêu cầu các bên ký lại hợp đồng cấp nước trước 15/8.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("thuong truc hoi dong nhan dan Son Hai lam viec voi may to truong", "17 tổ trưởng"),
        ("hdnd tp son hai lam viec voi bao nhieu to truong de chon van de", "17 tổ trưởng"),
    ],
)
async def test_a_body_is_named_by_its_short_form(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith("Không có trong")
    assert told in answer


async def test_a_unit_that_is_an_everyday_word_is_written_small(own_book: Book) -> None:
    answer = await own_book.says("ba Nhuan yeu cau cac ben lam gi")

    assert not answer.startswith("Không có trong")
    assert "ký lại hợp đồng" in answer
