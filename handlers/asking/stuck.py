"""Write a number and its unit as the book does: "110kV" is "110 kV" there, or one word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.asking.tokens import Token
from reports.folding import fold
from storage import search
from storage.db import Session

_STUCK = re.compile(
    r"(\d+)(kv|kva|kw|kwh|mw|km|ha|m2|m3|m|kg|tr|tỷ|ty|tấn|tan|tạ|cm|mm|triệu|trieu|k|đ|lít|lit)",
    re.IGNORECASE,
)
_LONG = {"tr": "triệu", "k": "nghìn", "đ": "đồng"}


async def parted_units(session: Session, tokens: Sequence[Token]) -> list[Token]:
    """Part the numbers of a question from the units they were typed to, where no report has them so."""
    stuck = [token.word for token in tokens if _STUCK.fullmatch(token.typed)]
    known = set(await search.known(session, stuck)) if stuck else set()
    return [part for token in tokens for part in _parts(token, known)]


def _parts(token: Token, known: set[str]) -> tuple[Token, ...]:
    match = _STUCK.fullmatch(token.typed)
    if not match or token.word in known:
        return (token,)
    number, unit = match[1], _LONG.get(match[2].lower(), match[2])
    return Token(number, number), Token(unit.lower(), fold(unit))
