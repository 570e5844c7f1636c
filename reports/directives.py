"""Who asks whom (chỉ đạo, giao việc): where a request begins, and to whom it is addressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from .addressees import Addressee, read_actor, read_addressee, read_units
from .rules import Rule, compile_pattern
from .text import Text

REQUEST_WINDOW = 420  # a request begins within so many letters of its sentence, or it is none
URGE_WINDOW = 160


class Asks(Enum):
    """Whether a verb asks by itself, or only with "cần", "phải" … behind it."""

    ALONE = auto()
    WITH_URGE = auto()


# Each verb that opens a request.
OPENERS: tuple[Rule[Asks], ...] = (
    Rule(
        "yêu cầu",
        r"\byêu_cầu\b (?!_(?:của|thực_tế|mới|kỹ_thuật|cao|về|đề_ra|nhiệm_vụ|đặt_ra(?!_đối_với)))",
        "đồng chí bí thư yêu cầu các phòng rà soát",
        "đáp ứng yêu cầu nhiệm vụ",
        Asks.ALONE,
        needs=("yêu cầu",),
    ),
    Rule(
        "đề nghị",
        r"\bđề_nghị\b (?!_(?:của|hưởng|xét|khen|công_nhận))",
        "ông chủ tịch đề nghị các xã khẩn trương",
        "hồ sơ đề nghị hưởng trợ cấp",
        Asks.ALONE,
        needs=("đề nghị",),
    ),
    Rule(
        "giao",
        r"""
        \bgiao\b
        (?!_(?:thông|ban|ước|dịch|lưu|thương|đất|quân|dự_toán|tiếp|nộp|nhận|hàng|mùa|hữu))  # other words
        (?! \s* (?: [.,;)] | $ ) )  # "dự toán tỉnh giao."
        """,
        "hội nghị giao phòng nội vụ tham mưu",
        "hội nghị giao ban công tác tháng 8",
        Asks.ALONE,
        needs=("giao",),
    ),
    Rule(
        "lưu ý, nhắc, phân công, kêu gọi, gợi ý",
        r"\b(?: lưu_ý | phân_công(?!_phụ) | kêu_gọi | gợi_ý | nhắc(?!_lại) )\b",
        "bà cũng nhắc bộ phận một cửa",
        "nhắc lại truyền thống",
        Asks.ALONE,
        needs=("lưu ý", "phân công", "kêu gọi", "gợi ý", "nhắc"),
    ),
    Rule(
        "hứa, cam kết, khẳng định sẽ",
        r"\b(?: hứa | cam_kết | khẳng_định )\b (?=_(?:sẽ|tiếp_tục|quyết_tâm)_)",
        "thay mặt đơn vị, ông hứa sẽ khắc phục hạn chế",
        "hứa hẹn nhiều đổi mới",
        Asks.ALONE,
        needs=("hứa", "cam kết", "khẳng định"),
    ),
    Rule(
        "nhờ … theo dõi",
        r"\bnhờ\b (?=_\w+_\w+_(?:theo|giúp|làm|gửi))",
        "nhờ chị Hoa theo dõi giúp",
        "nhờ đó kinh tế khởi sắc",
        Asks.ALONE,
        needs=("nhờ",),
    ),
    Rule(
        "chỉ đạo … cần",
        r"\bchỉ_đạo\b (?!_(?:của|tại|hội_nghị|quyết_liệt|sát_sao))",
        "ông đã chỉ đạo các cơ quan cần khẩn trương",
        "với sự chỉ đạo của tỉnh",
        Asks.WITH_URGE,
        needs=("chỉ đạo",),
    ),
    Rule(
        "mong muốn",
        r"\bmong_muốn\b (?!_(?:lớn_nhất|của))",
        "đồng chí bày tỏ mong muốn các hội đẩy mạnh thi đua",
        "mong muốn lớn nhất của doanh nghiệp",
        Asks.ALONE,
        needs=("mong muốn",),
    ),
    Rule(
        "nhấn mạnh, khẳng định, kết luận … cần",
        r"\b(?: nhấn_mạnh | khẳng_định | quán_triệt | thống_nhất | cho_rằng | nói"
        r" | kết_luận(?!_(?:của|số|này|trên|thanh|kiểm|giám|nêu)\b) )\b",
        "đồng chí chủ tịch nhấn mạnh các đơn vị cần khẩn trương",
        "bà con phấn khởi",
        Asks.WITH_URGE,
        needs=(
            "nhấn mạnh",
            "khẳng định",
            "mong muốn",
            "quán triệt",
            "thống nhất",
            "cho rằng",
            "kết luận",
            "nói",
        ),
    ),
)

_ASKS_AT_LAST = r"\b(?: yêu_cầu | chỉ_đạo | đề_nghị | kết_luận )\b [^.;]{0,40} : \Z"  # a long way to "…:"
_ANY_OPENER = "|".join(word.replace(" ", "_") for rule in OPENERS for word in rule.needs)

# Behind these words the verb is a noun, or tells of the past: "theo yêu cầu", "được giao", "ý kiến chỉ đạo".
_NO_REQUEST_BEFORE = r"""
    \b(?: theo(?:_các)? | được | sự | đáp_ứng(?:_(?:các|được))? | đạt | các | những | của | đúng
      | hồ_sơ | với | nội_dung | đã_(?=giao)
      | cần | phải | sẽ | được_giao | tập_trung | tăng_cường | chủ_động | trực_tiếp
      | quan | bàn | vụ | hội | ban | công_tác | ý_kiến | lãnh_đạo, | phát_biểu | văn_bản | và_(?=chỉ)
        | đồng_thời_(?=chỉ) ) _ \Z
