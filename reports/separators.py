"""Where a list of participants is parted: at commas and "và" between groups, not inside one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bodies import body_at
from .layout import trim
from .lexicon import vocabulary
from .rules import compile_pattern
from .text import Text

# What may stand before a group and is no part of it.
LEAD = r"""
    (?: (?: mời_dự | mời | đồng_thời_(?:\w+_){1,3}(?:tới|đến) | đồng_thời | cùng_với | cùng | và
        | còn_có | có | gồm(?:_có)? | đặc_biệt | ngoài_ra
      | trong_đó_có | với | sự
          | tham_dự_của | thêm | (?:về_)?phía_[^:;.,]{2,60}?_có | (?<!các_)đồng_chí_là )_
      | [,:;-]\s* )*
"""
_HEADED = r"""
    (?: (?:(?:hơn_|trên_|gần_|khoảng_)? \d[\d./]*_ | các_) (?=đại_biểu) )? (?: đại_diện | lãnh_đạo
        | (?:các_)?đồng_chí | trưởng | phó_trưởng | thủ_trưởng | thành_viên
      | bí_thư | chủ_tịch | cán_bộ | người_lao_động | đoàn_viên | hội_viên | đại_biểu | công_nhân
        | nhân_dân )\b
"""
_TWIN = r"(?!trạm_y_tế\b) (?:{twins})\b (?!_(?:trưởng|phó|\d+)\b)"  # a commune has one "trạm y tế"
_OPEN_PLURAL = r"""
    \b(?: các | \d+ | lãnh_đạo | đại_diện | một_số | trưởng | phó_trưởng | thủ_trưởng | toàn_thể | đông_đảo
      | mọi | nhiều | cấp_ủy | chỉ_huy | hiệu_trưởng | giám_đốc | cán_bộ )_ (?: cơ_quan_
          | đơn_vị_ | (?:điểm|đầu)_cầu_ (?: (?:tại_)?các_ )? )? (?:{twins})
    (?: _(?: thành_viên | trực_thuộc | chuyên_môn | chức_năng | liên_quan | cơ_sở | mầm_non | tiểu_học
      | thcs | thpt ) )? \Z
"""
_MEMBERS = r"""
    (?: các_ | toàn_thể_ | đông_đảo_ | \d[\d.]*_ )?
    (?: cán_bộ | đảng_viên | đoàn_viên | hội_viên | công_chức | người_lao_động | chiến_sĩ | giáo_viên
      | công_nhân | tập_thể
      | nông_dân ) \s* \Z
"""
_NEW_GROUP = r"_(?:và|cùng|cùng_với)_(?=\w)"
_OPENS_GROUP = r"""
    (?: các | những | đại_diện | lãnh_đạo | đông_đảo | \d | toàn_thể | một_số | đồng_chí
      | trưởng_các | trưởng_\d+ | {bodies} ) \b | (?: (?:hơn|trên|gần|khoảng)_ )? \d
          | {positions}_(?:\d|các_) (?!{twins})
"""
# "trưởng ấp và công an viên": whole offices, unlike "Chủ tịch và Phó Chủ tịch UBND các xã".
_OFFICE = r"""
    \s* (?: các_ | những_ )? (?! cán_bộ | công_chức | chuyên_viên | đảng_viên | đại_biểu | thường_trực )
    {positions}\b [^,;]{0,60} \Z
"""
_HALF_AN_OFFICE = r"""
    \s* (?: các_ | những_ )? (?: phó_ | quyền_ )? (?: chủ_tịch | bí_thư | giám_đốc | tổng_giám_đốc | bộ_trưởng
      | thứ_trưởng | hiệu_trưởng | viện_trưởng | trưởng_phòng | trưởng_ban | chủ_nhiệm | đội_trưởng
      | (?:phó_)?chánh_văn_phòng | chánh_thanh_tra | tổ_trưởng | hiệu_phó | tổ_phó
      | đội_phó | trưởng | phó | ủy_viên ) \s* \Z
"""
_WHOLE_OFFICE = r"\s* (?: chánh_thanh_tra | chánh_văn_phòng | kế_toán_trưởng ) \s* \Z"
_NEXT_OFFICE = r"(?: {positions} | {attendees} | thủ_trưởng )\b"
_BOTH_OF_ONE = r"\s* (?: các_ | những_ )? {positions} \s* và_ (?: phó_ )? (?: chủ_tịch | bí_thư )\b"
LONGEST_ENTRY = 300
LONGEST_TWIN = 40


_COMMA = re.compile(r",(?= )")


def split_commas(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at commas, but not inside "các ban, ngành, đoàn thể" or a person's positions."""
    begin, inside = start, body_end(text, start, end)
    for comma in _COMMA.finditer(text.low, start, end):
        near = max(begin, comma.start() - LONGEST_ENTRY)
        if (
            comma.start() < inside
            or _is_bracketed(text, near, comma.start())
            or _shares_its_head(text, begin, comma.start(), comma.end() + 1, end)
        ):
            continue
        if _goes_on(text, near, comma.start(), comma.end()):
            continue
        yield begin, comma.start()
        begin = comma.end()
        inside = body_end(text, begin, end)
    yield begin, end


