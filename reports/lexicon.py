"""The words the rules know, kept as data: `vocabulary/NAME.txt`, one phrase a line, `#` for comments."""

from __future__ import annotations

import re
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
def alternation(name: str) -> str:
    """Write a vocabulary as one group of a pattern, shared first words written once."""
    by_word: dict[str, list[str]] = {}
    for phrase in phrases(name):
        first, _, rest = phrase.partition(" ")
        by_word.setdefault(first, []).append(rest)
    return (
        "(?:"
        + "|".join(_branch(first, rests) for first, rests in sorted(by_word.items(), reverse=True))
        + ")"
    )


def _branch(first: str, rests: list[str]) -> str:
    escaped = [re.escape(" " + rest) for rest in rests if rest]
    if not escaped:
        return re.escape(first) + r"\b"
    optional = "?" if "" in rests else ""
    return f"{re.escape(first)}(?:{'|'.join(escaped)}){optional}" + r"\b"


@cache
def vocabulary(name: str, *, bare: bool = False) -> frozenset[str]:
    """Load a vocabulary as a set, folded for texts without accents."""
    return frozenset(map(fold, phrases(name)) if bare else phrases(name))
