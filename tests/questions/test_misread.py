"""Words that were taken for others: capitals, syllables of the text, ends of names, what was said before."""

import pytest

from handlers.asking.tokens import tokens_of
from tests.handlers.asking import Book

REPORT = """BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG KHU VỰC SÔNG THAO
BÁO CÁO KIỂM ĐIỂM TIẾN ĐỘ
(Phục vụ cuộc họp ngày 14/10/2026)

Lũ ngày 2/10 cuốn trôi một xà lan; 02 người chết, 11 người bị thương, còn 38 hộ ấp Gò chưa thể về nhà.
Bà H'Mai bị kẻ gian gọi điện, mất 75 triệu đồng.
Vỡ ống trên đường Lê Lợi làm mất nước 640 hộ trong một ngày.
Sổ tay an toàn điện tử: 9/12 đội thi công đã dùng; còn đội Cầu, đội Kè chưa triển khai.
Chị Tâm đề nghị thuê 9 máy phát điện. Ông Lực bảo thuê 4 máy là đủ.

Tồn tại:
- Biển báo công trường còn thiếu.
- Nhật ký thi công ghi chưa đủ.
Nguyên nhân:
- Cán bộ giám sát mỏng.

Nhiệm vụ:
1. Phòng Kỹ thuật đắp bờ bao ấp Gò trước ngày 10/10/2026.
2. Phòng Vật tư di chuyển 21 ngôi mộ khỏi tuyến, xong trước ngày 25/10/2026.
3. Ban diễn tập chữa cháy tại kho mìn ngày 21/10/2026.
Cuộc họp kiểm điểm tiếp theo tổ chức vào ngày 04/11/2026.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("lu cuon xa lan lam chet may nguoi", "02 người chết"),
        ("con bao nhieu ho ap go chua ve nha duoc", "38 hộ"),
        ("bà H'Mai mất bao nhiêu tiền", "75 triệu"),
        ("đường Lê Lợi bao nhiêu hộ mất nước", "640 hộ"),
        ("doi nao chua lam so tay an toan dien tu", "đội Kè"),
        ("chốt thuê mấy máy phát điện", "thuê 4 máy"),
        ("viec nao cua ban song thao da qua han ma chua xong", "đắp bờ bao"),
        ("hop kiem diem lan sau cua ban song thao khi nao", "04/11/2026"),
        ("họp lần sau khi nào", "04/11/2026"),
        ("báo cáo mới nhất trong kho họp ngày nào", "14/10/2026"),
        ("mai ban co viec gi", "diễn tập chữa cháy"),
        ("Nguyên nhân hạn chế của ban Sông Thao là gì?", "giám sát mỏng"),
        ("việc gì làm chưa tốt", "Biển báo"),
        ("bao nhieu mo phai di chuyen >> han phai chuyen xong", "25/10/2026"),
        ("bao nhieu ngoi mo phai di chuyen >> phai chuyen xong truoc ngay nao", "25/10/2026"),
    ],
)
async def test_a_word_is_read_as_it_was_meant(own_book: Book, question: str, told: str) -> None:
    answer = ""
    for one in question.split(" >> "):
        answer = await own_book.says(one)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize("question", ["lễ hội mời ca sĩ nào biểu diễn", "bà H'Nga mất bao nhiêu tiền"])
async def test_what_nothing_tells_is_not_there(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)


def test_a_code_stays_one_thing() -> None:
    tokens = tokens_of("gói XL-02 ngày 30/6")

    assert [(token.word, token.form) for token in tokens] == [
        ("goi", None),
        ("xl", "xl-02"),
        ("02", ""),
        ("ngay", None),
        ("30/6", None),
    ]
