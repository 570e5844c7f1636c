"""The sentences of a chat without buttons and files."""

import re
from string import Formatter

import pytest

from handlers.plain import FEW, PLAIN
from handlers.texts import TEXTS, Sentences

OFFERED = re.compile(r"[Bb]ấm |[Gg]ửi tệp|[Pp]ress ")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


ROWS = [
    pytest.param(words, key, id=f"{name} {key}")
    for name, words in (("plain", PLAIN), ("few", FEW))
    for key in words
]


@pytest.mark.parametrize(("words", "key"), ROWS)
def test_each_takes_the_place_of_a_sentence_with_no_other_values(words: Sentences, key: str) -> None:
    for plain, usual in zip(words[key], TEXTS[key], strict=True):
        assert placeholders(plain) <= placeholders(usual)
        assert plain != usual


def test_nobody_is_told_to_press_or_to_send_a_file() -> None:
    told = {key for key, (vi, en) in (TEXTS | PLAIN).items() if OFFERED.search(vi + en)}

    assert told <= {
        "error.attachment",
        "file.old_word",  # a link may lead to such a file, and then its sentence is about that
    }
