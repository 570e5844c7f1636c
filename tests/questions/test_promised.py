"""What somebody promised, the number of the time before, and who chaired what was on the agenda."""

import pytest

from tests.handlers.asking import Book

REPORT = """UBND XÃ ĐỒI MƠ
GHI CHÉP HỌP SÁNG 8/9/2026
Ông Lương Văn Kế, Phó Chủ tịch UBND xã chủ trì. Có mặt trưởng 9 thôn.

NỘI DUNG 1: CHỐNG HẠN
Nhà máy nước Suối Vàng báo cắt nước đêm 2/9 chậm nên thôn Hạ không kịp trữ.
Bà Ninh Thị Thoa, Phó Giám đốc Nhà máy nước Suối Vàng nhận lỗi, hứa kéo thêm 2 xe bồn cho thôn Hạ.

NỘI DUNG 2: TIÊM PHÒNG DẠI
Chó được tiêm tháng 8 là 412 con ở 9 thôn. Vắc xin còn 60 liều trong tủ. Tháng trước tiêm 377 con.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("nhà máy nước Suối Vàng hứa làm gì sau vụ cắt nước", "2 xe bồn"),
        ("cho duoc tiem thang 8 bao nhieu, thang 7 bao nhieu", "377 con"),
        ("ai chủ trì họp bàn chống hạn và tiêm phòng dại", "Lương Văn Kế"),
        ("họp chống hạn, tiêm phòng dại ai chủ trì", "Lương Văn Kế"),
    ],
)
async def test_it_is_told(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize("question", ["ai chủ trì họp bàn chống hạn và bầu cử"])
async def test_another_meeting_is_not_meant(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)
