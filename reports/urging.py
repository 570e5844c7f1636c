"""How what has to be done is worded: where a task may begin, who acts in it, what binds without a request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .addressees import Addressee, is_bound, is_person, read_actor, read_addressee
from .rules import compile_pattern
from .text import Text

_ORDINAL = r"(?: thứ_(?:nhất|hai|ba|tư|năm|sáu|bảy) | (?:một|hai|ba|bốn|năm|sáu|bảy)_là )"

# What may stand before a task without being part of it.
_CONNECTOR = rf"""
    "? \s*
    (?:
        (?: đó_là | đồng_thời | bên_cạnh_đó | ngoài_ra | cùng_với_đó | song_song_(?:với_)?đó | mặt_khác
          | (?:do|qua|từ|trong|theo|cùng)_đó | (?:chính_)?(?:vì|do|bởi)_(?:vậy|thế) | như_vậy | tiếp_đó
          | ngược_lại | cụ_thể | trước_mắt | (?:đặc_biệt|trước_hết|trước_tiên)(?:_là)? | nhất_là
          | riêng | theo_thông_báo | cuối_cùng
          | (?:trong_)?thời_gian_tới (?:_\([^()]{{1,30}}\))? (?=\s?,)
          | {_ORDINAL} | \((?:\d{{1,2}}|[a-zđ])\)
        ) [,:;]? \s*
      | (?: yêu_cầu | đề_nghị | về_phía )_
      | (?: về | lĩnh_vực | công_tác )_[^.:;]{{2,60}} : \s+     # "Về kinh tế: …"
    )*
"""
_IMPERATIVE = r"(?:{taskverbs})\b"
_TIME_AHEAD = r"""
    (?: (?: thời_gian | giai_đoạn | nhiệm_kỳ | tuần | tháng | quý | năm )_tới | tới_đây
      | (?: những | \d{1,2} | hai | ba | bốn | năm | sáu )_tháng_(?:cuối|còn_lại)
    )\b
"""
_THEME = rf"""
    (?: (?: đối_với | ngoài(?!_ra) | về | việc_(?!này) | trong | để | nhằm | riêng | theo | trên_cơ_sở | khi
          | muốn | từ | (?:ngay_)?sau(?!_đây|_này) | ngay_từ | ở | tại | căn_cứ | cùng_với
          | (?:thông_)?qua
          | bên_cạnh | trước_(?:những|các|tình_hình|yêu_cầu|thực_trạng|bối_cảnh) )_?
        (?: [^.;:]{{3,160}}? , | (?<=đối_với_) [^.;:,]{{3,120}} : ) \s* (?:(?:yêu_cầu|đề_nghị)_)?
      | (?: để | nhằm | muốn )_ [^.;:,]{{3,110}}? _ (?= (?:phải|cần)_ )
      | (?:trong_)? (?: hiện_nay | sắp_tới | {_TIME_AHEAD} (?:_năm | _của_năm)? (?:_\d{{4}})? ) ,? \s*
    )
"""
_PAST = r"""
    \b(?: đã | được(?!_(?:yêu_cầu|giao)) | vừa | luôn | đang | ước_đạt | ghi_nhận | cho_biết | cho_rằng
      | khẳng_định | nói | nghe_báo_cáo | tặng | trao_tặng | diễn_ra | hiện_(?=được_giao) )\b
"""
PAST_WINDOW = 90


def skip_connectors(text: Text, start: int, end: int) -> int:
    """Find where a task begins behind "Đồng thời, …", "Về kinh tế: …"."""
    match = compile_pattern(_CONNECTOR, bare=text.bare).match(text.low, start, end)
    return match.end() if match else start


def is_numbered(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence opens with its number ("Thứ nhất, …"): it is a task as a whole."""
    return bool(compile_pattern(_ORDINAL, bare=text.bare).match(text.low, start, end))


def openings(text: Text, start: int, end: int, *, wide: bool = False) -> Iterator[int]:
    """Give the places where a task may begin: behind connectors, then behind each theme ("Về …, ").

    `wide` also tries behind each further comma: a theme may hold some ("Về kinh tế số, xã hội số, …").
    """
    at = skip_connectors(text, start, end)
    yield at
    for _ in range(2):
        theme = compile_pattern(_THEME, bare=text.bare).match(text.low, at, end)
        if not theme:
            break
        at = theme.end()
        yield at
    if wide:
        yield from _behind_commas(text, at, end)


WIDE_WINDOW = 160
_BORDER = r",_ | _(?:nên|thì)_"


