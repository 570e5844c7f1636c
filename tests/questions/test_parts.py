"""Two questions in one message; who answers as a body; words that are spelt otherwise than a name."""

import pytest

from tests.handlers.asking import Book

REPORT = """CÔNG TY THỦY NÔNG BÌNH HẢI
Kết luận giao ban tháng 9 năm 2026

Ngày 29/9/2026, bà Phạm Gia Hân, Phó Giám đốc phụ trách Công ty, chủ trì giao ban.
Giám đốc biểu dương Cụm thủy nông Đông Lĩnh có tỷ lệ thu nợ đạt 100%.
Nhà máy nước Sông Mây do Tập đoàn Nước Việt làm chủ đầu tư đã khánh thành.
Phòng Kỹ thuật cần đo mặn hằng tuần, lưu số liệu vào sổ.
Doanh nghiệp nợ lớn nhất là Công ty Gạch Đông Lĩnh: 8,7 tỷ đồng.
Hội nghị nối 67 điểm cầu. Thu 340 kg mỹ phẩm giả.
Sở TN&MT kiểm tra trạm quan trắc ngày 12/9/2026.
Áp dụng chuyển mạng giữ số từ ngày 16/11/2026.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cụm thủy nông nào được khen, vì sao", "thu nợ đạt 100%"),
        ("nhà máy nước Sông Mây chủ đầu tư là ai", "Tập đoàn Nước Việt"),
        ("bà Phạm Gia Hân giữ chức vụ gì", "Phó Giám đốc"),
        ("phòng Kỹ thuật được giám đốc yêu cầu làm gì", "đo mặn"),
        ("doanh nghiep nao no nhieu nhat", "Gạch Đông Lĩnh"),
        ("hoi nghi noi may diem cau", "67 điểm cầu"),
        ("thu bao nhiêu mỹ phẩm giả", "340 kg"),
        ("so tai nguyen moi truong kiem tra tram quan trac hom nao", "12/9/2026"),
        ("chuyen mang giu so tu ngay nao", "16/11/2026"),
    ],
)
async def test_what_is_asked_is_told(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question", ["ai là chủ đầu tư trạm bơm Sông Mây", "trạm nào ngập, hỏng trong bão số 9"]
)
async def test_what_nobody_wrote_is_not_there(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(("Không có trong", "Không có “"))
