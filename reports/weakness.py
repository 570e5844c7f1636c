"""Which sentences tell of something weak (hạn chế) by their words alone, and which only seem to."""

from __future__ import annotations

from .rules import Rule, compile_pattern, match_first, search_first
from .text import Text

# Words that tell of something weak, late, missing or harmful.
WEAK: tuple[Rule[str], ...] = (
    Rule(
        "… chưa, còn, thiếu, chậm …",
        r"(?<!chủ_)(?<!thiết_)(?<!trọng_)(?<!tất_)\b{weaknesses}\b",
        "tiến độ chậm",
        "kinh tế phát triển",
        "word",
    ),
    Rule(
        "tai nạn tăng",
        r"""
        \b(?: chết | bị_thương | tngt | vụ_cháy | ca_mắc | khiếu_nại | hộ_nghèo | thôi_việc )\b
        [^;:]{0,70} \btăng\b
        """,
        "số người chết tăng so với cùng kỳ",
        "số vụ việc tăng",
        "rise",
        needs=("tăng",),
    ),
)

# A sentence that goes on with what the one before it named.
GOES_ON: tuple[Rule[str], ...] = (
    Rule(
        "Cụ thể, …; điển hình là …",
        r"(?: cụ_thể | điển_hình | đó_là | đơn_cử | hoặc | hay | thậm_chí | từ_đó | nhất_là | như )\b",
        "điển hình là xã tân lập",
        "kinh tế phát triển",
        "example",
    ),
)

# Without heading or cue, only these tell of a limitation.
WEAK_ALONE: tuple[Rule[str], ...] = (
    Rule(
        "… vẫn còn hạn chế …",
        r"""
        \b(?:vẫn_)?còn_
        (?: khá_ | rất_ | tương_đối_ | quá_ | nhiều_ | không_ít_ | một_số_ | những_ | có_nhiều_ | có_ | bị_
          | gặp_(?:phải_)?(?:nhiều_|một_số_|không_ít_)? )?
        (?: hạn_chế | khó_khăn | bất_cập | tồn_tại | tồn_đọng | vướng | lúng_túng | chậm | thấp | yếu | kém
          | thiếu | hình_thức | phức_tạp | bức_xúc | lỏng_lẻo | buông_lỏng | dàn_trải | manh_mún | sai_sót
          | sơ_hở | chồng_chéo | tình_trạng | tái_diễn | xảy_ra | để_xảy_ra | trì_trệ | mờ_nhạt | nghèo_nàn
          | chênh_lệch | ít | kéo_dài | sơ_sài | hời_hợt | qua_loa | khiêm_tốn | hạn_hẹp | nhỏ_lẻ | lạc_hậu
          | xuống_cấp | thụ_động | trông_chờ | né_tránh | đùn_đẩy | chủ_quan | lơ_là | bị_động | tùy_tiện
          | đơn_điệu | rườm_rà | bỏ_ngỏ | khó | cũ | mỏng | phân_tán | tản_mạn | khoán_trắng | qua_loa )\b
        """,
        "công tác thu gom rác còn chậm",
        "số hộ nghèo còn 18 hộ",
        "alone",
        weak=True,
        needs=("còn",),
    ),
    Rule(
        "… chưa đạt yêu cầu …",
        r"""
        \b(?:vẫn_|còn_)?chưa_(?: thật_sự_ | thực_sự_ | thật_ | được_ )?
        (?: đạt | đáp_ứng | cao | nghiêm | tốt | đồng_bộ | đồng_đều | hiệu_quả | kịp | quyết_liệt | sát | rõ
          | thường_xuyên | đầy_đủ | đúng | hết | quan_tâm | chủ_động | tích_cực | phát_huy | tương_xứng | sâu
          | rộng | chặt_chẽ | bền_vững | hợp_lý | triệt_để | dứt_điểm | nhiều | đều | mạnh | linh_hoạt | xử_lý
          | giải_quyết | khắc_phục | cải_thiện | bảo_đảm | đảm_bảo | vững_chắc | hoàn_thành | đột_phá | tạo
          | thu_hút | phù_hợp | nắm | tiếp_cận | xong | có_(?:nhiều|dấu_hiệu) )\b
        """,
        "việc phối hợp chưa chặt chẽ",
        "khi chưa có kinh phí thì tạm dừng",
        "alone",
        weak=True,
        needs=("chưa",),
    ),
    Rule(
        "… gặp nhiều khó khăn …",
        r"""
        \b(?: gặp | gặp_phải | vẫn )_
        (?: rất_nhiều_ | rất_ | không_ít_ | nhiều_ | một_số_ )? (?: khó_khăn | vướng_mắc | trở_ngại )\b
        """,
        "việc thu ngân sách gặp nhiều khó khăn",
        "gặp gỡ doanh nghiệp",
        "alone",
        weak=True,
        needs=("khó khăn", "vướng mắc", "trở ngại"),
    ),
    Rule(
        "… thấp hơn kế hoạch …",
        r"""
        \b(?: thấp_hơn_(?:so_với_)? (?: kế_hoạch | chỉ_tiêu | mục_tiêu | yêu_cầu | dự_toán )
          | chậm_tiến_độ | chậm_so_với | chậm_được | đạt_thấp | suy_giảm_so_với
          | (?:chuyển_biến|triển_khai|thực_hiện|giải_ngân|bàn_giao)_(?:rất_|khá_|quá_)?chậm | thiếu_hụt
          | không_đạt_(?:kế_hoạch|chỉ_tiêu|yêu_cầu|mục_tiêu) )\b
        """,
        "thu ngân sách đạt thấp",
        "giá thấp hơn thị trường",
        "alone",
        weak=True,
        needs=("thấp", "chậm", "suy giảm", "thiếu hụt", "không đạt"),
    ),
)

