"""The period under review (kỳ báo cáo): "quý III năm 2017" is `2017-Q3`, "6 tháng đầu năm" `2019-H1`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .dates import Reference, find_years
from .rules import Rule, compile_pattern, search_all
from .text import Text

_QUARTERS = {"i": "Q1", "ii": "Q2", "iii": "Q3", "iv": "Q4", "1": "Q1", "2": "Q2", "3": "Q3", "4": "Q4"}
NUMERALS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
NUMERALS |= {"mười một": 11, "mot": 1}
NUMERALS |= {"bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11}

_YEAR = r"(?: (?: ,?_năm_(?:học_)? | \s?[/-]\s? | _ ) (?P<year>(?:19|20)\d{2}) (?!\d) )?"

Suffix = Callable[[re.Match[str]], str]


def _quarter(match: re.Match[str]) -> str:
    return "-" + _QUARTERS[match["quarter"]]


def _first_months(match: re.Match[str]) -> str:
    months = NUMERALS.get(match["months"]) or int(match["months"])
    return {6: "-H1", 12: ""}.get(months, f"-{months}M")


def _second_half(_match: re.Match[str]) -> str:
    return "-H2"


def _first_half(_match: re.Match[str]) -> str:
    return "-H1"


def _year_end(_match: re.Match[str]) -> str:
    return ""


def _month(match: re.Match[str]) -> str:
    return f"-{int(match['month']):02d}"


def _named_month(match: re.Match[str]) -> str:
    words = match["named"]
    named = {"giêng": 1, "tư": 4, "mười hai": 12, "chạp": 12, "gieng": 1, "tu": 4, "muoi hai": 12, "chap": 12}
    return f"-{named.get(words) or NUMERALS[words]:02d}"


def _week(match: re.Match[str]) -> str:
    return f"-W{int(match['week']):02d}"


def _whole_year(_match: re.Match[str]) -> str:
    return ""


def _term(match: re.Match[str]) -> str:
    return f"{match['from']}/{match['to']}"


def _span(match: re.Match[str]) -> str:
    return _term(match)


RULES: tuple[Rule[Suffix], ...] = (
    Rule(
        "quý III năm 2017",
        r"\bquý_(?P<quarter>iv|i{1,3}|[1-4])\b" + _YEAR,
        "sơ kết công tác quý iii năm 2017",
        "quý vị đại biểu",
        _quarter,
        needs=("quý",),
    ),
    Rule(
        "6 tháng cuối năm",
        r"\b(?: (?:6|06|sáu)_tháng | nửa )_cuối_năm" + _YEAR,
        "kết quả 6 tháng cuối năm 2018",
        "tháng cuối năm",
        _second_half,
        needs=("tháng cuối", "nửa cuối"),
    ),
    Rule(
        "nửa đầu năm, kỳ họp giữa năm",
        r"\b(?: nửa_đầu_năm | kỳ_họp_(?:thường_lệ_)?giữa_năm )" + _YEAR,
        "kết quả nửa đầu năm 2018",
        "nửa đầu nhiệm kỳ",
        _first_half,
        needs=("nửa đầu", "giữa năm"),
    ),
    Rule(
        "kỳ họp cuối năm",
        r"\bkỳ_họp_(?:thường_lệ_)?cuối_năm" + _YEAR,
        "hội đồng mở kỳ họp thường lệ cuối năm 2024",
        "trình kỳ họp cuối tháng",
        _year_end,
        needs=("cuối năm",),
    ),
    Rule(
        "9 tháng đầu năm 2020",
        r"""
        (?<![\d/.,]) \b(?P<months>\d{1,2}|ba|bốn|năm|sáu|bảy|tám|chín|mười_một|mười)_tháng
        (?: _đầu_năm | _năm(?=_\d{4}) | _qua | (?=[,;.\s]) ) (?!_cuối)
        """
        + _YEAR,
        "đánh giá tình hình 9 tháng, triển khai nhiệm vụ",
        "trong 3 tháng cuối năm",
        _first_months,
        needs=("tháng",),
    ),
    Rule(
        "tháng 11 năm 2022",
        r"\btháng_(?P<month>1[0-2]|0?[1-9])\b (?!_?[-]_?\d) (?!/\d{1,2}/)" + _YEAR,
        "giao ban công tác tháng 8/2024",
        "ngày 3/8/2024",
        _month,
        needs=("tháng",),
    ),
    Rule(
        "tháng tư năm 2022",
        r"""
        \btháng_ (?P<named> giêng | hai | ba | tư | năm | sáu | bảy | tám | chín | mười_một | mười_hai | mười
          | chạp ) \b (?! _(?:tháng|ngày|năm_(?!\d)) )
        """
        + _YEAR,
        "giao ban công tác tháng tư/2024",
        "ba tháng qua",
        _named_month,
        needs=("tháng",),
    ),
    Rule(
        "tuần 40",
        r"\btuần_(?:thứ_)?(?P<week>\d{1,2})\b" + _YEAR,
        "giao ban tuần 40 năm 2018",
        "trong 2 tuần",
        _week,
        needs=("tuần",),
    ),
    Rule(
        "năm 2024",
        r"(?<!cuối_)(?<!đầu_)\bnăm_(?:học_)?(?P<year>(?:19|20)\d{2})\b (?!\s?-\s?\d)",
        "tổng kết công tác năm 2024",
        "giai đoạn 2016-2020",
        _whole_year,
        needs=("năm",),
    ),
    Rule(
        "nhiệm kỳ 2015 - 2020",
        r"""
        \b(?: nhiệm_kỳ | giai_đoạn | (?:\d{1,2}|hai|ba|bốn|năm)_năm )_ \(? (?:từ_)? (?P<from>(?:19|20)\d{2})
        \s?[-/]\s? (?P<to>(?:19|20)\d{2})
        """,
        "tổng kết nhiệm kỳ 2015 - 2020",
        "năm 2015",
        _term,
        needs=("nhiệm kỳ", "giai đoạn", "năm "),
    ),
    Rule(
        "năm học 2021-2022",
        r"\bnăm_học_(?P<from>(?:19|20)\d{2})\s?[-/]\s?(?P<to>(?:19|20)\d{2})",
        "tổng kết năm học 2021-2022",
        "năm 2021",
        _span,
        needs=("năm học",),
    ),
    Rule(
        "từ năm 2021 đến năm 2023",
        r"""
        \b(?:giai_đoạn_)?từ_(?:tháng_\d{1,2}_)?năm_(?P<from>(?:19|20)\d{2})_đến_
        (?: (?:hết_|cuối_|tháng_\d{1,2}_|\d{1,2}_tháng_đầu_)*năm_ )?
        (?P<to>(?:19|20)\d{2}) \b
        """,
        "đánh giá kết quả từ năm 2021 đến năm 2023",
        "từ năm 2021 đến nay",
        _span,
        needs=("từ năm", "từ tháng"),
    ),
)

# A month or a year is under review behind a closing look; a quarter or some months behind weaker words too.
_CLOSING = r"""
    \b(?: sơ_kết | tổng_kết | đánh_giá | kết_quả | giao_ban | kiểm_điểm | rút_kinh_nghiệm
      | nhìn_lại | điểm_lại | soát_lại
      | báo_cáo(?!_viên) | tình_hình )\b [^;]{0,150} \Z
"""
_REVIEWING = (
    _CLOSING
    + r"""
        | \b(?: phiên_họp | kỳ_họp | họp | thường_kỳ | định_kỳ | hội_nghị | thực_hiện | công_tác
          | hoạt_động | nhiệm_vụ | kinh_tế | phong_trào | thi_đua
          | kế_hoạch )\b [^;]{0,150} \Z
    """
)
_CLOSED = r"""
    \b(?: tổng_kết | sơ_kết | kiểm_điểm | kết_quả | rút_kinh_nghiệm )\b
    (?: [^,;."]{0,60} | [^,;."]{0,60} "[^"\n]{1,110}" [^,;."]{0,30} ) \Z
