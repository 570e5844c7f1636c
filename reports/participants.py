"""Participants (thành phần tham dự): the bodies and groups said to attend, one entry each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum, auto

from .cues import Section
from .layout import clauses, trim
from .lexicon import vocabulary
from .model import Person, Span
from .page import Page
from .rules import Rule, compile_pattern, search_all
from .sections import Part
from .text import Text


class Where(Enum):
    """Where the attendants stand beside their cue."""

    BEHIND = auto()  # a list
    BEFORE = auto()  # "các phòng, ban … dự họp"
    MET = auto()  # a side of the meeting: "làm việc với …"


_ATTENDING = r"""
    (?: thành_phần_(?:tham_)?(?:dự|gồm|tham_gia)(?:_họp|_hội_nghị)?
      | (?: cùng_|đến_|tới_|về_|mời_ )?(?:tham_)?dự (?!_(?:án|kiến|toán|thảo|báo|trữ|phòng))
      | tham_gia_(?:đoàn_công_tác|đoàn_giám_sát|hội_nghị|cuộc_họp|buổi_làm_việc) | khách_mời
        | đại_biểu_(?:tham_)?dự )
"""
_OCCASION = r"""
    (?: _(?: và_chỉ_đạo | hội_nghị | cuộc_họp | buổi_làm_việc | phiên_họp | phiên_chất_vấn | kỳ_họp
      | đại_hội | họp | buổi_lễ
           | hội_thảo | trực_tuyến | với_đoàn | cùng_đoàn | tại_[^:;,.]{2,50}? ) ,? )*
"""

CUES: tuple[Rule[Where], ...] = (
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
        "với sự tham dự của …",
        r"\bsự_(?:tham_dự|tham_gia|có_mặt|hiện_diện|góp_mặt)_(?:của_)? (?: hơn_ | gần_ | trên_ )?",
        "với sự tham dự của các phòng",
        "sự tham mưu của sở",
        Where.BEHIND,
        needs=("sự tham", "sự có mặt", "sự hiện diện", "sự góp mặt"),
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
        \b(?:cùng_|có_)(?P<before> [^.;:]{6,400}? )
        _(?:đã_)?(?:tham_)?dự(?:_họp|_hội_nghị|_cuộc_họp|_buổi_làm_việc)?\b
        (?! _(?:có|gồm|án|kiến|toán|thảo) ) (?= [\s,.;] | $ )
        """,
        "có công an, quân sự dự họp",
        "có dự án mới",
        Where.BEFORE,
        needs=("dự",),
    ),
    Rule(
        "họp với …, làm việc với …",
        r"""
        \b(?: họp(?:_khẩn)? | làm_việc(?:_gần_đây)? | đối_thoại | tiếp_xúc )
        _với_ (?! nội_dung | mục | sự | tinh_thần | chủ_đề )
        """,
        "ubnd tỉnh họp khẩn với các sở, ban, ngành",
        "họp với nội dung trên",
        Where.MET,
        weak=True,
        needs=(" với ",),
    ),
)

_END = re.compile(r";|\n")
_LIST_END = r"""
    _(?: để | về_(?:việc|tiến|tình) | nhằm | (?:đã_)?tham_dự | (?:đã_)?dự_(?:họp|hội_nghị)
      | đã_(?:đến|dự) | tham_gia_hội_nghị
       | được_văn | theo_dõi_tại ) \b
"""
_MET_END = r",_(?: được | để | do | tại | về | nhằm | diễn )\b"
_LEAD = r"""
    (?: (?: mời_dự | đồng_thời | cùng_với | cùng | và | còn_có | có | gồm(?:_có)? | đặc_biệt | ngoài_ra
      | trong_đó_có | với | sự
          | tham_dự_của )_
      | [,:;-]\s* )*
"""
_HEADED = r"""
    (?: đại_diện | lãnh_đạo | (?:các_)?đồng_chí | trưởng | phó_trưởng | thủ_trưởng | thành_viên
      | bí_thư | chủ_tịch | cán_bộ )\b
"""
_GROUP = r"""
    (?: (?:các|những|toàn_thể|đông_đảo|một_số|hơn|trên|gần)_ | \d | đại_diện | lãnh_đạo | đồng_chí
      | {bodies} | {groups} | {positions} | {titles} )
"""
_TWIN = r"(?:{twins})\b"
_OPEN_PLURAL = r"\b(?: (?:trưởng_|lãnh_đạo_)?các | \d+ )_ (?:{twins}) \Z"
_NEW_GROUP = r"""
    _(?:và|cùng|cùng_với)_
    (?= (?: các | những | đại_diện | lãnh_đạo | đông_đảo | \d | toàn_thể | một_số | đồng_chí
      | trưởng_các ) \b | \d )
"""
_ONLY_A_POSITION = r"(?:{titles}_)?{positions}"
SHORTEST = 2
LONGEST_TWIN = 40
OPENING_PARTS = 60
MET_WITH_PARTS = 4


