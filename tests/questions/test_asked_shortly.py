"""Names said shortly, short forms beside numbers, words that look like times, and causes further on."""

import pytest

from reports import read_report
from storage.db import Database
from tests.handlers.asking import Book

HOSPITAL = """SỞ Y TẾ TỈNH HÀ LĨNH
BỆNH VIỆN ĐA KHOA KHU VỰC SÔNG LĨNH

BÁO CÁO
Kết quả hoạt động 9 tháng đầu năm 2026

Cơ quan bảo hiểm y tế từ chối thanh toán 640 triệu đồng do thiếu hồ sơ.
Sản lượng nước đóng chai của căng tin đạt 12 tấn.
Lượt khám khoa Mắt rất thấp. Trưởng khoa Hà Thị Mùi giải trình: phòng soi đáy mắt hỏng một máy từ tháng 3.
Doanh thu dịch vụ đạt 35,2 tỷ đồng.
"""
WATER = """CÔNG TY CẤP NƯỚC BÌNH ĐÔNG
THÔNG BÁO
Kết luận họp giao ban tháng 8 năm 2026

Ngày 05/9/2026, ông Cao Minh Tuấn, Giám đốc Công ty, chủ trì họp giao ban.
Phòng Kế toán thu hồi 4,1 tỷ đồng các hộ còn nợ tiền nước của công ty.
Nhà máy nước Bãi Tắm tháng 8 phát 310.000 m3, tỷ lệ thất thoát cao nhất với 19%.
Ngõ 45 đường Hoa Ban mất nước. Từ đầu tháng có 30 hộ phải mua nước. Lý do là ống cũ bị vỡ ở đầu ngõ.
Nước tinh khiết đóng bình 20 lít bán ra 8.400 bình.
Đội Hồng Hà về nhất hội thao công ty.
Công đoàn tổ chức giải bóng bàn nữ công nhân ngày 20/9/2026 (6 đội).
Trạm bơm Phú Lợi phải dừng thi công 12 ngày vì mưa.
Bể lọc Bãi Đá do nhà thầu Sao Vàng thi công.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.fixture
async def two_books(db: Database) -> Book:
    book = Book(db)
    for text in (HOSPITAL, WATER):
        await book.keep(read_report(text))
    return book


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("bảo hiểm không thanh toán cho bệnh viện Sông Lĩnh bao nhiêu", "640 triệu đồng"),
        ("nm nuoc nao that thoat cao nhat", "Bãi Tắm"),
        ("nha may nuoc bãi tắm thang 8 phat bao nhieu", "310.000 m3"),
        ("ngõ 45 sao mất nước hoài vậy", "ống cũ bị vỡ"),
        ("công ty nào thi công bể lọc Bãi Đá", "Sao Vàng"),
        ("vì sao lượt khám khoa Mắt thấp", "hỏng một máy"),
    ],
)
async def test_it_is_told(two_books: Book, question: str, told: str) -> None:
    answer = await two_books.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question",
    [
        "bv song linh con no tien nuoc cong ty bn tien",  # another body is owed
        "nuoc tinh khiet dong binh ban bn 1 kg",  # no "1 không"
        "Đội nào vô địch giải bóng bàn nữ công nhân?",
        "cty nao thi cong tram bom phu loi",
        "to nao dung dau thi dua thang 8 cong ty binh dong",  # no "ở đâu"
    ],
)
async def test_what_is_of_another_or_of_something_else_is_not_there(two_books: Book, question: str) -> None:
    assert (await two_books.says(question)).startswith(("Không có trong", "Không có “"))


SCHOOL = """PHÒNG GIÁO DỤC HUYỆN BẮC LŨNG
TRƯỜNG THCS ĐINH BỘ LĨNH
NGHỊ QUYẾT HỌP HỘI ĐỒNG SƯ PHẠM
Tháng 10 năm 2026

Ngày 05/10/2026, Hiệu trưởng Tạ Quang Thiều chủ trì họp hội đồng sư phạm.
Cô Vũ Thị Nết giám sát bếp ăn bán trú, báo cáo Hiệu trưởng hằng tuần.
Thầy Lục Văn Đàm: sửa 9 bộ máy chiếu trước ngày 20/10/2026.
Công trình nhà đa năng chậm 4 tháng so với hợp đồng.
Trong tuần có 7 lượt học sinh đi muộn; hồ sơ 04 em chuyển trường đã xong.
Ông Hà Công Bính - Bí thư chi bộ thôn dự họp.
Chi tiền điện 10 tháng: lũy kế 86 triệu đồng.
Đồng chí Tạ Thu Cúc được giao trực tiếp vận động quỹ khuyến học.
"""


@pytest.fixture
async def school(db: Database) -> Book:
    book = Book(db)
    await book.keep(read_report(SCHOOL))
    return book


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ai giám sát bếp ăn bán trú hằng tuần", "Vũ Thị Nết"),
        ("ai phu trach sua may chieu truong Dinh Bo Linh", "Lục Văn Đàm"),
        ("cong trinh nao dang cham 4 thang", "nhà đa năng"),
        ("may luot hs di muon trong tuan", "7 lượt"),
        ("ho so 4 em chuyen truong xong chua", "04 em"),
        ("ông nào là bí thư chi bộ thôn", "Hà Công Bính"),
        ("Ai được giao lo quỹ khuyến học?", "Tạ Thu Cúc"),
        ("tien dien 10 thang nay la bao nhieu", "86 triệu"),
    ],
)
async def test_a_school_tells_it(school: Book, question: str, told: str) -> None:
    answer = await school.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


MEETING = """UBND XÃ ĐÔNG TRÀ
BIÊN BẢN HỌP GIAO BAN TUẦN 40
Thời gian: 8 giờ ngày 05/10/2026
Thành phần:
- Ông Hồ Viết Sang - Chủ tịch UBND xã, chủ trì
- Bà Lò Thị Mận - Trưởng thôn Bản Dốc
- Ông Mông Văn Tuấn - Trưởng ban Quản lý chợ

Diễn biến:
Bà Lò Thị Mận phát biểu: Thôn còn 14 hộ chưa có nước. Bể chứa bị nứt từ mùa khô.
- Ông Tuấn nêu vướng mắc: mái chợ dột, tiểu thương bỏ quầy.
- Chị Đèo Thị Vân (Phó Chủ tịch Hội Phụ nữ, dự): nên mở lớp xóa mù chữ buổi tối.
"""


@pytest.fixture
async def meeting(db: Database) -> Book:
    book = Book(db)
    await book.keep(read_report(MEETING))
    return book


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ba Man truong thon Ban Doc noi gi", "14 hộ chưa có nước"),
        ("ông Tuấn ban quản lý chợ nêu khó khăn gì", "mái chợ dột"),
        ("chị Đèo Thị Vân góp ý gì", "xóa mù chữ"),
    ],
)
async def test_what_somebody_said_is_quoted(meeting: Book, question: str, told: str) -> None:
    answer = await meeting.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer
