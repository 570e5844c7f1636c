"""How a sentence tells targets: its figures one by one, each with what it measures and what names it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import itemgetter

from .aims import Aims
from .cues import Section
from .figures import SCALES, Found, find_figures, read_counted
from .indicators import (
    ends_light,
    is_action,
    is_empty,
    is_indicator,
    is_measure,
    is_place,
    is_proper,
    name_before,
    name_behind,
)
from .lists import Place
from .page import Page
from .rows import Reading, Row, judged, read_figure, with_figure
from .rules import compile_pattern
from .sections import Part
from .text import Text

# Units of time, rank and of people at a table: they measure no performance, unless they change.
_NO_MEASURE = r"""
    (?: ngày | giờ | phút | tháng | năm | kỳ | lần | đại_biểu | chỉ_tiêu | nhiệm_vụ | đợt | tập_thể | cá_nhân
      | điểm_cầu | nhóm | công_tác | mục_tiêu | quan_điểm | nguyên_tắc | bài_học | định_hướng | kịch_bản
      | điểm_nghẽn | nút_thắt | nguyên_nhân | hạn_chế | tồn_tại | lý_do | thành_viên | chức_danh
      | bên | phía
      | không | tốt | nhất | hóa | ưu_tiên | nghị_quyết | tuổi | quý | tuần | thế_hệ
      | mặt(?!_hàng) | giải_pháp | khâu | bước
      | cấp
      | khóa | giải | đột_phá | trụ_cột | mũi_nhọn | rõ | tại_chỗ | kíp | chương | điều | lĩnh_vực | sao
      | ngôi_sao | yếu_tố | vấn_đề | phương_châm | con_đường | nội_dung_lớn ) (?:\b.*)?
