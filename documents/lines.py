"""Lines of a page that was set at a width: which of them are one paragraph is told by where they end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_ITEM = re.compile(r"(?:[-–—+•*▪●]|\(?\w{1,3}[.)/]|\d{1,2}(?:\.\d{1,2})+\.?)\s")
_PAGE_NUMBER = re.compile(
    r"\s*(?:-\s*|–\s*|trang\s+)?\d{1,3}(?:\s*[/|]\s*\d{1,3})?(?:\s*[-–])?\s*", re.IGNORECASE
)
_ENDED = re.compile(r"[.;:!?…][\"”’)]*$")
SAME_EDGE = 3.0
FEWEST_ALIGNED = 3
FEWEST_PAGES = 3
"""With so many pages, a line that stands at the head or foot of most of them is no part of the text."""
# Shares of a line's height.
SPACE, INDENT, HANGING, NEARLY_FULL = 0.25, 1.0, 4.0, 0.3
PITCH = 1.2
"""Lines that lie further apart than usual by so much are two paragraphs."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line and where it stands, in any unit, downwards; `first_word` is how wide its first word is."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    first_word: float

    @property
    def height(self) -> float:
        """Give the height of its letters."""
        return max(self.bottom - self.top, 0.1)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, between where they are set, and how far they usually lie apart."""

    lines: Sequence[Line]
    left: float
    right: float
    pitch: float


def paragraphs(pages: Iterable[Sequence[Line]]) -> str:
    """Put paragraphs together again, also over the edge of a page."""
    text: list[str] = []
    before: tuple[Line, Page] | None = None
    for page in map(_measured, _without_surroundings([list(page) for page in pages])):
        if not page.lines:
            before = None
            text += "\n" if text else ""
        for line in page.lines:
            if before is not None:
                text.append(" " if _goes_on(*before, line, page) else "\n")
            text.append(line.text)
            before = line, page
    return "".join(text)


def _without_surroundings(pages: list[list[Line]]) -> Iterator[list[Line]]:
    """Leave out page numbers, and behind the first page what is printed at the head or foot of all.

    On the first it stays: a stamp may be printed so.
    """
    counts = Counter(_shape(line) for page in pages for line in {*page[:1], *page[-1:]})
    running = {
        shape for shape, count in counts.items() if len(pages) >= FEWEST_PAGES and count * 2 > len(pages)
    }
    for number, page in enumerate(pages):
        lines = page
        for edge in (0, -1):
            if lines and (
                _PAGE_NUMBER.fullmatch(lines[edge].text) or (number and _shape(lines[edge]) in running)
            ):
                lines = lines[1:] if edge == 0 else lines[:-1]
        yield lines


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _measured(lines: Sequence[Line]) -> Page:
    """Find where lines end at the right: where several end alike, else where the longest does."""
    ends = Counter(round(line.right / SAME_EDGE) for line in lines)
    aligned = [end for end, count in ends.items() if count >= FEWEST_ALIGNED]
    right = (max(aligned) + 0.5) * SAME_EDGE if aligned else max((line.right for line in lines), default=0)
    pitches = sorted(below.top - line.top for line, below in pairwise(lines) if below.top > line.top)
    usual = pitches[len(pitches) // 4] if pitches else 0.0  # many paragraphs are but a line
    return Page(lines, min((line.left for line in lines), default=0), right, usual)


def _goes_on(line: Line, page: Page, following: Line, its_page: Page) -> bool:
    """Tell whether a line was broken only because the next word did not fit any more."""
    room = page.right - line.right
    if len(page.lines) == 1 or _ITEM.match(following.text) or "\t" in line.text + following.text:
        return False
    if following.first_word + line.height * SPACE < room:
        return False
    if _ENDED.search(line.text) and room > line.height * NEARLY_FULL:
        return False
    if page is its_page and not 0 < following.top - line.top < page.pitch * PITCH:
        return False
    indent = line.height * INDENT
    hanging = line.height * HANGING if _ITEM.match(line.text) else indent
    return following.left - its_page.left < indent or -indent < following.left - line.left < hanging
