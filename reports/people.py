"""People (nhân sự): who is named, with which position, and what they did at the meeting."""

from __future__ import annotations

from dataclasses import dataclass, field

from .folding import fold
from .layout import Sentence, sentences
from .model import Person, PersonRole, Span
from .names import find_names, name_at
from .page import Page
from .rules import Rule, compile_pattern
from .sections import Section
from .text import Text

R = PersonRole

_TITLE_BEFORE = r"\b{titles}_? (?: {ranks} \.?_? )? \Z"
_TITLE = r"\b{titles}_ (?: {ranks}\b \.?_ )*"
_RANK_BEFORE = r"\b(?: {ranks} | ths?\.? | pgs\.?_?ts\.? ) \.?_? \Z"
_POSITION = r"\b(?:{positions})"
_SPEECH = r"\b(?:{speech})\b"

# A position behind a name goes on over commas and dashes as long as a new position follows.
_AFTER_NAME = r"\s?(?: , | - | \( | : )\s? (?= (?:đồng_chí_)? (?: quyền_|nguyên_)? (?:{positions}) )"
_STOPS = r"[;:()\n\"] | \.(?=_|$) | ,_(?! (?:quyền_|nguyên_)? (?:{positions}|{fields}) ) | _-_ (?! (?:quyền_|nguyên_)? (?:{positions}|{fields}) )"
_STOPS += r" | _(?: đã | đang | cũng | (?<!nhỏ_và_)vừa | sẽ | được | cùng | và_(?:các_)?(?:đồng_chí|ông|bà|lãnh_đạo|đại_diện) | làm_trưởng | là | tại_(?:hội|buổi|cuộc)"
_STOPS += r" | dẫn_đầu | trao | tặng | lắng_nghe | nghe | có | chu_tri ) \b"
LONGEST_POSITION = 190
LONGEST_BEFORE = 170


@dataclass(slots=True)
class Mention:
    """A person as named in one place."""

    start: int
    end: int
    position: tuple[int, int] | None
    sentence: Sentence


@dataclass(slots=True)
class Found:
    """A person over all mentions."""

    key: str
    start: int
    end: int
    position: tuple[int, int] | None = None
    roles: list[PersonRole] = field(default_factory=list)
    said: list[tuple[int, int]] = field(default_factory=list)


def read_people(page: Page) -> tuple[Person, ...]:
    """Read the people of a report, in the order they are first named."""
    people: dict[str, Found] = {}
    last: Found | None = None
    for sentence in sentences(page.text):
        if not _is_read(page, sentence):
            continue
        mentions = list(_mentions(page, sentence))
        for mention in mentions:
            last = _add(page, people, mention, mentions)
        if not mentions:
            last = _go_on(page, people, sentence, last)
    return tuple(_person(page, found) for found in people.values())


def _is_read(page: Page, sentence: Sentence) -> bool:
    """Leave out the tail but for its signature, and the title."""
    frame = page.frame
    if sentence.line >= frame.tail:
        return False
    return frame.title is None or not frame.title[0] <= sentence.start < frame.title[1] or frame.notice


def _mentions(page: Page, sentence: Sentence) -> list[Mention]:
    text = page.text
    found: list[Mention] = []
    for start, end in _named(text, sentence):
        position = _position_behind(text, end, sentence.end) or _position_before(text, sentence.start, start)
        titled = _is_titled(text, sentence.start, start)
        if position or titled or _speaks_at_once(text, end, sentence.end):
            found.append(Mention(start, end, position, sentence))
    return found


def _named(text: Text, sentence: Sentence) -> list[tuple[int, int]]:
    """Find the names of a sentence by their shape, and whatever stands in capitals behind "đồng chí"."""
    names = dict(find_names(text, sentence.start, sentence.end))
    for title in compile_pattern(_TITLE, bare=text.bare).finditer(text.low, sentence.start, sentence.end):
        end = name_at(text, title.end(), sentence.end)
        inside = end and any(title.end() <= start < end for start in names)
        position = compile_pattern(_POSITION, bare=text.bare).match(text.low, title.end(), sentence.end)
        if end and not inside and not position and " " in text.clean[title.end() : end]:
            names[title.end()] = end
    return sorted(names.items())


def _is_titled(text: Text, start: int, name: int) -> bool:
    before = text.low[max(start, name - 30) : name]
    return bool(
        compile_pattern(_TITLE_BEFORE, bare=text.bare).search(before)
        or compile_pattern(_RANK_BEFORE, bare=text.bare).search(before)
    )


_AT_ONCE = r"_(?:cũng_|đã_)?(?: phát_biểu | kết_luận | yêu_cầu | đề_nghị | cho_biết | cho_rằng | nhấn_mạnh | khẳng_định | chủ_trì | chu_tri )\b"


def _speaks_at_once(text: Text, end: int, stop: int) -> bool:
    return bool(compile_pattern(_AT_ONCE, bare=text.bare).match(text.low, end, stop))


