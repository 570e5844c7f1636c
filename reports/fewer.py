"""Indicators of which less is better (hộ nghèo, thất thoát, tai nạn): above the goal they are behind."""

from __future__ import annotations

from .lists import Place
from .model import TargetStatus
from .rules import compile_pattern
from .text import Text

T = TargetStatus
_UNWANTED = r"""
    \b(?: hộ_nghèo | hộ_cận_nghèo | tỷ_lệ_nghèo | tái_nghèo | thất_thoát | thất_thu | hao_hụt | tổn_thất
      | tai_nạn | tngt | tử_vong | (?:người|số|bị)_chết | bị_thương | nợ | nợ_(?:xấu|đọng|quá_hạn|thuế)
      | tội_phạm | phạm_pháp | tệ_nạn | thất_nghiệp | bỏ_học | lưu_ban | suy_dinh_dưỡng | thấp_còi | thừa_cân
      | trễ_hạn | quá_hạn | chậm_hạn | tồn_đọng | sinh_con_thứ | tảo_hôn | ô_nhiễm | phát_thải | vi_phạm
      | mắc_bệnh | ca_mắc | ca_bệnh | vụ_cháy | lạm_phát | chuyển_tuyến | khiếu_nại | tiêu_hao | tồn_kho
      | chi_phí | nhà_tạm | dột_nát )\b
"""
# What is done about it is wanted: "tỷ lệ khám phá tội phạm", "mức giảm hộ nghèo", "thu hồi nợ thuế".
_DONE_ABOUT = r"""
    \b(?: giảm | kéo_giảm | khám_phá | điều_tra | xử_lý | giải_quyết | thu | thu_hồi | phòng | xóa | xoá
      | (?<!thất_)thoát | làm_rõ | bắt | kiểm_tra | tuyên_truyền | hỗ_trợ | giúp | được | phát_hiện
      | triệt_phá | trả | dư_nợ
      | khắc_phục | đấu_tranh | truy_bắt | cứu | có_bảo_hiểm | tham_gia | sử_dụng )\b
"""
_MORE = ("cao", "nhiều", "tăng", "vượt", "nhieu", "tang", "vuot")
_POOR, _OVER = ("nghèo", "ngheo"), ("vượt", "vuot")
_LESS = ("thấp", "ít", "giảm", "thap", "it ", "giam")


def is_unwanted(text: Text, name: Place) -> bool:
    """Tell "tỷ lệ thất thoát nước", of which less is better, from what is done about it."""
    if not compile_pattern(_UNWANTED, bare=text.bare).search(text.low, *name):
        return False
    return not compile_pattern(_DONE_ABOUT, bare=text.bare).search(text.low, *name)


def turned(text: Text, name: Place, status: TargetStatus, said: str, *, lower: bool) -> TargetStatus:
    """Turn a verdict round where less is better: "cao hơn mục tiêu" is behind then.

    `lower` says that what was reached is known to lie below the goal; "hộ nghèo giảm còn 5%, thấp hơn kế
    hoạch gần 2%" fell by less than was planned.
    """
    if status not in (T.EXCEEDED, T.BEHIND) or not said.startswith(_MORE + _LESS):
        return status
    poor = any(word in text.low[slice(*name)] for word in _POOR)
    if (said.startswith(_OVER) and poor) or not is_unwanted(text, name):
        return status  # "tỷ lệ nghèo 2,35%, vượt kế hoạch": it fell by more than was planned
    if said.startswith(_MORE):
        return T.BEHIND
    return T.EXCEEDED if lower else status
