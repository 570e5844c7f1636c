"""Times as the tables keep them: ISO 8601 with offset, days as yyyy-mm-dd."""

from __future__ import annotations

from datetime import UTC, date, datetime


def stamp(time: datetime) -> str:
    """Write an aware time in UTC, so that text order is time order."""
    return time.astimezone(UTC).isoformat(timespec="milliseconds")


def time_of(text: str) -> datetime:
    """Read what `stamp` wrote."""
    return datetime.fromisoformat(text)


def day_of(text: str | None) -> date | None:
    """Read a day, None where none is kept."""
    return date.fromisoformat(text) if text else None
