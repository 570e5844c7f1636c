"""Deadlines (thời hạn) as they are written: a fixed last day, a recurring one, one relative to something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from .dates import Reference
from .lastdays import (
    Resolve,
    before_the_month,
    before_the_year,
    day_of_a_month,
    no_day,
    part_of_a_month,
    the_day,
    the_half,
    the_month,
    the_quarter,
    the_weekday,
    the_year,
    this_month,
    this_week,
)
from .model import Deadline, DeadlineKind
from .rules import Rule, candidates, compile_pattern
from .text import Text


class Reach(Enum):
    """How far what is written reaches, and so when it is a last day at all."""

    DAY = auto()  # a day: always
    PERIOD = auto()  # a week, month, quarter: not at the start of a task that goes on
    YEAR = auto()  # a year or half of it: only with a word of finishing


@dataclass(frozen=True, slots=True)
class Kind:
    """What a rule gives: its kind, how the last day is found, and how far it reaches."""

    kind: DeadlineKind
    resolve: Resolve
    reach: Reach = Reach.DAY


_DATE = (
    r"(?P<date> \d{1,2} \s?[/.-]\s? \d{1,2} (?:\s?[/.-]\s?\d{4})? | \d{1,2}_tháng_\d{1,2} (?:_năm_\d{4})? )"
)
_LABEL = r"\b(?:thời_hạn|thời_gian|hạn) (?:_(?:hoàn_thành|thực_hiện|báo_cáo|xử_lý|nộp|trình|gửi))? \s?:\s?"
_OF_YEAR = r"(?: (?: \s?/\s? | _năm_ | - ) (?P<year>\d{4}) )?"
_BEFORE = (
    r"\b(?: trước | chậm_nhất | muộn_nhất | hạn_(?:cuối|chót) | không_quá | đến | đến_hết | hết | thời_hạn )"
)
_LINK = r"(?: _(?:là|trong|vào|đến|hết|trước|cuối) )*"

# Before a date: "thứ Tư (28/10)", "thứ Sáu, ngày 30/10".
_WEEKDAY = r"(?: (?:thứ_(?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ_nhật) (?: ,\s? | _?(?P<open>\() | _ ) )?"
_CLOSED = r"(?(open) \) )"

RULES: tuple[Rule[Kind], ...] = (
    Rule(
        "trước ngày 25 hằng tháng",
        r"(?: \b(?:trước|chậm_nhất|vào)_ (?:(?:là|vào|trước)_)* )? (?: ngày_\d{1,2}_ | tuần_ )?"
        r" (?:của_)? \b(?: hằng | hàng | mỗi ) _(?:tháng|tuần|quý|ngày|năm)\b (?!_năm)",
        "báo cáo trước ngày 25 hằng tháng",
        "trước ngày 25/8",
        Kind(DeadlineKind.RECURRING, no_day),
        needs=("hằng", "hàng", "mỗi"),
    ),
    Rule(
        "định kỳ",
        r"\bđịnh_kỳ_(?: \d+_tháng | tháng | quý | tuần | 6_tháng )",
        "định kỳ quý báo cáo kết quả",
        "hội nghị định kỳ tổ chức",
        Kind(DeadlineKind.RECURRING, no_day),
        needs=("định kỳ",),
    ),
    Rule(
        "trong 10 ngày kể từ ngày ký",
        r"\b(?:trong|sau)_(?:vòng_|thời_hạn_|thời_gian_)? \d+_(?:ngày|tuần|giờ|tháng)(?:_làm_việc)?"
        r" (?: _(?:kể_)?từ_(?:ngày|khi)_[\wà-ỹ]+ (?:_[\wà-ỹ]+)? )? (?!_(?:đầu|cuối|qua|tới_đây|\d))",
        "trong 10 ngày kể từ ngày ký",
        "trong 6 tháng đầu năm",
        Kind(DeadlineKind.RELATIVE, no_day),
        needs=("ngày", "tuần", "giờ", "tháng"),
    ),
    Rule(
        "ngay sau hội nghị",
        r"\bngay_sau_(?:hội_nghị|cuộc_họp|kỳ_họp|phiên_họp)",
        "triển khai ngay sau hội nghị",
        "sau hội nghị",
        Kind(DeadlineKind.RELATIVE, no_day),
        needs=("ngay sau",),
    ),
    Rule(
        "trước 15h thứ 6 tuần này",
        r"(?: \b(?:trước|chậm_nhất|trong|vào)_ )? (?:\d{1,2}_?(?:h|giờ)\d{0,2}_)? (?:ngày_)?"
        r" thứ_(?P<weekday>[2-7]|hai|ba|tư|năm|sáu|bảy)_tuần_(?P<week>này|tới|sau)",
        "gửi trước 15h thứ 6 tuần này",
        "thứ 6 hằng tuần",
        Kind(DeadlineKind.FIXED, the_weekday),
        needs=("tuần",),
    ),
    Rule(
        "trước ngày 20/8/2026",
        _BEFORE + _LINK + r"_(?: \d{1,2}(?:h|_giờ)\d{0,2}_ )? " + _WEEKDAY + "(?:ngày_)?" + _DATE + _CLOSED,
        "xong trước 20/8",
        "ngày 20/8/2026",
        Kind(DeadlineKind.FIXED, the_day),
        needs=("trước", "nhất", "hạn", "không quá", "đến", "hết"),
    ),
    Rule(
        "thời gian hoàn thành: 30/9/2026",
        _LABEL + r"(?: (?:trước|chậm_nhất|đến|trong)_ )? (?:ngày_)?" + _DATE,
        "thời gian hoàn thành: 30/9/2026",
        "thời gian hoàn thành dự án",
        Kind(DeadlineKind.FIXED, the_day),
        needs=("thời", "hạn"),
    ),
    Rule(
        "hạn 12/10",
        r"(?<!quá_)(?<!trễ_)(?<!đúng_)(?<!đến_)\bhạn_(?:ngày_|trước_|đến_|là_){0,2}" + _DATE,
        "nộp đề kiểm tra, hạn 12/10",
        "hạn hán kéo dài",
        Kind(DeadlineKind.FIXED, the_day),
        needs=("hạn",),
    ),
    Rule(
        "xong trong ngày 30/7",
        r"\b(?: (?:xong|hoàn_thành|nộp|gửi|trình)_(?:trong_|vào_)? | trong_ )"
        r" (?: ngày_ | (?:(?:sáng|chiều)_)? (?=thứ_) " + _WEEKDAY + "(?:ngày_)? )" + _DATE + _CLOSED,
        "nộp báo cáo xong trong ngày 30/7",
        "khai mạc ngày 30/7",
        Kind(DeadlineKind.FIXED, the_day),
        needs=("ngày",),
    ),
    Rule(
        "trong 03 ngày 14, 15, 16/11/2026",
        r"(?<=[^\W\d]_) (?: (?:trong|vào)_(?:các_|\d{1,2}_)? | các_ | (?<!trong_)(?<!vào_)\d{1,2}_ ) ngày_"
        r" (?: \d{1,2} (?:\s?/\s?\d{1,2})? (?: ,\s? | ,?_và_ | \s?[-–]\s? | _đến_(?:hết_)?(?:ngày_)? ) ){1,6}"
        + _DATE,
        "ra quân trong 02 ngày 28 và 29/11/2026",
        "trong 02 ngày nghỉ",
        Kind(DeadlineKind.FIXED, the_day),
        needs=("ngày",),
    ),
    Rule(
        "trước ngày 10 tháng sau",
        r"\b(?:trước|chậm_nhất(?:_là)?|đến|vào)_(?:ngày_)? (?P<day>\d{1,2}) _(?:của_)?tháng_"
        r" (?P<which>sau|tới|này)\b",
        "báo cáo trước ngày 10 tháng sau",
        "trước ngày 10 tháng 8",
        Kind(DeadlineKind.FIXED, day_of_a_month),
        needs=("tháng",),
    ),
    Rule(
        "trước Tết Nguyên đán",
        r"""
        \b(?:xong_|hoàn_thành_)? trước_(?: tết(?:_nguyên_đán|_trung_thu)? | mùa_(?:mưa|bão|lũ|khô) | năm_học
          | kỳ_họp | đại_hội | khai_giảng | lễ_khai | ngày_(?:khai_giảng|bầu_cử|hội|tết) )\b
        """,
        "sửa xong cầu trước tết nguyên đán",
        "trước tình hình đó",
        Kind(DeadlineKind.RELATIVE, no_day),
        needs=("trước",),
    ),
    Rule(
        "trước tháng 9/2026",
        r"\btrước_tháng_(?P<month>\d{1,2})" + _OF_YEAR,
        "hoàn thành trước tháng 9/2026",
        "tháng trước",
        Kind(DeadlineKind.FIXED, before_the_month),
        needs=("trước tháng",),
    ),
    Rule(
        "trong tháng 10/2017",
        r"""
        (?: \b(?: (?:chậm_nhất|trước|đến)_(?:là_)? )? (?: trong | hết | cuối | vào )_(?:cuối_|hết_)?
          | """
        + _LABEL
        + r"""(?:trong_)? ) (?: tháng_\d{1,2} _?(?:,|-|và|đến)_ )? tháng_(?P<month>\d{1,2})
        """
        + _OF_YEAR,
        "hoàn thành trong tháng 10/2017",
        "kết quả tháng 10/2017",
        Kind(DeadlineKind.FIXED, the_month, Reach.PERIOD),
        needs=("tháng",),
    ),
    Rule(
        "trong quý IV",
        r"(?: \b(?:đến_|chậm_nhất_)? (?: trong | hết | cuối | vào | trước )_(?:cuối_|hết_)? | "
        + _LABEL
        + r"(?:trong_)? ) (?: quý_(?:iv|i{1,3}|[1-4]) _?(?:,|-|và|đến)_ )? quý_(?P<quarter>iv|i{1,3}|[1-4])\b"
        + _OF_YEAR,
        "trình trong quý iv",
        "kết quả quý iv",
        Kind(DeadlineKind.FIXED, the_quarter, Reach.PERIOD),
        needs=("quý",),
    ),
    Rule(
        "trong 6 tháng đầu năm",
        r"\b(?: trong | hết )_(?:6|06|sáu)_tháng_(?P<half>đầu|cuối)_năm" + r"(?: _(?P<year>\d{4}) )?",
        "hoàn thành trong 6 tháng đầu năm",
        "kết quả 6 tháng đầu năm",
        Kind(DeadlineKind.FIXED, the_half, Reach.YEAR),
        needs=("tháng đầu", "tháng cuối"),
    ),
    Rule(
        "đến cuối năm 2017",
        r"\b(?: (?:đến|trước|vào|chậm_nhất)_(?:cuối|hết|tháng_12) | hết )_năm_(?P<year>\d{4})",
        "đến hết năm 2025 xóa toàn bộ nhà tạm",
        "tổng kết năm 2017",
        Kind(DeadlineKind.FIXED, the_year, Reach.PERIOD),
        needs=("năm",),
    ),
    Rule(
        "đến năm 2030",
        r"\bđến_năm_(?P<year>\d{4}) (?! ,?_(?:tầm_nhìn|định_hướng|và_những) )",
        "phấn đấu đến năm 2030 hoàn thành tuyến đường",
        "quy hoạch đến năm 2030, tầm nhìn 2050",
        Kind(DeadlineKind.FIXED, the_year, Reach.YEAR),
        needs=("năm",),
    ),
    Rule(
        "trước năm 2026",
        r"\btrước_năm_(?P<year>\d{4})",
        "hoàn thành trước năm 2026",
        "năm trước",
        Kind(DeadlineKind.FIXED, before_the_year),
        needs=("năm",),
    ),
    Rule(
        "trong năm 2018",
        r"\btrong_năm_(?P<year>\d{4})",
        "khởi công trong năm 2018",
        "nghị quyết năm 2018",
        Kind(DeadlineKind.FIXED, the_year, Reach.YEAR),
        needs=("năm",),
    ),
    Rule(
        "cuối năm 2020 tăng lên",
        r"\bcuối_năm_(?P<year>\d{4}) (?=_(?:tăng|giảm|đạt|có|còn|phải|hoàn_thành)\b)",
        "thu nhập cuối năm 2020 tăng lên 1,5 lần",
        "kỳ họp cuối năm 2017",
        Kind(DeadlineKind.FIXED, the_year, Reach.PERIOD),
        needs=("năm",),
    ),
    Rule(
        "trước cuối năm nay",
        r"\b(?:trước|hết|đến_hết|xong_trong)_(?:cuối_)?năm(?:_nay)?\b (?!_\d|_học|_ngân) (?P<year>(?!))?",
        "hoàn thành trước cuối năm nay",
        "từ đầu năm đến nay",
        Kind(DeadlineKind.FIXED, the_year, Reach.PERIOD),
        needs=("năm",),
    ),
    Rule(
        "trong tuần đầu tháng 11/2026",
        r"""
        \b(?: trong | vào | hết | đến_hết | trước_cuối )_
        (?: tuần_(?:lễ_)?(?P<week>đầu(?:_tiên)?|thứ_(?:nhất|hai|ba|tư|[1-4])|cuối(?:_cùng)?)
          | (?P<days>\d{1,2})_ngày_đầu | (?P<half>nửa)_đầu )
        _ (?:của_)? tháng_(?P<month>\d{1,2})
        """
        + _OF_YEAR,
        "đối thoại với các hộ trong tuần đầu tháng 11/2026",
        "họp trong tuần này",
        Kind(DeadlineKind.FIXED, part_of_a_month),
        needs=("tuần", "ngày đầu", "nửa đầu"),
    ),
    Rule(
        "trong tuần từ 16 đến 20/11/2026",
        r"\b(?:trong|hết)_tuần_\(?từ_(?:ngày_)?[\d/.]+(?:_đến_|\s?-\s?)(?:hết_)?(?:ngày_)?" + _DATE,
        "làm việc với điện lực trong tuần từ 16 đến 20/11/2026",
        "trong tuần từ thứ hai",
        Kind(DeadlineKind.FIXED, the_day),
        needs=("tuần từ", "tuần (từ"),
    ),
    Rule(
        "trong tuần này",
        r"(?<!ngày_)(?<!buổi_)(?<!lần_)\btrong_tuần(?:_này)?\b"
        r" (?!_(?:qua|tới|sau|đầu|cuối|thứ|lễ|\(?từ_(?:ngày_)?\d))",
        "báo cáo trong tuần này",
        "trong tuần qua",
        Kind(DeadlineKind.FIXED, this_week, Reach.PERIOD),
        needs=("trong tuần",),
    ),
    Rule(
        "trong tháng này",
        r"\btrong_tháng_này\b",
        "xong trong tháng này",
        "trong tháng qua",
        Kind(DeadlineKind.FIXED, this_month, Reach.PERIOD),
        needs=("trong tháng này",),
    ),
)

# With these a year is a last day.
_COMPLETING = r"""
    \b(?: hoàn_thành | xong | trình | ban_hành | khởi_công | bàn_giao | dứt_điểm | phê_duyệt | kết_thúc
      | công_bố | nghiệm_thu | thông_xe | xóa | phấn_đấu | đưa_vào | điều_chỉnh | xây_dựng_xong )\b
