"""What asks for nothing, although it stands among tasks: praise, threats, decisions, discussion."""

from __future__ import annotations

from .rules import Rule

FOR_ALL = r"""
    (?: (?:các|những|tất_cả(?:_các)?|toàn_bộ(?:_các)?)_ )?
    (?: việc | nhiệm_vụ | nội_dung | công_việc | yêu_cầu ) _(?: này | trên | nêu_trên | nói_trên )\b
    [^.;\n]{0,60}? \b(?: xong | hoàn_thành )\b
"""

# What is asked at the opening is asked for the discussion: "Khai mạc, Bí thư đề nghị … làm rõ …".
AT_THE_OPENING: tuple[Rule[str], ...] = (
    Rule(
        "khai mạc, … đề nghị …",
        r"""
        (?: (?:phát_biểu_)? (?:khai_mạc|mở_đầu|gợi_mở|đề_dẫn) \b | trước_khi_thảo_luận\b ) [^:;]{0,200}?
        \b(?: đề_nghị | yêu_cầu | gợi_ý | mong )\b [^:;]{0,120}?
        \b(?: thảo_luận | đánh_giá | nhìn_nhận | nhìn_thẳng | phân_tích | cho_ý_kiến | góp_ý | làm_rõ
          | đóng_góp | tập_trung_trí_tuệ | phát_huy | chỉ_ra | soi_xét | bàn )\b
        """,
        "khai mạc, bí thư đề nghị các đơn vị nhìn nhận thẳng thắn kết quả năm qua",
        "kết luận, bí thư đề nghị các đơn vị đánh giá lại kết quả năm qua",
        "discussion",
        needs=("khai mạc", "mở đầu", "gợi mở", "đề dẫn", "trước khi"),
    ),
)

