"""Who held a meeting (cơ quan tổ chức): "X tổ chức hội nghị", the letterhead, the chair's body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bodies import HEAD, body_at
from .cues import Section
from .lexicon import UPPER
from .model import Span
from .page import Page
from .rules import compile_pattern
from .text import Text

Place = tuple[int, int]

OPENING_SENTENCES = 14
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
    \s* (?: \([^)]{1,40}\) \s* )? ,? \s*
    (?: khóa_[\w]{1,6} ,? (?: _nhiệm_kỳ_[\d\s-]{4,14} ,? )? \s* )?           # a council has its number
    (?: (?: và | cùng | phối_hợp_(?:với|cùng) )_[^.;]{3,90}?_ )?           # with whom
    (?: vừa_ | cũng_ | long_trọng_ | đã_ | trang_trọng_ | chính_thức_ | phối_hợp_ )*
    (?: (?: họp | có_buổi | có_cuộc | làm_việc | giao_ban | khai_mạc | bế_mạc | sơ_kết | cho_ý_kiến
      | tiếp_xúc | gặp_mặt
          | thông_qua_nghị_quyết ) \b
      | (?: tổ_chức | tiến_hành | mở | chủ_trì | triệu_tập | phối_hợp | tổng_kết | đánh_giá | thực_hiện
        | tiếp_tục | triển_khai | đến | tham_dự ) \b [^.;]{0,160}? \b"""
    + _MEETING
    + r"""\b
    )
"""
)
_HOST_LINK = r"(?: ,_ | _và_ | _cùng_ | _-_ )"
_HELD_BY = r"\bdo_ (?P<body>) [^.;,]{3,160}? _(?:phối_hợp_)?tổ_chức\b"
_NAMED_MEETING = r"""
    \b(?: hội_nghị | phiên_họp | cuộc_họp | kỳ_họp | họp_giao_ban | buổi_(?:làm_việc|sơ_kết|họp) | họp
      | đại_hội )
"""
_MEETING_OF = (
    _NAMED_MEETING
    + r"""
    (?: _(?: thường_kỳ | thường_lệ | định_kỳ | giao_ban | trực_tuyến | sơ_kết | tổng_kết | lần_thứ_\w+
      | thứ_\w+
      | tháng_[\d/]+ | báo_cáo_viên | toàn_thể | mở_rộng | chuyên_đề | bất_thường | giữa_nhiệm_kỳ | giữa_năm
      | cuối_năm | giữa ) ){0,4}
    (?: _của | , )? \s
"""
)
_OF = (
    _NAMED_MEETING
    + r"""
    (?! [^.;:]{0,110} \b(?: nghị_quyết | chỉ_thị | quyết_định | kết_luận | thông_báo | luật | nghị_định
      | kế_hoạch
      | ý_kiến | báo_cáo | đại_biểu | về )\b )
    [^.;:"(]{0,110}? _của_ (?!ngành|nhà_nước|các|lãnh_đạo)
"""
)
_HEAD_OF = r"""
    \b(?: (?:phó_)?trưởng_(?=(?:ban|phòng|đoàn|khối|tiểu_ban|công_an|trạm|khoa)_) | {positions}_ )
"""
_HEADED = r"\b(?: đảng_ủy | chi_bộ | công_đoàn | ban | (?<!văn_)phòng | đoàn | trạm | khoa | trung_tâm )_"
_MEMBER_OF = r"\b{deputies}_\Z"
_CHAIRED = r"""
    \b(?: chủ_trì | chủ_tọa | điều_hành | kết_luận | có_buổi_(?:làm_việc|họp|đối_thoại|tiếp_xúc|gặp)
      | có_cuộc_họp )\b
"""


def read_organisation(page: Page) -> Span | None:
    """Read the body that held the meeting."""
    for rule, find, weak in (
        ("Đoàn công tác của X", _delegating_body, False),
        ("X tổ chức hội nghị", _acting_body, False),
        ("do X tổ chức", _holding_body, False),
        ("đầu đề: X họp", _acting_in_title, False),
        ("cơ quan ban hành thông báo", _issuing_body, False),
        ("kết luận của X", _concluding_body, False),
        ("phiên họp X", _body_of_meeting, False),
        ("cơ quan của người chủ trì", _body_of_chair, True),
        ("cụm thi đua …", _body_of_group, True),
        ("hội nghị … của X", _body_of_long_meeting, True),
        ("chủ ngữ của đầu đề", _acting_subject, True),
        ("cơ quan của người phát biểu", _body_of_head, True),
        ("cơ quan ở đầu đề", _body_of_title, True),
        ("cơ quan được nêu đầu tiên", _first_body, True),
        ("tại trụ sở X", _body_of_seat, True),
    ):
        found = find(page)
        if found:
            return page.note("organisation", rule, *found, weak=weak)
    return None


