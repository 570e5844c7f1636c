"""Spans of years under review: "sơ kết giữa nhiệm kỳ", "tổng kết 20 năm thực hiện Nghị định …"."""

from __future__ import annotations

import re

from .dates import Reference
from .page import Page, opening_parts
from .periods import NUMERALS, PeriodPhrase
from .rules import Rule

Place = tuple[int, int]

MID_TERMS: tuple[Rule[str], ...] = (
    Rule(
        "sơ kết giữa nhiệm kỳ",
        r"""
    \b(?: sơ_kết | tổng_kết | kiểm_điểm | đánh_giá | nhìn_lại ) \b [^.;]{0,60}?
    _(?: giữa | nửa(?:_đầu)? | (?:trong_)?cả | hết )_nhiệm_kỳ\b
    """,
        "xã sơ kết giữa nhiệm kỳ",
        "kiện toàn nhân sự giữa nhiệm kỳ",
        "term",
        needs=("nhiệm kỳ",),
    ),
)
TERMS: tuple[Rule[str], ...] = (
    Rule(
        "nhiệm kỳ 2020 - 2025",
        r"\bnhiệm_kỳ_ (?P<from>20\d{2}) \s?[-/]\s? (?P<to>20\d{2}) (?!\d)",
        "khóa xi (nhiệm kỳ 2015-2020)",
        "nhiệm kỳ đầu",
        "term",
        needs=("nhiệm kỳ 2",),
    ),
)
# A law and a review that are as many years apart as the review says.
YEARS: tuple[Rule[str], ...] = (
    Rule(
        "tổng kết 20 năm thực hiện …",
        r"""
    \b(?: tổng_kết | sơ_kết | kiểm_điểm | nhìn_lại )_
    (?P<years> \d{1,2} | hai | ba | bốn | năm | sáu | bảy | tám | chín | mười )_năm_
    (?: (?:triển_khai|tổ_chức|thi_hành|thực_hiện)_? ){1,2}
    (?P<paper> [^;\n]{0,200} )
    """,
        "hội nghị tổng kết 20 năm thực hiện nghị định số 61/2002/nđ-cp",
        "tổng kết năm 2020",
        "years",
        weak=True,
        needs=("tổng kết", "sơ kết", "kiểm điểm", "nhìn lại"),
    ),
)
_YEAR_OF_PAPER = re.compile(r"(?:/|-|năm |nam )((?:19|20)\d{2})(?!\d)")
TERM_WITHIN = 4000  # characters


def read_term(page: Page, reference: Reference) -> tuple[PeriodPhrase, bool] | None:
    """Read the years looked back on, and whether weakly, out of the title or the opening."""
    places = ([page.frame.title] if page.frame.title else []) + opening_parts(page)[:4]
    for place in places:
        if MID_TERMS[0].search(page.text, *place):
            return _named_term(page, places[0][0])
    found = (_as_many_years(page, place, reference) for place in places)
    return next(((phrase, True) for phrase in found if phrase), None)


def _named_term(page: Page, start: int) -> tuple[PeriodPhrase, bool] | None:
    """Find which term it is: the first one named."""
    match = TERMS[0].search(page.text, start, min(len(page.text.low), start + TERM_WITHIN))
    if not match:
        return None
    return PeriodPhrase(*match.span(), f"{match['from']}/{match['to']}", MID_TERMS[0].name), False


def _as_many_years(page: Page, place: Place, reference: Reference) -> PeriodPhrase | None:
    """Read "tổng kết 20 năm thực hiện Nghị định số 61/2002/NĐ-CP", held in 2022."""
    match = YEARS[0].search(page.text, *place) if reference.day else None
    if not match or not reference.day:
        return None
    count = NUMERALS.get(match["years"]) or int(match["years"])
    begun = reference.day.year - count
    named = {int(year) for year in _YEAR_OF_PAPER.findall(match["paper"])}
    if begun not in named:
        return None
    return PeriodPhrase(
        match.start("years"), match.end("years"), f"{begun}/{reference.day.year}", YEARS[0].name
    )
