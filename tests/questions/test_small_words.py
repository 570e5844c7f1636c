"""Words that mean something else beside others, or say nothing of a topic."""

import pytest

from tests.handlers.asking import Book

REPORT = """CÔNG AN XÃ NÀ PHẠ
Kết luận giao ban tuần tháng 10 năm 2026

Ngày 12/10/2026, Công an xã Nà Phạ họp giao ban tuần. Trung tá Lường Văn Ón, Trưởng Công an xã, chủ trì.
Có mặt: 9/11 đồng chí. Vắng: 2 đồng chí, đều có lý do.
Vụ trộm ở cửa hàng điện thoại Hồng Mơ chưa phá được vì camera hỏng và không có nhân chứng.
Bà Tòng Thị Ín bị lừa qua điện thoại, mất 64 triệu đồng.
Trạm y tế thiếu thuốc do nhà thầu giao hàng chậm.
Đã sơ tán 15 hộ ở bản Co Muông; phát gạo 12 kg/khẩu cho các hộ phải sơ tán.
Kiểm tra quán Ba Sao, phát hiện bán rượu cho người chưa đủ 18 tuổi; đang làm rõ.
Đồng chí Hà Văn Quế: lắp xong camera ở bến đò trước ngày 30/10/2026.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("vụ trộm tiệm điện thoại sao tới giờ chưa phá được", "camera hỏng"),
        ("bị lừa qua điện thoại mất bao nhiêu tiền", "64 triệu"),
        ("tram y te thieu thuoc la do dau", "giao hàng chậm"),
        ("hop giao ban cong an xa vang may nguoi", "Vắng: 2 đồng chí"),
        ("Who chaired the weekly briefing of Na Pha police?", "Lường Văn Ón"),
        ("bao nhiêu hộ bản Co Muông phải di dời", "15 hộ"),
        ("phát gạo mỗi người mấy ký", "12 kg/khẩu"),
        ("viec cua Ha Van Que gom gi", "bến đò"),
    ],
)
async def test_it_is_understood_by_the_words_around_it(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question",
    ["quán Ba Sao bị phạt bao nhiêu", "đội nào vô địch giải bóng đá xã", "số điện thoại của Lường Văn Ón"],
)
async def test_what_is_asked_for_has_to_be_there(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)


async def test_what_else_takes_place_is_told_by_its_sentence_and_no_meeting(own_book: Book) -> None:
    answer = await own_book.says("lắp camera ở bến đò hôm nào xong")

    assert "30/10/2026" in answer


async def test_the_closest_sentence_stands_below_the_items_that_are_nearest(own_book: Book) -> None:
    answer = await own_book.says("quán Ba Sao bị phạt bao nhiêu")

    assert "bán rượu cho người chưa đủ 18 tuổi" in answer
