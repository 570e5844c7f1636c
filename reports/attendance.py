"""The phrases that tell who attended (thành phần tham dự): "Tham dự có …", "… dự họp", "làm việc với …"."""

from __future__ import annotations

from enum import Enum, auto

from .rules import Rule


class Where(Enum):
    """Where the attendants stand beside their cue."""

    BEHIND = auto()  # a list
    BEFORE = auto()  # "các phòng, ban … dự họp"
    MET = auto()  # a side of the meeting: "làm việc với …"
    SUBJECT = auto()  # "Lãnh đạo các phòng tham dự hội nghị", at the start of a sentence


_ATTENDING = r"""
    (?: cùng_tham_gia (?=_có_|_còn_có_|_gồm_|:) | thành_phần_(?:tham_)?(?:dự|gồm|tham_gia)(?:_họp|_hội_nghị)?
      | (?: cùng_|đến_|tới_|về_|mời_ )?(?:tham_)?dự (?!_(?:án|kiến|toán|thảo|báo|trữ|phòng|bị))
      | tham_gia_(?:đoàn_công_tác|đoàn_giám_sát|hội_nghị|cuộc_họp|buổi_làm_việc) | khách_mời
        | đại_biểu_(?:tham_)?dự )
"""
_OCCASION = r"""
    (?: _(?: và_\w+ (?:_\w+){0,5}? (?= _(?:còn_)?(?:có|gồm)\b | : | _[^:;,.]{2,40} _(?:có|gồm)\b )
      | giao_ban | sơ_kết | tổng_kết | đối_thoại | tọa_đàm | sinh_hoạt
      | chương_trình | hội_nghị | cuộc_họp | buổi_làm_việc | phiên_họp | phiên_chất_vấn | kỳ_họp
      | đại_hội | họp | buổi_lễ
           | hội_thảo | trực_tuyến | với_đoàn | cùng_đoàn | tại_[^:;,.]{2,50}? ) ,? )*
"""

