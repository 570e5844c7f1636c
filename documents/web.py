"""HTML: the article of a page, or all of a document that an office program saved as HTML."""

from __future__ import annotations

import codecs
import re

from lxml import etree, html

from . import plain
from .article import article, has_surroundings
from .blocks import Node, blocks, key_of
from .model import Document, Problem, RefusedError
from .published import published_on

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE
)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_OFFICE = re.compile(
    r"""<meta[^>]{0,200}(?:Microsoft\sWord|LibreOffice|OpenOffice)|xmlns:w=["']urn:schemas""", re.IGNORECASE
)
LOGIN_LETTERS = 400
"""A page that asks for a password and shows no more than so much is there to log in."""


def read(data: bytes) -> Document:
    """Read a page."""
    text = decoded(data)
    try:
        root = html.document_fromstring(_XML_HEAD.sub("", text))
    except (etree.ParserError, ValueError) as error:
        raise RefusedError(Problem.EMPTY) from error
    everything = "\n".join(block.text for block in blocks(root))
    published = published_on(root)
    if _OFFICE.search(text, 0, 20_000) or not has_surroundings(root):
        if _asks_for_password(root) and len(key_of(everything)) < LOGIN_LETTERS:
            raise RefusedError(Problem.LOGIN)
        return Document(everything, published=published)
    lines = article(text, root)
    if not lines:
        raise RefusedError(Problem.LOGIN if _asks_for_password(root) else Problem.NO_ARTICLE)
    return Document("\n".join(lines), aside=everything, published=published)


def _asks_for_password(root: Node) -> bool:
    return bool(root.xpath("//input[@type='password']"))


def decoded(data: bytes) -> str:
    """Decode by the byte order mark, else by what the page declares, else as any text file."""
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return plain.read(data)
