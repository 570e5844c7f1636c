"""What has the words of a question, and does not say what was asked, is told for no answer."""

import pytest

from reports import read_report
from tests.handlers.asking import Book

REPORT = """BAN QUẢN LÝ KHU BẢO TỒN SUỐI NGÀ
Kết quả công tác 6 tháng đầu năm, phương hướng 6 tháng cuối năm 2026

Ngày 02/7/2026, Giám đốc Quách Văn Nhơn chủ trì hội nghị sơ kết.
Thành phần: đại diện Công an huyện, Trung tá Phan Hữu Đức; đại diện các xã vùng đệm.
Đội tuần rừng quản lý 31 km đường ranh với 14 cột mốc từ mốc 21 đến mốc 34; tuần tra 26 lượt. \
Phát hiện mốc 28 bị sạt chân do mưa lũ.
| 6 | Công suất chuồng cứu hộ | % | 90 | 88 | 92 | Vượt |
Bà Vi Thị Hoàn - Chủ tịch Công đoàn Công ty May Bình Sa trao quà. Lớp đan lát không có ai đăng ký học.
Đã mua 04 máy bẫy ảnh. Đường điện về trạm đã đóng.
Giúp dân vùng đệm làm ăn: 5/4 mô hình, vượt kế hoạch. Gồm: nuôi ong, trồng tre, làm du lịch tại nhà.
Kết nạp đảng viên mới đạt 80% chỉ tiêu cả nhiệm kỳ.

Nhiệm vụ
1. Phòng Kỹ thuật trình duyệt 02 phương án đầu tư nhà cứu hộ chim nước trước ngày 30/9/2026.

Ý kiến đại biểu
- Trung tá Phan Hữu Đức: đề nghị lắp đèn tín hiệu ở cổng vào rừng.
- Bác sĩ Lường Thị Hoa - Trạm quân dân y báo cáo khám cho 215 lượt người. Bà Hoa đề nghị cấp thêm 400 màn.
- Ông Hà Văn Lượng, Trưởng thôn Nà Pha, phản ánh bảng báo lũ ở cầu treo Nà Pha hỏng đã lâu mà chưa ai sửa.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cột mốc nào bị sạt", "mốc 28"),
        ("dân vùng đệm làm ăn có những mô hình nào", "nuôi ong, trồng tre"),
        ("Trung tá Đức bên công an kiến nghị gì?", "lắp đèn tín hiệu"),
        ("chị Hoa bên quân dân y xin thêm gì", "400 màn"),
        ("ai lam chu tich cong doan may binh sa", "Vi Thị Hoàn, Chủ tịch"),
    ],
)
async def test_what_is_asked_is_told(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question",
    [
        "khu bảo tồn hiện có bao nhiêu chuồng cứu hộ",
        "phương án đầu tư nhà cứu hộ chim nước bao nhiêu tiền",
        "khu bảo tồn mua bao nhiêu máy bẫy điện",
    ],
)
async def test_another_number_is_no_answer(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)


@pytest.mark.parametrize(
    "question", ["giao ai sua bang bao lu o cau treo Na Pha", "ai sửa bảng báo lũ cầu treo Nà Pha"]
)
async def test_who_wants_it_done_is_not_who_does_it(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)


async def test_who_wants_it_done_is_told_of_who_wants_it(own_book: Book) -> None:
    assert "Hà Văn Lượng" in await own_book.says("ai phản ánh bảng báo lũ ở cầu treo Nà Pha")


async def test_what_it_was_bought_of_is_not_there(own_book: Book) -> None:
    assert (await own_book.says("may bay anh mua cua hang nao")).startswith("Không có ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("lop nao khong co ai dang ky hoc", "đan lát"),
        ("ket nap dang vien moi da du chi tieu nhiem ky chua", "80%"),
    ],
)
async def test_no_attendee_is_asked_for(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert told in answer
    assert "dự họp" not in answer


SESSION = """HỘI ĐỒNG NHÂN DÂN XÃ NÀ PHA
Nà Pha, ngày 17 tháng 7 năm 2026
BIÊN BẢN
Kỳ họp thứ Ba, Hội đồng nhân dân xã Nà Pha khóa II, nhiệm kỳ 2026 - 2031

Thời gian: ngày 16 tháng 7 năm 2026.
Chủ tọa: bà Lò Thị Pâng, Chủ tịch HĐND xã.
"""


async def test_another_session_is_no_answer(own_book: Book) -> None:
    await own_book.keep(read_report(SESSION))

    assert (await own_book.says("hdnd na pha ky hop thu hai hop ngay nao")).startswith(NOT_THERE)
    assert "16/07/2026" in await own_book.says("hdnd na pha ky hop thu ba hop ngay nao")
