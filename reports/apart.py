"""Figures apart from performance: they date, number, compare, place or allot something, or count guests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from .against import is_plan
from .figures import Found
from .indicators import is_indicator, is_measure, strip_name
from .measures import OF_PLAN
from .rules import compile_pattern
from .sections import Part
from .text import Text

# Units of time, rank and of people at a table: they measure no performance, unless they change.
_NO_MEASURE = r"""
    (?: ngày(?!_công) | giờ | phút | tháng | năm | kỳ | lần | đại_biểu | chỉ_tiêu | nhiệm_vụ | đợt
      | tập_thể | cá_nhân
      | điểm_cầu | nhóm | công_tác | mục_tiêu | quan_điểm | nguyên_tắc | bài_học | định_hướng | kịch_bản
      | nguyên_nhân | hạn_chế | tồn_tại | lý_do | thành_viên | chức_danh
      | bên | phía
      | không | tốt | nhất | hóa | ưu_tiên | nghị_quyết | tuổi | quý | tuần | thế_hệ
      | mặt(?!_hàng) | giải_pháp | khâu | bước
      | cấp
      | khóa | giải | đột(?:_phá)? | trụ_cột | mũi_nhọn | rõ | tại_chỗ | kíp | chương | điều | lĩnh_vực | sao
      | ngôi_sao | tầng | phiếu (?! _(?: khảo_sát | yêu_cầu | thu )\b )
      | dãy (?! _(?:nhà|phòng)\b ) | lát_cắt | kv | điểm_nghẽn | nút_thắt
      | yếu_tố | vấn_đề | phương_châm | con_đường | nội_dung_lớn ) (?:\b.*)?