"""
# What has to stand before a phrase for it to be under review.
_COMPANY: dict[Suffix, str] = {
    _month: _CLOSING,
    _named_month: _CLOSING,
    _whole_year: _CLOSING,
    _second_half: _CLOSED,
    _term: _CLOSED,
    _span: _CLOSING,
    _year_end: r"",
    _first_half: r"",
}
# A month that only names a routine meeting, or some months with which a sentence begins ("9 tháng đầu năm,
# thu đạt …"), are taken where nothing else is under review.
_REGULAR = r"\b(?: thường_kỳ | định_kỳ )_ \Z"
_BEGINS = r"\A (?:theo_[^,]{2,60},_)? (?: trong_ | qua_ | tính_chung_ | lũy_kế_ )? \Z"
ROUTINE: dict[Suffix, str] = {
    _month: rf"{_REGULAR} | {_BEGINS}",
    _named_month: _REGULAR,
    _quarter: _BEGINS,
    _first_months: _BEGINS,
    _first_half: _BEGINS,
}
# What the title of a paper says of its meeting: "HỌP HỘI ĐỒNG SƯ PHẠM THÁNG 11 NĂM 2026".
_MEETS = r"\b(?: họp | sinh_hoạt | hội_nghị | tiến_độ )\b [^;]{0,150} \Z"
TITLED: dict[Suffix, str] = {_month: _MEETS}
CUMULATIVE: dict[Suffix, str] = {_first_months: _BEGINS, _first_half: _BEGINS}

# What is planned or done by then, the name of a paper, and what is only compared with.
_PLANNED = r"""
    \b(?: (?<!kết_quả_)triển_khai(?!_thực_hiện) | phương_hướng | nhiệm_vụ_trọng_tâm | (?<!giao_)bàn | dự_kiến
      | kế_hoạch_năm | chuẩn_bị
      | nhiệm_vụ_và_giải_pháp | xây_dựng_kế_hoạch | chương_trình(?:_công_tác)? | về_đích
        | đề_ra_nhiệm_vụ | nghị_quyết(?!_họp_) | dự_toán
      | quyết_định | luật | ngày | đến | hết | từ | khóa | sinh_năm | so_với | cùng_kỳ
        | giai_đoạn ) \b [^,;.]{0,40} \Z
  | \b(?: chậm | trễ | kéo_dài | gia_hạn | quá | sau | ngừng )_ \Z
  | \b(?:tổng|sơ)_kết_(?: hội_nghị | hội_thi | cuộc_thi | hội_thao | giải | liên_hoan | diễn_đàn | lễ_hội
      | hội_chợ | triển_lãm | festival )\b [^,;.]{0,120} \Z                     # an event, no work
  | \b(?: hoàn_thành | trình | phê_duyệt | ban_hành | khởi_công | gửi | xong )\b [^,;.]{0,60} _trong_ \Z
