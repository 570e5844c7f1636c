"""Shortcomings told as plain statements, without a cue: what is poor, what grows, who refuses."""

from __future__ import annotations

from .rules import Rule

SHORTCOMINGS: tuple[Rule[str], ...] = (
    Rule(
        "hiệu quả … không cao; có nơi, có lúc còn hạn chế",
        r"""
        (?: hiệu_quả | chất_lượng | tỷ_lệ | tỉ_lệ | kết_quả | ý_thức | năng_suất | trình_độ )_
          [^,;:.()]{0,60}? (?<!nếu_)không_cao\b
          | (?: có | ở )_(?: mặt | nơi | lúc | khâu | việc | chỗ | thời_điểm )
            (?: ,_ có_(?: nơi | lúc | mặt ) )?
            _(?:còn_|vẫn_)? {weaknesses}\b
          | (?: đôi_(?:lúc|khi|chỗ) | nhiều_(?:nơi|lúc) | một_số_nơi )_ [^,;:.()]{0,60}? \b{weaknesses}\b
        """,
        "hiệu quả của tổ hòa giải không cao",
        "hiệu quả của tổ hòa giải cao",
        "stated",
        weak=True,
        needs=("không cao", "có ", "ở ", "đôi ", "nhiều nơi", "nhiều lúc", "một số nơi"),
    ),
    Rule(
        "tội phạm gia tăng; nợ thuế có xu hướng tăng",
        r"""
        (?<!xử_lý_)(?<!chống_)(?<!giải_quyết_)(?<!ngừa_)(?<!phát_hiện_)(?<!kiểm_tra_)
        (?: tội_phạm | phạm_pháp | tệ_nạn | tai_nạn | vi_phạm | trộm_cắp | ma_túy | khiếu_(?:nại|kiện)
          | lấn_chiếm | buôn_lậu | lừa_đảo | bạo_lực | tảo_hôn | bỏ_học | nợ_(?:đọng|xấu|thuế|bhxh) | tồn_kho
          | quá_hạn | mất_trật_tự | đánh_nhau | phá_rừng | đuối_nước | hàng_giả | ngộ_độc ) \b
        (?: (?! \b(?: được | giảm | đã | chống | ngăn | phòng | kéo | xử_lý | không )\b ) [^,;:.()\d] ){0,60}?
        _(?: gia_tăng | tăng_(?:cao|mạnh|hơn|so) | (?:có_)?(?:xu|chiều)_hướng_(?:gia_)?tăng
          | diễn_biến_(?:\w+_){0,2}phức_tạp | tái_diễn )\b
        """,
        "tội phạm trộm cắp gia tăng",
        "tội phạm được kéo giảm",
        "rise",
        weak=True,
        needs=(
            "gia tăng",
            "hướng tăng",
            "tăng cao",
            "tăng mạnh",
            "tăng hơn",
            "tăng so",
            "phức tạp",
            "tái diễn",
        ),
    ),
    Rule(
        "Nhiều tuyến đường xuống cấp; tình trạng … tái diễn",
        r"""
        (?: (?<= [.;:,]\s ) | (?<=\n) )
        (?: nhiều | một_số | không_ít | phần_lớn | đa_số | hầu_hết | tình_trạng | hiện_tượng | hệ_thống
          | cơ_sở_(?:vật_chất|hạ_tầng) | trụ_sở | mặt_(?:đường|cầu) | trang_thiết_bị )_
        (?: (?! \b(?: được | đã | không | chống | ngăn | xử_lý | sửa | thay | nâng_cấp )\b )
          [^,;:.()] ){0,90}?
        _(?: xuống_cấp | hư_hỏng | hỏng | lạc_hậu | tái_diễn | diễn_ra_(?:\w+_){0,2}phổ_biến | kéo_dài )\b
        """,
        "đường sá đi lại khó. nhiều tuyến đường xuống cấp",
        "xã sửa nhiều tuyến đường xuống cấp",
        "stated",
        weak=True,
        needs=("xuống cấp", "hỏng", "lạc hậu", "tái diễn", "phổ biến", "kéo dài"),
    ),
    Rule(
        "… rất hạn chế, ngày càng khó; lực lượng mỏng",
        r"""
        (?: rất | khá | quá | hơi | tương_đối | ngày_càng )_
          (?: hạn_chế | yếu | kém | thiếu | ít_ỏi | khiêm_tốn | nghèo | bất_cập | lúng_túng | cũ | mỏng | xa
            | khan_hiếm | bấp_bênh | lỏng_lẻo | sơ_sài | khó_(?!khăn) )\b (?! _(?:vẫn|nhưng|đã)\b )
          | (?: lực_lượng | đội_ngũ | biên_chế | nhân_lực | nhân_sự | cán_bộ )_ [^,;:.()]{0,60}? \b mỏng\b
          | (?: tỷ_lệ | tỉ_lệ | chất_lượng | tiến_độ | hiệu_quả | thu_nhập | nguồn_thu | mức_độ | sức_mua )_
            [^,;:.()\d]{2,70}? _(?: thấp | yếu | kém | chậm )\b (?= \s? (?: [.,;] | $ ) )
        """,
        "các khoản thu ngoài thuế rất hạn chế",
        "hộ khá giả ngày càng nhiều",
        "degree",
        weak=True,
        needs=(
            "rất ",
            "khá ",
            "quá ",
            "hơi ",
            "tương đối ",
            "ngày càng ",
            "mỏng",
            "thấp",
            "yếu",
            "kém",
            "chậm",
        ),
    ),
    Rule(
        "một số hộ không hợp tác; không xây được nhà",
        r"""
        (?: một_số | một_vài | nhiều | không_ít | một_bộ_phận | đa_số | phần_lớn | hầu_hết )_
          (?! năm | tháng | ngày | khoản | khoá | trường_hợp )
          (?: (?! \b(?: nhưng | song | để | nếu | đã | mà )\b ) [^,;:.()\d] ){2,70}?
          _không_ (?: muốn_ | chịu_ | thể_ )?
            (?: hợp_tác | phối_hợp | đồng_(?:thuận|tình|ý) | chấp_(?:hành|nhận) | tuân_thủ | nộp | đóng | giao
              | bàn_giao | ký | nhận | thực_hiện | hoàn_thành | báo_cáo
              | tham_gia_(?:họp|sinh_hoạt|học|các_buổi) | duy_trì | (?:bảo|đảm)_(?:bảo|đảm)
              | đáp_ứng | theo_kịp | kê_khai | khai_báo | đăng_ký | trả
              | di_dời | di_chuyển | tự_giác | đến_(?:họp|lớp|dự) | dự_họp | đi_học | ra_lớp | quan_tâm
              | hoạt_động | phát_huy | hiệu_quả | đúng | đủ | đều | kịp_thời | thường_xuyên
              | có_(?: doanh_thu | việc_làm | vốn | đầu_ra | nước | mặt_bằng ) ) \b
          | (?<!nếu_)(?<!khi_) không_ (?!được|bao_giờ|ai|để|có_gì|phải) (?:thể_)?
            (?! hết | quên | ngăn | ngừng | chỉ | những | cao | thấp | đủ | lâu )
            [^\W\d]+_ (?: [^\W\d]+_ )? được\b (?! _(?: phép | quyền | coi | xem ) )
        """,
        "một số hộ dân không hợp tác khi đo đất",
        "nhiều hộ không còn nghèo",
        "refuses",
        weak=True,
        needs=("không ",),
    ),
    Rule(
        "một bộ phận cán bộ còn …",
        r"""
        (?: một_bộ_phận(?:_không_nhỏ)? | không_ít )_
        (?: cán_bộ | đảng_viên | công_chức | viên_chức | nhân_dân | người_dân | hội_viên | đoàn_viên | hộ_dân
          | địa_phương | cơ_quan | đơn_vị | lãnh_đạo | doanh_nghiệp )\b
        (?: (?! \b(?: nhưng | song | đã | được )\b ) [^,;:.()\d] ){0,90}?
        _còn_ (?! lại | được | là | trẻ | sống | tham_gia | hỗ_trợ | giúp | có_sáng )
        """,
        "một bộ phận cán bộ còn để tai tiếng",
        "một bộ phận cán bộ đã về, còn lại thì họp",
        "some",
        weak=True,
        needs=("còn ",),
    ),
    Rule(
        "khó tiêu thụ, thiếu hai phòng học, để xảy ra, kéo dài quá hạn",
        r"""
        khó_(?: tiêu_thụ | tiếp_cận | vay | tuyển | bán | quản_lý | thu_hút | kiểm_soát | thu_hồi | đi_lại
            | triển_khai | thực_hiện | áp_dụng | cạnh_tranh | nhân_rộng | duy_trì | bố_trí )\b
          | thiếu_(?: \d{1,4} | một | hai | ba | bốn | nhiều )_ (?! % )
          | (?<!không_)(?<!chưa_)(?<!tránh_)(?<!nếu_)(?<!nào_)(?<!đừng_)(?<!ngừa_)(?<!chế_) để_xảy_ra\b
          | (?: kéo_dài | chậm )_quá\b | không_đạt (?= \s? (?: [.,;] | $ ) )
          | (?: nghỉ_việc | bỏ_học | bỏ_việc | xin_nghỉ | hư_hỏng | sai_sót | tồn_đọng )_(?: rất_ | khá_ )?
            (?: nhiều | lâu | kéo_dài )\b (?= \s? (?: [.,;] | $ ) | _(?: ngày | năm | tháng | tại | ở )_ )
          | vắng_(?: khách | người | học_sinh )
        """,
        "sản phẩm của hợp tác xã khó tiêu thụ",
        "không để xảy ra cháy rừng",
        "stated",
        weak=True,
        needs=("khó ", "thiếu ", "xảy ra", " quá", "không đạt", "nhiều", "lâu", "kéo dài", "vắng "),
    ),
)
