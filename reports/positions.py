"""Positions (chức vụ) beside a name: right before it, or behind it over commas and dashes."""

from __future__ import annotations

import re

from .lists import Place
from .rules import compile_pattern
from .text import Text

LONGEST_POSITION = 190
POSITION = r"\b(?:{positions})"

# A position behind a name goes on over commas and dashes while a position or the rest of a body follows.
_SEVERAL = r"(?! (?: {positions}_(?:các|những|\d+) | trưởng_các )_ )"  # "…, bí thư 14 chi bộ" are others
_OPENS_BEHIND = rf"""
    \s?[,:-]?\s? chức_(?:vụ|danh) \s?: \s? (?=\w)
  | \s?[,(:-]\s? (?= {_SEVERAL} (?:đồng_chí_)? (?:quyền_|nguyên_|hiện_là_|là_)? (?:{{positions}}) )
  | _?\( (?={{bodies}}\b)
  | ,?_ (?:đã_|vừa_)? (?: được_(?:\w+_)? (?:bầu|cử|bổ_nhiệm)_ (?:làm_|giữ_)? | giữ_ )
    (?:chức_(?:vụ_|danh_)?)? (?= {{positions}}_ )
"""
_BESIDE = r"_(?=(?:{positions})\b)"
_GOES_ON = rf"""
    (?! {_SEVERAL} (?:quyền_|nguyên_|kiêm_)? (?! đại_biểu_(?:lãnh_đạo|đại_diện|các|là)\b ) {{positions}}
      | đơn_vị_trực_thuộc )
"""
_ALSO_THERE = r",_(?: dự | đi | nghỉ | đang | vừa )_"
_STOPS = rf"""
    [;:\n"|] | {_ALSO_THERE} | (?<!_tp)(?<!\btx)(?<!_t)\. (?=_|$)
  | \((?![^()\s]{{1,14}}\) | {{bodies}}\b[^()\n]{{0,60}}\)) | (?<=_)\) | \)(?=\w)
  | ,_ (?= (?:thường_trực|ban_thường_vụ)_ [^,;.\n]{{3,60}}?_(?:đã_)? (?:tổ_chức|họp|tiến_hành|khai_mạc)\b )
  | (?P<joint> _?,_ | _-_ ) {_GOES_ON} | _?[,(-]?_?(?:xin_|báo_)?vắng\b
  | _-_(?: chủ_tọa | chủ_trì | thư_ký ) \b
  | _(?P<word> {{positionends}} | vừa(?!_(?:tỉnh|và|thành|huyện))
    | và_(?:\d+|(?:các_)?(?: {{titles}} | {{ranks}} ))
    | tại_(?:hội|buổi|cuộc) ) (?=[\s.,;]|$)
"""
_BREAKS = r"""
    [;:\n"|] | \((?![^()\s]{1,14}\)) | \b{titles}_
  | ,_ (?! (?:{positions}) | (?:{bodies})\b )
  | \b(?: của | cùng | với | gồm | có | là | và(?!_{fields}\b) | do | bởi | theo | cho )_
"""
_SPEECH = r"\b(?:{speech})\b"
# A verb behind these belongs to a name: "Ban chỉ đạo", "phụ trách điều hành".
_NOMINAL = re.compile(
    r"(?:ban|(?<!xã )hội|cuộc|phiên|kỳ|buổi|phụ trách|tổ|công tác|(?<!bí )thư|đăng|phu trach) $"
)
_NOT_A_HEAD = ("ban ", "đại diện ", "lãnh đạo ")
_JOINS = ("và ", "va ")
_OF_OTHERS = ("các ", "cac ")  # "các Phó Giám đốc, Kế toán trưởng Lê Văn Tám"
_FORMER = re.compile(r"(?:nguyên|quyền|nguyen|quyen) $")


def position_of(text: Text, before: Place, behind: Place, stop: int) -> Place | None:
    """Read the position of a name: right before it, else behind it, if it is not the next name's."""
    ahead = position_before(text, *before)
    touching = ahead and text.low[ahead[1] : before[1]].strip(" ,") == ""
    if ahead and touching:
        return ahead
    after = position_behind(text, behind[0], stop)
    if after and after[1] > behind[1]:
        after = _up_to_the_next(text, after[0], behind[1])
    if after and behind[1] < stop and text.low[after[1] : behind[1]].strip() == "":
        after = None
    return after or ahead


