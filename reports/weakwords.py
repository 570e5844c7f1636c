"""The words that tell of something weak, late, missing or harmful: with a cue, and without one."""

from __future__ import annotations

from .lexicon import phrases
from .rules import Rule
from .shortcomings import SHORTCOMINGS

# Words that tell of something weak, late, missing or harmful.
WEAK: tuple[Rule[str], ...] = (
    Rule(
        "… chưa, còn, thiếu, chậm …",
        r"""
        (?<!chủ_)(?<!thiết_)(?<!trọng_)(?<!tất_)(?<!chuẩn_)(?<!trang_)(?<!chính_)(?<!cốt_)(?<!nhu_)(?<!không_)
        \b (?! yếu_tố | thiếu_(?:tướng|tá|úy|nhi|niên|sinh) | bị_(?:cáo|can|đơn)
              | (?:hạn_chế|khắc_phục)_tối_đa | chưa_(?: bao_gồm | kể | tính | phát_hiện | ghi_nhận
              | xảy_ra | để_xảy_ra | từng | bao_giờ | chắc
              | phát_sinh_(?: ổ | ca | vụ | dịch | thêm | mới | trường_hợp | điểm | khiếu | đơn | tội ) )\b
              | (?<=nhà_)dột_nát
              | (?<=thôn_)mới | (?<=viên_)mới | (?<=trồng_)mới | (?<=lập_)mới | (?<=nghiệp_)mới )
        {weaknesses}\b
        """,
        "tiến độ chậm",
        "kinh tế phát triển",
        "word",
    ),
    Rule(
        "tuy có giảm nhưng vẫn ở mức cao",
        r"vẫn_(?:còn_)?ở_mức_(?:rất_|khá_)?cao",
        "số hộ bỏ nghề vẫn ở mức cao",
        "giá lúa ở mức cao",
        "high",
        needs=("ở mức",),
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
        còn_ (?<!không_còn_)(?<!chẳng_còn_)
        (?: (?: khá | rất | tương_đối | quá | nhiều | không_ít | một_số | những | có | bị | gặp | gặp_phải
              | đang | phải | đối_mặt_với | để | mang_tính | hiện_tượng | biểu_hiện | xảy_ra
              | để_xảy_ra ) _ ){0,3}
        (?: {weaknesses} | tình_trạng | xảy_ra | để_xảy_ra | hình_thức | mờ_nhạt | chênh_lệch | ít | khiêm_tốn
          | tùy_tiện | rườm_rà | bỏ_ngỏ | khó | cũ | mỏng | tản_mạn | thách_thức | trở_ngại | rào_cản
          | điểm_nghẽn | nan_giải | phổ_biến | cao_so_với | bỡ_ngỡ | đơn_giản )\b
        (?! _hơn )
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
        chưa_ (?<!khi_chưa_)(?<!nếu_chưa_)(?<!dù_chưa_)(?<!hay_chưa_)(?<!hoặc_chưa_)(?<!chỗ_chưa_)
        (?<!mà_chưa_)(?<!lâu_chưa_)
        (?! bao_giờ | từng | kể | tính | bao_gồm | gồm | chắc | phát_hiện | ghi_nhận | xảy_ra | để_xảy_ra | bị
          | có_(?: vụ | ca | trường_hợp | thiệt_hại | dịch | ai | gì | bão | mưa | lũ | cháy | tai_nạn | án
            | điểm_nóng )
          | đến_(?:kỳ|hạn|mức|\d) | quá | hết_hạn
          | phát_sinh_(?: ổ | ca | vụ | dịch | thêm | mới | trường_hợp | điểm | khiếu | đơn_thư | tội )
          | thể_(?: cấp | kết_luận | khẳng_định | nói ) | cần_(?!thiết_đã) | phải | nên | đầy | tới | xin
          | bãi | dừng | quy_định | đứng | và_chưa | được_hưởng | tròn )
        """,
        "việc phối hợp chưa chặt chẽ",
        "khi chưa có kinh phí thì tạm dừng",
        "alone",
        weak=True,
        needs=("chưa",),
    ),
    Rule(
        "còn 14 hộ … không cho kiểm đếm",
        r"""
        (?<!không_)(?<!chẳng_)(?<!giảm_) \bcòn_ (?: (?: trên | hơn | gần | khoảng )_ )?
        (?: \d[\d.,/]* | một_số | nhiều | không_ít | mấy )_ [^,;:.]{2,60}? _không_
        (?! bị | xảy_ra | phát_sinh | phải | còn | quá | dưới | kể | tính | thuộc | để | vi_phạm | nghèo
          | có )
        """,
        "còn 14 hộ ở khu phố 9 không cho kiểm đếm",
        "xã còn 9 hộ nghèo, không phát sinh hộ mới",
        "alone",
        weak=True,
        needs=("còn",),
    ),
    # From here on every alternative begins with a letter: the search then skips to where one may begin.
    Rule(
        "… gặp nhiều khó khăn …",
        r"""
        (?: gặp_(?:phải_)? | vẫn_ | đối_mặt_(?:với_)? | đối_diện_(?:với_)? | đứng_trước_ )
        (?: rất_nhiều_ | rất_ | không_ít_ | nhiều_ | một_số_ | vô_vàn_ | những_ | hàng_loạt_ )?
        (?: khó_khăn | khó_(?= do | trong | vì | bởi | khi | về ) | vướng_mắc | trở_ngại | thách_thức
          | rào_cản | bất_cập | áp_lực )\b
        """,
        "việc thu ngân sách gặp nhiều khó khăn",
        "gặp gỡ doanh nghiệp",
        "alone",
        weak=True,
        needs=("khó", "vướng mắc", "trở ngại", "thách thức", "rào cản", "bất cập", "áp lực"),
    ),
    Rule(
        "… có một số bất cập …",
        r"""
        (?: có_ | tồn_tại_ | nảy_sinh_ | phát_sinh_ )(?: một_số | nhiều | không_ít | những )_
        (?: bất_cập | hạn_chế | vướng_mắc | thiếu_sót | khuyết_điểm | tiêu_cực )\b
        """,
        "việc cấp phép có một số bất cập",
        "xã có một số mô hình hay",
        "alone",
        weak=True,
        needs=("bất cập", "hạn chế", "vướng mắc", "thiếu sót", "khuyết điểm", "tiêu cực"),
    ),
    Rule(
        "… thấp hơn kế hoạch, chậm tiến độ …",
        r"""
        (?: thấp_hơn_(?:so_với_)? (?: kế_hoạch | chỉ_tiêu | mục_tiêu | yêu_cầu | dự_toán )
          | chậm_(?: tiến_độ | so_với | được | trễ | hơn ) | đạt_thấp | mức_thấp | suy_giảm_so_với | thiếu_hụt
          # not "nông thôn mới đạt", "đảng viên mới đạt"
          | mới_ (?<!thôn_mới_)(?<!thị_mới_)(?<!viên_mới_)(?<!trồng_mới_)(?<!lập_mới_)(?<!nghiệp_mới_)
            (?<!mở_mới_)(?<!xây_mới_)(?<!ký_mới_)(?<!nạp_mới_)(?<!làm_mới_)(?<!cấp_mới_)(?<!học_mới_)(?<!lắp_mới_)(?<!đổi_mới_)
            (?:chỉ_)?(?: đạt | dừng | bằng )_ | chỉ_(?: đạt | dừng | bằng )_
          | không_đạt_(?: kế_hoạch | chỉ_tiêu | yêu_cầu | mục_tiêu ) )
        """,
        "thu ngân sách đạt thấp",
        "giá thấp hơn thị trường",
        "alone",
        weak=True,
        needs=("thấp", "chậm ", "suy giảm so", "thiếu hụt", "mới ", "chỉ ", "không đạt "),
    ),
    Rule(
        "… triển khai chậm, quá ít …",
        r"""
        (?: chuyển_biến | triển_khai | thực_hiện | giải_ngân | bàn_giao | lại | cũng | quá | rất | khá | xử_lý
          | giải_quyết | phục_hồi | trả_lời | phối_hợp )_(?: rất_ | khá_ | quá_ | còn_ )?
        (?: chậm | trễ | muộn | ít(?!_nhất) | mỏng | thấp )\b
        """,
        "các xã triển khai rất chậm",
        "các xã triển khai nhanh",
        "alone",
        weak=True,
        needs=("chậm", "trễ", "muộn", " ít", "mỏng", "thấp"),
    ),
    Rule(
        "… đã xuống cấp, quá tải …",
        r"""
        (?: đã_ | đang_ | bị_ | dần_ | thường_xuyên_ | luôn_ | tình_trạng_ | nghiêm_trọng_ )
        (?: xuống_cấp | hư_hỏng | quá_tải )\b
        """,
        "trụ sở ubnd xã đã xuống cấp",
        "nâng cấp đường giao thông",
        "stated",
        weak=True,
        needs=("xuống cấp", "hư hỏng", "quá tải"),
    ),
    Rule(
        "… sai quy định, đã vi phạm quy chế …",
        r"""
        (?: sai_ | trái_ | không_đúng_ ) (?: quy_định | quy_chế | thẩm_quyền | quy_trình | mục_đích
          | nguyên_tắc | pháp_luật | đối_tượng )\b (?! [^;]{0,20}\b(?:đã_bị|bị|đã_được|được)_ )
          | đã_vi_phạm_(?: quy_định | quy_chế | nguyên_tắc | luật | pháp_luật | điều_lệ )
        """,
        "giao đất không đúng thẩm quyền",
        "thực hiện đúng quy định",
        "stated",
        weak=True,
        needs=("sai ", "trái ", "không đúng ", "vi phạm "),
    ),
    Rule(
        "… bị ảnh hưởng, vẫn xảy ra, thiếu đồng bộ …",
        r"""
        bị_(?: ảnh_hưởng | tác_động | gián_đoạn | đình_trệ | ách_tắc | buông_lỏng | bỏ_trống | lãng_phí
              | sụt_giảm | thu_hẹp | cắt_giảm | hủy_bỏ | thất_thoát | chậm | kéo_dài )\b
          | vẫn_còn (?= \s? (?: [.;,] | $ ) )
          | vẫn_(?: xảy_ra | diễn_ra | tái_diễn | để_xảy_ra | tiếp_diễn | chậm | thiếu | thấp | yếu | khó )\b
          | vẫn_(?:còn_)?ở_mức_(?:rất_|khá_)?thấp
          | nổi_lên_(?: tình_trạng | vấn_đề | hiện_tượng )
          | có_(?: biểu_hiện | dấu_hiệu | chiều_hướng | xu_hướng )_(?: giảm_sút | sa_sút | suy_giảm
              | buông_lỏng | lơ_là | chủ_quan | chững_lại | phức_tạp | gia_tăng )
          | gây_(?: bức_xúc | lãng_phí | thất_thoát | mất_đoàn_kết | dư_luận_(?:không_tốt|xấu) )
          | tiềm_ẩn_(?:nhiều_)?phức_tạp | làm_ảnh_hưởng_(?: đến | xấu | lớn | không_nhỏ )
          | thiếu_(?: chủ_động | đồng_bộ | quyết_liệt | chặt_chẽ | kiểm_tra | trách_nhiệm | thống_nhất
              | gương_mẫu | nhân_lực | cán_bộ | giáo_viên | bác_sĩ | kinh_phí | vốn | nguồn )\b
        """,
        "chuyến hàng bị gián đoạn",
        "xã có biểu hiện tốt",
        "stated",
        weak=True,
        needs=(
            "bị ",
            "vẫn ",
            "nổi lên",
            "có biểu",
            "có dấu",
            "có chiều",
            "có xu",
            "gây ",
            "tiềm ẩn",
            "làm ",
            "thiếu ",
        ),
    ),
    Rule(
        "… ì ạch, chập chờn, không ổn định …",
        "{failings} (?<!nhà_dột_nát)(?<!nhà_ở_dột_nát)",
        "tiến độ lắp đồng hồ nước ì ạch",
        "tiến độ lắp đồng hồ nước nhanh",
        "failing",
        weak=True,
        needs=phrases("failings"),
    ),
    Rule(
        "… có tình trạng buông lỏng …",
        r"""
        (?: có | còn | vẫn | xảy_ra | xuất_hiện | để )_(?: tình_trạng | hiện_tượng | biểu_hiện )_
        [^;]{0,60} \b{weaknesses}\b
          | (?<!không_)còn_(?: tình_trạng | hiện_tượng )_ [^;]{3,80}? _(?: không | chưa | tự_ý )_
        """,
        "có tình trạng buông lỏng quản lý đất rừng",
        "tình trạng này",
        "state",
        weak=True,
        needs=("tình trạng", "hiện tượng", "biểu hiện"),
    ),
    *SHORTCOMINGS,
)
