"""Tell what a file is by its content; its name only tells what it claims to be."""

from __future__ import annotations

import re
from enum import StrEnum

from .archive import names_of
from .model import Problem, RefusedError


class Kind(StrEnum):
    """A type of file that can be read."""

    WORD = "docx"
    PDF = "pdf"
    HTML = "html"
    TEXT = "txt"
    PICTURE = "picture"


READABLE = {
    ".docx": Kind.WORD,
    ".docm": Kind.WORD,
    ".pdf": Kind.PDF,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".txt": Kind.TEXT,
}
"""The names under which files are looked for in a folder."""

_ZIP, _COMPOUND, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
_HEAD = 1024  # readers of PDF look for its mark so far into a file, and so do writers put it there
_PICTURES = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|II\*\x00|MM\x00\*|GIF8|BM.{4}\0\0\0\0|RIFF.{4}WEBP", re.DOTALL
)
_APPLE_PICTURE = re.compile(rb".{4}ftyp(?:heic|heix|mif1|msf1|avif)", re.DOTALL)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_BINARY_NAMES = re.compile(
    r"\.(?:docx?|docm|dotx?|pdf|xlsx?|pptx?|odt|rtf|png|jpe?g|gif|webp|tiff?|bmp|heic|zip|rar|7z)$",
    re.IGNORECASE,
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65_536


def kind_of(data: bytes, name: str) -> Kind:
    """Tell what to read a file as. Raises RefusedError where it is nothing that is read here."""
    if not data.strip(b"\0 \t\r\n"):
        raise RefusedError(Problem.EMPTY)
    if data.startswith(_ZIP):
        return _in_archive(data)
    if data.startswith(_COMPOUND):
        raise RefusedError(_in_compound(data))
    if b"%PDF-" in data[:_HEAD]:
        return Kind.PDF
    if _PICTURES.match(data):
        return Kind.PICTURE
    if _APPLE_PICTURE.match(data) or data.startswith(_RTF):
        raise RefusedError(Problem.OTHER_TYPE)
    return _of_text(data, name)


def _in_archive(data: bytes) -> Kind:
    names = names_of(data)
    if "word/document.xml" in names or any(n.startswith("word/") and n.endswith(".xml") for n in names):
        return Kind.WORD
    raise RefusedError(Problem.OTHER_TYPE)


def _in_compound(data: bytes) -> Problem:
    """Tell what Microsoft's old container holds: its streams are named in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Problem.ENCRYPTED
    return Problem.OLD_WORD if "WordDocument".encode("utf-16-le") in data else Problem.OTHER_TYPE


def _of_text(data: bytes, name: str) -> Kind:
    if _PAGE.match(data[:4096].replace(b"\0", b"").decode("latin-1").removeprefix("ï»¿").lstrip("ÿþ")):
        return Kind.HTML
    claims_more = bool(_BINARY_NAMES.search(name))
    if not _is_text(data):
        claims_to_be_read = claims_more or name.lower().endswith(tuple(READABLE))
        raise RefusedError(Problem.WRONG_TYPE if claims_to_be_read else Problem.OTHER_TYPE)
    if claims_more:
        raise RefusedError(Problem.WRONG_TYPE)
    return Kind.HTML if name.lower().endswith((".html", ".htm")) else Kind.TEXT


def _is_text(data: bytes) -> bool:
    """Tell whether bytes are text in any encoding: nearly none are controls, but for UTF-16's zeros."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = data[:_SAMPLE]
    return looks_like_utf16(sample) is not None or len(_CONTROLS.findall(sample)) * 200 < len(sample)


def looks_like_utf16(sample: bytes) -> str | None:
    """Name the byte order of UTF-16 without a mark: in Vietnamese most characters have a zero byte."""
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 2 > half and even * 20 < half:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > half and odd * 20 < half else None
