"""Faults on order: what a test wants to go wrong, and how often."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from enum import Enum
from typing import TypedDict, Unpack

from tests.fake_telegram.errors import ApiError, too_many_requests
from tests.fake_telegram.requests import Call
from tests.fake_telegram.signals import Signal


class Break(Enum):
    """Ways to leave a request without a proper answer."""

    RESET = "reset"  # the connection is reset
    CLOSE = "close"  # the connection ends without an answer
    STALL = "stall"  # the connection stays, nothing comes
    GARBAGE = "garbage"  # an answer that is not JSON


class BrokenError(Exception):
    """The request is to end in this way instead of an answer."""

    def __init__(self, how: Break) -> None:
        super().__init__(how.value)
        self.how = how


class Which(TypedDict, total=False):
    """Which calls a fault is for; without any of it, the next call."""

    method: str | None
    contains: str | None  # these words stand somewhere in the parameters
    times: int | None  # None: until it is cleared
    after: bool  # the method takes effect first: only its answer suffers


@dataclass(eq=False)
class Fault:
    """One order: raised as `error` or `how`, after `delay`, for the next `times` calls that match."""

    error: ApiError | None = None
    how: Break | None = None
    delay: float = 0.0
    method: str | None = None
    contains: str | None = None
    times: int | None = 1
    after: bool = False
    hits: int = 0

    def matches(self, call: Call, *, after: bool) -> bool:
        if self.after != after or (self.times is not None and self.hits >= self.times):
            return False
        if self.method is not None and self.method.lower() != call.method.lower():
            return False
        return self.contains is None or self.contains in json.dumps(call.params, ensure_ascii=False)


@dataclass
class Faults:
    """The orders of a test, asked before and after each call."""

    orders: list[Fault] = field(default_factory=list)
    released: Signal = field(default_factory=Signal)

    def add(self, fault: Fault) -> Fault:
        self.orders.append(fault)
        return fault

    def too_many_requests(self, retry_after: int = 1, **which: Unpack[Which]) -> Fault:
        """Answer 429."""
        return self.add(Fault(too_many_requests(retry_after), **which))

    def error(self, code: int = 502, words: str = "Bad Gateway", **which: Unpack[Which]) -> Fault:
        """Answer with an error of the server (or any other)."""
        return self.add(Fault(ApiError(code, words), **which))

    def delay(self, seconds: float, **which: Unpack[Which]) -> Fault:
        """Answer as usual, later."""
        return self.add(Fault(delay=seconds, **which))

    def connection(self, how: Break | str, **which: Unpack[Which]) -> Fault:
        """Break it: "reset", "close", "stall" or "garbage"; with `after` only once the call took effect."""
        return self.add(Fault(how=Break(how), **which))

    def clear(self) -> None:
        """Forget all orders and let go what stalls."""
        self.orders.clear()
        self.released.fire()

    async def strike(self, call: Call, *, after: bool) -> None:
        """Do to this call what was ordered for it."""
        fault = next((order for order in self.orders if order.matches(call, after=after)), None)
        if fault is None:
            return
        fault.hits += 1
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.error is not None:
            raise fault.error
        if fault.how is not None:
            raise BrokenError(fault.how)
