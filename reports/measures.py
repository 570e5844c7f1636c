"""What a figure measures (so kế hoạch, so cùng kỳ, phấn đấu …) and how far it is, by the words around it."""

from __future__ import annotations

import re

from .model import TargetStatus
from .rules import Rule

T = TargetStatus

# What a figure measures, told by the words right before it …
MEASURES: tuple[Rule[str], ...] = (
    Rule(
        "giảm còn, tăng lên",
        r"""
        \b(?: (?:giảm|hạ)_(?:xuống_)?(?:chỉ_)?còn | tăng_lên(?:_tới|_thành)? | đạt_mức
          | nâng_(?:tổng_số_)?.{0,40}?_lên )_ (?:là_)? \Z
        """,
        "tỷ lệ hộ nghèo giảm còn ",
        "giảm ",
        "actual",
        needs=("còn", "lên", "mức"),
    ),
    Rule(
        "tăng, giảm",
        r"""
        \b(?: tăng | giảm )
        (?: _(?: thêm | trưởng | gần | khoảng | hơn | bình_quân | tới | trên | được | từ | mạnh
          | nhẹ | tương_ứng
               | lần_lượt | đến ) ){0,3} _ \Z
        """,
        "tăng ",
        "đạt ",
        "change",
        needs=("tăng", "giảm"),
    ),
    Rule(
        "vượt",
        r"\bvượt (?:_(?:kế_hoạch|chỉ_tiêu|dự_toán|mức)(?:_từ)?)? _ \Z",
        "vượt ",
        "tăng ",
        "over",
        needs=("vượt",),
    ),
    Rule(
        "phấn đấu … đạt",
        r"""
        \b(?: phấn_đấu | mục_tiêu | chỉ_tiêu | dự_kiến | quyết_tâm | đặt_(?:ra_)?mục_tiêu
          | kế_hoạch_(?:đề_ra|là|năm|giao) ) \b [^;]{0,120} \Z
        """,
        "phấn đấu thu ngân sách đạt ",
        "thu ngân sách đạt ",
        "goal",
        needs=("phấn đấu", "mục tiêu", "chỉ tiêu", "dự kiến", "quyết tâm", "kế hoạch"),
    ),
    Rule(
        "đạt, bằng",
        r"""
        \b(?: ước_ | mới_ | chỉ_ | đã_ | đều_ )*
        (?: đạt | bằng | được | hoàn_thành | tương_đương | thực_hiện | chiếm )
        (?: _(?: tỷ_lệ | tỉ_lệ | khoảng | mức | gần | được | xong | là | bình_quân ) ){0,2} _ \Z
        """,
        "ước đạt ",
        "tăng ",
        "reached",
        needs=("đạt", "bằng", "được", "hoàn thành", "tương đương", "thực hiện", "chiếm"),
    ),
    Rule(
        "còn, là, có",
        r"""
        (?: : | \b(?: (?:chỉ_)?còn | là | có(?:_khoảng|_thêm)? | với | đã | cho | bàn_giao
          | lan_ra | xong ) ) _? \Z
        """,
        "số hộ nghèo còn ",
        "thu ngân sách ",
        "actual",
    ),
)

# … and by those right behind it.
OF_PLAN: tuple[Rule[str], ...] = (
    Rule(
        "… % kế hoạch",
        r"""
        \s* (?: so_với_ | so_ | của_ | trên_ )? (?: các_ | toàn_bộ_ | tổng_ )?
        (?: kế_hoạch(?:_vốn)? | dự_toán | chỉ_tiêu | kh\b | nq\b | nghị_quyết | pháp_lệnh
          | mục_tiêu | số_kế | nhiệm_vụ
          | yêu_cầu | chương_trình )
        """,
        " kế hoạch năm",
        " so với cùng kỳ",
        "plan",
    ),
)

