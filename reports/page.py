"""A report on the desk: its text with lines and sections, and the list of what was read by which rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from .cues import Section
from .dates import Reference
from .frame import Frame, read_frame
from .layout import Sentence
from .model import Reading, Span
from .sections import Part, read_parts
from .text import Text, clean

OPENING_SENTENCES = 14


@dataclass(eq=False)
class Page:
    """What every field is read from; `readings` collects which rule read what."""

    text: Text
    frame: Frame
    parts: tuple[Part, ...]
    reference: Reference = field(default_factory=Reference)
    readings: list[Reading] = field(default_factory=list)

    def note(self, name: str, rule: str, start: int, end: int, *, weak: bool = False) -> Span:
        """Cut a span of the source and note which rule read it as which field."""
        span = self.text.span(start, end)
        self.readings.append(Reading(name, rule, span, weak))
        return span

    def within(self, *sections: Section) -> Iterator[Part]:
        """Yield the sentences of some sections."""
        return (part for part in self.parts if part.section in sections)

    @cached_property
    def _by_end(self) -> dict[int, Part]:
        return {part.end: part for part in self.parts}

    def part_of(self, sentence: Sentence) -> Part | None:
        """Give a sentence with its section."""
        return self._by_end.get(sentence.end)

    @cached_property
    def _first_parts(self) -> list[Part]:
        body = (part for part in self.parts if part.section not in (Section.AROUND, Section.CAPTION))
        return list(islice(body, OPENING_SENTENCES))

    @cached_property
    def opening(self) -> tuple[int, int]:
        """Bound the first sentences of the body: who met, where, when, about what."""
        body = self._first_parts[:4]
        return (body[0].start, body[-1].end) if body else (0, 0)

    @cached_property
    def first_places(self) -> list[tuple[int, int]]:
        """Bound the first sentences of the body, with their labels."""
        return [(part.label[0] if part.label else part.start, part.end) for part in self._first_parts]


def open_page(source: str) -> Page:
    """Clean a text and tell its sections."""
    text = clean(source)
    frame = read_frame(text)
    return Page(text, frame, read_parts(text, frame))


def opening_parts(page: Page) -> list[tuple[int, int]]:
    """Bound the first sentences of the body."""
    return page.first_places


def titles_a_paper(page: Page) -> bool:
    """Tell the title of a notice or of minutes, also by its capitals, from that of a news report."""
    title = page.frame.title
    first = page.text.clean[slice(*title)].split("\n")[0] if title else ""
    return bool(title) and (page.frame.notice or first.isupper())
