"""Who held a meeting (cơ quan tổ chức): "X tổ chức hội nghị", the letterhead, the chair's body."""

from __future__ import annotations

import re

from .bodies import HEAD, body_at
from .frame import GROUP, MOST_GROUP_LINES, is_group_chat
from .hosts import (
    SHORTEST_BODY,
    acting_body,
    acting_in_title,
    acting_subject,
    chains,
    delegating_body,
    is_named,
    over_its_purpose,
)
from .lexicon import UPPER
from .model import Span
from .names import find_names
from .page import Page, opening_parts
from .rules import compile_pattern
from .samebody import body_key
from .text import Text

Place = tuple[int, int]

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
        ("Đoàn công tác của X", delegating_body, False),
        ("Hội nghị lần thứ …, X diễn ra", _sitting_body, False),
        ("X tổ chức hội nghị", acting_body, False),
        ("do X tổ chức", _holding_body, False),
        ("đầu đề: X họp", acting_in_title, False),
        ("nhóm Zalo của X", _body_of_chat, False),
        ("cơ quan ở dòng dưới đầu đề", _body_below_title, False),
        ("cơ quan ban hành thông báo", _issuing_body, False),
        ("kết luận của X", _concluding_body, False),
        ("phiên họp X", _body_of_meeting, False),
        ("cơ quan của người chủ trì", _body_of_chair, True),
        ("cụm thi đua …", _body_of_group, True),
        ("hội nghị … của X", _body_of_long_meeting, True),
        ("chủ ngữ của đầu đề", acting_subject, True),
        ("họp thôn …", _village, True),
        ("cơ quan của người phát biểu", _body_of_head, True),
        ("cơ quan ở đầu đề", _body_of_title, True),
        ("cơ quan được nêu đầu tiên", _first_body, True),
        ("tại trụ sở X", _body_of_seat, True),
        ("Phường X triển khai …", _place_as_subject, True),
    ):
        found = find(page)
        if found:
            return page.note("organisation", rule, *_in_full(page, found), weak=weak)
    return None


def _in_full(page: Page, found: Place) -> Place:
    """Take "UBND xã Phú Tâm" of the title or the letterhead for "UBND xã" of the sentence that was read."""
    titled = _body_of_title(page)
    short = page.text.low[slice(*found)]
    if titled and page.text.low[slice(*titled)].startswith(f"{short} "):
        return titled
    if short.startswith(_INNER):
        return found
    if len(page.frame.issuer) != 1 or not short.endswith(_OF_ITS_PLACE):
        return _with_its_place(page, found)
    issuer = body_key(page.text.clean[slice(*page.frame.issuer[0])]).bare
    if issuer.startswith(f"{body_key(short).bare} "):
        return page.frame.issuer[0]
    return _with_its_place(page, found)


def _with_its_place(page: Page, found: Place) -> Place:
    """Take "Sở Tư pháp tỉnh Hà Sơn", as the text calls it elsewhere and no other, for "Sở Tư pháp"."""
    text = page.text
    short = text.low[slice(*found)]
    if not short.endswith(_OF_ITS_PLACE) and not short.startswith(_OF_A_PLACE):
        return found
    longer: dict[str, Place] = {}
    for match in re.finditer(rf"\b{re.escape(short)} ", text.low):
        body = body_at(text, match.start(), len(text.low))
        if body and body[1] > match.end() and not any(True for _ in find_names(text, *body)):
            longer.setdefault(body_key(text.clean[slice(*body)]).bare, body)
    return next(iter(longer.values())) if len(longer) == 1 else found


_OF_A_PLACE = ("sở ", "so ")
_INNER = ("thường", "ban ", "thuong")  # of a committee: "Thường trực Đảng ủy xã", "Ban Thường vụ …"
_OF_ITS_PLACE = (
    *(" xã", " phường", " huyện", " tỉnh", " thị trấn", " thành phố", " tp"),
    *(" xa", " phuong", " huyen", " tinh", " thi tran", " thanh pho"),
)


