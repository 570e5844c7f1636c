"""What stands around a report: letterhead (tiêu ngữ), title, publication line, signature and tail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .addressees import is_label
from .bodies import HEAD
from .dates import DayPhrase, publication_day
from .layout import Line, lines
from .letterhead import read_issuer
from .rules import Rule, compile_pattern, match_first
from .text import Text

LETTERHEAD_LINES = 24  # the type's name stands within these, or there is no letterhead
LONGEST_TITLE = 320

_TYPE = r"""
    (?: thông_báo | báo_cáo | kết_luận | biên_bản | nghị_quyết | chỉ_thị | thông_cáo ) (?: _kết_luận
      | _nhanh )?
"""

# What says of which meeting a paper is, below its type or behind it: "BIÊN BẢN HỌP", "BÁO CÁO SƠ KẾT".
_OCCASION = r"""
    (?: (?: cuộc_ )? họp | hội_nghị | sơ_kết | tổng_kết | giám_sát | chuyên_đề | làm_việc | kiểm_tra
      | đối_thoại ) (?: _giao_ban )?
"""
_SUMMARY = r"(?: tổng_hợp | tóm_tắt ) _(?: nội_dung | ý_kiến | kết_quả | diễn_biến )"

TYPES: tuple[Rule[str], ...] = (
    Rule(
        "THÔNG BÁO",
        rf"(?: {_TYPE} (?: _{_OCCASION} )? | {_SUMMARY} ) [\s:]*$",
        "thông báo",
        "thông báo số 12 của văn phòng",
        "line",
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
    Rule("Số: …/TB-UBND", r"số \s* : [^:]* / \s? \w+", "số: 05/tb-ubnd", "số liệu: tăng", "number"),
    Rule(
        "Số 05-TB/ĐU",
        r"số \s* :? \s* \d* \s* - \s? [a-zđ]{1,4} \s? / \s? \w+",
        "số 05-tb/đu",
        "số hộ 05 - 10",
        "number",
    ),
    Rule(
        "Số 233/BB-UBND",
        r"số \s* \d+ \s? / \s? (?: \d{4} \s? / \s? )? [a-zđ]{2,4} \s? - \s? \w+ \s* $",
        "số 233/bb-bqlda",
        "số 12/15 hộ",
        "number",
    ),
)

BODY_STARTS: tuple[Rule[str], ...] = (
    Rule(
        "Sáng ngày 3/10, …",
        r"(?: (?:vào_)?(?:sáng|chiều|tối|trưa)(?:_nay)?(?:_ngày)? | (?:trong_|vào_|vừa_qua,_)?ngày )_ \(?\d",
        "sáng ngày 3/10, đảng ủy họp",
        "sáng kiến 3 ngày",
        "day",
    ),
    Rule(
        "Căn cứ …, Thực hiện …",
        r"""
        (?: căn_cứ | thừa_lệnh | mới_đây, | vừa_qua, | trong_(?:hai|2|02)_ngày | sau_khi_nghe
          | thực_hiện_(?:kế_hoạch|chương_trình|công_văn|chỉ_đạo|nghị_quyết|quyết_định) )
        """,
        "căn cứ kết luận của hội nghị",
        "căng thẳng",
        "reason",
    ),
    Rule("Kính gửi: …", r"kính_gửi", "kính gửi: văn phòng chính phủ", "kính mời", "address"),
    Rule(
        "Thời gian: …",
        r"""
        [^\w]{0,3} (?: thời_gian | địa_điểm | chủ_trì | chủ_tọa | thành_phần | thư_ký | ngày_họp | giờ_họp
          | nơi_họp | người_(?:chủ_trì|ghi) ) \b (?:,?_\w+){0,4} \s? :
        """,
        "thời gian họp: 14 giờ 00 ngày 21/9",
        "thời gian thực hiện nghị quyết",
        "field",
    ),
)

TAILS: tuple[Rule[str], ...] = (
    Rule("Nơi nhận:", r"nơi_nhận \s* (?: : | $ )", "nơi nhận:", "nơi nhận hồ sơ đông", "copies"),
    Rule(
        "Các tin khác",
        r"""
        (?: [>»*-]+ \s? )?
        (?: (?:các_|những_)? (?: tin_tức | tin (?: ,?_(?:và_)?bài )? | bài (?: _viết )? | chủ_đề )
            (?: _(?: khác | liên_quan | cũ(?:_hơn)? | mới(?:_hơn|_nhất|_đăng)? | nổi_bật | (?:đọc|xem)_nhiều
                | tiếp(?:_theo)? | đã_(?:đưa|đăng) | cùng_(?: chuyên_mục | chủ_đề | loại | tác_giả ) ) )+
          | (?:đọc|xem)_(?:thêm|nhiều|tiếp) | cùng_chuyên_mục | (?:có_thể_)?bạn_(?:đọc_)?quan_tâm | từ_khóa
          | bình_luận | ý_kiến_bạn_đọc | chia_sẻ_bài_viết | lượt_xem | (?:số_)?lượt_truy_cập
          | đang_truy_cập | tổng_số_điểm_của_bài_viết | đánh_giá_bài_viết )
        \s* :? .{0,20} $
        """,
        "các tin khác",
        "các tin đồn khác nhau lan truyền trong dân gian",
        "news",
    ),
    Rule(
        "Văn phòng HĐND-UBND thị xã (HLB)",
        r"""
        (?: văn_phòng | ban_biên_tập | phòng_văn_hóa | ban_tuyên_giáo | cổng_thông_tin
          | trang_thông_tin | đài )
        [^.:;]{0,80} \( [^()\d\s]{1,12} \) \s* $            # the initials of who wrote it
        """,
        "văn phòng hđnd-ubnd thị xã (hlb)",
        "văn phòng báo cáo kết quả (quý iii)",
        "office",
    ),
    Rule(
        "Tin, ảnh: …",
        r"""
        (?: tin \s? (?:,|và|-) \s? (?:bài|ảnh) | bài \s? (?:,|và|-) \s? ảnh | tin | bài | tác_giả | người_viết
          | biên_tập | nguồn(?:_tin)? | theo )
        \s* : [^.]{2,60} $
        """,
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
    Rule(
        "(Đã ký)",
        r"\(? (?: đã_ký | ký_tên | ký_và_ghi_rõ_họ_tên | chữ_ký ) [^.;:]{0,30} \)? $",
        "(đã ký)",
        "đã ký kết 3 hợp đồng với doanh nghiệp trong và ngoài tỉnh",
        "signature",
    ),
)

_META = r"(?: title | tiêu_đề | tên_bài ) \s* : \s*"


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines around a report: `body` and `tail` are numbers of lines, `head` those of the letterhead."""

    lines: tuple[Line, ...]
    head: int
    issuer: tuple[tuple[int, int], ...]  # the pieces of its name
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
    type_line, title_start = _type_line(text, found)
    head = 0 if type_line is None else type_line + (title_start is None)
    title, body = _title(text, found, head, publication_line, notice=type_line is not None)
    if title and title_start:
        title = max(title_start, title[0]), title[1]
    elif title and type_line is not None and _goes_on_from_type(text, found, type_line, title[0]):
        title = found[type_line].body, title[1]
    above = type_line or (sum(line.end < title[0] for line in found[:MOST_TITLE_LINES]) if title else 0)
    issuer = read_issuer(text, found[:above])
    tail = _tail(text, found, max(body, 1))
    return Frame(found, head, issuer, title, body, tail, published, publication_line, type_line is not None)


