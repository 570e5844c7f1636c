"""What may stand in, before and behind the name of an indicator: the patterns by which names are cut out."""

from __future__ import annotations

import re

# "bằng" as a verb, not the end of "mặt bằng" or the begin of "bằng khen".
EQUAL = (
    r"(?<!mặt_)(?<!công_)(?<!đồng_)(?<!cân_)(?<!thăng_)(?<!văn_)"
    r" bằng (?!_(?:cấp|khen|chứng|sáng|lái)\b)"
)
# "mới" of what is only just so, not of "đảng viên mới" and "nông thôn mới".
NEW = (
    r"(?<!viên_)(?<!lập_)(?<!nạp_)(?<!thôn_)(?<!làm_)(?<!xây_)(?<!trồng_)(?<!nghiệp_)"
    r"(?<!học_)(?<!tuyển_)(?<!lắp_)(?<!cấp_)(?<!mở_)(?<!ký_)mới"
)
# How the name of an indicator begins; "Tổng công ty" is none.
HEAD = r"""
    (?: (?! tổng_(?:công_ty|cục|giám|thanh|bí|lãnh|kiểm|thống|hội|liên|thư) | điểm_cầu
        | chi_(?:cục|nhánh|bộ|hội|đoàn|đội|ủy) | bảo_hiểm_xã_hội_(?:huyện|tỉnh|thành|quận|thị|việt) )
        (?: {indicators} | {themes} ) )
"""
ASIDE = r"\([^()\d;:]{2,40}\)"  # "tổng sản phẩm (GRDP) của tỉnh": no border of a name
BORDER = re.compile(
    rf"(?P<aside>{ASIDE})|,(?= )|;|\(|\)|:(?= )| - (?=(?:tăng|giảm|đạt|bằng|vượt))|\.\.\.|…|\. |\n"
)
LONGEST_TAIL, LONGEST_GIVEN = 6, 12  # so many words may stand behind the comma of a name
OPENS_A_LIST = r"""
    (?! {manners} ) (?: {taskverbs} | {actionverbs} | {countverbs} | các_ | ngành_
      | những_(?!đồng_chí|người) )
"""
JOINT = r"\b(?: và_ | với_(?= số_tiền | kinh_phí | {indicators} ) )"

