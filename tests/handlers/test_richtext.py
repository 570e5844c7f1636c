"""Texts with styled places: joined, cut for a platform, shortened; whatever the words are."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.richtext import (
    Measure,
    RichText,
    Style,
    Styled,
    bold,
    code,
    cut,
    italic,
    join,
    shorten,
    styled,
    utf16_units,
)

TELEGRAM, ZALO = (4096, len), (1900, utf16_units)

# What people write and paste: accents in one piece and apart, emoji of one and of many code points.
FAMILY, THUMB, FLAG, KEYCAP, WALES = (
    "👨\u200d👩\u200d👧",
    "👍🏽",
    "🇻🇳",
    "1\ufe0f\u20e3",
    "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
)
NFD = [unicodedata.normalize("NFD", word) for word in ("nghị", "quyết", "Đảng", "ủy", "ưỡn")]
WORDS = st.sampled_from(["Báo", "cáo", "xã", "65,5%", "ý", "🙂", FAMILY, THUMB, FLAG, KEYCAP, WALES, *NFD])
SPACES = st.sampled_from([" ", "\n", "\n\n", ". ", "; ", ", ", "", "  ", "\t"])
TEXTS = st.lists(st.tuples(WORDS, SPACES), max_size=120).map(lambda pairs: "".join(a + b for a, b in pairs))
ANYTHING = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300)
LIMITS = st.integers(min_value=24, max_value=80)  # the longest of the characters above measures 20
MEASURES = st.sampled_from([len, utf16_units])


@st.composite
def rich_texts(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> RichText:
    text = draw(texts)
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return RichText(text, tuple(Styled(a, b, draw(st.sampled_from(list(Style)))) for a, b in pairs))


def found_in_order(parts: tuple[RichText, ...], text: str) -> list[int] | None:
    """Find where each part stands in the text, None where more than white space stands between."""
    at, places = 0, []
    for part in parts:
        start = text.find(part.text, at)
        if start < 0 or text[at:start].strip():
            return None
        places.append(start)
        at = start + len(part.text)
    return None if text[at:].strip() else places


def styles_of(rich: RichText) -> list[tuple[str, Style]]:
    """List every character that is no white space with each of its styles."""
    marked = [(i, p.style) for p in rich.places for i in range(p.start, p.end)]
    return [(rich.text[i], style) for i, style in sorted(marked) if not rich.text[i].isspace()]


def clusters(text: str) -> list[str]:
    """Split into characters as people see them (enough of the Unicode rules for the words above)."""
    extending = r"[\u0300-\u036f\u20e3\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
    joined = rf"(?:\u200d.{extending}*)*"
    return re.findall(rf"[\U0001f1e6-\U0001f1ff]+|.{extending}*{joined}", text, re.DOTALL)


@given(rich_texts(), LIMITS, MEASURES)
def test_parts_fit_and_none_is_empty(rich: RichText, limit: int, measure: Measure) -> None:
    for part in cut(rich, limit, measure):
        assert part.text == part.text.strip() != ""
        assert measure(part.text) <= limit


@given(rich_texts(ANYTHING), st.integers(2, 40), MEASURES)
def test_whatever_is_cut_fits_and_is_all_there(rich: RichText, limit: int, measure: Measure) -> None:
    parts = cut(rich, limit, measure)

    assert all(0 < measure(part.text) <= limit for part in parts)
    assert found_in_order(parts, rich.text) is not None


@given(rich_texts(), LIMITS, MEASURES)
def test_only_white_space_at_the_cuts_is_left_out(rich: RichText, limit: int, measure: Measure) -> None:
    assert found_in_order(cut(rich, limit, measure), rich.text) is not None


@given(rich_texts(), LIMITS, MEASURES)
def test_styles_stay_on_the_same_characters(rich: RichText, limit: int, measure: Measure) -> None:
    parts = cut(rich, limit, measure)

    assert [pair for part in parts for pair in styles_of(part)] == styles_of(rich)
    for part in parts:
        assert all(0 <= p.start < p.end <= len(part.text) for p in part.places)


@given(rich_texts(), LIMITS, MEASURES)
def test_styled_words_are_the_same_in_utf16_units(rich: RichText, limit: int, measure: Measure) -> None:
    for part in cut(rich, limit, measure):
        units = part.text.encode("utf-16-le")
        for place in part.places:
            start, end = (utf16_units(part.text[:at]) for at in (place.start, place.end))
            assert units[2 * start : 2 * end].decode("utf-16-le") == part.text[place.start : place.end]


@given(TEXTS, LIMITS, MEASURES)
def test_no_character_as_people_see_it_is_split(text: str, limit: int, measure: Measure) -> None:
    runs_of_flags = max((measure(c) for c in clusters(text)), default=0)
    parts = cut(RichText(text), max(limit, runs_of_flags), measure)
    seen = [c for part in parts for c in clusters(part.text) if not c.isspace()]

    assert seen == [c for c in clusters(text) if not c.isspace()]


@pytest.mark.parametrize(("limit", "measure"), [TELEGRAM, ZALO])
def test_a_long_report_is_cut_for_each_platform(limit: int, measure: Measure) -> None:
    paragraph = "Hội nghị thống nhất các nhiệm vụ của quý IV. 🙂 " * 12
    rich = join([bold("Báo cáo"), *[paragraph] * 12], "\n\n")

    parts = cut(rich, limit, measure)

    assert len(parts) > 1
    assert all(limit // 2 < measure(part.text) <= limit for part in parts[:-1])
    assert parts[0].places == (Styled(0, 7, Style.BOLD),)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Đoạn một dài.\n\nĐoạn hai. Dòng hai\nhết", "Đoạn một dài."),
        ("Dòng một dài hơn\nDòng hai. Câu hai hết", "Dòng một dài hơn"),
        ("Câu một dài hơn. Câu hai cũng dài ra", "Câu một dài hơn."),
        ("mấy từ rồi mấy từ nữa không có dấu", "mấy từ rồi mấy từ nữa"),
        ("mộttừdàikhôngcóchỗnàođểcắtra", "mộttừdàikhôngcóchỗnàođể"),
    ],
)
def test_a_cut_stands_between_paragraphs_else_lines_else_sentences_else_words(text: str, first: str) -> None:
    assert cut(RichText(text), 23)[0].text == first


def test_a_character_longer_than_the_limit_is_cut_at_last() -> None:
    parts = cut(RichText("a" + "\u0301" * 20), 8)

    assert [len(part.text) for part in parts] == [8, 8, 5]


def test_an_accent_behind_a_space_keeps_its_space() -> None:
    assert [part.text for part in cut(RichText("mấy từ \u0301nữa"), 8)] == ["mấy từ \u0301", "nữa"]


def test_nothing_is_cut_into_no_parts() -> None:
    assert cut(RichText(" \n "), 10) == ()


@given(st.lists(rich_texts(), max_size=6), st.sampled_from(["", "\n", "\n\n"]))
def test_joined_texts_keep_their_styles(parts: list[RichText], separator: str) -> None:
    joined = join(parts, separator)

    assert joined.text == separator.join(part.text for part in parts if part)
    assert [pair for part in parts for pair in styles_of(part)] == styles_of(joined)


def test_texts_add_up() -> None:
    rich = bold("12.3") + " " + italic("rà soát") + code("x")

    assert rich.text == "12.3 rà soátx"
    assert [rich.text[p.start : p.end] for p in rich.places] == ["12.3", "rà soát", "x"]


def test_an_empty_text_has_no_style() -> None:
    assert styled("", Style.BOLD) == RichText()


@given(TEXTS | ANYTHING, st.integers(1, 60))
def test_shortened_words_are_the_beginning(text: str, most: int) -> None:
    whole, short = " ".join(text.split()), shorten(text, most)

    assert len(short) <= most
    assert short == whole or (short.endswith("…") and whole.startswith(short[:-1]))


@given(TEXTS, st.integers(24, 60))
def test_shortening_splits_no_character(text: str, most: int) -> None:
    whole, short = clusters(" ".join(text.split())), clusters(shorten(text, most))

    assert short == whole or short[:-1] == whole[: len(short) - 1]


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Đẩy nhanh tiến độ", 17, "Đẩy nhanh tiến độ"),
        ("Đẩy nhanh tiến độ", 16, "Đẩy nhanh tiến…"),
        ("Đẩy nhanh tiến độ", 15, "Đẩy nhanh tiến…"),
        ("Đẩy nhanh tiến độ", 14, "Đẩy nhanh…"),
        ("Đẩy nhanh, tiến độ", 12, "Đẩy nhanh…"),
        ("nhiều   chỗ\n\ntrống", 20, "nhiều chỗ trống"),
        ("mộttừdàikhôngcắtđược", 8, "mộttừdà…"),
        ("- - - -", 3, "…"),
    ],
)
def test_words_are_shortened_at_their_edges(text: str, most: int, short: str) -> None:
    assert shorten(text, most) == short
