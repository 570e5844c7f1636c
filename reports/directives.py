"""Who asks whom (chỉ đạo, giao việc): where a request begins, and to whom it is addressed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .rules import Rule, compile_pattern
from .text import Text

REQUEST_WINDOW = 420  # a request begins within so many letters of its sentence, or it is none

_SPEAKER = r"""
    \b(?: đồng_chí | đ/c | ông | bà | anh | chị | cô | chú | hội_nghị | cuộc_họp | phiên_họp | kỳ_họp | hội_đồng
      | các_đại_biểu | lãnh_đạo | {positions} | ubnd | hđnd | ban_thường_vụ | thường_trực | chính_phủ | tỉnh | thành_phố
      | huyện_ủy | thị_ủy | tỉnh_ủy | thành_ủy | đảng_ủy | ban_chỉ_đạo | ủy_ban | bộ | sở | kết_luận | phát_biểu
      | chỉ_đạo | báo_cáo | văn_phòng | nghị_quyết | a | e )\b
"""
_PETITIONER = (
    r"\b(?: dn | doanh_nghiệp | cử_tri | người_dân | hộ_dân | bà_con | nhân_dân | hội_viên ) [^,.]{0,40} \Z"
)

# Each verb that opens a request; `value` tells whether it needs "cần", "phải" … behind it to be one.
OPENERS: tuple[Rule[bool], ...] = (
    Rule(
        "yêu cầu, đề nghị, giao",
        r"""
        (?<!theo_)(?<!được_)(?<!sự_)(?<!đáp_ứng_)(?<!đáp_ứng_các_)(?<!đáp_ứng_được_)(?<!đạt_)(?<!các_)(?<!những_)
        (?<!của_)(?<!đúng_)(?<!hồ_sơ_)(?<!với_)(?<!nội_dung_)(?<!đã_)(?<!quan_)(?<!bàn_)(?<!vụ_)(?<!hội_)(?<!theo_các_)
        \b(?: yêu_cầu(?!_(?:của|thực_tế|mới|đề_ra|nhiệm_vụ|đặt_ra(?!_đối_với))) | đề_nghị(?!_(?:của|hưởng|xét|khen|công_nhận))
          | giao(?!_(?:thông|ban|ước|dịch|lưu|thương|đất|quân|dự_toán|tiếp|nộp|nhận|hàng|mùa|hữu))
          | lưu_ý | phân_công(?!_phụ) | kêu_gọi | gợi_ý | nhắc(?!_lại) | nhờ(?=_\w+_\w+_(?:theo|giúp|làm|gửi)) | đôn_đốc_nhắc )\b
        """,
        "đồng chí bí thư yêu cầu các phòng rà soát",
        "công tác này chưa đáp ứng yêu cầu nhiệm vụ",
        False,
    ),
    Rule(
        "chỉ đạo, nhấn mạnh … cần",
        r"""
        (?<!ban_)(?<!sự_)(?<!công_tác_)(?<!ý_kiến_)(?<!lãnh_đạo,_)(?<!phát_biểu_)(?<!văn_bản_)(?<!được_)(?<!và_)(?<!đồng_thời_)
        \b(?: chỉ_đạo(?!_(?:của|tại|hội_nghị|quyết_liệt|sát_sao))
          | nhấn_mạnh | khẳng_định | mong_muốn | quán_triệt | thống_nhất | cho_rằng | kết_luận | nói )\b
        """,
        "đồng chí chủ tịch nhấn mạnh các đơn vị cần khẩn trương",
        "với sự chỉ đạo của tỉnh",
        True,
    ),
)

_URGE = r"\b(?: cần | phải | hãy | khẩn_trương | tập_trung | tiếp_tục | không_được | sẽ_(?:cụ|tiếp|tập) )\b"

# What stands between the asking verb and the task.
_FILLER = r"""
    (?: \s* (?: [,:-]
      | (?:trong_)?thời_gian_tới(?=[\s,]) | (?:trong_)?(?:quý|tháng|năm)_[\w/]+(?:_năm_\d+)?(?=_tập_trung_vào) | rằng\b
      | thêm\b | cũng\b | và_yêu_cầu\b | đặt_ra_đối_với_.{2,60}?_là\b | đặt_ra\b | đó_là\b | là\b(?=_(?:phải|cần)) | cần\b | phải\b
      | rõ\b | nhiệm_vụ(?=[:,]) ) )* \s*
