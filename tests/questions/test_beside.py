"""What the text says beside items that hold less of a question."""

import pytest

from reports import read_report
from tests.handlers.asking import Book

REPORT = """UBND XÃ NÀ LỐC
Kết luận giao ban tháng 9 năm 2026

Ngày 28/9/2026, UBND xã Nà Lốc họp giao ban dưới sự chủ trì của ông Phan Văn Tấn.
Ông Lò Văn Pha nêu chợ Nà Sản hay mất xe, muốn xin camera cho chợ từ năm ngoái.
Thành lập mới 01 tổ hợp tác do phụ nữ quản lý là Tổ hợp tác Mây tre Nà Sản với 23 thành viên.
Tảo hôn còn ở bản Nà Lò và bản Púng.
Hội Phụ nữ xã tổ chức 05 buổi tuyên truyền phòng, chống tảo hôn ở các bản trước ngày 30/10/2026.
Giao Công an xã khảo sát, lắp camera ở bến xe trước ngày 30/11/2026.
"""


@pytest.mark.parametrize(
    ("question", "found", "beside"),
    [
        ("phụ nữ lập tổ hợp tác nào, bao nhiêu thành viên", "01 tổ hợp tác", "với 23 thành viên"),
        ("tao hon o ban nao", "05 buổi tuyên truyền", "Nà Lò và bản Púng"),
    ],
)
async def test_a_sentence_that_holds_more_stands_beside_the_items(
    own_book: Book, question: str, found: str, beside: str
) -> None:
    answer = await own_book.says(question)

    assert found in answer.partition("Văn bản còn có câu:")[0]
    assert beside in answer


@pytest.mark.parametrize(
    "question",
    ["ai lắp camera ở bến xe", "việc của công an xã", "ai chủ trì giao ban", "giao ban tháng 9 mấy giờ"],
)
async def test_nothing_stands_beside_items_that_hold_all_of_a_question(own_book: Book, question: str) -> None:
    assert "Văn bản còn có câu" not in await own_book.says(question)


async def test_no_sentence_of_another_body_stands_beside(own_book: Book) -> None:
    await own_book.keep(read_report(REPORT.replace("NÀ LỐC", "PA LINH").replace("Nà Lốc", "Pa Linh")))

    answer = await own_book.says("ai xin lắp camera của xã Pa Linh")

    assert "Pa Linh" in answer or "PA LINH" in answer
    assert "Nà Lốc" not in answer


async def test_who_somebody_is_stands_with_the_sentence_that_tells_of_which_unit(own_book: Book) -> None:
    await own_book.keep(
        read_report(
            "CÔNG TY THỦY LỢI SÔNG TRÀ\nKết luận giao ban tháng 9 năm 2026\n\n"
            "Ngày 26/9/2026, Công ty Thủy lợi Sông Trà họp giao ban dưới sự chủ trì của ông Lê Văn Sáu.\n"
            "Xí nghiệp Hạ Bình (bà Nghiêm Thị Hòa, Giám đốc): nạo vét 6,8 km kênh N8 trước ngày 31/12/2026."
        )
    )

    answer = await own_book.says("bà Nghiêm Thị Hòa là ai")

    assert "Nghiêm Thị Hòa, Giám đốc\n→ Xí nghiệp Hạ Bình (bà Nghiêm Thị Hòa, Giám đốc)" in answer
