"""Who asks whom (chỉ đạo, giao việc): where a request begins, and to whom it is addressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from .addressees import read_units
from .rules import Rule, candidates, compile_pattern
from .text import Text
from .urging import is_imperative, openings, skip_connectors

REQUEST_WINDOW = 420  # a request begins within so many letters of its sentence, or it is none
URGE_WINDOW = 160


class Asks(Enum):
    """Whether a verb asks by itself, or only with "cần", "phải" … behind it."""

    ALONE = auto()
    WITH_URGE = auto()
    WITH_LIST = auto()  # only with a list of tasks behind it


PROMISE = "hứa, cam kết, khẳng định sẽ"

# Each verb that opens a request.
OPENERS: tuple[Rule[Asks], ...] = (
    Rule(
        "yêu cầu",
        r"\byêu_cầu\b (?!_(?:của|thực_tế|mới|kỹ_thuật|cao|về|đề_ra|nhiệm_vụ|công_tác"
        r"|đặt_ra(?!_(?:đối_với|với|cho)_)))",
        "đồng chí bí thư yêu cầu các phòng rà soát",
        "đáp ứng yêu cầu nhiệm vụ",
        Asks.ALONE,
        needs=("yêu cầu",),
    ),
    Rule(
        "nhiệm vụ của ngành là …",
        r"""
        \b(?: nhiệm_vụ | mục_tiêu | yêu_cầu | trọng_tâm | việc_(?:cần|phải)_làm )\b
        (?! _này | _đặt_ra_(?:đối_với|với|cho)_ ) [^.;:,]{0,80}?
        (?<!_này)(?<!_quan)_là (?:_phải|_cần)? (?=_{taskverbs})
        """,
        "nhiệm vụ của ngành trong quý tới là hoàn thành hồ sơ",
        "nhiệm vụ của tổ này là quản lý chợ",
        Asks.ALONE,
        needs=("nhiệm vụ", "mục tiêu", "yêu cầu", "trọng tâm", "ải làm", "cần làm"),
    ),
    Rule(
        "đề nghị",
        r"\bđề_nghị\b (?!_(?:của|hưởng|xét|khen|công_nhận|tặng|truy_tặng|phong_tặng))",
        "ông chủ tịch đề nghị các xã khẩn trương",
        "hồ sơ đề nghị hưởng trợ cấp",
        Asks.ALONE,
        needs=("đề nghị",),
    ),
    Rule(
        "giao",
        r"""
        (?<!chuyển_)(?<!bàn_)(?<!ngoại_)(?<!tiếp_)(?<!đàn_)(?<!bảo_)
        (?<!tiêu_)(?<!toán_)(?<!mức_) \bgiao\b  # "chỉ tiêu giao là 68%"
        (?!_(?:diện|lộ|tế|phó|cảm|hưởng|tranh|cấu|thừa))
        (?!_(?:thông|ước|dịch|lưu|thương|đất|quân|dự_toán|tiếp|nộp|nhận|hàng|mùa|hữu))  # other words
        (?!_ban_(?:công_tác|tháng|tuần|quý|thường_kỳ|trực_tuyến)\b)
        (?!_(?:\d+/\d+ | (?:\d[\d.]*_)?thanh_niên) )  # "giao 16/16 thanh niên nhập ngũ"
        (?!_(?:và|(?:từ_)?đầu_năm|trong_năm|là)_)  # "đạt 68% dự toán HĐND giao và tăng 11%"
        (?! \s* (?: [.,;()] | $ ) )  # "dự toán tỉnh giao."
        """,
        "hội nghị giao phòng nội vụ tham mưu",
        "hội nghị giao ban công tác tháng 8",
        Asks.ALONE,
        needs=("giao",),
    ),
    Rule(
        "lưu ý, nhắc, phân công, kêu gọi, gợi ý",
        r"\b(?: lưu_ý | phân_công(?!_phụ) | kêu_gọi | gợi_ý | nhắc(?!_lại|_nhở)"
        r" | nhắc_nhở (?!_[^;:.,]{3,60}_(?:vắng|đi_muộn|không_lý_do|để_xảy_ra)\b) )\b",
        "bà cũng nhắc bộ phận một cửa",
        "nhắc lại truyền thống",
        Asks.ALONE,
        needs=("lưu ý", "phân công", "kêu gọi", "gợi ý", "nhắc"),
    ),
    Rule(
        PROMISE,
        r"""
        \b(?: hứa | cam_kết | khẳng_định )\b (?=_(?:sẽ|tiếp_tục|quyết_tâm)_)
          | (?<!ký_)(?<!bản_)(?<!giữ_)(?<!đúng_)(?<!ngân_) \b(?: hứa | cam_kết )\b
            (?=_(?: (?:đến|trước|từ)_(?:hết_|cuối_)?(?:ngày|tuần|tháng|quý|năm|\d)
              | hoàn_thành | khắc_phục | thông_xe | bàn_giao | trả_hết | không_để | nộp_ ) )
        """,
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
        "Giám đốc chỉ đạo Phòng Cảnh sát …",
        r"""
        \b{positions}\b (?: (?!_(?:giao|yêu_cầu|đề_nghị)_) [^,;:.] ){0,50}?
        (?<!đã)(?<!luôn)(?<!sự)(?<!lãnh_đạo,)
        _chỉ_đạo (?=_(?:{bodies}|các|từng|toàn)\b)
        """,
        "giám đốc công an chỉ đạo phòng cảnh sát hình sự phối hợp đấu tranh",
        "giám đốc đã chỉ đạo các phòng rà soát",
        Asks.ALONE,
        needs=("chỉ đạo",),
    ),
    Rule(
        "kết luận:, chỉ đạo:",
        r"\b(?: kết_luận | chỉ_đạo | phân_công | giao_nhiệm_vụ | thống_nhất_(?:nội_dung|giao) )"
        r"(?=\s?:\s*\Z) | \b(?<!_số_)(?: kết_luận | chốt_lại )(?=\s?:_(?:cắt_thi_đua|{taskverbs})\b"
        r" (?![^;.]{0,90}\b(?:đạt|được)_\d) )",
        "sau khi nghe báo cáo, giám đốc kết luận:",
        "giám đốc kết luận: kết quả là tốt",
        Asks.ALONE,
        needs=("kết luận", "chỉ đạo", "phân công", "nhiệm vụ", "thống nhất"),
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
        r" | xác_định (?=_(?:tiếp_tục|tập_trung|cần|phải|sẽ)_)"
        r" | kết_luận(?!_(?:của|số|này|trên|thanh|kiểm|giám|nêu)\b) )\b",
        "đồng chí chủ tịch nhấn mạnh các đơn vị cần khẩn trương",
        "bà con phấn khởi",
        Asks.WITH_URGE,
        needs=(
            "nhấn mạnh",
            "khẳng định",
            "mong muốn",
            "quán triệt",
            "xác định",
            "thống nhất",
            "cho rằng",
            "kết luận",
            "nói",
        ),
    ),
    Rule(
        "xác định, đề ra, nêu … nhiệm vụ: …",
        r"""
        \b(?: (?<!đã_) (?: xác_định | đề_ra | đặt_ra | đưa_ra | vạch_ra | nêu (?:_ra|_lên|_rõ)? )
          | đã_ (?: xác_định | đề_ra | đặt_ra | đưa_ra | vạch_ra | nêu (?:_ra|_lên|_rõ)? )
            (?= [^.;:]{0,90} \b(?:tới|cuối_năm|còn_lại|tiếp_theo|phương_hướng)\b ) ) \b
        (?= [^.;:]{0,50} \b(?: nhiệm_vụ | giải_pháp | biện_pháp | phương_hướng | nguyên_tắc_làm_việc
            | công_việc | việc_(?:cần|phải)_làm | (?:vài|mấy|một_số|những|các|hai|ba|bốn|năm|\d{1,2})_việc
            | định_hướng | trọng_tâm )\b (?!_đã_) )
        """,
        "hội nghị xác định các nhiệm vụ trọng tâm gồm: rà soát quy hoạch",
        "hội nghị nêu những tồn tại",
        Asks.WITH_LIST,
        needs=("xác định", "đề ra", "đặt ra", "đưa ra", "vạch ra", "nêu"),
    ),
)

_ASKS_AT_LAST = r"\b(?: yêu_cầu | chỉ_đạo | đề_nghị | kết_luận )\b [^.;]{0,40} : \Z"  # a long way to "…:"

# Behind these words the verb is a noun, or tells of the past: "theo yêu cầu", "được giao", "ý kiến chỉ đạo".
_NO_REQUEST_BEFORE = r"""
    \b(?: theo(?:_các)? | được | bị | sự | đáp_ứng(?:_(?:các|được|kịp_thời|tốt|đầy_đủ|ngày_càng_cao))*
      | đề_ra | đặt_ra | nêu | tiếp_nhận | đạt | các | những | của | đúng
      | hồ_sơ | với | nội_dung | đã_(?=giao)
      | cần | phải | sẽ | được_giao | tập_trung | tăng_cường | chủ_động | trực_tiếp
      | quan | bàn | (?<!thường_)vụ | hội | ban | công_tác | ý_kiến | lãnh_đạo, | phát_biểu | văn_bản
        | và_(?=chỉ) | đồng_thời_(?=chỉ) ) _ \Z
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
# What one delegate thinks or wishes: "Đại biểu Nam cho rằng cần …".
_DELEGATE = r"""
    đại_biểu_ (?: (?! \b(?: kết_luận | giao | yêu_cầu )\b ) [^;:.] ){2,120}
    _(?: cho_rằng | đề_nghị | kiến_nghị | nói | mong_muốn ) \Z
"""
_URGE = r"""
    \b(?: (?<!vấn_đề_)(?<!nội_dung_)(?<!điểm_) cần | phải | hãy | không_được | sẽ_(?:cụ|tiếp|tập)
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
        | đặt_ra_(?:đối_với|với|cho)_.{2,60}?_là\b  # "nhiệm vụ đặt ra cho các ấp là phải …"
        | đặt_ra_(?:đối_với|với|cho)\b
        | (?:đến|tới)_ (?=công_tác|việc)
        | \( [^()]{1,30} \) (?=\s?,)                          # "thời gian tới (tháng 7, 8), …"
        | (?: rằng | thêm | cũng | cho (?=_{bodies}|_các) | và_yêu_cầu | đặt_ra | đó_là | cần | phải | rõ )\b
        | là\b (?=_(?:phải|cần))
        | nhiệm_vụ (?=[:,])
      )
    )* \s*
"""