def _position_behind(text: Text, end: int, stop: int) -> tuple[int, int] | None:
    """Read "…, Phó Chủ tịch UBND tỉnh" behind a name."""
    opened = compile_pattern(_AFTER_NAME, bare=text.bare).match(text.low, end, stop)
    if not opened:
        return None
    start = opened.end()
    limit = min(stop, start + LONGEST_POSITION)
    head = compile_pattern(_POSITION, bare=text.bare).match(text.low, start, limit)
    at = head.end() if head else start
    ends = [limit]
    for pattern in (_STOPS, _SPEECH):
        for match in compile_pattern(pattern, bare=text.bare).finditer(text.low, at, limit):
            if pattern is _SPEECH and not text.bare and text.clean[match.start()].isupper():
                continue
            ends.append(match.start())
            break
    return _trimmed(text, start, min(ends))


def _trimmed(text: Text, start: int, end: int) -> tuple[int, int] | None:
    while end > start and text.clean[end - 1] in " ,-–—:(":
        end -= 1
    return (start, end) if end - start > 2 else None


_BREAK = r"[;:()\n\"] | {titles}_(?=\S) | ,_(?! (?:{positions}) ) | \b(?: của | cùng | với | gồm | có | là | và | do | bởi | theo | cho )_"


def _position_before(text: Text, start: int, name: int) -> tuple[int, int] | None:
    """Read "Chủ tịch UBND TP Hà Nội" before a name."""
    window = max(start, name - LONGEST_BEFORE)
    at = window
    for match in compile_pattern(_BREAK, bare=text.bare).finditer(text.low, window, name):
        at = match.end()
    for head in compile_pattern(_POSITION, bare=text.bare).finditer(text.low, at, name):
        if text.low.endswith(("ban ", "đại diện "), max(0, head.start() - 10), head.start()):
            continue
        spoken = compile_pattern(_SPEECH, bare=text.bare).search(text.low, head.end(), name)
        if spoken and (text.bare or text.clean[spoken.start()].islower()):
            continue
        if (
            not text.bare
            and name - head.end() > 4
            and text.clean[head.start()].islower()
            and "," in text.clean[head.end() : name]
        ):
            continue
        return _trimmed(text, head.start(), name)
    return None


# What a person does, told in the sentence that names them. `before`/`behind` is where the words stand.
CHAIRS: tuple[Rule[str], ...] = (
    Rule(
        "đồng chí … chủ trì hội nghị",
        r"\b(?: (?:đồng_)?chủ_trì | chủ_tọa | điều_hành_(?:hội_nghị|cuộc_họp|phiên_họp|kỳ_họp) | dẫn_đầu_chủ_trì )\b"
        r" (?!_(?:,_)?phối_hợp | _tham_mưu | _xây_dựng | _thực_hiện )",
        "chủ trì hội nghị",
        "chủ trì, phối hợp với sở tài chính",
        "behind",
    ),
)
CHAIRED_BY: tuple[Rule[str], ...] = (
    Rule(
        "dưới sự chủ trì của …",
        r"\b(?: (?:dưới_)?sự_(?:chủ_trì|điều_hành)_của | chủ_trì_(?:hội_nghị|cuộc_họp|buổi_làm_việc|phiên_họp|kỳ_họp)?_?(?:có|là|:|gồm) | chủ_tọa_(?:là|:)"
        r" ) [^.;]{0,60} \Z",
        "dưới sự chủ trì của đồng chí",
        "sở tài chính chủ trì",
        "before",
    ),
)
SPEAKS: tuple[Rule[str], ...] = (
    Rule(
        "… phát biểu, kết luận, yêu cầu …",
        r"\b(?: phát_biểu | kết_luận | chỉ_đạo | nhấn_mạnh | yêu_cầu | đề_nghị | đánh_giá | báo_cáo | trình_bày | cho_biết | cho_rằng"
        r" | khẳng_định | lưu_ý | giải_trình | làm_rõ | chia_sẻ | ghi_nhận | biểu_dương | tiếp_thu | trao_đổi | nêu | nói | quán_triệt"
        r" | gợi_ý | nhắc | bày_tỏ | kiến_nghị | đề_xuất | hoan_nghênh | cảm_ơn | thông_tin | xin_lỗi | trăn_trở | nhận_định | giao"
        r" | giải_thích | trả_lời | tham_luận | thông_qua_báo_cáo | khai_mạc | truyền_đạt | cho_hay | đã_nghe | lo_ngại | phân_tích | công_bố"
        r" | thống_nhất | tóm_tắt | phổ_biến | noi_hoi | noi | giao_viec )\b",
        "đồng chí yêu cầu các phòng",
        "tham dự hội nghị",
        "behind",
    ),
)
SPOKEN_BY: tuple[Rule[str], ...] = (
    Rule(
        "Theo ông …, Phát biểu …, đồng chí",
        r"(?: \btheo(?:_lời)?_ (?:{titles}_|{positions}.{0,60}_)? | \b(?:phát_biểu|kết_luận|báo_cáo|ý_kiến|giải_trình|chỉ_đạo|trình_bày)\b"
        r" [^.;]{0,120} (?:,|của|do|:)_ [^.;,]{0,90} ) \Z",
        "phát biểu kết luận hội nghị, đồng chí",
        "thành phần tham dự có đồng chí",
        "before",
    ),
)
ATTENDS: tuple[Rule[str], ...] = (
    Rule(
        "Dự hội nghị có đồng chí …",
        r"\b(?: tham_dự | (?:đến_|cùng_|về_)?dự(?!_(?:án|kiến|toán|thảo|báo)) | có_mặt | tham_gia_đoàn | mời_dự | về_phía | sự_tham_gia_của )\b",
        "dự hội nghị có đồng chí",
        "dự án đầu tư",
        "any",
    ),
)


