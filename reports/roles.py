"""What a named person did at the meeting (chủ trì, phát biểu, dự), told by the words around the name."""

from __future__ import annotations

from .addressees import read_actor
from .cues import Section
from .layout import Sentence
from .model import PersonRole
from .page import Page
from .rules import Rule, compile_pattern
from .sections import Part
from .text import Text

R = PersonRole

CHAIRS: tuple[Rule[PersonRole], ...] = (
    Rule(
        "đồng chí … chủ trì hội nghị",
        r"""
        \b(?: (?:đồng_)?(?<!cán_bộ_)(?<!cơ_quan_)(?<!đơn_vị_)chủ_trì | chủ_tọa
          | điều_hành_(?:hội_nghị|cuộc_họp|phiên|kỳ_họp|buổi|đại_hội)
          | (?<!giám_đốc_)(?<!quản_lý_)(?<!chỉ_đạo_)điều_hành(?=\s*(?:[.;]|$)) )\b
        (?! ,_phối_hợp | _phối_hợp | _tham_mưu | _xây_dựng | _thực_hiện )     # these set a task
        """,
        "chủ trì hội nghị",
        "chủ trì, phối hợp với sở tài chính",
        R.CHAIR,
    ),
)
CHAIRED_BY: tuple[Rule[PersonRole], ...] = (
    Rule(
        "dưới sự chủ trì của …",
        r"""
        \b(?: sự_(?:chủ_trì|điều_hành)_của
          | (?:chủ_trì|chủ_tọa)
            (?:_(?:hội_nghị|cuộc_họp|buổi_làm_việc|phiên_họp|kỳ_họp|đại_hội))? \s? (?:có\b|là\b|:|gồm\b)
          | (?: đoàn_chủ_tịch | chủ_tọa_đoàn | ban_chủ_tọa )(?:_\w+){0,3} \s? (?: gồm\b | có\b | là\b | : )
          | (?:chủ_tọa | chủ_trì)(?:_\w+){0,2} \s? (?:là\b|:) )
        (?: \b{ranks}\.(?=_) | [^.;] | \.(?=\w) ){0,60} \Z
        """,
        "dưới sự chủ trì của đồng chí",
        "sở tài chính chủ trì",
        R.CHAIR,
    ),
)
SPEAKS: tuple[Rule[PersonRole], ...] = (
    Rule(
        "… phát biểu, kết luận, yêu cầu …",
        r"""
        \b(?<!thăm_)(?<!bàn_){saying}
        (?! (?<=giao) _(?: thông | lưu | dịch | ban | tiếp | ước | quân | hữu | nộp | hàng | mùa | khoán )\b
          | (?<=nói) _(?: chung | riêng | trên )\b | (?<=nêu) _(?: trên | gương )\b
          | (?<=báo_cáo) _viên\b | (?<=thông_tin) _(?: và_truyền | truyền | điện_tử | liên_lạc )\b )
        """,
        "đồng chí yêu cầu các phòng",
        "tham dự hội nghị",
        R.SPEAKER,
    ),
)
SPOKEN_BY: tuple[Rule[PersonRole], ...] = (
    Rule(
        "Theo ông …, Phát biểu …, đồng chí",
        r"""
        (?: \btheo(?:_lời)?_ (?: {titles}_ | {positions}.{0,60}_ )? (?: {ranks}\.?_ )*
          | \b(?: phát_biểu | kết_luận | báo_cáo | ý_kiến | giải_trình | chỉ_đạo | trình_bày )\b
            [^.;]{0,120} (?:,|của|do|:)_ [^.;,]{0,90} )
        \Z
        """,
        "phát biểu kết luận hội nghị, đồng chí",
        "thành phần tham dự có đồng chí",
        R.SPEAKER,
    ),
)
QUOTED: tuple[Rule[PersonRole], ...] = (
    Rule(
        '"…", ông …',
        r"""" \s* [,.-]? \s* (?: {titles}_ )? (?: {ranks}\.?_ )* \Z""",
        '"chúng tôi sẽ cố gắng", ',
        "ông nói",
        R.SPEAKER,
    ),
)
ATTENDS: tuple[Rule[PersonRole], ...] = (
    Rule(
        "Dự hội nghị có đồng chí …",
        r"""
        \b(?<!đại_biểu_)(?<!lần_đầu_tiên_)
        (?: tham_dự
          | (?:đến_|tới_|cùng_|về_)?(?<!tham_)dự (?!_(?:án|kiến|toán|thảo|báo|khuyết|trữ|phòng|nguồn|bị))
          | có_mặt | tham_gia_đoàn | mời_dự | (?:về_)?phía(?=_[^,.;:]{2,60},?_có_)
          | sự_(?:tham_gia|hiện_diện|góp_mặt)_của | (?:vinh_dự|vui_mừng|hội_nghị)_(?:được_)?(?:chào_)?đón
          | chào_đón | đón_tiếp | (?:đại_biểu|khách_mời|thành_phần)(?=\s?:)
          | (?:tiếp|làm_việc_với)_đoàn(?=_(?:công_tác_)?có_) | cùng_tham_gia_có
          | tại_(?:các_)?(?:điểm|đầu)_cầu(?=_[^.;:]{0,60}?_?có_) )\b
        """,
        "dự hội nghị có đồng chí",
        "dự án đầu tư",
        R.ATTENDEE,
    ),
)