STATUSES: tuple[Rule[TargetStatus], ...] = (
    Rule(
        "chưa đạt, thấp hơn kế hoạch",
        r"""
        \b(?: (?:chưa|không)_(?:\w+_)?(?:đạt|hoàn_thành) | (?:chỉ|mới)_(?:đạt|được|bằng)
          | đạt_thấp | tỷ_lệ_thấp
          | còn_thấp | chậm | thấp_hơn_(?:kế_hoạch|chỉ_tiêu|mục_tiêu|dự_toán|nghị_quyết) )\b
        """,
        "mới đạt 52,6% kế hoạch",
        "đạt 52,6% kế hoạch",
        T.BEHIND,
    ),
    Rule("vượt", r"\bvượt\b", "vượt dự toán cả năm", "đạt dự toán", T.EXCEEDED),
    Rule(
        "đạt kế hoạch, hoàn thành 100%",
        r"""
        \b(?: đạt | hoàn_thành | xong )_ (?: (?:mục_tiêu|tỷ_lệ|tỉ_lệ)_ )?
        (?: 100\s?% | kế_hoạch | mục_tiêu | chỉ_tiêu | nghị_quyết | yêu_cầu | tiến_độ )
        """,
        "hoàn thành 100% chỉ tiêu",
        "đạt 65% kế hoạch",
        T.MET,
    ),
)

SEPARATOR = re.compile(r",(?= )|;|\(|\)|:(?= )| - (?=(?:tăng|giảm|đạt|bằng|vượt))|\.\.\.|…")
COMPARED = r"""
    \b(?: so_với | so | cùng_kỳ | bình_quân_(?:chung_)?(?:của_)?cả_nước | trong_tổng_số
      | trên_tổng_số | tổng_số
      | là_năm_thứ | gấp | tương_đương(?=_tăng) )_ [^,;.]{0,60} \Z
"""

# What stands before a name without being part of it: when, where, "ước", "trong đó" …
LEAD_IN = r"""
    (?: (?: trong_đó | cụ_thể | ước(?:_tính)? | riêng | đặc_biệt | nhìn_chung | ngoài_ra
      | bên_cạnh_đó | đồng_thời
          | theo_đó | kết_quả | như_vậy | về | đã | có | còn | và | với | cũng | được | là
          | phấn_đấu | mặc_dù | tuy_nhiên
          | trong_tháng | đạt | bằng | chỉ | mục_tiêu | \(pl\)- | do | so | các_đơn_vị | thực_hiện | \d+_tháng
          | tính_đến_[^,;]{2,40}? | đến_(?:nay|hết|cuối|giữa|thời_điểm)[^,;]{0,40}? | từ_đầu_năm(?:_đến_nay)?
          | hiện(?:_nay|_có)? | dự_kiến_[^,;]{2,40}? | trên_địa_bàn(?:_\w+){1,2} | kết_quả_tháng_\d+
          | toàn_(?:tỉnh|huyện|xã|thị_xã|thành_phố|phường|ngành|quốc)(?=_(?:có|đã)) | cả_nước(?=_có)
          | (?:trong_|trong_cả_)? (?: quý | tháng | năm | tuần | kỳ | giai_đoạn | \d+_tháng )
            (?: _(?: \d[\d/]* | i{1,3} | iv | đầu | cuối | năm | qua | vừa | nay | này ) )*
        ) (?=[\s,:]|$) [\s,:]* )+
"""

# What stands behind a name without being part of it.
LEAD_OUT = r"""
    (?: _(?: ước | mới | đã | đều | chỉ | cũng | tiếp_tục | phấn_đấu | dự_kiến | là | còn | có
      | giảm | tăng | đạt | bằng
           | được | hoàn_thành | cho | với | xong | khoảng | của | cả_năm | bàn_giao | lan_ra
           | lũy_kế | ước_tính
           | trong_kỳ | bình_quân | cũ
           | (?:trong_)?\d+_tháng(?:_đầu_năm)?(?:_\d{4})? | (?:trong_)?(?:quý|tháng)_[\w/]+(?:_năm_\d{4})?
           | (?:trong_|cả_)?năm_\d{4} | (?:sáu|ba|chín)_tháng_đầu_năm ) )+
    \s* $
"""
