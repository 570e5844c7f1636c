"""Names of indicators: the noun phrase or the action that a figure measures, before it or behind it."""

from __future__ import annotations

import re

from .bodies import body_at
from .figures import Found
from .layout import trim
from .lists import Place
from .rules import compile_pattern
from .text import Text

SHORTEST_NAME, LONGEST_NAME = 2, 150
SHORTEST_UNIT = 2  # a unit of so many words names what it counts
LONGEST_LEAD, LONGEST_BEHIND = 320, 280
MOST_WORDS = 25
FEW_WORDS = 3
MOST_PROPER = 5

# How the name of an indicator begins; "Tổng công ty" is none.
HEAD = r"""
    (?: (?! tổng_(?:công_ty|cục|giám|thanh|bí|lãnh|kiểm|thống|hội|liên|thư) | điểm_cầu )
        (?: {indicators} | {themes} ) )
"""
_BORDER = re.compile(r",(?= )|;|\(|\)|:(?= )| - (?=(?:tăng|giảm|đạt|bằng|vượt))|\.\.\.|…|\. |\n")
LONGEST_TAIL, LONGEST_GIVEN = 6, 12  # so many words may stand behind the comma of a name
_OPENS_A_LIST = r"(?: {taskverbs} | {actionverbs} | {countverbs} | các_ | những_(?!đồng_chí|người) )"
_JOINT = r"\b(?: và_ | với_(?= số_tiền | kinh_phí | {indicators} ) )"