# "… dồn sức vào 3 nhiệm vụ sau: (1)": the list begins behind the colon.
_LIST_OPENING = r"""
    [^:.;\n]{0,260}?
    \b(?: sau(?:_đây)? | nhiệm_vụ(?:_cụ_thể|_trọng_tâm)? | nội_dung | giải_pháp | việc | bước | vấn_đề
      | yêu_cầu | như_sau
      | trọng_tâm | cụ_thể | tới | năm_\d{4} | quý_\w+ | kết_luận | chỉ_đạo | ne | nè )\b
    (?: [^:.;\n]{0,30} : (?=\s|$) | [^:.;\n]{0,90} ,_đó_là_ )
"""
# "nêu mấy nhiệm vụ như nạo vét kênh …"
_LIST_NAMED = r"""
    [^:.;\n]{0,90}? \b(?: nhiệm_vụ | giải_pháp | biện_pháp | công_việc | nội_dung | việc )\b
    (?: _[^\s:.;,]+ ){0,8}? _(?:như|gồm|là)_ (?={taskverbs})
"""
_RESULTS_LISTED = r"[^:]{0,160}\bkết_quả\b"


@dataclass(frozen=True, slots=True)
class Request:
    """A request inside a sentence: where its tasks begin, and whether a list of them follows."""

    start: int
    rule: str
    opens_list: bool
    lead: tuple[int, int]
    names: bool = False  # its lead names for whom ("nhiệm vụ đặt ra cho các ấp là …")


