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


class _Compiled(dict[str, re.Pattern[str]]):
    """Patterns as they were written and compiled, each when it is first asked for."""

    def __init__(self, *, bare: bool) -> None:
        super().__init__()
        self.bare = bare

    def __missing__(self, pattern: str) -> re.Pattern[str]:
        compiled = re.compile(letters_first(expand(pattern, bare=self.bare)), re.VERBOSE)
        self[pattern] = compiled
        return compiled


_ACCENTED, _BARE = _Compiled(bare=False), _Compiled(bare=True)


def compile_pattern(pattern: str, *, bare: bool = False) -> re.Pattern[str]:
    """Compile a pattern of a rule; asked for again and again, for which `cache` takes twice as long."""
    return _BARE[pattern] if bare else _ACCENTED[pattern]


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
        low = text.low
        return any(low.find(w, start, end) >= 0 for w in (_fold_all(self.needs) if text.bare else self.needs))

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


Candidates = list[tuple[Rule[Value], re.Pattern[str]]]


class Table(Generic[Value]):
    """A table of rules made ready: compiled, with one search for all the words that its rules need."""

    def __init__(self, rules: tuple[Rule[Value], ...], *, bare: bool) -> None:
        """Compile the rules of a table."""
        self.rules = rules  # kept, so that no other table gets its identity
        self.ready = [(rule, compile_pattern(rule.pattern, bare=bare)) for rule in rules]
        needs = [_fold_all(rule.needs) if bare else rule.needs for rule in rules]
        words = {word for needed in needs for word in needed}
        self.words = re.compile(trie(words)) if words else None
        self.wanted_by = {  # a word stands wherever a longer one does that begins with it
            longer: frozenset(n for n, needed in enumerate(needs) if any(map(longer.startswith, needed)))
            for longer in words
        }
        self.free = frozenset(number for number, needed in enumerate(needs) if not needed)
        self.chosen: dict[frozenset[int], Candidates[Value]] = {}

    def candidates(self, text: Text, start: int, end: int) -> Candidates[Value]:
        """Give the rules that may match in a place: they need no word, or one stands there."""
        numbers = self.free
        if self.words:
            found = self.words.search(text.low, start, end)
            while found:  # from sign to sign, for words may overlap
                numbers |= self.wanted_by[found[0]]
                found = self.words.search(text.low, found.start() + 1, end)
        chosen = self.chosen.get(numbers)
        if chosen is None:
            chosen = self.chosen[numbers] = [self.ready[number] for number in sorted(numbers)]
        return chosen


_TABLES: dict[tuple[int, bool], Table[Any]] = {}


def candidates(
    rules: tuple[Rule[Value], ...], text: Text, start: int, end: int, *, bare: bool = False
) -> Candidates[Value]:
    """Give the rules of a table that may match in a place, with their patterns for this text."""
    bare = bare or text.bare
    key = id(rules), bare
    table = _TABLES.get(key)
    if table is None:
        table = _TABLES[key] = Table(rules, bare=bare)
    return table.candidates(text, start, end)


def match_first(
    rules: tuple[Rule[Value], ...], text: Text, start: int, end: int, *, bare: bool = False
) -> tuple[Rule[Value], re.Match[str]] | None:
    """Match the first rule of a table that matches at `start`; `bare` where a place has no accents."""
    low = text.low
    for rule, pattern in candidates(rules, text, start, end, bare=bare):
        if match := pattern.match(low, start, end):
            return rule, match
    return None


def search_first(
    rules: tuple[Rule[Value], ...], text: Text, start: int, end: int
) -> tuple[Rule[Value], re.Match[str]] | None:
    """Find the first rule of a table that matches anywhere in a place."""
    low = text.low
    for rule, pattern in candidates(rules, text, start, end):
        if match := pattern.search(low, start, end):
            return rule, match
    return None


def search_all(
    rules: tuple[Rule[Value], ...], text: Text, start: int, end: int
) -> Iterator[tuple[Rule[Value], re.Match[str]]]:
    """Find every match of every rule, table order first."""
    for rule, pattern in candidates(rules, text, start, end):
        for match in pattern.finditer(text.low, start, end):
            yield rule, match
