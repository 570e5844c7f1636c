"""Cutting, composing and styling, counted as Zalo counts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.parts import LIMIT, composed, parts_of
from bot.zalo.messages import Payload, text_styles
from bot.zalo.updates import without_mention
from handlers.richtext import RichText, Style, Styled, bold, code, join, utf16_units


def test_places_are_counted_in_utf16_units() -> None:
    rich = join([RichText("📌 việc"), bold("Gấp"), code("1.2"), bold(" ")], " ")

    assert text_styles(rich) == [{"start": 8, "len": 3, "st": ["b"]}]


def test_decomposed_accents_are_composed_and_the_places_go_along() -> None:
    decomposed = unicodedata.normalize("NFD", "Ủy ban nhân dân")
    rich = RichText("ê: ") + bold(decomposed) + " xã"

    whole = composed(rich)

    assert whole.text == "ê: Ủy ban nhân dân xã"
    [place] = whole.places
    assert whole.text[place.start : place.end] == "Ủy ban nhân dân"


def test_a_short_text_is_one_message_without_a_number() -> None:
    assert parts_of(RichText("Đã lưu.")) == [RichText("Đã lưu.")]
    assert parts_of(RichText(" ")) == []


@given(st.lists(st.text(alphabet="aế📌\u0301 .\n", max_size=400), max_size=20))
def test_every_part_fits_and_says_which_it_is(words: list[str]) -> None:
    parts = parts_of(join(map(bold, words), "\n"))

    assert all(0 < utf16_units(part.text) <= LIMIT for part in parts)
    if len(parts) > 1:
        assert [part.text.rpartition("\n")[2] for part in parts] == [
            f"({n}/{len(parts)})" for n in range(1, len(parts) + 1)
        ]
    for part in parts:
        for style in text_styles(part):
            assert 0 <= int(str(style["start"])) < utf16_units(part.text)


def test_a_payload_comes_back_from_the_outbox_as_it_went_in() -> None:
    payload = Payload(RichText("Gấp", (Styled(0, 3, Style.BOLD),)), push=True)

    assert Payload.load(payload.dump()) == payload


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("@Bot Xã Mẫu /latest", "/latest"),
        ("@bot xã mẫu, việc quá hạn", "việc quá hạn"),
        (unicodedata.normalize("NFD", "@Bot Xã Mẫu việc"), "việc"),
        ("việc @Bot Xã Mẫu", "việc"),
        ("@Bot Xã Mẫu2 việc", "@Bot Xã Mẫu2 việc"),
        ("@bot.Mau việc", "việc"),
        ("việc của Bot Xã Mẫu", "việc của Bot Xã Mẫu"),
    ],
)
def test_only_the_bots_own_name_is_taken_out(said: str, left: str) -> None:
    said = without_mention(said, ["Bot Xã Mẫu", "bot.Mau"])

    assert unicodedata.normalize("NFC", said) == left
