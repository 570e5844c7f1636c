"""No pattern goes back over what it has read again and again: eight times the text, eight times the time."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from math import inf

import pytest

import reports
from reports.rules import compile_pattern

from .test_rules import RULES

SHORT, TIMES = 600, 8
SLACK = 0.003
TRIES = 8
HOSTILE = (
    "a",
    " ",
    "\n",
    "1",
    "1.234,5% ",
    "(((",
    "a b ",
    "và , ",
    "các ban, ngành, ",
    "Ủy Ban Nhân Dân ",
    "hạn chế tồn tại ",
    "đề nghị yêu cầu có một số ",
)

OPEN = re.compile(r"\s*(?:\(\?:\s*)*(?:\.|\[\^)")  # what begins with anything is not searched for
Look = Callable[[str], object]


def looks() -> Iterator[tuple[str, re.Pattern[str], Look, str]]:
    """Give every rule as it searches, every other pattern as it matches, and what it would like to read."""
    for name, rule in RULES.items():
        pattern = compile_pattern(rule.pattern)
        anywhere = not OPEN.match(rule.pattern)
        yield name, pattern, pattern.search if anywhere else pattern.match, rule.example + " "
    for module in pkgutil.iter_modules(reports.__path__):
        if module.name == "__main__":
            continue
        for name, value in vars(importlib.import_module(f"reports.{module.name}")).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value, value.match, value.pattern
            elif isinstance(value, str) and name.isupper() and (compiled := _compiled(value)):
                yield f"{module.name}.{name}", compiled, compiled.match, value


def _compiled(value: str) -> re.Pattern[str] | None:
    """Compile what is a pattern, not a part of one."""
    try:
        return compile_pattern(value)
    except (re.error, FileNotFoundError):
        return None


KNOWN: dict[re.Pattern[str], str] = {}  # tables are imported by several modules
LOOKS = {
    name: (look, liked) for name, pattern, look, liked in looks() if KNOWN.setdefault(pattern, name) == name
}


def seconds(look: Look, text: str) -> float:
    start = time.process_time()
    look(text)
    return time.process_time() - start


def is_linear(look: Look, piece: str) -> bool:
    short = (piece * SHORT)[:SHORT]
    once = many = inf
    for _ in range(TRIES):  # a busy machine can only slow it down
        once = min(once, seconds(look, short))
        many = min(many, seconds(look, short * TIMES))
        if many <= 2 * TIMES * once + SLACK:
            return True
    return False


@pytest.mark.parametrize("name", LOOKS)
def test_a_pattern_takes_linear_time(name: str) -> None:
    look, liked = LOOKS[name]

    assert [piece for piece in (*HOSTILE, liked, liked[:20]) if piece and not is_linear(look, piece)] == []


def test_most_patterns_are_tried() -> None:
    assert len(LOOKS) > 600