# What stands before a name without being part of it: when, where, "ước", "trong đó" …
_TIME = r"""
    (?: (?:trong_|trong_cả_|vào_|qua_|của_|cả_)? (?: quý | tháng | năm | tuần | kỳ | giai_đoạn | niên_độ
      | vụ_\w+_năm
        | (?: \d+ | một | hai | ba | bốn | sáu | bảy | tám | chín | mười )_tháng | ngày | nhiệm_kỳ
        | thời_gian(?=_(?:qua|tới|vừa|này|trước|gần)\b) )
      (?: _(?: \d[\d/.-]* | - | i{1,3} | iv | v?i{0,3} | đầu | cuối | năm | qua | vừa | nay | này | đến
        | tháng | và
        | học | lại_đây | trước ) )* )
"""
LEAD_IN = (
    r"""
    (?: (?: chủ_yếu(?:_(?:ở|là|tập_trung|do|trong|thuộc))*
          | đề_ra | đặt_ra | trong_đó | cụ_thể
          | ước(?:_tính)? | riêng | đặc_biệt | nhìn_chung | ngoài_ra | nổi_bật
      | điển_hình | đáng_chú_ý
          | bên_cạnh_đó | đồng_thời | theo_đó | kết_quả | như_vậy | về | đã | có | còn | và | với | cũng
          | được | là
          | phấn_đấu | (?:mặc_)?dù | tuy(?:_nhiên)? | nhờ_(?:đó|vậy) | qua_đó | từ_đó | tính_chung | lũy_kế
          | luỹ_kế | bao_gồm | gồm
          | như | theo_báo_cáo | hằng_năm | hàng_năm | bình_quân_(?=mỗi) | song | nhưng | thì | khi
          | mỗi_năm | do_đó
          | quyết_tâm | nỗ_lực | dự_kiến | sẽ | cần | phải | hướng_tới | đến_nay | nâng | đưa | duy_trì
          | bảo_đảm | đảm_bảo
          | đạt | bằng | chỉ | mục_tiêu (?:_của_[^,;]{2,40}?_là\b)? | chỉ_tiêu | đặt_mục_tiêu
          | \(pl\)- | so | nhất_là | tới | vẫn
          | trong_(?:khi|lúc)(?:_đó)? | kế_hoạch_năm_\d{4}
          | toàn_ngành(?=_đã) | (?:từ_)?(?:nay_)?đến_(?:hết_|cuối_)?năm_\d{4}
          | tính_đến_[^,;]{2,40}? | (?:tính_)?đến_(?:\d|nay|hết|cuối|giữa|thời|ngày|năm|tháng)[^,;]{0,30}?
          | tại_thời_điểm[^,;]{0,30}? | từ_đầu_năm(?:_đến_nay)? | hiện(?:_nay|_có|_tại)?
          | từ_nay_đến[^,;]{0,30}?
          | trên_địa_bàn(?:_\w+){1,2} | kết_quả_tháng_\d+ | trên_địa_bàn(?=_(?:có|đã))
          | (?:toàn|cả)_(?:tỉnh|huyện|xã|thị_xã|thành_phố|phường|ngành|quốc|nước|đảng_bộ|khu|vùng)
            (?=_(?:có|đã|vẫn|hiện|còn))
          | (?:địa_phương|đơn_vị|xã|phường|huyện|tỉnh|thành_phố|công_ty|ngành|nhà_trường|bệnh_viện)
            (?=_(?:có|đã|vẫn|hiện)_)
          | """
    + _TIME
    + r"""
        ) (?=[\s,:]|$) [\s,:]* )+
"""
)
# What stands behind a name without being part of it.
LEAD_OUT = r"""
    (?: _(?: ước | đã | đều | (?<!đình_)(?<!địa_)chỉ | cũng | tiếp_tục | phấn_đấu | dự_kiến | là | còn | có
      | (?<!chuyên_)cần | phải | sẽ | và | cùng | hoặc | mục_tiêu | chỉ_tiêu
      | (?<!thực_)(?<!thể_)(?<!phát_)hiện
      | giảm | (?<!mức_)(?<!độ_)(?<!gia_)tăng | đạt | bằng | được | hoàn_thành | cho | với | xong
      | khoảng | của | bàn_giao | lan_ra | nâng | (?<!trở_)lên | lũy_kế | luỹ_kế | ước_tính | trong_kỳ
      | cũ | đủ | gồm | như | vẫn | đến_nay | hơn | gần | trên | xảy_ra | đề_ra | đặt_ra | đối
      | đạt_kết_quả\b.{0,20} | ở | thì | nay | thêm | tới | (?<!xảy_)(?<!gây_)ra | vào | đến | đã_đạt
      | (?:tăng|giảm|đạt)_(?:lên|cao|mạnh|nhẹ|khá|tốt|thấp|đều) | còn_(?:chậm|thấp) | chậm | thấp
      | đến_ngày_[\d/]+ | năm_nay | so_với.* | theo | cho_(?:hơn|gần|trên) | mà | trong_số
      | (?:trong_)?\d+_tháng(?:_đầu_năm|_cuối_năm)?(?:_\d{4})? | (?:trong_|cả_)?năm_\d{4}
      | (?:sáu|ba|chín)_tháng_đầu_năm | cả_năm(?=_(?:ước|đạt)) ) )+
    \s* $
"""
_SURE_HEAD = r"(?: tỷ_lệ | tỉ_lệ | số | tổng | mức | tốc_độ )\b"  # "tỷ lệ đã giảm nghèo" has no actor
_ACTOR = r"""
    (?: .{0,150} \b(?: cho_biết | cho_thấy | nêu_rõ | khẳng_định | báo_cáo_rằng )\b [:,]? \s* (?=\S) )?
    (?: .{0,110}? \b đã_ )? (?: (?: được | cùng | chủ_động | tích_cực | kịp_thời | tiếp_tục
      | quan_tâm | nỗ_lực
      | tổ_chức_thực_hiện | thực_hiện_tốt | chỉ_đạo | triển_khai_thực_hiện )_ )* (?=\S)
"""
# Whom a goal is set to stands before the word that sets it.
_AIMED = r".{0,200} \b(?: phấn_đấu | quyết_tâm | nỗ_lực )_ (?=\S)"
_INNER = r"""
    .* \b(?: với | thì | nâng | giảm | đưa | để | nhằm | góp_phần | trong_đó | cho_thấy | giữ | đạt | là
      | khiến | làm | có | mức | và | ước | giúp )_ (?={head}\b)
""".replace("{head}", HEAD)
_FINITE = r"\b(?: đã | được | đạt | ổn_định | tăng | giảm | vượt | bằng | còn | tiếp_tục | ước )\b"
_FINITE_BUT_DONE = r"\b(?: được | đạt | ổn_định | tăng | giảm | vượt | bằng | còn | tiếp_tục | ước )\b"
# Words with which no name begins: what a figure does, how it compares, when.
_NO_NAME = r"""
    (?: vượt | tăng (?!_trưởng) | cao_hơn | thấp_hơn | so_với | tương_đương | tương_ứng | chiếm | đều | khi
      | nhiều_lúc | mặc_dù | cùng | tới
      | qua | hết | đến | sau | trước(?!_(?:thời_)?hạn) | bằng | đạt
      | giảm (?!_(?:tỷ|tỉ|nghèo|số|hộ|chi|thủ|phát))
      | kế_hoạch_(?:đề_ra|năm) | mỗi | trung_bình
      | từ | bị(?!_thương)
      | theo | nếu | vì | do | này | đó | họ | nó | chúng | rằng | nhiều_nơi | có_nơi | khoảng
      | trên_địa_bàn | trong
      | một_số | nhiều_(?:địa_phương|đơn_vị|nơi) | con_số | (?:nhiệm_vụ|việc|điều)_này | thông_qua | phù_hợp
      | (?: tỉnh | thành | quận | huyện | phường | xã | bộ | ngành | đơn_vị ) \Z
      | dài | rộng | sâu | nặng | đề | nêu_rõ )\b
"""
_ONLY_A_PLACE = r"""
    (?: (?: tại_ | ở_ | của_ )? (?: trên_địa_bàn | toàn | cả_nước | cả_tỉnh | tỉnh | thành_phố | huyện
      | xã | phường | địa_phương | thị_xã | công_ty
      | tổng_công_ty | tập_đoàn | đơn_vị | nhà_trường | bệnh_viện | ngành | trung_tâm | sở | chi_nhánh
      | các_(?:đơn_vị|địa_phương|xã|phường|huyện|cơ_quan) )
      (?: _(?! (?: {countverbs} | {actionverbs} | {indicators} ) \b) [^\s,;]+ ){0,4} )
"""
_EMPTY = r"""
    (?: có | còn | đã | với | và | được | gồm | bao_gồm | trong_đó | cùng | cho | hơn | khoảng | gần
      | trên | là | như
      | thêm | mới | hiện | vẫn | chỉ | theo_kế_hoạch | tương_ứng | tương_đương | tức | trung_bình
      | phấn_đấu | sẽ
      | ước | cả | trong | toàn | \s )* \Z
"""
_ENDS_LIGHT = r"""(?: \A
  | .*\b ) {countverbs} (?: _(?:mới|được|thêm|thành_công|tổng_số|tổng_cộng|trên|hơn|gần|khoảng) )* \Z"""
