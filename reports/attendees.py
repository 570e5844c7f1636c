"""Lists of participants: split into groups, one entry each, without the people named among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from .bodies import body_at
from .layout import clauses, trim
from .lexicon import vocabulary
from .names import find_names
from .rules import compile_pattern
from .text import Text

Place = tuple[int, int]

_LEAD = r"""
    (?: (?: mời_dự | mời | đồng_thời_(?:\w+_){1,3}(?:tới|đến) | đồng_thời | cùng_với | cùng | và
        | còn_có | có | gồm(?:_có)? | đặc_biệt | ngoài_ra
      | trong_đó_có | với | sự
          | tham_dự_của | thêm | về_phía_[^:;.,]{2,60}?_có )_
      | [,:;-]\s* )*
"""
_HEADED = r"""
    (?: (?:(?:hơn_|trên_|gần_|khoảng_)? \d[\d./]*_ | các_) (?=đại_biểu) )? (?: đại_diện | lãnh_đạo
        | (?:các_)?đồng_chí | trưởng | phó_trưởng | thủ_trưởng | thành_viên
      | bí_thư | chủ_tịch | cán_bộ | người_lao_động | đoàn_viên | hội_viên | đại_biểu | công_nhân
        | nhân_dân )\b
"""
_GROUP = r"""
    (?: (?:các|những|toàn_thể|đông_đảo|một_số)_ | đại_diện
      | (?: (?:hơn|trên|gần|khoảng)_ )? \d[\d./]*_ (?:các_)? (?: đại_diện | lãnh_đạo | vị | lượt | người
        | {groups}
        | {attendees} | {twins} | {titles} | điểm_cầu | đầu_cầu
        | {bodies} ) | lãnh_đạo | đồng_chí
      | {bodies} | {groups} | {attendees} | {positions} | {titles} | {ranks} )
"""
_TWIN = r"(?:{twins})\b (?!_(?:trưởng|phó|\d+)\b)"
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
_NEW_GROUP = r"""
    _(?:và|cùng|cùng_với)_
    (?= (?: các | những | đại_diện | lãnh_đạo | đông_đảo | \d | toàn_thể | một_số | đồng_chí
      | trưởng_các | {bodies} ) \b | (?: (?:hơn|trên|gần|khoảng)_ )? \d
          | {positions}_(?:\d|các_) (?!{twins}) )
"""
_ONLY_A_POSITION = r"(?:{titles}_)?{positions}"
SHORTEST = 2
LONGEST_UNKNOWN = 9  # words
LONGEST_TAIL = 120
LONGEST_ENTRY = 300
LONGEST_TWIN = 40


def entries(text: Text, start: int, end: int, named: list[Place], *, whole: bool) -> Iterator[Place]:
    """Split at the highest separator used between groups: semicolons, else commas and "và".

    Semicolons that only part named people do not count: "ông A, Bí thư; bà B; các phòng, trưởng thôn".
    """
    pieces = [group for piece in clauses(text, start, end) if (group := _behind_people(text, *piece, named))]
    if len(pieces) > 1 or whole:
        for piece in pieces:
            yield from _listed(text, *piece) or filter(None, [_cleaned(text, *piece, whole=True)])
        return
    for first, last in pieces:
        at = _list_inside(text, first, last)
        yield from _listed(text, first, last) or _split(text, first, at, named)
        yield from _listed(text, at, last) if at < last else []


def _split(text: Text, start: int, end: int, named: list[Place]) -> Iterator[Place]:
    for a, b in _split_commas(text, start, end):
        for c, d in _split_and(text, a, b):
            entry = _cleaned(text, c, d)
            if entry and not _names_somebody(text, *entry, named):
                yield entry


_CROWD = r"\s* (?: , \s* )? (?: cùng_với_ | cùng_ | và_ | với_ ) (?= (?:sự_)? " + _GROUP + ")"


def _behind_people(text: Text, start: int, end: int, named: list[Place]) -> Place | None:
    """Leave out a piece that only names people; keep the group behind them ("… cùng lãnh đạo các phòng")."""
    near = named[max(0, bisect_right(named, (start,)) - 2) : bisect_right(named, (end,))]
    inside = [place for place in near if place[0] < end and place[1] > start]
    if not inside:
        return None if _is_person(text, start, end) else (start, end)
    last = max(place[1] for place in inside)
    first, _ = trim(text, start, end)
    if _is_group(text, first, inside[0][0]):
        return start, end
    crowd = compile_pattern(_CROWD, bare=text.bare).match(text.low, last, end)
    if crowd:
        return crowd.end(), end
    return (last, end) if "," in text.clean[last:end] else None


def _is_group(text: Text, start: int, end: int) -> bool:
    """Tell whether groups stand before the first person of a piece: "đại diện Sở Nội vụ, ông A"."""
    return "," in text.clean[start:end]


_LISTED = r"""
    (?: đại_diện_ | lãnh_đạo_ | trưởng_ | phó_trưởng_ )* (?: các_ | một_số_ )?
    (?: sở | ban | ngành | phòng | bộ | tỉnh | thành_phố | thị_trấn | đơn_vị | cơ_quan | hội | đoàn_thể
      | ubnd | xã | phường | huyện
      | quận | doanh_nghiệp
      | trường | [\s,] | và ){1,9}
    (?: (?: liên_quan | cấp_\w+ | của_\w+ )? \s* : \s* | (?: trực_thuộc
      | liên_quan ) [^,;:]{0,40} _gồm_(?:có_)?:?_? )
    (?=\w)
