"""By which words a section is known: headings ("II. Hạn chế"), cues ("Tuy nhiên, …"), captions."""

from __future__ import annotations

from enum import Enum, auto

from .rules import Rule


class Section(Enum):
    """What a sentence is about."""

    AROUND = auto()  # letterhead, title, publication line, tail
    CAPTION = auto()  # words under a picture
    OPENING = auto()  # who met, where, when
    PARTICIPANTS = auto()
    BODY = auto()  # results told without a heading
    STRENGTHS = auto()
    STRENGTH_CAUSES = auto()
    LIMITATIONS = auto()
    CAUSES = auto()
    TASKS = auto()
    PETITIONS = auto()  # what is asked of those above: no tasks


S = Section

_ONE_OF = r"(?:về_|những_|các_|một_số_|bên_cạnh_đó,_|vẫn_|còn_)*"

_OF_RESULTS = (
    r"_(?:của_)? (?:những_|các_|việc_)? (?: kết_quả | ưu_điểm | thành_tích | thành_công | thắng_lợi"
    r" | đạt_được | mặt_(?:được|mạnh|tích_cực|làm_được) )\b"
)

# Headings and labels: "II. Hạn chế", "+ Nguyên nhân: …".
HEADINGS: tuple[Rule[Section], ...] = (
    Rule(
        "Ưu điểm",
        _ONE_OF
        + r"""
        (?: ưu_điểm | (?:ưu|được)(?=\s*:) | thuận_lợi
          | (?:mặt|việc|điểm|nội_dung)_(?:đã_)?(?:được|mạnh|làm_được|đạt_được|tích_cực)
            (?!_(?: giao | phân_công | chốt )\b)
          | (?:đã_)?(?:làm|đạt)_được (?:_(?:từ|trong|tháng|quý|tuần|đợt|kỳ)_[^.;,:]{1,40})? \s* :? \s* $
          | kết_quả_(?:nổi_bật|đạt_được|đã_đạt_được)
          | thành_tích | điểm_mạnh )
        """,
        "ưu điểm, nguyên nhân",
        "ưu tiên",
        S.STRENGTHS,
    ),
    Rule(
        "Nguyên nhân của kết quả",
        _ONE_OF + r"(?: phân_tích_ )? (?: nguyên_nhân | lý_do | lí_do ) " + _OF_RESULTS,
        "nguyên nhân của những kết quả đạt được:",
        "nguyên nhân hạn chế:",
        S.STRENGTH_CAUSES,
    ),
    Rule(
        "Nguyên nhân",
        _ONE_OF + r"(?: phân_tích_ )? (?: nguyên_nhân | n/nhân | lý_do | lí_do )",
        "nguyên nhân:",
        "lý thuyết",
        S.CAUSES,
    ),
    Rule(
        "Hạn chế",
        _ONE_OF
        + r"""
        (?: hạn_chế | tồn_tại | khuyết_điểm | yếu_kém | khó_khăn | vướng_mắc | bất_cập | thiếu_sót
          | điểm_yếu | khâu_yếu | nhược_điểm | sai_sót | điểm_nghẽn | nút_thắt | tồn_đọng
          | (?:khuyết|nhược)(?=\s*:)
          | (?: mặt | việc | điểm | nội_dung | vấn_đề | phần | khâu | cái | chỗ | nhiệm_vụ ) _
            (?: (?:còn_)? (?: chưa_(?: làm_được | được | đạt | tốt | hoàn_thành | thực_hiện | làm )
              | tồn_(?:tại|đọng) | hạn_chế | yếu | vướng ) | cần_(?:khắc_phục|chấn_chỉnh) )
          | (?:còn_)?chưa_làm_được
          | (?:còn_)?chưa_(?: ổn | tốt | được | xong | đạt ) (?:_lắm)? \s* :? \s* $
          | (?: còn_(?: vướng | yếu | chậm | thiếu ) | vướng ) \s* :? \s* $ )
        """,
        "những tồn tại, hạn chế",
        "hạn hán kéo dài",
        S.LIMITATIONS,
    ),
    Rule(
        "Nhiệm vụ",
        r"(?:phân_công_|giao_|\d{1,9}_)*"
        + _ONE_OF
        + r"""
        (?: phương_hướng | nhiệm_vụ (?! _(?:đã|đang|còn|chưa|hoàn_thành|chậm)\b | / )
          | giải_pháp | biện_pháp | yêu_cầu | phân_công | giao_việc
          | tổ_chức_thực_hiện | kết_luận
          | (?:công_)?việc_(?:trọng_tâm|tới|(?:cần_làm_)?(?:trong_)?(?:tuần|tháng|quý))
          | (?:công_)?việc_(?:cần|phải)_(?:làm|thực_hiện|triển_khai) | ý_kiến_(?:kết_luận|chỉ_đạo)
          | chốt (?:_lại)? (?:_các)? _ (?: (?:công_|đầu_|phần_)?việc | nhiệm_vụ ) \b
          | (?:các_)?(?:công_|đầu_|phần_)?việc (?:_đã)? (?:_được)? _(?: chốt | giao | phân_công ) \s* :? \s* $
          | (?:{titles}_)? (?: {positions} | chủ_tọa | chủ_trì ) (?: (?!_(?:các|mỗi|từng)_) [^,;:.] ){0,60}?
            _(?: kết_luận | chỉ_đạo | phân_công | giao_việc )
            (?: (?:,|_và)_(?: kết_luận | chỉ_đạo | phân_công | giao_việc | giao_nhiệm_vụ ) ){0,2}
            (?:_(?:các_)?(?:nhiệm_vụ|công_việc))? \s* $
          | quyết_nghị \s* [:.]? \s* $
          | (?: (?:hai|ba|các)_bên_ | cuộc_họp_ | hội_nghị_ )? (?:nội_dung_)? (?:đã_)? (?:cùng_)? thống_nhất
            (?:_(?:chung|thực_hiện|như_sau|triển_khai))? (?:_(?:các_|một_số_)?nội_dung(?:_sau)?)? \s* :? \s* $
          | nghị_quyết (?: _(?:của_)? (?: hội_(?:đồng|nghị) | đại_hội | cuộc_họp | phiên_họp | chi_bộ
              | đảng_ủy | ban_(?:chấp_hành|thường_vụ|giám_đốc) ) (?!.*_(?:về|số|v/v)_) [^:\d]* )?
            (?: (?:,|_và)_(?: phân_công | giao_việc | nhiệm_vụ | kết_luận ) [^.:\d]{0,40} )? \s* [:.]? \s* $
            | nội_dung_(?:kết_luận|chỉ_đạo)
          | chương_trình_công_tác | kế_hoạch_(?:công_tác_)?(?:tháng|quý|6_tháng) )
        """,
        "nhiệm vụ trọng tâm quý iv",
        "nhiệm kỳ 2020 - 2025",
        S.TASKS,
    ),
    Rule(
        "Kiến nghị, đề xuất",
        _ONE_OF
        + r"""
        (?: (?:kiến_nghị|đề_xuất) (?: ,?_(?:và_)?(?:kiến_nghị|đề_xuất) )?
            (?: _với | _đối_với | _lên | \s* [:.]? \s* $ )
          | ý_kiến_(?:của_)?(?:các_)? (?: bạn | bà_con | anh_em | chị_em | mọi_người | phụ_huynh | nhân_dân
              | người_dân | hội_viên | đoàn_viên | đảng_viên | chi_đoàn | chi_hội | người_lao_động
              | công_nhân | nhân_viên | viên_chức | giáo_viên | cán_bộ | cổ_đông | xã_viên | nhà_thầu
              | chủ_đầu_tư | doanh_nghiệp | địa_phương | khoa | phòng | đơn_vị | ban | ngành | sở
              | xã | phường | thôn | ấp | bản | tổ | đội | chi_bộ | chi_nhánh | cơ_quan | công_ty | xí_nghiệp
              | phân_xưởng | trung_tâm | trường | trạm | lớp | bên )\b
          | ý_kiến_(?: tại | trong | ở | từ )_(?:các_)?(?: hội_nghị | cuộc | buổi | phiên | kỳ | đại_hội
              | đơn_vị | cơ_sở | đại_biểu )\b
          | ý_kiến (?: _(?:thảo_luận|phát_biểu|đóng_góp|trao_đổi|tham_gia|khác) | \s* [:.]? \s* $
              | _của_(?:các_)?(?:đại_biểu|thành_viên|đồng_chí|cử_tri|trưởng_\w+|phó_\w+|đơn_vị|khoa|phòng)\b
              | _(?:của_)?(?:các_)? (?: bên | đại_biểu | thành_viên | đơn_vị | địa_phương | ngành | cổ_đông
                  | dự_họp ) (?:_dự_họp|_tham_dự|_liên_quan|_khác)? \s* [:.]? \s* $
              | _(?:tại|trong)_(?:hội_nghị|cuộc_họp|buổi_họp|phiên_họp|kỳ_họp|giao_ban|đại_hội)
                \s* [:.]? \s* $ )
          | phát_biểu (?: _(?:của_)?(?:các_)?(?:đại_biểu|thành_viên|đơn_vị)
              | _tại_(?:hội_nghị|cuộc_họp|buổi_họp|phiên_họp|kỳ_họp|giao_ban|đại_hội)
              | _(?:thảo_luận|tham_luận|đóng_góp|trao_đổi|ý_kiến) ){0,2} \s* [:.]? \s* $
          | trao_đổi (?: _ý_kiến | _tại_(?:hội_nghị|cuộc_họp|phiên_họp) )? \s* [:.]? \s* $
          | (?: trao_đổi (?:,|_và) _ )? thảo_luận\b
            (?! .{0,90} \b(?: hạn_chế | tồn_tại | khuyết_điểm | khó_khăn | vướng_mắc | bất_cập )\b )
          | tham_luận )
        """,
        "kiến nghị, đề xuất",
        "ý kiến kết luận của chủ tọa",
        S.PETITIONS,
    ),
    Rule(
        "Thành phần",
        r"""
        (?: thành_phần (?:_tham_dự|_dự_họp|_tham_gia|_gồm)? | đại_biểu_(?:tham_)?dự
          | tham_dự (?:_họp)? (?:_có|_gồm)? (?=\s*:|$) )
        """,
        "thành phần tham dự",
        "thành phố cần thơ",
        S.PARTICIPANTS,
    ),
    Rule(
        "Kết quả",
        _ONE_OF + r"(?: kết_quả | đánh_giá | tình_hình | công_tác | lĩnh_vực | khái_quát | đặc_điểm )",
        "kết quả thực hiện nhiệm vụ",
        "kết thúc hội nghị",
        S.BODY,
    ),
)

