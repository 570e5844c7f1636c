"""Words of chats that look like others: "dau xe", "may sieu am", "cuối cùng", "nhờ anh"."""

import pytest

from reports import read_report
from tests.handlers.asking import Book

REPORT = """ỦY BAN NHÂN DÂN PHƯỜNG TRÚC SƠN
THÔNG BÁO
Kết luận giao ban tháng 9 năm 2026

Ngày 30/9/2026, bà Mã Thị Đoan, Chủ tịch UBND phường, chủ trì giao ban.
Dự họp có 12 tổ trưởng tổ dân phố và 09 trưởng đoàn thể.
Công an phường phạt 41 trường hợp đậu xe sai quy định, thu 33 triệu đồng.
Bà Lù Thị Sen, Trạm trưởng Trạm Y tế, kiến nghị cấp thêm một máy siêu âm.
Vụ hè thu năng suất 58 tạ/ha. Khoa Nhi được duyệt kê thêm 10 giường.
Hồ Suối Lạnh tưới được 140 ha lúa. Lượt khám tháng 9 là 2.410 lượt, tăng 6% so với tháng 8 (2.274 lượt).
Kết nạp 7 đảng viên, vượt kế hoạch. Công suất giường bệnh của Trạm Y tế đạt 88%. Toàn phường có 1.930 hộ.

Nhiệm vụ:
1. Phòng Kinh tế rà soát 14 hộ kinh doanh ở chợ, xong trước ngày 20/12/2026.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("phat dau xe sai quy dinh may vu", "41 trường hợp"),
        ("ai xin may sieu am", "Lù Thị Sen"),
        ("vụ hè thu vừa rồi năng suất mấy tạ", "58 tạ/ha"),
        ("khoa nhi cuoi cung duoc duyet ke them may giuong", "10 giường"),
        ("hồ Suối Lạnh tưới được bao nhiêu héc ta", "140 ha"),
        ("giao ban truc son co may to truong du", "12 tổ trưởng"),
        ("lượt khám tháng 9 so tháng 8 ra sao", "2.274"),
        ("Nhờ anh cho biết Phòng Kinh tế được giao những việc gì ạ?", "14 hộ kinh doanh"),
    ],
)
async def test_they_are_told_apart(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


async def test_what_is_enough_is_not_who_attends(own_book: Book) -> None:
    assert "dự họp" not in await own_book.says("ho suoi lanh tuoi bao nhieu ha cho du lua")
    assert "dự họp" in await own_book.says("giao ban truc son nhung ai du")


async def test_what_it_is_needed_for_is_not_sought(own_book: Book) -> None:
    answer = await own_book.says("Khoa Nhi kê thêm bao nhiêu giường để đủ giường")

    assert not answer.startswith(NOT_THERE)
    assert "10 giường" in answer


async def test_a_year_begins_with_no_words_of_a_topic(own_book: Book) -> None:
    answer = await own_book.says("tu dau nam 2026 phat dau xe sai quy dinh may vu")

    assert "41 trường hợp" in answer
    assert "“tu”" not in answer


async def test_the_last_meeting_is_still_the_newest(own_book: Book) -> None:
    assert "30/09/2026" in await own_book.says("cuộc họp vừa rồi ai chủ trì")


@pytest.mark.parametrize(
    "question", ["phường hiện có bao nhiêu đảng viên", "tram y te co bao nhieu giuong benh"]
)
async def test_what_was_added_or_a_share_of_it_is_not_all_there_is(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)


@pytest.mark.parametrize(
    ("question", "told"),
    [("toàn phường có bao nhiêu hộ", "1.930"), ("có bao nhiêu đảng viên được kết nạp", "7 đảng viên")],
)
async def test_what_there_is_is_counted(own_book: Book, question: str, told: str) -> None:
    assert told in await own_book.says(question)


OF_A_STORM = """UBND HUYỆN MƯỜNG KHOI: HỌP RÚT KINH NGHIỆM SAU CƠN LỐC NGÀY 3/9

Ngày 8/9/2026, ông Hà Công Lực, Chủ tịch UBND huyện, chủ trì cuộc họp.
Toàn huyện có 3 người chết, 8 người bị thương.
Ở xã Bản Ngà, trạm phát sóng hết dầu nên dân không nhận được tin báo lốc.
Bà Vi Thị Thoa, Phó Chủ tịch UBND huyện, thay mặt huyện xin lỗi các hộ bị trả tiền chậm.
Ông Lò Văn Khánh cho biết chưa điều chỉnh giá gạo cứu trợ; Trường Tiểu học Bản Ngà có 96 em đi học lại.
Phòng Văn hóa thay 14 cụm loa hỏng, xong trước ngày 30/9/2026.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cơn lốc ngày 3/9 Mường Khoi làm chết bao nhiêu người", "3 người chết"),
        ("vì seo dân bản ngà ko bít tin báo lốc", "trạm phát sóng hết dầu"),
        ("PCT huyện nào đứng ra xin lỗi các hộ", "Vi Thị Thoa"),
        ("mường khoi có tăng giá gạo cứu trợ ko", "chưa điều chỉnh giá gạo"),
        ("trg Tiểu học Bản Ngà có bn em đi học lại", "96 em"),
        ("muong khoi giao ai thay loa phat thanh hong", "Phòng Văn hóa"),
        ("phong van hoa muong khoi phai lam gi thoi gian toi", "14 cụm loa"),
    ],
)
async def test_words_of_chats_are_those_of_reports(own_book: Book, question: str, told: str) -> None:
    await own_book.keep(read_report(OF_A_STORM))

    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer
