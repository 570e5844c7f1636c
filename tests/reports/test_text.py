"""The door: what is cleaned, and the way back to the source; lines, sentences, clauses."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import sentence_at, sentences_of
from reports.layout import clauses, inline_items, lines, sentences
from reports.text import clean

CLEANED = [
    ("Thu\u00a0ngân\u2003sách   đạt", "Thu ngân sách đạt"),
    ("dòng một\r\ndòng hai", "dòng một\ndòng hai"),
    ("ch\u00adỉ tiê\u200bu", "chỉ tiêu"),
    ("Hội_nghị sơ_kết", "Hội nghị sơ kết"),
    (unicodedata.normalize("NFD", "Thị ủy họp"), "Thị ủy họp"),
    ("Số: 05/TB-UBND\tĐộc lập", "Số: 05/TB-UBND\nĐộc lập"),
    ("-\tRà soát hồ sơ", "- Rà soát hồ sơ"),
    ("Giao Phòng Nội vụ,\nPhòng Tài chính rà soát.", "Giao Phòng Nội vụ, Phòng Tài chính rà soát."),
    ("2. Tồn tại\nNhà thầu chậm.", "2. Tồn tại\nNhà thầu chậm."),
    ("Hội nghị họp tại\nnhà văn hóa.", "Hội nghị họp tại nhà văn hóa."),
    (
        "Hội nghị thống nhất\nnội dung trên.\nKết thúc họp.\nBế mạc.",
        "Hội nghị thống nhất nội dung trên.\nKết thúc họp.\nBế mạc.",
    ),
]


@pytest.mark.parametrize(("source", "expected"), CLEANED)
def test_a_text_is_cleaned_at_the_door(source: str, expected: str) -> None:
    assert clean(source).clean == expected


@pytest.mark.parametrize("source", [source for source, _ in CLEANED])
def test_a_cleaned_text_leads_back_to_its_source(source: str) -> None:
    text = clean(source)
    span = text.span(0, len(text.clean))

    assert span.text == source[span.start : span.end]
    assert clean(span.text).clean.strip() == text.clean.strip()


def test_old_and_new_tone_marks_read_the_same() -> None:
    assert clean("Uỷ ban, HOÀ, quý, thuý").low == "ủy ban, hòa, quý, thúy"


SENTENCES = [
    ("Thu đạt 3.000 ha. Chi đạt 2,5 tỷ.", ["Thu đạt 3.000 ha.", "Chi đạt 2,5 tỷ."]),
    ("Đoàn về TP. Gò Sậy. Đoàn họp.", ["Đoàn về TP. Gò Sậy.", "Đoàn họp."]),
    ("Th.S Lê A dự. PGS.TS Trần B nói.", ["Th.S Lê A dự.", "PGS.TS Trần B nói."]),
    ("Kết quả quý I. Nhiệm vụ quý II. Hết.", ["Kết quả quý I.", "Nhiệm vụ quý II.", "Hết."]),
    ("Còn tồn đọng nhiều... Các đơn vị rà soát.", ["Còn tồn đọng nhiều...", "Các đơn vị rà soát."]),
    ("Hỗ trợ tiền điện, học phí… thì đủ. Xong.", ["Hỗ trợ tiền điện, học phí… thì đủ.", "Xong."]),
    ("Đạt 31% kế hoạch.Do đó phải rà soát.", ["Đạt 31% kế hoạch.", "Do đó phải rà soát."]),
    ("Các UV.BCH dự họp. Hết.", ["Các UV.BCH dự họp.", "Hết."]),
    ("1. Giao Sở Nội vụ. Giao Sở Y tế.", ["Giao Sở Nội vụ.", "Giao Sở Y tế."]),
    ("thu dat 81%. chi dat 70%", ["thu dat 81%.", "chi dat 70%"]),
]


@pytest.mark.parametrize(("source", "expected"), SENTENCES)
def test_a_text_is_cut_into_sentences(source: str, expected: list[str]) -> None:
    text = clean(source)

    assert [text.clean[s.start : s.end] for s in sentences(text)] == expected


LEVELS = [
    ("A. KẾT QUẢ", 1),
    ("B- NHIỆM VỤ", 1),
    ("I. KẾT QUẢ", 2),
    ("II- Phát triển kinh tế", 2),
    ("1. Về kinh tế", 3),
    ("1/ rà soát", 3),
    ("1- Tuyên truyền", 3),
    ("1.2. Thu ngân sách", 4),
    ("a) Giao Phòng Nội vụ", 5),
    ("đ) Giao Phòng Y tế", 5),
    ("(1) Rà soát", 5),
    ("- Ưu điểm", 6),
    ("+ Hạn chế", 6),
    ("• Rà soát", 6),
    ("👉 Dự hội nghị có", 6),
    ("2024 là năm bứt phá", 0),
    ("3.000 hộ thoát nghèo", 0),
    ("Ấp 1. Kết quả", 0),
    ("V/v rà soát", 0),
    ("A. Bình phát biểu", 0),
    ("12- 15 hộ thoát nghèo", 0),
]


@pytest.mark.parametrize(("source", "level"), LEVELS)
def test_a_line_tells_its_level(source: str, level: int) -> None:
    [line] = lines(clean(source))

    assert line.level == level


@pytest.mark.parametrize(
    ("source", "levels"),
    [
        ("- Hạn chế:\n+ Thu chậm.\n+ Chi vượt.\n- Nguyên nhân", [6, 7, 7, 6]),
        ("* Hạn chế:\n- Thu chậm.\n* Nguyên nhân", [6, 7, 6]),
        ("1. Kinh tế\n+ Thu ngân sách\n2. Xã hội\n- Giảm nghèo\n+ Việc làm", [3, 6, 3, 6, 7]),
    ],
)
def test_signs_lie_as_deep_as_the_list_first_uses_them(source: str, levels: list[int]) -> None:
    assert [line.level for line in lines(clean(source))] == levels


ITEMS = [
    ("tập trung: (1) Thu; (2) Chi", ["Thu;", "Chi"]),
    ("Một là, rà soát. Hai là, báo cáo.", ["rà soát.", "báo cáo."]),
    ("Thứ nhất, rà soát; thứ hai, báo cáo", ["rà soát;", "báo cáo"]),
    ("hội nghị lần thứ hai, khóa X", []),
    ("chi 500 triệu (50%)", []),
]


@pytest.mark.parametrize(("source", "expected"), ITEMS)
def test_an_enumeration_inside_a_sentence_is_cut_into_items(source: str, expected: list[str]) -> None:
    text = clean(source)
    _, items = inline_items(text, 0, len(text.clean))

    assert [text.clean[a:b].strip() for a, b in items] == expected


def test_semicolons_inside_brackets_cut_no_clause() -> None:
    text = clean("thu đạt (xã A; xã B); chi đạt")

    assert [text.clean[a:b] for a, b in clauses(text, 0, len(text.clean))] == [
        "thu đạt (xã A; xã B)",
        "chi đạt",
    ]


def test_the_sentence_around_a_place_is_given_whole() -> None:
    source = "Xã họp.  Thu đạt 3.000 ha, vượt\r\nkế hoạch. Hết."
    start = source.index("3.000")

    assert sentence_at(source, start, start + 5).text == "Thu đạt 3.000 ha, vượt\r\nkế hoạch."


def test_a_place_over_two_sentences_gives_both() -> None:
    source = "Xã họp. Thu đạt. Hết."

    assert sentence_at(source, 4, 12).text == "Xã họp. Thu đạt."


def test_no_text_has_no_sentence_and_is_no_error() -> None:
    assert sentence_at("", 0, 0).text == ""


@given(st.text(alphabet='aĐệ. ;,:\n\r\t-1I)(\u00a0\u200b\u0301…"', max_size=120))
def test_the_sentences_cover_every_visible_sign(source: str) -> None:
    text = clean(source)
    covered: set[int] = set()
    for line in lines(text):
        covered.update(range(line.start, line.body))
    for sentence in sentences(text):
        covered.update(range(sentence.start, sentence.end))

    assert all(position in covered for position, sign in enumerate(text.clean) if not sign.isspace())


@given(st.text(max_size=120), st.integers(0, 130), st.integers(0, 130))
def test_a_sentence_is_the_text_at_its_place(source: str, start: int, end: int) -> None:
    span = sentence_at(source, start, end)

    assert source[span.start : span.end] == span.text


def test_a_source_is_cut_into_its_sentences() -> None:
    source = "Xã họp. Thu đạt.\n- Chi bộ 3 đạt"

    assert [sentence.text for sentence in sentences_of(source)] == ["Xã họp.", "Thu đạt.", "Chi bộ 3 đạt"]
    assert all(source[s.start : s.end] == s.text for s in sentences_of(source))
