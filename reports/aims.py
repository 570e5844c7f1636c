"""Goals (mục tiêu, phấn đấu): which figures of a sentence are aimed at and not reached."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from .cues import Section
from .indicators import is_measure
from .layout import clauses, trim
from .lists import Place
from .page import Page
from .rules import compile_pattern
from .sections import Part
from .text import Text

# What opens a goal; it holds to the end of its sentence or bracket.
_AIM = r"""
    \b(?: phấn_đấu | quyết_tâm | đặt_(?:ra_)? (?:các_)? (?:mục_tiêu|chỉ_tiêu|kế_hoạch)
      | kế_hoạch_đề_ra_phấn_đấu
      | (?: thông_qua | quyết_nghị | xác_định | đề_ra | biểu_quyết )_
        (?: nghị_quyết | nhiệm_vụ | phương_hướng )\b [^.;:%]{0,80} _(?:các|một_số|những|\d+)_chỉ_tiêu
        (?:_(?: chủ_yếu | cơ_bản | chính | cụ_thể | lớn ))?
      | (?<!vượt_)(?<!đạt_)(?<!so_với_)(?<!hoàn_thành_)(?<!so_)(?<!các_)(?<!với_)(?<!%_) mục_tiêu
        (?= _(?: đến | năm | quý | tháng | \d+_tháng | sáu_tháng | cuối | trong | cụ_thể | tổng_quát | chung
          | nhiệm_kỳ | giai_đoạn | là | tăng | giảm | đạt | đưa | của_năm | phấn_đấu | có | xây | nâng | tỷ
          | tốc ) | : )
      | (?<!%_) chỉ_tiêu_(?: (?:cụ_thể_)?năm_\d{4} | đến_năm | đề_ra_là | giao_là | phấn_đấu )
      | (?<!%_) chỉ_tiêu_(?: quý | tháng | \d+_tháng_cuối | cuối_năm )
        (?= [^,;:.]{0,20} : (?! .{0,200} \b(?: đạt | kết_quả | so_với | đã )\b ) )
      | (?<=[;,(]_) (?:chỉ_tiêu|mục_tiêu|kế_hoạch)_(?:cả_)?năm_(?:là_)?(?=(?:giảm|tăng|đạt)_\d)
      | dự_kiến (?!_(?:đến_)?(?:hết|cuối)_năm)
      | dự_báo (?! [^.;()]{0,90} \( (?:mục_tiêu|kế_hoạch|chỉ_tiêu)\b )
      | kịch_bản
      | sẽ_(?:\w+_){0,2}?(?:có|đạt|đưa|hoàn_thành|giảm|tăng|nâng|giải_ngân|trồng|thu|tạo|giải_quyết|kết_nạp)
      | (?:(?<!chuyên_)cần|phải)_(?:\w+_)?(?:đạt|bảo_đảm|đảm_bảo|tăng|giảm|bằng|giải_ngân|hoàn_thành)
      | (?:(?<!chuyên_)cần|phải)_(?:\w+_){1,3}được (?=_(?:ít_nhất_|tối_thiểu_|trên_)?\d)
      | (?:ít_nhất|tối_thiểu)_phải
      | còn_phải_(?:\w+_){0,2}(?:phát_triển|vận_động|thu|giải_ngân|hoàn_thành|trồng|kết_nạp|giải_quyết|tạo)
      | (?: đến_(?:hết_|cuối_)? | (?<!hoạch_)(?<!quyết_)(?<!trình_)(?<!toán_)(?<!án_)(?<!cáo_)(?<!phí_)
          (?<!vụ_)(?<!đề_)(?<!học_)(?<!tác_)(?<!lệ_)(?<!đợt_)(?<!vốn_)(?<!tư_) ) năm_(?P<year>20\d\d) )\b
"""
# Words behind a cue that tell results again.
_REACHED = (
    r"\b(?: (?<!từ_)(?<!này_)đến_nay | hiện_nay_ | mới_(?:được|đạt|có|thu|giải_ngân|thực_hiện)"
    r" | (?:chỉ|hiện|nay)_còn"
    r" | ước_(?:đạt|thực_hiện|tính) | đã_(?!đề_ra|đặt_ra|giao|nêu|xác_định|được_giao|ký|cam_kết)"
    r" | kết_quả_đạt )\b"
)
# In a section of tasks these tell a goal by themselves: "nâng tỷ lệ che phủ rừng lên 45%".
_SHIFT = r"\b(?: nâng | giảm | tăng | duy_trì | giữ | hạ | kéo_giảm )_(?:dần_)? (?={indicators})"
_AT_LEAST = r"""
    \b(?: giảm | tăng | đạt | nâng | lên | còn | xuống | hoàn_thành )
    _(?= (?:ít_nhất|tối_thiểu|không_quá|trên|dưới)_\d )
"""
# In a section of tasks a goal needs such words right before its figure.
_SET = r"""
    \b(?: phấn_đấu | mục_tiêu | chỉ_tiêu | (?:phải|cần)_(?:\w+_){0,2}đạt | đạt
      | (?:lên|xuống)(?:_còn|_dưới|_trên)?
      | còn | trên | bảo_đảm | đảm_bảo | quyết_tâm | giảm | tăng | có(?:_ít_nhất)? | duy_trì | bình_quân
      | hoàn_thành
      | ít_nhất | tối_thiểu | : ) (?:_\w+){0,3} _? \Z
      | \b(?: phấn_đấu | mục_tiêu | chỉ_tiêu | dự_kiến ) (?:_[^\W\d]+){4,5} (?:_từ)? _ \Z
"""
_OPENS_GOALS = r"\b(?: phấn_đấu | mục_tiêu | chỉ_tiêu[^,;.]{0,20} | quyết_tâm | dự_kiến | kế_hoạch ) \Z"
# The next of a list of goals: few words from its comma to its figure ("…; thành lập mới 12 hợp tác xã").
_NEXT_GOAL = r"""
    [,;:] \s* (?! \s | (?: kiểm_tra | giám_sát | thanh_tra | tổ_chức | mở | rà_soát | họp | tuyên_truyền
      | xem_xét | triển_khai | khảo_sát | tập_huấn | ban_hành | phối_hợp | tham_mưu
      | cử | bố_trí | mời | giao )\b )
    [^,;:.()\d]{0,50} \Z
"""
# Sentences behind a goal for a time to come go on with goals, unless they tell what was, or who says it.
_TO_COME = r"""
    \b(?: (?:năm|nhiệm_kỳ|thời_gian|giai_đoạn|quý|tháng|năm_học|tuần|vụ)_(?:tới|sau|tiếp_theo)
      | năm_(?P<year>20\d\d) )\b
"""
_NOT_TO_COME = r"""
    \b(?: đã | ước | hiện | nay | này | qua | vừa | kết_quả | cùng_kỳ | trước | theo | tính_đến | so_với
      | chưa | cho_(?:biết|rằng|hay|thấy) | khẳng_định | nhấn_mạnh | báo_cáo | phát_biểu | đánh_giá )\b
"""
_GIVEN = r"\bchỉ_tiêu_(?:\w+_){0,2}? năm_\d{4} \Z"
_AND_NOW = r"\d [^;]{0,20} ; _ (?: có | đã | hiện | nay | còn )\b"
_LONGEST_GIVEN = 40
_WAS = r"\b(?: đã | ước | cùng_kỳ | kết_quả | vừa | được )\b"
# What announces a list of goals ("Hội đồng quyết nghị các chỉ tiêu chính của năm:").
_LEAD = r"""
    \b(?: chỉ_tiêu | mục_tiêu | phấn_đấu )\b (?! _đạt | _hoàn_thành | _vượt | _chưa | _không
      | .{0,60}_kết_quả )
"""
_NO_LEAD = (
    r"\b(?: kết_quả | thực_hiện_(?:các_)?chỉ_tiêu | đã_đạt | đạt_được | hoàn_thành | chưa_đạt | vượt )\b"
)
# A heading over goals; over "chỉ tiêu" there may stand results too, so that it has to name a year to come.
_HEADING = r"""
    (?: [ivx\d]{1,4} [.)/-] \s* )* (?: một_số_ | các_ | những_ )?
    (?: mục_tiêu (?! _\S+_đã ) [^\d;:,%]{0,50} (?: (?P<year>20\d\d) | \d{1,2} )? [^\d;:%]{0,20}
      | chỉ_tiêu [^\d;:%]{0,40} (?: phấn_đấu | năm_(?P<later>20\d\d) ) [^\d;:%]{0,20} )
"""
_LIMITS = ("ít nhất ", "tối thiểu ", "không quá ", "tối đa ")
_LIMITS_BARE = ("it nhat ", "toi thieu ", "khong qua ", "toi da ")
LONGEST_HEADING, LONGEST_NEXT = 90, 70
LONGEST_LEAD = 260
# A sentence without any of these aims at nothing; this is much faster to find.
_MAY_AIM = re.compile(
    r"phấn đấu|quyết tâm|thông qua|quyết nghị|xác định|đề ra|biểu quyết"
    r"|mục tiêu|chỉ tiêu|đặt |dự kiến|dự báo|kịch bản|sẽ |cần \w|phải \w"
    r"|năm 20"
    r"|phan dau|quyet tam|thong qua|quyet nghi|xac dinh|de ra|bieu quyet"
    r"|muc tieu|chi tieu|dat |du kien|du bao|se |can \w|phai \w|nam 20"
)
_BEFORE_IT = 16  # the longest word that must not stand before a goal


# Nothing but what is measured and how much of it: "tổn thất không quá 4,3%".
_MEASURED = r"""
    (?! (?: {taskverbs} | {actionverbs} | {countverbs} | {bodies} | {titles} | {positions}
      | kinh_phí | chi_phí | trong_đó | mỗi | tổng_(?:vốn|mức) )\b )
    [^\W\d] [^,;:().\d]{3,60}?
    _ (?: (?: đạt | trên | dưới | không_quá | tối_đa | tối_thiểu | ít_nhất | từ | bằng )_ ){0,2}
    \d[\d.,]* \s?
    (?: % | (?: (?: tỷ | triệu | nghìn )_ )? (?: đồng | kwh | mwh | tấn | tạ | ha ) (?: /[^\W\d]+ ){0,3} )
    (?: _trở_(?:lên|xuống) )? \s* [.;]? \s*
"""


def measured_first(text: Text, start: int, end: int) -> int:
    """Find where the clauses end with which a sentence begins that say only how much something is to be."""
    pattern, stop = compile_pattern(_MEASURED, bare=text.bare), start
    for clause in clauses(text, start, end):
        if not pattern.fullmatch(text.low, *trim(text, *clause)):
            break
        stop = clause[1]
    return stop


def goal_places(page: Page) -> list[Place]:
    """Bound the sentences of lists that a lead or a heading announces as goals."""
    aims = Aims(page)
    return [(part.start, part.end) for part in page.parts if part.start in aims.listed]


class Aims:
    """Where the goals of a report begin; made once for a page."""

    def __init__(self, page: Page) -> None:
        self.text = page.text
        known = page.reference
        self.year = known.day.year if known.day else known.year
        self.listed = _listed_parts(page.text, page.parts, self.year)
        self.carried: set[int] = set()
        self.measured: set[int] = set()

    def cues(self, part: Part) -> list[int]:
        """Find where goals begin in a sentence."""
        if part.start in self.listed or part.start in self.carried:
            return [part.start]
        first = _MAY_AIM.search(self.text.low, part.start, part.end)
        if not first and part.section is not Section.TASKS:
            return []
        start = max(part.start, first.start() - _BEFORE_IT) if first else part.end
        cues = [
            cue.end()
            for cue in compile_pattern(_AIM, bare=self.text.bare).finditer(self.text.low, start, part.end)
            if not cue["year"] or (self.year is not None and int(cue["year"]) > self.year)
        ]
        if part.section is Section.TASKS:
            for pattern in (_SHIFT, _AT_LEAST):
                found = compile_pattern(pattern, bare=self.text.bare).finditer(
                    self.text.low, part.start, part.end
                )
                cues += [shift.end() for shift in found]
            if measured_first(self.text, part.start, part.end) > part.start:
                self.measured.add(part.start)
                cues.append(part.start)
            cues.sort()
        return cues

    def goes_on(self, before: Part, part: Part) -> bool:
        """Tell that a sentence goes on with the goals of the one before: "Năm tới … . Về xã hội, …"."""
        text = self.text
        if part.start in self.listed or compile_pattern(_NOT_TO_COME, bare=text.bare).search(
            text.low, part.start, part.end
        ):
            return False
        if before.start in self.carried:
            return True
        return any(
            not time["year"] or (self.year is not None and int(time["year"]) > self.year)
            for time in compile_pattern(_TO_COME, bare=text.bare).finditer(text.low, before.start, before.end)
        )

    def asks_on(self, before: Part, part: Part) -> bool:
        """Tell "Giảm tỷ lệ hộ nghèo 1%/năm." behind a task: what is asked for goes on."""
        if before.section is not Section.TASKS or part.section is Section.TASKS:
            return False
        text = self.text
        if compile_pattern(_WAS, bare=text.bare).search(text.low, part.start, part.end):
            return False
        return bool(compile_pattern(_SHIFT, bare=text.bare).match(text.low, part.start, part.end))

    def holds(
        self, part: Part, cues: list[int], at: int, unit: str | None = None, *, going: bool = False
    ) -> bool:
        """Tell whether a figure at `at` is aimed at; `going` says that the one before it is."""
        index = bisect_right(cues, at) - 1
        if index < 0:
            return False
        between = self.text.low[cues[index] : at]
        if between.count(")") > between.count("("):
            return False
        if compile_pattern(_REACHED, bare=self.text.bare).search(between) or self._tells_again(
            cues[index], between
        ):
            return False
        if part.section is not Section.TASKS or (going and self._is_next(part, at)):
            return True
        return self._is_set(part, cues[index], at, unit)

    def _tells_again(self, cue: int, between: str) -> bool:
        """Tell "Chỉ tiêu năm 2026 là 85%; có 04 xã đạt", where the goal is told as what it is beside."""
        bare = self.text.bare
        given = compile_pattern(_GIVEN, bare=bare).search(self.text.low, max(0, cue - _LONGEST_GIVEN), cue)
        return bool(given) and bool(compile_pattern(_AND_NOW, bare=bare).search(between))

    def _is_set(self, part: Part, cue: int, at: int, unit: str | None) -> bool:
        if part.start in self.listed or cue in self.measured:
            return True
        if unit and (unit == "%" or is_measure(unit)) and self._opens_goals(cue):
            return True  # "Phấn đấu: thu quỹ 150 triệu đồng; 100% giáo viên đạt chuẩn"
        if self.text.low.startswith(_LIMITS_BARE if self.text.bare else _LIMITS, at):
            return True  # "phải kết nạp ít nhất 50 đảng viên"
        window = max(part.start, at - 60)
        return bool(compile_pattern(_SET, bare=self.text.bare).search(self.text.low, window, at))

    def _is_next(self, part: Part, at: int) -> bool:
        """Tell the next figure of a list of goals."""
        window = max(part.start, at - LONGEST_NEXT)
        return bool(compile_pattern(_NEXT_GOAL, bare=self.text.bare).search(self.text.low, window, at))

    def _opens_goals(self, cue: int) -> bool:
        """Tell a cue that is followed by nothing but goals."""
        opens = compile_pattern(_OPENS_GOALS, bare=self.text.bare)
        return bool(opens.search(self.text.low, max(0, cue - _BEFORE_IT), cue))


def _listed_parts(text: Text, parts: Iterable[Part], year: int | None) -> frozenset[int]:
    """Collect the sentences of lists that a lead announces as goals."""
    listed: set[int] = set()
    open_list = False
    for part in parts:
        if text.clean[part.end - 1] == ":":
            open_list = _is_lead(text, part)
        elif _heads_goals(text, part, year):
            open_list = True
        elif open_list:
            if part.level == 0 and not re.search(r"\d", text.low[part.start : part.end]):
                open_list = False
            else:
                listed.add(part.start)
    return frozenset(listed)


def _heads_goals(text: Text, part: Part, year: int | None) -> bool:
    """Tell a heading over goals ("2. Mục tiêu", "CHỈ TIÊU NĂM 2026" in a report of 2025)."""
    if part.end - part.start > LONGEST_HEADING:
        return False
    heading = compile_pattern(_HEADING, bare=text.bare).fullmatch(text.low, part.start, part.end)
    if not heading:
        return False
    named = heading["year"] or heading["later"]
    return not named or (year is not None and int(named) > year)


def _is_lead(text: Text, part: Part) -> bool:
    start = max(part.start, part.end - LONGEST_LEAD)
    lead = compile_pattern(_LEAD, bare=text.bare).search(text.low, start, part.end)
    return bool(lead) and not compile_pattern(_NO_LEAD, bare=text.bare).search(text.low, start, part.end)
