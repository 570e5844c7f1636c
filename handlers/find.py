"""Find the report that a command is about."""

from __future__ import annotations

from handlers.context import Context
from handlers.errors import Mistake
from storage import reports
from storage.reports import StoredReport


async def report_asked_for(context: Context, given: str, command: str) -> StoredReport:
    """Load report `given`, or the newest where nothing is given.

    Raises Mistake where `given` is no number, or no such report is stored.
    """
    number = int(given) if given.isdecimal() and len(given) < 10 else None
    if given and number is None:
        raise Mistake("error.number", given=given[:40], command=command)
    if number is None:
        number = await reports.newest(context.session)
        if number is None:
            raise Mistake("error.empty_book")
    stored = await reports.load(context.session, number)
    if stored is None:
        raise Mistake("error.no_report", number=number)
    return stored
