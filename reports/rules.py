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
from typing import Any, Generic, TypeVar

from .folding import fold
from .leading import letters_first
from .lexicon import alternation, trie
from .text import Text

Value = TypeVar("Value")

_COMMENT = re.compile(r"(?<!\\)\#.*")
_NAME = re.compile(r"\{([a-z]+)\}")


def strip_accents(pattern: str) -> str:
    """Take the accents off a pattern and leave its signs alone."""
    return "".join(c if c.isascii() else fold(c) for c in pattern)


def expand(pattern: str, *, bare: bool = False) -> str:
    """Write the pattern of a rule as a plain verbose pattern, with its vocabularies."""
    plain = _COMMENT.sub("", pattern)
    plain = _NAME.sub(lambda match: alternation(match[1], bare=bare), plain).replace("_", r"\ ")
    return strip_accents(plain) if bare else plain


@cache
def compile_pattern(pattern: str, *, bare: bool = False) -> re.Pattern[str]:
    """Compile a pattern of a rule."""
    return re.compile(letters_first(expand(pattern, bare=bare)), re.VERBOSE)


@cache
def _fold_all(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, words))


@dataclass(frozen=True, slots=True, eq=False)
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
        return _stands(_fold_all(self.needs) if text.bare else self.needs, text.low, start, end)

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


class Table(Generic[Value]):
    """A table of rules made ready: compiled, with one search for all the words that its rules need."""

    def __init__(self, rules: tuple[Rule[Value], ...], *, bare: bool) -> None:
        """Compile the rules of a table."""
        self.rules = rules  # kept, so that no other table gets its identity
        self.ready = [
            (rule, compile_pattern(rule.pattern, bare=bare), _fold_all(rule.needs) if bare else rule.needs)
            for rule in rules
        ]
        self.free = [(rule, pattern) for rule, pattern, needs in self.ready if not needs]
        self.words = re.compile(trie(word for _, _, needs in self.ready for word in needs))

    def candidates(self, text: Text, start: int, end: int) -> list[tuple[Rule[Value], re.Pattern[str]]]:
        """Give the rules that may match in a place: they need no word, or one stands there."""
        if len(self.free) == len(self.ready):
            return self.free
        low = text.low
        first = self.words.search(low, start, end)
        if not first:
            return self.free
        start = first.start()
        return [
            (rule, pattern)
            for rule, pattern, needs in self.ready
            if not needs or _stands(needs, low, start, end)
        ]


def _stands(words: tuple[str, ...], low: str, start: int, end: int) -> bool:
    """Tell whether one of some words stands in a place."""
    for word in words:  # noqa: SIM110 - `any` costs half as much again here
        if low.find(word, start, end) >= 0:
            return True
    return False


_TABLES: dict[tuple[int, bool], Table[Any]] = {}


def candidates(
    rules: tuple[Rule[Value], ...], text: Text, start: int, end: int
) -> list[tuple[Rule[Value], re.Pattern[str]]]:
    """Give the rules of a table that may match in a place, with their patterns for this text."""
    key = id(rules), text.bare
    table = _TABLES.get(key)
    if table is None:
        table = _TABLES[key] = Table(rules, bare=text.bare)
    return table.candidates(text, start, end)


def match_first(
    rules: tuple[Rule[Value], ...], text: Text, start: int, end: int
) -> tuple[Rule[Value], re.Match[str]] | None:
    """Match the first rule of a table that matches at `start`."""
    for rule, pattern in candidates(rules, text, start, end):
        if match := pattern.match(text.low, start, end):
            return rule, match
    return None


def search_first(
    rules: tuple[Rule[Value], ...], text: Text, start: int, end: int
) -> tuple[Rule[Value], re.Match[str]] | None:
    """Find the first rule of a table that matches anywhere in a place."""
    for rule, pattern in candidates(rules, text, start, end):
        if match := pattern.search(text.low, start, end):
            return rule, match
    return None


def search_all(
    rules: tuple[Rule[Value], ...], text: Text, start: int, end: int
) -> Iterator[tuple[Rule[Value], re.Match[str]]]:
    """Find every match of every rule, table order first."""
    for rule, pattern in candidates(rules, text, start, end):
        for match in pattern.finditer(text.low, start, end):
            yield rule, match
