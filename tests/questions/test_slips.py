"""Words with the slips that many make, and short forms of chats: "tuyễn" for "tuyển", "thg", "y/c"."""

import pytest

from tests.handlers.asking import Book

REPORT = """ỦY BAN NHÂN DÂN XÃ SƠN KIỀU
THÔNG BÁO
Kết luận giao ban tháng 9 năm 2026

Ngày 30/9/2026, ông Đàm Quang Sự, Chủ tịch UBND xã, chủ trì giao ban.
Ông Đàm Quang Sự yêu cầu các thôn đổi mới cách tuyên truyền.
9 tháng xã thu ngân sách 12,4 tỷ đồng. Xã dự kiến mở 5 lớp dạy nghề trong năm 2026.
Nhà máy gạch Đồi Chè có công suất 20 triệu viên mỗi năm.

Nhiệm vụ:
1. Ban CHQS xã khám tuyển nghĩa vụ quân sự, xong trước ngày 20/12/2026.
2. Phòng Kinh tế sửa chữa mương Cây Gạo, xong trước ngày 15/11/2026.
3. Phòng Kinh tế đưa 31 người đi học nuôi ong trước ngày 25/11/2026.
4. Phòng Văn hóa - Xã hội rà soát hồ sơ lập quy hoạch chung xã.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("khám tuyễn nghĩa vụ quân sự hạn ngày nào", "20/12/2026"),
        ("sữa chữa mương cây gạo bao giờ xong", "15/11/2026"),
        ("xã dự kién mở mấy lớp dạy nghề trong năm 2026", "5 lớp"),
    ],
)
async def test_slips_of_the_tone_are_understood(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert told in answer
    assert "không thấy chữ" not in answer
    assert "dự họp" not in answer


async def test_another_word_is_no_slip(own_book: Book) -> None:
    assert (await own_book.says("mương cây gáo phòng nào sửa")).startswith(NOT_THERE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("9 thg đầu năm xã thu ngân sách dc bn", "12,4 tỷ"),
        ("nmay gạch Đồi Chè công xuất bn", "20 triệu viên"),
        ("ông Sự y/c các thôn đổi mới cái gì", "đổi mới cách tuyên truyền"),
        ("giao ai rà soát hồ sơ lập QH chung xã", "Phòng Văn hóa - Xã hội"),
    ],
)
async def test_short_forms_are_understood(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


async def test_a_short_form_of_two_meanings_is_what_stands_beside_it(own_book: Book) -> None:
    assert "quá hạn" in await own_book.says("nhg việc nào qh rồi")


async def test_no_word_is_mended_into_one_that_ends_with_how_much(own_book: Book) -> None:
    answer = await own_book.says("xa dua bao nhieu nguoi di hoc nuoi ong")

    assert not answer.startswith(NOT_THERE)
    assert "31 người" in answer
