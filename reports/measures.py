"""What binds a figure (đạt, tăng, vượt, phấn đấu …), and how far a target is, by the words around it."""

from __future__ import annotations

from .model import TargetStatus
from .nameparts import NEW
from .rules import Rule

T = TargetStatus

_ABOUT = r"""
    (?: _(?: thêm | gần | khoảng | hơn | bình_quân | tới | trên | được | từ | mạnh | nhẹ | xấp_xỉ
      | trung_bình | hằng_năm | hàng_năm | mỗi_năm
      | tương_ứng | lần_lượt | đến | chỉ | là | ước | ở_mức | mức | nhanh | cao | dưới ) ){0,3}
"""

SHORT_OF = "chưa đạt …"
# What a figure measures, told by the words right before it.
MEASURES: tuple[Rule[str], ...] = (
    Rule(
        "giảm còn, tăng lên, nâng … lên",
        r"""
        \b(?: (?:giảm|hạ|kéo_giảm)_(?:xuống_)?(?:chỉ_)?còn | (?:tăng|lên)_(?:lên_)?(?:tới|thành|thành_công)
          | tăng_lên | (?<!tăng_)(?<!trở_)lên | xuống_còn | xuống_(?:dưới|mức) | xuống
          | đạt_mức | ở_mức | về_mức )
        (?: _(?: khoảng | trên | hơn | gần | mức | là | còn | dưới ) ){0,2} _ \Z
        """,
        "tỷ lệ hộ nghèo giảm còn ",
        "giảm ",
        "actual",
        needs=("còn", "lên", "mức", "xuống"),
    ),
    Rule(
        "tăng, giảm, cao hơn",
        r"""
        (?<!mức_)(?<!độ_) \b(?: (?! (?<=nhập_) tăng_thêm )
          tăng(?:_trưởng)?(?:_được)? | (?:kéo_)?(?:giảm|hạ)(?:_được)?
          | nhích(?:_lên|_thêm)? | sụt(?:_giảm)?
          | (?:cao|thấp|nhiều|ít|nhỉnh|chậm|nhanh)_hơn | kém(?=_(?:so_với_)?(?:cùng_kỳ|năm|quý|vụ)_) )
        (?: _(?:so_với_)? (?: cùng_kỳ(?:_năm_(?:\d{4}|trước))? | (?: năm | quý | tháng | vụ | kỳ | tuần )_
          (?: trước | ngoái | \d{1,2} | \d{4} | i{1,3} | iv ) ) )?
        """
        + _ABOUT
        + r"_ \Z",
        "tăng ",
        "đạt ",
        "change",
        needs=("tăng", "giảm", "hạ ", "hơn", "nhích", "sụt", "kém"),
    ),
    Rule(
        "vượt",
        r"""
        \b(?: (?: đã_ | đều_ | ước_ )? đạt_và_ )? vượt (?:_(?:mức|so_với))?
        (?:_(?:kế_hoạch|chỉ_tiêu|dự_toán)(?:_(?:năm|đề_ra|(?:(?:được|trên|huyện|tỉnh|xã|quận|thành_phố)_)?giao))?)?
        """
        + _ABOUT
        + r"_ \Z",
        "vượt ",
        "tăng ",
        "over",
        needs=("vượt",),
    ),
    Rule(
        "chiếm, tương đương",
        r"""
        \b(?: chiếm(?:_tỷ_lệ|_tỉ_lệ|_tỷ_trọng)? | tương_đương | tương_ứng(?:_với)? | trung_bình_mỗi\b.{0,30}
          | gấp | lãi_suất | trị_giá | mức_phạt | mức_hỗ_trợ | trong_tổng_số | trên_tổng_số )
        (?: _(?: khoảng | trên | hơn | gần | mức | là | tới | đến ) ){0,2} _ \Z
        """,
        "chiếm ",
        "đạt ",
        "share",
        needs=("chiếm", "tương", "gấp", "trị giá", "mức", "tổng số", "trung bình", "lãi suất"),
    ),
    Rule(
        SHORT_OF,
        r"\b(?: chưa | không )_(?: đạt | tới | được ) (?:_(?: mức | tỷ_lệ | tỉ_lệ | đến | tới ))? _ \Z",
        "giải ngân vốn chưa đạt ",
        "giải ngân vốn đạt ",
        "short",
        needs=("chưa", "không"),
    ),
    Rule(
        "đạt, bằng",
        r"""
        \b(?: ước_ | """
        + NEW
        + r"""_(?!được) | chỉ_ | đã_ | đều_ | (?<!chuyên_)cần_ | phải_ )*
        (?: (?<=,\ )(?:tỷ|tỉ)_lệ | (?<=\()(?:tỷ|tỉ)_lệ | đạt | (?<!mặt_)(?<!đồng_)(?<!công_)(?<!cân_)bằng
          | được | hoàn_thành | thực_hiện | ước )
        (?: _(?: tỷ_lệ | tỉ_lệ | khoảng | mức | gần | hơn | trên | dưới | được | xong | là | bình_quân
          | thực_hiện
          | tới | đến | thêm | đạt | trung_bình | chỉ | có ) ){0,3} _ \Z
        """,
        "ước đạt ",
        "tăng ",
        "reached",
        needs=("đạt", "bằng", "được", "hoàn thành", "thực hiện", "ước", "lệ"),
    ),
    Rule(
        "còn, là, có, lên",
        r"""
        (?: (?<!cụ_thể)(?<!sau)(?<!như)(?<!gồm)(?<!đó)(?<!là)
            (?<!nêu_rõ)(?<!cho_biết)(?<!cho_thấy)(?<!cho_hay)(?<!nhấn_mạnh)(?<!khẳng_định)(?<!đánh_giá) \s? :
          | \b(?: (?:chỉ_|nay_|hiện_)?còn | là | có | với | đã | cho | bàn_giao | đến
          | lan_ra | xong | (?<!nhập_tăng_)thêm | mới_có | thì ) )
        (?: _(?: khoảng | trên | hơn | gần | thêm | tới | đến | mức | được | là | ít_nhất ) ){0,2} _? \Z
        """,
        "số hộ nghèo còn ",
        "thu ngân sách ",
        "is",
    ),
)

