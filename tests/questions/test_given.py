"""What somebody has to do of whom only the given name, or what they are, was said; what words may mean."""

import pytest

from tests.handlers.asking import Book

REPORT = """UBND XÃ SUỐI KIẾT
BIÊN BẢN HỌP CHUẨN BỊ NGÀY HỘI
Ngày 16/9/2026, ông Đỗ Văn Thắng, Chủ tịch UBND xã chủ trì. Có mặt: anh Võ Tấn Lực (Đoàn xã), chị Hồ Thị Mận
(Hội Phụ nữ), thầy Lê Tiến Đạt (Trường THCS Suối Kiết), anh Cao Minh (Công an xã).

Ý kiến:
Thầy Lê Tiến Đạt: xin mượn 40 ghế của nhà văn hóa, hứa trả ngay trong ngày.
Chị Mận nói chị em bận mùa điều nên chỉ góp được 15 suất cơm.
Anh Minh nêu: tối 20/9 có 3 em học sinh hút thuốc lá điện tử sau chợ, đã báo phụ huynh.

Phân công:
Anh Lực: dựng 6 gian trại ở sân bóng, dọn rác hai ngày.
Chị Mận nấu cơm cho 120 người, làm từ 5 giờ sáng.
Ông Đinh Sang ở thôn Dốc hiến 300 m2 đất để mở đường vào sân, đến ngày 10/9 đã cắm mốc.
Tính đến ngày 12/9/2026 các thôn mới góp 61,5 triệu đồng quỹ ngày hội.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("anh Luc doan xa dc phan cong gi", "6 gian trại"),
        ("anh Lực bên Đoàn xã được giao việc gì", "6 gian trại"),
        ("chi Man duoc giao lam gi", "120 người"),
        ("thay Dat xin gi", "40 ghế"),
        ("bao nhieu hs hut thuoc la dien tu", "3 em học sinh"),
        ("ai o thon Doc hien dat mo duong", "Đinh Sang"),
        ("quỹ ngày hội đến 12/9 các thôn góp được bao nhiêu", "61,5 triệu"),
    ],
)
async def test_it_is_found(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize("question", ["anh Tài được giao làm gì", "thay Duc xin gi", "co Man duoc thuong gi"])
async def test_what_others_do_is_not_told(own_book: Book, question: str) -> None:
    answer = await own_book.says(question)

    assert "6 gian trại" not in answer
    assert "40 ghế" not in answer


async def test_what_they_say_is_nothing_to_do(own_book: Book) -> None:
    assert "mùa điều" not in await own_book.says("chị Mận được giao làm gì")
