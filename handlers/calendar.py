"""Days and periods that people write: "quý III", "9 tháng", "tháng 10/2017", "năm ngoái", "trước 30/6"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reports.folding import fold
from storage.periods import Wanted


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, open where one end is None."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day that was asked for without its year."""

    month: int
    day: int


When = Wanted | Days | DayOfYear


@dataclass(frozen=True, slots=True)
class Timed:
    """A time in a text: where it stands, what it is, what stands before it ("since", "after", "until")."""

    start: int
    end: int
    when: When
    bound: str = ""


_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "mot": "1", "hai": "2", "ba": "3", "bon": "4"}
_ROMAN |= {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAMED = {"gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8}
_COUNTED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_NAMED |= {word: number for number, word in enumerate(_COUNTED, 2)}
_NAMED |= {"chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12}
_AGO = "nam ngoai|nam truoc|nam nay|nam sau|last year"
_YEAR = rf"(?:\s?(?:/|-|nam\b|of\b)?\s?(?P<year>(?:19|20)\d\d)\b|\s(?P<ago>{_AGO}))?"
_SHIFTS = {"nam ngoai": -1, "nam truoc": -1, "last year": -1, "nam nay": 0, "nam sau": 1}
_SHIFTS |= {"this year": 0, "nam toi": 1, "next year": 1, "nam qua": -1, "nam kia": -2}
Match = re.Match[str]


def _year(match: Match, today: date) -> int | None:
    given = match.groupdict()
    if given.get("year"):
        return int(given["year"])
    return today.year + _SHIFTS[given["ago"]] if given.get("ago") else None


def _day(match: Match, today: date) -> When | None:
    day, month = int(match["day"]), int(match["month"])
    year = int(match["full"]) if match["full"] else _year(match, today)
    try:
        if year:
            exact = date(year, month, day)
            return Days(exact, exact)
        date(2000, month, day)
    except ValueError:
        return None
    return DayOfYear(month, day)


def _quarter(match: Match, today: date) -> When:
    return Wanted(f"Q{_ROMAN.get(match['n'], match['n'])}", _year(match, today))


def _months(match: Match, today: date) -> When | None:
    count = int(match["n"]) if match["n"].isdecimal() else _NAMED[match["n"]]
    part = {6: "H1", 12: ""}.get(count, f"{count}M")
    return Wanted(part, _year(match, today)) if 2 <= count <= 12 else None


def _month(match: Match, today: date) -> When | None:
    number = int(match["n"]) if match["n"].isdecimal() else _NAMED[match["n"]]
    return Wanted(f"{number:02}", _year(match, today)) if 1 <= number <= 12 else None


def _named_month(match: Match, today: date) -> When:
    return Wanted(f"{_MONTHS.index(match['n']) + 1:02}", _year(match, today))


def _half(part: str) -> Callable[[Match, date], When]:
    return lambda match, today: Wanted(part, _year(match, today))


def _relative_year(match: Match, today: date) -> When:
    return Wanted("", today.year + _SHIFTS[match[0].removeprefix("ca ").removeprefix("trong ")])


def _relative_quarter(match: Match, today: date) -> When:
    quarter = today.year * 4 + (today.month - 1) // 3 + _shift(match)
    return Wanted(f"Q{quarter % 4 + 1}", quarter // 4)


def _relative_month(match: Match, today: date) -> When:
    month = today.year * 12 + today.month - 1 + _shift(match)
    return Wanted(f"{month % 12 + 1:02}", month // 12)


def _week(match: Match, today: date) -> When | None:
    number = int(match["n"])
    return Wanted(f"W{number:02}", _year(match, today)) if 1 <= number <= 53 else None


def _relative_week(match: Match, today: date) -> When:
    shift = _shift(match) if match["shift"] else 0  # "phải xong trong tuần" is in this one
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    return Days(monday, monday + timedelta(days=6))


def _shift(match: Match) -> int:
    words = match["shift"]
    return 0 if words in {"nay", "this"} else -1 if words in {"truoc", "qua", "vua roi", "roi", "last"} else 1


def _one_day(shift: int) -> Callable[[Match, date], When]:
    return lambda _, today: Days(today + timedelta(days=shift), today + timedelta(days=shift))


def _coming(match: Match, today: date) -> When:
    days = int(match["n"]) * (7 if match["what"] in {"tuan", "weeks", "week"} else 1)
    return Days(today, today + timedelta(days=days))


def _till_end(match: Match, today: date) -> When:
    whole = {"nam": "", "thang": f"{today.month:02}", "quy": f"Q{(today.month - 1) // 3 + 1}"}
    if match["unit"] == "tuan":
        return Days(today, today + timedelta(days=6 - today.weekday()))
    return Days(today, days_of(Wanted(whole[match["unit"]], today.year), today).last)


def _whole(match: Match, today: date) -> When:
    return Wanted("", int(match["only"]))


_OTHER_END = "ngoai|truoc|sau|toi|mot|hai|ba|bon|tu|bay|tam|chin|muoi|gieng|chap"
"""Behind "đến hết tháng" it is no month of now."""
_WHERE = "(?:dau|muc nao)\\b"
"""Behind "tới" it asks how far something is."""
_WHOSE = "(?:benh vien|xa|phuong|huyen|tinh|so|phong|ban|truong|cong ty|ubnd|thon|ap|khoa|minh|toi|em)"
"""Behind "mai", with which a question begins, it is no name: "mai phường có việc gì"."""
_NEXT = r"(?P<shift>nay|sau|toi|truoc|qua|vua roi|roi)"
_RULES: tuple[tuple[re.Pattern[str], Callable[[Match, date], When | None]], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})"), read)
    for pattern, read in (
        (
            r"(?<!tuan )(?<!tuan thu )(?:ngay )?(?P<day>\d{1,2})(?:[/.-]| thang )(?P<month>\d{1,2})"
            rf"(?:[/.-](?P<full>\d{{4}}))?(?![\d/.-]){_YEAR}",
            _day,
        ),
        (rf"(?:quy|quarter|q) ?(?P<n>iv|i{{1,3}}|[1-4]|mot|hai|ba|bon)\b{_YEAR}", _quarter),
        (rf"(?P<n>first|second|third|fourth) quarter{_YEAR}", _quarter),
        (rf"(?:(?:0?6|sau) thang|nua) cuoi(?: nam)?{_YEAR}", _half("H2")),
        (
            rf"(?:nua dau(?! nhiem ky| du an)(?: nam)?|(?:nua|giua) nam)(?! \d\d\d\d thang){_YEAR}",
            _half("H1"),
        ),
        (
            r"(?<!tuan )(?P<n>0?[2-9]|1[0-2]|hai|ba|bon|nam|sau|bay|tam|chin|muoi) thang"
            rf"(?! sau| truoc| nay\b| toi(?! {_WHERE}))"
            rf"(?: dau)?(?: nam(?! nay| ngoai| truoc| sau| toi| qua| kia))?{_YEAR}",
            _months,
        ),
        (rf"(?:first )?(?P<n>0?[2-9]|1[0-2]|{'|'.join(_COUNTED)}) months{_YEAR}", _months),
        (r"(?P<n>0?[69]) thang nay\b(?P<year>)(?P<ago>)", _months),
        (rf"first half(?: of the year)?{_YEAR}", _half("H1")),
        (rf"(?:second|last) half(?: of the year)?{_YEAR}", _half("H2")),
        (rf"(?:thang|t) ?(?P<n>1[0-2]|0?[1-9])(?!\d){_YEAR}", _month),
        (rf"thang (?P<n>muoi mot|muoi hai|gieng|hai|ba|tu|nam|bay|tam|chin|muoi|chap)\b{_YEAR}", _month),
        (r"(?P<n>1[0-2]|0?[1-9])/(?P<year>(?:19|20)\d\d)\b", _month),
        (rf"(?P<n>{'|'.join(_MONTHS)})\b(?<!may){_YEAR}", _named_month),
        (r"(?P<n>may) (?P<year>20\d\d)\b(?P<ago>)", _named_month),
        (
            r"(?:ca |trong )?(?:nam (?:ngoai|truoc|nay|sau|toi|qua|kia)|(?:last|this|next) year)\b",
            _relative_year,
        ),
        (rf"quy {_NEXT}\b", _relative_quarter),
        (rf"(?<!\d )thang {_NEXT}\b(?<!toi(?= {_WHERE}))", _relative_month),
        (rf"tuan {_NEXT}\b", _relative_week),
        (r"(?<=xong )trong tuan(?P<shift>)\b(?! sau| toi| truoc| qua| nay)", _relative_week),
        (rf"tuan (?:thu )?(?P<n>\d\d?)\b(?! (?:cua )?thang){_YEAR}", _week),
        (r"(?P<shift>this|last|next) quarter\b", _relative_quarter),
        (r"(?P<shift>this|last|next) month\b", _relative_month),
        (r"(?P<shift>this|last|next) week\b", _relative_week),
        (
            r"(?:tu (?:nay|gio) )?(?:cho )?(?:den|toi) (?:het|cuoi) (?P<unit>nam|thang|quy|tuan)(?: nay)?\b"
            rf"(?! (?:\d|[iv]+\b|{_OTHER_END}))",
            _till_end,
        ),
        (r"cuoi (?P<unit>nam|thang|quy|tuan) nay\b", _till_end),
        (r"hom nay\b|today\b|trong ngay\b", _one_day(0)),
        (r"ngay mai\b|tomorrow\b", _one_day(1)),
        (r"mai(?= (?:co|ai|viec|phai|den)\b)", _one_day(1)),
        (rf"^mai(?= {_WHOSE}\b)", _one_day(1)),
        (r"hom qua\b|yesterday\b", _one_day(-1)),
        (r"(?:trong )?(?:vong )?(?P<n>\d{1,3}) (?P<what>ngay|tuan) (?:toi|nua|sau)\b", _coming),
        (r"(?:in )?(?:the )?next (?P<n>\d{1,3}) (?P<what>days|weeks)\b", _coming),
        (r"(?:ca |(?:ke |tinh )?tu dau )?(?:nam )?(?P<only>(?:19|20)\d\d)\b(?![/.-])", _whole),
    )
)
_BOUND = re.compile(
    r"\b(?:(?P<bound>truoc|sau|tu|(?:cho )?(?:den|toi) het|den|toi|cho den|cho toi|cham nhat"
    r"|before|after|since|from|until|till|by)"
    r"(?: (?:ngay|het ngay|ngay het|dau|giua|cuoi))?"
    r"|cuoi|giua|(?<!dan )(?<!dung )(?<!bat )(?<!ban )(?<!lan )dau) ?$"
)
_BOUNDS = {
    "truoc": "until",
    "before": "until",
    "by": "until",
    "den": "until",
    **dict.fromkeys(("den het", "cho den het", "toi het", "cho toi het", "cho toi"), "until"),
    "toi": "until",
}
_BOUNDS |= {"cho den": "until", "cham nhat": "until", "until": "until", "till": "until"}
_BOUNDS |= {"sau": "after", "after": "after", "tu": "since", "since": "since", "from": "since"}


_MONTHS_ENDED = re.compile(r"(?:0?[369]|ba|sau|chin) thang\b")


def timed(text: str, today: date) -> Iterator[Timed]:
    """Find the times in folded words, from left to right; of two at one place the one that says more."""
    at = 0
    while found := _first(text, at, today):
        match, when = found
        before = _BOUND.search(text, at, match.start())
        start = before.start() if before else match.start()
        bound = _BOUNDS.get(before["bound"] or "", "") if before else ""
        ended = bound == "after" and _MONTHS_ENDED.match(
            match[0]
        )  # "chưa đạt sau 9 tháng" is of these months
        yield Timed(start, match.end(), when, "" if ended else bound)
        at = match.end()


def _first(text: str, at: int, today: date) -> tuple[Match, When] | None:
    found = [
        (match, when)
        for pattern, read in _RULES
        if (match := pattern.search(text, at)) and (when := read(match, today))
    ]
    return min(found, key=lambda pair: (pair[0].start(), -pair[0].end())) if found else None


def days_of(when: When, today: date) -> Days:
    """Give the days of a time; a year that was not said is this one."""
    if isinstance(when, Days):
        return when
    if isinstance(when, DayOfYear):
        day = _in_year(today.year, when.month, when.day)
        return Days(day, day)
    year = when.year or today.year
    if when.part.startswith("W"):
        monday = date.fromisocalendar(year, 1, 1) + timedelta(weeks=int(when.part[1:]) - 1)
        return Days(monday, monday + timedelta(days=6))
    first, last = _months_of(when.part)
    following = date(year + 1, 1, 1) if last == 12 else date(year, last + 1, 1)
    return Days(date(year, first, 1), following - timedelta(days=1))


def _in_year(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February
        return date(year, month, day - 1)


def _months_of(part: str) -> tuple[int, int]:
    if part.startswith("Q"):
        return int(part[1]) * 3 - 2, int(part[1]) * 3
    if part.endswith("M"):
        return 1, int(part[:-1])
    if part.isdecimal():
        return int(part), int(part)
    return {"H1": (1, 6), "H2": (7, 12)}.get(part, (1, 12))


_BESIDE = re.compile(r"\b(?P<unit>nam|quy|thang|ky) (?:lien )?(?P<shift>truoc|sau)(?: do| nua| day)?\b")


def beside(said: str, period: Wanted) -> Wanted | None:
    """Read which period is meant beside the one that was asked for before: "quý trước đó", "năm sau".

    >>> beside("the quy truoc do", Wanted("Q1", 2026)), beside("con nam truoc", Wanted("9M", 2026))
    (Wanted(part='Q4', year=2025), Wanted(part='9M', year=2025))
    """
    match = _BESIDE.search(said)
    if match is None or period.year is None:
        return None
    shift = -1 if match["shift"] == "truoc" else 1
    if match["unit"] == "nam" or (match["unit"] == "ky" and not period.part):
        return Wanted(period.part, period.year + shift)
    letter, each = ("Q", 4) if period.part.startswith("Q") else ("", 12)
    number = period.part.removeprefix("Q")
    of_unit = {"quy": letter == "Q", "thang": not letter, "ky": True}[match["unit"]]
    if not (number.isdecimal() and of_unit):
        return None
    at = period.year * each + int(number) - 1 + shift
    return Wanted(f"Q{at % each + 1}" if letter else f"{at % each + 1:02}", at // each)


_BETWEEN = re.compile(r"\b(?:so voi|so|voi|va|giua|vs)\b|[,;:]")


@dataclass(frozen=True, slots=True)
class AskedPeriods:
    """The periods of a question in their order, and what else was said (folded)."""

    periods: tuple[Wanted, ...]
    rest: str


def asked_periods(text: str, today: date) -> AskedPeriods:
    """Read periods out of a question, and leave days in it.

    >>> asked_periods("quý 3/2017 so với quý II xã Tân Mỹ", date(2026, 10, 20))
    AskedPeriods(periods=(Wanted(part='Q3', year=2017), Wanted(part='Q2', year=None)), rest='xa tan my')
    """
    folded = " ".join(fold(text).split())
    found: list[Wanted] = []
    rest, at = "", 0
    for time in timed(folded, today):
        if isinstance(time.when, Wanted):
            found.append(time.when)
            rest += folded[at : time.start] + " "
            at = time.end
    rest += folded[at:]
    return AskedPeriods(tuple(found), " ".join(_BETWEEN.sub(" ", rest).split()))
