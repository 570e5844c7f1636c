"""The head of a report: its number, the day of its publication, the kind of meeting."""

from __future__ import annotations

from .model import Day, MeetingKind, Span
from .page import Page
from .rules import Rule, search_first

KINDS: tuple[Rule[MeetingKind], ...] = (
    Rule("hội nghị", r"\bhội_nghị\b", "tổ chức hội nghị", "hội đồng", MeetingKind.CONFERENCE),
    Rule("phiên họp", r"\bphiên_họp\b", "tại phiên họp", "phiên tòa", MeetingKind.SITTING),
    Rule("kỳ họp", r"\bkỳ_họp\b", "khai mạc kỳ họp", "kỳ này", MeetingKind.SESSION),
    Rule("đại hội", r"\bđại_hội\b", "đại hội đảng bộ", "đại học", MeetingKind.CONGRESS),
    Rule(
        "cuộc họp, buổi làm việc",
        r"\b(?: cuộc_họp | buổi_làm_việc | họp | giao_ban | làm_việc_với | biên_bản_làm_việc | đối_thoại )\b",
        "sở nội vụ họp giao ban",
        "hợp đồng",
        MeetingKind.MEETING,
    ),
)
NUMBERS: tuple[Rule[str], ...] = (
    Rule(
        "Số: 05/TB-UBND",
        r"""
        \bsố \s* :? \s*
        (?P<number>
          \d{1,5} (?:\s?/\s?\d{4})? \s? [/-] \s? [a-zđ]{1,6}        # 05/TB, 05/2020/NQ, 05-TB
          (?: \s? [-/] \s? [a-zđ&]{1,12} ){0,4}                     # -UBND, /ĐU
        )
        """,
        "số: 05/tb-ubnd",
        "số:      /tb-ubnd",
        "number",
    ),
)


def read_number(page: Page) -> Span | None:
    """Read the document's own number (số, ký hiệu); a blank one is none."""
    frame = page.frame
    if not frame.notice:
        return None
    for line in frame.lines[: frame.body]:
        if found := search_first(NUMBERS, page.text, line.start, line.end):
            rule, match = found
            return page.note("number", rule.name, match.start("number"), match.end("number"))
    return None


def read_published(page: Page) -> Day | None:
    """Read the day of the publication line."""
    phrase = page.frame.published
    day = phrase.resolved() if phrase else None
    if not phrase or not day:
        return None
    return Day(page.note("published", "dòng ngày đăng", phrase.start, phrase.end), day)


def read_kind(page: Page) -> MeetingKind | None:
    """Read what kind of meeting it was."""
    start = page.frame.title[0] if page.frame.title else page.opening[0]
    if page.frame.notice and page.frame.head:  # "THÔNG BÁO KẾT LUẬN CUỘC HỌP" above the title
        start = min(start, page.frame.lines[page.frame.head - 1].start)
    best: tuple[int, MeetingKind] | None = None
    for rule in KINDS:
        match = rule.search(page.text, start, page.opening[1])
        if match and (best is None or match.start() < best[0]):
            best = match.start(), rule.value
    return best[1] if best else None
