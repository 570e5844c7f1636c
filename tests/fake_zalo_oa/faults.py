"""Faults on order: what goes wrong with the next calls of a path."""

from __future__ import annotations

from enum import Enum


class Fault(Enum):
    """What a call gets in place of its answer; those marked so take effect first."""

    GATEWAY = "HTTP 502 with a page"
    DOWN = "HTTP 503 with an envelope that says no"
    GARBAGE = "HTTP 200, no JSON"
    NO_DATA = "error 0, and no data"
    RESET = "the connection is reset"
    RESET_AFTER = "the connection is reset, after it took effect"
    STALL = "nothing comes"
    STALL_AFTER = "nothing comes, after it took effect"
    RATE = "-32"
    INVALID_TOKEN = "-216"
    EXPIRED_TOKEN = "-220"
    QUOTA = "-211"
    NOT_FOLLOWED = "-213"
    BANNED = "-227"
    TOO_LATE = "-230"
    NONE_YET = "-232"
    UNSUPPORTED = "-233"
    NIGHT = "-234"
    NOT_VERIFIED = "-221"
    SENDING = "-200"
    UNHEARD_OF = "-9999"

    @property
    def takes_effect(self) -> bool:
        return self in (Fault.RESET_AFTER, Fault.STALL_AFTER, Fault.NO_DATA)

    @property
    def code(self) -> int | None:
        return int(self.value) if self.value.startswith("-") else None
