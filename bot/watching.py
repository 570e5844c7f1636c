"""Count what goes through: plain numbers, which cost nothing where nobody reads them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Seconds from the taking up of an update to its answer in the outbox."""


class Watch:
    """What happened on one platform since the start."""

    def __init__(self) -> None:
        self.updates = 0
        self.sent = 0
        self.errors: Counter[str] = Counter()
        self.deliveries: Counter[int] = Counter()
        """What came by webhook, by the HTTP status of its answer."""
        self.seconds = 0.0
        self._taken = [0] * (len(BUCKETS) + 1)

    def took(self, seconds: float) -> None:
        """Count an update that was answered."""
        self.seconds += seconds
        self._taken[bisect_left(BUCKETS, seconds)] += 1

    def buckets(self) -> Iterator[tuple[str, float]]:
        """Give how many answers took at most so long, as Prometheus counts."""
        limits = [*map(str, BUCKETS), "+Inf"]
        return zip(limits, map(float, accumulate(self._taken)), strict=True)
