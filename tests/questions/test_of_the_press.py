"""Reports of the press: short forms of names, everyday words for names, people by their given names."""

import pytest

from tests.handlers.asking import Book

REPORT = """HĐND TP Sơn Hải chất vấn về nước sạch

Sáng 6/8/2026, HĐND TP Sơn Hải khai mạc kỳ họp thứ chín.
Phiên họp chiều cùng ngày bàn về cấp nước cho các phường ven biển.
Để chọn vấn đề, Thường trực HĐND TP Sơn Hải đã làm việc với 17 tổ trưởng tổ đại biểu.
Dự phiên chất vấn có ông Mạc Văn Khương, Bí thư Thành ủy; bà Tạ Thị Nhuần, Chủ tịch HĐND.
Do nước yếu vào giờ cao điểm, bà Nhuần yêu cầu các bên ký lại hợp đồng cấp nước trước 15/8.
Ông Lưu Đức Hoàn, Giám đốc Điện lực Sơn Hải, dự họp.
Theo ông Hoàn, 3 trạm bơm hay mất điện vì cây đổ, còn tổ máy phát thì cũ kỹ.
Chiều 11-8, Sở Xây dựng kiểm tra hồ Bàu Sen cùng các hội viên.
Phiên chất vấn được truyền hình trực tiếp trên Đài Sơn Hải.
Kỳ họp thứ chín, HĐND TP Sơn Hải diễn ra trong 3 ngày 6-8/8.
Trong năm tới, TP Sơn Hải sẽ đấu nối thêm 2.350 hộ ven biển.
Ngành giáo dục hưởng ứng bằng phong trào “Giọt nước nghĩa tình” của Sở GD&ĐT.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("thuong truc hoi dong nhan dan Son Hai lam viec voi may to truong", "17 tổ trưởng"),
        ("hdnd tp son hai lam viec voi bao nhieu to truong de chon van de", "17 tổ trưởng"),
    ],
)
async def test_a_body_is_named_by_its_short_form(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith("Không có trong")
    assert told in answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("phien chat van phat truc tiep tren kenh nao", "Đài Sơn Hải"),
        ("kỳ họp thứ chín của HĐND TP Sơn Hải kéo dài từ ngày nào tới ngày nào", "6-8/8"),
        ("phong trao cua so gd&dt ve giot nuoc ten la gi", "Giọt nước nghĩa tình"),
        ("nam 2027 tp son hai dau noi them bao nhieu ho", "2.350"),
        ("bà Nhuần dặn các bên ký lại gì", "hợp đồng cấp nước"),
    ],
)
async def test_how_it_is_asked_stands_in_no_sentence(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith("Không có trong")
    assert told in answer


@pytest.mark.parametrize(
    "question",
    [
        "phien hop ve rac thai phat tren kenh nao",
        "giám đốc sở giáo dục tên là gì",
    ],
)
async def test_what_nobody_told_is_not_there(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith("Không có")


@pytest.mark.parametrize(
    "question",
    [
        "ong Hoan giam doc noi may phat cu the nao",
        "ông Hoàn giám đốc kể máy phát làm sao",
        "ong Hoan giam doc dien luc ke chuyen mat dien the nao",
    ],
)
async def test_who_is_named_by_a_position_may_stand_without_it(own_book: Book, question: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith("Không có trong")
    assert "cũ kỹ" in answer


async def test_a_day_without_its_stroke_is_a_day_and_counts_nothing(own_book: Book) -> None:
    when = await own_book.says("sở xây dựng kiểm tra hồ Bàu Sen hôm nào")
    how_many = await own_book.says("bao nhiêu hội viên kiểm tra hồ Bàu Sen")

    assert "11-8" in when
    assert how_many.startswith("Không có trong")


async def test_a_unit_that_is_an_everyday_word_is_written_small(own_book: Book) -> None:
    answer = await own_book.says("ba Nhuan yeu cau cac ben lam gi")

    assert not answer.startswith("Không có trong")
    assert "ký lại hợp đồng" in answer