"""
# "một số cơ sở y tế gồm: Bệnh viện A, …": what a plural goes on to name.
_NAMED_ONES = r"""
    (?: đại_diện_ | lãnh_đạo_ )* (?: các | một_số | \d+ )_ (?:{twins}) [^,;:.()]{0,50}?
    (?: _(?:gồm|bao_gồm|như)(?:_có)? \s? :? | _?: ) \s* (?= {bodies}\b )
"""
_LIST_INSIDE = r"(?: ,_ | _và_ ) (?=" + _LISTED + ")"


def _list_inside(text: Text, start: int, end: int) -> int:
    """Find where "các sở: …" begins behind other groups: "UBND tỉnh, các sở: Y tế, Nội vụ"."""
    inside = compile_pattern(_LIST_INSIDE, bare=text.bare).search(text.low, start, end)
    return inside.end() if inside and ":" in text.clean[start:end] else end


_LISTED_END = r"_?,_? | _và_ | ;"
_BRANCH = r"{branches}\b"


def _listed(text: Text, start: int, end: int) -> list[Place]:
    """Split "các sở: Y tế, Văn hóa, Thể thao và Du lịch, Tư pháp" into the names behind its colon."""
    start, end = trim(text, start, end)
    lead = compile_pattern(_LEAD, bare=text.bare).match(text.low, start, end)
    at = lead.end() if lead else start
    opened = compile_pattern(_LISTED, bare=text.bare).match(text.low, at, end)
    opened = opened or compile_pattern(_NAMED_ONES, bare=text.bare).match(text.low, at, end)
    if not opened:
        return []
    found: list[Place] = []
    at = opened.end()
    while at < end:
        branch = compile_pattern(_BRANCH, bare=text.bare).match(text.low, at, end)
        behind = branch.end() if branch else _body_end(text, at, end)
        stop = compile_pattern(_LISTED_END, bare=text.bare).search(text.low, behind, end)
        found.append(trim(text, at, stop.start() if stop else end))
        at = stop.end() if stop else end
    return [place for place in found if place[1] > place[0]]


_COMMA = re.compile(r",(?= )")


def _split_commas(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at commas, but not inside "các ban, ngành, đoàn thể" or a person's positions."""
    begin, inside = start, _body_end(text, start, end)
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
        inside = _body_end(text, begin, end)
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
    if compile_pattern(_VOTERS, bare=text.bare).match(text.low, begin, comma):
        return bool(compile_pattern(_OUTER_PLACE, bare=text.bare).match(text.low, following))
    several = compile_pattern(_OF_SEVERAL, bare=text.bare).search(text.low, begin, comma)
    names = several and not text.bare and text.clean[several.start("name")].isupper()
    return bool(names) and text.clean[following : following + 2].lstrip()[:1].isupper()


def _is_bracketed(text: Text, begin: int, at: int) -> bool:
    return text.clean.count("(", begin, at) > text.clean.count(")", begin, at)


def _body_end(text: Text, start: int, end: int) -> int:
    """Find where the body ends that an entry begins with: "Sở Văn hóa, Thể thao và Du lịch" is one."""
    start, _ = trim(text, start, end)
    opened = compile_pattern(_LEAD + r"(?: (?:đại_diện|lãnh_đạo|trưởng|các)_ )*", bare=text.bare)
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


