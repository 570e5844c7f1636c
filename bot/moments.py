"""Read the times that updates of Zalo bring."""

from __future__ import annotations

from datetime import UTC, datetime

SECONDS_END = 10**12
"""Times are milliseconds; smaller numbers were seen, and are seconds."""
LONGEST = 10**14


def moment_of(value: object, now: datetime) -> datetime:
    """Read a time, as a number or in digits; `now` where it is none.

    >>> moment_of("1789033572455", datetime.now(UTC)).isoformat(timespec="seconds")
    '2026-09-10T09:46:12+00:00'
    """
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 16:
        value = int(value)
    if not isinstance(value, int) or not 0 < value < LONGEST:
        return now
    return datetime.fromtimestamp(value / 1000 if value >= SECONDS_END else value, UTC)
