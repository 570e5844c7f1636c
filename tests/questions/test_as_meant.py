"""Short forms that nobody keeps, small words, and names, taken as they are meant."""

import pytest

from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book

REPORT = """UBND XÃ HÒA LỘC
Kết luận giao ban tháng 9 năm 2026

Ngày 02/10/2026, UBND xã Hòa Lộc họp giao ban do bà Tô Thị Mận chủ trì.
Khu tái định cư Đồng Vông chưa có điện và đường vào.
9 tháng xây xong 12 chợ, đạt 62% chỉ tiêu; dự án Khu chợ đầu mối Đồng Vông chậm 03 tháng do đợi vật tư.
Gói thầu Nhà ga hành khách T3 đến nay giải ngân đạt 312/900 tỷ đồng.
Công chức địa chính, ông Vi Văn Khánh, hoàn tất hồ sơ 06 vụ lấn chiếm còn tồn đọng trước ngày 15/11/2026.
Đề nghị Công ty Điện lực Hòa Lộc lắp đặt trạm biến áp cho Khu tái định cư Bàu Sen trước ngày 20/12/2026.
Báo cáo 1 năm thực hiện quy chế, 100% chi bộ đã phổ biến đến toàn thể cán bộ, đảng viên.
Trong tháng phát hiện 21 vụ vi phạm đất đai.
Cán bộ phải chấp hành nội quy, kỷ luật; không kéo dài việc.
Khu tái định cư Bàu Sen rộng 3 ha.
"""
HOSPITAL = """BỆNH VIỆN ĐA KHOA KHU VỰC SÔNG MÃ
Giao ban chuyên môn tháng 9/2026

Ngày 05/10/2026, Bệnh viện họp giao ban.
Thiếu 07 loại thuốc do gói thầu số 2 chậm, người bệnh phải mua ngoài.
Phòng Điều dưỡng kiểm kê vật tư, hoàn thành trước ngày 12/10/2026.
Bệnh viện kiến nghị Sở Y tế cấp 02 xe cứu thương.
Bệnh viện mua 15 máy thở với tổng giá trị 4,2 tỷ đồng.
Bác sĩ Lò Văn Ích mời Bảo hiểm xã hội, bộ phận bảo vệ của Bảo hiểm xã hội tới dự.
"""
SCHOOL = """TRƯỜNG THPT TRẦN DU - BẾN THÔN
Họp Hội đồng trường tháng 9 năm 2026

Ngày 07/10/2026, ông Quàng Văn Tự, Hiệu trưởng, chủ trì họp.
Thiếu 02 giáo viên môn Địa lý và Mỹ thuật.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("khu TDC dong vong chua co nhung gi", "chưa có điện"),
        ("Dự án chợ đầu mối Đồng Vông vì sao bị chậm?", "đợi vật tư"),
        ("nha ga T3 giai ngan toi dau", "312/900"),
        ("ho so 6 vu vi pham lan chiem ton dong giao ai, han may", "Vi Văn Khánh"),
        ("ai lo vu keo dien tram bien ap khu tai dinh cu", "Công ty Điện lực"),
    ],
)
async def test_it_is_found_as_it_is_meant(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.fixture
async def bodies(db: Database) -> Book:
    book = Book(db)
    for text in (REPORT, HOSPITAL, SCHOOL):
        await book.keep(read_report(text))
    return book


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("truong tran du dang thieu gv mon gi", "Địa lý và Mỹ thuật"),
        ("nguyen nhan bv song ma thieu thuoc la gi", "gói thầu số 2"),
        ("viec nao cua bv song ma da qua han", "12/10/2026"),
    ],
)
async def test_names_are_taken_whole(bodies: Book, question: str, told: str) -> None:
    answer = await bodies.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize("question", ["cán bộ, đảng viên xã bị kỷ luật sau 1 năm thực hiện quy chế"])
async def test_what_is_asked_of_something_else_is_not_told(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("bệnh viện Sông Mã mua mấy máy thở", "trị giá bao nhiêu?", "4,2 tỷ"),
        ("bệnh viện Sông Mã kiến nghị gì", "còn trường Trần Du?", NOT_THERE),
        ("bệnh viện Sông Mã kiến nghị gì", "khoản vay bao nhiêu?", NOT_THERE),
        ("bệnh viện Sông Mã mua mấy máy thở", "khoản vay bao nhiêu?", NOT_THERE),
        ("bệnh viện Sông Mã mua mấy máy thở", "học phí bao nhiêu?", NOT_THERE),
        ("bệnh viện Sông Mã mua mấy máy thở", "bao nhiêu ca mổ?", NOT_THERE),
        ("ai kiểm kê vật tư của bệnh viện Sông Mã", "trồng bao nhiêu cây?", NOT_THERE),
    ],
)
async def test_what_is_of_anything_is_asked_of_what_was_named(
    bodies: Book, first: str, then: str, told: str
) -> None:
    await bodies.says(first)

    assert told in await bodies.says(then)
