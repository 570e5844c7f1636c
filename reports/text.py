"""The door: clean a posted text once, and keep the way back to the stored source."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from .encodings import decode
from .lexicon import UPPER, vocabulary
from .model import Span

_MARKS = "\u0300-\u036f"
_NOTHING = r"\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f"
_WIDE = (
    r"\t\x0b-\x0d\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # white space but " " and "\n"
)

# A text without any of these is taken as it stands.
_ODD_SIGN = re.compile(f"[{_WIDE}{_NOTHING}{_MARKS}_]")
_ODD_PAIRS = ("  ", " \n", "\n ")

# One odd place in the source; everything between two of them is kept as it stands. The pattern begins with
# one class of signs, by which `re` finds its places ten times as fast as by the alternatives.
_BREAK = r"\n\x0b\x0c\x85\u2028\u2029"
_ODD_PLACE = rf"""
    [\ \n{_WIDE}{_NOTHING}_] (?: (?<!\ ) | (?=\s) )        # nothing is odd about a single space
    (?:
        (?P<line>    (?: (?<=[^\S\n])[^\S\n]*(?:\r\n?|[{_BREAK}]) | (?<=\r)\n? | (?<=[{_BREAK}]) )
                     [^\S\r{_BREAK}]* )
      | (?P<cell>    (?<=\t)[^\S\n\r]* )                  # a cell border of a flattened table, a wide space
      | (?P<space>   (?<=[^\S\n\r\t])[^\S\n\r\t]+ | (?<=[^\S\n\r\t\ ]) )   # runs of spaces, NBSP
      | (?P<join>    (?<=\w_)(?=\w) )                     # words joined by a tokeniser
      | (?P<nothing> (?<=[{_NOTHING}])[{_NOTHING}]* )
    )
"""
_ODD = re.compile(_ODD_PLACE, re.VERBOSE)
_ODD_OR_MARKED = re.compile(
    rf"(?P<marks> \w[{_MARKS}]+ ) | {_ODD_PLACE}",  # a letter with its marks written apart (NFD)
    re.VERBOSE,
)
_MARK = re.compile(f"[{_MARKS}]")

# For matching only: one sign for each kind of dash and quotation mark.
_PLAIN_SIGNS = tuple(zip("–—−‒‑“”„«»’‘`", '-----"""""\'\'\'', strict=True))

# "hoà, uỷ" and "hòa, ủy" are both in use; patterns are written with the second.
_OLD = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_NEW = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_OLD_TONES = {
    change(old): change(new)
    for old, new in zip(_OLD, _NEW, strict=True)
    for change in (str.lower, str.upper, str.title)
}
_OLD_TONE = re.compile(
    r"[oOuU] (?: (?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ] | (?<![qQ].)(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ] ) (?!\w)", re.VERBOSE
)

BARE_SHARE = 0.015  # accented Vietnamese has a fifth to a quarter of its letters outside ASCII
_CELL = "\v"  # stands for a cell border until lines are joined: rows are none that were broken at a width
_SHORT_PREFIX = 6  # a tab this near to the start of a line follows a bullet, not a table cell
_FIRST_CELL = re.compile(r"\d{1,3}|[IVX]{1,5}|S?TT|[^\W\d_]{3,}", re.IGNORECASE)
_MORE_CELLS = re.compile(r"[^\n\t]{1,600}\t")
FEWEST_WRAPPED, WIDEST_WRAPPED = 8, 120
_TERMINAL = tuple('.:;!?…"”)»')
_DANGLING = (",", " và", " của", " tại", " với", " các", " về", " -", " –")
_WHOLE_WORDS = ("tồn tại", "hiện tại", "thực tại")  # "2. Tồn tại" heads what follows
_ITEM_START = re.compile(
    r"[-+*•●▪■–—(]|\w{1,4}[.)/](?:\s|$)|(?:một|hai|ba|bốn|năm|thứ)\s\w+[,:]", re.IGNORECASE
)


@dataclass(frozen=True, eq=False)
class Text:
    """A cleaned text; `starts[i]` and `ends[i]` bound the source of its i-th character.

    `plain` has plain dashes and quotes and one way to set tones, `low` is `plain` in lower letters; both are
    as long as `clean`. `bare` tells whether it is written without accents ("chi tieu dat va vuot").
    """

    source: str
    clean: str
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    plain: str = field(init=False, repr=False)
    low: str = field(init=False, repr=False)
    bare: bool = field(init=False)

    def __post_init__(self) -> None:
        """Write it for matching, once: rules ask for these so often that properties would cost time."""
        plain = _plain(self.clean)
        object.__setattr__(self, "plain", plain)
        object.__setattr__(self, "low", _lower(plain))
        object.__setattr__(self, "bare", _is_bare(self.clean))

    def span(self, start: int, end: int) -> Span:
        """Cut the source of `clean[start:end]`, without white space at its ends."""
        clean = self.clean
        while start < end and clean[start].isspace():
            start += 1
        while end > start and clean[end - 1].isspace():
            end -= 1
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else len(self.source)
            return Span.cut(self.source, place, place)
        return Span.cut(self.source, self.starts[start], self.ends[end - 1])

    def find(self, place: int) -> int:
        """Find the character of `clean` that holds the offset `place` of the source."""
        return max(0, bisect_right(self.starts, place) - 1)


def _plain(clean: str) -> str:
    """Give plain dashes and quotes and one way to set tones; as long as the text."""
    plain = clean
    for sign, plain_sign in _PLAIN_SIGNS:  # much faster than `translate`: most texts have two of them
        plain = plain.replace(sign, plain_sign)
    return _OLD_TONE.sub(lambda match: _OLD_TONES.get(match[0], match[0]), plain)


def _lower(plain: str) -> str:
    """Give lower letters, still as many."""
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def _is_bare(clean: str) -> bool:
    """Tell whether a text is written without accents."""
    ascii_letters = len(clean.encode("ascii", "ignore"))
    return len(clean) - ascii_letters < ascii_letters * BARE_SHARE


def _replacement(match: re.Match[str], source: str) -> str:
    kind = match.lastgroup
    if kind == "line":
        return "\n"
    if kind == "cell":
        return " " if _follows_a_bullet(source, match.start(), match.end()) else _CELL
    if kind in ("space", "join"):
        return " "
    if kind == "marks":
        return unicodedata.normalize("NFC", match[0])
    return ""


def _copy(source: str) -> tuple[list[str], Sequence[int], Sequence[int]]:
    """Copy the source with its odd places replaced; every replaced character maps to the whole place."""
    if not _ODD_SIGN.search(source) and not any(pair in source for pair in _ODD_PAIRS):
        return [source], range(len(source)), range(1, len(source) + 1)
    odd = _ODD_OR_MARKED if _MARK.search(source) else _ODD
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in odd.finditer(source):
        if match[0] == "\n":
            continue
        here, after = match.span()
        replaced = _replacement(match, source)
        pieces += (source[done:here], replaced)
        starts.extend(range(done, here))
        ends.extend(range(done + 1, here + 1))
        starts.extend([here] * len(replaced))
        ends.extend([after] * len(replaced))
        done = after
    pieces.append(source[done:])
    starts.extend(range(done, len(source)))
    ends.extend(range(done + 1, len(source) + 1))
    return pieces, starts, ends


def _follows_a_bullet(source: str, start: int, end: int) -> bool:
    """Tell a tab behind a bullet ("1.", "-") from the border behind the bare number of a row, or "Việc"."""
    near = max(0, start - _SHORT_PREFIX - 1)
    line = source.rfind("\n", near, start)
    if near and line < 0:
        return False
    begins_a_row = _FIRST_CELL.fullmatch(source[line + 1 : start].strip())
    return not (begins_a_row and _MORE_CELLS.match(source, end))


def _breaks_inside_a_sentence(line: str, following: str, *, wrapped: bool, casual: bool) -> bool:
    """Tell whether the break between two lines only wraps a sentence."""
    line = line.rstrip()
    if _CELL in line or _CELL in following:
        return False
    if not line or not following.strip() or _ITEM_START.match(following.lstrip()):
        return False
    if following.strip().lower() in vocabulary("units"):
        return False  # a cell of a table
    if line.endswith(_DANGLING) and not line.lower().endswith(_WHOLE_WORDS):
        return True
    if line.endswith(_TERMINAL) or line.isupper():
        return False
    return wrapped or (following.lstrip()[0].islower() and not casual)


def _is_wrapped(full: list[str]) -> bool:
    """Tell whether lines were broken at a width: most are nearly as long as the longest, and end anywhere."""
    width = max(map(len, full), default=0)
    if len(full) < FEWEST_WRAPPED or width > WIDEST_WRAPPED:
        return False
    cut = [line for line in full if len(line) * 4 > width * 3 and not line.endswith(_TERMINAL)]
    return len(cut) * 2 > len(full)


def _join_wrapped_lines(copied: str) -> str:
    """Turn the line breaks in mid-sentence into spaces."""
    lines = copied.split("\n")
    full = [line for line in lines if line.strip() and _CELL not in line]
    casual = sum(line.lstrip()[0].islower() for line in full) * 2 > len(full)
    wrapped = not casual and _is_wrapped([line.rstrip() for line in full])
    parts = [lines[0]]
    for line, following in pairwise(lines):
        joins = _breaks_inside_a_sentence(line, following, wrapped=wrapped, casual=casual)
        parts += (" " if joins else "\n", following)
    return "".join(parts)


# What stands on lines of its own in a letterhead and at a signature, also where a copy lost the line breaks.
_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM")
_LANDMARK = re.compile(
    r"""
    (?P<alone>
        CỘNG[ ]H(?:ÒA|OÀ)[ ]XÃ[ ]HỘI[ ]CHỦ[ ]NGHĨA[ ]VIỆT[ ]NAM | ĐẢNG[ ]CỘNG[ ]SẢN[ ]VIỆT[ ]NAM
      | Độc[ ]lập[ ]?[-–—][ ]?Tự[ ]do[ ]?[-–—][ ]?Hạnh[ ]phúc
      | (?<!\w)(?:[<upper>](?![<upper>])[^\W\d_]*[ ]?){1,5},
        [ ]ngày[ ][\d…. ]{0,6}tháng[ ][\d…. ]{0,6}năm[ ]?\d{4}
      | Số[ ]?:?[ ]?[\d…._ ]{0,8}[-/][ ]?[A-ZĐ]{1,5}[-/][^\s]{1,24}
      | (?:THÔNG[ ]BÁO|BÁO[ ]CÁO|KẾT[ ]LUẬN|BIÊN[ ]BẢN)(?:[ ](?:KẾT[ ]LUẬN|NHANH))?(?=[ ][A-ZĐ]?[^\WA-Z\d])
    )
  | (?P<opens> (?<=[ ])(?:Ngày|(?:Sáng|Chiều|Tối)(?:[ ]ngày)?)[ ]\d{1,2}(?=[/.-]|[ ]tháng)
      | (?<=[ ])(?:Căn[ ]cứ|Thực[ ]hiện)
        (?=[ ](?:Kế[ ]hoạch|Chương[ ]trình|Nghị[ ]quyết|Quy[ ]chế|Kết[ ]luận|Công[ ]văn)) )
    """.replace("<upper>", UPPER),
    re.VERBOSE,
)
_SIGNED = re.compile(
    rf"""
    (?<=[ ])(?: N[ơƠ][iI][ ]?(?:nhận|NHẬN)[ ]?:
      | (?:TM|KT|TL|TUQ|T/M|K/T|T/L)\.?[ ][{UPPER}]{{2,}}[ ][{UPPER}]{{2,}}
      | (?<=[{UPPER}][ ])(?<!PHÓ[ ]) (?:PHÓ[ ])?CHÁNH[ ]VĂN[ ]PHÒNG )
    """,
    re.VERBOSE,
)
LETTERHEAD_WIDTH = 1200
SIGNATURE_WIDTH = 1500


def _part_letterhead(copied: str) -> str:
    """Give the parts of a letterhead and a signature lines of their own; the length stays the same."""
    if not _MOTTO.search(copied, 0, LETTERHEAD_WIDTH):
        return copied
    places: set[int] = set()
    for mark in _LANDMARK.finditer(copied, 0, LETTERHEAD_WIDTH):
        places.add(mark.start() - 1)
        if mark["alone"]:
            places.add(mark.end())
        elif mark["opens"]:
            break
    tail = max(max(places, default=0), len(copied) - SIGNATURE_WIDTH)
    places.update(mark.start() - 1 for mark in _SIGNED.finditer(copied, tail))
    parted = list(copied)
    for place in places:
        if 0 <= place < len(parted) and parted[place] == " ":
            parted[place] = "\n"
    return "".join(parted)


@lru_cache(maxsize=8)
def clean(source: str) -> Text:
    """Clean a text: NFC, single spaces, no zero-width signs, lines not broken in mid-sentence."""
    decoded, places = decode(source)
    pieces, starts, ends = _copy(decoded)
    if places:
        starts, ends = [places[at] for at in starts], [places[at] for at in ends]
    joined = _join_wrapped_lines(_part_letterhead("".join(pieces)))
    return Text(source, joined.replace(_CELL, "\n"), starts, ends)


def sentence_at(source: str, start: int, end: int) -> Span:
    """Cut the whole sentence or sentences of the source that contain a place (for `/source`)."""
    from .layout import sentences  # noqa: PLC0415 - layout stands on this module

    text = clean(source)
    if not text.clean:
        return Span.cut(source, 0, 0)
    first, last = text.find(start), text.find(max(start, end - 1))
    touched = [s for s in sentences(text) if s.end > first and s.start <= last]
    if not touched:
        return text.span(first, last + 1)
    return text.span(touched[0].start, touched[-1].end)


def sentences_of(source: str) -> list[Span]:
    """Cut a source into its sentences."""
    from .layout import sentences  # noqa: PLC0415 - layout stands on this module

    text = clean(source)
    return [text.span(sentence.start, sentence.end) for sentence in sentences(text)]
