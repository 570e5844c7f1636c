"""Who exactly, of what exactly: deputies, halves of words, lines that tell nothing new, items of others."""

import pytest

from tests.handlers.asking import Book

REPORT = """CÔNG TY TNHH DỆT HÒA PHÁT
Biên bản họp giao ban tháng 10 năm 2026

Chiều 05/11/2026, ông Tạ Quang Lợi - Giám đốc Nhà máy chủ trì giao ban.
Khách mời: ông Lim Dong Hyun - Phó Tổng Giám đốc Công ty; bà Hồ Thị Mai - Kế toán trưởng.
Phòng Chất lượng trả trễ hẹn 11 hồ sơ kiểm định. Tỷ lệ phế phẩm tháng 10 là 3,2%, cao hơn kế hoạch (3%).
Toàn công ty hiện có 812 đoàn viên.
Phòng Bảo vệ phát hiện 04 đối tượng trộm cắp có liên quan ma túy.
Kho số 3 (2.400 m2, tổng mức 18 tỷ đồng): đã xong phần móng. Cầu cảng Lạch Sung: đã đóng 60/82 cọc.
Tổ Cơ điện bảo dưỡng máy nén trước ngày 15/10/2026.
Giao Đội Xe thay lốp cho 06 xe tải trước ngày 25/11/2026.
Siết việc cấp thẻ ra vào theo Nghị định 49 và thu hồi thẻ giả.
Sản lượng vải xưởng T3 đạt 340 tấn, bằng 97% kế hoạch.
Tháng 9 có 27 người xin thôi việc.
Hai tổ công đoàn Xưởng Nhuộm và Xưởng Sợi sinh hoạt thưa; chỉ 7 người nộp phí.
Chị Cù Thị Nga (Trưởng ban Nữ công): đề nghị lắp thêm quạt ở xưởng may.
Phòng Kế hoạch: tổ chức Ngày hội tay nghề tại Sân vận động Gò Sỏi từ ngày 02 đến 04/12/2026.
Cuộc họp giao ban kế tiếp: 8 giờ ngày 03/12/2026 tại Nhà khách Bến Tân.

NGƯỜI GHI BIÊN BẢN
Đoàn Văn Sáu
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("phong chat luong de tre hen bao nhieu ho so", "11 hồ sơ"),
        ("tỷ lệ phế phẩm tháng 10 mấy phần trăm, đã đạt kế hoạch chưa", "3,2%"),
        ("Tổ Cơ điện có việc nào trễ hạn không, tính tới hôm nay", "bảo dưỡng máy nén"),
        ("Ở tất cả các đơn vị, việc nào có hạn ngày 25/11/2026?", "thay lốp"),
        ("phế phẩm tháng 10 của dệt HP bao nhiêu", "3,2%"),
        ("chi nga ban nu cong kien nghi gi", "lắp thêm quạt"),
        ("ngay hoi tay nghe to chuc o dau, ngay nao", "Sân vận động Gò Sỏi"),
        ("Đội Xe phải làm việc gì?", "thay lốp"),
        ("san luong vai xuong T3 bao nhieu", "340 tấn"),
        ("hop giao ban ke tiep o dau, luc nao", "Nhà khách Bến Tân"),
    ],
)
async def test_what_is_asked_is_told(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question",
    [
        "Tổng giám đốc công ty dệt Hòa Phát là ai?",
        "ai là Tổng giám đốc",
        "ông Đoàn Văn Sáu phải làm gì",
        "tổng mức đầu tư cầu cảng Lạch Sung bao nhiêu",
        "có mấy người cai nghiện ma túy",
        "da thu hoi duoc bao nhieu the gia",
        "tổ công đoàn xưởng Nhuộm có bao nhiêu đoàn viên",
    ],
)
async def test_what_is_told_of_others_answers_nothing(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)