"""

# "… tập trung 04 nhiệm vụ trọng tâm sau: (1)": the list begins behind the colon.
_LIST_OPENING = r"""
    .{0,260}? \b(?: sau(?:_đây)? | nhiệm_vụ(?:_cụ_thể|_trọng_tâm)? | nội_dung | giải_pháp | việc | bước | vấn_đề | yêu_cầu | như_sau
      | trọng_tâm | cụ_thể | tới | năm_\d{4} | quý_\w+ | kết_luận | chỉ_đạo | ne | nè )\b [^:.;]{0,30} : (?=\s|$)
"""


@dataclass(frozen=True, slots=True)
class Request:
    """A request inside a sentence: where its tasks begin, and whether a list of them follows."""

    start: int
    rule: str
    opens_list: bool
    lead: tuple[int, int]


def find_request(text: Text, start: int, end: int) -> Request | None:
    """Find where a sentence begins to ask for something."""
    window = min(end, start + REQUEST_WINDOW)
    for rule in OPENERS:
        for match in rule.compiled(text).finditer(text.low, start, window):
            if _asks(text, start, match, end, needs_urge=rule.value):
                return _request(text, start, match, end, rule.name)
    return None


def _asks(text: Text, start: int, match: re.Match[str], end: int, *, needs_urge: bool) -> bool:
    lead = text.low[start : match.start()]
    if lead.strip(' "-') and not compile_pattern(_SPEAKER, bare=text.bare).search(lead):
        return False
    if compile_pattern(_PETITIONER, bare=text.bare).search(lead):
        return False
    lists = compile_pattern(_LIST_OPENING, bare=text.bare).match(text.low, match.end(), end)
    urges = compile_pattern(_URGE, bare=text.bare).search(text.low, match.end(), min(end, match.end() + 160))
    return bool(lists or urges or not needs_urge)


def _request(text: Text, start: int, match: re.Match[str], end: int, rule: str) -> Request:
    lists = compile_pattern(_LIST_OPENING, bare=text.bare).match(text.low, match.end(), end)
    behind = lists.end() if lists else match.end()
    filler = compile_pattern(_FILLER, bare=text.bare).match(text.low, behind, end)
    begin = filler.end() if filler else behind
    return Request(begin, rule, bool(lists), (start, begin))


_ADDRESSEE = r"""
    (?: (?:đồng_thời_)? (?:yêu_cầu|đề_nghị|giao|phân_công) _ (?:cho_)? )?
    (?P<who>
      (?: (?:các|những|toàn_thể|tất_cả(?:_các)?|toàn|từng|mỗi|một_số|hai|cả|mấy)_ )?
      (?: (?:đại_diện|lãnh_đạo|thủ_trưởng|trưởng|người_đứng_đầu|bí_thư|chủ_tịch) _(?:các_)? )?
      (?: {bodies} | {groups} | {titles}(?=_\w) )
    )\b
"""
_VERB = r"\b(?:{taskverbs})\b"

# Verbs that are nouns behind these words: "các tổ chức", "cơ quan quản lý", "đơn vị thi công".
_NOUN_BEFORE = r"""
    \b(?: các | những | cơ_quan | ban | lực_lượng | công_tác | việc | chủ | nhà | tổ | đội | trung_tâm | bộ_phận | cán_bộ | hội
      | của | phòng | quỹ | và | đơn_vị | hệ_thống | dự_án | cấp | bộ | sở | kế_hoạch | ngành | đối_tượng ) _ \Z
"""
_OFTEN_NOUN = r"""
    (?: tổ_chức | quản_lý | thi_công | đầu_tư | bảo_vệ | cung_cấp | kiểm_tra | giám_sát | thanh_tra | điều_tra | hỗ_trợ
      | phát_triển | đào_tạo | xây_dựng | thu | cấp | xử_lý | thông_báo | báo_cáo | lãnh_đạo | tham_gia | điều_hành | kế_hoạch
      | thực_hiện | sử_dụng | mở | lập | giữ | đăng_ký | cải_cách | phòng_chống | vận_động | đánh_giá | bình_ổn )
