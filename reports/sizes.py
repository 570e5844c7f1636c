"""Sizes (quy mô) that only describe a body: "Bệnh viện có 130 giường bệnh", "Xã có 12 thôn"."""

from __future__ import annotations

import re

from .lists import Place
from .rules import compile_pattern
from .text import Text

# How large something is, which is background ("Bệnh viện có 130 giường bệnh"), unless it happened or changed.
_STANDING = r"""
    (?: chi_bộ | chi_hội | chi_đoàn | đảng_bộ | đảng_viên | đoàn_viên | hội_viên | công_đoàn | cđcs | cán_bộ
      | công_chức | viên_chức | giáo_viên | giảng_viên | học_sinh | sinh_viên | học_viên | nhân_viên | bác_sĩ
      | lao_động | công_nhân | nhân_khẩu | khẩu | dân | người_dân | hộ(?!_nghèo|_cận) | thôn | xóm | bản
      | ấp | xã
      | phường | thị_trấn | huyện | quận | tỉnh | tổ | trường | lớp | khoa | phòng | ban | bệnh_viện | trạm
      | giường | cơ_sở | đơn_vị | doanh_nghiệp | hợp_tác_xã | chi_nhánh | ngân_hàng | nhà_máy | dự_án | xe_máy
      | ô_tô | di_tích | chợ | khu_công_nghiệp | cụm_công_nghiệp | dân_tộc | tôn_giáo )\b
"""
_HAPPENED = r"""
    \b(?: được | bị | đạt | tham_gia | đăng_ký | thoát | tái_nghèo | mắc | nhiễm | chết | tử_vong | thương
      | vi_phạm
      | hoàn_thành | mới | phát_sinh | chưa | không | đủ | trúng | vượt | giỏi | khá | xuất_sắc
      | tiêu_biểu | xếp_loại
      | đã | nghỉ | ngừng | quay | xuất | nộp | vay | hưởng | nhận | có | tăng | giảm | về_đích
      | đi_vào | khởi_công | khánh_thành | {actionverbs} )\b
"""
_HAS = re.compile(r"\b(?:có|co) (?:khoảng |trên |gần |hơn |tổng số |khoang |tren |gan |hon )?\Z")
_NEXT = re.compile(r"[^,;.:()\d]{0,15}(?:,|;|và|với|va|voi) (?:(?:trong đó|gồm|trong do|gom) (?:có |co )?)?")
LONGEST_HAS = 30


def is_standing(text: Text, name: Place, at: int, since: int) -> bool:
    """Tell a size that only describes, or the next of them behind the one that ends at `since`.

    `name` is what the figure at `at` counts.
    """
    low = text.low
    if not (_NEXT.fullmatch(low, since, at) or _HAS.search(low, max(0, at - LONGEST_HAS), at)):
        return False
    stands = compile_pattern(_STANDING, bare=text.bare).match(low, *name)
    return bool(stands) and not compile_pattern(_HAPPENED, bare=text.bare).search(low, *name)
