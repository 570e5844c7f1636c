"""Word documents: the text in the order of reading, with the numbers and signs that Word only counts.

The parts are walked as they are written: a document library leaves out what was inserted while changes
were tracked, content controls, text boxes (where stamps stand) and automatic numbers. Macros, pictures
and whatever else the archive holds are never unpacked.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .archive import Archive
from .markup import Node, attribute, child, children, is_on, name_of, parse, value_of
from .model import Document, Problem, RefusedError
from .numbering import LEVELS, Numbering

FEWEST_COLUMNS = 3  # with fewer a table is a way to set things side by side, such as a letterhead
DEEPEST_STYLE = 20
_NOT_SHOWN = {"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr", "Fallback"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WRAPPERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}


def read(data: bytes) -> Document:
    """Read a document: its headers, then its body."""
    archive = Archive(data)
    main = _main_part(archive)
    related = _relations(archive, main)
    body = child(parse(archive, main), "body")
    if body is None:
        raise RefusedError(Problem.DAMAGED)
    reader = _Reader(
        Numbering(_first(archive, related, "numbering")), _style_lists(_first(archive, related, "styles"))
    )

    def lines_of(wanted: str) -> dict[str, None]:
        roots = (parse(archive, name) for kind, name in related if kind == wanted and name in archive.names)
        return dict.fromkeys(line for root in roots for line in reader.blocks(root) if _says_something(line))

    text = "\n".join([*lines_of("header"), *reader.blocks(body)]).strip("\n")
    return Document(text, aside="\n".join(lines_of("footer")))


def _says_something(line: str) -> bool:
    """Tell a stamp or a name in a header from a page number."""
    return sum(sign.isalpha() for sign in line) > 1


def _main_part(archive: Archive) -> str:
    for kind, name in _relations(archive, ""):
        if kind == "officeDocument" and name in archive.names:
            return name
    if "word/document.xml" in archive.names:
        return "word/document.xml"
    raise RefusedError(Problem.DAMAGED)


def _relations(archive: Archive, part: str) -> list[tuple[str, str]]:
    """List what a part refers to: the kind, and the name of the part referred to."""
    folder, _, name = part.rpartition("/")
    sheet = posixpath.join(folder, "_rels", f"{name}.rels")
    if sheet not in archive.names:
        return []
    return [
        (
            attribute(relation, "Type").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, attribute(relation, "Target"))).lstrip("/"),
        )
        for relation in children(parse(archive, sheet), "Relationship")
        if attribute(relation, "TargetMode") != "External"
    ]


def _first(archive: Archive, related: Iterable[tuple[str, str]], kind: str) -> Node | None:
    names = (name for found, name in related if found == kind and name in archive.names)
    name = next(names, None)
    return parse(archive, name) if name else None


@dataclass(frozen=True, slots=True)
class _StyleList:
    """The list that a style of paragraphs belongs to, as far as the style says so itself."""

    based_on: str
    number: str
    level: str


def _style_lists(root: Node | None) -> dict[str, _StyleList]:
    return {
        attribute(style, "styleId"): _StyleList(
            value_of(style, "basedOn"),
            value_of(style, "pPr", "numPr", "numId"),
            value_of(style, "pPr", "numPr", "ilvl"),
        )
        for style in children(root, "style")
    }


@dataclass
class _Inline:
    """What a paragraph shows: its own text, and the lines of text boxes that hang on it."""

    text: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)


class _Reader:
    """Reads blocks in order, counting lists on."""

    def __init__(self, numbering: Numbering, styles: dict[str, _StyleList]):
        self._numbering = numbering
        self._styles = styles

    def blocks(self, container: Node) -> Iterator[str]:
        """Give the lines of paragraphs and tables."""
        for node in container:
            name = name_of(node)
            if name == "p":
                yield from self._paragraph(node)
            elif name == "tbl":
                yield from self._table(node)
            elif name in _WRAPPERS:
                yield from self.blocks(node)

    def _paragraph(self, node: Node) -> Iterator[str]:
        shown = _Inline()
        self._collect(node, shown)
        yield from shown.boxes
        text = "".join(shown.text).strip()
        # An empty paragraph of a list is not numbered in print either, once it is taken for a line.
        label = self._label(child(node, "pPr")) if text else ""
        yield from f"{label} {text}".strip().split("\n")

    def _label(self, properties: Node | None) -> str:
        number, level = self._list_of(properties)
        if number in ("", "0"):
            return ""
        return self._numbering.label(number, min(int(level), LEVELS - 1) if level.isdecimal() else 0)

    def _list_of(self, properties: Node | None) -> tuple[str, str]:
        """Find the list and level of a paragraph: its own, else its style's, else what that is based on."""
        number = value_of(properties, "numPr", "numId")
        level = value_of(properties, "numPr", "ilvl")
        style = self._styles.get(value_of(properties, "pStyle"))
        for _ in range(DEEPEST_STYLE):
            if style is None or (number and level):
                break
            number, level = number or style.number, level or style.level
            style = self._styles.get(style.based_on)
        return number, level

    def _collect(self, node: Node, shown: _Inline) -> None:
        """Collect what is seen in print, and nothing that was deleted or is hidden."""
        for part in node:
            name = name_of(part)
            if name in _NOT_SHOWN or (name == "r" and is_on(child(part, "rPr"), "vanish")):
                continue
            if name == "t":
                shown.text.append(part.text or "")
            elif name in _SIGNS:
                shown.text.append(_SIGNS[name])
            elif name == "sym":
                shown.text.append("•" if not "".join(shown.text).strip() else " ")
            elif name == "txbxContent":
                shown.boxes += self.blocks(part)
            elif name == "textpath":
                shown.boxes.append(attribute(part, "string"))
            else:
                self._collect(part, shown)

    def _table(self, node: Node) -> Iterator[str]:
        rows = [[list(self._cell(cell)) for cell in cells] for cells in _rows(node)]
        if max(map(len, rows), default=0) >= FEWEST_COLUMNS:
            yield from filter(None, map(_barred, rows))
        elif any(len(cell) > 1 for row in rows for cell in row):
            yield from (line for row in rows for cell in row for line in cell)
        else:
            yield from ("\t".join(" ".join(cell) for cell in row).strip() for row in rows)

    def _cell(self, cell: Node) -> Iterator[str]:
        """Give the lines of a cell that say something; one merged with that above is empty."""
        merged = child(cell, "tcPr", "vMerge")
        if merged is None or attribute(merged, "val") == "restart":
            yield from (line for line in self.blocks(cell) if line.strip())


def _rows(table: Node) -> Iterator[list[Node]]:
    for node in table:
        name = name_of(node)
        if name == "tr":
            yield list(_cells(node))
        elif name in _WRAPPERS:
            yield from _rows(node)


def _cells(row: Node) -> Iterator[Node]:
    for node in row:
        name = name_of(node)
        if name == "tc":
            yield node
        elif name in _WRAPPERS:
            yield from _cells(node)


def _barred(row: list[list[str]]) -> str:
    """Write a row between bars, as the reading of tables takes it: an empty cell keeps its place."""
    cells = [" ".join(" ".join(cell).split()) for cell in row]
    return f"| {' | '.join(cells)} |" if any(cells) else ""
