"""Thanks and greetings get a polite line, and no search."""

from __future__ import annotations

from handlers.chat import Reply
from handlers.richtext import RichText
from handlers.texts import Texts
from reports.folding import fingerprint

_THANKS = (
    "cảm ơn, cám ơn, cảm ơn bot, cảm ơn nhé, cảm ơn nhiều, cám ơn nhiều, cảm ơn em, cám ơn em, cảm ơn anh, "
    "cảm ơn chị, ok, oke, okê, ok cảm ơn, ok em, ok nhé, được rồi, rõ, rõ rồi, vâng, dạ, tốt, "
    "tốt lắm, hay quá, hiểu rồi, biết rồi, tks, thanks, thank you, thx, great, good, yes, ừ, uh, uk, "
    "nhất trí, đồng ý"
)
_GREETINGS = (
    "chào, xin chào, chào bot, chào em, chào anh, chào chị, chào buổi sáng, alo, a lô, hi, hello, hey, "
    "em ơi, bot ơi"
)


def _folded(given: str) -> frozenset[str]:
    return frozenset(fingerprint(phrase) for phrase in given.split(","))


_SAID = ((_folded(_THANKS), "ask.thanks"), (_folded(_GREETINGS), "ask.greeting"))


def answer(text: str, texts: Texts) -> Reply | None:
    """Answer thanks or a greeting, None where it is neither."""
    said = fingerprint(text)
    key = next((key for phrases, key in _SAID if said in phrases), None)
    return Reply(RichText(texts(key))) if key else None
