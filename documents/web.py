"""HTML: the article of a page, or all of a document that an office program saved as HTML."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

from . import plain
from .model import Document, Problem, RefusedError
from .numbering import numeral

Node = Any

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE
)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_OFFICE = re.compile(
    r"""<meta[^>]{0,200}(?:Microsoft\sWord|LibreOffice|OpenOffice)|xmlns:w=["']urn:schemas""", re.IGNORECASE
)
_NEVER = {
    "button", "del", "form", "head", "iframe", "noscript", "script", "select", "style", "svg", "template",
}  # fmt: skip
_AROUND = {"nav", "header", "footer", "aside"}
_BLOCKS = {
    "address", "article", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th",
    "tr", "ul",
}  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n\f]+")
HEAD_LINES = 6
"""So many lines before an article's text hold its headline and when it was published."""
MOST_LINKED = 10
"""A document has at most one letter of so many in a link; menus are nothing but links."""
FEWEST_COLUMNS = 3


def read(data: bytes) -> Document:
    """Read a page."""
    text = decoded(data)
    try:
        root = html.document_fromstring(_XML_HEAD.sub("", text))
    except (etree.ParserError, ValueError) as error:
        raise RefusedError(Problem.EMPTY) from error
    everything = "\n".join(_lines(root))
    if _OFFICE.search(text, 0, 20_000) or not _has_surroundings(root):
        return Document(everything)
    return Document("\n".join(_article(text, root)), aside=everything)


def _has_surroundings(root: Node) -> bool:
    """Tell a page of a site, with menus and links around an article, from a document."""
    linked = sum(len(link.text_content()) for link in root.iter("a"))
    return linked * MOST_LINKED > len(root.text_content()) or next(root.iter(*_AROUND), None) is not None


def decoded(data: bytes) -> str:
    """Decode by the byte order mark, else by what the page declares, else as any text file."""
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return plain.read(data)


def _article(text: str, root: Node) -> list[str]:
    """Cut the article out of the page's lines: from its headline to its last line, whatever stands between.

    The extractor tells where the article is; it leaves out headlines, dates and numbers of lists, so its
    own text is not taken.
    """
    lines = list(_lines(root, around=False))
    found = {_key(line) for line in _extracted(text).split("\n")} - {""}
    places = [at for at, line in enumerate(lines) if _key(line) in found]
    if not places:
        return lines
    first = places[0]
    headline = _key("".join(root.xpath("string((//h1)[1])")))
    for at in range(max(0, first - HEAD_LINES), first):
        if headline and _key(lines[at]) == headline:
            first = at
            break
    return lines[first : places[-1] + 1]


def _extracted(text: str) -> str:
    import trafilatura  # noqa: PLC0415 most files are no pages, and it takes a while to import

    return trafilatura.extract(text, favor_recall=True, include_comments=False, include_tables=True) or ""


def _key(line: str) -> str:
    """Reduce a line to its letters and digits, so that two ways of writing it out are alike."""
    return "".join(sign for sign in line.lower() if sign.isalnum())


@dataclass
class _Lines:
    """Lines as they grow while a page is walked."""

    done: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    mark: str = ""  # of a list's item, before its first words

    def say(self, text: str | None) -> None:
        """Add words to the line."""
        if text:
            self.open.append(_SPACES.sub(" ", text))

    def end(self) -> None:
        """End the line."""
        line = _SPACES.sub(" ", "".join(self.open)).strip()
        self.open.clear()
        if line:
            self.done.append(self.mark + line)
            self.mark = ""


def _lines(root: Node, *, around: bool = True) -> Iterator[str]:
    """Give what a page shows, a line for each block; `around` keeps menus and the like."""
    lines = _Lines()
    skipped = _NEVER if around else _NEVER | _AROUND
    _walk(root, lines, skipped)
    lines.end()
    return iter(lines.done)


def _walk(node: Node, lines: _Lines, skipped: set[str]) -> None:
    name = node.tag if isinstance(node.tag, str) else ""
    if not name or name in skipped or "display:none" in (node.get("style") or "").replace(" ", ""):
        return
    if name == "br":
        lines.end()
        return
    if name == "table" and _walk_table(node, lines, skipped):
        return
    block = name in _BLOCKS
    if block:
        lines.end()
    if name == "li":
        lines.mark = _mark(node)
    lines.say(node.text)
    for part in node:
        _walk(part, lines, skipped)
        lines.say(part.tail)
    if block:
        lines.end()


def _walk_table(table: Node, lines: _Lines, skipped: set[str]) -> bool:
    """Write a table of data as rows between bars; tell whether it was one."""
    rows = [row.xpath("./td|./th") for row in table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr")]
    if max(map(len, rows), default=0) < FEWEST_COLUMNS or table.xpath(".//table"):
        return False
    lines.end()
    for row in rows:
        cells = [" ".join(_cell(cell, skipped)) for cell in row]
        if any(cells):
            lines.say(f"| {' | '.join(cells)} |")
            lines.end()
    return True


def _cell(cell: Node, skipped: set[str]) -> list[str]:
    lines = _Lines()
    lines.say(cell.text)
    for part in cell:
        _walk(part, lines, skipped)
        lines.say(part.tail)
    lines.end()
    return lines.done


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