_AND_WHO = r"\s* (?: [,;] \s* )? (?:và|cùng|với)_ (?:với_)? (?: (?:các_)?{titles}_ | {ranks}\.?_ )* \Z"


def _up_to_the_next(text: Text, start: int, name: int) -> Place | None:
    """Cut a position before the next person: "Chủ tịch HĐND xã và H'Lan Niê, Phó Chủ tịch"."""
    joined = compile_pattern(_AND_WHO, bare=text.bare).search(text.low, start, name)
    return trimmed(text, start, joined.start()) if joined and joined.start() > start else None


def position_behind(text: Text, end: int, stop: int) -> Place | None:
    """Read "…, Phó Chủ tịch UBND tỉnh" behind a name, or the body in brackets: "… (Công ty Sao Mai)"."""
    opened = compile_pattern(_OPENS_BEHIND, bare=text.bare).match(text.low, end, stop)
    if not opened and text.bare:  # "dc Nguyen Van Hai chu tich xa": chat leaves out the comma
        opened = compile_pattern(_BESIDE, bare=True).match(text.low, end, stop)
    if not opened:
        return None
    start = opened.end()
    limit = min(stop, start + LONGEST_POSITION)
    if opened[0].endswith("(") and (closed := text.clean.find(")", start, limit)) >= 0:
        held = compile_pattern(POSITION, bare=text.bare).match(text.low, start, closed)
        there = compile_pattern(_ALSO_THERE, bare=text.bare).search(text.low, start, closed)
        closed = there.start() if there else closed  # "(Phó Chủ tịch MTTQ xã, dự chỉ đạo)"
        return trimmed(text, start, closed) if held or text.bare or text.clean[start].isupper() else None
    head = compile_pattern(POSITION, bare=text.bare).match(text.low, start, limit)
    at = head.end() if head else start
    spoken = spoken_at(text, at, limit)
    return trimmed(text, start, min(_stop(text, at, limit), limit if spoken is None else spoken))


def _stop(text: Text, at: int, limit: int) -> int:
    """Find what ends a position; a word in capitals or behind "ban" goes on with it ("Ban chỉ đạo")."""
    for match in compile_pattern(_STOPS, bare=text.bare).finditer(text.low, at, limit):
        if match["joint"] and _goes_on(text, match.end()):
            continue
        word = match["word"] or ""
        if not word or word.startswith(_JOINS) or not _is_nominal(text, match.start("word")):
            return match.start()
    return limit


def _goes_on(text: Text, start: int) -> bool:
    """Tell "Sở Văn hóa, Thể thao và Du lịch" from "Sư đoàn 2, chỉ huy các cơ quan"."""
    field = compile_pattern(r"{fields}\b", bare=text.bare).match(text.low, start)
    return bool(field) and (text.bare or text.clean[start].isupper())


# These are no names of boards: "Giám đốc Ban chủ trì giao ban".
_ACTS = r"""(?: chủ_trì | chủ_tọa | kết_luận | yêu_cầu | đề_nghị | nhấn_mạnh | phát_biểu | đồng_ý
  | phân_bổ | giải_quyết_(?:dứt|xong|các|\d) | rà_soát_(?:các|lại|\d) | hoàn_thành | vận_động_\d )\b
"""


def _is_nominal(text: Text, start: int) -> bool:
    if text.clean[start].islower() and compile_pattern(_ACTS, bare=text.bare).match(text.low, start):
        return False
    if text.clean[start].isupper() or _NOMINAL.search(text.low, max(0, start - 10), start):
        return True
    before = text.clean.rfind(" ", 0, start - 1) + 1  # "Bộ Ngoại giao" holds "giao"
    field = compile_pattern(r"{fields}\b", bare=text.bare).match(text.low, before)
    return text.clean[before].isupper() and field is not None and field.end() > start


