"""The header of a report: number, organisation, place, day, period, kind of meeting."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .bodies import HEAD, body_at
from .cues import Section
from .dates import DayPhrase, Reference, find_days, main_year
from .model import Day, MeetingKind, Period, Span
from .page import Page
from .periods import PeriodPhrase, read_period
from .rules import Rule, compile_pattern, search_first

KINDS: tuple[Rule[MeetingKind], ...] = (
    Rule("hội nghị", r"\bhội_nghị\b", "tổ chức hội nghị", "hội đồng", MeetingKind.CONFERENCE),
    Rule("phiên họp", r"\bphiên_họp\b", "tại phiên họp", "phiên tòa", MeetingKind.SITTING),
    Rule("kỳ họp", r"\bkỳ_họp\b", "khai mạc kỳ họp", "kỳ này", MeetingKind.SESSION),
    Rule("đại hội", r"\bđại_hội\b", "đại hội đảng bộ", "đại học", MeetingKind.CONGRESS),
    Rule(
        "cuộc họp, buổi làm việc",
        r"\b(?: cuộc_họp | buổi_làm_việc | họp | giao_ban | làm_việc_với | đối_thoại )\b",
        "sở nội vụ họp giao ban",
        "hợp đồng",
        MeetingKind.MEETING,
    ),
)

_MEETING = r"""
    \b(?: hội_nghị | họp | phiên_họp | kỳ_họp | buổi_làm_việc | làm_việc | tổ_chức | đại_hội
      | đối_thoại | tọa_đàm | diễn_ra
      | giao_ban | sơ_kết | tổng_kết | chủ_trì | kiểm_tra | khai_mạc | triển_khai )\b