# The beginnings of sentences that open a section without a heading.
CUES: tuple[Rule[Section], ...] = (
    Rule(
        "còn bộc lộ một số hạn chế như: …",
        r"""
        [^:]{0,160}? \b(?: bộc_lộ | còn | những | một_số | mấy | các | nhiều | không_ít )_(?:mặt_|điểm_)?
        (?: hạn_chế | tồn_tại | khuyết_điểm | yếu_kém | bất_cập | khó_khăn | thiếu_sót | yếu ) \b
        (?: (?! \b(?: nêu | yêu_cầu | đề_nghị | nhấn_mạnh | phát_biểu | chỉ_đạo | kết_luận | khẳng_định
            | giao )\b ) [^:] ){0,150} : (?=\s|$)
        """,
        "bên cạnh đó, còn bộc lộ một số khuyết điểm, hạn chế như: giáo án sơ sài",
        "biện pháp khắc phục những hạn chế",
        S.LIMITATIONS,
        weak=True,
        needs=(
            "hạn chế",
            "tồn tại",
            "khuyết điểm",
            "yếu kém",
            "bất cập",
            "khó khăn",
            "thiếu sót",
            "ặt yếu",
            "iểm yếu",
        ),
    ),
    Rule(
        "Tuy nhiên, …",
        r"(?: tuy_nhiên | tuy_vậy | tuy_thế | (?:mặc_)?dù_vậy | mặc_dù_thế | song_song_đó,_vẫn_còn | song,"
        r" | thế_nhưng )",
        "tuy nhiên, tiến độ còn chậm",
        "tuy đã cố gắng, kết quả tốt",
        S.LIMITATIONS,
        weak=True,  # only where the sentence itself sounds weak
    ),
    Rule(
        "Đáng lo ngại là …",
        r"\"?(?:điều_)?đáng_(?: lo_ngại | lo | tiếc | buồn | quan_ngại )(?:_hơn|_nhất)? ,? _(?:là|nhất|,)",
        "đáng lo ngại là trẻ em bỏ học tăng",
        "đáng mừng là trẻ em tới lớp đông",
        S.LIMITATIONS,
        needs=("đáng ",),
    ),
    Rule(
        "nghiêm khắc phê bình các địa phương …",
        r"""
        .{0,200}? \b(?: nghiêm_khắc | thẳng_thắn | đã | cũng )_phê_bình_
        (?: (?:các|những|một_số|việc|tình_trạng|lãnh_đạo) _ | (?={bodies}) )
        """,
        "phó thủ tướng nghiêm khắc phê bình các địa phương để tai nạn gia tăng",
        "cấp ủy tự phê bình và phê bình nghiêm túc",
        S.LIMITATIONS,
        needs=("phê bình",),
    ),
    Rule(
        "Bên cạnh những mặt được, vẫn còn …",
        r"""
        (?: bên_cạnh | ngoài | cùng_với | song_song_với )_
        (?: những_ | các_ )? (?: kết_quả | ưu_điểm | thành_tích | mặt | thuận_lợi )
        .{0,120}? (?: \b(?: còn | hạn_chế | tồn_tại | khó_khăn | chưa )\b | \bchỉ_(?:ra|rõ) \s? : )
        """,
        "bên cạnh những kết quả ấy, việc thu phí còn chậm",
        "bên cạnh đó, xã hỗ trợ 5 hộ nghèo",
        S.LIMITATIONS,
        needs=("bên cạnh", "ngoài", "cùng với", "song song"),
    ),
    Rule(
        "Hội nghị cũng chỉ ra những tồn tại",
        r"""
        (?! trên_cơ_sở | từ_việc | sau_khi )
        .{0,120}? \b(?: chỉ_ra | chỉ_rõ | nhìn_thẳng | thừa_nhận | nêu_(?:lên|ra|rõ) | được_nêu )\b
        (?: (?! \b(?: mặc_dù | tuy | dù | dẫu | vượt_qua | trong_bối_cảnh )_ ) . ){0,60}?
        \b(?: hạn_chế | tồn_tại | khuyết_điểm | chưa_được | yếu_kém | bất_cập | khó_khăn | vướng_mắc
          | thiếu_sót | điểm_yếu | khâu_yếu | mặt_yếu | sai_sót
          | (?: mặt | việc | điểm )_(?:còn_)?chưa_làm_(?:được|tốt) )\b
          | .{0,120}? \b(?:thẳng_thắn|nghiêm_túc)_(?: nhìn_nhận | thừa_nhận | chỉ_ra | đánh_giá
            | kiểm_điểm ) .{0,60}? :
        """,
        "cuộc họp thẳng thắn chỉ ra mấy tồn tại: giải ngân chậm",
        "hội nghị chỉ ra hướng đi mới",
        S.LIMITATIONS,
        needs=("chỉ r", "nhìn thẳng", "thừa nhận", "nêu", "thẳng thắn", "nghiêm túc"),
    ),
    Rule(
        "Những hạn chế được nêu là",
        r"""
        (?: những | một_số | các | vẫn_còn | còn )? _? (?: mặt_ | điểm_ )?
        (?: hạn_chế | tồn_tại | khuyết_điểm | cái_chưa_được | điểm_chưa_được ) \b
        .{0,80}? (?: : | \b(?:là|như|gồm|được)\b )
        """,
        "những hạn chế được nêu là:",
        "hạn chế đốt rác ngoài trời",
        S.LIMITATIONS,
    ),
    Rule(
        "Đạt được kết quả trên là do …",
        r"""
        (?: (?:để_)?(?:đạt|có)_được_(?:những_|các_)? (?: kết_quả | thành_tích | thành_công | điều )
          | (?:những_|các_)?kết_quả_(?:trên|này|đó|đạt_được) ) \b
        .{0,60}? \b(?: do | nhờ | bởi )\b
          | (?: nguyên_nhân | lý_do )"""
        + _OF_RESULTS,
        "đạt được kết quả trên là do cấp ủy vào cuộc sớm",
        "kết quả trên còn thấp",
        S.STRENGTH_CAUSES,
        needs=("được kết", "được những", "được thành", "kết quả", "nguyên nhân", "lý do"),
    ),
    Rule(
        "Những hạn chế trên do …",
        r"""
        .{0,120}? \b(?: (?:những|các)_(?:hạn_chế|tồn_tại|khuyết_điểm|yếu_kém|khó_khăn|bất_cập)\b .{0,60}?
            _(?: là_do | do | bởi | xuất_phát_từ | bắt_nguồn_từ )_
          | (?:còn_)?có_nguyên_nhân_(?:là_)?(?:do|từ)_ )
        """,
        "những tồn tại, hạn chế nêu trên do năng lực cán bộ yếu",
        "những hạn chế trên cần được khắc phục",
        S.CAUSES,
        needs=("hạn chế", "tồn tại", "khuyết điểm", "yếu kém", "khó khăn", "bất cập", "có nguyên nhân"),
    ),
    Rule(
        "Tình trạng này do …; sở dĩ … là vì …",
        r"""
        .{0,60}? \b (?: (?:tình|thực)_trạng | vấn_đề | điều | chậm_trễ )_(?: này | trên | đó | nêu_trên )
        _ (?: \w+_ ){0,3}? (?: là_do | do | bởi | vì | xuất_phát_từ | bắt_nguồn_từ )_
          | sở_dĩ_ .{0,160}? _(?: là_(?:do|vì|bởi) | do | vì | bởi )_
          | việc_chậm [^:;.,]{0,90}? _(?:là_)?do_
        """,
        "tình trạng này chủ yếu do nguồn lực hạn chế",
        "tình trạng này cần được chấn chỉnh",
        S.CAUSES,
        needs=(
            "trạng này",
            "trạng trên",
            "trạng đó",
            "trạng nêu trên",
            "vấn đề này",
            "vấn đề trên",
            "điều này",
            "điều đó",
            "trễ này",
            "trễ trên",
            "sở dĩ",
            "việc chậm",
        ),
    ),
    Rule(
        "giá giảm là do: …",
        r"[^:]{0,160} \b(?: giảm | chậm | thấp | khó_khăn | yếu | thiếu | chưa_\w+ ) [^:]{0,60} _là_do \s? :",
        "theo hiệp hội, giá mía giảm là do: cung vượt cầu",
        "giá mía giảm",
        S.CAUSES,
        needs=("là do:", "là do :"),
    ),
    Rule(
        "Phân tích nguyên nhân chậm trễ, ông … cho rằng do …",
        r"""
        (?: phân_tích | đánh_giá | lý_giải | nói | đề_cập | giải_thích | làm_rõ )_(?:về_|rõ_)?(?:những_|các_)?
        nguyên_nhân\b .{0,220}? \b(?: do | bởi | cho_rằng | cho_biết | chỉ_ra )\b
          | .{0,120}? \b(?: lý_giải | giải_thích )\b .{0,220}? \b(?: do | bởi | vì )\b
        """,
        "lý giải nguyên nhân chậm trễ, ông giám đốc cho rằng do thiếu vốn",
        "phân tích nguyên nhân để có giải pháp",
        S.CAUSES,
        needs=("nguyên nhân", "lý giải", "giải thích"),
    ),
    Rule(
        "Nguyên nhân là do …",
        r"""
        (?: về_ )? (?:một_trong_(?:số_)?)? (?:những_|một_số_|các_)? (?: nguyên_nhân | lý_do | lí_do ) \b
          | [^:;.]{0,120}? , _ (?: nguyên_nhân | lý_do ) (?: _\w+ ){0,6}? _(?: là | do )\b
        """,
        "nguyên nhân là do kinh phí chậm",
        "nguyên tắc là công khai",
        S.CAUSES,
        needs=("nguyên nhân", "lý do", "lí do"),
    ),
    Rule(
        "Dự hội nghị có …",
        r"""
        (?: thành_phần_(?:tham_)?dự | tham_gia_đoàn | về_phía | khách_mời | đại_biểu_dự
          | (?:cùng_|đến_|về_)?(?:tham_)?dự (?!_(?:án|kiến|toán|báo|thảo|phòng|trữ)) ) \b
        .{0,60}? (?: \bcó\b | : | \bgồm\b )
        """,
        "dự hội nghị có đại diện các phòng",
        "dự án có vốn lớn",
        S.PARTICIPANTS,
    ),
    Rule(
        "Phát biểu chỉ đạo của …: yêu cầu …",
        r"""
        (?:ý_kiến_)?phát_biểu (?:_chỉ_đạo|_kết_luận)? _của_ (?:{titles}|{positions})_ [^:]{3,90} :
        .{0,300}? \b(?: yêu_cầu | lưu_ý | đề_nghị )_
        """,
        "phát biểu của đồng chí lê văn tám: ghi nhận kết quả; yêu cầu chi ủy lập sổ",
        "phát biểu của đồng chí lê văn tám rất ngắn",
        S.TASKS,
        needs=("phát biểu",),
    ),
    Rule(
        "Giải pháp: … trước ngày …",
        r"""
        (?: giải_pháp | biện_pháp | hướng )
        (?: _(?: khắc_phục | xử_lý | giải_quyết | tháo_gỡ | thời_gian_tới | tới ) )* \s? : \s
        (?! [^.]{0,60} \b(?: đã | vừa )_ )
        [^.]{0,240}? \b(?: trước | xong | hoàn_thành | chậm_nhất )_ (?: \w+_ ){0,2}? (?:ngày|tháng|quý|\d)
        """,
        "giải pháp: thay 1,2 km ống, hoàn thành trước ngày 31/10/2026",
        "giải pháp: đã thay 1,2 km ống",
        S.TASKS,
        needs=("giải pháp", "biện pháp", "hướng"),
    ),
    Rule(
        "Nhân dịp này, …",
        r"""
        (?: (?:nhân_)?dịp_này | kết_thúc_hội_nghị | cũng_tại_(?:hội_nghị|cuộc_họp|kỳ_họp) | trước_đó,
          | theo_chương_trình
          | (?:cuộc_họp|hội_nghị|buổi_làm_việc)_(?:đã_)?(?:kết_thúc|bế_mạc|thành_công) )
        """,
        "dịp này, ubnd huyện tặng giấy khen",
        "dịp tết nguyên đán",
        S.BODY,
    ),
)

