"""Text files in the encodings that Vietnamese offices have used."""

from __future__ import annotations

import codecs
import re
import unicodedata

from .kinds import looks_like_utf16

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Some of the commonest words that have an accent; read in a wrong encoding, nothing looks like them.
_WORDS = re.compile(
    r"\b(?:và|của|các|được|đã|có|là|trên|việc|nhiệm|vụ|hội|nghị|họp|đồng|chí|xã|ủy|năm|quý|tháng|ngày|đạt|công|tác"
    r"|thực|hiện|số|tỷ|chỉ|tiêu|đến|với|về|tổ|chức|phòng|đảng|dân)\b",
    re.IGNORECASE,
)
FEWEST_OF_WORDS = 50
"""At least one word in so many is one of them, where the encoding is the right one."""


def read(data: bytes) -> str:
    """Read a text file; no byte of it is ever a fault, only a wrong letter."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lines(data.decode(encoding, errors="replace"))
    if encoding := looks_like_utf16(data[:65_536]) or "":
        return _lines(data.decode(encoding, errors="replace"))
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.reason == "unexpected end of data":
            return _lines(data.decode("utf-8", errors="ignore"))
    return _lines(_one_byte(data))


def _one_byte(data: bytes) -> str:
    """Tell Windows-1258 from the encodings of TCVN3 and VNI fonts.

    Those become the Latin-1 letters that they are when they are pasted: `reports.encodings` reads them.
    """
    windows = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    if len(_WORDS.findall(windows)) * FEWEST_OF_WORDS > len(windows.split()):
        return windows
    # Windows' quotation marks and dashes lie where Latin-1 has controls, and fonts had nothing.
    return data.decode("cp1252" if re.search(rb"[\x85\x91-\x97]", data) else "latin-1", errors="replace")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