def _goes_on_from_type(text: Text, found: tuple[Line, ...], type_line: int, start: int) -> bool:
    """Tell "BÁO CÁO SƠ KẾT" above "công tác quý III …", which go together."""
    below = type_line + 1 < len(found) and found[type_line + 1].body == start
    return below and not found[type_line + 1].blank_before and text.clean[start].islower()


def _publication(text: Text, found: tuple[Line, ...]) -> tuple[DayPhrase | None, int | None]:
    """Find the line that says when the report was published: near the top, else near the end."""
    numbers = [*range(min(6, len(found))), *range(len(found) - 1, max(5, len(found) - 8), -1)]
    for number in numbers:
        line = found[number]
        if (day := publication_day(text, line.start, line.end)) and not _heads_minutes(text, found, number):
            return day, number
    return None, None


_FIELD_OF_MINUTES = r"[^\w]{0,3} (?: địa_điểm | chủ_(?:trì|tọa) | thành_phần | thư_ký )\b [^:]{0,30} :"


def _heads_minutes(text: Text, found: tuple[Line, ...], number: int) -> bool:
    """Tell "Thời gian: 14h00, ngày 21/9/2026" above "Địa điểm: …": the day of the meeting."""
    pattern = compile_pattern(_FIELD_OF_MINUTES, bare=text.bare)
    return any(pattern.match(text.low, line.start, line.end) for line in found[number + 1 : number + 3])