"""
_COMPARED = r"\b(?: so_với | cùng_kỳ )\b"
CONTEXT = 170
YEAR_WINDOW = 200


@dataclass(frozen=True, slots=True)
class PeriodPhrase:
    """A period as written and understood."""

    start: int
    end: int
    value: str
    rule: str


def read_period(
    text: Text, start: int, end: int, reference: Reference, companies: dict[Suffix, str] | None = None
) -> PeriodPhrase | None:
    """Read the first period under review in a place, in the company that a table asks for."""
    candidates = [
        (match.start(), order, rule, match)
        for order, (rule, match) in enumerate(search_all(RULES, text, start, end))
        if companies is None or rule.value in companies
    ]
    for _, _, rule, match in sorted(candidates, key=lambda candidate: candidate[:2]):
        company = companies.get(rule.value) if companies else _COMPANY.get(rule.value, _REVIEWING)
        if company is None or not _is_reviewed(text, start, match, company):
            continue
        value = _with_year(text, rule.value(match), match, end, reference)
        if value and _is_near(value, reference) and _has_passed(text, start, match, value, reference):
            return PeriodPhrase(match.start(), match.end(), value, rule.name)
    return None


def _is_reviewed(text: Text, start: int, match: re.Match[str], company: str) -> bool:
    before = text.low[max(start, match.start() - CONTEXT) : match.start()]
    planned = compile_pattern(_PLANNED, bare=text.bare).search(before)
    if planned and not compile_pattern(_REGULAR, bare=text.bare).search(before):
        return False
    return bool(compile_pattern(company, bare=text.bare).search(before))


_WOUND_UP = r"\b(?: tổng_kết | sơ_kết | kiểm_điểm | rút_kinh_nghiệm )\b [^,;.]{0,90} \Z"
_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 5, "H2": 11}
_YEAR_ENDS = 10  # from this month on a meeting may look back on its own year


def _has_passed(text: Text, start: int, match: re.Match[str], value: str, reference: Reference) -> bool:
    """Tell a period that the meeting can look back on from the plan of the year it is held in."""
    day, (year, _, rest) = reference.day, value.partition("-")
    if not day or "/" in value or int(year) != day.year or rest.startswith("W"):
        return True
    if not rest:
        closed = compile_pattern(_WOUND_UP, bare=text.bare)
        place = max(start, match.start() - CONTEXT), match.start()
        return day.month >= _YEAR_ENDS or bool(closed.search(text.low, *place))
    first = _FIRST_MONTH.get(rest) or int(rest.rstrip("M")) - rest.endswith("M")
    return day.month >= first


def _is_near(value: str, reference: Reference) -> bool:
    """Tell a period under review from a year long past ("luật năm 1992") or far to come."""
    year = reference.day.year if reference.day else reference.year
    return year is None or "/" in value or year - 1 <= int(value[:4]) <= year


def _with_year(text: Text, suffix: str, match: re.Match[str], end: int, reference: Reference) -> str | None:
    """Give a period its year: its own, else the next one named in its sentence, else the reference's."""
    if "/" in suffix:
        return suffix
    written = match.groupdict().get("year")
    if written:
        return written + suffix
    stop = text.clean.find("\n", match.end())
    limit = min(end, stop if stop > 0 else end, match.end() + YEAR_WINDOW)
    named = find_years(text, match.end(), limit)
    if named and not compile_pattern(_COMPARED, bare=text.bare).search(text.low, match.end(), limit):
        return f"{named[0]}{suffix}"
    year = reference.day.year if reference.day else reference.year
    return f"{year}{suffix}" if year else None