def read_participants(page: Page, people: tuple[Person, ...]) -> tuple[Span, ...]:
    """Read the bodies and groups that attended; named people stand in `people`."""
    spans = [span for person in people for span in (person.name, person.position) if span]
    named = sorted((page.text.find(span.start), page.text.find(span.end - 1) + 1) for span in spans)
    places = sorted(_places(page))
    found: list[tuple[int, int, str, bool]] = []
    done = -1
    for start, end, rule, weak in places:
        for a, b in _entries(page.text, start, end):
            if a >= done and not _names_somebody(page.text, a, b, named):
                found.append((a, b, rule, weak))
                done = b
    return tuple(page.note("participants", rule, a, b, weak=weak) for a, b, rule, weak in found)


def _places(page: Page) -> Iterator[tuple[int, int, str, bool]]:
    """Find the places that list participants."""
    body = [p for p in page.parts if p.section not in (Section.AROUND, Section.CAPTION, Section.TASKS)]
    for number, part in enumerate(body[:OPENING_PARTS]):
        yield from _cued(page.text, part, met=number < MET_WITH_PARTS)
        labelled = part.label and part.end > part.start
        if part.section is Section.PARTICIPANTS and (labelled or (part.level and part.listed)):
            yield part.start, part.end, part.rule, False


def _cued(text: Text, part: Part, *, met: bool) -> Iterator[tuple[int, int, str, bool]]:
    """Find the places that a cue opens in a sentence."""
    taken = begin = part.label[0] if part.label else part.start
    found = sorted(search_all(CUES, text, begin, part.end), key=lambda hit: hit[1].start())
    for rule, match in found:
        if match.start() < taken or (rule.value is Where.MET and not met):
            continue
        start, end = _place(text, rule.value, match, part.end)
        if end - start > SHORTEST:
            taken = match.end()
            yield start, end, rule.name, rule.weak


def _place(text: Text, where: Where, match: re.Match[str], end: int) -> tuple[int, int]:
    if where is Where.BEFORE:
        return match.span("before")
    start = match.end()
    if where is Where.MET and (stop := _END.search(text.clean, start, end)):
        end = stop.start()
    for pattern in (_LIST_END, *([_MET_END] if where is Where.MET else [])):
        if closing := compile_pattern(pattern, bare=text.bare).search(text.low, start, end):
            end = closing.start()
    return start, end


def _entries(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at the highest separator used: semicolons, else commas and "và"."""
    pieces = list(clauses(text, start, end))
    if len(pieces) > 1:
        yield from (entry for a, b in pieces if (entry := _cleaned(text, a, b)))
        return
    for a, b in _split_commas(text, start, end):
        for c, d in _split_and(text, a, b):
            if entry := _cleaned(text, c, d):
                yield entry


_COMMA = re.compile(r",(?= )")


def _split_commas(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at commas, but not inside "các ban, ngành, đoàn thể" or a person's positions."""
    begin = start
    for comma in _COMMA.finditer(text.low, start, end):
        if _shares_its_head(text, begin, comma.start(), comma.end() + 1, end):
            continue
        yield begin, comma.start()
        begin = comma.end()
    yield begin, end


def _shares_its_head(text: Text, begin: int, comma: int, following: int, end: int) -> bool:
    if not compile_pattern(_TWIN, bare=text.bare).match(text.low, following, end):
        return False
    if compile_pattern(_OPEN_PLURAL, bare=text.bare).search(
        text.low, max(begin, comma - LONGEST_TWIN), comma
    ):
        return True
    before, comma_before, last = text.low[max(begin, comma - LONGEST_TWIN) : comma].rpartition(", ")
    return bool(before or comma_before) and last in vocabulary("twins", bare=text.bare)


def _split_and(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at "và" before a new group; one head for several bodies stays one entry."""
    first, _ = trim(text, start, end)
    headed = compile_pattern(_HEADED, bare=text.bare).match(text.low, first, end)
    begin = start
    for joint in compile_pattern(_NEW_GROUP, bare=text.bare).finditer(text.low, start, end):
        if headed and "cùng" not in joint[0]:
            continue
        if compile_pattern(_TWIN, bare=text.bare).match(text.low, joint.end(), end):
            continue
        yield begin, joint.start()
        begin = joint.end()
    yield begin, end


def _cleaned(text: Text, start: int, end: int) -> tuple[int, int] | None:
    start, end = trim(text, start, end)
    lead = compile_pattern(_LEAD, bare=text.bare).match(text.low, start, end)
    start, end = trim(text, lead.end() if lead else start, end)
    if end - start < SHORTEST or not compile_pattern(_GROUP, bare=text.bare).match(text.low, start, end):
        return None
    return start, end


def _names_somebody(text: Text, start: int, end: int, named: list[tuple[int, int]]) -> bool:
    """Tell an entry that is a named person, or that person's position."""
    index = bisect_right(named, (end,))
    if index and named[index - 1][1] > start:
        return True
    if index >= len(named):
        return False
    position = compile_pattern(_ONLY_A_POSITION, bare=text.bare).match(text.low, start, end)
    return bool(position) and text.low[end : named[index][0]].strip(" ,-") == ""
