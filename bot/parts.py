"""Cut long answers into messages of a Zalo chat, each with its number."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from handlers.richtext import RichText, Styled, cut, utf16_units

LIMIT = 1900
"""UTF-16 units. The limit is 2,000 characters; what counts as one is not documented."""
ROOM = len("\n(99/99)")


def parts_of(rich: RichText) -> list[RichText]:
    """Cut a text into messages, each numbered "(1/3)" at its end where there are several."""
    whole = composed(rich)
    if utf16_units(whole.text) <= LIMIT:
        return [whole] if whole.text.strip() else []
    parts = cut(whole, LIMIT - ROOM, utf16_units)
    return [part + f"\n({number}/{len(parts)})" for number, part in enumerate(parts, 1)]


def composed(rich: RichText) -> RichText:
    """Compose letters and accents (NFC), and move the styled places along."""
    if unicodedata.is_normalized("NFC", rich.text):
        return rich
    edges = sorted({0, len(rich.text), *(e for p in rich.places for e in (p.start, p.end))})
    pieces = [unicodedata.normalize("NFC", rich.text[start:end]) for start, end in pairwise(edges)]
    moved = dict(zip(edges, _sums(pieces), strict=True))
    places = tuple(Styled(moved[p.start], moved[p.end], p.style) for p in rich.places)
    return RichText("".join(pieces), places)


def _sums(pieces: Iterable[str]) -> list[int]:
    sums = [0]
    for piece in pieces:
        sums.append(sums[-1] + len(piece))
    return sums
