"""Participants (thành phần tham dự): the bodies and groups said to attend, one entry each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from .attendees import SHORTEST, entries
from .cues import Section
from .model import Person, Span
from .page import Page
from .positions import spoken_at
from .rules import Rule, compile_pattern, match_first, search_all
from .sections import Part
from .text import Text


class Where(Enum):
    """Where the attendants stand beside their cue."""

    BEHIND = auto()  # a list
    BEFORE = auto()  # "các phòng, ban … dự họp"
    MET = auto()  # a side of the meeting: "làm việc với …"
    SUBJECT = auto()  # "Lãnh đạo các phòng tham dự hội nghị", at the start of a sentence


_ATTENDING = r"""
    (?: cùng_tham_gia (?=_có_|_còn_có_|_gồm_|:) | thành_phần_(?:tham_)?(?:dự|gồm|tham_gia)(?:_họp|_hội_nghị)?
      | (?: cùng_|đến_|tới_|về_|mời_ )?(?:tham_)?dự (?!_(?:án|kiến|toán|thảo|báo|trữ|phòng))
      | tham_gia_(?:đoàn_công_tác|đoàn_giám_sát|hội_nghị|cuộc_họp|buổi_làm_việc) | khách_mời
        | đại_biểu_(?:tham_)?dự )
