"""Files that nobody should send, each through the process that opens files, and what each gets."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest

from documents.model import Document, Problem, Refusal
from documents.opening import Limits, Opener
from tests.documents.making import FILES, W, level, numbering, p, pdf, word, zipped

CHARACTERS = 300_000
OPENER = Opener(ocr=False, characters=CHARACTERS)
PROGRAM = b"\x7fELF\x02\x01\x01" + bytes(range(32)) * 40
LOCKED = "EncryptedPackage".encode("utf-16-le")
OLD = "WordDocument".encode("utf-16-le")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
GOOD = word(p("Họp giao ban tháng 9"))


def entities(encoding: str = "utf-8") -> bytes:
    """A billion laughs in a document's main part."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{laughs}]>'
    main = f'{head}<d xmlns:w="{W}"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></d>'
    return zipped({"word/document.xml": main.encode(encoding)})


def outside() -> bytes:
    """A main part that asks for a file of this machine."""
    text = '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    return zipped({"word/document.xml": f'{text}<d xmlns:w="{W}"><w:body>&f;</w:body></d>'})


def bomb(parts: int = 1, megabytes: int = 200) -> bytes:
    return zipped(
        {"word/document.xml": "", **{f"word/media/{n}.bin": bytes(megabytes << 20) for n in range(parts)}}, 9
    )