def _split_and(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at "và" before a new group; one head for several bodies stays one entry."""
    first, _ = trim(text, start, end)
    headed = compile_pattern(_HEADED, bare=text.bare).match(text.low, first, end)
    begin, body = start, _body_end(text, start, end)
    for joint in compile_pattern(_NEW_GROUP, bare=text.bare).finditer(text.low, start, end):
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


def _opens_a_group(text: Text, start: int) -> bool:
    """Tell "và Công đoàn Công ty" from "và công đoàn": only a name in capitals opens an entry of its own."""
    if not compile_pattern(r"{bodies}\b", bare=text.bare).match(text.low, start):
        return True
    return text.bare or text.clean[start].isupper() or bool(_PLURAL_HEAD.match(text.low, start))


_PLURAL_HEAD = re.compile(r"(?:các|những|lãnh đạo) ")
_OWN_HEAD = r"""
    (?:(?:hơn|trên|gần|khoảng)_)? \d [\d./]* _ (?: (?={attendees}\b) | (?!{twins}\b) )
      | {positions}_\d
      | (?: đại_diện | lãnh_đạo | toàn_thể | đông_đảo | trưởng_các | các_đồng_chí )\b
      | (?:các|những)_(?: tập_thể | cá_nhân | cán_bộ | đại_biểu | hội_viên | đoàn_viên | đảng_viên | hộ
        | gia_đình
        | chuyên_gia | nhà_khoa_học | chức_sắc | cử_tri | điển_hình )\b
"""


def _has_its_own_head(text: Text, start: int) -> bool:
    return bool(compile_pattern(_OWN_HEAD, bare=text.bare).match(text.low, start))


# When it is ("các hội năm 2026", "thương vụ tháng 8/2022") and who was absent belongs to no name.
_BEHIND_A_NAME = r"""
    (?: _(?:trong_)?(?: năm | tháng | quý )_ (?: \d[\d/]* | [iv]{1,3} ) (?:_năm_\d{4})?
      | _?\( [^()]{0,90} (?: vắng | có_mặt | phép | danh_sách | kèm ) [^()]{0,90} \) )* \Z
"""


def _cleaned(text: Text, start: int, end: int, *, whole: bool = False) -> tuple[int, int] | None:
    start, end = trim(text, start, end)
    lead = compile_pattern(_LEAD, bare=text.bare).match(text.low, start, end)
    start, end = trim(text, lead.end() if lead else start, end)
    begin = max(start, end - LONGEST_TAIL)
    behind = compile_pattern(_BEHIND_A_NAME, bare=text.bare).search(text.low, begin, end)
    start, end = trim(text, start, behind.start() if behind and behind.start() > start else end)
    if end - start < SHORTEST:
        return None
    group = compile_pattern(_GROUP, bare=text.bare).match(text.low, start, end)
    return (start, end) if group or (whole and _is_named(text, start, end)) else None


def _is_named(text: Text, start: int, end: int) -> bool:
    """Tell an item of a list that no vocabulary knows, but that is written like a name."""
    short = text.clean.count(" ", start, end) < LONGEST_UNKNOWN
    return not text.bare and short and text.clean[start].isupper() and ":" not in text.clean[start:end]


def _names_somebody(text: Text, start: int, end: int, named: list[Place]) -> bool:
    """Tell an entry that is a named person, or that person's position."""
    index = bisect_right(named, (end,))
    if index and named[index - 1][1] > start:
        return True
    if _is_person(text, start, end) or (index and _goes_with(text, named[index - 1][1], start, end)):
        return True
    if index >= len(named):
        return False
    position = compile_pattern(_ONLY_A_POSITION, bare=text.bare).match(text.low, start, end)
    return bool(position) and text.low[end : named[index][0]].strip(" ,-") == ""


_ALONE = r"(?! [^,;]* \b(?: các | \d ) ) {positions} [^,;]*"


def _goes_with(text: Text, person: int, start: int, end: int) -> bool:
    """Tell the second position of who is named right before: "Phó Thủ tướng Lê Tám, Phó Trưởng Ban"."""
    near = text.low[person:start].strip() == ","
    return near and bool(compile_pattern(_ALONE, bare=text.bare).fullmatch(text.low, start, end))


_PERSON = r"\s* (?: (?:các_)?{titles}_ | {ranks}\.?_ | nguyên_ )* (?: {positions} )?"


def _is_person(text: Text, start: int, end: int) -> bool:
    """Tell "Chủ tịch UBND tỉnh Lê Văn Tám", named a second time."""
    opened = compile_pattern(_PERSON, bare=text.bare).match(text.low, start, end)
    if not opened or opened.end() == start:
        return False
    return any(True for _ in find_names(text, start, end))