# A sentence that only announces limitations.
ANNOUNCES: tuple[Rule[str], ...] = (
    Rule(
        "hội nghị nhìn thẳng vào những chỗ chưa được",
        r"""
        .{0,140}? \b(?: chỉ_ra | chỉ_rõ | nhìn_thẳng | thẳng_thắn | thừa_nhận | phân_tích
          | làm_rõ | nêu_(?:lên|ra) )\b
        [^:;,]{0,50}? \b(?: hạn_chế | tồn_tại | khuyết_điểm | yếu_kém | bất_cập | khó_khăn | vướng_mắc
          | chưa_\w+ | nguyên_nhân )\b
        (?! [^:]{0,260} \b(?: như | đó_là | cụ_thể | là | do )\b ) [^:]{0,260} [.:] $
        """,
        "cuộc họp cũng nhìn thẳng vào những chỗ chưa được.",
        "tiến độ còn chậm.",
        "announces",
    ),
    Rule(
        "vẫn còn một số hạn chế, đó là:",
        r"""
        [^:]{0,200} \b(?: hạn_chế | tồn_tại | khó_khăn | bất_cập | khuyết_điểm )\b [^:;]{0,60} : $
        """,
        "công tác này vẫn còn một số hạn chế như sau:",
        "công tác tuyên truyền còn hạn chế",
        "announces",
    ),
    Rule(
        "tập đoàn đang đối diện với nhiều khó khăn, thách thức.",
        r"""
        .{0,300}? \b(?: đối_diện | đối_mặt | khẳng_định | nhận_định | đánh_giá | xác_định | nêu )_
        (?:với_|phải_|rõ_|thêm_)? (?:cả_)? (?: những | nhiều | một_số | các | không_ít ) _ (?:mặt_|điểm_)?
        (?: hạn_chế | tồn_tại | khó_khăn | bất_cập | khuyết_điểm | yếu_kém )
        (?: , _ (?: thách_thức | hạn_chế | tồn_tại | vướng_mắc | bất_cập | khuyết_điểm | yếu_kém ) ){0,3}
        (?: _trong_ [^:;]{0,110} )? [.:] $
        """,
        "tập đoàn đang đối diện với nhiều khó khăn, thách thức.",
        "việc thu hút đầu tư rất khó khăn.",
        "announces",
    ),
)