def lying() -> bytes:
    """A part that owns up to less than it holds."""
    made = bytearray(zipped({"word/document.xml": b"<w>" + b"a" * 3_000_000}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = made.rindex(mark) + place
        made[at : at + 4] = struct.pack("<I", 100)
    return bytes(made)


def encrypted_archive() -> bytes:
    made = bytearray(GOOD)
    at = made.index(b"PK\x01\x02")
    while at >= 0:
        made[at + 8] |= 1
        at = made.find(b"PK\x01\x02", at + 4)
    return bytes(made)


def deep() -> bytes:
    return word("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000)


def climbing() -> bytes:
    """Relations that lead out of the archive."""
    return word(p("Họp"), more={"word/_rels/document.xml.rels": (
        '<Relationships><Relationship Type="x/header" Target="../../../../etc/passwd"/>'
        '<Relationship Type="x/header" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    )})  # fmt: skip


def milliard() -> bytes:
    """A Roman number of a million letters."""
    made = numbering({"1": [level(0, "upperRoman", "%1.", start=10**9)]}, {"1": ("1", "")})
    return word(p("x", num="1"), {"numbering": made})


def packed_pdf(operator: bytes, megabytes: int) -> bytes:
    """A page whose content is huge when it is unpacked."""
    packed = zlib.compress(operator * ((megabytes << 20) // len(operator)), 9)
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj "
        b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj trailer<</Root 1 0 R>>"
        % (len(packed), packed)
    )


def looping_pdf() -> bytes:
    """Pages whose parent is their child."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj trailer<</Root 1 0 R>>"
    )


# What it is; its name; its bytes; what it gets.
HOSTILE: list[tuple[str, str, Callable[[], bytes] | bytes, Problem | str]] = [
    ("nothing", "a.docx", b"", Problem.EMPTY),
    ("white space", "a.txt", b" \r\n\t\0", Problem.EMPTY),
    ("a document without words", "a.docx", word(p()), Problem.EMPTY),
    ("a PDF without words", "a.pdf", pdf([["  "]]), Problem.PICTURE),
    ("over 20 MB", "a.pdf", bytes((20 << 20) + 1), Problem.TOO_LARGE),
    ("a text over the limit", "a.txt", b"hop " * 80_000, Problem.TOO_LONG),
    ("a document over the limit", "a.docx", word(p("họp " * 80_000)), Problem.TOO_LONG),
    ("501 pages", "a.pdf", pdf([["Trang"]] * 501), Problem.TOO_MANY_PAGES),
    ("a program named .docx", "bao-cao.docx", b"MZ" + PROGRAM, Problem.WRONG_TYPE),
    ("a program named .pdf", "bao-cao.pdf", PROGRAM, Problem.WRONG_TYPE),
    ("a program named .txt", "bao-cao.txt", PROGRAM, Problem.WRONG_TYPE),
    ("a program", "chay.exe", b"MZ" + PROGRAM, Problem.OTHER_TYPE),
    ("a script named .docx", "bao-cao.docx", b"#!/bin/sh\nrm -rf /\n", Problem.WRONG_TYPE),
    ("an old .doc", "a.doc", COMPOUND + OLD, Problem.OLD_WORD),
    ("an old .doc named .docx", "a.docx", COMPOUND + OLD, Problem.OLD_WORD),
    ("an old .xls", "a.xls", COMPOUND + "Workbook".encode("utf-16-le"), Problem.OTHER_TYPE),
    ("a document with a password", "a.docx", COMPOUND + LOCKED, Problem.ENCRYPTED),
    ("an archive with a password", "a.docx", encrypted_archive, Problem.ENCRYPTED),
    ("a PDF with a password", "a.pdf", (FILES / "co-mat-khau.pdf").read_bytes(), Problem.ENCRYPTED),
    ("a spreadsheet", "a.xlsx", zipped({"xl/workbook.xml": "<x/>"}), Problem.OTHER_TYPE),
    ("an archive of anything", "a.zip", zipped({"a.txt": "chào"}), Problem.OTHER_TYPE),
    ("RTF", "a.rtf", b"{\\rtf1 Hop}", Problem.OTHER_TYPE),
    ("a photo", "a.jpg", b"\xff\xd8\xff\xe0" + bytes(64), Problem.PICTURE),
    ("a photo named .pdf", "a.pdf", PNG, Problem.PICTURE),
    ("a photo of an iPhone", "a.heic", b"\0\0\0\x18ftypheic" + bytes(64), Problem.OTHER_TYPE),
    ("a scan", "a.pdf", (FILES / "ban-quet.pdf").read_bytes(), Problem.PICTURE),
    ("a document cut off", "a.docx", GOOD[:-200], Problem.DAMAGED),
    ("a document with a hole", "a.docx", GOOD[:300] + bytes(100) + GOOD[400:], Problem.DAMAGED),
    ("a document without its main part", "a.docx", zipped({"word/styles.xml": "<w/>"}), Problem.DAMAGED),
    ("a main part that is no XML", "a.docx", zipped({"word/document.xml": "<w:document"}), Problem.DAMAGED),
    ("a main part without a body", "a.docx", zipped({"word/document.xml": "<w/>"}), Problem.DAMAGED),
    ("a part that lies about its length", "a.docx", lying, Problem.DAMAGED),
    ("a nesting of 5,000", "a.docx", deep, Problem.DAMAGED),
    ("a PDF that is only its mark", "a.pdf", b"%PDF-1.7\n", Problem.DAMAGED),
    ("a PDF that is its own page", "a.pdf", looping_pdf, Problem.DAMAGED),
    ("a PDF of 300 MB of operators", "a.pdf", lambda: packed_pdf(b"q ", 300), Problem.KILLED),
    ("a list that begins at a milliard", "a.docx", milliard, Problem.TOO_LONG),
    ("a page nested 200,000 deep", "a.html", b"<html><body>" + b"<div>" * 200_000 + b"x", Problem.EMPTY),
    ("a zip bomb", "a.docx", bomb, Problem.BOMB),
    ("a zip bomb of many parts", "a.docx", lambda: bomb(40, 4), Problem.BOMB),
    ("a billion laughs", "a.docx", entities, Problem.ENTITIES),
    ("a billion laughs in UTF-16", "a.docx", lambda: entities("utf-16"), Problem.ENTITIES),
    ("an entity that reads a file", "a.docx", outside, Problem.ENTITIES),
    ("relations that lead out", "a.docx", climbing, "Họp"),
    ("a PDF named .docx", "a.docx", pdf([["Họp giao ban tháng 9"]]), "Họp giao ban tháng 9"),
    ("a document named .pdf", "a.pdf", GOOD, "Họp giao ban tháng 9"),
    ("a page named .doc", "a.doc", "<html><body>Họp giao ban</body></html>".encode(), "Họp giao ban"),
    ("a document with macros", "a.docm", word(p("Họp"), more={"word/vbaProject.bin": COMPOUND}), "Họp"),
    ("a name of any signs", "../../\0\n'\"\ud800" + "x" * 999, "Họp giao ban".encode(), "Họp giao ban"),
    ("a page that runs a program", "a.html", b"<html><body><script>for(;;);</script>Hop</body>", "Hop"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "gets"), [pytest.param(*row[1:], id=row[0]) for row in HOSTILE])
async def test_hostile_files(name: str, data: Callable[[], bytes] | bytes, gets: Problem | str) -> None:
    opened = await OPENER.open(data if isinstance(data, bytes) else data(), name)

    if isinstance(gets, Problem):
        assert isinstance(opened, Refusal)
        assert opened.problem is gets
    else:
        assert isinstance(opened, Document)
        assert opened.text == gets


async def test_a_file_that_takes_too_long_is_stopped() -> None:
    opener = Opener(ocr=False, characters=CHARACTERS, limits=Limits(seconds=0.01))

    assert await opener.open(GOOD, "a.docx") == Refusal(Problem.TOO_SLOW)


async def test_a_file_that_takes_too_much_of_the_processor_is_stopped() -> None:
    cells = "".join(f"<p><b>{n}</b><i>x</i></p>" for n in range(500_000))
    opener = Opener(ocr=False, characters=100_000_000, limits=Limits(cpu=1))

    assert await opener.open(f"<html><body>{cells}</body></html>".encode(), "a.html") == Refusal(
        Problem.TOO_SLOW
    )


async def test_a_file_that_takes_too_much_memory_is_stopped() -> None:
    opener = Opener(ocr=False, characters=CHARACTERS, limits=Limits(memory=150 << 20))
    body = "".join(p(f"dòng {n}") for n in range(200_000))

    opened = await opener.open(word(body), "a.docx")

    assert isinstance(opened, Refusal)
    assert opened.problem in (Problem.KILLED, Problem.DAMAGED)


async def test_a_process_that_cannot_even_start_is_answered() -> None:
    opener = Opener(ocr=False, characters=CHARACTERS, limits=Limits(memory=1 << 20))

    assert await opener.open(GOOD, "a.docx") == Refusal(Problem.KILLED)
