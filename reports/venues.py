"""The place of the meeting."""

from __future__ import annotations

import re

from .dates import find_days
from .held import MEETING
from .layout import trim
from .model import Day, Span
from .page import Page, opening_parts
from .rules import Rule, compile_pattern

_ON = r"(?: [^,.;:()\n] | (?<=tp)\. )"
# A place goes on with what it is part of, unless that is who met: "tại xã A, huyện B, …"
_WITHIN = r"""
    (?: _?\([^()\n]{2,60}\) )?
    (?: _?,_ (?: thôn | ấp | xã | phường | thị_trấn | quận | huyện | thị_xã | thành_phố | tp\.?
      | tỉnh | trụ_sở | khuôn_viên
      | tòa_nhà )
      _ (?! [^,.;:()\n]{0,50} \b(?: đã | tổ_chức | họp | tiến_hành | vừa | khai_mạc | long_trọng
        | giao_ban )\b )
      [^,.;:()\n]{2,40} ){0,3}
"""
PLACES: tuple[Rule[str], ...] = (
    Rule(
        "tại Hội trường …",
        r"\b(?:tại|ở)_(?P<place> (?:{venues}) \b " + _ON + "{0,90} " + _WITHIN + ")",
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
        """
        + _ON
        + "{2,60} "
        + _WITHIN
        + ")",
        "tại hà nam đã diễn ra",
        "tại cuộc họp",
        "place",
        weak=True,
    ),
)
_PLACE_END = r"""
    _(?: đã | diễn_ra | tổ_chức | tiến_hành | long_trọng | họp(?!_(?:số|tầng|lớn|nhỏ|chung|a|b|trực)\b)
      | đồng_chí
      | chủ_trì | có_buổi | khai_mạc | với | để | về | phối_hợp | hội_nghị | vừa | giao_ban | chuyên_đề
        | nhằm | trong | theo | vào | lúc | sơ_kết
        | tổng_kết
      | (?P<body> {bodies} )_[^,.;:()\n]{0,60}?_(?: đã | tổ_chức | vừa | họp | khai_mạc | giao_ban ) )\b
"""
LABELLED_PLACES: tuple[Rule[str], ...] = (
    Rule(
        "Địa điểm: …",
        r"""
        (?: địa_điểm | địa_chỉ | nơi_họp ) (?:_(?:họp|tổ_chức|làm_việc))? \s? : \s?
        (?P<place> [^.;\n]{4,120} )
        """,
        "địa điểm: hội trường ubnd xã",
        "địa điểm đẹp",
        "label",
    ),
)
_TOGETHER = r"""
    [^\w\n]{0,3} (?: (?:thời_gian|ngày_họp|giờ|ngày) [^:\n]{0,30} (?P<where>địa_điểm|nơi_họp)
      | (?:địa_điểm|nơi_họp) [^:\n]{0,30} (?:thời_gian|ngày) ) [^:\n]{0,20} : \s*
"""
_TIME = r"""
    (?: _?[,;-]?_? (?: \d{1,2} \s? (?:h|g|giờ) \s? (?:\d{2})? (?:_phút)? | từ | đến | lúc | vào | hồi
      | sáng | chiều | tối | ngày | thứ_\w+ ) )* _? \Z
"""


def _place_beside_the_time(page: Page) -> Span | None:
    """Read "Thời gian, địa điểm: 8h00 ngày 16/01/2026, Hội trường Nhà máy", in either order."""
    text = page.text
    for start, end in opening_parts(page):
        label = compile_pattern(_TOGETHER, bare=text.bare).match(text.low, start, end)
        day = next(find_days(text, label.end(), end), None) if label else None
        if not label or not day:
            continue
        if label["where"]:
            place = trim(text, day.end, end)
            opened = compile_pattern(r"(?:tại|ở)_", bare=text.bare).match(text.low, *place)
            place = opened.end() if opened else place[0], place[1]
        else:
            time = compile_pattern(_TIME, bare=text.bare).search(text.low, label.end(), day.start)
            place = trim(text, label.end(), time.start() if time else day.start)
        if place[1] - place[0] >= SHORTEST_PLACE:
            return page.note("place", "Thời gian, địa điểm: …", *place)
    return _place_behind_the_day(page)


_DAY_LABEL = r"[^\w\n]{0,3} (?: thời_gian | ngày_họp | họp_ngày | ngày | giờ_họp ) [^:\n]{0,20} : \s*"
_AND_TIME = r"""
    [\s,;-]* (?: (?:lúc_|vào_)? \d{1,2} \s? (?: h | g | giờ ) \s? (?:\d{1,2})? (?:_phút)? [\s,;-]+ )?
    (?:tại_|ở_)? (?= (?:{venues})\b )
"""


def _place_behind_the_day(page: Page) -> Span | None:
    """Read "Ngày họp: 06/11/2026, 7 giờ 30, hội trường A", where a comma stands for "tại"."""
    text = page.text
    for start, end in opening_parts(page):
        label = compile_pattern(_DAY_LABEL, bare=text.bare).match(text.low, start, end)
        day = next(find_days(text, label.end(), end), None) if label else None
        behind = compile_pattern(_AND_TIME, bare=text.bare).match(text.low, day.end, end) if day else None
        if behind:
            place = trim(text, behind.end(), end)
            if not _MORE.search(text.clean, *place) and place[1] - place[0] >= SHORTEST_PLACE:
                return page.note("place", "Ngày họp: …, hội trường …", *place)
    return None


_MORE = re.compile(r"[.;:]")
SHORTEST_PLACE = 4
_BEHIND_THE_TIME = r"""
    (?: thời_gian | ngày | giờ | họp_ngày ) [^:\n]{0,20} : [^\n]{0,60}? [;|,–-] \s? (?=địa_điểm|nơi_họp)
"""


def read_place(page: Page, held_on: Day | None) -> Span | None:
    """Read where the meeting was held, from a label, else from the sentence that says when."""
    text = page.text
    if beside := _place_beside_the_time(page):
        return beside
    behind = compile_pattern(_BEHIND_THE_TIME, bare=text.bare)
    for start, end in opening_parts(page):
        timed = behind.match(text.low, start, end)
        if labelled := LABELLED_PLACES[0].match(text, timed.end() if timed else start, end):
            return page.note("place", LABELLED_PLACES[0].name, *labelled.span("place"))
    for start, end in opening_parts(page)[:3]:
        meets = compile_pattern(MEETING, bare=text.bare).search(text.low, start, end)
        if not meets or (held_on and not text.starts[start] <= held_on.written.start <= text.ends[end - 1]):
            continue
        for rule in PLACES:
            match = rule.search(text, start, min(end, start + 260))
            stop = _place_end(page, match) if match else 0
            if match and _names_a_place(page, match.start("place"), stop, weak=rule.weak):
                return page.note("place", rule.name, match.start("place"), stop, weak=rule.weak)
    return None


_LEVEL = r"(?: xã | phường | thị_trấn | huyện | tỉnh | thành_phố | cơ_quan | đơn_vị | trường | công_ty )"
_ROOM = rf"(?: hội_trường | phòng_họp ) (?: _(?: lớn | trung_tâm | chung | {_LEVEL} ) )?"


def _names_a_place(page: Page, start: int, stop: int, *, weak: bool) -> bool:
    words = page.text.clean[start:stop]
    if compile_pattern(_ROOM, bare=page.text.bare).fullmatch(page.text.low, start, stop):
        return True
    named = words[:1].isupper() if weak else any(c.isupper() or c.isdigit() for c in words)
    return page.text.bare or named


def _place_end(page: Page, match: re.Match[str]) -> int:
    start, stop = match.span("place")
    venue = compile_pattern("{venues}", bare=page.text.bare).match(page.text.low, start, stop)
    behind = venue.end() if venue else start + 4
    for ends in compile_pattern(_PLACE_END, bare=page.text.bare).finditer(page.text.low, behind, stop):
        if ends["body"] or not page.text.clean[ends.start() + 1].isupper():  # "Trung tâm Hội nghị" goes on
            return ends.start()
    return stop
