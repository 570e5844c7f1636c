"""Lists of participants: split into groups, one entry each, without the people named among them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from .layout import clauses, trim
from .names import find_names
from .rules import compile_pattern
from .separators import LEAD, body_end, split_and, split_commas
from .text import Text

Place = tuple[int, int]

_GROUP = r"""
    (?: (?:các|những|toàn_thể|đông_đảo|một_số)_ | (?:hai|ba|bốn)_(?={positions}) | đại_diện
      | (?: (?:hơn|trên|gần|khoảng)_ )? \d[\d./]*_ (?:các_)? (?: đại_diện | lãnh_đạo | vị | lượt | người
        | {groups}
        | {attendees} | {twins} | {titles} | điểm_cầu | đầu_cầu
        | {bodies} ) | lãnh_đạo | đồng_chí
      | {bodies} | {groups} | {attendees} | {positions} | {titles} | {ranks} )
"""
_ONLY_A_POSITION = r"(?:{titles}_)?{positions}"
SHORTEST = 2
LONGEST_UNKNOWN = 9  # words
LONGEST_TAIL = 120


# Who was counted or missing is named nowhere: "…; tổng số 52 đại biểu", "…; vắng: thôn Bàu Sen".
_COUNTED = (
    r"\s* (?: tổng_(?:số|cộng) | vắng (?:_mặt)? | (?:có_)?vắng )\b (?:_có)? \s? (?: : | _\d | _các_ | _đại )"
)


def entries(text: Text, start: int, end: int, named: list[Place], *, whole: bool) -> Iterator[Place]:
    """Split at the highest separator used between groups: semicolons, else commas and "và".

    Semicolons that only part named people do not count: "ông A, Bí thư; bà B; các phòng, trưởng thôn".
    """
    pieces = [
        group
        for piece in clauses(text, start, end)
        if not compile_pattern(_COUNTED, bare=text.bare).match(text.low, *piece)
        and (group := _behind_people(text, *piece, named))
    ]
    if whole or len(pieces) > 1:
        heads = {piece[0] for piece in clauses(text, start, end)}
        for piece in pieces:
            if whole or piece[0] in heads:
                yield from _listed(text, *piece) or filter(None, [_cleaned(text, *piece, whole=True)])
            else:  # who else came stands behind people, parted by commas like them
                yield from _split(text, *piece, named)
        return
    for first, last in pieces:
        at = _list_inside(text, first, last)
        yield from _listed(text, first, last) or _split(text, first, at, named)
        yield from _listed(text, at, last) if at < last else []


def _split(text: Text, start: int, end: int, named: list[Place]) -> Iterator[Place]:
    for a, b in split_commas(text, start, end):
        for c, d in split_and(text, a, b):
            entry = _cleaned(text, c, d)
            if entry and not _names_somebody(text, *entry, named):
                yield entry
            elif entry and (sent := _sending(text, *entry, named)):
                yield sent


_SENDER = r"(?: đại_diện_ | lãnh_đạo_ ){0,2} {bodies}\b"


def _sending(text: Text, start: int, end: int, named: list[Place]) -> Place | None:
    """Take the body that somebody stands for who is named in brackets: "Ban Quản lý dự án (ông A, Phó …)"."""
    bracket = text.clean.find(" (", start, end)
    if bracket < 0 or not compile_pattern(_SENDER, bare=text.bare).match(text.low, start, bracket):
        return None
    return None if _names_somebody(text, start, bracket, named) else (start, bracket)


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
    before = text.clean[start:end]
    return "," in before or before.count("(") > before.count(")")


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
    lead = compile_pattern(LEAD, bare=text.bare).match(text.low, start, end)
    at = lead.end() if lead else start
    opened = compile_pattern(_LISTED, bare=text.bare).match(text.low, at, end)
    opened = opened or compile_pattern(_NAMED_ONES, bare=text.bare).match(text.low, at, end)
    if not opened:
        return []
    found: list[Place] = []
    at = opened.end()
    while at < end:
        branch = compile_pattern(_BRANCH, bare=text.bare).match(text.low, at, end)
        behind = branch.end() if branch else body_end(text, at, end)
        stop = compile_pattern(_LISTED_END, bare=text.bare).search(text.low, behind, end)
        found.append(trim(text, at, stop.start() if stop else end))
        at = stop.end() if stop else end
    return [place for place in found if place[1] > place[0]]


# When it is ("các hội năm 2026", "thương vụ tháng 8/2022") and who was absent belongs to no name.
_BEHIND_A_NAME = r"""
    (?: _(?:trong_)?(?: năm | tháng | quý )_ (?: \d[\d/]* | [iv]{1,3} ) (?:_năm_\d{4})?
      | _?\( [^()]{0,90} (?: vắng | có_mặt | phép | danh_sách | kèm ) [^()]{0,90} \) )* \Z
"""


def _cleaned(text: Text, start: int, end: int, *, whole: bool = False) -> tuple[int, int] | None:
    start, end = trim(text, start, end)
    lead = compile_pattern(LEAD, bare=text.bare).match(text.low, start, end)
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


_ALONE = r"(?! đại_biểu_(?:lãnh|đại) | [^,;]* \b(?: các | \d ) ) {positions} [^,;]*"


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
