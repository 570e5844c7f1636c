"""How much of a question sentences hold, and when they are of the time that was asked for."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.asking import text as texts
from handlers.asking.ranking import Term, in_head, ranked, weighed
from handlers.asking.text import Document, Text, document
from handlers.asking.timing import Time
from handlers.asking.tokens import tokens_of

WORDS = ["ho", "so", "nha", "o", "tiem", "chung", "hang", "rao", "binh", "hoa", "xyz", "23"]
SOURCE = """BÁO CÁO
Kết quả tháng 10:
Sở Xây dựng nhận 23 hồ sơ chuyển đổi nhà ở; thu hồi 14 giấy phép.
Năm 2027:
Trạm Y tế xã tiêm chủng cho 1.200 trẻ em.
Phòng Kinh tế mua sơn xây dựng hàng rào.
"""
DOCUMENT = document("Họp giao ban xã Bình Hòa", SOURCE)


def terms(question: str, *, name: bool = False) -> list[Term]:
    """Take every word of a question for one that is sought, each two beside each other for one word."""
    tokens = tokens_of(question)
    return [
        Term(token, joined=at + 1 < len(tokens), follows=at > 0, name=name) for at, token in enumerate(tokens)
    ]


def best(question: str, *, name: bool = False, doc: Document = DOCUMENT) -> tuple[float, str]:
    """Give how much the best sentence holds, and its first words."""
    found = ranked([doc], weighed([doc], terms(question, name=name)))
    return (round(found[0].score, 2), found[0].sentence.text[:13]) if found else (0.0, "")


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("ho so nha o", (1.0, "Sở Xây dựng n")),
        ("hồ sơ chuyển đổi", (1.0, "Sở Xây dựng n")),
        ("tiem chung tre em", (1.0, "Trạm Y tế xã ")),
        ("hố sơ chuyển đổi", (0.0, "")),  # typed with accents that no word here has
        ("tiem chung gia cam", (0.0, "")),  # a word that the report does not have
    ],
)
def test_a_sentence_holds_words_that_stand_side_by_side(question: str, held: tuple[float, str]) -> None:
    assert best(question) == held


def test_a_report_taken_apart_has_all_its_words_those_of_list_marks_too() -> None:
    source = "I. KẾT QUẢ\n1. Thu hồi 14 giấy phép; nộp TTHC.\na) Phòng T.Ư nhận 23,5 hồ sơ.\n(2) Hết"
    apart = document("Họp giao ban", source)

    assert apart.whole.written == Text(source).written
    assert apart.whole.words == Text(source).words >= {"i", "1", "a", "2", "trung", "23,5", "tthc", "tuc"}
    assert [text.written for _, text, _ in apart.sentences] == [
        Text(sentence.text).written for sentence, _, _ in apart.sentences
    ]


def test_spellings_are_kept_of_some_words_and_of_no_long_ones() -> None:
    long = "x" * 100
    for number in range(2 * texts.WORDS_KEPT):
        assert Text(f"số({number}) {long}").written == ("số", str(number), long)

    assert len(texts._SPELT) <= texts.WORDS_KEPT
    assert long not in texts._SPELT


def test_a_name_has_its_capital_and_is_held_whole_or_not_at_all() -> None:
    assert best("so xay dung", name=True) == (1.0, "Sở Xây dựng n")
    assert best("son xay dung", name=True)[0] == 0.0


@pytest.mark.parametrize("name", ["Đoàn xã", "Ủy ban xã", "Ấp đội", "Sở Xây dựng"])
def test_a_name_may_begin_with_any_capital(name: str) -> None:
    source = f"Giao {name} tiêm chủng cho trẻ em trong tháng 10."
    apart = unicodedata.normalize("NFD", source)

    assert [best(name, name=True, doc=document("Họp", text))[0] for text in (source, apart)] == [1.0, 1.0]


def test_a_body_may_be_written_small_and_is_no_end_of_another_word() -> None:
    text = Text("Các cơ sở xây dựng và hội nông dân họp; xóm Hỏi nông nhàn")

    assert text.begins_small(tuple(tokens_of("hội nông dân")))
    assert text.begins_small(tuple(tokens_of("hoi nong dan")))
    assert not text.begins_small(tuple(tokens_of("hỏi nông dân")))
    assert not text.begins_small(tuple(tokens_of("sở xây dựng")))


def test_a_short_form_has_its_words_though_others_are_spelt_alike() -> None:
    front, gang = tokens_of("trận băng")
    text = Text("Vụ trấn lột đã rõ; MTTQ tỉnh họp bàn về bằng lái")

    assert text.has(front)
    assert not text.has(gang)


def test_letters_of_a_short_form_are_those_with_which_words_begin() -> None:
    assert best("tytx")[0] == 1.0


def test_words_of_the_head_name_the_report() -> None:
    named = in_head(DOCUMENT, terms("binh hoa tiem chung"))

    assert named == [True, True, False, False]


@given(st.lists(st.sampled_from(WORDS), min_size=1))
def test_what_is_held_is_a_part_of_one(words: list[str]) -> None:
    told = weighed([DOCUMENT], terms(" ".join(words)))

    assert all(0 < one.own <= one.score <= 1.0001 for one in ranked([DOCUMENT], told))


@pytest.mark.parametrize(
    ("parts", "sentence", "heading", "has"),
    [
        (("thang 10",), "nhan 23 ho so", "ket qua thang 10", True),
        (("thang 11",), "nhan 23 ho so", "ket qua thang 10", False),
        (("thang 11",), "nhan 23 ho so", "", True),  # its report is of that month
        (("thang 11",), "thang 9 nhan 23 ho so", "", False),
        (("quy ii",), "mua lu cuoi thang 5", "", True),  # a month of the quarter
    ],
)
def test_a_sentence_is_of_the_time_that_it_or_its_heading_names(
    parts: tuple[str, ...], sentence: str, heading: str, *, has: bool
) -> None:
    time = Time("2026", parts, frozenset({1}), frozenset({1}))

    assert time.has(1, sentence, heading) is has


def test_a_year_in_the_heading_goes_before_that_of_the_report() -> None:
    time = Time("2026", (), frozenset({1}), frozenset())

    assert time.has(1, "thu ngan sach 61 ty", "ket qua")
    assert not time.has(1, "thu ngan sach 61 ty", "nam 2027")
    assert not time.has(2, "thu ngan sach 61 ty", "ket qua")
    assert time.has(2, "nam 2026 thu 61 ty", "")


def test_what_stands_below_a_heading_holds_its_words_and_the_next_heading_does_not() -> None:
    doc = document("", "Trạm bơm Gò Mít:\nĐã bàn giao 100% mặt bằng Gò Mít.\nNghĩa trang Gò Mít\nChưa làm.\n")

    found = {one.sentence.text: one.under for one in ranked([doc], weighed([doc], terms("trạm bơm gò mít")))}

    below, beside = found["Đã bàn giao 100% mặt bằng Gò Mít."], found["Nghĩa trang Gò Mít"]
    assert below is not None
    assert below.text == "Trạm bơm Gò Mít:"
    assert beside is None