CHAIR_WINDOW = 70
SPEECH_WINDOW = 160
BEFORE_WINDOW = 200
ATTENDANCE_WINDOW = 1500


def roles_of(page: Page, sentence: Sentence, before: int, behind: tuple[int, int]) -> list[PersonRole]:
    """Tell what a person does in a sentence: `before` and `behind` their name and position."""
    text = page.text
    start, end = _first_clause(text, *behind)
    part = page.part_of(sentence)
    if part is not None and part.section is Section.TASKS and _is_given_it(text, part, before):
        return []
    listed = part is not None and part.section is Section.PARTICIPANTS
    roles: list[PersonRole] = []
    if is_chair(text, sentence, before, start, end):
        roles.append(R.CHAIR)
        if compile_pattern(_COMES, bare=text.bare).match(text.low, start, end):
            roles.append(R.ATTENDEE)
    item = listed and part is not None and (part.level > 0 or part.label is not None)
    if not item and _says_something(text, part, sentence, before, (start, end)):
        roles.append(R.SPEAKER)
        if _comes(text, sentence, before, start, end):
            roles.append(R.ATTENDEE)
    window = max(sentence.start, before - ATTENDANCE_WINDOW), min(sentence.end, start + SPEECH_WINDOW)
    if not roles and (listed or ATTENDS[0].search(text, *window)):
        roles.append(R.ATTENDEE)
    return [*roles, *(role for role in _listed_for(text, window[0], before) if role not in roles)]


# What is done as well as said: who "báo cáo hằng tuần" among the tasks has not spoken.
_WORK = r"""
    (?: báo_cáo | đề_xuất | thông_báo | chỉ_đạo | giải_trình | trình_bày | kiến_nghị | thông_tin | trao_đổi
      | trả_lời | tham_mưu | giới_thiệu | bổ_sung )\b
"""
_CHARGED = r"""
    (?: \s*,_ | \s* ) (?: đã_ | sẽ_ )? (?: được_(?: giao | phân_công | cử | ủy_quyền ) | phụ_trách
      | chịu_trách_nhiệm )\b
"""


def _says_something(
    text: Text, part: Part | None, sentence: Sentence, before: int, behind: tuple[int, int]
) -> bool:
    """Tell who speaks from who is given a task, whose own words stand behind the name."""
    start, end = behind
    if compile_pattern(_CHARGED, bare=text.bare).match(text.low, start, end):
        return False
    asked = part.request if part else None
    if part is None or part.section is not Section.TASKS or (asked and before < asked.start):
        return _is_speaker(text, sentence, before, start, end)
    work = compile_pattern(_WORK, bare=text.bare)
    for verb in SPEAKS[0].find_all(text, start, min(end, start + SPEECH_WINDOW)):
        done = text.low.endswith((" đã ", " da "), 0, verb.start())
        if text.clean[verb.start()].islower() and (done or not work.match(text.low, verb.start())):
            return True
    return asked is None and _is_spoken_by(text, sentence.start, before)