def _roles(page: Page, mention: Mention, mentions: list[Mention]) -> list[PersonRole]:
    text, sentence = page.text, mention.sentence
    before = (sentence.start, mention.start)
    behind_start = mention.end
    if mention.position and mention.position[0] >= mention.end:
        behind_start = mention.position[1]
    next_start = min((m.start for m in mentions if m.start > mention.start), default=sentence.end)
    own = (behind_start, min(next_start, sentence.end))
    roles: list[PersonRole] = []
    if _chairs(text, own, before):
        roles.append(R.CHAIR)
    if _speaks(page, text, own, before, mention):
        roles.append(R.SPEAKER)
    if not roles and _attends(page, text, sentence):
        roles.append(R.ATTENDEE)
    return roles


def _clause(text: Text, place: tuple[int, int]) -> tuple[int, int]:
    """Cut a place at its first semicolon."""
    semicolon = text.low.find(";", *place)
    return place if semicolon < 0 else (place[0], semicolon)


def _chairs(text: Text, own: tuple[int, int], before: tuple[int, int]) -> bool:
    start, end = _clause(text, own)
    own_words = CHAIRS[0].search(text, start, min(end, start + 70))
    if own_words:
        return True
    return bool(CHAIRED_BY[0].search(text, max(before[0], before[1] - 90), before[1]))


def _speaks(page: Page, text: Text, own: tuple[int, int], before: tuple[int, int], mention: Mention) -> bool:
    start, end = _clause(text, own)
    spoken = SPEAKS[0].search(text, start, min(end, start + 160))
    if _is_attendance(page, mention):
        return False
    if spoken and (text.bare or text.clean[spoken.start()].islower()):
        return True
    lead = max(before[0], before[1] - 200)
    place = mention.position[0] if mention.position and mention.position[0] < mention.start else before[1]
    return bool(SPOKEN_BY[0].search(text, lead, max(lead, place)))


def _is_attendance(page: Page, mention: Mention) -> bool:
    """Tell whether the sentence lists who attended."""
    part = page.part_of(mention.sentence)
    return part is not None and part.section is Section.PARTICIPANTS


def _attends(page: Page, text: Text, sentence: Sentence) -> bool:
    return bool(ATTENDS[0].search(text, sentence.start, sentence.end))


def _add(page: Page, people: dict[str, Found], mention: Mention, mentions: list[Mention]) -> Found:
    key = fold(page.text.clean[mention.start : mention.end])
    found = people.setdefault(key, Found(key, mention.start, mention.end))
    found.position = found.position or mention.position
    for role in _roles(page, mention, mentions):
        if role not in found.roles:
            found.roles.append(role)
        if role is R.SPEAKER:
            found.said.append((mention.sentence.start, mention.sentence.end))
    return found


_PRONOUN = r"(?: đồng_chí | ông | bà | anh | chị | {titles} )_ (?: cũng_|đã_|còn_ )? (?: {speech} )\b"
_SHORT_NAME = r"\b(?: ông | bà | anh | chị | đồng_chí | a | chi )_ (?P<name>[^\W\d_]+)\b"


def _go_on(page: Page, people: dict[str, Found], sentence: Sentence, last: Found | None) -> Found | None:
    """Take "Ông Quân cho rằng …" and "Đồng chí cũng lưu ý …" as said by who was named before."""
    text = page.text
    for match in compile_pattern(_SHORT_NAME, bare=text.bare).finditer(
        text.low, sentence.start, sentence.end
    ):
        name = fold(match["name"])
        for found in people.values():
            if found.key.split()[-1] == name and SPEAKS[0].search(
                text, match.end(), min(sentence.end, match.end() + 60)
            ):
                _speak(found, sentence)
                return found
    if last and compile_pattern(_PRONOUN, bare=text.bare).match(text.low, sentence.start, sentence.end):
        _speak(last, sentence)
    return last


def _speak(found: Found, sentence: Sentence) -> None:
    if R.SPEAKER not in found.roles:
        found.roles.append(R.SPEAKER)
    found.said.append((sentence.start, sentence.end))


_ORDER = [R.CHAIR, R.SPEAKER, R.ATTENDEE, R.OTHER]


def _person(page: Page, found: Found) -> Person:
    roles = tuple(sorted(found.roles, key=_ORDER.index)) or (R.OTHER,)
    name = page.note("people.name", "họ và tên", found.start, found.end)
    position: Span | None = None
    if found.position:
        position = page.note("people.position", "chức vụ cạnh họ tên", *found.position)
    return Person(name, position, roles, tuple(page.text.span(*place) for place in found.said))