def find_request(text: Text, start: int, end: int) -> Request | None:
    """Find where a sentence begins to ask for something."""
    window = min(end, start + REQUEST_WINDOW)
    if window < end and compile_pattern(_ASKS_AT_LAST, bare=text.bare).search(text.low, end - 60, end):
        window = end
    openers = candidates(OPENERS, text, start, window)
    for asks in Asks if openers else ():
        verbs = sorted(
            (match.start(), rule.name, match)
            for rule, pattern in openers
            if rule.value is asks
            for match in pattern.finditer(text.low, start, window)
        )
        for _, name, match in verbs:
            if _asks(text, start, match, end, asks):
                return _request(text, start, match, end, name)
    return None


def _asks(text: Text, start: int, match: re.Match[str], end: int, asks: Asks) -> bool:
    lead = text.low[start : match.start()]
    noun = compile_pattern(_NO_REQUEST_BEFORE, bare=text.bare).search(lead, max(0, len(lead) - 24))
    if noun and not _is_body(text, start + noun.start(), start + noun.end()):
        return False
    # A task that asks somebody in its turn: "Tham mưu UBND tỉnh yêu cầu …", not "Lãnh đạo tỉnh yêu cầu …".
    told = is_imperative(text, start, match.start()) and not read_units(text, start, match.start())
    spoken = _speaks_itself(text, start, match) or bool(
        compile_pattern(_TELLER if told else _SPEAKER, bare=text.bare).search(lead)
    )
    spoken = spoken or (asks is Asks.WITH_LIST and any(_units(text, start, match.start())))
    if lead.strip(' "-') and not spoken and skip_connectors(text, start, end) < match.start():
        return False
    if _asks_nobody(text, lead, match) or compile_pattern(_DELEGATE, bare=text.bare).match(
        text.low, start, match.end()
    ):
        return False
    return asks is Asks.ALONE or _urges(text, match.end(), end, listed=asks is Asks.WITH_LIST)


