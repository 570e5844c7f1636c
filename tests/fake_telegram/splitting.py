"""Cut a long text into messages as a Telegram client does."""

from __future__ import annotations

import re

from tests.fake_telegram.entities import utf16_length

LIMIT = 4096
# From the best place to cut to the worst; the last one after the middle is taken.
BREAKS = tuple(re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", r"[.!?…](?=\s)", r"\s"))


def split_like_a_client(text: str, limit: int = LIMIT) -> list[tuple[int, int]]:
    """Where the parts begin and end (in characters), white space left out at both sides."""
    parts = []
    start, end = _trimmed(text, 0, len(text))
    while utf16_length(text[start:end]) > limit:
        cut = start + _cut(text[start:end], limit)
        parts.append(_trimmed(text, start, cut))
        start, end = _trimmed(text, cut, end)
    return [*parts, (start, end)]


def _cut(text: str, limit: int) -> int:
    most = _characters_within(text, limit)
    middle = _characters_within(text, limit // 2)
    for pattern in BREAKS:
        places = [match.end() for match in pattern.finditer(text, middle, most)]
        if places:
            return places[-1]
    return most


def _characters_within(text: str, units: int) -> int:
    """How many characters fit; a pair of surrogates is not torn."""
    fitting = text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
    return len(fitting)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