"""
# Before a year these make it part of a name or a plan: "nhiệm vụ trọng tâm trong năm 2026".
_PLANNED_IN = r"""
    \b(?: hàng_đầu | trọng_tâm | dự_kiến(?:_\w+){0,2} | nhiệm_vụ | kế_hoạch | chương_trình | hoạt_động
      | chỉ_tiêu | nghị_quyết[^,;]{0,60} | chiến_lược[^,;]{0,60} | đề_án[^,;]{0,60} | phương_hướng[^,;]{0,60}
      | quy_hoạch[^,;]{0,60} | ngân_sách_nhà_nước | diễn_ra ) \s* \Z
"""
# "Chương trình phát triển nhà ở đến năm 2030": the year belongs to the name.
_NAMED_TO = r"\b(?: chương_trình | kế_hoạch | dự_án | phong_trào | cuộc_vận_động ) [^,;]{0,60} \Z"
# "các đoạn tuyến dự kiến khởi công trước ngày 30/4": it only describes
_EXPECTED = r"\b(?: nếu | dự_kiến | dự_định | theo_kế_hoạch | đã_được | sắp | lẽ_ra ) [^,;:]{0,30} \Z"
# "trình điều chỉnh thời gian thực hiện dự án đến ngày 28/2/2027": the day belongs to what is asked for
_EXTENDED = r"""
    \b(?: điều_chỉnh | gia_hạn | kéo_dài | lùi | dời | giãn )_
    (?: thời_(?:gian|hạn) | hạn | tiến_độ | hợp_đồng | hiệu_lực | giấy_phép ) [^,;:.]{0,60} \Z
