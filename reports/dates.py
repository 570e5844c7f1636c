"""Days as they are written (ngày, tháng, năm): found, checked, and given a year where the text has one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from .rules import compile_pattern
from .text import Text

# The ways to write a day. All begin with a digit: the text is scanned for digits first.
_DAY = r"""
    (?<![\d.,/-]) (?<!\d[ ])
    (?:
        (?P<isoyear>\d{4}) - (?P<isomonth>\d{2}) - (?P<isoday>\d{2}) (?!\d)    # 2025-11-02T13:54
      | (?<!giờ[ ]) (?P<first>\d{1,2}) \s? (?:[-,]|và|đến(?:_hết)?) \s? (?:ngày_)? (?P<last>\d{1,2})
        \s? / \s? (?P<pairmonth>\d{1,2}) (?: \s?/\s? (?P<pairyear>\d{4}) )? (?![\d/])  # the first day
      | (?P<day>\d{1,2}) \s? (?P<sign>[/.-]) \s? (?P<month>\d{1,2})            # 3/10/2017  27.5  2 -11
        (?: \s? (?P=sign) \s? (?P<year>\d{4}|\d{2}) )? (?![\d/%]|[.,]\d)
      | (?P<wordday>\d{1,2})_tháng_(?P<wordmonth>\d{1,2})                      # 3 tháng 10 năm 2017
        (?: (?: _năm_ | \s?/\s? | ,_năm_ ) (?P<wordyear>\d{4}) )?
    )