def _behind_commas(text: Text, at: int, end: int) -> Iterator[int]:
    window = min(end, at + WIDE_WINDOW)
    for border in compile_pattern(_BORDER, bare=text.bare).finditer(text.low, at, window):
        yield border.end()


def sounds_like_a_task(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence reads like a task: a verb in the imperative, or a unit and a verb."""
    for at in openings(text, start, end):
        if is_imperative(text, at, end):
            past = _tells_the_past(text, at, min(end, at + IMPERATIVE_WINDOW))
            return not (past or _counts_or_tells(text, at, end) or _has_done_it(text, at, end))
        if _is_asked(text, at, end):
            return not _tells_the_past(text, at, end)
    return False


# "Tổ chức 03 đợt ra quân" is a result; "Trao đổi với báo, ông … cho rằng" is a story.
_COUNTED = r"""
    [^,;:]{0,30}? (?<![/.-]) \b(?: \d{2,}(?:[.,]\d+)* | hàng_(?:chục|trăm|nghìn|ngàn|vạn|triệu) )
    _(?!tháng|năm|ngày|quý|-|giờ|%) [^\W\d]
"""
_TOLD = r"""
    (?: trao_đổi | chia_sẻ | phát_biểu | đánh_giá | trả_lời | giải_trình | thông_tin | báo_cáo | làm_rõ
      | kết_luận | thảo_luận | góp_ý | nói | kiến_nghị ) \b .{0,160}?
    \b(?: cho_rằng | cho_biết | cho_hay | nói | nhấn_mạnh | khẳng_định | cho_thấy | đề_nghị )\b
    | báo_cáo_(?: tập_trung | cũng | nêu | gồm | đánh_giá | phân_tích | khẳng_định | chỉ_ra )\b
    | báo_cáo\b [^.;:]{0,160}? ,?_(?:đã_)? (?: nêu_rõ | cho_thấy | khẳng_định | chỉ_rõ )\b
"""


# "Thu ngân sách đạt 4,2 tỷ đồng, bằng 78% kế hoạch năm" is what came in, not what is to be collected.
_CAME_TO = r"""
    [^.;:]{0,90}? \b(?<!phấn_đấu_) đạt_ \d [\d.,]* [^.;:,]{0,25}? ,_
    (?: bằng_ \d | (?:tăng|giảm)_ \d [^.;:]{0,30}? so_với\b | (?:vượt|chưa_đạt|không_đạt)\b )
"""


def _counts_or_tells(text: Text, at: int, end: int) -> bool:
    patterns = (compile_pattern(source, bare=text.bare) for source in (_COUNTED, _TOLD, _CAME_TO))
    return any(pattern.match(text.low, at, end) for pattern in patterns)


DONE = (" đã ", " da ")


def _has_done_it(text: Text, at: int, end: int) -> bool:
    """Tell "Thực hiện mục tiêu năm 2013, các bộ, ngành đã triển khai …", which only begins like a task."""
    window = min(end, at + 2 * WIDE_WINDOW)
    if not any(word in text.low[at:window] for word in DONE):
        return False
    named = (read_addressee(text, place, end) for place in _behind_commas(text, at, end))
    return any(actor and text.low.startswith(DONE, actor.end) for actor in named)


def find_actor(text: Text, start: int, end: int) -> Addressee | None:
    """Find the unit that is to act, at the start of a task or behind its theme."""
    named = next(filter(None, (read_actor(text, at, end) for at in openings(text, start, end))), None)
    return named or _bound_farther_on(text, start, end)


def _bound_farther_on(text: Text, start: int, end: int) -> Addressee | None:
    """Find a unit behind a theme with commas of its own ("Đối với hộ nghèo, cận nghèo, UBND xã sẽ …")."""
    themed = compile_pattern(_THEME, bare=text.bare).match(text.low, start, end)
    for at in _behind_commas(text, start, end):
        if not themed and text.clean[at - 2] == ",":
            continue
        named = read_addressee(text, at, end)
        if named and is_bound(text, named.verb):
            return named
    return None


_BINDING = r"""
    (?: cần | phải | sẽ | có_trách_nhiệm | chịu_trách_nhiệm | khẩn_trương | tiếp_tục | tập_trung | chủ_động
      | được_giao | trực_tiếp | chủ_trì )\b
"""


def _is_asked(text: Text, start: int, end: int) -> bool:
    """Tell whether a unit and its verb open a place; a person must be bound ("phải …"), or it is a story."""
    named = read_addressee(text, start, end)
    if not named:
        return False
    return not tells_itself(text, named)


def tells_itself(text: Text, named: Addressee) -> bool:
    """Tell a person who asks from one who is asked: nothing binds the first ("Bà Hiệu trưởng xác định …")."""
    if not is_person(text, named.start) or " các " in text.low[named.start : named.end]:
        return False
    return not compile_pattern(_BINDING, bare=text.bare).match(text.low, named.verb)


_SEVERAL = r"(?: các | từng | mỗi | toàn_thể | tất_cả )_"


def asks_several(text: Text, start: int, end: int) -> bool:
    """Tell whether several units are called upon at `start` ("các cơ quan, đơn vị tuyên truyền …")."""
    if not compile_pattern(_SEVERAL, bare=text.bare).match(text.low, start, end):
        return False
    return read_addressee(text, start, end) is not None


def is_imperative(text: Text, start: int, end: int) -> bool:
    """Tell whether a verb in the imperative stands at `start`."""
    return bool(compile_pattern(_IMPERATIVE, bare=text.bare).match(text.low, start, end))


def obliges(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence says by itself what must or will be done ("Các xã phải …", "Tới đây, …")."""
    if not compile_pattern(_ANY_BOND, bare=text.bare).search(text.low, start, end):
        return False
    return _obliges(text, start, end) or promise_told(text, start, end) is not None


_WILL = r"""
    (?:(?:tôi|chúng_tôi|chúng_ta)_)? sẽ_(?:tiếp_tục_|sớm_)?
    (?! xem_xét | thảo_luận | nghe | cho_ý_kiến | thông_qua | chất_vấn | bầu )(?:{taskverbs})\b
"""


def will_do(text: Text, start: int, end: int) -> bool:
    """Tell what somebody who answers will do: "Sẽ trình Hội đồng điều chỉnh mức phí"."""
    return bool(compile_pattern(_WILL, bare=text.bare).match(text.low, start, end))


_BY_DAY = r"""
    (?! .{0,300} \b(?: đã | đang | vừa | qua | được_giao | theo_kế_hoạch | lẽ_ra | chậm(?!_nhất) )\b )
    .{0,300}? \b(?: trước | xong | chậm_nhất(?:_là|_vào)? )_(?:trước_)?ngày_\d
"""


def is_due(text: Text, start: int, end: int) -> bool:
    """Tell a unit's work with its last day: "Phòng Kỹ thuật lập phương án, trình Sở trước ngày 25/6/2026"."""
    if text.low.find("ngay" if text.bare else "ngày", start, end) < 0:
        return False
    if not compile_pattern(_BY_DAY, bare=text.bare).match(text.low, start, end):
        return False
    named = read_addressee(text, start, end)
    return named is not None and not is_person(text, named.start) and is_imperative(text, named.verb, end)


def looks_ahead(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence begins with a time to come ("Trong 3 tháng cuối năm, …")."""
    pattern = compile_pattern(_AHEAD, bare=text.bare)
    return any(pattern.match(text.low, at, end) for at in (start, skip_connectors(text, start, end)))


_FORECAST = r"\b(?: (?:sẽ|dự_kiến|ước)_(?:có|đạt|thu_hút|tạo) | dự_kiến | có_(?:khoảng|trên|gần) )\b"


def goes_on_planning(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence behind one that looks ahead says what is to be done, and not what will be."""
    if not sounds_like_a_task(text, start, end):
        return False
    return not compile_pattern(_FORECAST, bare=text.bare).search(
        text.low, start, min(end, start + WIDE_WINDOW)
    )


def _obliges(text: Text, start: int, end: int) -> bool:
    ahead = looks_ahead(text, start, end)
    petition = compile_pattern(_PETITION, bare=text.bare).search(
        text.low, start, min(end, start + WIDE_WINDOW)
    )
    if petition:
        end = petition.start()
    return any(
        _binds(text, at, end, ahead=ahead and number < NARROW)
        for number, at in enumerate(openings(text, start, end, wide=True))
    )


NARROW = 3
_PETITION = (
    r"\b(?: (?:nhiều|một_số)_(?:đại_biểu|ý_kiến) | kiến_nghị | đề_xuất | mong | cử_tri | nguyện_vọng )\b"
)


def _binds(text: Text, at: int, end: int, *, ahead: bool) -> bool:
    if compile_pattern(_MUST, bare=text.bare).match(text.low, at, end):
        return not _tells_the_past(text, at, min(end, at + IMPERATIVE_WINDOW))
    thing = is_thing(text, at, end)
    if thing:
        return not _tells_the_past(text, at, thing.start("must"))
    named = read_addressee(text, at, end)
    if named:
        return _binds_whom(text, named, end, ahead=ahead)
    return ahead and is_imperative(text, at, end) and not _tells_the_past(text, at, end)


def is_thing(text: Text, at: int, end: int) -> re.Match[str] | None:
    """Match a sentence about what has to be done, which says not by whom ("Các dự án phải khởi công …")."""
    return compile_pattern(_THING, bare=text.bare).match(text.low, at, end)


def _binds_whom(text: Text, named: Addressee, end: int, *, ahead: bool) -> bool:
    """Tell whether what stands behind a unit binds it."""
    if text.low.endswith(("không ", "khong "), named.start, named.verb):
        return False
    people = compile_pattern(_PEOPLE, bare=text.bare).match(text.low, named.start, end)
    if people and not compile_pattern(_MUST, bare=text.bare).match(text.low, named.verb, end):
        return False
    if compile_pattern(_OBLIGATION, bare=text.bare).match(text.low, named.verb, end):
        return not _tells_the_past(text, named.start, min(end, named.verb + IMPERATIVE_WINDOW))
    return ahead and not _tells_the_past(text, named.start, end)


IMPERATIVE_WINDOW = 40
_ANY_BOND = r"""
    \b(?: cần(?!_(?:cù|kiệm|mẫn|vụ|thiết)\b) | phải | sẽ | nên | có_trách_nhiệm
      | được_(?:giao|yêu_cầu) | khẩn_trương | cam_kết | hứa | tới
      | cuối_năm | những_tháng | còn_lại | từ_nay )\b
"""
_MUST = r"(?:(?:chúng_ta|chúng_tôi)_)? (?: cần | phải )_(?:{taskverbs})\b"
# "Các cống phải thông trong tháng 6", "Việc đào tạo cần được tập trung": who is to do it stays open.
_THING = r"""
    (?:các_|những_|mọi_|toàn_bộ_|tất_cả_(?:các_)?)?
    (?: dự_án | công_trình | gói_thầu | chương_trình | đề_án | kế_hoạch | hồ_sơ | công_tác | việc(?!_này|_đó)
      | hoạt_động | nguồn_lực | quy_hoạch | tuyến_đường | văn_bản | báo_cáo )\b
    [^.;:?]{0,90}? (?<!còn)(?<!vẫn)(?<!không)(?<!chưa)(?<!đã)(?<!mà)(?<!nên)
    _(?P<must> (?:phải|cần) _(?:sớm_|được_|tiếp_tục_|thực_sự_)* (?:{taskverbs})
      | được_yêu_cầu_(?:{taskverbs}) )\b
"""
_PEOPLE = (
    r"(?:các_|mỗi_|nhiều_)? (?: người_dân | nhân_dân | hộ_dân | bà_con | học_sinh | phụ_huynh | người )\b"
)
_OBLIGATION = r"""
    (?: phải | cần(?!_(?:cù|kiệm|mẫn|thiết)\b) | nên_(?:{taskverbs}) | có_trách_nhiệm
      | được_yêu_cầu | được_giao(?!_\d) | khẩn_trương
      | sẽ_ (?!xem_xét|thảo_luận|nghe|cho_ý_kiến|thông_qua|chất_vấn|bầu) (?:{taskverbs})
      | cam_kết | hứa
    )\b
"""
_AHEAD = rf"""
    (?:về_[^,]{{3,60}},_)? (?:trong_)? (?: {_TIME_AHEAD} | từ_nay_(?:đến|tới)\b ) [^,;:]{{0,30}} ,
"""


def _tells_the_past(text: Text, start: int, end: int) -> bool:
    window = min(end, start + PAST_WINDOW)
    return bool(compile_pattern(_PAST, bare=text.bare).search(text.low, start, window))


_TELLS = r".{0,220}? \b(?: cho_biết | cho_hay | khẳng_định | chia_sẻ | thông_tin )\b ,? (?:_rằng)? [,:]? \s*"


def promise_told(text: Text, start: int, end: int) -> int | None:
    """Find where somebody tells what will be done ("ông Nam cho biết, thời gian tới, đơn vị sẽ …")."""
    told = compile_pattern(_TELLS, bare=text.bare).match(text.low, start, end)
    if not told or not _obliges(text, told.end(), end):
        return None
    actor = find_actor(text, told.end(), end)
    return actor.start if actor else told.end()