def opening_parts(page: Page) -> list[Place]:
    """Bound the first sentences of the body."""
    body = [p for p in page.parts if p.section not in (Section.AROUND, Section.CAPTION)]
    return [(p.label[0] if p.label else p.start, p.end) for p in body[:OPENING_SENTENCES]]


_DELEGATION = (
    r"""
    [^;\n]{0,60}? (?<!với_)(?<!tiếp_)(?<!cùng_)
    \bđoàn_(?:công_tác|giám_sát|kiểm_tra|khảo_sát)_(?:liên_ngành_)?(?:của_)?
    (?="""
    + HEAD
    + ")"
)


def _delegating_body(page: Page) -> Place | None:
    """Read "Đoàn giám sát của HĐND tỉnh … đã làm việc": the council meets, not its delegation."""
    text = page.text
    for start, end in opening_parts(page)[:2]:
        sent = compile_pattern(_DELEGATION, bare=text.bare).match(text.low, start, end)
        body = body_at(text, sent.end(), end) if sent else None
        if body and _is_named(text, body[0]):
            return body
    return None


def _acting_body(page: Page) -> Place | None:
    """Read "X tổ chức hội nghị"; hosts that are joined stay together."""
    acts = compile_pattern(_ACTS, bare=page.text.bare)
    for start, end in opening_parts(page)[: 2 if page.frame.notice else 6]:
        for first, last in _chains(page.text, start, min(end, start + LONGEST_SUBJECT), end):
            if acts.match(page.text.low, last, end):
                return _with_its_mark(page.text, start, _outermost(page.text, start, first)), last
    return None


def _acting_in_title(page: Page) -> Place | None:
    """Read "Trường Đại học … giao ban tháng 9", a title that begins with the host."""
    title, text = page.frame.title, page.text
    if not title or page.frame.notice:
        return None
    chain = next(_chains(text, *title, title[1]), None)
    acts = compile_pattern(_ACTS, bare=text.bare)
    return chain if chain and chain[0] == title[0] and acts.match(text.low, chain[1], title[1]) else None


def _chains(text: Text, start: int, limit: int, end: int) -> Iterator[Place]:
    """Find the named bodies of a sentence, joined ones as one: "Sở Y tế và UBND xã", "HĐND - UBND xã"."""
    link = compile_pattern(_HOST_LINK + "(?=" + HEAD + ")", bare=text.bare)
    done = start
    for head in compile_pattern(HEAD, bare=text.bare).finditer(text.low, start, limit):
        if head.start() < done or not _is_named(text, head.start()) or _is_place(text, start, head.start()):
            continue
        last = _body_end(text, head.start(), end)
        last = _over_its_purpose(text, head.start(), last, end) if last else last
        while last and (joined := link.match(text.low, last, end)) and _is_named(text, joined.end()):
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
_BREAKS_A_NAME = (
    r"\b(?: {taskverbs} | {speech} | của | với | tại | do | và | theo | là | có | {positions} | {titles} )\b"
)


def _outermost(text: Text, start: int, first: int) -> int:
    """Go back to the outer body of a nested name ("Đảng ủy Tổng cục Xây dựng lực lượng Công an nhân dân")."""
    for head in compile_pattern(HEAD, bare=text.bare).finditer(text.low, max(start, first - 90), first):
        between = text.low[head.end() : first]
        if (
            not _is_named(text, head.start())
            or not _GAP.match(between)
            or _is_place(text, start, head.start())
        ):
            continue
        breaks = compile_pattern(_BREAKS_A_NAME, bare=text.bare).finditer(text.low, head.end(), first)
        if not any(text.clean[match.start()].islower() for match in breaks):
            return head.start()
    return first


def _is_named(text: Text, at: int) -> bool:
    return text.bare or text.clean[at].isupper()


_BELONGS = r"""
    (?: \b(?:tại|ở|với|của|thuộc|theo|cho|và)_(?:các_)? | \b(?:tại|ở)_[^,.;:]{0,60} | {positions}_
      | (?:trưởng|phó|kiêm)_ ) \Z
"""


def _is_place(text: Text, start: int, at: int) -> bool:
    """Tell "tại Sở Tư pháp, …" and "Giám đốc Sở Tư pháp" from "Sở Tư pháp tổ chức"."""
    return bool(compile_pattern(_BELONGS, bare=text.bare).search(text.low, max(start, at - 70), at))