CUES: tuple[Rule[Where], ...] = (
    Rule(
        "Đại biểu: …, Có mặt: …",
        r"\b(?: đại_biểu | khách_mời | có_mặt | tham_gia | dự_họp | mời_dự | thành_phần )(?:_gồm)? \s? : \s*",
        "đại biểu: đại diện tòa án khu vực",
        "đại biểu bày tỏ lo ngại",
        Where.BEHIND,
        needs=(":",),
    ),
    Rule(
        "Tại các điểm cầu có …",
        r"\btại_ (?:các_)? (?: điểm_cầu | đầu_cầu )\b [^.;:]{0,60}? _(?:còn_)?có_ (?!sự_)",
        "tại các điểm cầu có lãnh đạo các xã",
        "tại điểm cầu trung tâm",
        Where.BEHIND,
        needs=("điểm cầu", "đầu cầu"),
    ),
    Rule(
        "Tham dự có …",
        rf"""
        \b {_ATTENDING} \b {_OCCASION} \s*
        (?: ,?_?về_phía_[^:;,.]{{2,60}}?,?_ )?                   # "…, về phía huyện có"
        (?: (?: còn_ | bao_ )? (?: có | gồm ) | : | là )+
        \s? (?: có_ | sự_ )? :? \s*
        """,
        "tham dự hội nghị có đại diện các phòng",
        "dự án có vốn lớn",
        Where.BEHIND,
        needs=("dự", "tham gia", "thành phần", "khách mời"),
    ),
    Rule(
        "mời dự …",
        r"\b mời_dự (?:_có)? _",
        "mời dự bí thư chi bộ các khu phố",
        "mời thầu",
        Where.BEHIND,
        needs=("mời dự",),
    ),
    Rule(
        "Cùng đi có …",
        r"""
        \b(?: (?:cùng_đi|đi_cùng|tháp_tùng)(?:_(?:với_)?đoàn)? | tham_gia_đoàn(?:_\w+){0,3} | chứng_kiến
          | (?:có|góp)_mặt_tại_\w+(?:_\w+){0,3}? ) (?: _(?:còn_)?có_? :? | \s? : ) \s*
        """,
        "cùng đi có lãnh đạo các sở",
        "cùng đi lên",
        Where.BEHIND,
        needs=("cùng đi", "đi cùng", "tháp tùng", "tham gia đoàn", "chứng kiến", "có mặt", "góp mặt"),
    ),
    Rule(
        "Tiếp và làm việc với đoàn có …",
        r"""
        \b(?: (?:đón_)?tiếp (?:_và)? (?:_làm_việc)? (?:_với|_cùng)? | làm_việc_(?:với|cùng) )_ (?:các_)?
        đoàn (?:_\w+){0,4}? ,?_ (?:còn_)?(?:có|gồm)_ :?_?
        """,
        "tiếp và làm việc với đoàn có thường trực huyện ủy",
        "làm việc với đoàn về tiến độ",
        Where.BEHIND,
        needs=("đoàn",),
    ),
    Rule(
        "với sự tham dự của …",
        r"""
        \b(?: sự_(?:tham_dự|có_mặt|hiện_diện|góp_mặt|chứng_kiến)
          | (?:hội_nghị|cuộc_họp|phiên_họp|kỳ_họp|đại_hội|buổi_làm_việc|diễn_ra)_(?:\w+_){0,2}
            (?:có|với|thu_hút)_sự_tham_gia
          | \b(?:hội_nghị|cuộc_họp|phiên_họp|kỳ_họp|đại_hội|buổi_\w+|hội_thảo|tọa_đàm|diễn_ra)\b
            [^.;:]{0,120}? _(?:với|có|thu_hút)_sự_tham_gia (?= _của_ (?: (?: hơn | trên | gần | khoảng )_ )?
              (?: \d | đại_diện | lãnh_đạo | đông_đảo | toàn_thể | các_đồng_chí | các_đại_biểu ) ) )
        _(?:của_)?
        """,
        "với sự tham dự của các phòng",
        "sự tham mưu của sở",
        Where.BEHIND,
        needs=("sự tham", "sự có mặt", "sự hiện diện", "sự góp mặt", "sự chứng"),
    ),
    Rule(
        "hội nghị vinh dự được đón …",
        r"""
        \b(?<!sự_)(?: (?: vinh_dự | vui_mừng | hân_hạnh | trân_trọng | phấn_khởi )_ (?:được_)?
              (?: chào_đón | chào_mừng | đón(?:_tiếp)? )
          | (?: hội_nghị | cuộc_họp | buổi_lễ | đại_hội | buổi_họp )_(?:được_)?đón(?:_tiếp)? )_ (?:sự_)?
        """,
        "hội nghị vinh dự được đón đại diện các sở",
        "vinh dự được tặng bằng khen",
        Where.BEHIND,
        needs=("đón ", "chào mừng "),
    ),
    Rule(
        "Về phía … có:",
        r"\bvề_phía_ [^:;.]{2,90}? ,?_có \s* :? \s*",
        "về phía trung ương hội có: các đại biểu",
        "về phía trước",
        Where.BEHIND,
        needs=("về phía",),
    ),
    Rule(
        "… dự họp",
        r"""
        (?<!tham)_(?:đã_|cùng_|cũng_|về_|đến_|tới_)* (?: (?:tham_)?dự | có_mặt )
        (?:_họp|_hội_nghị|_cuộc_họp|_buổi_làm_việc|_kỳ_họp|_đại_hội)?\b
        (?! _(?:có|gồm|án|kiến|toán|thảo|báo|trữ|phòng) ) (?= [\s,.;] | $ )
        """,
        "có công an, quân sự dự họp",
        "có dự án mới",
        Where.BEFORE,
        needs=("dự", "có mặt"),
    ),
    Rule(
        "… cùng các Phó Chủ tịch chủ trì hội nghị",
        r"""
        \b(?:cùng|và)_(?:với_)? (?P<before> (?: các | lãnh_đạo | đại_diện | thường_trực | tập_thể )_
          [^,.;:]{2,80}? )
        _(?: đã_ | đồng_ | cùng_ )* (?: chủ_trì | chủ_tọa | điều_hành )
        (?: _(?: hội_nghị | cuộc_họp | phiên | kỳ_họp | buổi | đại_hội | tọa_đàm )\b | (?= [.;,] | $ ) )
        """,
        "chủ tịch ubnd tỉnh cùng các phó chủ tịch chủ trì phiên họp",
        "giao sở y tế cùng các xã chủ trì xây dựng đề án",
        Where.BEFORE,
        needs=("chủ trì", "chủ tọa", "điều hành"),
    ),
    Rule(
        "kết nối tới … điểm cầu",
        r"""
        \b(?:kết_)?nối (?: _(?: trực_tuyến | truyền_hình ) )? _(?:tới|đến|với)_
        (?= (?: các_ | (?:(?:hơn|trên|gần|khoảng)_)? \d[\d.]*_ )
          (?:điểm|đầu)_cầu_ (?: tại_ | ở_ | của_ )? (?: các_ | \d+_ )?
          (?: {twins} | {bodies} | {attendees} | {groups} | {doers} )\b )
        """,
        "hội nghị kết nối trực tuyến tới 45 điểm cầu các xã, phường",
        "hội nghị kết nối tới 45 điểm cầu trên toàn quốc",
        Where.BEHIND,
        needs=("nối ",),
    ),
    Rule(
        "Buổi làm việc còn có …",
        r"""
        \b(?: hội_nghị | cuộc_họp | phiên_họp | buổi_(?:họp|làm_việc|giao_ban|lễ) )_(?:nay_)?còn_có_
        (?= (?: (?: các | trưởng | đông_đảo )_ )*
            (?: đại_diện | lãnh_đạo | {bodies} | {attendees} | {groups} )\b )
        """,
        "buổi làm việc còn có đại diện công an xã",
        "hội nghị còn có nhiều ý kiến",
        Where.BEHIND,
        needs=("còn có",),
    ),
    Rule(
        "ý kiến tại hội nghị được … trực tiếp giải đáp",
        r"""
        \b(?: ý_kiến | kiến_nghị | câu_hỏi | vấn_đề | thắc_mắc )\b [^.;:]{0,90}? _(?:đã_)?được_
        (?P<before> (?: các | lãnh_đạo | đại_diện )_ [^,.;:]{3,90}? )
        _(?: trực_tiếp | lần_lượt | cùng | thẳng_thắn | ngay_tại_chỗ )_
        (?: trao_đổi | giải_đáp | trả_lời | đối_thoại | giải_trình | làm_rõ )\b
        """,
        "các ý kiến được lãnh đạo các sở trực tiếp giải đáp",
        "các ý kiến được tổng hợp, gửi lãnh đạo các sở",
        Where.BEFORE,
        weak=True,
        needs=("giải đáp", "trả lời", "trao đổi", "đối thoại", "giải trình", "làm rõ"),
    ),
    Rule(
        "Tại phiên họp, thành viên … thảo luận",
        r"""
        \btại_(?:phiên_họp|cuộc_họp|hội_nghị|kỳ_họp),_ (?:các_)?(?P<before> thành_viên_[^,.;:]{3,60}? )
        _(?:đã_|cũng_)?(?: thảo_luận | thống_nhất | cho_ý_kiến | biểu_quyết | đóng_góp | tập_trung | nghe ) \b
        """,
        "tại phiên họp, thành viên ubnd tỉnh đã thảo luận",
        "tại hội nghị, các đại biểu nghe báo cáo",
        Where.BEFORE,
        weak=True,
        needs=("thành viên",),
    ),
)

