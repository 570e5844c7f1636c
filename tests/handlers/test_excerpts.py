"""The place shown of a report that was found: the words marked, and what stands around them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import unstyled
from handlers.excerpts import LEAST_AROUND, SHOWN, excerpt
from handlers.richtext import RichText
from reports.folding import fold, words

SOURCE = (
    "Báo cáo của xã.\n"
    "Hạn chế: giải ngân vốn đầu tư công còn chậm; tỷ lệ hộ dùng nước sạch chưa đạt.\n"
    "Công an xã dùng nước suối. Nước sạch về ấp 3 trong quý IV.\n"
)
VOCABULARY = ["nước", "sạch", "hộ", "vốn", "giải", "ngân", "chậm", "ấp"]
SENTENCES = st.lists(st.sampled_from([*VOCABULARY, ".", "\n", ","]), min_size=1, max_size=150).map(" ".join)
QUERIES = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=4).map(lambda w: words(" ".join(w)))


def marked(rich: RichText) -> list[str]:
    return [rich.text[p.start : p.end] for p in rich.places]


@pytest.mark.parametrize(
    ("query", "shown", "elsewhere"),
    [
        (
            "nuoc sach",
            "Hạn chế: giải ngân vốn đầu tư công còn chậm; tỷ lệ hộ dùng «nước sạch» chưa đạt.",
            1,
        ),
        (
            "giai ngan cham",
            "Hạn chế: «giải ngân» vốn đầu tư công còn «chậm»; tỷ lệ hộ dùng nước sạch chưa đạt.",
            0,
        ),
        ("nuoc suoi", "Công an xã dùng «nước suối».", 0),
        ("ap 3", "Nước sạch về «ấp 3» trong quý IV.", 0),
        ("bao", "«Báo» cáo của xã.", 0),
    ],
)
def test_the_sentence_is_shown_with_the_words_marked(query: str, shown: str, elsewhere: int) -> None:
    rich, others = excerpt(SOURCE, words(query))

    assert unstyled(rich) == shown
    assert others == elsewhere


def test_words_in_the_order_asked_for_come_first() -> None:
    rich, others = excerpt("Sạch nước là một chuyện. Có nước sạch là chuyện khác.", ["nuoc", "sach"])

    assert unstyled(rich) == "Có «nước sạch» là chuyện khác."
    assert others == 0


def test_what_is_not_there_is_not_shown() -> None:
    assert excerpt(SOURCE, ["sân"]) == (RichText(), 0)
    assert excerpt(SOURCE, ["nuoc", "san"]) == (RichText(), 0)


def test_accents_written_apart_are_marked_with_their_word() -> None:
    rich, _ = excerpt(unicodedata.normalize("NFD", "Xã có hộ khá và nước."), ["kha"])

    assert unicodedata.normalize("NFC", unstyled(rich)) == "Xã có hộ «khá» và nước."


def test_a_long_sentence_is_shown_around_the_words() -> None:
    around = "việc này việc khác " * 40
    rich, _ = excerpt(f"{around}nước sạch {around}", ["nuoc", "sach"])

    assert unstyled(rich).startswith("…")
    assert unstyled(rich).endswith("…")
    assert marked(rich) == ["nước sạch"]
    assert len(rich.text) <= SHOWN + 20


def test_words_far_apart_are_each_shown_in_their_place() -> None:
    between = "việc này việc khác. " * 200
    rich, _ = excerpt(f"Nước về ấp. {between}Vốn đã đủ.", ["nuoc", "von"])

    assert marked(rich) == ["Nước", "Vốn"]
    assert " … " in rich.text
    assert len(rich.text) <= SHOWN + 40


@given(SENTENCES, QUERIES)
def test_exactly_the_searched_words_are_marked(source: str, query: list[str]) -> None:
    rich, others = excerpt(source, query)
    if not rich:
        assert not set(query) <= set(words(source))
        return
    inside = {fold(word) for mark in marked(rich) for word in mark.split()}
    unmarked = rich.text
    for place in reversed(rich.places):
        unmarked = unmarked[: place.start] + " " + unmarked[place.end :]

    assert inside == set(query)
    assert not set(words(unmarked)) & set(query)
    assert others >= 0


@given(SENTENCES, QUERIES)
def test_an_excerpt_is_short_and_out_of_the_source(source: str, query: list[str]) -> None:
    rich, _ = excerpt(source, query)
    spaced = " ".join(source.split())

    assert len(rich.text) <= SHOWN + (2 * LEAST_AROUND + 16) * len(query)
    assert all(" ".join(piece.split()) in spaced for piece in rich.text.split("…"))
