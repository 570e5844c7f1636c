"""Questions for two things at once, for what is most, and for what is foreseen."""

import pytest

from tests.handlers.asking import Book

REPORT = """UBND XÃ CẨM TÚ
Sơ kết 9 tháng năm 2026

Ngày 05/10/2026, UBND xã Cẩm Tú sơ kết 9 tháng. Bà Lò Thị Ngân chủ trì.
Xảy ra 04 vụ ngộ độc thực phẩm; 31 người phải vào viện, không có người chết.
Hội đua thuyền Cẩm Tú thu hút 6.200 lượt khách; kinh phí 640 triệu đồng, trong đó vận động 410 triệu đồng.
Tỷ lệ bao phủ bảo hiểm y tế đạt 91,2%. Thấp nhất là bản Nà Hiêng (80,4%).
Hộ nợ tiền nước lớn nhất là Hợp tác xã Mai Lâm, nợ 38 triệu đồng.
Hồ sơ công nhận làng nghề làm giấy dó chậm 03 tháng. Lý do là chưa có phim tư liệu.
Kéo dài đường Nà Hiêng: từ chợ đến cầu treo. Chiều dài 450 m.
Các chi bộ siết chặt kỷ luật, kỷ cương.
Đoàn kiểm tra có 02 nam, 05 nữ.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ngo doc thuc pham may vu, may nguoi vao vien", ["04 vụ", "31 người"]),
        ("Hội đua thuyền hết bao nhiêu tiền, vận động được bao nhiêu?", ["640 triệu", "410 triệu"]),
        ("ho so lang nghe giay do cham may thang va vi sao", ["03 tháng", "chưa có phim tư liệu"]),
        ("ai nợ tiền nước nhiều nhất", ["Hợp tác xã Mai Lâm"]),
        ("bản nào bao phủ bhyt thấp nhất", ["bản Nà Hiêng (80,4%)"]),
        ("keo dai duong na hieng may met", ["450 m"]),
    ],
)
async def test_what_a_sentence_or_the_next_tells_answers(
    own_book: Book, question: str, told: list[str]
) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith("Không có trong")
    assert [words for words in told if words not in answer] == []


@pytest.mark.parametrize(
    "question",
    ["ky luat bao nhieu chi bo", "bản nào bao phủ bhyt cao nhất", "ai nợ tiền nước ít nhất"],
)
async def test_what_is_not_told_is_refused(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith("Không có trong các báo cáo đã lưu")


async def test_a_target_stands_with_its_sentence(own_book: Book) -> None:
    answer = await own_book.says("ty le bao phu bhyt")

    assert "→ Tỷ lệ bao phủ bảo hiểm y tế đạt 91,2%." not in answer  # it says no more
    assert "→ Hội đua thuyền Cẩm Tú thu hút 6.200 lượt khách" in await own_book.says(
        "hoi dua thuyen thu hut bao nhieu khach"
    )


async def test_who_somebody_is_needs_a_name(own_book: Book) -> None:
    assert (await own_book.says("trưởng đoàn kiểm tra tên gì")).startswith(
        "Không có trong các báo cáo đã lưu"
    )
