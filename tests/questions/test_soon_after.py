"""A meeting right behind a period tells of it; a number behind "thôn" may be money."""

import pytest

from tests.handlers.asking import Book

REPORT = """ĐẢNG ỦY XÃ BÌNH SƠN THƯỢNG
THÔNG BÁO
Hội nghị Ban Chấp hành Đảng bộ xã lần thứ tám

Ngày 07/7/2026, Đảng ủy xã họp tại hội trường. Đồng chí Cung Văn Vĩ, Bí thư Đảng ủy, chủ trì.
Kết nạp 13/25 đảng viên mới, đạt 52% chỉ tiêu năm (cùng kỳ năm trước kết nạp 9 đảng viên).
Nghị quyết hỗ trợ tổ bảo vệ an ninh trật tự thôn 1,2 triệu đồng/người/tháng.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("kết nạp đảng 6 tháng được mấy người, cùng kỳ mấy người", "13/25"),
        ("to bao ve an ninh trat tu thon dc ho tro moi thang bn", "1,2 triệu"),
    ],
)
async def test_it_is_told(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith("Không có trong các báo cáo đã lưu")
    assert told in answer


async def test_it_tells_of_no_other_period(own_book: Book) -> None:
    answer = await own_book.says("kết nạp đảng 9 tháng được mấy người")

    assert answer.startswith("Không có trong các báo cáo đã lưu")