# "đại biểu đến từ các hội, 52 chi hội": where they come from is one list.
_FROM = r"\b(?: đại_biểu | đại_diện | thành_viên | người | cán_bộ | giáo_viên )_ (?:\w+_){0,3}? (?:đến_)?từ_"
_PEOPLE = r"""
    \s* (?: và_ | cùng_ )? (?: đại_diện | lãnh_đạo | (?:các_)?đồng_chí | toàn_thể | đông_đảo | {titles}
      | (?:các_)? {positions} | (?:\d+_)? {attendees} )\b
"""


# "cử tri tại xã Tân Lộc, huyện Ba Động": the outer place belongs to it.
_VOTERS = r"\s* (?: {titles}_ )? (?: cử_tri | nhân_dân | bà_con | người_dân )\b"
_OUTER_PLACE = r"\s* (?: xã | phường | huyện | quận | thị_xã | thành_phố | tp\.? | tỉnh )_"


_HEAD_AND_DEPUTY = (
    r"(?: trưởng | chánh )? \s* (?: trưởng | chánh ) , _ phó_ (?: các | \d )"  # "trưởng, phó các khoa"
)


# "đại diện các đơn vị Phú Nam, Mỹ Đông": one head, and a plural that goes on to name them.
_OF_SEVERAL = r"""
    \b(?: đại_diện | lãnh_đạo | đại_biểu | chỉ_huy | thủ_trưởng )_ (?:lãnh_đạo_ | của_ )?
    các_ (?:{twins}) (?:_cơ_quan | _đơn_vị)? _ (?P<name>\w)
"""


def _goes_on(text: Text, begin: int, comma: int, following: int) -> bool:
    """Tell a comma inside one entry by its head."""
    if compile_pattern(_PEOPLE, bare=text.bare).match(text.low, following):
        return False
    if compile_pattern(_FROM, bare=text.bare).search(text.low, begin, comma):
        return True
    if compile_pattern(_HEAD_AND_DEPUTY, bare=text.bare).match(text.low, max(begin, comma - len("trưởng"))):
        return True
    if compile_pattern(_VOTERS, bare=text.bare).match(text.low, begin, comma):
        return bool(compile_pattern(_OUTER_PLACE, bare=text.bare).match(text.low, following))
    several = compile_pattern(_OF_SEVERAL, bare=text.bare).search(text.low, begin, comma)
    names = several and not text.bare and text.clean[several.start("name")].isupper()
    return bool(names) and text.clean[following : following + 2].lstrip()[:1].isupper()


def _is_bracketed(text: Text, begin: int, at: int) -> bool:
    return text.clean.count("(", begin, at) > text.clean.count(")", begin, at)


def body_end(text: Text, start: int, end: int) -> int:
    """Find where the body ends that an entry begins with: "Sở Văn hóa, Thể thao và Du lịch" is one."""
    start, _ = trim(text, start, end)
    opened = compile_pattern(LEAD + r"(?: (?:đại_diện|lãnh_đạo|trưởng|các)_ )*", bare=text.bare)
    lead = opened.match(text.low, start, end)
    body = body_at(text, lead.end() if lead else start, end)
    return body[1] if body else start


# "đại biểu các hội, đoàn, các ấp": one head for several plurals.
_PLURALS_BEFORE = (
    r"\s* (?: và_ | cùng_ )? (?: đại_diện | lãnh_đạo )(?:_lãnh_đạo)? _(?:của_)? (?:các|\d+)_ (?:{twins})\b"
)
_PLURAL_BEHIND = r"(?: các | \d+ )_ (?:{twins})\b"


def _is_one_more_plural(text: Text, begin: int, following: int) -> bool:
    if not compile_pattern(_PLURAL_BEHIND, bare=text.bare).match(text.low, following):
        return False
    return bool(compile_pattern(_PLURALS_BEFORE, bare=text.bare).match(text.low, begin))


def _shares_its_head(text: Text, begin: int, comma: int, following: int, end: int) -> bool:
    if not compile_pattern(_TWIN, bare=text.bare).match(text.low, following, end):
        while comma > begin and text.low[comma - 1] == " ":
            comma -= 1
        crowd = _is_crowd(text, begin, comma, following)
        return crowd or _is_one_more_plural(text, begin, following)
    while comma > begin and text.low[comma - 1] == " ":
        comma -= 1
    if _is_a_name_after_twins(text, begin, comma, following, end):
        return False
    if compile_pattern(_OPEN_PLURAL, bare=text.bare).search(
        text.low, max(begin, comma - LONGEST_TWIN), comma
    ):
        return True
    if compile_pattern(_MEMBERS, bare=text.bare).match(text.low[begin:comma].strip()):
        return True
    if _is_crowd(text, begin, comma, following):
        return True
    before, comma_before, last = text.low[max(begin, comma - LONGEST_TWIN) : comma].rpartition(", ")
    last = last.rpartition(" va " if text.bare else " và ")[2]  # "các xã, huyện và sở, ngành"
    return bool(before or comma_before) and last in vocabulary("twins", bare=text.bare)