"""
# "đến ngày 10/11/2026 toàn Sở mới giải ngân 60%" tells how far it is by then.
_AS_OF = r"[,_]* (?: [^,;:.]{0,30}_ )? (?: mới | đã | chỉ_mới | vẫn_còn | còn_\d )\b"
_TO = ("đến", "den")
_GOES_ON = r"[\s,]*(?:\w+\s){0,3}?(?: tiếp_tục | duy_trì | theo_dõi | giữ | bám_sát )\b"
_BY_END = ("hết", "cuối", "đến", "trước", "chậm", "vào cuối", "thời", "hạn")

# With these a period is a last day; without them, and at the start of a task, it is a horizon.
_FINISHING = r"""
    \b(?: hoàn_thành | xong | trình | ban_hành | gửi | báo_cáo | bao_lai | khởi_công | bàn_giao
      | dứt_điểm | chi_trả | phê_duyệt
      | kết_thúc | công_bố | đưa_vào | nghiệm_thu | thông_xe | xóa | chốt | giải_ngân | hết | trước
      | khánh_thành | khai_trương | khai_giảng | ra_mắt | ký_kết | động_thổ | sẽ_(?:tổ_chức|mở|họp|ra)
      | tổ_chức_(?:hội_nghị|hội_thảo|hội_thi|lễ|họp|sơ_kết|tổng_kết|đại_hội|lấy|tập_huấn|thi|kiểm_tra) )\b