"""
# Words that hold a speaker's title by chance.
_NO_SPEAKER = (
    r"(?! (?: chú_(?:trọng|ý) | anh_(?:ninh|hùng) | bà_con | bộ_(?:máy|phận|mặt) | a_lô | e_ngại )\b )"
)
_SPEAKER = _NO_SPEAKER + r"\b(?: {speakers} | {positions} | {ranks} | thủ_tướng | bộ_trưởng | thay_mặt )\b"
_TELLER = r"""
    \b(?: đồng_chí | đ/c | ông | bà | hội_nghị | cuộc_họp )\b | ,_(?: {positions} | {speakers} | {ranks} )\b
"""
_PETITIONER = r"""
    \b(?: dn | doanh_nghiệp | cử_tri | người_dân | hộ_dân | bà_con | hội_viên
      | (?<!ủy_ban_)(?<!hội_đồng_)(?<!công_an_)(?<!tòa_án_)(?<!sát_)(?<!quân_đội_)nhân_dân ) [^,.]{0,40} \Z
"""
_URGE = r"""
    \b(?: cần | phải | hãy | không_được | sẽ_(?:cụ|tiếp|tập)
      | (?<!việc_)(?<!về_)(?<!đã_)(?<!đang_)(?<!để_)(?<!luôn_)(?<!tác_)(?<!sự_) (?: khẩn_trương | tập_trung
      | tiếp_tục )
    )\b
"""

# What stands between the asking verb and the task.
_FILLER = r"""
    (?: \s*
      (?: [,:-]
        | (?:trong_)?thời_gian_tới (?=[\s,])
        | (?:trong_)?(?:quý|tháng|năm)_[\w/]+(?:_năm_\d+)? (?=_tập_trung_vào)
        | đặt_ra_đối_với_.{2,60}?_là\b                      # "yêu cầu đặt ra đối với cơ sở là phải …"
        | (?: rằng | thêm | cũng | cho (?=_{bodies}|_các) | và_yêu_cầu | đặt_ra | đó_là | cần | phải | rõ )\b
        | là\b (?=_(?:phải|cần))
        | nhiệm_vụ (?=[:,])
      )
    )* \s*
