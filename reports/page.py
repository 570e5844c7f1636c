"""A report on the desk: its text with lines and sections, and the list of what was read by which rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from .cues import Section
from .dates import Reference
from .frame import Frame, read_frame
from .layout import Sentence
from .model import Reading, Span
from .sections import Part, read_parts
from .text import Text, clean


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
    def opening(self) -> tuple[int, int]:
        """Bound the first sentences of the body: who met, where, when, about what."""
        body = [part for part in self.parts if part.section not in (Section.AROUND, Section.CAPTION)]
        if not body:
            return 0, 0
        return body[0].start, body[min(len(body), 4) - 1].end


def open_page(source: str) -> Page:
    """Clean a text and tell its sections."""
    text = clean(source)
    frame = read_frame(text)
    return Page(text, frame, read_parts(text, frame))


OPENING_SENTENCES = 14


def opening_parts(page: Page) -> list[tuple[int, int]]:
    """Bound the first sentences of the body."""
    body = [p for p in page.parts if p.section not in (Section.AROUND, Section.CAPTION)]
    return [(p.label[0] if p.label else p.start, p.end) for p in body[:OPENING_SENTENCES]]