"""
_BORDER = re.compile(r"[;:!?]|\.(?=\s|$)")
LONGEST_ADDRESSEE = 230


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is asked, and where what they have to do begins."""

    start: int
    end: int
    verb: int


def read_addressee(text: Text, start: int, end: int) -> Addressee | None:
    """Read the unit or person with which a task begins ("Phòng Tài chính tham mưu …")."""
    head = compile_pattern(_ADDRESSEE, bare=text.bare).match(text.low, start, end)
    if not head:
        return None
    limit = min(end, head.end() + LONGEST_ADDRESSEE)
    border = _BORDER.search(text.low, head.end(), limit)
    stop = border.start() if border else limit
    for verb in compile_pattern(_VERB, bare=text.bare).finditer(text.low, head.end(), stop):
        if _is_verb(text, verb):
            return _addressee(text, head.start("who"), verb.start())
    return None


def _is_verb(text: Text, verb: re.Match[str]) -> bool:
    """Tell a verb from the same word inside a name or a noun."""
    if not text.clean[verb.start()].islower():
        return False
    if text.low.count("(", max(0, verb.start() - 90), verb.start()) > text.low.count(
        ")", max(0, verb.start() - 90), verb.start()
    ):
        return False
    if not compile_pattern(_OFTEN_NOUN, bare=text.bare).fullmatch(verb[0]):
        return True
    before = text.low[max(0, verb.start() - 14) : verb.start()]
    return not compile_pattern(_NOUN_BEFORE, bare=text.bare).search(before)


def _addressee(text: Text, start: int, verb: int) -> Addressee | None:
    stop = verb
    while stop > start and text.clean[stop - 1] in " ,":
        stop -= 1
    if stop - start < 2 or text.low[start:stop].endswith((" và", " của", " cho", " về", " tại")):
        return None
    return Addressee(start, stop, verb)


# What may stand before a task without being part of it.
_CONNECTOR = r"""
    (?: (?: đồng_thời | bên_cạnh_đó | ngoài_ra | cùng_với_đó | song_song_đó | mặt_khác | do_đó | vì_vậy | vì_thế | trong_đó | ngược_lại
        | theo_đó | cụ_thể | trước_mắt | đặc_biệt | riêng | (?:trong_)?thời_gian_tới(?=\s?,) | theo_thông_báo | tiếp_tục(?=:)
        | thứ_(?:nhất|hai|ba|tư|năm|sáu|bảy) | (?:một|hai|ba|bốn|năm|sáu|bảy)_là | phan_con ) [,:;]? \s*
      | (?: yêu_cầu | đề_nghị ) _ | (?: về | lĩnh_vực | công_tác ) _[^.:;]{2,60} : \s+ )*
"""
_IMPERATIVE = r"(?:{taskverbs})\b"
_THEME = (
    r"(?: đối_với | về | việc | trong | để | nhằm | riêng ) _ [^.;:]{3,160}? , \s* (?:(?:yêu_cầu|đề_nghị)_)?"
)


def skip_connectors(text: Text, start: int, end: int) -> int:
    """Find where a task begins behind "Đồng thời, …", "Về kinh tế: …"."""
    match = compile_pattern(_CONNECTOR, bare=text.bare).match(text.low, start, end)
    return match.end() if match else start


def sounds_like_a_task(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence reads like a task: a verb in the imperative, or a unit and a verb."""
    at = skip_connectors(text, start, end)
    imperative = compile_pattern(_IMPERATIVE, bare=text.bare)
    for _ in range(2):
        if imperative.match(text.low, at, end):
            return not _tells_the_past(text, at, end)
        if addressee := read_addressee(text, at, end):
            return not _tells_the_past(text, addressee.start, end)
        theme = compile_pattern(_THEME, bare=text.bare).match(text.low, at, end)
        if not theme:
            return False
        at = theme.end()
    return False


_PAST = r"\b(?: đã | được(?!_(?:yêu_cầu|giao)) | vừa | luôn | đang | ước_đạt | ghi_nhận | cho_biết | cho_rằng | khẳng_định )\b"


def _tells_the_past(text: Text, start: int, end: int) -> bool:
    window = min(end, start + 90)
    return bool(compile_pattern(_PAST, bare=text.bare).search(text.low, start, window))
