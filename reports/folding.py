"""Compare Vietnamese text without accents: folded letters, with the way back to the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_STROKED = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})  # eth stands for đ in converted texts
_MARK_CLASSES = ("Mn", "Me", "Cf")  # combining marks, and what has no width (zero-width space, soft hyphen)
_WORD = re.compile(r"[^\W_]+(?:[.,/-](?=\d)[^\W_]+)*")


MOST_KEPT = 4096


class _Folded(dict[int, str]):
    """Every character as it is folded, by its code point; kept as they come."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()
        """Characters that fold to none or to several."""

    def __missing__(self, code: int) -> str:
        bare = _fold_character(chr(code))
        if len(bare) != 1:
            self.uneven.add(chr(code))
        if len(self) < MOST_KEPT:
            self[code] = bare
        return bare


_FOLDED = _Folded()


def _fold_character(character: str) -> str:
    bare = unicodedata.normalize("NFKD", character.translate(_STROKED))
    return "".join(c for c in bare if unicodedata.category(c) not in _MARK_CLASSES).casefold()


def fold(text: str) -> str:
    """Fold to bare lower-case letters.

    >>> fold("Chỉ tiêu ĐẠT và vượt")
    'chi tieu dat va vuot'
    """
    if text.isascii():
        return text.lower()
    return text.translate(_FOLDED)


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """Fold, and tell for each folded character the offset in `text` it comes from; ends with len(text)."""
    folded = text.translate(_FOLDED)
    if _FOLDED.uneven.isdisjoint(text):  # composed text, nearly always
        return folded, range(len(text) + 1)
    offsets = [position for position, character in enumerate(text) for _ in _FOLDED[ord(character)]]
    return folded, [*offsets, len(text)]


def words(text: str) -> list[str]:
    """Split into folded words; figures stay whole ("65,5", "05/2017").

    >>> words("Thu ngân sách: 65,5%")
    ['thu', 'ngan', 'sach', '65,5']
    """
    return _WORD.findall(fold(text))


def fingerprint(text: str) -> str:
    """Reduce to what stays the same when a text is pasted again: its folded words, nothing between."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))
