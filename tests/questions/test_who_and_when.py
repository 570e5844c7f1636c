"""Who does it and by when: the task that tells it stands before one, or a sentence, that only names it."""

import pytest

from reports import read_report
from tests.handlers.asking import Book

REPORT = """BAN QUẢN LÝ DỰ ÁN THỊ XÃ MỘC LÂM
BIÊN BẢN HỌP TIẾN ĐỘ QUÝ III/2026

Ngày họp: 06/10/2026. Chủ trì: ông Trịnh Bá Khang - Giám đốc Ban.

1. Ý kiến
Đại diện tư vấn giám sát lưu ý mố M4 cầu Bản Nà có vết nứt nhỏ, cần kiểm định.
Anh Lò Văn Páo nhận làm chuyên đề văn hóa đọc, trình bày tại kỳ họp ngày 02/11/2026.

2. Phân công
Việc	Chủ trì	Phối hợp	Hạn
Kiểm định mố M4 cầu Bản Nà	Phòng Giám sát	Tư vấn Đông Hà	20/10/2026
Lập hồ sơ hoàn công	Phòng Kỹ thuật		30/11/2026
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("vet nut o mo cau ban na giao ai kiem dinh, han", "Phòng Giám sát"),
        ("vết nứt ở mố cầu Bản Nà ai kiểm định", "Hạn: 20/10/2026"),
    ],
)
async def test_it_is_told_who_does_it_and_by_when(own_book: Book, question: str, told: str) -> None:
    assert told in await own_book.says(question)


async def test_what_is_presented_is_asked_for_by_its_day(own_book: Book) -> None:
    await own_book.says("ai làm chuyên đề văn hóa đọc")

    assert "02/11/2026" in await own_book.says("trình bày hôm nào")


NEWER = """ỦY BAN NHÂN DÂN XÃ MỘC HẠ
Kết luận họp giao ban tháng 10/2026

Ngày 16/10/2026, bà Hà Thị Dìn, Chủ tịch UBND xã, chủ trì họp giao ban.
"""


async def test_the_last_meeting_of_somebody_is_not_the_last_of_all(own_book: Book) -> None:
    await own_book.keep(read_report(NEWER))

    answer = await own_book.says("cuộc họp gần đây nhất ông Trịnh Bá Khang chủ trì là hôm nào")

    assert not answer.startswith("Không có")
    assert "06/10/2026" in answer
    assert "16/10/2026" in await own_book.says("cuộc họp gần đây nhất ai chủ trì")


SIGNED = """VĂN PHÒNG UBND XÃ MỘC THƯỢNG
THÔNG BÁO
Kết luận họp ngày 12/10/2026 về bảo vệ rừng

Ngày 12/10/2026, ông Đèo Văn Sinh, Chủ tịch UBND xã Mộc Thượng, chủ trì họp về bảo vệ rừng.
Giao Công an xã tuần tra rừng trước ngày 30/11/2026.

Nơi nhận:
- Các thôn;
- Lưu: VT.

TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG

Quàng Thị Ín
"""


@pytest.mark.parametrize(
    "question", ["ai ký thông báo của xã Mộc Thượng", "thông báo về bảo vệ rừng của xã Mộc Thượng do ai ký"]
)
async def test_who_signed_is_not_who_spoke(own_book: Book, question: str) -> None:
    await own_book.keep(read_report(SIGNED))

    answer = await own_book.says(question)

    assert not answer.startswith("Không có")
    assert "Quàng Thị Ín" in answer
    assert "Đèo Văn Sinh" not in answer
