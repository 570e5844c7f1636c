"""Participants (thành phần tham dự): the bodies and groups said to attend, one entry each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .attendance import CUES, SUBJECTS, Where
from .attendees import SHORTEST, entries
from .cues import Section
from .model import Person, Span
from .page import Page
from .positions import spoken_at
from .rules import compile_pattern, match_first, search_all
from .sections import Part
from .sides import BRIEFED, OPENERS, SIDES
from .text import Text

_END = re.compile(r";|\n")
_LIST_END = r"""
    _(?: để | nhằm | với_sự
      | về_(?: việc | tiến | mục
        | tình | công | kết | một | nội | chủ | phương | nhiệm | các | những | thực )\b
      | (?:đã_)?tham_dự | (?:đã_|cùng_)?dự_(?:họp|hội_nghị) | cùng_dự
      | đã_(?:đến|dự) | tham_gia (?= _hội_nghị | \s?[.,;] | \s?$ )
       | được_văn | theo_dõi_tại ) \b
"""
_MET_END = r"""
    ,_(?: được | để | do | tại | về | nhằm | diễn )\b | _chuyên_đề\b
  | _(?: báo_cáo | trình_bày | tìm | gửi | trao_đổi )\b
  | (?<!địa)_bàn\b | "
"""
_ABOUT = r"_về_\w"
_NAMED_FOR_IT = r"\b(?: ban_chỉ_đạo | tổ_công_tác | chương_trình | ủy_ban | hội_đồng | trở | đã | mới )\b"
OPENING_PARTS = 30
LONGEST_CUE = 60
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
        if part.section is Section.TASKS and not first and not BRIEFED.match(page.text, part.start, part.end):
            continue
        cued = list(_cued(page.text, part, met=first or _meets_again(page.text, part)))
        yield from cued
        if not part.label and any(place[0] - part.start in range(1, LONGEST_CUE) for place in cued):
            continue  # "👉 Dự hội nghị có: …" is a list of its own
        labelled = part.label and part.end > part.start
        if page.text.clean[part.end - 1] == ":" or _ABSENT.match(page.text.clean, part.start, part.end):
            continue
        if part.section is Section.PARTICIPANTS and (labelled or part.level):
            yield part.start, part.end, part.rule, False, not labelled


# The next meeting of the same day or visit: "Chiều cùng ngày, đoàn làm việc với …".
_MEETS_AGAIN = r"""
    (?: (?:buổi_|vào_)? (?:sáng|trưa|chiều|tối)_cùng_ngày | (?:vào_)?(?:đầu_giờ|cuối|buổi)_(?:sáng|chiều|tối)
      | (?:ngay_)?sau_đó | kế_đó | tiếp_đó | tiếp_theo | sau_đó | cùng_ngày
      | sau_(?:khi_)? (?:đi_)? (?: khảo_sát | kiểm_tra | giám_sát | thăm | tham_quan )\b [^,.;:]{0,120} ) ,_
    [^.;:]{0,120}? \b(?: làm_việc | đối_thoại | tiếp_xúc | giao_ban | gặp(?:_mặt|_gỡ)? | họp | trao_đổi )_
"""


def _meets_again(text: Text, part: Part) -> bool:
    """Tell a sentence further down that opens another meeting."""
    return bool(compile_pattern(_MEETS_AGAIN, bare=text.bare).match(text.low, part.start, part.end))


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
_ATTEND = r"""
    (?: dự (?!_(?:án|toán|kiến|thảo|báo|trữ|phòng)\b) | có_mặt | tham_gia | thành_phần | khách_mời | cùng_họp
      | cùng_bàn )
"""
_WITHOUT_ATTENDING = tuple(rule for rule in CUES if "dự" not in rule.needs)
_TELLS = (
    r"\b(?: nhấn_mạnh | cho_biết | khẳng_định | cho_hay | cho_rằng | nêu_rõ | chia_sẻ | yêu_cầu | đề_nghị )\b"
)


def _is_told(text: Text, start: int, end: int) -> bool:
    """Tell another meeting that somebody speaks of: "Chủ tịch cho biết, tỉnh đã họp với 30 tổ …"."""
    return bool(compile_pattern(_TELLS, bare=text.bare).search(text.low, start, end))


_OPENS_BEFORE = r"\b(?<!không_)(?<!chưa_)(?:cùng|có|với)_ (?!sự_)"
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
    if where is Where.MET and (about := compile_pattern(_ABOUT, bare=text.bare).search(text.low, start, end)):
        named = compile_pattern(_NAMED_FOR_IT, bare=text.bare).search(text.low, start, about.start())
        end = end if named else about.start()
    return start, end