"""
# Behind these words a figure compares, places or allots something.
_APART = r"""
    (?: \b(?: thuộc | tại | ở | trong(?:_tổng_số|_số)? | trên_tổng(?:_số)? | giữa | cách_nhau | gấp
          | qua | (?<!đạt_)từ(?=_\Z) | sau | mỗi | do | so_với | so | của | thứ
          | chuyến | bởi | làm_việc
          | bình_quân_(?:chung_)?(?:của_)?cả_nước | phân_bổ | bố_trí | mức_phạt | định_mức
          | (?<!với_)tổng_mức_đầu_tư
          | trị_giá | lần_lượt(?:_(?:là|đạt|bằng))?
          | nhóm | tốp | top | vị_trí | xếp_thứ | kỷ_niệm | hơn_nữa | gói
          | hiện_(?:nay_|đang_)?có | đề_ra | đưa_ra | đặt_ra | nêu(?:_ra|_lên)? | tập_trung_vào
          | (?<=[,;:.]\ )đối_với
          | (?:tăng|giảm)_(?:trên_)?cả
          | (?:cao|thấp)_hơn_(?:mức|bình_quân|trung_bình|tốc_độ)[^,;.]{0,30} )
        _ (?: các_ | cả_ | gần_ | hơn_ | khoảng_ )?
      | (?<!so_)(?<!với_)(?<!hơn_) \b(?: cùng_kỳ | tương_đương | lãi_suất_trên ) [^,;.]{0,30}
      | " \s? ) \Z
"""
_BY_LAW = ("quỹ đất ", "thuế suất ", "quy dat ", "thue suat ")  # "quỹ đất 20%" is what it is called
_CAUSED = re.compile(r" (?:số|so) [^,;.()\d]{1,50} (?:là|la) do\b")  # "80% số vụ cháy là do bất cẩn"
_NUMBER_OF = r"""
    (?<![^\W\d]_) \b(?: tổng_)? số_ (?! hiệu | thứ_tự | điện_thoại | văn_bản | tài_khoản | nhà_ )
    [^,;:.()\d]{3,80}
    _(?: là | đạt | còn | giảm_còn | tăng_lên | lên | xuống_còn ) (?:_(?: hơn | gần | trên | khoảng ))? _ \Z
"""
_ENDS = re.compile(r"\s?(?:[,;]|\.(?!\d)|\Z)")
# Who sat at the table, and what is counted where something is weak.
_ATTENDED = r"""
    \b(?: tham_gia_(?:hội_nghị|buổi_\w+|cuộc_họp|đại_hội|lớp)\b [^.;]{0,30}? _(?:có|gồm)
      | sự_(?:tham_dự|tham_gia|góp_mặt|có_mặt|hiện_diện)
      | tham_dự | dự_họp | mời_dự | dự_hội_nghị | (?:tới|đến|cùng|về)_dự | dự_(?:kỳ|phiên|buổi|đại_hội|có)
      | \d+_(?:lượt_)?đại_biểu (?!_(?:quốc_hội|hđnd|hội_đồng|tán_thành|biểu_quyết|bỏ_phiếu|nhất_trí))
      | (?:(?<!kỳ_)họp|làm_việc|kết_nối|trực_tuyến)\b [^.;]{0,60} _(?:với|tới|đến) )\b
"""
_MAY_ATTEND = re.compile(
    r"tham gia |sự |su |dự |đại biểu|dai bieu|họp|"
    r"làm việc|kết nối|trực tuyến|du |hop|lam viec|ket noi|truc tuyen"
)
# What is handed over at the meeting itself ("Nhân dịp này, … trao tặng … 100 triệu đồng").
_HANDED = r"""
    \b(?: (?:nhân_)?dịp_này | nhân_dịp_đó | ban_tổ_chức | đoàn_công_tác
      | tại_(?: hội_nghị | buổi_(?:làm_việc|lễ|gặp|họp|thăm|kiểm_tra|tiếp) | lễ | đại_hội | chương_trình
        | cuộc_họp | kỳ_họp ) )\b
    [^.;]{0,120}? \b(?: trao_(?:tặng|quà|tiền|học_bổng|số_tiền|phần_quà)
      | tặng | hỗ_trợ | ủng_hộ | (?:cấp|trao)_giấy_chứng_nhận (?!_(?:đầu_tư|đăng_ký|quyền)) )\b
"""
_MAY_HAND = re.compile(r"tặng|trao |ủng hộ|hỗ trợ|chứng nhận|tang|ung ho|ho tro|chung nhan")
# Who answers at the meeting: "Có 5 giám đốc sở trả lời chất vấn".
_ANSWERING = r"""
    [^,;:.()\d]{0,60}? \b(?: trả_lời | giải_trình | đăng_đàn | phát_biểu | tham_luận | báo_cáo_giải_trình )\b
"""
_SPEAKERS = r"""
    _? (?: phó | giám_đốc | chủ_tịch | thành_viên | lãnh_đạo | trưởng | bộ_trưởng | đồng_chí | ủy_viên
      | thủ_trưởng | cơ_quan | sở | ngành | đơn_vị | địa_phương | người | vị | đại_diện )\b
"""
_SAID_BEFORE = re.compile(r"\d[\d.,]* (?:con số|con so) (?:này|đó|trên|nay|do|tren)\b")
_HEADS_A_LIST = re.compile(r"[^,;:.()\d]{0,60}:")  # "3 tuyến phố được đổi tên: 1. …"
_LACKING = r"""
    \b(?: thiếu | hư | hỏng | cách_nhau | mất(?!_(?:việc|an_toàn|mùa|trộm|tích)\b)
      | chưa_có | không_có | vắng )\b
    [^,;.]{0,30} \Z
"""
# "bầu Ban Chấp hành gồm 13 đồng chí", "bầu 11 đồng chí và 10 đồng chí dự đại hội cấp trên".
_ELECTED = r"\bbầu\b (?!_cử\b) [^.;]{0,110} \Z"
_PEOPLE = ("đồng chí", "đại biểu", "ủy viên", "người", "thành viên", "đ/c", "dong chi", "dai bieu", "uy vien")
_OFFICES = r"""
    (?: tổ_dân_phố | khu_phố | khu_dân_cư | thôn | bản | ấp | xóm | xã | phường | quận | huyện | tỉnh | thị_xã
      | địa_phương | đơn_vị | cơ_quan | sở | ngành | bộ | trường | doanh_nghiệp | điểm )\b
"""
# "quán triệt đến 27 tổ dân phố", "các dự án trên địa bàn 126 phường", "giao cho 3 đơn vị": whom it reaches
_REACHING = r"\b(?: đến | tới | (?<!đối_)với | địa_bàn | giao[^,;.]{0,30}_cho )_ \Z"
_BARE_BRACKET = r"\( (?:khoảng_|gần_|hơn_|trên_)? \Z"
_IN_BRACKETS = r"\( [^()]{0,20} \b (?: cùng_kỳ | (?:năm|quý|tháng|kỳ|vụ)_trước ) [^()]* \Z"
_VOTED = re.compile(r"\b(?:biểu quyết|tán thành|nhất trí|phiếu tín nhiệm|bieu quyet|tan thanh|nhat tri)\b")
_HONOURED = r"""
    \b(?: giấy_khen | bằng_khen | khen_thưởng | biểu_dương | tuyên_dương | kỷ_niệm_chương | huân_chương
      | tặng_(?:giấy|bằng|cờ|hoa|danh|thưởng) | trao_(?:giấy|bằng|cờ|thưởng|giải)
      | nâng_lương | thăng_(?:cấp|quân_hàm) | cấp_bậc_hàm )\b
"""
# Money that is allotted and not spent; "trong đó vốn tỉnh là …" goes on with it.
_ALLOTTED = r"""
    \b(?: giao_(?:tổng_)?(?:kế_hoạch|vốn|dự_toán|chỉ_tiêu) | (?:phân_bổ|bố_trí|được_giao|phân_khai)
      | (?:vốn|kế_hoạch|dự_toán)[^,;.]{0,30}_(?:được_)?giao )\b
    (?! .* \b(?: giải_ngân | đạt | thực_hiện | quyết_toán | thu | chi | nộp | hoàn_thành | tăng | giảm )\b )
"""
_GIVEN = ("dành ", "bổ sung ", "danh ", "bo sung ")
_MAY_ALLOT = re.compile(
    r"giao|phân bổ|bố trí|phân khai|dành |bổ sung |phan bo|bo tri|phan khai|danh |bo sung "
)
_MONEY = re.compile(r".*(?:đồng|dong|usd|đô la)\b")
# Prizes that were won, not those given to others.
_PRIZE = re.compile(
    r"(?:giải|giai) (?:nhất|nhì|ba|tư|khuyến khích|a|b|c|vàng|bạc|đồng|đặc biệt|xuất sắc|nhat|nhi)\b"
)
_WON = re.compile(r"\b(?:giành|đoạt|đạt|gianh|doat|dat) (?:được |duoc )?(?:\d+ [^;.]{0,40})?\Z")
_EQUALS = ("tương đương", "tuong duong")
_SIZES = ("mw", "kv", "mva", "km", "m", "m2", "ha")  # "dự án điện khí (1.500 MW)"
_SIZE = re.compile(r"(?:quy mô|quy mo) (?:trên |hơn |gần |khoảng )?\Z")  # "với quy mô 750 giường bệnh"
_CHANGING = re.compile(r"(?:tăng|giảm|vượt|tang|giam|vuot) \Z")
NEAR, LONGEST_ALLOTTED, LONGEST_WON = 40, 160, 60
SMALL = Decimal(1000)  # a smaller number that counts nothing measures nothing


@lru_cache(maxsize=512)
def _measures_nothing(unit: str, bare: bool) -> bool:
    """Tell a unit of time, of rank or of people at a table."""
    return bool(compile_pattern(_NO_MEASURE, bare=bare).fullmatch(unit))


@dataclass(slots=True)
class Apart:
    """Tells the figures of a sentence that measure no performance."""

    text: Text
    part: Part
    guests: int | None = None
    gifts: int | None = None

    def holds(self, found: Found, since: int) -> bool:
        """Leave out figures that date, number, compare, place or allot something."""
        if found.unit is None:
            small = not found.share and (found.value is None or found.value < SMALL)
            return small and not self._is_number_of(found, since)
        if not found.value:
            return True  # "gian hàng 0 đồng"
        if found.unit != "%" and _measures_nothing(found.unit.lower(), self.text.bare):
            return not self._is_won_or_changed(found, since)
        if (found.unit != "%" and self._is_background(found)) or self._is_vote(found):
            return True
        return not is_plan(self.text, self.part, found) and self._is_beside(found, since)

    def _is_number_of(self, found: Found, since: int) -> bool:
        """Tell "Số doanh nghiệp thành lập mới là 210", whose unit is told by the name."""
        text = self.text
        if not found.value or not _ENDS.match(text.low, found.end):
            return False
        window = max(since, self.part.start, found.start - 110)
        return bool(compile_pattern(_NUMBER_OF, bare=text.bare).search(text.low, window, found.start))

    def _is_won_or_changed(self, found: Found, since: int) -> bool:
        """Tell "giành 3 giải Nhất" and "tăng 2 bậc", which measure something after all."""
        low, unit = self.text.low, (found.unit or "").lower()
        if _PRIZE.match(low, low.find(unit, found.number)):
            return bool(_WON.search(low, max(self.part.start, found.start - LONGEST_WON), found.start))
        return bool(_CHANGING.search(low, max(since, found.start - 6), found.start))

    def _is_vote(self, found: Found) -> bool:
        """Tell how many voted for something."""
        start, end = max(self.part.start, found.start - NEAR), min(self.part.end, found.end + NEAR)
        return bool(_VOTED.search(self.text.low, start, end))

    def _is_background(self, found: Found) -> bool:
        """Tell a number of people at a table, or of what is missing, from what was reached."""
        text, part = self.text, self.part
        lacking = compile_pattern(_LACKING, bare=text.bare)
        if not is_measure(found.unit or "%") and lacking.search(
            text.low, max(part.start, found.start - 40), found.start
        ):
            return True
        if not is_measure(found.unit or "%") and _SIZE.search(
            text.low, max(part.start, found.start - 16), found.start
        ):
            return True
        if (found.unit or "").lower().startswith(_PEOPLE) and compile_pattern(
            _ELECTED, bare=text.bare
        ).search(text.low, max(part.start, found.start - 120), found.start):
            return True
        offices = compile_pattern(_OFFICES, bare=text.bare).match((found.unit or "").lower())
        reaching = compile_pattern(_REACHING, bare=text.bare)
        if offices and reaching.search(text.low, max(part.start, found.start - 45), found.start):
            return True
        if self._is_allotted(found) or min(self._attended(), self._handed()) < found.start:
            return True
        return not is_measure(found.unit or "%") and self._is_of_meeting(found)

    def _is_of_meeting(self, found: Found) -> bool:
        """Tell who answers at the meeting, and how many things a list behind names."""
        text, part = self.text, self.part
        end = min(part.end, found.end + 80)
        if not text.low[part.start : found.start].strip() and _HEADS_A_LIST.match(text.low, found.end, end):
            return True
        if _SAID_BEFORE.match(text.low, found.number, end):
            return True  # "tháng 9, 10 con số này là …"
        unit = found.end - len(found.unit or "")
        if not compile_pattern(_SPEAKERS, bare=text.bare).match(text.low, unit, end):
            return False
        return bool(compile_pattern(_ANSWERING, bare=text.bare).match(text.low, unit, end))

    def _handed(self) -> int:
        """Find, once, where the sentence begins to tell what was handed over; its end where it does not."""
        if self.gifts is None:
            text, part = self.text, self.part
            may = _MAY_HAND.search(text.low, part.start, part.end)
            found = may and compile_pattern(_HANDED, bare=text.bare).search(text.low, part.start, part.end)
            self.gifts = found.end() - 1 if found else part.end
        return self.gifts

    def _is_allotted(self, found: Found) -> bool:
        """Tell money that is given out for work to come."""
        text, start = self.text, max(self.part.start, found.start - LONGEST_ALLOTTED)
        if not _MONEY.match((found.unit or "").lower()) or not _MAY_ALLOT.search(
            text.low, start, found.start
        ):
            return False
        if text.low.endswith(_GIVEN, start, found.start):
            return True
        return bool(compile_pattern(_ALLOTTED, bare=text.bare).search(text.low, start, found.start))

    def _attended(self) -> int:
        """Find, once, where the sentence begins to tell who sat at the table; its end where it does not."""
        if self.guests is None:
            text, part = self.text, self.part
            may = _MAY_ATTEND.search(text.low, part.start, part.end)
            found = may and compile_pattern(_ATTENDED, bare=text.bare).search(text.low, part.start, part.end)
            self.guests = found.end() - 1 if found else part.end
        return self.guests

    def _is_placed(self, found: Found, since: int) -> bool:
        """Tell what only compares or places; "tổng đàn trâu hiện có 310 con" counts what there is."""
        text = self.text
        placed = compile_pattern(_APART, bare=text.bare).search(text.low, since, found.start)
        if not placed:
            return False
        if placed[0].startswith(_EQUALS) and compile_pattern(OF_PLAN, bare=text.bare).match(
            text.low, found.end, self.part.end
        ):
            return False  # "tương đương 77% dự toán"
        exists = placed[0].startswith(("hiện", "hien"))
        name = strip_name(text, since, placed.start()) if exists else None
        return not name or not is_indicator(text, *name)

    def _is_beside(self, found: Found, since: int) -> bool:
        text = self.text
        low, bare = text.low, text.bare
        window = max(self.part.start, found.start - 90)
        if low.endswith(_BY_LAW, window, found.start) or _CAUSED.match(low, found.end, self.part.end):
            return True
        if not found.upper and self._is_placed(found, max(window, since)):
            return True
        begun = since > self.part.start or (found.unit or "").lower() in _SIZES
        if begun and compile_pattern(_BARE_BRACKET, bare=bare).search(low, window, found.start):
            return not (found.unit == "%" and compile_pattern(OF_PLAN, bare=bare).match(low, found.end))
        if compile_pattern(_IN_BRACKETS, bare=bare).search(low, window, found.start):
            return True
        honoured = compile_pattern(_HONOURED, bare=bare)
        return found.unit != "%" and bool(honoured.search(low, window, min(self.part.end, found.end + 90)))
