"""Read the times that updates of Zalo bring."""

from __future__ import annotations

from datetime import UTC, datetime

SECONDS_END = 10**12
"""Times are milliseconds; smaller numbers were seen, and are seconds."""
LATEST = 4_102_444_800
"""2100: what claims to be later is no time."""


def moment_of(value: object, now: datetime) -> datetime:
    """Read a time, as a number or in digits; `now` where it is none.

    >>> moment_of("1789033572455", datetime.now(UTC)).isoformat(timespec="seconds")
    '2026-09-10T09:46:12+00:00'
    >>> moment_of(253_402_300_800, datetime(2026, 1, 1, tzinfo=UTC)).year
    2026
    """
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 16:
        value = int(value)
    if not isinstance(value, int):
        return now
    seconds = value / 1000 if value >= SECONDS_END else value
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < LATEST else now
