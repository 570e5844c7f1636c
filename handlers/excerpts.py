"""Find the place in a source where searched words stand, and mark them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.richtext import RichText, Style, Styled
from reports import sentence_at
from reports.folding import fold_with_offsets

SHOWN = 260
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A word that was searched for: its place in the source."""

    word: str
    start: int
    end: int
    index: int  # how many words stand before it


def excerpt(source: str, words: Sequence[str]) -> tuple[RichText, int]:
    """Cut out the sentence where the folded words stand closest, mark them, count the other places.

    Another place is one where the words stand as close as in the one shown.
    """
    found = list(_find(source, frozenset(words)))
    windows = list(_windows(found, len(set(words))))
    if not windows:
        return RichText(), 0
    width = min(last.index - first.index for first, last in windows)
    closest = [(first, last) for first, last in windows if last.index - first.index == width]
    first, last = closest[0]
    return _cut(source, first.start, last.end, found), len(closest) - 1


def _find(source: str, words: frozenset[str]) -> Iterator[Found]:
    folded, offsets = fold_with_offsets(source)
    for index, match in enumerate(_WORD.finditer(folded)):
        if match[0] in words:
            start, end = match.span()
            yield Found(match[0], offsets[start], offsets[end - 1] + 1, index)


def _windows(found: Sequence[Found], wanted: int) -> Iterator[tuple[Found, Found]]:
    """Yield stretches that hold every word, each as short as its last word allows."""
    latest: dict[str, Found] = {}
    used = -1
    for word in found:
        latest[word.word] = word
        first = min(latest.values(), key=lambda w: w.index)
        if len(latest) == wanted and first.index > used:
            yield first, word
            used = first.index


def _cut(source: str, start: int, end: int, found: Sequence[Found]) -> RichText:
    sentence = sentence_at(source, start, end)
    first, last = min(sentence.start, start), max(sentence.end, end)
    if last - first > SHOWN:
        room = max((SHOWN - (end - start)) // 2, 0)
        first, last = _word_edges(source, max(start - room, first), min(end + room, last), first, last)
    inside = [w for w in found if first <= w.start and w.end <= last]
    text = ""
    places: list[Styled] = []
    at = first
    for word in inside:
        between = _folded_spaces(source[at : word.start])
        start = len(text) + len(between)
        if between == " " and places:
            start = places.pop().start  # words side by side are marked as one
        text += between + source[word.start : word.end]
        places.append(Styled(start, len(text), Style.MARK))
        at = word.end
    text += _folded_spaces(source[at:last])
    before = "…" if first > sentence.start else ""
    behind = "…" if last < sentence.end else ""
    return RichText(before) + RichText(text, tuple(places)) + behind


def _folded_spaces(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _word_edges(source: str, start: int, end: int, least: int, most: int) -> tuple[int, int]:
    """Move both ends outward to the next white space, at most to the sentence's own ends."""
    while start > least and not source[start - 1].isspace():
        start -= 1
    while end < most and not source[end].isspace():
        end += 1
    return start, end
