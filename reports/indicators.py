"""Names of indicators: the noun phrase or the action that a figure measures, before it or behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from .bodies import body_at
from .figures import Found
from .layout import trim
from .lexicon import UPPER
from .lists import Place
from .nameparts import (
    ACTOR,
    AIMED,
    BEHIND_END,
    BORDER,
    EMPTY,
    ENDS_AIMED,
    ENDS_LIGHT,
    ENDS_VERBAL,
    FINITE,
    FINITE_BUT_DONE,
    HEAD,
    INNER,
    JOINT,
    LEAD_IN,
    LEAD_OUT,
    LONGEST_GIVEN,
    LONGEST_TAIL,
    MEASURE,
    MOOD,
    NAMED_PLACE,
    NEW_CLAUSE,
    NO_MEASURE_OF,
    NO_NAME,
    NO_SHARE_OF,
    ONLY_A_PLACE,
    ONLY_A_TIME,
    OPENS_A_LIST,
    REASON,
    SCALE,
    SHARE,
    SURE_HEAD,
    TOGETHER,
    TOLD_OF_A_BODY,
)
from .rules import compile_pattern
from .text import Text

# People and bodies that are listed together before what is said of them all.
_FELLOWS = r"""
    \b(?: cán_bộ | công_chức | viên_chức | đảng_viên | đoàn_viên | hội_viên | giáo_viên | nhân_viên | học_sinh
      | sinh_viên | người_lao_động | lao_động | công_nhân | chiến_sĩ | nông_dân | phụ_nữ | thanh_niên
      | cơ_quan | đơn_vị | doanh_nghiệp | xã | phường | thị_trấn | thôn | xóm | ấp | tổ_dân_phố | khu_phố | sở
      | ban | ngành | trường | chi_bộ | chi_hội | chi_đoàn | cán_bộ_quản_lý )\b (?= [^\w]* \Z | _ | , )
"""
_ALL_OF = ("toàn ", "cả ", "toan ", "ca ")
LONGEST_FELLOW = 14
SHORTEST_NAME, LONGEST_NAME = 2, 150
LONGEST_AIM = 40
SHORTEST_UNIT = 2  # a unit of so many words names what it counts
LONGEST_LEAD, LONGEST_BEHIND = 320, 280
MOST_WORDS = 25
FEW_WORDS = 3
MOST_PROPER = 5
_WHOLE_HEAD = HEAD + r"\b"


def strip_name(text: Text, start: int, end: int) -> Place | None:
    """Trim a name: no time, no "ước đạt", no actor before "đã"."""
    low, bare = text.low, text.bare
    start, end = trim(text, max(start, end - LONGEST_LEAD), end)
    start = _behind_teller(text, start, end)
    start = _behind(AIMED, text, start, end)
    start = _behind(LEAD_IN, text, start, end)
    if not compile_pattern(SURE_HEAD, bare=bare).match(low, start, end):
        if low.find("khi ", start, end) > start:
            start = _behind(MOOD, text, start, end)
        start = _behind(LEAD_IN, text, _behind(ACTOR, text, start, end), end)
        start = _behind(TOGETHER, text, start, end)
    if start < end and text.clean[start].isupper() and not is_indicator(text, start, end):
        begins_verbal = compile_pattern(OPENS_A_LIST, bare=bare).match(low, start, end)
        body = None if begins_verbal else body_at(text, start, end)
        told = body and _skip(text, body[1], end)
        if told and compile_pattern(TOLD_OF_A_BODY, bare=bare).match(low, told, end):
            start = _behind(LEAD_IN, text, told, end)
    if not is_indicator(text, start, end):
        start = _behind(INNER, text, start, end)
    start = _behind(REASON, text, start, end)
    out = compile_pattern(LEAD_OUT, bare=bare).search(low[start:end])
    if out and (taking := _only_taking(text, start, start + out.start(), start + out.end())):
        return taking
    start, end = trim(text, start, start + out.start() if out else end)
    while start < end and text.clean[start] in "“\"”'":
        start += 1
    if compile_pattern(NO_NAME, bare=bare).match(low, start, end):
        return None
    if not SHORTEST_NAME <= end - start <= LONGEST_NAME:
        return None
    return (start, end) if any(c.isalpha() for c in text.clean[start:end]) else None


# Who tells it stands before what is told: "Ông Lê Văn Tám thông báo thôn được …".
_TELLER = re.compile(
    rf"(?:(?:[ÔôĐđ](?:ng|/c)|[Đđ]ồng chí|[BbCcTtAa](?:à|ô|ác|hị|hầy|nh|hú))(?: [{UPPER}]['\w]*){{1,5}}(?= ))"
)
_TELLS = r"""
    _ (?: (?: cũng | đã | nói_thêm | bổ_sung )_ )?
    (?: thông_báo | thông_tin | nêu | phản_ánh | trả_lời | nói | báo | nhắc | công_khai | kể | hỏi | bảo
      | trình_bày | đề_xuất | xin | cho_rằng | cho_biết | báo_cáo )
    (?: _(?: rằng | là | thêm | rõ ) )?
    (?: _(?: người_dân | bà_con | cử_tri | nhân_dân )_(?: phản_ánh | nói | kêu ) )? [:,]? _
    | _(?= {actionverbs} | {countverbs} | {taskverbs} )
