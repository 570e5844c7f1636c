"""What takes a weak word back: what was denied, overcome, put right or conceded before the point."""

from __future__ import annotations

import re

from .lists import Place
from .rules import compile_pattern
from .text import Text

OVERCOME_NEAR = 60

# "không bị gián đoạn", "không còn phòng học nào xuống cấp": these end where the weak word begins.
_DENIED = r"""
    \b(?: (?: không | chẳng | chống | tránh | khỏi | hết )_
          (?: còn_ | bị_ | để_ | gặp_ | phải_ | hề_ | có_ | xảy_ra_ | tình_trạng_ | hiện_tượng_ | cảnh_ ){0,4}
          (?: {weaknesses} (?: , | _và | _hay | _hoặc )_ | trông_chờ,_ )? \S\Z
      | (?: không | chẳng | chưa )_ (?: có_ | còn_ | để_ )? (?: \w+_ ){0,4} nào_ (?: \w+_ ){0,5} \S\Z
      | chưa_ (?: bao_giờ | từng | khi_nào )_ (?: \w+_ ){0,2} \S\Z
      | (?: không | chưa )_(?:để_)?
        (?: xảy_ra | phát_sinh | xuất_hiện | để_lại | có_(?:tình_trạng|hiện_tượng) )_
        (?: (?! nhưng_ | song_ | nên_ ) \w+_ ){0,6} \S\Z
      | không_có_ (?: dịch_bệnh | tai_nạn | sự_cố | thiên_tai | cháy_nổ | đơn_thư | vụ_việc | tình_trạng )_
        (?: (?! nhưng_ | song_ | nên_ ) \w+_ ){0,8} \S\Z
      | không_có_ (?: (?! nhưng_ | song_ | nên_ | mà_ ) \w+_ ){0,3} \S\Z
      # "…, hạn chế tình trạng hồ sơ bị trả lại": what the work was done against
      | (?: (?: , | để | đã | giúp | nhằm | góp_phần )_ (?: hạn_chế | giảm | chấm_dứt | xóa )
          | (?: để | đã | giúp | nhằm | góp_phần )_ (?: khắc_phục | ngăn_chặn | tháo_gỡ | giải_quyết ) )_
        (?: (?! nhưng_ | song_ | nên_ ) \w+_ ){0,6} \S\Z
      # "tập trung vào các xã còn nhiều khó khăn": whom it was done for
      | (?: tập_trung_(?:vào|cho) | ưu_tiên(?:_cho)? | hướng_(?:tới|về) | dành_cho | đến_với | giúp(?:_đỡ)? )_
        (?: các_ | những_ | \d{1,9}_ )? (?: \w+_ ){1,4} \S\Z )
"""
_OVERCOME = r"""
    \b(?: không_để_(?:xảy_ra|phát_sinh) | không_xảy_ra | vượt_qua | vượt_lên | khắc_phục | tháo_gỡ
      | giải_quyết | bất_chấp | đề_xuất | kiến_nghị | hạn_chế_(?:tối_đa|phụ_thuộc|thấp_nhất) | giảm_(?!sút)
      | bóc_xóa | tháo_dỡ | thu_hồi | xử_phạt | cưỡng_chế | giải_tỏa | đình_chỉ | di_dời | nhắc_nhở | xóa
      | đã_chấn_chỉnh | đã_chấm_dứt
      | ứng_phó | phòng_ngừa | ngăn_ngừa | giảm_thiểu | triệt_phá | bắt_giữ | hạn_chế_(?=thiệt_hại|rủi_ro)
      | cho_(?:các_|những_|\d+_)?(?: hộ | người | trẻ_em | học_sinh | gia_đình | đối_tượng | nạn_nhân
          | hội_viên | đoàn_viên | phụ_nữ | công_nhân | lao_động )
      | hỗ_trợ | chia_sẻ | phòng_chống | phòng,_chống | đấu_tranh | xử_lý | phát_hiện | ngăn_chặn | hướng_tới
      | lợi_dụng )\b
    # "đôn đốc các đơn vị còn chậm": whom or what the work was about
    | \b (?: kiểm_tra | xem_xét | đối_thoại | làm_việc | đôn_đốc | rà_soát | vận_động | tuyên_truyền | giúp
          | thăm | tặng | thẩm_tra | thảo_luận | bàn | ghi_nhận | gặp | thanh_tra | giám_sát
          | hướng_dẫn | khảo_sát | mời | động_viên | sửa_chữa | nâng_cấp | thay | lập_danh_sách | công_khai
          | trao_đổi | nghe )_
        (?: với_ | về_ | đối_với_ | đến_ )? (?: các_ | những_ | số_ | một_số_ | toàn_bộ_ | \d{1,9}_ )
        (?: \w+_ ){1,4} \S\Z
"""
# What was weak and has been put right.
_RIGHTED = r"""
    [^,;]{0,60}? \b đã_ (?: cơ_bản_ | kịp_thời_ | từng_bước_ | nhanh_chóng_ | dần_ | sớm_ )? được_
    (?: kịp_thời_ | cơ_bản_ )?
    (?: sửa_chữa | khắc_phục | giải_quyết | tháo_gỡ | xử_lý | khôi_phục | nâng_cấp | thay_thế | bổ_sung
      | kiện_toàn | chấn_chỉnh | dập_tắt | làm_mới | gia_cố )\b
  | [^,;]{0,60}? \b (?: (?:đã|cơ_bản)_ (?:cơ_bản_)? (?: chấm_dứt | hết | khắc_phục ) | không_còn )\b
"""
_CONTEXT = r"trong_(?:bối_cảnh|điều_kiện|tình_hình) | trước"
_THOUGH = r"mặc_dù | cho_dù | tuy | dù (?!_(?:án|kiến|toán|thảo|báo|phòng|trữ)) | dẫu | kể_cả | ngay_cả"
_CONCESSION = rf"\b(?: (?P<though> {_THOUGH} ) | {_CONTEXT} ) \b (?!_(?:vậy|thế|nhiên)\b)"
_YET = r",? \s (?: nhưng | song ) \b ,?"
_COMMA = r","
# "… vẫn được duy trì", "…, trường đã hoàn thành": the main clause behind a concession, which is good.
_STILL_GOOD = r"""
    (?: \b vẫn | , [^,;:]{2,60}? _(?:đã|luôn) )_ (?: luôn_ | tiếp_tục_ | cơ_bản_ )?
    (?: được_(?! \w+_(?:chậm|muộn) ) | duy_trì | bảo_đảm | đảm_bảo | hoàn_thành | giữ | tăng | phát_triển
      | ổn_định | đạt_(?!thấp) | thực_hiện | nỗ_lực | bám | tổ_chức | phục_vụ | hoạt_động | làm_tốt | vượt
      | cố_gắng | quyết_tâm | vươn | diễn_ra_(?:bình_thường|an_toàn|thuận_lợi|đúng) | sản_xuất )\b
"""
_STILL = r"\s vẫn_"