def _type_line(text: Text, found: tuple[Line, ...]) -> tuple[int | None, int | None]:
    """Find the line that names the document's type, and where a title goes on in it."""
    letterhead = False
    type_line, title_start = None, None
    for number, line in enumerate(found[:LETTERHEAD_LINES]):
        if match_first(LETTERHEAD, text, line.body, line.end):
            letterhead, type_line, title_start = True, None, None
        elif type_line is None and _names_a_type(text, found[number : number + 2]):
            type_line, title_start = number, _title_of_period(text, found[number : number + 2])
        elif type_line is None and letterhead and (start := _title_behind_type(text, line)):
            type_line, title_start = number, start
    if type_line is None:
        return _titled_below_issuer(text, found)
    capital = text.clean[found[type_line].body : found[type_line].end].isupper()
    return (type_line, title_start) if letterhead or capital else (None, None)


def _names_a_type(text: Text, pair: tuple[Line, ...]) -> bool:
    """Tell "KẾT LUẬN" above a title from the heading "KẾT LUẬN" above its items."""
    return bool(match_first(TYPES, text, pair[0].body, pair[0].end)) and not pair[-1].level


_PERIOD_ALONE = r"(?: tháng | quý | năm | tuần | \d{1,2}_tháng )_[^,;:.]{1,40} $"


def _title_of_period(text: Text, pair: tuple[Line, ...]) -> int | None:
    """Begin a title behind the type where the line below only says of when: "HỘI NGHỊ GIAO BAN / Tháng 8"."""
    below = pair[-1]
    alone = compile_pattern(_PERIOD_ALONE, bare=text.bare).match(text.low, below.body, below.end)
    return _title_behind_type(text, pair[0]) if alone and not below.blank_before else None


_ISSUED = r"[^,]{2,40},_(?:ngày_\d | tháng_\d)"


def _titled_below_issuer(text: Text, found: tuple[Line, ...]) -> tuple[int | None, int | None]:
    """Find "Báo cáo kết quả …" below an issuer in capitals, and maybe "Hải Đông, ngày 30 tháng 9 …"."""
    begins = compile_pattern(_TYPE + r"_\w", bare=text.bare)
    number = 0
    while (
        number < len(found)
        and _is_above_title(text, found[number])
        and not _begins(text, found[number], begins)
    ):
        number += 1
    if not number or not read_issuer(text, found[:number]):
        return None, None
    if number < len(found):
        line = found[number]
        number += bool(compile_pattern(_ISSUED, bare=text.bare).match(text.low, line.body, line.end))
    if number + 1 >= len(found):
        return None, None
    line, below = found[number], found[number + 1]
    last = text.clean[line.end - 1]
    short = line.end - line.body <= LONGEST_TITLE and (last.isalnum() or last == ")")
    apart = below.blank_before or _is_below_title(text, below) or _is_numbered(text, below)
    return (number, line.body) if _begins(text, line, begins) and short and apart else (None, None)


def _begins(text: Text, line: Line, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.match(text.low, line.body, line.end))


def _is_above_title(text: Text, line: Line) -> bool:
    """Tell a line of the letterhead: in capitals, or only drawn."""
    written = text.clean[line.body : line.end]
    return written.isupper() or not any(map(str.isalnum, written))


def _is_numbered(text: Text, line: Line) -> bool:
    """Tell "Số: 77/TB-CNMT", which may also stand below the title."""
    return match_first(LETTERHEAD, text, line.body, line.end) is not None


_WHEN_ALONE = r"\( [^()]{4,160} \) $ | " + _PERIOD_ALONE


def _is_below_title(text: Text, line: Line) -> bool:
    """Tell what a text goes on with below its title, or that it only says when: "(Tuần 46, từ ngày …)"."""
    alone = compile_pattern(_WHEN_ALONE, bare=text.bare).match(text.low, line.body, line.end)
    return bool(alone or match_first(BODY_STARTS, text, line.body, line.end))


_MEETS = r"(?: họp | hội_nghị | cuộc_họp | giao_ban | phiên_họp | kỳ_họp | sinh_hoạt )\b"


def _title_behind_type(text: Text, line: Line) -> int | None:
    """Read "BÁO CÁO Tình hình …", type and title in one line."""
    match = compile_pattern(_TYPE + r"\s*", bare=text.bare).match(text.low, line.body, line.end)
    if not match or not text.clean[line.body : match.end()].isupper() or match.end() >= line.end:
        return None
    meets = compile_pattern(_MEETS, bare=text.bare).match(text.low, match.end(), line.end)
    whole = text.clean[match.end() : line.end].isupper() and not meets  # "KẾT LUẬN KIỂM TRA THỰC ĐỊA"
    return line.body if whole else match.end()


