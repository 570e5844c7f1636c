"""Why something is late or low: the sentence with the reason, where no cause is stored of it."""

import pytest

from tests.handlers.asking import Book

REPORT = """BẢO TÀNG TỈNH HÀ LĨNH
Kết luận giao ban tháng 9 năm 2026

Ngày 29/9/2026, Giám đốc Bảo tàng chủ trì giao ban. Bộ sưu tập gốm đã chụp 90/300 hiện vật.
Hồ sơ xếp hạng di tích trễ hạn do phần mềm của sở bị lỗi hai tuần.
Tiến độ chụp ảnh hiện vật chậm vì máy ảnh phải thuê của đơn vị khác.
Ban Quản lý di tích làm việc với các phòng liên quan.
Kè chống sạt lở phía sau kho Hà Lĩnh: khối lượng 44%, chậm 10 tuần do thiếu đá hộc.
Phòng Kỹ thuật tìm nguồn đá thay thế cho kè Hà Lĩnh trước ngày 20/10/2026.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("sao chup anh hien vat cham tien do", "máy ảnh phải thuê"),
        ("vì sao chụp hiện vật gốm chậm", "máy ảnh phải thuê"),
        ("nguyen nhan ho so di tich tre han", "phần mềm của sở bị lỗi"),
        ("Vì sao kè Hà Lĩnh làm chậm?", "do thiếu đá hộc"),
        ("lý do hồ sơ xếp hạng quá hạn", "phần mềm của sở bị lỗi"),
    ],
)
async def test_the_sentence_with_the_reason_answers(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith("Không có trong các báo cáo đã lưu")
    assert told in answer


@pytest.mark.parametrize("question", ["vì sao vé tham quan tăng", "sao bảo tàng thiếu người"])
async def test_another_reason_is_no_answer(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(("Không có trong", "Không có “"))
