"""Load sample reports, for a first look on one's own machine."""

from __future__ import annotations

import asyncio
from importlib import resources

from handlers.chat import Choice, Reply, Request
from handlers.context import Arguments, Context
from handlers.richtext import RichText
from reports import read_report
from storage import reports


def samples() -> list[str]:
    """Read the sample reports, in our own words."""
    files = (f for f in resources.files("handlers").joinpath("samples").iterdir() if f.name.endswith(".txt"))
    return [file.read_text(encoding="utf-8") for file in sorted(files, key=lambda f: f.name)]


async def load_samples(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/demo`: store the sample reports that are not stored yet."""
    new = [text for text in samples() if await reports.known(context.session, text) is None]
    for text in new:
        report = await asyncio.to_thread(read_report, text)
        await reports.add(context.session, report, posted_by=request.sender.identity, at=context.now)
    told = context.texts("demo.loaded", count=len(new)) if new else context.texts("demo.known")
    return Reply(RichText(told), ((Choice(context.texts("button.latest"), "latest"),),))