def _asks_nobody(text: Text, lead: str, match: re.Match[str]) -> bool:
    """Tell who gave a goal, who asks those above, and what is answered at once, from a request."""
    begs = compile_pattern(_PETITIONER, bare=text.bare).search(lead, max(0, len(lead) - 60))
    bracketed = lead.count("(") > lead.count(")")  # "(2 đồng chí đề nghị xác minh thêm)"
    return bool(begs) or bracketed or _is_answered(text, match) or _gives_nothing(text, lead, match)


# "đạt 62% chỉ tiêu Chính phủ giao năm 2026": who gave a goal gives no task.
_GIVEN_GOAL = r"""
    (?: \d\s?%_ | vượt_ | đạt_ | bằng_ | theo_ | so_với_ ) (?: so_với_ )?
    (?: chỉ_tiêu | kế_hoạch | dự_toán | mục_tiêu | nhiệm_vụ | định_mức )_
    (?: (?!và_)[^\s,;:.]+_ ){1,6} \Z
"""


# What somebody proposes is answered at once: "… đề nghị tăng tiền ăn ca; Giám đốc đồng ý từ tháng 10".
_PROPOSES = r"(?: đề_nghị | kiến_nghị | mong_muốn )\b"
_ANSWERED = r"""
    (?: [^;.\n] | \.(?=\d) ){5,200} (?: [;.] | ,(?= [^;:.,\n]{0,60} _(?:chưa|không)_ ) )
    _ (?: {positions} | {titles} | {ranks} | chủ_tọa ) [^;:.,\n]{0,50}?
    ,? _(?: (?:không_|chưa_)? (?: đồng_ý | chấp_thuận | nhất_trí ) | trả_lời | tiếp_thu,?_(?:và_)?hứa
      | hứa )\b
"""


_PROPOSER = r"""
    (?: đại_diện_ [^,;:.]{3,50}? ,?_ )? (?: {positions} | {titles} | {ranks} ) [^,;:.]{0,60}? ,? _
    (?= (?: đề_nghị | kiến_nghị | xin )_ )
"""


def proposes(text: Text, start: int, end: int) -> bool:
    """Tell a clause in which somebody proposes what another one answers right behind it."""
    proposer = compile_pattern(_PROPOSER, bare=text.bare).match(text.low, start, end)
    return bool(proposer) and bool(
        compile_pattern(_ANSWERED, bare=text.bare).match(text.low, proposer.end() if proposer else start)
    )


# "giao ban" is a meeting; "giao Ban Kinh tế" gives a board work.
_BRIEFING = r"""
    _ban\b (?= \s* (?: [.,;:()] | \Z ) | _(?: dưới | tháng | tuần | quý | đầu | cuối | định_kỳ | thường_kỳ
      | ngày | báo_chí | trực_tuyến | công_tác | với | tại | của | giữa | cụm | khối | hằng | hàng | đánh_giá
      | sơ_kết )\b )
"""


def _gives_nothing(text: Text, lead: str, match: re.Match[str]) -> bool:
    """Tell "giao ban" from "giao Ban Kinh tế", and "đạt 62% chỉ tiêu tỉnh giao" from a task that is given."""
    if not match[0].endswith("giao"):
        return False
    if compile_pattern(_GIVEN_GOAL, bare=text.bare).search(lead, max(0, len(lead) - 70)):
        return True
    at = match.end()
    if not text.low.startswith(" ban", at):
        return False
    if not text.bare and text.clean[at + 1].islower():
        return True
    return bool(compile_pattern(_BRIEFING, bare=text.bare).match(text.low, at))


