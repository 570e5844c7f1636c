"""What stands below a heading, or behind it in its row: why it is late, what it lacks, how far it is."""

import pytest

from tests.handlers.asking import Book

REPORT = """UBND HUYỆN SÔNG LÔ
GIAO BAN CÔNG TRÌNH THÁNG 9 NĂM 2026
(Ngày họp: 22/9/2026; chủ trì: ông Tạ Quang Minh, Phó Chủ tịch UBND huyện)

Kiểm điểm từng công trình:

1) Cầu treo Bản Mít
- Tổng mức đầu tư: 14,5 tỷ đồng; dài 92 m.
- Khối lượng thực hiện: 57%; chậm 6 tuần so với tiến độ.
- Nguyên nhân: mố phía đông gặp đá liền khối, cáp chủ phải đặt lại.
- Đơn vị thi công: Công ty TNHH Thành Lợi.

2) Trường Tiểu học Lê Thánh Tông (sửa 12 phòng học)
- Tổng mức đầu tư: 6,1 tỷ đồng.
- Khối lượng: 100%, đã nghiệm thu ngày 11/9/2026.
- Tồn tại: mái hiên dột hai chỗ, cửa sổ tầng 2 chưa khớp khuôn.
- Đơn vị thi công: Công ty CP Hải Đăng.

3) Đường Trần Phú - bến Ngự
- Tổng mức đầu tư: 9,8 tỷ đồng.
- Đơn vị thi công: Liên danh Nam Bắc.

BẢNG THEO DÕI VIỆC ĐÃ GIAO
TT\tNội dung\tĐơn vị\tThời hạn\tKết quả
1\tLắp trạm biến áp thôn Đồi Cọ (gói thầu DL-07)\tĐiện lực Sông Lô\t15/9/2026\tMới xong móng, đạt 35%
2\tSơn lại trụ sở xã Bình Ca (gói thầu DL-08)\tUBND xã Bình Ca\t20/9/2026\tHoàn thành ngày 12/9/2026
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cau treo ban mit cham vi sao", "đá liền khối"),
        ("Vì sao cầu treo Bản Mít chậm?", "đá liền khối"),
        ("trường Lê Thánh Tông nghiệm thu rồi còn lỗi gì không", "mái hiên dột"),
        ("goi thau DL-07 lam den dau roi", "đạt 35%"),
        ("gói thầu DL-08 làm tới đâu rồi", "Hoàn thành ngày 12/9/2026"),
        ("cau treo ban mit lam den dau roi", "57%"),
        ("ai thi công trường Lê Thánh Tông", "Hải Đăng"),
        ("ai thi cong truong Le Thanh Tong", "Hải Đăng"),
    ],
)
async def test_the_lines_below_a_heading_answer(own_book: Book, question: str, told: str) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question",
    [
        "vì sao đường Trần Phú bến Ngự chậm",
        "đường Trần Phú còn lỗi gì không",
        "vi sao cau treo ban mit doi ten",
        "gói thầu DL-09 làm đến đâu rồi",
    ],
)
async def test_what_the_lines_do_not_say_is_not_answered(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)
