"""Find the report that a command is about."""

from __future__ import annotations

from datetime import datetime

from handlers import show
from handlers.context import Context
from handlers.errors import Mistake
from storage import deletions, reports
from storage.reports import StoredReport

LONGEST_NUMBER = 9
"""Digits that a report's number can have."""


async def report_asked_for(context: Context, given: str, command: str) -> StoredReport:
    """Load report `given`, or the newest where nothing is given.

    Raises Mistake where `given` is no number, or no such report is in the book.
    """
    if given:
        number = report_number(given, command)
    else:
        newest = await reports.newest(context.session)
        if newest is None:
            raise Mistake("error.empty_book")
        number = newest
    stored = await reports.load(context.session, number)
    if stored is None:
        raise await missing(context, number)
    return stored


def report_number(given: str, command: str) -> int:
    """Read a report's number. Raises Mistake where it is none."""
    if given.isdecimal() and len(given) <= LONGEST_NUMBER:
        return int(given)
    raise Mistake("error.number", given=given[:40], command=command)


async def missing(context: Context, number: int) -> Mistake:
    """Tell why a report is not in the book: deleted, which staff can take back, or never there."""
    since = await deletions.since(context.session, number)
    if since is None:
        return Mistake("error.no_report", number=number)
    return Mistake(
        "error.deleted",
        to_staff="error.deleted_to_staff",
        number=number,
        day=show.day(since.astimezone(context.now.tzinfo)),
        until=restorable_until(since, context),
    )


def restorable_until(since: datetime, context: Context) -> str:
    """Write until when a deleted report can be restored."""
    return show.moment((since + deletions.KEPT).astimezone(context.now.tzinfo))
