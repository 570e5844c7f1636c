"""The day of the meeting, not that of its notice or of what is told in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from .bodies import body_at
from .dates import DayPhrase, Reference, find_days, main_year
from .hosts import acting_body
from .model import Day
from .page import Page, opening_parts, titles_a_paper
from .periods import PeriodPhrase, read_period
from .rules import compile_pattern
from .text import Text

MEETING = r"""
    \b(?: hội_nghị | họp | phiên_họp | kỳ_họp | buổi_làm_việc | làm_việc | tổ_chức | đại_hội
      | thời_gian(?=[^:.\n]{0,30}:) | ngày(?=\s?:) | đối_thoại | tọa_đàm | diễn_ra
      | tiếp_xúc | giám_sát | hội_thảo | gặp_mặt
      | giao_ban | sơ_kết | tổng_kết | chủ_trì | kiểm_tra | khai_mạc | bế_mạc
      | chúng_tôi_(?: gồm | tiến_hành | có )
      | sinh_hoạt | hội_ý | triển_khai | ra_nghị_quyết | vào_(?:hồi|lúc) | gặp_gỡ | khảo_sát | thảo_luận )\b
"""
# A day that belongs to something else: a notice, a decision, a deadline, a history.
_OTHER_DAY = r"""
    (?: thông_báo | quyết_định | nghị_quyết | chỉ_thị | kế_hoạch | công_văn | văn_bản | kết_luận | luật
      | nghị_định | thông_tư
      | công_điện | hướng_dẫn | (?<!phòng_)(?<!họp_)(?<!trường_)(?<!đổi_)số_[\w/-]+
      | đến | trước | tính_đến | tính_từ | từ | hết | kỷ_niệm
        | hiệu_lực | sinh | truyền_thống )
    ,? (?:_\w+){0,2}? (?: _(?:chiều|sáng|tối) )? (?:_ngày)? \s* \(? \Z
"""


def read_held_on(page: Page, published: date | None) -> Day | None:
    """Read the first day of the meeting; the day of publication or of a notice is not meant."""
    title = [page.frame.title] if page.frame.title else []
    for part in opening_parts(page) + title:
        for phrase in find_days(page.text, part[0], part[1]):
            if not _meets_on(page, part, phrase) or _is_of_another(page, part, phrase):
                continue
            dated = _with_year(page, part, phrase, published)
            day = dated.resolved()
            if day and not (published and day > published):
                told = bool(phrase.year or published)
                span = page.note("held_on", "ngày họp ở câu mở đầu", phrase.start, phrase.end, weak=not told)
                return Day(span, day)
            if not dated.year:  # this is the day; another one would not be the meeting's
                return None
    return (
        _held_in_brackets(page, published)
        or _held_below_title(page, published)
        or _held_today(page, published)
    )


_WHEN_ONLY = r"""
    \( (?: _? (?: họp | cuộc_họp | tổ_chức | diễn_ra | ngày | sáng | chiều | tối | trưa | vào | lúc
      | thứ_\w+ | chủ_nhật | \d{1,2} (?:_?(?:giờ|h|g)_?\d{0,2}) (?:_phút)? | , ) )* _? \Z
"""
_MEETS_THEN = r"\b(?: họp | diễn_ra | sáng | chiều | tối | trưa )\b"
_CLOSES = r"\s* (?: ,_ (?:tại|ở)_ [^()\n]{3,80} )? \)"


def _held_in_brackets(page: Page, published: date | None) -> Day | None:
    """Read "(họp ngày 20/8/2025)" behind what a notice is about, or in a line of its own below it."""
    text, frame = page.text, page.frame
    if not frame.title:
        return None
    paper = titles_a_paper(page)
    last = frame.lines[min(frame.body + 1, len(frame.lines)) - 1]
    for phrase in find_days(text, frame.title[0], max(frame.title[1], last.end)):
        line = text.clean.rfind("\n", 0, phrase.start) + 1
        opens = compile_pattern(_WHEN_ONLY, bare=text.bare).search(text.low, line, phrase.start)
        sure = opens and (paper or compile_pattern(_MEETS_THEN, bare=text.bare).search(opens[0]))
        if sure and compile_pattern(_CLOSES, bare=text.bare).match(text.low, phrase.end):
            day = _with_year(page, (line, phrase.end), phrase, published).resolved()
            rule = "ngày họp trong ngoặc ở đầu đề"
            return Day(page.note("held_on", rule, phrase.start, phrase.end), day) if day else None
    return None


_ITS_HOST = r"\s* (?:/\d{2,4})? \)? , \s? (?: tại_[^,]{2,60}, \s? )?"


def _is_of_another(page: Page, part: tuple[int, int], phrase: DayPhrase) -> bool:
    """Tell the day of another body's meeting, where several are told of in a row."""
    if part in opening_parts(page)[:1]:
        return False
    begins = compile_pattern(_ITS_HOST, bare=page.text.bare).match(page.text.low, phrase.end, part[1])
    host = acting_body(page) if begins else None
    other = body_at(page.text, begins.end(), part[1]) if begins and host else None
    if not host or not other or host[0] >= part[0]:
        return False
    first, second = page.text.low[slice(*host)], page.text.low[slice(*other)]
    return first not in second and second not in first


_TODAY = r"\b(?: (?:sáng|trưa|chiều|tối|hôm)_(?:nay|(?P<before>qua)) ) \b"


def _held_today(page: Page, published: date | None) -> Day | None:
    """Read "Chiều nay, …" by the day of publication, "hôm qua" by the day before."""
    text = page.text
    for start, end in opening_parts(page)[:4] if published else []:
        today = compile_pattern(_TODAY, bare=text.bare).search(text.low, start, end)
        if today and published and compile_pattern(MEETING, bare=text.bare).search(text.low, start, end):
            day = published - timedelta(days=1 if today["before"] else 0)
            return Day(page.note("held_on", "sáng nay, chiều nay", *today.span(), weak=True), day)
    return None


_SPAN = r"\btừ_(?:ngày_)?\Z"


def _is_a_span(text: Text, phrase: DayPhrase) -> bool:
    """Tell "từ ngày 3 đến 5/10", the days of one meeting, from "từ ngày 3/10"."""
    joined = text.low.find("đến" if not text.bare else "den", phrase.start, phrase.end) >= 0
    near = max(0, phrase.start - 10), phrase.start
    return joined and bool(compile_pattern(_SPAN, bare=text.bare).search(text.low, *near))


_EXAMPLE = (
    r"(?: \W{0,3} [^:.\n]{0,30} )? \b(?: điển_hình | ví_dụ | chẳng_hạn | vụ_việc )\b [^.\n]{0,20}? [:,]"
)


def _is_an_example(text: Text, phrase: DayPhrase) -> bool:
    """Tell a day in a paragraph that tells of a case: "Vụ việc điển hình: ngày 19/8/2026, …"."""
    line = text.clean.rfind("\n", 0, phrase.start) + 1
    return bool(compile_pattern(_EXAMPLE, bare=text.bare).match(text.low, line, phrase.start))


def _meets_on(page: Page, part: tuple[int, int], phrase: DayPhrase) -> bool:
    text = page.text
    before = text.low[max(part[0], phrase.start - 40) : phrase.start]
    if _is_an_example(text, phrase):
        return False
    if not _is_a_span(text, phrase) and compile_pattern(_OTHER_DAY, bare=text.bare).search(before):
        return False
    window = (max(part[0], phrase.start - 160), min(part[1], phrase.end + 320))
    line = text.clean.rfind("\n", 0, phrase.start) + 1
    near_start = phrase.start - max(part[0], line) < 60
    for bare in {text.bare, True}:  # in a chat some words may lack the accents that others have
        if compile_pattern(MEETING, bare=bare).search(text.low, *window):
            return near_start or bool(compile_pattern(_HELD_BEFORE, bare=bare).search(before))
    return False


_SITTING = r"""
    (?: (?: sáng | trưa | chiều | tối ) (?: _(?: thứ_\w+ | chủ_nhật ) )? ,? (?:_ngày)? _
      | (?P<day>ngày_) )
"""
LONGEST_DAY_LINE = 90


def _held_below_title(page: Page, published: date | None) -> Day | None:
    """Read "Tối thứ Bảy 17/10/2026, sân nhà ông Tám", the line below the title of minutes: "HỌP DÂN …"."""
    text, frame = page.text, page.frame
    if not frame.title or frame.body >= len(frame.lines):
        return None
    line = frame.lines[frame.body]
    phrase = next(find_days(text, line.start, line.end), None)
    opens = compile_pattern(_SITTING, bare=text.bare)
    opened = opens.fullmatch(text.low, line.start, phrase.start) if phrase else None
    if not phrase or not opened:
        return None
    if opened["day"] and (line.end - line.start > LONGEST_DAY_LINE or text.clean[line.end - 1] == "."):
        return None
    if not compile_pattern(MEETING, bare=text.bare).search(text.low, *frame.title):
        return None
    day = _with_year(page, (line.start, line.end), phrase, published).resolved()
    span = page.note("held_on", "ngày họp dưới đầu đề", phrase.start, phrase.end) if day else None
    return Day(span, day) if day and span else None


_HELD_BEFORE = r"""
    (?: diễn_ra | tổ_chức | họp | vào | sáng | chiều | tối | trong | hôm | ngày ) (?:_\w+){0,2} _ \(? \Z
"""


def _with_year(page: Page, part: tuple[int, int], phrase: DayPhrase, published: date | None) -> DayPhrase:
    """Give the day of the meeting its year: from the publication line, else from the years of the opening."""
    if phrase.year:
        return phrase
    if published:
        return Reference(published).before(phrase)
    text = page.text
    start = page.frame.title[0] if page.frame.title else part[0]
    period = read_period(text, start, page.opening[1], Reference())
    if period and "/" not in period.value:
        return _near_period(phrase, period)
    year = (
        main_year(text, part[0], part[1])
        or main_year(text, 0, page.opening[1], clearly=True)
        or main_year(text, 0, len(text.low), clearly=True)
    )
    return replace(phrase, year=_before_what_is_planned(page, phrase, year))


_PLANNED = r"""
    \b(?: (?<!thực_hiện_)(?<!hoàn_thành_)(?<!tổng_kết_)(?:nhiệm_vụ|kế_hoạch) | phương_hướng
      | lãnh_đạo_thực_hiện_nhiệm_vụ )
    (?:_\w+){0,4} _năm_ (?P<year>20\d{2}) \b
"""
# Further down only what opens the outlook tells it: "Về nhiệm vụ năm 2026, …".
_TO_COME = r"""
    \b(?: về (?:_phương_hướng ,?)? | phương_hướng (?:,|_và)? | bước_(?:sang|vào) | định_hướng )
    (?: _(?: nhiệm_vụ | mục_tiêu | kế_hoạch | giải_pháp ) ,? (?:_\w+){0,4} )? _năm_ (?P<year>20\d{2}) \b
"""
_YEAR_ENDS = 10  # from this month on a meeting plans the year to come


def _before_what_is_planned(page: Page, phrase: DayPhrase, year: int | None) -> int | None:
    """Take the year before the one planned for: "Chiều 4-12, … bàn nhiệm vụ năm 2026" was in 2025."""
    if phrase.month < _YEAR_ENDS:
        return year
    start = page.frame.title[0] if page.frame.title else page.opening[0]
    planned = compile_pattern(_PLANNED, bare=page.text.bare).search(page.text.low, start, page.opening[1])
    planned = planned or compile_pattern(_TO_COME, bare=page.text.bare).search(page.text.low, start)
    return int(planned["year"]) - 1 if planned and year in (None, int(planned["year"])) else year


_MONTH_OF = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12}


def _near_period(phrase: DayPhrase, period: PeriodPhrase) -> DayPhrase:
    """Give a day the year that brings it nearest to the end of the period under review."""
    year, _, rest = period.value.partition("-")
    last = _MONTH_OF.get(rest) or (int(rest.rstrip("M")) if rest.rstrip("M").isdigit() else 12)
    return replace(phrase, year=int(year) + (phrase.month + 6 <= last))