def _title(
    text: Text, found: tuple[Line, ...], head: int, publication_line: int | None, *, notice: bool
) -> tuple[tuple[int, int] | None, int]:
    """Find the title below the letterhead, and the line where the body begins."""
    first = head
    while first < min(len(found) - 1, MOST_GROUP_LINES) and is_group_chat(text, found[first]):
        first += 1
    while first < len(found) and (first == publication_line or (notice and _is_occasion(text, found[first]))):
        first += 1
    if not notice and first == head and _is_issuer(text, found[first : first + 2]):
        first += 1
    if first >= len(found) or not _may_be_title(text, found, first, notice=notice):
        return None, first
    last = first
    while last + 1 < len(found) and _continues_title(
        text, found[last : last + 2], last + 1 - first, notice=notice
    ):
        last += 1
        if last == publication_line:
            last -= 1
            break
    end = found[_last_of_title(text, found, first, last)].end
    if writer := compile_pattern(_WRITER, bare=text.bare).search(text.low, found[first].body, end):
        end = writer.start()
    while end > found[first].body and text.clean[end - 1] in " \n-–—_*=.":
        end -= 1
    line = found[first]
    body = last + 1
    if notice and body + 1 < len(found) and _is_numbered(text, found[body]):
        body += 1
    meta = compile_pattern(_META, bare=text.bare).match(text.low, line.body, line.end)
    return (meta.end() if meta else line.body, end), body


_OPENS_A_TITLE = r"""
    (?: biên_bản | báo_cáo | thông_báo | nghị_quyết | kết_luận | giao_ban | họp | hội_nghị | cuộc_họp
      | buổi_làm_việc | tổng_hợp | tóm_tắt | ghi_chép | nội_dung ) \b
"""


# What the issuer above may do, where both stand in capitals.
_REVIEWS = r"(?: tổng_kết | sơ_kết | rút_kinh_nghiệm ) \b"


def _is_issuer(text: Text, pair: tuple[Line, ...]) -> bool:
    """Tell "UBND XÃ TÂN LẬP" above "GIAO BAN XÂY DỰNG CƠ BẢN THÁNG 11", or "Tổng kết Lễ hội Đua ghe"."""
    if len(pair) < len("ab") or not text.clean[pair[0].start : pair[0].end].isupper():
        return False
    below = text.clean[pair[1].start : pair[1].end]
    opens = compile_pattern(_OPENS_A_TITLE, bare=text.bare)
    names = compile_pattern(HEAD, bare=text.bare).match(text.low, pair[0].body, pair[0].end)
    if below.isupper():
        return bool(names) and _begins(text, pair[1], opens)
    reviews = compile_pattern(_REVIEWS, bare=text.bare)
    is_title = len(below) <= LONGEST_TITLE and not below.endswith((".", ";", ":", ","))
    return bool(names) and is_title and (_begins(text, pair[1], opens) or _begins(text, pair[1], reviews))


# Who wrote it down, behind the title: "Tóm tắt họp tổ 5 tối 23/11 - Hà My ghi".
_WRITER = r"""
    _[-–—]_ (?: [^-–—:.,]{2,40}?_(?: ghi | ghi_lại | ghi_chép | tổng_hợp )
      | (?:người_)?(?: ghi | tổng_hợp )(?:_biên_bản)? \s? : [^:]{2,40} ) \s* $
"""
MOST_GROUP_LINES = 2
LONGEST_GROUP = 90
GROUP = r"""
    [\[(*\s]* (?: (?:nhóm|group|kênh|box) _ (?:chat_)? (?:zalo|telegram|messenger|facebook|fb|viber|chat)
      | (?:zalo|telegram)_(?:nhóm|group) ) \b (?:_nhóm)? \s? [:-]? \s*
"""


def is_group_chat(text: Text, line: Line) -> bool:
    """Tell a line above a title that names the chat it was posted in: "[Nhóm Zalo BCH Đoàn xã]"."""
    if line.end - line.body > LONGEST_GROUP:
        return False
    words = text.clean[line.start : line.end]
    named = compile_pattern(GROUP, bare=text.bare).match(text.low, line.start, line.end)
    return bool(named) or (words[0] == "[" and words[-1] == "]")


