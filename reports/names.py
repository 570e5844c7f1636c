"""Names of people (họ tên) by their shape: a family name, then one to four words in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .folding import fold
from .lexicon import UPPER, phrases, vocabulary
from .rules import compile_pattern
from .text import Text

_WORD = rf"[{UPPER}][^\W\d_]*(?:['’][^\W\d_]+)?"
_RUN = re.compile(rf"[{UPPER}](?<!\w.)[^\W\d_]*(?:['’][^\W\d_]+)?(?:[ ]{_WORD})+")  # found by its capital

# These only look like a person's name.
_NO_NAME = r"{places}"
_WORDS = re.compile(r"\S+")
LONGEST_NAME = 5


@lru_cache(maxsize=2)
def _surnames(bare: bool) -> frozenset[str]:
    return vocabulary("surnames", bare=bare) if bare else frozenset(p.lower() for p in phrases("surnames"))


def is_surname(word: str, text: Text) -> bool:
    """Tell whether a word is a known family name; single letters ("Y", "A") are too common to tell."""
    if len(word) == 1:
        return False
    if word[1:2] == "'" and word[0] in "HKY":  # H'Lan, K'Brê
        return True
    return (fold(word) if text.bare else word.lower()) in _surnames(text.bare)


def is_place(text: Text, start: int, end: int) -> bool:
    """Tell whether the words of a place in the text are just the name of a province or the like."""
    return text.low[start:end] in vocabulary("places", bare=text.bare)


def find_names(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find what looks like a person's name in a place."""
    for run in _RUN.finditer(text.plain, start, end):
        yield from _names_in_run(text, run.start(), run.end())


def _names_in_run(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Take the name out of a run of capitals, at its end ("UBND huyện Gò Sậy Tạ Hữu Mễ")."""
    if not any(is_surname(word, text) for word in text.plain[start:end].split(" ")[:-1]):
        return
    words = [match.span() for match in _WORDS.finditer(text.plain, start, end)]
    if _goes_on_in_lower_letters(text, words[-1][0], end):
        words.pop()
        end = words[-1][1]
    first = 1 if len(words) < 3 and _behind_a_joint(text, start) else 0
    begins = [
        number
        for number in range(max(first, len(words) - LONGEST_NAME), len(words) - 1)
        if is_surname(text.plain[slice(*words[number])], text)
        and not compile_pattern(_NO_NAME, bare=text.bare).match(text.low, words[number][0], end)
    ]
    if begins:
        yield words[_best(begins, len(words))][0], end


_BEGUN = r"(?:{positions}|{fields}|{groups}|chức_(?:vụ|danh))\b"


def _goes_on_in_lower_letters(text: Text, start: int, end: int) -> bool:
    """Tell whether the last capital begins another phrase: "Đoàn Thanh niên", "Vũ Văn Nam Chủ tịch xã"."""
    if text.low[end : end + 1] != " ":
        return False
    begun = compile_pattern(_BEGUN, bare=text.bare).match(text.low, start)
    return begun is not None and begun.end() > end


_JOINT = re.compile(r"(?:[^\W\d_]+ )?([^\W\d_]+)\.? $")
_LIKELY = {3: 0, 4: 1, 2: 2, 5: 3}


def _behind_a_joint(text: Text, start: int) -> bool:
    """Tell whether a run goes on with the name of a place ("xã Hồ Rạch")."""
    before = _JOINT.search(text.low, max(0, start - 20), start)
    if not before:
        return False
    return before[1] in ("ủy", "uy") or before[1] in vocabulary("joints", bare=text.bare)


def _best(begins: list[int], length: int) -> int:
    """Choose where a name begins: at the run's start, else where it gets the likeliest length."""
    if begins[0] == 0 and length <= LONGEST_NAME - 1:
        return 0
    return min(begins, key=lambda begin: _LIKELY.get(length - begin, 9))


_AT_MOST_FIVE = re.compile(rf"{_WORD}(?:[ ]{_WORD}){{0,4}}")


def name_at(text: Text, start: int, end: int) -> int | None:
    """Read a name that begins right at `start`, after "đồng chí" or "ông"; any capitals will do there."""
    run = _AT_MOST_FIVE.match(text.plain, start, end)
    if not run:
        return None
    last = text.plain.rfind(" ", start, run.end()) + 1
    return last - 1 if last > start and _goes_on_in_lower_letters(text, last, run.end()) else run.end()