"""
# Behind these words a figure compares, places or allots something.
_APART = r"""
    (?: \b(?: thuộc | tại | ở | trong(?:_tổng_số|_số)? | trên_tổng(?:_số)? | giữa | cách_nhau | gấp
          | qua | (?<!đạt_)từ(?=_\Z) | sau | mỗi | do | so_với | so | của | thứ
          | chuyến | bởi
          | bình_quân_(?:chung_)?(?:của_)?cả_nước | phân_bổ | bố_trí | mức_phạt | định_mức
          | (?<!với_)tổng_mức_đầu_tư
          | trị_giá | đối_với | nhóm | tốp | top | vị_trí | xếp_thứ | kỷ_niệm | hơn_nữa | gói
          | hiện_(?:nay_|đang_)?có | đề_ra | đưa_ra | đặt_ra | nêu(?:_ra|_lên)? | tập_trung_vào
          | (?:cao|thấp)_hơn_(?:mức|bình_quân|trung_bình|tốc_độ)[^,;.]{0,30} )
        _ (?: các_ | cả_ | gần_ | hơn_ | khoảng_ )?
      | (?<!so_)(?<!với_)(?<!hơn_) \b(?: cùng_kỳ | tương_đương | lãi_suất_trên ) [^,;.]{0,30}
      | " \s? ) \Z
"""
# Who sat at the table, and what is counted where something is weak.
_ATTENDED = r"""
    \b(?: tham_dự | dự_họp | mời_dự | dự_hội_nghị | (?:tới|đến|cùng|về)_dự | dự_(?:kỳ|phiên|buổi|đại_hội|có)
      | (?:họp|làm_việc|kết_nối|trực_tuyến)\b [^.;]{0,60} _(?:với|tới|đến) )\b
"""
_MAY_ATTEND = re.compile(r"dự |họp|làm việc|kết nối|trực tuyến|du |hop|lam viec|ket noi|truc tuyen")
_LACKING = r"""
    \b(?: thiếu | hư | hỏng | quá_hạn | trễ | cách_nhau | mất | chưa_có | không_có | vắng )\b
    [^,;.]{0,30} \Z
"""
_OFFICES = r"""
    (?: tổ_dân_phố | khu_phố | khu_dân_cư | thôn | bản | ấp | xóm | xã | phường | quận | huyện | tỉnh | thị_xã
      | địa_phương | đơn_vị | cơ_quan | sở | ngành | bộ | trường | doanh_nghiệp | điểm )\b
"""
# "quán triệt đến 38 tổ dân phố", "các dự án trên địa bàn 126 phường", "giao cho 3 đơn vị": whom it reaches
_REACHING = r"\b(?: đến | tới | địa_bàn | giao[^,;.]{0,30}_cho | Ban_Công_tác_Mặt_trận )_ \Z"
_BARE_BRACKET = r"\( (?:khoảng_|gần_|hơn_|trên_)? \Z"
_IN_BRACKETS = r"\( [^()]{0,20} \b cùng_kỳ [^()]* \Z"
_HONOURED = r"""
    \b(?: giấy_khen | bằng_khen | khen_thưởng | biểu_dương | tuyên_dương | kỷ_niệm_chương | huân_chương
      | tặng_(?:giấy|bằng|cờ|quà|hoa|danh|thưởng|cho) | trao_(?:giấy|bằng|cờ|quà|thưởng|tặng|giải)
      | nâng_lương | thăng_(?:cấp|quân_hàm) | cấp_bậc_hàm )\b
"""
_PLAN_IN_BRACKETS = (
    r"\b(?: kế_hoạch | mục_tiêu | chỉ_tiêu | nghị_quyết | dự_toán )(?:_năm)? (?:_đề_ra)? \s* \( [^()]* \Z"
)
_COST = r"""
    (?: tổng_ )? (?: kinh_phí | số_tiền | trị_giá | giá_trị )
    (?: _(?: chi_trả | chi | thực_hiện | hỗ_trợ | cho_vay | khoảng | là ) )*
"""
_TAKING = r"""
    \b(?: thu | nộp | xử_phạt | xử_lý | phạt | truy_thu | thu_hồi | vận_động | huy_động | quyên_góp
      | tiết_kiệm | thu_hút
      | đóng_góp | ủng_hộ | đầu_tư | thẩm_định | quyết_toán | cắt_giảm | phát_hiện | kiến_nghị | giải_ngân )\b
"""
_EXCEEDING = r"\bvượt(?:_\w+){0,3}_(?:từ_)? \Z"
_HAS = re.compile(r"(?:đã |vẫn |da )?(?:có|hoàn thành|co|hoan thanh)\b")
_COUNTS_OF = re.compile(r" (?:tổng )?(?:số|so|lượng|luong) ")
_OCCURS = re.compile(r"(?:xảy ra|ghi nhận|phát hiện|có|còn|xay ra|ghi nhan|phat hien)\Z")
ENOUGH = 3  # so many words behind what is counted name it better than the verb before it
_CHANGING = re.compile(r"(?:tăng|giảm|vượt|tang|giam|vuot) \Z")
_NUMBERED = re.compile(r"[A-ZĐ]\w* \Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
FEW = Decimal(20)
SMALL = Decimal(1000)  # a smaller number that counts nothing measures nothing


def _words_more(text: Text, behind: Place, reading: Reading) -> int:
    """Count the words of a name behind a figure that its unit does not have."""
    unit = reading.found.unit or ""
    return len(text.clean[slice(*behind)].split()) - (0 if is_measure(unit) else len(unit.split()))


_COMPARES = r"\bso_(?:với|cùng)\b"
NEAR = 6  # so many targets back a change may belong to


def _counts(row: Row, unit: str) -> bool:
    """Tell a target whose figure counts this unit and has no change yet."""
    counted = row.actual.unit if row.actual else None
    return not row.change and bool(counted) and _counted(counted or "") == unit


def _counted(unit: str) -> str:
    """Give the first word of a unit behind its scale: "người" of "triệu người"."""
    words = unit.lower().split()
    return next((word for word in words if word not in SCALES), words[0] if words else "")


@dataclass(slots=True)
class Teller:
    """Goes through the figures of a sentence: one with a name of its own opens a target, others join it."""

    page: Page
    part: Part
    aims: Aims
    taken: list[Place]
    told: list[Row]
    cues: list[int] = field(default_factory=list)
    current: Row | None = None
    since: int = 0
    guests: int | None = None

    def read(self) -> None:
        """Add the targets of the sentence to those told before it."""
        part = self.part
        self.cues = self.aims.cues(part)
        if part.section is Section.TASKS and not self.cues:
            return
        self.since = part.start
        for number in find_figures(self.page.text, part.start, part.end):
            found = self._with_counted(number)
            if self._is_passed(found):
                self.since = max(self.since, found.end)
            elif not self._is_apart(found):
                self._take(found)
                self.since = found.end
        self._close(part.end)

    def _close(self, end: int) -> None:
        if self.current:
            self.told.append(judged(self.page.text, self.current, end))
            self.current = None

    def _is_passed(self, found: Found) -> bool:
        """Tell a figure that stands in the list of a count or in the name of the target before it."""
        index = bisect_right(self.taken, found.start, key=itemgetter(0)) - 1
        if index >= 0 and self.taken[index][0] <= found.start < self.taken[index][1]:
            return True
        return self.current is not None and found.start < self.current.name[1]

    def _take(self, found: Found) -> None:
        """Put a figure to the target that it belongs to, or open one for it."""
        text, current = self.page.text, self.current
        aimed = bool(self.cues) and self.aims.holds(self.part, self.cues, found.start)
        reading = read_figure(text, self.since, found)
        if (reading.kind == "share" and not (aimed and found.unit == "%")) or (
            self.part.section is Section.TASKS and not aimed
        ):
            return  # neither result nor goal
        if current and self._is_plan_in_brackets(found):
            self.current = with_figure(text, current, reading, aimed=True)
            return
        if self._begins_nothing(reading) and self._joins_earlier(reading):
            return
        name = self._name(reading)
        if name and self._is_cost(name):
            return
        if name is None or self._is_tally(reading):
            self.current = current and with_figure(text, current, reading, aimed=aimed)
            return
        opened = self._open(name, reading, aimed=aimed)
        self._close(found.start)
        self.current = opened

    def _joins_earlier(self, reading: Reading) -> bool:
        """Read "so với cùng kỳ giảm 2 vụ, tăng 1 người bị thương": changes of targets told before."""
        unit = _counted(reading.found.unit or "%")
        if self.current and not compile_pattern(_COMPARES, bare=self.page.text.bare).search(
            self.page.text.low, max(self.part.start, reading.verb - 120), reading.verb
        ):
            return False
        if reading.kind != "change" or unit == "%" or (self.current and _counts(self.current, unit)):
            return False
        text = self.page.text
        said = set(text.low[reading.found.end : reading.found.end + 30].split())
        fitting = [
            (len(said & set(text.low[slice(*row.name)].split())), number)
            for number, row in enumerate(self.told[-NEAR:], max(0, len(self.told) - NEAR))
            if _counts(row, unit)
        ]
        if not fitting:
            return False
        number = max(fitting)[1]
        self.told[number] = with_figure(text, self.told[number], reading, aimed=False)
        return True

    def _begins_nothing(self, reading: Reading) -> bool:
        """Tell that no name stands before a change."""
        if reading.kind != "change":
            return False
        verb = max(self.since, reading.verb)
        return name_before(self.page.text, self.since, verb, opened=self.current is None)[0] is None

    def _is_tally(self, reading: Reading) -> bool:
        """Tell "hoàn thành 100% chỉ tiêu với 142 thanh niên": what a share of the plan comes to."""
        current = self.current
        if not current or current.actual or not current.plan_ratio or reading.found.unit == "%":
            return False
        return self.page.text.low.startswith(("với ", "voi "), reading.verb)

    def _is_cost(self, name: Place) -> bool:
        """Tell "hỗ trợ 40 hộ với kinh phí 2 tỷ đồng": what was given cost money, which is no result."""
        text, current = self.page.text, self.current
        if not current or not compile_pattern(_COST, bare=text.bare).fullmatch(text.low, *name):
            return False
        return not compile_pattern(_TAKING, bare=text.bare).search(text.low, current.name[0], name[0])

    def _open(self, name: Place, reading: Reading, *, aimed: bool) -> Row:
        before = self.current
        if reading.kind == "bare" and before and before.kind == "change" and reading.found.unit == "%":
            reading = replace(reading, kind="change")  # "Lào Cai tăng 91,3%, Khánh Hòa 77,8%"
        row = Row(name, rule=f"chỉ tiêu có số liệu ({reading.kind})")
        return with_figure(self.page.text, row, reading, aimed=aimed)

    def _with_counted(self, found: Found) -> Found:
        """Give a number without a known unit the noun that it counts."""
        if found.unit is not None:
            return found
        text = self.page.text
        if _YEAR.fullmatch(text.low, found.number, found.end):
            return replace(found, value=None, share=False)
        if (
            found.value is not None
            and found.value < FEW
            and _NUMBERED.search(text.clean, max(0, found.start - 20), found.start)
        ):
            return found  # "Tổng công ty Phát điện 3"
        stop = read_counted(text, found.end, self.part.end)
        if stop == found.end:
            return found
        return replace(found, end=stop, unit=text.clean[found.end + 1 : stop])

    def _is_plan_in_brackets(self, found: Found) -> bool:
        """Tell "thấp hơn kế hoạch năm (8,0%-8,5%)"."""
        text = self.page.text
        window = max(self.part.start, found.start - 60)
        return text.clean.find("(", window, found.start) >= 0 and bool(
            compile_pattern(_PLAN_IN_BRACKETS, bare=text.bare).search(text.low, window, found.start)
        )

    def _is_apart(self, found: Found) -> bool:
        """Leave out figures that date, number, compare, place or allot something."""
        if found.unit is None:
            return not found.share and (found.value is None or found.value < SMALL)
        if not found.value:
            return True  # "gian hàng 0 đồng"
        text, bare = self.page.text, self.page.text.bare
        if found.unit != "%" and compile_pattern(_NO_MEASURE, bare=bare).fullmatch(found.unit.lower()):
            return not _CHANGING.search(text.low, max(self.since, found.start - 6), found.start)
        if found.unit != "%" and self._is_background(found):
            return True
        return not self._is_plan_in_brackets(found) and self._is_beside(found)

    def _is_background(self, found: Found) -> bool:
        """Tell a number of people at a table, or of what is missing, from what was reached."""
        text, part = self.page.text, self.part
        lacking = compile_pattern(_LACKING, bare=text.bare)
        if not is_measure(found.unit or "%") and lacking.search(
            text.low, max(part.start, found.start - 40), found.start
        ):
            return True
        offices = compile_pattern(_OFFICES, bare=text.bare).match((found.unit or "").lower())
        reaching = compile_pattern(_REACHING, bare=text.bare)
        if offices and reaching.search(text.low, max(part.start, found.start - 45), found.start):
            return True
        return self._attended() < found.start

    def _attended(self) -> int:
        """Find, once, where the sentence begins to tell who sat at the table; its end where it does not."""
        if self.guests is None:
            text, part = self.page.text, self.part
            may = _MAY_ATTEND.search(text.low, part.start, part.end)
            found = may and compile_pattern(_ATTENDED, bare=text.bare).search(text.low, part.start, part.end)
            self.guests = found.end() - 1 if found else part.end
        return self.guests

    def _is_beside(self, found: Found) -> bool:
        text = self.page.text
        low, bare = text.low, text.bare
        window = max(self.part.start, found.start - 90)
        if not found.upper and compile_pattern(_APART, bare=bare).search(
            low, max(window, self.since), found.start
        ):
            return True
        begun = self.since > self.part.start
        if begun and compile_pattern(_BARE_BRACKET, bare=bare).search(low, window, found.start):
            return True
        if compile_pattern(_IN_BRACKETS, bare=bare).search(low, window, found.start):
            return True
        honoured = compile_pattern(_HONOURED, bare=bare)
        return found.unit != "%" and bool(honoured.search(low, window, min(self.part.end, found.end + 90)))

    def _name(self, reading: Reading) -> Place | None:
        """Name a figure: by the words before its verb, else by what it counts behind."""
        text, found = self.page.text, reading.found
        if self.current:
            self.since = max(self.since, min(self.current.name[1], found.start))
        verb = max(self.since, reading.verb)
        own, begin = name_before(
            text, self.since, verb, opened=self.current is None, told=reading.kind != "bare"
        )
        behind = name_behind(text, found, self.part.end)
        if own is None:
            return behind if behind and self._is_free(reading, behind, begin) else None
        if (
            behind
            and found.unit == "%"
            and reading.kind == "change"
            and _COUNTS_OF.match(text.low, found.end)
        ):
            return behind  # "tai nạn giao thông giảm 5% số vụ"
        rather = self._behind_rather(own, behind, reading)
        if rather is None and is_place(text, own) and found.unit != "%" and reading.kind != "change":
            return None
        return rather or own

    def _is_free(self, reading: Reading, behind: Place, begin: int) -> bool:
        """Tell a figure that is named by what it counts from one that belongs to the target before it."""
        text = self.page.text
        verb = max(self.since, reading.verb)
        if _HAS.match(text.low, verb, reading.found.start):
            return True
        if self.current and (reading.kind in ("over", "change") or _words_more(text, behind, reading) <= 0):
            return False
        return reading.kind != "over" and is_empty(text, begin, verb)

    def _behind_rather(self, own: Place, behind: Place | None, reading: Reading) -> Place | None:
        """Tell where what is counted names a target better than the actor or the verb before it."""
        text, found = self.page.text, reading.found
        if behind is None:
            return None
        verb = text.low[reading.verb : found.start]
        more = _words_more(text, behind, reading)
        if ends_light(text, own):
            return behind if more > 0 or _OCCURS.search(text.low, *own) else None
        if is_indicator(text, *own):
            return None
        if is_place(text, own) or is_proper(text, own) or (_HAS.match(verb) and more > 0):
            return behind
        if is_action(text, own):
            return behind if more > ENOUGH and "được" not in verb else None
        return behind if len(text.clean[slice(*own)].split()) == 1 else None
