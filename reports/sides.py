"""The phrases that tell who attended only at the beginning of a sentence, or in the first sentences."""

from __future__ import annotations

from .attendance import Where
from .rules import Rule

# Read wherever it stands: what follows it are tasks.
BRIEFED = Rule(
    "Tại hội nghị, … đã quán triệt … đến …",
    r"""
    tại_(?:hội_nghị|cuộc_họp|buổi_\w+(?:_\w+)?|lớp_\w+),_ [^,;:".]{3,90}? _đã_ (?: trực_tiếp_ )?
    (?: thông_báo | quán_triệt | phổ_biến | truyền_đạt | thông_tin | giới_thiệu | tuyên_truyền )\b
    [^,;:".]{0,80}? _(?:tới|đến|cho)_
    (?= (?: (?: toàn_thể | đông_đảo | các | trên | hơn | gần | \d+ )_ )*
        (?: cán_bộ | đảng_viên | báo_cáo_viên | lãnh_đạo | đại_diện | bí_thư | trưởng | hội_viên
          | đoàn_viên | công_chức | giáo_viên | đồng_chí | chủ_doanh_nghiệp | đại_biểu )\b )
    """,
    "tại hội nghị, trạm y tế đã quán triệt đến đại diện các trường",
    "tại hội nghị, bí thư yêu cầu quán triệt nghị quyết đến cán bộ",
    Where.MET,
    weak=True,
    needs=("tại ",),
)

# "Dự lễ phát động có …", where a sentence begins with it: any occasion will do there.
OPENERS: tuple[Rule[Where], ...] = (
    Rule(
        "hội nghị quán triệt nghị quyết tới …",
        r"""
        (?: [^,;.:"]{2,24},_ )? (?=\b{bodies}) [^;:".]{3,90}? _ (?: vừa_ | đã_ | long_trọng_ )? tổ_chức_
        (?:hội_nghị|cuộc_họp|buổi|lớp)_ (?: (?:báo_cáo_viên|trực_tuyến|chuyên_đề)_ )?
        (?: thông_báo | quán_triệt | phổ_biến | học_tập | triển_khai | truyền_đạt | thông_tin | báo_cáo
          | tuyên_truyền | bồi_dưỡng | tập_huấn ) \b [^;:"]{0,200}? _(?:tới|đến|cho)_
        (?= (?: (?: toàn_thể | đông_đảo | các | trên | hơn | gần | \d+ )_ )*
            (?: cán_bộ | đảng_viên | báo_cáo_viên | đội_ngũ | lãnh_đạo | đại_diện | bí_thư | trưởng | hội_viên
              | đoàn_viên | công_chức | giáo_viên | đồng_chí | chủ_doanh_nghiệp | công_đoàn_viên )\b )
        """,
        "đảng ủy xã tổ chức hội nghị quán triệt nghị quyết tới cán bộ chủ chốt",
        "triển khai nghị quyết tới toàn thể đảng viên",
        Where.MET,
        weak=True,
        needs=(
            "thông báo",
            "quán triệt",
            "phổ biến",
            "học tập",
            "truyền đạt",
            "tập huấn",
            "nghị t",
            "nghị b",
        ),
    ),
    BRIEFED,
    Rule(
        "Tham gia có …",
        r"""
        tham_gia (?:_(?:lớp|khóa|buổi|cuộc|hội|chương)_\w+ (?:_\w+)?)?_ (?:còn_)?(?:có|gồm)_
        (?!thể|thu|trách)
        """,
        "tham gia có 140 học viên",
        "tham gia có trách nhiệm",
        Where.BEHIND,
        needs=("tham gia",),
    ),
    Rule(
        "Phía … có …",
        r"""
        phía_ (?! trước | sau | trên | dưới | trong | ngoài | đông | tây | nam | bắc )
        [^:;.,]{2,60}? ,?_có \s* :? \s*
        (?= (?: (?: các | đông_đảo | toàn_thể )_ )? (?: đại_diện | lãnh_đạo | thường_trực | {bodies}
          | {attendees} | {groups} | {positions} | {titles} )\b )
        """,
        "phía huyện có đại diện phòng nội vụ",
        "phía trước có một cái chợ",
        Where.BEHIND,
        needs=("phía ",),
    ),
    Rule(
        "Dự … có …",
        r"""
        (?:cùng_|đến_|tới_|tham_)? dự (?!_(?:án|kiến|toán|thảo|báo|trữ|phòng|đoán|nguồn)\b)
        (?:_(?!không|chưa|được|phải|đã|đều|cho|và)\w+){1,6}? ,? _(?:còn_)?(?:có|gồm)_ (?:có_)?
        """,
        "dự lễ phát động có lãnh đạo các xã",
        "dự án mới của xã có vốn lớn",
        Where.BEHIND,
        needs=("dự ",),
    ),
)

