"""Find the place in a source where searched words stand, and mark them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.richtext import RichText, Style, Styled, extends, join, shorten
from reports import sentence_at
from reports.folding import fold_with_offsets

SHOWN = 260
LEAST_AROUND = 15
"""How many characters around a word are shown at least, where the words stand far apart."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A word that was searched for: its place in the source."""

    word: str
    start: int
    end: int
    index: int  # how many words stand before it


Range = tuple[int, int]
Window = tuple[Found, ...]
"""Every word once, in the order of the source."""


def excerpt(source: str, words: Sequence[str], most: int = SHOWN) -> tuple[RichText, int]:
    """Cut out the sentence where the folded words stand closest, mark them, count the other places.

    Of a sentence with more letters than `most` what is around the words.

    Another place is one where the words stand as close as in the one shown.
    """
    order = list(dict.fromkeys(words))
    found = list(_find(source, frozenset(order)))
    by_distance = defaultdict(list)
    for window in _windows(found, len(order)):
        by_distance[_distance(window, order)].append(window)
    if not by_distance:
        return RichText(), 0
    closest = by_distance[min(by_distance)]
    return _cut(source, closest[0], found, most), len(closest) - 1


def marked(sentences: str, words: Sequence[str], most: int) -> RichText:
    """Mark the folded words in one or two sentences; of longer ones what is around the words."""
    if not words:
        return RichText(shorten(sentences, most))
    if len(sentences) > most:
        return excerpt(sentences, words, most)[0]
    return _piece(sentences, 0, len(sentences), list(_find(sentences, frozenset(words))))


def _find(source: str, words: frozenset[str]) -> Iterator[Found]:
    folded, offsets = fold_with_offsets(source)
    index = at = 0
    for start, word in sorted(place for one in words for place in _places(folded, one)):
        # How many words stand between tells how near each other they are: of one alone nobody asks.
        index += 1 if len(words) == 1 else len(_WORD.findall(folded, at, start)) + 1
        at = start + len(word)
        first, end = offsets[start], offsets[at - 1] + 1
        while end < len(source) and extends(source[end]):
            end += 1  # an accent written apart belongs to the word's last letter
        yield Found(word, first, end, index - 1)


def _places(folded: str, word: str) -> Iterator[tuple[int, str]]:
    """Yield where a word stands by itself in a text."""
    at = folded.find(word) if word.isalnum() else -1
    while at >= 0:
        end = at + len(word)
        if not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum()):
            yield at, word
        at = folded.find(word, at + 1)


def _windows(found: Sequence[Found], wanted: int) -> Iterator[Window]:
    """Yield stretches that hold every word, each as short as its last word allows."""
    latest: dict[str, Found] = {}
    used = -1
    for word in found:
        latest[word.word] = word
        first = min(latest.values(), key=lambda w: w.index)
        if len(latest) == wanted and first.index > used:
            yield tuple(sorted(latest.values(), key=lambda w: w.index))
            used = first.index


def _distance(window: Window, order: Sequence[str]) -> tuple[int, bool]:
    """Tell how far the words stand apart; at the same distance those in the order asked for come first."""
    return window[-1].index - window[0].index, [found.word for found in window] != order


def _cut(source: str, window: Window, found: Sequence[Found], shown: int) -> RichText:
    start, end = window[0].start, window[-1].end
    sentence = sentence_at(source, start, end)
    least, most = min(sentence.start, start), max(sentence.end, end)
    ranges = list(_ranges(source, window, (least, most), shown))
    pieces = join([_piece(source, first, last, found) for first, last in ranges], " … ")
    before = "…" if ranges[0][0] > least else ""
    behind = "…" if ranges[-1][1] < most else ""
    return RichText(before) + pieces + behind


def _ranges(source: str, window: Window, sentence: Range, shown: int) -> Iterator[Range]:
    """Choose what is shown: the sentence, else what is around the words, else around each of them."""
    start, end = window[0].start, window[-1].end
    if sentence[1] - sentence[0] <= shown:
        yield sentence
    elif end - start <= shown:
        yield around(source, (start, end), (shown - (end - start)) // 2, sentence)
    else:
        room = max(shown // (2 * len(window)), LEAST_AROUND)
        yield from _merged([around(source, (word.start, word.end), room, sentence) for word in window])


def around(source: str, place: Range, room: int, within: Range) -> Range:
    """Widen a place by `room` on both sides and on to the next white space, but not beyond `within`."""
    start, end = max(place[0] - room, within[0]), min(place[1] + room, within[1])
    while start > within[0] and not source[start - 1].isspace():
        start -= 1
    while end < within[1] and not source[end].isspace():
        end += 1
    return start, end


def _merged(ranges: Sequence[Range]) -> Iterator[Range]:
    first, last = ranges[0]
    for start, end in ranges[1:]:
        if start > last + 1:
            yield first, last
            first = start
        last = max(last, end)
    yield first, last


def _piece(source: str, first: int, last: int, found: Sequence[Found]) -> RichText:
    """Write a stretch on one line, what was searched marked; words side by side are marked as one."""
    text = ""
    places: list[Styled] = []
    at = first
    for word in found:
        if word.start < first or word.end > last:
            continue
        between = _folded_spaces(source[at : word.start])
        start = places.pop().start if between == " " and places else len(text) + len(between)
        text += between + source[word.start : word.end]
        places.append(Styled(start, len(text), Style.MARK))
        at = word.end
    return RichText(text + _folded_spaces(source[at:last]), tuple(places))


def _folded_spaces(text: str) -> str:
    return re.sub(r"\s+", " ", text)