# What ends a counted noun with what is said of it; a place inside "trên địa bàn tỉnh được cấp …" does not.
_SAID_LATER = r"(?! [^,;.()\d]{0,60} _(?:được|đã|đều|đạt)_ )"
_BEHIND_END = (
    r"""
    [,.](?!\d) | [;:()] | \n | \b(?: tăng_\S*\d | tăng_(?:thêm_|gần_|khoảng_|trên_)?(?=\d) | giảm_(?=\d)
      | đạt_(?:tỷ_lệ_|trên_|gần_)?(?=\d) | so_với | tương_ứng | trong_đó | nhưng | song
      | (?:trên_địa_bàn | tại | theo)\b"""
    + _SAID_LATER
    + r""" | (?:đối_)?với | bằng | chiếm | gồm | bao_gồm | cho_(?=(?:trên_|hơn_|gần_|khoảng_)?\d)
      | và_(?=(?:[^\W\d]+_){0,4}\d+(?![\d/]))
      | ước | (?:và_)?tương_đương | bảo_đảm | đảm_bảo | góp_phần | nhằm | để | trị_giá | thu_hút_(?=\d)
      | (?:tổng_)?(?:kinh_phí|số_tiền|trị_giá|giá_trị)_(?=(?:là_|trên_|hơn_|gần_|khoảng_)?\d)
      | trong_(?=tháng|năm|quý|kỳ|\d)
      | cùng_kỳ | vào_ngày | từ_ngày )\b
"""
)
# A comma before these words ends the noun; before others a list goes on ("hộ nghèo, cận nghèo").
_NEW_CLAUSE = r"""
    _* (?: {countverbs} | {actionverbs} | {taskverbs} | đã | được | là | gây | khiến | làm | nên | do | vì
      | nhờ | qua_đó | từ_đó | đặc_biệt | nhất_là | chủ_yếu | riêng | trong_đó | cụ_thể | như
      | nhưng | song | mà | vượt | còn
      | tăng | giảm | nâng | cơ_bản | đồng_thời | kể_cả | nay | hiện | so | kịp_thời | từng_bước
      | hầu_hết
      | không | chưa | chất_lượng | tỷ_lệ | số | doanh_thu | sản_lượng | tổng )\b
"""
_ENDS_VERBAL = r".* \b(?: {actionverbs} | {taskverbs} | sửa_chữa )_? \Z"
_SCALE = r"(?: trăm | nghìn | ngàn | vạn | triệu | tỷ | tỉ )_"
_MEASURE = re.compile(
    r"(?:.*\s)?(?:đồng|dong|usd|ha|hecta|tấn|tan|tạ|kg|m|m2|m3|km|kwh|mw|lít|lit|tỷ|tỉ|ty)(?:/.*)?"
)
_NO_SHARE_OF = r"""(?: và | so | kế_hoạch | là | trở_lên | trong | của | mỗi | vốn | theo | từ | thì | mức
  | như | chỉ_tiêu | khi | tổng | dự_toán ) \b"""
