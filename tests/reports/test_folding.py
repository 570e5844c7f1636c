"""Words without accents, and the way back to the source."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.folding import fingerprint, fold, fold_with_offsets, words

TEXTS = st.text(max_size=80) | st.text(
    alphabet="ăâđêôơưĂĐƯ ạẩễộựỳ\u0301\u0323aA1,.%/-\u00ad\u200b", max_size=80
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đẩy nhanh tiến độ", "day nhanh tien do"),
        ("ĐẢNG ỦY – UỶ BAN", "dang uy – uy ban"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "nghi quyet"),
        ("ð, Ð", "d, d"),  # eth stands for đ in converted texts
        ("m² ½", "m2 1⁄2"),
        ("ﬁ", "fi"),
        ("mã\u200bhóa, tự\u00adđộng", "mahoa, tudong"),
        ("PLAIN ascii", "plain ascii"),
        ("", ""),
    ],
)
def test_text_is_folded_to_bare_small_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(TEXTS)
def test_offsets_lead_back_to_the_characters_they_come_from(text: str) -> None:
    folded, offsets = fold_with_offsets(text)

    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)
    assert all(letter in fold(text[at]) for letter, at in zip(folded, offsets, strict=False))


@given(TEXTS)
def test_a_text_pasted_again_with_other_spaces_and_signs_is_the_same(text: str) -> None:
    assert fingerprint(f" {text}\r\n. ") == fingerprint(text)
    assert fingerprint(text.replace(" ", "\n")) == fingerprint(text)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Thu ngân sách: 65,5%", ["thu", "ngan", "sach", "65,5"]),
        ("tháng 05/2017", ["thang", "05/2017"]),
        ("Số 05-TB/ĐU", ["so", "05", "tb", "du"]),
        ("1.234.567 đồng.", ["1.234.567", "dong"]),
        ("snake_case", ["snake", "case"]),
        (" – ", []),
    ],
)
def test_words_keep_figures_whole(text: str, split: list[str]) -> None:
    assert words(text) == split


@given(TEXTS)
def test_words_are_folded_and_hold_no_white_space(text: str) -> None:
    for word in words(text):
        assert word == fold(word)
        assert word.split() == [word]
