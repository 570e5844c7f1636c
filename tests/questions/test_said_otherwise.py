"""Numbers of documents, words that turn the sense only with their accents, days that are no meeting's."""

import pytest

from tests.handlers.asking import Book

REPORT = """UBND XÃ HƯNG LỘC
Báo cáo tại hội nghị tổng kết tháng 8 năm 2026

Ngày 30/8/2026, UBND xã Hưng Lộc họp dưới sự chủ trì của ông Mai Văn Khôi.
Khen thưởng 12 tập thể, 31 cá nhân có thành tích thực hiện Nghị định số 78/2002/NĐ-CP.
Xã được chấm 88 điểm về công khai minh bạch.
Nợ tiền nước đến ngày 30/6/2026 là 412 triệu đồng, tăng 35 triệu đồng so với đầu năm.
Dư nợ vay vốn chính sách 48,2 tỷ đồng; nợ quá hạn 0,09%.
Bảo tàng xã miễn phí tham quan cho người cao tuổi, trẻ em dưới 6 tuổi.
Giáo viên mở lớp phụ đạo miễn phí môn Toán cho 60 học sinh.
Cuộc họp giao ban tháng 9 dự kiến tổ chức ngày 03/10/2026.
Tỉnh hỗ trợ 30 triệu đồng lắp camera ở cổng chợ; việc mở thêm bãi xe tạm hoãn đến quý II/2027.
Nhân dịp 20/11, giáo viên nữ đi tham quan tại Tràng Sơn.
Cấp nước thô cho nhà máy nước Yên Bình thu 2,6 tỷ đồng.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("bao nhiêu tập thể, cá nhân được khen vụ nghị định 78", "12 tập thể, 31 cá nhân"),
        ("xã được chấm mấy điểm công khai minh bạch", "88 điểm"),
        ("no tien nuoc den het thang 6 la bn, tang hay giam", "412 triệu"),
        ("vay von chinh sach du no bn, no qua han may %", "0,09%"),
        ("Bảo tàng miễn phí cho đối tượng nào?", "người cao tuổi"),
        ("tinh cho bao nhieu tien gan camera", "30 triệu"),
        ("dừng mở thêm bãi xe đến bao giờ", "quý II/2027"),
        ("giao ban thang 9 dinh ngay may", "03/10/2026"),
        ("tham quan 20/11 cua giao vien o dau", "Tràng Sơn"),
    ],
)
async def test_it_is_found_as_the_report_says_it(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question",
    [
        "học phí lớp phụ đạo bao nhiêu",
        "hoc phi thu bao nhieu",
        "giá vé bao nhiêu",
        "bán nước thô cho nhà máy nước Yên Bình mấy nghìn một khối",
    ],
)
async def test_what_is_one_word_is_not_found_by_its_halves(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)
