"""Hosts (cơ quan chủ trì): who is said to hold the meeting, "X (và Y) tổ chức hội nghị"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bodies import HEAD, body_at
from .lexicon import UPPER
from .page import Page, opening_parts
from .rules import compile_pattern
from .text import Text

Place = tuple[int, int]

SHORTEST_BODY = 4
LONGEST_SUBJECT = 420

_MEETING = r"""
    (?: hội_nghị | họp | phiên | kỳ_họp | buổi | cuộc | giao_ban | đại_hội | tọa_đàm | đối_thoại
      | hội_thảo | lễ
      | sơ_kết | tổng_kết | diễn_ra | đoàn_(?:giám_sát|kiểm_tra) )
"""
# What a body does that holds a meeting: "X (và Y) (vừa) tổ chức hội nghị", "X họp", "X giao ban".
_ACTS = (
    r"""
    \s* (?: \([^)]{1,40}\) \s* )? (?: , \s* )?
    (?: khóa_[\w]{1,6} ,? (?: _nhiệm_kỳ_[\d\s-]{4,14} ,? )? \s* )?           # a council has its number
    (?: (?: và | cùng | phối_hợp_(?:với|cùng) )_[^.;]{3,90}?_ )?           # with whom
    (?: vừa_ | cũng_ | long_trọng_ | đã_ | trang_trọng_ | chính_thức_ | phối_hợp_ )*
    (?: (?: họp | có_buổi | có_cuộc | làm_việc | giao_ban | khai_mạc | bế_mạc | sơ_kết | cho_ý_kiến
      | tiếp_xúc | gặp_mặt | hội_ý | sinh_hoạt_(?:thường_kỳ|định_kỳ|chuyên_đề|tháng)
          | (?:thông_qua|ra|ban_hành)_nghị_quyết | thảo_luận | bỏ_phiếu ) \b
      | (?: tổ_chức | tiến_hành | mở | chủ_trì | triệu_tập | phối_hợp | tổng_kết | đánh_giá | thực_hiện
        | tiếp_tục | triển_khai | đến | tham_dự ) \b [^.;]{0,160}? \b"""
    + _MEETING
    + r"""\b
    )