# "Lãnh đạo các phòng tham dự hội nghị", where a sentence begins with it.
SUBJECTS: tuple[Rule[Where], ...] = (
    Rule(
        "Lãnh đạo các phòng tham dự hội nghị",
        r"""
        (?: (?:(?:sáng|chiều)_)?ngày_[^,]{2,20},_ )? (?: tại_[^,]{2,60},_ )?
        (?! [^.:]{0,40}? \bcác_đại_biểu_ (?:đã_|cùng_)? (?:tham_)?dự )
        (?P<before> [^.:]{6,500}? )
        (?<!tham)_(?:đã_|cùng_|cũng_|về_|đến_|tới_)*
        (?: (?:tham_)?dự_(?:họp|hội_nghị|cuộc_họp|buổi_làm_việc|phiên_họp|kỳ_họp|đại_hội|giao_ban)
          | (?: cũng_tham_dự | cùng_dự | có_mặt(?:_đầy_đủ)? ) (?= [.,;] | $ | _tại ) )\b
        (?! _(?:có|gồm|còn_có) )
        """,
        "lãnh đạo các phòng tham dự hội nghị",
        "dự hội nghị có lãnh đạo các phòng",
        Where.SUBJECT,
        needs=("dự h", "dự c", "dự b", "dự p", "dự k", "dự đ", "dự g", "tham dự", "cùng dự", "có mặt"),
    ),
)

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