def _holding_body(page: Page) -> Place | None:
    text = page.text
    for start, end in opening_parts(page)[:5]:
        match = compile_pattern(_HELD_BY, bare=text.bare).search(text.low, start, end)
        if match and (body := body_at(text, match.start("body"), end)):
            return next(chains(text, match.start("body"), match.end(), match.end()), body)
    return None


_CONCLUSION = r"\bkết_luận_(?:chỉ_đạo_)?của_"


def _concluding_body(page: Page) -> Place | None:
    """Read "thông báo kết luận của Thường trực Huyện ủy tại buổi làm việc …"."""
    found = (_body_behind(page.text, _CONCLUSION, *place) for place in opening_parts(page)[:2])
    return next(filter(None, found), None)


_OFFICE = r"\s*văn_phòng\b"


def _issuing_body(page: Page) -> Place | None:
    """Take who issued the document; an office (văn phòng) only writes down what another body met about."""
    pieces = page.frame.issuer
    if not pieces:
        return None
    issuer = pieces[0] if len(pieces) == 1 else _same_in_prose(page, pieces) or _named_piece(page, pieces)
    if compile_pattern(_OFFICE, bare=page.text.bare).match(page.text.low, *issuer):
        return _body_of_meeting(page) or _body_of_chair(page) or issuer
    return issuer


def _same_in_prose(page: Page, pieces: tuple[Place, ...]) -> Place | None:
    """Find an issuer whose letterhead is in pieces where the text names it in one, if only as "UBND xã"."""
    name = " ".join(page.text.low[a:b] for a, b in pieces)
    short = name.replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
    for words in (name, short):
        start = page.text.low.find(words, page.frame.lines[page.frame.head].start)
        if start >= 0:
            return start, start + len(words)
    return None


_PLACE_OF = r"(?: tỉnh | thành_phố | tp | huyện | quận | thị_xã | thị_trấn | xã | phường | đặc_khu )_ .{2,}"


def _named_piece(page: Page, pieces: tuple[Place, ...]) -> Place:
    """Choose the piece that says whose body it is: "PHƯỜNG AN KHÁNH" of "ỦY BAN NHÂN DÂN"."""
    named = compile_pattern(_PLACE_OF, bare=page.text.bare)
    return next((piece for piece in pieces if named.fullmatch(page.text.low, *piece)), pieces[0])


def _body_of_meeting(page: Page) -> Place | None:
    """Read "phiên họp UBND tỉnh", "kỳ họp thứ 12 HĐND thành phố"."""
    return _first_behind(page, _MEETING_OF)


_TAKES_PLACE = r"""
    \s* ,? \s? (?: khóa_\w{1,6} \s? ,? \s? )? (?: nhiệm_kỳ_ \d{4} \s?-\s? \d{4} \s? ,? \s? )?
    (?: đã_ | vừa_ | chính_thức_ | long_trọng_ )* (?: diễn_ra | khai_mạc | bế_mạc | kết_thúc | được_tổ_chức
      | thành_công )\b
"""


def _sitting_body(page: Page) -> Place | None:
    """Read "Hội nghị lần thứ 15, Ban Chấp hành … khóa X đã diễn ra", whoever acts further down."""
    takes_place = compile_pattern(_TAKES_PLACE, bare=page.text.bare)
    for start, end in opening_parts(page)[:2]:
        body = _body_behind(page.text, _MEETING_OF, start, end)
        if body and takes_place.match(page.text.low, body[1], end):
            return body
    return None


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
        if is_named(text, body[0]) or _is_full(text, *body):
            return body[0], over_its_purpose(text, *body, end)
    return None


_FULL = r"(?: cụm | khối | ban | hội_đồng | ủy_ban | đảng | liên | tổng )_"


def _is_full(text: Text, start: int, end: int) -> bool:
    """Tell "cụm thi đua các tỉnh …" from a mere "công ty" in lower letters."""
    return (
        bool(compile_pattern(_FULL, bare=text.bare).match(text.low, start))
        and text.clean.count(" ", start, end) > 1
    )


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
        if deputy and _is_another(text, deputy[1], match.start()):
            break
        if not compile_pattern(r"\b(?:phó|thứ_trưởng)\b", bare=text.bare).match(text.low, match.start()):
            return body
        deputy = deputy or body
    return deputy