"""


def _behind_teller(text: Text, start: int, end: int) -> int:
    """Go on behind who tells something, or does it."""
    teller = _TELLER.match(text.clean, start, end)
    return _behind(_TELLS, text, teller.end(), end) if teller else start


_TAKES = r"\b(?: giải_ngân | thu )\b"


def _only_taking(text: Text, start: int, out: int, end: int) -> Place | None:
    """Name "Đến nay Công ty mới giải ngân 40 tỷ đồng" by what was done, where only a body stands before."""
    takes = compile_pattern(_TAKES, bare=text.bare).search(text.low, out, end)
    return takes.span() if takes and is_place(text, trim(text, start, out)) else None


def _skip(text: Text, start: int, end: int) -> int:
    while start < end and text.clean[start] in " ,:":
        start += 1
    return start


def _behind(pattern: str, text: Text, start: int, end: int) -> int:
    found = compile_pattern(pattern, bare=text.bare).match(text.low, start, end)
    return found.end() if found else start


def is_indicator(text: Text, start: int, end: int) -> bool:
    """Tell a phrase that begins like the name of an indicator ("tỷ lệ …", "số …")."""
    return bool(compile_pattern(_WHOLE_HEAD, bare=text.bare).match(text.low, start, end))


def ends_light(text: Text, place: Place) -> bool:
    """Tell an action that is not complete without what it counts ("đã tổ chức", "ký ban hành")."""
    return bool(compile_pattern(ENDS_LIGHT, bare=text.bare).match(text.low, *place))


def name_before(
    text: Text, since: int, stop: int, *, opened: bool, told: bool = True
) -> tuple[Place | None, int]:
    """Walk left from a figure to the border of the phrase that names it, and tell where that phrase begins.

    `opened` says that no figure came before in the sentence, `told` that a verb stands before the figure.
    """
    begins = [border.end() for border in BORDER.finditer(text.low, since, stop) if not border["aside"]]
    if opened:
        begins.insert(0, since)
    elif not begins:
        joint = compile_pattern(JOINT, bare=text.bare).search(text.low, since, stop)
        begins = [joint.end()] if joint else []
    if not begins:
        return None, stop
    begin, border = begins[-1], stop
    while text.low[begin - 1] == "(" and len(begins) > 1 and _is_void(text, begin, border):
        border = begins.pop() - 1  # "may mặc (tăng 11,5%)"
        begin = begins[-1]
    if not text.low[begin:border].strip() and text.low[begin - 1] == ")":
        opening = text.low.rfind("(", since, begin)  # "Phường Rạch Mơ (Ba Động) 38 người"
        if opening > since:
            begins = [b for b in begins if b <= opening] or [since]
            begin, border = begins[-1], opening
    name = strip_name(text, begin, border)
    given = text.low.startswith("cho ", border) or text.low[begin:border].endswith("đối ")
    if len(begins) < 2 or text.low[begin - 1] != ",":
        return name, begin
    if name:
        return _over_commas(text, begins, name, given=given), begin
    return (
        _strip_clause(text, begins[-2], begin - 1) if told else None
    ), begin  # "giải ngân vốn chậm, đến 30/9 mới đạt"


def _is_void(text: Text, begin: int, end: int) -> bool:
    """Tell that nothing that names stands in a place, only the time at most."""
    words = text.low[begin:end].strip(" ,")
    if words and text.low.startswith(("có ", "co "), end):
        return False  # "(năm 2016 có 9 đảng viên bị kỷ luật)": what is counted names it
    return not words or bool(compile_pattern(ONLY_A_TIME, bare=text.bare).match(words))


def _strip_clause(text: Text, start: int, end: int) -> Place | None:
    """Name what a clause before is about: "giải ngân vốn ODA tiếp tục đạt khá, ước đạt"."""
    name = strip_name(text, start, end)
    verb = name and compile_pattern(FINITE, bare=text.bare).search(text.low, *name)
    return strip_name(text, name[0], verb.start()) if name and verb else name


def _over_commas(text: Text, begins: list[int], name: Place, *, given: bool) -> Place:
    """Go on over the comma of "Tổng đàn trâu, bò", not of "an ninh ổn định, tai nạn giao thông".

    `given` says that the name is what is given to those counted ("hỗ trợ học phí, tiền ăn cho 70 em").
    """
    if text.low.startswith(_ALL_OF, name[0]) and is_place(text, name):
        return name  # "phong trào thực hiện hiệu quả, toàn xã có 95 hộ …"
    if not given and (sectors := _of_sectors(text, begins, name)):
        return sectors
    longest = LONGEST_GIVEN if given else LONGEST_TAIL
    if (is_indicator(text, *name) and not given) or text.low[begins[-1] : name[0]].strip():
        return name  # an actor stands between
    widest, words = name, len(text.low[slice(*name)].split())
    for before, begin in zip(begins[-2:-6:-1], begins[:0:-1], strict=False):
        if text.low[begin - 1] != "," or words > longest or not _may_belong(text, before, begin - 1):
            break
        first = strip_name(text, before, begin - 1)
        if first and _opens_a_list(text, first):
            widest = first[0], name[1]
            if text.low[before : first[0]].strip(" ,"):
                break  # an actor stands before it: "…, các hội đã vận động hội viên, nông dân hiến"
        elif not given:
            break
    return widest


_SECTORS = r"{indicators} \b [^,;:.()\d]{0,60}? _(?:ngành|lĩnh_vực|khu_vực)_ [^,;:.()\d]{2,40} \Z"
_SECTOR = r"(?: {themes} | (?! {indicators}\b ) [^,;:.()\d]{2,40} ) \s* \Z"


def _of_sectors(text: Text, begins: list[int], name: Place) -> Place | None:
    """Read "giá trị sản xuất ngành công nghiệp, dịch vụ, xây dựng", whose last sector is a theme as well."""
    if not compile_pattern(_SECTOR, bare=text.bare).match(text.low[slice(*name)]):
        return None
    for before, begin in zip(begins[-2:-6:-1], begins[:0:-1], strict=False):
        clause = text.low[before : begin - 1].strip()
        if text.low[begin - 1] != "," or compile_pattern(FINITE, bare=text.bare).search(clause):
            return None
        if compile_pattern(_SECTORS, bare=text.bare).match(clause):
            first = strip_name(text, before, begin - 1)
            return (first[0], name[1]) if first else None
    return None


def _may_belong(text: Text, start: int, comma: int) -> bool:
    """Tell that nothing is told before a comma, so that the words behind it may go on."""
    if any(c.isdigit() for c in text.low[start:comma]):
        return False
    return not compile_pattern(FINITE_BUT_DONE, bare=text.bare).search(text.low, start, comma)


def _opens_a_list(text: Text, first: Place) -> bool:
    """Tell words that can begin a name with commas: "tổng đàn trâu", "hỗ trợ học phí", "các điểm đen"."""
    if compile_pattern(FINITE, bare=text.bare).search(text.low, *first):
        return False
    opens = compile_pattern(OPENS_A_LIST, bare=text.bare).match(text.low, *first)
    return is_indicator(text, *first) or bool(opens)


def is_place(text: Text, place: Place) -> bool:
    """Tell words that only say where or by whom ("toàn tỉnh", "Tổng công ty")."""
    return bool(compile_pattern(ONLY_A_PLACE, bare=text.bare).fullmatch(text.low, *place))


def is_proper(text: Text, place: Place) -> bool:
    """Tell a proper name ("Việt Nam", "Hà Nội")."""
    words = text.clean[slice(*place)].split()
    return 1 < len(words) <= MOST_PROPER and all(word[:1].isupper() for word in words)


def is_action(text: Text, place: Place) -> bool:
    """Tell a verb that names what is measured by itself ("trồng", "thẩm định")."""
    return bool(
        compile_pattern(r"(?: .*\b )? {actionverbs} \Z", bare=text.bare).match(text.low[slice(*place)])
    )


def is_doing(text: Text, place: Place) -> bool:
    """Tell a phrase that ends with what somebody does ("đã sắp xếp")."""
    pattern = r"(?: .*\b )? (?: {actionverbs} | {taskverbs} | {countverbs} ) \Z"
    return bool(compile_pattern(pattern, bare=text.bare).match(text.low[slice(*place)]))


def is_empty(text: Text, start: int, end: int) -> bool:
    """Tell that no words of meaning stand in a place, but who did it and when."""
    if compile_pattern(ENDS_AIMED, bare=text.bare).search(text.low, max(start, end - LONGEST_AIM), end):
        return True  # "Hội phấn đấu 100% chi hội …"
    start = _skip(text, start, end)
    start = min(end, _behind(LEAD_IN, text, _behind(ACTOR, text, start, end), end))
    return bool(compile_pattern(EMPTY, bare=text.bare).match(text.low[start:end].strip()))


# "3 xã chưa hết dịch là Bản Vài, Suối Cát": who they are is not what is counted.
_ARE_NAMED = re.compile(rf" là (?=[{UPPER}]|(?:hộ |nhà |gia đình )?(?:ông|bà|anh|chị|em|cô|thầy) [{UPPER}])")


def name_behind(text: Text, found: Found, end: int) -> Place | None:
    """Read "61 đơn vị cấp huyện đạt chuẩn …" or "50% số xã …": what is counted names the target."""
    if found.unit is None:
        return None
    start = found.end if found.unit == "%" else text.low.find(found.unit.lower(), found.number, found.end)
    end = min(end, found.end + LONGEST_BEHIND)
    share = SHARE.match(text.low, found.end, end)
    after = share.end() if share else found.end
    stop = _behind_stop(text, after, end)
    if names := _ARE_NAMED.search(text.clean, after, stop):
        stop = names.start()
    if found.unit == "%" and after < end and text.low[after] in ",;.:)":
        return None
    if is_measure(found.unit) or text.low.find("/", start, found.end) >= 0:
        start = after  # "12 ha đất": the land is what is measured
    if share:  # "26 ấp (61,9%) có nhà văn hóa"
        name = trim(text, after, stop)
        return name if name[1] - name[0] > SHORTEST_NAME else None
    name = trim(text, start, stop)
    words = len(text.clean[slice(*name)].split())
    scale = compile_pattern(SCALE, bare=text.bare).match(text.low, *name)
    name = (scale.end(), name[1]) if scale else name
    bare_number = found.unit == "%" or start == after
    least = 0 if bare_number else len(found.unit.split()) - bool(scale)
    begins = NO_SHARE_OF if found.unit == "%" else NO_MEASURE_OF
    if bare_number and compile_pattern(begins, bare=text.bare).match(text.low, *name):
        return None
    whole = words == least >= SHORTEST_UNIT  # "vụ tai nạn giao thông", "hộ nghèo"
    return name if whole or least < words <= MOST_WORDS else None


@lru_cache(maxsize=512)
def is_measure(unit: str) -> bool:
    """Tell a measure ("ha", "tỷ đồng") from a noun that is counted."""
    return bool(MEASURE.fullmatch(unit.lower()))


def _behind_stop(text: Text, start: int, end: int) -> int:
    """Find the border behind a counted noun; a list that goes on stays together."""
    pattern = compile_pattern(BEHIND_END, bare=text.bare)
    at = start
    while border := pattern.search(text.low, at, end):
        if border.lastgroup == "aside" or _is_whole_name(text, start, border):
            at = border.end()  # "bảo hiểm thất nghiệp (BHTN)"
            continue
        following = pattern.search(text.low, border.end(), end)
        if border[0] != "," or not _list_goes_on(
            text, start, border.start(), following.start() if following else end
        ):
            return border.start()
        at = border.end()
    return end


def _is_whole_name(text: Text, start: int, border: re.Match[str]) -> bool:
    """Tell "5 mô hình giúp hộ nghèo", where too little is named before, from "16 tin giá trị giúp …"."""
    helps = border[0].startswith(("giúp", "giup"))
    return helps and len(text.low[start : border.start()].split()) < SHORTEST_UNIT


def _list_goes_on(text: Text, start: int, comma: int, stop: int) -> bool:
    """Tell "hộ nghèo, cận nghèo" and "phiên, sàn giao dịch" from the comma before a new clause."""
    low, bare = text.low, text.bare
    words = low[comma + 1 : stop].split()
    if not words or any(c.isdigit() for c in low[comma + 1 : stop]):
        return False
    if NAMED_PLACE.match(text.clean, comma + 1, stop):
        return False  # "79 người, thị trấn Phú Sơn (khu Đông) 55 người"
    people = compile_pattern(_FELLOWS, bare=bare)
    if people.search(low, max(start, comma - LONGEST_FELLOW), comma) and people.match(low, comma + 2, stop):
        return True  # "cán bộ, đảng viên được học tập"
    before = low[start:comma].split()
    if before and words[0] == before[0] in ("số", "so"):
        return True  # "5% số vụ, số người chết"
    if compile_pattern(NEW_CLAUSE, bare=bare).match(low, comma + 1, stop):
        verbal = compile_pattern(ENDS_VERBAL, bare=bare).match(low, start, comma)
        return bool(verbal) and len(words) <= FEW_WORDS + 1
    return len(before) <= 1 or len(words) <= FEW_WORDS or bool(set(words[:2]) & set(before))
