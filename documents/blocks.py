"""What a page of HTML shows, a line for each block, with what tells an article from its surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .numbering import numeral

Node = Any  # lxml has no types of its own

_NEVER = {
    "button", "del", "head", "iframe", "input", "label", "noscript", "option", "script", "select", "style",
    "svg", "template", "textarea",
}  # fmt: skip
_AROUND = {"aside", "figcaption", "footer", "header", "nav"}
_BLOCKS = {
    "address", "article", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section", "table",
    "td", "th", "tr", "ul",
}  # fmt: skip
_STRESSED = {"b", "em", "h1", "h2", "h3", "h4", "i", "strong", "time"}
_HEADINGS = {"h1", "h2", "h3"}
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDDEN_CLASSES = {"d-none", "hidden", "hide", "sr-only", "visually-hidden"}
_FEET = {"chan-trang", "chantrang", "foot", "footer", "main-footer", "page-footer", "site-footer"}
_HEAD = re.compile(
    r"title|tieu-?de|headline|sapo|lead|desc|abstract|summary|tom-?tat|gioi-?thieu|date|ngay|time",
    re.IGNORECASE,
)
"""Names that portals give to what stands between a headline and the text."""
_SPACES = re.compile(r"[ \t\r\n\f\u200b\ufeff]+")
FEWEST_COLUMNS = 3
NEARLY_ALL = 0.9


@dataclass(frozen=True, slots=True)
class Block:
    """A line that a page shows.

    `linked` tells that it is a link and nothing else, `stressed` that it looks like a part of an article's
    head: bold, or in a place so named; `heading` that it is marked as one.
    """

    text: str
    linked: bool = False
    stressed: bool = False
    heading: bool = False


def key_of(text: str) -> str:
    """Reduce a line to its letters and digits, so that two ways of writing it out are alike."""
    return "".join(sign for sign in text.lower() if sign.isalnum())


def blocks(root: Node, *, around: bool = True) -> Iterator[Block]:
    """Give what a page shows, block for block; `around` keeps menus and the like."""
    walk = _Walk(around=around)
    walk.visit(root)
    walk.end()
    return iter(walk.done)


@dataclass
class _Walk:
    """Blocks as they grow while a page is walked."""

    around: bool
    done: list[Block] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _mark: str = ""  # of a list's item, before its first words
    _links: int = 0  # links and stressed parts that are open, and the letters in them
    _stresses: int = 0
    _headings: int = 0
    _letters_linked: int = 0
    _letters_stressed: int = 0

    def say(self, text: str | None) -> None:
        """Add words to the block."""
        if text:
            self._open.append(_SPACES.sub(" ", text))
            letters = len(key_of(text))
            self._letters_linked += letters if self._links else 0
            self._letters_stressed += letters if self._stresses else 0

    def end(self) -> None:
        """End the block."""
        line = _SPACES.sub(" ", "".join(self._open)).strip()
        if line:
            enough = max(len(key_of(line)), 1) * NEARLY_ALL
            linked, stressed = self._letters_linked >= enough, self._letters_stressed >= enough
            self.done.append(Block(self._mark + line, linked, stressed, self._headings > 0))
            self._mark = ""
        self._open.clear()
        self._letters_linked = self._letters_stressed = 0

    def visit(self, node: Node) -> None:
        """Walk an element and what is in it."""
        name = node.tag if isinstance(node.tag, str) else ""
        if not name or name in _NEVER or _is_hidden(node) or (not self.around and _is_around(node)):
            return
        if name == "br":
            self.end()
            return
        if name == "table" and self._table(node):
            return
        if block := name in _BLOCKS:
            self.end()
        if name == "li":
            self._mark = _mark(node)
        self._headings += name in _HEADINGS
        self._inside(node, linked=name == "a", stressed=name in _STRESSED or bool(_HEAD.search(_names(node))))
        if block:
            self.end()
        self._headings -= name in _HEADINGS

    def _inside(self, node: Node, *, linked: bool = False, stressed: bool = False) -> None:
        self._links += linked
        self._stresses += stressed
        self.say(node.text)
        for part in node:
            self.visit(part)
            self.say(part.tail)
        self._links -= linked
        self._stresses -= stressed

    def _table(self, table: Node) -> bool:
        """Write a table of data as rows between bars; tell whether it was one."""
        rows = [row.xpath("./td|./th") for row in table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr")]
        if max(map(len, rows), default=0) < FEWEST_COLUMNS or table.xpath(".//table"):
            return False
        self.end()
        for row in rows:
            cells = [" ".join(self._cell(cell)) for cell in row]
            if any(cells):
                self.say(f"| {' | '.join(cells)} |")
                self.end()
        return True

    def _cell(self, cell: Node) -> Iterator[str]:
        walk = _Walk(around=self.around)
        walk._inside(cell)
        walk.end()
        return (block.text for block in walk.done)


def _names(node: Node) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"


def _is_hidden(node: Node) -> bool:
    if node.get("hidden") is not None or _HIDDEN_STYLE.search(node.get("style") or ""):
        return True
    return not _HIDDEN_CLASSES.isdisjoint((node.get("class") or "").split())


def _is_around(node: Node) -> bool:
    """Tell what is set around articles; a header of the article itself holds its headline."""
    if node.tag == "header":
        return next(node.iterancestors("article"), None) is None
    return node.tag in _AROUND or not _FEET.isdisjoint(_names(node).lower().split())


def _mark(item: Node) -> str:
    """Write what a browser shows before an item of a list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    before = sum(1 for sibling in item.itersiblings("li", preceding=True))
    start = parent.get("start") or "1"
    number = int(start) if start.isdecimal() and len(start) < 5 else 1
    forms = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
    return f"{numeral(number + before, forms.get(parent.get('type') or '1', 'decimal'))}. "