"""
_OCCASION = r"""
    (?: _(?: và_chỉ_đạo | và_chủ_trì | giao_ban | sơ_kết | tổng_kết | đối_thoại | tọa_đàm | sinh_hoạt
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
          | có_mặt_tại_\w+(?:_\w+){0,3} )_ (?:còn_)?có_? :? \s*
        """,
        "cùng đi có lãnh đạo các sở",
        "cùng đi lên",
        Where.BEHIND,
        needs=("cùng đi", "đi cùng", "tháp tùng", "tham gia đoàn", "chứng kiến", "có mặt"),
    ),
    Rule(
        "với sự tham dự của …",
        r"""
        \b(?: sự_(?:tham_dự|có_mặt|hiện_diện|góp_mặt)
          | (?:hội_nghị|cuộc_họp|phiên_họp|kỳ_họp|đại_hội|buổi_làm_việc|diễn_ra)_(?:\w+_){0,2}
            (?:có|với)_sự_tham_gia )
        _(?:của_)?
        """,
        "với sự tham dự của các phòng",
        "sự tham mưu của sở",
        Where.BEHIND,
        needs=("sự tham", "sự có mặt", "sự hiện diện", "sự góp mặt"),
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
          | gặp_mặt | giao_ban
          | trực_tuyến )
        (?:_của_[^.;,]{3,60}?)? (?: _(?:với|tới)_ | _tại_(?=(?:các|một_số|\d+)_) )
        (?! nội_dung | mục | sự | tinh_thần | chủ_đề | hình_thức | phương_châm | chuyên_đề | quy_mô
          | \d+_điểm )
        """,
        "ubnd tỉnh họp khẩn với các sở, ban, ngành",
        "họp với nội dung trên",
        Where.MET,
        weak=True,
        needs=(" với ", " tới ", " tại "),
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

_END = re.compile(r";|\n")
_LIST_END = r"""
    _(?: để | nhằm
      | về_(?: việc | tiến | tình | công | kết | một | nội | chủ | phương | nhiệm | các | những | thực )\b
      | (?:đã_)?tham_dự | (?:đã_|cùng_)?dự_(?:họp|hội_nghị) | cùng_dự
      | đã_(?:đến|dự) | tham_gia_hội_nghị
       | được_văn | theo_dõi_tại ) \b
"""
_MET_END = r"""
    ,_(?: được | để | do | tại | về | nhằm | diễn )\b | _(?: báo_cáo | trình_bày | tìm | gửi | trao_đổi )\b
  | (?<!địa)_bàn\b | "
"""
OPENING_PARTS = 30
MET_WITH_PARTS = 4
Entry = tuple[int, int, str, bool]  # its place, the rule that read it, whether weakly
MOST_CUES = 12  # in one sentence; keeps the reading linear


def read_participants(page: Page, people: tuple[Person, ...]) -> tuple[Span, ...]:
    """Read the bodies and groups that attended; named people stand in `people`."""
    spans = [span for person in people for span in (person.name, person.position) if span]
    named = sorted((page.text.find(span.start), page.text.find(span.end - 1) + 1) for span in spans)
    found: list[Entry] = []
    known: set[str] = set()
    done = -1
    for start, end, rule, weak, whole in sorted(_places(page)) or list(_side_in_title(page)):
        for a, b in entries(page.text, start, end, named, whole=whole):
            words = page.text.low[a:b]
            if a >= done and words not in known:
                found.append((a, b, rule, weak))
                known.add(words)
                done = b
    kept = [entry for entry in found if not (entry[3] and _is_repeated(page.text, entry, found))]
    return tuple(page.note("participants", rule, a, b, weak=weak) for a, b, rule, weak in kept)


_LINKS = frozenset(("và", "của", "thuộc", "các", "đại", "diện", "lãnh", "đạo", "va", "cua", "thuoc"))


def _is_repeated(text: Text, entry: Entry, found: list[Entry]) -> bool:
    """Tell a side of the meeting that the list of who attended names again, in full."""
    words = set(text.low[entry[0] : entry[1]].split()) - _LINKS
    return any(words <= set(text.low[a:b].split()) for a, b, _, weak in found if not weak)


def _places(page: Page) -> Iterator[tuple[int, int, str, bool, bool]]:
    """Find the places that list participants, and whether each is one entry: the item of a list."""
    body = [p for p in page.parts if p.section not in (Section.AROUND, Section.CAPTION)]
    for number, part in enumerate(body[:OPENING_PARTS]):
        first = number < MET_WITH_PARTS
        if part.section is Section.TASKS and not first:
            continue
        yield from _cued(page.text, part, met=first)
        labelled = part.label and part.end > part.start
        if page.text.clean[part.end - 1] == ":" or _ABSENT.match(page.text.clean, part.start, part.end):
            continue
        if part.section is Section.PARTICIPANTS and (labelled or part.level):
            yield part.start, part.end, part.rule, False, not labelled


_ABSENT = re.compile(r"(?:[-+*] )?(?:Vắng|vắng|VẮNG|Vang)\b")


def _side_in_title(page: Page) -> Iterator[tuple[int, int, str, bool, bool]]:
    """Read "Sở Tư pháp làm việc với các xã" in a title, where the text names nobody who attended."""
    title = page.frame.title
    if not title:
        return
    for rule, match in list(search_all(SIDES, page.text, *title))[:1]:
        yield *_place(page.text, rule.value, match, title), rule.name, True, False


def _cued(text: Text, part: Part, *, met: bool) -> Iterator[tuple[int, int, str, bool, bool]]:
    """Find the places that a cue opens in a sentence."""
    taken = begin = part.label[0] if part.label else part.start
    attend = bool(compile_pattern(_ATTEND, bare=text.bare).search(text.low, begin, part.end))
    cues = CUES if attend else _WITHOUT_ATTENDING
    found = sorted(search_all(cues, text, begin, part.end), key=lambda hit: hit[1].start())
    sides = list(search_all(SIDES, text, begin, part.end)) if met else []
    if sides and not _is_told(text, begin, min(match.start() for _, match in sides)):
        found = sorted(found + sides, key=lambda hit: hit[1].start())
    opened = match_first(OPENERS, text, begin, part.end)
    if opened and not (found and found[0][1].start() < opened[1].end()):
        found.insert(0, opened)
    for rule in SUBJECTS if attend else ():
        match = rule.match(text, begin, part.end) if rule.may_match(text, begin, part.end) else None
        cued = found and match and found[0][1].start() < match.end("before")
        if (
            match and not cued and spoken_at(text, *match.span("before")) is None
        ):  # "Chủ tịch yêu cầu các đại biểu dự …"
            found.insert(0, (rule, match))
    for rule, match in found[:MOST_CUES]:
        if match.start() < taken:
            continue
        start, end = _place(text, rule.value, match, (begin, part.end))
        if end - start > SHORTEST:
            taken = match.end()
            yield start, end, rule.name, rule.weak, False


# Without one of these no cue with "dự" can match; looked for once, it saves trying each in every "dự án".
_ATTEND = r"(?: dự (?!_(?:án|toán|kiến|thảo|báo|trữ|phòng)\b) | có_mặt | tham_gia | thành_phần | khách_mời )"
_WITHOUT_ATTENDING = tuple(rule for rule in CUES if "dự" not in rule.needs)
_TELLS = (
    r"\b(?: nhấn_mạnh | cho_biết | khẳng_định | cho_hay | cho_rằng | nêu_rõ | chia_sẻ | yêu_cầu | đề_nghị )\b"
)


def _is_told(text: Text, start: int, end: int) -> bool:
    """Tell another meeting that somebody speaks of: "Chủ tịch cho biết, tỉnh đã họp với 30 tổ …"."""
    return bool(compile_pattern(_TELLS, bare=text.bare).search(text.low, start, end))


_OPENS_BEFORE = r"\b(?:cùng|có|với)_ (?!sự_)"
LONGEST_BEFORE = 400


def _before(text: Text, match: re.Match[str], begin: int) -> tuple[int, int]:
    """Find the list before "… dự họp": behind the first "cùng", "có" or "với" of its clause."""
    if "before" in match.groupdict():
        return match.span("before")
    at = max(begin, match.start() - LONGEST_BEFORE, *(text.low.rfind(c, begin, match.start()) for c in ".;:"))
    opened = compile_pattern(_OPENS_BEFORE, bare=text.bare).search(text.low, at, match.start())
    return (opened.end(), match.start()) if opened else (0, 0)


def _place(text: Text, where: Where, match: re.Match[str], bounds: tuple[int, int]) -> tuple[int, int]:
    if where in (Where.BEFORE, Where.SUBJECT):
        return _before(text, match, bounds[0])
    start, end = match.end(), bounds[1]
    if where is Where.MET and (stop := _END.search(text.clean, start, end)):
        end = stop.start()
    for pattern in (_LIST_END, *([_MET_END] if where is Where.MET else [])):
        if closing := compile_pattern(pattern, bare=text.bare).search(text.low, start, end):
            end = closing.start()
    return start, end