def _holding_body(page: Page) -> Place | None:
    text = page.text
    for start, end in opening_parts(page)[:5]:
        match = compile_pattern(_HELD_BY, bare=text.bare).search(text.low, start, end)
        if match and (body := body_at(text, match.start("body"), end)):
            return body
    return None


_CONCLUSION = r"\bkết_luận_(?:chỉ_đạo_)?của_"


def _concluding_body(page: Page) -> Place | None:
    """Read "thông báo kết luận của Thường trực Chính phủ tại cuộc họp …"."""
    found = (_body_behind(page.text, _CONCLUSION, *place) for place in opening_parts(page)[:2])
    return next(filter(None, found), None)


_OFFICE = r"\s*văn_phòng\b"


def _issuing_body(page: Page) -> Place | None:
    """Take who issued the document; an office (văn phòng) only writes down what another body met about."""
    pieces = page.frame.issuer
    if not page.frame.notice or not pieces:
        return None
    issuer = pieces[0] if len(pieces) == 1 else _same_in_prose(page, pieces) or pieces[0]
    if compile_pattern(_OFFICE, bare=page.text.bare).match(page.text.low, *issuer):
        return _body_of_meeting(page) or issuer
    return issuer


def _same_in_prose(page: Page, pieces: tuple[Place, ...]) -> Place | None:
    """Find an issuer whose letterhead is in pieces where the text names it in one, if only as "UBND xã"."""
    name = " ".join(page.text.low[a:b] for a, b in pieces)
    short = name.replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
    for words in (name, short, " ".join(short.split()[:2])):
        start = page.text.low.find(words, page.frame.lines[page.frame.head].start)
        if start >= 0:
            return start, start + len(words)
    return None


def _body_of_meeting(page: Page) -> Place | None:
    """Read "phiên họp UBND tỉnh", "kỳ họp thứ 12 HĐND thành phố"."""
    return _first_behind(page, _MEETING_OF)


def _body_of_long_meeting(page: Page) -> Place | None:
    """Read "hội nghị giao ban quý III của Bộ Công Thương"."""
    return _first_behind(page, _OF)


_GROUPED = r"\b(?:cụm|khối)_thi_đua_ (?: số_\d+ | các_ | khối_ ) [^.,;()\n]{0,90}"


def _body_of_group(page: Page) -> Place | None:
    """Read "cụm thi đua các tỉnh …", which has no name of its own."""
    pattern = compile_pattern(_GROUPED, bare=page.text.bare)
    places = ([page.frame.title] if page.frame.title else []) + opening_parts(page)[:1]
    found = (pattern.search(page.text.low, *place) for place in places)
    return next((match.span() for match in found if match), None)


def _first_behind(page: Page, pattern: str) -> Place | None:
    title = [page.frame.title] if page.frame.title else []
    body = opening_parts(page)[:4]
    places = title + body if page.frame.notice else body + title
    return next(filter(None, (_body_behind(page.text, pattern, *place) for place in places)), None)


def _body_behind(text: Text, pattern: str, start: int, end: int) -> Place | None:
    for match in compile_pattern(pattern, bare=text.bare).finditer(text.low, start, end):
        body = body_at(text, match.end(), end)
        if not body or body[1] - body[0] < SHORTEST_BODY:
            continue
        if _is_named(text, body[0]) or _is_full(text, *body):
            return body[0], _over_its_purpose(text, *body, end)
    return None


# "Ban Chỉ đạo Trung ương thực hiện các chương trình …": what a board is for belongs to its name.
_BOARD = r"(?: ban_chỉ_đạo | ban_đại_diện | ban_vận_động | hội_đồng )\b"
_PURPOSE = r"""
    _(?: thực_hiện | phòng(?:,_chống)? | xây_dựng | cải_cách | đổi_mới | thi_hành | triển_khai | chuyển_đổi
      | công_tác | các
      | tổng_kết | bảo_đảm | ứng_phó | khắc_phục | điều_hành | sắp_xếp | quản_lý )\b
    (?: (?! _(?: về | đã | vừa | để | do | tại | họp | tổ_chức | với | chủ_trì | cho
      | nhằm )\b ) [^.,;:()\n] ){0,110}
"""


def _over_its_purpose(text: Text, start: int, stop: int, end: int) -> int:
    """Go over what a steering board is for."""
    if not compile_pattern(_BOARD, bare=text.bare).match(text.low, start, stop):
        return stop
    purpose = compile_pattern(_PURPOSE, bare=text.bare).match(text.low, stop, end)
    return purpose.end() if purpose else stop


_FULL = r"(?: cụm | khối | ban | hội_đồng | ủy_ban | đảng | liên | tổng )_"


