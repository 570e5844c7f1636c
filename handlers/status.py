"""How the program is, for its administrator."""

from __future__ import annotations

from datetime import timedelta

from handlers import show
from handlers.chat import Reply, Request
from handlers.context import Arguments, Context
from handlers.richtext import bold, join
from handlers.texts import Texts
from storage import contacts, records, usage

REACH = (timedelta(hours=48), timedelta(days=7))
"""After what somebody did: how long writing to them is free, and how long it may be done at all."""


async def show_status(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/status`: version, uptime, the database, what waits, what went wrong."""
    texts, program = context.texts, context.program
    state = await records.state(context.session)
    uptime = _uptime(context.now - program.started_at, texts)
    faults = [_fault(fault, context) for fault in state.faults]
    return Reply(
        join(
            [
                bold(texts("status.title", version=program.version, uptime=uptime)),
                texts(
                    "status.database",
                    size=size(state.size),
                    integrity=state.integrity or texts("status.too_large"),
                ),
                texts("status.rows", **state.counts),
                texts("status.queues", **state.counts),
                *[await _messages(platform, most, context) for platform, most in program.monthly.items()],
                *[line for platform in program.priced for line in await _prices(platform, context)],
                *await _troubles(context),
                join([bold(texts("status.faults")), *faults]) if faults else texts("status.no_faults"),
            ]
        )
    )


async def _messages(platform: str, most: int, context: Context) -> str:
    counted = await usage.total(context.session, platform, context.now)
    shown = f"/{show.grouped(most)}" if most else ""
    return context.texts(
        "status.messages",
        platform=context.texts(f"platform.{platform}"),
        month=f"{context.now:%m/%Y}",
        count=show.grouped(counted),
        most=shown,
    )


async def _prices(platform: str, context: Context) -> list[str]:
    """Tell what the month's messages cost, and how many people can be written to now."""
    counted = await usage.prices(context.session, platform, context.now)
    shown = {price: show.grouped(count) for price, count in counted.items()}
    now, soon = [await contacts.since(context.session, platform, context.now - span) for span in REACH]
    name = context.texts(f"platform.{platform}")
    return [
        context.texts("status.prices", platform=name, month=f"{context.now:%m/%Y}", **shown),
        context.texts("status.reach", platform=name, now=show.grouped(now), soon=show.grouped(soon)),
    ]


async def _troubles(context: Context) -> list[str]:
    """Tell what has to be mended before anything can be sent on a platform."""
    troubles = await records.facts(context.session, records.TROUBLE)
    return [context.texts(sentence) for sentence in troubles.values()]


def _fault(fault: records.Fault, context: Context) -> str:
    at = fault.at.astimezone(context.now.tzinfo)
    return f"{show.moment(at)} · {fault.reference} · {fault.summary}"


def size(count: int) -> str:
    """Write a size in bytes: "1,4 MB".

    >>> size(1_450_000)
    '1,4 MB'
    """
    value, unit = (count / 1e6, "MB") if count >= 1e6 else (count / 1e3, "kB")
    return f"{value:.1f} {unit}".replace(".", ",")


def _uptime(passed: timedelta, texts: Texts) -> str:
    minutes = int(passed.total_seconds()) // 60
    parts = {
        "uptime.days": minutes // 1440,
        "uptime.hours": minutes // 60 % 24,
        "uptime.minutes": minutes % 60,
    }
    told = [texts(key, count=count) for key, count in parts.items() if count]
    return " ".join(told) or texts("uptime.short")
