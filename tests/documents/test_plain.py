"""Text files: every encoding that offices have used gives the same words."""

from __future__ import annotations

import codecs
import unicodedata

import pytest

from documents import plain
from reports import read_report
from reports.encodings import _TCVN3, decode

TEXT = (
    "Hội nghị Ban Chấp hành Đảng bộ xã\nNgày 02/10/2026, Ủy ban nhân dân xã tổ chức hội nghị, đạt chỉ tiêu."
)


def windows_1258(text: str) -> bytes:
    """Encode as Windows does: letters with a hat or horn stand for themselves, tones behind them."""
    made = bytearray()
    for sign in text:
        try:
            made += sign.encode("cp1258")
        except UnicodeEncodeError:
            letter, *marks = list(unicodedata.normalize("NFD", sign))
            tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
            base = unicodedata.normalize("NFC", letter + "".join(mark for mark in marks if mark not in tones))
            made += base.encode("cp1258") + "".join(tones).encode("cp1258")
    return bytes(made)


def tcvn3(text: str) -> bytes:
    """Encode as fonts with a name that begins with .Vn do; a capital that is none of theirs stays small."""
    codes = {letter: sign for sign, letter in _TCVN3.items()}
    return "".join(codes.get(c, codes.get(c.lower(), c)) for c in text).encode("latin-1")


VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Hoäi nghò Ñaûng boä xaõ, thöïc hieän nhieäm vuï".encode(
    "latin-1"
)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        windows_1258(TEXT),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=[
        "utf-8", "utf-8 marked", "utf-16", "utf-16-be marked", "utf-16-le", "utf-16-be", "utf-32",
        "windows-1258", "dos", "mac",
    ],
)  # fmt: skip
def test_encodings(data: bytes) -> None:
    assert plain.read(data) == TEXT


def test_tcvn3_becomes_the_letters_that_the_reading_knows() -> None:
    read = plain.read(tcvn3(TEXT))

    assert read.startswith("Héi nghÞ")
    assert decode(read)[0].lower() == TEXT.lower()
    assert read_report(read).held_on


def test_vni_becomes_the_letters_that_the_reading_knows() -> None:
    read = plain.read(VNI)

    assert decode(read)[0].startswith("Cộng hòa xã hội chủ nghĩa Việt Nam. Hội nghị Đảng bộ xã")


def test_the_quotes_of_windows_are_kept() -> None:
    assert plain.read(b"\x93Nghi quyet\x94 \x96 caf\xe9") == "“Nghi quyet” – café"


def test_a_text_cut_off_inside_a_letter_is_read() -> None:
    assert plain.read("Hội nghị".encode()[:-1]) == "Hội ngh"