# What stands before a name without being part of it: when, where, "ước", "trong đó" …
TIME = r"""
    (?: (?:trong_|trong_cả_|vào_|qua_|của_|cả_)? (?: quý | tháng | năm | tuần | kỳ | giai_đoạn | niên_độ
      | vụ_\w+_năm
        | (?: \d+ | một | hai | ba | bốn | sáu | bảy | tám | chín | mười )_tháng | ngày | nhiệm_kỳ
        | thời_gian(?=_(?:qua|tới|vừa|này|trước|gần)\b) )
      (?: _(?: \d[\d/.-]* | - | i{1,3} | iv | v?i{0,3} | đầu | cuối | năm | qua | vừa | nay | này | đến
        | tháng | và
        | học | lại_đây | trước ) )* )
"""
LEAD_IN = (
    r"""
    (?: (?: chủ_yếu(?:_(?:ở|là|tập_trung|do|trong|thuộc))*
          | đề_ra | đặt_ra | trong_đó | cụ_thể
          | tiêu_biểu(?=_là\b) | đi_đầu(?=_là\b) | yêu_cầu(?=_(?:phải_)?(?:đến|trong|trước)_)
          | ước(?:_tính)? | riêng | đặc_biệt | nhìn_chung | ngoài_ra | nổi_bật
      | điển_hình | đáng_chú_ý
          | bên_cạnh_đó | đồng_thời | theo_đó | kết_quả | như_vậy | về | đã | có | còn | và | với | cũng
          | được | là
          | phấn_đấu | (?:mặc_)?dù | tuy(?:_nhiên|_vậy|_thế)? | nhờ_(?:đó|vậy) | qua_đó | từ_đó | tính_chung
          | lũy_kế | luỹ_kế | bao_gồm | gồm
          | như | theo_báo_cáo | hằng_năm | hàng_năm | bình_quân_(?=mỗi) | song | nhưng | thì | khi
          | mỗi_năm | do_đó | mới(?=_(?:giải_ngân|thu|thực_hiện|hoàn_thành|huy_động|kết_nạp)\b)
          | quyết_tâm | nỗ_lực | dự_kiến | dự_báo | sẽ | cần | phải
          | hướng_tới | đến_nay | nâng | đưa | duy_trì | hạ(?=_(?:tỷ_lệ|tỉ_lệ|số)\b)
          | bảo_đảm | đảm_bảo
          | đạt | bằng | chỉ(?!_(?:đạo|huy|dẫn|định|số|thị|trích|tiêu)\b)
          | mục_tiêu (?:_của_[^,;]{2,40}?_là\b)? | chỉ_tiêu
          | hoàn_thành(?:_vượt(?:_mức)?)?_(?:các_)?(?:chỉ_tiêu|mục_tiêu)
          | (?:đặt|đề|giao|xây_dựng|thống_nhất|thông_qua)_(?:ra_)?(?:các_)?(?:mục_tiêu|chỉ_tiêu|kế_hoạch)
          | \(pl\)- | so | nhất_là | tới | vẫn
          | trong_(?:khi|lúc)(?:_đó)? | kế_hoạch_năm_\d{4}
          | toàn_ngành(?=_đã) | (?:từ_)?(?:nay_)?đến_(?:hết_|cuối_)?năm_\d{4}
          | đến_thời_điểm(?:_(?: này | hiện_tại | hiện_nay | báo_cáo ))?
          | (?:tính_)?đến_(?:hết_)?(?:ngày_)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?
          | tính_đến_[^,;]{2,40}? | (?:tính_)?đến_(?:\d|nay|hết|cuối|giữa|thời|ngày|năm|tháng)[^,;]{0,30}?
          | tại_thời_điểm[^,;]{0,30}? | từ_đầu_năm(?:_đến_nay)? | hiện(?:_nay|_có|_tại)?
          | từ_nay_đến[^,;]{0,30}?
          | trên_địa_bàn(?:_\w+){1,2} | kết_quả_tháng_\d+ | trên_địa_bàn(?=_(?:có|đã))
          | (?:toàn|cả)_(?: tỉnh | huyện | xã | thị_xã | thành_phố | quận | phường | ngành | quốc | nước
          | vùng
              | đảng_bộ | khu | trường | hội | đoàn | khối | lực_lượng | đơn_vị | công_ty | hệ_thống | đảng
              | bệnh_viện | thôn | ấp | cụm )
            (?=_(?: có | đã | vẫn | hiện | còn | chỉ | mới | {actionverbs} | {countverbs} | {taskverbs} )\b )
          | (?:địa_phương|đơn_vị|xã|phường|huyện|tỉnh|thành_phố|công_ty|ngành|nhà_trường|bệnh_viện)
            (?=_(?:có|đã|vẫn|hiện)_ | _{actionverbs} | _{countverbs} )
          | (?: chi_bộ | chi_hội | chi_đoàn | hội | đoàn | đảng_bộ | đảng_ủy | công_đoàn | trường | ngân_hàng
            | hợp_tác_xã | ban | phòng | trung_tâm | văn_phòng | sở | bộ | cơ_quan | khoa | tổ | thôn | ấp
            | khu_phố | phòng_giao_dịch | chi_nhánh | ban_quản_lý | nhà_máy | công_an )
            (?=_(?:{actionverbs} | {countverbs})_?$)
          | """
    + TIME
    + r"""
        ) (?=[\s,:]|$) [\s,:]* )+
"""
)
# What stands behind a name without being part of it.
LEAD_OUT = r"""
    (?: _(?: ước | đã | đều | (?<!đình_)(?<!địa_)chỉ | cũng | tiếp_tục | phấn_đấu | dự_kiến | là | còn | có
      | (?<!chuyên_)cần | phải | sẽ | và | cùng | hoặc | mục_tiêu | chỉ_tiêu
      | (?<!thực_)(?<!thể_)(?<!phát_)hiện
      | (?:kéo_)?giảm | hạ | (?<!mức_)(?<!độ_)(?<!gia_)(?<!nhập_)tăng | đạt | {equal} | được | hoàn_thành
      | cho | với | xong | khoảng | của | bàn_giao | lan_ra | nâng | (?<!trở_)lên | lũy_kế | luỹ_kế
      | ước_tính | trong_kỳ
      | (?:giảm|tăng)_(?:trên_)?cả\b.*
      | cũ | (?<!đầy_)đủ | gồm | như | vẫn | đến_nay | hơn | gần | trên | xảy_ra | đề_ra | đặt_ra | đối
      | đạt_kết_quả\b.{0,20} | ở | thì | nay | (?<!nhập_tăng_)thêm
      | tới | (?<!xảy_)(?<!gây_)ra | vào | đến | đã_đạt
      | (?:tăng|giảm|đạt)_(?:lên|cao|mạnh|nhẹ|khá|tốt|thấp|đều|vọt|nhanh|sâu|dần|đột_biến)
      | còn_(?:chậm|thấp) | (?<!trả_)chậm | thấp
      | từ | từ_[\d.,]+\s?%?(?:_\S+){0,2} | (?:trong_)?giai_đoạn_\d{4}(?:\s?-\s?\d{4})?
      | {new}_(?:giải_ngân|thực_hiện|thu|hoàn_thành) | (?<!thôn_)mới(?=_(?:thực_hiện|giải_ngân)\b)
      | (?<!thôn_)mới_(?:chỉ_)?(?:giải_ngân|thực_hiện|hoàn_thành)_được
      | (?:cao_|tăng_)?gấp_(?: gần_ | hơn_ | trên_ | khoảng_ )? (?: đôi | rưỡi | \w+_lần | \d[\d,.]*_lần )
        (?: _(?:so_)?(?:với_)? (?: cùng_kỳ | năm | quý | tháng | vụ | kế_hoạch | chỉ_tiêu )\b [^,;]{0,30} )?
      | (?:tính_)?đến_(?:ngày_)?\d{1,2}/[\d/]+
      | năm_nay | so_với.* | theo | cho_(?:hơn|gần|trên) | mà | trong_số
      | (?:trong_)?\d+_tháng(?:_đầu_năm|_cuối_năm)?(?:_\d{4})? | (?:trong_|cả_)?năm_\d{4}
      | (?:sáu|ba|chín)_tháng_đầu_năm | cả_năm(?=_(?:ước|đạt)) ) )+
    \s* $
""".replace("{equal}", EQUAL).replace("{new}", NEW)
# Why it is so stands before what is told: "Thu ngân sách vượt nhờ đấu giá thành công 26 lô đất".
REASON = r".{6,90} _ (?: nhờ | vì (?!_(?:sự|người_nghèo|an_ninh|trẻ_em)\b) )_ (?=\S)"
TOLD_OF_A_BODY = r"(?: đã_ | {actionverbs} | {countverbs} | {taskverbs} | {indicators} | {themes} | \W )"
SURE_HEAD = r"(?: tỷ_lệ | tỉ_lệ | số | tổng | mức | tốc_độ )\b"  # "tỷ lệ đã giảm nghèo" has no actor
ACTOR = r"""
    (?: .{0,150} \b(?: cho_biết | cho_hay | cho_thấy | nêu_rõ | khẳng_định
          | báo_cáo_rằng )\b [:,]? \s* (?=\S) )?
    (?: .{0,110}? \b(?: đã | đang )_ )? (?: (?: được | cùng | chủ_động | tích_cực | kịp_thời | tiếp_tục
      | quan_tâm | nỗ_lực
      | tổ_chức_thực_hiện | thực_hiện_tốt | chỉ_đạo | triển_khai_thực_hiện )_ )* (?=\S)
"""
# With whom the work was done stands before what was done.
TOGETHER = r"""
    (?: .{0,110}? _ )? phối_hợp_(?:với|cùng)_ [^,;:]{3,110}?
    _(?= (?: {actionverbs} | {countverbs} | tạo | tín_chấp | cho | giúp | giải_ngân | cho_vay )\b )
"""
# Whom a goal is set to stands before the word that sets it.
AIMED = r"""
    .{0,200} \b(?: phấn_đấu | quyết_tâm | nỗ_lực | dự_kiến
      | (?: yêu_cầu | đề_nghị | lưu_ý | nhấn_mạnh )\b [^,;:]{0,60} _(?: phải | cần )
      | (?:đặt|đề)_(?:ra_)?(?:các_)?(?:mục_tiêu|chỉ_tiêu)
      | (?:các|một_số|những|\d+)_chỉ_tiêu_(?:chủ_yếu|cơ_bản|chính|cụ_thể|lớn)
        (?:_(?:là|như|gồm))? ) [_:,]+ (?=\S)
"""
# "(năm 2016 đạt 70%": only the time stands between the bracket and the verb
ONLY_A_TIME = r"""
    \s* (?: trong_ | riêng_ | đến_ )? (?: năm | quý | tháng )_[\d/ivx]+
    (?:_(?: với | là | chỉ | ước | còn ))? \s* \Z
"""
ENDS_AIMED = r"""
    \b(?: phấn_đấu | quyết_tâm | (?:đặt_)?(?:ra_)?mục_tiêu )
    (?: _(?: là | có | đạt | để | đến | nâng ))? _? \Z
"""
INNER = r"""
    .* \b(?: với | thì | nâng | giảm | đưa | để | nhằm | góp_phần | trong_đó | cho_thấy | giữ | đạt | là
      | khiến | làm | có | mức | và | nên | ước | giúp | như | xếp | ghi_nhận )_ (?={head}\b)
      | .+ _tổ_chức_ (?= (?:{actionverbs}|{taskverbs}|tuần_tra)\b )
""".replace("{head}", HEAD)
# How things stand, before what shows it ("Dịch bệnh có dấu hiệu lắng xuống khi số ca nhập viện giảm …").
MOOD = r"""
    .{0,120}? \b(?: dấu_hiệu | tín_hiệu | khởi_sắc | hạ_nhiệt | lắng_xuống | chuyển_biến | tích_cực | khả_quan
      | phức_tạp | ổn_định | thuận_lợi | khó_khăn ) (?:_[^\W\d]+){0,6}_khi_ (?=\S)
"""
FINITE = rf"\b(?: đã | được | đạt | ổn_định | tăng | giảm | vượt | {EQUAL} | còn | tiếp_tục | ước )\b"
FINITE_BUT_DONE = rf"\b(?: được | đạt | ổn_định | tăng | giảm | vượt | {EQUAL} | còn | tiếp_tục | ước )\b"
# Words with which no name begins: what a figure does, how it compares, when.
NO_NAME = r"""
    (?: {manners} (?: ,?_ (?:và_)? {manners} )* \Z | vậy | thế | mới(?:_chỉ)?_?\Z
      | vượt | tăng (?!_trưởng) | không_(?:còn|có) | cao_hơn | thấp_hơn | so_với | tương_đương
      | tương_ứng | chiếm | đều | khi
      | nhiều_lúc | mặc_dù | cùng | tới
      | qua | hết | đến | sau | trước(?!_(?:thời_)?hạn|_và_đúng_hạn) | bằng | đạt
      | giảm (?!_(?:tỷ|tỉ|nghèo|số|hộ|chi|thủ|phát))
      | kế_hoạch_(?:đề_ra|năm) | (?: chỉ_tiêu | kế_hoạch | mục_tiêu | dự_toán ) \Z | mỗi | trung_bình
      | từ | bị(?!_thương)
      | theo | nếu | vì | do | này | đó | họ | nó | chúng | rằng | nhiều_nơi | có_nơi | khoảng
      | trên_địa_bàn | trong
      | một_số | nhiều_(?:địa_phương|đơn_vị|nơi) | con_số | (?:nhiệm_vụ|việc|điều)_này | thông_qua | phù_hợp
      | (?: tỉnh | thành | quận | huyện | phường | xã | bộ | ngành | đơn_vị ) \Z
      | dài | rộng | sâu | nặng | đề | nêu_rõ )(?:\b|\Z)
"""
ONLY_A_PLACE = r"""
    (?: (?: tại_ | ở_ | của_ )? (?: trên_địa_bàn | (?:toàn|cả)(?!_diện)
      | cả_nước | cả_tỉnh | tỉnh | thành_phố | huyện
      | xã | phường | địa_phương | thị_xã | công_ty
      | tổng_công_ty | tập_đoàn | đơn_vị | nhà_trường | trường | học_viện | bệnh_viện | ngành | quận
      | thị_trấn
      | thôn | ấp | khu_phố | hội(?!_nghị|_thảo|_viên) | đảng_bộ | hợp_tác_xã | ngân_hàng | cơ_quan | khối
      | trung_tâm | sở | chi_nhánh
      | các_(?:đơn_vị|địa_phương|xã|phường|huyện|cơ_quan) )
      (?: _(?! (?: {countverbs} | {actionverbs} | {indicators} ) \b) [^\s,;]+ ){0,4} )
"""
EMPTY = r"""
    (?: có | còn | đã | với | và | được | gồm | bao_gồm | trong_đó | cùng | cho | hơn | khoảng | gần
      | trên | là | như
      | thêm | mới | hiện | vẫn | chỉ | theo_kế_hoạch | tương_ứng | tương_đương | tức | trung_bình
      | phấn_đấu | sẽ | xã | phường | thị_trấn | huyện | quận | tỉnh | thành_phố | thôn | ấp
      | ước | cả | trong | toàn | {manners} | \s )* \Z
"""
ENDS_LIGHT = r"""(?: \A
  | .*\b ) {countverbs} (?: _(?:mới|được|thêm|thành_công|tổng_số|tổng_cộng|trên|hơn|gần|khoảng) )* \Z"""
