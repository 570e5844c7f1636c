"""Who is charged with a task: named at its start, asked inside, labelled behind; and with whom."""

from __future__ import annotations

import re

from .addressees import read_actor
from .layout import trim
from .model import Span
from .outline import Place
from .page import Page
from .rules import compile_pattern
from .text import Text
from .urging import find_actor, is_imperative

ASKED_WINDOW = 260
_WITH = r"\bphối_hợp_(?:chặt_chẽ_)?(?:với_|cùng_|cùng_với_)?"


def read_cooperating(page: Page, start: int, end: int) -> tuple[Span, ...]:
    """Read with whom it is to be done ("phối hợp với Kho bạc Nhà nước huyện …"), as written."""
    text = page.text
    found = []
    for joint in compile_pattern(_WITH, bare=text.bare).finditer(text.low, start, end):
        unit = read_actor(text, joint.end(), end)
        if unit:
            found.append(page.note("tasks.cooperating", "phối hợp với …", unit.start, unit.end))
    return tuple(found)


_LABELLED = r"[^.:;]{3,160} : _ (?= (?:giao|đề_nghị|yêu_cầu|phân_công)_ )"
_GIAO_BAN = (
    r"(?: dưới | tháng | tuần | quý | đầu | cuối | định_kỳ | thường_kỳ | trực_tuyến | công_tác | với | tại )"
)
_ASKED_INSIDE = rf"\b(?: giao(?!_ban_{_GIAO_BAN}\b) | phân_công | đề_nghị | yêu_cầu )_(?:cho_)?"
# Who comes to look has nothing to do: "Đoàn kiểm tra sẽ về ngày 03/12; các tổ hoàn thiện hồ sơ".
_VISITS = r"""
    (?: đoàn | tổ_công_tác ) \b [^;:.\n]{0,120}? _sẽ_(?: về | đến | tới | lên | xuống )_
    [^;:\n]{0,80} (?: ;_ | $ )
"""


# The rest of a name before brackets: "Đài Khí tượng | thủy văn (bà Như) sửa 2 trạm".
_ASIDE = r"""
    (?P<rest> (?: _(?! {taskverbs}\b | (?:sẽ|phải|cần|và|cùng|đã|được)_ ) [^\W\d]+ ){1,3} )
    (?= _\( [^()\d]{3,60} \)_ )
"""
# A label that the names of bodies do not explain: "Tổ công nghệ số các làng: đi từng nhà …".
_HEADED = r"""
    (?P<who> (?: {bodies} | {doers} | {groups} | bảo_vệ | nhân_viên | giáo_viên ) _
      (?: (?! {taskverbs}\b ) [^\W\d][^\s:;,.()\d]* (?: _ | (?=\s?:) ) ){1,9} ) \s? : \s?
"""


def _before_the_aside(text: Text, at: int, end: int) -> int:
    """Go on over the rest of a name, up to the brackets that say who heads the unit."""
    aside = compile_pattern(_ASIDE, bare=text.bare).match(text.low, at, end)
    return aside.end("rest") if aside else at


def own_actor(page: Page, start: int, end: int) -> tuple[str, Place] | None:
    """Find who is to do a task by its own words, and by which rule."""
    text = page.text
    if visits := compile_pattern(_VISITS, bare=text.bare).match(text.low, start, end):
        start = visits.end()
    named = find_actor(text, start, end)
    if named:
        return "đơn vị đứng đầu việc", (named.start, _before_the_aside(text, named.end, end))
    if heading := compile_pattern(_HEADED, bare=text.bare).match(text.low, start, end):
        place = heading.span("who")
        if text.clean[start].isupper() and is_imperative(text, heading.end(), end):
            return "đơn vị: việc", place
    label = compile_pattern(_LABELLED, bare=text.bare).match(text.low, start, end)
    asked_at = label.end() if label else start
    window = start if is_imperative(text, asked_at, end) and not label else min(end, asked_at + ASKED_WINDOW)
    for asked in compile_pattern(_ASKED_INSIDE, bare=text.bare).finditer(text.low, asked_at, window):
        inside = read_actor(text, asked.end(), end)
        if inside:
            return "giao … chủ trì", (inside.start, inside.end)
    return None


_DUTY = r"""
    (?: (?<=[.;(,]_) | (?<=\() | \n ) (?: (?:người|đơn_vị|bộ_phận|cán_bộ)_ )?
    (?: phụ_trách | chủ_trì | thực_hiện | chịu_trách_nhiệm | phân_công ) (?:_chính)? \s? : \s?
    (?P<who> [^.;:()\n]{3,90} )
"""
# "… thi đấu bóng chuyền. Cô Lê Thị Thắm - Chủ tịch Công đoàn phụ trách."
_IN_CHARGE = r"""
    [.;,(]_ (?P<who> (?: (?: {titles} | {ranks} | {positions} | {bodies} | {doers} )_ [^.;:,()\n]{3,90}?
      | (?: {bodies} | {doers} )\b ) )
    _(?: phụ_trách | chủ_trì | chịu_trách_nhiệm (?= (?P<goes>_(?!về_|trước_)\w) )? ) (?:_chính)?
    (?(goes) | \s* [.)]? \s* \Z )
"""


def labelled_behind(text: Text, start: int, end: int) -> Place | None:
    """Read who is named behind a task: "… trước 30/9. Phụ trách: bác sĩ Trần Bảo Quốc."."""
    line = text.clean.find("\n", end)
    stop = min(line if line >= 0 else len(text.clean), end + LABEL_WINDOW)
    if charged := compile_pattern(_IN_CHARGE, bare=text.bare).search(text.low, start, end):
        return trim(text, *charged.span("who"))
    labelled = text.low.find(":", start, stop) >= 0
    match = compile_pattern(_DUTY, bare=text.bare).search(text.low, start, stop) if labelled else None
    if not match or (match.start() > end and _ENDED.search(text.clean, end, match.start())):
        return None
    return trim(text, *match.span("who"))


LABEL_WINDOW = 60
_ENDED = re.compile(r"[.;] *\S.*[.;]")
"""More than one end of a sentence: the label belongs to another task."""


def is_short_for(text: Text, named: Place, addressee: Place | None) -> bool:
    """Tell "Cục cần …" said of the "Cục Xúc tiến thương mại" that was addressed."""
    if not addressee or named == addressee:
        return False
    return text.clean[slice(*addressee)].startswith(text.clean[slice(*named)] + " ")