# What opens with these is no limitation: a condition, an aim, a context.
NOT_WEAK: tuple[Rule[str], ...] = (
    Rule(
        "03 chỉ tiêu chậm tiến độ",
        r".{0,160}? \b\d+_chỉ_tiêu\b | tỷ_lệ_[^;]*%",
        "có 03 chỉ tiêu chậm tiến độ",
        "một số chỉ tiêu còn thấp",
        "count",
        needs=("chỉ tiêu", "tỷ lệ"),
    ),
    Rule(
        "đại diện doanh nghiệp kiến nghị …",
        r".{0,120}? \b(?: kiến_nghị | đề_xuất | đề_nghị | đề_ra | hứa | cam_kết )_(?!của)",
        "đại diện các doanh nghiệp kiến nghị cơ quan thuế tránh gây phiền hà",
        "việc giải quyết kiến nghị của dân còn chậm",
        "petition",
        needs=("kiến nghị", "đề xuất", "đề nghị", "đề ra", "hứa", "cam kết"),
    ),
    Rule(
        "duy trì việc giúp hộ khó khăn",
        r"""
        (?: duy_trì | thực_hiện | hỗ_trợ | giải_quyết | chăm_lo | giúp | tháo_gỡ | khắc_phục | tập_trung
          | tăng_cường | đẩy_mạnh | phòng_chống | phát_hiện | xử_lý )\b
        (?! [^;]{0,80} \b(?: còn | chưa | chậm )\b )
        """,
        "duy trì tốt việc giúp đỡ người gặp khó khăn",
        "thực hiện chế độ báo cáo còn chậm",
        "result",
    ),
    Rule(
        "nếu …, để …",
        r"(?: nếu | để | nhằm | giả_sử | trường_hợp | khi_(?:có|phát_hiện|xảy_ra) )_",
        "nếu có gì còn thiếu sót",
        "tiến độ còn chậm",
        "condition",
    ),
)
_OVERCOME = r"""
    \b(?: không_để_(?:xảy_ra|phát_sinh) | không_xảy_ra | vượt_qua | vượt_lên | khắc_phục | tháo_gỡ
      | giải_quyết | bất_chấp | đề_xuất | kiến_nghị | hạn_chế_(?:tối_đa|phụ_thuộc|thấp_nhất) | giảm_(?!sút)
      | hỗ_trợ | chia_sẻ | phòng_chống | phòng,_chống | đấu_tranh | xử_lý | phát_hiện | ngăn_chặn )\b
"""
_CONCESSION = r"""
    \b(?: mặc_dù | tuy | dù | dẫu | trong_(?:bối_cảnh|điều_kiện|tình_hình) | trước ) \b (?!_(?:vậy|thế)\b)
"""
_BUT = r"(?: ,?_(?: nhưng | song )\b | , )"


_CAUSE_GOES_ON = r"""
    (?: bên_cạnh_đó | mặt_khác | ngoài_ra | đồng_thời | cùng_với_đó | thêm_vào_đó | một_phần | phần_lớn
      | chủ_yếu | về_(?:khách|chủ)_quan | khách_quan | chủ_quan | do | vì | bởi | là_do | thứ_\w+,
      | hai_là | ba_là
      | trong_đó | đặc_biệt | nhất_là | hơn_nữa )\b
"""


def gives_a_cause(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence goes on with causes."""
    return bool(compile_pattern(_CAUSE_GOES_ON, bare=text.bare).match(text.low, start, end))


def announces(text: Text, start: int, end: int) -> bool:
    """Tell a sentence that only announces limitations."""
    return bool(match_first(ANNOUNCES, text, start, end))


def sounds_weak(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence goes on with limitations: a weak word that nothing takes back."""
    if match_first(NOT_WEAK, text, start, end) or text.clean[start:end].rstrip().endswith("?"):
        return False
    at = _behind_the_concession(text, start, end)
    return _left_weak(text, at, end) or bool(match_first(GOES_ON, text, start, end))


def is_weak_alone(text: Text, start: int, end: int) -> bool:
    """Tell whether a sentence is a limitation by its own words, without heading or cue."""
    if not search_first(WEAK_ALONE, text, start, end):
        return False
    if match_first(NOT_WEAK, text, start, end) or text.clean[start:end].rstrip().endswith("?"):
        return False
    at = _behind_the_concession(text, start, end)
    found = search_first(WEAK_ALONE, text, at, end)
    return bool(found and not _overcome_before(text, at, found[1].start()))


def _left_weak(text: Text, start: int, end: int) -> bool:
    found = search_first(WEAK, text, start, end)
    if not found:
        return False
    return not _overcome_before(text, start, found[1].start()) or bool(
        search_first(WEAK_ALONE, text, start, end)
    )


def _overcome_before(text: Text, start: int, weak: int) -> bool:
    """Tell "tháo gỡ khó khăn", "không để xảy ra tai nạn" from the weak word alone."""
    window = max(start, weak - 60)
    return bool(compile_pattern(_OVERCOME, bare=text.bare).search(text.low, window, weak + 1))


def _behind_the_concession(text: Text, start: int, end: int) -> int:
    """Find where a sentence goes on behind "Tuy còn khó khăn nhưng …"."""
    conceded = compile_pattern(_CONCESSION, bare=text.bare).search(text.low, start, end)
    if not conceded:
        return start
    but = compile_pattern(_BUT, bare=text.bare).search(text.low, conceded.end(), end)
    return but.end() if but else start
