"""Load sample reports, for a first look on one's own machine."""

from __future__ import annotations

import asyncio
from importlib import resources

from handlers.chat import Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.richtext import RichText
from reports import read_report
from storage import deletions, records, reports

POSTED_BY = "demo"


def samples() -> list[str]:
    """Read the sample reports, in our own words."""
    files = (f for f in resources.files("handlers").joinpath("samples").iterdir() if f.name.endswith(".txt"))
    return [file.read_text(encoding="utf-8") for file in sorted(files, key=lambda f: f.name)]


async def load_samples(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/demo`: store the sample reports, unless the book holds real ones."""
    session = context.session
    loaded = await reports.numbers_posted_by(session, POSTED_BY)
    if await reports.count(session) + await deletions.count(session) > len(loaded):
        raise Mistake("demo.refused")
    new = [text for text in samples() if await reports.known(session, text) is None]
    for text in new:
        report = await asyncio.to_thread(read_report, text)
        number = await reports.add(session, report, posted_by=POSTED_BY, at=context.now)
        await records.note(session, request.sender.identity, "load sample", f"report {number}", context.now)
    told = context.texts("demo.loaded", count=len(new)) if new else context.texts("demo.known")
    latest = Choice(context.texts("button.latest"), "latest")
    return Reply(RichText(told), ((latest, Choice(context.texts("button.unload"), "undemo")),))


async def unload_samples(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer the button "Gỡ báo cáo mẫu": take the samples out of the book again."""
    session = context.session
    numbers = await reports.numbers_posted_by(session, POSTED_BY)
    for number in numbers:
        await reports.remove(session, number)
        await records.note(session, request.sender.identity, "remove sample", f"report {number}", context.now)
    return Reply(RichText(context.texts("demo.unloaded", count=len(numbers))))