def _is_answered(text: Text, match: re.Match[str]) -> bool:
    if not compile_pattern(_PROPOSES, bare=text.bare).match(match[0]):
        return False
    return bool(compile_pattern(_ANSWERED, bare=text.bare).match(text.low, match.end()))


def _is_body(text: Text, start: int, end: int) -> bool:
    """Tell "Giám đốc Ban yêu cầu" from "ban yêu cầu": the name of a body has a capital."""
    return text.clean[start:end].split()[-1:] in (["Ban"], ["Hội"], ["Sở"], ["Vụ"])


_ASKING = r"(?: đề_nghị | yêu_cầu | kêu_gọi | lưu_ý | nhắc )\b"


def _speaks_itself(text: Text, start: int, match: re.Match[str]) -> bool:
    """Tell a body that asks ("Ban Tuyên giáo đề nghị đẩy mạnh …")."""
    if not compile_pattern(_ASKING, bare=text.bare).match(match[0]):
        return False
    asking = read_units(text, skip_connectors(text, start, match.start()), match.start())
    return asking is not None and asking.end >= match.start() - 1


def _units(text: Text, start: int, end: int) -> Iterator[bool]:
    """Tell for each place where a clause may begin whether a unit stands there ("Quận đề ra giải pháp …")."""
    return (read_units(text, at, end) is not None for at in openings(text, start, end))


def _list_behind(text: Text, start: int, end: int) -> re.Match[str] | None:
    """Match the words behind an asking verb up to the list that they lead to."""
    named = compile_pattern(_LIST_NAMED, bare=text.bare)
    return compile_pattern(_LIST_OPENING, bare=text.bare).match(text.low, start, end) or named.match(
        text.low, start, end
    )


def _urges(text: Text, start: int, end: int, *, listed: bool) -> bool:
    """Tell whether "cần", "phải" or a list of tasks follows; a list of results is none."""
    lists = _list_behind(text, start, end)
    if lists and compile_pattern(_RESULTS_LISTED, bare=text.bare).match(text.low, start, lists.end()):
        return False
    if lists or listed:
        return bool(lists)
    window = min(end, start + URGE_WINDOW)
    return bool(compile_pattern(_URGE, bare=text.bare).search(text.low, start, window))


def _before_is(text: Text, start: int, end: int) -> int:
    """Find where the name of who is asked ends ("đặt ra đối với cơ sở là …")."""
    found = compile_pattern(r"_là\b", bare=text.bare).search(text.low, start, end)
    return found.start() if found else end


def _request(text: Text, start: int, match: re.Match[str], end: int, rule: str) -> Request:
    lists = _list_behind(text, match.end(), end)
    behind = lists.end() if lists else match.end()
    filler = compile_pattern(_FILLER, bare=text.bare).match(text.low, behind, end)
    begin = filler.end() if filler else behind
    names = compile_pattern(_NAMED_BETWEEN, bare=text.bare).search(text.low, match.end(), begin)
    if rule == PROMISE and not names:
        return Request(begin, rule, bool(lists), (start, match.start()), names=True)
    owner = compile_pattern(_OWNER, bare=text.bare).fullmatch(text.low, match.start(), match.end())
    if owner:  # "nhiệm vụ của ngành Y tế là …"
        return Request(begin, rule, bool(lists), owner.span("owner"), names=True)
    lead = (names.end(), max(names.end(), _before_is(text, names.end(), begin))) if names else (start, begin)
    return Request(begin, rule, bool(lists), lead, bool(names))


def list_opening(text: Text, start: int, end: int) -> int | None:
    """Find where a list begins in a sentence that asks for nothing by name ("… các nội dung sau: …")."""
    lists = compile_pattern(_LIST_OPENING, bare=text.bare).match(text.low, start, end)
    return lists.end() if lists and lists.end() + SHORTEST_LIST < end else None


SHORTEST_LIST = 20
_OWNER = r"[^.;:,]{6,60}?_của_(?P<owner>[^.;:,]+?)_là (?:_phải|_cần)?"
_NAMED_BETWEEN = r"\bđặt_ra_(?:đối_với|với|cho)_"
