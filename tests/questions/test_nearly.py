"""Sentences that tell what was asked, though some words of the question stand nowhere."""

import pytest

from tests.handlers.asking import Book

REPORT = """UBND PHƯỜNG LONG HƯNG
Kết luận giao ban tháng 9 năm 2026

Ngày 28/9/2026, UBND phường Long Hưng họp giao ban dưới sự chủ trì của ông Phan Văn Tấn.
Bùn nạo vét kênh Rạch Sen hiện đổ tạm ở bãi số 2, bãi chỉ chứa được đến tháng 12/2026.
Ban Chỉ đạo 138 phường Long Hưng giao ban an ninh định kỳ ở các tổ dân phố, khu dân cư.
Kéo dài phố Lê Lai: từ số nhà 90 đến tiếp giáp đường Hồng Hà. Chiều dài 400 m, rộng 7 m.
"""
NOT_THERE = "Không có trong các báo cáo đã lưu"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("kéo dài phố Lê Lai thêm mấy mét", "Chiều dài 400 m"),
        ("keo dai pho le lai may met", "Chiều dài 400 m"),
        ("bùn nạo vét kênh Rạch Sen đổ được tới bao giờ", "đến tháng 12/2026"),
    ],
)
async def test_the_sentence_that_tells_what_was_asked_answers(
    own_book: Book, question: str, told: str
) -> None:
    answer = await own_book.says(question)

    assert not answer.startswith(NOT_THERE)
    assert told in answer


@pytest.mark.parametrize(
    "question",
    [
        "ai dọn bùn nạo vét kênh Rạch Sen",
        "kéo dài phố Lê Lai bao nhiêu tiền",
        "vì sao kéo dài phố Lê Lai",
        "phường Long Hưng có bao nhiêu tổ dân phố",
        "kéo dài phố Lê Lai bao giờ xong",
        "bùn nạo vét kênh Rạch Đào đổ được tới bao giờ",
    ],
)
async def test_a_sentence_that_does_not_tell_it_is_only_near(own_book: Book, question: str) -> None:
    assert (await own_book.says(question)).startswith(NOT_THERE)
