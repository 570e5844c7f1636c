"""What stands around a report: letterhead (tiêu ngữ), title, publication line, signature and tail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import DayPhrase, publication_day
from .layout import Line, lines
from .rules import Rule, compile_pattern, match_first
from .text import Text

LETTERHEAD_LINES = 24  # the type's name stands within these, or there is no letterhead
LONGEST_TITLE = 320

TYPES: tuple[Rule[str], ...] = (
    Rule(
        "THÔNG BÁO",
        r"(?: thông_báo | báo_cáo | kết_luận | biên_bản | nghị_quyết | chỉ_thị | thông_cáo )"
        r" (?: _kết_luận | _nhanh )? [\s:]* $",
        "thông báo",
        "thông báo số 12 của văn phòng",
        "type",
    ),
)

LETTERHEAD: tuple[Rule[str], ...] = (
    Rule(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        r"cộng_hòa_xã_hội_chủ_nghĩa_việt_nam",
        "cộng hòa xã hội chủ nghĩa việt nam",
        "cộng hòa pháp",
        "state",
    ),
    Rule(
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        r"đảng_cộng_sản_việt_nam \s* $",
        "đảng cộng sản việt nam",
        "đảng cộng sản việt nam quang vinh",
        "party",
    ),
    Rule("Số: …/TB-UBND", r"số \s* : .* / \s? \w+", "số: 05/tb-ubnd", "số liệu: tăng", "number"),
    Rule(
        "Số 05-TB/ĐU",
        r"số \s* :? \s* \d* \s* - \s? [a-zđ]{1,4} \s? / \s? \w+",
        "số 05-tb/đu",
        "số hộ 05 - 10",
        "number",
    ),
)

BODY_STARTS: tuple[Rule[str], ...] = (
    Rule(
        "Sáng ngày 3/10, …",
        r"(?: (?:vào_)? (?:sáng|chiều|tối|trưa) (?:_nay)? (?:_ngày)? | (?:trong_|vào_|vừa_qua,_)? ngày ) _ \(?\d",
        "sáng ngày 3/10, đảng ủy họp",
        "sáng kiến 3 ngày",
        "day",
    ),
    Rule(
        "Căn cứ …, Thực hiện …",
        r"(?: căn_cứ | thực_hiện_(?:kế_hoạch|chương_trình|công_văn|chỉ_đạo|nghị_quyết|quyết_định)"
        r" | thừa_lệnh | mới_đây, | vừa_qua, | trong_(?:hai|2|02)_ngày | sau_khi_nghe )",
        "căn cứ kết luận của hội nghị",
        "căng thẳng",
        "reason",
    ),
    Rule("Kính gửi: …", r"kính_gửi", "kính gửi: văn phòng chính phủ", "kính mời", "address"),
)

TAILS: tuple[Rule[str], ...] = (
    Rule("Nơi nhận:", r"nơi_nhận \s* : | nơi_nhận \s* $", "nơi nhận:", "nơi nhận hồ sơ đông", "copies"),
    Rule(
        "Các tin khác",
        r"(?: các_tin_(?:khác|liên_quan|cũ_hơn|mới_hơn) | (?:những_)?tin_(?:liên_quan|khác|cùng_chuyên_mục|mới|đọc_nhiều)"
        r" | bài_viết_(?:khác|liên_quan) | xem_thêm | chia_sẻ_bài_viết | từ_khóa | bình_luận) \s* :? .{0,20} $",
        "các tin khác",
        "các tin đồn khác nhau lan truyền trong dân gian",
        "news",
    ),
    Rule(
        "Văn phòng HĐND-UBND thị xã (HLB)",
        r"(?: văn_phòng | ban_biên_tập | phòng_văn_hóa | ban_tuyên_giáo | cổng_thông_tin | trang_thông_tin | đài )"
        r" [^.:;]{0,80} \( [^()\d]{1,14} \) \s* $",
        "văn phòng hđnd-ubnd thị xã (hlb)",
        "văn phòng báo cáo kết quả (quý iii)",
        "office",
    ),
    Rule(
        "Tin, ảnh: …",
        r"(?: tin \s? (?:,|và|-) \s? (?:bài|ảnh) | bài \s? (?:,|và|-) \s? ảnh | tin | bài | tác_giả | người_viết"
        r" | biên_tập | nguồn(?:_tin)? | theo) \s* : [^.]{2,60} $",
        "tin, ảnh: hải hương",
        "tin tưởng: các cấp",
        "byline",
    ),
    Rule(
        "TL. CHỦ TỊCH",
        r"(?: tm | t/m | tl | t/l | kt | k/t | tuq | q )\.? \s* (?: {bodies} | {positions} ) [^.;]{0,60} $",
        "tl. chủ tịch",
        "tl số liệu",
        "signature",
    ),
)

_META = r"(?: title | tiêu_đề | tên_bài ) \s* : \s*"


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines around a report: `body` and `tail` are numbers of lines, `head` those of the letterhead."""

    lines: tuple[Line, ...]
    head: int
    title: tuple[int, int] | None
    body: int
    tail: int
    published: DayPhrase | None
    publication_line: int | None
    notice: bool


