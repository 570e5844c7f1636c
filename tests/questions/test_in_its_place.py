"""Headings above headings, what names the report itself, words that are clear, numbers between two."""

import pytest

from handlers.asking.text import Text
from handlers.asking.tokens import tokens_of
from tests.handlers.asking import Book

REPORT = """TRƯỜNG THCS HOÀNG VĂN MẠC
Nghị quyết họp hội đồng tháng 3 năm 2026

Thời gian: 14h00 ngày 06/3/2026. Chủ tọa: bà Triệu Thị Sen, Hiệu trưởng.
Thành phần: toàn thể giáo viên; đại diện nhà thầu Công ty TNHH Đá Vàng, Công ty CP Suối Bạc.

A. ĐÁNH GIÁ THÁNG 2

1. Nền nếp
Lớp 7/2 dẫn đầu toàn trường, lớp 9/4 xếp cuối vì 6 lượt đi trễ.
2. An toàn
Vụ sập mái nhà xe không làm ai chết.
Phòng tư vấn riêng cho học sinh bố trí tại dãy B.

B. CÔNG VIỆC THÁNG 3

Nhà thầu sửa xong cổng trước ngày 20/3/2026.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("lớp nào xếp cuối trường Hoàng Văn Mạc tháng 2", "9/4"),
        ("du hop truong hoang van mac co nhung nha thau nao", "Công ty CP Suối Bạc"),
        ("sap mai nha xe truong hoang van mac co ai chet ko", "không làm ai chết"),
        ("phòng tư vấn riêng cho học sinh nằm chỗ nào", "dãy B"),
    ],
)
async def test_it_is_told_from_where_it_stands(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question",
    ["lớp nào xếp cuối trường Hoàng Văn Mạc tháng 1", "truong hoang van mac co ai bi bong ko"],
)
async def test_what_is_of_another_time_or_stands_nowhere_is_not_there(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith((NOT_THERE, "Không có “"))


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Trồng mới 71 ha rừng", True),
        ("Trồng 1.200 tỷ đồng rừng", True),
        ("Trồng cây, giữ rừng", False),
        ("Trồng lúa, còn 71 ha rừng", False),
        ("Trồng 5 ha ngô, 3 ha rừng", False),
    ],
)
def test_words_stand_together_where_only_a_number_counts_the_second(text: str, beside: bool) -> None:
    first, second = tokens_of("trồng rừng")

    assert Text(text).beside(first, second) is beside


@pytest.mark.parametrize(
    ("asked", "text", "is_beside"),
    [
        ("lượt khám", "Khám bệnh được 18.640 lượt", True),
        ("vụ cháy", "để xảy ra cháy 03 vụ", True),
        ("vụ cháy", "cháy nhà kho; công an xử lý nhiều vụ", False),  # nothing is counted
        ("tỷ nước", "thu tiền nước 3,2 tỷ", False),  # a measure counts no time that it is done
    ],
)
def test_how_often_stands_behind_what_is_done(asked: str, text: str, *, is_beside: bool) -> None:
    first, second = tokens_of(asked)

    assert Text(text).beside(first, second, 1) is is_beside