"""
)
_HOST_LINK = r"(?: ,_ | _và_ | _cùng_ | _-_ )"


_DELEGATION = (
    r"""
    [^;\n]{0,60}? (?<!với_)(?<!tiếp_)(?<!cùng_)
    \bđoàn_(?:công_tác|giám_sát|kiểm_tra|khảo_sát)_(?:liên_ngành_)?(?:số_\d+_|\d+_)?(?:của_)?
    (?="""
    + HEAD
    + ")"
)


def delegating_body(page: Page) -> Place | None:
    """Read "Đoàn giám sát của HĐND tỉnh … đã làm việc": the council meets, not its delegation."""
    text = page.text
    for start, end in opening_parts(page)[:2]:
        sent = compile_pattern(_DELEGATION, bare=text.bare).match(text.low, start, end)
        body = body_at(text, sent.end(), end) if sent else None
        if body and is_named(text, body[0]):
            return body
    return None


def acting_body(page: Page) -> Place | None:
    """Read "X tổ chức hội nghị"; hosts that are joined stay together."""
    acts = compile_pattern(_ACTS, bare=page.text.bare)
    for start, end in opening_parts(page)[: 2 if page.frame.notice else 6]:
        for first, last in chains(page.text, start, min(end, start + LONGEST_SUBJECT), end):
            if acts.match(page.text.low, last, end):
                return _with_its_mark(page.text, start, _outermost(page.text, start, first)), last
    return None


def acting_in_title(page: Page) -> Place | None:
    """Read "Trường Đại học … giao ban tháng 9", a title that begins with the host."""
    title, text = page.frame.title, page.text
    if not title or page.frame.notice:
        return None
    chain = next(chains(text, *title, title[1]), None)
    acts = compile_pattern(_ACTS, bare=text.bare)
    return chain if chain and chain[0] == title[0] and acts.match(text.low, chain[1], title[1]) else None


def chains(text: Text, start: int, limit: int, end: int) -> Iterator[Place]:
    """Find the named bodies of a sentence, joined ones as one: "Sở Y tế và UBND xã", "HĐND - UBND xã"."""
    link = compile_pattern(_HOST_LINK + "(?=" + HEAD + ")", bare=text.bare)
    done = start
    for head in compile_pattern(HEAD, bare=text.bare).finditer(text.low, start, limit):
        if head.start() < done or not is_named(text, head.start()) or _is_place(text, start, head.start()):
            continue
        last = _body_end(text, head.start(), end)
        last = over_its_purpose(text, head.start(), last, end) if last else last
        while last and (joined := link.match(text.low, last, end)) and is_named(text, joined.end()):
            done = last
            last = _body_end(text, joined.end(), end)
        if last and _is_a_name(text, head.start(), head.end(), last):
            yield head.start(), last


def _is_a_name(text: Text, start: int, head_end: int, end: int) -> bool:
    """Tell "Sở Y tế", "UBND xã" and "Chính phủ" from "Đảng trực thuộc" and a mere "Hội"."""
    if text.bare or " " in text.clean[start:head_end] or text.clean[start : start + 2].isupper():
        return True
    return any(map(str.isupper, text.clean[head_end:end]))


def _body_end(text: Text, start: int, end: int) -> int:
    body = body_at(text, start, end)
    return body[1] if body else 0


_MARK = re.compile(rf"(?:^|[ ,(-])((?:[{UPPER}][^\W\d_]*[ ])+)$")
_NO_MARK = ("sáng", "chiều", "tối", "ngày", "hôm", "tại", "theo", "do", "vừa", "mới")


def _with_its_mark(text: Text, start: int, first: int) -> int:
    """Go back over a proper name before its head: "Agribank Chi nhánh huyện …"."""
    mark = _MARK.search(text.plain[max(start, first - 40) : first])
    if not mark or mark[1].lower().startswith(_NO_MARK) or len(mark[1]) <= SHORTEST_BODY:
        return first
    return first - len(mark[1])


_GAP = re.compile(r"[^.,;:]{0,60}\Z")
_BREAKS_A_NAME = r"""
    \b(?: {taskverbs} | {speech} | vào | đến | trên | trong | \d+ | của | với | tại | do | và | theo | là | có
      | {positions} | {titles} )\b
"""


def _outermost(text: Text, start: int, first: int) -> int:
    """Go back to the outer body of a nested name ("Đảng ủy Tổng cục Xây dựng lực lượng Công an nhân dân")."""
    for head in compile_pattern(HEAD, bare=text.bare).finditer(text.low, max(start, first - 90), first):
        between = text.low[head.end() : first]
        if (
            not is_named(text, head.start())
            or not _GAP.match(between)
            or _is_place(text, start, head.start())
        ):
            continue
        breaks = compile_pattern(_BREAKS_A_NAME, bare=text.bare).finditer(text.low, head.end(), first)
        if not any(text.clean[match.start()].islower() for match in breaks):
            return head.start()
    return first


def is_named(text: Text, at: int) -> bool:
    """Tell a name from a common noun by its capital."""
    return text.bare or text.clean[at].isupper()


_BELONGS = r"""
    (?: \b(?:tại|ở|với|của|thuộc|theo|cho|và)_(?:các_)? | \b(?:tại|ở)_[^,.;:]{0,60} | {positions}_
      | (?:trưởng|phó|kiêm)_ ) \Z
"""


def _is_place(text: Text, start: int, at: int) -> bool:
    """Tell "tại Sở Tư pháp, …" and "Giám đốc Sở Tư pháp" from "Sở Tư pháp tổ chức"."""
    return bool(compile_pattern(_BELONGS, bare=text.bare).search(text.low, max(start, at - 70), at))


# "Ban Chỉ đạo huyện thực hiện phong trào …": what a board is for belongs to its name.
_BOARD = r"(?: ban_chỉ_đạo | ban_đại_diện | ban_vận_động | hội_đồng )\b"
_PURPOSE = r"""
    (?: (?: (?<=quốc_gia) | (?<=trung_ương) | (?<=nhà_nước) )_về
      | _(?: thực_hiện | phòng(?:,_chống)? | xây_dựng | cải_cách | đổi_mới | thi_hành | triển_khai
      | chuyển_đổi
      | công_tác | các
      | tổng_kết | bảo_đảm | ứng_phó | khắc_phục | điều_hành | sắp_xếp | quản_lý ) )\b
    (?: (?! _(?: về | đã | vừa | để | do | tại | họp | tổ_chức | với | chủ_trì | cho
      | nhằm )\b ) [^.,;:()\n] ){0,110}
"""


def over_its_purpose(text: Text, start: int, stop: int, end: int) -> int:
    """Go over what a steering board is for."""
    if not compile_pattern(_BOARD, bare=text.bare).match(text.low, start, stop):
        return stop
    purpose = compile_pattern(_PURPOSE, bare=text.bare).match(text.low, stop, end)
    return purpose.end() if purpose else stop


_SUBJECT = rf"""
    (?! (?:Sáng|Trưa|Chiều|Tối|Đêm|Ngày|Sang|Trua|Chieu|Toi|Dem|Ngay)\b )
    (?: [{UPPER}][\w&/-]* (?: [ ] (?: [{UPPER}\d][\w&/.-]* | tỉnh | thành[ ]phố | huyện | xã | phường
      | quận | - ) ){{0,6}} )
"""
_SUBJECT_PATTERN = re.compile(_SUBJECT, re.VERBOSE)


def acting_subject(page: Page) -> Place | None:
    """Read a host that is no known kind of body: "PVN tổ chức hội nghị", "Phường Gò Sậy tổng kết …"."""
    acts = compile_pattern(_ACTS, bare=page.text.bare)
    places = ([page.frame.title] if page.frame.title else []) + opening_parts(page)[:2]
    for start, end in places:
        subject = _SUBJECT_PATTERN.match(page.text.plain, start, end)
        if not subject or not (" " in subject[0] or (len(subject[0]) > 2 and subject[0].isupper())):
            continue
        if acts.match(page.text.low, subject.end(), end):
            return subject.span()
    return None
