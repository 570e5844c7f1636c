"""What reports note and no field is read for: the hour, who was absent, the next meeting, a telephone."""

import pytest

from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book

SCHOOL = """TRƯỜNG THCS HÒA BÌNH
Số: 61/BB-THCS
BIÊN BẢN HỌP HỘI ĐỒNG SƯ PHẠM THÁNG 9/2026

Thời gian: 13 giờ 30 ngày 25/9/2026, tại phòng hội đồng.
Chủ trì: thầy Lê Hữu Nghĩa, Hiệu trưởng. Thư ký: cô Đặng Thu Cúc.
Vắng: cô Trần Mỹ Duyên (nghỉ ốm). Có mặt 31/32 giáo viên.

Thầy Lê Hữu Nghĩa đánh giá nền nếp tháng 9 tốt. Số vàng trang sức học sinh làm mất đã tìm lại được.
Tổ Văn phòng nộp hồ sơ trường chuẩn quốc gia trước 16 giờ ngày 30/9/2026.
Phụ huynh cần trao đổi gọi tổ Văn phòng theo số 0296 3811 222.
Nhà trường kiến nghị UBND phường cấp kinh phí sửa mái nhà đa năng trong năm 2026.
Phiên họp tháng 10 dự kiến vào ngày 27/10/2026. Cuộc họp kết thúc lúc 16 giờ 15 cùng ngày.
"""
WARD = """UBND PHƯỜNG LONG HƯNG
Họp giao ban tuần 38

Ngày 18/9/2026, UBND phường Long Hưng họp giao ban. Ông Phan Văn Tấn, Chủ tịch UBND phường chủ trì.
Giao Tổ đô thị dọn rác trước 10h ngày 20/9/2026. Chợ đêm vắng khách.
"""


@pytest.fixture
async def book(db: Database) -> Book:
    """Keep the minutes of a school, and of a ward that notes nothing of it."""
    book = Book(db)
    for text in (WARD, SCHOOL):
        await book.keep(read_report(text))
    return book


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("họp hội đồng sư phạm lúc mấy giờ", "13 giờ 30 ngày 25/9/2026"),
        ("hop hoi dong su pham may gio xong", "kết thúc lúc 16 giờ 15"),
        ("ai vắng họp hội đồng sư phạm", "cô Trần Mỹ Duyên (nghỉ ốm)"),
        ("hop ngay 25/9 ai vang", "cô Trần Mỹ Duyên (nghỉ ốm)"),
        ("cô Duyên có vắng họp không", "cô Trần Mỹ Duyên (nghỉ ốm)"),
        ("so hieu bien ban truong hoa binh", "Số: 61/BB-THCS"),
        ("bao giờ họp lại", "dự kiến vào ngày 27/10/2026"),
        ("truong hoa binh hop thang 10 ngay nao", "dự kiến vào ngày 27/10/2026"),
        ("số điện thoại tổ văn phòng", "0296 3811 222"),
        ("kiến nghị của trường THCS Hòa Bình", "sửa mái nhà đa năng"),
        ("truong hoa binh de xuat gi voi phuong", "sửa mái nhà đa năng"),
        ("họp hội đồng sư phạm có mấy người dự", "Có mặt 31/32 giáo viên"),
        ("truong hoa binh xin phuong nhung gi", "sửa mái nhà đa năng"),
        ("bao gio hop tiep theo o truong hoa binh", "dự kiến vào ngày 27/10/2026"),
    ],
)
async def test_what_a_report_notes_is_quoted(book: Book, question: str, told: str) -> None:
    answer = await book.says(question)

    assert answer.startswith("Văn bản viết")
    assert told in answer


@pytest.mark.parametrize(
    "question",
    [
        "phường Long Hưng họp lúc mấy giờ",
        "ai vắng họp phường Long Hưng",
        "thầy Nghĩa có vắng không",
        "số hiệu báo cáo phường Long Hưng",
        "phuong long hung bao gio hop lai",
        "số điện thoại ông Phan Văn Tấn",
        "kiến nghị của phường Long Hưng",
        "dự báo giá vàng tháng 10",
    ],
)
async def test_what_no_report_notes_is_refused(book: Book, question: str) -> None:
    assert (await book.says(question)).startswith("Không có trong các báo cáo đã lưu")


async def test_the_first_line_says_what_is_quoted(book: Book) -> None:
    answer = await book.says("ai vắng họp ngày 25/9")

    assert answer.splitlines()[1] == "Báo cáo · vắng mặt · họp 25/9"


async def test_a_secretary_is_no_meeting(book: Book) -> None:
    assert "Đặng Thu Cúc" in await book.says("thu ky hop hoi dong su pham la ai")