def spoken_at(text: Text, start: int, end: int) -> int | None:
    """Find a verb of speaking; in capitals or behind "ban" it belongs to a name ("Ban Chỉ đạo")."""
    speech = compile_pattern(_SPEECH, bare=text.bare)
    match = speech.search(text.low, start, end)
    while match and _is_nominal(text, match.start()):
        match = speech.search(text.low, match.start() + 1, end)  # "Hội đồng chủ trì" holds "chủ trì"
    return match.start() if match else None


_ALSO_DOES = r"_(?: phụ_trách | chủ_trì | chịu_trách_nhiệm | theo_dõi ) \Z"


def trimmed(text: Text, start: int, end: int) -> Place | None:
    """End a position where brackets close that it is in; take commas, dashes and points off its end."""
    end = _within_brackets(text, start, end)
    if does := compile_pattern(_ALSO_DOES, bare=text.bare).search(text.low, start, end):
        end = does.start()  # "Cô Thắm - Chủ tịch Công đoàn phụ trách."
    while end > start and text.clean[end - 1] in " ,-–—:(.":
        end -= 1
    return (start, end) if end - start > 2 else None


def _within_brackets(text: Text, start: int, end: int) -> int:
    """Find what closes the brackets that a position is in: "Xí nghiệp (bà Hòa, Giám đốc): nạo vét"."""
    closed = text.clean.find(")", start, end)
    while closed >= 0 and text.clean.count("(", start, closed) > text.clean.count(")", start, closed):
        closed = text.clean.find(")", closed + 1, end)
    return closed if closed >= 0 else end


def position_before(text: Text, since: int, name: int) -> Place | None:
    """Read "Chủ tịch UBND TP Hà Nội" before a name."""
    at = max(since, name - LONGEST_POSITION)
    end = _over_a_comma(text, since, _over_is(text, since, _over_a_rank(text, since, name)))
    for match in compile_pattern(_BREAKS, bare=text.bare).finditer(text.low, at, end):
        at = match.end()
    heads = list(compile_pattern(POSITION, bare=text.bare).finditer(text.low, at, end))
    if len(heads) > 1 and text.low.endswith(_OF_OTHERS, at, heads[0].start()):
        heads = [head for head in heads[1:] if text.low.endswith(", ", at, head.start())] or heads
    for head in heads:
        if _heads(text, head.start(), head.end(), end):
            former = _FORMER.search(text.low, max(at, head.start() - 8), head.start())
            return trimmed(text, former.start() if former else head.start(), end)
    return None


_RANK = r"(?: \b{ranks}\.?_?,? \s* )+ \Z"


def _over_a_rank(text: Text, since: int, name: int) -> int:
    """Go back over "Đại tá" and "TS." before a name."""
    rank = compile_pattern(_RANK, bare=text.bare).search(text.low, max(since, name - 40), name)
    return rank.start() if rank else name


_IS = r"(?<=\w) _là_ (?: {titles}_ )? \Z"


def _over_is(text: Text, since: int, name: int) -> int:
    """Go back over "là" in "Trạm trưởng là bác sĩ Lê Văn Tám"."""
    linked = compile_pattern(_IS, bare=text.bare).search(text.low, max(since, name - 20), name)
    return linked.start() if linked else name


def _over_a_comma(text: Text, since: int, name: int) -> int:
    """Go back over the comma of "Phó Chủ tịch Hội Phụ nữ, Bùi Thị Sáu" where a new item has begun."""
    end = name
    while end > since and text.clean[end - 1] == " ":
        end -= 1
    begun = since == 0 or text.clean[since - 1] == "\n" or ";" in text.clean[since:end]
    return end - 1 if begun and end > since and text.clean[end - 1] == "," else name


def _heads(text: Text, start: int, end: int, name: int) -> bool:
    """Tell whether a position before a name belongs to it: nobody speaks, nothing else is told in between."""
    if text.low.endswith(_NOT_A_HEAD, max(0, start - 10), start) or spoken_at(text, end, name) is not None:
        return False
    return text.clean[start].isupper() or "," not in text.clean[end:name]
