"""The words the rules know, kept as data: `vocabulary/NAME.txt`, one phrase a line, `#` for comments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from .folding import fold

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Load a vocabulary, longest phrase first, so that the longest is tried first."""
    lines = (files(__package__) / "vocabulary" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = {line.split("#")[0].strip() for line in lines}
    return tuple(sorted(found - {""}, key=lambda phrase: (-len(phrase), phrase)))


@cache
def alternation(name: str, *, bare: bool = False) -> str:
    """Write a vocabulary as one group of a pattern; the longest phrase is tried first."""
    return trie(map(fold, phrases(name)) if bare else phrases(name), end=r"\b")


Letters = dict[str, "Letters"]


def trie(words: Iterable[str], *, end: str = "") -> str:
    r"""Write words as one group of a pattern, shared beginnings once: several times as fast as a plain list.

    >>> trie(["cơ quan", "cơ sở", "cơ"])
    '(?:cơ(?:\\ (?:sở|quan)|))'
    """
    root: Letters = {}
    for word in words:
        letters = root
        for letter in word:
            letters = letters.setdefault(letter, {})
        letters[""] = {}
    return f"(?:{_behind(root, end)})"


def _behind(letters: Letters, end: str) -> str:
    """Write what may follow a beginning, what goes on before what ends here."""
    branches = [
        re.escape(letter) + _behind(following, end) if letter else end
        for letter, following in sorted(letters.items(), reverse=True)
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@cache
def vocabulary(name: str, *, bare: bool = False) -> frozenset[str]:
    """Load a vocabulary as a set, folded for texts without accents."""
    return frozenset(map(fold, phrases(name)) if bare else phrases(name))