"""

# "… tập trung 04 nhiệm vụ trọng tâm sau: (1)": the list begins behind the colon.
_LIST_OPENING = r"""
    [^:.;\n]{0,260}?
    \b(?: sau(?:_đây)? | nhiệm_vụ(?:_cụ_thể|_trọng_tâm)? | nội_dung | giải_pháp | việc | bước | vấn_đề
      | yêu_cầu | như_sau
      | trọng_tâm | cụ_thể | tới | năm_\d{4} | quý_\w+ | kết_luận | chỉ_đạo | ne | nè )\b
    (?: [^:.;\n]{0,30} : (?=\s|$) | [^:.;\n]{0,90} ,_đó_là_ )
"""
_RESULTS_LISTED = r"[^:]{0,160}\bkết_quả\b"


@dataclass(frozen=True, slots=True)
class Request:
    """A request inside a sentence: where its tasks begin, and whether a list of them follows."""

    start: int
    rule: str
    opens_list: bool
    lead: tuple[int, int]
    names: bool = False  # its lead names for whom ("yêu cầu đặt ra đối với cơ sở là …")


def find_request(text: Text, start: int, end: int) -> Request | None:
    """Find where a sentence begins to ask for something."""
    window = min(end, start + REQUEST_WINDOW)
    if window < end and compile_pattern(_ASKS_AT_LAST, bare=text.bare).search(text.low, end - 60, end):
        window = end
    if not compile_pattern(_ANY_OPENER, bare=text.bare).search(text.low, start, window):
        return None
    for asks in Asks:
        verbs = sorted(
            (match.start(), rule.name, match)
            for rule in OPENERS
            if rule.value is asks
            for match in rule.find_all(text, start, window)
        )
        for _, name, match in verbs:
            if _asks(text, start, match, end, asks):
                return _request(text, start, match, end, name)
    return None


def _asks(text: Text, start: int, match: re.Match[str], end: int, asks: Asks) -> bool:
    lead = text.low[start : match.start()]
    if compile_pattern(_NO_REQUEST_BEFORE, bare=text.bare).search(lead, max(0, len(lead) - 24)):
        return False
    # A task that asks somebody in its turn: "Tham mưu UBND tỉnh yêu cầu …", not "Lãnh đạo tỉnh yêu cầu …".
    told = is_imperative(text, start, match.start()) and not read_units(text, start, match.start())
    spoken = compile_pattern(_TELLER if told else _SPEAKER, bare=text.bare).search(lead)
    if lead.strip(' "-') and not spoken and skip_connectors(text, start, end) < match.start():
        return False
    if compile_pattern(_PETITIONER, bare=text.bare).search(lead, max(0, len(lead) - 60)):
        return False
    return asks is Asks.ALONE or _urges(text, match.end(), end)


def _urges(text: Text, start: int, end: int) -> bool:
    """Tell whether "cần", "phải" or a list of tasks follows; a list of results is none."""
    lists = compile_pattern(_LIST_OPENING, bare=text.bare).match(text.low, start, end)
    if lists and compile_pattern(_RESULTS_LISTED, bare=text.bare).match(text.low, start, lists.end()):
        return False
    window = min(end, start + URGE_WINDOW)
    return bool(lists or compile_pattern(_URGE, bare=text.bare).search(text.low, start, window))


def _request(text: Text, start: int, match: re.Match[str], end: int, rule: str) -> Request:
    lists = compile_pattern(_LIST_OPENING, bare=text.bare).match(text.low, match.end(), end)
    behind = lists.end() if lists else match.end()
    filler = compile_pattern(_FILLER, bare=text.bare).match(text.low, behind, end)
    begin = filler.end() if filler else behind
    names = compile_pattern(_NAMED_BETWEEN, bare=text.bare).search(text.low, match.end(), begin)
    lead = (names.end(), max(names.end(), begin)) if names else (start, begin)
    return Request(begin, rule, bool(lists), lead, bool(names))


def list_opening(text: Text, start: int, end: int) -> int | None:
    """Find where a list begins in a sentence that asks for nothing by name ("… các nội dung sau: …")."""
    lists = compile_pattern(_LIST_OPENING, bare=text.bare).match(text.low, start, end)
    return lists.end() if lists and lists.end() + SHORTEST_LIST < end else None


SHORTEST_LIST = 20
_NAMED_BETWEEN = r"\bđối_với_"


_ORDINAL = r"(?: thứ_(?:nhất|hai|ba|tư|năm|sáu|bảy) | (?:một|hai|ba|bốn|năm|sáu|bảy)_là )"

# What may stand before a task without being part of it.
_CONNECTOR = rf"""
    "? \s*
    (?:
        (?: đó_là | đồng_thời | bên_cạnh_đó | ngoài_ra | cùng_với_đó | song_song_đó | mặt_khác | do_đó
          | vì_vậy | vì_thế | trong_đó
          | ngược_lại | theo_đó | cụ_thể | trước_mắt | (?:đặc_biệt|trước_hết|trước_tiên)(?:_là)? | nhất_là
          | riêng | theo_thông_báo
          | (?:trong_)?thời_gian_tới(?=\s?,)
          | {_ORDINAL}
        ) [,:;]? \s*
      | (?: yêu_cầu | đề_nghị )_
      | (?: về | lĩnh_vực | công_tác )_[^.:;]{{2,60}} : \s+     # "Về kinh tế: …"
    )*
