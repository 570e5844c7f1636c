"""A report of which no day is known is of the years that it names."""

import pytest

from tests.handlers.asking import Book

REPORT = """Gỡ vướng cho cây dược liệu vùng cao

(Báo Vùng cao) - Thường trực Tỉnh ủy Nà Khương vừa có kết luận về cây dược liệu.
Kết luận nêu rõ, các hợp tác xã phải vay vốn nhiều trong năm 2021. Sản lượng sa nhân đạt 85 tấn, tăng 20 tấn.
Tỉnh yêu cầu không để thiếu giống quế trong năm 2021.
Hạn chế là đường lên các vườn quế còn xấu, thiếu điện để sấy.
Đến năm 2024 phải trồng 5.000 ha dược liệu.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("năm 2021 sản lượng sa nhân Nà Khương đạt bao nhiêu", "85 tấn"),
        ("năm 2021 vườn quế còn khó khăn gì", "đường lên các vườn quế còn xấu"),
    ],
)
async def test_it_is_of_the_year_that_it_names_most(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize("year", [2019, 2020, 2024])
async def test_it_is_of_no_other_year(own_book: Book, year: int) -> None:
    answer = await own_book.says(f"năm {year} sản lượng sa nhân Nà Khương đạt bao nhiêu")

    assert answer.startswith(NOT_THERE)
