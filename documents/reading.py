"""Read a file of any kind: told by its content, handed to who reads such."""

from __future__ import annotations

from dataclasses import replace

from .kinds import Kind, kind_of
from .model import MAX_BYTES, Document, Problem, RefusedError


def read(data: bytes, name: str, *, ocr: bool, characters: int) -> Document:
    """Read a file. Raises RefusedError where there is no text in it, or too much.

    Each library is imported where a file asks for it: most of a process's short life is imports.
    """
    if len(data) > MAX_BYTES:
        raise RefusedError(Problem.TOO_LARGE)
    document = _read(data, kind_of(data, name), ocr=ocr)
    if not document.text.strip():
        raise RefusedError(Problem.EMPTY)
    if len(document.text) > characters:
        raise RefusedError(Problem.TOO_LONG, characters=len(document.text))
    return replace(document, aside=document.aside[:characters])


def _read(data: bytes, kind: Kind, *, ocr: bool) -> Document:
    if kind is Kind.WORD:
        from . import word  # noqa: PLC0415

        return word.read(data)
    if kind is Kind.PDF:
        from . import ocr as eyes  # noqa: PLC0415
        from . import pdf  # noqa: PLC0415

        return pdf.read(data, eyes.look if ocr else None)
    if kind is Kind.HTML:
        from . import web  # noqa: PLC0415

        return web.read(data)
    if kind is Kind.PICTURE:
        return _of_picture(data, ocr=ocr)
    from . import plain  # noqa: PLC0415

    return Document(plain.read(data))


def _of_picture(data: bytes, *, ocr: bool) -> Document:
    if not ocr:
        raise RefusedError(Problem.PICTURE)
    from . import ocr as eyes  # noqa: PLC0415

    return Document(eyes.read(data), 1, by_ocr=True)