def _is_full(text: Text, start: int, end: int) -> bool:
    """Tell "cụm thi đua các tỉnh …" from a mere "công ty" in lower letters."""
    return (
        bool(compile_pattern(_FULL, bare=text.bare).match(text.low, start))
        and text.clean.count(" ", start, end) > 1
    )


_SUBJECT = rf"""
    (?: [{UPPER}][\w&/-]* (?: [ ] (?: [{UPPER}\d][\w&/.-]* | tỉnh | thành[ ]phố | huyện | xã | phường
      | quận | - ) ){{0,6}} )
"""
_SUBJECT_PATTERN = re.compile(_SUBJECT, re.VERBOSE)


def _acting_subject(page: Page) -> Place | None:
    """Read a host that is no known kind of body: "PVN tổ chức hội nghị", "Phường Yên Nghĩa tổng kết …"."""
    acts = compile_pattern(_ACTS, bare=page.text.bare)
    places = ([page.frame.title] if page.frame.title else []) + opening_parts(page)[:2]
    for start, end in places:
        subject = _SUBJECT_PATTERN.match(page.text.plain, start, end)
        if not subject or not (" " in subject[0] or (len(subject[0]) > 2 and subject[0].isupper())):
            continue
        if acts.match(page.text.low, subject.end(), end):
            return subject.span()
    return None


def _body_of_chair(page: Page) -> Place | None:
    """Take the body that the chair heads, out of the sentence that says who chaired."""
    text = page.text
    for start, end in opening_parts(page)[:8]:
        if compile_pattern(_CHAIRED, bare=text.bare).search(text.low, start, end):
            found = _headed_body(text, start, end)
            if found:
                return found
    return None


def _body_of_head(page: Page) -> Place | None:
    """Take the body that the first person heads ("Chủ tịch UBND tỉnh …")."""
    for start, end in opening_parts(page)[:8]:
        if found := _headed_body(page.text, start, end):
            return found
    return None


def _headed_body(text: Text, start: int, end: int) -> Place | None:
    """Read the body behind a position, heads before deputies; members of a body do not count."""
    deputy: Place | None = None
    for match in compile_pattern(_HEAD_OF, bare=text.bare).finditer(text.low, start, end):
        inside = compile_pattern(_HEADED, bare=text.bare).search(text.low, match.start() + 1, match.end())
        body = body_at(text, inside.start() if inside else match.end(), end)  # "Bí thư Đảng ủy phường …"
        at = max(start, match.end() - 40), match.end()
        if not body or body[1] - body[0] < SHORTEST_BODY or not _names_one(text, *body):
            continue
        if compile_pattern(_MEMBER_OF, bare=text.bare).search(text.low, *at):
            continue
        if not compile_pattern(r"\b(?:phó|thứ_trưởng)\b", bare=text.bare).match(text.low, match.start()):
            return body
        deputy = deputy or body
    return deputy


def _names_one(text: Text, start: int, end: int) -> bool:
    """Tell the body of one head from "UBND các tỉnh" and "ban"."""
    if text.low.startswith((" các", " cac"), end):
        return False
    return _is_named(text, start) or any(map(str.isupper, text.clean[start:end]))


def _body_of_title(page: Page) -> Place | None:
    """Take the body with which a title begins ("Thị ủy …: Hội nghị …")."""
    title = page.frame.title
    return body_at(page.text, *title) if title else None


_FIRST = (
    r"""
    (?: \(?[\w.&]{2,20}\)?\s?-_ )?                     # (Chinhphu.vn) -
    (?: theo_ | tin_từ_
      | (?: (?:sáng|chiều|hôm)_nay | (?:vừa|mới)_qua | (?:(?:sáng|chiều)_)?(?:ngày_)?\d[^,]{0,20} ),?_ )?
    (?="""
    + HEAD
    + ")"
)


_SEAT = r"\btại_trụ_sở_ (?=" + HEAD + ")"


def _body_of_seat(page: Page) -> Place | None:
    """Take the body at whose seat it was: "tại trụ sở Bộ …, Bộ trưởng … chủ trì"."""
    found = (_body_behind(page.text, _SEAT, *place) for place in opening_parts(page)[:2])
    return next(filter(None, found), None)


def _first_body(page: Page) -> Place | None:
    """Take the body with which the first sentence begins."""
    text = page.text
    for start, end in opening_parts(page)[:1]:
        first = compile_pattern(_FIRST, bare=text.bare).match(text.low, start, end)
        body = body_at(text, first.end(), end) if first else None
        if body and body[1] - body[0] >= SHORTEST_BODY and _is_named(text, body[0]):
            return body
    return None