def is_overcome(text: Text, start: int, weak: int) -> bool:
    """Tell "tháo gỡ khó khăn", "không để xảy ra tai nạn" from the weak word alone."""
    return _search(_OVERCOME, text, max(start, weak - OVERCOME_NEAR), weak + 1) is not None


def is_denied(text: Text, start: int, weak: int) -> bool:
    """Tell "không bị gián đoạn", where the weak word itself is denied."""
    return _search(_DENIED, text, max(start, weak - OVERCOME_NEAR), weak + 1) is not None


def in_brackets(text: Text, start: int, weak: int) -> bool:
    """Tell a weak word that stands in brackets, by the way."""
    return text.low.rfind("(", start, weak) > text.low.rfind(")", start, weak)


def is_righted(text: Text, weak: int, end: int) -> bool:
    """Tell "tuyến đường xuống cấp đã được sửa chữa" by what stands behind the weak word."""
    return bool(compile_pattern(_RIGHTED, bare=text.bare).match(text.low, weak, end))


def main_clause(text: Text, start: int, end: int) -> Place:
    """Bound what a sentence tells without its concession, as in "Tuy còn khó khăn nhưng …"."""
    conceded = _search(_CONCESSION, text, start, end)
    if not conceded:
        return start, end
    for turn in (_YET, _STILL_GOOD):
        if found := _search(turn, text, conceded.end(), end):
            return found.end(), end
    before = conceded.start() - start
    if conceded["though"] and before and _search(_STILL_GOOD, text, start, conceded.start()):
        return start, conceded.start()
    for turn in (_COMMA, _STILL):
        if found := _search(turn, text, conceded.end(), end):
            return found.start() + 1, end
    return start, end


_OPENING = rf"(?: {_THOUGH} )_(?!(?:vậy|thế|nhiên)\b)"


# The first comma, where what follows it is weak and no more of what was conceded.
_POINT = r", \s (?= [^,;]{0,120}? \b(?: còn | chưa | vẫn | chậm | thấp )\b )"


def behind_the_concession(text: Text, start: int, end: int) -> int:
    """Find where a sentence that opens with "Mặc dù … nhưng" comes to its point."""
    if not compile_pattern(_OPENING, bare=text.bare).match(text.low, start, end):
        return start
    found = _search(_YET, text, start, end) or _search(_POINT, text, start, end)
    return found.end() if found else start


# "…, Giám đốc đã cho ý kiến tháo gỡ": what was done about it is no part of a limitation.
_REMEDY = r"""
    , _ (?: \w+_ ){0,2}? (?: {positions} | {bodies} | ông | bà | đồng_chí | lãnh_đạo | hội_nghị ) \b
    [^,;:]{0,50}? _(?:đã|cũng_đã)_ (?: kịp_thời_ | có_ | trực_tiếp_ ){0,2}
    (?: cho_ý_kiến | chỉ_đạo | ý_kiến | yêu_cầu | giao | tháo_gỡ | giải_quyết | xử_lý | khắc_phục | hướng_dẫn
      | kiến_nghị | đề_nghị | báo_cáo | tiếp_thu | trả_lời | giải_đáp | văn_bản )\b
"""


def before_the_remedy(text: Text, start: int, end: int) -> int:
    """Find where a limitation ends before "…, Giám đốc đã cho ý kiến tháo gỡ"."""
    found = _search(_REMEDY, text, start, end)
    return found.start() if found else end


def _search(pattern: str, text: Text, start: int, end: int) -> re.Match[str] | None:
    return compile_pattern(pattern, bare=text.bare).search(text.low, start, end)