# What stands behind a share of the plan …
OF_PLAN = r"""
    \s* (?: so_với_ | so_ | của_ | trên_ | theo_ )? (?: các_ | toàn_bộ_ | tổng_(?:số_)? )?
    (?: kế_hoạch(?:_vốn)? | dự_toán | chỉ_tiêu | kh\b | nq\b | nghị_quyết | pháp_lệnh
      | mục_tiêu | số_kế_hoạch | nhiệm_vụ_năm | yêu_cầu | chương_trình_(?:năm|công_tác) | định_mức | dt\b
      | vốn_(?:giao|được_giao) | tổng_(?:kế_hoạch|vốn)_ )
    (?! (?:_(?: năm | cả_năm | đề_ra | đặt_ra | giao | được_giao | là ) )* _(?:là_)?\d[\d.,]*\s?% )
"""
# … and behind a comparison with an earlier period.
OF_BEFORE = r"""
    \s* (?: so_(?:với_)? )? (?: cùng_kỳ | cùng_thời_điểm | (?:tháng|quý|năm|kỳ|tuần|vụ)_trước )
"""
SAME_PERIOD = r"[^,;()]{0,12} \b(?: cùng_kỳ | cùng_thời_điểm )"

JUST = NEW + r"_(?:đạt|bằng)\b"  # no verdict by itself
_PLANNED = r"kế_hoạch|kh|chỉ_tiêu|mục_tiêu|dự_toán|nghị_quyết|yêu_cầu|định_mức"

