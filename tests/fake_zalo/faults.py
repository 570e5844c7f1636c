"""Faults on order: what goes wrong with the next calls of a method."""

from __future__ import annotations

from enum import Enum


class Fault(Enum):
    """What a call gets in place of its answer; those marked so take effect first."""

    GATEWAY = "HTTP 502 with a page"
    SLOW_GATEWAY = "HTTP 504 with a page"
    GARBAGE = "HTTP 200, no JSON"
    NO_RESULT = "ok, and no result"
    RESET = "the connection is reset"
    RESET_AFTER = "the connection is reset, after it took effect"
    STALL = "nothing comes"
    STALL_AFTER = "nothing comes, after it took effect"
    INTERNAL = "403, which is an internal error"
    QUOTA = "429"
    BAD_REQUEST = "400"
    UNAUTHORIZED = "401"

    @property
    def takes_effect(self) -> bool:
        return self in (Fault.RESET_AFTER, Fault.STALL_AFTER, Fault.NO_RESULT)


CODES = {
    Fault.INTERNAL: (403, "Internal server error"),
    Fault.QUOTA: (429, "Quota exceeded"),
    Fault.BAD_REQUEST: (400, "Bad request"),
    Fault.UNAUTHORIZED: (401, "Unauthorized"),
}
