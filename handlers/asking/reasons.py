"""Why: where reports state no cause of it, say so, and show the causes that they state of the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from handlers import show
from handlers.asking.reading import Intent, Reading
from handlers.asking.showing import ITEM_SHOWN, Shown
from handlers.codes import Code
from handlers.context import Context
from handlers.richtext import RichText, code, join
from reports import sentences_of
from reports.folding import fingerprint
from reports.model import Finding, ItemKind, Span, Target, Task
from storage import items, search
from storage.itemkeys import Kind
from storage.items import Found, Item

MOST = 3
_BECAUSE = re.compile(
    r"\b(?:do|vì|bởi|nguyên nhân|lý do|giải trình|nhờ|nên|khiến|gây|dẫn đến|dẫn tới|xuất phát từ"
    r"|trong khi)\b",
    re.IGNORECASE,
)
_BECAUSE_PLAIN = re.compile(
    r"\b(?:do|vi|boi|nguyen nhan|ly do|giai trinh|nho|nen|khien|gay|dan den|dan toi)\b", re.IGNORECASE
)
"""Words that begin a cause inside of a sentence; the second of a text without accents."""


_FIRMLY = re.compile(r"\b(?:do|vì|bởi|nguyên nhân|lý do|khiến)\b", re.IGNORECASE)
"""Words that begin a cause alone: "nên" may end one."""


async def behind(context: Context, reading: Reading, shown: Sequence[Shown]) -> list[RichText]:
    """Tell causes that stand behind items in their paragraphs, where it is asked why and they state none."""
    bare = [entry for entry in shown[:MOST] if not _FIRMLY.search(text_of(entry))]
    if reading.intent is not Intent.WHY or not bare:
        return []
    loaded = await search.with_sources(context.session, list({meeting.id for meeting, _, _ in bare}))
    sources = {line.id: source for line, source in loaded}
    told = [_cause_behind(sources.get(meeting.id, ""), item) for meeting, _, item in bare]
    lines = [RichText(f"→ {cause}") for cause in dict.fromkeys(told) if cause]
    return [join([context.texts("ask.beside"), *lines])] if lines else []


def _cause_behind(source: str, item: Item) -> str:
    """Find the first sentence behind an item in its paragraph that states a cause of it; "" for none."""
    span = item.name if isinstance(item, Target) else item
    if not isinstance(span, Span) or span.start < 0:
        return ""
    rest, _, _ = source[span.end :].partition("\n")
    others = [one.text for one in sentences_of(rest)]
    others = others if rest[:1] in ".!?;" else others[1:]  # the end of its own sentence
    about = _pairs(span.text)
    return next((text for text in others if _FIRMLY.search(text) and about & _pairs(text)), "")


def _pairs(text: str) -> set[str]:
    """Give every two words that stand side by side."""
    return {f"{a} {b}" for a, b in pairwise(fingerprint(text).split())}


async def missing(context: Context, reading: Reading, found: Found, shown: Sequence[Shown]) -> list[RichText]:
    """Say that no cause is stated; nothing where one is, or where nobody asked why."""
    is_told = any(place.kind is Kind.CAUSE for place in found.places) or are_told(shown)
    if reading.intent is not Intent.WHY or is_told:
        return []
    if len(shown) < found.total:  # another page may tell one
        return []
    number = shown[0][0].id if shown else 0
    told = await items.load(context.session, (await of_whole(context, number)).places[:MOST])
    lines = [
        code(str(Code(meeting.id, ItemKind.CAUSE, item.ordinal)))
        + f" {show.quoted(item, context.texts, ITEM_SHOWN)}"
        for meeting, _, item in told
        if isinstance(item, Finding)
    ]
    head = context.texts("ask.no_cause")
    if lines:
        return [join([head, context.texts("ask.causes_of_all", number=number), *lines])]
    return [RichText(head)]


async def of_whole(context: Context, number: int) -> Found:
    """Find the causes that a report states of anything."""
    return await items.find(context.session, f"keys : kcause AND keys : n{number}")


def are_told(shown: Sequence[Shown]) -> bool:
    """Tell whether any item is a cause, or its text tells one."""
    return any(place.kind is Kind.CAUSE or tells_why(text_of((m, place, item))) for m, place, item in shown)


def tells_why(text: str) -> bool:
    """Tell whether a sentence has a word with which a cause begins."""
    return bool((_BECAUSE_PLAIN if text.isascii() else _BECAUSE).search(text))


def text_of(entry: Shown) -> str:
    """Give the text of an item, "" of people and meetings."""
    item = entry[2]
    if isinstance(item, Finding):
        return item.text
    if isinstance(item, Target):
        return item.name.text
    return item.text.text if isinstance(item, Task) else ""