# Sentences inside a request that ask for nothing.
NO_TASKS: tuple[Rule[str], ...] = (
    Rule(
        "… nêu bốn việc phải làm",
        r"""
        .{0,200}? \b(?: nêu | đề_ra | xác_định | giao | thống_nhất | có )_
        (?: \d+ | một_số | hai | ba | bốn | năm | sáu | bảy )_ (?:nhóm_)? (?: việc | nhiệm_vụ
          | nội_dung | giải_pháp )\b
        [^:;]{0,80} [.:]? $
        | .{0,200}? \b(?: tập_trung (?:_vào|_thực_hiện)? | thực_hiện (?:_tốt)? )_
        (?: \d+ | một_số | hai | ba | bốn | năm | sáu | bảy )_ (?:nhóm_)? (?: việc | nhiệm_vụ
          | nội_dung | giải_pháp ) (?: _trọng_tâm | _chủ_yếu | _cụ_thể | _sau(?:_đây)? ){0,2} [.:]? $
        | .{0,160}? \b(?: tập_trung | thực_hiện | làm | triển_khai )_
          (?: tốt_ | ngay_ | vào_ )? (?: các | những )_
          (?: nhóm_ )? (?: việc | nhiệm_vụ | nội_dung | giải_pháp | công_việc )
          (?: _trọng_tâm | _chủ_yếu | _cụ_thể ){0,2} _ (?: sau(?:_đây)? | dưới_đây ) \s* [.:]? $
        """,
        "ông chủ tịch nêu ba việc phải làm từ nay đến vụ gặt.",
        "giao phòng nội vụ rà soát hồ sơ.",
        "lead",
        needs=("việc", "nhiệm vụ", "nội dung", "giải pháp"),
    ),
    Rule(
        "đồng chí biểu dương …",
        r"""
        .{0,160}? \b(?: biểu_dương | ghi_nhận | đánh_giá_cao | hoan_nghênh | chúc_mừng | cảm_ơn )\b
        (?! .* \b(?:yêu_cầu|đề_nghị)\b )
        """,
        "đồng chí bí thư biểu dương các đơn vị.",
        "đồng chí ghi nhận kết quả và yêu cầu khắc phục tồn tại.",
        "praise",
        needs=("biểu dương", "ghi nhận", "đánh giá cao", "hoan nghênh", "chúc mừng", "cảm ơn"),
    ),
    Rule(
        "nghiêm khắc nhắc nhở … vắng họp",
        r"""
        (?: nghiêm_khắc_ | thẳng_thắn_ )? (?: phê_bình | nhắc_nhở )_ [^;:]{3,120}?
        \b(?: vắng | không_lý_do | đi_muộn | vì | do_(?!đó|vậy) | để_xảy_ra | chưa | nộp_chậm | chậm_nộp )\b
        (?! .* \b(?: yêu_cầu | đề_nghị | khắc_phục | rút_kinh_nghiệm | giao )\b )
        """,
        "nghiêm khắc nhắc nhở tổ 4 vắng họp không lý do",
        "nhắc nhở các tổ đi họp đúng giờ",
        "praise",
        needs=("phê bình", "nhắc nhở"),
    ),
    Rule(
        "Khen thưởng: … tặng Bằng khen …",
        r"""
        (?: khen_thưởng | biểu_dương | thi_đua (?:,_|_-_|_và_) khen_thưởng ) \s? :
        (?! .{0,200} \b(?: đề_nghị | trình | lập | xét | giao | hoàn_thành | rà_soát )_ )
        .{0,120}? \b(?: tặng | trao | nhận | đạt | được | dẫn_đầu )_
        """,
        "khen thưởng: ubnd tỉnh tặng bằng khen cho 5 tập thể",
        "khen thưởng: lập hồ sơ trình ubnd tỉnh tặng bằng khen",
        "praise",
        needs=("khen thưởng", "biểu dương"),
    ),
    Rule(
        "Phấn đấu … đạt 500 tỷ đồng",
        r"""
        (?: phấn_đấu | mục_tiêu | chỉ_tiêu )\b [^;]{0,160}? \d
        (?! [^;]* , _ (?: {taskverbs} ) \b )
        """,
        "phấn đấu thu ngân sách đạt 500 tỷ đồng",
        "phấn đấu hoàn thành nhiệm vụ",
        "goal",
        needs=("phấn đấu", "mục tiêu", "chỉ tiêu"),
    ),
    Rule(
        "Tỷ lệ tham gia bảo hiểm y tế 96%",
        r"""
        {indicators}\b (?! [^;]{0,120} \b(?: {actionverbs} | trước | xong )\b )
        [^,;:]{0,90}? _ (?: (?: đạt | trên | dưới | không_quá | tối_thiểu | ít_nhất | từ )_ ){0,2}
        \d[\d.,]* \s? (?: % | (?: tỷ | triệu | nghìn )_ [^\W\d]+ (?:/[^\W\d]+){0,3} ) \s* [.;]? $
        """,
        "tỷ lệ tham gia bảo hiểm y tế 96%",
        "tỷ lệ tham gia bảo hiểm y tế 96% phải được giữ vững",
        "goal",
    ),
    Rule(
        "Thu thuế đất đạt 310 triệu đồng, tăng 4% so với cùng kỳ",
        r"""
        (?! phấn_đấu | bảo_đảm | đảm_bảo ) [^.;:]{3,90}? _đạt_ \d [\d.,]* [^.;:,]{0,25}? ,_
        (?: (?:tăng|giảm)_ \d [^.;:]{0,30}? so_với_(?:cùng_kỳ|năm|quý|tháng)
          | bằng_ \d [\d.,]* \s? %_so_với_cùng )
        """,
        "thu thuế đất đạt 310 triệu đồng, tăng 4% so với cùng kỳ",
        "phấn đấu thu thuế đất đạt 310 triệu đồng, tăng 4% so với năm 2017",
        "state",
        needs=("đạt ",),
    ),
    Rule(
        "Họp giao ban tháng 11 dự kiến ngày 04/12",
        r"""
        (?: chốt \s? : \s? )? (?: (?: cuộc | phiên | buổi | kỳ | lần | lịch )_ | họp_ | sinh_hoạt_chi_bộ_
          | (?:tháng|tuần|quý|kỳ)_(?:sau|tới)_họp_ )
        (?! [^;]{0,120} \b(?: trước | xong | giao(?!_ban) | yêu_cầu | chuẩn_bị | báo_cáo | hoàn_thành )_ )
        [^;:]{0,60}? \b(?: dự_kiến | vào | họp | tối | sáng | chiều )_ [^;:]{0,30}?
        \d{1,2} \s? (?: / | _tháng_ ) \s? \d
          | (?: họp | giao_ban | hội_nghị | hội_ý | (?:cuộc|buổi|phiên|kỳ|lần)_[^\W\d]+ )\b
            [^;:.]{0,60} : \s? (?:(?:sáng|chiều|tối|vào|lúc|ngày|thứ_\w+|dự_kiến|\d{1,2}(?:h|_giờ)\w*) [,_]*)*
            \d{1,2} \s? [/-] \s? \d{1,2} (?: \s? [/-] \s? \d{4} )?
            (?: [,_]*(?:tại|ở)_[^;.]{3,60} )? \s* [.]? $
          | (?: đại_hội | hội_nghị )_ [^;:.]{0,60}? \b dự_kiến_ [^;:.]{0,40}? \d
            (?! .* \b(?: giao | chuẩn_bị )\b )
        """,
        "họp giao ban tháng 11 dự kiến ngày 04/12/2026",
        "họp dân lấy ý kiến xong trước ngày 04/12/2026",
        "meeting",
        needs=(
            "họp",
            "giao ban",
            "hội ý",
            "cuộc",
            "phiên",
            "buổi",
            "kỳ",
            "lần",
            "lịch",
            "sinh hoạt",
            "đại hội",
            "hội nghị",
        ),
    ),
    Rule(
        "…, phải tiêu hủy 412 con",
        r"""
        .{0,220}? \bphải_(?: tiêu_hủy | thu_hồi_đất | sơ_tán | di_dời | nhập_viện | cấp_cứu | dừng_thi_công
          | dạy | nghỉ )\b [^;:]{0,24}? (?: \d | tăng_tiết | thay )
        (?! .* \b(?: trước_(?:ngày|\d) | xong )\b )
          | [^,;:]{0,60} _ thiếu_\d [^;:]{0,60} ,_ (?:nên_)? phải_
        """,
        "tổng đàn 8.950 con, giảm do dịch, phải tiêu hủy 412 con",
        "phải tiêu hủy xong 412 con trước ngày 5/9",
        "state",
        needs=("phải ",),
    ),
    Rule(
        "Giám đốc nhấn mạnh: “…”",
        r"""
        [^:"]{3,90} \b(?: nhấn_mạnh | nói | phát_biểu | chia_sẻ | khẳng_định | kết_luận ) \s? : \s? "
        (?! [^"]{0,300} \b(?: phải | cần | yêu_cầu | đề_nghị | hãy )\b ) [^"]* "? \s* [.]? $
        """,
        'giám đốc nhấn mạnh: "có mặt bằng mà không có máy thì tôi cắt hợp đồng."',
        'giám đốc nhấn mạnh: "các anh phải thêm máy."',
        "quote",
        needs=('"',),
    ),
    Rule(
        "Trưởng phòng nào để quá hạn thì …",
        r"""
        [^,;:.]{3,60} _nào_ [^;:]{0,120}? \b(?: không_xét | bị_trừ | trừ_điểm | phê_bình | kiểm_điểm | xử_lý
          | hạ_bậc | sẽ_bị | chịu_trách_nhiệm | kỷ_luật )\b
        """,
        "trưởng phòng nào để việc quá hạn thì không xét thi đua",
        "các trưởng phòng kiểm điểm việc quá hạn",
        "threat",
        needs=(" nào ",),
    ),
    Rule(
        "đề nghị của xã … về …",
        r"""
        (?: đề_nghị | kiến_nghị | yêu_cầu )_ của_ [^:]{3,160} :
        (?! .* \b(?: giao | yêu_cầu | phân_công )\b )
        """,
        "đề nghị của xã an lạc về lịch tưới: không chấp thuận",
        "đề nghị xã an lạc lập lịch tưới",
        "state",
        needs=("của",),
    ),
    Rule(
        "2 quần chúng, hiện mới kết nạp 1",
        r"""
        \d{1,4} [\d.,/]{0,9} _ [^;:]{3,200}
          \b(?: đã | (?<!thôn_)mới_(?=được|giao|kết|trồng|có|đạt) | hiện | tham_dự )\b
        | (?: kinh_phí | tiền )_ [^;:]{0,80}? _(?: lấy_từ | trích_từ | từ_nguồn )_
        """,
        "2 quần chúng, hiện mới kết nạp được 1",
        "2 quần chúng được kết nạp trong quý",
        "state",
    ),
    Rule(
        "dự án … chậm tiến độ 2 tháng do …",
        r"""
        [^,;:.]{3,90}? _dẫn_đầu_ (?: thi_đua | khối | cụm | toàn )
        | [^,;:.]{3,90}? _(?: chậm_tiến_độ | chậm_\d+_tháng | chưa_xong ) (?: _\d+_tháng )?
          (?: \s*[.]?$ | _do_ )
        """,
        "dự án chợ chậm tiến độ 2 tháng do thiếu thợ",
        "rà soát dự án chậm tiến độ để cắt vốn",
        "state",
        needs=("chậm", "chưa xong", "dẫn đầu"),
    ),
    Rule(
        "lưu ý: còn 9 lớp chưa nộp …",
        r"""
        (?: (?:hiện_)? (?:vẫn_)? còn_ (?: \d[\d.,]* | nhiều | một_số | không_ít | tình_trạng )_ [^;:.]{0,120}?
            \b(?: chưa | không | chậm | thiếu | sai | trễ | vi_phạm )\b
          | (?:việc|tình_trạng)_ [^;:.]{3,120}? _(?:còn|vẫn|đang)_
            (?: xảy_ra | diễn_ra | tái_diễn | tồn_tại | chậm | phổ_biến )
          | tỷ_lệ_ [^;:.]{3,120}? _(?: mới | chỉ | còn )_ (?:đạt_|bằng_|ở_mức_)? \d )
        (?! .* \b(?: đề_nghị | yêu_cầu | cần | phải | sẽ | đôn_đốc | khẩn_trương | khắc_phục | hoàn_thành
          | chấn_chỉnh | rà_soát | tập_trung | tăng_cường )\b )
        """,
        "còn 9 lớp chưa nộp sổ đầu bài",
        "còn 9 lớp chưa nộp sổ đầu bài, các tổ trưởng đôn đốc",
        "state",
        needs=("còn ", "tỷ lệ", "vẫn ", "đang "),
    ),
    Rule(
        "cử tri đề nghị …",
        r"""
        [^,;:]{0,30}? \b(?: cử_tri | nhiều_đại_biểu | một_số_đại_biểu | nhiều_ý_kiến | người_dân )
        (?: _\w+ ){0,4}? _(?: đề_nghị | kiến_nghị | mong | mong_muốn | muốn | phản_ánh | cho_rằng
          | bức_xúc )\b
        """,
        "cử tri thành phố đề nghị chính quyền có giải pháp",
        "trả lời kiến nghị của cử tri trước 30/9",
        "petition",
        needs=("cử tri", "đại biểu", "ý kiến", "người dân"),
    ),
    Rule(
        "ý kiến của nhà thầu: …",
        r"""
        ý_kiến_của_ (?!.*\b(?:giao|yêu_cầu|phân_công)\b) [^:]{3,60} :
        | (?: {positions} | {titles} | {ranks} ) [^,;:.]{0,60}? _ (?:không_)?đồng_ý\b
          (?! .* \b(?: giao | yêu_cầu | phân_công )\b )
        """,
        "ý kiến của nhà thầu: ông nam xin thêm vốn",
        "ý kiến của giám đốc: giao phòng kỹ thuật lập hồ sơ",
        "petition",
        needs=("ý kiến của", "đồng ý"),
    ),
    Rule(
        "của Ban Chấp hành về …",
        r"""
        (?: của | với | hơn | là | thì | mà | vì(?!_(?:thị|văn)_) | bởi | rất | đã
          | tổng_(?:số|mức|vốn|kế_hoạch) | lời_hứa
          | đến_(?!năm|hết|cuối|ngày|nay|\d) | toàn_diện | kỹ_thuật | nói_chung )\b
        """,
        "của ban chấp hành về công tác cán bộ",
        "đến hết năm 2025 xóa nhà tạm",
        "fragment",
    ),
    Rule(
        "các việc này phải xong trước …",
        FOR_ALL,
        "các việc này đều phải xong trước 12/9",
        "các việc trong quý",
        "for all",
    ),
    Rule(
        "các đại biểu tập trung thảo luận",
        r"""
        (?: (?:các|quý|từng)_)? (?: vị_)? (?: đại_biểu | thành_viên_dự_họp | đồng_chí_dự_họp ) [^;:]{0,160}?
        \b(?: thảo_luận | cho_ý_kiến | góp_ý | đóng_góp | tham_gia_ý_kiến | phát_huy_dân_chủ
          | (?:nghiên_cứu|đọc)_(?:kỹ_|sâu_)?(?:tài_liệu|báo_cáo|dự_thảo|tờ_trình|văn_kiện|nội_dung)
          | tập_trung_(?:trí_tuệ|làm_rõ|đánh_giá) )\b
        | [^;:]{0,80}? \b(?: tập_trung_(?:thảo_luận|đánh_giá_(?:khách_quan|toàn_diện|kết_quả|sâu))
          | thẳng_thắn_(?:thảo_luận|trao_đổi|chỉ_rõ|nhìn_nhận|đóng_góp) )\b
        """,
        "các đại biểu tập trung thảo luận dự thảo báo cáo",
        "các đại biểu phổ biến nghị quyết đến chi bộ",
        "discussion",
        needs=("đại biểu", "dự họp", "tập trung", "thẳng thắn"),
    ),
    Rule(
        "đại biểu đặt câu hỏi ngắn gọn",
        r"""
        [^;:]{0,160}? \b(?: đặt_câu_hỏi | tranh_luận | chất_vấn_về )\b
          | (?:trả_lời|giải_trình)_(?:đúng|ngắn|thẳng|đầy_đủ)_(?:nội_dung|trọng_tâm|gọn|vào|các_câu_hỏi)
        """,
        "đại biểu đặt câu hỏi ngắn gọn",
        "trả lời kiến nghị của cử tri trước kỳ họp",
        "discussion",
        needs=("câu hỏi", "tranh luận", "chất vấn", "trả lời", "giải trình"),
    ),
    Rule(
        "thống nhất với đề xuất của …",
        r"""
        (?: thống_nhất_(?: với | chủ_trương | theo | đề_nghị | tổ_chức | đề_xuất | nội_dung | như | phương_án
              | thông_qua | kiến_nghị ) | đồng_ý | nhất_trí | chấp_thuận | cho_phép ) \b
        (?! .* \b(?: giao | yêu_cầu | phân_công | chịu_trách_nhiệm | phụ_trách )\b )
        """,
        "thống nhất với đề xuất của sở xây dựng",
        "thống nhất chủ trương và giao sở xây dựng lập hồ sơ",
        "decision",
    ),
    Rule(
        "hội nghị biểu quyết thông qua …",
        r"""
        (?: biểu_quyết \s? : | [^,;:]{0,60}? _nhất_trí_(?: 100\s?% | \d+\s?/\s?\d+ ) )
        (?! .* \b(?:giao|yêu_cầu|phân_công|đề_nghị)\b )
        | [^,;:]{0,60}? (?<!phiếu_)(?<!việc_)(?<!để_) \b(?: biểu_quyết | bỏ_phiếu )\b [^;:]{0,60}?
        \b(?: thông_qua | thống_nhất | nhất_trí | tán_thành | đồng_ý | nhất_trí_cao )\b
        (?! .* \b(?:giao|yêu_cầu|phân_công|đề_nghị)\b )
        | .{0,200}? \b(?: \d+\s?/\s?\d+ | 100\s?% | \d+_(?=thành|đại|phiếu) ) _? [^;:.\d]{0,40}?
          \b(?: tán_thành | đồng_ý | nhất_trí | biểu_quyết )\b
        (?! .* \b(?:giao|yêu_cầu|phân_công|đề_nghị|chịu_trách_nhiệm)\b )
        """,
        "hội nghị biểu quyết 9/9 thành viên nhất trí thông qua quy chế",
        "chuẩn bị phiếu biểu quyết thông qua nghị quyết",
        "decision",
        needs=("biểu quyết", "bỏ phiếu", "nhất trí", "tán thành", "đồng ý"),
    ),
    Rule(
        "cuộc họp kết thúc lúc …",
        r"""
        (?: biên_bản | cuộc_họp | buổi_họp | phiên_họp | hội_nghị | kỳ_họp | đại_hội | buổi_làm_việc | họp )\b
        [^,;:]{0,40}? _(?:đã_)? (?: kết_thúc | bế_mạc | (?:được_)?(?:lập|thông_qua|đọc_lại)_
          (?= lúc | vào | với | thành | trước | xong | tại | cho | bởi | và ) )
          | (?: kết_thúc | (?:cuộc_|buổi_|phiên_)?họp_(?:xong|tan) | tan_họp )
            _(?: lúc | vào_hồi | vào_lúc | hồi | khoảng )\b
        """,
        "phiên họp kết thúc lúc 11 giờ 30",
        "hội nghị tổng kết phải xong trước 30/12",
        "closing",
        needs=("kết thúc", "bế mạc", "lập", "thông qua", "đọc", "họp xong", "họp tan", "tan họp"),
    ),
    Rule(
        "nếu … sẽ xử lý nghiêm",
        r"""
        (?: nếu | trường_hợp_nào )\b .{0,160}?
        \b(?: kỷ_luật | cách_chức | chịu_trách_nhiệm | xử_lý_nghiêm | phê_bình )\b
        """,
        "nếu xã nào để xảy ra, sẽ xử lý nghiêm",
        "nếu có vướng mắc thì báo cáo ngay",
        "threat",
    ),
    Rule(
        "… thông báo để các đơn vị biết, thực hiện",
        r"""
        .{0,160}? \b(?: thông_báo | truyền_đạt )\b .{0,160}? \b(?: để | đến )\b .{0,120}?
        \b(?: biết | thực_hiện )\b .{0,60} \.? /? \.? $
        """,
        "văn phòng thông báo để các đơn vị biết, thực hiện./.",
        "thông báo kết quả cho người dân biết rồi mới thu",
        "closing",
        needs=("thông báo", "truyền đạt"),
    ),
)