STATUSES: tuple[Rule[TargetStatus], ...] = (
    Rule(
        "chưa đạt, thấp hơn kế hoạch",
        r"""
        \b(?: (?:chưa|không|khó)_(?:\w+_)?(?:đạt|hoàn_thành|bảo_đảm|đảm_bảo) (?!_được_kết_quả)
          | chỉ_mới_(?:đạt|bằng|được|có|giải_ngân|thực_hiện|hoàn_thành)
          | chỉ_(?:đạt|được|bằng|giải_ngân|thực_hiện|hoàn_thành)
          | (?:đến|tới)_nay_(?:mới|chỉ)_được
          | (?<!thôn_)mới_(?:chỉ_)?(?:giải_ngân|thực_hiện|hoàn_thành)_được
          | """
        + NEW
        + r"""_(?: (?:đạt|bằng) (?= [^.;()]{0,40}? (?: \b(?:"""
        + _PLANNED
        + r""")\b | thấp | chậm | \d\s?/\s?\d | _\d[\d.,]*_[^\W\d] ) )
            | giải_ngân|thực_hiện|(?:có|chỉ_được)_(?=(?:khoảng_|gần_|hơn_|trên_)?\d)
            | được_(?=(?:khoảng_|gần_|hơn_|trên_)?\d[\d,.]*\s?%))
          | (?: thấp_hơn | kém | thua | thiếu | hụt )_ (?:khoảng_|gần_)? \d[\d,.]* [^,;.()]{0,24}
            _so_với_(?:kế_hoạch|chỉ_tiêu|mục_tiêu|dự_toán|nghị_quyết|yêu_cầu)
          | đạt_thấp | tỷ_lệ_thấp | đạt_tỷ_lệ_thấp | còn_thấp | (?<!trả_)chậm | hụt
          | (?:thấp|giảm|ít|kém|thua|đạt_thấp)_(?:hơn_)?(?:rất_nhiều_|nhiều_|xa_)?
            (?:so_(?:với_)?)? (?: cùng_kỳ[^,;.]{0,20}_(?:và|lẫn)_ )?
            (?:kế_hoạch|chỉ_tiêu|mục_tiêu|dự_toán|nghị_quyết|yêu_cầu|mức_(?:đề_ra|được_giao|giao))
          )\b
        """,
        "mới đạt 52,6% kế hoạch",
        "đạt 52,6% kế hoạch",
        T.BEHIND,
        needs=(
            "chưa",
            "không",
            "khó",
            "chỉ",
            "mới",
            "thấp",
            "chậm",
            "hụt",
            "giảm",
            "ít",
            "kém",
            "thua",
            "thiếu",
        ),
    ),
    Rule(
        "vượt, cao hơn kế hoạch",
        r"""
        \b(?: vượt (?!_(?:qua|không|khó|sông|biên|ẩu|ngục|đèn|ngưỡng|rào|lên|bậc|trội)\b)
          | (?:cao|tăng|nhiều)_hơn_(?:so_với_)? (?: cùng_kỳ[^,;.]{0,20}_và_ )?
            (?:kế_hoạch|chỉ_tiêu|mục_tiêu|dự_toán|nghị_quyết)
          | (?:cao|nhiều)_hơn_ (?:khoảng_|gần_)? \d[\d,.]* [^,;.()]{0,24}
            _so_với_(?:kế_hoạch|chỉ_tiêu|mục_tiêu|dự_toán|nghị_quyết)
          | gấp_(?: gần_ | hơn_ | trên_ | khoảng_ )? (?: đôi | rưỡi | \w+_lần | \d[\d,.]*_lần )_
            (?:so_với_)? (?:kế_hoạch|chỉ_tiêu|mục_tiêu|dự_toán|nghị_quyết) )\b
        """,
        "vượt dự toán cả năm",
        "đạt dự toán",
        T.EXCEEDED,
        needs=("vượt", "hơn", "gấp"),
    ),
    Rule(
        "xấp xỉ, gần đạt kế hoạch",
        r"""\b(?: xấp_xỉ | gần_đạt | cơ_bản_đạt
          | tiệm_cận )_ (?:đạt_)? (?:kế_hoạch|chỉ_tiêu|mục_tiêu|dự_toán|nghị_quyết)\b""",
        "cơ bản đạt kế hoạch",
        "đạt kế hoạch",
        T.NEAR,
        needs=("xấp xỉ", "gần đạt", "cơ bản", "tiệm cận"),
    ),
    Rule(
        "đạt kế hoạch, hoàn thành 100%",
        r"""
        \b(?: (?:đạt|hoàn_thành|xong|bằng)_ (?: (?:mục_tiêu|tỷ_lệ|tỉ_lệ)_ )? 100\s?%
            (?!_\S+_(?:xã|thôn|hộ|tổ)\b)
          | (?:đạt|hoàn_thành|bảo_đảm|đảm_bảo|đúng)_(?:\w+_)?
            (?:kế_hoạch|mục_tiêu|chỉ_tiêu|nghị_quyết|yêu_cầu|tiến_độ|dự_toán)\b )
        """,
        "hoàn thành 100% chỉ tiêu",
        "đạt 65% kế hoạch",
        T.MET,
        needs=("đạt", "hoàn thành", "xong", "đúng", "bảo đảm", "đảm bảo", "bằng 100"),
    ),
)

ONLY = "chỉ có … %"
# What judges a target before its name.
VERDICTS_BEFORE: tuple[Rule[TargetStatus], ...] = (
    Rule(
        "hoàn thành vượt mức chỉ tiêu …",
        r"\b hoàn_thành_vượt(?:_mức)?_(?:các_)?(?:chỉ_tiêu|mục_tiêu)(?:_về)?_ \Z",
        "hoàn thành vượt mức chỉ tiêu ",
        "hoàn thành chỉ tiêu ",
        T.EXCEEDED,
        needs=("hoàn thành vượt",),
    ),
    Rule(
        "hoàn thành chỉ tiêu …",
        r"\b hoàn_thành_(?:các_)?(?:chỉ_tiêu|mục_tiêu)(?:_về)?_ \Z",
        "hoàn thành các chỉ tiêu ",
        "hoàn thành chỉ tiêu đề ra",
        T.MET,
        needs=("hoàn thành",),
    ),
    Rule(
        "mới có …",
        NEW + r"_(?:có|đạt|được)_ (?:khoảng_|gần_|hơn_|trên_)? [\d.,/]+ \s? %? \s \Z",
        "mới có 6 ",
        "chỉ có 6 ",
        T.BEHIND,
        needs=("mới có", "mới đạt", "mới được"),
    ),
    Rule(
        ONLY,
        r"\b chỉ_(?:có|còn|đạt|được)_ (?:khoảng_|gần_|hơn_|trên_)? [\d.,]+ \s? % (?:_số)? \s \Z",
        "chỉ có 67% ",
        "có 67% ",
        T.BEHIND,
        needs=("chỉ",),
    ),
)
