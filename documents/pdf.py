"""PDF: the text layer of each page; a page without one is a picture, for OCR where there is any."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import pypdfium2
from pypdfium2 import raw

from .lines import Line, paragraphs
from .model import MAX_PAGES, Document, Problem, RefusedError

Look = Callable[[bytes], Sequence[Line]]
"""Reads a picture."""

FEWEST_LETTERS = 10
"""A page with fewer letters, and something drawn on it, is a scan with at most a number printed on it."""
MAX_SCANNED = 30
"""Pages that are read by OCR, at some seconds each."""
DOTS_PER_INCH = 300
_POINTS = 72
_MOST_DOTS = 4000  # along an edge: a huge page is read coarsely
_NEEDS_PASSWORD = 4
_BROKEN_WORD = "\ufffe"  # how a hyphen at a line's end is told
_LABEL = re.compile(r"\w{1,2}[.)](?=[^\W\d])")
WORDS_APART = 0.12  # as a share of the size of the font
SAME_HEIGHT = 0.25  # as a share of it, too
Page = Sequence[Line]


def read(data: bytes, look: Look | None = None) -> Document:
    """Read a PDF, its scanned pages by `look`."""
    pdf = _opened(data)
    if len(pdf) > MAX_PAGES:
        raise RefusedError(Problem.TOO_MANY_PAGES, pages=len(pdf), limit=MAX_PAGES)
    if not len(pdf):
        raise RefusedError(Problem.EMPTY)
    pages = [_lines_of(pdf, number) for number in range(len(pdf))]
    scanned = [number for number, page in enumerate(pages) if page is None]
    if scanned and look is not None:
        return _with_scanned(pdf, pages, scanned, look)
    if len(scanned) == len(pages):
        raise RefusedError(Problem.PICTURE)
    return Document(_text(pages), len(pdf), unread=len(scanned))


def _text(pages: Sequence[Page | None]) -> str:
    return paragraphs(page or () for page in pages)


def _opened(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        encrypted = error.err_code == _NEEDS_PASSWORD
        raise RefusedError(Problem.ENCRYPTED if encrypted else Problem.DAMAGED) from error


def _lines_of(pdf: Any, number: int) -> Page | None:
    """Give the lines of a page, None where it is a picture."""
    try:
        page = pdf[number]
        lines = list(_lines(page.get_textpage(), page.get_height()))
    except pypdfium2.PdfiumError as error:
        raise RefusedError(Problem.DAMAGED) from error
    if sum(sign.isalpha() for line in lines for sign in line.text) >= FEWEST_LETTERS:
        return lines
    return None if next(page.get_objects(max_depth=3), None) is not None else ()


def _lines(page: Any, height: float) -> Iterator[Line]:
    """Give the lines of a text layer, each with its place."""
    signs = [chr(raw.FPDFText_GetUnicode(page.raw, at)) for at in range(page.count_chars())]
    start = 0
    for end in [at for at, sign in enumerate(signs) if sign == "\n"] + [len(signs)]:
        shown = [at for at in range(start, end) if not signs[at].isspace() and signs[at] != _BROKEN_WORD]
        if shown:
            yield _line(page, height, signs, shown)
        start = end + 1


def _line(page: Any, height: float, signs: list[str], shown: list[int]) -> Line:
    ordered = _from_left(page, shown)
    if ordered != shown:
        return _mended_line(page, height, signs, ordered)
    first, last = shown[0], shown[-1]
    word = first
    while word < last and not signs[word + 1].isspace():
        word += 1
    left = page.get_charbox(first)[0]
    text = "".join(signs[first : last + 1]).replace("\r", "").replace(_BROKEN_WORD, "")
    if (label := _LABEL.match(text)) and _is_apart(page, first + label.end()):
        text = f"{label[0]} {text[label.end() :]}"
    bottom = height - _origin(page, first)[1]
    return Line(
        text,
        left,
        page.get_charbox(last)[2],
        bottom - raw.FPDFText_GetFontSize(page.raw, first),
        bottom,
        page.get_charbox(word)[2] - left,
    )


def _from_left(page: Any, shown: list[int]) -> list[int]:
    """Order the letters of one height by where they stand.

    Where a font lacks a letter, programs take it from another one and write those letters last: a line
    then reads "K t qu" and, behind it, "ế ả".
    """
    lefts = {at: _origin(page, at)[0] for at in shown}
    if all(lefts[one] <= lefts[other] for one, other in pairwise(shown)):
        return shown
    heights = [_origin(page, at)[1] for at in shown]
    if max(heights) - min(heights) > raw.FPDFText_GetFontSize(page.raw, shown[0]) * SAME_HEIGHT:
        return shown
    return sorted(shown, key=lambda at: lefts[at])


def _mended_line(page: Any, height: float, signs: list[str], ordered: list[int]) -> Line:
    """Give a line whose letters were not written from left to right; its spaces are told by the gaps."""
    first, last = ordered[0], ordered[-1]
    text, word_ends = signs[first], page.get_charbox(first)[2]
    for before, at in pairwise(ordered):
        gap = _origin(page, at)[0] - page.get_charbox(before, loose=True)[2]
        if apart := gap > raw.FPDFText_GetFontSize(page.raw, at) * WORDS_APART:
            text += " "
        text += signs[at]
        if not apart and " " not in text:
            word_ends = page.get_charbox(at)[2]
    left, bottom = page.get_charbox(first)[0], height - _origin(page, first)[1]
    top = bottom - raw.FPDFText_GetFontSize(page.raw, first)
    return Line(text, left, page.get_charbox(last)[2], top, bottom, word_ends - left)


def _is_apart(page: Any, at: int) -> bool:
    """Tell whether a letter stands apart from that before it, where no space was written."""
    gap = page.get_charbox(at)[0] - page.get_charbox(at - 1)[2]
    return bool(gap > raw.FPDFText_GetFontSize(page.raw, at) * WORDS_APART)


def _origin(page: Any, at: int) -> tuple[float, float]:
    """Tell where a letter stands: its own box depends on which letter it is."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page.raw, at, x, y)
    return x.value, y.value


def _with_scanned(pdf: Any, pages: list[Page | None], scanned: list[int], look: Look) -> Document:
    if len(scanned) > MAX_SCANNED:
        raise RefusedError(Problem.TOO_MANY_PAGES, pages=len(scanned), limit=MAX_SCANNED)
    for number in scanned:
        pages[number] = look(_drawn(pdf[number]))
    text = _text(pages)
    if not text.strip():
        raise RefusedError(Problem.UNREADABLE)
    return Document(text, len(pdf), by_ocr=True)


def _drawn(page: Any) -> bytes:
    """Draw a page in grey, as the simplest of picture files (PGM)."""
    longest = max(page.get_size())
    scale = min(DOTS_PER_INCH / _POINTS, _MOST_DOTS / max(longest, 1))
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    pixels = b"".join(
        rows[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels
