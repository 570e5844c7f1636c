"""The shape of a cleaned text: lines, list items, sentences, clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .lexicon import UPPER, vocabulary
from .rules import compile_pattern
from .text import Text


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty; `body` is where it goes on behind its marker, `level` how deep it is."""

    start: int
    end: int
    body: int
    level: int = 0
    blank_before: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, without the marker of its line; `line` is the number of its line."""

    start: int
    end: int
    line: int
    opens_line: bool


# What opens a list item, from the outermost to the innermost level. Level 0 is plain prose.
_MARKERS = re.compile(
    r"""
    (?:
      (?P<chapter> (?:Phần|PHẦN)[ ] (?: (?:thứ|THỨ)[ ]\w+ | [IVX]{1,4} | \d{1,2} ) [ ]?[.:)–—-] (?=[ ]\w) )
    | (?P<article> (?:Điều|ĐIỀU|Dieu|DIEU)[ ]\d{1,2} [.:] (?=[ ]\w) )               # Điều 3. Nhiệm vụ
    | (?P<capital> [A-HĐ] [.)/-] [ ]? (?=[^\W\d_a-z]{2}) (?=[^a-z]{4}) )            # A. KẾT QUẢ, B- NHIỆM VỤ
    | (?P<roman>   (?=[IVX])(?:X{0,2}(?:IX|IV|V?I{0,3})) [.)/-] (?=[ ]|[A-ZĐ]) )  # I. II/ IV-
    | (?P<decimal> \d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.)-]? (?=[ ]\D) )                # 1.1. 2.3.1
    | (?P<number>  \d{1,2} (?:[.)] | / (?=[ ]) | - (?=[ ][^\W\d])) (?=[ ]?\D) )      # 1. 1) 1/ 1-
    | (?P<work>    (?:Việc|VIỆC|Đầu[ ]việc|Nhiệm[ ]vụ|NHIỆM[ ]VỤ)[ ](?:số[ ])?\d{1,2}[ ]?[.:)] (?=[ ]\w) )
    | (?P<letter>  [a-zđ] [.)] (?=[ ]) )                                          # a) đ.
    | (?P<paren>   \( (?:\d{1,2} | [a-zđ] | [ivx]{1,4}) \) )                      # (1) (a)
    | (?P<dash>    [-–—] (?=[ ]?\w|[ ]?["“(]) )                                   # - – —
    | (?P<plus>    \+ (?=[ ]?\w) )                                                # +
    | (?P<keycap>  \d{1,2}\ufe0f?\u20e3 )                                                # 1️⃣
    | (?P<bullet>  (?:[*•●▪■◆✓✔►➢➤→☑\uf0b7\uf02d]|[\U0001F300-\U0001FAFF\u2600-\u27bf]\ufe0f?)+ )
    )[ ]?
    """.replace("A-ZĐ", UPPER),
    re.VERBOSE,
)
LEVELS = {
    "chapter": 1,
    "article": 1,
    "capital": 1,
    "roman": 2,
    "number": 3,
    "work": 3,
    "decimal": 4,
    "letter": 5,
    "paren": 5,
}
SIGNS_FROM = 6  # dashes, pluses and bullets lie deeper, in the order in which a list first uses them

# A picture before a line that ends with ":" heads what is below, whatever marks that.
_PICTURE = re.compile(r"[\U0001F300-\U0001FAFF✅❌❗⚠⛔⚡✨❓]")

# An enumeration inside a paragraph: (1) …; (2) … or Một là, … Hai là, … or Thứ nhất, …
_INLINE_ITEM = r"""
    \( (?:\d{1,2}|[ivx]{1,4}|[a-zđ]) \) \ ?
  | \b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)_là \b [,:]?\ ?
  | \bthứ_(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười) \b [,:-]\ ?
"""

_STOP = re.compile(r"[.!?…][.!?…]*[\"”’»)\]]*")
LONG_LINE = 1000  # only a report pasted as one line has its headings glued to what follows
_LOWER = UPPER.replace("A-Z", "a-z").lower()
_GLUED = re.compile(rf"(?<!\w)[{_LOWER}]+(?=[{UPPER}][{_LOWER}]+)")  # "… trong sử dụng đấtPhân tích …"
_WORD_BEFORE = re.compile(r"[\w.-]*$")
_ROMAN_END = re.compile(r" (?:II|III|IV|VI|VII|VIII|IX|XI{1,3}|XIV)$")  # "… quý III.Về việc …"
_OPENERS = '"“‘«([-–—+*•'
_NUMBERED = {"quý", "khóa", "khoá", "thứ", "lần", "kỳ", "cấp", "loại", "nhóm", "hạng", "số", "quy", "khoa"}


@lru_cache(maxsize=8)
def lines(text: Text) -> tuple[Line, ...]:
    """Cut a text into its lines, each with the level of its list marker."""
    found: list[Line] = []
    signs: list[str] = []  # the kinds of signs of this list, the outermost first
    start, blank = 0, True
    for raw in text.clean.split("\n"):
        stripped = raw.strip(" ")
        if stripped:
            first = start + len(raw) - len(raw.lstrip(" "))
            found.append(_line(text, first, first + len(stripped), signs, blank=blank))
        blank = not stripped
        start += len(raw) + 1
    return tuple(found)


def _line(text: Text, start: int, end: int, signs: list[str], *, blank: bool) -> Line:
    marker = _MARKERS.match(text.clean, start, end)
    if not marker or marker.end() >= end or not marker.lastgroup:
        signs.clear()
        return Line(start, end, start, 0, blank)
    pictured = marker.lastgroup == "bullet" and _PICTURE.match(marker[0])
    heads = pictured and (text.clean[end - 1] == ":" or text.clean[marker.end() : end].isupper())
    kind = "roman" if heads else marker.lastgroup
    return Line(start, end, marker.end(), _level(kind, signs), blank)


def _level(kind: str, signs: list[str]) -> int:
    """Tell how deep a marker lies; what a sign means is known by the signs over it only."""
    if kind in LEVELS:
        signs.clear()
        return LEVELS[kind]
    if kind not in signs:
        signs.append(kind)
    return SIGNS_FROM + signs.index(kind)


def _is_abbreviation(text: Text, start: int, stop: int) -> bool:
    """Tell whether the point at `stop` ends an abbreviation or an initial ("TP.", "Th.S.", "A.")."""
    word = _WORD_BEFORE.search(text.clean, max(start, stop - 12), stop)
    if not word or not word[0] or text.clean[word.start() - 1 : word.start()] == "&":
        return False
    token = word[0].rsplit(".", 1)[-1].rsplit("-", 1)[-1]
    if len(token) == 1 and token.isalpha() and token.isupper():
        before = text.low[max(start, word.start() - 6) : word.start()].split()
        return not before or before[-1] not in _NUMBERED
    return token.lower() in vocabulary("abbreviations") or (
        word[0].lower() in vocabulary("abbreviations") or (not token and "." in word[0])
    )


def _ends_sentence(text: Text, start: int, end: int, stop: re.Match[str], *, casual: bool) -> bool:
    """Tell whether the stop inside `start:end` ends a sentence."""
    clean, after = text.clean, stop.end()
    if after >= end or stop[0][0].isalpha():
        return True
    following = clean[after]
    plain_point = stop[0] == "."
    if following != " ":
        numeral = _ROMAN_END.search(clean, max(start, stop.start() - 6), stop.start())
        glued = following.isupper() and (bool(numeral) or not clean[stop.start() - 1].isupper())
        return glued and not (plain_point and _is_abbreviation(text, start, stop.start()))
    following = clean[after + 1] if after + 1 < end else " "
    if plain_point and _is_abbreviation(text, start, stop.start()):
        return False
    opens = following.isupper() or following in _OPENERS or (following.isdigit() and plain_point)
    return opens or (casual and plain_point and following.isalpha())


def _stops(text: Text, line: Line) -> Iterable[re.Match[str]]:
    """Find where sentences may end: at their points, and where a heading is glued to what follows."""
    stops = _STOP.finditer(text.clean, line.body, line.end)
    if line.end - line.body < LONG_LINE:
        return stops
    glued = [mark for mark in _GLUED.finditer(text.clean, line.body, line.end) if _is_glued(text, mark)]
    return sorted([*stops, *glued], key=lambda stop: stop.start()) if glued else stops


def _is_glued(text: Text, mark: re.Match[str]) -> bool:
    """Tell "đấtPhân" from a unit or a name ("kWh", "iHanoi"), which have no accents."""
    return not text.clean[mark.start() : mark.end() + 4].isascii()


@lru_cache(maxsize=8)
def sentences(text: Text) -> tuple[Sentence, ...]:
    """Cut a text into sentences; every visible character belongs to one of them or to a list marker."""
    all_lines = lines(text)
    casual = sum(text.clean[line.body].islower() for line in all_lines) * 2 > len(all_lines)
    found: list[Sentence] = []
    for number, line in enumerate(all_lines):
        start = line.body
        for stop in _stops(text, line):
            if stop.start() > start and _ends_sentence(text, start, line.end, stop, casual=casual):
                found.append(Sentence(start, stop.end(), number, start == line.body))
                start = _skip_spaces(text.clean, stop.end(), line.end)
        if start < line.end:
            found.append(Sentence(start, line.end, number, start == line.body))
    return tuple(found)


def _skip_spaces(clean: str, start: int, end: int) -> int:
    while start < end and clean[start] == " ":
        start += 1
    return start


_BORDER = re.compile(r"[;()\[\]]")


def clauses(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a place at its semicolons outside brackets."""
    depth = 0
    for border in _BORDER.finditer(text.clean, start, end):
        if border[0] == ";" and depth == 0:
            yield start, border.start()
            start = _skip_spaces(text.clean, border.end(), end)
        elif border[0] in "([":
            depth += 1
        elif border[0] != ";":
            depth = max(0, depth - 1)
    if start < end:
        yield start, end


def inline_items(text: Text, start: int, end: int) -> tuple[int, list[tuple[int, int]]]:
    """Cut a place at its "(1) … (2) …" or "Một là, …": where the lead ends, and the items."""
    pattern = compile_pattern(_INLINE_ITEM, bare=text.bare)
    marks = [m for m in pattern.finditer(text.low, start, end) if _opens_item(text, start, m)]
    if not marks:
        return end, []
    borders = [m.start() for m in marks[1:]] + [end]
    return marks[0].start(), [(m.end(), border) for m, border in zip(marks, borders, strict=True)]


def _opens_item(text: Text, start: int, mark: re.Match[str]) -> bool:
    """Tell whether a mark stands where an item may begin, not in "lần thứ hai, …"."""
    before = text.low[max(start, mark.start() - 3) : mark.start()].rstrip()
    return not before or before[-1] in ":;,.)" or mark[0].startswith("(")


def trim(text: Text, start: int, end: int) -> tuple[int, int]:
    """Take spaces, bullets and closing points off both ends of a place."""
    clean = text.clean
    while start < end and clean[start] in " \n-–—+*•:;,.":
        start += 1
    while end > start and (clean[end - 1] in " \n;,.:-–…" or clean.endswith("./", start, end)):
        end -= 1
    return start, end
