"""Tasks told twice: in the standfirst (sapo) of a news report and in its text, or under a picture."""

from __future__ import annotations

import re

from .cues import Section
from .page import Page
from .text import Text

Place = tuple[int, int]

_WORD = re.compile(r"\w+")
MOST_IN_A_STANDFIRST = 4
FEWEST_LINES = 4
MOST_COMPARED = 200
MOSTLY = 0.7  # so much of what the standfirst says stands in one task of the text
SHORTEST_TWICE = 20


def told_once(page: Page, tasks: list[tuple[int, int, Place | None]]) -> set[int]:
    """Give where the tasks begin that were not told before in the same words, nor ahead in the standfirst."""
    text = page.text
    seen: set[tuple[str, str]] = set()
    once: list[Place] = []
    for start, end, asked in tasks:
        words = text.low[start:end].strip(" ;,."), text.low[slice(*asked)] if asked else ""
        if words not in seen or end - start < SHORTEST_TWICE:
            seen.add(words)
            once.append((start, end))
    ahead = _in_the_standfirst(page, once)
    later = [_words(text, place) for place in once[ahead : ahead + MOST_COMPARED]]
    again = {place for place in once[:ahead] if _comes_again(_words(text, place), later)}
    return {start for start, end in once if (start, end) not in again}


def _in_the_standfirst(page: Page, places: list[Place]) -> int:
    """Count the tasks in the first line of the body, if only a few stand there and others follow."""
    first = next((part for part in page.parts if part.section is not Section.AROUND), None)
    if not first or first.level or page.frame.tail - first.line < FEWEST_LINES:
        return 0
    end = page.frame.lines[first.line].end
    count = sum(start < end for start, _ in places[: MOST_IN_A_STANDFIRST + 1])
    return count if count <= MOST_IN_A_STANDFIRST else 0


def _words(text: Text, place: Place) -> frozenset[str]:
    return frozenset(_WORD.findall(text.low, *place))


def _comes_again(words: frozenset[str], later: list[frozenset[str]]) -> bool:
    return any(len(words & other) >= MOSTLY * len(words) for other in later)