"""
_IMPERATIVE = r"(?:{taskverbs})\b"
_THEME = r"""
    (?: (?: đối_với | về | việc_(?!này) | trong | để | nhằm | riêng | theo | trên_cơ_sở | khi | từ
          | bên_cạnh | trước_(?:những|các|tình_hình|yêu_cầu|thực_trạng|bối_cảnh) )_?
        [^.;:]{3,160}? , \s* (?:(?:yêu_cầu|đề_nghị)_)?
      | (?: để | nhằm | muốn )_ [^.;:,]{3,110}? _ (?= (?:phải|cần)_ )
      | (?: thời_gian_tới | năm_tới | tháng_tới | quý_tới | hiện_nay | tới_đây | sắp_tới
          | (?:(?:6|sáu)_tháng|những_tháng)_(?:cuối_năm|còn_lại) (?:_năm_\d{4} | _\d{4})? ) ,? \s*
    )
"""
_PAST = r"""
    \b(?: đã | được(?!_(?:yêu_cầu|giao)) | vừa | luôn | đang | ước_đạt | ghi_nhận | cho_biết | cho_rằng
      | khẳng_định | nói | nghe_báo_cáo | tặng | trao_tặng | diễn_ra )\b
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


def _behind_commas(text: Text, at: int, end: int) -> Iterator[int]:
    window = min(end, at + WIDE_WINDOW)
    while (at := text.low.find(", ", at, window) + 2) > 1:
        yield at