def _is_given_it(text: Text, part: Part, name: int) -> bool:
    """Tell whom an item of the tasks gives it to: "3. Thiếu tá … chủ trì tuyên truyền …"."""
    named = read_actor(text, part.start, part.end) if part.level else None
    return named is not None and named.start <= name < named.end


# "Dự và chỉ đạo hội nghị có …" tells two things of everybody in the list behind it.
_TWOFOLD = r"""
    \b dự (?: _?,_ | _và_ | _ ) (?: trực_tiếp_ )? (?:(?P<leads> (?:đồng_)?chủ_trì | chủ_tọa | điều_hành )
      | phát_biểu | chỉ_đạo | kết_luận )\b
    [^.;:]{0,110}? (?: _(?:có|gồm)\b | : )
"""
_AGAIN = r"\b(?: dự | có_mặt | tham_gia | khách_mời | [.;]_về_phía )\b"


def _listed_for(text: Text, start: int, before: int) -> list[PersonRole]:
    """Read "dự và chỉ đạo …có", "dự và chủ trì … có" before a name, where no other cue stands between."""
    found = list(compile_pattern(_TWOFOLD, bare=text.bare).finditer(text.low, start, before))
    if not found or compile_pattern(_AGAIN, bare=text.bare).search(text.low, found[-1].end(), before):
        return []
    return [R.CHAIR if found[-1]["leads"] else R.SPEAKER, R.ATTENDEE]


_COMES = r"""
    \s* ,? _?(?: đã_ | cũng_ | cùng_ )*
    (?: (?: đến | tới | về | tham )_dự | dự_(?: hội | họp | cuộc | buổi | phiên | kỳ | đại_hội | lễ ) ) \b
"""


# "Đến dự và phát biểu tại hội nghị, đồng chí …"
_CAME = r"""
    (?: cùng_ | đến_ | tới_ | về_ | tham_ )? dự (?!_(?:án|kiến|toán|thảo|báo|trữ|phòng|bị))\b [^.;:]{3,90} ,_
    (?: {titles}_ | {ranks}\.?_ )* \Z
"""


def _comes(text: Text, sentence: Sentence, before: int, start: int, end: int) -> bool:
    """Tell that who speaks is also said to attend, right before or behind the name."""
    if compile_pattern(_COMES, bare=text.bare).match(text.low, start, end):
        return True
    return bool(compile_pattern(_CAME, bare=text.bare).match(text.low, sentence.start, before))


def _first_clause(text: Text, start: int, end: int) -> tuple[int, int]:
    semicolon = text.low.find(";", start, end)
    return start, end if semicolon < 0 else semicolon


def is_chair(text: Text, sentence: Sentence, before: int, start: int, end: int) -> bool:
    """Tell whether who stands between `before` and `start` leads the meeting."""
    if CHAIRS[0].search(text, start, min(end, start + CHAIR_WINDOW)):
        return True
    return bool(CHAIRED_BY[0].search(text, max(sentence.start, before - CHAIR_WINDOW), before))


def _is_speaker(text: Text, sentence: Sentence, before: int, start: int, end: int) -> bool:
    if speaks(text, start, min(end, start + SPEECH_WINDOW)):
        return True
    if _is_spoken_by(text, sentence.start, before):
        return True
    closes = sentence.end - start <= 2 and text.clean[start : sentence.end].strip(" .") == ""
    return closes and bool(QUOTED[0].search(text, max(sentence.start, before - BEFORE_WINDOW), before))


def _is_spoken_by(text: Text, since: int, before: int) -> bool:
    return bool(SPOKEN_BY[0].search(text, max(since, before - BEFORE_WINDOW), before))


def speaks(text: Text, start: int, end: int) -> bool:
    """Tell whether a verb of speaking stands in a place; in capitals it belongs to a name ("Ban Chỉ đạo")."""
    return any(text.clean[match.start()].islower() for match in SPEAKS[0].find_all(text, start, end))
