"""Part a message that asks two things, for where nothing answers both."""

from __future__ import annotations

import re

from reports.folding import fold

MOST = 2
"""Parts that are asked by themselves."""
_CUT = re.compile(r"[,;:?!]+(?=\s|$)|\s(?:và|va|and)\s")
_ASKS = re.compile(r"\b(?:nao|gi|ai|may|nhieu|bn|dau|sao|bao gio|who|what|when|where|which|how|why)\b")
SHORTEST = 3
"""Words of a part that says what it is about."""


def parts_of(text: str) -> tuple[str, ...]:
    """Give the questions of a message, each with the words that stand before the first of them.

    >>> parts_of("Vụ cháy chợ: cháy lúc nào, thiệt hại bao nhiêu tiền?")
    ('Vụ cháy chợ cháy lúc nào', 'Vụ cháy chợ thiệt hại bao nhiêu tiền')
    >>> parts_of("tổ nào được khen, vì sao"), parts_of("trạm nào ngập, hỏng trong bão")
    (('tổ nào được khen',), ())
    """
    pieces = [piece.strip() for piece in _CUT.split(text) if piece.strip()]
    asks = [bool(_ASKS.search(fold(piece))) for piece in pieces]
    if not any(asks) or not all(asks[asks.index(True) :]):
        return ()
    about, asked = " ".join(pieces[: asks.index(True)]), pieces[asks.index(True) :]
    alone = [piece for piece in asked if len(piece.split()) >= SHORTEST]  # "vì sao" goes on
    return tuple(f"{about} {piece}".strip() for piece in alone[:MOST]) if len(asked) > 1 else ()
