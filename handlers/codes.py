"""Short codes of items: `12.3` is task 3 of report 12, `12.c2` its target 2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.model import ItemKind, Report, Span

_CODE = re.compile(r"\s*(\d{1,9})(?:\s*[.,]\s*([chnup]?)\s*(\d{1,5}))?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Code:
    """An item's code; without an item it is the report itself."""

    report: int
    kind: ItemKind = ItemKind.TASK
    ordinal: int | None = None

    def __str__(self) -> str:
        return str(self.report) if self.ordinal is None else f"{self.report}.{self.kind}{self.ordinal}"

    @property
    def tap(self) -> str:
        """Give the command that shows the source, in a form that a chat offers to be tapped."""
        return f"/source_{self}".replace(".", "_")


def parse_code(text: str) -> Code | None:
    """Read a code as people type it, None where it is none.

    >>> str(parse_code("12.C3"))
    '12.c3'
    """
    match = _CODE.fullmatch(text)
    if not match:
        return None
    report, letter, ordinal = match.groups()
    if ordinal is None:
        return Code(int(report))
    return Code(int(report), ItemKind((letter or "").lower()), int(ordinal))


def span_of(report: Report, code: Code) -> Span | None:
    """Find the words of an item, None where the report has no such item."""
    if code.ordinal is None:
        return report.title or _first_line(report.source)
    spans: dict[ItemKind, Iterator[tuple[int, Span]]] = {
        ItemKind.TASK: ((task.ordinal, task.text) for task in report.tasks),
        ItemKind.TARGET: ((target.ordinal, target.name) for target in report.targets),
        ItemKind.LIMITATION: ((finding.ordinal, finding) for finding in report.limitations),
        ItemKind.CAUSE: ((finding.ordinal, finding) for finding in report.causes),
        ItemKind.STRENGTH: ((finding.ordinal, finding) for finding in report.strengths),
        ItemKind.PERSON: ((person.ordinal, person.name) for person in report.people),
    }
    return next((span for ordinal, span in spans[code.kind] if ordinal == code.ordinal), None)


def _first_line(source: str) -> Span:
    start = len(source) - len(source.lstrip())
    return Span.cut(source, start, start + len(source[start:].partition("\n")[0].rstrip()))