_NO_MEASURE_OF = (
    r"(?: từ | của | cho | do | tại | trong | với | theo | và | là | so | trên | vào | để | mỗi )\b"
)
_SHARE = re.compile(r" \(\d[\d.,]*\s?%\)(?= )")


def strip_name(text: Text, start: int, end: int) -> Place | None:
    """Trim a name: no time, no "ước đạt", no actor before "đã"."""
    low, bare = text.low, text.bare
    start, end = trim(text, max(start, end - LONGEST_LEAD), end)
    start = _behind(_AIMED, text, start, end)
    start = _behind(LEAD_IN, text, start, end)
    if not compile_pattern(_SURE_HEAD, bare=bare).match(low, start, end):
        start = _behind(LEAD_IN, text, _behind(_ACTOR, text, start, end), end)
    if start < end and text.clean[start].isupper() and not is_indicator(text, start, end):
        body = body_at(text, start, end)
        if body and low[body[1] : end].strip():
            start = _behind(LEAD_IN, text, _skip(text, body[1], end), end)
    if not is_indicator(text, start, end):
        start = _behind(_INNER, text, start, end)
    out = compile_pattern(LEAD_OUT, bare=bare).search(low[start:end])
    start, end = trim(text, start, start + out.start() if out else end)
    while start < end and text.clean[start] in "“\"”'":
        start += 1
    if compile_pattern(_NO_NAME, bare=bare).match(low, start, end):
        return None
    if not SHORTEST_NAME <= end - start <= LONGEST_NAME:
        return None
    return (start, end) if any(c.isalpha() for c in text.clean[start:end]) else None


def _skip(text: Text, start: int, end: int) -> int:
    while start < end and text.clean[start] in " ,:":
        start += 1
    return start


def _behind(pattern: str, text: Text, start: int, end: int) -> int:
    found = compile_pattern(pattern, bare=text.bare).match(text.low, start, end)
    return found.end() if found else start


