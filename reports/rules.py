"""What a rule is: the phrase it reads, a pattern, an example that it must match and one that it must not.

Patterns are `re.VERBOSE` with three additions, so that a table of rules reads like the phrases themselves:

    _            one space: `đạt_và_vượt`
    {positions}  any phrase of `vocabulary/positions.txt`
    accents      are dropped from the pattern when the text itself is written without them

They see lower-case text with plain dashes ("-") and quotes ('"').
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from .folding import fold
from .lexicon import alternation
from .text import Text

Value = TypeVar("Value")

_COMMENT = re.compile(r"(?<!\\)\#.*")
_NAME = re.compile(r"\{([a-z]+)\}")


def strip_accents(pattern: str) -> str:
    """Take the accents off a pattern and leave its signs alone."""
    return "".join(c if c.isascii() else fold(c) for c in pattern)


@cache
def compile_pattern(pattern: str, *, bare: bool = False) -> re.Pattern[str]:
    """Compile a pattern of a rule."""
    plain = _COMMENT.sub("", pattern)
    plain = _NAME.sub(lambda match: alternation(match[1]), plain).replace("_", r"\ ")
    return re.compile(strip_accents(plain) if bare else plain, re.VERBOSE)


@cache
def _fold_all(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, words))


@dataclass(frozen=True, slots=True)
class Rule(Generic[Value]):
    """Read one phrase as one value; a weak rule's readings are shown to staff for a second look."""

    name: str
    pattern: str
    example: str
    counter: str
    value: Value
    weak: bool = False
    needs: tuple[str, ...] = ()  # one of these must stand in the place; looked for first, it is much faster

    def may_match(self, text: Text, start: int, end: int) -> bool:
        """Tell whether a word that the rule needs stands in a place."""
        if not self.needs:
            return True
        low = text.low
        for word in _fold_all(self.needs) if text.bare else self.needs:
            if low.find(word, start, end) >= 0:  # a loop: `any` costs half as much again here
                return True
        return False

    def compiled(self, text: Text) -> re.Pattern[str]:
        """Compile for this text, with or without accents."""
        return compile_pattern(self.pattern, bare=text.bare)

    def match(self, text: Text, start: int, end: int) -> re.Match[str] | None:
        """Match at `start`."""
        if self.needs and not self.may_match(text, start, end):
            return None
        return self.compiled(text).match(text.low, start, end)

    def search(self, text: Text, start: int, end: int) -> re.Match[str] | None:
        """Find the first match in a place."""
        if not self.may_match(text, start, end):
            return None
        return self.compiled(text).search(text.low, start, end)

    def find_all(self, text: Text, start: int, end: int) -> Iterable[re.Match[str]]:
        """Find every match in a place."""
        if not self.may_match(text, start, end):
            return ()
        return self.compiled(text).finditer(text.low, start, end)


def match_first(
    rules: Iterable[Rule[Value]], text: Text, start: int, end: int
) -> tuple[Rule[Value], re.Match[str]] | None:
    """Match the first rule of a table that matches at `start`."""
    low, bare = text.low, text.bare
    for rule in rules:
        if rule.needs and not rule.may_match(text, start, end):
            continue
        if match := compile_pattern(rule.pattern, bare=bare).match(low, start, end):
            return rule, match
    return None


def search_first(
    rules: Iterable[Rule[Value]], text: Text, start: int, end: int
) -> tuple[Rule[Value], re.Match[str]] | None:
    """Find the first rule of a table that matches anywhere in a place."""
    for rule in rules:
        if match := rule.search(text, start, end):
            return rule, match
    return None


def search_all(
    rules: Iterable[Rule[Value]], text: Text, start: int, end: int
) -> Iterator[tuple[Rule[Value], re.Match[str]]]:
    """Find every match of every rule, table order first."""
    for rule in rules:
        for match in rule.find_all(text, start, end):
            yield rule, match
