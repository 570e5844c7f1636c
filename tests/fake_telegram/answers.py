"""The register of methods: which function answers which."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fake_telegram.requests import Call
    from tests.fake_telegram.server import Server

Answer = Callable[["Server", "Call"], Any]
ANSWERS: dict[str, Answer] = {}


def answers(*methods: str) -> Callable[[Answer], Answer]:
    """The decorated function answers these methods; it gives the result, or an awaitable of it."""

    def register(function: Answer) -> Answer:
        ANSWERS.update(dict.fromkeys(methods, function))
        return function

    return register