def is_indicator(text: Text, start: int, end: int) -> bool:
    """Tell a phrase that begins like the name of an indicator ("tỷ lệ …", "số …")."""
    return bool(compile_pattern(HEAD + r"\b", bare=text.bare).match(text.low, start, end))


def ends_light(text: Text, place: Place) -> bool:
    """Tell an action that is not complete without what it counts ("đã tổ chức", "ký ban hành")."""
    return bool(compile_pattern(_ENDS_LIGHT, bare=text.bare).match(text.low, *place))


def name_before(
    text: Text, since: int, stop: int, *, opened: bool, told: bool = True
) -> tuple[Place | None, int]:
    """Walk left from a figure to the border of the phrase that names it, and tell where that phrase begins.

    `opened` says that no figure came before in the sentence, `told` that a verb stands before the figure.
    """
    begins = [border.end() for border in _BORDER.finditer(text.low, since, stop)]
    if opened:
        begins.insert(0, since)
    elif not begins:
        joint = compile_pattern(_JOINT, bare=text.bare).search(text.low, since, stop)
        begins = [joint.end()] if joint else []
    if not begins:
        return None, stop
    begin, border = begins[-1], stop
    while not text.low[begin:border].strip(" ,") and text.low[begin - 1] == "(" and len(begins) > 1:
        border = begins.pop() - 1  # "may mặc (tăng 11,5%)"
        begin = begins[-1]
    if not text.low[begin:border].strip() and text.low[begin - 1] == ")":
        opening = text.low.rfind("(", since, begin)  # "Phường Phúc Đồng (Long Biên) 79 người"
        if opening > since:
            begins = [b for b in begins if b <= opening] or [since]
            begin, border = begins[-1], opening
    name = strip_name(text, begin, border)
    given = text.low.startswith("cho ", border)
    if len(begins) < 2 or text.low[begin - 1] != ",":
        return name, begin
    if name:
        return _over_commas(text, begins, name, given=given), begin
    return (
        _strip_clause(text, begins[-2], begin - 1) if told else None
    ), begin  # "giải ngân vốn chậm, đến 30/9 mới đạt"


def _strip_clause(text: Text, start: int, end: int) -> Place | None:
    """Name what a clause before is about: "giải ngân vốn ODA tiếp tục đạt khá, ước đạt"."""
    name = strip_name(text, start, end)
    verb = name and compile_pattern(_FINITE, bare=text.bare).search(text.low, *name)
    return strip_name(text, name[0], verb.start()) if name and verb else name


def _over_commas(text: Text, begins: list[int], name: Place, *, given: bool) -> Place:
    """Go on over the comma of "Tổng đàn trâu, bò", not of "an ninh ổn định, tai nạn giao thông".

    `given` says that the name is what is given to those counted ("hỗ trợ học phí, tiền ăn cho 70 em").
    """
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
        elif not given:
            break
    return widest


def _may_belong(text: Text, start: int, comma: int) -> bool:
    """Tell that nothing is told before a comma, so that the words behind it may go on."""
    if any(c.isdigit() for c in text.low[start:comma]):
        return False
    return not compile_pattern(_FINITE_BUT_DONE, bare=text.bare).search(text.low, start, comma)


def _opens_a_list(text: Text, first: Place) -> bool:
    """Tell words that can begin a name with commas: "tổng đàn trâu", "hỗ trợ học phí", "các điểm đen"."""
    if compile_pattern(_FINITE, bare=text.bare).search(text.low, *first):
        return False
    opens = compile_pattern(_OPENS_A_LIST, bare=text.bare).match(text.low, *first)
    return is_indicator(text, *first) or bool(opens)


def is_place(text: Text, place: Place) -> bool:
    """Tell words that only say where or by whom ("toàn tỉnh", "Tổng công ty")."""
    return bool(compile_pattern(_ONLY_A_PLACE, bare=text.bare).fullmatch(text.low, *place))


