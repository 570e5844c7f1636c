"""Notice the stamp of a secret document, before anything of it is read.

The levels of the Law on protecting state secrets (2018) are mật, tối mật, tuyệt mật. The words themselves are
common ("bảo mật", "mật độ", "bí mật nhà nước"), so what makes them a stamp is how they stand: alone on a line
or in a cell, in capitals among small letters, set apart by brackets or dashes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .encodings import decode


def is_secret(text: str) -> bool:
    r"""Tell whether a text bears a stamp of secrecy; the word "bảo mật" is none.

    >>> is_secret("TỐI MẬT\nKết luận …"), is_secret("Công tác bảo mật thông tin")
    (True, False)
    """
    visible = _INVISIBLE.sub("", text)
    composed = unicodedata.normalize("NFC", visible)
    decoded, places = decode(visible)
    versions = (composed,) if places is None else (composed, decoded)
    return any(_bears_stamp(version) for version in versions if _MAYBE.search(version))


def _bears_stamp(text: str) -> bool:
    return bool(_LEVEL.search(text)) or any(map(_is_stamp, _cells(text))) or _stands_out(text)


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_GAP = r"[\W_]{0,3}"  # letters may be spaced out, or have points between them
_MAYBE = re.compile(rf"M{_GAP}[ẬA]{_GAP}T", re.IGNORECASE)


def _spaced(word: str) -> str:
    """Write a pattern for a word whose letters may stand apart; without accents, too."""
    bare = {"Ậ": "[ẬA]", "Ố": "[ỐO]", "Ệ": "[ỆE]"}
    return _GAP.join(bare.get(letter, letter) for letter in word)


# The two higher levels in capitals are a stamp wherever they stand; "TOI MAT" may be "tới mặt (trận)".
_LEVEL = re.compile(
    rf"""
    (?<!\w) (?: {_spaced("TUYỆT")} | {_spaced("TỐI")} ) [\W_]{{1,4}} {_spaced("MẬT")} (?!\w)
    (?! (?<=MAT) \s (?:TRAN|BANG|HANG|NUOC|DAT|DUONG|TIEN|BIEN|SAN|CAU|PHANG|KHAC)\b )
    """,
    re.VERBOSE,
)

# What may stand alone on a line or in a cell, white space and signs taken out.
_ALONE = re.compile(
    r"""
    (?: (?:MỨC)? ĐỘMẬT | (?-i: TÀILIỆU | VĂNBẢN | HỒSƠ | CÔNGVĂN | DẤU ) )?     # "Độ mật: Tối mật"
    (?: (?:THƯỢNG)? KHẨN | H[ỎO][ẢA]TỐC )?
    (?: TUY[ỆE]T | T[ỐO]I )?
    M (?: Ậ | (?-i:A) ) T                           # without accents only in capitals: "mat" is many words
    (?: (?:THƯỢNG)? KHẨN | H[ỎO][ẢA]TỐC )?
    | (?-i: (?: (?:MUC)? DOMAT | TAILIEU | VANBAN | HOSO | CONGVAN | DAU )
      (?:KHAN | HOATOC)? (?:TUYET|TOI)? MAT (?:KHAN | HOATOC)? )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_ALONE = 80
_LINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CELL = re.compile(r"\t|\||\s{2,}")
_NO_LETTER = re.compile(r"[\W_]+")


def _cells(text: str) -> Iterator[str]:
    """Yield each line, and each of its cells: a letterhead's columns may have become one line."""
    for line in _LINE.split(text):
        if len(line) <= _LONGEST_ALONE:
            yield line
        if _MAYBE.search(line):
            yield from _CELL.split(line)


def _is_stamp(words: str) -> bool:
    return len(words) <= _LONGEST_ALONE and _ALONE.fullmatch(_NO_LETTER.sub("", words)) is not None


# "MẬT" in capitals, with what stands before and behind it on its line.
_CAPITALS = re.compile(r"(?<!\w)MẬT(?!\w)")
_BEFORE = re.compile(r"(\w*)([^\w\n]*)\Z")
_BEHIND = re.compile(r"([^\w\n]*)(\w*)")
_APART = re.compile(r"[-–—()\[\]{}<>«»“”\"'*:/]")
_NEAR = 40


def _stands_out(text: str) -> bool:
    """Tell whether "MẬT" in capitals stands among small letters, or is set apart from others by signs."""
    for found in _CAPITALS.finditer(text):
        before = _BEFORE.search(text[max(found.start() - _NEAR, 0) : found.start()])
        behind = _BEHIND.match(text[found.end() : found.end() + _NEAR])
        sides = (before and before.groups()[::-1], behind and behind.groups())
        if all(side is None or _is_border(*side) for side in sides):
            return True
    return False


def _is_border(signs: str, word: str) -> bool:
    """Tell whether the word there is none in capitals of the same phrase, such as "BÍ MẬT", "MẬT ĐỘ"."""
    return not (word.isupper() and len(word) > 1) or bool(_APART.search(signs))