def _is_a_name_after_twins(text: Text, begin: int, comma: int, following: int, end: int) -> bool:
    """Tell "Công an các xã, Phòng Nội vụ", where a body of its own follows, from "các Ban, ngành"."""
    if text.bare or text.clean[following].islower():
        return False
    twin = compile_pattern(_TWIN, bare=text.bare).match(text.low, following, end)
    named = twin is not None and text.clean[twin.end() + 1 : twin.end() + 2].isupper()
    return named and text.clean[text.clean.rfind(" ", begin, comma) + 1].islower()


# "các chuyên gia, nhà báo": people of several kinds under one "các".
_CROWD_BEFORE = r"\b(?: các | những | một_số | nhiều | đông_đảo | toàn_thể )_ {attendees} \Z"
_CROWD_BEHIND = (
    r"(?! trưởng | tổ_ | hiệu_ | chỉ_huy | ban_ | đại_biểu | lực_lượng | trạm_ | khách_ ) {attendees}\b"
)


def _is_crowd(text: Text, begin: int, comma: int, following: int) -> bool:
    behind = compile_pattern(_CROWD_BEHIND, bare=text.bare).match(text.low, following)
    before = compile_pattern(_CROWD_BEFORE, bare=text.bare)
    return bool(behind) and bool(before.search(text.low, max(begin, comma - LONGEST_TWIN), comma))


def split_and(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at "và" before a new group; one head for several bodies stays one entry."""
    begin, body = start, body_end(text, start, end)
    for joint in compile_pattern(_NEW_GROUP, bare=text.bare).finditer(text.low, start, end):
        if _is_one_more_office(text, begin, joint.start(), joint.end()):
            yield begin, joint.start()
            begin = joint.end()
            continue
        if not compile_pattern(_OPENS_GROUP, bare=text.bare).match(text.low, joint.end()):
            continue
        if text.low.startswith(("trưởng ", "truong "), joint.end()) and compile_pattern(
            _HALF_AN_OFFICE, bare=text.bare
        ).match(text.low[begin : joint.start()]):
            continue  # "bí thư và trưởng 9 ấp"
        first, _ = trim(text, begin, end)
        headed = compile_pattern(_HEADED, bare=text.bare).match(text.low, first, end)
        if headed and "cùng" not in joint[0] and not _has_its_own_head(text, joint.end()):
            continue
        twin = compile_pattern(_TWIN, bare=text.bare).match(text.low, joint.end(), end)
        if twin and (text.bare or text.clean[joint.end()].islower()):
            continue
        if joint.start() < body or not _opens_a_group(text, joint.end()):
            continue
        yield begin, joint.start()
        begin = joint.end()
    yield begin, end


def _is_one_more_office(text: Text, begin: int, joint: int, following: int) -> bool:
    """Tell "trưởng ấp và công an viên", which names two groups, from "chủ tịch và phó chủ tịch các xã"."""
    if not compile_pattern(_NEXT_OFFICE, bare=text.bare).match(text.low, following):
        return False
    before = text.low[begin:joint]
    if not compile_pattern(_OFFICE, bare=text.bare).match(before):
        return False
    if compile_pattern(_WHOLE_OFFICE, bare=text.bare).match(before) and not text.low.startswith(
        ("phó ", "pho "), following
    ):
        return True
    if compile_pattern(_BOTH_OF_ONE, bare=text.bare).match(text.low, begin):
        return False  # "bí thư đảng ủy và chủ tịch UBND các xã"
    return not compile_pattern(_HALF_AN_OFFICE, bare=text.bare).match(before)


def _opens_a_group(text: Text, start: int) -> bool:
    """Tell "và Công đoàn Công ty" from "và công đoàn": only a name in capitals opens an entry of its own."""
    if not compile_pattern(r"{bodies}\b", bare=text.bare).match(text.low, start):
        return True
    return text.bare or text.clean[start].isupper() or bool(_PLURAL_HEAD.match(text.low, start))


_PLURAL_HEAD = re.compile(r"(?:các|những|lãnh đạo) ")
_OWN_HEAD = r"""
    (?:(?:hơn|trên|gần|khoảng)_)? \d [\d./]* _ (?: (?={attendees}\b) | (?!{twins}\b) )
      | {positions}_\d
      | (?: đại_diện | lãnh_đạo | toàn_thể | đông_đảo | trưởng_các | trưởng_\d+ | các_đồng_chí )\b
      | (?:các|những)_(?: tập_thể | cá_nhân | cán_bộ | đại_biểu | hội_viên | đoàn_viên | đảng_viên | hộ
        | gia_đình
        | chuyên_gia | nhà_khoa_học | chức_sắc | cử_tri | điển_hình )\b
"""


def _has_its_own_head(text: Text, start: int) -> bool:
    return bool(compile_pattern(_OWN_HEAD, bare=text.bare).match(text.low, start))
