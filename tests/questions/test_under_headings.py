"""What stands under the heading of a thing is told of that thing."""

import pytest

from tests.handlers.asking import Book

REPORT = """BAN QUẢN LÝ DỰ ÁN HUYỆN ĐỒNG PHÚ
THÔNG BÁO
Kết luận giao ban tiến độ tháng 8 năm 2026

Ngày 28/8/2026, ông Cù Văn Lập, Giám đốc Ban, chủ trì họp giao ban.

1. Tiến độ
a) Trạm bơm Gò Mít
Đã bàn giao 100% mặt bằng ngày 12/8/2026. Còn thiếu 02 tổ máy do nhà cung cấp giao trễ.
b) Kè Bến Cui
Bàn giao mặt bằng được 40%, vướng 06 hộ. Thi công chậm 20 ngày do thiếu đá hộc.

2. NGUYÊN NHÂN CHẬM TIẾN ĐỘ
Mưa lớn kéo dài 18 ngày. Giá cát tăng, nhà thầu chờ bù giá.

3. Ý kiến
Ông Đàm Quốc Khởi đề nghị xem lại đơn giá đá.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "mat bang tram bom go mit ban giao ngay nao",
            "Trạm bơm Gò Mít: Đã bàn giao 100% mặt bằng ngày 12/8/2026.",
        ),
        ("vì sao thi công kè Bến Cui chậm", "thiếu đá hộc"),
        ("nguyên nhân chậm tiến độ của huyện Đồng Phú", "Mưa lớn kéo dài 18 ngày"),
    ],
)
async def test_a_sentence_is_told_with_its_heading(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith("Không có trong các báo cáo đã lưu")
    assert told in answer


async def test_a_heading_ends_with_the_next(own_book: Book) -> None:
    answer = await own_book.says("đơn giá đá ở kè Bến Cui do ai đề nghị xem lại")

    assert "Kè Bến Cui: Ông Đàm Quốc Khởi" not in answer