def _is_occasion(text: Text, line: Line) -> bool:
    """Tell a line that only says of which meeting a paper is: "HỌP" below "BIÊN BẢN"."""
    alone = compile_pattern(_OCCASION + r"[\s:]*$", bare=text.bare).match(text.low, line.body, line.end)
    return bool(alone) and text.clean[line.body : line.end].isupper()


_ASIDE = r"\( (?: số | kèm | ban_hành | ngày | trích | dự_thảo | tài_liệu )\b"


def _last_of_title(text: Text, found: tuple[Line, ...], first: int, last: int) -> int:
    """Leave out "(Số 88/TB-UBND ngày …)" and "(Kèm theo …)" below a title."""
    while last > first and compile_pattern(_ASIDE, bare=text.bare).match(text.low, found[last].body):
        last -= 1
    return last


def _may_be_title(text: Text, found: tuple[Line, ...], number: int, *, notice: bool) -> bool:
    line = found[number]
    words = text.clean[line.body : line.end]
    if len(words) > LONGEST_TITLE or len(found) - number < 2 or len(words.split()) < 3:
        return False
    if words.endswith(":") and _is_a_host(text, found, number):
        return True
    if match_first(BODY_STARTS, text, line.body, line.end) or words.endswith((".", ";", ":")):
        return notice and not match_first(BODY_STARTS, text, line.body, line.end) and not words.endswith(":")
    return not words[0].islower() or notice


LONGEST_HOST = 90


def _is_a_host(text: Text, found: tuple[Line, ...], number: int) -> bool:
    """Tell the first half of a title ("Đảng ủy xã …:") that goes on in the next line."""
    line, following = found[number], found[number + 1]
    if number > 1 or line.end - line.body > LONGEST_HOST or following.level or following.blank_before:
        return False
    opens = compile_pattern(r"(?: {bodies} | {joints} ) _", bare=text.bare)
    ends = text.clean[following.end - 1]
    return bool(opens.match(text.low, line.body, line.end)) and (ends.isalnum() or ends in '”"!?')


MOST_TITLE_LINES = 6


def _continues_title(text: Text, pair: tuple[Line, ...], count: int, *, notice: bool) -> bool:
    """Tell whether a line goes on with the title: capitals after capitals; in a notice up to the body."""
    before, line = pair
    if line.level or count >= MOST_TITLE_LINES:
        return False
    words, above = text.clean[line.start : line.end], text.clean[before.start : before.end]
    if above.endswith(":") and count == 1:
        return True
    if match_first(BODY_STARTS, text, line.body, line.end) or words.endswith((".", ":", ";")):
        return False
    if notice and _is_numbered(text, line):
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
    return _above_signatures(text, found, body, tail)


_SIGNS = r"""
    (?: (?:phó_)? {positions} | {ranks} | (?:phó_)?chánh_văn_phòng | thư_ký | chủ_tọa | chủ_trì
      | người_(?:ghi|viết|lập|báo_cáo) ) \b
    (?! .* \b(?:{taskverbs}) )
"""
LONGEST_SIGNATURE = 90
MOST_SIGNATURES = 8


def _above_signatures(text: Text, found: tuple[Line, ...], body: int, tail: int) -> int:
    """Leave out closing lines that only name who signed ("Văn phòng Đảng ủy xã", "Chánh Văn phòng")."""
    first = tail
    while first > body and _may_sign(text, found[first - 1]):
        first -= 1
    above = text.clean[found[first - 1].end - 1] if first > 0 else "."
    ended = above in '.!?…/)”"' or (first < tail and found[first].blank_before and above not in ":,;")
    return first if ended and tail - first <= MOST_SIGNATURES else tail


def _may_sign(text: Text, line: Line) -> bool:
    if line.level or line.end - line.start > LONGEST_SIGNATURE or text.clean[line.end - 1] in ".:;,!?":
        return False
    if not text.clean[line.start].isupper():
        return False
    signs = compile_pattern(_SIGNS, bare=text.bare).match(text.low, line.start, line.end)
    return bool(signs) or _is_byline(text, line) or is_label(text, line.start, line.end)


_BYLINE_SIGNS = re.compile(r"[.!?:;,%]|\d{3}")


def _is_byline(text: Text, line: Line) -> bool:
    """Tell a closing line that only names a writer or a paper ("HẢI MỄ - LAN KHUÊ", "Lao Động")."""
    words = text.clean[line.body : line.end].split()
    if publication_day(text, line.body, line.end):
        return True
    if line.level or len(words) > 7 or _BYLINE_SIGNS.search(text.clean, line.body, line.end):
        return False
    return all(word[0].isupper() or not word[0].isalpha() for word in words)
