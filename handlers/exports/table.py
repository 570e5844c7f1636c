"""A table as columns, each of which knows its heading, its width and what stands in its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handlers.exports.cells import Cell
from handlers.texts import Texts
from storage.reports import StoredReport

T = TypeVar("T")
Reports = Sequence[StoredReport]


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its heading is the text "column.<name>", its width is in characters."""

    name: str
    width: int
    cell: Callable[[T, Texts], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table: its title is the text "sheet.<name>", a row for each thing that it lists."""

    name: str
    listed: Callable[[Reports], Iterator[T]]
    columns: tuple[Column[T], ...]

    def head(self, texts: Texts) -> list[str]:
        """Write the headings."""
        return [texts(f"column.{column.name}") for column in self.columns]

    def rows(self, reports: Reports, texts: Texts) -> Iterator[list[Cell]]:
        """Write a row for each thing."""
        for item in self.listed(reports):
            yield [column.cell(item, texts) for column in self.columns]