"""

# A day that belongs to something else: a notice, a decision, a deadline, a history.
_OTHER_DAY = r"""
    (?: thông_báo | quyết_định | nghị_quyết | chỉ_thị | kế_hoạch | công_văn | văn_bản | kết_luận | luật
      | nghị_định | thông_tư
      | công_điện | hướng_dẫn | số_[\w/-]+ | đến | trước | tính_đến | tính_từ | từ | hết | kỷ_niệm
        | hiệu_lực | sinh | truyền_thống )
    (?:_\w+){0,2}? (?: _(?:chiều|sáng|tối) )? (?:_ngày)? \s* \(? \Z
"""

NUMBERS: tuple[Rule[str], ...] = (
    Rule(
        "Số: 05/TB-UBND",
        r"""
        \bsố \s* :? \s*
        (?P<number>
          \d{1,5} (?:\s?/\s?\d{4})? \s? [/-] \s? [a-zđ]{1,6}        # 05/TB, 05/2020/NQ, 05-TB
          (?: \s? [-/] \s? [a-zđ&]{1,12} ){0,4}                     # -UBND, /ĐU
        )
        """,
        "số: 05/tb-ubnd",
        "số:      /tb-ubnd",
        "number",
    ),
)


def read_number(page: Page) -> Span | None:
    """Read the document's own number (số, ký hiệu); a blank one is none."""
    frame = page.frame
    if not frame.notice:
        return None
    for line in frame.lines[: frame.body]:
        if found := search_first(NUMBERS, page.text, line.start, line.end):
            rule, match = found
            return page.note("number", rule.name, match.start("number"), match.end("number"))
    return None


def read_published(page: Page) -> Day | None:
    """Read the day of the publication line."""
    phrase = page.frame.published
    day = phrase.resolved() if phrase else None
    if not phrase or not day:
        return None
    return Day(page.note("published", "dòng ngày đăng", phrase.start, phrase.end), day)


def read_kind(page: Page) -> MeetingKind | None:
    """Read what kind of meeting it was."""
    start = page.frame.title[0] if page.frame.title else page.opening[0]
    best: tuple[int, MeetingKind] | None = None
    for rule in KINDS:
        match = rule.search(page.text, start, page.opening[1])
        if match and (best is None or match.start() < best[0]):
            best = match.start(), rule.value
    return best[1] if best else None


def read_held_on(page: Page, published: date | None) -> Day | None:
    """Read the first day of the meeting; the day of publication or of a notice is not meant."""
    for part in _opening_parts(page):
        for phrase in find_days(page.text, part[0], part[1]):
            if not _meets_on(page, part, phrase):
                continue
            dated = _with_year(page, part, phrase, published)
            day = dated.resolved()
            if day and not (published and day > published):
                return Day(page.note("held_on", "ngày họp ở câu mở đầu", phrase.start, phrase.end), day)
    return None


OPENING_SENTENCES = 14


def _opening_parts(page: Page) -> list[tuple[int, int]]:
    body = [p for p in page.parts if p.section not in (Section.AROUND, Section.CAPTION)]
    return [(p.label[0] if p.label else p.start, p.end) for p in body[:OPENING_SENTENCES]]


def _meets_on(page: Page, part: tuple[int, int], phrase: DayPhrase) -> bool:
    text = page.text
    before = text.low[max(part[0], phrase.start - 40) : phrase.start]
    if compile_pattern(_OTHER_DAY, bare=text.bare).search(before):
        return False
    window = (max(part[0], phrase.start - 160), min(part[1], phrase.end + 320))
    near_start = phrase.start - part[0] < 60
    return bool(compile_pattern(_MEETING, bare=text.bare).search(text.low, *window)) and (
        near_start or bool(compile_pattern(_HELD_BEFORE, bare=text.bare).search(before))
    )


_HELD_BEFORE = r"""
    (?: diễn_ra | tổ_chức | họp | vào | sáng | chiều | tối | trong | hôm | ngày ) (?:_\w+)? _ \(? \Z
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
    if period:
        return _near_period(phrase, period)
    year = (
        main_year(text, part[0], part[1])
        or main_year(text, 0, page.opening[1])
        or main_year(text, 0, len(text.low))
    )
    return replace(phrase, year=year)


_MONTH_OF = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12}


def _near_period(phrase: DayPhrase, period: PeriodPhrase) -> DayPhrase:
    """Give a day the year that brings it nearest to the end of the period under review."""
    if "/" in period.value:
        return phrase
    year, _, rest = period.value.partition("-")
    last = _MONTH_OF.get(rest) or (int(rest.rstrip("M")) if rest.rstrip("M").isdigit() else 12)
    return replace(phrase, year=int(year) + (phrase.month + 6 <= last))


def read_reviewed_period(page: Page, reference: Reference) -> Period | None:
    """Read the period under review out of the title or the opening."""
    found = None
    places = [page.frame.title] if page.frame.title else []
    places += _opening_parts(page)[:6]
    for start, end in places:
        found = read_period(page.text, start, end, reference)
        if found:
            break
    if not found:
        return None
    return Period(page.note("period", found.rule, found.start, found.end), found.value)


def year_of_text(page: Page) -> int | None:
    """Give the year that the report speaks of, where no day is known."""
    text = page.text
    return main_year(text, 0, page.opening[1]) or main_year(text, 0, len(text.low), clearly=True)


PLACES: tuple[Rule[str], ...] = (
    Rule(
        "tại Hội trường …",
        r"\b(?:tại|ở)_(?P<place> (?:{venues}) \b [^,.;:()\n]{0,90} )",
        "tại hội trường ubnd huyện, sở nội vụ họp",
        "tại hội nghị, đồng chí bí thư",
        "venue",
    ),
    Rule(
        "tại Hà Nam",
        r"""
        \btại_(?P<place>
          (?! hội_nghị | cuộc | buổi | phiên | kỳ | đây | đại_hội | chỗ | thời | các | một | nhiều
            | những | lễ | chương | nghị
            | quyết | kết | văn_bản )
          [^,.;:()\n]{2,60}
        )
        """,
        "tại hà nam đã diễn ra",
        "tại cuộc họp",
        "place",
        weak=True,
    ),
)
_PLACE_END = r"""
    _(?: đã | diễn_ra | tổ_chức | tiến_hành | long_trọng | họp | ban | đồng_chí | ủy_ban_nhân
      | ubnd_.{2,40}?_(?:đã|tổ)
      | hội_đồng | sở | chủ_trì | có_buổi | khai_mạc | với | để | về | phối_hợp | hội_nghị | đảng_ủy )\b
"""


def read_place(page: Page, held_on: Day | None) -> Span | None:
    """Read where the meeting was held, from the sentence that says when."""
    text = page.text
    for start, end in _opening_parts(page)[:3]:
        meets = compile_pattern(_MEETING, bare=text.bare).search(text.low, start, end)
        if not meets or (held_on and not text.starts[start] <= held_on.written.start <= text.ends[end - 1]):
            continue
        for rule in PLACES:
            match = rule.search(text, start, min(end, start + 260))
            stop = _place_end(page, match) if match else 0
            if match and _names_a_place(page, match.start("place"), stop, weak=rule.weak):
                return page.note("place", rule.name, match.start("place"), stop, weak=rule.weak)
    return None


def _names_a_place(page: Page, start: int, stop: int, *, weak: bool) -> bool:
    words = page.text.clean[start:stop]
    return page.text.bare or (words[:1].isupper() if weak else any(map(str.isupper, words)))


def _place_end(page: Page, match: re.Match[str]) -> int:
    start, stop = match.span("place")
    venue = compile_pattern("{venues}", bare=page.text.bare).match(page.text.low, start, stop)
    behind = venue.end() if venue else start + 4
    ends = compile_pattern(_PLACE_END, bare=page.text.bare).search(page.text.low, behind, stop)
    return ends.start() if ends else stop


# Who held it: "X tổ chức hội nghị", "hội nghị của X", "Chủ tịch X chủ trì".
_ACTS = r"""
    \s* (?: \([^)]{1,40}\) \s* )? ,? \s*
    (?: (?: và | cùng | phối_hợp_(?:với|cùng) )_[^.;]{3,90}?_ )?           # with whom
    (?: vừa_ | cũng_ | long_trọng_ | đã_ | trang_trọng_ )*
    (?: (?: họp | có_buổi | làm_việc | giao_ban | khai_mạc | bế_mạc | sơ_kết | cho_ý_kiến ) \b
      | (?: tổ_chức | tiến_hành | mở | chủ_trì | triệu_tập | phối_hợp | tổng_kết | đánh_giá
        | tiếp_tục ) \b [^.;]{0,160}?
        \b(?: hội_nghị | họp | phiên_họp | kỳ_họp | buổi | giao_ban | đại_hội | tọa_đàm | đối_thoại
          | sơ_kết | tổng_kết
          | phiên_thứ | diễn_ra ) \b
    )