"""
_SINCE = r"""
    \b(?: (?<!hưởng_)(?<!điện_)từ | giai_đoạn | kể_từ | (?<!máy_)(?<!vi_)tính | so_với | tính_từ )\s*
    (?:ngày_)? [^,;]{0,14} \Z
"""
_PASSED = ("tính", "so với")
_CUE = r"""
    \d | \b(?: hằng | hàng | mỗi | định_kỳ | ngay_sau | tuần | tháng_này | quý | cuối_năm | hết_năm | năm_nay
      | trước_(?: tết | mùa | năm | kỳ | đại | khai | lễ | ngày ) )\b
"""
FINISH_BEFORE, FINISH_BEHIND = 140, 60
START_OF_TASK = 12


def read_deadline(text: Text, start: int, end: int, reference: Reference) -> tuple[Deadline, str] | None:
    """Read the first deadline of a task, with the name of the rule that read it; none is ever guessed."""
    if not compile_pattern(_CUE, bare=text.bare).search(text.low, start, end):
        return None
    found = [
        (rule.value.kind is not DeadlineKind.FIXED, match.start(), order, match, rule)
        for order, (rule, pattern) in enumerate(candidates(RULES, text, start, end))
        if (match := _first(rule.value, pattern, text, start, end))
    ]
    for _, _, _, match, rule in sorted(found, key=lambda hit: hit[:3]):
        last_day = rule.value.resolve(match, text, reference)
        if not last_day or not _is_long_past(last_day, reference):
            return Deadline(text.span(match.start(), match.end()), rule.value.kind, last_day), rule.name
    return None


def _is_long_past(last_day: date, reference: Reference) -> bool:
    """Tell "các tuyến ống lắp trước năm 1998", which no meeting can still ask for."""
    known = reference.day.year if reference.day else reference.year
    return known is not None and last_day.year < known - 1


def _first(kind: Kind, pattern: re.Pattern[str], text: Text, start: int, end: int) -> re.Match[str] | None:
    """Find the first phrase of a rule that binds."""
    found = pattern.finditer(text.low, start, end)
    return next((match for match in found if _binds(text, start, match, end, kind)), None)


def _binds(text: Text, start: int, match: re.Match[str], end: int, kind: Kind) -> bool:
    """Tell a last day from a horizon ("Trong quý IV, tiếp tục …") and from a time that has passed."""
    since = compile_pattern(_SINCE, bare=text.bare).search(
        text.low, max(start, match.start() - 24), match.start()
    )
    if since and (
        kind.reach is not Reach.DAY or kind.kind is not DeadlineKind.FIXED or since[0].startswith(_PASSED)
    ):
        return False
    if kind.reach is Reach.DAY:
        passed = [(_EXPECTED, 60)] + [(_EXTENDED, 90)] * match[0].startswith(_TO)
        return not _tells_how_far(text, match, end) and not any(
            compile_pattern(words, bare=text.bare).search(
                text.low, max(start, match.start() - far), match.start()
            )
            for words, far in passed
        )
    if kind.reach is Reach.YEAR:
        return _completes_in_a_year(text, start, match, end)
    if match[0].startswith(_BY_END):
        return not compile_pattern(_GOES_ON, bare=text.bare).match(text.low, match.end(), end)
    if match.start() - start >= START_OF_TASK:
        return True
    return _finishes(text, _FINISHING, start, match, end)


def _tells_how_far(text: Text, match: re.Match[str], end: int) -> bool:
    behind = compile_pattern(_AS_OF, bare=text.bare).match(text.low, match.end(), end)
    return match[0].startswith(_TO) and bool(behind)


def _completes_in_a_year(text: Text, start: int, match: re.Match[str], end: int) -> bool:
    planned = compile_pattern(_PLANNED_IN, bare=text.bare)
    before = max(start, match.start() - 90)
    if planned.search(text.low, before, match.start()):
        return False
    named = compile_pattern(_NAMED_TO, bare=text.bare)
    if match[0].startswith(("đến", "den")) and named.search(text.low, before, match.start()):
        return False
    return _finishes(text, _COMPLETING, start, match, end)


def _finishes(text: Text, words: str, start: int, match: re.Match[str], end: int) -> bool:
    window = max(start, match.start() - FINISH_BEFORE), min(end, match.end() + FINISH_BEHIND)
    return bool(compile_pattern(words, bare=text.bare).search(text.low, *window))
