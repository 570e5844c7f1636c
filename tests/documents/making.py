"""Make files: Word's by hand as Word writes them, PDFs of a text layer alone, archives of any kind."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

FILES = Path(__file__).parent / "files"
"""Notices in our own words, by real programs: LibreOffice 7.4, Chromium (thong-bao), pdfium (as a scan),
pypdf (a password)."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def zipped(parts: Mapping[str, str | bytes], level: int = 6) -> bytes:
    """Pack an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def word(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    strict: bool = False,
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Make a document of a body; `parts` are numbering, styles, header1, … each the inside of its root."""
    w, r = (STRICT_W, STRICT_R) if strict else (W, R)
    files = {}
    for name, inside in (parts or {}).items():
        root = name if name in ("numbering", "styles") else "hdr"
        files[f"word/{name}.xml"] = f'<w:{root} xmlns:w="{w}" {_NAMES}>{inside}</w:{root}>'
    kinds = {name: name.rstrip("0123456789") for name in parts or {}}
    related = "".join(
        f'<Relationship Id="r{at}" Type="{r}/{kind}" Target="{name}.xml"/>'
        for at, (name, kind) in enumerate(kinds.items())
    )
    start = f'<Relationship Id="r1" Type="{r}/officeDocument" Target="/word/document.xml"/>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{start}</Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>',
            "word/document.xml": (
                f'<w:document xmlns:w="{w}" {_NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>'
            ),
            **files,
            **(more or {}),
        }
    )


def p(text: str = "", *, num: str = "", level: int | None = None, style: str = "", inside: str = "") -> str:
    """Write a paragraph, of a list where `num` or `style` says so."""
    at = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    listed = f'<w:numPr>{at}<w:numId w:val="{num}"/></w:numPr>' if num else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    said = r(text) if text else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{said}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Write a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(*rows: Sequence[str]) -> str:
    """Write a table; a cell is a text, or the XML of its paragraphs."""
    cells = (
        "".join(f"<w:tc><w:tcPr/>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def level(at: int, form: str, written: str, more: str = "", start: int = 1) -> str:
    """Write a level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{written}"/></w:lvl>'
    )


def numbering(lists: Mapping[str, Iterable[str]], nums: Mapping[str, tuple[str, str]]) -> str:
    """Write lists by their levels, and what uses them with which overrides."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'
        for name, levels in lists.items()
    )
    used = "".join(
        f'<w:num w:numId="{num}"><w:abstractNumId w:val="{base}"/>{overrides}</w:num>'
        for num, (base, overrides) in nums.items()
    )
    return abstract + used


def starts_at(at: int, number: int) -> str:
    """Write that a level begins anew."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def pdf(pages: Sequence[Sequence[str]], *, width: float = 6.0) -> bytes:
    """Make a PDF of lines: every sign as wide as the next, known by its Unicode number, drawn by no font.

    A page without lines has a picture.
    """
    signs = sorted({sign for page in pages for line in page for sign in line})
    known = "\n".join(f"<{ord(sign):04X}> <{ord(sign):04X}>" for sign in signs)
    cmap = (
        "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        f"{len(signs)} beginbfchar {known} endbfchar endcmap"
    )
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",  # the pages, once they are known
        b"<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[4 0 R]"
        b"/ToUnicode 6 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor 5 0 R/DW %d>>" % round(width * 100),
        b"<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 -200 1000 900]/Ascent 900/Descent -200"
        b"/CapHeight 700/ItalicAngle 0/StemV 80>>",
        _stream(cmap.encode()),
    ]
    places = []
    for page in pages:
        objects.append(_stream(_drawn(page), packed=True))
        places.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            b"/Contents %d 0 R>>" % len(objects)
        )
    kids = " ".join(f"{place} 0 R" for place in places)
    objects[1] = f"<</Type/Pages/Kids[{kids}]/Count {len(places)}>>".encode()
    return _numbered(objects)


def _drawn(lines: Sequence[str]) -> bytes:
    if not lines:
        return b"q 400 0 0 600 80 100 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"
    shown = [
        f"BT /F 10 Tf 60 {780 - 15 * at} Td <{line.encode('utf-16-be').hex()}> Tj ET"
        for at, line in enumerate(lines)
    ]
    return "\n".join(shown).encode()


def _stream(data: bytes, *, packed: bool = False) -> bytes:
    held = zlib.compress(data) if packed else data
    how = b"/Filter/FlateDecode" if packed else b""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(held), how, held)


def _numbered(objects: Sequence[bytes]) -> bytes:
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, data in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table_at = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table_at)
    return bytes(made)
