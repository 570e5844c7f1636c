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
        (?! [^:]{0,260} \b(?: như | đó_là | cụ_thể | (?<!nhất_)là | do )\b ) [^:]{0,260} [.:] $
        """,
        "buổi giao ban cũng nhìn thẳng vào mấy chỗ chưa được.",
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
        r".{0,160}? \b\d+_chỉ_tiêu\b | tỷ_lệ_[^;]*%"
        r" | trong_đó_ [^;]{3,90}? _\d+_(?: vụ | trường_hợp | ca | đối_tượng )\b",
        "có 03 chỉ tiêu chậm tiến độ",
        "một số chỉ tiêu còn thấp",
        "count",
        needs=("chỉ tiêu", "tỷ lệ", "trong đó"),
    ),
    Rule(
        "đại diện doanh nghiệp kiến nghị …",
        r"""
        .{0,120}? \b(?: (?: kiến_nghị | đề_xuất | đề_nghị | hứa | cam_kết )_(?! (?: của | cử_tri | chưa | còn
            | chậm | kéo_dài )\b )
          | đề_ra_ (?: các_ | những_ | một_số_ | \d{1,9}_ )? (?: nhiệm_vụ | giải_pháp | biện_pháp
            | phương_hướng | mục_tiêu | chỉ_tiêu | kế_hoạch )\b )
        """,
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
        (?: góp_phần | (?:qua|từ)_đó_góp_phần | phấn_đấu | hướng_tới | vì_mục_tiêu
          | với_(?: mục_(?:tiêu|đích) | mong_muốn | quyết_tâm | phương_châm ) )\b
          | trường_hợp_[^,;:]{3,90} ,
          | (?: [^,;:]{0,60} , _ )? (?: nếu | để | nhằm | giả_sử | trường_hợp_(?:nào|có|phát_hiện)
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
          | nợ_đọng | ùn_tắc | khiếu_nại | tồn_kho | ca_mắc | ca_bệnh ) [^;]{0,60}?
            \b(?<!tuy_)(?<!chưa_) giảm_(?!sút|chậm|ít|không)
          | [^;]{0,160}? \b(?: tồn_kho | tồn_đọng | vướng_mắc | khó_khăn | bất_cập ) [^;]{0,40}?
            (?<!chậm_)(?<!chưa_) \bđược_ (?: giải_quyết | xử_lý | khắc_phục | tháo_gỡ | kéo_giảm | tập_trung )
          | số_ [^;]{3,90}? \b(?: còn_ | là_ )? \d[\d.,]*_ [^;]{2,40}? \b giảm_(?:được_)?\d
          | (?: các | những | mấy | một_số | số | \d{1,9} )_ (?: \w+_ ){1,5} chưa_ [^;]{0,200}?
            \b(?: đang | sẽ | cần | phải | đã_được )\b
          | (?: các_ | những_ | \d{1,9}_ )? (?: người | em | cháu | hộ | học_sinh | trẻ | trẻ_em | gia_đình
            | hội_viên | đoàn_viên | phụ_nữ | đối_tượng | bà_con )_
            [^;]{0,80}? \b(?: chưa | còn )_ [^;]{0,80}?
            (?<!chưa_)(?<!không_)(?<!ít_) \bđược_ (?: tặng | trao | hỗ_trợ | vận_động | hướng_dẫn | giúp
            | miễn | ưu_tiên | xét | nhận | vay | tập_huấn | bố_trí )\b
        """,
        "số ca mắc sởi có dấu hiệu giảm dần",
        "khiếu nại tuy giảm song vẫn là chuyện đau đầu",
        "better",
        needs=("giảm", "chưa", "được"),
    ),
    Rule(
        "tỷ lệ nợ xấu ở mức thấp",
        r"""
        (?: tỷ_lệ_ | số_ | mức_ | tổng_ | các_ | vụ_ | ca_ ){0,3}
        (?: chi_phí | nợ_xấu | lãi_suất | phạm_pháp | tội_phạm | tai_nạn | thất_nghiệp | hộ_nghèo | nghèo
          | lạm_phát | cpi | tổn_thất | hao_hụt | tử_vong | bỏ_học | đơn_thư | ngộ_độc | mắc )\b
        [^;,]{0,60}? \b(?: thấp | ít )\b
        """,
        "tỷ lệ nợ xấu ở mức thấp",
        "tỷ lệ thu hồi nợ xấu còn thấp",
        "low is good",
        needs=("thấp", "ít"),
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
        (?: (?! \b(?: chưa | chậm | còn )_ ) [^;] ){0,200}?
        \b(?: (?:dự_kiến|dự_báo|có_thể)_ (?: sẽ_ | còn_ | tiếp_tục_ | vẫn_ ){0,3} | nguy_cơ_ )
        (?: {weaknesses} | gặp_[^;]{0,20}\b{weaknesses} )\b
        """,
        "quý iv dự báo sẽ gặp nhiều khó khăn",
        "việc dự báo thị trường của xã còn yếu",
        "outlook",
        needs=("dự kiến", "dự báo", "có thể", "nguy cơ", "sẽ còn"),
    ),
    Rule(
        "phân tích những mặt làm được và chưa làm được",
        r"""
        .{0,300}? \b(?: được | đạt_được ) \s? (?: , | và | hay | lẫn | hoặc | cũng_như )
            [^,;:]{0,30}? \b chưa_(?:làm_|đạt_)?được\b
          | .{0,300}? \b(?: phân_tích | trao_đổi | thảo_luận | đánh_giá | chất_vấn | nêu | về | làm_rõ
            | chỉ_ra | nhìn_nhận | rút_kinh_nghiệm )_ (?: rõ_ | về_ | cả_ | lại_ ){0,2}
            (?: những_ | các_ | một_số_ )?
            (?: mặt | điểm | việc | phần | khâu | chỗ | cái | điều | nội_dung | vấn_đề )_ (?:còn_)?
            chưa_(?:làm_|đạt_)?được\b
        """,
        "các tổ phân tích những mặt làm được và chưa làm được",
        "xã chưa làm được đường vào khu sản xuất",
        "named",
        needs=("chưa",),
    ),
    Rule(
        "… nên hội đồng sẽ chất vấn để làm rõ",
        r"""
        .{0,300}? \b(?: sẽ_ (?: \w+_ ){0,2}?
            (?: chất_vấn | trả_lời | giải_trình | thảo_luận | làm_rõ | trao_đổi | bàn )
          | (?: hỏi | chất_vấn | đặt_câu_hỏi | thắc_mắc | muốn_biết )_ (?: \w+_ ){0,3}?
            (?: vì_sao | tại_sao | khi_nào | bao_giờ ) )\b
        """,
        "còn nhiều việc phải làm nên các đại biểu sẽ chất vấn",
        "các đại biểu cho rằng tiến độ còn chậm",
        "asked about",
        needs=(
            "chất vấn",
            "trả lời",
            "giải trình",
            "thảo luận",
            "làm rõ",
            "trao đổi",
            "sẽ bàn",
            "hỏi",
            "thắc mắc",
            "muốn biết",
        ),
    ),
    Rule(
        "đây là vấn đề bức xúc nên cần …",
        r"""
        (?: (?:đây|đó)_(?:cũng_)?là_(?:một_|những_)?(?:trong_những_)?(?:\w+_)?
            (?: việc | khâu | lĩnh_vực | điều )
          | (?:(?:đây|đó)_(?:cũng_)?là_)?(?:một_|những_)?(?:trong_những_)?
            (?: vấn_đề | nhiệm_vụ | bài_toán ) )\b
        .{0,160}? \b(?: cần | phải | đòi_hỏi | nên_(?!\w+_(?:chưa|còn|chậm)) )_
        """,
        "đây là vấn đề gây bức xúc nên cần giải quyết sớm",
        "đây là xã duy nhất chưa có trạm y tế",
        "call",
        needs=("cần", "phải", "đòi hỏi", "nên"),
    ),
)
