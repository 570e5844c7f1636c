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
    (?: (?: cùng_tham_gia | cùng_họp(?:_bàn)? | cùng_bàn(?:_bạc)? ) (?=_có_|_còn_có_|_gồm_|:)
      | thành_phần_(?:tham_)?(?:dự|gồm|tham_gia|mời)(?:_họp|_hội_nghị)?
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
        needs=("dự", "tham gia", "thành phần", "khách mời", "cùng họp", "cùng bàn"),
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
          | (?:có|góp)_mặt_tại_\w+(?:_\w+){0,3}? (?:_là(?=_))? )
        (?: _(?:còn_)?có_? :? | \s? : | (?<=_là) ) \s*
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
        "…; phía xã có …",
        r"""
        (?<=[;,.]_) phía_ (?! trước | sau | trên | dưới | trong | ngoài | đông | tây | nam | bắc )
        [^:;.,]{2,60}? ,?_có \s* :? \s*
        """,
        "về phía huyện có phòng nội vụ; phía xã có đảng ủy",
        "phía trước có chợ",
        Where.BEHIND,
        needs=(" phía ",),
    ),
    Rule(
        "… dự họp",
        r"""
        (?<!tham)(?<!_đi)_(?:đã_|cùng_|cũng_|về_|đến_|tới_)* (?: (?:tham_)?dự | có_mặt )
        (?:_họp|_hội_nghị|_cuộc_họp|_buổi_làm_việc|_kỳ_họp|_đại_hội)?\b
        (?! _(?:có|gồm|án|kiến|toán|thảo|báo|trữ|phòng|thi|tuyển|thầu|giải|khuyết) ) (?= [\s,.;] | $ )
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
        (?! (?: hội_nghị | đại_hội | cuộc_họp | kỳ_họp )_ [^.:]{3,160} _được_tổ_chức_
          | [^.:]{0,200}? \b(?: không | chưa )_có_ [^.,:;]{2,40} _(?:tham_)?dự\b )
        (?! [^.:]{0,40}? \bcác_đại_biểu_ (?:đã_|cùng_)? (?:tham_)?dự )
        (?P<before> (?: [^.:] | \.(?=\d) ){6,500}? )
        (?<!tham)_(?:đã_|cùng_|cũng_|về_|đến_|tới_)*
        (?: (?:tham_)?dự_(?:họp|hội_nghị|cuộc_họp|buổi_làm_việc|phiên_họp|kỳ_họp|đại_hội|giao_ban)
          | (?: cũng_tham_dự | cùng_dự | có_mặt(?:_đầy_đủ)? ) (?= [.,;] | $ | _tại )
          | tham_dự (?= \s? (?: \. | $ ) )
          | (?<=_(?:đến|tới)_) (?:tham_)?dự (?= [.,;] | $ ) )\b
        (?! _(?:có|gồm|còn_có) )
        """,
        "lãnh đạo các phòng tham dự hội nghị",
        "dự hội nghị có lãnh đạo các phòng",
        Where.SUBJECT,
        needs=(
            "dự h",
            "dự c",
            "dự b",
            "dự p",
            "dự k",
            "dự đ",
            "dự g",
            "tham dự",
            "cùng dự",
            "có mặt",
            "đến dự",
            "tới dự",
        ),
    ),
)
