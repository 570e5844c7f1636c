"""Figures (số liệu): a number with its qualifier, range and unit, as written and as a Decimal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from .folding import fold
from .lexicon import phrases
from .model import Figure
from .rules import compile_pattern
from .text import Text

_NUMBER = r"(?:\d{1,3}(?:[.]\d{3})+(?:,\d+)?|\d+(?:[,.]\d{1,2}(?!\d))?(?:,\d+)?)"
_FIGURE = rf"""
    (?<![\w/.,-]) (?P<number>{_NUMBER})
    (?: \s?/\s? (?P<whole>{_NUMBER}) (?![\d/]) )?                        # 16/25 nội dung
    (?P<percent>\s?%)?
    (?: \s?(?:-|đến)\s? (?P<upper>{_NUMBER}) (?![\d/]) (?:\s?%)? )?      # 50 - 90%, 50% - 90%
"""
_QUALIFIER = r"""
    (?: từ_trên | trên | hơn | gần | khoảng | dưới | xấp_xỉ | ước_khoảng | ít_nhất | tối_thiểu | tối_đa
      | chỉ_còn
      | từ | đến | còn | bình_quân ) (?:_khoảng|_trên)? _ \Z
"""
_DIGITS = re.compile(r"\d+")  # the text is scanned for digits first
_KEPT_QUALIFIERS = (
    "trên",
    "hơn",
    "gần",
    "khoảng",
    "dưới",
    "xấp xỉ",
    "ít nhất",
    "tối thiểu",
    "tối đa",
    "từ trên",
)
_OPEN_END = r"_trở_(?:lên|xuống)"

# Digits that measure nothing: a year, a day, an ordinal, a number of a document.
_NO_MEASURE_BEFORE = r"""
    (?: năm | tháng | ngày | quý | số | thứ | lần | khóa | kỳ | điều | khoản | điểm | km | nhiệm_kỳ
      | giai_đoạn | nq | quyết_định | nghị_quyết | nghị_định | chỉ_thị | kết_luận | thông_báo | quốc_lộ
      | tổ | khu_phố | khu | phường | quận | vòng | cấp | đợt | mùng | hạng | covid ) _? [-.]? \Z
"""
_NO_MEASURE_BEHIND = r"(?: [/-]\w*[a-zđ] | \s?h\d* \b | _giờ\b | \s?/\s?\d | _tháng_\d | t\d | [:h]\d )"


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a cleaned text; `number` is where its digits begin."""

    start: int
    end: int
    number: int
    value: Decimal | None
    upper: Decimal | None
    unit: str | None
    qualifier: str | None
    share: bool  # "16/25 nội dung"

    def figure(self, text: Text) -> Figure:
        """Give the value that is stored."""
        return Figure(text.span(self.start, self.end), self.value, self.upper, self.unit, self.qualifier)


def parse_number(written: str) -> Decimal | None:
    """Read a number with the Vietnamese decimal comma and thousands point.

    >>> parse_number("3.000"), parse_number("145,12"), parse_number("1.234,5")
    (Decimal('3000'), Decimal('145.12'), Decimal('1234.5'))
    """
    plain = written.replace(".", "") if re.search(r"\.\d{3}(?!\d)", written) else written
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None


@cache
def _units(bare: bool) -> dict[str, list[str]]:
    """Load the units by their first word, folded for texts without accents; the longest come first."""
    table: dict[str, list[str]] = {}
    for unit in phrases("units"):
        written = fold(unit) if bare else unit
        table.setdefault(written.split(" ")[0], []).append(written)
    return table


_UNIT_WORD = re.compile(r"%|[^\W\d_][\w&]*")


def read_unit(text: Text, start: int, end: int) -> tuple[str | None, int]:
    """Read the unit that begins at `start`, and tell where it ends; the longest one known."""
    low = text.low
    at = start + 1 if low[start : start + 1] == " " else start
    word = _UNIT_WORD.match(low, at, end)
    if not word:
        return None, start
    for unit in _units(text.bare).get(word[0], ()):
        stop = at + len(unit)
        if low.startswith(unit, at) and stop <= end and not low[stop : stop + 1].isalnum():
            return text.clean[at:stop], _with_rate(low, stop, end)
    return None, start


_RATE = re.compile(
    r"/[a-zđ]+[\wàáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹ]*(?: đêm)?"
)


def _with_rate(low: str, stop: int, end: int) -> int:
    rate = _RATE.match(low, stop, end)
    return rate.end() if rate else stop


def _measures(text: Text, match: re.Match[str]) -> bool:
    """Tell a measure from a year, a day or the number of a document."""
    before = compile_pattern(_NO_MEASURE_BEFORE, bare=text.bare).search(
        text.low[max(0, match.start() - 12) : match.start()]
    )
    behind = compile_pattern(_NO_MEASURE_BEHIND, bare=text.bare).match(text.low, match.end())
    return not before and (not behind or bool(match["percent"]))


def _read(text: Text, match: re.Match[str], end: int) -> Found:
    stop = match.end()
    unit: str | None = None
    if text.low[stop - 1] == "%":
        unit = "%"
    else:
        unit, stop = read_unit(text, stop, end)
    window = max(0, match.start() - 16)
    before = compile_pattern(_QUALIFIER, bare=text.bare).search(text.low[window : match.start()])
    qualifier = before[0].strip() if before else None
    start = match.start()
    if before and (qualifier in _KEPT_QUALIFIERS or (qualifier == "từ" and match["upper"])):
        start = window + before.start()
    opened = compile_pattern(_OPEN_END, bare=text.bare).match(text.low, stop, end)
    if opened:
        stop, qualifier = opened.end(), qualifier or opened[0].strip()
    upper = parse_number(match["upper"]) if match["upper"] else None
    return Found(
        start,
        stop,
        match.start(),
        parse_number(match["number"]),
        upper,
        unit,
        qualifier,
        bool(match["whole"]),
    )


def find_figures(text: Text, start: int, end: int) -> Iterator[Found]:
    """Find the figures of a place, in order, without years, days and document numbers."""
    pattern = compile_pattern(_FIGURE, bare=text.bare)
    done = start
    for digits in _DIGITS.finditer(text.low, start, end):
        match = pattern.match(text.low, digits.start(), end) if digits.start() >= done else None
        if match:
            done = match.end()
            if _measures(text, match):
                yield _read(text, match, end)
