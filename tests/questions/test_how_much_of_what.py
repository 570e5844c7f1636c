"""How much is told by numbers alone, of the place that is asked for and of its own year."""

import pytest

from tests.handlers.asking import Book

REPORT = """HỘI ĐỒNG NHÂN DÂN XÃ KHE LANG
Kỳ họp thường lệ cuối năm 2026

Ngày 18/12/2026, bà Vi Thị Nhâm, Chủ tịch HĐND xã, chủ tọa kỳ họp.
Năm 2026 có 2 chỉ tiêu không đạt: tỷ lệ giải ngân vốn đầu tư công, số hộ thoát nghèo.
Thôn Khe Mây đã sửa 36 nhà dột; thôn Khe Bưởi giữ vững an ninh, trồng rừng; thôn Khe Sim làm 4 km đường.
Xã đã kiểm tra danh mục 23 ao nuôi cá lồng.

Kỳ họp quyết nghị các chỉ tiêu năm 2027:
- Thu ngân sách trên địa bàn đạt 9,5 tỷ đồng;
- Trồng 40 ha quế.

Nhiệm vụ:
1. Ban CHQS xã lập kế hoạch huấn luyện dân quân năm 2027, xong trước ngày 10/01/2027.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    "question",
    [
        "Khe Lang được giao huấn luyện bao nhiêu dân quân năm 2027",
        "thôn Khe Bưởi sửa được bao nhiêu nhà dột",
        "năm 2026 xã Khe Lang thu ngân sách trên địa bàn đạt bao nhiêu",
        "xã Khe Lang đưa được bao nhiêu hộ thoát nghèo",
    ],
)
async def test_what_tells_no_such_number_does_not_answer(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("thôn Khe Mây sửa được bao nhiêu nhà dột", "36 nhà"),
        ("xã Khe Lang kiểm tra bao nhiêu ao nuôi cá lồng", "23 ao"),
        ("năm 2027 xã Khe Lang thu ngân sách trên địa bàn đạt bao nhiêu", "9,5 tỷ"),
        ("xã Khe Lang huấn luyện dân quân hạn khi nào", "10/01/2027"),
        ("số hộ thoát nghèo của xã Khe Lang thế nào", "chưa đạt"),
    ],
)
async def test_what_tells_it_does(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer
