"""Why: where reports state no cause of it, say so, and show the causes that they state of the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers import show
from handlers.asking.reading import Intent, Reading
from handlers.asking.showing import ITEM_SHOWN, Shown
from handlers.codes import Code
from handlers.context import Context
from handlers.richtext import RichText, code, join
from reports.model import Finding, ItemKind, Target, Task
from storage import items
from storage.itemkeys import Kind
from storage.items import Found

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
