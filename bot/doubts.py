"""Remember which messages may have arrived: without a key to send them safely again they go out once more."""

from __future__ import annotations

from datetime import timedelta

from bot.queues import Later, Never, Outcome

AFTER_QUOTA = timedelta(minutes=1)
LONGEST_AFTER_QUOTA = timedelta(hours=1)


class Doubts:
    """The messages that nobody knows of whether they arrived."""

    def __init__(self) -> None:
        self._numbers: set[int] = set()

    def once_more(self, number: int, error: str, after: timedelta) -> Outcome:
        """Send a message once more, and the second time no more."""
        if number in self._numbers:
            self._numbers.discard(number)
            return Never(f"{error}; it may have arrived")
        self._numbers.add(number)
        return Later(error, after)

    def end(self, number: int) -> None:
        """Forget a message that arrived."""
        self._numbers.discard(number)


def after_quota(error: str, attempts: int, first: timedelta) -> Later:
    """Wait for a quota: how long it takes nobody tells, so longer and longer."""
    return Later(error, min(first * 2 ** min(attempts, 8), LONGEST_AFTER_QUOTA))
