"""The little of Word that drafts need: pages, paragraphs, lines below them, tables without lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from handlers.exports.layouts import Layout
from handlers.texts import TEXTS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

FONT = "Times New Roman"
PAGE = (210, 297)
PAGE_NUMBER_SIZE = 13
_ORIGINS = [TEXTS[f"by.{origin}"][0] for origin in ("staff", "emptied", "earlier", "outside")]
_MARKS = re.compile(rf"(\[CẦN BỔ SUNG[^\]]*\]|{'|'.join(map(re.escape, _ORIGINS))})")


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks; lengths in millimetres, sizes in points."""

    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    align: str = "center"
    before: float = 0
    after: float = 0
    first_line: float = 0
    line: float | None = None
    keep_with_next: bool = False
    new_page: bool = False
    style: str | None = None


def new_document(layout: Layout, as_of: datetime, title: str) -> Document:
    """Open an empty document of one page set-up, its page number above from the second page on."""
    from docx import Document  # noqa: PLC0415 only where somebody exports

    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "Sổ Họp", "vi-VN"
    properties.created = properties.modified = as_of.replace(tzinfo=None)
    properties.comments = ""
    for name in ("Normal", "Heading 1", "Heading 2"):
        _set_font(document, name)
    _set_up_page(document.sections[0], layout)
    return document


def _set_font(document: Document, name: str) -> None:
    """Make a style's letters black Times New Roman, in every script."""
    from docx.oxml.ns import qn  # noqa: PLC0415 see above
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    style = document.styles[name]
    style.font.name, style.font.size = FONT, Pt(14)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)


def _set_up_page(section: Section, layout: Layout) -> None:
    from docx.shared import Mm  # noqa: PLC0415 see above

    section.page_width, section.page_height = (Mm(side) for side in PAGE)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        Mm(margin) for margin in layout.margins
    )
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    shape(paragraph, Look(PAGE_NUMBER_SIZE))
    _add_page_number(add_run(paragraph, "", Look(PAGE_NUMBER_SIZE)))


def _add_page_number(run: Run) -> None:
    """Put Word's field of the page's number into a run."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 see above
    from docx.oxml.ns import qn  # noqa: PLC0415

    for kind in ("begin", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            field = OxmlElement("w:instrText")
            field.text = "PAGE"
            run._r.append(field)


def write(place: Document | _Cell, text: str, look: Look) -> Paragraph:
    """Add a paragraph; what is missing in it is marked yellow, what staff added is in italics."""
    paragraph = place.add_paragraph(style=look.style)
    shape(paragraph, look)
    for piece, marked in _pieces(text):
        run = add_run(paragraph, piece, look)
        if marked:
            _mark(run, piece)
    return paragraph


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    for number, piece in enumerate(_MARKS.split(text)):
        if piece:
            yield piece, number % 2 == 1


def _mark(run: Run, piece: str) -> None:
    from docx.enum.text import WD_COLOR_INDEX  # noqa: PLC0415 see above

    if piece in _ORIGINS:
        run.italic = True
    else:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def add_run(paragraph: Paragraph, text: str, look: Look) -> Run:
    """Add letters of one look."""
    from docx.shared import Pt  # noqa: PLC0415 see above

    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(look.size), look.bold, look.italic
    run.underline = look.underlined
    return run


def shape(paragraph: Paragraph, look: Look) -> None:
    """Set a paragraph's distances."""
    from docx.enum.text import WD_LINE_SPACING, WD_PARAGRAPH_ALIGNMENT  # noqa: PLC0415 see above
    from docx.shared import Mm, Pt  # noqa: PLC0415

    form = paragraph.paragraph_format
    form.alignment = getattr(WD_PARAGRAPH_ALIGNMENT, look.align.upper())
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.first_line_indent = Mm(look.first_line)
    form.keep_with_next, form.page_break_before = look.keep_with_next, look.new_page
    if look.line is None:
        form.line_spacing = 1.0
    else:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)


def rule(place: Document | _Cell, width: float, within: float) -> None:
    """Draw a line in the middle: the upper border of a paragraph that has no letters."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 see above
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    paragraph = write(place, "", Look(2, before=3, line=4))
    side = Mm(max((within - width) / 2, 0))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def table(document: Document, widths: Sequence[float], rows: int, *, lined: bool = False) -> Table:
    """Add a table of fixed columns, without lines unless asked."""
    from docx.shared import Mm  # noqa: PLC0415 see above

    made: Table = document.add_table(rows, len(widths), style="Table Grid" if lined else None)
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return made


def keep_whole(made: Table) -> None:
    """Let no row of a table go on on the next page."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 see above

    for row in made.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def fill(cell: _Cell, lines: Sequence[tuple[str, Look]]) -> None:
    """Write paragraphs into a cell, in the place of the empty one that it is born with."""
    born = cell.paragraphs[0]
    for text, look in lines:
        write(cell, text, look)
    drop(born)


def drop(paragraph: Paragraph) -> None:
    """Take a paragraph out."""
    element = paragraph._p
    element.getparent().remove(element)


def repeat_head(made: Table) -> None:
    """Write a table's first row anew on each page."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 see above

    properties = made.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
