"""Questions that work on what is stored, as examples."""

from __future__ import annotations

from collections.abc import AsyncIterator

from handlers.asking.asked import understand
from handlers.asking.finding import finds
from handlers.context import Context
from reports.model import Finding, Target, Task
from storage import items
from storage.items import Found, Item, Meeting

MOST = 3
LONGEST = 60
"""Characters of a name that goes into an example."""
LOOKED_AT = 12
_ASKED = ("ktask", "ktarget", "kmeeting", "klimitation")


async def examples(context: Context) -> list[str]:
    """Give three questions that are answered: from the newest reports, else from no report at all."""
    told = [question async for question in _of_newest(context)]
    return told or context.texts("ask.examples").split("\n")


async def _of_newest(context: Context) -> AsyncIterator[str]:
    count = 0
    for keys in _ASKED:
        found = await items.find(context.session, f"keys : {keys}", LOOKED_AT)
        question = await _first(context, found)
        if question:
            count += 1
            yield question
        if count == MOST:
            return


async def _first(context: Context, found: Found) -> str:
    """Give the first question about some items that finds them."""
    for meeting, _, item in await items.load(context.session, found.places):
        question = _about(context, meeting, item)
        if not question:
            continue
        asked = await understand(context, question, likeliest=True)
        if asked.readings and asked.readings[0].kinds and await finds(context, asked.readings[0]):
            return question
    return ""


def _about(context: Context, meeting: Meeting, item: Item) -> str:
    texts = context.texts
    if isinstance(item, Task):
        return _with("ask.example.unit", context, item.assignee.text if item.assignee else "")
    if isinstance(item, Target):
        return _with("ask.example.target", context, item.name.text if item.actual else "")
    if isinstance(item, Finding):
        return _with(
            "ask.example.limitation", context, meeting.organisation.text if meeting.organisation else ""
        )
    return texts("ask.example.latest")


def _with(key: str, context: Context, name: str) -> str:
    plain = " ".join(name.split())
    return context.texts(key, name=plain) if plain and len(plain) <= LONGEST else ""
