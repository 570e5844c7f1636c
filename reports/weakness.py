"""Which sentences tell of something weak (hạn chế) by their words alone, and which only seem to."""

from __future__ import annotations

from .asides import without_asides
from .conceding import in_brackets, is_denied, is_overcome, is_righted, main_clause
from .rules import compile_pattern, match_first, search_first
from .seeming import ANNOUNCES, NOT_WEAK
from .text import Text
from .weakwords import GOES_ON, WEAK, WEAK_ALONE

_CAUSE_GOES_ON = r"""
    (?: bên_cạnh_đó | mặt_khác | ngoài_ra | đồng_thời | cùng_với_đó | thêm_vào_đó | một_phần | phần_lớn
      | chủ_yếu | về_(?:khách|chủ)_quan | khách_quan | chủ_quan | do(?!_(?:đó|vậy|thế)) | vì(?!_(?:vậy|thế))
      | bởi(?!_(?:vậy|thế)) | là_do | thứ_\w+,
      | hai_là | ba_là
      | trong_đó | đặc_biệt | nhất_là | hơn_nữa )\b
"""


# What one is driven to do is no task.
_SUFFERS = r"""
    \b phải_ (?: kiêm_nhiệm | cắt_giảm | tạm_(?:dừng|ngừng|nghỉ|đóng) | đóng_cửa | học_nhờ | gửi_nhờ | làm_nhờ
      | đi_(?:thuê|nhờ|vay|xa) | thuê | mượn | chờ | nghỉ_việc | bù_lỗ | giải_thể | nhập_viện | bán_tháo
      | mua_ngoài | gánh | vay_mượn | đối_mặt | ngừng_(?:hoạt_động|sản_xuất) | bỏ_(?:hoang|vụ|học)
      | (?: tiêu_hủy | sơ_tán | di_dời | nhập_viện | cấp_cứu | chuyển_viện | cách_ly )_ (?=\d)
        (?! [^;.]{0,80} _trước_(?:ngày|\d) ) )\b
"""


def suffers(text: Text, start: int, end: int) -> bool:
    """Tell "cán bộ còn thiếu nên phải kiêm nhiệm", which binds nobody."""
    return bool(compile_pattern(_SUFFERS, bare=text.bare).search(text.low, start, end))


def gives_a_cause(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence goes on with causes."""
    return bool(compile_pattern(_CAUSE_GOES_ON, bare=text.bare).match(text.low, start, end))


def announces(text: Text, start: int, end: int) -> bool:
    """Tell a sentence that only announces limitations."""
    return bool(match_first(ANNOUNCES, text, start, end))


def sounds_weak(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence goes on with limitations: a weak word that nothing takes back."""
    if _only_seems(text, start, end):
        return False
    told = main_clause(text, start, end)
    return _left_weak(text, *told) or bool(match_first(GOES_ON, text, start, end))


def is_weak_alone(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence is a limitation by its own words, without heading or cue."""
    if not search_first(WEAK_ALONE, text, start, end):
        return False
    start, end = without_asides(text, start, end)
    return _is_weak_from(text, start, end) or behind_the_turn(text, start, end) > start


def _is_weak_from(text: Text, start: int, end: int) -> bool:
    if _only_seems(text, start, end):
        return False
    start, end = main_clause(text, start, end)
    about_work = _is_about_work(text, start, end)
    at = start
    while found := search_first(WEAK_ALONE, text, at, end):
        weak, at = found[1].start(), found[1].end()
        if is_denied(text, start, weak) or is_righted(text, at, end) or in_brackets(text, start, weak):
            continue
        return not _taken_back(text, at, end) and (about_work or not is_overcome(text, start, weak))
    return False


def _only_seems(text: Text, start: int, end: int) -> bool:
    """Tell a condition, a purpose, a question, which have the words of a limitation."""
    return bool(match_first(NOT_WEAK, text, start, end)) or text.clean[start:end].rstrip().endswith("?")


_ABOUT_WORK = r"""
    (?: một_số_ | nhiều_ | các_ | những_ | có_ ){0,2}
    (?: công_tác | việc | hoạt_động | tình_hình | tình_trạng | tiến_độ | chất_lượng | tỷ_lệ | kết_quả
      | hiệu_quả | quá_trình | năng_lực | ý_thức | nguồn | đội_ngũ | cơ_sở | kỹ_năng | vai_trò | khâu
      | mô_hình | phong_trào | nội_dung | hệ_thống | cơ_chế | sự_phối_hợp )\b
"""


_TURN = rf"""
    , \s* (?: song | tuy_nhiên | tuy_vậy | thế_nhưng ) \s*,?\s
      | ,? \s nhưng \s (?= {_ABOUT_WORK} )
      | \b trong_khi_ [^,;]{{2,160}}? \s thì \s
"""


def behind_the_turn(text: Text, start: int, end: int) -> int:
    """Find where the weak part of "Kết quả thu khá, song tiến độ chi còn chậm" begins."""
    for turn in compile_pattern(_TURN, bare=text.bare).finditer(text.low, start, end):
        before = start if turn[0].lstrip().startswith("trong") else turn.start()
        if search_first(WEAK_ALONE, text, start, before):
            return start
        if _is_weak_from(text, turn.end(), end):
            return turn.end()
    return start


def _is_about_work(text: Text, start: int, end: int) -> bool:
    """Tell "Công tác xử lý rác còn chậm", where a verb only names the work, from "Xã đã xử lý bất cập"."""
    return bool(compile_pattern(_ABOUT_WORK, bare=text.bare).match(text.low, start, end))


def _taken_back(text: Text, weak: int, end: int) -> bool:
    """Tell "… còn khó khăn nhưng các đơn vị đã nỗ lực", where what counts comes behind."""
    but = compile_pattern(r"\b(?:nhưng|song)_", bare=text.bare).search(text.low, weak, end)
    return bool(but and not search_first(WEAK, text, but.end(), end))


def _left_weak(text: Text, start: int, end: int) -> bool:
    at = start
    while found := search_first(WEAK, text, at, end):
        weak, at = found[1].start(), found[1].end()
        if not is_denied(text, start, weak):
            return not is_overcome(text, start, weak) or bool(search_first(WEAK_ALONE, text, start, end))
    return False
