"""What stands around a finding and is none of it: connectives, who tells it, marks of quotation."""

from __future__ import annotations

import re

from .layout import trim
from .rules import compile_pattern
from .text import Text

SHORTEST = 8

# "Tuy nhiên, …", "Bên cạnh đó, …": what ties a sentence to the one before it.
_CONNECTIVE = r"""
    (?: (?:nhưng_)? (?: tuy_nhiên | tuy_vậy | tuy_thế | (?:mặc_)?dù_vậy | mặc_dù_thế | thế_nhưng )
        (?: \s*[,:]\s* | _ )
      | (?: song | nhưng | hoặc | hay | và ) (?: \s*[,:]\s* | _(?=báo_cáo_) )
      | (?: cụ_thể | bên_cạnh_đó | ngoài_ra | trong_(?:số_)?đó | đồng_thời | hơn_nữa | đặc_biệt | đáng_chú_ý
          | đáng_(?:lo_ngại|tiếc|nói) | nhất_là | điển_hình | thậm_chí | thực_tế | nhìn_chung
          | cùng_với_đó | thêm_vào_đó | mặt_khác
          | trong_khi_đó | theo_đó | qua_đó | tương_tự | như_vậy | hiện_nay | đơn_cử | chẳng_hạn | ví_dụ
          | (?:về_)?(?:khách_quan|chủ_quan) | về_phía_[^,:;]{2,40} ) (?:_là)? \s*[,:]\s*
      | (?: đó | điển_hình | đáng_chú_ý | cụ_thể | ví_dụ | chẳng_hạn ) _(?: (?:chính_)?là | như )_
      | "?(?:điều_)?đáng_(?: lo_ngại | lo | tiếc | nói | buồn | quan_ngại )(?:_hơn|_nhất)?,?_là_
      | trong_đó,?_(?= (?: việc | tình_trạng | vấn_đề | nổi_lên | có )_ )
      | bên_cạnh_(?:những_|các_)?(?:kết_quả|ưu_điểm|thành_tích|mặt|thuận_lợi)[^,:;]{0,60} \s*[,:]\s*
      | (?: qua | căn_cứ | trên | từ )_(?: thực_tế | kiểm_tra | rà_soát | theo_dõi | giám_sát | khảo_sát
          | thanh_tra | nhìn_nhận | đánh_giá | nắm_tình_hình )[^,:;]{0,30} \s*[,:]\s*
      | về_(?:những_|các_|mặt_)?(?:hạn_chế|tồn_tại|khó_khăn|khuyết_điểm|yếu_kém|bất_cập|vướng_mắc)
        [^,:;]{0,40} \s*[,:]\s* )
"""
# "Theo ông Nam, …", "Báo cáo cho thấy …", "bà Chủ tịch nhấn mạnh: …": who tells it. The second verbs name
# work as well ("công tác báo cáo, đánh giá còn chậm"); they tell only what somebody says.
_TELLS_THAT = r"""
    (?: cho_rằng | cho_biết | cho_hay | cho_thấy | nhận_thấy | nhận_định | thừa_nhận | nhìn_nhận | chỉ_rõ
      | khẳng_định | nhấn_mạnh )
"""
_SAYS = r"""
    (?: đánh_giá | nhận_xét | chỉ_ra | chia_sẻ | phản_ánh | đặt_vấn_đề | nêu | nói | lo_ngại | cảnh_báo
      | băn_khoăn | trăn_trở | bày_tỏ | thông_tin | báo_cáo | phát_biểu | lưu_ý | xác_định | giải_trình )
"""
_SPEAKER = r"\b(?: ông | bà | đồng_chí | anh | chị | đại_biểu | ý_kiến | cử_tri | {positions} )\b"
_MORE = r"(?:_thêm|_rõ|_rằng|_là|_vấn_đề|_lên|_ra|_thực_trạng|_tại_[^,:;]{2,40}){0,2}"
_TELLS = rf"""
    (?: theo_(?! kế_hoạch | quy_định | đúng | dõi ) [^,:;]{{2,110}} ,\s*
        (?: {{positions}} [^,:;]{{0,90}} ,\s* )?
      | [^:;.]{{0,190}}? \b {_TELLS_THAT} \b {_MORE} \s*[,:]\s*
      | [^:;.]{{190,360}}? \b {_TELLS_THAT} \b {_MORE} \s*:\s*
      | (?: [^:;.,]{{0,60}} , _ )? [^:;.,]{{0,90}}? \b (?: cho_thấy | cho_biết | cho_rằng | cho_hay
          | nhận_thấy | thừa_nhận | nhìn_nhận ) (?:_thêm|_rằng)? _
      | [^:;.]{{0,120}}? {_SPEAKER} [^:;.]{{0,120}}? (?<!ít_)(?<!ngại_) \b {_SAYS} \b {_MORE} \s*[,:]\s*
      | [^:;.,]{{0,40}} (?:đại_biểu|ý_kiến) _(?:đã_|cũng_)? {_SAYS} (?:_rằng)? _ )
"""
_CONNECTS = rf"{_CONNECTIVE} [\"'\s]*"
_TOLD = rf"{_TELLS} (?! (?:vẫn|còn|chưa|cũng)_ ) [\"'\s]*"
# Words without one of which nobody tells anything; they are found much faster.
_MAY_TELL = rf"{_TELLS_THAT} | {_SAYS} | theo_ | đại_biểu | ý_kiến"
_SAID = re.compile(r'"\s*,\s*')
_SPEAKS = rf"(?: {_TELLS_THAT} | {_SAYS} )" + r"(?:_thêm|_rõ|_vấn_đề|_như_vậy|_tại_[^,:;]{2,60})?[\s.]* \Z"
LONGEST_SPEAKER = 130


def without_asides(text: Text, start: int, end: int) -> tuple[int, int]:
    """Bound what is told in a clause, without connectives, who tells it and the marks of quotation."""
    end = _before_the_speaker(text, start, end)
    while (found := _before(text, start, end)) and end - found.end() >= SHORTEST:
        start = found.end()
    return _unquoted(text, *trim(text, start, end))


def _before(text: Text, start: int, end: int) -> re.Match[str] | None:
    """Match what stands before a finding: what ties it to the sentence before, or who tells it."""
    found = compile_pattern(_CONNECTS, bare=text.bare).match(text.low, start, end)
    if found or not compile_pattern(_MAY_TELL, bare=text.bare).search(text.low, start, end):
        return found
    return compile_pattern(_TOLD, bare=text.bare).match(text.low, start, end)


def _before_the_speaker(text: Text, start: int, end: int) -> int:
    """Leave out '…", bà Chủ tịch nhìn nhận' behind what was said."""
    for said in _SAID.finditer(text.plain, max(start, end - LONGEST_SPEAKER), end):
        if compile_pattern(r".*\b" + _SPEAKS, bare=text.bare).match(text.low, said.end(), end):
            return said.start()
    return end


def _unquoted(text: Text, start: int, end: int) -> tuple[int, int]:
    """Take off a mark of quotation that has no other inside, or both around all."""
    words = text.plain[start:end]
    marks = words.count('"')
    if words.startswith('"') and (marks == 1 or (marks == 2 and words.endswith('"'))):
        start += 1
        marks -= 1
    if marks == 1 and words.endswith('"') and end > start:
        end -= 1
    return trim(text, start, end)
