"""What has words of weakness and yet tells none: announcements, conditions, counts, outlooks, results."""

from __future__ import annotations

from .rules import Rule

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
        r"""
        (?: [^,;:]{0,60} , _ )? (?: nếu | để | nhằm | giả_sử | trường_hợp_(?:nào|có|phát_hiện)
          | khi_(?:có|phát_hiện|xảy_ra) | không_(?:nên|được|để) | không_thể_(?:đợi|chờ|để|vì) )_
        """,
        "nếu có gì còn thiếu sót",
        "tiến độ còn chậm",
        "condition",
    ),
    Rule(
        "chưa ghi nhận thiệt hại",
        r"""
        [^;]{0,80}? \b(?: chưa | không )_(?: ghi_nhận | phát_hiện | xảy_ra | để_xảy_ra | phát_sinh | có )_
        (?: (?:bất_kỳ_|một_)?(?: vụ | ca | trường_hợp | sự_cố | nạn ) | {weaknesses} )\b
          | [^;]{0,60}? \b(?: đại_biểu | thành_viên | hội_nghị | cuộc_họp ) (?: _\w+ ){0,3}? _
            (?: thảo_luận | bàn | trao_đổi | cho_ý_kiến | tìm )\b
        """,
        "chưa ghi nhận thiệt hại",
        "trạm chưa có bác sĩ",
        "none",
    ),
    Rule(
        "số hộ nghèo giảm",
        r"""
        [^;]{0,160}? \b(?: mất_việc | thất_nghiệp | hộ_nghèo | tai_nạn | tội_phạm | vi_phạm | nợ_xấu | quá_hạn
          | nợ_đọng | ùn_tắc | khiếu_nại | tồn_kho ) [^;]{0,60}?
            \b(?<!tuy_)(?<!chưa_) giảm_(?!sút|chậm|ít|không)
          | [^;]{0,160}? \b(?: tồn_kho | tồn_đọng | vướng_mắc | khó_khăn | bất_cập ) [^;]{0,40}?
            (?<!chậm_)(?<!chưa_) \bđược_ (?: giải_quyết | xử_lý | khắc_phục | tháo_gỡ | kéo_giảm | tập_trung )
          | (?: các | những | số | \d{1,9} )_ (?: \w+_ ){1,5} chưa_ [^;]{0,200}?
            \b(?: đang | sẽ | cần | phải | đã_được )\b
        """,
        "số người mất việc có dấu hiệu giảm dần",
        "tai nạn tuy giảm nhưng vẫn là vấn đề nhức nhối",
        "better",
        needs=("giảm", "chưa", "được"),
    ),
    Rule(
        "đơn vị nào … sẽ xử lý nghiêm",
        r"""
        .{0,200}? \b(?: nào | nếu )_ .{0,200}?
        \b(?: sẽ_(?:bị_|phải_|không_được|xử_lý|kỷ_luật|chịu) | chịu_trách_nhiệm | xử_lý_nghiêm )
          | .{0,200}? \b(?: khó_khăn | vướng_mắc | bất_cập )_ (?:thì_)? (?:có_thể|kịp_thời|cần|phải|đề_nghị)_
            (?: liên_hệ | báo_cáo | phản_ánh | trao_đổi )
        """,
        "đơn vị nào còn chậm sẽ bị xử lý nghiêm",
        "nhiều đơn vị còn chậm",
        "threat",
        needs=("sẽ", "trách nhiệm", "xử lý nghiêm", "liên hệ", "báo cáo", "phản ánh", "trao đổi"),
    ),
    Rule(
        "dự báo sẽ gặp nhiều khó khăn",
        r"""
        [^;]{0,200}? \b(?: (?:dự_kiến|dự_báo|có_thể)_ (?: sẽ_ | còn_ | tiếp_tục_ | vẫn_ ){0,3} | nguy_cơ_ )
        (?: {weaknesses} | gặp_[^;]{0,20}\b{weaknesses} )\b
        """,
        "quý iv dự báo sẽ gặp nhiều khó khăn",
        "việc dự báo thị trường của xã còn yếu",
        "outlook",
        needs=("dự kiến", "dự báo", "có thể", "nguy cơ", "sẽ còn"),
    ),
)