_CREDIT = r"ảnh (?: _(?:minh_họa|tư_liệu|chụp_màn_hình) | \s? : \s? [^;:]{1,32} )"
CAPTIONS: tuple[Rule[Section], ...] = (
    Rule(
        "… (Ảnh: Minh Anh)",
        r".{0,200} (?: \( \s? (?: ảnh [^()]{0,40} |"
        + _CREDIT
        + r") \) | [.,;-]? \s "
        + _CREDIT
        + r" | [.] \s ảnh (?: _\w+ ){1,4} ) \s? \.? \s? $",
        "nhiều tuyến đường đã xuống cấp (ảnh: hải nam).",
        "treo ảnh bác hồ trong hội trường",
        S.CAPTION,
        needs=("ảnh",),
    ),
    Rule(
        "Trong ảnh: …; Hình 2. …",
        r"""
        (?: (?:chú_thích_|trong_)?ảnh | hình | video(?:_clip)? | clip | đồ_họa | infographic )
        (?: _\d{1,2} )? \s? [:.] \s
        """,
        "trong ảnh: nông dân gặp khó khăn vì hạn hán",
        "hình thức: trực tuyến",
        S.CAPTION,
    ),
    Rule(
        "Quang cảnh hội nghị.",
        r"""
        (?: (?:toàn|quang)_cảnh | ảnh(?:_minh_họa)? \s?: _? [^,]{0,40} $ | \(ảnh\b
          | các_đại_biểu_(?:tham_)?dự_(?:hội_nghị|cuộc_họp) )
        """,
        "quang cảnh hội nghị.",
        "quan tâm cảnh quan",
        S.CAPTION,
    ),
    Rule(
        "Lãnh đạo xã báo cáo tình hình …",
        r"""
        (?: lãnh_đạo | đại_diện | (?:các_)?đại_biểu )_ [^,;:]{0,60}
        \b(?: báo_cáo | phát_biểu | trình_bày | tham_luận | chụp_ảnh )\b [^;:]{0,150} $
        """,
        "lãnh đạo xã báo cáo tình hình thực hiện nhiệm vụ.",
        "lãnh đạo xã tập trung: rà soát hồ sơ",
        S.CAPTION,
    ),
    Rule(
        "Ông … phát biểu tại hội nghị.",
        r"""
        .{0,160}? (?: phát_biểu | báo_cáo | trình_bày | tham_luận | trao_tặng | kết_luận ) [^,;:]{0,60}
        (?: hội_nghị | cuộc_họp | buổi_làm_việc | kỳ_họp | phiên_họp | đại_hội ) \.? \s* (?: \(?ảnh .* )? $
        """,
        "ông chủ tịch phát biểu tại hội nghị.",
        "phát biểu tại hội nghị, ông chủ tịch nêu rõ",
        S.CAPTION,
    ),
)