"""
_DIGITS = re.compile(r"\d+")

# Behind these words a number is a day; before those it is a share ("2/3 số hộ").
_DAY_BEFORE = r"""
    (?: ngày | sáng | chiều | tối | trưa | trước | đến | hết | nhất | từ | hôm | mùng | nay )
    (?:_nay)? [ (]{0,2} \Z
"""
_SHARE_BEHIND = r"""
    \s* (?: số | hộ | xã | phường | thôn | khu | chỉ_tiêu | đồng_chí | đại_biểu | người | căn
      | tiêu_chí | chi_bộ
          | thành_viên | triệu )
"""

# "năm 2017", "10/2017", the first letter or digit taken alone, for `re` finds such places faster.
_YEAR = re.compile(
    r"""
    [n0-9] (?: (?<!\wn)(?<=n)[ăa]m[ ](\d{4})(?!\d)
      | (?<!\d\d) (?: (?<=0)[1-9] | (?<=[1-9]) | (?<=1)[0-2] ) [/.-]((?:19|20)\d{2})(?![\d/]|-[^\W\d]) )
    """,
    re.VERBOSE,
)
# What is compared with a year was in the one after it; what is counted up to a day was in its year.
_TOLD_YEAR = r"""
    (?: \b(?P<base> so_với | cùng_kỳ )_ (?:cùng_kỳ_)? (?:năm_)? | \btính_đến_ [^.;]{0,24} ) \Z
"""
# A year that says nothing about when the meeting was: compared with, the end of a plan, a term, a document.
_OTHER_YEAR = r"""
    (?: (?: so_với | cùng_kỳ | so | đến | từ | giai_đoạn | nhiệm_kỳ | vào | (?<!tháng_)cuối | quyết | luật )
        (?: _cùng_kỳ | _đầu | _cuối | _hết | _với | _năm )? _
      | ngày_\d{1,2} (?: _tháng_\d{1,2}_ | [/.-] )
      | (?<!thực_hiện_)kế_hoạch(?:_\w+){0,5}_
    ) \Z
"""
_RANGE_BEHIND = re.compile(r"\s?-\s?\d{4}")
NEWEST = 2100
OLDEST = 1975  # 01/01/1970 is what programs print for "no date"


@dataclass(frozen=True, slots=True)
class DayPhrase:
    """A day as written; the year may be missing."""

    start: int
    end: int
    day: int
    month: int
    year: int | None = None

    def resolved(self) -> date | None:
        """Give the calendar day, where the year is known and such a day exists."""
        if self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Reference:
    """What a missing year is taken from: a known day of the report, else its year. Never today."""

    day: date | None = None
    year: int | None = None

    def before(self, phrase: DayPhrase) -> DayPhrase:
        """Give a day that has passed its year: the last such day up to the reference."""
        if phrase.year or not (self.day or self.year):
            return phrase
        if not self.day:
            return replace(phrase, year=self.year)
        late = (phrase.month, phrase.day) > (self.day.month, self.day.day)
        return replace(phrase, year=self.day.year - late)

    def after(self, phrase: DayPhrase) -> DayPhrase:
        """Give a day to come its year: the first such day from the reference on."""
        if phrase.year or not (self.day or self.year):
            return phrase
        if not self.day:
            return replace(phrase, year=self.year)
        early = (phrase.month, phrase.day) < (self.day.month, self.day.day)
        return replace(phrase, year=self.day.year + early)

    def year_of_month(self, month: int) -> int | None:
        """Give a coming month its year."""
        if not self.day:
            return self.year
        return self.day.year + (month < self.day.month)


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) + (2000 if len(written) == 2 else 0)


def _phrase(match: re.Match[str]) -> DayPhrase:
    place, got = match.span(), match.groupdict()
    if got["isoyear"]:
        return DayPhrase(*place, int(got["isoday"]), int(got["isomonth"]), int(got["isoyear"]))
    if got["pairmonth"]:
        return DayPhrase(*place, int(got["first"]), int(got["pairmonth"]), _year(got["pairyear"]))
    if got["wordday"]:
        return DayPhrase(*place, int(got["wordday"]), int(got["wordmonth"]), _year(got["wordyear"]))
    return DayPhrase(*place, int(got["day"]), int(got["month"]), _year(got["year"]))


_SHARE_BEFORE = r"\b(?: được | đạt | còn | mới | hoàn_thành | thực_hiện_xong )_\Z"
"""Behind this it is a share: "triển khai được 7/10 kỹ thuật"."""


def _is_day(text: Text, match: re.Match[str], phrase: DayPhrase) -> bool:
    """Tell a day from a share ("2/3 số hộ"), a decimal and a range ("50 - 90%")."""
    if not (1 <= phrase.month <= 12 and 1 <= phrase.day <= 31):
        return False
    if phrase.year:
        return phrase.year >= OLDEST and phrase.resolved() is not None
    if match["wordday"]:
        return True
    before = compile_pattern(_DAY_BEFORE, bare=text.bare)
    announced = bool(before.search(text.low, max(0, phrase.start - 12), phrase.start))
    if match["sign"] in ("-", "."):
        return announced
    if announced:
        return True
    reached = compile_pattern(_SHARE_BEFORE, bare=text.bare)
    shared = compile_pattern(_SHARE_BEHIND, bare=text.bare).match(text.low, phrase.end)
    return not (shared or reached.search(text.low, max(0, phrase.start - 20), phrase.start))


def find_days(text: Text, start: int, end: int) -> Iterator[DayPhrase]:
    """Find the days written in a place, in order."""
    pattern = compile_pattern(_DAY, bare=text.bare)
    done = start
    for digits in _DIGITS.finditer(text.low, start, end):
        match = pattern.match(text.low, digits.start(), end) if digits.start() >= done else None
        if match and _is_day(text, match, phrase := _phrase(match)):
            done = match.end()
            yield phrase


def find_years(text: Text, start: int, end: int) -> list[int]:
    """Find the years named in a place ("năm 2017", "10/2017"), not those of comparisons, terms and laws."""
    return [year for year, named in _years(text, start, end) if named]


def _years(text: Text, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Find the years of a place: those it names, and those that its comparisons and "tính đến …" tell of."""
    other, told = compile_pattern(_OTHER_YEAR, bare=text.bare), compile_pattern(_TOLD_YEAR, bare=text.bare)
    for match in _YEAR.finditer(text.low, start, end):
        year = int(match[1] or match[2])
        if not OLDEST <= year <= NEWEST or _RANGE_BEHIND.match(text.low, match.end()):
            continue
        before = max(start, match.start() - 64), match.start()
        if not other.search(text.low, *before):
            yield year, True
        elif speaks := told.search(text.low, *before):
            yield year + bool(speaks["base"]), False


def main_year(text: Text, start: int, end: int, *, clearly: bool = False) -> int | None:
    """Give the year named most often in a place, the later of two; `clearly` asks for most mentions."""
    counted = Counter(year for year, _ in _years(text, start, end))
    if not counted:
        return None
    year = max(counted, key=lambda year: (counted[year], year))
    if clearly and counted[year] * 2 <= counted.total():
        return None
    return year


# A line that only says when it was published: "4/10/2017, 14:1 (GMT+7)", "Cập nhật: 12/10/2020 15:47".
_PUBLICATION = r"""
    (?: (?: cập_nhật | ngày_đăng | (?:được_)?đăng_(?:lúc|ngày) | ngày | thời_gian | xuất_bản
      | published_date | date )_?:?\s* ){0,2}
    (?: (?: thứ_\w+ | chủ_nhật ) \s*,?\s* )?
    (?: \d{1,2} [:h] \d{1,2} (?: :\d{2} )? \s*[,|-]?\s* )?                  # 14:05, 03/10/2017
    (?: (?: ngày | thứ_\w+ | chủ_nhật ) \s*,?\s* ){0,2}
    (?P<date> \d{1,2} \s?[/.-]\s? \d{1,2} \s?[/.-]\s? (?:\d{4}|\d{2}) | \d{4}-\d{2}-\d{2} )
    (?: [\s,|t-]* \d{1,2} \s?[:h]\s? \d{1,2} (?: :\d{2}(?:\.\d+)? )? \s? (?: sa | ch | am | pm | z )? )?
    \s* (?: \(? gmt \s?\+?\s?\d? \)? )? [\s.|-]* $
"""
LONGEST_PUBLICATION = 80
_DATED = re.compile(r"\d\s?[/.-]\s?\d")


def publication_day(text: Text, start: int, end: int) -> DayPhrase | None:
    """Read a line that only says when the report was published."""
    line = text.low[start:end]
    if len(line) > LONGEST_PUBLICATION or not _DATED.search(line):
        return None
    match = compile_pattern(_PUBLICATION, bare=text.bare).match(line)
    if not match:
        return None
    return next(find_days(text, start + match.start("date"), start + match.end("date")), None)
