"""What was answered stands beside what was asked for."""

import pytest

from handlers.asking.replies import exchanges
from reports import sentences_of
from tests.handlers.asking import Book

REPORT = """CÔNG TY TNHH MTV CHÈ HƯƠNG NGÀN
BIÊN BẢN ĐỐI THOẠI VỚI NGƯỜI LAO ĐỘNG

Ngày 14/9/2026, tại nhà ăn Công ty, ông Lê Hữu Tạo, Giám đốc chủ trì đối thoại với 86 người lao động.
Chị Nông Thị Bưởi, tổ sao chè: đề nghị lắp thêm quạt hút ở xưởng sấy. Giám đốc đồng ý, xong trước 30/10/2026.
Anh Giàng A Vừ, tổ xe: xin nâng tiền ăn ca lên 35 nghìn đồng. Giám đốc chưa chấp thuận vì giá chè đang xuống.
Chị Hoàng Thị Ngát hỏi: bao giờ công ty trả nốt tiền thưởng Tết?
Kế toán trưởng Đinh Văn Khoan trả lời: tiền thưởng trả vào kỳ lương tháng 10.
Anh Sùng A Páo: kiến nghị sửa nhà tắm khu tập thể. Tổ cơ khí đang sửa máy vò số 3.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("chị Bưởi xin lắp gì, giám đốc hẹn bao giờ", ("quạt hút", "30/10/2026")),
        ("anh Vừ xin nâng tiền ăn ca, giám đốc có chịu không", ("35 nghìn", "chưa chấp thuận")),
        (
            "ông Đinh Văn Khoan trả lời gì về tiền thưởng Tết",
            ("trả nốt tiền thưởng Tết?", "kỳ lương tháng 10"),
        ),
    ],
)
async def test_a_reply_is_told_with_what_it_answers(
    own_book: Book, question: str, told: tuple[str, ...]
) -> None:
    answer = await own_book.says(question)

    assert all(part in answer for part in told)


def test_what_follows_and_answers_nothing_is_a_sentence_of_its_own() -> None:
    *_, asked, followed = exchanges(REPORT, sentences_of(REPORT))

    assert asked.text.endswith("khu tập thể.")
    assert followed.text.startswith("Tổ cơ khí")