def sounds_like_a_task(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence reads like a task: a verb in the imperative, or a unit and a verb."""
    for at in openings(text, start, end):
        if is_imperative(text, at, end):
            return not (
                _counts_or_tells(text, at, end) or _tells_the_past(text, at, min(end, at + IMPERATIVE_WINDOW))
            )
        if _is_asked(text, at, end):
            return not _tells_the_past(text, at, end)
    return False


# "Tổ chức 03 đợt ra quân" is a result; "Trao đổi với báo, ông … cho rằng" is a story.
_COUNTED = r"[^,;:]{0,30}? (?<![/.-])\b\d{2,}(?:[.,]\d+)*_(?!tháng|năm|ngày|quý|-|giờ|%)[^\W\d]"
_TOLD = r"""
    (?: trao_đổi | chia_sẻ | phát_biểu | đánh_giá | trả_lời | giải_trình | thông_tin | báo_cáo | làm_rõ
      | kết_luận | thảo_luận | góp_ý | nói | kiến_nghị ) \b .{0,160}?
    \b(?: cho_rằng | cho_biết | cho_hay | nói | nhấn_mạnh | khẳng_định | cho_thấy | đề_nghị )\b
"""


def _counts_or_tells(text: Text, at: int, end: int) -> bool:
    counted = compile_pattern(_COUNTED, bare=text.bare).match(text.low, at, end)
    return bool(counted or compile_pattern(_TOLD, bare=text.bare).match(text.low, at, end))


def find_actor(text: Text, start: int, end: int) -> Addressee | None:
    """Find the unit that is to act, at the start of a task or behind its theme."""
    return next(filter(None, (read_actor(text, at, end) for at in openings(text, start, end))), None)


_BINDING = r"""
    (?: cần | phải | sẽ | có_trách_nhiệm | chịu_trách_nhiệm | khẩn_trương | tiếp_tục | tập_trung | chủ_động
      | được_giao | trực_tiếp | chủ_trì )\b
"""


def _is_asked(text: Text, start: int, end: int) -> bool:
    """Tell whether a unit and its verb open a place; a person must be bound ("phải …"), or it is a story."""
    named = read_addressee(text, start, end)
    if not named:
        return False
    if compile_pattern(r"{titles}\b", bare=text.bare).match(text.low, named.start):
        return bool(compile_pattern(_BINDING, bare=text.bare).match(text.low, named.verb))
    return True


def is_imperative(text: Text, start: int, end: int) -> bool:
    """Tell whether a verb in the imperative stands at `start`."""
    return bool(compile_pattern(_IMPERATIVE, bare=text.bare).match(text.low, start, end))


def obliges(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence says by itself what must or will be done ("Các xã phải …", "Tới đây, …")."""
    if not compile_pattern(_ANY_BOND, bare=text.bare).search(text.low, start, end):
        return False
    ahead = bool(
        compile_pattern(_AHEAD, bare=text.bare).match(text.low, skip_connectors(text, start, end), end)
    )
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
_PETITION = r"\b(?: kiến_nghị | đề_xuất | mong | cử_tri | nguyện_vọng )\b"


def _binds(text: Text, at: int, end: int, *, ahead: bool) -> bool:
    if compile_pattern(_MUST, bare=text.bare).match(text.low, at, end):
        return not _tells_the_past(text, at, min(end, at + IMPERATIVE_WINDOW))
    named = read_addressee(text, at, end)
    if not named:
        return ahead and is_imperative(text, at, end) and not _tells_the_past(text, at, end)
    if text.low.endswith(("không ", "khong "), at, named.verb):
        return False
    people = compile_pattern(_PEOPLE, bare=text.bare).match(text.low, named.start, end)
    if people and not compile_pattern(_MUST, bare=text.bare).match(text.low, named.verb, end):
        return False
    if compile_pattern(_OBLIGATION, bare=text.bare).match(text.low, named.verb, end):
        return not _tells_the_past(text, named.start, min(end, named.verb + IMPERATIVE_WINDOW))
    return ahead and not _tells_the_past(text, named.start, end)


IMPERATIVE_WINDOW = 40
_ANY_BOND = r"""
    \b(?: cần | phải | sẽ | có_trách_nhiệm | được_(?:giao|yêu_cầu) | khẩn_trương | cam_kết | hứa | tới
      | cuối_năm | những_tháng )\b
"""
_MUST = r"(?: cần | phải )_(?:{taskverbs})\b"
_PEOPLE = (
    r"(?:các_|mỗi_|nhiều_)? (?: người_dân | nhân_dân | hộ_dân | bà_con | học_sinh | phụ_huynh | người )\b"
)
_OBLIGATION = r"""
    (?: phải | cần | có_trách_nhiệm | được_yêu_cầu | được_giao | khẩn_trương
      | sẽ_ (?!xem_xét|thảo_luận|nghe|cho_ý_kiến|thông_qua|chất_vấn|bầu) (?:{taskverbs})
      | cam_kết | hứa
    )\b
"""
_AHEAD = r"""
    (?:về_[^,]{3,60},_)? (?:trong_)?
    (?: thời_gian_tới | (?:6|sáu)_tháng_cuối_năm | những_tháng_(?:cuối|còn_lại) | quý_tới | tháng_tới
      | năm_tới
      | giai_đoạn_tới | nhiệm_kỳ_tới | tới_đây ) [^,;:]{0,30} ,
"""


def _tells_the_past(text: Text, start: int, end: int) -> bool:
    window = min(end, start + PAST_WINDOW)
    return bool(compile_pattern(_PAST, bare=text.bare).search(text.low, start, window))
