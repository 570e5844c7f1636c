"""Words of which people type but the first letter of one syllable, and documents called by their numbers."""

from __future__ import annotations

import pytest

from tests.handlers.asking import Book


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ("nvụ của công an xã tân mỹ", "nhiệm vụ của công an xã tân mỹ"),
        ("hche của thị ủy hòa thuận quý III/2026", "hạn chế của thị ủy hòa thuận quý III/2026"),
        ("gngan vốn đtu công thị ủy hòa thuận", "giải ngân vốn đầu tư công thị ủy hòa thuận"),
        ("tphan dự hnghị thị ủy năm 2025", "thành phần dự hội nghị thị ủy năm 2025"),
        ("đu tân hòa đông họp ở đâu", "đảng ủy tân hòa đông họp ở đâu"),
    ],
)
async def test_a_word_clipped_to_its_first_letter_is_the_whole(book: Book, question: str, same: str) -> None:
    told = (await book.says(same)).splitlines()

    assert not told[0].startswith("Không có")
    assert (await book.says(question)).splitlines()[1:] == told[1:]


async def test_typed_without_accents_another_word_is_no_party_committee(book: Book) -> None:
    assert "Đảng ủy" not in (await book.says("ai du hop giao ban tan my")).splitlines()[0]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("thông báo số 42/TB-UBND giao những việc gì", ("Nhiệm vụ · báo cáo 2", "5 việc")),
        ("thong bao 42/tb-ubnd ai chu tri", ("Lê Hoàng Nhân",)),
        ("42/TB-UBND", ("Báo cáo 2",)),
        ("thông báo 43/TB-UBND giao việc gì", ("Không có trong các báo cáo đã lưu",)),
    ],
)
async def test_a_document_is_called_by_its_number(book: Book, question: str, words: tuple[str, ...]) -> None:
    answer = await book.says(question)

    assert [word for word in words if word not in answer] == []