def is_proper(text: Text, place: Place) -> bool:
    """Tell a proper name ("Việt Nam", "Hà Nội")."""
    words = text.clean[slice(*place)].split()
    return 1 < len(words) <= MOST_PROPER and all(word[:1].isupper() for word in words)


def is_action(text: Text, place: Place) -> bool:
    """Tell a verb that names what is measured by itself ("trồng", "thẩm định")."""
    return bool(
        compile_pattern(r"(?: .*\b )? {actionverbs} \Z", bare=text.bare).match(text.low[slice(*place)])
    )


def is_empty(text: Text, start: int, end: int) -> bool:
    """Tell that no words of meaning stand in a place, but who did it and when."""
    start = min(end, _behind(LEAD_IN, text, _behind(_ACTOR, text, start, end), end))
    return bool(compile_pattern(_EMPTY, bare=text.bare).match(text.low[start:end].strip()))


def name_behind(text: Text, found: Found, end: int) -> Place | None:
    """Read "61 đơn vị cấp huyện đạt chuẩn …" or "50% số xã …": what is counted names the target."""
    if found.unit is None:
        return None
    start = found.end if found.unit == "%" else text.low.find(found.unit.lower(), found.number, found.end)
    end = min(end, found.end + LONGEST_BEHIND)
    share = _SHARE.match(text.low, found.end, end)
    after = share.end() if share else found.end
    stop = _behind_stop(text, after, end)
    if found.unit == "%" and after < end and text.low[after] in ",;.:)":
        return None
    if is_measure(found.unit):
        start = after  # "12 ha đất": the land is what is measured
    if share:  # "3.838 xã (43,02%) đạt chuẩn nông thôn mới"
        name = trim(text, after, stop)
        return name if name[1] - name[0] > SHORTEST_NAME else None
    name = trim(text, start, stop)
    words = len(text.clean[slice(*name)].split())
    scale = compile_pattern(_SCALE, bare=text.bare).match(text.low, *name)
    name = (scale.end(), name[1]) if scale else name
    bare_number = found.unit == "%" or is_measure(found.unit)
    least = 0 if bare_number else len(found.unit.split()) - bool(scale)
    begins = _NO_SHARE_OF if found.unit == "%" else _NO_MEASURE_OF
    if bare_number and compile_pattern(begins, bare=text.bare).match(text.low, *name):
        return None
    whole = words == least >= SHORTEST_UNIT  # "vụ tai nạn giao thông", "hộ nghèo"
    return name if whole or least < words <= MOST_WORDS else None


def is_measure(unit: str) -> bool:
    """Tell a measure ("ha", "tỷ đồng") from a noun that is counted."""
    return bool(_MEASURE.fullmatch(unit.lower()))


def _behind_stop(text: Text, start: int, end: int) -> int:
    """Find the border behind a counted noun; a list that goes on stays together."""
    pattern = compile_pattern(_BEHIND_END, bare=text.bare)
    at = start
    while border := pattern.search(text.low, at, end):
        following = pattern.search(text.low, border.end(), end)
        if border[0] != "," or not _list_goes_on(
            text, start, border.start(), following.start() if following else end
        ):
            return border.start()
        at = border.end()
    return end


def _list_goes_on(text: Text, start: int, comma: int, stop: int) -> bool:
    """Tell "hộ nghèo, cận nghèo" and "phiên, sàn giao dịch" from the comma before a new clause."""
    low, bare = text.low, text.bare
    words = low[comma + 1 : stop].split()
    if not words or any(c.isdigit() for c in low[comma + 1 : stop]):
        return False
    before = low[start:comma].split()
    if before and words[0] == before[0] in ("số", "so"):
        return True  # "5% số vụ, số người chết"
    if compile_pattern(_NEW_CLAUSE, bare=bare).match(low, comma + 1, stop):
        verbal = compile_pattern(_ENDS_VERBAL, bare=bare).match(low, start, comma)
        return bool(verbal) and len(words) <= FEW_WORDS + 1
    return len(before) <= 1 or len(words) <= FEW_WORDS or bool(set(words[:2]) & set(before))