"""
_HELD_BY = r"\bdo_ (?P<body>) [^.;,]{3,160}? _tổ_chức\b"
_MEETING_OF = r"""
    \b(?: hội_nghị | phiên_họp | cuộc_họp | kỳ_họp | họp_giao_ban | buổi_làm_việc | họp )
    (?: _(?: thường_kỳ | định_kỳ | giao_ban | trực_tuyến | sơ_kết | tổng_kết | lần_thứ_\w+ | thứ_\w+
      | tháng_[\d/]+ | báo_cáo_viên ) ){0,3}
    (?: _của | , )? _
"""
_HEAD_OF = r"\b(?: {positions} )_"
_MEMBER_OF = r"\b{deputies}_\Z"


def read_organisation(page: Page) -> Span | None:
    """Read the body that held the meeting."""
    for rule, find, weak in (
        ("cơ quan ban hành thông báo", _issuing_body, False),
        ("X tổ chức hội nghị", _acting_body, False),
        ("do X tổ chức", _holding_body, False),
        ("cuộc họp của X", _body_of_meeting, False),
        ("cơ quan của người chủ trì", _body_of_head, True),
        ("cơ quan ở đầu đề", _body_of_title, True),
    ):
        found = find(page)
        if found:
            return page.note("organisation", rule, *found, weak=weak)
    return None


def _places_of_organisation(page: Page, count: int) -> list[tuple[int, int]]:
    return _opening_parts(page)[:count]


def _acting_body(page: Page) -> tuple[int, int] | None:
    text = page.text
    acts = compile_pattern(_ACTS, bare=text.bare)
    for start, end in _places_of_organisation(page, 6):
        for head in compile_pattern(HEAD, bare=text.bare).finditer(text.low, start, min(end, start + 400)):
            if not _is_named(page, head.start()) or _is_place(page, start, head.start()):
                continue
            body = body_at(text, head.start(), end)
            if body and body[1] > head.end() and acts.match(text.low, body[1], end):
                return body
    return None


def _is_named(page: Page, at: int) -> bool:
    return page.text.bare or page.text.clean[at].isupper()


_BELONGS = re.compile(r"(?:tại|ở|với|của|thuộc|theo|tai|cua|voi) (?:các )?$")


def _is_place(page: Page, start: int, at: int) -> bool:
    """Tell "tại Sở Tư pháp, …" and "của Sở Tư pháp" from "Sở Tư pháp tổ chức"."""
    return bool(_BELONGS.search(page.text.low[max(start, at - 24) : at]))


def _holding_body(page: Page) -> tuple[int, int] | None:
    text = page.text
    for start, end in _places_of_organisation(page, 5):
        match = compile_pattern(_HELD_BY, bare=text.bare).search(text.low, start, end)
        if match and (body := body_at(text, match.start("body"), end)):
            return body
    return None


def _issuing_body(page: Page) -> tuple[int, int] | None:
    return page.frame.issuer if page.frame.notice else None


def _body_of_meeting(page: Page) -> tuple[int, int] | None:
    text = page.text
    places = [page.frame.title] if page.frame.title else []
    for start, end in [*_places_of_organisation(page, 4), *places]:
        for match in compile_pattern(_MEETING_OF, bare=text.bare).finditer(text.low, start, end):
            body = body_at(text, match.end(), end)
            if body and body[1] - body[0] > SHORTEST_BODY:
                return body
    return None


SHORTEST_BODY = 4


def _body_of_head(page: Page) -> tuple[int, int] | None:
    """Take the body that the first person heads ("Chủ tịch UBND tỉnh …"), not one they are a member of."""
    text = page.text
    for start, end in _places_of_organisation(page, 8):
        for match in compile_pattern(_HEAD_OF, bare=text.bare).finditer(text.low, start, end):
            body = body_at(text, match.end(), end)
            member = compile_pattern(_MEMBER_OF, bare=text.bare).search(
                text.low, max(start, match.end() - 40), match.end()
            )
            if body and not member and body[1] - body[0] > SHORTEST_BODY:
                return body
    return None


def _body_of_title(page: Page) -> tuple[int, int] | None:
    """Take the body with which a title begins ("Thị ủy …: Hội nghị …")."""
    title = page.frame.title
    return body_at(page.text, *title) if title else None