# The other side of the meeting, read only in the first sentences.
SIDES: tuple[Rule[Where], ...] = (
    Rule(
        "họp với …, làm việc với …",
        r"""
        (?<!về_)(?<!tại_buổi_)
        \b(?: họp (?: _(?: khẩn | trực_tuyến | giao_ban | định_kỳ | thường_kỳ | đột_xuất | bàn ) )?
          | (?:họp|hội_nghị)_(?: kiểm_điểm | rà_soát | đánh_giá | kiểm_tra )_(?:tiến_độ|công_việc|kết_quả)
          | làm_việc(?:_gần_đây)? | đối_thoại(?:_trực_tiếp)?
          | tiếp_xúc
          | gặp_(?:mặt|gỡ) (?:,_\w+_\w+)? | giao_ban | tọa_đàm | (?:buổi|cuộc)_(?:trao_đổi|gặp|thảo_luận)
          | trực_tuyến )
        (?:_của_[^.;,]{3,60}?)? (?: _(?:với|tới|cùng(?:_với)?)_ | _tại_(?=(?:các|một_số|\d+)_) )
        (?! nội_dung | mục | sự | tinh_thần | chủ_đề | hình_thức | phương_châm | chuyên_đề | quy_mô
          | \d+_điểm )
        """,
        "ubnd tỉnh họp khẩn với các sở, ban, ngành",
        "họp với nội dung trên",
        Where.MET,
        weak=True,
        needs=(" với ", " tới ", " tại ", " cùng "),
    ),
    Rule(
        "tiếp xúc cử tri tại …",
        r"""
        (?<!kết_quả_)(?<!sau_)(?<!qua_)(?<!ý_kiến_) \btiếp_xúc_
        (?= cử_tri_ (?: (?:tại|ở|của)_ )? (?: các | \d+ | xã | phường | thị_trấn | huyện | quận | thị_xã
          | thành_phố | khu_vực | đơn_vị )_ )
        """,
        "tổ đại biểu tiếp xúc cử tri xã tân lộc",
        "báo cáo kết quả tiếp xúc cử tri các xã",
        Where.MET,
        weak=True,
        needs=("tiếp xúc cử tri",),
    ),
    Rule(
        "… cùng đoàn công tác khảo sát, làm việc",
        r"""
        \b(?:cùng|và)_(?:với_)? (?P<before> (?:các_)?đoàn_(?:công_tác|giám_sát|kiểm_tra|khảo_sát)
          (?:_(?!tiếp|đã|đi|có)\w+){0,5}? )
        (?= _(?: đã_ | tiếp_tục_ | đi_ | có_buổi_ | vừa_ )* (?: khảo_sát | làm_việc | kiểm_tra | thăm
          | giám_sát | nghe | họp )\b )
        """,
        "bí thư tỉnh ủy cùng đoàn công tác của tỉnh làm việc tại ba xã",
        "đoàn công tác của bộ làm việc với sở",
        Where.BEFORE,
        weak=True,
        needs=("đoàn công tác", "đoàn giám sát", "đoàn kiểm tra", "đoàn khảo sát"),
    ),
    Rule(
        "… có 120 hội viên tham gia",
        r"""
        \b(?: có | với | thu_hút )_
        (?P<before> (?: (?: hơn | trên | gần | khoảng )_ )? \d[\d.]*_ (?:lượt_)?
          (?: người | đại_biểu | cán_bộ | công_chức | đảng_viên | đoàn_viên | hội_viên | cử_tri
            | giáo_viên )\b
          [^.;:,]{0,60}? )
        _(?: tham_gia | theo_dõi )\b (?= _trực_tiếp | _tại | [.,;] | $ )
        """,
        "buổi tọa đàm có hơn 120 hội viên tham gia.",
        "hội thi có 120 học sinh tham gia.",
        Where.BEFORE,
        weak=True,
        needs=("tham gia", "theo dõi"),
    ),
    Rule(
        "quy tụ 90 đại biểu là …",
        r"""
        \b(?: (?: quy_tụ | thu_hút | tập_hợp )_ (?: (?: hơn | trên | gần | khoảng )_ )? \d[\d.]*_
            (?: đại_biểu | khách_mời | hội_viên | đoàn_viên | đảng_viên | người )
          | (?: có | với )_ (?: (?: hơn | trên | gần | khoảng )_ )? \d[\d.]*_ (?: đại_biểu | khách_mời ) )
        (?: _(?: về_ | đến_ | tới_ )? (?: tham_dự | tham_gia | dự ) (?:_họp | _hội_nghị)? )?
        (?: ,? _(?:là|gồm|bao_gồm) (?: \s? : | (?= _ ) ) ) \s* (?: có_ )?
        """,
        "hội nghị quy tụ 90 đại biểu là trưởng ấp",
        "xã có 90 hộ là người dân tộc",
        Where.BEHIND,
        weak=True,
        needs=(" là", " gồm", "bao gồm"),
    ),
    Rule(
        "giao ban giữa … với …",
        r"""
        \b(?: giao_ban | hội_nghị | họp | làm_việc | đối_thoại )\b [^.;,]{0,30}
        _giữa_ [^.;,]{3,80}? _(?:với|và)_
        """,
        "hội nghị giao ban giữa thường trực huyện ủy với lãnh đạo các xã",
        "sự phối hợp giữa các cấp với nhau",
        Where.MET,
        weak=True,
        needs=(" giữa ",),
    ),
)
