"""The period under review (kỳ báo cáo): "quý III năm 2017" -> `2017-Q3`, "6 tháng đầu năm 2019" -> `2019-H1`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .dates import Reference, find_years
from .rules import Rule
from .text import Text

_QUARTERS = {"i": "Q1", "ii": "Q2", "iii": "Q3", "iv": "Q4", "1": "Q1", "2": "Q2", "3": "Q3", "4": "Q4"}
_WORDS = {"ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}
_WORDS |= {"bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11}

_YEAR = r"(?: (?: ,?_năm_(?:học_)? | \s?[/-]\s? | _ ) (?P<year>(?:19|20)\d{2}) (?!\d) )?"
_MONTHS = r"(?P<months>\d{1,2}|ba|bốn|năm|sáu|bảy|tám|chín|mười_một|mười)"


def _quarter(match: re.Match[str]) -> str:
    return "-" + _QUARTERS[match["quarter"]]


def _first_months(match: re.Match[str]) -> str:
    months = _WORDS.get(match["months"]) or int(match["months"])
    return {6: "-H1", 12: ""}.get(months, f"-{months}M")


def _month(match: re.Match[str]) -> str:
    return f"-{int(match['month']):02d}"


Suffix = Callable[[re.Match[str]], str]

RULES: tuple[Rule[Suffix], ...] = (
    Rule(
        "quý III năm 2017",
        r"\bquý_(?P<quarter>iv|i{1,3}|[1-4])\b" + _YEAR,
        "sơ kết công tác quý iii năm 2017",
        "quý vị đại biểu",
        _quarter,
    ),
    Rule(
        "6 tháng cuối năm",
        r"\b(?:6|06|sáu)_tháng_cuối_năm" + _YEAR,
        "kết quả 6 tháng cuối năm 2018",
        "tháng cuối năm",
        lambda _: "-H2",
    ),
    Rule(
        "9 tháng đầu năm 2020",
        r"(?<![\d/.,]) \b"
        + _MONTHS
        + r"_tháng (?: _đầu_năm | _năm(?=_\d{4}) | _qua | (?=[,;.\s]) ) (?!_cuối)"
        + _YEAR,
        "đánh giá tình hình 9 tháng, triển khai nhiệm vụ",
        "trong 3 tháng cuối năm",
        _first_months,
    ),
    Rule(
        "tháng 11 năm 2022",
        r"\btháng_(?P<month>1[0-2]|0?[1-9])\b (?!_?[-]_?\d) (?!/\d{1,2}/)" + _YEAR,
        "giao ban công tác tháng 8/2024",
        "ngày 3/8/2024",
        _month,
    ),
    Rule(
        "tuần 40",
        r"\btuần_(?:thứ_)?(?P<week>\d{1,2})\b" + _YEAR,
        "giao ban tuần 40 năm 2018",
        "trong 2 tuần",
        lambda match: f"-W{int(match['week']):02d}",
    ),
    Rule(
        "năm 2024",
        r"\bnăm_(?:học_)?(?P<year>(?:19|20)\d{2})\b (?!\s?-\s?\d)",
        "tổng kết công tác năm 2024",
        "giai đoạn 2016-2020",
        lambda _: "",
    ),
    Rule(
        "năm qua",
        r"\b(?:trong_)?năm_qua\b" + _YEAR,
        "tổng kết năm qua",
        "năm nay",
        lambda _: "",
        weak=True,
    ),
    Rule(
        "nhiệm kỳ 2015 - 2020",
        r"\b(?:nhiệm_kỳ|giai_đoạn)_(?P<from>(?:19|20)\d{2})\s?-\s?(?P<to>(?:19|20)\d{2})",
        "tổng kết nhiệm kỳ 2015 - 2020",
        "năm 2015",
        lambda match: f"{match['from']}/{match['to']}",
    ),
)

# The period is under review only behind a word of reviewing, and not behind one that plans.
REVIEW = re.compile(
    r"\b(?:sơ kết|tổng kết|đánh giá|kết quả|tình hình|kiểm điểm|giao ban|thực hiện|rút kinh nghiệm|công tác|phiên họp|họp|nhìn lại"
    r"|báo cáo|hoạt động|nhiệm vụ|thường kỳ|định kỳ|hội nghị|kỳ họp|kinh tế|phong trào|thi đua|kế hoạch"
    r"|so ket|tong ket|danh gia|ket qua|tinh hinh|giao ban|thuc hien|cong tac|hop|bao cao|nhiem vu)\b"
)
_PLANNED = re.compile(
    r"\b(?:(?<!kết quả )triển khai|phương hướng|nhiệm vụ trọng tâm|bàn|dự kiến|kế hoạch năm|nhiệm vụ và giải pháp|chuẩn bị|xây dựng kế hoạch"
    r"|chương trình công tác|về đích|đề ra nhiệm vụ|nghị quyết|chương trình|dự toán|quyết định|luật|ngày|đến|hết|từ|khóa|sinh năm"
    r"|trien khai|phuong huong|ban viec)\b[^,;.]{0,40}$"
)
_COMPARED = re.compile(r"so với|cùng kỳ|so voi|cung ky")


@dataclass(frozen=True, slots=True)
class PeriodPhrase:
    """A period as written and understood."""

    start: int
    end: int
    value: str
    rule: str
    weak: bool


def read_period(text: Text, start: int, end: int, reference: Reference) -> PeriodPhrase | None:
    """Read the first period under review in a place."""
    candidates = [
        (match.start(), order, rule, match)
        for order, rule in enumerate(RULES)
        for match in rule.compiled(text).finditer(text.low, start, end)
    ]
    for _, _, rule, match in sorted(candidates, key=lambda candidate: candidate[:2]):
        if not _reviewed(text, start, match, rule):
            continue
        value = _with_year(text, rule, match, end, reference)
        if value:
            return PeriodPhrase(match.start(), match.end(), value, rule.name, rule.weak)
    return None


def _reviewed(text: Text, start: int, match: re.Match[str], rule: Rule[Suffix]) -> bool:
    before = text.low[max(start, match.start() - 150) : match.start()]
    if _PLANNED.search(before) or not REVIEW.search(before):
        return False
    term = rule.name.startswith("nhiệm kỳ")
    return (
        term == bool(re.search(r"(?:tổng kết|sơ kết|kiểm điểm|đại hội)[^,;.]{0,60}$", before))
        if term
        else True
    )


def _with_year(
    text: Text, rule: Rule[Suffix], match: re.Match[str], end: int, reference: Reference
) -> str | None:
    """Give a period its year: its own, else the next one named in its sentence, else the reference's."""
    suffix = rule.value(match)
    if "/" in suffix:
        return suffix
    written = match.groupdict().get("year")
    if written:
        return written + suffix
    stop = text.clean.find("\n", match.end())
    limit = min(end, stop if stop > 0 else end, match.end() + 200)
    named = find_years(text, match.end(), limit)
    compared = _COMPARED.search(text.low, match.end(), limit)
    if named and not compared:
        return f"{named[0]}{suffix}"
    year = reference.day.year if reference.day else reference.year
    return f"{year}{suffix}" if year else None
