"""Drafts of documents in their legal layout, for Word: every measure comes from `layouts`."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from handlers.context import DocumentStyle
from handlers.exports import word
from handlers.exports.drafts import ANNEX_HEAD, Draft, Heading, Kind, draft
from handlers.exports.layouts import LAYOUTS, Layout, missing
from handlers.exports.word import Look
from storage.reports import StoredReport

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_CAPITAL = 0.25
"""Millimetres that a bold capital takes for each point of its size, on average."""
_ANNEX_WIDTHS = (12, 49, 21, 22, 21, 20, 20)
_SIGNED_AFTER = 56
"""Points left free for a signature."""


def write(stored: StoredReport, kind: Kind, style: DocumentStyle, as_of: datetime) -> bytes:
    """Draft a document of a report as a Word file."""
    content, layout = draft(stored.report, kind, style), LAYOUTS[style]
    document = word.new_document(layout, as_of, f"{content.type} {content.subject}"[:250])
    _head(document, content, layout)
    _title(document, content, layout)
    _body(document, content, layout)
    _foot(document, content, layout)
    if content.annex:
        _annex(document, content, layout)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _width(layout: Layout) -> float:
    """Give the width of the text."""
    return word.PAGE[0] - layout.margins[2] - layout.margins[3]


def _head(document: Document, content: Draft, layout: Layout) -> None:
    """Write whose document it is beside the state's or the Party's name; number and date below."""
    widths = (layout.left, _width(layout) - layout.left)
    head = word.table(document, widths, 2)
    left, right = head.rows[0].cells
    _issuer(left, content, layout)
    word.fill(right, [(text, Look(size, bold=True)) for text, size in layout.head])
    word.rule(right, layout.ruled, widths[1])
    number, date = head.rows[1].cells
    word.fill(number, [(content.number, Look(layout.number_size, before=4))])
    word.fill(date, [(content.date, Look(layout.date_size, italic=True, before=4))])


def _issuer(cell: _Cell, content: Draft, layout: Layout) -> None:
    superior = [(content.superior, Look(layout.superior))] if content.superior else []
    word.fill(cell, [*superior, (content.body, Look(layout.body_name, bold=True))])
    if layout.star:
        word.write(cell, "*", Look(layout.body_name))
    else:
        last = len(content.body) * _CAPITAL * layout.body_name
        word.rule(cell, min(last, layout.left) * 0.45, layout.left)


def _title(document: Document, content: Draft, layout: Layout) -> None:
    word.write(document, content.type, Look(layout.type_size, bold=True, before=16))
    word.write(document, content.subject, Look(layout.subject_size, bold=True))
    if layout.dashes:
        word.write(document, layout.dashes, Look(layout.subject_size, after=10))
    else:
        length = min(len(content.subject) * 0.9, 100)
        word.rule(document, length * 0.45, _width(layout))
        word.write(document, "", Look(4, after=4))
    if content.addressee:
        word.write(document, f"Kính gửi: {content.addressee}", Look(14, after=10))


def _body(document: Document, content: Draft, layout: Layout) -> None:
    text = Look(
        14,
        align="justify",
        first_line=layout.first_line,
        line=layout.line,
        after=layout.after,
    )
    headings = {
        1: Look(14, bold=True, align="left", first_line=layout.first_line, line=layout.line, before=6,
                after=layout.after, keep_with_next=True, style="Heading 1"),
        2: Look(14, bold=True, align="justify", first_line=layout.first_line, line=layout.line,
                after=layout.after, keep_with_next=True, style="Heading 2"),
    }  # fmt: skip
    *blocks, last = content.blocks
    for block in blocks:
        word.write(document, block.text, headings[block.level] if isinstance(block, Heading) else text)
    word.write(document, last.text, replace(text, keep_with_next=True))  # no signature alone on a page


def _foot(document: Document, content: Draft, layout: Layout) -> None:
    """Write who gets it, and leave room for who signs it."""
    word.write(document, "", Look(6, keep_with_next=True))
    half = _width(layout) / 2
    foot = word.table(document, (half, half), 1)
    word.keep_whole(foot)
    recipients, signature = foot.rows[0].cells
    named = Look(
        layout.recipients_size + 1 if layout.recipients_bold else 14,
        bold=layout.recipients_bold,
        italic=layout.recipients_bold,
        underlined=not layout.recipients_bold,
        align="left",
    )
    lines = [(line, Look(layout.recipients_size, align="left")) for line in content.recipients]
    word.fill(recipients, [("Nơi nhận:", named), *lines])
    word.fill(
        signature,
        [
            (
                missing("chức vụ người ký"),
                Look(14, bold=layout.position_bold, after=_SIGNED_AFTER),
            ),
            (missing("họ và tên"), Look(14, bold=True)),
        ],
    )


def _annex(document: Document, content: Draft, layout: Layout) -> None:
    """Write the table of targets on a page of its own."""
    word.write(document, "PHỤ LỤC", Look(14, bold=True, new_page=True))
    word.write(document, "Bảng chỉ tiêu", Look(14, bold=True, after=8))
    made = word.table(document, _ANNEX_WIDTHS, len(content.annex) + 1, lined=True)
    for cell, name in zip(made.rows[0].cells, ANNEX_HEAD, strict=True):
        word.fill(cell, [(name, Look(12, bold=True))])
    for row, values in zip(list(made.rows)[1:], content.annex, strict=True):
        for number, (cell, value) in enumerate(zip(row.cells, values, strict=True)):
            word.fill(cell, [(value, Look(12, align="left" if number == 1 else "center"))])
    word.keep_whole(made)
    word.repeat_head(made)
