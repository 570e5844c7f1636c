"""What a number, or a day, is of: nothing else is told for it."""

import pytest

from tests.handlers.asking import Book

REPORT = """ĐẢNG ỦY THỊ TRẤN LĨNH SƠN ĐÔNG
Kết luận Hội nghị Ban Chấp hành Đảng bộ thị trấn tháng 10

Ngày 12/10/2025, Ban Chấp hành Đảng bộ thị trấn Lĩnh Sơn Đông họp tại hội trường theo quy định.
Hội nghị thống nhất tổ chức Đại hội Đảng bộ thị trấn trong tháng 4/2026, thời gian 1,5 ngày.
Đại hội Liên đoàn Lao động tổ chức ngày 20/3/2026.
Năm 2025 tỉnh giao tổng kế hoạch đầu tư công là 34,5 tỷ đồng, trong đó vốn ngân sách thị trấn là 3,6 tỷ đồng.
Sau khi thành lập, 100% Ban Giám sát đầu tư của cộng đồng đã xây dựng kế hoạch và giám sát thực tế.
Các tổ hợp tác thu hút thêm lao động. Hội Phụ nữ thu gom rác. Bưu điện thu hộ tiền điện.
Ngân hàng Chính sách quản lý, giải ngân, kiểm tra nguồn vốn ủy thác.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("đại hội đảng bộ thị trấn Lĩnh Sơn Đông định tổ chức tháng mấy, mấy ngày", "tháng 4/2026"),
        ("dai hoi lien doan lao dong ngay nao", "20/3/2026"),
        ("năm 2025 vốn ngân sách thị trấn Lĩnh Sơn Đông bao nhiêu", "3,6 tỷ"),
    ],
)
async def test_it_is_told_of_what_was_asked(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question",
    [
        "thu ngân sách thị trấn Lĩnh Sơn Đông năm 2025 được bao nhiêu",
        "giai ngan von dau tu cong cua thi tran Linh Son Dong dat bao nhieu %",
    ],
)
async def test_a_number_of_something_else_is_no_answer(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)
