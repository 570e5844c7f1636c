"""Whether a target was met, what is left, and where a report is named by its letterhead."""

import pytest

from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book

REPORT = """ĐẢNG BỘ TỈNH GIA HÀ
ĐẢNG ỦY XÃ VĨNH BÌNH
Số 23-NQ/ĐU

NGHỊ QUYẾT
Hội nghị Ban Chấp hành lần thứ tư

Ngày 09/01/2026, Ban Chấp hành Đảng bộ xã tổ chức hội nghị lần thứ tư do đồng chí Võ Thành An chủ trì.
Tỷ lệ hồ sơ đất đai đúng hạn đạt 93,8%, chưa đạt mục tiêu 95%.
Xã đạt 17/19 tiêu chí nông thôn mới; còn 02 tiêu chí chưa đạt là giao thông và môi trường.
Năm học 2026 - 2027 tuyển sinh 120 học viên.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hồ sơ đất đai đúng hạn có đạt mục tiêu không", "93,8%"),
        ("ho so dat dai dung han dat muc tieu chua", "93,8%"),
        ("hồ sơ đất đai đúng hạn đạt hay chưa đạt", "93,8%"),
        ("xã Vĩnh Bình còn tiêu chí nông thôn mới nào chưa xong", "giao thông và môi trường"),
        ("tuyen sinh nam hoc 26-27 may hoc vien", "120 học viên"),
        ("ai làm chủ tọa hội nghị", "Võ Thành An"),
    ],
)
async def test_what_is_asked_is_told(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith("Không có trong các báo cáo đã lưu")
    assert told in answer


async def test_the_body_above_is_not_the_one_whose_head_is_asked_for(own_book: Book) -> None:
    answer = await own_book.says("bí thư tỉnh Gia Hà là ai")

    assert answer.startswith("Không có trong các báo cáo đã lưu")


async def test_a_place_behind_a_body_may_end_its_name(db: Database) -> None:
    book = Book(db)
    await book.keep(
        read_report(
            "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG KHU VỰC TÂN LỘC\nSố: 26/TB-BQL\n\nTHÔNG BÁO\n"
            "Kết luận giao ban tháng 9/2026\n\nChiều 13/9/2026, Giám đốc Ban chủ trì giao ban.\n"
            "Giám đốc Ban yêu cầu:\nPhòng Kỹ thuật sửa kè Rạch Sen trước ngày 20/9/2026.\n"
            "Phòng Kế hoạch trình vốn đường tránh Tân Lộc trước ngày 25/9/2026.\n"
        )
    )

    answer = await book.says("viec nao cua ban qlda tan loc da qua han")

    assert "sửa kè Rạch Sen" in answer
    assert "đường tránh Tân Lộc" in answer
