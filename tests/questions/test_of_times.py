"""Sentences that compare with another month, and that tell of the months so far."""

import pytest

from reports import read_report
from tests.handlers.asking import Book

REPORT = """CÔNG AN XÃ LŨNG VÀI
Kết quả công tác tháng 10 và nhiệm vụ tháng 11 năm 2026

Ngày 04/11/2026, Công an xã Lũng Vài họp giao ban tháng. Ông Nông Văn Cắm, Trưởng Công an xã, chủ trì.
Xảy ra 09 vụ trộm vặt, giảm 03 vụ so với tháng 9; tìm được chủ của 07 chiếc xe.
Tổn thất nước tháng 10 là 14,2%, lũy kế 15,6%, cao hơn kế hoạch 0,6 điểm phần trăm.
Tháng 9 phạt 18 lượt đò ngang chở quá số người.
Lịch cắt điện tuyến Lũng Cú từ 6 giờ đến 16 giờ ngày 29/11/2026, ảnh hưởng hai bản Pác Có, Khuổi Luông.
Phí gửi xe máy ở chợ tăng từ 2.000 đồng lên 3.000 đồng/lượt từ ngày 01/01/2027.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("tháng 10 tìm được chủ của mấy chiếc xe, còn mấy vụ trộm vặt", "07 chiếc xe"),
        ("tổn thất nước 10 tháng có cao hơn kế hoạch không", "15,6%"),
        ("phạt mấy lượt đò ngang tháng 9", "18 lượt"),
        ("ngày 29/11 cắt điện tuyến Lũng Cú ảnh hưởng những bản nào", "Pác Có"),
        ("Từ năm sau phí gửi xe ở chợ xã Lũng Vài lên mức nào?", "3.000 đồng"),
    ],
)
async def test_a_sentence_is_told_of_its_own_time(own_book: Book, question: str, told: str) -> None:
    assert told in await own_book.says(question)


@pytest.mark.parametrize(
    "question",
    [
        "tháng 8 tìm được chủ của mấy chiếc xe trộm vặt",
        "ngày 30/11 cắt điện tuyến Lũng Cú ảnh hưởng những bản nào",
    ],
)
async def test_what_is_told_of_one_time_answers_for_no_other(own_book: Book, question: str) -> None:
    answer = await own_book.says(question)

    assert answer.startswith("Không có trong các báo cáo đã lưu")


PLAN = """ỦY BAN NHÂN DÂN XÃ LŨNG VÀI
Kết luận họp ngày 20/02/2024

1. Công an xã kiểm tra bến đò, xong trước ngày 12/3/2024.
2. Phòng Kinh tế nạo vét mương, xong trước ngày 25/4/2024.
3. Trạm Y tế khám cho người già, xong trước ngày 30/5/2024.
"""


async def test_a_time_from_which_another_goes_is_of_its_year(own_book: Book) -> None:
    await own_book.keep(read_report(PLAN))

    answer = await own_book.says("việc nào có hạn từ tháng 3 đến hết tháng 4/2024")

    assert "bến đò" in answer
    assert "nạo vét mương" in answer
    assert "khám cho người già" not in answer
