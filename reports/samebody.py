"""Recognise the same body in other reports: its long form, its short form, the form of a letterhead."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from .folding import fold
from .lexicon import phrases
from .matching import Own, expanded, written
from .model import Report
from .syllables import spelt

_WORD = re.compile(r"[^\W_]+")
_LETTERHEAD = ("ủy ban nhân dân", "hội đồng nhân dân")
"""What stands alone on the line above the place in a letterhead: "ỦY BAN NHÂN DÂN", "PHƯỜNG AN KHÁNH"."""
_COMMITTEES = {
    "tỉnh ủy": "tỉnh",
    "thành ủy": "thành phố",
    "huyện ủy": "huyện",
    "quận ủy": "quận",
    "thị ủy": "thị xã",
}
MOST_WORDS = 30


@dataclass(frozen=True, slots=True)
class BodyKey:
    """What is compared of a body's name, and the same without accents; both are empty where none is known."""

    words: str = ""
    bare: str = ""

    @property
    def accented(self) -> bool:
        """Tell whether the name was written with accents."""
        return self.words != self.bare


def body_of(report: Report) -> BodyKey:
    """Reduce the body that a report is from to what is compared of it."""
    organisation = report.organisation
    if organisation is None:
        return BodyKey()
    return body_key(_line_above(report.source, organisation.start) + organisation.text)


def _line_above(source: str, start: int) -> str:
    """Give the first line of a letterhead whose second line is the place, "" where there is none."""
    if start <= 0:
        return ""
    *_, above, own = ["", *source[:start].split("\n")[-2:]]
    if own.strip():
        return ""
    left = re.split(r"\s{3,}|\t", above.strip())[0]
    head = fold(left)
    return f"{left} " if head in map(fold, _LETTERHEAD) else ""


@lru_cache(maxsize=4096)
def body_key(name: str) -> BodyKey:
    """Reduce a body's name.

    >>> body_key("UBND TP. Hà Nội") == body_key("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI")
    True
    """
    plain = unicodedata.normalize("NFC", name)
    accented = not plain.isascii()
    words = [spelt(word) for word in _WORD.findall(plain)][:MOST_WORDS]
    for _ in range(3):  # a short form may stand in a form: "BCH Đảng bộ xã", "Ủy ban MTTQ Việt Nam"
        words = expanded("bodyforms", words, accented=accented)
    return BodyKey(" ".join(words), fold(" ".join(words)))


@lru_cache(maxsize=4096)
def own_of(body: BodyKey) -> Own:
    """Tell what a body calls its own place: "xã", "Tân Mỹ"."""
    accented = body.accented
    for level, at in _levels(accented):
        before, found, place = f" {body.words} ".rpartition(f" {at} ")
        if found and (before or place):
            return Own(level, place.strip())
    return Own()


@cache
def _levels(accented: bool) -> tuple[tuple[str, str], ...]:
    """Give each level with the words that it stands in, those of a committee too."""
    levels = [(level, level) for level in phrases("levels")] + [
        (level, at) for at, level in _COMMITTEES.items()
    ]
    ordered = sorted(levels, key=lambda pair: -len(pair[1]))
    return tuple((written(a, accented=accented), written(b, accented=accented)) for a, b in ordered)
