"""Compare Vietnamese text without accents: folded letters, with the way back to the source."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STROKED = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})  # eth stands for đ in converted texts
_MARK_CLASSES = ("Mn", "Me", "Cf")  # combining marks, and what has no width (zero-width space, soft hyphen)
_WORD = re.compile(r"[^\W_]+(?:[.,/-](?=\d)[^\W_]+)*")


@lru_cache(maxsize=4096)
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
    return "".join(map(_fold_character, text))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Fold, and tell for each folded character the offset in `text` it comes from; ends with len(text)."""
    folded = list(map(_fold_character, text))
    if set(map(len, folded)) <= {1}:  # composed text, nearly always: seven times faster
        return "".join(folded), list(range(len(text) + 1))
    offsets = [position for position, bare in enumerate(folded) for _ in bare]
    return "".join(folded), [*offsets, len(text)]


def words(text: str) -> list[str]:
    """Split into folded words; figures stay whole ("65,5", "05/2017").

    >>> words("Thu ngân sách: 65,5%")
    ['thu', 'ngan', 'sach', '65,5']
    """
    return _WORD.findall(fold(text))


def fingerprint(text: str) -> str:
    """Reduce to what stays the same when a text is pasted again: its folded words, nothing between."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))