def read_frame(text: Text) -> Frame:
    """Find letterhead, title, publication line and tail."""
    found = lines(text)
    published, publication_line = _publication(text, found)
    type_line = _type_line(text, found)
    head = 0 if type_line is None else type_line + 1
    title, body = _title(text, found, head, publication_line)
    tail = _tail(text, found, max(body, 1))
    return Frame(found, head, title, body, tail, published, publication_line, type_line is not None)


def _publication(text: Text, found: tuple[Line, ...]) -> tuple[DayPhrase | None, int | None]:
    """Find the line that says when the report was published: near the top, else near the end."""
    numbers = [*range(min(6, len(found))), *range(len(found) - 1, max(5, len(found) - 8), -1)]
    for number in numbers:
        line = found[number]
        if day := publication_day(text, line.start, line.end):
            return day, number
    return None, None


def _type_line(text: Text, found: tuple[Line, ...]) -> int | None:
    """Find the line with the name of the document's type, if a letterhead stands over it."""
    letterhead = False
    type_line = None
    for number, line in enumerate(found[:LETTERHEAD_LINES]):
        if match_first(LETTERHEAD, text, line.body, line.end):
            letterhead = True
            type_line = None
        elif type_line is None and match_first(TYPES, text, line.body, line.end):
            type_line = number
    if type_line is not None and (
        letterhead or text.clean[found[type_line].body : found[type_line].end].isupper()
    ):
        return type_line
    return None


def _title(
    text: Text, found: tuple[Line, ...], head: int, publication_line: int | None
) -> tuple[tuple[int, int] | None, int]:
    """Find the title below the letterhead, and the line where the body begins."""
    first = head
    while first < len(found) and first == publication_line:
        first += 1
    if first >= len(found) or not _may_be_title(text, found, first, notice=head > 0):
        return None, first
    last = first
    while last + 1 < len(found) and _continues_title(
        text, found, first, last + 1, publication_line, notice=head > 0
    ):
        last += 1
    line = found[first]
    meta = compile_pattern(_META, bare=text.bare).match(text.low, line.body, line.end)
    start = meta.end() if meta else line.body
    return (start, found[last].end), last + 1


def _may_be_title(text: Text, found: tuple[Line, ...], number: int, *, notice: bool) -> bool:
    line = found[number]
    words = text.clean[line.body : line.end]
    if len(words) > LONGEST_TITLE or len(found) - number < 2 or len(words.split()) < 3:
        return False
    if match_first(BODY_STARTS, text, line.body, line.end) or words.endswith((".", ";", ":")):
        return notice and not match_first(BODY_STARTS, text, line.body, line.end) and not words.endswith(":")
    return not words[0].islower() or notice


def _continues_title(
    text: Text,
    found: tuple[Line, ...],
    first: int,
    number: int,
    publication_line: int | None,
    *,
    notice: bool,
) -> bool:
    """Tell whether a line goes on with the title: capitals after capitals; in a notice up to the body."""
    line, before = found[number], found[number - 1]
    if number == publication_line or line.level or number - first > 5:
        return False
    words, above = text.clean[line.start : line.end], text.clean[before.start : before.end]
    if match_first(BODY_STARTS, text, line.body, line.end) or words.endswith((".", ":", ";")):
        return False
    if words.isupper() and above.isupper():
        return True
    return notice and not line.blank_before and not above.endswith(".") and len(words) < LONGEST_TITLE


def _tail(text: Text, found: tuple[Line, ...], body: int) -> int:
    """Find the line from which nothing belongs to the report any more."""
    tail = len(found)
    for number in range(body, len(found)):
        line = found[number]
        if line.end - line.start < 200 and match_first(TAILS, text, line.body, line.end):
            tail = number
            break
    while tail > body and _is_byline(text, found[tail - 1]):
        tail -= 1
    return tail


_BYLINE_SIGNS = re.compile(r"[.!?:;,%]|\d{3}")


def _is_byline(text: Text, line: Line) -> bool:
    """Tell a closing line that only names a writer or a paper ("TRỌNG PHÚ - THU HƯƠNG", "Lao Động")."""
    words = text.clean[line.body : line.end].split()
    if publication_day(text, line.body, line.end):
        return True
    if line.level or len(words) > 7 or _BYLINE_SIGNS.search(text.clean, line.body, line.end):
        return False
    return all(word[0].isupper() or not word[0].isalpha() for word in words)
