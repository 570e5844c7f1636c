"""Long texts are cut as a client cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_telegram import split_like_a_client
from tests.fake_telegram.entities import utf16_length

PARTS: list[tuple[str, list[str]]] = [
    ("ngắn", ["ngắn"]),
    ("  hai đầu \n", ["hai đầu"]),
    ("aaa\n\nbbb\n\ncc\nd", ["aaa\n\nbbb", "cc\nd"]),  # the last blank line after the middle
    ("aaaaaa\nbb\ncccc", ["aaaaaa\nbb", "cccc"]),  # no blank line: a newline
    ("aaaaaa. bbbbbb", ["aaaaaa.", "bbbbbb"]),  # no line: the end of a sentence
    ("aaaaaa bbbbbb", ["aaaaaa", "bbbbbb"]),  # no sentence: a space
    ("aaaaaaaaaaaaaa", ["aaaaaaaaaa", "aaaa"]),  # nothing: at the limit
    ("a\n\naaaaaaaaaaaa", ["a\n\naaaaaaa", "aaaaa"]),  # what lies before the middle does not count
    ("🏛🏛🏛🏛🏛🏛", ["🏛🏛🏛🏛🏛", "🏛"]),  # two units each
    ("a🏛🏛🏛🏛🏛🏛", ["a🏛🏛🏛🏛", "🏛🏛"]),  # a pair is not torn
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_a_text_is_cut_at_the_best_place(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in split_like_a_client(text, limit=10)] == parts


@given(st.text(st.sampled_from("a. \n🏛ệ"), max_size=400))
def test_parts_fit_and_lose_nothing_but_white_space(text: str) -> None:
    parts = [text[start:end] for start, end in split_like_a_client(text, limit=20)]

    assert all(utf16_length(part) <= 20 for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