# What ends a counted noun with what is said of it; a place inside "trên địa bàn tỉnh được cấp …" does not.
SAID_LATER = r"(?! [^,;.()\d]{0,60} _(?:được|đã|đều|đạt)_ )"
BEHIND_END = (
    r"""
    (?P<aside>\([^()\s\d]{2,12}\))
    | [,.](?!\d) | [;:()] | \n | \b(?: tăng_\S*\d | tăng_(?:thêm_|gần_|khoảng_|trên_)?(?=\d) | giảm_(?=\d)
      | đạt_(?:tỷ_lệ_|trên_|gần_)?(?=\d)(?!\d+(?:/\d+)?_tiêu_chí) | so_với | kéo_giảm | khiến
      | (?<!trợ_)(?<!được_)giúp_(?!đỡ|nhau|việc|sức) | (?:cao_)?gấp_(?=\d)
      | tương_ứng | trong_đó | nhưng | song
      | (?:trên_địa_bàn | tại | theo)\b"""
    + SAID_LATER
    + r""" | (?:đối_)?với | """
    + EQUAL
    + r""" | chiếm | gồm | bao_gồm | cho_(?=(?:trên_|hơn_|gần_|khoảng_)?\d)
      | và_(?=(?:[^\W\d]+_){0,4}\d+(?![\d/])) | và_(?=(?:không|chưa)_)
      | ước | (?:và_)?tương_đương | bảo_đảm | đảm_bảo | góp_phần | nhằm | để | trị_giá | thu_hút_(?=\d)
      | (?:tổng_)?(?:kinh_phí|số_tiền|trị_giá|giá_trị)_(?=(?:là_|trên_|hơn_|gần_|khoảng_)?\d)
      | trong_(?=tháng|năm|quý|kỳ|\d)
      | cùng_kỳ | vào_ngày | từ_ngày | ngày_(?=\d{1,2}[/.]\d) | \d[\d.,]*_(?:nghìn|triệu|tỷ|tỉ) )\b
"""
)
# A comma before these words ends the noun; before others a list goes on ("hộ nghèo, cận nghèo").
NEW_CLAUSE = r"""
    _* (?: trả_(?:đúng|trước|kết_quả) | trễ_hạn | quá_hạn
      | {countverbs} | {actionverbs} | {taskverbs} | đã | được | là | gây | thiệt_hại | ước_thiệt
      | khiến | làm | nên | do | vì
      | nhờ | qua_đó | từ_đó | đặc_biệt | nhất_là | chủ_yếu | riêng | trong_đó | cụ_thể | như
      | nhưng | song | mà | vượt | còn
      | tăng | giảm | nâng | cơ_bản | đồng_thời | kể_cả | nay | hiện | so | kịp_thời | từng_bước
      | hầu_hết | kết_quả
      | đạt | bằng | chiếm | đúng | ước
      | không | chưa | chất_lượng | tỷ_lệ | số | doanh_thu | sản_lượng | tổng )\b
"""
ENDS_VERBAL = r".* \b(?: {actionverbs} | {taskverbs} | sửa_chữa )_? \Z"
SCALE = r"(?: trăm | nghìn | ngàn | vạn | triệu | tỷ | tỉ | km | ha | m2 | m3 | m | tấn | tạ | kg | lít )_"
MEASURE = re.compile(
    r"(?:.*\s)?(?:đồng|dong|usd|ha|hecta|tấn|tan|tạ|kg|m|m2|m3|km|kwh|mw|lít|lit|tỷ|tỉ|ty)(?:/.*)?"
)
NO_SHARE_OF = r"""(?: khối_lượng | giá_trị_hợp_đồng | và | trên | nghị_quyết | pháp_lệnh | mục_tiêu | yêu_cầu
  | so | kh | nq | dt | kế_hoạch | là | trở_lên | trong | của | mỗi | vốn | theo | từ | thì | mức
  | như | chỉ_tiêu | khi | tổng | dự_toán ) \b"""
NO_MEASURE_OF = (
    r"(?: từ | của | cho | do | tại | trong | với | theo | và | là | so | trên | vào | để | mỗi )\b"
)
SHARE = re.compile(r" \(\d[\d.,]*\s?%\)(?= )")
NAMED_PLACE = re.compile(
    r" ?(?i:tỉnh|thành phố|TP|quận|huyện|thị xã|xã|phường|thị trấn|thôn|bản|ấp) ?\.? ?[A-ZĐ]"
)
