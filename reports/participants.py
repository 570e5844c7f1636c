"""Participants (thành phần tham dự): the bodies and groups said to attend, one entry each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .layout import clauses, trim
from .lexicon import vocabulary
from .model import Person, Span
from .page import Page
from .rules import Rule, compile_pattern, search_all
from .sections import Section
from .text import Text

# Where a list of who attended begins; "list" is behind the cue, "one" is a single body beside it.
CUES: tuple[Rule[str], ...] = (
    Rule(
        "Tham dự có …",
        r"\b(?: thành_phần_(?:tham_)?(?:dự|gồm|tham_gia)(?:_họp|_hội_nghị)? | (?:cùng_|đến_|về_|mời_)?(?:tham_)?dự(?!_(?:án|kiến|toán|thảo|báo|trữ|phòng))"
        r" | tham_gia_(?:đoàn_công_tác|hội_nghị|cuộc_họp|buổi_làm_việc) | khách_mời | đại_biểu_(?:tham_)?dự ) \b"
        r" (?: _(?:và_chỉ_đạo|hội_nghị|cuộc_họp|buổi_làm_việc|phiên_họp|kỳ_họp|đại_hội|họp|buổi_lễ|hội_thảo|với|tại|còn|gồm|bao_gồm|trực_tuyến|,) ,? )*"
        r" \s* (?: ,?_?về_phía_[^:;,.]{2,60}?,?_ )? (?: có | gồm | : | là | còn_có )+ \s? (?:có_|sự_)? :? \s*",
        "tham dự hội nghị có đại diện các phòng",
        "dự án có vốn lớn",
        "list",
    ),
    Rule(
        "mời dự …",
        r"\b mời_dự (?:_có)? _",
        "mời dự bí thư chi bộ các khu phố",
        "mời thầu",
        "list",
    ),
    Rule(
        "với sự tham dự của …",
        r"\bsự_(?:tham_dự|tham_gia|có_mặt|hiện_diện|góp_mặt)_(?:của_)? (?:hơn_|gần_|trên_)?",
        "với sự tham dự của các phòng",
        "sự tham mưu của sở",
        "list",
    ),
    Rule(
        "Về phía … có:",
        r"\bvề_phía_ [^:;.]{2,90}? ,?_có \s* :? \s*",
        "về phía trung ương hội có: các đại biểu",
        "về phía trước",
        "list",
    ),
    Rule(
        "… dự họp",
        r"\b(?:cùng_|có_)(?P<before> [^.;:]{6,400}? )_(?:tham_)?dự(?:_họp|_hội_nghị|_cuộc_họp|_buổi_làm_việc)?\b (?!_(?:có|gồm|án|kiến|toán|thảo)) (?=[\s,.;]|$)",
        "có công an, quân sự dự họp",
        "có dự án mới",
        "before",
    ),
    Rule(
        "họp với …, làm việc với …",
        r"\b(?: họp(?:_khẩn)? | làm_việc(?:_gần_đây)? | buổi_làm_việc(?:_gần_đây)? | đối_thoại | tiếp_xúc )_với_(?! nội_dung | mục | sự | tinh_thần | chủ_đề )",
        "ubnd tỉnh họp khẩn với các sở, ban, ngành",
        "họp với nội dung trên",
        "with",
        weak=True,
    ),
)

_END = re.compile(r"[.;](?=\s|$)|\n")
_LIST_END = r"_(?: để | về_việc | về_tiến | về_tình | nhằm | tham_dự | dự_họp | dự_hội_nghị | đã_(?:đến|tham)? | tham_gia_hội_nghị | trong_“ | , \s được"
_LIST_END += r" | được_văn | theo_dõi_tại | trực_thuộc_tham )\b | \( (?=\s) "
_LEAD = r"(?: (?: mời_dự | đồng_thời | cùng_với | cùng | và | còn_có | có | gồm(?:_có)? | đặc_biệt | ngoài_ra | trong_đó_có | với | sự | tham_dự_của )_ | [,:;-]\s* )*"
_HEADED = r"(?: đại_diện | lãnh_đạo | đồng_chí | các_đồng_chí | trưởng | phó_trưởng | thủ_trưởng | thành_viên | bí_thư | chủ_tịch | cán_bộ )\b"
_GROUP = r"(?: (?:các|những|toàn_thể|đông_đảo|một_số|hơn|trên|gần)_ | \d | đại_diện | lãnh_đạo | đồng_chí | {bodies} | {groups} | {positions} | {titles} )"
_TWIN = r"(?:{twins}) (?: \b(?=,|_và|$) | _(?=(?:tỉnh|huyện|thị|thành|xã|phường|trực|liên|trên|thuộc|trong|của|và)) )"
_OPEN_PLURAL = r"\b(?: các | trưởng_các | lãnh_đạo_các | \d+ )_ (?:{twins}) \Z"
SHORTEST = 2


def read_participants(page: Page, people: tuple[Person, ...]) -> tuple[Span, ...]:
    """Read the bodies and groups that attended; named people stand in `people`."""
    spans = [span for person in people for span in (person.name, person.position) if span]
    named = [(page.text.find(span.start), page.text.find(span.end - 1) + 1) for span in spans]
    places = sorted(_places(page))
    found: list[tuple[int, int, str, bool]] = []
    done = -1
    for start, end, rule, weak in places:
        for a, b in _entries(page.text, start, end):
            if a >= done and not _names_somebody(page.text, a, b, named):
                found.append((a, b, rule, weak))
                done = b
    return tuple(page.note("participants", rule, a, b, weak=weak) for a, b, rule, weak in found)


OPENING_PARTS = 16
MET_WITH_PARTS = 4


def _places(page: Page) -> Iterator[tuple[int, int, str, bool]]:
    """Find the places that list participants."""
    text = page.text
    body = [p for p in page.parts if p.section not in (Section.AROUND, Section.CAPTION, Section.TASKS)]
    for number, part in enumerate(body[:OPENING_PARTS]):
        begin = part.label[0] if part.label else part.start
        taken = begin
        for rule, match in sorted(
            search_all(CUES, text, begin, part.end), key=lambda found: found[1].start()
        ):
            if match.start() < taken or (rule.value == "with" and number >= MET_WITH_PARTS):
                continue
            place = _place(text, rule.value, match, part.end)
            if place and place[1] - place[0] > SHORTEST:
                taken = match.end()
                yield *place, rule.name, rule.weak
        if (part.section is Section.PARTICIPANTS and part.label and part.end > part.start) or (part.section is Section.PARTICIPANTS and part.level and part.listed):
            yield part.start, part.end, part.rule, False


def _place(text: Text, kind: str, match: re.Match[str], end: int) -> tuple[int, int] | None:
    if kind == "before":
        return match.span("before")
    stop = _END.search(text.clean, match.end(), end) if kind == "with" else None
    limit = stop.start() if stop else end
    ends = compile_pattern(_LIST_END, bare=text.bare).search(text.low, match.end(), limit)
    if kind == "with":
        comma = re.compile(r",(?= (?:được|để|do|tại|về|nhằm|diễn))").search(text.low, match.end(), limit)
        limit = min(limit, comma.start() if comma else limit)
    return match.end(), min(limit, ends.start() if ends else limit)


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
    if not compile_pattern(r"(?:{twins})\b", bare=text.bare).match(text.low, following, end):
        return False
    if compile_pattern(_OPEN_PLURAL, bare=text.bare).search(text.low[begin:comma]):
        return True
    last = text.low[begin:comma].rsplit(", ", 1)[-1]
    return "," in text.low[begin:comma] and last in vocabulary("twins", bare=text.bare)


_AND = r"_(?:và|cùng|cùng_với)_ (?=(?: các | những | đại_diện | lãnh_đạo | đông_đảo | \d | toàn_thể | một_số | đồng_chí ))"


def _split_and(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at "và" before a new group; one head for several bodies stays one entry."""
    first, _ = trim(text, start, end)
    headed = compile_pattern(_HEADED, bare=text.bare).match(text.low, first, end)
    begin = start
    for joint in compile_pattern(_AND, bare=text.bare).finditer(text.low, start, end):
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
    if any(a < end and start < b for a, b in named):
        return True
    following = min((a for a, _ in named if a >= end), default=None)
    position = compile_pattern(r"(?:{titles}_)?{positions}", bare=text.bare).match(text.low, start, end)
    return bool(position) and following is not None and text.low[end:following].strip(" ,-") == ""