def _is_another(text: Text, start: int, end: int) -> bool:
    """Tell the position of the next person: who is named first is the highest."""
    return ";" in text.clean[start:end] or any(True for _ in find_names(text, start, end))


def _names_one(text: Text, start: int, end: int) -> bool:
    """Tell the body of one head from "UBND các tỉnh" and "ban"."""
    if text.low.startswith((" các", " cac"), end):
        return False
    return is_named(text, start) or any(map(str.isupper, text.clean[start:end]))


def _body_of_chat(page: Page) -> Place | None:
    """Read the body out of the line that names its chat: "[Nhóm Zalo BCH Đoàn xã Mường Hạ]"."""
    text = page.text
    for line in page.frame.lines[:MOST_GROUP_LINES]:
        named = compile_pattern(GROUP, bare=text.bare).match(text.low, line.start, line.end)
        start = named.end() if named else line.start + 1
        if is_group_chat(text, line) and (body := body_at(text, start, line.end)):
            return body
    return None


_PAPER = r"(?: báo_cáo | thông_báo | biên_bản | kết_luận | nghị_quyết | hội_nghị | tổng_hợp | kế_hoạch )\b"


def _body_below_title(page: Page) -> Place | None:
    """Take the body that is alone in a line of the title: "HỘI NGHỊ TỔNG KẾT NĂM 2025 / CÔNG TY …"."""
    text, title = page.text, page.frame.title
    for line in page.frame.lines if title else ():
        if title and title[0] <= line.start and line.end <= title[1] and (line.start, line.end) != title:
            body = body_at(text, line.start, line.end)
            paper = compile_pattern(_PAPER, bare=text.bare).match(text.low, line.start, line.end)
            if body == (line.start, line.end) and not paper and text.clean[slice(*body)].isupper():
                return body
    return None


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


_VILLAGES = (
    r"(?: thôn | ấp | bản | buôn | làng | khóm | xóm | khu_phố | tổ_dân_phố | khu_dân_cư | chi_bộ | chi_hội )"
)
_VILLAGE_MEETS = (
    r"\b(?: họp | hội_nghị | sinh_hoạt | đại_hội )_"
    r"(?: toàn_thể_ | nhân_dân_ | dân_ | đại_biểu_ | quân_dân_chính_ | cử_tri_ )* (?:của_)? (?P<head>"
    + _VILLAGES
    + r")\b"
)
_ITS_NAME = re.compile(rf"[ ](?:số[ ])?(?:\d+[\w/-]*|[{UPPER}][\w'-]*(?:[ ](?:[{UPPER}][\w'-]*|\d+))*)")


def _village(page: Page) -> Place | None:
    """Read "biên bản họp thôn" with the name that the text gives the village: "thôn Đồng Rùa"."""
    text = page.text
    places = ([page.frame.title] if page.frame.title else []) + opening_parts(page)[:4]
    meets = compile_pattern(_VILLAGE_MEETS, bare=text.bare)
    head = next((match["head"] for place in places if (match := meets.search(text.low, *place))), None)
    for start, end in places if head else []:
        at = text.low.find(f"{head} ", start, end)
        while at >= 0:
            if named := _ITS_NAME.match(text.plain, at + len(head or ""), end):
                return at, named.end()
            at = text.low.find(f"{head} ", at + 1, end)
    return None


_PLACE_ACTS = re.compile(
    rf"(?:Phường|Xã|Huyện|Quận|Thị xã|Thị trấn|Thành phố|Tỉnh|Đặc khu)(?:[ ](?:[{UPPER}][\w'-]*|\d+))+"
)


def _place_as_subject(page: Page) -> Place | None:
    """Take "Phường X" with which the title or the first sentence begins, where no body is named."""
    places = ([page.frame.title] if page.frame.title else []) + opening_parts(page)[:1]
    found = (_PLACE_ACTS.match(page.text.plain, *place) for place in places)
    return next((match.span() for match in found if match), None)


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
        if body and body[1] - body[0] >= SHORTEST_BODY and is_named(text, body[0]):
            return body
    return None
